"""A LoRA adapter as PEFT saves it: what can be exported, and one sentence where it cannot."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from mathviz_chat.errors import UsageError
from mathviz_chat.weights.change import Array, Change, Changes, Lora, describe
from mathviz_chat.weights.layout import Heads, gguf_name, reorder
from mathviz_chat.weights.tensor_file import load, open_tensors

CONFIG_FILE: Final = "adapter_config.json"
WEIGHTS_FILE: Final = "adapter_model.safetensors"

_NAME: Final = re.compile(r"base_model\.model\.(?P<module>.+)\.lora_(?P<side>[AB])\.weight\Z")

# Each: the key, whether its value can be exported, and what to do where it cannot.
_ALLOWED: Final[tuple[tuple[str, Callable[[Any], bool], str], ...]] = (
    ("peft_type", lambda v: v == "LORA", "only LoRA adapters can be exported"),
    ("use_dora", lambda v: not v, "GGUF has no place for DoRA's magnitudes: train without DoRA"),
    ("bias", lambda v: v in (None, "none"), "biases are not exported: train with bias='none'"),
    ("lora_bias", lambda v: not v, "biases are not exported: train with lora_bias=false"),
    (
        "modules_to_save",
        lambda v: not v,
        "whole trained modules (added tokens, lm_head) are not exported: train without them, or "
        "merge them in transformers and export the whole weights",
    ),
    (
        "trainable_token_indices",
        lambda v: not v,
        "added or retrained tokens are not exported: train without them",
    ),
    ("fan_in_fan_out", lambda v: not v, "layers with transposed weights are not exported"),
    ("target_parameters", lambda v: not v, "only whole linear layers are exported"),
    ("layer_replication", lambda v: not v, "replicated layers are not exported"),
    ("alora_invocation_tokens", lambda v: not v, "what a token switches on cannot be merged"),
    (
        "init_lora_weights",
        lambda v: not isinstance(v, str) or v.lower() in ("gaussian", "orthogonal", "eva"),
        "this initialisation changes the base's weights, so that the adapter does not fit the "
        "base: save it with path_initial_model_for_weight_conversion",
    ),
)


def is_peft(folder: Path) -> bool:
    return (folder / CONFIG_FILE).is_file()


def read_peft(folder: Path, architecture: str, heads: Heads) -> Changes:
    """The adapter in ``folder``, for a base of that architecture.

    Raises UsageError with one sentence for what cannot be exported.
    """
    config = _config(folder / CONFIG_FILE)
    for key, allowed, why in _ALLOWED:
        if not allowed(config.get(key)):
            raise UsageError(f"{folder} has {key} = {describe(config[key])}: {why}.")
    changes: dict[str, Change] = {}
    for module, (a, b) in _pairs(folder / WEIGHTS_FILE).items():
        name = gguf_name(f"{module}.weight")
        if name is None or not name.startswith("blk."):
            raise UsageError(
                f"{folder} adapts {module}, which has no place in an adapter for GGUF: train the "
                f"linear layers of attention and MLP only."
            )
        lora = Lora(a, reorder(architecture, name, b, heads), _scale(config, module, a.shape[0]))
        _check(folder, module, lora)
        changes[name] = lora
    if not changes:
        raise UsageError(f"{folder} holds no LoRA weights: train it, and save it with PEFT.")
    return Changes(architecture, changes)


def _config(path: Path) -> dict[str, Any]:
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read ({error}): save the adapter again.") from None
    if not isinstance(config, dict):
        raise UsageError(f"{path} is not a configuration of PEFT: save the adapter again.")
    return config


def _pairs(path: Path) -> dict[str, tuple[Array, Array]]:
    """A and B of each adapted module. Raises UsageError for anything else in the file."""
    if not path.is_file():
        raise UsageError(f"{path.parent} has no {path.name}: save the adapter as safetensors.")
    sides: dict[str, dict[str, Array]] = {}
    for name, tensor in open_tensors(path).items():
        match = _NAME.match(name)
        if match is None:
            raise UsageError(
                f"{path} holds {name}, which is no LoRA weight of a linear layer: only A and B "
                f"can be exported."
            )
        sides.setdefault(match["module"], {})[match["side"]] = load(tensor)
    for module, found in sides.items():
        if len(found) != 2:
            raise UsageError(f"{path} has only one of A and B for {module}: save it again.")
    return {module: (found["A"], found["B"]) for module, found in sides.items()}


def _scale(config: Mapping[str, Any], module: str, rank: int) -> float:
    alpha = float(_for_module(config.get("alpha_pattern"), module) or config.get("lora_alpha", 8))
    return alpha / (math.sqrt(rank) if config.get("use_rslora") else rank)


def _for_module(patterns: object, module: str) -> Any:
    """What a pattern of PEFT gives for a module: its names match at the end, or by expression."""
    if isinstance(patterns, dict):
        for pattern, value in patterns.items():
            if re.match(rf"(.*\.)?({pattern})$", module):
                return value
    return None


def _check(folder: Path, module: str, lora: Lora) -> None:
    if lora.a.ndim != 2 or lora.b.ndim != 2 or lora.b.shape[1] != lora.rank:
        raise UsageError(
            f"{folder}: A {lora.a.shape} and B {lora.b.shape} of {module} do not fit together: "
            f"save the adapter again."
        )
    if not (np.isfinite(lora.a).all() and np.isfinite(lora.b).all()):
        raise UsageError(
            f"{folder}: the weights of {module} are not all finite: the training diverged; train "
            f"again with a smaller learning rate."
        )
