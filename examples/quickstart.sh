#!/usr/bin/env bash
# Builds the extension and asks a directory of articles three questions.
#   examples/quickstart.sh [DIR]   (DIR: examples/posts, a small corpus written for this project)
set -euo pipefail
export LC_ALL=C.UTF-8 # so that column knows how wide Chinese is

top=$(realpath -- "$(dirname -- "$0")/..")
dir=${1-$top/examples/posts}
if [ ! -d "$dir" ]; then
  echo "$0: '$dir' is no directory" >&2
  exit 1
fi
dir=$(realpath -- "$dir")
cd -- "$top"

echo "1. Install what the build needs (nothing happens if it is there)."
bash tests/packages.sh build
echo "2. Build build/release/articles.so (up to a minute the first time)."
# A directory that is configured, perhaps with tests, stays as it is.
[ -f build/release/build.ninja ] || cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release --target articles -- --quiet | { grep -v 'no work to do' || true; }
echo "3. Ask the files below $dir"

# 'it''s': as text in SQL
q="'"
quote() { printf %s "$q${1//$q/$q$q}$q"; }

count=$(sqlite3 -batch -init /dev/null -cmd '.load build/release/articles' :memory: "SELECT count(*) FROM articles($(quote "$dir"))")
if [ "$count" -eq 0 ]; then
  echo "$0: no article files below '$dir'; which files are articles says README.md, at articles(dir, glob)" >&2
  exit 1
fi

# Runs examples/$1.sql with :dir bound to the directory.
ask() {
  printf '\n== %s\n\n' "$2"
  sqlite3 -batch -init /dev/null -cmd '.parameter init' \
    -cmd "INSERT INTO temp.sqlite_parameters VALUES (':dir', $(quote "$dir"))" \
    :memory: <"examples/$1.sql" | column -ts $'\t'
}
ask newest "The ten newest articles, with the stocks that they mention (examples/newest.sql)"
ask categories "The categories (examples/categories.sql)"
ask companies "The stocks joined with a CSV file (examples/companies.sql)"

cat <<EOF

To go on by hand:
  cd $(printf %q "$top")
  sqlite3
  sqlite> .load build/release/articles
  sqlite> SELECT date, title, stocks FROM articles($(quote "$dir")) ORDER BY date DESC LIMIT 5;
EOF
