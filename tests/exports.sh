#!/bin/sh
# Checks that the module exports exactly the symbols that ext/articles.map lists.
set -eu
map=$(dirname "$0")/../ext/articles.map
wanted=$(sed -n '/global:/,/local:/ s/^ *\([a-z0-9_]*\);$/\1/p' "$map" | sort)
exported=$(nm -D --defined-only "$1" | awk '{print $3}' | sort)
if [ "$wanted" != "$exported" ]; then
  printf 'listed:\n%s\nexported:\n%s\n' "$wanted" "$exported"
  exit 1
fi
