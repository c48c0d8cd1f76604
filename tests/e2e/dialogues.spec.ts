import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { NAMES } from "./paper";
import { says } from "./words";

const TITLE = {
  en: "Provincial dialogue on commune budget disclosure",
  km: "កិច្ចសន្ទនាខេត្តស្តីពីការផ្សាយថវិកាឃុំ",
};
const BOARDS = { en: "Budgets on every commune board", km: "ថវិកានៅលើក្តារព័ត៌មានគ្រប់ឃុំ" };
const CSO = { en: "CSO or NGO", km: "អង្គការសង្គមស៊ីវិល" };
const MALIS = { en: "Tep Malis", km: "ទេព ម៉ាលីស" };

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J6.3 J6.4 J6.5 J6.7 guests answer by their links on phones, one waits and is called, while the organiser looks on (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string, ...fill: string[]) =>
      fill.reduce((text, value, at) => text.replace(`{${at}}`, value), says(locale, english));
    const n = (figure: string) =>
      locale === "en" ? figure : figure.replace(/\d/g, (one) => String.fromCharCode(0x17e0 + Number(one)));
    try {
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.getByRole("link", { name: w("Dialogues"), exact: true }).click();
      await clean(dara);
      await dara.getByRole("link", { name: TITLE[locale] }).click();
      const seats = dara.getByRole("region", { name: w("Seats by group") });
      const cso = seats.getByRole("listitem").filter({ hasText: CSO[locale] });
      // J6.4: four seats, five who said yes.
      await expect(cso.getByText(w("{0} of {1} come", n("4"), n("4")))).toBeVisible();
      await expect(cso.getByText(w("waiting for a seat: {0}", n("1")))).toBeVisible();
      // J6.3: the office sends its chief of planning; J6.7: a need that the place does not meet.
      const invited = dara.getByRole("region", { name: w("Who is invited") });
      await expect(invited.getByRole("listitem").filter({ hasText: MALIS[locale] })).toContainText(
        w("comes"),
      );
      await expect(invited.getByText(w("the place offers no sign language"))).toBeVisible();
      await clean(dara);

      // Two more are invited by mail.
      await invited.getByRole("button", { name: w("Invite"), exact: true }).click();
      const form = dara.getByRole("dialog");
      await form.getByRole("button", { name: w("Write down"), exact: true }).click();
      await expect(form.getByRole("alert")).toBeVisible();
      await clean(dara);
      for (const [name, email] of [
        ["Ouk Samnang", "ouk@guest.example"],
        ["Pov Ratana", "pov@guest.example"],
      ] as const) {
        await form.getByLabel(w("For which group")).selectOption({ label: CSO[locale] });
        await form.getByLabel(w("Language of the letter")).selectOption(locale.toUpperCase());
        await form.getByLabel(w("Name in Latin letters")).fill(name);
        await form.getByLabel(w("E-mail")).fill(email);
        await form.getByRole("button", { name: w("Write down"), exact: true }).click();
        await expect(form.getByLabel(w("Name in Latin letters"))).toHaveValue("");
      }
      await form.getByRole("button", { name: w("Done"), exact: true }).click();
      await invited.getByRole("button", { name: w("Send what is not yet sent") }).click();
      const row = (name: string) => invited.getByRole("listitem").filter({ hasText: name });
      await expect(row("Pov Ratana")).toContainText(w("no answer yet"));
      const page = dara.url();

      await dara.goto(`${hub.url}/outbox`);
      const link = async (to: string) => {
        const letter = dara.locator("article.card").filter({ hasText: to }).first();
        const text = (await letter.textContent()) ?? "";
        const found = /https?:\/\/\S+\/rsvp#([\w-]+)/.exec(text)?.[1];
        expect(found, text).toBeTruthy();
        return `${hub.url}/rsvp#${found}`;
      };
      const [first, second] = [await link("ouk@guest.example"), await link("pov@guest.example")];
      await dara.goto(page);

      // J6.5: a guest without an account, on a phone, sees their own page alone.
      const guest = await (await browserFor(browser, locale, "phone")).newPage();
      await guest.goto(first);
      await expect(guest.getByRole("heading", { name: TITLE[locale] })).toBeVisible();
      await expect(guest.getByText("Pov Ratana")).toHaveCount(0);
      await clean(guest);
      await guest.getByRole("button", { name: w("Send the answer") }).click();
      await expect(guest.getByRole("alert")).toBeVisible();
      await guest.getByLabel(w("I come"), { exact: true }).check();
      await guest.getByLabel(w("help with travel")).check();
      await guest.getByRole("button", { name: w("Send the answer") }).click();
      await expect(guest.getByRole("status")).toContainText(w("waits for a seat"));
      await clean(guest);
      // The organiser's screen changes while the answer arrives.
      await expect(row("Ouk Samnang")).toContainText(w("waits for a seat"));
      await expect(cso.getByText(w("waiting for a seat: {0}", n("2")))).toBeVisible();

      // Another sends somebody in her place, who waits after him.
      const other = await (await browserFor(browser, locale, "phone")).newPage();
      await other.goto(second);
      await other.getByLabel(w("Somebody comes in my place")).check();
      await other.getByLabel(w("Name in Latin letters")).fill("Ly Bora");
      await clean(other);
      await other.getByRole("button", { name: w("Send the answer") }).click();
      await expect(other.getByRole("status")).toContainText(w("{0} comes for you.", "Ly Bora"));
      await expect(row("Ly Bora")).toContainText(w("waits for a seat"));

      // One telephones that he does not come: whoever waits longest is called, before the other.
      await invited
        .getByRole("button", {
          name: w("Write down the answer of {0}", locale === "en" ? "Heng Sovann" : "ហេង សុវណ្ណ"),
        })
        .click();
      await form.getByLabel(w("The answer"), { exact: true }).selectOption("DECLINE");
      await clean(dara);
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(form).toHaveCount(0);
      await expect(row(locale === "en" ? "Seng Rithy" : "សេង រិទ្ធី")).toContainText(w("comes"));
      await expect(row("Ouk Samnang")).toContainText(w("waits for a seat"));

      // Whoever does not come is forgotten when they ask for it: by themselves, or by telephone. The counts stay.
      await other.getByText(w("Forget me"), { exact: true }).click();
      await clean(other);
      await other.getByRole("button", { name: w("Take out all that is known of me") }).click();
      await expect(other.locator(".note")).toBeVisible();
      await expect(row("Pov Ratana")).toHaveCount(0);
      await other.reload();
      await expect(other.getByRole("alert")).toBeVisible();
      const heng = locale === "en" ? "Heng Sovann" : "ហេង សុវណ្ណ";
      await invited.getByRole("button", { name: w("Forget {0}", heng), exact: true }).click();
      await clean(dara);
      await form.getByRole("button", { name: w("Forget them"), exact: true }).click();
      await expect(form).toHaveCount(0);
      await expect(row(heng)).toHaveCount(0);
    } finally {
      await hub.stop();
    }
  });
}

test("J6.1 J6.8 a dialogue is planned with no more seats than fit in, opened, put off and called off", async ({
  browser,
}) => {
  const hub = await Hub.start("demo");
  try {
    const dara = await (await browserFor(browser, "en", "desktop")).newPage();
    await enterAs(dara, hub, NAMES.dara.en);
    await dara.goto(`${hub.url}/dialogues`);
    await dara.getByLabel("In which campaign it takes place").selectOption({ label: BOARDS.en });
    await dara.getByRole("button", { name: "Plan a dialogue" }).click();
    const form = dara.getByRole("dialog");
    await form.getByLabel("Title in English").fill("Roundtable on posters");
    await form.getByLabel("Begins (time in Phnom Penh)").fill("2027-09-18T08:00");
    await form.getByLabel("Ends", { exact: true }).fill("2027-09-18T12:00");
    await form.getByLabel("Venue in English").fill("Chi Kraeng District Hall");
    await form.getByLabel("Telephone of the organisers").fill("012 345 678");
    await form.getByLabel("So many fit in").fill("40");
    await form.getByRole("button", { name: "Add a group" }).click();
    await form.getByRole("button", { name: "Add a group" }).click();
    const group = (at: number) => form.getByRole("region", { name: `Group ${at}` });
    await group(1).getByLabel("Seats", { exact: true }).fill("30");
    await group(2).getByLabel("Seats", { exact: true }).fill("12");
    await expect(form.getByText("2 too many")).toBeVisible();
    await clean(dara);
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(form.getByText("These are more seats than the room has.")).toBeVisible();
    await group(2).getByLabel("Seats", { exact: true }).fill("10");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(dara.getByRole("heading", { name: "Roundtable on posters" })).toBeVisible();
    for (const step of ["Approve it", "Open for answers"]) {
      await dara.getByRole("button", { name: step }).click();
      await clean(dara);
      await form.getByRole("button", { name: "Do it" }).click();
      await expect(form).toHaveCount(0);
    }
    await expect(dara.locator(".pagehead").getByText("inviting", { exact: true })).toBeVisible();
    await dara.getByRole("button", { name: "Put it off" }).click();
    await form.getByLabel("Begins (time in Phnom Penh)").fill("2027-09-25T08:00");
    await form.getByLabel("Ends", { exact: true }).fill("2027-09-25T12:00");
    await form.getByRole("button", { name: "Do it" }).click();
    await expect(form.getByRole("alert")).toBeVisible();
    await form.getByLabel("Why").fill("The hall is taken.");
    await form.getByRole("button", { name: "Do it" }).click();
    await expect(form).toHaveCount(0);
    await expect(dara.locator(".pagehead")).toContainText("25");
    await dara.getByRole("button", { name: "Call it off" }).click();
    await form.getByLabel("Why").fill("Floods.");
    await form.getByRole("button", { name: "Do it" }).click();
    await expect(dara.locator(".pagehead").getByText("called off", { exact: true })).toBeVisible();
    await expect(dara.getByRole("button", { name: "Put it off" })).toHaveCount(0);
  } finally {
    await hub.stop();
  }
});
