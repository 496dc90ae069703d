#!/usr/bin/env bash
# Builds the extension and runs three queries over a directory of articles.
#   examples/quickstart.sh [DIR]   (DIR: examples/posts, a small corpus written for this project)
set -euo pipefail
export LC_ALL=C.UTF-8 # column needs it for the width of Chinese characters

top=$(realpath -- "$(dirname -- "$0")/..")
dir=${1-$top/examples/posts}
if [ ! -d "$dir" ]; then
  echo "$0: '$dir' is not a directory" >&2
  exit 1
fi
dir=$(realpath -- "$dir")
cd -- "$top"

echo "1. Install the packages that the build needs, and build build/release/articles.so (a few minutes the first time)."
bash examples/build.sh
echo "2. Query the files below $dir"

# Prints its argument as an SQL string: it's becomes 'it''s'.
q="'"
quote() { printf %s "$q${1//$q/$q$q}$q"; }

count=$(sqlite3 -batch -init /dev/null -cmd '.load build/release/articles' :memory: "SELECT count(*) FROM articles($(quote "$dir"))")
if [ "$count" -eq 0 ]; then
  echo "$0: there are no article files below '$dir'; REFERENCE.md, under Tables, says which files are articles" >&2
  exit 1
fi

# ask NAME HEADING: runs examples/NAME.sql with :dir bound to the directory.
ask() {
  printf '\n== %s\n\n' "$2"
  sqlite3 -batch -init /dev/null -cmd '.parameter init' \
    -cmd "INSERT INTO temp.sqlite_parameters VALUES (':dir', $(quote "$dir"))" \
    :memory: <"examples/$1.sql" | column -ts $'\t'
}
ask newest "The ten newest articles, with the stocks that they mention (examples/newest.sql)"
ask categories "The categories (examples/categories.sql)"
ask companies "The stock codes joined with a CSV file (examples/companies.sql)"

cat <<EOF

To continue by hand:
  cd $(printf %q "$top")
  sqlite3
  sqlite> .load build/release/articles
  sqlite> SELECT date, title, stocks FROM articles($(quote "$dir")) ORDER BY date DESC LIMIT 5;
EOF
