import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { NAMES } from "./paper";
import { says } from "./words";

const BOARDS = { en: "Budgets on every commune board", km: "ថវិកានៅលើក្តារព័ត៌មានគ្រប់ឃុំ" };
const MEETING = { en: "District meeting in Chi Kraeng", km: "កិច្ចប្រជុំស្រុកជីក្រែង" };
const BOARDS_POSTED = { en: "Twelve boards posted", km: "ក្តារដប់ពីរបានបិទផ្សាយ" };

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J2.5 work is moved on the timeline by hand and by keys, for all who look, and nobody overwrites another (${locale})`, async ({
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
      const timeline = dara.getByRole("region", { name: w("Timeline"), exact: true });
      const bar = timeline.getByRole("button", { name: new RegExp(MEETING[locale]) });
      const before = await bar.getAttribute("aria-label");
      await clean(dara);

      // Somebody else looks at the same.
      const bopha = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.goto(dara.url());
      const theirs = bopha
        .getByRole("region", { name: w("Timeline"), exact: true })
        .getByRole("button", { name: new RegExp(MEETING[locale]) });
      await expect(theirs).toHaveAttribute("aria-label", before ?? "");

      // By keys: a week later, kept with Enter; given up with Escape.
      await bar.focus();
      await dara.keyboard.press("Shift+ArrowRight");
      await expect(bar).not.toHaveAttribute("aria-label", before ?? "");
      await dara.keyboard.press("Escape");
      await expect(bar).toHaveAttribute("aria-label", before ?? "");
      await dara.keyboard.press("Shift+ArrowRight");
      const later = await bar.getAttribute("aria-label");
      await dara.keyboard.press("Enter");
      await expect(theirs).toHaveAttribute("aria-label", later ?? "");
      expect(later).not.toBe(before);

      // By hand, a milestone; nearer first, so that a day is wide.
      await dara.getByRole("button", { name: w("Look nearer") }).click();
      const milestone = timeline.getByRole("button", { name: new RegExp(BOARDS_POSTED[locale]) });
      await milestone.scrollIntoViewIfNeeded();
      const was = await milestone.getAttribute("aria-label");
      const box = await milestone.boundingBox();
      if (!box) throw new Error("the milestone is not there");
      await dara.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await dara.mouse.down();
      await dara.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2, { steps: 4 });
      await dara.mouse.up();
      await expect(milestone).not.toHaveAttribute("aria-label", was ?? "");
      await expect(milestone).not.toHaveAttribute("data-moving");
      await expect(dara.getByRole("dialog")).toHaveCount(0);
      const moved = await milestone.getAttribute("aria-label");
      await bopha.reload();
      await expect(
        bopha
          .getByRole("region", { name: w("Timeline"), exact: true })
          .getByRole("button", { name: new RegExp(BOARDS_POSTED[locale]) }),
      ).toHaveAttribute("aria-label", moved ?? "");

      // Who is offline while another moves it is told, and sees what the other did.
      await bopha.routeWebSocket(/graphql\/ws/, () => undefined);
      await bopha.reload();
      const stale = bopha
        .getByRole("region", { name: w("Timeline"), exact: true })
        .getByRole("button", { name: new RegExp(MEETING[locale]) });
      await expect(stale).toHaveAttribute("aria-label", later ?? "");
      await bar.scrollIntoViewIfNeeded();
      await bar.focus();
      await dara.keyboard.press("ArrowRight");
      await dara.keyboard.press("Enter");
      await expect(bar).not.toHaveAttribute("aria-label", later ?? "");
      // It is drawn where it goes at once; it is kept when nothing moves any more.
      await expect(bar).not.toHaveAttribute("data-moving");
      await expect(bar).not.toHaveAttribute("aria-label", later ?? "");
      await expect(dara.getByRole("status").filter({ hasText: /\d|[០-៩]/ })).toHaveCount(0);
      const last = await bar.getAttribute("aria-label");
      await stale.focus();
      await bopha.keyboard.press("ArrowLeft");
      await bopha.keyboard.press("Enter");
      await expect(
        bopha.getByText(
          w(
            "Somebody else changed this meanwhile. Nothing of yours was saved: look at the new state and try again.",
          ),
        ),
      ).toBeVisible();
      await expect(stale).toHaveAttribute("aria-label", last ?? "");

      // In lanes by organisation, and the same as a table.
      await dara.getByRole("checkbox", { name: w("By organisation") }).check();
      await expect(dara.getByRole("region", { name: w("nobody yet") })).toBeVisible();
      await dara.getByText(w("The same as a table")).click();
      await expect(dara.getByRole("region", { name: w("Work by day") })).toBeVisible();
      await clean(dara);
      await dara.getByRole("link", { name: w("Budget and risks"), exact: true }).click();
      await expect(
        dara.getByRole("table", { name: w("Risks by how likely and how bad they are") }),
      ).toBeVisible();
      await clean(dara);
    } finally {
      await hub.stop();
    }
  });
}
