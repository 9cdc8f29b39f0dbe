"""Kinds of problems whose answers are the solver's own steps, line for line."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems import Problem, read_question
from mathviz_chat.core.solving import Solution, solve
from mathviz_chat.core.verdict import StepKind
from mathviz_finetune.exercise import EASY, EXTRAPOLATION, HARD, MEDIUM, Exercise
from mathviz_finetune.notation import polynomial, term, total

SIZES: Final = {EASY: 6, MEDIUM: 10, HARD: 15, EXTRAPOLATION: 40}
_DRAWS: Final = 50  # until the solver has an answer: a polynomial may not factor


@dataclass(frozen=True, slots=True)
class _Kind:
    """e: what is asked about, from the random source and the size of the level. wordings: the
    first is the one that the solver is asked."""

    e: Callable[[random.Random, int], str]
    wordings: tuple[str, ...]


def topic(name: str) -> Callable[[random.Random, int], Exercise]:
    """The maker of the exercises of one of :data:`KINDS`."""
    kind = KINDS[name]

    def make(rng: random.Random, level: int) -> Exercise:
        for _ in range(_DRAWS):
            e = kind.e(rng, SIZES[level])
            solution = _solved(kind.wordings[0].format(e=e))
            if solution is not None:
                return _exercise(e, kind, solution)
        raise ValueError(f"the solver answers none of {_DRAWS} questions of {name}")

    return make


def _solved(question: str) -> Solution | None:
    problem = read_question(question)
    solution = solve(problem) if isinstance(problem, Problem) else None
    return solution if isinstance(solution, Solution) else None


def _exercise(e: str, kind: _Kind, solution: Solution) -> Exercise:
    lines = [step.claim.text for step in solution.steps if step.kind is not StepKind.ANSWER]
    texts = tuple(wording.format(e=e) for wording in kind.wordings)
    return Exercise(e, texts, tuple(lines), solution.answer.text)


def _product(rng: random.Random, size: int) -> str:
    factors = []
    for _ in range(2):
        slope, shift = rng.randint(1, max(1, size // 5)), _signed(rng, size)
        factors.append(f"({total((term(slope, 'x'), str(shift)))})")
    return "".join(factors)


def _signed(rng: random.Random, size: int) -> int:
    return rng.randint(1, size) * rng.choice((1, -1))


def _multiplied(rng: random.Random, size: int) -> str:
    first, second = _signed(rng, size), _signed(rng, size)
    return polynomial((1, -first - second, first * second), "x")


def _integrand(rng: random.Random, size: int) -> str:
    powers = sorted(rng.sample(range(1, 5), rng.randint(1, 3)), reverse=True)
    rows = {power: (power + 1) * rng.randint(1, max(2, size // 3)) for power in powers}
    return polynomial([rows.get(power, 0) for power in range(4, -1, -1)], "x")


def _inequality(rng: random.Random, size: int) -> str:
    slope, shift, bound = rng.randint(2, size), _signed(rng, 2 * size), _signed(rng, size)
    left = total((term(slope, "x"), str(shift)))
    return f"{left} {rng.choice(('<', '>', '<=', '>='))} {slope * bound + shift}"


def _pair(rng: random.Random, size: int) -> str:
    common = rng.randint(2, size)
    return f"{common * rng.randint(2, size)} and {common * rng.randint(2, size)}"


def _values(rng: random.Random, size: int) -> str:
    number = rng.randint(3, 5)
    values = [rng.randint(1, 3 * size) for _ in range(number - 1)]
    missing = number * rng.randint(1, 3 * size) - sum(values)
    return ", ".join(map(str, [*values, missing if missing > 0 else missing + number * 9 * size]))


def _sides(rng: random.Random, size: int) -> str:
    return f"length {rng.randint(2, 4 * size)} and width {rng.randint(2, 2 * size)}"


def _ratio(rng: random.Random, size: int) -> str:
    common, first = rng.randint(2, size), rng.randint(1, size)
    second = rng.choice([number for number in range(1, size + 2) if number != first])
    lowest = Fraction(first, second)
    return f"{lowest.numerator * common}:{lowest.denominator * common}"


def _terms(rng: random.Random, size: int) -> str:
    start, step = rng.randint(1, 3 * size), rng.choice((-1, 1, 1)) * rng.randint(2, size)
    return ", ".join(str(start + step * place) for place in range(4))


def _power(rng: random.Random, size: int) -> str:
    base, exponent = rng.choice((2, 3, 5, 7)), rng.randint(2, max(4, size // 2))
    return f"{base}^x = {base**exponent}"


KINDS: Final[Mapping[str, _Kind]] = MappingProxyType(
    {
        "expand": _Kind(
            _product,
            (
                "Expand {e}",
                "Multiply out {e}.",
                "Remove the brackets: {e}",
                "Expand and simplify {e}",
                "Write {e} without brackets.",
                "What is {e} expanded?",
            ),
        ),
        "factor": _Kind(
            _multiplied,
            (
                "Factor {e}",
                "Factorise {e}.",
                "Write {e} as a product of factors.",
                "Factor the expression {e}.",
                "Please factor {e}",
                "What are the factors of {e}?",
            ),
        ),
        "integral": _Kind(
            _integrand,
            (
                "Integrate {e}",
                "Find the integral of {e}.",
                "Find the indefinite integral of {e}.",
                "What is the integral of {e}?",
                "Integrate {e} with respect to x.",
                "Evaluate the indefinite integral of {e}.",
            ),
        ),
        "inequality": _Kind(
            _inequality,
            (
                "Solve {e}",
                "Solve the inequality {e}.",
                "Please solve {e}.",
                "Find all x with {e}.",
                "Solve for x: {e}",
                "Solve {e} for x.",
            ),
        ),
        "gcd": _Kind(
            _pair,
            (
                "Find the greatest common divisor of {e}",
                "What is the gcd of {e}?",
                "Find the highest common factor of {e}.",
                "What is the greatest common factor of {e}?",
                "gcd of {e}",
                "Calculate the greatest common divisor of {e}.",
            ),
        ),
        "mean": _Kind(
            _values,
            (
                "Find the mean of {e}",
                "What is the average of {e}?",
                "Calculate the mean of {e}.",
                "Find the average of {e}.",
                "What is the mean of the numbers {e}?",
                "Work out the average of {e}",
            ),
        ),
        "area": _Kind(
            _sides,
            (
                "What is the area of a rectangle with {e}?",
                "Find the area of a rectangle with {e}.",
                "A rectangle has {e}. What is its area?",
                "Calculate the area of a rectangle with {e}.",
                "How large is the area of a rectangle with {e}?",
                "A rectangle has {e}. Find its area.",
            ),
        ),
        "ratio": _Kind(
            _ratio,
            (
                "Simplify the ratio {e}",
                "Write the ratio {e} in its simplest form.",
                "Simplify {e}",
                "Reduce the ratio {e}.",
                "Express the ratio {e} in lowest terms.",
                "What is the ratio {e} simplified?",
            ),
        ),
        "sequence": _Kind(
            _terms,
            (
                "What is the next term of {e}?",
                "Find the next term of the sequence {e}.",
                "What comes next: {e}?",
                "What is the next number in the sequence {e}?",
                "What number comes next in {e}?",
                "Find the next number: {e}",
            ),
        ),
        "exponential": _Kind(
            _power,
            (
                "Solve {e}",
                "Find x if {e}.",
                "Solve the equation {e}",
                "What is x when {e}?",
                "Solve for x: {e}",
                "Determine x given that {e}.",
            ),
        ),
    }
)
