"""The solver's front door."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from mathviz_chat.core.problems import judge_answer, recount
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.solving import (
    arithmetic,
    derivative,
    equation,
    integral,
    numbers,
    percent,
    rewriting,
    speed,
    system,
)
from mathviz_chat.core.solving.lines import LEVELS, Granularity, Lines, check
from mathviz_chat.core.solving.solution import Solution, Unsolved
from mathviz_chat.core.verdict import Answer, AnswerVerdict

Method: TypeAlias = Callable[[Problem], Lines | None]

METHODS: Final[Mapping[Kind, Method]] = MappingProxyType(
    {
        Kind.ARITHMETIC: arithmetic.solve,
        Kind.PERCENT_OF: percent.solve,
        Kind.EQUATION: equation.solve,
        Kind.SYSTEM: system.solve,
        Kind.DERIVATIVE: derivative.solve,
        Kind.INTEGRAL: integral.solve,
        Kind.SPEED: speed.solve,
        Kind.EXPAND: rewriting.expand,
        Kind.FACTOR: rewriting.factor,
        Kind.SIMPLIFY: rewriting.simplify,
        Kind.COEFFICIENT: rewriting.coefficient,
        Kind.SEQUENCE: rewriting.sequence,
        Kind.ROUNDING: numbers.rounding,
        Kind.PLACE_VALUE: numbers.place_value,
        Kind.NUMERAL: numbers.numeral,
        Kind.CONVERSION: numbers.conversion,
        Kind.TRUTH: numbers.truth,
        Kind.PRIME: numbers.prime,
        Kind.PRIME_FACTORS: numbers.prime_factors,
        Kind.CHOOSE: numbers.choose,
        Kind.SORT: numbers.sort,
    }
)


def solve(problem: Problem, *, granularity: Granularity = "normal") -> Solution | Unsolved:
    """Solve a problem with steps of the size asked for; never raises.

    Every line of a brief solution stands in the normal one, and every line of that in the fine
    one. Each claim carries the checker's verdict; the answer is judged on its own.
    """
    method = METHODS.get(problem.kind)
    try:
        written = None if method is None else method(problem)
    except (recount.NotEvaluated, ArithmeticError, ValueError) as error:
        return Unsolved(f"A value in it does not exist or is too large: {error}")
    if written is None or written.answer is None:
        return Unsolved("No method of the solver fits this problem.")
    lines = [line for line in written.lines if line.level <= LEVELS[granularity]]
    steps = check(problem, lines, written.answer)
    judged = judge_answer(problem, written.answer)
    if judged.verdict is AnswerVerdict.REFUTED:
        return Unsolved(f"The method's own answer was refuted: {judged.reason}")
    answer = judged.answer or Answer(written.answer, written.answer)
    return Solution(problem, steps, answer, judged.verdict, judged.reason)
