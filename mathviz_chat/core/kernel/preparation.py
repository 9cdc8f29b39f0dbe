"""Limits and definite integrals carried out where that can be proved, and known angles. Trusted."""

from __future__ import annotations

from typing import Any

from mathviz_chat.core.kernel.arcs import RANGES, with_known_angles
from mathviz_chat.core.kernel.confirming import in_core_notation
from mathviz_chat.core.kernel.integration import by_antiderivative, definite_integral
from mathviz_chat.core.kernel.limiting import limit
from mathviz_chat.core.kernel.measuring import measure
from mathviz_chat.core.reading.tree import Call, Expr, Integral, Limit
from mathviz_chat.core.reading.walking import has, map_children, parts


def prepare(expr: Expr) -> Expr:
    """The expression after limits and integrals have become their values. Raises Declined."""
    measure(expr)
    calls = [node for node in parts(expr) if type(node) is Call] if has(expr, Call) else []
    if has(expr, Limit, Integral):
        expr = _carried_out(expr)
    if any(node.function in RANGES for node in calls):
        expr = with_known_angles(expr)
    return expr


def integral_by(node: Integral, primitive: Expr) -> Expr | None:
    """The value of a definite integral by a proposed antiderivative; None where that is not proved.

    The derivative of ``primitive`` must be the integrand, and both continuous on the interval.
    """
    if node.lower is None or node.upper is None:
        return None
    return by_antiderivative(primitive, node, node.lower, node.upper)


def _carried_out(node: Any) -> Any:
    node = map_children(node, _carried_out)
    match node:
        case Limit():
            return limit(node, in_core_notation)
        case Integral(_, _, lower, upper) if lower is not None and upper is not None:
            found = definite_integral(node, lower, upper)
            return node if found is None else found
        case _:
            return node
