"""The solver's front door."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, TypeAlias

from mathviz_chat.core.problems import judge_answer, recount, slots, units
from mathviz_chat.core.problems.judge import MEASURED, PLANNED
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.solving import (
    arithmetic,
    as_product,
    asked_form,
    complex_numbers,
    congruences,
    derivative,
    differential,
    equation,
    extrema,
    first_principles,
    fraction_forms,
    gradients,
    identities,
    implicit,
    in_detail,
    integral,
    limits,
    literal,
    matrices,
    numbers,
    ordering,
    parity,
    partial_fractions,
    percent,
    planned,
    polar,
    polynomials,
    primes,
    rewriting,
    selection,
    sequences,
    series,
    slopes,
    solvable,
    speed,
    system,
    trigonometric,
    vectors,
)
from mathviz_chat.core.solving.lines import FINE, LEVELS, Granularity, Line, Lines, check, heading
from mathviz_chat.core.solving.reasons import reason_of
from mathviz_chat.core.solving.solution import Solution, Unsolved
from mathviz_chat.core.verdict import Answer, AnswerVerdict, Step

Method: TypeAlias = Callable[[Problem], Lines | None]

METHODS: Final[Mapping[Kind, Method]] = MappingProxyType(
    {
        Kind.ARITHMETIC: arithmetic.solve,
        Kind.PERCENT_OF: percent.solve,
        Kind.EQUATION: equation.solve,
        Kind.SYSTEM: system.solve,
        Kind.LITERAL: literal.solve,
        Kind.COMPOSITION: rewriting.compose,
        Kind.COMPLETE_SQUARE: polynomials.complete_square,
        Kind.DIVISION: polynomials.divide,
        Kind.PARTIAL_FRACTIONS: partial_fractions.solve,
        Kind.DISCRIMINANT: polynomials.discriminant,
        Kind.COUNT: solvable.solve,
        Kind.VERTEX: polynomials.vertex,
        Kind.INVERSE: polynomials.inverse,
        Kind.DERIVATIVE: derivative.solve,
        Kind.INTEGRAL: integral.solve,
        Kind.SPEED: speed.solve,
        Kind.EXPAND: rewriting.expand,
        Kind.FACTOR: as_product.factor,
        Kind.SIMPLIFY: rewriting.simplify,
        Kind.COEFFICIENT: rewriting.coefficient,
        Kind.SEQUENCE: sequences.solve,
        Kind.TRIGONOMETRIC: trigonometric.solve,
        Kind.SEQUENCE_SUM: sequences.add_up,
        Kind.ROUNDING: numbers.rounding,
        Kind.PLACE_VALUE: numbers.place_value,
        Kind.NUMERAL: numbers.numeral,
        Kind.FRACTION_FORM: fraction_forms.solve,
        Kind.CONVERSION: numbers.conversion,
        Kind.TRUTH: ordering.truth,
        Kind.PRIME: numbers.prime,
        Kind.CONGRUENCE: congruences.solve,
        Kind.POLAR_FORM: polar.solve,
        Kind.IDENTITY: identities.solve,
        Kind.PRIMES: primes.solve,
        Kind.NEXT_TERMS: sequences.next_terms,
        Kind.COMPARISON: ordering.compare,
        Kind.PRIME_FACTORS: numbers.prime_factors,
        Kind.PRIME_FACTORIZATION: numbers.prime_factorization,
        Kind.DIVISORS: numbers.divisors,
        Kind.DIVISOR_COUNT: numbers.divisor_count,
        Kind.CHOOSE: ordering.choose,
        Kind.SORT: ordering.sort,
        **dict.fromkeys(PLANNED, planned.solve),
        Kind.DERIVATIVE_AT: slopes.at_point,
        Kind.GRADIENT: gradients.solve,
        Kind.IMPLICIT_DERIVATIVE: implicit.solve,
        Kind.TANGENT: slopes.line,
        Kind.EXTREMA: extrema.solve,
        Kind.SUM: series.add_up,
        Kind.CONVERGENCE: series.convergence,
        Kind.DIFFERENTIAL_EQUATION: differential.solve,
        Kind.TAYLOR: series.taylor,
        Kind.LIMIT: limits.solve,
        Kind.CRITICAL_POINTS: extrema.solve,
        Kind.MONOTONICITY: extrema.intervals,
        Kind.MATRIX: matrices.solve,
        Kind.LINEAR_SYSTEM: matrices.solve_system,
        Kind.EIGENVALUES: matrices.eigenvalues,
        Kind.VECTOR: vectors.solve,
        Kind.COMPLEX: complex_numbers.solve,
        Kind.PARITY: parity.solve,
        Kind.SELECTION: selection.solve,
    }
)


NAMED: Final[Mapping[Kind, Mapping[str, Method]]] = MappingProxyType(
    {
        Kind.EQUATION: MappingProxyType(equation.NAMED),
        Kind.DERIVATIVE: MappingProxyType(first_principles.NAMED),
        Kind.DERIVATIVE_AT: MappingProxyType(first_principles.NAMED_AT_POINT),
        Kind.INTEGRAL: MappingProxyType(integral.NAMED),
        Kind.SYSTEM: MappingProxyType(system.NAMED),
    }
)
"""Methods by name, for the kinds of problems for which a class would teach several."""

ANOTHER: Final = "another"
"""In the place of a method's name: one that takes other steps than the solver's own choice."""

TEMPERATURES: Final = MappingProxyType({"degC": "°C", "degF": "°F", "K": "K"})
"""How the units of temperatures are shown."""

MAY_NOT_EXIST: Final = frozenset({Kind.EXTREMA, Kind.INTEGRAL, Kind.LIMIT})
"""Kinds whose rules give a number even where there is none: ``1/x`` integrated from -1 to 1."""


def solve(
    problem: Problem, *, granularity: Granularity = "normal", method: str | None = None
) -> Solution | Unsolved:
    """Solve a problem with steps of the size asked for; never raises.

    Every line of a brief solution stands in the normal one, and every line of that in the fine
    one. From normal on, a step that uses a rule says why it may be taken. Each claim carries the
    checker's verdict; the answer is judged on its own.

    method: one of :data:`NAMED`, for the kinds that have it; the one that the question asks for
    counts before it. :data:`ANOTHER` takes other steps than None does.
    """
    if method == ANOTHER:
        return _solve_another_way(problem, granularity)
    if problem.kind is Kind.PARTS:
        return _solve_parts(problem, granularity, method)
    if (reason := _undefined(problem)) is not None:
        return Unsolved(reason)
    named = NAMED.get(problem.kind, {})
    name = problem.method or (method if method in named else None)
    chosen = METHODS.get(problem.kind) if name is None else named.get(name)
    try:
        written = None if chosen is None else chosen(problem)
        written = None if written is None else asked_form.written(problem, written)
    except (recount.NotEvaluated, ArithmeticError, ValueError) as error:
        return Unsolved(recount.sentence(error))
    if written is None or written.answer is None:
        return Unsolved(_no_method(name, asked=problem.method is not None))
    level = LEVELS[granularity]
    told = [*_lead(problem), *written.lines]
    if level == FINE and problem.kind is not Kind.NUMERAL:  # its numbers may have another base
        told = in_detail.with_operations(told)
    lines = [
        replace(line, why=line.why or reason_of(line.rule, level))
        for line in told
        if line.level <= level
    ]
    steps = check(problem, lines, written.answer)
    judged = judge_answer(problem, written.answer)
    if judged.verdict is AnswerVerdict.REFUTED:
        return Unsolved(f"The method's own answer was refuted: {judged.reason}")
    existence = problem.kind in MAY_NOT_EXIST and problem.form is Form.NUMBER
    if existence and judged.verdict is AnswerVerdict.UNCHECKED:
        return Unsolved(f"That such a value exists could not be confirmed: {judged.reason}")
    answer = judged.answer or Answer(written.answer, written.answer)
    if problem.unit and problem.kind in MEASURED:  # the lines are about numbers alone
        answer = Answer(answer.plain, answer.plain)
        steps = (*steps[:-1], _told(steps[-1], answer.plain))
    converted = problem.kind is Kind.CONVERSION and not problem.split
    if converted or problem.unit in TEMPERATURES:
        unit = problem.unit or ""
        answer = Answer(units.behind(answer.plain, TEMPERATURES.get(unit, unit)), answer.plain)
        steps = (*steps[:-1], _told(steps[-1], answer.text))
    return Solution(problem, steps, answer, judged.verdict, judged.reason)


def _lead(problem: Problem) -> list[Line]:
    """The rule by which the question comes to its equation, where another one is solved."""
    own = problem.parts[0] if problem.kind is Kind.SELECTION else problem
    lines = Lines()
    if problem.lead:
        computed = own.conditions or (() if own.expression is None else (own.expression,))
        lines.setup(problem.lead, " and ".join(map(slots.spelled, computed)))
    return lines.lines


def _told(last: Step, answer: str) -> Step:
    """The last line with the answer in its unit."""
    return replace(last, claim=replace(last.claim, text=f"Answer: {answer}"))


def _undefined(problem: Problem) -> str | None:
    """Why a calculation has no value: 1/0, ln(0)."""
    if problem.kind is not Kind.ARITHMETIC or problem.expression is None:
        return None
    try:
        recount.value(problem.expression)
    except recount.Undefined as error:
        return recount.sentence(error)
    except recount.NotEvaluated:
        return None
    return None


def _solve_another_way(problem: Problem, granularity: Granularity) -> Solution | Unsolved:
    usual = solve(problem, granularity=granularity)
    if isinstance(usual, Unsolved):
        return usual
    for name in NAMED.get(problem.kind, ()):
        other = solve(problem, granularity=granularity, method=name)
        if isinstance(other, Solution) and other.steps != usual.steps:
            return other
    return Unsolved("The solver has no other method for this problem.")


def _no_method(name: str | None, *, asked: bool) -> str:
    if name is None:
        return "No method of the solver fits this problem."
    instead = "ask without naming it" if asked else "leave the choice to the solver"
    return f"The method {name} does not lead to an answer here: {instead}."


_WEAKEST: Final = (
    AnswerVerdict.REFUTED,
    AnswerVerdict.UNCHECKED,
    AnswerVerdict.CHECKED,
    AnswerVerdict.VERIFIED,
)


def _solve_parts(
    problem: Problem, granularity: Granularity, method: str | None
) -> Solution | Unsolved:
    """Each part by itself, one after another; the whole is as good as its weakest part."""
    solved: list[Solution] = []
    steps: list[Step] = []
    for label, part in zip(problem.labels, problem.parts, strict=True):
        one = solve(part, granularity=granularity, method=method)
        if isinstance(one, Unsolved):
            return Unsolved(f"Part ({label}): {one.reason}")
        solved.append(one)
        steps += [heading(f"({label}) {part.read_as}"), *one.steps]
    named = list(zip(problem.labels, solved, strict=True))
    weakest = min(named, key=lambda pair: _WEAKEST.index(pair[1].verdict))
    verdict, reason = weakest[1].verdict, f"({weakest[0]}) {weakest[1].reason}"
    if verdict is AnswerVerdict.VERIFIED:
        reason = "Every part is verified."
    plain = "; ".join(f"({label}) {one.answer.plain}" for label, one in named)
    return Solution(problem, tuple(steps), Answer(plain, plain), verdict, reason, tuple(solved))
