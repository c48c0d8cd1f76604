import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";

const WIDE = 640;
const HIGH = 480;

interface Sign {
  addData(text: string): void;
  make(): void;
  getModuleCount(): number;
  isDark(row: number, column: number): boolean;
}
const sign = createRequire(join(process.cwd(), "package.json"))("qrcode-generator") as (
  version: number,
  level: "M",
) => Sign;

/** A film (YUV4MPEG2) that shows a sign which says this. */
function film(text: string): Buffer {
  const code = sign(0, "M");
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const dot = Math.floor((HIGH - 80) / count);
  const luma = Buffer.alloc(WIDE * HIGH, 235);
  const [left, top] = [WIDE, HIGH].map((all) => Math.floor((all - dot * count) / 2));
  for (let y = 0; y < dot * count; y++)
    for (let x = 0; x < dot * count; x++)
      if (code.isDark(Math.floor(y / dot), Math.floor(x / dot)))
        luma[((top ?? 0) + y) * WIDE + (left ?? 0) + x] = 16;
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, Buffer.alloc((WIDE * HIGH) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDE} H${HIGH} F10:1 Ip A1:1 C420mpeg2\n`), frame, frame]);
}

/** A browser whose camera sees a sign that says this, and that lets pages look through it. */
export async function cameraOn(text: string): Promise<Browser> {
  const file = join(mkdtempSync(join(tmpdir(), "sala-film-")), "sign.y4m");
  writeFileSync(file, film(text));
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${file}`,
    ],
  });
}
