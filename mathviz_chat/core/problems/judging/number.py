"""A claimed number against the expression whose value is asked."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Outcome, approximately, evaluate, holds, identity, variables
from mathviz_chat.core.problems import literals, recount
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Call,
    Chain,
    Const,
    Constant,
    Degrees,
    Div,
    Expr,
    Node,
    Number,
    Percent,
    RelOp,
    Sub,
)
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.verdict import Answer, AnswerVerdict

_PI: Final = Constant(Const.PI)
_TAKEN_FOR_PI: Final[tuple[Expr, ...]] = (
    *(Number(Fraction(digits), len(digits) - 2) for digits in ("3.14", "3.1416", "3.142", "3.1")),
    Div(Number(Fraction(22)), Number(Fraction(7))),
)
ROUNDED: Final = "It is the value rounded to {} decimals, not the value."
_ANGLED: Final = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge a number: ``problem.expression`` is what it must equal."""
    claimed = forms.claimed_value(node)
    assert problem.expression is not None
    if claimed is None or variables(claimed):
        return unchecked("The question asks for a number, and this is none.")
    if not forms.is_worked_out(claimed):
        return unchecked("It is not worked out to one number in lowest terms.")
    judged = judge_value(problem.expression, claimed, Answer(text, to_plain(claimed)))
    if judged.verdict is AnswerVerdict.REFUTED and _is_right_in_degrees(problem, claimed):
        return unchecked("It is right for an angle in degrees: say which is meant.", judged.answer)
    return judged


def _is_right_in_degrees(problem: Problem, claimed: Expr) -> bool:
    """``sin(30)`` without a degree sign: 30 radians are hardly meant, but it says so."""

    def marked(node: Node) -> Node | None:
        angle = node.args[0] if isinstance(node, Call) and len(node.args) == 1 else None
        if not isinstance(angle, Number) or angle.value.denominator != 1:
            return None
        assert isinstance(node, Call)
        return replace(node, args=(Degrees(angle),)) if node.function in _ANGLED else None

    assert problem.expression is not None
    in_degrees = transform(problem.expression, marked)
    if in_degrees == problem.expression:
        return False
    return identity(in_degrees, claimed).outcome is Outcome.PROVED


def judge_rounding(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge ``problem.items[0]`` rounded to ``problem.rank`` decimals, halves away from 0."""
    claimed = forms.claimed_value(node)
    assert problem.target is not None
    if claimed is None or variables(claimed) or not forms.is_rational_literal(claimed):
        return unchecked("The question asks for a rounded number.")
    answer = Answer(text, to_plain(claimed))
    place = Fraction(10) ** -problem.rank
    away = Abs(Sub(problem.items[0], claimed))
    near = holds(Chain((away, literals.number(place / 2)), (RelOp.LE,)), {})
    right = recount.value(problem.target) == recount.value(claimed)
    if near.outcome is Outcome.PROVED and right:
        return verified(answer, "It is at most half a place away, and has that many places.")
    if near.outcome is Outcome.REFUTED and not right:
        return refuted(answer, "It is more than half a place away from the number.")
    if near.outcome is Outcome.PROVED:
        return refuted(
            answer, "It is near the number, but has other places than the question asks."
        )
    return unchecked(near.reason, answer)


def judge_value(expected: Expr, claimed: Expr, answer: Answer) -> AnswerJudgement:
    """Judge whether two constant expressions are equal, by the kernel and by recounting."""
    decision = identity(expected, claimed)
    if decision.outcome is Outcome.PROVED:
        if _recounted(expected, claimed) is not True:
            return unchecked("It was proved, but recounting did not confirm it.", answer)
        return verified(answer, f"Proved by {decision.method} and confirmed by recounting.")
    if decision.outcome is Outcome.REFUTED and _recounted(expected, claimed) is not True:
        return not_equal(expected, claimed, answer)
    return unchecked(decision.reason, answer)


def _recounted(expected: Expr, claimed: Expr) -> bool | None:
    try:
        return recount.agree(recount.value(expected), recount.value(claimed))
    except recount.NotEvaluated:
        return None


def _places(claimed: Expr) -> int | None:
    """The decimals of a value, ``16.67%`` having four; None of one that is written exactly."""
    if isinstance(claimed, Percent) and isinstance(claimed.arg, Number):
        return (claimed.arg.places or 0) + 2
    return claimed.places if isinstance(claimed, Number) else None


def not_equal(expected: Expr, claimed: Expr, answer: Answer) -> AnswerJudgement:
    """Refuted with the value; a rounded value is no answer, but not wrong either."""
    exact = evaluate(expected)
    places = _places(claimed)
    if places and approximately(expected, claimed, places).outcome is Outcome.PROVED:
        return unchecked(ROUNDED.format(places), answer)
    if (taken := _taken_for_pi(expected, claimed, places)) is not None:
        return unchecked(f"It takes {taken} for pi, which the question does not say.", answer)
    shown = f"the value is {to_plain(exact.expr)}" if exact else "the value is another"
    return refuted(answer, f"It is not {answer.plain}: {shown}.")


def _taken_for_pi(expected: Expr, claimed: Expr, places: int | None) -> str | None:
    """The usual approximation with which the claimed value comes out; None where none does."""
    if not any(node == _PI for node in walk(expected)):
        return None
    for value in _TAKEN_FOR_PI:
        taken = _with_pi(expected, value)
        near = approximately(taken, claimed, places) if places else identity(taken, claimed)
        if near.outcome is Outcome.PROVED:
            return to_plain(value)
    return None


def _with_pi(expr: Expr, value: Expr) -> Expr:
    return transform(expr, lambda node: value if node == _PI else None)
