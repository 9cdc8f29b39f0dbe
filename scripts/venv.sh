# Sourced by run.sh and test.sh: makes a virtual environment and puts the project into it.
# shellcheck shell=sh

# Only the parts of llama.cpp that this program calls, and no kernels for AMX, which crash on virtual machines
# (ggml-org/llama.cpp#20824); CMAKE_ARGS of one's own come last and win.
CMAKE_ARGS="-DCMAKE_C_FLAGS=-U__AMX_INT8__ -DCMAKE_CXX_FLAGS=-U__AMX_INT8__ -DLLAVA_BUILD=OFF -DLLAMA_BUILD_TOOLS=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_SERVER=OFF ${CMAKE_ARGS:-}"
export CMAKE_ARGS

die() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

# find_python: the first Python of a supported version, or the one that PYTHON names.
find_python() {
    for candidate in ${PYTHON:-python3.11 python3.12 python3.13 python3}; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    die "needs Python 3.11, 3.12 or 3.13: install one, or name it with PYTHON=/path/to/python"
}

# make_venv DIR: a virtual environment that works on Debian's externally managed Python too.
make_venv() {
    [ -x "$1/bin/pip" ] && return
    python=$(find_python) || exit 1
    "$python" -m venv "$1" 2>/dev/null || {
        rm -rf "$1"
        die "$python cannot make a virtual environment: on Debian and Ubuntu, 'apt install python3-venv' first"
    }
}

# needs_compiler DIR: says so before pip spends minutes on finding out.
needs_compiler() {
    "$1/bin/python" -c 'import importlib.metadata as m; m.version("llama-cpp-python")' 2>/dev/null && return
    command -v c++ >/dev/null || command -v g++ >/dev/null || command -v clang++ >/dev/null ||
        die "llama.cpp must be compiled and there is no C++ compiler: on Debian and Ubuntu, 'apt install g++'; on macOS, 'xcode-select --install'"
    echo "First install: llama.cpp is compiled now unless pip has kept it, which takes 3 to 6 minutes on two cores." >&2
}

# install DIR STAMP_FILES... -- PIP_ARGUMENTS...: runs pip once for each state of the stamp files.
install() {
    venv=$1
    shift
    stamp=""
    while [ "$1" != "--" ]; do
        stamp="$stamp $(cksum <"$1")"
        shift
    done
    shift
    [ "$(cat "$venv/.installed" 2>/dev/null)" = "$stamp $*" ] && return
    needs_compiler "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@" >&2 ||
        die "the installation failed; its last lines above say why"
    echo "$stamp $*" >"$venv/.installed"
}
