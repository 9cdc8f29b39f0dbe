"""A claimed number in the form that is asked for: a fraction, a decimal, a mixed number."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from mathviz_chat.core.kernel import Outcome, holds
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging.number import judge_value
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Chain,
    Div,
    Expr,
    Mixed,
    Mul,
    Neg,
    Node,
    Number,
    Pow,
    RelOp,
    Sub,
)
from mathviz_chat.core.verdict import Answer


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """The form by the tree as it is written; the value as that of any number."""
    claimed = node.items[-1] if isinstance(node, Chain) else node
    if not isinstance(claimed, Expr) or not _has_form(problem.task, claimed):
        if problem.task == "scientific notation":
            return unchecked("Write it as a number from 1 up to 10, times a power of 10.")
        return unchecked(f"The question asks for a {problem.task} in lowest terms.")
    answer = Answer(text, to_plain(claimed))
    if problem.target is not None and problem.figures is not None:
        value = problem.items[0]
        return _judge_figures(value, problem.target, problem.figures, claimed, answer)
    assert problem.expression is not None
    return judge_value(problem.expression, claimed, answer)


def _judge_figures(
    value: Expr, target: Expr, figures: int, claimed: Expr, answer: Answer
) -> AnswerJudgement:
    """Scientific notation to so many figures: at most half of the last one away."""
    bare = claimed.arg if isinstance(claimed, Neg) else claimed
    assert isinstance(bare, Mul) and isinstance(bare.left, Number)
    right = recount.value(target) == recount.value(claimed)
    last = Mul(number(Fraction(10) ** (1 - figures) / 2), bare.right)
    near = holds(Chain((Abs(Sub(value, claimed)), last), (RelOp.LE,)), {}).outcome
    if near is Outcome.PROVED and right:
        if (bare.left.places or 0) != figures - 1:
            return unchecked(f"Write {figures} figures before the power of 10.", answer)
        return verified(answer, "It is at most half of the last figure away from the number.")
    if near is Outcome.REFUTED and not right:
        return refuted(answer, "It is more than half of the last figure away from the number.")
    return unchecked(f"The question asks for {figures} significant figures.", answer)


def _has_form(task: str, claimed: Expr) -> bool:
    if isinstance(claimed, Neg):
        return _has_form(task, claimed.arg)
    match claimed:
        case Number(value, places):
            whole = value.denominator == 1 and not places
            return task == "decimal" or (task == "fraction" and whole)
        case Div(Number(above), Number(below)):
            return task in ("fraction", "improper fraction") and _is_lowest(above, below)
        case Mixed(_, above, below):
            return task == "mixed number" and above < below and gcd(above, below) == 1
        case Mul(Number(factor), Pow(Number(ten), exponent)):
            return task == "scientific notation" and 1 <= factor < 10 == ten and _is_whole(exponent)
    return False


def _is_whole(exponent: Expr) -> bool:
    bare = exponent.arg if isinstance(exponent, Neg) else exponent
    return isinstance(bare, Number) and bare.value.denominator == 1


def _is_lowest(above: Fraction, below: Fraction) -> bool:
    whole = above.denominator == below.denominator == 1
    return whole and below > 1 and gcd(int(above), int(below)) == 1
