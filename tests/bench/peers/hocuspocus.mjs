// Hocuspocus with a store that writes to disk: `node hocuspocus.mjs PORT`.
import { mkdtempSync, readFileSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";

const folder = mkdtempSync(join(tmpdir(), "hocuspocus-"));
const file = (name) => join(folder, encodeURIComponent(name));
const server = new Server({
  port: Number(process.argv[2]),
  address: "127.0.0.1",
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => {
        try {
          return readFileSync(file(documentName));
        } catch {
          return null;
        }
      },
      store: async ({ documentName, state }) => {
        const handle = await open(`${file(documentName)}.new`, "w");
        await handle.writeFile(state);
        await handle.sync();
        await handle.close();
        await rename(`${file(documentName)}.new`, file(documentName));
      },
    }),
  ],
});
await server.listen();
