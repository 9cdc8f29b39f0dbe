"""A claimed answer against its problem, judged on its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import parts, polynomial, recount, units
from mathviz_chat.core.problems.judging import (
    assignment,
    calendar,
    comparison,
    complex_numbers,
    congruences,
    differential,
    expression,
    extrema,
    fraction_forms,
    gradients,
    identities,
    integral,
    interval_notation,
    limits,
    listing,
    literal,
    matrices,
    number,
    numeral,
    parity,
    partial_fractions,
    planned,
    polar,
    polynomials,
    primes,
    quantity,
    rewriting,
    selection,
    series,
    slopes,
    solutions,
    solvable,
    split_units,
    sums,
    trigonometric,
    truth,
    vectors,
)
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Kind, Problem
from mathviz_chat.core.problems.units import CURRENCIES
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.logarithms import TEN, has_open_base, in_base
from mathviz_chat.core.reading.tree import Chain, Const, Constant, Log, Node, Number
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Answer, AnswerVerdict

Judge: TypeAlias = Callable[[Problem, Node, str], AnswerJudgement]

JUDGES: Final[Mapping[Kind, Judge]] = MappingProxyType(
    {
        Kind.ARITHMETIC: number.judge,
        Kind.PERCENT_OF: number.judge,
        Kind.EQUATION: solutions.judge,
        Kind.SYSTEM: assignment.judge,
        Kind.LITERAL: literal.judge,
        Kind.PRIME_FACTORIZATION: listing.judge_factorization,
        Kind.DIVISOR_COUNT: listing.judge_divisor_count,
        Kind.COMPOSITION: rewriting.judge,
        Kind.COMPLETE_SQUARE: polynomials.judge_square,
        Kind.PARTIAL_FRACTIONS: partial_fractions.judge,
        Kind.DISCRIMINANT: number.judge,
        Kind.VERTEX: polynomials.judge_vertex,
        Kind.INVERSE: polynomials.judge_inverse,
        Kind.DERIVATIVE: expression.judge,
        Kind.INTEGRAL: integral.judge,
        Kind.SPEED: quantity.judge,
        Kind.ROUNDING: number.judge_rounding,
        Kind.PLACE_VALUE: number.judge,
        Kind.FRACTION_FORM: fraction_forms.judge,
        Kind.EXPAND: rewriting.judge,
        Kind.FACTOR: rewriting.judge,
        Kind.SIMPLIFY: rewriting.judge,
        Kind.COEFFICIENT: rewriting.judge_coefficient,
        Kind.SEQUENCE: rewriting.judge_sequence,
        Kind.SEQUENCE_SUM: sums.judge,
        Kind.DERIVATIVE_AT: slopes.judge_at_point,
        Kind.GRADIENT: gradients.judge,
        Kind.IMPLICIT_DERIVATIVE: slopes.judge_implicit,
        Kind.TANGENT: slopes.judge_line,
        Kind.MONOTONICITY: extrema.judge_intervals,
        Kind.SUM: series.judge_sum,
        Kind.DIFFERENTIAL_EQUATION: differential.judge,
        Kind.TAYLOR: series.judge_taylor,
        Kind.MATRIX: matrices.judge,
        Kind.LINEAR_SYSTEM: matrices.judge_system,
        Kind.VECTOR: vectors.judge,
        Kind.COMPLEX: complex_numbers.judge,
    }
)
PLANNED: Final = (
    Kind.DATE,
    Kind.CLOCK,
    Kind.PERCENT_CHANGE,
    Kind.INTEREST,
    Kind.RATIO,
    Kind.PROPORTION,
    Kind.RATE,
    Kind.STATISTICS,
    Kind.PROBABILITY,
    Kind.COUNTING,
    Kind.GEOMETRY,
    Kind.COORDINATES,
    Kind.MOTION,
    Kind.RELATED_RATES,
    Kind.WORK_RATE,
    Kind.MIXTURE,
    Kind.AGES,
    Kind.MONEY,
    Kind.PUZZLE,
    Kind.STORY,
    Kind.RATIO_VALUE,
    Kind.WAVE,
    Kind.POLAR,
)
"""Kinds that are told in words, and solved by a plan."""

WORD_JUDGES: Final[Mapping[Kind, Callable[[Problem, str], AnswerJudgement]]] = MappingProxyType(
    {
        Kind.CONVERSION: quantity.judge_conversion,
        Kind.TRUTH: truth.judge,
        Kind.PRIME: truth.judge,
        Kind.IDENTITY: identities.judge,
        Kind.CHOOSE: listing.judge_choice,
        Kind.SORT: listing.judge_order,
        Kind.CONGRUENCE: congruences.judge,
        Kind.POLAR_FORM: polar.judge,
        Kind.PRIMES: primes.judge,
        Kind.NEXT_TERMS: listing.judge_next_terms,
        Kind.COMPARISON: comparison.judge,
        Kind.PRIME_FACTORS: listing.judge_prime_factors,
        Kind.NUMERAL: numeral.judge,
        Kind.TRIGONOMETRIC: trigonometric.judge,
        Kind.DIVISION: polynomials.judge_division,
        Kind.DIVISORS: listing.judge_divisors,
        Kind.COUNT: solvable.judge,
        **dict.fromkeys(PLANNED, planned.judge),
        Kind.DATE: calendar.judge,
        Kind.CLOCK: calendar.judge,
        Kind.EIGENVALUES: matrices.judge_eigenvalues,
        Kind.EXTREMA: extrema.judge,
        Kind.CONVERGENCE: series.judge_convergence,
        Kind.LIMIT: limits.judge,
        Kind.CRITICAL_POINTS: extrema.judge,
        Kind.SELECTION: selection.judge,
        Kind.PARITY: parity.judge,
    }
)
"""Kinds whose answers are words, labels, digits or lists of them, no formulas."""


def judge_answer(problem: Problem, answer: Node | str) -> AnswerJudgement:
    """Judge a claimed answer, complete and in the form that the problem asks for.

    Text is read first. *verified* and *refuted* rest on a proof of the kernel; *verified* needs
    a second way, which shares no code with it, to agree. Never raises, whatever the text.
    """
    if isinstance(answer, str):
        return _judge_text(problem, answer.strip(), real=problem.real)
    return _judge_claimed(problem, answer, to_plain(answer))


@lru_cache(maxsize=16)
def _judge_text(problem: Problem, text: str, *, real: bool) -> AnswerJudgement:
    """Of a solver's answer both the last line and the whole are judged.

    real: two questions that differ by it alone are equal, but not so their answers.
    """
    assert real == problem.real
    return _judge_claimed(problem, text, text)


def _judge_claimed(problem: Problem, answer: Node | str, text: str) -> AnswerJudgement:
    if problem.kind is Kind.PARTS:
        return _judge_parts(problem, text)
    if problem.unit is not None and (problem.split or not problem.unit_named):
        whole = split_units.whole(text, problem)
        if whole is not None or problem.split:
            return _judge_split(problem, whole or text, text)
    try:
        if problem.unit is not None and problem.kind in MEASURED:
            return _judge_measured(problem, text)
        return _judge(problem, answer, text)
    except (recount.NotEvaluated, ArithmeticError, ValueError) as error:
        return unchecked(recount.sentence(error))


def _judge_split(problem: Problem, whole: str, text: str) -> AnswerJudgement:
    """``1 h 15 min`` by the quantity that it comes to, ``75 min``."""
    judged = _judge_claimed(replace(problem, split=()), whole, whole)
    right = judged.verdict is AnswerVerdict.VERIFIED
    if right and problem.split and not split_units.is_in(problem, text):
        return unchecked(f"It is right, but not in {' and '.join(problem.split)}, as it is asked.")
    shown = judged.answer.plain if judged.answer is not None and not problem.split else text
    return replace(judged, answer=Answer(text, shown) if judged.answer else None)


MEASURED: Final = frozenset(
    {
        *(Kind.ARITHMETIC, Kind.DERIVATIVE_AT, Kind.EXTREMA, Kind.INTEGRAL),
        *(Kind.EQUATION, Kind.SELECTION, Kind.ROUNDING),
    }
)
"""Kinds whose value is one of a formula, in a unit that the story around it gives."""


def _judge_measured(problem: Problem, text: str) -> AnswerJudgement:
    """``100 m^2`` or ``100``: the value by itself, shown with the unit unless that was named."""
    unit = problem.unit or ""
    sign = re.escape(CURRENCIES.get(unit, unit))
    names = "|".join((re.escape(unit), re.escape(units.plural(unit)), sign))
    bare = re.sub(rf"\s*(?:{names})(?=$|\s+or\s)|(?:^|(?<==)\s*){sign}(?=\d)", "", text)
    judged = _judge(replace(problem, unit=None), bare, bare)
    if judged.answer is None or problem.unit_named:
        return judged
    each = judged.answer.plain.split(" or ")
    shown = " or ".join(_measured(one, unit) for one in each)
    return replace(judged, answer=Answer(text, shown))


def _measured(value: str, unit: str) -> str:
    """``t = 3 years``, ``£190``."""
    if unit in CURRENCIES:
        return re.sub(r"(?=\S+$)", CURRENCIES[unit], value, count=1)
    one = value.split("= ")[-1] == "1"
    return f"{value} {unit if one or units.find(unit) is None else _several(unit)}"


def _several(unit: str) -> str:
    """A unit whose symbol is its name has a plural: ``years``; ``km`` has none."""
    found = units.find(unit)
    return units.plural(unit) if found is not None and found.symbol == found.name else unit


def _judge_parts(problem: Problem, text: str) -> AnswerJudgement:
    """``(a) x = 2; (b) 5``: each part by itself; the weakest verdict counts.

    ``2 and 5`` without labels may be in another order, so it is never refuted.
    """
    claimed = dict(zip(problem.labels, parts.claimed(text, problem.labels), strict=False))
    if not claimed:
        return unchecked("It does not answer each part by its label.")
    asked = [one.read_as for one in problem.parts]
    if not parts.labelled(text) and parts.names_others(tuple(claimed.values()), asked):
        return unchecked("Its names are not those of the parts in their order.")
    each = [
        judge_answer(one, claimed[n]) for n, one in zip(problem.labels, problem.parts, strict=True)
    ]
    named = list(zip(problem.labels, each, strict=True))
    plain = "; ".join(f"({n}) {one.answer.plain if one.answer else claimed[n]}" for n, one in named)
    whole = Answer(text, plain)
    wrong = next((f"({n}) {o.reason}" for n, o in named if o.verdict is AnswerVerdict.REFUTED), "")
    if wrong and not parts.labelled(text):
        return unchecked(f"Without labels, which answer is for which part is not certain: {wrong}")
    if wrong:
        return refuted(whole, wrong)
    left = next((f"({n}) {o.reason}" for n, o in named if o.verdict.value != "verified"), "")
    return unchecked(left, whole) if left else verified(whole, "Every part is verified.")


def _judge(problem: Problem, answer: Node | str, text: str) -> AnswerJudgement:
    if problem.form is Form.INTERVALS:
        return _judge_intervals(problem, answer, text)
    if problem.kind in WORD_JUDGES:
        return WORD_JUDGES[problem.kind](problem, text)
    return _judge_formula(problem, answer, text)


def _judge_intervals(problem: Problem, answer: Node | str, text: str) -> AnswerJudgement:
    """All solutions of an inequality, in the notation that is asked for."""
    if isinstance(answer, str):
        answer = interval_notation.plain(answer)
    judged = _judge_formula(problem, answer, text)
    notation = problem.notation
    if notation is None or judged.answer is None:
        return judged
    if judged.verdict is AnswerVerdict.VERIFIED and not interval_notation.is_in(notation, text):
        return unchecked(f"It is right, but not in {notation}, which the question asks for.")
    shown = interval_notation.shown(judged.answer.plain, problem)
    return replace(judged, answer=Answer(text, shown or text))


def _judge_formula(problem: Problem, answer: Node | str, text: str) -> AnswerJudgement:
    if problem.kind is Kind.MATRIX and (none := matrices.judge_none(problem, text)) is not None:
        return none
    judge = JUDGES.get(problem.kind)
    if judge is None:
        return unchecked(f"No rule judges answers of the kind {problem.kind}.")
    if isinstance(answer, str):
        try:
            answer = read(answer, variables=_names(problem))
        except ReadError as error:
            return unchecked(f"The answer cannot be read: {error.reason}")
    if has_open_base(answer) and any(map(_has_base_ten, _nodes(problem))):
        answer = in_base(answer, TEN)  # as the question was read
    if has_open_base(answer) and not has_open_base(*_nodes(problem)):
        return _in_any_base(problem, judge, answer, text)
    if _has_complex_solutions(problem, answer):
        return _judge_complex(problem, answer, text)
    return judge(problem, answer, text)


def _judge_complex(problem: Problem, answer: Node, text: str) -> AnswerJudgement:
    """Others may stand on other lines of a text: a solution that is missing is not refuted."""
    judged = complex_numbers.judge(problem, answer, text)
    if judged.verdict is AnswerVerdict.REFUTED and judged.reason == complex_numbers.MISSING:
        return replace(judged, verdict=AnswerVerdict.UNCHECKED)
    return judged


def _has_complex_solutions(problem: Problem, answer: Node) -> bool:
    """``x = 2 ± 3i`` for an equation of polynomials, where nothing restricts x to real numbers."""
    if problem.kind is not Kind.EQUATION or problem.real or Constant(Const.I) not in walk(answer):
        return False
    if any(isinstance(node, Number) and node.places for node in walk(answer)):
        return False  # rounded
    equation = problem.conditions[0]
    if len(problem.unknowns) != 1 or len(problem.conditions) != 1:
        return False
    terms = (
        polynomial.of_equation(equation, problem.unknowns[0])
        if isinstance(equation, Chain)
        else None
    )
    return terms is not None


def _in_any_base(problem: Problem, judge: Judge, answer: Node, text: str) -> AnswerJudgement:
    """``log(20)/log(5)``, which is the same for every base; where it is not, no base is said."""
    tens, natural = (
        judge(problem, in_base(answer, base), text) for base in (TEN, Constant(Const.E))
    )
    if tens.verdict is natural.verdict:
        return tens
    return unchecked("The logarithm in it has no base.", tens.answer)


def _has_base_ten(node: Node) -> bool:
    return any(isinstance(part, Log) and part.base == TEN for part in walk(node))


def _nodes(problem: Problem) -> tuple[Node, ...]:
    return (*problem.conditions, *([problem.expression] if problem.expression else []))


def _names(problem: Problem) -> tuple[str, ...]:
    """The letters of the problem, which are variables in its answer: ``e`` and ``i`` too."""
    names = (name for node in _nodes(problem) for name in variables(node))
    return tuple({*problem.unknowns, *names})
