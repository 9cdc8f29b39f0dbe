"""Stage train, for real, on a base of one layer: LoRA and all weights, resumed, exported.

Needs torch: run where the extra ``finetune`` is (``scripts/smoke-finetune.sh`` does), by
``pytest tests/finetune -m torch``.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from mathviz_finetune.__main__ import main
from mathviz_finetune.training_config import Config
from tests.gguf import small_model

pytestmark = pytest.mark.torch

TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n"
    "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
STEPS = 8


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_model.write_base(tmp_path_factory.mktemp("base") / "base.gguf", template=TEMPLATE)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve rows that differ in length, and one of another topic."""
    folder = tmp_path_factory.mktemp("data")
    rows = [row(f"Add {n} and {n}", f"{n} + {n} = {2 * n}", f"{2 * n}") for n in range(10**3, 1012)]
    rows.append(row("Say hello", "hello " * 40, "", topic="greeting"))
    for split in ("train", "validation"):
        text = "".join(json.dumps(one) + "\n" for one in rows)
        (folder / f"{split}.jsonl").write_text(text, encoding="utf-8")
    (folder / "manifest.json").write_text('{"data": "abc"}', encoding="utf-8")
    return folder


def row(question: str, steps: str, answer: str, topic: str = "sums") -> dict[str, Any]:
    return {
        "topic": topic,
        "prompt": [{"role": "user", "content": question}],
        "completion": [{"role": "assistant", "content": f"{steps}\nAnswer: {answer}"}],
        "answer": answer,
    }


def configured(folder: Path, base: Path, **changed: Any) -> str:
    """A configuration file for a run of a few steps."""
    config = Config(
        model=str(base),
        learning_rate=1e-2,
        warmup_steps=1,
        decay_steps=2,
        max_steps=STEPS,
        batch_rows=2,
        max_length=400,
        precision="fp32",
        threads=1,
        seed=0,
        save_steps=4,
        eval_steps=0,
        eval_rows=2,
        rank=4,
        alpha=8,
        logging_steps=1,
    )
    values = {**asdict(config), "topics": ["sums"], **changed}
    path = folder / "config.toml"
    lines = "".join(f"{name} = {json.dumps(value)}\n" for name, value in values.items())
    path.write_text(f"[train]\n{lines}", encoding="utf-8")
    return str(path)


def losses(out: Path, step: int) -> list[float]:
    state = json.loads((out / f"checkpoint-{step}" / "trainer_state.json").read_text())
    return [entry["loss"] for entry in state["log_history"] if "loss" in entry]


@pytest.mark.parametrize("method", ["lora", "full"])
def test_a_run_learns_and_its_export_says_what_was_trained(
    method: str, base: Path, data: Path, tmp_path: Path
) -> None:
    config = configured(tmp_path, base, method=method)
    assert main(["train", config, "--data", str(data), "--out", str(tmp_path)]) == 0
    trained = tmp_path / ("adapter" if method == "lora" else "model")
    ran = json.loads((trained / "run.json").read_text())
    assert (ran["data"], ran["steps"]) == ("abc", STEPS)
    assert ran["loss"][1] < 0.9 * ran["loss"][0]
    output = tmp_path / "out.gguf"
    flags = ["--base", str(base), "--output", str(output), "--type", "F16"]
    assert main(["export", str(trained), *flags]) == 0
    difference = _difference(trained, base, output, lora=method == "lora")
    assert difference < 0.05, "the exported file is the trained model"
    assert _difference(trained, base, base, lora=method == "lora") > 2 * difference


def test_a_base_in_four_bits_learns_and_its_adapter_goes_into_the_base_as_it_was(
    base: Path, data: Path, tmp_path: Path
) -> None:
    """What ``large.toml`` does (QLoRA with Adam in 8 bits), on a model of one layer."""
    from mathviz_finetune.base_model import load_base
    from mathviz_finetune.training_config import load_config

    model, tokenizer = load_base(load_config(Path(configured(tmp_path, base))))
    for part in (model, tokenizer):
        part.save_pretrained(tmp_path / "base")
    in_four_bits = {"four_bit": True, "optimizer": "paged_adamw_8bit", "precision": "bf16"}
    config = configured(tmp_path, tmp_path / "base", **in_four_bits, gradient_checkpointing=True)
    held, _ = load_base(load_config(Path(config)))
    assert {type(one).__name__ for one in held.modules()} >= {"Linear4bit"}
    assert main(["train", config, "--data", str(data), "--out", str(tmp_path)]) == 0
    ran = json.loads((tmp_path / "adapter" / "run.json").read_text())
    assert ran["loss"][1] < 0.9 * ran["loss"][0]
    output = tmp_path / "out.gguf"
    flags = ["--base", str(base), "--output", str(output), "--type", "F16"]
    assert main(["export", str(tmp_path / "adapter"), *flags]) == 0
    difference = _difference(tmp_path / "adapter", base, output, lora=True)
    assert difference < 0.05, "the base that the adapter is merged into is not the one in 4 bits"


@pytest.mark.parametrize("compiled", [False, True])
def test_the_loss_at_the_learned_tokens_is_trls(
    compiled: bool, base: Path, data: Path, tmp_path: Path
) -> None:
    from trl import SFTTrainer

    from mathviz_finetune.train import build_trainer
    from mathviz_finetune.training_config import load_config

    config = load_config(Path(configured(tmp_path, base, compile=compiled)))
    trainer = build_trainer(config, data, tmp_path)
    batch = next(iter(trainer.get_train_dataloader()))
    ours = trainer.compute_loss(trainer.model, dict(batch)).item()
    theirs = SFTTrainer.compute_loss(trainer, trainer.model, dict(batch)).item()
    assert ours == pytest.approx(theirs, rel=1e-4)


def _difference(trained: Path, base: Path, exported: Path, *, lora: bool) -> float:
    """The largest difference of log-probabilities after a prompt, transformers against GGUF."""
    import numpy as np
    import torch
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    from mathviz_chat.backends.llamacpp.parity import probing

    if lora:
        where = {"gguf_file": base.name}
        model = AutoModelForCausalLM.from_pretrained(str(base.parent), dtype=torch.float32, **where)
        model = PeftModel.from_pretrained(model, str(trained))
    else:
        model = AutoModelForCausalLM.from_pretrained(str(trained), dtype=torch.float32)
    with probing(exported, threads=1) as probe:
        tokens = probe.tokens("<|im_start|>user\nAdd 1001 and 1001<|im_end|>\n")
        found = probe.follow(tokens[:5], tokens[5:])
    with torch.no_grad():
        logits = model.eval()(torch.tensor([tokens])).logits[0]
    expected = torch.log_softmax(logits.double(), -1)[4:-1].numpy()
    return float(np.abs(expected - np.stack(found)).max())


def test_a_resumed_run_has_the_losses_of_one_that_was_never_stopped(
    base: Path, data: Path, tmp_path: Path
) -> None:
    for folder in ("whole", "parts"):
        (tmp_path / folder).mkdir()
    config = configured(tmp_path, base, dropout=0.1)  # the state of the random numbers counts too
    whole = ["train", config, "--data", str(data), "--out", str(tmp_path / "whole")]
    parts = ["train", config, "--data", str(data), "--out", str(tmp_path / "parts")]
    assert main(whole) == 0
    assert main(parts) == 0
    import shutil

    shutil.rmtree(tmp_path / "parts" / f"checkpoint-{STEPS}")  # as if killed after step 4
    assert main([*parts, "--resume"]) == 0
    assert losses(tmp_path / "parts", STEPS) == losses(tmp_path / "whole", STEPS)


def test_rows_that_would_be_cut_stop_the_run_and_are_told_by_a_dry_run(
    base: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = configured(tmp_path, base, max_length=100, topics=[])
    flags = ["train", config, "--data", str(data), "--out", str(tmp_path)]
    assert main(flags) == 2
    assert "1 rows are longer than max_length = 100" in capsys.readouterr().err
    assert main([*flags, "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert "13 rows" in told
    assert "1 rows are longer than max_length = 100" in told
    assert "8 steps of 2 rows" in told
    assert "tokens/s" in told
    assert not (tmp_path / "adapter").exists()


def test_the_checker_judges_answers_on_the_way(
    base: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = configured(tmp_path, base, eval_steps=4, max_steps=4)
    assert main(["train", config, "--data", str(data), "--out", str(tmp_path)]) == 0
    assert "{'step': 4, 'asked': 2, 'right': 0" in capsys.readouterr().out


def test_a_topic_without_rows_is_named(
    base: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = configured(tmp_path, base, topics=["cookery"])
    assert main(["train", config, "--data", str(data), "--out", str(tmp_path)]) == 2
    assert "has no rows of cookery" in capsys.readouterr().err


def test_the_trainer_learns_from_the_answer_alone(base: Path, data: Path, tmp_path: Path) -> None:
    from mathviz_finetune.train import build_trainer
    from mathviz_finetune.training_config import load_config

    config = load_config(Path(configured(tmp_path, base)))
    trainer = build_trainer(config, data, tmp_path)
    batch = next(iter(trainer.get_train_dataloader()))
    learned = [label for label in batch["labels"][0].tolist() if label != -100]
    text = trainer.processing_class.decode(learned)
    assert text.startswith("10")
    assert "Answer:" in text
    assert "user" not in text
    assert text.rstrip().endswith("<|im_end|>"), "the end of the turn is learned"
