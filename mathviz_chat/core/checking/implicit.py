"""Implicit differentiation: lines about y', where an equation in x and y is given.

y' is a letter of its own. What is differentiated with respect to x is differentiated by x, plus its
slope in y times y'; a line is then right for all values, or follows from the equation and the
equation differentiated. Nothing is refuted that may speak of one point only (no x or no y in it).
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final, NamedTuple

from mathviz_chat.core.checking.conditions import compare, describe
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.identities import judge_identity
from mathviz_chat.core.checking.judgement import Judgement, unchecked, witness_text
from mathviz_chat.core.checking.roles import Link
from mathviz_chat.core.checking.terms import equation, needs_calculus, transform
from mathviz_chat.core.kernel import differentiate, substitute, variables
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Derivative,
    Div,
    Expr,
    Mul,
    Neg,
    Node,
    Number,
    RelOp,
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Relation, Role, Verdict

SLOPE: Final = Symbol("y'")


class Pair(NamedTuple):
    """The variable, and the letter that depends on it."""

    x: str
    y: str


def judge_implicit(facts: Facts, link: Link) -> Judgement | None:
    """The verdict on a line with y' or dy/dx; None where no equation says how y depends on x."""
    curve = facts.curve or _curve(facts.given)
    pair = None if curve is None else _pair(link, curve)
    if curve is None or pair is None or pair.y in facts.known_functions:
        return None
    try:
        left, right = (_with_slope(side, pair) for side in (link.left, link.right))
        differentiated = _differentiated(curve, pair)
    except ValueError as error:
        return unchecked(str(error), Role.IDENTITY)
    if needs_calculus(left) or needs_calculus(right):
        return None
    for first, second in ((left, right), (Sub(left, right), differentiated.items[0])):
        judged = judge_identity(first, second)
        if judged.verdict is Verdict.PROVED:
            reason = f"It is differentiated with respect to {pair.x}, {pair.y} depending on it."
            return replace(judged, reason=reason)
    return _from_curve(equation(left, right), curve, differentiated, pair)


def _from_curve(
    line: Chain, curve: Statement, differentiated: Chain, pair: Pair
) -> Judgement | None:
    names = (pair.x, pair.y, SLOPE.name)
    compared = compare((curve, differentiated), line, names)
    source = f"{describe((curve,))}, differentiated with respect to {pair.x}"
    if compared.holds:
        return Judgement(
            Verdict.PROVED,
            Relation.ONLY_IMPLIED,
            f"It follows from {source}.",
            method=compared.decision.method,
            role=Role.CONDITION,
            ground=compared.decision,
        )
    if not compared.is_false:
        compared = compare((curve,), _with_slope_of_curve(line, differentiated, pair), names[:2])
    if not compared.is_false or not {pair.x, pair.y} <= set(variables(line)):
        return unchecked(f"It was not decided whether this follows from {source}.", Role.CONDITION)
    witness = witness_text(compared.decision.witness)
    return Judgement(
        Verdict.REFUTED,
        Relation.DIFFERENT,
        f"It does not follow from {source}" + (f": {witness}." if witness else "."),
        witness,
        compared.decision.method,
        role=Role.CONDITION,
        ground=compared.decision,
    )


def _with_slope_of_curve(line: Chain, differentiated: Chain, pair: Pair) -> Chain:
    """The line with y' by x and y, which holds where the slope in y is not 0."""
    slope = differentiated.items[0]
    assert isinstance(slope, Add) and isinstance(slope.right, Mul)
    return substitute(line, {SLOPE.name: Neg(Div(slope.left, slope.right.left))})


def _curve(given: tuple[Statement, ...]) -> Chain | None:
    """The one equation in two letters that is given."""
    if len(given) != 1 or not isinstance(given[0], Chain) or given[0].ops != (RelOp.EQ,):
        return None
    two = len(variables(given[0])) == 2 and not needs_calculus(given[0])
    return given[0] if two else None


def _pair(link: Link, curve: Statement) -> Pair | None:
    """What depends on what, by the one derivative of a letter that the line holds."""
    letters = variables(curve)
    found: set[Pair] = set()
    for node in (*walk(link.left), *walk(link.right)):
        match node:
            case Call(y, (), 1) if y in letters and len(letters) == 2:
                found.add(Pair(letters[0] if letters[1] == y else letters[1], y))
            case Derivative(Symbol(y), x, 1, False) if {x, y} == set(letters):
                found.add(Pair(x, y))
            case Call(_, _, primes) if primes:
                return None
    return found.pop() if len(found) == 1 else None


def _with_slope(expr: Expr, pair: Pair) -> Expr:
    """Derivatives with respect to x carried out, by the chain rule. Raises ValueError."""

    def rule(node: Node) -> Expr | None:
        match node:
            case Call(name, (), 1) if name == pair.y:
                return SLOPE
            case Derivative(body, name, 1, False) if name == pair.x:
                return SLOPE if body == Symbol(pair.y) else _total(body, pair)
        return None

    return transform(expr, rule)


def _total(body: Expr, pair: Pair) -> Expr:
    by_y = Mul(differentiate(body, pair.y), SLOPE)
    return Add(differentiate(body, pair.x), by_y)


def _differentiated(curve: Statement, pair: Pair) -> Chain:
    assert isinstance(curve, Chain)
    slope = _total(Sub(curve.items[0], curve.items[1]), pair)
    return equation(slope, Number(Fraction(0)))
