"""The learning curve: during a training the checker judges answers to held-out questions."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from mathviz_chat.core import check
from mathviz_chat.prompts import ANSWER_PREFIX


def held_out(data: Path, topics: Sequence[str], number: int) -> list[dict[str, Any]]:
    """The first rows of the validation split that have an answer, of these topics (none: all)."""
    lines = (data / "validation.jsonl").read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line) for line in lines)
    asked = (r for r in rows if r["answer"] is not None and (not topics or r["topic"] in topics))
    return list(islice(asked, number))


def judged(rows: Sequence[Mapping[str, Any]], answers: Sequence[str]) -> dict[str, int]:
    """How many answers end in the right one as it was taught, and the checker's verdicts."""
    pairs = list(zip(rows, answers, strict=True))
    right = sum(a.endswith(f"\n{ANSWER_PREFIX} {row['answer']}") for row, a in pairs)
    reports = [check(a, question=row["prompt"][-1]["content"]) for row, a in pairs]
    verdicts = Counter(str(report.answer_verdict) for report in reports)
    return {"asked": len(rows), "right": right, **verdicts}


def learning_curve(tokenizer: Any, rows: Sequence[Mapping[str, Any]], every: int) -> Any:
    """A callback: every so many steps, greedy answers to ``rows`` are judged and counted."""
    import torch
    from transformers import TrainerCallback

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
            print({"step": state.global_step, **judged(rows, answers)}, flush=True)

    return LearningCurve()
