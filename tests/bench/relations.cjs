// The picture of relations with 1,000 stakeholders and 5,000 relations: how long until everybody stands in their place, and
// frames while one moves through it, on the page's own measure: `node relations.cjs SALA` (the release program).
const { frame, frames, measured } = require("./browser.cjs");

const WHO = 1000;
const TIES = 5000;

measured(process.argv[2], async ({ page, url, campaign, ask }) => {
  const there = (
    await ask("query($c: ID!) { stakeholderMap(campaign: $c) { stakeholders { id } } }", { c: campaign })
  ).stakeholderMap.stakeholders.length;
  const rows = Array.from({ length: WHO - there }, (_, n) => `Village committee number ${n},unit`);
  const bring =
    "mutation($c: ID!, $t: String!) { importStakeholders(campaign: $c, table: $t, take: true) { status } }";
  const taken = await ask(bring, { c: campaign, t: `name,kind\n${rows.join("\n")}\n` });
  if (taken.importStakeholders.status !== "DONE") throw new Error("the table was not taken");
  const { stakeholderMap } = await ask(
    "query($c: ID!) { stakeholderMap(campaign: $c) { stakeholders { id } links { id } } }",
    { c: campaign },
  );
  const who = stakeholderMap.stakeholders.map(({ id }) => id);
  // Around a few hubs, as relations are: written in the page, eight at a time.
  await page.evaluate(
    async ([campaign, who, more]) => {
      const relate =
        "mutation($c: ID!, $i: StakeholderLinkInput!) { addStakeholderLink(campaign: $c, input: $i) { status } }";
      const kinds = ["FORMAL_AUTHORITY", "FUNDING", "INFORMATION_ADVICE", "PRESSURE_LOBBY", "COLLABORATION"];
      const one = async (n) => {
        const from = who[(n * 31) % who.length];
        const to = who[(n % 4 ? n * 17 + 5 : (n * 7) % 40) % who.length];
        if (from === to) return;
        const input = {
          from,
          to,
          kind: kinds[n % 5],
          directed: n % 5 !== 4,
          strength: (n % 3) + 1,
          basis: "x",
        };
        await fetch("/graphql", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ query: relate, variables: { c: campaign, i: input } }),
        });
      };
      for (let n = 0; n < more; n += 8) await Promise.all(Array.from({ length: 8 }, (_, k) => one(n + k)));
    },
    [campaign, who, TIES - stakeholderMap.links.length],
  );
  await page.goto(`${url}/stakeholders/${campaign}?view=relations`);
  const canvas = page.locator("canvas[data-ready]");
  await canvas.waitFor({ timeout: 60_000 });
  const placed = await page.evaluate(() => {
    const all = performance.getEntriesByName("sala-layout");
    return all.at(-1)?.duration;
  });
  console.log(`${WHO} placed beside the page in ${placed?.toFixed(0)} ms (bar 2,000 ms)`);
  const box = await canvas.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + 40];
  const moved = await frames(page, async () => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let n = 0; n < 150; n += 1) {
      await page.mouse.move(x + Math.sin(n / 20) * 200, y + n);
      await frame(page);
    }
    await page.mouse.up();
  });
  console.log(`moved through with the hand: ${moved} (bar 30 frames/s)`);
});
