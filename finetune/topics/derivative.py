"""Derivatives term by term: powers, and in hard ones sines, cosines, exponentials, logarithms."""

from __future__ import annotations

import random

from mathviz_finetune.exercise import EASY, EXTRAPOLATION, HARD, MEDIUM, Exercise
from mathviz_finetune.notation import computed, monomial, total

NAMES = ("x", "x", "x", "x", "t", "y", "z")

WORDINGS = (
    "Differentiate {f}",
    "Find the derivative of {f}.",
    "What is the derivative of {f}?",
    "Differentiate {f} with respect to {name}.",
    "d/d{name}({f})",
    "Find f'({name}) if f({name}) = {f}.",
    "Derive {f} with respect to {name}.",
    "Calculate the derivative of {f}.",
    "f({name}) = {f}. Find f'({name}).",
    "Please differentiate {f}.",
    "Let f({name}) = {f}. What is f'({name})?",
    "Work out the derivative of {f} with respect to {name}.",
)

_SIZES = {EASY: (2, 4, 9), MEDIUM: (4, 6, 12), HARD: (4, 9, 20), EXTRAPOLATION: (6, 20, 90)}


def make(rng: random.Random, level: int) -> Exercise:
    """Two to four terms, the highest power first."""
    count, degree, size = _SIZES[level]
    name = rng.choice(NAMES)
    powers = sorted(rng.sample(range(degree + 1), rng.randint(2, count)), reverse=True)
    pieces: list[tuple[str, list[str], str]] = []
    for place, power in enumerate(powers):
        coefficient = rng.randint(1, size) * (1 if place == 0 else rng.choice((1, 1, -1)))
        pieces.append(_power(coefficient, power, name))
    if level >= HARD and rng.random() < 0.5:
        coefficient = rng.randint(1, size)
        pieces[rng.randrange(len(pieces))] = _function(rng, coefficient, name)
    f = total(piece[0] for piece in pieces)
    steps = [step for piece in pieces for step in piece[1]]
    answer = total(piece[2] for piece in pieces if piece[2] != "0")
    texts = tuple(wording.format(f=f, name=name) for wording in WORDINGS)
    return Exercise(f, texts, tuple(steps), answer)


def _power(coefficient: int, power: int, name: str) -> tuple[str, list[str], str]:
    """The term, the lines about it without its sign, its derivative."""
    size = abs(coefficient)
    written, derivative = monomial(size, power, name), "0"
    steps = []
    if power:
        if power > 1 and size > 1:
            steps.append(computed(f"Power rule for ({written}): {size} * {power}"))
        derivative = monomial(size * power, power - 1, name)
    steps.append(f"d/d{name}({written}) = {derivative}")
    sign = "-" if coefficient < 0 else ""
    return sign + written, steps, derivative if derivative == "0" else sign + derivative


def _function(rng: random.Random, coefficient: int, name: str) -> tuple[str, list[str], str]:
    front = "" if coefficient == 1 else str(coefficient)
    written, derivative = rng.choice(
        (
            (f"{front}sin({name})", f"{front}cos({name})"),
            (f"{front}cos({name})", f"-{front}sin({name})"),
            (f"{front}e^{name}", f"{front}e^{name}"),
            (f"{front}ln({name})", f"{coefficient}/{name}"),
        )
    )
    return written, [f"d/d{name}({written}) = {derivative}"], derivative
