"""A claimed number in the form that is asked for: a fraction, a decimal, a mixed number."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from mathviz_chat.core.problems.judging.number import judge_value
from mathviz_chat.core.problems.judging.outcome import unchecked
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Div, Expr, Mixed, Mul, Neg, Node, Number, Pow
from mathviz_chat.core.verdict import Answer


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """The form by the tree as it is written; the value as that of any number."""
    claimed = node.items[-1] if isinstance(node, Chain) else node
    assert problem.expression is not None
    if not isinstance(claimed, Expr) or not _has_form(problem.task, claimed):
        return unchecked(f"The question asks for a {problem.task} in lowest terms.")
    return judge_value(problem.expression, claimed, Answer(text, to_plain(claimed)))


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
