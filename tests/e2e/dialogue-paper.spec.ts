import { readFileSync } from "node:fs";
import { cameraOn } from "./camera";
import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { NAMES } from "./paper";
import { says } from "./words";

const PROVINCIAL = {
  en: "Provincial dialogue on commune budget disclosure",
  km: "កិច្ចសន្ទនាខេត្តស្តីពីការផ្សាយថវិកាឃុំ",
};
const SOTHEA = { en: "Prak Sothea", km: "ប្រាក់ សុធា" };
const words =
  (locale: Locale) =>
  (english: string, ...fill: string[]) =>
    fill.reduce((text, value, at) => text.replace(`{${at}}`, value), says(locale, english));

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J6.2 letters are arranged and printed, one is given as a text; its sign is scanned at the door without a connection (${locale})`, async ({
    browser,
  }) => {
    const w = words(locale);
    const hub = await Hub.start("demo");
    let scanner: Awaited<ReturnType<typeof cameraOn>> | undefined;
    try {
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(`${hub.url}/dialogues`);
      await dara.getByRole("link", { name: PROVINCIAL[locale] }).click();
      const tab = (name: string) =>
        dara
          .getByRole("navigation", { name: w("Dialogue"), exact: true })
          .getByText(w(name), { exact: true })
          .click();
      await tab("Preparation");
      await dara.getByRole("button", { name: w("Arrange it"), exact: true }).click();
      const form = dara.getByRole("dialog");
      await form.getByRole("checkbox").first().check();
      await form.getByLabel(w("What the letter says, in English")).fill("The hall opens at seven.");
      await form.getByRole("button", { name: w("Add a cost") }).click();
      await form.getByLabel(w("For what"), { exact: true }).fill("Hall");
      await form.getByLabel(w("How much"), { exact: true }).fill("much");
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(form.getByRole("alert")).toBeVisible();
      await clean(dara);
      await form.getByLabel(w("How much"), { exact: true }).fill("250.50");
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(form).toHaveCount(0);
      const arranged = dara.getByRole("region", { name: w("What is arranged"), exact: true });
      await expect(arranged).toContainText("The hall opens at seven.");
      await expect(arranged).toContainText(locale === "en" ? "250.50 USD" : "២៥០.៥០ USD");

      const saved = async (click: () => Promise<void>) => {
        const [file] = await Promise.all([dara.waitForEvent("download"), click()]);
        return readFileSync(await file.path());
      };
      const letters = await saved(() =>
        dara.getByRole("button", { name: w("Letters for all who are invited") }).click(),
      );
      expect(letters.subarray(0, 5).toString()).toBe("%PDF-");
      await dara.getByLabel(w("How many tables")).fill("3");
      await dara.getByRole("button", { name: w("Mix the groups over the tables") }).click();
      await expect(dara.getByText(w("Everybody who comes has a table."))).toBeVisible();
      const badges = await saved(() => dara.getByRole("link", { name: w("Name badges (PDF)") }).click());
      expect(badges.subarray(0, 5).toString()).toBe("%PDF-");
      await clean(dara);

      // Somebody gets theirs by a messenger, once their post is put right.
      await tab("Overview");
      const invited = dara.getByRole("region", { name: w("Who is invited"), exact: true });
      const row = invited.getByRole("listitem").filter({ hasText: SOTHEA[locale] });
      await expect(row).toContainText(w("printed"));
      await row.getByText(w("More"), { exact: true }).click();
      await row.getByRole("button", { name: w("Change the invitation of {0}", SOTHEA[locale]) }).click();
      await expect(form.getByLabel(w("Post"), { exact: true })).toHaveValue("Commune clerk");
      await form.getByLabel(w("E-mail"), { exact: true }).fill("nonsense");
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(form.getByRole("alert")).toBeVisible();
      await clean(dara);
      await form.getByLabel(w("E-mail"), { exact: true }).fill("");
      await form.getByLabel(w("Post"), { exact: true }).fill("Second deputy");
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(row).toContainText("Second deputy");
      await row.getByRole("button", { name: w("Text for a messenger for {0}", SOTHEA[locale]) }).click();
      const text = await form.getByLabel(w("The text")).inputValue();
      await clean(dara);
      await dara.keyboard.press("Escape");
      await expect(row).toContainText(w("given as a text"));
      const link = /http\S+\/rsvp#\S+/.exec(text)?.[0] ?? "";
      const guest = await (await browserFor(browser, locale, "phone")).newPage();
      await guest.goto(link);
      await guest.getByLabel(w("I come"), { exact: true }).check();
      await guest.getByRole("button", { name: w("Send the answer") }).click();
      await expect(row).toContainText(w("comes"));
      await dara.getByRole("button", { name: w("Plan the next one") }).click();
      await form.getByRole("button", { name: w("Plan it"), exact: true }).click();
      await expect(form.getByRole("alert")).toBeVisible();
      await clean(dara);

      // On the day, at the door: the camera sees the sign of that letter, and there is no connection.
      const door = dara.url().replace(/\/dialogues\/([^?/]+).*/, "/door/$1");
      const now = new Date();
      await hub.later(25 * 24 + 6 - ((now.getUTCHours() + 7) % 24));
      scanner = await cameraOn(link);
      const phone = await browserFor(scanner, locale, "phone");
      const page = await phone.newPage();
      await enterAs(page, hub, NAMES.dara[locale]);
      await page.goto(door);
      const status = page.getByRole("status").first();
      await expect(status).toContainText(w("works without a connection"));
      await phone.setOffline(true);
      await page.getByRole("button", { name: w("Scan letters") }).click();
      const scan = page.getByRole("dialog");
      await expect(scan.getByRole("status")).toContainText(w("{0} is there", SOTHEA[locale]));
      await clean(page);
      await scan.getByRole("button", { name: w("Done"), exact: true }).click();
      await expect(status).toContainText(w("not sent yet: {0}", locale === "en" ? "1" : "១"));
      await phone.setOffline(false);
      await expect(status).toContainText(w("everything is sent"));
      await expect(
        page.getByRole("button", { name: w("{0} is not there", SOTHEA[locale]), exact: true }),
      ).toBeVisible();
    } finally {
      await scanner?.close();
      await hub.stop();
    }
  });
}
