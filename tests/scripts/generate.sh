#!/usr/bin/env bash
# Renews every derived file: .sqlx/, schema.graphql, the web's operations and message catalogues.
# Needs SALA_TEST_TEMPLATE (a migrated database), so it runs under `with-database`; see the Makefile.
set -euo pipefail
cd "$(dirname "$0")/../.."
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
# The macros write what they learn from the database while the crates that hold SQL are checked.
touch backend/{kernel,domain,identity,notify,collab}/src/lib.rs
SQLX_OFFLINE=false SQLX_OFFLINE_DIR="$fresh" DATABASE_URL="$SALA_TEST_TEMPLATE" \
  cargo check -q -p sala-kernel -p sala-domain -p sala-identity -p sala-notify -p sala-collab
mkdir -p .sqlx
find .sqlx -name 'query-*.json' -delete
cp "$fresh"/query-*.json .sqlx/
# From here on everything is checked against the files just written.
touch backend/{kernel,domain,identity,notify,collab}/src/lib.rs
cargo run -q -p sala-app -- schema > "$fresh/schema.graphql"
cp "$fresh/schema.graphql" schema.graphql
(cd web && npm run -s codegen && npx biome check --write src >/dev/null && npm run -s messages >/dev/null)
