import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { blocks, NAMES, nameBopha, reads, TITLE, typeAfter } from "./paper";
import { says } from "./words";

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J4.1 J4.9 two write one paper at once, the hub dies, and every keystroke is there (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const sreymom = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      await sreymom.getByRole("link", { name: w("Papers"), exact: true }).click();
      await clean(sreymom);
      await sreymom.getByRole("link", { name: new RegExp(TITLE[locale]) }).click();
      await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();
      await clean(sreymom);

      // Bopha reads along; named as a drafter, she writes at once, without loading the page anew.
      const bopha = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.goto(sreymom.url());
      await expect(bopha.getByText(w("Live"), { exact: true })).toBeVisible();
      await clean(bopha);
      await nameBopha(sreymom, locale);
      await expect(bopha.getByText(w("Saved"), { exact: true })).toBeVisible();

      // Both write in the same paragraph, and each sees the other's words and place.
      await typeAfter(sreymom, "Each ministry should", " Sreymom was here.");
      await reads(bopha, "en", "Sreymom was here.");
      await typeAfter(bopha, "Each ministry should", " Bopha was here.");
      await reads(sreymom, "en", "Bopha was here.");
      await expect(sreymom.locator(".caret")).toContainText(NAMES.bopha[locale]);
      // The other language, on the other side of the screen.
      await typeAfter(sreymom, "ការបដិសេធត្រូវមានហេតុផល", " បន្ថែមដោយស្រីមុំ។");
      await bopha.getByRole("button", { name: "ខ្មែរ", exact: true }).last().click();
      await reads(bopha, "km", "បន្ថែមដោយស្រីមុំ។");
      await bopha.getByRole("button", { name: "EN", exact: true }).last().click();
      await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();
      await expect(bopha.getByText(w("Saved"), { exact: true })).toBeVisible();

      // The power fails. Both go on.
      await hub.crash();
      await typeAfter(sreymom, "Those who cannot travel", " Written in the dark.");
      await typeAfter(bopha, "In three of four communes", " Written by candle light.");
      await expect(sreymom.getByText(w("No line; kept on this device"))).toBeVisible();
      await expect(bopha.getByText(w("No line; kept on this device"))).toBeVisible();
      await hub.run();
      for (const page of [sreymom, bopha]) {
        await expect(page.getByText(w("Saved"), { exact: true })).toBeVisible({ timeout: 30_000 });
        for (const words of [
          "Sreymom was here.",
          "Bopha was here.",
          "Written in the dark.",
          "Written by candle light.",
        ]) {
          await reads(page, "en", words);
        }
      }
      // A third who comes only now finds the same.
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(sreymom.url());
      await reads(dara, "en", "Written by candle light.");
      const texts = await Promise.all([sreymom, bopha, dara].map((page) => blocks(page, "en")));
      expect(texts[1]).toEqual(texts[0]);
      expect(texts[2]).toEqual(texts[0]);
    } finally {
      await hub.stop();
    }
  });

  test(`J4.2–J4.6 a paper is begun, consulted, amended, answered and settled (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const sreymom = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      await sreymom.goto(`${hub.url}/papers`);
      await sreymom.getByRole("button", { name: w("Begin a paper") }).click();
      await sreymom.getByRole("button", { name: w("Begin"), exact: true }).click();
      await expect(sreymom.getByRole("alert").first()).toBeVisible();
      await sreymom.getByLabel(w("Title in English"), { exact: true }).fill("Show the budget");
      await sreymom.getByLabel(w("Title in Khmer"), { exact: true }).fill("បង្ហាញថវិកា");
      await sreymom.getByLabel(w("Written first in"), { exact: true }).selectOption("EN");
      await clean(sreymom);
      await sreymom.getByRole("button", { name: w("Begin"), exact: true }).click();
      await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();

      // Without summary and recommendations nobody is asked.
      await sreymom.getByRole("button", { name: w("Open the consultation") }).click();
      await sreymom
        .getByRole("dialog")
        .getByRole("button", { name: w("Open the consultation") })
        .click();
      await expect(sreymom.getByRole("dialog").getByRole("alert")).toHaveCount(2);
      await sreymom
        .getByRole("dialog")
        .getByRole("button", { name: w("Cancel") })
        .click();
      await typeAfter(sreymom, "Executive summary", "\nBudgets belong on the board.");
      await typeAfter(sreymom, "Recommendations", "\nPost the budget within 30 days.");
      await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();
      await sreymom.getByRole("button", { name: w("Open the consultation") }).click();
      await clean(sreymom);
      await sreymom
        .getByRole("dialog")
        .getByRole("button", { name: w("Open the consultation") })
        .click();
      await expect(sreymom.getByRole("button", { name: w("Send to review") })).toBeVisible();

      // Bopha, on her phone, proposes other words for a passage, and says something of a section.
      const bopha = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.goto(sreymom.url());
      await bopha.getByText("Post the budget within 30 days.").selectText();
      await bopha.getByRole("button", { name: w("Comment"), exact: true }).click();
      await bopha.getByLabel(w("Propose other words (an amendment)")).check();
      await bopha
        .getByLabel(w("The words as they should be; nothing to delete them"))
        .fill("Post the budget within 45 days.");
      await bopha.getByLabel(w("Why"), { exact: true }).fill("The council meets monthly.");
      await clean(bopha);
      await bopha.getByRole("button", { name: w("Send"), exact: true }).click();
      await expect(bopha.getByRole("article").getByText("The council meets monthly.")).toBeVisible();
      await bopha.getByRole("tab", { name: w("Text") }).click();
      await bopha.getByRole("button", { name: w("Comment"), exact: true }).click();
      await bopha.getByLabel(w("Your comment")).fill("Say who posts it.");
      await bopha.getByRole("button", { name: w("Send"), exact: true }).click();

      // They are there without loading anew; the accepted words come into the text.
      const amendment = sreymom.getByRole("article").filter({ hasText: "The council meets monthly." });
      await amendment.getByRole("button", { name: w("Accept"), exact: true }).click();
      await reads(sreymom, "en", "within 45 days");
      await reads(bopha, "en", "within 45 days");
      const comment = sreymom.getByRole("article").filter({ hasText: "Say who posts it." });
      await comment.getByRole("button", { name: w("Not accepted…") }).click();
      await comment.getByRole("button", { name: w("Answer"), exact: true }).click();
      await expect(comment.getByRole("alert")).toBeVisible();
      await clean(sreymom);

      // An open comment holds the text; the coordinator is led to it.
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(sreymom.url());
      await dara.getByRole("button", { name: w("Send to review") }).click();
      await dara.getByRole("dialog").getByLabel(w("Why"), { exact: true }).fill("All have answered.");
      await dara
        .getByRole("dialog")
        .getByRole("button", { name: w("Send to review") })
        .click();
      await dara.getByRole("button", { name: w("Approve the final text") }).click();
      await dara.getByRole("dialog").getByRole("checkbox").check();
      await dara
        .getByRole("dialog")
        .getByRole("button", { name: w("Approve the final text") })
        .click();
      await dara.getByRole("button", { name: w("Show the first") }).click();
      await expect(
        dara.getByRole("article").filter({ hasText: "Say who posts it." }).getByRole("button").first(),
      ).toBeFocused();
      await comment.getByLabel(w("Why it is not accepted")).fill("The law names the clerk.");
      await comment.getByRole("button", { name: w("Answer"), exact: true }).click();
      await expect(dara.getByText(w("Every comment is answered"))).toBeVisible();
      await dara.getByRole("button", { name: w("Approve the final text") }).click();
      await dara.getByRole("dialog").getByRole("checkbox").check();
      await dara
        .getByRole("dialog")
        .getByRole("button", { name: w("Approve the final text") })
        .click();

      await expect(dara.getByRole("button", { name: w("Approve the final text") })).toHaveCount(0);

      // The paper as a Word file, with what was said of it.
      await dara.getByRole("button", { name: w("Download") }).click();
      const saved = dara.waitForEvent("download");
      await dara.getByRole("menuitem", { name: w("Word, with comments and suggestions") }).click();
      expect((await saved).suggestedFilename()).toBe("paper.docx");

      // From now on no word changes; what changed since the consultation is told word by word.
      await expect(sreymom.getByText(w("Live"), { exact: true })).toBeVisible();
      await expect(sreymom.locator('.surface .prose[lang="en"]')).toHaveAttribute("contenteditable", "false");
      await sreymom.getByRole("button", { name: w("Versions") }).click();
      await sreymom.getByLabel(w("From"), { exact: true }).selectOption("1");
      await expect(sreymom.getByRole("dialog").locator("del")).toHaveText("30");
      await expect(sreymom.getByRole("dialog").locator("ins")).toHaveText("45");
      await clean(sreymom);
    } finally {
      await hub.stop();
    }
  });
}

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J4.1 a passage is cited from the library, and told only to those who may know it (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo", { library: true });
    const w = (english: string) => says(locale, english);
    try {
      const sreymom = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      await sreymom.goto(`${hub.url}/papers`);
      await sreymom.getByRole("link", { name: new RegExp(TITLE[locale]) }).click();
      await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();
      await typeAfter(sreymom, "It sets no day", "");
      await sreymom
        .getByRole("button", { name: w("Cite a document of the library") })
        .first()
        .click();
      await sreymom.getByLabel(w("Search the library")).fill("ថវិកា");
      await sreymom.getByRole("radio").first().check({ timeout: 30_000 });
      await sreymom.getByLabel(w("Page or article")).fill("20(7)");
      await sreymom.getByLabel(w("Its words")).fill("without being asked");
      await clean(sreymom);
      await sreymom.getByRole("button", { name: w("Cite"), exact: true }).click();
      const references = sreymom.getByRole("region", { name: w("What the English text cites") });
      await expect(references.getByRole("link")).toBeVisible();
      await expect(references).toContainText("without being asked");
      await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();
      // From the top: what the head of the page covers in passing is no target.
      await sreymom.evaluate(() => scrollTo(0, 0));
      await clean(sreymom);
      // It leads to the document, and is there for others, too.
      const bopha = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.goto(sreymom.url());
      await expect(bopha.locator("sup.cite")).toBeVisible();
      await clean(bopha);
      // The document tells where it is cited, as of the latest version.
      await sreymom.getByRole("button", { name: w("Versions") }).click();
      await sreymom.getByLabel(w("Keep the text as it is now, under a name")).fill("With sources");
      await sreymom.getByRole("button", { name: w("Keep"), exact: true }).click();
      await expect(sreymom.getByRole("dialog").getByRole("listitem").first()).toContainText("With sources");
      await sreymom.keyboard.press("Escape");
      await references.getByRole("link").click();
      await expect(sreymom).toHaveURL(/\/evidence\/document(:|%3A)/);
      await sreymom.getByRole("link", { name: new RegExp(TITLE[locale]) }).click();
      await expect(sreymom).toHaveURL(/\/papers\/paper(:|%3A)/);
    } finally {
      await hub.stop();
    }
  });
}
