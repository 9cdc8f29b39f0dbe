"""What a training would take: tokens, steps, truncations; memory and time."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from mathviz_finetune.training_config import Config

_GIB: Final = 2**30
_STEPS: Final = 2


def lines(trainer: Any, config: Config) -> Iterator[str]:
    """One line for each. Time and memory are measured on two batches, without an update of the
    weights; what the optimiser will hold beside that is computed."""
    lengths = [len(row["input_ids"]) for row in trainer.train_dataset]
    rows = config.batch_rows * config.accumulate * config.max_steps
    tokens = round(rows * sum(lengths) / len(lengths))
    yield f"{len(lengths)} rows, {sum(lengths)} tokens, {max(lengths)} in the longest"
    yield f"{too_long(trainer, config)} rows are longer than max_length = {config.max_length}"
    passes = rows / len(lengths)
    yield (
        f"{config.max_steps} steps of {config.batch_rows * config.accumulate} rows: "
        f"about {tokens} tokens, {passes:.2f} passes over the data"
    )
    learned = sum(p.numel() for p in trainer.model.parameters() if p.requires_grad)
    whole = sum(p.numel() for p in trainer.model.parameters())
    yield f"{learned} of {whole} weights are trained, {2 * learned / 2**20:.1f} MiB as F16"
    speed = _speed(trainer)
    yield f"measured: {speed:.0f} tokens/s, so about {tokens / speed / 60:.0f} minutes"
    peak, where = _peak()
    adam = 8 * learned / _GIB  # two numbers of four bytes for each weight
    yield f"measured: {peak:.1f} GiB of {where} at the peak; the optimiser adds {adam:.2f} GiB"


def too_long(trainer: Any, config: Config) -> int:
    """Rows that max_length would cut: the trainer cuts them one token later, so that they show."""
    return sum(len(row["input_ids"]) > config.max_length for row in trainer.train_dataset)


def _speed(trainer: Any) -> float:
    """Tokens a second, padding not counted, of forward and backward."""
    seen, started = 0, time.monotonic()
    for batch in islice(trainer.get_train_dataloader(), _STEPS):
        seen += int(batch["attention_mask"].sum())
        with trainer.compute_loss_context_manager():
            loss = trainer.compute_loss(trainer.model, batch)
        loss.backward()
    return seen / (time.monotonic() - started)


def _peak() -> tuple[float, str]:
    import torch

    if torch.cuda.is_available():
        return torch.cuda.max_memory_allocated() / _GIB, "the GPU's memory"
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # KiB on Linux, bytes on macOS
    return peak * (1024 if sys.platform == "linux" else 1) / _GIB, "memory"
