import { transformAsync } from "@babel/core";
import macro from "@lingui/babel-plugin-lingui-macro";
import type { Plugin } from "vite";

/** Runs Babel only on files that import a Lingui macro. */
export const linguiMacro = (): Plugin => ({
  name: "lingui-macro",
  enforce: "pre",
  async transform(code, id) {
    const file = id.split("?")[0] ?? id;
    if (!/\.[cm]?tsx?$/.test(file) || !code.includes("@lingui/") || !code.includes("/macro")) return null;
    const result = await transformAsync(code, {
      filename: id,
      babelrc: false,
      configFile: false,
      sourceMaps: true,
      parserOpts: { plugins: ["typescript", "jsx"] },
      plugins: [macro],
    });
    return result?.code ? { code: result.code, map: result.map } : null;
  },
});
