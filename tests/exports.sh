#!/bin/sh
# The module exports what ext/articles.map lists and nothing else.
set -eu
map=$(dirname "$0")/../ext/articles.map
wanted=$(sed -n '/global:/,/local:/ s/^ *\([a-z0-9_]*\);$/\1/p' "$map" | sort)
exported=$(nm -D --defined-only "$1" | awk '{print $3}' | sort)
if [ "$wanted" != "$exported" ]; then
  printf 'listed:\n%s\nexported:\n%s\n' "$wanted" "$exported"
  exit 1
fi
