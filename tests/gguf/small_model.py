"""A llama (or Qwen2) of one layer that llama.cpp runs, and the same model in numpy.

The numpy one follows transformers: its order of rows, its ``rotate_half``. It shares no code with
the program, so that what both say about an exported file is evidence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from gguf import GGUFWriter, TokenType

HIDDEN, HEADS, KEY_HEADS, INNER, EPSILON, THETA = 64, 4, 2, 96, 1e-5, 10000.0
HEAD = HIDDEN // HEADS
SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")

Weights = Mapping[str, npt.NDArray[np.float32]]

SHAPES: dict[str, tuple[int, int]] = {  # (out, in), by transformers' names within a layer
    "self_attn.q_proj": (HIDDEN, HIDDEN),
    "self_attn.k_proj": (KEY_HEADS * HEAD, HIDDEN),
    "self_attn.v_proj": (KEY_HEADS * HEAD, HIDDEN),
    "self_attn.o_proj": (HIDDEN, HIDDEN),
    "mlp.gate_proj": (INNER, HIDDEN),
    "mlp.up_proj": (INNER, HIDDEN),
    "mlp.down_proj": (HIDDEN, INNER),
}
GGUF_NAMES = {
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
    "input_layernorm": "attn_norm",
    "post_attention_layernorm": "ffn_norm",
}
LAYER = "model.layers.0."


def vocabulary() -> list[str]:
    """Every byte as GPT-2 spells it, and the special tokens."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in plain]
    spelled = dict(zip(plain, map(chr, plain), strict=True))
    spelled |= {byte: chr(256 + place) for place, byte in enumerate(others)}
    return [*SPECIAL, *(spelled[byte] for byte in range(256)), "ab"]


def weights(architecture: str = "llama") -> dict[str, npt.NDArray[np.float32]]:
    """Random weights by transformers' names, in transformers' order of rows."""
    rng = np.random.default_rng(3)

    def normal(*shape: int) -> npt.NDArray[np.float32]:
        return rng.normal(0, 0.15, shape).astype(np.float32)

    found = {"model.embed_tokens.weight": normal(len(vocabulary()), HIDDEN)}
    for module, shape in SHAPES.items():
        found[f"{LAYER}{module}.weight"] = normal(*shape)
        if architecture == "qwen2" and module[-6] in "qkv":
            found[f"{LAYER}{module}.bias"] = normal(shape[0])
    for norm in (f"{LAYER}input_layernorm", f"{LAYER}post_attention_layernorm", "model.norm"):
        found[f"{norm}.weight"] = 1 + normal(HIDDEN)
    return found


# ---------------------------------------------------------------------- the GGUF file


def gguf_name(name: str) -> str:
    if name == "model.embed_tokens.weight":
        return "token_embd.weight"
    if name == "model.norm.weight":
        return "output_norm.weight"
    module, _, kind = name.removeprefix(LAYER).rpartition(".")
    return f"blk.0.{GGUF_NAMES[module]}.{kind}"


def interleaved(rows: npt.NDArray[Any], heads: int) -> npt.NDArray[Any]:
    """Rows of q or k as a llama's GGUF file has them: the halves of each head in turns."""
    half = len(rows) // heads // 2
    order = np.arange(len(rows)).reshape(heads, 2, half).transpose(0, 2, 1).reshape(-1)
    return rows[order]


def write_base(
    path: Path, architecture: str = "llama", template: str = "{{ messages[0]['content'] }}"
) -> Path:
    writer = GGUFWriter(path, architecture)
    writer.add_name("small base")
    writer.add_file_type(0)
    writer.add_context_length(2048)
    writer.add_embedding_length(HIDDEN)
    writer.add_block_count(1)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KEY_HEADS)
    writer.add_layer_norm_rms_eps(EPSILON)
    writer.add_rope_freq_base(THETA)
    writer.add_rope_dimension_count(HEAD)
    words = vocabulary()
    writer.add_vocab_size(len(words))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("smollm")
    writer.add_token_list(words)
    writer.add_token_types([TokenType.CONTROL] * 3 + [TokenType.NORMAL] * (len(words) - 3))
    writer.add_token_merges(["a b"])
    writer.add_bos_token_id(0)
    writer.add_eos_token_id(2)
    writer.add_bool("tokenizer.ggml.add_bos_token", False)
    writer.add_chat_template(template)
    writer.add_string("mathviz.test", "ü")
    for name, tensor in weights(architecture).items():
        if architecture == "llama" and ".q_proj." in name:
            tensor = interleaved(tensor, HEADS)
        if architecture == "llama" and ".k_proj." in name:
            tensor = interleaved(tensor, KEY_HEADS)
        writer.add_tensor(gguf_name(name), tensor)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


# ---------------------------------------------------------------------- the same in numpy


def log_probs(model: Weights, tokens: Sequence[int]) -> npt.NDArray[np.float64]:
    """(tokens, vocabulary): what the model expects after each token."""
    w = {name: tensor.astype(np.float64) for name, tensor in model.items()}
    x = w["model.embed_tokens.weight"][list(tokens)]  # (T, HIDDEN)
    h = _norm(x, w[f"{LAYER}input_layernorm.weight"])
    q, k, v = (_linear(h, w, f"{LAYER}self_attn.{side}_proj") for side in "qkv")
    x = x + _linear(_attention(q, k, v), w, f"{LAYER}self_attn.o_proj")
    h = _norm(x, w[f"{LAYER}post_attention_layernorm.weight"])
    gate = _linear(h, w, f"{LAYER}mlp.gate_proj")
    up = _linear(h, w, f"{LAYER}mlp.up_proj")
    x = x + _linear(gate / (1 + np.exp(-gate)) * up, w, f"{LAYER}mlp.down_proj")
    logits = _norm(x, w["model.norm.weight"]) @ w["model.embed_tokens.weight"].T
    logits -= logits.max(axis=1, keepdims=True)
    return np.asarray(logits - np.log(np.exp(logits).sum(axis=1, keepdims=True)))


def _norm(x: Any, weight: Any) -> Any:
    return x / np.sqrt((x**2).mean(axis=-1, keepdims=True) + EPSILON) * weight


def _linear(x: Any, w: Mapping[str, Any], name: str) -> Any:
    return x @ w[f"{name}.weight"].T + w.get(f"{name}.bias", 0.0)


def _attention(q: Any, k: Any, v: Any) -> Any:
    length = len(q)
    q = _rotated(q.reshape(length, HEADS, HEAD))
    k = np.repeat(_rotated(k.reshape(length, KEY_HEADS, HEAD)), HEADS // KEY_HEADS, axis=1)
    v = np.repeat(v.reshape(length, KEY_HEADS, HEAD), HEADS // KEY_HEADS, axis=1)
    scores = np.einsum("thd,shd->hts", q, k) / np.sqrt(HEAD)
    scores += np.triu(np.full((length, length), -np.inf), 1)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return np.einsum("hts,shd->thd", weights, v).reshape(length, HIDDEN)


def _rotated(x: Any) -> Any:
    """transformers' ``apply_rotary_pos_emb``: the two halves of a head are turned together."""
    frequencies = THETA ** (-np.arange(0, HEAD, 2) / HEAD)
    angles = np.arange(len(x))[:, None] * np.concatenate([frequencies, frequencies])
    first, second = x[..., : HEAD // 2], x[..., HEAD // 2 :]
    turned = np.concatenate([-second, first], axis=-1)
    return x * np.cos(angles)[:, None] + turned * np.sin(angles)[:, None]
