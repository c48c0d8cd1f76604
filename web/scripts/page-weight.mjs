// Opens a page in a fresh browser and adds up every byte that came over the wire: the sign-in page, or the one that is named, with
// what has to be on it.
import { chromium } from "@playwright/test";

const args = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const [hub, path = "/sign-in", shown = ".face"] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
const weigh = async (locale) => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  await context.addInitScript((kept) => localStorage.setItem("sala.locale", kept), locale);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", (event) => {
    bytes += event.encodedDataLength;
  });
  await page.goto(`${hub}${path}`);
  await page.locator(shown).first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await context.close();
  return Math.round(bytes / 1000);
};
const [en, km] = [await weigh("en"), await weigh("km")];
await browser.close();
console.log(`en ${en}, km ${km} kB`);
