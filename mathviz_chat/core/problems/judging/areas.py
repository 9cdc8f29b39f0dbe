"""Integrals of the size of a polynomial, |f|: cut where f is 0, and measured by its roots."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from mathviz_chat.core.kernel import Outcome, holds, real_solutions, substitute
from mathviz_chat.core.kernel.integration import by_antiderivative
from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading.tree import Abs, Add, Chain, Expr, Integral, Neg, RelOp

ZERO = number(Fraction(0))


def size_of(integral: Integral) -> Expr | None:
    """f of an integral of |f| between two numbers, where f is a polynomial; None for others."""
    body = integral.body
    if not isinstance(body, Abs) or integral.lower is None or integral.upper is None:
        return None
    inner = body.arg
    return None if polynomial.of_expression(inner, integral.variable) is None else inner


def pieces(integral: Integral) -> tuple[tuple[Expr, Expr, bool], ...]:
    """The ends of each piece between zeros of f, and whether f is positive there.

    The zeros are certified, so that f keeps its sign between two of them; () where one of them, or
    an end, is no fraction.
    """
    inner = size_of(integral)
    if inner is None or integral.lower is None or integral.upper is None:
        return ()
    ends = [_fraction(integral.lower), _fraction(integral.upper)]
    found = real_solutions(Chain((inner, ZERO), (RelOp.EQ,)), integral.variable)
    low, high = ends
    if found is None or found.intervals or low is None or high is None or low >= high:
        return ()
    zeros = [None if point.exact is None else _fraction(point.exact) for point in found.points]
    if None in zeros:
        return ()
    places = [low, *sorted(zero for zero in zeros if zero is not None and low < zero < high), high]
    signs = [_is_positive(inner, integral.variable, (a + b) / 2) for a, b in pairwise(places)]
    return tuple(
        (number(a), number(b), sign) for (a, b), sign in zip(pairwise(places), signs, strict=True)
    )


def _fraction(value: Expr) -> Fraction | None:
    try:
        found = recount.value(value)
    except (recount.NotEvaluated, ArithmeticError):
        return None
    return found if isinstance(found, Fraction) else None


def _is_positive(inner: Expr, name: str, at: Fraction) -> bool:
    above = Chain((substitute(inner, {name: number(at)}), ZERO), (RelOp.GT,))
    return holds(above, {}).outcome is Outcome.PROVED


def value(integral: Integral, whole: Expr) -> Expr | None:
    """The sum over the pieces, each by an antiderivative ``whole`` of f that is proved on it."""
    inner = size_of(integral)
    total: Expr | None = None
    for low, high, positive in pieces(integral) if inner is not None else ():
        assert inner is not None
        own = by_antiderivative(whole, Integral(inner, integral.variable, low, high), low, high)
        if own is None:
            return None
        signed = own if positive else Neg(own)
        total = signed if total is None else Add(total, signed)
    return total


def measured(integral: Integral) -> recount.Scalar:
    """The same in decimals, by the numeric roots of f, without the kernel."""
    inner, lower, upper = size_of(integral), integral.lower, integral.upper
    terms = None if inner is None else polynomial.of_expression(inner, integral.variable)
    if not terms or lower is None or upper is None:
        raise recount.NotEvaluated("It is no integral of the size of a polynomial.")
    raised = [Fraction(0), *(c / (k + 1) for k, c in enumerate(terms))]
    places = recount.real_roots(terms, recount.value(lower), recount.value(upper))
    sizes = (
        abs(recount.of_terms(raised, b) - recount.of_terms(raised, a)) for a, b in pairwise(places)
    )
    return sum(sizes, start=recount.of_terms([Fraction(0)], places[0]))
