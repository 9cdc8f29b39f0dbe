"""Claimed solutions of a trigonometric equation that are no known angles: ``arcsin(0.3) + 2n*pi``.

Each is proved to satisfy the equation, and lies where a solution was found by numbers; as many are
found as there certainly are.
"""

from __future__ import annotations

import re
from typing import Any, Final

from mathviz_chat.core.kernel import Outcome, approximately, holds, variables
from mathviz_chat.core.problems import arc_turns, recount
from mathviz_chat.core.problems.arc_angles import COUNTERS, family_of, in_a_turn, in_degrees, size
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.judging.solutions import claimed_values
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Problem
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import Chain, Degrees, Expr, Neg, Number, Truth
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Answer

_WHERE = re.compile(
    r"[,;]?\s*(?:where|with|for)?\s*(?:any\s+|every\s+|all\s+)?(?:integers?\s+)?[nk]\s*"
    r"(?:(?:is\s+)?an\s+integer|∈\s*(?:ℤ|Z)|in\s+Z|\\in\s*\\mathbb\{Z\})?\s*$",
    re.IGNORECASE,
)


_NEAR: Final = 0.02
"""Radians: a rational value that is no further from a solution may be a rounded one."""
_COUNTED: Final = "Each satisfies the equation; their number was counted in two ways."
_NOT_COUNTED: Final = "The solutions could not be counted in two ways."


def claimed(text: str, name: str) -> tuple[Expr, ...] | AnswerJudgement:
    """The values of ``x = 1 or x = 2``; why there are none to be judged."""
    try:
        node = read(text, variables=(name,))
    except ReadError as error:
        return unchecked(f"The answer cannot be read: {error.reason}")
    if isinstance(node, Truth):
        values: tuple[Expr, ...] | None = None if node.value else ()
    else:
        values = claimed_values(node, name)
    if values is None or any(map(variables, values)):
        return unchecked(f"{name} is not isolated: it is no answer yet.")
    return tuple(map(forms.in_one_sign, values))


def claimed_families(text: str, name: str) -> tuple[Expr, ...] | AnswerJudgement:
    """The values of ``x = pi/6 + 2n*pi, where n is an integer``."""
    bare = _WHERE.sub("", text.strip().rstrip(".")) if re.search(r"[,;]|where", text) else text
    try:
        node = read(bare, variables=(name, *COUNTERS))
    except ReadError as error:
        return unchecked(f"The answer cannot be read: {error.reason}")
    values = claimed_values(node, name) if not isinstance(node, Truth) else ()
    return unchecked(f"{name} is not isolated: it is no answer yet.") if values is None else values


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """All solutions within a domain, or in general."""
    equation, name = problem.conditions[0], problem.unknowns[0]
    assert isinstance(equation, Chain)
    found = arc_turns.places(equation, name)
    if found is None:
        return unchecked(_NOT_COUNTED)
    general = problem.form is Form.GENERAL
    values = claimed_families(text, name) if general else claimed(text, name)
    if isinstance(values, AnswerJudgement):
        return values
    shown = " or ".join(f"{name} = {to_plain(value)}" for value in values)
    answer = Answer(text, shown or "no real solutions")
    try:
        if general:
            return _judge_general(equation, name, values, answer, found)
        return _judge_values(problem, equation, values, answer)
    except recount.NotEvaluated:
        return unchecked("A value in it could not be worked out.", answer)


def _judge_general(
    equation: Chain, name: str, values: tuple[Expr, ...], answer: Answer, found: tuple[Any, ...]
) -> AnswerJudgement:
    families = [family_of(value) for value in values]
    known = [family for family in families if family is not None]
    if len(known) < len(families):
        return unchecked("It is not of the form a + n*b with a whole number n.")
    if any(not family.step for family in known):
        return unchecked("It has single values: it is no general solution.", answer)
    at = set()
    for value in (one for family in known for one in family.within_a_turn()):
        holds_there = arc_turns.proved(equation, name, value)
        if holds_there is False and may_be_rounded(value, found):
            return unchecked(f"{name} = {to_plain(value)} may be a rounded value.", answer)
        if holds_there is False:
            return refuted(answer, f"{name} = {to_plain(value)} does not satisfy the equation.")
        place = arc_turns.place_of(found, value)
        if not holds_there or place is None:
            return unchecked("A solution could not be proved.", answer)
        at.add(place)
    if len(at) < len(found):
        missing = next(one for one in found if one not in at)
        return refuted(answer, f"A solution is missing: about {_decimal(missing)} in radians.")
    return verified(answer, "The same solutions in every turn, counted in two ways.")


def _decimal(value: Any) -> str:
    return f"{float(value):.4f}"


def _judge_values(
    problem: Problem, equation: Chain, values: tuple[Expr, ...], answer: Answer
) -> AnswerJudgement:
    name, domain = problem.unknowns[0], problem.conditions[1]
    exact = arc_turns.exact(equation, name)
    expected = None if exact is None else arc_turns.within(domain, name, exact)
    if expected is None:
        return unchecked("The solutions could not be found as exact angles.", answer)
    if any(isinstance(node, Degrees) for node in walk(domain)):
        values = tuple(Degrees(one) if forms.is_rational_literal(one) else one for one in values)
    left = list(expected)
    rounded = False
    for value in values:
        match = next((one for one in left if arc_turns.is_at(one, value)), None)
        near = next((one for one in left if match is None and is_rounded(one, value)), None)
        if match is None and near is None:
            return _not_found(equation, problem, value, answer, expected)
        if match is not None and not arc_turns.proved(equation, name, value):
            return unchecked("A solution could not be proved.", answer)
        rounded |= near is not None
        left.remove(match if match is not None else near)  # type: ignore[arg-type]
    if left:
        return refuted(answer, f"{name} = {to_plain(left[0])} is a solution too.")
    return verified(answer, f"{_COUNTED} They are rounded." if rounded else _COUNTED)


def is_rounded(exact: Expr, value: Expr) -> bool:
    """``17.5°`` for arcsin(0.3): degrees with a decimal or more, proved to be rounded so."""
    bare = value.arg if isinstance(value, Degrees) else None
    literal = bare.arg if isinstance(bare, Neg) else bare
    if bare is None or not isinstance(literal, Number) or not literal.places:
        return False
    return rounds_to(exact, bare, literal.places)


def rounds_to(exact: Expr, degrees: Expr, places: int) -> bool:
    """Whether an angle is proved to have so many degrees when it is rounded."""
    return approximately(in_degrees(exact), degrees, places).outcome is Outcome.PROVED


def _not_found(
    equation: Chain, problem: Problem, value: Expr, answer: Answer, expected: tuple[Expr, ...]
) -> AnswerJudgement:
    """Why a value is none of the solutions within the domain."""
    name, domain = problem.unknowns[0], problem.conditions[1]
    shown = to_plain(value)
    if any(arc_turns.is_at(one, value) for one in expected):
        return unchecked(f"{shown} is named twice.", answer)
    if holds(domain, {name: value}).outcome is Outcome.REFUTED:
        return refuted(answer, f"{shown} is not within {to_plain(domain)}.")
    if may_be_rounded(value, tuple(map(size, expected))):
        return unchecked(f"{name} = {shown} may be a rounded value.", answer)
    if arc_turns.proved(equation, name, value) is False:
        return refuted(answer, f"{name} = {shown} does not satisfy the equation.")
    return unchecked("A solution could not be proved.", answer)


def may_be_rounded(value: Expr, places: tuple[Any, ...]) -> bool:
    """Near a solution, where a number in it may be a rounded one."""
    bare = value.arg if isinstance(value, Degrees) else value
    decimal = any(isinstance(node, Number) and node.places for node in walk(value))
    if not decimal and not forms.is_rational_literal(bare):
        return False
    return any(abs(one - size(at)) < _NEAR for one in places for at in (value, in_a_turn(value)))
