import type { Page } from "@playwright/test";
import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { NAMES } from "./paper";
import { says } from "./words";

const ROUNDTABLE = {
  en: "Roundtable on the commune information board",
  km: "តុមូលស្តីពីក្តារព័ត៌មានឃុំ",
};
const RATHA = { en: "Kem Ratha", km: "កែម រដ្ឋា" };
const VIREAK = { en: "Som Vireak", km: "សោម វីរៈ" };
const BY_WHEN = { en: "By when", km: "នៅពេលណា" };

const words = (locale: Locale) => ({
  w: (english: string, ...fill: string[]) =>
    fill.reduce((text, value, at) => text.replace(`{${at}}`, value), says(locale, english)),
  n: (figure: string) =>
    locale === "en" ? figure : figure.replace(/\d/g, (one) => String.fromCharCode(0x17e0 + Number(one))),
});

/** Opens the dialogue that takes place now, at one of its tabs. */
async function roundtable(page: Page, hub: Hub, locale: Locale, tab: string) {
  const { w } = words(locale);
  await page.goto(`${hub.url}/dialogues`);
  await page.getByRole("link", { name: ROUNDTABLE[locale] }).click();
  await page
    .getByRole("navigation", { name: w("Dialogue"), exact: true })
    .getByText(w(tab))
    .click();
}

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J6.9 people are marked on a phone without a connection, by two at once, and count once (${locale})`, async ({
    browser,
  }) => {
    const { w, n } = words(locale);
    const hub = await Hub.start("demo");
    try {
      const phone = await browserFor(browser, locale, "phone");
      const door = await phone.newPage();
      await enterAs(door, hub, NAMES.dara[locale]);
      await roundtable(door, hub, locale, "The day");
      await clean(door);
      await door.getByRole("link", { name: w("The list at the door") }).click();
      const status = door.getByRole("status");
      // Five were marked before; from here on the page needs no connection.
      await expect(status.locator("b")).toHaveText(n("5"));
      await expect(status).toContainText(w("works without a connection"));
      await clean(door);
      await phone.setOffline(true);
      const is = (name: string) => door.getByRole("button", { name: w("{0} is there", name), exact: true });
      await is(RATHA[locale]).click();
      await is(VIREAK[locale]).click();
      await expect(status).toContainText(w("not sent yet: {0}", n("2")));
      await door.getByRole("button", { name: w("Somebody without an invitation") }).click();
      const form = door.getByRole("dialog");
      await form.getByRole("button", { name: w("Mark"), exact: true }).click();
      await expect(form.getByRole("alert")).toBeVisible();
      await clean(door);
      await form.getByLabel(w("Name, where they give it")).fill("Ouch Sina");
      await form.getByLabel(w("Of which group")).selectOption("youth");
      await form.getByLabel(w("Sex"), { exact: true }).selectOption("FEMALE");
      await form.getByRole("button", { name: w("Mark"), exact: true }).click();
      await door.getByRole("button", { name: w("From a paper list") }).click();
      await form.getByLabel(w("How many"), { exact: true }).fill("12");
      await form.getByLabel(w("Of which group")).selectOption("citizens");
      await form.getByRole("button", { name: w("Mark"), exact: true }).click();
      await expect(status.locator("b")).toHaveText(n("20"));
      // The phone is closed and opened again, still without a connection: nothing is lost.
      await door.reload();
      await expect(status.locator("b")).toHaveText(n("20"));
      await expect(status).toContainText(w("not sent yet: {0}", n("4")));
      await expect(door.getByText("Ouch Sina")).toBeVisible();

      // Meanwhile somebody else marks one of them at the other door.
      const desk = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(desk, hub, NAMES.sreymom[locale]);
      await roundtable(desk, hub, locale, "The day");
      const day = desk.url();
      await desk.getByRole("link", { name: w("The list at the door") }).click();
      // Of what the phone has marked nothing is known yet.
      await expect(desk.getByRole("status").locator("b")).toHaveText(n("5"));
      await desk.getByLabel(w("Look for a name, an office or a number")).fill("ratha");
      await desk.getByRole("button", { name: w("{0} is there", RATHA[locale]), exact: true }).click();
      await expect(desk.getByRole("status")).toContainText(w("everything is sent"));
      await clean(desk);
      await desk.goto(day);
      const there = desk.getByRole("region", { name: w("Who was there"), exact: true });
      const sum = there.getByRole("row").filter({ hasText: w("All together") });
      await expect(sum).toContainText(n("6"));

      await phone.setOffline(false);
      await expect(status).toContainText(w("everything is sent"));
      await expect(status.locator("b")).toHaveText(n("20"));
      // Who organises sees it arrive: twenty, and nobody twice.
      await expect(sum).toContainText(n("20"));
      await expect(there.getByText(w("Without an invitation: {0}", n("13")))).toBeVisible();
      await clean(desk);
    } finally {
      await hub.stop();
    }
  });

  test(`J6.10 J6.11 J7.1 minutes name nobody, are corrected by a guest, approved, and confirm what was promised (${locale})`, async ({
    browser,
  }) => {
    const { w, n } = words(locale);
    const hub = await Hub.start("demo");
    try {
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await roundtable(dara, hub, locale, "The day");
      await dara.getByRole("link", { name: w("The list at the door") }).click();
      for (const name of [RATHA[locale], VIREAK[locale]]) {
        await dara.getByRole("button", { name: w("{0} is there", name), exact: true }).click();
      }
      await expect(dara.getByRole("status")).toContainText(w("everything is sent"));
      await roundtable(dara, hub, locale, "Minutes");
      const page = dara.url();
      const minutes = dara.getByRole("region", { name: w("Minutes"), exact: true });
      await minutes
        .getByRole("button", { name: w("Write a point") })
        .nth(2)
        .click();
      const form = dara.getByRole("dialog");
      // J6.10: there is no place for a name.
      const desk = minutes.getByRole("region", { name: w("Write a point") });
      const english = desk.getByRole("textbox", { name: w("What was said, in English") });
      await english.pressSequentially("The clerk keeps the board");
      await expect(desk.getByText(w("Saved"), { exact: true })).toBeVisible();
      await expect(desk.getByLabel(w("Who said it"))).toHaveCount(0);
      await expect(desk.getByLabel(w("To which item of the agenda"))).toHaveValue(/agenda:/);
      await clean(dara);

      // Somebody else of those who organise it writes in the same point, on a phone, letter by letter.
      const sreymom = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      await sreymom.goto(page);
      const theirs = sreymom.getByRole("region", { name: w("Minutes"), exact: true });
      await expect(theirs.getByText("The clerk keeps the board", { exact: true })).toBeVisible();
      await theirs.getByRole("button", { name: w("Change"), exact: true }).click();
      const there = theirs.getByRole("textbox", { name: w("What was said, in English") });
      await expect(there).toContainText("The clerk keeps the board");
      // Where the other writes is drawn, with their name.
      await expect(there.getByText(NAMES.dara[locale], { exact: true })).toBeVisible();
      await there.press("Control+End");
      await there.pressSequentially(", every month.");
      await expect(english).toContainText(", every month.");
      await clean(sreymom);
      await english.press("Control+Home");
      await english.pressSequentially("Yes: ");
      await expect(there).toContainText(/^Yes: .*The clerk keeps the board/);
      await theirs.getByRole("button", { name: w("Done"), exact: true }).click();
      await expect(there).toHaveCount(0);
      await sreymom.close();
      for (let letter = 0; letter < 5; letter += 1) await english.press("Backspace");
      await desk.getByRole("button", { name: w("Done"), exact: true }).click();
      await expect(desk).toHaveCount(0);
      await expect(
        minutes.getByText("The clerk keeps the board, every month.", { exact: true }),
      ).toBeVisible();
      await expect(minutes.getByRole("heading", { name: BY_WHEN[locale] })).toBeVisible();

      // Six hours later it is over: held, and its minutes go to those who were there.
      await hub.later(6);
      await dara.goto(`${hub.url}/sign-in`);
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(page);
      await dara.getByRole("button", { name: w("It took place") }).click();
      await form.getByRole("button", { name: w("Do it") }).click();
      await expect(dara.locator(".pagehead").getByText(w("took place"), { exact: true })).toBeVisible();
      await minutes.getByRole("button", { name: w("Send to those who were there") }).click();
      const soon = new Date(Date.now() + (7 + 8) * 3_600_000).toISOString().slice(0, 16);
      await form.getByLabel(w("Corrections until (time in Phnom Penh)")).fill(soon);
      await clean(dara);
      await form.getByRole("button", { name: w("Do it") }).click();
      await expect(minutes.getByText(w("sent to those who were there"), { exact: true })).toBeVisible();
      await dara.goto(`${hub.url}/outbox`);
      const letter = dara.locator("article.card").filter({ hasText: "kem.ratha@guest.example" }).first();
      const found = /\/rsvp#([\w-]+)/.exec((await letter.textContent()) ?? "")?.[1];
      await dara.goto(page);

      // A guest reads them on a phone, says what was otherwise, and how she found it.
      const guest = await (await browserFor(browser, locale, "phone")).newPage();
      await guest.goto(`${hub.url}/rsvp#${found}`);
      await expect(guest.getByText("The clerk keeps the board, every month.").first()).toBeVisible();
      await guest.getByRole("button", { name: w("Send it without my name") }).click();
      await expect(guest.getByRole("alert")).toHaveCount(3);
      await clean(guest);
      for (const question of ["Was it useful?", "Did you feel safe to speak?", "Were you heard?"]) {
        await guest
          .getByRole("group", { name: w(question) })
          .getByLabel(n("4"), { exact: true })
          .check();
      }
      await guest.getByRole("button", { name: w("Send it without my name") }).click();
      await expect(guest.getByText(w("Thank you. Nothing tells that it was you who said so."))).toBeVisible();
      await guest.getByLabel(w("What was otherwise")).fill("The deputy keeps it, not the clerk.");
      await guest.getByRole("button", { name: w("Send the correction") }).click();
      await expect(guest.getByText(w("not answered"), { exact: true })).toBeVisible();
      await clean(guest);

      // It arrives while the organiser looks on, who takes it in.
      const corrections = dara.getByRole("region", { name: w("Corrections"), exact: true });
      await expect(corrections.getByText("The deputy keeps it, not the clerk.")).toBeVisible();
      await corrections.getByRole("button", { name: w("Answer what {0} says", RATHA.km) }).click();
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(form.getByRole("alert")).toBeVisible();
      await clean(dara);
      await form.getByLabel(w("It is taken in: change the point as it says")).check();
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(corrections.getByText(w("taken in"), { exact: true })).toBeVisible();
      await minutes.getByRole("button", { name: w("Change"), exact: true }).click();
      await english.fill("The deputy keeps the board, every month.");
      await desk.getByRole("button", { name: w("Done"), exact: true }).click();
      await expect(
        minutes.getByText("The deputy keeps the board, every month.", { exact: true }),
      ).toBeVisible();

      // One click makes a commitment of a point; protected by the rule of the dialogue.
      await minutes.getByRole("button", { name: w("This was promised") }).click();
      await form.getByLabel(w("Who is to keep it, in English")).fill("Deputy chief of Kampong Kdei");
      await form.getByLabel(w("For which group they speak")).selectOption("commune_council");
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      const promised = dara.getByRole("region", { name: w("What was promised"), exact: true });
      await expect(promised.getByText(w("recorded"), { exact: true })).toBeVisible();

      // Approved only once the time for corrections is over; that confirms what was promised.
      await minutes.getByRole("button", { name: w("They are approved") }).click();
      await form.getByRole("button", { name: w("Do it") }).click();
      await expect(form.getByRole("alert").or(form.locator(".note"))).toBeVisible();
      await hub.later(16);
      await dara.goto(`${hub.url}/sign-in`);
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(page);
      await minutes.getByRole("button", { name: w("They are approved") }).click();
      await form.getByRole("button", { name: w("Do it") }).click();
      await expect(form).toHaveCount(0);
      await expect(promised.getByText(w("confirmed"), { exact: true })).toBeVisible();
      await dara.getByRole("button", { name: w("Report it") }).click();
      await clean(dara);
      await form.getByRole("button", { name: w("Do it") }).click();
      await expect(dara.locator(".pagehead").getByText(w("reported"), { exact: true })).toBeVisible();
      await clean(dara);
    } finally {
      await hub.stop();
    }
  });
}

test("J6.6 an agenda fits its time, is put in order by keys, and a panel of one sex has its reason", async ({
  browser,
}) => {
  const hub = await Hub.start("demo");
  try {
    const dara = await (await browserFor(browser, "en", "desktop")).newPage();
    await enterAs(dara, hub, NAMES.dara.en);
    await roundtable(dara, hub, "en", "Agenda");
    const agenda = dara.getByRole("region", { name: "Agenda", exact: true });
    await expect(agenda.getByRole("listitem")).toHaveCount(4);
    await agenda.getByRole("button", { name: "Change the agenda" }).click();
    const form = dara.getByRole("dialog");
    const item = (at: number) => form.getByRole("region", { name: `Item ${at}`, exact: true });
    await form.getByRole("button", { name: "Add an item" }).click();
    await item(5).getByLabel("What, in English").fill("Panel of chiefs");
    await item(5).getByLabel("Of which kind").selectOption("PANEL");
    await item(5).getByLabel("Minutes").fill("500");
    for (const n of [0, 1]) {
      await item(5).getByRole("button", { name: "Somebody who speaks" }).click();
      await item(5).getByLabel("Who speaks").nth(n).fill(`Chief ${n}`);
      await item(5).getByLabel("Sex", { exact: true }).nth(n).selectOption("MALE");
    }
    await expect(item(5).getByText("Everybody on this panel is of one sex.")).toBeVisible();
    await expect(form.getByRole("status")).toContainText("380 minutes too many");
    await clean(dara);
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(form.getByText("The agenda takes longer than the dialogue.")).toBeVisible();
    await item(5).getByLabel("Minutes").fill("30");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(item(5).getByRole("alert")).toBeVisible();
    await item(5).getByLabel("Why the panel is of one sex").fill("The two women asked were ill.");
    // By keys alone to the second place.
    for (const _ of [1, 2, 3]) {
      await form.getByRole("button", { name: "Earlier: Panel of chiefs" }).focus();
      await dara.keyboard.press("Enter");
    }
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(form).toHaveCount(0);
    await expect(agenda.getByRole("listitem").nth(1)).toContainText("Panel of chiefs");
    await expect(agenda.getByRole("listitem").nth(1)).toContainText("The two women asked were ill.");
    await clean(dara);
  } finally {
    await hub.stop();
  }
});
