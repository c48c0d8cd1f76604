import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { NAMES } from "./paper";
import { says } from "./words";

const BOARDS = { en: "Budgets on every commune board", km: "ថវិកានៅលើក្តារព័ត៌មានគ្រប់ឃុំ" };
const KBL = { en: "Khmer Budget Lens", km: "កែវយឺតថវិកាខ្មែរ" };
const TABLE = `ប្រភេទ,Title,Due,Owner,Place
task,Copy the posters,1/3/2027,KBL,Siem Reap
task,Hang the posters,2027-03-05,KBL,Kampong Kdei
`;

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J2.2 work comes in from a table, changes in one go, and the team talks about it on a phone (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(`${hub.url}/campaigns`);
      await dara.getByRole("link", { name: new RegExp(BOARDS[locale]) }).click();
      await dara.getByRole("link", { name: w("Work"), exact: true }).click();

      // A table with a wrong row is looked over, and nothing of it is taken.
      await dara.getByRole("button", { name: w("From a table") }).click();
      const form = dara.getByRole("dialog");
      const bring = async (text: string) =>
        form.getByLabel(w("The table"), { exact: true }).setInputFiles({
          name: "work.csv",
          mimeType: "text/csv",
          buffer: Buffer.from(text),
        });
      await bring(TABLE.replace("1/3/2027", "some day"));
      await expect(form.getByText(/Write a day such as|សូមសរសេរថ្ងៃ/)).toBeVisible();
      await expect(form.getByRole("button", { name: w("Bring it in") })).toBeDisabled();
      await clean(dara);
      await bring(TABLE);
      await expect(form.getByRole("row", { name: /Hang the posters/ })).toBeVisible();
      await form.getByRole("button", { name: w("Bring it in") }).click();
      await expect(form).toHaveCount(0);
      const board = dara.getByRole("region", { name: w("Board"), exact: true });
      await expect(board.getByRole("button", { name: "Copy the posters", exact: true })).toBeVisible();

      // Both are given up at once.
      await dara.getByText(w("The same as a table")).click();
      for (const title of ["Copy the posters", "Hang the posters"])
        await dara.getByRole("checkbox", { name: w("Choose {0}").replace("{0}", title) }).check();
      const many = dara.getByRole("region", { name: w("Change all that is chosen") });
      await many.getByLabel(w("Where they stand")).selectOption({ label: w("Given up") });
      await clean(dara);
      await many.getByRole("button", { name: w("Change them") }).click();
      await expect(
        dara
          .getByRole("region", { name: w("Given up"), exact: true })
          .getByRole("button", { name: "Hang the posters", exact: true }),
      ).toBeVisible();

      // The days of this campaign in a telephone's calendar: an address that is shown once.
      await dara.getByText(w("These days in the calendar of your phone")).click();
      await dara.getByRole("button", { name: w("Make an address"), exact: true }).click();
      await expect(dara.getByText(/\/calendar\/.*&campaign=campaign:/)).toBeVisible();

      // Dara asks about one of them and tells Sreymom; she reads it on a phone and answers; he sees it at once.
      const about = (count: string) =>
        dara.getByRole("button", {
          name: w("What is said of {name}: {0}").replace("{name}", "Copy the posters").replace("{0}", count),
        });
      await about(locale === "en" ? "0" : "០").click();
      await form.getByLabel(w("Say something to the team")).fill("Why was this given up?");
      await form.getByText(w("Tell somebody of it by mail")).click();
      await form.getByLabel(w("Of which organisation")).selectOption({ label: KBL[locale] });
      await form.getByLabel(w("Whom"), { exact: true }).selectOption({ label: NAMES.sreymom[locale] });
      await clean(dara);
      await form.getByRole("button", { name: w("Say it"), exact: true }).click();
      await expect(form.getByText("Why was this given up?", { exact: true })).toBeVisible();
      await dara.keyboard.press("Escape");
      await expect(about(locale === "en" ? "1" : "១")).toBeVisible();
      const sreymom = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      await sreymom.goto(`${dara.url().split("?")[0]}?tab=talk`);
      await expect(sreymom.getByText("Why was this given up?")).toBeVisible();
      await sreymom.getByLabel(w("Say something to the team")).fill("The printer broke.");
      await sreymom.getByRole("button", { name: w("Say it"), exact: true }).click();
      await expect(sreymom.getByText("The printer broke.", { exact: true })).toBeVisible();
      await clean(sreymom);
      await dara.getByRole("link", { name: w("Talk"), exact: true }).click();
      await expect(dara.getByText("The printer broke.")).toBeVisible();
      await sreymom.getByRole("button", { name: w("Take it back") }).click();
      await expect(sreymom.getByText(w("taken back"))).toBeVisible();
      await expect(dara.getByText("The printer broke.")).toHaveCount(0);
      await dara.goto(`${hub.url}/outbox`);
      await expect(
        dara
          .locator("article.card")
          .filter({ hasText: "sreymom@ocn.example" })
          .filter({ hasText: "tab=talk" }),
      ).toHaveCount(1);
    } finally {
      await hub.stop();
    }
  });
}
