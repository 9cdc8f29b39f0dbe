"""Constants of every kind: numbers, quantities, matrices, definite integrals, limits."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.integrals import integral_value
from mathviz_chat.core.checking.judgement import Judgement, clip, unchecked, weakest
from mathviz_chat.core.checking.limits import limit_value
from mathviz_chat.core.checking.matrices import NotCarriedOut, carry_out
from mathviz_chat.core.checking.numeric import judge_numbers
from mathviz_chat.core.checking.quantities import judge_quantities
from mathviz_chat.core.checking.terms import has, transform
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr, Integral, Limit, Matrix, Node, RelOp, TupleOf
from mathviz_chat.core.verdict import Role, Verdict

_CARRIED_OUT: Final = (Matrix, TupleOf, Integral, Limit)


class NoRule(ValueError):
    """No rule gives the value of an integral or a limit."""


def judge_values(left: Expr, op: RelOp, right: Expr) -> Judgement:
    """Judge a relation between constants."""
    if not has(left, *_CARRIED_OUT) and not has(right, *_CARRIED_OUT):
        return judge_quantities(left, op, right)
    try:
        left, right = _evaluated(left), _evaluated(right)
        if has(left, Matrix, TupleOf) or has(right, Matrix, TupleOf):
            return _judge_matrices(carry_out(left), op, carry_out(right))
    except (NoRule, NotCarriedOut) as error:
        judged = judge_numbers(left, op, right)
        decided = judged.verdict is not Verdict.UNCHECKED
        return judged if decided else unchecked(str(error), Role.COMPUTATION)
    return judge_quantities(left, op, right)


def _evaluated(expr: Expr) -> Expr:
    """The expression with its integrals and limits replaced by their values."""

    def value(node: Node) -> Node | None:
        if not isinstance(node, Integral | Limit):
            return None
        found = integral_value(node) if isinstance(node, Integral) else limit_value(node)
        if found is None:
            raise NoRule(f"No rule decides the value of {clip(to_plain(node))}.")
        return found

    return transform(expr, value)


def _judge_matrices(left: Expr, op: RelOp, right: Expr) -> Judgement:
    if not isinstance(left, Matrix) and not isinstance(right, Matrix):
        return judge_numbers(left, op, right)
    if not isinstance(left, Matrix) or not isinstance(right, Matrix) or op is not RelOp.EQ:
        judged = judge_numbers(left, op, right)  # an inverse, say
        if judged.verdict is not Verdict.UNCHECKED:
            return judged
        return unchecked("A matrix can only be equal to a matrix.", Role.COMPUTATION)
    if [len(row) for row in left.rows] != [len(row) for row in right.rows]:
        return unchecked("The two matrices have different shapes.", Role.COMPUTATION)
    entries = [
        judge_numbers(a, op, b)
        for first, second in zip(left.rows, right.rows, strict=True)
        for a, b in zip(first, second, strict=True)
    ]
    judged = weakest(entries)
    if judged.verdict is Verdict.PROVED and not judged.conditions:
        return replace(judged, reason="All entries are equal.")
    if judged.verdict is not Verdict.REFUTED:
        return judged
    place = entries.index(judged)
    row, column = divmod(place, len(left.rows[0]))
    entry = f"row {row + 1}, column {column + 1}" if len(left.rows[0]) > 1 else f"place {row + 1}"
    reason = f"In {entry}: {judged.reason}"
    return replace(judged, reason=reason)
