"""What trainings leave behind, with random weights: adapters as PEFT saves them, whole models."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.gguf.small_model import LAYER, SHAPES

RANK, ALPHA = 4, 8
CONFIG: dict[str, Any] = {
    "peft_type": "LORA",
    "r": RANK,
    "lora_alpha": ALPHA,
    "bias": "none",
    "use_dora": False,
    "use_rslora": False,
    "modules_to_save": None,
    "init_lora_weights": True,
}

Tensors = Mapping[str, npt.NDArray[Any]]


def write_safetensors(path: Path, tensors: Tensors) -> None:
    """https://huggingface.co/docs/safetensors: the length of a JSON header, it, the numbers."""
    kinds = {"float32": "F32", "float16": "F16", "uint16": "BF16", "int64": "I64"}
    header, start = {}, 0
    for name, tensor in tensors.items():
        end = start + tensor.nbytes
        kind = kinds[str(tensor.dtype)]
        header[name] = {"dtype": kind, "shape": tensor.shape, "data_offsets": [start, end]}
        start = end
    encoded = json.dumps(header).encode()
    with path.open("wb") as file:
        file.write(len(encoded).to_bytes(8, "little") + encoded)
        for tensor in tensors.values():
            file.write(tensor.tobytes())


def lora_tensors(
    *,
    layers: int = 1,
    shapes: Mapping[str, tuple[int, int]] = SHAPES,
    size: float = 0.2,
    rank: int = RANK,
) -> dict[str, npt.NDArray[Any]]:
    """A and B with random numbers for each module, named as PEFT does."""
    rng = np.random.default_rng(7)
    tensors = {}
    for layer in range(layers):
        for module, (out, within) in shapes.items():
            name = f"base_model.model.model.layers.{layer}.{module}"
            a = rng.normal(0, size, (rank, within))
            b = rng.normal(0, size, (out, rank))
            tensors[f"{name}.lora_A.weight"] = a.astype(np.float32)
            tensors[f"{name}.lora_B.weight"] = b.astype(np.float32)
    return tensors


def merged(model: Tensors, adapter: Tensors, scale: float) -> dict[str, npt.NDArray[Any]]:
    """The small model with the adapter merged, by transformers' names."""
    found = dict(model)
    for module in SHAPES:
        name = f"base_model.model.{LAYER}{module}"
        if f"{name}.lora_A.weight" in adapter:
            a, b = adapter[f"{name}.lora_A.weight"], adapter[f"{name}.lora_B.weight"]
            found[f"{LAYER}{module}.weight"] = found[f"{LAYER}{module}.weight"] + scale * (b @ a)
    return found


def write_peft(folder: Path, tensors: Tensors, **config: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "adapter_config.json").write_text(json.dumps({**CONFIG, **config}))
    write_safetensors(folder / "adapter_model.safetensors", tensors)
    return folder


def write_whole(folder: Path, tensors: Tensors, model_type: str = "llama") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    config = {"model_type": model_type, "tie_word_embeddings": True}
    (folder / "config.json").write_text(json.dumps(config))
    write_safetensors(folder / "model.safetensors", tensors)
    return folder
