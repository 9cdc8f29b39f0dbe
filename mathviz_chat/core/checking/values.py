"""Constants of every kind: numbers, quantities, matrices, vectors, limits."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.degree_signs import IN_DEGREES, without_signs
from mathviz_chat.core.checking.integrals import with_limits_of_integrals, with_proposed_values
from mathviz_chat.core.checking.judgement import (
    Judgement,
    unchecked,
    weakest,
    weakest_claim,
    witness_text,
)
from mathviz_chat.core.checking.matrices import NotCarriedOut, carry_out
from mathviz_chat.core.checking.numeric import judge_numbers
from mathviz_chat.core.checking.quantities import judge_quantities
from mathviz_chat.core.checking.series import with_series
from mathviz_chat.core.checking.terms import has
from mathviz_chat.core.kernel import Outcome, decide_infinite_integral, decide_infinite_limit
from mathviz_chat.core.reading.both_signs import with_each_sign
from mathviz_chat.core.reading.tree import (
    Expr,
    Integral,
    Limit,
    Matrix,
    Mul,
    PlusMinus,
    Quantity,
    RelOp,
    TupleOf,
)
from mathviz_chat.core.verdict import Relation, Role, Verdict

_OPEN: Final = (Verdict.UNCHECKED, Verdict.PROBABLE)
_INFINITE: Final = {
    Outcome.PROVED: (Verdict.PROVED, Relation.SAME, "It is infinite, with this sign."),
    Outcome.REFUTED: (Verdict.REFUTED, Relation.DIFFERENT, "The value is another one"),
}


def judge_values(left: Expr, op: RelOp, right: Expr) -> Judgement:
    """Judge a relation between constants."""
    judged = _judge_values(left, op, right)
    plain = without_signs(left, right) if judged.verdict is Verdict.REFUTED else None
    if plain is None:
        return judged
    in_degrees = _judge_values(plain[0], op, plain[1])
    return replace(in_degrees, conditions=(*in_degrees.conditions, IN_DEGREES))


def _judge_values(left: Expr, op: RelOp, right: Expr) -> Judgement:
    if has(left, PlusMinus) or has(right, PlusMinus):
        return _judge_both_signs(left, op, right)
    sides = (_gathered(left), _gathered(right))
    left, right = (with_series(with_limits_of_integrals(side)) for side in sides)
    if op is RelOp.EQ and (infinite := _judge_infinite(left, right)) is not None:
        return infinite
    if not has(left, Matrix, TupleOf) and not has(right, Matrix, TupleOf):
        judged = judge_quantities(left, op, right)
        if judged.verdict in _OPEN and (has(left, Integral) or has(right, Integral)):
            left, right = with_proposed_values(left), with_proposed_values(right)
            return judge_quantities(left, op, right)
        return judged
    try:
        return _judge_matrices(carry_out(left), op, carry_out(right))
    except NotCarriedOut as error:
        judged = judge_numbers(left, op, right)
        decided = judged.verdict is not Verdict.UNCHECKED
        return judged if decided else unchecked(str(error), Role.COMPUTATION)


def _judge_both_signs(left: Expr, op: RelOp, right: Expr) -> Judgement:
    """``(7 ± sqrt(25))/4 = (7 ± 5)/4``: the same two values, in either order."""
    both = has(left, PlusMinus) and has(right, PlusMinus)
    if op not in (RelOp.EQ, RelOp.APPROX) or not both:
        return unchecked("Two values are not equal to one.", Role.COMPUTATION)
    values = with_each_sign(left)
    orders = (with_each_sign(right), with_each_sign(right)[::-1])
    judged = [
        weakest_claim([judge_values(one, op, two) for one, two in zip(values, order, strict=True)])
        for order in orders
    ]
    proved = next((one for one in judged if one.verdict is Verdict.PROVED), None)
    if proved is not None:
        return replace(proved, reason="Both sides have the same two values.")
    undecided = next((one for one in judged if one.verdict is not Verdict.REFUTED), None)
    return undecided or judged[0]


def _gathered(expr: Expr) -> Expr:
    """``90π cm``, read as 90 times π cm, as one quantity."""
    match expr:
        case Mul(factor, Quantity(value, unit)) if not has(factor, Quantity):
            return Quantity(Mul(factor, value), unit)
    return expr


def _judge_infinite(left: Expr, right: Expr) -> Judgement | None:
    """A limit beside infinity, or an infinite limit beside a number."""
    limit, claimed = (left, right) if isinstance(left, Limit | Integral) else (right, left)
    if not isinstance(limit, Limit | Integral) or has(claimed, Limit, Integral):
        return None
    decision = (
        decide_infinite_limit(limit, claimed)
        if isinstance(limit, Limit)
        else decide_infinite_integral(limit, claimed)
    )
    if decision is None:
        return None
    if decision.outcome not in _INFINITE:
        return unchecked(decision.reason, Role.COMPUTATION)
    verdict, relation, reason = _INFINITE[decision.outcome]
    witness = witness_text(decision.witness)
    return Judgement(
        verdict,
        relation,
        reason if witness is None else f"{reason}: {witness}.",
        witness,
        decision.method,
        role=Role.COMPUTATION,
        ground=decision,
    )


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
