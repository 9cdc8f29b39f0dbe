"""What of a training can be exported, and the sentence where it cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mathviz_chat.errors import UsageError
from mathviz_chat.weights.layout import Heads, gguf_name
from mathviz_chat.weights.peft import read_peft
from mathviz_chat.weights.whole import read_whole
from tests.gguf import adapters, small_model

HEADS = Heads(small_model.HEADS, small_model.KEY_HEADS)
PREFIX = "base_model.model.model.layers.0.self_attn.q_proj"

REFUSED = [
    ({"peft_type": "PREFIX_TUNING"}, "only LoRA adapters"),
    ({"use_dora": True}, "train without DoRA"),
    ({"bias": "all"}, "train with bias='none'"),
    ({"bias": "lora_only"}, "train with bias='none'"),
    ({"lora_bias": True}, "train with lora_bias=false"),
    ({"modules_to_save": ["lm_head"]}, "added tokens, lm_head"),
    ({"trainable_token_indices": [1, 2]}, "retrained tokens"),
    ({"fan_in_fan_out": True}, "transposed"),
    ({"target_parameters": ["experts.w1"]}, "whole linear layers"),
    ({"layer_replication": [[0, 2], [1, 3]]}, "replicated"),
    ({"alora_invocation_tokens": [5]}, "switches on"),
    ({"init_lora_weights": "pissa"}, "changes the base's weights"),
    ({"init_lora_weights": "olora"}, "changes the base's weights"),
]


def refused(folder: Path) -> str:
    with pytest.raises(UsageError) as caught:
        read_peft(folder, "llama", HEADS)
    assert str(folder) in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(("config", "sentence"), REFUSED)
def test_a_configuration_that_cannot_be_exported(
    tmp_path: Path, config: dict[str, Any], sentence: str
) -> None:
    adapters.write_peft(tmp_path, adapters.lora_tensors(), **config)
    message = refused(tmp_path)
    assert sentence in message
    assert next(iter(config)) in message, "the key is named"


@pytest.mark.parametrize("config", [{"use_rslora": True}, {"init_lora_weights": "gaussian"}, {}])
def test_a_configuration_that_can(tmp_path: Path, config: dict[str, Any]) -> None:
    adapters.write_peft(tmp_path, adapters.lora_tensors(), **config)
    assert len(read_peft(tmp_path, "llama", HEADS).tensors) == len(small_model.SHAPES)


TENSORS = [
    ("base_model.model.lm_head.lora_A.weight", "only one of A and B"),
    ("base_model.model.lm_head.weight", "no LoRA weight"),
    (f"{PREFIX}.lora_magnitude_vector", "no LoRA weight"),
    (f"{PREFIX}.lora_B.bias", "no LoRA weight"),
    ("base_model.model.model.embed_tokens.lora_embedding_A", "no LoRA weight"),
]


@pytest.mark.parametrize(("name", "sentence"), TENSORS)
def test_a_tensor_that_cannot_be_exported(tmp_path: Path, name: str, sentence: str) -> None:
    """Whatever the configuration says: what is in the file counts."""
    extra = {name: np.ones((4, 64), np.float32)}
    adapters.write_peft(tmp_path, adapters.lora_tensors() | extra)
    assert sentence in refused(tmp_path)


@pytest.mark.parametrize("module", ["lm_head", "model.embed_tokens", "model.layers.0.mlp.experts"])
def test_a_module_that_has_no_place(tmp_path: Path, module: str) -> None:
    name = f"base_model.model.{module}"
    extra = {
        f"{name}.lora_A.weight": np.ones((4, 64), np.float32),
        f"{name}.lora_B.weight": np.ones((64, 4), np.float32),
    }
    adapters.write_peft(tmp_path, extra)
    assert f"adapts {module}" in refused(tmp_path)


def test_weights_of_a_training_that_diverged(tmp_path: Path) -> None:
    tensors = adapters.lora_tensors()
    tensors[f"{PREFIX}.lora_B.weight"][0, 0] = np.nan
    adapters.write_peft(tmp_path, tensors)
    assert "diverged" in refused(tmp_path)


def test_a_and_b_that_do_not_fit(tmp_path: Path) -> None:
    tensors = adapters.lora_tensors()
    tensors[f"{PREFIX}.lora_B.weight"] = np.ones((64, 3), np.float32)
    adapters.write_peft(tmp_path, tensors)
    assert "do not fit together" in refused(tmp_path)


@pytest.mark.parametrize("damage", ["no weights", "cut", "no json", "a list", "empty", "int"])
def test_a_damaged_folder(tmp_path: Path, damage: str) -> None:
    tensors = adapters.lora_tensors()
    if damage == "int":
        tensors[f"{PREFIX}.lora_A.weight"] = np.ones((4, 64), np.int64)
    adapters.write_peft(tmp_path, {} if damage == "empty" else tensors)
    weights, config = tmp_path / "adapter_model.safetensors", tmp_path / "adapter_config.json"
    if damage == "no weights":
        weights.unlink()
    elif damage == "cut":
        weights.write_bytes(weights.read_bytes()[:100])
    elif damage in ("no json", "a list"):
        config.write_text("{" if damage == "no json" else "[]")
    assert refused(tmp_path).endswith(".")


def test_weights_cut_off_behind_the_header(tmp_path: Path) -> None:
    adapters.write_peft(tmp_path, adapters.lora_tensors())
    weights = tmp_path / "adapter_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    refused(tmp_path)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("model.layers.11.mlp.down_proj.weight", "blk.11.ffn_down.weight"),
        ("model.layers.0.self_attn.k_proj.bias", "blk.0.attn_k.bias"),
        ("model.layers.0.input_layernorm.weight", "blk.0.attn_norm.weight"),
        ("model.embed_tokens.weight", "token_embd.weight"),
        ("lm_head.weight", "output.weight"),
        ("model.layers.x.mlp.down_proj.weight", None),
        ("model.layers.0.mlp.experts.0.down_proj.weight", None),
    ],
)
def test_names(name: str, found: str | None) -> None:
    assert gguf_name(name) == found


WHOLE = [
    ({"model_type": "gemma2"}, "a gemma2 model"),
    ({}, "cannot be read"),
]


@pytest.mark.parametrize(("config", "sentence"), WHOLE)
def test_whole_weights_of_another_kind(
    tmp_path: Path, config: dict[str, Any], sentence: str
) -> None:
    import json

    adapters.write_whole(tmp_path, small_model.weights())
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(UsageError, match=sentence):
        read_whole(tmp_path, "llama", HEADS)
