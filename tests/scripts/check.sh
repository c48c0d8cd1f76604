#!/usr/bin/env bash
# Everything that can be judged without running the product.
set -euo pipefail
cd "$(dirname "$0")/../.."
step() { printf '\n— %s\n' "$1"; }

step "formatting (Rust)"
cargo fmt --all --check

step "everything builds"
mkdir -p web/dist
# The same selection as in `make test`: what is built here is not built again there.
cargo build -q --locked --workspace --all-targets

step "formatting and lints (web)"
(cd web && npx biome check --error-on-warnings . ../tests/e2e)

step "types (web)"
(cd web && npm run -s typecheck && npx tsc --noEmit -p ../tests/e2e)

step "lints (Rust), and generated files are current"
before=$(mktemp -d)
trap 'rm -rf "$before"' EXIT
keep() { tar -cf - .sqlx schema.graphql web/src | tar -xf - -C "$1"; }
keep "$before"
"${CARGO_TARGET_DIR:-target}/debug/with-database" tests/scripts/generate.sh >/dev/null
after=$(mktemp -d)
keep "$after"
if ! diff -r "$before" "$after" >/dev/null; then
  diff -rq "$before" "$after" || true
  rm -rf "$after"
  echo "these files were not current; they are now: look at them and commit (make generate)"
  exit 1
fi
rm -rf "$after"

step "dependency direction"
cargo test -q --locked --workspace --test structure

step "licences and sources"
tests/scripts/deny.sh

echo
echo "check: all good"
