import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "./hub";

const catalogue = new Map<string, string>();
const text = readFileSync(join(__dirname, "../../web/src/locales/km/messages.po"), "utf8");
for (const block of text.split("\n\n")) {
  const part = (name: string) => {
    const lines = block.slice(block.indexOf(`\n${name} `) + name.length + 2).split("\n");
    const more = lines.slice(1).findIndex((line) => !line.startsWith('"'));
    const quoted = [lines[0] ?? "", ...lines.slice(1, more < 0 ? undefined : more + 1)];
    return quoted.map((line) => JSON.parse(line) as string).join("");
  };
  if (block.includes("\nmsgid ")) catalogue.set(part("msgid"), part("msgstr"));
}

/** What the screen says in a language, by its English sentence. */
export function says(locale: Locale, english: string): string {
  if (locale === "en") return english;
  const khmer = catalogue.get(english);
  if (!khmer) throw new Error(`the Khmer catalogue has no “${english}”`);
  return khmer;
}
