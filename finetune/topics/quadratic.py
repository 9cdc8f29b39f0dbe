"""Quadratic equations by the discriminant, with each coefficient copied first."""

from __future__ import annotations

import random
from math import isqrt

from mathviz_finetune.exercise import EASY, EXTRAPOLATION, HARD, MEDIUM, Exercise
from mathviz_finetune.notation import bracketed, computed, polynomial
from mathviz_finetune.topics import linear

NAMES = ("x", "x", "x", "x", "y", "t", "n", "z")
WORDINGS = (
    *linear.WORDINGS,
    "Solve the quadratic equation {equation}",
    "Find the roots of {equation}.",
    "Which values of {name} satisfy {equation}?",
    "Find all real solutions of {equation}.",
)
NONE = "no real solutions"

_ROOTS = {EASY: 8, MEDIUM: 11, HARD: 12, EXTRAPOLATION: 40}


def make(rng: random.Random, level: int) -> Exercise:
    """Easy: monic, whole roots. Medium: a leading coefficient or terms on both sides. Hard: also
    roots that are fractions or surds, one root, none."""
    coefficients = _coefficients(rng, level)
    name = rng.choice(NAMES)
    steps: list[str] = []
    standard = f"{polynomial(coefficients, name)} = 0"
    equation = standard
    if level != EASY and rng.random() < 0.3:
        equation = _spread(rng, coefficients, name)
    if equation != standard:
        steps.append(f"Bring everything to one side: {standard}")
    answer = _solve(steps, *coefficients, name)
    texts = tuple(wording.format(equation=equation, name=name) for wording in WORDINGS)
    return Exercise(equation, texts, tuple(steps), answer)


def _coefficients(rng: random.Random, level: int) -> tuple[int, int, int]:
    bound = _ROOTS[level]
    first, second = (rng.randint(-bound, bound) for _ in range(2))
    if level == EASY:
        return 1, -(first + second), first * second
    kind = rng.random()
    if level >= HARD and kind < 0.3:
        return rng.randint(1, 4), rng.randint(-bound, bound), rng.randint(-bound, bound)
    if kind < 0.6:
        lead = rng.randint(2, 3 if level == MEDIUM else 6)
        return lead, lead * -first - second, first * second  # (lead x - second)(x - first)
    return 1, -(first + second), first * second


def _spread(rng: random.Random, coefficients: tuple[int, int, int], name: str) -> str:
    """The same equation with its last one or two terms on the right side."""
    a, b, c = coefficients
    if rng.random() < 0.6:
        return f"{polynomial((a, b, 0), name)} = {-c}"
    return f"{polynomial((a, 0, 0), name)} = {polynomial((-b, -c), name)}"


def _solve(steps: list[str], a: int, b: int, c: int, name: str) -> str:
    steps.append(f"a = {a}, b = {b}, c = {c}")
    steps.append(computed(f"-b = -({b})"))
    discriminant = b * b - 4 * a * c
    steps.append(computed(f"Discriminant: {bracketed(b)}^2 - 4*{a}*{bracketed(c)}"))
    if discriminant < 0:
        steps.append(f"It is negative, so there are {NONE}.")
        return NONE
    if discriminant == 0:
        steps.append(computed(f"{name} = {-b} / (2*{a})"))
        return f"{name} = {_value(steps)}"
    root = isqrt(discriminant)
    if root * root != discriminant:
        return _surds(steps, a, b, discriminant, name)
    steps.append(computed(f"Square root: sqrt({discriminant})"))
    values = []
    for sign in "-+":
        steps.append(computed(f"{name} = ({-b} {sign} {root}) / (2*{a})"))
        values.append(_value(steps))
    return " or ".join(f"{name} = {value}" for value in values)


def _surds(steps: list[str], a: int, b: int, discriminant: int, name: str) -> str:
    """The formula written out with its square root; no further form is asked for."""
    answers = [f"{name} = ({-b} {sign} sqrt({discriminant}))/{2 * a}" for sign in "-+"]
    steps.append(computed(f"Denominator: 2*{a}"))
    return " or ".join(answers)


def _value(steps: list[str]) -> str:
    return steps[-1].rsplit(" = ", 1)[1]
