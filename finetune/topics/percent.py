"""A percentage of a number."""

from __future__ import annotations

import random
from fractions import Fraction

from mathviz_finetune.exercise import EASY, EXTRAPOLATION, HARD, MEDIUM, Exercise
from mathviz_finetune.notation import computed

WORDINGS = (
    "What is {rate}% of {whole}?",
    "Find {rate}% of {whole}.",
    "Calculate {rate}% of {whole}",
    "{rate}% of {whole}",
    "Work out {rate}% of {whole}.",
    "How much is {rate}% of {whole}?",
    "What is {rate} percent of {whole}?",
    "Please calculate {rate} percent of {whole}.",
    "Compute {rate}% of {whole}.",
    "What's {rate}% of {whole}?",
    "How much is {rate} percent of {whole}?",
    "Can you tell me {rate}% of {whole}?",
)

_WHOLES = {EASY: 200, MEDIUM: 500, HARD: 2000, EXTRAPOLATION: 90000}


def make(rng: random.Random, level: int) -> Exercise:
    """Easy: a whole result. Medium: any whole rate. Hard: half percents, rates above 100."""
    if level == EASY:
        rate = str(rng.choice((5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 75, 80, 90)))
        step = Fraction(100, int(rate)).numerator
        whole = step * rng.randint(1, _WHOLES[EASY] // step)
    else:
        rate = str(rng.randint(1, 99 if level == MEDIUM else 250))
        if level >= HARD and rng.random() < 0.4:
            rate += ".5"
        whole = rng.randint(2, _WHOLES[level])
    texts = tuple(wording.format(rate=rate, whole=whole) for wording in WORDINGS)
    first = computed(f"{rate}%")
    second = computed(f"{first.split(' = ')[1]} * {whole}")
    return Exercise(f"{rate}% of {whole}", texts, (first, second), second.split(" = ")[1])
