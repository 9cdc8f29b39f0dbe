#!/usr/bin/env bash
# Trains a few real steps by Unsloth, on a GPU where there is one, else in Unsloth's CPU mode, and exports what came of them.
# usage: scripts/unsloth-steps.sh [FOLDER [STEPS]]
# The first run installs Unsloth with torch (6 GB) into .venv-unsloth, or into the folder that MATHVIZ_UNSLOTH_VENV names;
# MATHVIZ_WHEELS may name a folder with a wheel of llama-cpp-python, which is compiled otherwise.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/venv.sh

folder=${1:-$(mktemp -d)}
steps=${2:-6}
venv=${MATHVIZ_UNSLOTH_VENV:-.venv-unsloth}
make_venv "$venv"
if [ -n "${MATHVIZ_WHEELS:-}" ]; then
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps "$MATHVIZ_WHEELS"/llama_cpp_python-*.whl
fi
install "$venv" pyproject.toml -- '.[unsloth]'
export PYTHONPATH=$PWD
stage() { "$venv/bin/python" -m mathviz_finetune "$@"; }

stage data --rows 80 --test 2 --out "$folder/data"
sed -e 's/^max_steps = .*/max_steps = '"$steps"'/' -e 's/^warmup_steps = .*/warmup_steps = 1/' -e 's/^decay_steps = .*/decay_steps = 1/' \
    -e 's/^eval_steps = .*/eval_steps = 0/' -e 's/^threads = .*/threads = 0\nlogging_steps = 1\nbackend = "unsloth"/' \
    finetune/configs/small.toml >"$folder/unsloth.toml"
stage train "$folder/unsloth.toml" --data "$folder/data" --out "$folder/run"
"$venv/bin/python" - "$folder/run/adapter/run.json" <<'PY'
import importlib.metadata as packages, json, sys, torch
ran = json.load(open(sys.argv[1]))
where = torch.cuda.get_device_name() if torch.cuda.is_available() else "the CPU"
versions = ", ".join(f"{name} {packages.version(name)}" for name in ("unsloth", "trl", "transformers", "torch"))
print(f"{ran['steps']} steps on {where}, {ran['tokens']} tokens, loss {ran['loss'][0]} to {ran['loss'][1]} ({versions})")
assert ran["steps"] >= 5 and ran["loss"][1] < ran["loss"][0]
PY
stage export "$folder/run/adapter" --output "$folder/mathviz.gguf"
