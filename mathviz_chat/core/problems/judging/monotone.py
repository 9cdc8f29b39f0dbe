"""How many solutions an equation in powers or logarithms has, by what is known of these functions.

A power b^(mx + k) with b other than 1 takes every positive value once, a logarithm of mx + k every
real value once. So an equation that is a polynomial in one of them has as many solutions as that
polynomial has positive, or real, roots; and two products of powers are equal once, unless their
quotient does not depend on x.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from mathviz_chat.core.kernel import Outcome, holds, variables
from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Const,
    Constant,
    Div,
    Expr,
    Log,
    Mul,
    Node,
    Pow,
    RelOp,
    Symbol,
)
from mathviz_chat.core.reading.walking import transform, walk

Exponents: TypeAlias = dict[Expr, Fraction]
"""By the base: the factor of the unknown in the exponent."""


def count(equation: Chain, name: str) -> int | None:
    """The number of real solutions; None for an equation of another kind."""
    if len(equation.items) != 2 or equation.ops != (RelOp.EQ,):
        return None
    found = _of_products(equation, name)
    return _of_one_function(equation, name) if found is None else found


# ------------------------------------------------------------------ products of powers


def _of_products(equation: Chain, name: str) -> int | None:
    """1 for ``a*b^x = c*d^x``, a and c positive numbers, where the logarithms differ."""
    sides = [_exponents(item, name) for item in equation.items]
    if sides[0] is None or sides[1] is None or not (sides[0] or sides[1]):
        return None
    total: Expr = number(Fraction(0))
    for sign, side in ((1, sides[0]), (-1, sides[1])):
        for base, factor in side.items():
            total = Add(total, Mul(number(sign * factor), Log(base, Constant(Const.E))))
    apart = Chain((total, number(Fraction(0))), (RelOp.NE,))
    return 1 if holds(apart, {}).outcome is Outcome.PROVED else None


def _exponents(expr: Expr, name: str) -> Exponents | None:
    """A product of positive numbers and their powers; None for anything else."""
    if name not in variables(expr):
        return {} if _is_positive(expr) else None
    if isinstance(expr, Mul | Div):
        left, right = _exponents(expr.left, name), _exponents(expr.right, name)
        if left is None or right is None:
            return None
        sign = 1 if isinstance(expr, Mul) else -1
        return {
            base: left.get(base, Fraction(0)) + sign * right.get(base, Fraction(0))
            for base in (*left, *right)
        }
    if not isinstance(expr, Pow) or variables(expr.base) or not _is_positive(expr.base):
        return None
    exponent = polynomial.of_expression(expr.exponent, name)
    return {expr.base: exponent[1]} if exponent is not None and len(exponent) == 2 else None


def _is_positive(expr: Expr) -> bool:
    if variables(expr):
        return False
    return holds(Chain((expr, number(Fraction(0))), (RelOp.GT,)), {}).outcome is Outcome.PROVED


# ------------------------------------------------------------------ a polynomial in one function


def _of_one_function(equation: Chain, name: str) -> int | None:
    calls = {node for item in equation.items for node in walk(item) if _is_function(node, name)}
    if len(calls) != 1:
        return None
    (call,) = calls
    letter = "u" if name != "u" else "v"
    placed = transform(equation, lambda node: Symbol(letter) if node == call else None)
    if variables(placed) != (letter,):
        return None
    terms = polynomial.of_equation(placed, letter)
    if not terms:
        return None
    if isinstance(call, Log):
        return polynomial.count_real_roots(terms)
    return _positive_roots(terms)


def _is_function(node: Node, name: str) -> bool:
    """``b^(mx + k)`` or ``log_b(mx + k)``, b a positive number other than 1, m not 0."""
    if isinstance(node, Pow):
        base, inner = node.base, node.exponent
    elif isinstance(node, Log):
        base, inner = node.base, node.arg
    else:
        return False
    if variables(base) or name not in variables(inner) or not _is_positive(base):
        return False
    apart = Chain((base, number(Fraction(1))), (RelOp.NE,))
    line = polynomial.of_expression(inner, name)
    linear = line is not None and len(line) == 2
    return linear and holds(apart, {}).outcome is Outcome.PROVED


def _positive_roots(terms: polynomial.Coefficients) -> int | None:
    """The positive roots of p are as many as the pairs of roots of p(u^2), which is even."""
    if not terms[0]:
        return None
    doubled = [Fraction(0)] * (2 * len(terms) - 1)
    doubled[::2] = terms
    both = polynomial.count_real_roots(tuple(doubled))
    return None if both is None else both // 2
