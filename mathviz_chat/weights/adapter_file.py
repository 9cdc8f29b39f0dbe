"""A LoRA adapter as a GGUF file, as llama.cpp loads it (``--lora``)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np
from gguf import GGMLQuantizationType, GGUFWriter

from mathviz_chat.errors import UsageError
from mathviz_chat.weights import gguf_file
from mathviz_chat.weights.change import Array, Change, Changes, Lora
from mathviz_chat.weights.gguf_file import GgufFile, Planned
from mathviz_chat.weights.safe_file import replacing

ALPHA: Final = "adapter.lora.alpha"
_SIDES: Final = (".lora_a", ".lora_b")


def write_adapter(changes: Changes, output: Path, texts: Mapping[str, str]) -> None:
    """Write an adapter in F16.

    llama.cpp scales B·A by alpha/rank, with one alpha for the file: it is the first tensor's
    scale times its rank (for rsLoRA alpha·sqrt(rank)), and what other tensors differ goes into B.

    texts: further keys, such as the base's hash. Raises UsageError for changes that are no LoRA,
    ExportError where the file cannot be written.
    """
    loras = {name: _lora(name, change) for name, change in changes.tensors.items()}
    first = next(iter(loras.values()))
    alpha = first.scale * first.rank
    planned = []
    for name, lora in loras.items():
        b = lora.b * np.float32(lora.scale * lora.rank / alpha)
        planned += [_half(name + ".lora_a", lora.a), _half(name + ".lora_b", b)]
    with replacing(output, sum(tensor.size for tensor in planned)) as temporary:
        writer = GGUFWriter(None, changes.architecture)
        writer.add_type("adapter")
        writer.add_string("adapter.type", "lora")
        writer.add_float32(ALPHA, alpha)
        for key, text in texts.items():
            writer.add_string(key, text)
        gguf_file.write(temporary, writer, planned, lambda size: None)


def read_adapter(path: Path) -> Changes:
    """The adapter of a GGUF file. Raises UsageError where it is none."""
    file = GgufFile(path)
    if file.value("general.type") != "adapter" or file.value("adapter.type") != "lora":
        raise UsageError(f"{path} is no LoRA adapter: give the file that export --adapter wrote.")
    alpha = float(file.value(ALPHA, 0.0))
    sides: dict[str, dict[str, Array]] = {}
    for tensor in file.tensors:
        name, side = tensor.name[:-7], tensor.name[-7:]
        if side not in _SIDES:
            raise UsageError(f"{path} holds {tensor.name}, which is no LoRA weight.")
        sides.setdefault(name, {})[side] = gguf_file.floats(tensor)
    tensors: dict[str, Change] = {}
    for name, found in sides.items():
        if len(found) != len(_SIDES):
            raise UsageError(f"{path} has only one of A and B for {name}: export it again.")
        a, b = (found[side] for side in _SIDES)
        tensors[name] = Lora(a, b, alpha / a.shape[0] if alpha else 1.0)
    if not tensors:
        raise UsageError(f"{path} holds no weights: export the adapter again.")
    return Changes(file.architecture, tensors)


def is_adapter(path: Path) -> bool:
    """Whether a GGUF file calls itself an adapter."""
    return bool(GgufFile(path).value("general.type") == "adapter")


def _lora(name: str, change: Change) -> Lora:
    if not isinstance(change, Lora):
        raise UsageError(f"{name} is a whole tensor and no LoRA: export a merged file instead.")
    return change


def _half(name: str, weights: Array) -> Planned:
    half = weights.astype(np.float16)
    if not np.isfinite(half).all():
        raise UsageError(f"{name} does not fit F16: train again with a smaller learning rate.")
    return Planned(name, weights.shape, GGMLQuantizationType.F16, lambda: half)
