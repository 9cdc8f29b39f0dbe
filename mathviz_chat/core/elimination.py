"""Formulas in several letters: a letter is eliminated, and an identity remains to be proved.

``T = 2 pi sqrt(L/g)`` gives T; a line such as ``g = 4 pi^2 L/T^2`` follows from it if it holds for
all values with that put in. The way back is the same: g put into the formula. Both are identities,
which the kernel proves; where one needs a letter to be >= 0, that is a condition of the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import (
    Decision,
    Outcome,
    differentiate,
    identity,
    substitute,
    variables,
)
from mathviz_chat.core.reading.tree import (
    BigOperator,
    Chain,
    Derivative,
    Div,
    Expr,
    Integral,
    Limit,
    Mul,
    Neg,
    Number,
    Or,
    RelOp,
    Root,
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import has, transform
from mathviz_chat.core.verdict import Relation

METHOD: Final = "a letter eliminated, and the normal form of what remains"
_CALCULUS: Final = (BigOperator, Derivative, Integral, Limit)
_ZERO: Final = Number(Fraction(0))
_TWO: Final = Number(Fraction(2))


@dataclass(frozen=True, slots=True)
class Eliminated:
    """How a line is related to a formula; of_unknown: it needs the letter it gives to be >= 0."""

    decision: Decision
    relation: Relation
    of_unknown: bool


def follows(given: Statement, after: Statement) -> Eliminated | None:
    """How ``after``, an equation or an "or" of equations, follows from one equation.

    SAME_IF where it is the same formula under the decision's conditions, ONLY_IMPLIED where the
    way back is not proved; None where neither is. What is refuted is none of its business.
    """
    if has(given, *_CALCULUS) or has(after, *_CALCULUS):
        return None  # nothing can be put in for a letter of a derivative or an integral
    cases = [_sides(case) for case in (after.items if isinstance(after, Or) else (after,))]
    sides = _sides(given)
    if sides is None or None in cases:
        return None
    equations = [case for case in cases if case is not None]
    for letter in _letters(*sides):
        there = _there(equations, letter)
        if there is None:
            continue
        decision, of_unknown = there
        back = _back(sides, equations)
        conditions = (*letter.needs, *decision.conditions, *(back.conditions if back else ()))
        proofs = (*decision.proofs, *(back.proofs if back else ()))
        relation = Relation.ONLY_IMPLIED if back is None else Relation.SAME_IF
        reason = f"it follows with {letter.name} put in"
        shown = dict.fromkeys(
            letter.put_back(one)
            for one in conditions
            if variables(one) and not letter.is_implied(one)
        )
        whole = Decision(Outcome.PROVED, METHOD, reason, None, tuple(shown), proofs)
        return Eliminated(whole, relation, of_unknown)
    return None


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter with all values that the formula gives it, and what must hold for that.

    square: that of the letter, which is not negative where the formula holds.
    """

    name: str
    values: tuple[Expr, ...]
    needs: tuple[Statement, ...] = ()
    square: Expr | None = None

    def is_implied(self, condition: Statement) -> bool:
        """``u^2 >= 0``"""
        return self.square is not None and condition == Chain((self.square, _ZERO), (RelOp.GE,))

    def put_back(self, condition: Statement) -> Statement:
        """The condition with the letter for its value: ``T^2 != 0``."""
        return transform(condition, lambda node: Symbol(self.name) if node in self.values else None)


def _sides(statement: Statement) -> tuple[Expr, Expr] | None:
    match statement:
        case Chain((left, right), (RelOp.EQ,)) if variables(statement):
            return left, right
    return None


def _letters(left: Expr, right: Expr) -> Iterator[_Letter]:
    """The letters alone on a side, then those that occur to one power only, the first or second."""
    for side, other in ((left, right), (right, left)):
        if isinstance(side, Symbol) and side.name not in variables(other):
            yield _Letter(side.name, (other,))
    difference = Sub(left, right)
    found = [one for name in variables(difference) if (one := _solved(difference, name))]
    yield from sorted(found, key=lambda one: (len(one.needs), len(one.values)))


def _solved(difference: Expr, name: str) -> _Letter | None:
    """``a w + b = 0`` and ``a w^2 + b = 0`` for w."""
    at_zero = {name: _ZERO}
    try:
        slope = differentiate(difference, name)
        curve = differentiate(slope, name) if name in variables(slope) else None
    except ValueError:
        return None
    rest = Neg(substitute(difference, at_zero))
    if curve is None:
        return _Letter(name, (Div(rest, slope),), _not_zero(slope))
    if name in variables(curve):
        return None
    if identity(substitute(slope, at_zero), _ZERO).outcome is not Outcome.PROVED:
        return None
    square = Div(Mul(_TWO, rest), curve)
    root = Root(square, _TWO)
    return _Letter(name, (root, Neg(root)), _not_zero(curve), square)


def _not_zero(expr: Expr) -> tuple[Statement, ...]:
    return (Chain((expr, _ZERO), (RelOp.NE,)),) if variables(expr) else ()


def _there(equations: list[tuple[Expr, Expr]], letter: _Letter) -> tuple[Decision, bool] | None:
    """The identities that remain of the line, and whether its own letter had to be >= 0."""
    decisions, of_unknown = [], False
    for value in letter.values:
        found = _there_at(equations, letter.name, value)
        if found is None:
            return None
        decisions.append(found[0])
        of_unknown |= found[1]
    return _all(decisions), of_unknown


def _there_at(
    equations: list[tuple[Expr, Expr]], name: str, value: Expr
) -> tuple[Decision, bool] | None:
    put_in = [
        (substitute(left, {name: value}), substitute(right, {name: value}))
        for left, right in equations
    ]
    left, right = put_in[0]
    for one in put_in[1:]:
        left, right = Mul(Sub(left, right), Sub(*one)), _ZERO
    decision = identity(left, right)
    if decision.outcome is Outcome.PROVED:
        return decision, False
    letter = _isolated(equations[0])
    if letter is None or letter == name or len(equations) > 1:
        return None
    positive = _where_positive(left, right, letter)
    return None if positive is None else (positive, True)


def _back(sides: tuple[Expr, Expr], equations: list[tuple[Expr, Expr]]) -> Decision | None:
    """Each case put into the formula."""
    decisions = []
    for equation in equations:
        letter = _isolated(equation)
        if letter is None:
            return None
        left, right = (substitute(side, {letter: equation[1]}) for side in sides)
        decision: Decision | None = identity(left, right)
        lone = next((side.name for side in sides if isinstance(side, Symbol)), letter)
        if decision is not None and decision.outcome is not Outcome.PROVED and lone != letter:
            decision = _where_positive(left, right, lone)
        if decision is None or decision.outcome is not Outcome.PROVED:
            return None
        decisions.append(decision)
    return _all(decisions)


def _all(decisions: list[Decision]) -> Decision:
    """Their proofs and conditions together."""
    conditions = tuple(condition for one in decisions for condition in one.conditions)
    proofs = tuple(proof for one in decisions for proof in one.proofs)
    return Decision(Outcome.PROVED, METHOD, "", None, conditions, proofs)


def _where_positive(left: Expr, right: Expr, letter: str) -> Decision | None:
    fact = Chain((Symbol(letter), _ZERO), (RelOp.GE,))
    decision = identity(left, right, facts=(fact,))
    if decision.outcome is not Outcome.PROVED:
        return None
    return replace(decision, conditions=(fact, *decision.conditions))


def _isolated(equation: tuple[Expr, Expr]) -> str | None:
    """The letter that stands alone on the left, and not on the right."""
    left, right = equation
    alone = isinstance(left, Symbol) and left.name not in variables(right)
    return left.name if alone and isinstance(left, Symbol) else None
