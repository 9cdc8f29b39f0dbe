"""Logarithms without a base, in claims: 10 in schools, e in much of mathematics, 2 in computing.

A claim is proved with the base 10, which is then named as a condition, unless it holds with e as
well. It is refuted only where it is refuted with each of the three bases.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.judgement import Judgement, unchecked
from mathviz_chat.core.reading.logarithms import TEN, has_open_base, in_base
from mathviz_chat.core.reading.tree import Const, Constant, Expr, Number
from mathviz_chat.core.verdict import Relation, Verdict

BASE_TEN: Final = "log has the base 10"
EULER: Final = Constant(Const.E)
_OTHERS: Final[dict[str, Expr]] = {"e": EULER, "2": Number(Fraction(2))}


def judge_in_each_base(
    judge: Callable[[Expr, Expr], Judgement], left: Expr, right: Expr
) -> Judgement:
    """What ``judge`` says of the two sides, with the bases above put in where none is said."""
    if not has_open_base(left, right):
        return judge(left, right)
    usual = judge(in_base(left, TEN), in_base(right, TEN))
    if usual.verdict not in (Verdict.PROVED, Verdict.REFUTED):
        return usual
    others = {
        name: judge(in_base(left, base), in_base(right, base)) for name, base in _OTHERS.items()
    }
    if usual.verdict is Verdict.PROVED:
        if others["e"].verdict is Verdict.PROVED:
            return usual
        conditions = (*usual.conditions, BASE_TEN)
        return replace(usual, relation=Relation.SAME_IF, conditions=conditions)
    doubtful = [name for name, one in others.items() if one.verdict is not Verdict.REFUTED]
    if doubtful:
        reason = f"It is false with the base 10, but may hold with {doubtful[0]}: say the base."
        return unchecked(reason, usual.role)
    return usual
