#!/usr/bin/env bash
# The whole chain of fine-tuning on a tiny budget: data, train, parity, export, modelfile, eval, install, and real `ollama run`s
# in a pseudo-terminal: of the model of this chain, which is worth nothing, and of the one that ships, which must answer.
# Before it the tests that need torch.
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

say "the tests that need torch"
tools=$(grep -oE '^(pytest|pytest-timeout|pytest-xdist|execnet|iniconfig)==[^ ]+' requirements-dev.lock)
# shellcheck disable=SC2086
"$python" -m pip install --quiet --disable-pip-version-check --no-deps $tools
"$python" -m pytest -q -m torch tests/finetune/test_{training,decoding,scratch,graph}.py

say "data"
stage data --rows 80 --test 2 --out "$folder/data"

say "train: ten steps"
sed -e 's/^precision = .*/precision = "fp32"/' -e 's/^max_steps = .*/max_steps = 10/' -e 's/^warmup_steps = .*/warmup_steps = 1/' \
    -e 's/^decay_steps = .*/decay_steps = 1/' -e 's/^batch_rows = .*/batch_rows = 1/' -e 's/^eval_steps = .*/eval_steps = 0/' -e 's/^compile = .*/compile = false/' \
    finetune/configs/small.toml >"$folder/smoke.toml"
stage train "$folder/smoke.toml" --data "$folder/data" --out "$folder/run"
"$python" - "$folder/run/adapter/run.json" <<'PY'
import json, sys
first, last = json.load(open(sys.argv[1]))["loss"]
print(f"loss of the first five steps {first:.3f}, of the last five {last:.3f}")
sys.exit(0 if last < first else "the loss did not fall")
PY

say "export"
stage export "$folder/run/adapter" --output "$folder/chain.gguf"
stage export --output "$folder/mathviz.gguf"

say "parity: the prompt's tokens and the log-probabilities of the trained model and of its file"
"$python" -m scripts.parity --adapter "$folder/run/adapter" --tokens 8 "$folder/chain.gguf"

say "modelfile"
stage modelfile --output "$folder/mathviz.Modelfile"
cmp "$folder/mathviz.Modelfile" modelfiles/mathviz.Modelfile

say "eval: two questions"
stage eval --data "$folder/data" --limit 2 --topic linear --parallel 2 --model "$folder/mathviz.gguf" --out "$folder/eval.json"
grep -q '"verified but wrong": 0' "$folder/eval.json" || die "an answer was verified and wrong; see $folder/eval.json"

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
stage install "$folder/chain.gguf" --name chain
stage install "$folder/mathviz.gguf"

# asked MODEL: what a terminal shows of `ollama run MODEL` with a question, without cursor codes and the spinner
asked() {
    HOME=$folder "$python" - "$ollama" run "$1" 'Solve 3x + 7 = 22' <<'PY' >"$folder/$1.txt"
import os, pty, sys

def quiet(_):  # nobody types
    return os.read(_, 65536)

status = pty.spawn(sys.argv[1:], quiet, lambda _: b"")
sys.exit(os.waitstatus_to_exitcode(status))
PY
    sed -e 's/\x1b\][^\x1b]*\x1b\\//g' -e 's/\x1b\[[0-9;?]*[A-Za-z]//g' -e 's/[^[:print:]\n\t]//g' "$folder/$1.txt" | grep -v '^ *$'
}

say "ollama run, in a pseudo-terminal: the model of this chain"
asked chain | tee "$folder/chain-answer.txt"
grep -q '[A-Za-z0-9]' "$folder/chain-answer.txt" || die "ollama run said nothing; see $folder"

say "ollama run mathviz: the model that ships"
asked mathviz | tee "$folder/answer.txt"
tail -n 1 "$folder/answer.txt" | grep -Eq '^Answer: x = -?[0-9/]+ *$' || die "the last line is no answer; see $folder"
say "done"
