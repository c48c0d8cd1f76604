import { client } from "../../app/client";
import { locale } from "../../i18n";
import { pick } from "../../i18n/text";
import { PaperPeopleDocument } from "./papers.gql";

/** What is known of the people in a paper: as far as whoever looks may know them. */
const names = new Map<string, string>();
const asked = new Set<string>();
const waiting = new Map<string, Set<(name: string) => void>>();

/** A colour of its own for each person. */
export function hue(person: string): number {
  let sum = 0;
  for (const letter of person) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return 1 + (sum % 5);
}

async function ask(person: string) {
  const { data } = await client.query(PaperPeopleDocument, { ids: [person] }).toPromise();
  const node = data?.nodes[0];
  const name = node && "name" in node && node.name ? pick(node.name.full, locale()).text : "";
  names.set(person, name);
  for (const tell of waiting.get(person) ?? []) tell(name);
  waiting.delete(person);
}

/** Tells a person's name, now or as soon as it is known. */
export function nameOf(person: string, tell: (name: string) => void) {
  const known = names.get(person);
  if (known !== undefined) {
    tell(known);
    return;
  }
  waiting.set(person, (waiting.get(person) ?? new Set()).add(tell));
  if (!asked.has(person)) {
    asked.add(person);
    void ask(person);
  }
}

/** Draws where somebody else writes. */
export function caret(user: { person?: string }): HTMLElement {
  const drawn = document.createElement("span");
  drawn.className = "caret";
  const own = hue(user.person ?? "");
  drawn.style.setProperty("--c", `var(--viz-${own})`);
  drawn.style.setProperty("--on", `var(--t${own})`);
  drawn.style.setProperty("--ink-on", `var(--t${own}-ink)`);
  const label = document.createElement("span");
  drawn.append(label);
  if (user.person) {
    nameOf(user.person, (name) => {
      label.textContent = name || "…";
    });
  }
  return drawn;
}
