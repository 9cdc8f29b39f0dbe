"""Whole weights as transformers saves them, for the base's own GGUF file."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from gguf.utility import LocalTensor

from mathviz_chat.errors import UsageError
from mathviz_chat.weights.change import Array, Changes, Replacement
from mathviz_chat.weights.layout import ARCHITECTURES, Heads, gguf_name, reorder
from mathviz_chat.weights.tensor_file import load, open_tensors


def is_whole(folder: Path) -> bool:
    return (folder / "config.json").is_file() and any(folder.glob("model*.safetensors"))


def read_whole(folder: Path, architecture: str, heads: Heads) -> Changes:
    """The weights in ``folder``, for a base of that architecture; read when they are needed.

    Raises UsageError with one sentence for what cannot be exported.
    """
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        kind, tied = str(config["model_type"]), bool(config.get("tie_word_embeddings"))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise UsageError(f"{folder}/config.json cannot be read ({error}): save it again.") from None
    if ARCHITECTURES.get(kind) != architecture:
        raise UsageError(
            f"{folder} is a {kind} model, and the base a {architecture}: name its base."
        )
    changes = {}
    for path in sorted(folder.glob("model*.safetensors")):
        for name, tensor in open_tensors(path).items():
            if name == "lm_head.weight" and tied:
                continue  # the same numbers as the embedding's
            target = gguf_name(name)
            if target is None:
                raise UsageError(
                    f"{path} holds {name}, which a {architecture} file has no place for."
                )
            changes[target] = Replacement(
                tensor.shape, partial(_ordered, architecture, target, tensor, heads)
            )
    return Changes(architecture, changes, whole=True)


def _ordered(architecture: str, name: str, tensor: LocalTensor, heads: Heads) -> Array:
    return reorder(architecture, name, load(tensor), heads)
