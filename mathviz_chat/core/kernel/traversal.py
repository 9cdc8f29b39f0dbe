"""Walking trees: children, rebuilding, measuring."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar, get_args

from mathviz_chat.core.kernel.limits import MAX_BITS, MAX_DEPTH, MAX_NODES, TooLarge
from mathviz_chat.core.reading.tree import Expr, Node, Number, Statement

N = TypeVar("N", bound=Node)
NODE_TYPES = frozenset((*get_args(Expr), *get_args(Statement)))
_FIELDS: dict[type[Any], tuple[str, ...]] = {}


def _field_names(node: Any) -> tuple[str, ...]:
    kind = type(node)
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(f.name for f in fields(kind) if f.name != "span")
    return _FIELDS[kind]


def _is_node(value: object) -> bool:
    return type(value) in NODE_TYPES


def _nodes_in(value: object) -> Iterator[Any]:
    if _is_node(value):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _nodes_in(item)


def children(node: Node) -> Iterator[Any]:
    """The nodes directly below, in the order of the fields."""
    if not isinstance(node, Number):
        for name in _field_names(node):
            yield from _nodes_in(getattr(node, name))


def _rebuild(value: Any, change: Callable[[Any], Any]) -> Any:
    if _is_node(value):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_rebuild(item, change) for item in value)
    return value


def map_children(node: N, change: Callable[[Any], Any]) -> N:
    """The node with ``change`` applied to every child; the span is kept."""
    new = {}
    for name in _field_names(node):
        old = getattr(node, name)
        changed = _rebuild(old, change)
        if changed != old:
            new[name] = changed
    return replace(node, **new) if new else node


def walk(node: Node) -> Iterator[Any]:
    """The node and all below it in the order of the text, without recursion."""
    pending = [node]
    while pending:
        current = pending.pop()
        yield current
        pending.extend(reversed(tuple(children(current))))


def _is_long(node: Number) -> bool:
    value = node.value
    return max(value.numerator.bit_length(), value.denominator.bit_length()) > MAX_BITS


def measure(*nodes: Node) -> None:
    """Raise TooLarge where the trees have too many nodes, too deep a nesting or a huge number."""
    level: list[Any] = list(nodes)
    depth = count = 0
    while level:
        depth += 1
        count += len(level)
        if any(isinstance(node, Number) and _is_long(node) for node in level):
            raise TooLarge(f"a number of more than {MAX_BITS} bits")
        if depth > MAX_DEPTH:
            raise TooLarge(f"nested more than {MAX_DEPTH} deep")
        if count > MAX_NODES:
            raise TooLarge(f"more than {MAX_NODES} parts")
        level = [child for node in level for child in children(node)]
