/** Names of the copies that this browser keeps of papers. */
export const COPY = "sala:paper:";

/** Throws away all copies of papers: the next one at this phone may be somebody else. */
export async function forgetCopies() {
  if (!indexedDB.databases) return;
  for (const { name } of await indexedDB.databases()) {
    if (name?.startsWith(COPY)) indexedDB.deleteDatabase(name);
  }
}
