import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { NAMES } from "./paper";
import { says } from "./words";

const BOARDS = { en: "Budgets on every commune board", km: "ថវិកានៅលើក្តារព័ត៌មានគ្រប់ឃុំ" };
const GOVERNOR = { en: "Siem Reap Provincial Governor's office", km: "សាលាខេត្តសៀមរាប" };
const DISTRICT = { en: "Chi Kraeng District Administration", km: "រដ្ឋបាលស្រុកជីក្រែង" };
const TWELVE = { en: "Post the budgets of twelve communes", km: "បិទផ្សាយថវិកាឃុំដប់ពីរ" };
const SPEAN = { en: "Spean Tnaot Commune Council", km: "ក្រុមប្រឹក្សាឃុំស្ពានត្នោត" };
const INTERIOR = { en: "Ministry of Interior", km: "ក្រសួងមហាផ្ទៃ" };
const KDEI = { en: "Kampong Kdei Commune Council", km: "ក្រុមប្រឹក្សាឃុំកំពង់ក្ដី" };
const SOVANN = { en: "H.E. Chhim Sovann", km: "ឯកឧត្តម ឈឹម សុវណ្ណ" };

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J3.1 J3.2 J3.3 J3.7 a team rates, moves, logs and takes a picture; an observer finds no trace (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.getByRole("link", { name: w("Stakeholders"), exact: true }).click();
      await clean(dara);
      // Any spelling finds whoever it is, and leads there.
      await dara
        .getByRole("searchbox", { name: w("Find somebody by any spelling of their name") })
        .fill("Chim Sovann");
      await dara.getByRole("link", { name: SOVANN[locale] }).click();
      await expect(dara.getByRole("complementary", { name: new RegExp(SOVANN[locale]) })).toBeVisible();

      // J3.1: the grid, by keyboard; what is advised; the same in the table.
      const grid = dara.getByRole("region", { name: w("Power and interest"), exact: true });
      const spean = grid.getByRole("button", { name: new RegExp(SPEAN[locale]) });
      await expect(grid.getByRole("button", { name: /./ })).not.toHaveCount(0);
      await spean.focus();
      await dara.keyboard.press("Enter");
      const panel = dara.getByRole("complementary", { name: new RegExp(SPEAN[locale]) });
      await expect(panel.getByText(w("Keep satisfied"), { exact: true })).toBeVisible();
      await expect(panel.getByText(w("Raise awareness, or monitor."))).toBeVisible();
      await clean(dara);

      // J3.3: without what was seen, the form says so and nothing is lost.
      await panel.getByRole("button", { name: w("Rate them anew") }).click();
      const form = dara.getByRole("dialog");
      await form
        .getByRole("group", { name: w("Interest in the issue") })
        .getByRole("radio")
        .nth(3)
        .check();
      await form
        .getByRole("group", { name: w("Alignment with the ask") })
        .getByRole("radio")
        .nth(3)
        .check();
      await form
        .getByRole("group", { name: w("How sure this is") })
        .getByRole("radio")
        .nth(2)
        .check();
      await form.getByLabel(w("By what you know")).fill("Meeting of the council");
      await form.getByRole("button", { name: w("Save the rating") }).click();
      await expect(form.getByRole("alert")).toHaveCount(1);
      await clean(dara);
      await form
        .getByLabel(w("What was seen or heard"))
        .fill("The council put up its plan while we were there");
      await form.getByRole("button", { name: w("Save the rating") }).click();
      await expect(form).toHaveCount(0);

      // J3.2: it has moved, the old one stays and is what was known before.
      await expect(panel.getByText(w("Manage closely"), { exact: true })).toBeVisible();
      const table = dara.getByRole("table", { name: w("Stakeholders and how they are rated") });
      const row = table.getByRole("row", { name: new RegExp(SPEAN[locale]) });
      await expect(row.getByText(w("toward"))).toBeVisible();
      const slider = dara.getByRole("slider", { name: new RegExp(w("As known on")) });
      await slider.focus();
      await dara.keyboard.press("ArrowLeft");
      await expect(panel.getByText(w("Keep satisfied"), { exact: true })).toBeVisible();
      await dara.keyboard.press("End");
      await expect(panel.getByText(w("Manage closely"), { exact: true })).toBeVisible();

      // A contact is logged from the panel and stands in the story.
      await panel.getByRole("button", { name: w("Log an engagement") }).click();
      const contact = dara.getByRole("dialog");
      await contact.getByLabel(w("What was said"), { exact: true }).fill("They will post every quarter");
      await clean(dara);
      await contact.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(contact).toHaveCount(0);
      await expect(panel.getByText("They will post every quarter")).toBeVisible();

      // What somebody has promised stands in theirs, and leads there.
      await grid.getByRole("button", { name: new RegExp(DISTRICT[locale]) }).focus();
      await dara.keyboard.press("Enter");
      const district = dara.getByRole("complementary", { name: new RegExp(DISTRICT[locale]) });
      const promised = district.getByRole("region", { name: w("What was"), exact: true });
      await expect(promised.getByRole("link", { name: TWELVE[locale] })).toHaveAttribute(
        "href",
        /\/commitments\//,
      );
      await expect(promised.getByText(w("overdue"), { exact: true }).first()).toBeVisible();

      // J3.7: those who lead take a picture away; it carries their name.
      const taken = dara.waitForEvent("download");
      await dara.getByRole("link", { name: "SVG" }).click();
      const picture = await (await taken).createReadStream();
      const chunks: Buffer[] = [];
      for await (const chunk of picture) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).toString()).toContain(NAMES.dara[locale]);
      const map = dara.url().split("?")[0] ?? "";
      await dara.goto(`${map}?view=acts`);
      await expect(
        dara.getByText(w("took the picture of influence and interest away")).first(),
      ).toBeVisible();

      // Another of the team sees the new rating without asking; and may not take it away.
      const sreymom = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      await sreymom.goto(`${map}?view=table`);
      const theirs = sreymom
        .getByRole("table", { name: w("Stakeholders and how they are rated") })
        .getByRole("row", { name: new RegExp(SPEAN[locale]) });
      await expect(theirs.getByText(w("toward"))).toBeVisible();
      await expect(sreymom.getByRole("link", { name: w("Table (CSV)") })).toHaveCount(0);
      const refused = await sreymom.request.get(`${hub.url}/files/${map.split("/").at(-1)}/map/table.csv`);
      expect(refused.status()).toBe(403);

      // The observer knows the campaign and finds no trace of a map.
      const kunthea = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(kunthea, hub, NAMES.kunthea[locale]);
      await expect(kunthea.getByRole("link", { name: w("Stakeholders"), exact: true })).toHaveCount(0);
      await kunthea.goto(`${hub.url}/campaigns`);
      await kunthea.getByRole("link", { name: new RegExp(BOARDS[locale]) }).click();
      await expect(kunthea.getByRole("link", { name: w("Stakeholder map") })).toHaveCount(0);
      await kunthea.goto(map);
      await expect(kunthea.getByText(w("This does not exist, or not for you."))).toBeVisible();
    } finally {
      await hub.stop();
    }
  });
}

test("J3 every view of a map is clean at both sizes, relations are walked, and two are merged", async ({
  browser,
}) => {
  const hub = await Hub.start("demo");
  const w = (english: string) => says("en", english);
  try {
    const dara = await (await browserFor(browser, "en", "desktop")).newPage();
    await enterAs(dara, hub, NAMES.dara.en);
    await dara.goto(`${hub.url}/campaigns`);
    await dara.getByRole("link", { name: new RegExp(BOARDS.en) }).click();
    await dara.getByRole("link", { name: w("Stakeholder map") }).click();
    await expect(dara.getByRole("heading", { name: w("Stakeholder map") })).toBeVisible();
    const map = dara.url().split("?")[0] ?? "";
    for (const view of ["aiim", "forces", "table", "log", "reports"]) {
      await dara.goto(`${map}?view=${view}`);
      await expect(dara.getByRole("navigation", { name: w("Views") })).toBeVisible();
      await clean(dara);
    }

    // The way from one to another is found, said and lit.
    await dara.goto(`${map}?view=relations`);
    await expect(dara.locator("canvas[data-ready]")).toBeVisible();
    await dara.getByLabel(w("Around whom")).selectOption({ label: INTERIOR.en });
    await dara.getByLabel(w("The way to whom")).selectOption({ label: KDEI.en });
    await expect(dara.getByRole("status").filter({ hasText: "→" })).toContainText(GOVERNOR.en);
    await clean(dara);
    // A relation that is close is confidential from the start, and only its author is told that it is there.
    await dara.getByRole("button", { name: w("Write down a relation") }).click();
    const form = dara.getByRole("dialog");
    await form.getByLabel(w("Who"), { exact: true }).selectOption({ label: "Mr Oum Rith" });
    await form.getByLabel(w("How"), { exact: true }).selectOption("PERSONAL_FAMILY");
    await form.getByLabel(w("Whom"), { exact: true }).selectOption({ label: "Mr Heng Bunthan" });
    await form.getByLabel(w("By what one knows")).fill("Register of companies");
    await expect(form.getByLabel(w("Who may know of it"))).toHaveValue("CONFIDENTIAL");
    await clean(dara);
    await form.getByRole("button", { name: w("Save"), exact: true }).click();
    await expect(form).toHaveCount(0);
    await expect(dara.getByRole("cell", { name: "Register of companies" })).toHaveCount(0);
    await dara.getByRole("button", { name: /^Open 1 confidential/ }).click();
    await dara.getByLabel(w("Around whom")).selectOption({ label: "Mr Oum Rith" });
    await expect(dara.getByText("confidential", { exact: true })).toBeVisible();

    // J3.6: another spelling is offered to be merged, and is.
    await dara.goto(`${map}?view=table`);
    await dara.getByRole("button", { name: w("Put somebody on the map") }).click();
    const added = dara.getByRole("dialog");
    await added.getByLabel(w("Name in English")).fill("Mr Heng Bunthann");
    await added.getByLabel(w("What it is")).selectOption("OFFICE_HOLDER");
    await added.getByRole("button", { name: w("Save"), exact: true }).click();
    await expect(added).toHaveCount(0);
    const pairs = dara.getByRole("region", { name: w("Perhaps the same") });
    await pairs.getByRole("button", { name: w("Merge…") }).click();
    await dara
      .getByRole("dialog")
      .getByRole("button", { name: w("Merge them") })
      .click();
    await expect(pairs).toHaveCount(0);
    await dara.goto(`${hub.url}/stakeholders`);
    await dara
      .getByRole("searchbox", { name: w("Find somebody by any spelling of their name") })
      .fill("bunthann");
    await expect(dara.getByText(/Heng Bunthann/)).toBeVisible();

    // On a phone, in Khmer: every view, without scrolling sideways as a whole.
    const phone = await (await browserFor(browser, "km", "phone")).newPage();
    await enterAs(phone, hub, NAMES.dara.km);
    for (const view of ["grid", "forces", "relations", "table", "log"]) {
      await phone.goto(`${map}?view=${view}`);
      await expect(phone.getByRole("heading", { name: says("km", "Stakeholder map") })).toBeVisible();
      await clean(phone);
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
  } finally {
    await hub.stop();
  }
});
