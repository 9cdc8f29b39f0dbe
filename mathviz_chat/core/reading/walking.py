"""Questions about trees that need no mathematics: their parts, names, height."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, Final, TypeVar, cast, get_args

from mathviz_chat.core.reading.tree import Expr, Node, Statement, Symbol

N = TypeVar("N", bound=Node)

_NODE_TYPES: Final = frozenset((*get_args(Expr), *get_args(Statement)))


def _holds_nodes(annotation: str) -> bool:
    return "Expr" in annotation or "Statement" in annotation


# By type, the fields that can hold nodes; trees are walked so often that this is worth a table.
_PARTS: Final[dict[type[Any], tuple[str, ...]]] = {
    kind: tuple(field.name for field in fields(kind) if _holds_nodes(str(field.type)))
    for kind in _NODE_TYPES
}
# Those types whose parts are one node each, never None and never a tuple of nodes.
_SINGLE: Final = frozenset(
    kind
    for kind in _NODE_TYPES
    if all(
        str(field.type) in ("Expr", "Statement")
        for field in fields(kind)
        if _holds_nodes(str(field.type))
    )
)


def _flat(values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, tuple):
            yield from _flat(value)
        elif value is not None:
            yield value


def children(node: Node) -> list[Any]:
    """The direct parts of ``node``, from left to right."""
    kind = type(node)
    values = [getattr(node, name) for name in _PARTS[kind]]
    return values if kind in _SINGLE else list(_flat(values))


def _rebuild(value: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, tuple):
        return tuple(_rebuild(item, change) for item in value)
    return None if value is None else change(value)


def map_children(node: N, change: Callable[[Any], Any]) -> N:
    """The node with ``change`` applied to every child; the span is kept."""
    new = {}
    for name in _PARTS[type(node)]:
        old = getattr(node, name)
        changed = _rebuild(old, change)
        if changed is not old and changed != old:
            new[name] = changed
    return replace(node, **new) if new else node


def transform(node: N, rule: Callable[[Node], Node | None]) -> N:
    """The tree with ``rule`` applied from the top; where it returns a node, that one is taken."""
    replacement = rule(node)
    if replacement is not None:
        return cast(N, replacement)
    return map_children(node, lambda child: transform(child, rule))


def walk(node: Node) -> Iterator[Any]:
    """``node`` and all its parts in the order of the text, without recursion."""
    pending: list[Any] = [node]
    while pending:
        current = pending.pop()
        yield current
        below = children(current)
        if below:
            below.reverse()
            pending += below


def symbols(node: Node) -> set[str]:
    """The names of all variables in ``node``, bound ones included."""
    return {part.name for part in walk(node) if isinstance(part, Symbol)}


def put_in(node: Expr, name: str, value: Expr) -> Expr:
    """``node`` with ``value`` for the variable; the names that a node binds are not looked at."""
    if isinstance(node, Symbol):
        return value if node.name == name else node
    return map_children(node, lambda part: put_in(part, name, value))


def height(node: Node) -> int:
    """The number of nodes on the longest way down."""
    tallest, stack = 0, [(node, 1)]
    while stack:
        top, level = stack.pop()
        tallest = max(tallest, level)
        stack.extend((child, level + 1) for child in children(top))
    return tallest
