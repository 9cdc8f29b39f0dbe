"""Two linear equations in x and y, by adding or subtracting multiples of them."""

from __future__ import annotations

import random

from mathviz_finetune.exercise import EASY, EXTRAPOLATION, HARD, MEDIUM, Exercise
from mathviz_finetune.notation import bracketed, computed, term, total

WORDINGS = (
    "Solve {first} and {second}",
    "Solve the system {first}, {second}",
    "Find x and y if {first} and {second}.",
    "Solve the system of equations: {first} and {second}",
    "Solve {first}, {second} for x and y.",
    "Find x and y: {first}, {second}",
)
_SIZES = {EASY: (1, 10), MEDIUM: (4, 10), HARD: (9, 15), EXTRAPOLATION: (20, 60)}


def make(rng: random.Random, level: int) -> Exercise:
    """``ax + by = c`` and ``dx + ey = f`` with one solution in whole numbers."""
    size, roots = _SIZES[level]
    x, y = (rng.randint(1 if level == EASY else -roots, roots) for _ in range(2))
    while True:
        a, d = (rng.randint(1, max(size, 2)) for _ in range(2))
        b, e = (rng.randint(1, size) * rng.choice((1, -1)) for _ in range(2))
        if a * e != b * d:
            break
    c, f = a * x + b * y, d * x + e * y
    first, second = (_equation(*row) for row in ((a, b, c), (d, e, f)))
    slope = a * e - d * b
    steps: tuple[str, ...] = (
        f"Multiply the first by {e} and the second by {b}, then subtract.",
        computed(f"x terms: {a} * {bracketed(e)} - {d} * {bracketed(b)}"),
        computed(f"Right sides: {c} * {bracketed(e)} - {bracketed(f)} * {bracketed(b)}"),
        computed(f"Divide: x = {c * e - f * b} / {bracketed(slope)}"),
        computed(f"Put x = {x} into the first: {term(b, 'y')} = {c} - {a} * {bracketed(x)}"),
    )
    if b != 1:
        steps += (computed(f"Divide: y = {c - a * x} / {bracketed(b)}"),)
    texts = tuple(wording.format(first=first, second=second) for wording in WORDINGS)
    return Exercise(f"{first}; {second}", texts, steps, f"x = {x}, y = {y}")


def _equation(a: int, b: int, c: int) -> str:
    return f"{total((term(a, 'x'), term(b, 'y')))} = {c}"
