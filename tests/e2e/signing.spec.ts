import { readFile } from "node:fs/promises";
import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { NAMES, typeAfter } from "./paper";
import { approve, open, settled } from "./sign";
import { says } from "./words";

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J5.1 J5.2 J5.3 J5.8 a text is signed on a phone, corrected, and signed anew (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const sreymom = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      const paper = await settled(hub, locale, sreymom, dara);
      await open(dara, locale);
      const page = paper.replace("/papers/", "/sign/");

      // It waits for Bopha on her first page; from there it is two minutes on a phone.
      const bopha = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.locator("a.todo").filter({ hasText: "A library in every school" }).click();
      await expect(bopha.getByText("Post the budget within 30 days.")).toBeVisible();
      await clean(bopha);
      await bopha.getByRole("radio", { name: new RegExp(w("Sign with a reservation")) }).check();
      await bopha.getByRole("button", { name: w("Sign for {0}").replace("{0}", "TMYA") }).click();
      await expect(bopha.getByRole("alert").first()).toBeVisible();
      await bopha.getByLabel(w("With what do you not agree?")).fill("45 days, not 30.");
      await clean(bopha);
      await bopha.getByRole("button", { name: w("Sign for {0}").replace("{0}", "TMYA") }).click();

      // Sreymom, who may not sign, sees it at once and is told whom to ask.
      await sreymom.goto(page);
      await expect(sreymom.getByText("45 days, not 30.")).toBeVisible();
      await expect(
        sreymom.getByText(w("has not answered yet. Only its authorised signatory can sign: ask them.")),
      ).toBeVisible();
      await expect(sreymom.getByRole("region", { name: w("Who has answered") })).toHaveCount(0);
      await clean(sreymom);

      // Dara sees who has not answered, and extends once.
      await dara.goto(page);
      const board = dara.getByRole("region", { name: w("Who has answered") });
      await expect(board.getByText(w("has not answered")).first()).toBeVisible();
      await clean(dara);
      const saved = dara.waitForEvent("download");
      await board.getByRole("link", { name: w("Save as a table (CSV)") }).click();
      const table = await readFile(await (await saved).path(), "utf8");
      expect(
        table.split("\n").filter((line) => line.includes("TMYA") && line.includes("endorsed")),
      ).toHaveLength(1);
      await board.getByRole("button", { name: w("Extend, once") }).click();
      await dara
        .getByRole("dialog")
        .getByRole("button", { name: w("Extend"), exact: true })
        .click();
      await expect(dara.getByRole("dialog").getByRole("alert").first()).toBeVisible();
      await clean(dara);
      await dara
        .getByRole("dialog")
        .getByRole("button", { name: w("Cancel") })
        .click();

      // A mistake is found: the text goes back, and Bopha is asked anew with what has changed.
      await dara.goto(paper);
      await dara.getByRole("button", { name: w("Back to review") }).click();
      await dara
        .getByRole("dialog")
        .getByLabel(w("Why"), { exact: true })
        .fill("Article 20 is quoted wrongly.");
      await clean(dara);
      await dara
        .getByRole("dialog")
        .getByRole("button", { name: w("Send to review") })
        .click();
      await sreymom.goto(paper);
      await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();
      await typeAfter(sreymom, "Post the budget within 30 days.", " The law says so.");
      await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();
      await approve(dara, locale);
      await open(dara, locale);
      await bopha.goto(page);
      await expect(bopha.getByText(w("is asked anew"), { exact: true })).toBeVisible();
      // What was said before is read back, with who said it.
      await bopha.getByText(w("All that was said for {0}").replace("{0}", "TMYA")).click();
      await expect(bopha.locator("details[open] li")).toHaveCount(2);
      await expect(bopha.locator(".changed ins")).toContainText("The law says so");
      await clean(bopha);
      await bopha
        .getByRole("radio", { name: new RegExp(`^${w("Sign")}`) })
        .first()
        .check();
      await bopha.getByRole("button", { name: w("Sign for {0}").replace("{0}", "TMYA") }).click();
      await dara.goto(page);
      await expect(dara.getByText(/1 of 1 organisations|អង្គការ ១ ក្នុងចំណោម ១/)).toBeVisible();
    } finally {
      await hub.stop();
    }
  });
}

const WATER = { en: "Clean water at every health post", km: "ទឹកស្អាតនៅគ្រប់ប៉ុស្តិ៍សុខភាព" };

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J5.11 J5.12 two persons publish, everybody reads, a changed copy is found out, a text is delivered and taken back (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(`${hub.url}/papers`);
      await dara.getByRole("link", { name: new RegExp(WATER[locale]) }).click();
      await dara
        .getByRole("link", { name: new RegExp(w("Who signs: {0} of {1}").split("{0}")[0] ?? "") })
        .click();
      await dara.getByRole("button", { name: w("Propose to publish") }).click();
      await expect(dara.getByRole("button", { name: w("Propose anew") })).toBeVisible();
      await clean(dara);

      // The chair, on a phone, confirms what the coordinator has proposed.
      const samnang = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(samnang, hub, locale === "km" ? "ប្រាក់ សំណាង" : "Prak Samnang");
      await samnang.goto(dara.url());
      await samnang.getByRole("button", { name: w("Confirm and publish") }).click();
      const published = samnang.getByRole("region", { name: w("Published") });
      await expect(published.getByRole("link", { name: w("The public page") })).toBeVisible();
      await clean(samnang);

      // Anybody reads it, without an account and without scripts.
      const stranger = await browser.newContext({ javaScriptEnabled: false });
      const anybody = await stranger.newPage();
      const address =
        (await published.getByRole("link", { name: w("The public page") }).getAttribute("href")) ?? "";
      await anybody.goto(`${hub.url}${address}`);
      await expect(anybody.getByRole("heading", { name: WATER.en })).toBeVisible();
      await expect(anybody.getByText("Tonle Mekhala Youth Association").first()).toBeVisible();

      // A copy is checked; one changed byte is found out.
      const pdf = await (await stranger.request.get(`${hub.url}${address}/paper.pdf`)).body();
      const check = await (await browserFor(browser, locale, "phone")).newPage();
      await check.goto(`${hub.url}/verify`);
      await check
        .getByLabel(w("The file"))
        .setInputFiles({ name: "paper.pdf", mimeType: "application/pdf", buffer: pdf });
      await expect(check.getByText(w("This file is unchanged."))).toBeVisible();
      await clean(check);
      const changed = Buffer.from(pdf);
      changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
      await check
        .getByLabel(w("The file"))
        .setInputFiles({ name: "x.pdf", mimeType: "application/pdf", buffer: changed });
      await expect(
        check.getByText(w("This is not a file that was published here, or it was changed since.")),
      ).toBeVisible();
      await clean(check);

      // It is handed over, and the receipt is written down; what was written down wrongly is struck out.
      await dara.reload();
      await dara.getByRole("button", { name: w("Record a delivery") }).click();
      const form = dara.getByRole("dialog");
      await form.getByLabel(w("On which day"), { exact: true }).fill(new Date().toISOString().slice(0, 10));
      await form.getByLabel(w("What it says on the receipt")).fill("217/26");
      await clean(dara);
      await form.getByRole("button", { name: w("Record it") }).click();
      const delivery = dara.getByRole("region", { name: w("Delivery"), exact: true });
      const handed = dara.waitForEvent("download");
      await delivery.getByRole("link", { name: w("For the addressee (PDF)") }).click();
      const told = await readFile(await (await handed).path());
      expect(told.subarray(0, 5).toString()).toBe("%PDF-");
      await expect(delivery.getByText(/217\/26/)).toBeVisible();
      await delivery.getByRole("button", { name: w("Strike out") }).click();
      await dara.getByRole("dialog").getByLabel(w("Why"), { exact: true }).fill("Wrong office");
      await dara
        .getByRole("dialog")
        .getByRole("button", { name: w("Strike out") })
        .click();
      await expect(delivery.getByText(/Wrong office/)).toBeVisible();
      await clean(dara);

      // J5.11: an organisation withdraws; the page says so, the archive does not change.
      const archive = await (await stranger.request.get(`${hub.url}${address}/paper.html`)).text();
      const bopha = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.goto(dara.url());
      await bopha.getByRole("button", { name: w("Withdraw"), exact: true }).click();
      await clean(bopha);
      await bopha
        .getByRole("button", { name: w("Withdraw the signature of {0}").replace("{0}", "TMYA") })
        .click();
      await expect(bopha.getByText(w("withdrew"), { exact: true }).first()).toBeVisible();
      await anybody.reload();
      await expect(anybody.getByText(/withdrew its signature on/)).toBeVisible();

      // All that was said in its name is read back in one place, by its own people.
      await bopha.goto(`${hub.url}/members`);
      await bopha.getByRole("link", { name: /TMYA/ }).first().click();
      await bopha.getByRole("link", { name: w("All that was done in our name") }).click();
      const said = bopha.locator("section").filter({
        has: bopha.getByRole("heading", { name: w("What we have said to texts") }),
      });
      const water = said.getByRole("listitem").filter({ hasText: WATER[locale] });
      await expect(water).toHaveCount(2);
      await expect(water.first().getByText(w("withdrew"), { exact: true })).toBeVisible();
      await expect(water.last().getByText(w("signs"), { exact: true })).toBeVisible();
      await clean(bopha);

      // The committee takes it back; everybody reads why before anything else.
      await samnang.getByRole("button", { name: w("Take back or supersede") }).click();
      await samnang
        .getByRole("dialog")
        .getByRole("button", { name: w("Take it back") })
        .click();
      await expect(samnang.getByRole("dialog").getByRole("alert").first()).toBeVisible();
      await samnang.getByLabel(w("Why, in English, for everybody to read")).fill("A number was wrong.");
      await clean(samnang);
      await samnang
        .getByRole("dialog")
        .getByRole("button", { name: w("Take it back") })
        .click();
      await expect(samnang.getByText("A number was wrong.")).toBeVisible();
      await clean(samnang);
      await anybody.reload();
      await expect(anybody.getByText("A number was wrong.")).toBeVisible();
      expect(await (await stranger.request.get(`${hub.url}${address}/paper.html`)).text()).toBe(archive);
      await stranger.close();
    } finally {
      await hub.stop();
    }
  });
}
