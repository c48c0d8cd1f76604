import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { NAMES } from "./paper";
import { letter } from "./sign";
import { says } from "./words";

const CHENDA = { en: "Phal Chenda", km: "ផល ចិន្តា" };
const KBL = { en: "Khmer Budget Lens", km: "កែវយឺតថវិកាខ្មែរ" };
const BOARDS = { en: "Budgets on every commune board", km: "ថវិកានៅលើក្តារព័ត៌មានគ្រប់ឃុំ" };
const COMMUNES = { en: "Communes posting their budget", km: "ឃុំដែលបិទផ្សាយថវិកា" };

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J2.7 J10.1 J10.2 a campaign is measured, an outcome is confirmed by somebody outside and made public, donors are told (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const chenda = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(chenda, hub, CHENDA[locale]);
      await chenda.goto(`${hub.url}/campaigns`);
      await chenda.getByRole("link", { name: new RegExp(BOARDS[locale]) }).click();
      await chenda.getByRole("link", { name: w("Results"), exact: true }).click();
      const communes = chenda.getByRole("region", { name: COMMUNES[locale], exact: true });
      await expect(
        communes.getByText(w("{0} % of the way").replace("{0}", locale === "en" ? "22" : "២២")),
      ).toBeVisible();
      await clean(chenda);

      // J2.7: a period that is taken is refused by name; an earlier one without evidence is kept, and marked.
      await communes.getByRole("button", { name: w("Enter a value") }).click();
      const form = chenda.getByRole("dialog");
      await form.getByRole("textbox", { name: new RegExp(`^${w("Value")} `) }).fill("7");
      const today = new Date(Date.now() + 7 * 3_600_000);
      const day = (back: number) => new Date(today.getTime() - back * 86_400_000).toISOString().slice(0, 10);
      await form.getByLabel(w("First day"), { exact: true }).fill(day(60));
      await form.getByLabel(w("Last day"), { exact: true }).fill(day(30));
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(
        form.getByText(/There is a value for a part of this period|មានតម្លៃសម្រាប់ផ្នែកមួយ/),
      ).toBeVisible();
      await clean(chenda);
      await form.getByLabel(w("First day"), { exact: true }).fill(day(300));
      await form.getByLabel(w("Last day"), { exact: true }).fill(day(200));
      await form.getByRole("textbox", { name: new RegExp(`^${w("Value")} `) }).fill("2.5");
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(form).toHaveCount(0);
      await expect(
        communes.getByText(locale === "en" ? "2.5" : "២.៥", { exact: true }).first(),
      ).toBeVisible();

      // J10.1: what is missing is named; filled, it is looked through, and somebody outside is asked.
      await chenda.getByRole("button", { name: w("Write down an outcome") }).click();
      await form
        .getByLabel(w("What has changed (English)"))
        .fill("Three communes posted their budgets in one week.");
      await form.getByLabel(w("Who changed"), { exact: true }).fill("Three commune councils");
      await clean(chenda);
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      const outcome = chenda.getByRole("article").filter({ hasText: "Three communes posted" });
      await outcome.getByRole("button", { name: w("Looked through"), exact: true }).click();
      await expect(outcome.getByText(/Say when it was|សូមប្រាប់ថាវាកើតឡើងពេលណា/)).toBeVisible();
      await outcome.getByRole("button", { name: w("Change"), exact: true }).click();
      await form.getByLabel(w("When"), { exact: true }).fill(day(10));
      await form.getByLabel(w("What we have to do with it")).fill("KBL had met each of them.");
      await form.getByRole("checkbox", { name: KBL[locale] }).check();
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(form).toHaveCount(0);
      await outcome.getByRole("button", { name: w("Looked through"), exact: true }).click();
      await outcome.getByRole("button", { name: w("Ask somebody outside") }).click();
      await form.getByLabel(w("Name"), { exact: true }).fill("Chief of the district");
      await form.getByLabel(w("E-mail"), { exact: true }).fill("sreymom@ocn.example");
      await form.getByRole("button", { name: w("Send the question") }).click();
      await expect(form.getByText(/has a part in the campaign|មានផ្នែកក្នុងយុទ្ធនាការ/)).toBeVisible();
      await clean(chenda);
      await form.getByLabel(w("E-mail"), { exact: true }).fill("chief@district.example");
      await form.getByRole("button", { name: w("Send the question") }).click();
      await expect(form).toHaveCount(0);
      await expect(outcome.getByText(w("others are asked"), { exact: true })).toBeVisible();

      // Somebody outside, on a phone, without an account.
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      const link = await letter(dara, hub, "chief@district.example", "/substantiate");
      const chief = await (await browserFor(browser, locale, "phone")).newPage();
      await chief.goto(link);
      await expect(chief.getByText("Three communes posted their budgets in one week.")).toBeVisible();
      await chief.getByRole("button", { name: w("Send the answer") }).click();
      await expect(chief.getByText(w("Choose one of them."))).toBeVisible();
      await chief.getByRole("radio", { name: w("It is so in part"), exact: true }).check();
      await chief.getByLabel(w("In your words")).fill("Two of them took it down again.");
      await clean(chief);
      await chief.getByRole("button", { name: w("Send the answer") }).click();
      await expect(
        chief.getByText(w("Thank you. Your answer has arrived. You can close this page.")),
      ).toBeVisible();
      await chief.goto("about:blank");
      await chief.goto(link);
      await expect(chief.getByRole("alert")).toBeVisible();
      await expect(outcome.getByText(w("others agree in part"), { exact: true })).toBeVisible();

      // A coordinator makes it public, in words that were looked through.
      await dara.goto(chenda.url());
      const told = dara.getByRole("article").filter({ hasText: "Three communes posted" });
      await told.getByRole("button", { name: w("Make it public") }).click();
      const publish = dara.getByRole("dialog");
      await publish.getByLabel(w("What is told (English)")).fill("Three communes posted their budgets.");
      await publish.getByRole("button", { name: w("Make it public") }).click();
      await expect(publish.getByRole("alert").first()).toBeVisible();
      await clean(dara);
      await publish.getByRole("checkbox", { name: w("I have made sure that it harms nobody.") }).check();
      await publish
        .getByRole("checkbox", {
          name: w("I have made sure that nobody is named who has not agreed to it."),
        })
        .check();
      await publish.getByRole("button", { name: w("Make it public") }).click();
      await expect(publish).toHaveCount(0);
      const page = chenda.url().split("/campaigns/")[1]?.split("?")[0] ?? "";
      await chief.goto(`${hub.url}/public/campaigns/${page}`);
      await expect(
        chief.getByText("Three communes posted their budgets.", { exact: true }).first(),
      ).toBeVisible();

      // The golden thread says where it is broken; through one outcome it shows what leads there.
      await told.getByRole("link", { name: w("How it came about") }).click();
      await expect(
        dara.getByRole("link", { name: "Three communes posted their budgets in one week." }),
      ).toBeVisible();
      await expect(dara.getByText(w("no ask leads to it"))).toBeVisible();
      await clean(dara);
      await dara.getByRole("link", { name: w("Show the whole thread") }).click();
      await expect(dara.getByRole("link", { name: COMMUNES[locale] })).toBeVisible();
      await clean(dara);

      // J10.2: the donor report, on the screen and as files.
      await dara.getByRole("link", { name: w("Reports"), exact: true }).click();
      await clean(dara);
      await dara.getByLabel(w("Which report")).selectOption({ label: w("Results for donors") });
      await dara.getByLabel(w("From"), { exact: true }).fill(day(400));
      const results = dara.getByRole("region", { name: w("Results for donors") });
      await expect(results.getByRole("row", { name: new RegExp(COMMUNES[locale]) })).toBeVisible();
      await dara
        .getByRole("checkbox", { name: w("It leaves the team: small groups and names are withheld") })
        .check();
      await expect(dara.getByText(/fewer than five people, or what|តិចជាងប្រាំនាក់ ឬអ្វី/)).toBeVisible();
      await clean(dara);
      const [file] = await Promise.all([
        dara.waitForEvent("download"),
        dara.getByRole("link", { name: w("To print (PDF)") }).click(),
      ]);
      expect(file.suggestedFilename()).toBe("results.pdf");
      await dara.getByRole("link", { name: w("What changed"), exact: true }).click();
      await expect(
        dara.getByText(`${w("outcome")}: ${w("where it stands")}`, { exact: true }).first(),
      ).toBeVisible();
      await expect(dara.getByText(w("others agree in part")).first()).toBeVisible();
      await clean(dara);
    } finally {
      await hub.stop();
    }
  });

  test(`J2.1 a second campaign is planned from a template in a minute, and a third from the second (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const dara = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      const begin = async (what: string, title: string) => {
        await dara.goto(`${hub.url}/campaigns`);
        await dara.getByRole("button", { name: w("Begin a campaign") }).click();
        const form = dara.getByRole("dialog");
        await form.getByLabel(w("What it begins with")).selectOption({ label: what });
        await form.getByLabel(w("{0} (English)").replace("{0}", w("Title"))).fill(title);
        await form.getByLabel(w("Which organisation leads it")).selectOption({ label: KBL[locale] });
        await clean(dara);
        await form.getByRole("button", { name: w("Begin"), exact: true }).click();
        await expect(dara.getByRole("heading", { level: 1, name: title })).toBeVisible();
      };
      await begin(w("That a public service becomes better"), "A health centre that listens");
      await dara.getByRole("link", { name: w("Objectives and asks"), exact: true }).click();
      await expect(
        dara.getByText(/A joint action plan is agreed|ផែនការសកម្មភាពរួមត្រូវបានព្រមព្រៀង/).first(),
      ).toBeVisible();
      await clean(dara);
      await begin("A health centre that listens", "A school that listens");
      await dara.getByRole("link", { name: w("Results"), exact: true }).click();
      await expect(
        dara.getByText(/People who scored the service|ចំនួនមនុស្សដែលបានដាក់ពិន្ទុសេវា/).first(),
      ).toBeVisible();
      await clean(dara);
    } finally {
      await hub.stop();
    }
  });
}
