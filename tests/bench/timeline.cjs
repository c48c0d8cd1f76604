// Frames of the timeline with 2,000 pieces of work, on the page's own measure: `node timeline.cjs SALA` (the release program).
const { frame, frames, measured } = require("./browser.cjs");

measured(process.argv[2], async ({ page, url, campaign, ask }) => {
  const day = (n, later) => {
    const at = new Date(Date.UTC(2026, 0, 1 + (n % 700) + later));
    return at.toISOString().slice(0, 10);
  };
  const rows = Array.from(
    { length: 2000 },
    (_, n) =>
      `${n % 4 ? "task" : "activity"},Visit number ${n},${day(n * 7, 0)},${day(n * 7, 3 + (n % 30))},KBL`,
  );
  const bring =
    "mutation($c: ID!, $t: String!) { importCampaignWork(campaign: $c, table: $t, take: true) { status } }";
  await ask(bring, { c: campaign, t: `kind,title,from,due,owner\n${rows.join("\n")}\n` });
  await page.goto(`${url}/campaigns/${campaign}?tab=work`);
  await page.locator(".bar-handle").first().waitFor();
  // All pages of work have come.
  await page.waitForFunction(() => document.querySelector(".gantt .days")?.clientHeight > 2000 * 34);
  const gantt = page.locator(".gantt");
  const box = await gantt.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const roll = await frames(page, async () => {
    for (let n = 0; n < 120; n += 1) {
      await page.mouse.wheel(0, n < 80 ? 120 : -90);
      await frame(page);
    }
  });
  console.log(`rolled through 2,000 rows: ${roll} (bar 60 frames/s)`);
  const bar = page.locator(".bar-handle").nth(8);
  await bar.scrollIntoViewIfNeeded();
  const held = await bar.boundingBox();
  const drawn = await frames(page, async () => {
    await page.mouse.move(held.x + 6, held.y + held.height / 2);
    await page.mouse.down();
    for (let n = 0; n < 120; n += 1) {
      await page.mouse.move(held.x + 6 + (n < 60 ? n : 120 - n) * 3, held.y + held.height / 2);
      await frame(page);
    }
    await page.keyboard.press("Escape");
    await page.mouse.up();
  });
  console.log(`a bar drawn to and fro: ${drawn} (bar 60 frames/s)`);
});
