"""How the same weights are named and ordered in transformers and in a GGUF file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mathviz_chat.weights.change import Array

# model_type of config.json -> general.architecture
ARCHITECTURES: Final[Mapping[str, str]] = {"llama": "llama", "mistral": "llama", "qwen2": "qwen2"}

MODULES: Final[Mapping[str, str]] = {
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}
_NORMS: Final[Mapping[str, str]] = {
    "input_layernorm": "attn_norm",
    "post_attention_layernorm": "ffn_norm",
}
_OUTER: Final[Mapping[str, str]] = {
    "model.embed_tokens.weight": "token_embd.weight",
    "model.norm.weight": "output_norm.weight",
    "lm_head.weight": "output.weight",
}
_LAYER: Final = re.compile(r"model\.layers\.(\d+)\.(.+)\.(weight|bias)\Z")
_PERMUTED: Final = re.compile(r"blk\.\d+\.attn_([qk])\.")


@dataclass(frozen=True, slots=True)
class Heads:
    """Attention heads of queries, and of keys and values."""

    query: int
    key: int


def gguf_name(name: str) -> str | None:
    """The GGUF name of a tensor of transformers, None for one that is not known.

    >>> gguf_name("model.layers.0.self_attn.q_proj.weight")
    'blk.0.attn_q.weight'
    """
    if name in _OUTER:
        return _OUTER[name]
    match = _LAYER.match(name)
    if match is None:
        return None
    layer, module, kind = match.groups()
    part = MODULES.get(module) or _NORMS.get(module)
    return None if part is None else f"blk.{layer}.{part}.{kind}"


def reorder(architecture: str, name: str, weights: Array, heads: Heads) -> Array:
    """The rows of a tensor of transformers in the order of the GGUF file.

    llama.cpp rotates neighbouring rows of q and k where transformers rotates halves of a head
    (``permute`` in llama.cpp's conversion/llama.py); Qwen2's rows stay as they are. Forgetting
    it loads without an error and ruins the model.

    weights: (out, ...); in an adapter only B has rows of this kind.
    """
    match = _PERMUTED.match(name)
    if architecture != "llama" or match is None:
        return weights
    count = heads.query if match[1] == "q" else heads.key
    halves = weights.reshape(count, 2, -1, *weights.shape[1:])
    return halves.swapaxes(1, 2).reshape(weights.shape)
