// Fails when the first page or a route outgrows its budget (gzip -9, bytes of 1024).
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BASE_JS = 175;
const ROUTE_JS = 70;
// A page with an editor of texts: its own part, and what editors are made of, which comes once for all of them.
const EDITOR_JS = 190;
const EDITORS = /^(paper-(?!form)|point-desk-)/;
const SHARED = /^session-/;
// What reads Word files: no page needs it, it comes when somebody brings one in.
const WORD_JS = 95;
const html = readFileSync("dist/index.html", "utf8");
const size = (name) => gzipSync(readFileSync(`dist/assets/${name}`), { level: 9 }).length / 1024;
const files = readdirSync("dist/assets").filter((name) => name.endsWith(".js"));
const base = files.filter((name) => html.includes(name));
const baseSize = base.reduce((sum, name) => sum + size(name), 0);
const failures = [];
console.log(`base ${baseSize.toFixed(1)} KiB of ${BASE_JS}`);
if (baseSize > BASE_JS) failures.push(`base JavaScript is ${baseSize.toFixed(1)} KiB, more than ${BASE_JS}`);
const shared = files.filter((name) => SHARED.test(name)).reduce((sum, name) => sum + size(name), 0);
for (const name of files.filter((name) => !base.includes(name) && !SHARED.test(name))) {
  const edits = EDITORS.test(name);
  const kib = size(name) + (edits ? shared : 0);
  const most = edits ? EDITOR_JS : /^word-/.test(name) ? WORD_JS : ROUTE_JS;
  if (kib > most) failures.push(`${name} is ${kib.toFixed(1)} KiB, more than ${most}`);
}
// All that an invitee's own page is made of, its styles and one language too.
const GUEST = 60;
const guest = readFileSync("dist/guest.html", "utf8");
const parts = readdirSync("dist/assets").filter((name) => name.startsWith("guest-") && !name.endsWith(".br"));
const catalogues = parts.filter((name) => name.startsWith("guest-messages-"));
const page =
  parts.filter((name) => !catalogues.includes(name)).reduce((sum, name) => sum + size(name), 0) +
  Math.max(...catalogues.map(size)) +
  gzipSync(guest, { level: 9 }).length / 1024;
console.log(`an invitee's page ${page.toFixed(1)} KiB of ${GUEST}`);
if (page > GUEST) failures.push(`an invitee's page is ${page.toFixed(1)} KiB, more than ${GUEST}`);
if (failures.length > 0) {
  for (const failure of failures) console.error(failure);
  process.exit(1);
}
