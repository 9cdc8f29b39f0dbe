#!/usr/bin/env bash
# The whole chain of fine-tuning on a tiny budget: data, train, export, modelfile, install, eval, and a real
# `ollama run mathviz` in a pseudo-terminal. The model that comes of it is worth nothing; the chain is what is shown.
# usage: scripts/smoke-finetune.sh [FOLDER]      the Ollama binary: MATHVIZ_TEST_OLLAMA, else from PATH
# The first run installs torch (5 GB) into .venv-finetune, or into the folder that MATHVIZ_FINETUNE_VENV names; MATHVIZ_WHEELS may
# name a folder with a wheel of llama-cpp-python, which is compiled otherwise.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/venv.sh

ollama=${MATHVIZ_TEST_OLLAMA:-$(command -v ollama || true)}
[ -n "$ollama" ] || die "needs an ollama binary: name it with MATHVIZ_TEST_OLLAMA"
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
say() { printf '\n== %s (%s s)\n' "$*" "$SECONDS"; }

say "the environment"
venv=${MATHVIZ_FINETUNE_VENV:-.venv-finetune}
make_venv "$venv"
if [ -n "${MATHVIZ_WHEELS:-}" ]; then
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps "$MATHVIZ_WHEELS"/llama_cpp_python-*.whl
fi
install "$venv" requirements-finetune.lock -- --require-hashes -r requirements-finetune.lock
export PYTHONPATH=$PWD
python=$venv/bin/python
stage() { "$python" -m mathviz_finetune "$@"; }

say "data"
stage data --rows 80 --test 2 --out "$folder/data"

say "train: two steps"
sed -e 's/^precision = .*/precision = "fp32"/' -e 's/^max_steps = .*/max_steps = 2/' -e 's/^warmup_steps = .*/warmup_steps = 1/' \
    -e 's/^decay_steps = .*/decay_steps = 1/' -e 's/^batch_rows = .*/batch_rows = 1/' -e 's/^eval_steps = .*/eval_steps = 0/' \
    finetune/configs/small.toml >"$folder/smoke.toml"
stage train "$folder/smoke.toml" --data "$folder/data" --out "$folder/run"

say "export"
stage export "$folder/run/adapter" --output "$folder/mathviz.gguf"

say "modelfile"
stage modelfile --output "$folder/mathviz.Modelfile"
cmp "$folder/mathviz.Modelfile" modelfiles/mathviz.Modelfile

say "eval: one question"
stage eval --data "$folder/data" --limit 1 --topic arithmetic --backend llamacpp --model "$folder/mathviz.gguf" --out "$folder/eval.json"

say "install"
port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export OLLAMA_HOST=127.0.0.1:$port
OLLAMA_MODELS=$folder/models HOME=$folder "$ollama" serve >"$folder/ollama.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true' EXIT
for _ in $(seq 100); do
    "$ollama" list >/dev/null 2>&1 && break
    sleep 0.2
done
stage install "$folder/mathviz.gguf"

say "ollama run mathviz, in a pseudo-terminal"
HOME=$folder "$python" - "$ollama" run mathviz 'Solve 3x + 7 = 22' <<'PY' >"$folder/run.txt"
import os, pty, sys

def quiet(_):  # nobody types
    return os.read(_, 65536)

status = pty.spawn(sys.argv[1:], quiet, lambda _: b"")
sys.exit(os.waitstatus_to_exitcode(status))
PY
# what a terminal would show: without cursor codes and the spinner
sed -e 's/\x1b\][^\x1b]*\x1b\\//g' -e 's/\x1b\[[0-9;?]*[A-Za-z]//g' -e 's/[^[:print:]\n\t]//g' "$folder/run.txt" | grep -v '^ *$' | tee "$folder/answer.txt"
grep -q '[A-Za-z0-9]' "$folder/answer.txt" || die "ollama run said nothing; see $folder"
say "done"
