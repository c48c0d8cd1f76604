import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { NAMES } from "./paper";
import { says } from "./words";

const BOARDS = { en: "Budgets on every commune board", km: "ថវិកានៅលើក្តារព័ត៌មានគ្រប់ឃុំ" };
const TWELVE = { en: "Post the budgets of twelve communes", km: "បិទផ្សាយថវិកាឃុំដប់ពីរ" };
const COPIES = {
  en: "Give communes copies of their accounts within ten days",
  km: "ផ្តល់ច្បាប់ចម្លងគណនីដល់ឃុំក្នុងដប់ថ្ងៃ",
};
const TREASURY = { en: "Provincial Treasury", km: "រតនាគារខេត្ត" };

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J7.1 J7.2 J7.3 J7.4 what was promised is followed, shown and verified; outside nobody is named (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo", { library: true });
    const w = (english: string) => says(locale, english);
    try {
      const sreymom = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      await sreymom.getByRole("link", { name: w("Commitments"), exact: true }).click();
      await sreymom.getByLabel(w("Which"), { exact: true }).selectOption("overdue");
      await expect(sreymom.getByRole("link", { name: TWELVE[locale] })).toBeVisible();
      await clean(sreymom);

      // J7.1: written down in the campaign, then confirmed by something one can name.
      await sreymom
        .getByLabel(w("In which campaign it was promised"))
        .selectOption({ label: BOARDS[locale] });
      await sreymom.getByRole("button", { name: w("Write down a commitment") }).click();
      const form = sreymom.getByRole("dialog");
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(form.getByRole("alert")).toHaveCount(2);
      await clean(sreymom);
      await form.getByLabel(w("What was promised, in English")).fill("Open the accounts of the market");
      await form.getByLabel(w("Who is to keep it, in English")).fill("Market committee");
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(form).toHaveCount(0);
      await sreymom.getByLabel(w("Which"), { exact: true }).selectOption("open");
      // Side by side: each stands in the column of its state.
      await sreymom.getByLabel(w("How they are shown"), { exact: true }).selectOption("board");
      const column = sreymom.getByRole("region", { name: w("confirmed"), exact: true });
      await expect(column.getByRole("listitem").first()).toBeVisible();
      await clean(sreymom);
      await sreymom.getByLabel(w("How they are shown"), { exact: true }).selectOption("list");
      await expect(column).toHaveCount(0);
      // On the map: a province shows its own; by whom: an institution shows its own, wherever.
      const market = sreymom.getByRole("link", { name: "Open the accounts of the market" });
      await expect(market).toBeVisible();
      await sreymom.getByLabel(w("How they are shown"), { exact: true }).selectOption("map");
      const map = sreymom.getByRole("group", { name: w("Commitments by province") });
      await map.getByRole("button", { name: locale === "en" ? /Siem Reap: / : /សៀមរាប: / }).click();
      await expect(sreymom.getByRole("link", { name: TWELVE[locale] })).toBeVisible();
      await expect(market).toHaveCount(0);
      await clean(sreymom);
      await map.getByRole("button", { pressed: true }).click();
      await sreymom.getByLabel(w("How they are shown"), { exact: true }).selectOption("list");
      const whom = sreymom.getByLabel(w("By whom"), { exact: true });
      await whom.selectOption("o Market committee");
      await expect(market).toBeVisible();
      await expect(sreymom.getByRole("link", { name: TWELVE[locale] })).toHaveCount(0);
      await whom.selectOption("");
      await sreymom.getByRole("link", { name: "Open the accounts of the market" }).click();
      await sreymom.getByRole("button", { name: w("It is confirmed") }).click();
      await sreymom.getByRole("dialog").getByLabel(w("By what one knows")).fill("Letter of today");
      await sreymom
        .getByRole("dialog")
        .getByRole("button", { name: w("Save"), exact: true })
        .click();
      await expect(sreymom.locator(".pagehead").getByText(w("confirmed"), { exact: true })).toBeVisible();
      await expect(sreymom.getByText("Letter of today")).toBeVisible();

      // J7.3: a new day, and by how much it slipped.
      await sreymom.goto(`${hub.url}/commitments?which=overdue`);
      await sreymom.getByRole("link", { name: TWELVE[locale] }).click();
      const page = sreymom.url();
      await clean(sreymom);
      await sreymom.getByRole("button", { name: w("Add what was found") }).click();
      const found = sreymom.getByRole("dialog");
      await found.getByLabel(w("What was found")).fill("Nine boards are up");
      // J7.4: kept in part is shown, or refused.
      await found.getByLabel(w("Where it stands by that")).selectOption("PARTLY_FULFILLED");
      await found.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(found.getByRole("alert")).toHaveCount(2);
      await found.getByRole("textbox", { name: w("How many of {0}").replace("{0}", "12") }).fill("9");
      await found.getByRole("searchbox", { name: w("Search the library") }).fill("budget");
      await found.locator("ul.picks button").first().click();
      await clean(sreymom);
      await found.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(found).toHaveCount(0);
      await expect(sreymom.getByText(w("waits for somebody who looks at the evidence"))).toBeVisible();
      await expect(sreymom.getByRole("button", { name: w("I have looked: it is so") })).toHaveCount(0);

      // Another looks at it; the first sees it without asking.
      const bopha = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.goto(page);
      await clean(bopha);
      await bopha.getByRole("button", { name: w("I have looked: it is so") }).click();
      await expect(bopha.getByText(w("kept in part"), { exact: true }).first()).toBeVisible();
      await expect(sreymom.locator(".pagehead").getByText(w("kept in part"), { exact: true })).toBeVisible();

      // J7.2: the team knows who; the page for everybody does not say it.
      await sreymom.goto(`${hub.url}/commitments?which=overdue`);
      await sreymom.getByRole("link", { name: COPIES[locale] }).click();
      await expect(sreymom.getByRole("definition").filter({ hasText: TREASURY[locale] })).toBeVisible();
      const everybody = await (await browserFor(browser, locale, "phone")).newPage();
      await sreymom.goto(`${hub.url}/commitments`);
      const address = await sreymom
        .getByRole("link", { name: w("As everybody sees them") })
        .getAttribute("href");
      await everybody.goto(`${hub.url}${address}`);
      await expect(everybody.getByText(COPIES[locale])).toBeVisible();
      await expect(everybody.getByText(TREASURY[locale])).toHaveCount(0);
      // The page runs no script, so none can look at it there: its very bytes are looked at elsewhere.
      const bytes = await (await everybody.request.get(`${hub.url}${address}`)).text();
      await everybody.goto("about:blank");
      await everybody.setContent(bytes);
      await clean(everybody);
    } finally {
      await hub.stop();
    }
  });
}
