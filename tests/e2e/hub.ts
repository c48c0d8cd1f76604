import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";

export { expect };
export type Locale = "en" | "km";
export const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } } as const;
export type Size = keyof typeof SIZES;

/** A port that nobody uses now. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(address)));
    });
  });

/** A real hub: the program itself, with its own PostgreSQL, in a folder that is removed afterwards. */
export class Hub {
  #process: ChildProcess | null = null;
  #said = "";

  private constructor(
    readonly url: string,
    private readonly args: string[],
    private readonly env: Record<string, string>,
    private readonly folder: string,
  ) {}

  /** Starts one; `settings` is a settings file's text, `env` more of the environment, `port` one chosen before. */
  static async start(
    command: "demo" | "serve",
    {
      settings = "",
      env = {},
      port = 0,
      library = false,
    }: { settings?: string; env?: Record<string, string>; port?: number; library?: boolean } = {},
  ): Promise<Hub> {
    const folder = mkdtempSync(join(tmpdir(), "sala-e2e-"));
    const chosen = port || (await freePort());
    const file = join(folder, "settings.toml");
    writeFileSync(file, settings);
    const loaded = process.env.SALA_E2E_DEMO;
    // A demo that was loaded once is copied, owners and all: loading it for each journey takes longer than the journey.
    if (loaded && command === "demo" && !library) execFileSync("cp", ["-a", loaded, join(folder, "data")]);
    const args = [command, "--config", file, "--data-dir", join(folder, "data"), "--port", String(chosen)];
    const hub = new Hub(
      `http://localhost:${chosen}`,
      args,
      { SALA_DEMO_LIBRARY: String(library), ...env },
      folder,
    );
    await hub.run();
    return hub;
  }

  /** Starts the program where it was left. */
  async run() {
    const program = process.env.SALA_BIN;
    if (!program) throw new Error("SALA_BIN names the program");
    this.#said = "";
    const child = spawn(program, this.args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...this.env },
    });
    this.#process = child;
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        this.#said += chunk.toString();
        if (this.#said.includes("Sala is ready") && this.#said.endsWith("\n\n")) resolve();
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.once("exit", (code) => reject(new Error(`the hub ended with ${code}: ${this.#said}`)));
    });
  }

  /** Ends it in order, and leaves its data where they are. */
  async leave(): Promise<string> {
    await this.#end("SIGTERM");
    return join(this.folder, "data");
  }

  /** What it has said since it was started. */
  said() {
    return this.#said;
  }

  /** Ends the program as a power cut does: no goodbye, nothing written. */
  async crash() {
    await this.#end("SIGKILL");
  }

  /** Ends it in order and starts it again so many hours later by its own clock; everybody signs in anew. */
  async later(hours: number) {
    await this.#end("SIGTERM");
    this.env.SALA_DEMO_AHEAD_HOURS = String(hours);
    await this.run();
  }

  async stop() {
    // Left dead by a journey that failed, its database still runs: only the program itself ends that in order.
    const alive = this.#process?.exitCode === null && this.#process.signalCode === null;
    if (!alive) await this.run().catch(() => undefined);
    await this.#end("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals) {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }
}

/** A fresh browser for one person, in a language and a size. */
export async function browserFor(browser: Browser, locale: Locale, size: Size): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    hasTouch: size === "phone",
    reducedMotion: "reduce",
  });
  await context.addInitScript((kept) => {
    if (!localStorage.getItem("sala.locale")) localStorage.setItem("sala.locale", kept);
  }, locale);
  return context;
}

/** Signs in as one of the demo's people by their Latin or Khmer name. */
export async function enterAs(page: Page, hub: Hub, name: string) {
  await page.goto(`${hub.url}/sign-in`);
  await page.getByRole("button", { name }).click();
  await expect(page.locator(".acting")).toBeVisible();
}

/** One demo hub for a whole file of journeys that do not disturb each other; and nobody's browser outlives their journey. */
export const test = base.extend<{ alone: undefined }, { demo: Hub }>({
  alone: [
    async ({ browser }, use) => {
      await use(undefined);
      // Left open, pages go on asking for a hub that is gone, and every later journey waits for them.
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const hub = await Hub.start("demo");
      await use(hub);
      await hub.stop();
    },
    { scope: "worker" },
  ],
});

/** No fault that axe knows, and nothing wider than the screen. */
export async function clean(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map((fault) => `${page.url()} ${fault.id} ${fault.nodes[0]?.html}`)).toEqual([]);
  // Nothing is wider than the screen.
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width, page.url()).toBeLessThanOrEqual(0);
}
