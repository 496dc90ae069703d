#!/usr/bin/env bash
# Lists the Debian 12 packages that the project needs, by group, and installs those that are missing.
#   tests/packages.sh GROUP...   the groups are build, test, more, node and bench
set -eu

# To build and use the extension. (bsdextrautils has the program column, for the examples.)
build="g++ cmake ninja-build pkg-config libsqlite3-dev libyaml-cpp-dev libgumbo-dev
       libcmark-gfm-dev libcmark-gfm-extensions-dev libtomlplusplus-dev nlohmann-json3-dev sqlite3 bsdextrautils"
# For tests/run.sh.
test="libgtest-dev googletest python3 binutils tzdata
      python3-bs4 python3-soupsieve python3-yaml python3-html5lib"
# For tests/run-all.sh.
more="clang clang-tidy clang-format libclang-rt-14-dev valgrind libc6-dbg strace libbenchmark-dev unicode-data"
# For tests/run-all.sh, if npm is not installed. Debian's npm does not work with other builds of node.
node="nodejs npm"
# For tests/bench/run.sh --cold.
bench="ripgrep"

if [ $# -eq 0 ]; then
  echo "usage: $0 GROUP...   (build, test, more, node, bench)" >&2
  exit 2
fi
wanted=
for group in "$@"; do
  case $group in
    build) wanted="$wanted $build" ;;
    test) wanted="$wanted $test" ;;
    more) wanted="$wanted $more" ;;
    node) wanted="$wanted $node" ;;
    bench) wanted="$wanted $bench" ;;
    *) echo "$0: unknown group '$group'; the groups are build, test, more, node and bench" >&2; exit 2 ;;
  esac
done

# shellcheck disable=SC2086 # the lists are split at spaces on purpose, here and below
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "$0: this system has no apt-get; install what these Debian 12 packages contain:" $wanted >&2
  exit 1
fi
# shellcheck disable=SC2086
installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
            sed -n 's/^installed //p') || true
missing=
for package in $wanted; do
  grep -qxF -- "$package" <<<"$installed" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
  as_root=sudo
  if ! command -v sudo >/dev/null; then
    echo "$0: not root and no sudo; run as root: apt-get install$missing" >&2
    exit 1
  fi
fi
apt() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@"; }

echo "Installing$missing"
apt update >&2 || echo "$0: apt-get update failed; using the existing package lists" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086
if ! apt install -y --no-install-recommends $missing >"$log" 2>&1; then
  cat "$log" >&2
  echo "$0: could not install$missing" >&2
  exit 1
fi
