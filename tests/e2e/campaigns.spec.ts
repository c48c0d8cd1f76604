import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { NAMES } from "./paper";
import { says } from "./words";

const SAMNANG = { en: "Prak Samnang", km: "ប្រាក់ សំណាង" };
const RATTANA = { en: "Hem Rattana", km: "ហែម រតនា" };
const KBL = { en: "Khmer Budget Lens", km: "កែវយឺតថវិកាខ្មែរ" };
const TMYA = { en: "Tonle Mekhala Youth Association", km: "សមាគមយុវជនទន្លេមេខលា" };
const BOARDS = { en: "Budgets on every commune board", km: "ថវិកានៅលើក្តារព័ត៌មានគ្រប់ឃុំ" };

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J2.1 J2.2 J2.3 a campaign is planned, its gaps are named, it begins, a member joins on a phone and leaves again (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    const label = (name: string, language: "English" | "Khmer") =>
      w(`{label} (${language})`).replace("{label}", w(name));
    try {
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(`${hub.url}/campaigns`);
      await expect(dara.getByRole("link", { name: new RegExp(BOARDS[locale]) })).toBeVisible();
      await clean(dara);

      // Begun with a title alone; what is missing for each step is named.
      await dara.getByRole("button", { name: w("Begin a campaign") }).click();
      const form = dara.getByRole("dialog");
      await form.getByRole("button", { name: w("Begin"), exact: true }).click();
      await expect(form.getByRole("alert").first()).toBeVisible();
      await form.getByLabel(w("{0} (English)").replace("{0}", w("Title"))).fill("A library in every school");
      await form.getByLabel(w("Which organisation leads it")).selectOption({ label: KBL[locale] });
      await clean(dara);
      await form.getByRole("button", { name: w("Begin"), exact: true }).click();
      await expect(dara.getByRole("heading", { level: 1, name: "A library in every school" })).toBeVisible();
      const page = dara.url();
      await dara.getByRole("button", { name: w("Plan it") }).click();
      await expect(dara.getByText(/Say what is wrong|សូមប្រាប់ពីបញ្ហា/)).toBeVisible();
      await expect(dara.getByText(/Say what is to be reached|សូមប្រាប់ពីគោលដៅ/)).toBeVisible();
      await clean(dara);
      await dara.getByRole("button", { name: w("Change"), exact: true }).click();
      await form
        .getByLabel(w("{0} (English)").replace("{0}", w("What is wrong")))
        .fill("Two schools of three have no books.");
      await form
        .getByLabel(w("{0} (English)").replace("{0}", w("What is to be reached")))
        .fill("Every child can borrow a book.");
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(form).toHaveCount(0);
      await dara.getByRole("button", { name: w("Plan it") }).click();
      await expect(dara.getByText(w("being planned"), { exact: true })).toBeVisible();

      // The chair cannot approve what has no objective, no ask of somebody, no theory and no risk.
      const samnang = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(samnang, hub, SAMNANG[locale]);
      await samnang.goto(page);
      await samnang.getByRole("button", { name: w("Approve the plan") }).click();
      await expect(samnang.getByText(/The plan has no objective yet|ផែនការមិនទាន់មានគោលបំណងទេ/)).toBeVisible();
      await clean(samnang);

      await dara.getByRole("link", { name: w("Objectives and asks"), exact: true }).click();
      await dara.getByRole("button", { name: w("Add an objective") }).click();
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(form.getByRole("alert").first()).toBeVisible();
      await form.getByLabel(label("What is to be reached", "English")).fill("The ministry pays for books.");
      await form.getByRole("checkbox", { name: w("specific") }).check();
      await clean(dara);
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(dara.getByText("The ministry pays for books.").first()).toBeVisible();
      await dara.getByRole("button", { name: w("Add an ask") }).click();
      await form.getByLabel(label("What is asked", "English")).fill("Put books into the budget.");
      await form.getByLabel(w("For which objective")).selectOption({ label: "The ministry pays for books." });
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(dara.getByText("Put books into the budget.")).toBeVisible();
      await dara.getByRole("button", { name: w("Add a step") }).click();
      await form.getByLabel(w("If"), { exact: true }).fill("Parents ask");
      await form.getByLabel(w("Then"), { exact: true }).fill("the ministry answers");
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(dara.getByText("the ministry answers")).toBeVisible();
      await clean(dara);
      await dara.getByRole("link", { name: w("Budget and risks"), exact: true }).click();
      await dara.getByRole("button", { name: w("Add a risk") }).click();
      await form.getByLabel(w("What may happen")).fill("Teachers are blamed");
      await form.getByLabel(w("How likely, 1 to 5")).selectOption("4");
      await form.getByLabel(w("How bad, 1 to 5")).selectOption("5");
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(dara.getByText(/4 × 5 = 20|៤ × ៥ = ២០/)).toBeVisible();
      await clean(dara);

      // J2.1: the ask is of nobody yet; that gap is named, and filled.
      await samnang.reload();
      await samnang.getByRole("button", { name: w("Approve the plan") }).click();
      await expect(samnang.getByText(/an ask with a primary target|គោលដៅចម្បង/)).toBeVisible();
      await dara.getByRole("link", { name: w("Objectives and asks"), exact: true }).click();
      await dara
        .getByRole("region", { name: w("Asks"), exact: true })
        .getByRole("button", { name: new RegExp(w("Change: {0}, {1}").split("{0}")[0] ?? "") })
        .click();
      await form.getByLabel(label("Of whom", "English")).fill("Ministry of Education");
      await form.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(dara.getByText(/Ministry of Education/)).toBeVisible();
      await samnang.getByRole("button", { name: w("Approve the plan") }).click();
      await expect(samnang.getByText(w("under way"), { exact: true })).toBeVisible();

      // J2.2: members see it on their first page. J2.3: TMYA is asked, joins on a phone, takes work, and leaves.
      await dara.goto(page);
      await dara.getByRole("button", { name: w("Ask an organisation") }).click();
      await form.getByLabel(w("Which organisation"), { exact: true }).selectOption({ label: TMYA[locale] });
      await form.getByRole("button", { name: w("Ask"), exact: true }).click();
      await expect(dara.getByText(w("is asked"), { exact: true })).toBeVisible();
      const bopha = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await expect(
        bopha.getByRole("region", { name: w("Campaigns under way") }).getByText("A library in every school"),
      ).toBeVisible();
      await bopha
        .getByRole("link", {
          name: new RegExp(w("Your organisation is asked to take part in this campaign")),
        })
        .click();
      await clean(bopha);
      await bopha.getByRole("button", { name: w("Take part") }).click();
      await expect(bopha.getByRole("button", { name: w("Leave the campaign") })).toBeVisible();
      await bopha.getByRole("link", { name: w("Work"), exact: true }).click();
      await bopha.getByRole("button", { name: w("Add work") }).click();
      const card = bopha.getByRole("dialog");
      await card.getByLabel(w("Title (English)"), { exact: true }).fill("Count the books");
      await card.getByLabel(w("Who does it")).selectOption({ label: TMYA[locale] });
      await clean(bopha);
      await card.getByRole("button", { name: w("Save"), exact: true }).click();
      const board = bopha.getByRole("region", { name: w("Board") });
      await expect(board.getByRole("button", { name: "Count the books", exact: true })).toBeVisible();
      await board
        .getByRole("combobox", { name: w("Move {0} to").replace("{0}", "Count the books") })
        .selectOption({ label: w("Being done") });
      await expect(
        bopha
          .getByRole("region", { name: w("Being done") })
          .getByRole("button", { name: "Count the books", exact: true }),
      ).toBeVisible();
      await clean(bopha);
      await bopha.getByRole("link", { name: w("Overview"), exact: true }).click();
      await bopha.getByRole("button", { name: w("Leave the campaign") }).click();
      await bopha.getByRole("dialog").getByLabel(w("Why"), { exact: true }).fill("No hands left");
      await bopha
        .getByRole("dialog")
        .getByRole("button", { name: w("Leave the campaign") })
        .click();
      await expect(bopha.getByRole("dialog")).toHaveCount(0);
      await dara.getByRole("link", { name: w("Work"), exact: true }).click();
      const given = dara
        .getByRole("region", { name: w("Being done") })
        .getByRole("listitem")
        .filter({ hasText: "Count the books" });
      await expect(given.getByText("KBL")).toBeVisible();
      await dara.getByRole("link", { name: w("What changed"), exact: true }).click();
      await expect(dara.getByText("No hands left")).toBeVisible();
      await clean(dara);
    } finally {
      await hub.stop();
    }
  });

  test(`J2.4 J2.6 a plan is read in ten seconds, a card that one moves moves for all, it rests and outsiders are told no reason (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(`${hub.url}/campaigns`);
      await dara.getByRole("link", { name: new RegExp(BOARDS[locale]) }).click();
      await expect(dara.getByText(w("Next policy window"))).toBeVisible();
      await expect(dara.getByText(/1 of 3 answered|បានឆ្លើយ ១ ក្នុងចំណោម ៣/)).toBeVisible();
      await clean(dara);
      const page = dara.url();

      // J2.4: riel and dollars side by side, each with its own sum.
      await dara.goto(`${page}?tab=inside`);
      const budget = dara.getByRole("region", { name: w("Budget"), exact: true });
      await expect(budget.getByText(/15,600,000 KHR|១៥,៦០០,០០០ KHR/)).toBeVisible();
      await expect(budget.getByText(/3,000 USD|៣,០០០ USD/).first()).toBeVisible();

      await expect(
        budget.getByText(w("Riel and dollars are added only by a dated rate. Nobody has entered one yet.")),
      ).toBeVisible();
      await budget.getByRole("button", { name: w("Enter a rate") }).click();
      const rate = dara.getByRole("dialog");
      await rate.getByLabel(w("Riel for a dollar")).fill("4,000");
      await rate.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(rate.getByRole("alert").first()).toBeVisible();
      await rate.getByLabel(w("How we know")).fill("National Bank");
      await clean(dara);
      await rate.getByRole("button", { name: w("Save"), exact: true }).click();
      await expect(budget.getByText(/6,900 USD|៦,៩០០ USD/)).toBeVisible();

      // A card that one moves, the other sees moved.
      await dara.goto(`${page}?tab=work`);
      await expect(dara.getByRole("region", { name: w("Board") })).toBeVisible();
      await clean(dara);
      const bopha = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.goto(`${page}?tab=work`);
      const title = locale === "km" ? "ផ្ញើរូបភាពទៅបណ្ណាល័យ" : "Send pictures to the library";
      const mover = { name: w("Move {0} to").replace("{0}", title) };
      await expect(bopha.getByRole("combobox", mover)).toBeVisible();
      await dara.getByRole("combobox", mover).selectOption({ label: w("Done") });
      await expect(
        dara.getByRole("region", { name: w("Done") }).getByRole("button", { name: title, exact: true }),
      ).toBeVisible();
      await expect(
        bopha.getByRole("region", { name: w("Done") }).getByRole("button", { name: title, exact: true }),
      ).toBeVisible();
      // Drawn by hand to the head of another column, both in view.
      await dara.setViewportSize({ width: 1280, height: 2400 });
      const column = dara.getByRole("region", { name: w("Being done") });
      await dara
        .getByRole("listitem")
        .filter({ hasText: title })
        .dragTo(column.getByRole("listitem").first());
      await expect(column.getByRole("listitem").first()).toContainText(title);
      await clean(bopha);

      // J2.6: the lead lets it rest; whoever is not in the team is told that it does, and not why.
      await dara.goto(page);
      await dara.getByRole("button", { name: w("Let it rest") }).click();
      const why = dara.getByRole("dialog");
      await why.getByRole("button", { name: w("Let it rest") }).click();
      await expect(why.getByRole("alert").first()).toBeVisible();
      await why.getByLabel(w("Why (for the team alone)")).fill("Two volunteers were questioned.");
      await why.getByRole("button", { name: w("Let it rest") }).click();
      await expect(dara.getByText("Two volunteers were questioned.")).toBeVisible();
      await clean(dara);
      const rattana = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(rattana, hub, RATTANA[locale]);
      await rattana.goto(page);
      await rattana.getByRole("button", { name: w("Decline"), exact: true }).click();
      await expect(rattana.getByRole("button", { name: w("Decline"), exact: true })).toHaveCount(0);
      await expect(rattana.getByText(w("resting"), { exact: true })).toBeVisible();
      await expect(rattana.getByText("Two volunteers were questioned.")).toHaveCount(0);
      await clean(rattana);
      await bopha.goto(page);
      await expect(bopha.getByText("Two volunteers were questioned.")).toBeVisible();
      // Anybody reads the public page, without an account and without scripts.
      const address = await bopha.getByRole("link", { name: w("The public page") }).getAttribute("href");
      const stranger = await browser.newContext({ javaScriptEnabled: false });
      const anybody = await stranger.newPage();
      await anybody.goto(`${hub.url}${address}`);
      await expect(anybody.getByRole("heading", { name: BOARDS.en })).toBeVisible();
      await expect(anybody.getByText("Paused", { exact: true })).toBeVisible();
      await expect(anybody.getByText(/questioned/)).toHaveCount(0);
      await stranger.close();
    } finally {
      await hub.stop();
    }
  });
}
