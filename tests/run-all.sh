#!/usr/bin/env bash
# Runs the checks that tests/run.sh leaves out, each with its time: clang-format, generated tables, ThreadSanitizer,
# thread safety, clang-tidy, the newest SQLite, the front-matter packages of npm, the Markdown specifications, valgrind,
# short runs of the fuzzers and benchmarks. Installs the packages for that.
# Continues after a step that fails; the exit code is then non-zero.
# shellcheck disable=SC2317 # the steps are called by name
set -euo pipefail
cd -- "$(dirname -- "$0")/.."
export LC_ALL=C.UTF-8

bash tests/packages.sh build test more
mkdir -p build
jobs=$(nproc)
failed=0
summary=

# step NAME FUNCTION: runs the function in a subshell, which ends at the first failure.
step() {
  local seconds=$SECONDS result
  printf '\n== %s\n' "$1"
  set +e
  (set -e; "$2")
  result=$?
  set -e
  [ "$result" -eq 0 ] || failed=1
  summary="$summary$1: $([ "$result" -eq 0 ] && echo passed || echo FAILED) ($((SECONDS - seconds)) s)"$'\n'
}

sources() { find ext include tests -name '*.cpp' -o -name '*.h' | sort; }

format() {
  sources | xargs clang-format --dry-run -Werror 2>build/format.log && return
  grep 'error: ' build/format.log | cut -d: -f1 | sort | uniq -c
  echo "To see the differences: clang-format --dry-run FILE; to repair them: clang-format -i FILE"
  return 1
}

generated_tables() { /usr/bin/python3 ext/core/base/generate_tables.py --check; }

# GCC 12's ThreadSanitizer cannot start if address randomisation uses many bits: switch it off.
thread_sanitizer() {
  local still=
  ! setarch -R true 2>/dev/null || still="setarch -R"
  cmake --preset tsan -DBUILD_TESTING=ON >/dev/null
  $still cmake --build --preset tsan -- --quiet
  TSAN_OPTIONS="suppressions=$PWD/tests/tsan.supp" $still ctest --preset tsan --parallel "$jobs" --quiet --output-log build/tsan/run.log ||
    { cat build/tsan/run.log; return 1; }
  grep '% tests passed' build/tsan/run.log
}

# The compiler checks which mutex guards what; there is nothing to run.
thread_safety() {
  cmake --preset thread-safety >/dev/null
  cmake --build --preset thread-safety -- --quiet
}

# The compile commands of the preset release are enough; nothing is built.
tidy() {
  cmake --preset release -DBUILD_TESTING=ON -DARTICLES_WERROR=ON >/dev/null
  local log=build/release/tidy.log
  if ! run-clang-tidy -quiet -p build/release -j 2 "$PWD/ext/.*\.cpp" >"$log" 2>&1; then
    # Each finding once: those of a header are reported for every file that includes it.
    sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -E '^[^ ]+: (error|warning): ' | sort -u ||
      cat "$log"
    return 1
  fi
}

# The unit tests, and the module as the sqlite3 shell loads it. HtmlGuards, HtmlDepth, HtmlPaths, the round trips
# and the measurements of time are left out: they read millions of tags and dates, which is slow under valgrind, and
# other tests cover the same code.
memcheck() {
  local valgrind="valgrind --quiet --error-exitcode=9 --leak-check=full
                  --errors-for-leak-kinds=definite,indirect --suppressions=tests/valgrind.supp"
  cmake --preset release -DBUILD_TESTING=ON -DARTICLES_WERROR=ON >/dev/null
  cmake --build --preset release --target unit_tests articles -- --quiet
  ARTICLES_SOURCE=$PWD $valgrind build/release/tests/unit_tests --gtest_brief=1 \
    --gtest_filter='-HtmlGuards.*:HtmlDepth.*:HtmlPaths.*:*RoundTrip*:*Linear*:*Scaling*'
  for query in newest categories companies; do
    $valgrind sqlite3 -batch -init /dev/null :memory: <"examples/$query.sql" |
      diff "examples/$query.out" -
  done
}

# The SQL tests and the generated queries in a newer SQLite than Debian's, with its assertions and the checks of API calls.
# The amalgamation is that of a package of npm. sql.plans* are left out: they have the choices of Debian's planner.
newest_sqlite() {
  command -v npm >/dev/null || bash tests/packages.sh node
  local package=better-sqlite3-12.11.1 folder=build/newest_sqlite
  mkdir -p $folder
  [ -e $folder/$package.tgz ] || npm pack --silent --pack-destination $folder better-sqlite3@12.11.1 >/dev/null
  tar -xzf $folder/$package.tgz -C $folder package/deps/sqlite3
  [ -e $folder/libsqlite3.so.0 ] ||
    gcc -O1 -fPIC -shared -Wl,-soname,libsqlite3.so.0 -o $folder/libsqlite3.so.0 -DSQLITE_DEBUG -DSQLITE_ENABLE_API_ARMOR \
      -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_COLUMN_METADATA $folder/package/deps/sqlite3/sqlite3.c -lm
  cmake --preset release -DBUILD_TESTING=ON -DARTICLES_WERROR=ON >/dev/null
  cmake --build --preset release --target articles sql_runner sqlite_unit_tests -- --quiet
  export LD_LIBRARY_PATH=$PWD/$folder
  # The copy that was loaded, not the system's.
  /usr/bin/python3 -c 'import sqlite3; sqlite3.connect(":memory:").execute("PRAGMA compile_options").fetchall().index(("DEBUG",))'
  ctest --test-dir build/release --parallel "$jobs" -R '^(sqlite|sql|client\.generated_queries|client\.search$)' -E '^sql\.plans' \
    --quiet --output-log $folder/run.log || { cat $folder/run.log; return 1; }
  grep '% tests passed' $folder/run.log
}

# Compares the delimiters of front matter with the packages that site generators use.
npm_peers() {
  command -v npm >/dev/null || bash tests/packages.sh node
  mkdir -p build/npm
  npm install --silent --no-audit --no-fund --prefix build/npm hexo-front-matter@4.2.1 gray-matter@4.0.3 js-yaml@4.3.2
  cmake --preset release -DBUILD_TESTING=ON -DARTICLES_WERROR=ON >/dev/null
  cmake --build --preset release --target articles -- --quiet
  ARTICLES_SOURCE=$PWD ARTICLES_EXTENSION=$PWD/build/release/articles ARTICLES_NPM=$PWD/build/npm \
    /usr/bin/python3 tests/clients/delimiters.py
}

# The examples of the Markdown specifications. They are CC BY-SA: read from packages, never copied into the project.
markdown_specs() {
  command -v npm >/dev/null || bash tests/packages.sh node
  mkdir -p build/npm build/specs/lists/partial build/specs/cache/archives/partial
  npm install --silent --no-audit --no-fund --prefix build/npm commonmark-spec@0.31.2
  # A package list of its own: the machine's may have no source packages.
  echo "deb-src http://deb.debian.org/debian bookworm main" >build/specs/sources.list
  local apt="apt-get -qq -o Dir::Etc::sourcelist=$PWD/build/specs/sources.list -o Dir::Etc::sourceparts=/dev/null
             -o Dir::State::lists=$PWD/build/specs/lists -o Dir::Cache=$PWD/build/specs/cache -o APT::Sandbox::User=root"
  $apt update
  (cd build/specs && $apt --download-only source cmark-gfm=0.29.0.gfm.6-6)
  tar -xzf build/specs/cmark-gfm_0.29.0.gfm.6.orig.tar.gz -C build/specs --wildcards '*/test/spec.txt' --strip-components=2
  cmake --preset release -DBUILD_TESTING=ON >/dev/null
  cmake --build --preset release --target articles -- --quiet
  ARTICLES_EXTENSION=$PWD/build/release/articles ARTICLES_GFM_SPEC=$PWD/build/specs/spec.txt \
    ARTICLES_COMMONMARK_SPEC=$PWD/build/npm/node_modules/commonmark-spec/spec.txt \
    /usr/bin/python3 tests/clients/markdown_specs.py
}

# Short runs with a fixed seed. CONTRIBUTING.md has the commands for long ones.
fuzz() {
  local target targets dict length
  targets=$(cd tests/fuzz && printf '%s\n' *_fuzz.cpp | sed 's/\.cpp$//')
  cmake --preset fuzz >/dev/null
  # shellcheck disable=SC2086 # a list
  cmake --build --preset fuzz --target $targets -- --quiet
  rm -rf build/fuzz/corpus
  for target in $targets; do
    target=${target%_fuzz}
    mkdir -p "build/fuzz/corpus/$target" # new inputs go here, not into tests/fuzz/corpus
    dict= length=160
    [ "$target" != tz ] || length=400
    [ ! -e "tests/fuzz/$target.dict" ] || dict="-dict=tests/fuzz/$target.dict"
    "build/fuzz/tests/${target}_fuzz" -seed=1 -runs=50000 "-max_len=$length" ${dict:+"$dict"} -verbosity=0 \
      -artifact_prefix=build/fuzz/ "build/fuzz/corpus/$target" "tests/fuzz/corpus/$target"
  done
}

# Checks that the benchmarks run and their answers agree. The figures of a busy machine say little.
bench() {
  cmake --preset release -DBUILD_TESTING=ON -DARTICLES_WERROR=ON >/dev/null
  local targets
  targets=$(cd tests/bench && printf '%s\n' *_bench.cpp | sed 's/\.cpp$//')
  # shellcheck disable=SC2086 # a list
  cmake --build --preset release --target $targets -- --quiet
  for target in $targets; do
    ARTICLES_SOURCE=$PWD "build/release/tests/$target" --benchmark_min_time=0.01 2>&1
  done | tee build/release/bench.log
  ! grep -q ERROR build/release/bench.log
}

step clang-format format
step "generated tables" generated_tables
step ThreadSanitizer thread_sanitizer
step "thread safety" thread_safety
step clang-tidy tidy
step "newest SQLite" newest_sqlite
step "npm peers" npm_peers
step "Markdown specifications" markdown_specs
step valgrind memcheck
step fuzzing fuzz
step benchmarks bench

printf '\n%s' "$summary"
exit "$failed"
