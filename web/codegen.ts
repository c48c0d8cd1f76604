import type { CodegenConfig } from "@graphql-codegen/cli";

const scalars = { DateTime: "string", NaiveDate: "string", JSON: "unknown" };

const config: CodegenConfig = {
  schema: "../schema.graphql",
  documents: ["src/**/*.graphql"],
  config: {
    scalars,
    useTypeImports: true,
    enumsAsTypes: true,
    strictScalars: true,
    optimizeDocumentNode: true,
    dedupeFragments: true,
  },
  generates: {
    "src/graphql/schema.ts": { plugins: ["typescript"] },
    "src/": {
      preset: "near-operation-file",
      presetConfig: { extension: ".gql.ts", baseTypesPath: "graphql/schema.ts" },
      plugins: ["typescript-operations", "typed-document-node"],
    },
    // Which types an interface may stand for: all that the cache needs of the schema, and it grows with neither fields
    // nor features.
    "src/graphql/possible-types.ts": { plugins: ["fragment-matcher"] },
  },
};
export default config;
