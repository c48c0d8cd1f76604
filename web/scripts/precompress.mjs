// Writes a Brotli copy beside every text file of the build, where that is smaller.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const walk = (dir) =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });

for (const path of walk("dist").filter((p) => /\.(js|css|html|svg|json|webmanifest)$/.test(p))) {
  const plain = readFileSync(path);
  const small = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  if (small.length < plain.length) writeFileSync(`${path}.br`, small);
}
