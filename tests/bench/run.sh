#!/usr/bin/env bash
# Measures queries over a generated corpus and compares them with plain file reads: builds, generates
# the corpus once, checks all answers, prints a table. Arguments: --files N, --size BYTES, --dir D,
# --json FILE, --runs N, --smoke (check the answers only), --cold (drop the page cache before each
# query, which root may do, and compare with reads by 1 to 32 threads and with rg).
set -euo pipefail
cd -- "$(dirname -- "$0")/../.."
bash tests/packages.sh build test
case " $* " in *" --cold "*) bash tests/packages.sh bench ;; esac
cmake --preset release -DBUILD_TESTING=ON >/dev/null
cmake --build --preset release --target articles corpus_bench -- --quiet
ARTICLES_EXTENSION=$PWD/build/release/articles build/release/tests/corpus_bench "$@"
