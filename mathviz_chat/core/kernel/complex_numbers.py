"""Identities in which the imaginary unit occurs; the variables are real.

Sums, products, quotients, whole powers, e to a power, sine, cosine and square roots of rational
numbers (the principal root: sqrt(-4) = 2i). Functions with branch cuts are left undecided.
"""

from __future__ import annotations

from flint import ctx

from mathviz_chat.core.kernel.build import I, number, sqrt
from mathviz_chat.core.kernel.complex_enclosure import enclose_complex
from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.enclosure import Point
from mathviz_chat.core.kernel.limits import Unsupported
from mathviz_chat.core.kernel.normalform import NormalForms
from mathviz_chat.core.kernel.rational import rational, to_fraction
from mathviz_chat.core.kernel.sampling import points
from mathviz_chat.core.kernel.substitution import variables
from mathviz_chat.core.reading.tree import (
    Abs,
    Expr,
    Mul,
    Root,
)
from mathviz_chat.core.reading.walking import map_children, walk

BITS = 128
METHOD = "ball arithmetic over the complex numbers"


def is_complex(expr: Expr) -> bool:
    """Does the imaginary unit occur?"""
    return any(node == I for node in walk(expr))


def decide_complex(left: Expr, right: Expr) -> Decision:
    """Equality as complex numbers for all real values of the variables. Raises Declined."""
    first, second = (elaborate(_principal(side)) for side in (left, right))
    names = tuple(sorted({*variables(first), *variables(second)}))
    defined = False
    for point in points(names, str((first, second))) if names else iter([{}]):
        with ctx.workprec(BITS):
            difference = enclose_complex(first, point) - enclose_complex(second, point)
        if not difference.is_finite():
            continue
        defined = True
        if not difference.real.contains(0) or not difference.imag.contains(0):
            return _refuted(point)
    if not defined:
        raise Unsupported("no point was found where both sides are defined")
    forms = NormalForms(first, second)
    if forms.is_zero(forms.of(first) - forms.of(second)):
        reason = "both sides have the same normal form"
        return Decision(Outcome.PROVED, "normal form with i^2 = -1", reason)
    raise Unsupported("the difference was not brought to 0")


def _refuted(point: Point) -> Decision:
    values = tuple((name, number(at.value or 0)) for name, at in sorted(point.items()))
    reason = "the two sides have different values"
    return Decision(Outcome.REFUTED, METHOD, reason, Witness(values))


def _principal(expr: Expr) -> Expr:
    """Square roots of negative rational numbers written with i."""
    expr = map_children(expr, _principal)
    match expr:
        case Root(radicand, index):
            value = rational(radicand)
            if value is None or rational(index) != 2:
                raise Unsupported("a root beside the imaginary unit")
            if value < 0:
                return Mul(I, sqrt(number(to_fraction(-value))))
        case Abs():
            raise Unsupported("an absolute value beside the imaginary unit")
        case _:
            pass
    return expr
