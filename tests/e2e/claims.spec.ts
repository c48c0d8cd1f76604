import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { says } from "./words";

const DARA = { en: "Sok Dara", km: "សុខ ដារ៉ា" };
const CDRO = { en: "Chanreaksmey Disability Rights Organization", km: "អង្គការសិទ្ធិជនពិការច័ន្ទរស្មី" };

for (const [locale, size] of [
  ["km", "phone"],
  ["en", "desktop"],
] satisfies [Locale, "phone" | "desktop"][]) {
  test(`§3.2 the people of a listed organisation say that it is theirs and come in by invitation (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const guest = await (await browserFor(browser, locale, size)).newPage();
      await guest.goto(`${hub.url}/apply`);
      await guest
        .getByRole("link", { name: w("Is your organisation listed already? Say that it is yours.") })
        .click();
      await expect(guest.getByRole("heading", { level: 1 })).toHaveText(w("This is our organisation"));
      await clean(guest);
      await guest.getByLabel(w("Organisation"), { exact: true }).selectOption({ label: CDRO[locale] });
      await guest.getByRole("button", { name: w("Tell the secretariat") }).click();
      await expect(guest.getByRole("alert").first()).toBeVisible();
      await guest.getByLabel(w("Family name in Khmer"), { exact: true }).fill("ជា");
      await guest.getByLabel(w("Given name in Khmer"), { exact: true }).fill("សុភា");
      await guest.getByLabel(w("E-mail address"), { exact: true }).fill("sophea@cdro.example");
      await guest.getByRole("button", { name: w("Tell the secretariat") }).click();
      await expect(guest.getByRole("heading", { level: 1 })).toHaveText(
        w("The secretariat has your message"),
      );

      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, DARA[locale]);
      await dara.goto(`${hub.url}/applications`);
      await expect(dara.getByText("sophea@cdro.example")).toBeVisible();
      await clean(dara);
      await dara.getByRole("button", { name: w("It is so: invite them") }).click();
      await expect(dara.getByText("sophea@cdro.example")).toHaveCount(0);
      await dara.goto(`${hub.url}/outbox`);
      const body = await dara
        .locator("article.card")
        .filter({ hasText: "sophea@cdro.example" })
        .locator(".mailbody")
        .textContent();
      await guest.goto(body?.match(/http\S+\/welcome#\S+/)?.[0] ?? "");
      await guest.locator("input[type=password]").first().fill("three green rivers");
      await guest.locator("button[type=submit]").click();
      await expect(guest.locator(".acting")).toContainText("CDRO");
    } finally {
      await hub.stop();
    }
  });
}
