"""Arithmetic with whole numbers: one operation, or several in the right order."""

from __future__ import annotations

import random

from mathviz_finetune.exercise import EASY, EXTRAPOLATION, HARD, MEDIUM, Exercise
from mathviz_finetune.notation import computed

WORDINGS = (
    "What is {e}?",
    "Calculate {e}",
    "Work out {e}.",
    "{e}",
    "Compute {e}.",
    "{e} = ?",
)
_SIZES = {EASY: 20, MEDIUM: 99, HARD: 999, EXTRAPOLATION: 9999}


def make(rng: random.Random, level: int) -> Exercise:
    """One operation; from medium on also a product inside a sum, or a bracket."""
    a, b, c = (rng.randint(2, _SIZES[level]) for _ in range(3))
    sign, form = rng.choice("+-"), rng.randrange(3 if level == EASY else 6)
    if form < 2:
        written = f"{a} {rng.choice('+-*')} {b}"
        steps = [computed(written)]
    elif form == 2:
        written = f"{a * b} / {b}"
        steps = [computed(written)]
    elif form < 5:
        written = f"{a} {sign} {b} * {c}"
        steps = [computed(f"Multiply first: {b} * {c}"), computed(f"{a} {sign} {b * c}")]
    else:
        written = f"{c} * ({a} {sign} {b})"
        inside = a + b if sign == "+" else a - b
        factor = f"({inside})" if inside < 0 else str(inside)
        steps = [computed(f"Bracket first: {a} {sign} {b}"), computed(f"{c} * {factor}")]
    texts = tuple(wording.format(e=written) for wording in WORDINGS)
    return Exercise(written, texts, tuple(steps), steps[-1].rsplit(" = ", 1)[1])
