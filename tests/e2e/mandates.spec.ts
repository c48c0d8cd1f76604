import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { says } from "./words";

const NAMES = {
  dara: { en: "Sok Dara", km: "សុខ ដារ៉ា" },
  sreymom: { en: "Chan Sreymom", km: "ចាន់ ស្រីមុំ" },
  chenda: { en: "Phal Chenda", km: "ផល ចិន្តា" },
};
const KBL = { en: "Khmer Budget Lens", km: "កែវយឺតថវិកាខ្មែរ" };

for (const [locale, size] of [
  ["km", "phone"],
  ["en", "desktop"],
] satisfies [Locale, "phone" | "desktop"][]) {
  test(`§3.2 mandates are given with the decision behind them, end at once, and what was done is told (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(`${hub.url}/members`);
      await dara.getByRole("link", { name: KBL[locale] }).first().click();
      await expect(dara.getByRole("heading", { level: 1 })).toContainText(KBL[locale]);
      const address = new URL(dara.url()).pathname;
      const give = async (person: string, role: string, basis: string | null) => {
        await dara.getByRole("button", { name: w("Give a mandate"), exact: true }).click();
        await dara.getByLabel(w("Person"), { exact: true }).selectOption({ label: person });
        await dara.getByLabel(w("Role"), { exact: true }).selectOption(role);
        if (basis) {
          await dara.getByLabel(w("Given by"), { exact: true }).selectOption(basis);
          await dara.getByLabel(w("Decided on"), { exact: true }).fill("2026-01-10");
        }
        await dara.getByRole("button", { name: w("Give the mandate") }).click();
      };
      // Who signs is not recorded without the decision that says so.
      await give(NAMES.chenda[locale], "SIGNATORY", null);
      await expect(dara.getByRole("alert").first()).toBeVisible();
      await clean(dara);
      await dara.getByLabel(w("Given by"), { exact: true }).selectOption("BOARD");
      await dara.getByLabel(w("Decided on"), { exact: true }).fill("2026-01-10");
      await dara.getByRole("button", { name: w("Give the mandate") }).click();
      await expect(dara.getByText(w("Authorised signatory"), { exact: true }).first()).toBeVisible();
      await give(NAMES.sreymom[locale], "REPRESENTATIVE", null);
      await expect(dara.getByText(w("Member representative"), { exact: true }).first()).toBeVisible();

      // Its representative agrees beforehand what may be signed, and reads what was done in its name.
      const sreymom = await (await browserFor(browser, locale, size)).newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      await sreymom.goto(hub.url + address);
      await sreymom.getByRole("button", { name: w("Record a standing mandate") }).click();
      await sreymom.getByRole("button", { name: w("Record it") }).click();
      await expect(
        sreymom.getByText(w("Say whose decision it was, of what day, and until when it holds.")),
      ).toBeVisible();
      const ahead = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
      await sreymom.getByLabel(w("Last day"), { exact: true }).fill(ahead);
      await sreymom.getByLabel(w("Given by"), { exact: true }).selectOption("BOARD");
      await sreymom.getByLabel(w("Decided on"), { exact: true }).fill("2026-01-10");
      await sreymom.getByLabel(w("open letters")).check();
      await clean(sreymom);
      await sreymom.getByRole("button", { name: w("Record it") }).click();
      await expect(sreymom.getByText(w("open letters"), { exact: true })).toBeVisible();
      await clean(sreymom);
      await sreymom.getByRole("link", { name: w("All that was done in our name") }).click();
      await expect(sreymom.getByText(w("recorded a standing mandate of"))).toBeVisible();
      await clean(sreymom);

      // The mandate ends, and with it what she may do, on the page that is open.
      await sreymom.goto(hub.url + address);
      await expect(sreymom.getByRole("button", { name: w("Record a standing mandate") })).toBeVisible();
      await dara.reload();
      await dara
        .getByRole("listitem")
        .filter({ hasText: NAMES.sreymom[locale] })
        .filter({ hasText: w("Member representative") })
        .getByRole("button", { name: w("End"), exact: true })
        .click();
      await expect(sreymom.getByRole("button", { name: w("Record a standing mandate") })).toHaveCount(0);
    } finally {
      await hub.stop();
    }
  });
}
