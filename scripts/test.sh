#!/bin/sh
# Installs the development environment that requirements-dev.lock pins into .venv-test (once), then runs
# the linters, the type checker and the tests. Arguments go to pytest: sh scripts/test.sh tests/core
# Two processes share the tests (tests/conftest.py says how); those of real models, servers and terminals run after them,
# one by one, for what they show depends on the load and on the length of a folder's name.
set -eu
cd "$(dirname "$0")/.."
. scripts/venv.sh

make_venv .venv-test
install .venv-test requirements-dev.lock -- --require-hashes -r requirements-dev.lock
install_project() { .venv-test/bin/python -m pip install --quiet --no-deps --no-build-isolation -e . ; }
.venv-test/bin/python -c 'import mathviz_chat' 2>/dev/null || install_project
PATH="$PWD/.venv-test/bin:$PATH"
export PATH

ruff check .
ruff format --check .
mypy
lint-imports
some() { pytest "$@" || [ $? = 5 ]; } # 5: there are no such tests in what the arguments name
some -n 2 --dist loadscope --no-loadscope-reorder -m 'not bench and not torch and not real' "$@"
some -m 'real and not bench and not torch' "$@"
