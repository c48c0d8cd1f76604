#!/usr/bin/env bash
# Makes sure there is a Chromium; installs Debian's when this account may.
set -euo pipefail
if command -v chromium >/dev/null 2>&1 || [ -n "${CHROMIUM:-}" ]; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing Debian's chromium for the browser tests"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >/dev/null && apt-get install -y -qq --no-install-recommends chromium >/dev/null
  exit 0
fi
echo "no chromium on this machine; as root: apt-get install chromium, or name one in CHROMIUM" >&2
exit 1
