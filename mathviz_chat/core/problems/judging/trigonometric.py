"""Claimed solutions of a trigonometric equation: all of them within a domain, or in general."""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from mathviz_chat.core.kernel import Outcome, holds, substitute, variables
from mathviz_chat.core.problems import trigonometry
from mathviz_chat.core.problems.judging import arcs, forms
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Chain,
    Const,
    Constant,
    Degrees,
    Div,
    Expr,
    Mul,
    Statement,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Answer


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """Each value satisfies the equation; the number of solutions is counted in two ways."""
    equation, name = problem.conditions[0], problem.unknowns[0]
    assert isinstance(equation, Chain)
    turn = trigonometry.solutions_in_a_turn(equation, name)
    if turn is None:
        return arcs.judge(problem, text)
    if trigonometry.count_by_signs(equation, name) != len(turn):
        return unchecked("The solutions could not be counted in two ways.")
    for degrees in turn:
        if holds(equation, {name: radians(degrees)}).outcome is not Outcome.PROVED:
            return unchecked("A solution could not be proved.")
    if problem.form is Form.GENERAL:
        return _judge_general(name, turn, text)
    values = arcs.claimed(text, name)
    if isinstance(values, AnswerJudgement):
        return values
    if any(isinstance(node, Degrees) for node in walk(problem.conditions[1])):
        values = tuple(map(_in_degrees, values))
    return _judge_values(problem, turn, values, text)


def _in_degrees(value: Expr) -> Expr:
    """``30`` where the ends of the domain are written in degrees; ``pi/6`` stays in radians."""
    return Degrees(value) if forms.is_rational_literal(value) else value


def radians(degrees: Fraction) -> Expr:
    """``5pi/6``."""
    half_turns = degrees / 180
    above: Expr = Mul(number(Fraction(half_turns.numerator)), Constant(Const.PI))
    if half_turns.numerator == 1:
        above = Constant(Const.PI)
    if half_turns.denominator == 1:
        return above
    return Div(above, number(Fraction(half_turns.denominator)))


def _judge_values(
    problem: Problem, turn: tuple[Fraction, ...], values: tuple[Expr, ...], text: str
) -> AnswerJudgement:
    equation, domain, name = problem.conditions[0], problem.conditions[1], problem.unknowns[0]
    shown = " or ".join(f"{name} = {to_plain(value)}" for value in values)
    answer = Answer(text, shown or "no real solutions")
    claimed = [trigonometry.in_degrees(value) for value in values]
    for value in values:
        if holds(equation, {name: value}).outcome is Outcome.REFUTED:
            return refuted(answer, f"{name} = {to_plain(value)} does not satisfy the equation.")
        if holds(domain, {name: value}).outcome is Outcome.REFUTED:
            return refuted(answer, f"{to_plain(value)} is not within {to_plain(domain)}.")
    if None in claimed:
        return unchecked("An angle is no rational multiple of pi.", answer)
    expected = within(domain, turn)
    if expected is None:
        return unchecked("The ends of the domain are no rational multiples of pi.", answer)
    missing = [degrees for degrees in expected if degrees not in claimed]
    if missing:
        in_degrees = any(isinstance(node, Degrees) for node in walk(domain))
        lost = Degrees(number(missing[0])) if in_degrees else radians(missing[0])
        return refuted(answer, f"{name} = {to_plain(lost)} is a solution too.")
    if len(set(claimed)) != len(expected):
        return unchecked("It could not be told whether these are all.", answer)
    return verified(answer, "Each satisfies the equation; their number was counted in two ways.")


def within(domain: Statement, turn: tuple[Fraction, ...]) -> tuple[Fraction, ...] | None:
    """The solutions between the ends of a domain, in degrees."""
    assert isinstance(domain, Chain)
    low, high = (trigonometry.in_degrees(domain.items[k]) for k in (0, 2))
    if low is None or high is None or high - low > 3600:
        return None
    first, last = int(low // 360), int(high // 360)
    found = (base + 360 * k for k in range(first, last + 1) for base in turn)
    strict = [op.value == "<" for op in domain.ops]
    return tuple(
        sorted(
            one
            for one in found
            if (low < one or (low == one and not strict[0]))
            and (one < high or (one == high and not strict[1]))
        )
    )


def _judge_general(name: str, turn: tuple[Fraction, ...], text: str) -> AnswerJudgement:
    values = arcs.claimed_families(text, name)
    if isinstance(values, AnswerJudgement):
        return values
    families = [_family(value) for value in values]
    known = [family for family in families if family is not None]
    if len(known) < len(families):
        return unchecked("It is not of the form a + n*b with a whole number n.")
    shown = " or ".join(f"{name} = {to_plain(value)}" for value in values)
    answer = Answer(text, shown or "no real solutions")
    whole = 360 * lcm(1, *(step.denominator for _, step in known))
    claimed = {
        (base + k * step) % 360
        for base, step in known
        for k in range(int(abs(whole / step)) + 1 if step else 1)
    }
    if any(step == 0 for _, step in known):
        return unchecked("It has single values: it is no general solution.", answer)
    if claimed == set(turn):
        return verified(answer, "The same solutions in every turn, counted in two ways.")
    extra = claimed - set(turn)
    if extra:
        return refuted(answer, f"{min(extra)} degrees does not satisfy the equation.")
    return refuted(answer, f"A solution is missing: {min(set(turn) - claimed)} degrees.")


def _family(value: Expr) -> tuple[Fraction, Fraction] | None:
    """``a + n*b`` in degrees as (a, b)."""
    letters = variables(value)
    if not letters:
        base = trigonometry.in_degrees(value)
        return None if base is None else (base, Fraction(0))
    if len(letters) != 1 or letters[0] not in ("n", "k"):
        return None
    at = [
        trigonometry.angle(substitute(value, {letters[0]: number(Fraction(k))})) for k in (0, 1, 2)
    ]
    if at[0] is None or at[1] is None or at[2] is None or at[2] - at[1] != at[1] - at[0]:
        return None
    return at[0], at[1] - at[0]
