#!/usr/bin/env bash
# Every test: Rust, web, browser. Ends with one line `N passed, N failed, N skipped`.
set -uo pipefail
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
passed=0 failed=0 skipped=0
count() { passed=$((passed + $1)); failed=$((failed + $2)); skipped=$((skipped + $3)); }

echo "— Rust"
cargo build -q --locked --workspace --all-targets || exit 1
# The whole workspace is one run with one database server; what it prints is kept and counted.
"$target/debug/with-database" cargo test --locked --workspace --no-fail-fast 2>&1 | tee "$out/rust" | grep -E '^test .*(FAILED|ignored)|^test result|panicked|^error' 
rust=${PIPESTATUS[0]}
read -r p f i < <(awk '/^test result:/ { p += $4; f += $6; i += $8 } END { print p + 0, f + 0, i + 0 }' "$out/rust")
if [ "$rust" != 0 ] && [ "$f" = 0 ]; then f=1; fi
[ "$f" = 0 ] || sed -n '/^failures:/,/^test result/p' "$out/rust"
count "$p" "$f" "$i"

echo "— web"
(cd web && npx vitest run --reporter=default --reporter=json --outputFile="$out/web.json") || true
read -r p f i < <(node -e 'const r = JSON.parse(require("fs").readFileSync(process.argv[1])); console.log(r.numPassedTests, r.numFailedTests + (r.numFailedTestSuites && !r.numFailedTests ? 1 : 0), r.numPendingTests)' "$out/web.json" || echo "0 1 0")
count "$p" "$f" "$i"
if (cd web && node scripts/budget.mjs); then count 1 0 0; else count 0 1 0; fi

echo "— browser"
if tests/scripts/browser.sh; then
  (cd web && SALA_BIN="$(cd .. && cd "$target" && pwd)/debug/sala" PLAYWRIGHT_JSON_OUTPUT_NAME="$out/browser.json" npx playwright test -c ../tests/e2e/playwright.config.ts --reporter=list,json) || true
  read -r p f i < <(node -e 'const s = JSON.parse(require("fs").readFileSync(process.argv[1])).stats; console.log(s.expected, s.unexpected + s.flaky, s.skipped)' "$out/browser.json" || echo "0 1 0")
  count "$p" "$f" "$i"
else
  n=$(grep -cE "^\s*test\(" tests/e2e/*.spec.ts | awk -F: '{ s += $2 } END { print s }')
  echo "skipped: no Chromium here and it may not be installed"
  count 0 0 "$n"
fi

echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
