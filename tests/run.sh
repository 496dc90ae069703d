#!/usr/bin/env bash
# Builds and tests the presets release and asan; installs the packages for that. The exit code is non-zero if
# anything fails.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."
export LC_ALL=C.UTF-8

bash tests/packages.sh build test
failed=0
summary=
for preset in release asan; do
  mkdir -p "build/$preset"
  log=build/$preset/run.log
  seconds=$SECONDS
  closing="not built"
  echo "== $preset: build"
  if cmake --preset "$preset" -DBUILD_TESTING=ON -DARTICLES_WERROR=ON >"$log" && cmake --build --preset "$preset" >>"$log"; then
    built=$((SECONDS - seconds))
    echo "== $preset: test"
    ctest --preset "$preset" --parallel "$(nproc)" | tee "$log" || failed=1
    closing="$(grep '% tests passed' "$log" || echo 'no tests') (build $built s, tests $((SECONDS - seconds - built)) s)"
  else
    failed=1
    cat "$log"
  fi
  summary="$summary$preset: $closing"$'\n'
done

printf '\n%s' "$summary"
exit "$failed"
