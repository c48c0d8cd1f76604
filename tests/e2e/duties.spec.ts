import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { says } from "./words";

const NAMES = {
  dara: { en: "Sok Dara", km: "សុខ ដារ៉ា" },
  bopha: { en: "Keo Bopha", km: "កែវ បុប្ផា" },
};
const GPP = { en: "GPP certificate", km: "វិញ្ញាបនបត្រ GPP" };

for (const [locale, size] of [
  ["km", "phone"],
  ["en", "desktop"],
] satisfies [Locale, "phone" | "desktop"][]) {
  test(`§3.2 what falls due is worded by the secretariat and recorded by the member (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.getByRole("link", { name: w("Duties and dates") }).click();
      await expect(dara.getByRole("heading", { level: 1 })).toHaveText(w("Duties and dates"));
      await clean(dara);
      await dara.getByRole("button", { name: w("Add a duty") }).click();
      await dara.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(dara.getByRole("alert").first()).toBeVisible();
      await dara.getByLabel(w("Name in Khmer"), { exact: true }).fill("ពន្ធប៉ាតង់");
      await dara.getByLabel(w("Falls due"), { exact: true }).selectOption("YEARLY");
      await dara.getByLabel(w("Month (1–12)"), { exact: true }).fill("3");
      await dara.getByLabel(w("Day (1–28)"), { exact: true }).fill("20");
      await clean(dara);
      await dara.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(dara.getByText("ពន្ធប៉ាតង់").first()).toBeVisible();

      const bopha = await (await browserFor(browser, locale, size)).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.goto(`${hub.url}/duties`);
      const line = bopha.getByRole("listitem").filter({ hasText: GPP[locale] });
      await expect(line).toHaveCount(1);
      await expect(line.getByText(w("due soon"), { exact: true })).toBeVisible();
      await clean(bopha);
      await line.getByRole("button", { name: w("Done"), exact: true }).click();
      await bopha.getByRole("button", { name: w("Record it") }).click();
      await expect(bopha.getByRole("alert").first()).toBeVisible();
      const ahead = new Date(Date.now() + 600 * 86_400_000).toISOString().slice(0, 10);
      await bopha.getByLabel(w("Valid until"), { exact: true }).fill(ahead);
      await clean(bopha);
      await bopha.getByRole("button", { name: w("Record it") }).click();
      await expect(line.getByText(w("in order"), { exact: true })).toBeVisible();
      // The secretariat, who has the page open, sees it without asking.
      await expect(
        dara
          .getByRole("listitem")
          .filter({ hasText: GPP[locale] })
          .filter({ hasText: "TMYA" })
          .getByText(w("in order"), { exact: true }),
      ).toBeVisible();
    } finally {
      await hub.stop();
    }
  });
}
