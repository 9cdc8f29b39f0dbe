"""Exact signs of expressions at points, as the core certifies them."""

from __future__ import annotations

from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.limits import TooLarge, Unsupported
from mathviz_chat.core.proof.points import Exact, Point
from mathviz_chat.core.reading.tree import Expr


def sign(expr: Expr, point: Point) -> int | None:
    """The sign at a point; None where it cannot be certified.

    Raises Undefined where the expression is proved to have no real value there.
    """
    try:
        return Exact(hints(expr), point).sign(expr)
    except (TooLarge, Unsupported):
        return None
