"""Stage train: LoRA, QLoRA or all weights, by TRL on any machine (cuda, else mps, else cpu), or by
Unsloth."""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

from mathviz_chat.errors import UsageError
from mathviz_finetune.training_config import Config, load_config

RUN: Final = "run.json"


def configure(parser: argparse.ArgumentParser) -> None:
    """The flags of the stage."""
    parser.add_argument("config", type=Path, help="a TOML file such as finetune/configs/small.toml")
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder of the stage data")
    parser.add_argument("--out", type=Path, default=Path("run"), help="folder of the checkpoints")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--adapter", help="go on from this one, instead of the configuration's")
    parser.add_argument("--max-steps", type=int, help="instead of the configuration's")
    parser.add_argument(
        "--dry-run", action="store_true", help="tokens, steps, memory and time; trains nothing"
    )


def run(arguments: argparse.Namespace) -> int:
    """Train, and write the adapter (or the whole model) into ``OUT``; returns 0."""
    config = load_config(arguments.config)
    if arguments.max_steps:
        config = replace(config, max_steps=arguments.max_steps)
    if arguments.adapter:
        config = replace(config, adapter=arguments.adapter)
    _look_at(arguments.data)
    started = time.monotonic()
    trainer = build_trainer(config, arguments.data, arguments.out)
    from mathviz_finetune import rehearsal

    if arguments.dry_run:
        for line in rehearsal.lines(trainer, config):
            print(line, flush=True)
        return 0
    if cut := rehearsal.too_long(trainer, config):
        raise UsageError(
            f"{cut} rows are longer than max_length = {config.max_length} and would be cut: "
            "raise max_length."
        )
    trainer.train(resume_from_checkpoint=arguments.resume or None)
    trained = arguments.out / config.result
    trainer.save_model(str(trained))
    if trainer.is_world_process_zero():
        write_run(trained, config, arguments.data, trainer.state, time.monotonic() - started)
    return 0


def _look_at(data: Path) -> None:
    """Raises UsageError before minutes go into loading a model."""
    for name in ("train.jsonl", "manifest.json"):
        if not (data / name).is_file():
            raise UsageError(f"There is no {data / name}: write it with `mathviz-finetune data`.")


def build_trainer(config: Config, data: Path, out: Path) -> Any:
    """The SFTTrainer over the rows of ``train.jsonl``."""
    from mathviz_finetune import base_model

    if base_model.by_unsloth(config):
        import unsloth  # noqa: F401 - before trl, which it changes
    import torch

    if config.threads:
        torch.set_num_threads(config.threads)
    model, tokenizer, lora = base_model.load(config, out)
    trainer = _trainer_class(config)(
        model=model,
        args=_arguments(config, out),
        train_dataset=_rows(config, data),
        processing_class=tokenizer,
        peft_config=lora,
    )
    if config.compile:
        base_model.compile_layers(trainer.model)
    if config.eval_steps:
        from mathviz_finetune.learning_curve import held_out, learning_curve

        rows = held_out(data, config.topics, config.eval_rows)
        trainer.add_callback(learning_curve(tokenizer, rows, config.eval_steps))
    return trainer


def _trainer_class(config: Config) -> Any:
    """TRL's own, where several processes must meet in the model's forward, or Unsloth is there."""
    from mathviz_finetune import base_model

    if base_model.by_unsloth(config) or _several():
        from trl import SFTTrainer

        return SFTTrainer
    from mathviz_finetune.learned_loss import LearnedTokensTrainer

    return LearnedTokensTrainer


def _several() -> bool:
    return int(os.environ.get("WORLD_SIZE", "1")) > 1  # set by torchrun and accelerate


def _rows(config: Config, data: Path) -> Any:
    """Prompts and completions of the configured topics."""
    from datasets import load_dataset

    rows = load_dataset("json", data_files=str(data / "train.jsonl"), split="train")
    if config.topics:
        if missing := set(config.topics) - set(rows.unique("topic")):
            raise UsageError(f"{data} has no rows of {', '.join(sorted(missing))}.")
        rows = rows.filter(lambda topic: topic in config.topics, input_columns="topic")
    return rows.select_columns(["prompt", "completion"])


def _arguments(config: Config, out: Path) -> Any:
    """What TRL 1.15 and 1.16 both know."""
    import torch
    from trl import SFTConfig

    on_cpu = not torch.cuda.is_available() and not torch.backends.mps.is_available()
    return SFTConfig(
        output_dir=str(out),
        max_length=config.max_length + 1,  # so that a row that is too long can be told
        per_device_train_batch_size=config.batch_rows,
        gradient_accumulation_steps=config.accumulate,
        learning_rate=config.learning_rate,
        warmup_steps=config.warmup_steps,
        lr_scheduler_type="warmup_stable_decay",
        lr_scheduler_kwargs={
            "num_stable_steps": config.max_steps - config.warmup_steps - config.decay_steps,
            "num_decay_steps": config.decay_steps,
        },
        max_steps=config.max_steps,
        optim=config.optimizer,
        train_sampling_strategy="group_by_length",
        bf16=config.precision == "bf16",
        use_cpu=on_cpu,
        gradient_checkpointing=config.gradient_checkpointing,
        dataloader_num_workers=0,
        logging_steps=config.logging_steps,
        save_steps=config.save_steps,
        save_total_limit=2,
        seed=config.seed,
        data_seed=config.seed,
        report_to="none",
        include_num_input_tokens_seen="non_padding",
        ddp_backend="gloo" if on_cpu and _several() else None,
        ddp_find_unused_parameters=False,
    )


def write_run(trained: Path, config: Config, data: Path, state: Any, seconds: float) -> None:
    """What was trained on what and how: read again by export, the model card, a resume."""
    manifest = json.loads((data / "manifest.json").read_text(encoding="utf-8"))
    found = {
        "data": manifest["data"],
        "config": asdict(config),
        "steps": state.global_step,
        "processes": int(os.environ.get("WORLD_SIZE", "1")),
        "tokens": int(state.num_input_tokens_seen),
        "loss": _first_and_last(state.log_history),
        "seconds since the last start": round(seconds),
    }
    (trained / RUN).write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def _first_and_last(log: Sequence[Mapping[str, Any]]) -> list[float]:
    losses = [entry["loss"] for entry in log if "loss" in entry]
    return [losses[0], losses[-1]] if losses else []
