"""Polynomials in one unknown whose coefficients are constants such as pi or sqrt(2)."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import Outcome, holds, identity, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Div,
    Expr,
    Mul,
    Neg,
    Number,
    Pow,
    RelOp,
    Root,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import has, walk
from mathviz_chat.core.solving import build, surds, with_constants

Coefficients: TypeAlias = dict[int, Expr]
"""The coefficient of each power of the unknown, worked out."""

MAX_DEGREE = 8


def coefficients(expr: Expr, name: str) -> Coefficients | None:
    """Those of an expression, without zeros; None where it is no such polynomial."""
    found = _expanded(expr, name)
    if found is None:
        return None
    worked_out = {degree: simplest(coefficient) for degree, coefficient in found.items()}
    return {degree: one for degree, one in worked_out.items() if one != build.ZERO}


def _expanded(expr: Expr, name: str) -> Coefficients | None:
    """The coefficients of a polynomial in the unknown, not yet worked out."""
    if name not in variables(expr):
        return None if variables(expr) else {0: expr}
    match expr:
        case Symbol():
            return {1: build.ONE}
        case Neg(arg):
            inner = _expanded(arg, name)
            return None if inner is None else {k: Neg(c) for k, c in inner.items()}
        case Add(left, right) | Sub(left, right) | Mul(left, right):
            return _binary(expr, _expanded(left, name), _expanded(right, name))
        case Div(left, right) if not variables(right):
            inner = _expanded(left, name)
            return None if inner is None else {k: Div(c, right) for k, c in inner.items()}
        case Pow(base, Number() as exponent) if exponent.value in range(2, MAX_DEGREE + 1):
            whole = base
            for _ in range(int(exponent.value) - 1):
                whole = Mul(whole, base)
            return _expanded(whole, name)
    return None


def _binary(
    expr: Expr, left: Coefficients | None, right: Coefficients | None
) -> Coefficients | None:
    if left is None or right is None:
        return None
    if not isinstance(expr, Mul):
        return plus(left, right, 1 if isinstance(expr, Add) else -1)
    total: Coefficients = {}
    for i, a in left.items():
        for k, b in right.items():
            total = plus(total, {i + k: Mul(a, b)}, 1)
    return total if max(total) <= MAX_DEGREE else None


def plus(left: Coefficients, right: Coefficients, sign: int) -> Coefficients:
    """The sum of two polynomials, or their difference where the sign is negative."""
    total = dict(left)
    for degree, one in right.items():
        signed = one if sign > 0 else Neg(one)
        total[degree] = (
            simplest(Add(total[degree], signed)) if degree in total else simplest(signed)
        )
    return {degree: one for degree, one in total.items() if one != build.ZERO}


def tree(terms: Coefficients, name: str) -> Expr:
    """The sum of the terms, highest power first."""
    whole: Expr | None = None
    for degree in sorted(terms, reverse=True):
        power = build.power(Symbol(name), degree) if degree else None
        coefficient = terms[degree]
        negative = isinstance(coefficient, Neg)
        size = coefficient.arg if isinstance(coefficient, Neg) else coefficient
        term = size if power is None else term_of(size, power)
        if whole is None:
            whole = Neg(term) if negative else term
        else:
            whole = Sub(whole, term) if negative else Add(whole, term)
    return build.ZERO if whole is None else whole


def added(coefficients: list[Expr], name: str) -> Expr:
    """``sqrt(3)*x - x``: the terms of several coefficients, not yet collected."""
    first, *others = (term_of(one, Symbol(name)) for one in coefficients)
    for term in others:
        first = Sub(first, term.arg) if isinstance(term, Neg) else Add(first, term)
    return first


def term_of(coefficient: Expr, power: Expr) -> Expr:
    """``-pi*x``: one is left out, a sign stands first."""
    if coefficient == build.ONE:
        return power
    if isinstance(coefficient, Neg):
        return Neg(term_of(coefficient.arg, power))
    return Mul(coefficient, power)


# ------------------------------------------------------------------ values


def simplest(expr: Expr) -> Expr:
    """A constant as a teacher writes it: a fraction, surds, a polynomial in pi, what SymPy finds.

    What SymPy proposes counts only where the kernel proves that it is the same number.
    """
    surd = surds.value(expr)
    if surd is not None:
        return surds.tree(surd)
    collected = with_constants.collected(expr)
    if collected is not None:
        return collected
    proposed = symbolic.simplest_constant(expr)
    if proposed is None or _weight(proposed) >= _weight(expr):
        return expr
    return proposed if identity(expr, proposed).outcome is Outcome.PROVED else expr


def _weight(expr: Expr) -> tuple[int, int, int]:
    """Roots within roots and below a stroke first, then roots, then length."""
    nodes = list(walk(expr))
    roots = [node for node in nodes if isinstance(node, Root)]
    inner = sum(has(one.radicand, Root) for one in roots)
    below = sum(has(node.right, Root) for node in nodes if isinstance(node, Div))
    return inner + below, len(roots), len(to_plain(expr))


def rational(expr: Expr) -> Fraction | None:
    """The value of a constant that is rational."""
    try:
        value = recount.value(expr)
    except recount.NotEvaluated:
        return None
    return value if isinstance(value, Fraction) else None


def sign_of(expr: Expr) -> int | None:
    """1, 0 or -1, as the kernel proves it."""
    for relation, sign in ((RelOp.GT, 1), (RelOp.EQ, 0), (RelOp.LT, -1)):
        if holds(Chain((expr, build.ZERO), (relation,)), {}).outcome is Outcome.PROVED:
            return sign
    return None
