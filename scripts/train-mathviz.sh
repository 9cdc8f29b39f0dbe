#!/usr/bin/env bash
# From an empty directory to the model that ships: data, training, export, evaluation, with times and hardware.
# usage: scripts/train-mathviz.sh FOLDER [--data-only]      PROCESSES=2 THREADS=1: of the training, on a CPU
# The command and the hash of the data are those of the manifest of the adapter that ships; another hash ends the script. What
# the solver writes is part of the data, and it has learned to write some steps otherwise: the rows are made by the code of that
# day, which needs git and the history.
# A run that was stopped goes on where it was when it is called again: finished data and adapters stay, training resumes from its
# last checkpoint.
# Torch and the like are installed into .venv-finetune, or into the folder that MATHVIZ_FINETUNE_VENV names.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/venv.sh

[ $# -ge 1 ] || die "name a folder to work in"
mkdir -p "$1"
folder=$(cd "$1" && pwd)
made_by=a593dbf6 # the commit whose topics and solver wrote the data
say() { printf '\n== %s (%s s)\n' "$*" "$SECONDS"; }

venv=${MATHVIZ_FINETUNE_VENV:-.venv-finetune}
make_venv "$venv"
if [ -n "${MATHVIZ_WHEELS:-}" ]; then
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps "$MATHVIZ_WHEELS"/llama_cpp_python-*.whl
fi
install "$venv" requirements-finetune.lock -- --require-hashes -r requirements-finetune.lock
export PYTHONPATH=$PWD
python=$(cd "$venv/bin" && pwd)/python
stage() { "$python" -m mathviz_finetune "$@"; }
shipped() { "$python" -c 'import json, sys; print(json.load(open("mathviz_chat/data/mathviz-adapter.gguf.manifest.json"))["training"][sys.argv[1]])' "$1"; }

say "hardware"
uname -srm
grep -m1 'model name' /proc/cpuinfo 2>/dev/null || true
echo "$(getconf _NPROCESSORS_ONLN) processors"
"$python" -c 'import torch; print("torch", torch.__version__, torch.cuda.get_device_name() if torch.cuda.is_available() else "no GPU")'

say "data"
made() { "$python" -c 'import json, sys; print(json.load(open(sys.argv[1]))["data"])' "$folder/data/manifest.json"; }
if [ ! -f "$folder/data/manifest.json" ]; then
    git cat-file -e "$made_by" 2>/dev/null || die "the commit $made_by is not here: git fetch --unshallow"
    rm -rf "$folder/code"
    mkdir "$folder/code"
    git archive "$made_by" | tar -x -C "$folder/code"
    # the numbers of rows and the seed are part of what the hash stands for (docs/model-card.md)
    (cd "$folder/code" && PYTHONPATH=$PWD "$python" -m mathviz_finetune data \
        --out "$folder/data" --rows "${ROWS:-48000}" --test "${TEST:-300}" --seed "${SEED:-0}")
fi
echo "data $(made)"
[ "$(made)" = "$(shipped data)" ] || die "the adapter that ships was trained on data $(shipped data): another version of the topics, or other ROWS, TEST and SEED"
[ "${2:-}" = --data-only ] && exit 0

processes=${PROCESSES:-1}
train() { # CONFIG OUT [FLAGS]
    [ ! -f "$2/adapter/run.json" ] || return 0
    if compgen -G "$2/checkpoint-*" >/dev/null; then set -- "$@" --resume; fi
    if [ "$processes" -gt 1 ]; then
        OMP_NUM_THREADS=${THREADS:-1} "$venv/bin/torchrun" --nproc_per_node "$processes" -m mathviz_finetune \
            train "finetune/configs/$1.toml" --data "$folder/data" --out "$2" "${@:3}"
    else
        stage train "finetune/configs/$1.toml" --data "$folder/data" --out "$2" "${@:3}"
    fi
}
say "train"
train small "$folder/small"
say "train, continued"
train small-continued "$folder/run" --adapter "$folder/small/adapter"

say "export"
stage export "$folder/run/adapter" --output "$folder/mathviz.gguf"
stage export "$folder/run/adapter" --adapter --output "$folder/mathviz-adapter.gguf"

say "eval: 300 questions a family"
gated=$("$python" -c 'from mathviz_finetune.topics import GATED; print(*(f"--topic={name}" for name in GATED))')
# shellcheck disable=SC2086
stage eval --data "$folder/data" $gated --limit 300 --model "$folder/mathviz.gguf" --parallel --out "$folder/eval.json"
say "done"
