import type { CodegenConfig } from "@graphql-codegen/cli";

const scalars = { DateTime: "string", NaiveDate: "string" };

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
    "src/graphql/introspection.ts": { plugins: ["urql-introspection"] },
  },
};
export default config;
