import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { build, defineConfig, type InlineConfig, type Plugin } from "vite";
import { linguiMacro } from "./vite-lingui-macro.ts";

const CATALOGUE = /export const messages\s*=\s*JSON\.parse\(("(?:[^"\\]|\\.)*")\)/;

/** Leaves in the catalogues what is said on this page alone. */
const only = (said: (id: string) => boolean): Plugin => ({
  name: "only-what-is-said",
  enforce: "post",
  transform(code, id) {
    if (!id.endsWith(".po")) return null;
    const all = CATALOGUE.exec(code)?.[1];
    if (!all) throw new Error(`no messages in ${id}`);
    const messages = JSON.parse(JSON.parse(all)) as Record<string, unknown>;
    const kept = Object.fromEntries(Object.entries(messages).filter(([key]) => said(key)));
    return { code: `export const messages = ${JSON.stringify(kept)};`, map: null };
  },
});

const local = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const config = (said: (id: string) => boolean, write: boolean): InlineConfig => ({
  configFile: false,
  logLevel: "warn",
  plugins: [linguiMacro(), react(), lingui(), only(said)],
  resolve: {
    alias: [
      { find: "@tanstack/react-router", replacement: local("src/app/guest-link.tsx") },
      { find: /^react-dom(\/client)?$/, replacement: "preact/compat$1" },
      { find: /^react\/jsx(-dev)?-runtime$/, replacement: "preact/jsx-runtime" },
      { find: /^react$/, replacement: "preact/compat" },
    ],
  },
  build: {
    target: "es2022",
    sourcemap: false,
    write,
    emptyOutDir: false,
    copyPublicDir: false,
    rollupOptions: {
      input: "guest.html",
      output: {
        entryFileNames: "assets/guest-[hash].js",
        chunkFileNames: "assets/guest-[name]-[hash].js",
        assetFileNames: "assets/guest-[name]-[hash][extname]",
      },
    },
  },
});

// Built twice: first to learn which messages the page can say, then with these alone.
export default defineConfig(async () => {
  const first = await build(config(() => false, false));
  const output = [first].flat().flatMap((one) => ("output" in one ? one.output : []));
  const code = output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
  return config(
    (id) => code.includes(`"${id}"`) || code.includes(`\`${id}\``) || code.includes(`'${id}'`),
    true,
  );
});
