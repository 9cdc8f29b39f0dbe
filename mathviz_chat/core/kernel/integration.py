"""Definite integrals: F(b) - F(a), where F is proved to be an antiderivative. Trusted.

Both F and the integrand must be defined on the whole interval, which makes F continuous there; then
the fundamental theorem holds, also where F' is not defined at an end. Other integrals of functions
without branch points keep their node and are enclosed by rigorous quadrature (F. Johansson,
"Numerical integration in arbitrary-precision ball arithmetic", ICMS 2018).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from flint import arb, ctx

from mathviz_chat.core.kernel.antiderivatives import antiderivative
from mathviz_chat.core.kernel.confirming import are_same
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.limits import Declined, Unsupported
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.proof.cells import critical
from mathviz_chat.core.proof.domains import granted
from mathviz_chat.core.proof.forms import Forms, Hints
from mathviz_chat.core.proof.points import AlgebraicReal, Exact
from mathviz_chat.core.reading.tree import Derivative, Expr, Integral, Number, RelOp, Sub, Symbol

BITS = 128
STEPS = 2**40  # a point between two others is a multiple of 1/STEPS


def definite_integral(node: Integral, lower: Expr, upper: Expr) -> Expr | None:
    """F(upper) - F(lower); None where no F is found, or where that is not proved."""
    try:
        return by_antiderivative(antiderivative(node.body, node.variable), node, lower, upper)
    except (Declined, ValueError):
        return None


def by_antiderivative(primitive: Expr, node: Integral, lower: Expr, upper: Expr) -> Expr | None:
    """The same with a proposal for F, wherever it comes from."""
    body, x = node.body, node.variable
    try:
        if not are_same(Derivative(primitive, x), body):
            return None
        if not all(_defined(part, x, lower, upper) for part in (body, primitive)):
            return None
    except (Declined, ValueError):
        return None
    return Sub(substitute(primitive, {x: upper}), substitute(primitive, {x: lower}))


def _defined(expr: Expr, x: str, lower: Expr, upper: Expr) -> bool:
    """On the whole closed interval: at its ends, where that can change, and in between."""
    common = hints(expr, lower, upper)
    forms = Forms(common)
    forms.value(expr)
    if all(granted(forms, need, []) for need in forms.needs):
        return True
    if variables(lower) or variables(upper):
        return False
    order = Exact(common, {}).sign(Sub(upper, lower))
    ends = (lower, upper) if order >= 0 else (upper, lower)
    inside = []
    for place in sorted(set(critical(common, x, Sub(expr, expr), {}))):
        at = Exact(common, {x: place})
        if at.holds(ends[0], RelOp.LT, Symbol(x)) and at.holds(Symbol(x), RelOp.LT, ends[1]):
            inside.append(place)
    places: list[AlgebraicReal | Expr] = [ends[0], *inside, ends[1]]
    between = _between(places, common) if order else iter(())
    return all(Exact(common, {x: place}).defined((expr, expr)) for place in (*places, *between))


def _between(places: list[AlgebraicReal | Expr], common: Hints) -> Iterator[Expr]:
    """A rational number strictly between each two neighbours. Raises Unsupported."""
    for one, other in pairwise(places):
        with ctx.workprec(BITS):
            first, second = (
                Exact(common, {"x": place}).value(Symbol("x")) for place in (one, other)
            )
            whole = ((first + second) / 2 * STEPS).floor().unique_fmpz()
            middle = None if whole is None else Fraction(int(whole), STEPS)
            if middle is None or not first < arb(int(whole)) / STEPS < second:
                raise Unsupported("ends that lie too close together")
        yield Number(middle)
