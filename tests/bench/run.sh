#!/usr/bin/env bash
# Measures the whole product as it is shipped: start to ready, memory at rest, size, weight of the first page.
# Prints a table with the bar of each; a figure that falls short is printed as it is.
set -euo pipefail
cd "$(dirname "$0")/../.."
sala=${CARGO_TARGET_DIR:-target}/release/sala
home=$(mktemp -d)
chmod 755 "$home"
pid=
stop() { if [ -n "$pid" ]; then kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; pid=; fi; }
trap 'stop; rm -rf "$home"' EXIT
port=$(node -e 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
now() { date +%s%N; }
start() {
  begun=$(now)
  "$sala" demo --data-dir "$home/data" --port "$port" >/dev/null 2>&1 &
  pid=$!
  until curl -fs "http://127.0.0.1:$port/readyz" >/dev/null 2>&1; do kill -0 "$pid"; done
  took=$((($(now) - begun) / 1000000))
}
start
first=$took
times=()
for _ in 1 2 3 4 5; do stop; start; times+=("$took"); done
again=$(printf '%s\n' "${times[@]}" | sort -n | sed -n 3p)
# Proportional memory of the whole tree, once it has come to rest.
timeout 20 tail -f /dev/null || true
tree="$pid $(pgrep -P "$pid" || true)"
for child in $(pgrep -P "$pid" || true); do tree="$tree $(pgrep -P "$child" || true)"; done
pss=0
for member in $tree; do pss=$((pss + $(awk '/^Pss:/ { print $2 }' "/proc/$member/smaps_rollup"))); done
own=$(awk '/^Pss:/ { print $2 }' "/proc/$pid/smaps_rollup")
size=$(stat -c %s "$sala")
page=$(cd web && node scripts/page-weight.mjs "http://localhost:$port")
guest=$(cd web && node scripts/page-weight.mjs "http://localhost:$port" /rsvp .note)
row() { printf '| %-46s | %12s | %12s |\n' "$1" "$2" "$3"; }
row "what" "measured" "bar"
row "---" "---" "---"
row "first start (cluster made, demo loaded) to ready" "$first ms" "-"
row "start of an existing hub to ready, median of 5" "$again ms" "2000 ms"
row "whole process tree at rest (PSS)" "$((pss / 1024)) MB" "150 MB"
row "sala alone at rest (PSS)" "$((own / 1024)) MB" "60 MB"
row "the program with its web app" "$((size / 1048576)) MB" "80 MB"
row "first page in all, as sent" "$page" "250 kB"
row "an invitee's own page, as sent" "$guest" "60 kB"
