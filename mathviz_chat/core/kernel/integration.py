"""Definite integrals: F(b) - F(a), where F is proved to be an antiderivative. Trusted.

Both F and the integrand must be defined on the whole interval, which makes F continuous there; then
the fundamental theorem holds, also where F' is not defined at an end. An improper integral is the
difference of the limits of F at the ends, where both are defined between them. Other integrals of
functions without branch points keep their node and are enclosed by rigorous quadrature
(F. Johansson, "Numerical integration in arbitrary-precision ball arithmetic", ICMS 2018).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from flint import arb, ctx

from mathviz_chat.core.kernel.antiderivatives import antiderivative
from mathviz_chat.core.kernel.confirming import are_same, in_core_notation
from mathviz_chat.core.kernel.extended import INFINITY
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.limiting import limit
from mathviz_chat.core.kernel.limits import Declined, Unsupported
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.proof.cells import critical
from mathviz_chat.core.proof.domains import granted
from mathviz_chat.core.proof.forms import Forms, Hints
from mathviz_chat.core.proof.points import AlgebraicReal, Exact
from mathviz_chat.core.reading.tree import (
    Abs,
    Derivative,
    Expr,
    Integral,
    Limit,
    Neg,
    Number,
    RelOp,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import map_children

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
        if all(_defined(part, x, lower, upper, ends=True) for part in (body, primitive)):
            return Sub(substitute(primitive, {x: upper}), substitute(primitive, {x: lower}))
        if variables(lower) or variables(upper):
            return None
        if not all(_defined(part, x, lower, upper, ends=False) for part in (body, primitive)):
            return None
        last, first = (
            limit(Limit(primitive, x, end, "" if _is_endless(end) else side), in_core_notation)
            for end, side in ((upper, "-"), (lower, "+"))
        )
        return Sub(last, first)
    except (Declined, ValueError):
        return None


def as_limits(node: Integral) -> Iterator[Limit]:
    """The limits that define an integral with one open end: F(b) - F(a) as b tends to that end.

    Only where F' is proved to be the integrand, and both to be defined up to the other end.
    Raises Declined or ValueError.
    """
    x, lower, upper = node.variable, node.lower, node.upper
    if lower is None or upper is None or variables(lower) or variables(upper):
        return
    found = antiderivative(node.body, x)
    for primitive in dict.fromkeys((found, _without_bars(found))):
        parts = (node.body, primitive)
        if are_same(Derivative(primitive, x), node.body) and all(
            _defined(part, x, lower, upper, ends=False) for part in parts
        ):
            yield from _from_either_end(parts, x, lower, upper)


def _from_either_end(parts: tuple[Expr, Expr], x: str, lower: Expr, upper: Expr) -> Iterator[Limit]:
    primitive = parts[1]
    for end, other, side in ((upper, lower, "-"), (lower, upper, "+")):
        if _is_endless(other) or not _has_values(parts, x, other):
            continue
        fixed = substitute(primitive, {x: other})
        total = Sub(primitive, fixed) if end == upper else Sub(fixed, primitive)
        yield Limit(total, x, end, "" if _is_endless(end) else side)


def _without_bars(expr: Expr) -> Expr:
    """``ln x`` for ``ln|x|``: a proposal, which is proved like any other."""
    inner: Expr = map_children(expr, _without_bars)
    return inner.arg if isinstance(inner, Abs) else inner


def _has_values(parts: tuple[Expr, Expr], x: str, end: Expr) -> bool:
    return Exact(hints(*parts, end), {x: end}).defined(parts)


def _defined(expr: Expr, x: str, lower: Expr, upper: Expr, *, ends: bool) -> bool:
    """On the whole interval: in each part into which the places cut it where that can change, at
    these places, and, where asked, at the ends. An interval without its ends has lower < upper.
    """
    finite = [end for end in (lower, upper) if not _is_endless(end)]
    if ends and len(finite) < 2:
        return False
    common = hints(expr, *finite)
    forms = Forms(common)
    forms.value(expr)
    if all(granted(forms, need, []) for need in forms.needs):
        return True
    if variables(lower) or variables(upper) or lower == INFINITY or upper == Neg(INFINITY):
        return False
    order = Exact(common, {}).sign(Sub(upper, lower)) if len(finite) == 2 else 1
    if order <= 0 and not ends:
        return False
    first, last = (lower, upper) if order >= 0 else (upper, lower)
    inside: list[AlgebraicReal | Expr] = []
    for place in sorted(set(critical(common, x, Sub(expr, expr), {}))):
        at = Exact(common, {x: place})
        above = _is_endless(first) or at.holds(first, RelOp.LT, Symbol(x))
        if above and (_is_endless(last) or at.holds(Symbol(x), RelOp.LT, last)):
            inside.append(place)
    places = [end for end in (first, *inside, last) if not _is_endless(end)]
    samples = _samples(places, common, _is_endless(first), _is_endless(last)) if order else []
    tried = [*(places if ends else inside), *samples]
    return all(Exact(common, {x: place}).defined((expr, expr)) for place in tried)


def _is_endless(end: AlgebraicReal | Expr) -> bool:
    return end in (INFINITY, Neg(INFINITY))


def _samples(
    places: list[AlgebraicReal | Expr], common: Hints, below: bool, above: bool
) -> list[Expr]:
    """A number between each two neighbours, and below and above all where that is asked."""
    if not places:
        return [Number(Fraction(0))]
    found = list(_between(places, common))
    if below:
        found.append(_beyond(places[0], -2, common))
    if above:
        found.append(_beyond(places[-1], 2, common))
    return found


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


def _beyond(place: AlgebraicReal | Expr, far: int, common: Hints) -> Expr:
    """A whole number on that side of a place. Raises Unsupported."""
    with ctx.workprec(BITS):
        value = Exact(common, {"x": place}).value(Symbol("x"))
        whole = (value + far).mid().floor().unique_fmpz()
        if whole is None or not (value < int(whole) if far > 0 else value > int(whole)):
            raise Unsupported("an end that lies too close to another")
    return Number(Fraction(int(whole)))
