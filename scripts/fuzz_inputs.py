"""Whole solutions and answers for scripts/fuzz_worker.py, each made from a seed and a number."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from typing import Final

from scripts.fuzz_reader import corpus
from scripts.fuzz_reader import mutate as mutated
from scripts.soundness.__main__ import CLASSES, make
from tests.attacks import attacks

MAX_LINES: Final = 4
LONGEST_ATTACK: Final = 20_000  # characters of an attack that is mutated or joined to others
LINES: Final = (
    "Solve {}",
    "Simplify {}",
    "Let {}",
    "So {}.",
    "Therefore {}",
    "Answer: {}",
    "${}$",
    r"\boxed{{{}}}",
    "Case 1: {}",
    "= {}",
    "{} or {}",
    "{}, {}",
    "If {}, then {}",
    "{} => {}",
    "Check {}",
    "f(x) = {}",
    "{}",
)
NOT_REFUTED: Final = frozenset({"proved", "probable", "unchecked"})
NOT_PROVED: Final = frozenset({"refuted", "probable", "unchecked"})


@dataclass(frozen=True, slots=True)
class Input:
    """A solution, or with ``gold`` an answer to be compared.

    weakest: verdicts of which the weakest of the lines must be one. last: of the last line.
    """

    source: str
    text: str
    question: str | None = None
    gold: str | None = None
    weakest: frozenset[str] | None = None
    last: frozenset[str] | None = None


@cache
def _rows() -> list[str]:
    return corpus()


@cache
def _attacks() -> list[str]:
    return [attack.text for attack in attacks() if len(attack.text) <= LONGEST_ATTACK]


def make_input(seed: str, number: int) -> Input:
    """The input of that number; each is seeded on its own."""
    rng = random.Random(f"fuzz_worker/{seed}/{number}")
    draw = rng.random()
    if draw < 0.35:
        return _solution(rng, "rows", _rows())
    if draw < 0.45:
        return _solution(rng, "attacks", _attacks())
    if draw < 0.46:
        attack = rng.choice(list(attacks()))
        return Input("attack", attack.text, weakest=attack.allowed)
    if draw < 0.60:
        return _step(rng, number)
    if draw < 0.80:
        return _mutated_step(rng, number)
    return _answers(rng)


def _solution(rng: random.Random, source: str, texts: list[str]) -> Input:
    """One to four lines, a part of them mutated, with or without a question."""
    lines = [_line(rng, texts) for _ in range(rng.randint(1, MAX_LINES))]
    question = _line(rng, texts) if rng.random() < 0.3 else None
    return Input(source, "\n".join(lines), question)


def _line(rng: random.Random, texts: list[str]) -> str:
    frame = rng.choice(LINES) if rng.random() < 0.5 else "{}"
    parts = [_text(rng, texts) for _ in range(frame.count("{}"))]
    return frame.format(*parts)


def _text(rng: random.Random, texts: list[str]) -> str:
    return mutated(rng, texts) if rng.random() < 0.7 else rng.choice(texts)


def _step(rng: random.Random, number: int) -> Input:
    """A right step, or the same with a slip, as it is."""
    case = make(rng.choice(list(CLASSES)), rng.randrange(10**6), number)
    wrong = rng.random() < 0.5
    text = "\n".join((*case.before, case.wrong if wrong else case.right))
    return Input("step", text, case.question, last=NOT_PROVED if wrong else NOT_REFUTED)


def _mutated_step(rng: random.Random, number: int) -> Input:
    """A right step or its question mutated; nothing is known of it then but what numbers say."""
    case = make(rng.choice(list(CLASSES)), rng.randrange(10**6), number)
    lines = [case.question or "", *case.before, case.right]
    place = rng.randrange(len(lines))
    lines[place] = mutated(rng, [lines[place]])
    if rng.random() < 0.2:
        lines.insert(rng.randint(1, len(lines)), rng.choice([*lines, rng.choice(_rows())]))
    return Input("mutated step", "\n".join(lines[1:]), lines[0] or None)


def _answers(rng: random.Random) -> Input:
    """Two answers: the same, one mutated, or of different rows."""
    texts = _attacks() if rng.random() < 0.15 else _rows()
    gold = _text(rng, texts)
    draw = rng.random()
    answer = gold if draw < 0.1 else mutated(rng, [gold]) if draw < 0.6 else _text(rng, texts)
    question = _text(rng, _rows()) if rng.random() < 0.2 else None
    return Input("answers", answer, question, gold)
