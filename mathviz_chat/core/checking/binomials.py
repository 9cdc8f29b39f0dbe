"""Notation that is put in its own terms before it is judged, under a condition that is named.

``C(n, k)`` with letters is n!/(k! (n - k)!) for whole numbers n >= k >= 0; beside the imaginary
unit ``sqrt(-4)`` is the principal root, 2i.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.terms import has, transform, uses_complex
from mathviz_chat.core.kernel import evaluate, variables
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Call,
    Const,
    Constant,
    Div,
    Expr,
    Factorial,
    Mul,
    Neg,
    Node,
    Number,
    Root,
    Sub,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Relation, Verdict

PRINCIPAL: Final = "the root of a negative number is the principal one"
_TWO: Final = Number(Fraction(2))
Judge = Callable[[Expr, Expr], Judgement]


def judge_choices(judge: Judge, left: Expr, right: Expr) -> Judgement:
    """What ``judge`` says of the two sides, with factorials for ``C(n, k)`` with letters."""
    parts = [node for side in (left, right) if has(side, Call) for node in walk(side)]
    conditions = [_condition(node) for node in parts if _is_open(node)]
    if not conditions:
        return judge(left, right)
    judged = judge(transform(left, _factorials), transform(right, _factorials))
    return _under(judged, *dict.fromkeys(conditions))


def judge_principal(judge: Judge, left: Expr, right: Expr) -> Judgement:
    """The same with i sqrt(4) for ``sqrt(-4)``, where the imaginary unit occurs."""
    if not (has(left, Root) or has(right, Root)) or not (uses_complex(left) or uses_complex(right)):
        return judge(left, right)
    sides = transform(left, _principal), transform(right, _principal)
    judged = judge(*sides)
    return judged if sides == (left, right) else _under(judged, PRINCIPAL)


def _under(judged: Judgement, *conditions: str) -> Judgement:
    if judged.verdict is not Verdict.PROVED:
        return judged
    named = (*judged.conditions, *conditions)
    return replace(judged, relation=Relation.SAME_IF, conditions=named)


def _is_open(node: Node) -> bool:
    return isinstance(node, Call) and node.function in ("binomial", "nCr") and bool(variables(node))


def _condition(node: Node) -> str:
    assert isinstance(node, Call)
    above, below = map(to_plain, node.args)
    if not variables(node.args[1]):
        return f"{above} is a whole number with {above} >= {below}"
    return f"{above} and {below} are whole numbers with 0 <= {below} <= {above}"


def _factorials(node: Node) -> Node | None:
    if not isinstance(node, Call) or not _is_open(node) or len(node.args) != 2:
        return None
    above, below = (transform(arg, _factorials) for arg in node.args)
    return Div(Factorial(above), Mul(Factorial(below), Factorial(Sub(above, below))))


def _principal(node: Node) -> Node | None:
    if not isinstance(node, Root) or node.index != _TWO or uses_complex(node.radicand):
        return None
    value = None if variables(node.radicand) else evaluate(node.radicand)
    if value is None or value.rational is None or value.rational >= 0:
        return None
    return Mul(Constant(Const.I), Root(Neg(node.radicand), _TWO))
