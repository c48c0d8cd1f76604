/** Names of the copies that this browser keeps of papers and minutes. */
export const COPY = "sala:paper:";

/** The name of somebody's copy of a text. */
export const copyOf = (text: string, person: string, writes: boolean) =>
  `${COPY}${text}:${person}${writes ? "" : ":read"}`;

/** Throws away somebody's copy of a text in which nobody writes any more. */
export const forgetCopy = (text: string, person: string) =>
  indexedDB.deleteDatabase(copyOf(text, person, true));

/** Throws away all copies: the next one at this phone may be somebody else. */
export async function forgetCopies() {
  if (!indexedDB.databases) return;
  for (const { name } of await indexedDB.databases()) {
    if (name?.startsWith(COPY)) indexedDB.deleteDatabase(name);
  }
}
