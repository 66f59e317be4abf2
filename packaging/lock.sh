#!/usr/bin/env bash
# Writes packaging/lock/*.txt anew from pyproject.toml, every file hashed for all wheels of each release.
# Usage: packaging/lock.sh [--upgrade]      (`make lock`; needs the network and about two minutes)
set -euo pipefail
cd "$(dirname "$0")/.."

PIP_TOOLS=7.6.2
venv=build/lock-venv
lock=packaging/lock

[ -x "$venv/bin/pip-compile" ] || {
  "${PYTHON:-python3.11}" -m venv "$venv"
  "$venv/bin/pip" install --quiet "pip-tools==$PIP_TOOLS"
}

# No header, no options, no addresses: a lock holds names, versions and hashes, and where they come from is the
# reader's own pip configuration.
compile() {
  local output=$lock/$1
  shift
  "$venv/bin/pip-compile" --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-options \
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --annotation-style=line \
    --output-file "$output" "$@"
}

# pip-compile reads no dependency groups, so it gets a group's lines on standard input.
group() {
  "$venv/bin/python" -c 'import sys, tomllib
print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"][sys.argv[1]], sep="\n")' "$1"
}

# Later locks take the earlier ones as constraints, so that a package has one version in all of them.
compile build.txt "$@" --build-deps-for editable --only-build-deps pyproject.toml
compile runtime.txt "$@" -c $lock/build.txt pyproject.toml
group test | compile test.txt "$@" -c $lock/build.txt -c $lock/runtime.txt -
group lint | compile lint.txt "$@" -c $lock/build.txt -c $lock/runtime.txt -c $lock/test.txt -

if grep -nE '://|--(extra-)?index|--find-links|--trusted-host' $lock/*.txt; then
  echo "The locks above name a place to download from; they must not." >&2
  exit 1
fi
