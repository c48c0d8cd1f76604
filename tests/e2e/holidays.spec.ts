import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { NAMES } from "./paper";
import { says } from "./words";

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J4.2 the coordinator names the public holidays, which are no working days (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const dara = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(`${hub.url}/network`);
      const form = dara.getByRole("region", { name: w("Public holidays") });
      const year = new Date().getFullYear() + 1;
      await form.getByLabel(w("Day"), { exact: true }).fill(`${year}-11-09`);
      await dara.getByRole("button", { name: w("Add the holiday") }).click();
      await expect(form.getByRole("alert")).toBeVisible();
      await form.getByLabel(w("Name in Khmer"), { exact: true }).fill("ទិវាបុណ្យឯករាជ្យជាតិ");
      await clean(dara);
      await dara.getByRole("button", { name: w("Add the holiday") }).click();
      await expect(dara.getByText("ទិវាបុណ្យឯករាជ្យជាតិ")).toBeVisible();
      await clean(dara);
      await dara.reload();
      await dara.getByRole("button", { name: /ទិវាបុណ្យឯករាជ្យជាតិ/ }).click();
      await expect(dara.getByText("ទិវាបុណ្យឯករាជ្យជាតិ")).toHaveCount(0);
    } finally {
      await hub.stop();
    }
  });
}
