"""A training configuration, as its TOML file names it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from mathviz_chat.errors import UsageError

_CHOICES: Final = {
    "method": ("lora", "full"),
    "backend": ("auto", "trl", "unsloth"),
    "precision": ("bf16", "fp32"),
}


@dataclass(frozen=True, slots=True)
class Config:
    """What is trained, on what, and how.

    model: ``embedded``, a GGUF file, a folder or a hub name. four_bit: the base is loaded in 4 bits
    (NF4) and only the adapter is trained (QLoRA, arXiv:2305.14314); needs bitsandbytes.
    topics: rows of these alone, empty for all. method: ``lora``, or ``full`` for all weights.
    backend: ``unsloth``, ``trl``, or ``auto``: Unsloth where it is installed beside a CUDA GPU.
    rank, alpha, dropout, targets: of LoRA. adapter: one to go on from.
    batch_rows: rows of one batch and process. accumulate: batches of one optimiser step.
    max_length: tokens of a row. threads: of the CPU, 0 leaves it to torch.
    decay_steps: the last ones, in which the rate falls to 0. optimizer: by transformers' name.
    eval_steps: how often the checker judges answers to eval_rows questions of the validation
    split, 0 for never. compile: each layer, by torch.compile; on a CPU it needs a C++ compiler.
    """

    model: str
    learning_rate: float
    warmup_steps: int
    decay_steps: int
    max_steps: int
    batch_rows: int
    max_length: int
    precision: str
    threads: int
    seed: int
    save_steps: int
    eval_steps: int
    eval_rows: int
    rank: int = 16
    alpha: int = 32
    dropout: float = 0.0
    targets: str = "all-linear"
    method: str = "lora"
    backend: str = "auto"
    four_bit: bool = False
    accumulate: int = 1
    gradient_checkpointing: bool = False
    optimizer: str = "adamw_torch"
    logging_steps: int = 5
    topics: tuple[str, ...] = ()
    adapter: str = ""
    compile: bool = False

    @property
    def result(self) -> str:
        """The folder within the run's that holds what was trained."""
        return "adapter" if self.method == "lora" else "model"


def load_config(path: Path) -> Config:
    """Read a TOML file. Raises UsageError, in one sentence that says what to do."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"The configuration {path} cannot be read: {error.strerror}.") from None
    except ValueError as error:  # not UTF-8, or not TOML
        raise UsageError(f"The configuration {path} is not TOML: {error}.") from None
    if loose := [name for name, table in tables.items() if not isinstance(table, dict)]:
        raise UsageError(f"{path} has {', '.join(loose)} outside of a table such as [train].")
    values = {name: value for table in tables.values() for name, value in table.items()}
    known = {field.name for field in fields(Config)}
    if unknown := set(values) - known:
        raise UsageError(f"{path} has unknown keys: {', '.join(sorted(unknown))}.")
    try:
        config = Config(**{**values, "topics": tuple(values.get("topics", ()))})
    except TypeError as error:
        raise UsageError(f"{path} is not complete: {error}") from error
    if (fault := _fault(config)) is not None:
        raise UsageError(f"{path}: {fault}.")
    return config


def _fault(config: Config) -> str | None:
    """What is wrong with the values, None where nothing is."""
    for field in fields(Config):
        value: Any = getattr(config, field.name)
        if not isinstance(value, _types(str(field.type))) or (
            isinstance(value, bool) and field.type != "bool"
        ):
            return f"{field.name} must be {field.type}, not {value!r}"
    for name, choices in _CHOICES.items():
        if getattr(config, name) not in choices:
            return f"{name} must be one of {', '.join(choices)}"
    if config.method == "full" and (config.four_bit or config.adapter):
        return "method = 'full' trains all weights: neither four_bit nor adapter goes with it"
    if config.warmup_steps + config.decay_steps > config.max_steps:
        return "warmup_steps and decay_steps are more than max_steps"
    return None


def _types(annotation: str) -> tuple[type, ...]:
    """The types of a value, by the annotation of its field."""
    return {
        "int": (int,),
        "float": (float, int),
        "bool": (bool,),
        "str": (str,),
        "tuple[str, ...]": (tuple,),
    }[annotation]
