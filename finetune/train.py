"""Stage train: LoRA by TRL and PEFT on any machine (cuda, else mps, else cpu)."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, Final

from mathviz_chat.errors import UsageError

RUN: Final = "run.json"


@dataclass(frozen=True, slots=True)
class Config:
    """One training configuration, as its TOML file names it.

    model: ``embedded``, a GGUF file, a folder or a hub name. adapter: one to go on from.
    batch_rows: rows of one optimiser step. max_length: tokens of a row. threads: of the CPU, 0
    leaves it to torch. decay_steps: the last ones, in which the rate falls to 0. eval_steps: how
    often the checker judges answers to eval_rows questions of the validation split, 0 for never.
    """

    model: str
    rank: int
    alpha: int
    dropout: float
    targets: str
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
    adapter: str = ""


def load_config(path: Path) -> Config:
    """Read a TOML file. Raises UsageError, in one sentence that says what to do."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"The configuration {path} cannot be read: {error}") from error
    values = {name: value for table in tables.values() for name, value in table.items()}
    known = {field.name for field in fields(Config)}
    if unknown := set(values) - known:
        raise UsageError(f"{path} has unknown keys: {', '.join(sorted(unknown))}.")
    try:
        return Config(**values)
    except TypeError as error:
        raise UsageError(f"{path} is not complete: {error}") from error


def configure(parser: argparse.ArgumentParser) -> None:
    """The flags of the stage."""
    parser.add_argument("config", type=Path, help="a TOML file such as finetune/configs/small.toml")
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder of the stage data")
    parser.add_argument("--out", type=Path, default=Path("run"), help="folder of the checkpoints")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--max-steps", type=int, help="instead of the configuration's")
    parser.add_argument(
        "--dry-run", action="store_true", help="tokens, steps, memory and time; trains nothing"
    )


def run(arguments: argparse.Namespace) -> int:
    """Train, and write the adapter into ``OUT/adapter``; returns 0."""
    config = load_config(arguments.config)
    if arguments.max_steps:
        config = Config(**{**asdict(config), "max_steps": arguments.max_steps})
    started = time.monotonic()
    trainer = build_trainer(config, arguments.data, arguments.out)
    if arguments.dry_run:
        print("\n".join(dry_run(trainer, config)))
        return 0
    trainer.train(resume_from_checkpoint=arguments.resume or None)
    adapter = arguments.out / "adapter"
    trainer.save_model(str(adapter))
    write_run(adapter, config, arguments.data, trainer.state, time.monotonic() - started)
    return 0


def build_trainer(config: Config, data: Path, out: Path) -> Any:
    """The SFTTrainer over the rows of ``train.jsonl``."""
    import torch
    from datasets import load_dataset
    from peft import LoraConfig, PeftModel
    from trl import SFTConfig, SFTTrainer

    if config.threads:
        torch.set_num_threads(config.threads)
    model, tokenizer = load_base(config.model, config.precision)
    lora: LoraConfig | None = LoraConfig(
        r=config.rank,
        lora_alpha=config.alpha,
        lora_dropout=config.dropout,
        target_modules=config.targets,
        task_type="CAUSAL_LM",
    )
    if config.adapter:
        model, lora = PeftModel.from_pretrained(model, config.adapter, is_trainable=True), None
    rows = load_dataset("json", data_files=str(data / "train.jsonl"), split="train")
    rows = rows.select_columns(["prompt", "completion"])
    on_cpu = not torch.cuda.is_available() and not torch.backends.mps.is_available()
    several = int(os.environ.get("WORLD_SIZE", "1")) > 1  # set by torchrun and accelerate
    arguments = SFTConfig(
        output_dir=str(out),
        max_length=config.max_length,
        per_device_train_batch_size=config.batch_rows,
        learning_rate=config.learning_rate,
        warmup_steps=config.warmup_steps,
        lr_scheduler_type="warmup_stable_decay",
        lr_scheduler_kwargs={
            "num_stable_steps": config.max_steps - config.warmup_steps - config.decay_steps,
            "num_decay_steps": config.decay_steps,
        },
        max_steps=config.max_steps,
        train_sampling_strategy="group_by_length",
        bf16=config.precision == "bf16",
        use_cpu=on_cpu,
        gradient_checkpointing=False,
        dataloader_num_workers=0,
        logging_steps=5,
        save_steps=config.save_steps,
        save_total_limit=2,
        seed=config.seed,
        data_seed=config.seed,
        report_to="none",
        ddp_backend="gloo" if on_cpu and several else None,
        ddp_find_unused_parameters=False,
    )
    trainer = SFTTrainer(
        model=model,
        args=arguments,
        train_dataset=rows,
        processing_class=tokenizer,
        peft_config=lora,
    )
    if config.eval_steps:
        held_out = _held_out(data, config.eval_rows)
        trainer.add_callback(learning_curve(tokenizer, held_out, config.eval_steps))
    return trainer


def _held_out(data: Path, number: int) -> list[dict[str, Any]]:
    """The first rows of the validation split that have an answer."""
    lines = (data / "validation.jsonl").read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line) for line in lines)
    return list(islice((row for row in rows if row["answer"] is not None), number))


def dry_run(trainer: Any, config: Config) -> Iterator[str]:
    """What a run would take. Time and memory are measured on two steps, without an update."""
    import resource

    lengths = [len(row["input_ids"]) for row in trainer.train_dataset]
    cut = sum(length >= config.max_length for length in lengths)
    rows = config.batch_rows * config.max_steps
    tokens = round(rows * sum(lengths) / len(lengths))
    yield f"{len(lengths)} rows, {sum(lengths)} tokens, {max(lengths)} in the longest"
    yield f"{cut} rows reach max_length = {config.max_length} and may be cut"
    yield f"{config.max_steps} steps of {config.batch_rows} rows: about {tokens} tokens"
    learned = sum(p.numel() for p in trainer.model.parameters() if p.requires_grad)
    yield f"{learned} weights are trained, {2 * learned / 2**20:.1f} MiB as F16"
    started, seen = time.monotonic(), 0
    for batch in islice(trainer.get_train_dataloader(), 2):
        seen += batch["input_ids"].numel()
        with trainer.compute_loss_context_manager():
            loss = trainer.compute_loss(trainer.model, batch)
        loss.backward()
    speed = seen / (time.monotonic() - started)
    yield f"measured: {speed:.0f} tokens/s, so about {tokens / speed / 60:.0f} minutes"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # KiB on Linux, bytes on macOS
    yield f"measured: {peak / (2**20 if sys.platform == 'linux' else 2**30):.1f} GiB at the peak"


def learning_curve(tokenizer: Any, rows: Sequence[Mapping[str, Any]], every: int) -> Any:
    """A callback: every so many steps the checker judges greedy answers to held-out questions."""
    import torch
    from transformers import TrainerCallback

    from mathviz_chat.core import check
    from mathviz_chat.prompts import ANSWER_PREFIX
    from mathviz_finetune.decoding import decode

    class LearningCurve(TrainerCallback):  # type: ignore[misc]
        def on_step_end(self, arguments: Any, state: Any, control: Any, **given: Any) -> None:
            if state.global_step % every or not state.is_world_process_zero:
                return
            model = given["model"]
            model.eval()
            with torch.autocast(model.device.type, torch.bfloat16, enabled=arguments.bf16):
                answers = decode(model, tokenizer, [row["prompt"] for row in rows])
            model.train()
            pairs = list(zip(rows, answers, strict=True))
            right = sum(a.endswith(f"\n{ANSWER_PREFIX} {row['answer']}") for row, a in pairs)
            reports = [check(a, question=row["prompt"][-1]["content"]) for row, a in pairs]
            verdicts = Counter(str(report.answer_verdict) for report in reports)
            print({"step": state.global_step, "asked": len(rows), "right": right, **verdicts})

    return LearningCurve()


def load_base(name: str, precision: str) -> tuple[Any, Any]:
    """The base model and its tokenizer: from a GGUF file (dequantised), a folder or the hub."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    from mathviz_chat.catalogue import embedded_model

    path = embedded_model() if name == "embedded" else Path(name)
    dtype = torch.bfloat16 if precision == "bf16" else torch.float32
    source: dict[str, Any] = {"pretrained_model_name_or_path": name}
    if path.suffix == ".gguf":
        source = {"pretrained_model_name_or_path": str(path.parent), "gguf_file": path.name}
    model = AutoModelForCausalLM.from_pretrained(**source, dtype=dtype)
    tokenizer = AutoTokenizer.from_pretrained(**source)
    if getattr(model.config, "quantization_config", None) is not None:
        model = _plain(model)
    return model, tokenizer


def _plain(model: Any) -> Any:
    """The dequantised weights in a model that knows nothing of their quantised past."""
    from transformers import AutoModelForCausalLM

    config = model.config
    del config.quantization_config
    fresh = AutoModelForCausalLM.from_config(config, dtype=model.dtype)
    fresh.load_state_dict(model.state_dict())
    fresh.generation_config = model.generation_config
    return fresh


def write_run(adapter: Path, config: Config, data: Path, state: Any, seconds: float) -> None:
    """What the adapter was trained on and how: read again by export, the model card, a resume."""
    manifest = json.loads((data / "manifest.json").read_text(encoding="utf-8"))
    found = {
        "data": manifest["data"],
        "config": asdict(config),
        "steps": state.global_step,
        "processes": int(os.environ.get("WORLD_SIZE", "1")),
        "tokens": _tokens(state.log_history),
        "seconds since the last start": round(seconds),
    }
    (adapter / RUN).write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def _tokens(log: Sequence[Mapping[str, Any]]) -> int:
    """Those of all starts: TRL counts them anew after a resume."""
    counts: list[float] = [0.0, *(entry["num_tokens"] for entry in log if "num_tokens" in entry)]
    return round(sum(new - old if new > old else new for old, new in pairwise(counts)))
