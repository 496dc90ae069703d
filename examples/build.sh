#!/usr/bin/env bash
# Builds build/release/articles.so: installs the packages that the build needs and that are missing, and compiles.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."
bash tests/packages.sh build
# A build directory that exists, perhaps configured with tests, is kept.
[ -f build/release/build.ninja ] || cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release --target articles -- --quiet | { grep -v 'no work to do' || true; }
