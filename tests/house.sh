#!/usr/bin/env bash
# Rules of the layout that no compiler checks. Prints each violation; non-zero if there is one.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."
found=0
report() { echo "$1"; found=1; }

# Sources are listed by name: a file that is not listed would be left out in silence.
for file in tests/unit/*_test.cpp tests/unit/sqlite/*_test.cpp tests/integration/*_test.cpp; do
  grep -qF "${file#tests/}" tests/CMakeLists.txt || report "$file is not listed in tests/CMakeLists.txt"
done
for file in tests/sql/*.test tests/fuzz/*_fuzz.cpp tests/bench/*_bench.cpp; do
  name=$(basename "${file%.*}")
  name=${name%_fuzz} name=${name%_bench}
  grep -qwF "$name" tests/CMakeLists.txt || report "$file is not listed in tests/CMakeLists.txt"
done
while read -r file; do
  name=$(basename "${file%.*}")
  grep -qw "$name" ext/core/CMakeLists.txt || report "$file is not listed in ext/core/CMakeLists.txt"
done < <(find ext/core -name no_sqlite -prune -o \( -name '*.cpp' -o -name '*.h' \) -print)

# An include names the folder of its stage, and a public header includes public headers only.
grep -rnE '#include "\.\./' ext include && report "an include goes around the include directories of the stages"
grep -nE '#include "' include/articles/*.h | grep -v '#include "articles/' && report "a public header includes a header of a stage"

# Small files.
while read -r lines file; do
  [ "$file" = total ] || [ "$lines" -le 400 ] || report "$file has $lines lines; the limit is 400"
done < <(find ext include -name '*.h' -o -name '*.cpp' | xargs wc -l)

# Marks that a merge leaves.
git grep -nE '^(<<<<<<<|>>>>>>>) ' -- . && report "a conflict of a merge is not resolved"
exit "$found"
