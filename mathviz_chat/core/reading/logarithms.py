"""Logarithms without a base: which they are, and the base that schools mean by ``log``, 10.

Elsewhere e is meant, and 2 in computing: who takes a base shows it (``log_10(100)``).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, TypeVar

from mathviz_chat.core.reading.tree import Call, Expr, Log, Node, Number
from mathviz_chat.core.reading.walking import has, transform, walk

N = TypeVar("N", bound=Node)

TEN: Final = Number(Fraction(10))


def has_open_base(*nodes: Node) -> bool:
    """A logarithm occurs whose base is not said."""
    return any(
        isinstance(part, Call) and part.function == "log" and len(part.args) == 1
        for node in nodes
        if has(node, Call)
        for part in walk(node)
    )


def in_base(node: N, base: Expr) -> N:
    """The same with this base for every logarithm that has none."""

    def rule(part: Node) -> Expr | None:
        match part:
            case Call("log", (arg,)):
                return Log(in_base(arg, base), base)
        return None

    return transform(node, rule)
