"""Sums, differences, products and quotients of two fractions."""

from __future__ import annotations

import random

from mathviz_finetune.exercise import EASY, EXTRAPOLATION, HARD, MEDIUM, Exercise
from mathviz_finetune.notation import computed
from mathviz_finetune.topics.arithmetic import WORDINGS

_SIZES = {EASY: 6, MEDIUM: 10, HARD: 15, EXTRAPOLATION: 60}


def make(rng: random.Random, level: int) -> Exercise:
    """Proper fractions; what is written under the lines is worked out first."""
    size = _SIZES[level]
    b, d = (rng.randint(2, size) for _ in range(2))
    a, c = rng.randint(1, b - 1), rng.randint(1, d - 1)
    sign = rng.choice("++--*/")
    written = f"{a}/{b} {sign} {f'({c}/{d})' if sign == '/' else f'{c}/{d}'}"
    if sign in "+-":
        steps = [
            computed(f"Common denominator: {b} * {d}"),
            computed(f"Numerator: {a} * {d} {sign} {c} * {b}"),
        ]
    elif sign == "*":
        steps = [computed(f"Numerator: {a} * {c}"), computed(f"Denominator: {b} * {d}")]
    else:
        steps = [
            f"Multiply by the reciprocal {d}/{c}.",
            computed(f"Numerator: {a} * {d}"),
            computed(f"Denominator: {b} * {c}"),
        ]
    steps.append(computed(f"Result: {written}"))
    texts = tuple(wording.format(e=written) for wording in WORDINGS)
    return Exercise(written, texts, tuple(steps), steps[-1].rsplit(" = ", 1)[1])
