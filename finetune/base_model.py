"""The model that a training starts from: a GGUF file (dequantised), a folder or a hub name."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from mathviz_chat.errors import UsageError
from mathviz_finetune.training_config import Config

_ON_CPU: Final = "eager"  # a fifth faster than torch's fused attention in rows of 100 to 250 tokens
_LINEAR: Final = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")


def by_unsloth(config: Config) -> bool:
    """Whether Unsloth trains. Raises UsageError where it was asked for and is not installed."""
    if config.backend == "trl":
        return False
    installed = importlib.util.find_spec("unsloth") is not None
    if config.backend == "unsloth":
        if not installed:
            raise UsageError("Unsloth is not installed: pip install 'mathviz-chat[unsloth]'.")
        return True
    import torch

    return installed and torch.cuda.is_available()


def load(config: Config, out: Path) -> tuple[Any, Any, Any]:
    """The model, its tokenizer, and the LoRA that the trainer is to add: None where the model has
    it already, or all weights are trained.

    out: Unsloth reads no GGUF file; the dequantised base is put there for it.
    """
    if by_unsloth(config):
        return *_load_by_unsloth(config, out), None
    from peft import LoraConfig, PeftModel

    model, tokenizer = load_base(config)
    if config.method == "full":
        return model, tokenizer, None
    if config.adapter:
        return PeftModel.from_pretrained(model, config.adapter, is_trainable=True), tokenizer, None
    lora = LoraConfig(
        r=config.rank,
        lora_alpha=config.alpha,
        lora_dropout=config.dropout,
        target_modules=config.targets,
        task_type="CAUSAL_LM",
    )
    return model, tokenizer, lora


def load_base(config: Config) -> tuple[Any, Any]:
    """The base model and its tokenizer. All weights are trained in float32 (the products are in
    bf16 where the configuration says so), a frozen base is held in the configured precision."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    source = _source(config.model)
    held = config.precision == "bf16" and config.method == "lora"
    options: dict[str, Any] = {"dtype": torch.bfloat16 if held else torch.float32}
    if not torch.cuda.is_available() and not torch.backends.mps.is_available():
        options["attn_implementation"] = _ON_CPU
    if config.four_bit:
        options |= _four_bit(config, options["dtype"])
    model = AutoModelForCausalLM.from_pretrained(**source, **options)
    tokenizer = AutoTokenizer.from_pretrained(**source)
    if (path := _gguf(config.model)) is not None:
        model = _plain(model)
        _name_special_tokens(tokenizer, path)
    return model, tokenizer


def _gguf(name: str) -> Path | None:
    """The GGUF file that a name stands for; None for a folder or hub name."""
    from mathviz_chat.embedded import embedded_model

    path = embedded_model() if name == "embedded" else Path(name)
    return path if path.suffix == ".gguf" else None


def _source(name: str) -> dict[str, str]:
    path = _gguf(name)
    if path is None:
        return {"pretrained_model_name_or_path": name}
    return {"pretrained_model_name_or_path": str(path.parent), "gguf_file": path.name}


def _name_special_tokens(tokenizer: Any, path: Path) -> None:
    """As the GGUF file has them: transformers 5.17 reads another token as the end of a turn."""
    from mathviz_chat.weights.gguf_file import GgufFile

    keys = {"bos": "bos", "eos": "eos", "pad": "padding"}
    file = GgufFile(path)
    for name, key in keys.items():
        number = file.value(f"tokenizer.ggml.{key}_token_id")
        if number is not None:
            setattr(tokenizer, f"{name}_token", tokenizer.convert_ids_to_tokens(int(number)))


def _four_bit(config: Config, dtype: Any) -> dict[str, Any]:
    if importlib.util.find_spec("bitsandbytes") is None:
        raise UsageError("four_bit needs bitsandbytes: pip install 'mathviz-chat[qlora]'.")
    if _gguf(config.model) is not None:
        raise UsageError(
            "four_bit quantises a base that is not quantised yet: name its folder or hub name."
        )
    from transformers import BitsAndBytesConfig

    quantised = BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=dtype,
    )
    return {"quantization_config": quantised}


def _plain(model: Any) -> Any:
    """The dequantised weights in a model that knows nothing of their quantised past."""
    from transformers import AutoModelForCausalLM

    config = model.config
    if getattr(config, "quantization_config", None) is None:
        return model
    del config.quantization_config
    fresh = AutoModelForCausalLM.from_config(
        config, dtype=model.dtype, attn_implementation=config._attn_implementation
    )
    fresh.load_state_dict(model.state_dict())
    fresh.generation_config = model.generation_config
    return fresh


def compile_layers(model: Any) -> None:
    """Each layer by torch.compile: all have the same code, so that it is compiled once."""
    causal = model.get_base_model() if hasattr(model, "get_base_model") else model
    for layer in causal.model.layers:
        layer.compile(dynamic=True)


def _load_by_unsloth(config: Config, out: Path) -> tuple[Any, Any]:
    """The same base by Unsloth's loader, with the same LoRA."""
    from unsloth import FastLanguageModel  # before the others: it changes what they define

    folder = _as_folder(config, out)
    model, tokenizer = FastLanguageModel.from_pretrained(
        model_name=config.adapter or folder,
        max_seq_length=config.max_length + 1,
        load_in_4bit=config.four_bit,
        full_finetuning=config.method == "full",
    )
    if config.method == "full" or config.adapter:
        return model, tokenizer
    every = config.targets == "all-linear"
    model = FastLanguageModel.get_peft_model(
        model,
        r=config.rank,
        lora_alpha=config.alpha,
        lora_dropout=config.dropout,
        target_modules=list(_LINEAR) if every else config.targets.split(","),
        use_gradient_checkpointing="unsloth" if config.gradient_checkpointing else False,
        random_state=config.seed,
    )
    return model, tokenizer


def _as_folder(config: Config, out: Path) -> str:
    """A folder or hub name; a GGUF file is dequantised into the run's folder."""
    if _gguf(config.model) is None:
        return config.model
    folder = out / "base"
    model, tokenizer = load_base(replace(config, backend="trl", four_bit=False))
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return str(folder)
