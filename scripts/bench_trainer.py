"""Measures the trainer against a bare PyTorch loop on the same rows.

    python -m scripts.bench_trainer --data data

in an environment with torch (the extra ``finetune``). Both train the same LoRA on the same batches
in the same order: TRL's trainer of the stage train, and forward, backward and step written out.
They take turns, so that other work on the machine meets both alike. Told are the tokens a second of
processor time of each, padding left out, their ratio, and the share of padding in the trainer's
batches and in batches of the same rows at random.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from mathviz_finetune.train import build_trainer
from mathviz_finetune.training_config import load_config

GATE = 0.95


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--config", type=Path, default=Path("finetune/configs/small.toml"))
    parser.add_argument("--data", type=Path, default=Path("data"))
    parser.add_argument("--rounds", type=int, default=3, help="turns of each")
    parser.add_argument("--steps", type=int, default=4, help="of a turn")
    arguments = parser.parse_args()
    config = load_config(arguments.config)
    config = replace(
        config,
        max_steps=arguments.steps,
        warmup_steps=0,
        decay_steps=0,
        eval_steps=0,
        save_steps=10**6,
    )
    with tempfile.TemporaryDirectory() as out:
        trainer = build_trainer(config, arguments.data, Path(out))
        batches = list(islice(trainer.get_train_dataloader(), arguments.steps))
        trainer.get_train_dataloader = lambda: batches
        trainer.args.save_strategy = "no"
        tokens = sum(int(batch["attention_mask"].sum()) for batch in batches)
        told(trainer, batches, config.batch_rows)
        by_trainer(trainer)  # what is done once for all is done before the clock starts
        by_hand(trainer, batches, config.learning_rate)
        rates: dict[str, list[float]] = {"trainer": [], "bare loop": []}
        for _ in range(arguments.rounds):
            rates["trainer"].append(tokens / by_trainer(trainer))
            rates["bare loop"].append(tokens / by_hand(trainer, batches, config.learning_rate))
    for name, found in rates.items():
        print(f"{name}: {statistics.median(found):.0f} tokens/s of {[round(one) for one in found]}")
    pairs = zip(rates["trainer"], rates["bare loop"], strict=True)
    ratio = statistics.median(ours / bare for ours, bare in pairs)
    print(f"ratio: {ratio:.3f} (wanted: at least {GATE})")
    return 0 if ratio >= GATE else 1


def by_trainer(trainer: Any) -> float:
    """Processor seconds of one turn."""
    started = time.process_time()
    trainer.train()
    return time.process_time() - started


def by_hand(trainer: Any, batches: Sequence[Any], rate: float) -> float:
    """Processor seconds of one turn of forward, backward, clipping and step."""
    import torch

    model = trainer.model.train()
    weights = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(weights, rate, weight_decay=0.0)
    started = time.process_time()
    for batch in batches:
        batch = {name: value.to(model.device) for name, value in batch.items()}
        with torch.autocast(model.device.type, torch.bfloat16, enabled=trainer.args.bf16):
            loss = model(**batch, use_cache=False).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        loss.item()
    return time.process_time() - started


def told(trainer: Any, batches: Sequence[Any], rows: int) -> None:
    """How much of the batches is padding."""
    padded = sum(batch["attention_mask"].numel() for batch in batches)
    kept = sum(int(batch["attention_mask"].sum()) for batch in batches)
    lengths = [len(row["input_ids"]) for row in trainer.train_dataset]
    random.Random(0).shuffle(lengths)
    groups = [lengths[start : start + rows] for start in range(0, len(lengths), rows)]
    whole = sum(max(group) * len(group) for group in groups)
    print(f"padding: {1 - kept / padded:.1%} by length, {1 - sum(lengths) / whole:.1%} at random")


if __name__ == "__main__":
    raise SystemExit(main())
