import type { Page } from "@playwright/test";
import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { says } from "./words";

const BOPHA = { en: "Keo Bopha", km: "កែវ បុប្ផា" };
const KUNTHEA = { en: "Lim Kunthea", km: "លឹម គន្ធា" };
const SREYMOM = { en: "Chan Sreymom", km: "ចាន់ ស្រីមុំ" };

/** A PDF as office programs make them: Khmer set by a shaping engine, two pages. */
async function khmerPdf(page: Page, hub: Hub) {
  await page.goto(`${hub.url}/sign-in`);
  // The app's own fonts: the machine may have none for Khmer.
  await page.evaluate(() => {
    document.body.innerHTML =
      '<p lang="km">ទំព័រដំបូង អំពីផ្លូវលំ។</p><p lang="km" style="break-before:page">គណៈកម្មាធិការបានសម្រេចថាក្រុមត្រូវតាមដានស្ពានឈើចាស់នៅភូមិត្រពាំងឈូកក្នុងឆ្នាំ២០២៦។</p>';
  });
  await page.evaluate(() => document.fonts.ready);
  return page.pdf({ format: "A4" });
}

for (const [locale, size] of [
  ["km", "phone"],
  ["en", "desktop"],
] satisfies [Locale, "phone" | "desktop"][]) {
  test(`J8.1 a file of one's own is sent, read and found at its page; then published for all (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    const person = async (name: string) => {
      const page = await (await browserFor(browser, locale, size)).newPage();
      await enterAs(page, hub, name);
      return page;
    };
    try {
      const press = await (await browser.newContext()).newPage();
      const pdf = await khmerPdf(press, hub);
      const bopha = await person(BOPHA[locale]);
      await bopha.goto(`${hub.url}/evidence`);
      await bopha.getByRole("button", { name: w("Add evidence") }).click();
      await clean(bopha);
      await bopha.locator("input[type=file]").setInputFiles([
        { name: "ស្ពាន.pdf", mimeType: "application/pdf", buffer: pdf },
        {
          name: "bamboo.txt",
          mimeType: "text/plain",
          buffer: Buffer.from("A bridge of bamboo near Trapeang."),
        },
        { name: "empty.docx", mimeType: "application/msword", buffer: Buffer.from("PK\u0003\u0004nothing") },
      ]);
      await bopha.locator("form button[type=submit]").last().click();
      const tray = bopha.getByRole("region", { name: w("Files on their way") });
      const sent = tray.getByText(w("In the library; waits to be catalogued."));
      await expect(sent).toHaveCount(2);
      // What is damaged says so, in one's language, and nothing of it stays.
      await expect(tray.getByText(locale === "km" ? "ឯកសារនេះខូច" : "This file is damaged")).toBeVisible();

      // Found by words inside an unspaced sentence, within five seconds of being sent.
      const box = bopha.getByRole("searchbox", { name: w("Search evidence") });
      const hit = bopha.getByRole("article").filter({ hasText: "ស្ពាន" });
      await box.fill("ស្ពានឈើចាស់");
      await expect(hit.locator("mark").first()).toHaveText("ស្ពានឈើចាស់", { timeout: 5000 });
      await clean(bopha);
      await box.fill("ស្ពាន\u200bឈើចាស់ 2026");
      await expect(hit.locator("mark")).toHaveText(["ស្ពានឈើចាស់", "២០២៦"]);
      // By keyboard into the hit, and there at the second page with the words marked.
      await box.press("ArrowDown");
      await expect(hit.getByRole("link")).toBeFocused();
      await bopha.keyboard.press("Enter");
      await expect(bopha).toHaveURL(/page=2/);
      await expect(bopha.locator(".sheet mark").first()).toHaveText("ស្ពានឈើចាស់");
      await clean(bopha);
      const address = bopha.url();

      // Nobody else knows it yet.
      const sreymom = await person(SREYMOM[locale]);
      await sreymom.goto(`${hub.url}/evidence?q=ស្ពានឈើចាស់`);
      await expect(sreymom.getByRole("button", { name: w("Ask the network") })).toBeVisible();
      await sreymom.goto(address);
      await expect(sreymom.getByText(w("This does not exist, or not for you."))).toBeVisible();

      // The knowledge manager describes and publishes it.
      const kunthea = await person(KUNTHEA[locale]);
      await kunthea.goto(`${hub.url}/evidence/desk`);
      await clean(kunthea);
      await kunthea.getByRole("link", { name: "ស្ពាន" }).click();
      await kunthea.getByRole("button", { name: w("Publish"), exact: true }).click();
      await expect(kunthea.locator(".note[data-tone=danger]")).toBeVisible();
      await kunthea.getByRole("button", { name: w("Describe"), exact: true }).click();
      const form = kunthea.getByRole("dialog");
      await form.locator("select").first().selectOption("minutes");
      await form.locator("fieldset .chip").first().click();
      await form.locator("fieldset").nth(1).locator(".chip[lang=km]").click();
      await clean(kunthea);
      await form.getByRole("button", { name: w("Save") }).click();
      await expect(form).toBeHidden();
      await kunthea.getByRole("button", { name: w("Publish"), exact: true }).click();
      await expect(kunthea.getByText(w("published"), { exact: true })).toBeVisible();

      // Now the other member finds it, narrows to it, and may keep a copy.
      await sreymom.goto(`${hub.url}/evidence?q=ស្ពានឈើចាស់`);
      await expect(sreymom.getByRole("article")).toHaveCount(1, { timeout: 15_000 });
      await sreymom.getByRole("article").getByRole("link").click();
      const download = sreymom.waitForEvent("download");
      await sreymom.getByRole("link", { name: w("Download") }).click();
      expect((await download).suggestedFilename()).toBe("ស្ពាន.pdf");

      // J8.7: consent is taken back: gone for everybody at once.
      await kunthea.getByRole("button", { name: w("Withdraw"), exact: true }).click();
      await kunthea.getByRole("checkbox").check();
      await kunthea.getByRole("button", { name: w("Withdraw for good") }).click();
      await expect(kunthea.getByText(w("withdrawn"), { exact: true })).toBeVisible();
      // Told live: nobody reloads.
      await expect(sreymom.getByText(w("withdrawn"), { exact: true })).toBeVisible();
      await expect(sreymom.getByRole("link", { name: w("Download") })).toHaveCount(0);
    } finally {
      await hub.stop();
    }
  });
}

test("J8.2 J8.4 a place spelt otherwise is found, narrowed by place, and what is missing is asked for", async ({
  browser,
}) => {
  const demo = await Hub.start("demo", { library: true });
  const page = await (await browserFor(browser, "en", "phone")).newPage();
  await enterAs(page, demo, SREYMOM.en);
  await page.goto(`${demo.url}/evidence`);
  const box = page.getByRole("searchbox", { name: "Search evidence" });
  // The demo's library comes in while the first page is open; what comes is told live.
  await expect(page.getByText("58 documents", { exact: true })).toBeVisible({ timeout: 60_000 });
  await box.fill("Chikreng budget");
  await expect(
    page.getByRole("article").filter({ hasText: "Budget of the communes of Chi Kraeng" }),
  ).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: "Moung Ruessei" })).toHaveCount(0);
  await box.fill("notice board");
  await page.getByRole("button", { name: "Filters" }).click();
  await page
    .getByRole("dialog")
    .getByLabel(/^Siem Reap/)
    .check();
  await clean(page);
  await page.getByRole("dialog").getByRole("button", { name: /^Show/ }).click();
  await expect(page).toHaveURL(/place=/);
  await expect(page.getByRole("article")).toHaveCount(1);
  // The address holds the view: it can be sent on.
  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.getByRole("button", { name: "Do not narrow to Siem Reap" }).click();
  await box.fill("volunters");
  await page.getByRole("button", { name: "volunteers" }).click();
  await expect(box).toHaveValue("volunteers");
  await box.fill("qqqxyzzy");
  await page.getByLabel("What do you need?").fill("Fishery statistics");
  await page.getByRole("button", { name: "Ask the network" }).click();
  await page.getByRole("link", { name: "My contributions" }).last().click();
  await expect(page.getByText("Fishery statistics")).toBeVisible();
  const keeper = await (await browserFor(browser, "en", "desktop")).newPage();
  await enterAs(keeper, demo, KUNTHEA.en);
  await keeper.goto(`${demo.url}/evidence/desk`);
  await keeper.getByLabel("Answer").fill("The ministry publishes them each May.");
  await keeper.getByRole("button", { name: "Answer" }).click();
  await expect(keeper.getByText("The ministry publishes them each May.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("The ministry publishes them each May.")).toBeVisible();
  await demo.stop();
});
