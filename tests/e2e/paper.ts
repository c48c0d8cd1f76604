import { expect, type Page } from "@playwright/test";
import { clean, type Locale } from "./hub";
import { says } from "./words";

/** People of the demo. */
export const NAMES = {
  dara: { en: "Sok Dara", km: "សុខ ដារ៉ា" },
  kunthea: { en: "Lim Kunthea", km: "លឹម គន្ធា" },
  sreymom: { en: "Chan Sreymom", km: "ចាន់ ស្រីមុំ" },
  bopha: { en: "Keo Bopha", km: "កែវ បុប្ផា" },
};
/** The demo's paper. */
export const TITLE = {
  en: "Position on the draft Access to Information Law",
  km: "ជំហរលើសេចក្តីព្រាងច្បាប់ស្តីពីសិទ្ធិទទួលបានព័ត៌មាន",
};

/** The paragraphs and headings of a text, without the names of those who write in it. */
export const blocks = (page: Page, language: string) =>
  page.locator(`.surface .prose[lang="${language}"]`).evaluate((text) =>
    [...text.querySelectorAll("p, h2")].map((block) => {
      const copy = block.cloneNode(true) as HTMLElement;
      for (const caret of copy.querySelectorAll(".caret")) caret.remove();
      return copy.textContent ?? "";
    }),
  );

/** Waits until a text says something. */
export const reads = (page: Page, language: string, words: string) =>
  expect.poll(async () => (await blocks(page, language)).join("\n")).toContain(words);

/** Types at the end of the paragraph in which some words stand. */
export async function typeAfter(page: Page, words: string, typed: string) {
  const block = page.locator(".surface .prose").getByText(words).first();
  const box = await block.boundingBox();
  if (!box) throw new Error(`nothing says “${words}”`);
  await block.click({ position: { x: box.width - 2, y: box.height - 3 } });
  // The browser tells where the caret is with its next frame; no hand types before that.
  await page.evaluate(() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(told))));
  await page.keyboard.type(typed);
}

/** Names Bopha as somebody who writes the paper that is open. */
export async function nameBopha(page: Page, locale: Locale) {
  const w = (english: string) => says(locale, english);
  await page.getByRole("button", { name: w("Drafters") }).click();
  await page
    .getByLabel(w("Organisation"), { exact: true })
    .selectOption({ label: locale === "km" ? "សមាគមយុវជនទន្លេមេខលា" : "Tonle Mekhala Youth Association" });
  await page.getByLabel(w("Person"), { exact: true }).selectOption({ label: NAMES.bopha[locale] });
  await clean(page);
  await page.getByRole("button", { name: w("Name"), exact: true }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: w("Close") })
    .first()
    .click();
}

/** Selects some words of a text, as by hand. */
export async function select(page: Page, words: string) {
  await page
    .locator(".surface .prose")
    .getByText(words)
    .first()
    .evaluate((block, wanted) => {
      (block.closest(".prose") as HTMLElement).focus();
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.textContent ?? "").indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const selection = getSelection();
        selection?.removeAllRanges();
        selection?.addRange(range);
        return;
      }
      throw new Error(`“${wanted}” is not in one run`);
    }, words);
  await page.evaluate(() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(told))));
}
