"""The exact value of a constant expression."""

from __future__ import annotations

from mathviz_chat.core.kernel.values import Value
from mathviz_chat.core.reading.tree import Expr


def evaluate(expr: Expr, places: int = 10) -> Value | None:
    """The real value of an expression without variables; None where undefined or not supported."""
    raise NotImplementedError
