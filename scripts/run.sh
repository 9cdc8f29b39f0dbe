#!/bin/sh
# Installs mathviz-chat into .venv of this checkout (once) and runs it with the arguments given.
# usage: sh scripts/run.sh -q 'Solve for x: 3x + 7 = 22'
set -eu
cd "$(dirname "$0")/.."
. scripts/venv.sh

make_venv .venv
install .venv pyproject.toml -- -e .
exec .venv/bin/mathviz-chat "$@"
