import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { NAMES, nameBopha, reads, select, TITLE, typeAfter } from "./paper";
import { says } from "./words";

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J4.3 changes are suggested on a phone, accepted and rejected at a desk (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const sreymom = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      await sreymom.goto(`${hub.url}/papers`);
      await sreymom.getByRole("link", { name: new RegExp(TITLE[locale]) }).click();
      await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();
      await nameBopha(sreymom, locale);

      // Bopha, on her phone, suggests other words for some and takes others away.
      const bopha = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.goto(sreymom.url());
      await bopha.getByRole("button", { name: "EN", exact: true }).last().click();
      await expect(bopha.getByText(w("Saved"), { exact: true })).toBeVisible();
      await bopha.getByRole("button", { name: w("Suggest changes") }).click();
      await expect(
        bopha.getByText(w("You suggest: nothing changes before a writer accepts it.")),
      ).toBeVisible();
      await expect(bopha.getByRole("button", { name: w("Bold") })).toBeDisabled();
      await select(bopha, "within 30 days");
      await bopha.keyboard.type("within 45 days");
      await expect(bopha.locator("ins.sg")).toHaveText("within 45 days");
      await expect(bopha.locator("del.sg")).toHaveText("within 30 days");
      await typeAfter(bopha, "Those who cannot travel", "\nA paragraph of her own.");
      await expect(bopha.locator('.prose [data-break="added"]')).toBeVisible();
      await clean(bopha);
      await expect(bopha.getByText(w("Saved"), { exact: true })).toBeVisible();

      // Sreymom sees who suggests what, takes the one and leaves the other.
      const panel = sreymom.getByRole("region", { name: w("Suggestions") });
      await expect(panel.getByRole("listitem")).toHaveCount(2);
      const words = panel.getByRole("listitem").filter({ hasText: "within 45 days" });
      await expect(words).toContainText(NAMES.bopha[locale]);
      await clean(sreymom);
      await words.getByRole("button", { name: w("Accept"), exact: true }).click();
      await reads(sreymom, "en", "within 45 days");
      await expect(sreymom.locator("del.sg")).toHaveCount(0);
      await panel
        .getByRole("listitem")
        .filter({ hasText: "A paragraph of her own." })
        .getByRole("button", { name: w("Reject"), exact: true })
        .click();
      await expect(panel).toHaveCount(0);
      await expect(bopha.locator("ins.sg, del.sg, [data-break]")).toHaveCount(0);
      await expect(bopha.getByText("A paragraph of her own.")).toHaveCount(0);

      // Once she stops, she writes.
      await bopha.getByRole("button", { name: w("Suggest changes") }).click();
      await typeAfter(bopha, "Those who cannot travel", " She writes again.");
      await reads(sreymom, "en", "She writes again.");
      await expect(sreymom.locator("ins.sg")).toHaveCount(0);
    } finally {
      await hub.stop();
    }
  });

  test(`J4.1 recommendations, footnotes, doubts; found, replaced, brought in, taken out (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const sreymom = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      await sreymom.goto(`${hub.url}/papers`);
      await sreymom.getByRole("link", { name: new RegExp(TITLE[locale]) }).click();
      await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();
      const tools = sreymom.getByRole("toolbar", { name: w("English text") });

      await typeAfter(sreymom, "Those who cannot travel", "");
      await tools.getByRole("button", { name: w("Footnote") }).click();
      await sreymom.getByRole("dialog").getByLabel(w("Its words")).fill("Survey of 2025, table 3.");
      await clean(sreymom);
      await sreymom.getByRole("button", { name: w("Add the footnote") }).click();
      await expect(sreymom.getByRole("region", { name: w("Footnotes of the English text") })).toContainText(
        "Survey of 2025, table 3.",
      );
      await select(sreymom, "three of four communes");
      await tools.getByRole("button", { name: w("Needs evidence") }).click();
      await expect(sreymom.locator("mark.unsourced")).toHaveText("three of four communes");
      await typeAfter(sreymom, "Each ministry should", "\n");
      await tools.getByRole("button", { name: w("Recommendation") }).click();
      const item = sreymom.locator(".prose .rec");
      await item.getByLabel(w("To whom")).fill("Ministry of Information");
      await item.getByLabel(w("Until when")).fill("2026-12-01");
      await item.locator(".recwords").click();
      await sreymom.keyboard.type("Name an information officer in every district.");
      await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();
      await clean(sreymom);

      // Somebody else sees all of it; the hub reads it, too.
      const bopha = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.goto(sreymom.url());
      await bopha.getByRole("button", { name: "EN", exact: true }).last().click();
      const theirs = bopha.locator(".prose .rec");
      await expect(theirs.getByLabel(w("To whom"))).toHaveValue("Ministry of Information");
      await expect(theirs.getByLabel(w("Until when"))).toHaveValue("2026-12-01");
      await expect(theirs).toContainText("Name an information officer");
      await clean(bopha);
      await sreymom.reload();
      await expect(sreymom.getByText(/1 claim needs evidence|ការអះអាង ១/)).toBeVisible();

      // Found and replaced.
      await tools.getByRole("button", { name: w("Find and replace") }).click();
      const find = sreymom.getByRole("form", { name: w("Find and replace") });
      await find.getByLabel(w("Find"), { exact: true }).fill("information officer");
      await find.getByLabel(w("Replace with"), { exact: true }).fill("officer for information");
      await expect(find).toContainText(/2 places|២ កន្លែង/);
      await clean(sreymom);
      await sreymom.getByRole("button", { name: w("Replace all") }).click();
      await reads(sreymom, "en", "an officer for information in every district");
      await find.getByRole("button", { name: w("Close") }).click();

      // Taken out as PDF and as a Word file, which comes in again.
      await sreymom.getByRole("button", { name: w("Download") }).click();
      let saved = sreymom.waitForEvent("download");
      await sreymom.getByRole("menuitem", { name: "PDF" }).click();
      expect((await saved).suggestedFilename()).toBe("paper.pdf");
      await sreymom.getByRole("button", { name: w("Download") }).click();
      saved = sreymom.waitForEvent("download");
      await sreymom.getByRole("menuitem", { name: w("Word, with comments and suggestions") }).click();
      const word = await (await saved).path();
      await typeAfter(sreymom, "Those who cannot travel", "\n");
      await sreymom
        .locator('input[type="file"]')
        .first()
        .setInputFiles({
          name: "paper.docx",
          mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          buffer: await (await import("node:fs/promises")).readFile(word),
        });
      await expect(
        sreymom.locator('.surface .prose[lang="en"]').getByText("Each ministry should"),
      ).toHaveCount(2);
      await sreymom
        .getByRole("button", { name: w("Undo") })
        .first()
        .click();
      await expect(
        sreymom.locator('.surface .prose[lang="en"]').getByText("Each ministry should"),
      ).toHaveCount(1);

      // Who wrote what, and how a section came to be.
      await sreymom.getByRole("button", { name: w("Versions") }).click();
      const dialog = sreymom.getByRole("dialog");
      await dialog.getByText(w("Who wrote what"), { exact: true }).first().click();
      await expect(dialog.getByRole("table")).toContainText(NAMES.sreymom[locale]);
      await dialog.getByText(w("How a section came to be"), { exact: true }).click();
      await dialog.getByLabel(w("Section"), { exact: true }).selectOption({ index: 3 });
      await dialog.getByLabel(w("Version"), { exact: true }).fill("0");
      await clean(sreymom);
    } finally {
      await hub.stop();
    }
  });
}
