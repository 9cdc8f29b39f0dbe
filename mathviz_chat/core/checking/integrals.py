"""Definite integrals by the fundamental theorem of calculus.

An antiderivative is found by the rule for polynomials, or proposed by SymPy; the kernel confirms
it by differentiating. Domain: integrands that are continuous on the closed interval, which is
decided for polynomials, sin, cos, exponentials, and quotients whose denominator is a polynomial
without a root in the interval. Anything else is left undecided.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.checking.terms import equation, is_closed
from mathviz_chat.core.kernel import (
    Outcome,
    differentiate,
    evaluate,
    identity,
    real_solutions,
    substitute,
    variables,
)
from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Constant,
    Div,
    Expr,
    Integral,
    Mixed,
    Mul,
    Neg,
    Number,
    Pow,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk

MAX_PARTS: Final = 40  # nodes of an integrand for which SymPy is asked
_SMOOTH: Final = frozenset({"sin", "cos", "exp", "sinh", "cosh"})
_PLAIN: Final = (Number, Mixed, Symbol, Constant, Add, Sub, Mul, Neg)
_ZERO: Final = Number(Fraction(0))


def integral_value(integral: Integral) -> Expr | None:
    """A constant expression that is the integral; None where no rule applies."""
    lower, upper, variable = integral.lower, integral.upper, integral.variable
    if lower is None or upper is None or not (is_closed(lower) and is_closed(upper)):
        return None
    if not _is_continuous(integral.body, variable, lower, upper):
        return None
    antiderivative = _of_polynomial(integral.body, variable) or _proposed(integral.body, variable)
    if antiderivative is None:
        return None
    if not _is_continuous(antiderivative, variable, lower, upper):
        return None
    ends = (substitute(antiderivative, {variable: end}) for end in (upper, lower))
    return Sub(*ends)


def _of_polynomial(body: Expr, variable: str) -> Expr | None:
    coefficients = polynomial.of_expression(body, variable)
    if coefficients is None:
        return None
    total: Expr = _ZERO
    for power, coefficient in enumerate(coefficients, start=1):
        term = Mul(Number(coefficient / power), Pow(Symbol(variable), Number(Fraction(power))))
        total = Add(total, term)
    return total


def _proposed(body: Expr, variable: str) -> Expr | None:
    """SymPy's antiderivative, where the kernel proves that its derivative is the integrand."""
    if variables(body) != (variable,) or sum(1 for _ in walk(body)) > MAX_PARTS:
        return None
    import sympy

    try:
        found = sympy.integrate(symbolic.to_sympy(body), sympy.Symbol(variable, real=True))
        proposal = symbolic.from_sympy(found)
        slope = differentiate(proposal, variable)
    except (symbolic.NotSymbolic, ValueError, NotImplementedError):
        return None
    return proposal if identity(slope, body).outcome is Outcome.PROVED else None


def _is_continuous(body: Expr, variable: str, lower: Expr, upper: Expr) -> bool:
    return all(_is_smooth(node, variable, lower, upper) for node in walk(body))


def _is_smooth(node: object, variable: str, lower: Expr, upper: Expr) -> bool:
    match node:
        case Div(_, below):
            return not variables(below) or _has_no_root(below, variable, lower, upper)
        case Pow(base, exponent):
            if not variables(exponent):
                whole = evaluate(exponent)
                positive = whole is not None and whole.rational is not None and whole.rational > 0
                return positive and whole is not None and whole.decimal.denominator == 1
            value = evaluate(base)
            return not variables(base) and value is not None and value.decimal > 0
        case Call(name, _, primes):
            return name in _SMOOTH and not primes
    return isinstance(node, _PLAIN)


def _has_no_root(below: Expr, variable: str, lower: Expr, upper: Expr) -> bool:
    roots = real_solutions(equation(below, _ZERO), variable)
    ends = [evaluate(end) for end in (lower, upper)]
    if roots is None or not roots.is_finite or ends[0] is None or ends[1] is None:
        return False
    low, high = sorted((ends[0].decimal, ends[1].decimal))
    margin = Fraction(1, 10**6)
    return all(
        point.decimal < low - margin or point.decimal > high + margin for point in roots.points
    )
