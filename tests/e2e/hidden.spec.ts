import type { Page } from "@playwright/test";
import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { says } from "./words";

const NAMES = {
  dara: { en: "Sok Dara", km: "សុខ ដារ៉ា" },
  sreymom: { en: "Chan Sreymom", km: "ចាន់ ស្រីមុំ" },
};

for (const [locale, size] of [
  ["km", "phone"],
  ["en", "desktop"],
] satisfies [Locale, "phone" | "desktop"][]) {
  test(`J1.4 an unregistered group is hidden from the other members: no name, no count changes (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const sreymom = await (await browserFor(browser, locale, size)).newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      await sreymom.goto(`${hub.url}/members`);
      const count = await sreymom.locator(".lead").textContent();
      expect(count).toBeTruthy();

      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(`${hub.url}/members`);
      await dara.getByRole("button", { name: w("Add an organisation") }).click();
      await dara.getByLabel(w("Name in Khmer"), { exact: true }).fill("ក្រុមតម្បាញជីក្រែង");
      await dara.getByLabel(w("Name in English"), { exact: true }).fill("Chi Kraeng Weavers");
      await dara.getByLabel(w("Type"), { exact: true }).selectOption("informal_group");
      await dara.getByLabel(w("Registration"), { exact: true }).selectOption("UNREGISTERED");
      await clean(dara);
      await dara.getByRole("button", { name: w("Add to the network") }).click();
      await expect(dara.getByRole("button", { name: w("Add to the network") })).toBeHidden();
      await dara.goto(`${hub.url}/members?q=ជីក្រែង`);
      await expect(
        dara.getByText("ក្រុមតម្បាញជីក្រែង").or(dara.getByText("Chi Kraeng Weavers")).first(),
      ).toBeVisible();
      await expect(dara.getByText(w("hidden"), { exact: true }).first()).toBeVisible();

      // Another member searches in both scripts, and counts.
      for (const words of ["Chi Kraeng", "ជីក្រែង"]) {
        await sreymom.goto(`${hub.url}/members?q=${words}`);
        await expect(sreymom.getByText(w("No member fits"))).toBeVisible();
      }
      await sreymom.goto(`${hub.url}/members`);
      await expect(sreymom.locator(".lead")).toHaveText(count ?? "");
      // What has just happened is told to the coordinator, and to her not at all.
      const news = (page: Page) => page.locator("time").first();
      await dara.goto(`${hub.url}/`);
      await expect(dara.getByText(/Weavers|តម្បាញ/).first()).toBeVisible();
      await sreymom.goto(`${hub.url}/`);
      await expect(news(sreymom)).toBeVisible();
      await expect(sreymom.getByText(/Weavers|តម្បាញ/)).toHaveCount(0);
    } finally {
      await hub.stop();
    }
  });
}
