#!/usr/bin/env bash
# cargo-deny: the machine's, or one built once into the target folder.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=0.20.2
tools=${CARGO_TARGET_DIR:-target}/tools
if command -v cargo-deny >/dev/null 2>&1; then deny=cargo-deny; else
  deny=$tools/bin/cargo-deny
  if [ ! -x "$deny" ]; then
    echo "building cargo-deny $version once"
    # Unoptimised: it runs once, for seconds, and is built in a third of the time.
    cargo install -q --debug --locked --version "$version" --root "$tools" --target-dir "$tools/build" cargo-deny
    rm -rf "$tools/build"
  fi
fi
# Advisories come from a database on the internet and are no property of what is committed.
"$deny" --log-level error check bans licenses sources
