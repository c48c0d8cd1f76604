// What measurements in a real browser share: a hub of their own, a page on which the coordinator is signed in, and the times
// between frames on the page's own measure. The browser draws in software here, on the same two cores as the hub.
const { spawn } = require("node:child_process");
const { mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { createServer } = require("node:net");
const { chromium } = require(join(__dirname, "../../web/node_modules/playwright-core"));

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Asks as whoever is signed in on the page. */
const ask = (page, query, variables) =>
  page.evaluate(
    async ([query, variables]) => {
      const answer = await fetch("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
      });
      return (await answer.json()).data;
    },
    [query, variables],
  );

/** The times between frames while something is done, in milliseconds. */
async function frames(page, during) {
  await page.evaluate(() => {
    window.__frames = [];
    let last = performance.now();
    const tick = (now) => {
      window.__frames.push(now - last);
      last = now;
      window.__ticking = requestAnimationFrame(tick);
    };
    window.__ticking = requestAnimationFrame(tick);
  });
  await during();
  const times = await page.evaluate(() => {
    cancelAnimationFrame(window.__ticking);
    return window.__frames.slice(2);
  });
  times.sort((a, b) => a - b);
  const of = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  const late = times.filter((time) => time > 17.5).length;
  return `${(1000 / (times.reduce((a, b) => a + b, 0) / times.length)).toFixed(1)} frames/s, half ${of(0.5).toFixed(1)} ms, 95 of 100 ${of(0.95).toFixed(1)} ms, longest ${of(1).toFixed(1)} ms, late ${late} of ${times.length}`;
}

/** Waits for the page's next frame. */
const frame = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));

/** Runs a measurement in a demo hub of the program named, with the coordinator's page and the demo's campaign. */
async function measured(program, measure) {
  const data = mkdtempSync(join(tmpdir(), "sala-bench-"));
  const port = await freePort();
  const hub = spawn(program, ["demo", "--port", String(port), "--data-dir", join(data, "data")], {
    stdio: "ignore",
    env: { ...process.env, SALA_DEMO_LIBRARY: "false" },
  });
  const url = `http://localhost:${port}`;
  try {
    for (;;) {
      const ready = await fetch(`${url}/readyz`).catch(() => null);
      if (ready?.ok) break;
      if (hub.exitCode !== null) throw new Error("the hub ended before it was ready");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await page.goto(`${url}/sign-in`);
    await page.getByRole("button", { name: /Sok Dara|សុខ ដារ៉ា/ }).click();
    await page.locator(".acting").waitFor();
    const network = (await ask(page, "{ networks { id } }")).networks[0].id;
    const list =
      "query($n: ID!) { campaigns(network: $n, first: 50) { edges { node { id title { en } } } } }";
    const { campaigns } = await ask(page, list, { n: network });
    const campaign = campaigns.edges.find(({ node }) => node.title.en.startsWith("Budgets")).node.id;
    await measure({ page, url, campaign, ask: (query, variables) => ask(page, query, variables) });
    await browser.close();
  } finally {
    hub.kill("SIGTERM");
    await new Promise((resolve) => hub.once("exit", resolve));
    rmSync(data, { recursive: true, force: true });
  }
}

module.exports = { frame, frames, measured };
