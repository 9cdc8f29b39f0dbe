"""Polynomials in one unknown over the rationals, for counting real roots a second way.

Coefficients are Fractions, lowest degree first. The count is Sturm's (J. Sturm, 1829), so that it
shares no code with the kernel's isolation of roots.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Final, TypeAlias

from mathviz_chat.core.problems import recount
from mathviz_chat.core.reading.tree import Add, Chain, Div, Expr, Mul, Neg, Number, Pow, Sub, Symbol

Coefficients: TypeAlias = tuple[Fraction, ...]

MAX_DEGREE: Final = 40


def of_equation(equation: Chain, unknown: str) -> Coefficients | None:
    """``left - right`` as a polynomial; None where it is none or its degree is too high."""
    left, right = (of_expression(item, unknown) for item in equation.items)
    return None if left is None or right is None else add(left, scale(right, Fraction(-1)))


def of_expression(expr: Expr, unknown: str) -> Coefficients | None:
    """The coefficients of a polynomial; None for anything else."""
    if isinstance(expr, Symbol) and expr.name == unknown:
        return (Fraction(0), Fraction(1))
    if isinstance(expr, Neg):
        inner = of_expression(expr.arg, unknown)
        return None if inner is None else scale(inner, Fraction(-1))
    if isinstance(expr, Add | Sub | Mul | Div):
        return _binary(expr, unknown)
    if isinstance(expr, Pow):
        return _power(expr, unknown)
    try:
        constant = recount.value(expr)
    except recount.NotEvaluated:
        return None
    return _trim((constant,)) if isinstance(constant, Fraction) else None


def count_real_roots(polynomial: Coefficients) -> int | None:
    """How many distinct real roots; None for the polynomial 0."""
    if not polynomial:
        return None
    chain = [polynomial, _derivative(polynomial)]
    while chain[-1]:
        chain.append(scale(_remainder(chain[-2], chain[-1]), Fraction(-1)))
    chain.pop()
    at_minus = [p[-1] * (-1) ** (len(p) - 1) for p in chain]
    at_plus = [p[-1] for p in chain]
    return _sign_changes(at_minus) - _sign_changes(at_plus)


def _binary(expr: Add | Sub | Mul | Div, unknown: str) -> Coefficients | None:
    left, right = of_expression(expr.left, unknown), of_expression(expr.right, unknown)
    if left is None or right is None:
        return None
    if isinstance(expr, Add):
        return add(left, right)
    if isinstance(expr, Sub):
        return add(left, scale(right, Fraction(-1)))
    if isinstance(expr, Mul):
        return multiply(left, right)
    return scale(left, 1 / right[0]) if len(right) == 1 else None


def _power(expr: Pow, unknown: str) -> Coefficients | None:
    base = of_expression(expr.base, unknown)
    try:
        exponent = recount.value(expr.exponent)
    except recount.NotEvaluated:
        return None
    if base is None or not isinstance(exponent, Fraction) or exponent.denominator != 1:
        return None
    if not 0 <= exponent * max(len(base) - 1, 1) <= MAX_DEGREE or (exponent == 0 and not base):
        return None
    result: Coefficients | None = (Fraction(1),)
    for _ in range(int(exponent)):
        result = None if result is None else multiply(result, base)
    return result


def _trim(coefficients: tuple[Fraction, ...]) -> Coefficients:
    length = len(coefficients)
    while length and coefficients[length - 1] == 0:
        length -= 1
    return coefficients[:length]


def add(left: Coefficients, right: Coefficients) -> Coefficients:
    """The sum."""
    size = max(len(left), len(right))
    zero = (Fraction(0),)
    padded = zip(left + zero * (size - len(left)), right + zero * (size - len(right)), strict=True)
    return _trim(tuple(a + b for a, b in padded))


def scale(polynomial: Coefficients, factor: Fraction) -> Coefficients:
    """Every coefficient times a factor."""
    return _trim(tuple(factor * c for c in polynomial))


def multiply(left: Coefficients, right: Coefficients) -> Coefficients | None:
    """The product; None where its degree is too high."""
    if len(left) + len(right) > MAX_DEGREE + 2:
        return None
    product = [Fraction(0)] * max(len(left) + len(right) - 1, 0)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            product[i + j] += a * b
    return _trim(tuple(product))


def _derivative(polynomial: Coefficients) -> Coefficients:
    return tuple(k * c for k, c in enumerate(polynomial))[1:]


def divided(dividend: Coefficients, divisor: Coefficients) -> tuple[Coefficients, Coefficients]:
    """Quotient and remainder; the divisor is not 0."""
    quotient: Coefficients = ()
    rest = dividend
    while len(rest) >= len(divisor):
        term = (Fraction(0),) * (len(rest) - len(divisor)) + (rest[-1] / divisor[-1],)
        quotient = add(quotient, term)
        rest = add(rest, term[:-1] + scale(divisor, -term[-1]))
    return quotient, rest


def _remainder(dividend: Coefficients, divisor: Coefficients) -> Coefficients:
    return divided(dividend, divisor)[1]


def without_double_factors(polynomial: Coefficients) -> Coefficients:
    """A polynomial with the same roots, each of them once."""
    common, rest = polynomial, _derivative(polynomial)
    while rest:
        common, rest = rest, _remainder(common, rest)
    return divided(polynomial, common)[0]


def _sign_changes(values: list[Fraction]) -> int:
    signs = [v > 0 for v in values if v != 0]
    return sum(a != b for a, b in pairwise(signs))


def to_tree(coefficients: Coefficients, unknown: str) -> Expr:
    """The sum of the terms as it is written, highest degree first."""
    result: Expr | None = None
    for degree in range(len(coefficients) - 1, -1, -1):
        coefficient = coefficients[degree]
        if coefficient == 0:
            continue
        term = _term(abs(coefficient), degree, unknown)
        if result is None:
            result = term if coefficient > 0 else Neg(term)
        else:
            result = Add(result, term) if coefficient > 0 else Sub(result, term)
    return Number(Fraction(0)) if result is None else result


def _term(size: Fraction, degree: int, unknown: str) -> Expr:
    above: Expr = Number(Fraction(size.numerator))
    if degree:
        symbol = Symbol(unknown)
        power = symbol if degree == 1 else Pow(symbol, Number(Fraction(degree)))
        above = power if size.numerator == 1 else Mul(above, power)
    return above if size.denominator == 1 else Div(above, Number(Fraction(size.denominator)))
