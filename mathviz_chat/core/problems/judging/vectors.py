"""Claimed vectors, and numbers that belong to vectors."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel import Outcome, approximately, identity, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging import forms, number
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Call,
    Chain,
    Const,
    Constant,
    Degrees,
    Div,
    Expr,
    Matrix,
    Mul,
    Node,
    Number,
    TupleOf,
)
from mathviz_chat.core.verdict import Answer, AnswerVerdict


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge a vector coordinate by coordinate, or the number that is asked."""
    if problem.form is Form.NUMBER:
        if (judged := _inverse_cosine(problem, node, text)) is not None:
            return judged
        judged = number.judge(problem, _in_radians(problem, node), text)
        return _unless_rounded(problem, node, judged)
    claimed = forms.claimed_value(node)
    if isinstance(claimed, Matrix):
        column = all(len(row) == 1 for row in claimed.rows)
        claimed = TupleOf(tuple(row[0] for row in claimed.rows) if column else claimed.rows[0])
    target = problem.target
    assert isinstance(target, TupleOf)
    if not isinstance(claimed, TupleOf) or len(claimed.items) != len(target.items):
        return unchecked(f"The question asks for a vector with {len(target.items)} coordinates.")
    if not all(forms.is_worked_out(item) and not variables(item) for item in claimed.items):
        return unchecked("Its coordinates are not worked out.")
    answer = Answer(text, to_plain(TupleOf(claimed.items)))
    for wanted, found in zip(target.items, claimed.items, strict=True):
        decision = identity(wanted, found)
        again = recount.agree(recount.value(wanted), recount.value(found))
        if decision.outcome is Outcome.REFUTED and not again:
            return refuted(answer, f"A coordinate is not {to_plain(found)}.")
        if decision.outcome is not Outcome.PROVED or not again:
            return unchecked(decision.reason, answer)
    if problem.task == "cross" and not _is_perpendicular(problem, claimed.items):
        return unchecked("It was proved, but it is not perpendicular to both.", answer)
    return verified(answer, "Proved and recounted coordinate by coordinate.")


def _is_perpendicular(problem: Problem, vector: tuple[Expr, ...]) -> bool:
    for item in problem.items:
        assert isinstance(item, TupleOf)
        products = (
            recount.value(a) * recount.value(b) for a, b in zip(item.items, vector, strict=True)
        )
        if sum(products, Fraction(0)) != 0:
            return False
    return True


def _inverse_cosine(problem: Problem, node: Node, text: str) -> AnswerJudgement | None:
    """``arccos(sqrt(2)/10)``: proved where the cosines are equal, as each belongs to one angle."""
    value = forms.claimed_value(node)
    match problem.expression, value:
        case Call("arccos", (wanted,)), Call("arccos", (cosine,)) if problem.task == "angle":
            worked_out = forms.is_worked_out(cosine) and not variables(cosine)
            if not worked_out or identity(wanted, cosine).outcome is not Outcome.PROVED:
                return None
            return number.judge_value(wanted, cosine, Answer(text, to_plain(value)))
    return None


def _unless_rounded(problem: Problem, node: Node, judged: AnswerJudgement) -> AnswerJudgement:
    """``63.4°`` for ``arctan(2)``: no answer where none is asked to be rounded, nor wrong."""
    value = forms.claimed_value(node)
    if judged.verdict is not AnswerVerdict.REFUTED or problem.task != "angle":
        return judged
    match value:
        case Degrees(Number(places=int() as places) as shown) if places:
            assert problem.expression is not None
            degrees = Div(Mul(Number(Fraction(180)), problem.expression), Constant(Const.PI))
            if approximately(degrees, shown, places).outcome is Outcome.PROVED:
                return unchecked(number.ROUNDED.format(places), judged.answer)
    return judged


def _in_radians(problem: Problem, node: Node) -> Node:
    """``45°`` as ``45*pi/180``, where an angle is asked."""
    value = forms.claimed_value(node) if isinstance(node, Chain) else node
    if problem.task != "angle" or not isinstance(value, Degrees):
        return node
    pi = Constant(Const.PI)
    try:
        degrees = recount.value(value.arg)
    except recount.NotEvaluated:
        return node
    if not isinstance(degrees, Fraction):
        return node
    turn = degrees / 180
    above: Expr = pi if turn.numerator == 1 else Mul(Number(Fraction(turn.numerator)), pi)
    return above if turn.denominator == 1 else Div(above, Number(Fraction(turn.denominator)))
