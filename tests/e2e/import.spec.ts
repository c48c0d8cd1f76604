import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { says } from "./words";

const DARA = { en: "Sok Dara", km: "សុខ ដារ៉ា" };
const TABLE = [
  "ឈ្មោះអង្គការ,ប្រភេទ,ខេត្ត,លេខទូរស័ព្ទ,ប្រធានបទ",
  "សមាគមអ្នកនេសាទបឹងទន្លេសាប,association,ខេត្តពោធិ៍សាត់,០១២ ៣៤៥ ៦៧៨,health",
  "កែវយឺតថវិកាខ្មែរ,local_ngo,ភ្នំពេញ,,",
  "អង្គការគ្មានទីកន្លែង,local_ngo,អាត្លង់ទិច,,",
].join("\n");

for (const [locale, size] of [
  ["km", "phone"],
  ["en", "desktop"],
] satisfies [Locale, "phone" | "desktop"][]) {
  test(`§7 a table with Khmer headers is mapped, looked over and taken all or nothing; coverage follows (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const dara = await (await browserFor(browser, locale, size)).newPage();
      await enterAs(dara, hub, DARA[locale]);
      await dara.goto(`${hub.url}/members`);
      await dara.getByRole("link", { name: w("Import a table") }).click();
      await expect(dara.getByRole("heading", { level: 1 })).toHaveText(w("Import members from a table"));
      await clean(dara);
      const file = dara.getByLabel(w("Table as CSV file"));
      // What is no table is refused in one's language.
      await file.setInputFiles({
        name: "photo.csv",
        mimeType: "text/csv",
        buffer: Buffer.from("PK\u0003\u0004"),
      });
      await expect(dara.locator(".note[data-tone=danger]")).toBeVisible();
      await file.setInputFiles({ name: "សមាជិក.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE) });
      await expect(dara.getByRole("heading", { level: 1 })).toHaveText("សមាជិក.csv");
      await expect(dara.getByLabel("ខេត្ត", { exact: true })).toHaveValue("HQ");
      await clean(dara);
      const line = (name: string) => dara.getByRole("listitem").filter({ hasText: name });
      const take = dara.getByRole("button", {
        name: new RegExp(w("Import {0} organisations").replace("{0}", ".")),
      });
      await expect(take).toBeDisabled();
      // One that is there already, and one nowhere: said of each.
      await expect(line("កែវយឺតថវិកាខ្មែរ").getByText(w("say who it is"), { exact: true })).toBeVisible();
      await line("កែវយឺតថវិកាខ្មែរ")
        .getByRole("button", { name: w("Leave it out") })
        .click();
      await expect(line("កែវយឺតថវិកាខ្មែរ").getByText(w("left out"), { exact: true })).toBeVisible();
      await expect(line("អង្គការគ្មានទីកន្លែង").getByText(w("cannot be taken"), { exact: true })).toBeVisible();
      await line("អង្គការគ្មានទីកន្លែង")
        .getByRole("button", { name: w("Leave it out") })
        .click();
      // The table waits as it was left, on another day and device.
      await expect(take).toBeEnabled();
      await dara.reload();
      await expect(take).toBeEnabled();
      await take.click();
      await expect(dara.getByRole("link", { name: w("See the members") })).toBeVisible();
      await clean(dara);

      await dara.goto(`${hub.url}/members?q=នេសាទ`);
      await expect(dara.getByText("សមាគមអ្នកនេសាទបឹងទន្លេសាប").first()).toBeVisible();
      await dara.getByRole("link", { name: w("Coverage"), exact: true }).click();
      await expect(dara.getByRole("heading", { level: 1 })).toHaveText(w("Coverage"));
      await clean(dara);
      // Nobody worked on health anywhere; now one member does, in Pursat.
      await dara.getByLabel(w("Theme on the map")).selectOption("health");
      const pursat = locale === "km" ? "ពោធិ៍សាត់: ១" : "Pursat: 1";
      await expect(dara.getByRole("button", { name: pursat, exact: true })).toBeVisible();
      await expect(dara.getByText(/^(24 of 25|ខេត្ត ២៤ ក្នុងចំណោម ២៥)/)).toBeVisible();
    } finally {
      await hub.stop();
    }
  });
}
