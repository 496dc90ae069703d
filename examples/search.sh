#!/usr/bin/env bash
# Searches a directory of articles: brings a store, build/search.db, into step with it, and prints the best matches.
#   examples/search.sh [WORDS [DIR]]   (WORDS: 茅台; DIR: examples/posts)
# In a terminal the matches are red.
set -euo pipefail
export LC_ALL=C.UTF-8

top=$(realpath -- "$(dirname -- "$0")/..")
words=${1-茅台}
dir=${2-$top/examples/posts}
if [ ! -d "$dir" ]; then
  echo "$0: '$dir' is not a directory" >&2
  exit 1
fi
dir=$(realpath -- "$dir")
db=$top/build/search.db
cd -- "$top"
[ -e build/release/articles.so ] || bash examples/build.sh

# Prints its argument as an SQL string: it's becomes 'it''s'.
q="'"
quote() { printf %s "$q${1//$q/$q$q}$q"; }

open="'['" close="']'"
if [ -t 1 ]; then open="char(27) || '[31m'" close="char(27) || '[0m'"; fi

sqlite3() { command sqlite3 -batch -init /dev/null -cmd '.load build/release/articles' "$@"; }

kept=$([ ! -e "$db" ] || sqlite3 "$db" "SELECT value FROM news_meta WHERE key = 'directory'" 2>/dev/null) || kept=
if [ -n "$kept" ] && [ "$kept" != "$dir" ]; then rm -f -- "$db"; fi # it is of another directory
sqlite3 "$db" "SELECT articles_sync('news', $(quote "$dir"))" >/dev/null

found=$(sed -n '/^-- \[search\]/,/^-- \[matches/p' sql/search.sql |
  sqlite3 -cmd '.mode list' -cmd '.separator "\n" "\n\n"' -cmd '.parameter init' \
    -cmd "INSERT INTO temp.sqlite_parameters VALUES (':words', $(quote "$words")), (':open', $open), (':close', $close)" "$db")
if [ -z "$found" ]; then
  echo "$0: no article below '$dir' matches '$words'" >&2
  exit 1
fi
printf '%s\n' "$found"
