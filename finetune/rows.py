"""From a topic's exercise to a row of a split: drawn by its own seed, worded, checked."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias, get_args

from mathviz_chat.core import check
from mathviz_chat.core.calculation import value_after
from mathviz_chat.core.verdict import AnswerVerdict, Verdict
from mathviz_chat.messages import Message
from mathviz_chat.prompts import ANSWER_PREFIX, SYSTEM_PROMPT
from mathviz_finetune.exercise import EXTRAPOLATION, LEVELS, Exercise
from mathviz_finetune.topics import TOPICS

Split: TypeAlias = Literal["train", "validation", "test", "extrapolation"]
SPLITS: Final[tuple[Split, ...]] = get_args(Split)

_BUCKETS: Final = {"test": range(10), "extrapolation": range(10, 20), "validation": range(20, 24)}
_TRAIN: Final = range(24, 100)
_LEVEL_SHARES: Final = {1: 3, 2: 4, 3: 3}
_DRAWS: Final = 1000  # until an exercise of the right split comes
_HELD_OUT: Final = 3  # every third wording is kept for the test splits


@dataclass(frozen=True, slots=True)
class Row:
    """One question with the answer to learn; ``answer`` is what stands behind ``Answer:``."""

    id: str
    topic: str
    level: int
    wording: int
    messages: tuple[Message, ...]
    completion: str
    answer: str | None

    @property
    def question(self) -> str:
        """The last turn of the user."""
        return self.messages[-1].content

    def to_json(self) -> dict[str, Any]:
        """The row as it is written: prompt and completion as the trainer reads them."""
        prompt = [{"role": turn.role, "content": turn.content} for turn in self.messages]
        return {
            "id": self.id,
            "topic": self.topic,
            "level": self.level,
            "wording": self.wording,
            "prompt": prompt,
            "completion": [{"role": "assistant", "content": self.completion}],
            "answer": self.answer,
        }


@dataclass(frozen=True, slots=True)
class Dropped:
    """An exercise that gave no row, and why."""

    topic: str
    reason: str


def make_row(topic: str, split: Split, seed: int, index: int) -> Row | Dropped:
    """The row of one place; the same whoever makes it, and whenever."""
    place = f"{topic}/{split}/{seed}/{index}"
    rng = random.Random(place)
    made = _draw(rng, topic, split)
    if made is None:
        return Dropped(topic, "no exercise of this split was drawn")
    level, exercise = made
    wording = rng.choice(list(wordings(exercise, split)))
    system = Message("system", SYSTEM_PROMPT)
    messages = (system, *exercise.before, Message("user", exercise.texts[wording]))
    row = Row(place, topic, level, wording, messages, written(exercise), exercise.answer)
    reason = fault(row, judged=exercise.judged)
    return row if reason is None else Dropped(topic, reason)


def written(exercise: Exercise) -> str:
    """The tutor's answer: the steps, then the answer, a line each."""
    last = () if exercise.answer is None else (f"{ANSWER_PREFIX} {exercise.answer}",)
    return "\n".join((*exercise.steps, *last))


def wordings(exercise: Exercise, split: Split) -> Iterator[int]:
    """The wordings that a split may use: the test splits all, the others two thirds."""
    for number in range(len(exercise.texts)):
        if split in ("test", "extrapolation") or number % _HELD_OUT != _HELD_OUT - 1:
            yield number


def bucket(topic: str, key: str) -> int:
    """0 to 99, from the mathematics of a question: it decides the one split that may hold it."""
    digest = hashlib.sha256(f"{topic}:{key}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % 100


def _draw(rng: random.Random, topic: str, split: Split) -> tuple[int, Exercise] | None:
    wanted = _BUCKETS.get(split, _TRAIN)
    levels = TOPICS[topic].levels
    if split == "extrapolation":
        if EXTRAPOLATION not in levels:
            return None
        level = EXTRAPOLATION
    else:
        known = [level for level in levels if level in LEVELS]
        level = rng.choices(known, [_LEVEL_SHARES[level] for level in known])[0]
    for _ in range(_DRAWS):
        exercise = TOPICS[topic].make(rng, level)
        if bucket(topic, exercise.key) in wanted:
            return level, exercise
    return None


def fault(row: Row, *, judged: bool) -> str | None:
    """Why a row must not be learned from, None where there is no reason.

    judged: whether the question is one that the checker reads, so that its answer is verified.
    """
    if (place := calculator_differs(row.completion)) is not None:
        return f"the calculator writes something else after {place!r}"
    report = check(row.completion, question=row.question)
    for line in report.lines:
        if line.step.claim.verdict is Verdict.REFUTED:
            return f"refuted: {line.step.claim.reason}"
    if row.answer is None:
        return None
    if report.answer_verdict is AnswerVerdict.REFUTED:
        return f"the answer is refuted: {report.answer_reason}"
    if judged and report.answer_verdict is not AnswerVerdict.VERIFIED:
        return f"the answer is not verified: {report.answer_reason}"
    return None


def calculator_differs(text: str) -> str | None:
    """The beginning of the first line that the calculator would end in another way."""
    for line in text.splitlines():
        for end, sign in enumerate(line, start=1):
            if sign != "=":
                continue
            value = value_after(line[:end])
            if value is not None and line[end:] != value:
                return line[:end]
    return None
