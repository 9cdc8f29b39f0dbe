"""``sin x = 0.6``, then ``x = sin^-1(0.6)``: the value of the inverse function, for angles in its
range. That these are meant is a condition, which is named; what else solves the equation is not
asked."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.checking.conditions import describe
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import Judgement, clip, witness_text
from mathviz_chat.core.checking.terms import is_closed
from mathviz_chat.core.kernel import Outcome, holds, identity
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Chain, Expr, Neg, Number, RelOp, Statement, Symbol
from mathviz_chat.core.reading.walking import parts
from mathviz_chat.core.verdict import Relation, Role, Verdict

_RANGES: Final = {
    "arcsin": ("sin", "-90° <= {} <= 90°"),
    "arccos": ("cos", "0° <= {} <= 180°"),
    "arctan": ("tan", "-90° < {} < 90°"),
}
"""The function that each of them inverts, and where: it takes every value once there."""


def judge_principal_angle(facts: Facts, after: Statement) -> Judgement | None:
    """The verdict on ``A = arcsin(v)`` where ``sin A = v`` is given, or has the same solutions as
    what is given; None for any other line, and where nothing is decided."""
    if len(facts.given) != 1:
        return None
    match after:
        case Chain((angle, Call(inverse, (value,))), (RelOp.EQ,)) if inverse in _RANGES:
            if not is_closed(value) or not _is_in_domain(inverse, value):
                return None
        case _:
            return None
    function, where = _RANGES[inverse]
    for before in (*reversed(facts.same), *facts.given):
        said = _value_of(function, angle, before)
        same = None if said is None else identity(said, value)
        if same is not None and same.outcome is Outcome.PROVED and not same.conditions:
            reason = f"It is the solution of {describe((before,))} in the range of {inverse}."
            return Judgement(
                Verdict.PROVED,
                Relation.SAME_IF,
                reason,
                None,
                same.method,
                (where.format(clip(to_plain(angle))),),
                Role.CONDITION,
                same,
            )
    return _put_in(facts.given[0], angle, Call(inverse, (value,)))


def _is_in_domain(inverse: str, value: Expr) -> bool:
    if inverse == "arctan":
        return True
    one = Number(Fraction(1))
    between = Chain((Neg(one), value, one), (RelOp.LE, RelOp.LE))
    return holds(between, {}).outcome is Outcome.PROVED


def _value_of(function: str, angle: Expr, statement: Statement) -> Expr | None:
    """``0.6``, where the statement is ``sin A = 0.6``."""
    match statement:
        case Chain((Call(name, (argument,), 0), value), (RelOp.EQ,)):
            known = name == function and argument == angle and is_closed(value)
            return value if known else None
    return None


def _put_in(equation: Statement, angle: Expr, value: Call) -> Judgement | None:
    """An exact value that does not solve the equation; a decimal may be a rounded one."""
    rounded = any(isinstance(part, Number) and part.places for part in parts(value))
    if not isinstance(angle, Symbol) or rounded:
        return None
    decision = holds(equation, {angle.name: value})
    if decision.outcome is not Outcome.REFUTED:
        return None
    shown = to_plain(value)
    reason = f"{angle.name} = {shown} does not satisfy {describe((equation,))}."
    witness = witness_text(decision.witness) or f"{angle.name} = {shown}"
    return Judgement(
        Verdict.REFUTED,
        Relation.DIFFERENT,
        reason,
        witness,
        decision.method,
        role=Role.CONDITION,
        ground=decision,
    )
