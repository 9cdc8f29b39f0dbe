"""Variables of a tree, and values put in for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from mathviz_chat.core.reading.tree import Expr, Node

N = TypeVar("N", bound=Node)


def variables(node: Node) -> tuple[str, ...]:
    """Names of the free symbols, sorted; bound ones (of sums, integrals, limits) do not count."""
    raise NotImplementedError


def substitute(node: N, bindings: Mapping[str, Expr]) -> N:
    """The tree with expressions put in for free symbols, all at once; nothing is simplified.

    Symbols bound by a sum, an integral or a limit are left alone. A derivative with respect to a
    symbol that is replaced raises ValueError: differentiate first.
    """
    raise NotImplementedError
