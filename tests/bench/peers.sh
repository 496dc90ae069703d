#!/usr/bin/env bash
# Measures other tools at the same questions over the same corpus: run.sh, then PyYAML and lxml (Debian), DuckDB,
# gray-matter and cheerio (npm, installed into build/bench/peers). Not part of the tests. Arguments: --files N,
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
  cp "$here/peers.mjs" "$kept/" # Node.js looks for modules from the folder of the program
  exec node "$kept/peers.mjs" "$kept/corpus" "$kept/ours.json"
fi
echo "peers: skipped DuckDB, gray-matter and cheerio: npm cannot install $packages" >&2
