#!/usr/bin/env bash
# Renews every derived file: .sqlx/, schema.graphql, the web's operations and message catalogues; lints the Rust on the way.
# Needs SALA_TEST_TEMPLATE (a migrated database), so it runs under `with-database`; see the Makefile.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
# The macros write what they learn from the database while the crates that hold SQL are looked over. A new time of their first
# file makes that happen; the old one is put back, so that what was built from the same text need not be built again.
sources=(backend/{kernel,domain,identity,notify,collab}/src/lib.rs)
mkdir "$fresh/times" "$fresh/queries"
for source in "${sources[@]}"; do touch -r "$source" "$fresh/times/${source//\//_}"; touch "$source"; done
SQLX_OFFLINE=false SQLX_OFFLINE_DIR="$fresh/queries" DATABASE_URL="$SALA_TEST_TEMPLATE" \
  cargo clippy -q --locked --workspace --all-targets -- -D warnings
for source in "${sources[@]}"; do touch -r "$fresh/times/${source//\//_}" "$source"; done
mkdir -p .sqlx
if ! diff -rq "$fresh/queries" .sqlx >/dev/null; then
  find .sqlx -name 'query-*.json' -delete
  cp "$fresh"/queries/query-*.json .sqlx/
  # From here on everything is built against the files just written.
  touch "${sources[@]}"
fi
# Always the whole workspace: a part of it would ask its libraries for other features, and they would be built once more.
cargo build -q --locked --workspace --all-targets
"$target/debug/sala" schema > "$fresh/schema.graphql"
cp "$fresh/schema.graphql" schema.graphql
(cd web && npm run -s codegen && npx biome check --write src >/dev/null && npm run -s messages >/dev/null)
