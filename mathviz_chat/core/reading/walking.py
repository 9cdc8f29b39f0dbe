"""Questions about trees that need no mathematics: their parts, names, height."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from mathviz_chat.core.reading.tree import Expr, Node, Symbol, _Node


def children(node: Node) -> Iterator[Node]:
    """The direct parts of ``node``, from left to right."""
    for field in fields(node):
        yield from _nodes(getattr(node, field.name))


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, _Node):
        yield value  # type: ignore[misc]  # every _Node is one of the union
    elif isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)


def walk(node: Node) -> Iterator[Node]:
    """``node`` and all its parts, without recursion."""
    stack = [node]
    while stack:
        top = stack.pop()
        yield top
        stack.extend(children(top))


def symbols(node: Node) -> set[str]:
    """The names of all variables in ``node``, bound ones included."""
    return {part.name for part in walk(node) if isinstance(part, Symbol)}


def height(node: Node) -> int:
    """The number of nodes on the longest way down."""
    tallest, stack = 0, [(node, 1)]
    while stack:
        top, level = stack.pop()
        tallest = max(tallest, level)
        stack.extend((child, level + 1) for child in children(top))
    return tallest


__all__ = ["Expr", "children", "height", "symbols", "walk"]
