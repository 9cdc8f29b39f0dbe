"""How many solutions an equation in powers or logarithms has, by what is known of these functions.

A power x^n takes every value once for an odd n, and every positive value twice for an even one. A
power b^(mx + k) with b other than 1 takes every positive value once, a logarithm of mx + k every
real value once. So an equation that is a polynomial in one of them has as many solutions as that
polynomial has positive, or real, roots; and two products of powers are equal once, unless their
quotient does not depend on x.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import Outcome, evaluate, holds, variables
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
    Neg,
    Node,
    Number,
    Pow,
    RelOp,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import transform, walk

Exponents: TypeAlias = dict[Expr, Fraction]
"""By the base: the factor of the unknown in the exponent."""

_MAX_LEVEL: Final = 30


def count(equation: Chain, name: str) -> int | None:
    """The number of real solutions; None for an equation of another kind."""
    if len(equation.items) != 2 or equation.ops != (RelOp.EQ,):
        return None
    power = _of_one_power(equation, name)
    if power is None:
        power = _of_two_logarithms(equation, name)
    if power is not None:
        return power
    found = _of_products(equation, name)
    return _of_one_function(equation, name) if found is None else found


# ------------------------------------------------------------------ one power of the unknown


def _of_one_power(equation: Chain, name: str) -> int | None:
    """``a*x^n + b = c``: once for an odd n, for an even one twice where x^n is positive."""
    powers = [node for node in walk(equation) if _is_power(node, name)]
    if len(powers) != 1 or sum(node == Symbol(name) for node in walk(equation)) != 1:
        return None
    (power,) = powers
    assert isinstance(power, Pow) and isinstance(power.exponent, Number)
    left, right = (_affine(item, power) for item in equation.items)
    if left is None or right is None:
        return None
    slope, constant = Sub(left[0], right[0]), Sub(right[1], left[1])
    zero = number(Fraction(0))
    if holds(Chain((slope, zero), (RelOp.NE,)), {}).outcome is not Outcome.PROVED:
        return None
    if power.exponent.value % 2:
        return 1
    signs = ((RelOp.GT, 2), (RelOp.EQ, 1), (RelOp.LT, 0))
    value = Div(constant, slope)
    decided = (
        n for op, n in signs if holds(Chain((value, zero), (op,)), {}).outcome is Outcome.PROVED
    )
    return next(decided, None)


def _is_power(node: Node, name: str) -> bool:
    if not isinstance(node, Pow) or node.base != Symbol(name):
        return False
    exponent = node.exponent
    return isinstance(exponent, Number) and exponent.value in range(2, 100)


def _affine(expr: Expr, power: Expr) -> tuple[Expr, Expr] | None:
    """a and b of ``a*u + b``, u the power; None where it stands in another way."""
    if expr == power:
        return number(Fraction(1)), number(Fraction(0))
    if not variables(expr):
        return number(Fraction(0)), expr
    match expr:
        case Neg(arg):
            inner = _affine(arg, power)
            return None if inner is None else (Neg(inner[0]), Neg(inner[1]))
        case Add(left, right) | Sub(left, right):
            first, second = _affine(left, power), _affine(right, power)
            if first is None or second is None:
                return None
            added = type(expr)
            return added(first[0], second[0]), added(first[1], second[1])
        case Mul(left, right) if not variables(left):
            inner = _affine(right, power)
            return None if inner is None else (Mul(left, inner[0]), Mul(left, inner[1]))
        case Mul(left, right) | Div(left, right) if not variables(right):
            inner = _affine(left, power)
            scaled = type(expr)
            return None if inner is None else (scaled(inner[0], right), scaled(inner[1], right))
    return None


# ------------------------------------------------------------------ two logarithms


def _of_two_logarithms(equation: Chain, name: str) -> int | None:
    """``log(A) - log(B) = c`` for A and B of degree 1: A is B times a number at one place, and that
    is a solution where B is positive there."""
    left, level = equation.items
    if not isinstance(left, Sub) or variables(level):
        return None
    first, second = left.left, left.right
    if not isinstance(first, Log) or not isinstance(second, Log) or first.base != second.base:
        return None
    above, below = (polynomial.of_expression(log.arg, name) for log in (first, second))
    if above is None or below is None or {len(above), len(below)} - {1, 2}:
        return None
    size = evaluate(level)
    if size is None or abs(size.decimal) > _MAX_LEVEL:
        return None
    times = Pow(first.base, level)
    (b, a), (d, c) = (
        (number(p[0]), number(p[1] if len(p) > 1 else Fraction(0))) for p in (above, below)
    )
    zero, slope = number(Fraction(0)), Sub(a, Mul(times, c))
    place = Div(Sub(Mul(times, d), b), slope)
    positive = Chain((Add(Mul(c, place), d), zero), (RelOp.GT,))
    if holds(Chain((slope, zero), (RelOp.NE,)), {}).outcome is not Outcome.PROVED:
        return None
    outcomes = {Outcome.PROVED: 1, Outcome.REFUTED: 0}
    return outcomes.get(holds(positive, {}).outcome)


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
