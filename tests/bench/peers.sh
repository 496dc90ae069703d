#!/usr/bin/env bash
# Others at the same questions over the same corpus, beside ours: run.sh, then DuckDB, gray-matter with cheerio (from
# npm, fetched into build/bench/peers) and PyYAML with lxml (Debian). No part of the tests. Arguments: --files N,
# --size BYTES, --runs R.
set -euo pipefail
here=$(cd -- "$(dirname -- "$0")" && pwd)
mkdir -p "$here/../../build/bench/peers"
kept=$(cd -- "$here/../../build/bench/peers" && pwd)
packages="@duckdb/node-api@1.5.6-r.1 gray-matter@4.0.3 cheerio@1.2.0"

"$here/run.sh" "$@" --dir "$kept/corpus" --json "$kept/ours.json"
if /usr/bin/python3 -c 'import yaml, lxml' 2>/dev/null; then
  /usr/bin/python3 "$here/peers.py" "$kept/corpus" "$kept/ours.json"
else
  echo "peers: skipped PyYAML and lxml: python3-yaml or python3-lxml is not installed" >&2
fi
# shellcheck disable=SC2086 # a list
if command -v npm >/dev/null &&
  npm install --prefix "$kept" --no-audit --no-fund --loglevel=error $packages >/dev/null; then
  cp "$here/peers.mjs" "$kept/" # modules are looked for from where a program is
  exec node "$kept/peers.mjs" "$kept/corpus" "$kept/ours.json"
fi
echo "peers: skipped DuckDB, gray-matter and cheerio: npm cannot install $packages" >&2
