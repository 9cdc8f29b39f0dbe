"""Answers to many questions at once: those of one at a time, with the calculator's values."""

from __future__ import annotations

import threading
from pathlib import Path

from mathviz_chat.backends.base import Delta, Statistics
from mathviz_chat.messages import Message, Request
from mathviz_finetune.generation import Generated, Replay, generate
from tests.gguf import small_model

TEMPLATE = "{% for m in messages %}<|im_start|>{{ m['content'] }}<|im_end|>{% endfor %}"
QUESTIONS = ["Hi", "Add 1 and 2", "Solve 3x + 7 = 22", "Why?"]


def test_many_at_a_time_answer_like_one_at_a_time(tmp_path: Path) -> None:
    """More questions than sequences: places are used again."""
    base = small_model.write_base(tmp_path / "base.gguf", template=TEMPLATE)
    alone = dict(generate(base, QUESTIONS, 1, threads=1))
    together = dict(generate(base, QUESTIONS, 3, threads=1))
    assert {n: one.text for n, one in together.items()} == {n: one.text for n, one in alone.items()}
    assert len({one.text for one in alone.values()}) > 1, "the questions count"
    assert all(0 < one.confidence <= 1 and one.tokens > 0 for one in alone.values())


def test_what_was_generated_is_said_again() -> None:
    replay = Replay("mathviz", {"Hi": Generated("Hello.", 3, 0.5, True)})
    request = Request((Message("system", "s"), Message("user", "Hi")))
    said, statistics = replay.stream(request, threading.Event())
    assert said == Delta("Hello.")
    assert isinstance(statistics, Statistics)
    assert (statistics.tokens, statistics.stop) == (3, "stop")
