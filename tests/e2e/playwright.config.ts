import { defineConfig } from "@playwright/test";

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

export default defineConfig({
  testDir: ".",
  globalSetup: "./demo.ts",
  outputDir: "results",
  // Two at a time: each journey has a hub of its own, and waits more than it works.
  workers: 2,
  expect: { timeout: 10_000 },
  timeout: 120_000,
  retries: 0,
  forbidOnly: true,
  use: {
    actionTimeout: 20_000,
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args },
    // What the page looked like when a journey stopped.
    screenshot: "only-on-failure",
    trace: "off",
  },
});
