"""Variables of a tree, and values put in for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from mathviz_chat.core.reading.tree import (
    BigOperator,
    Derivative,
    Expr,
    Integral,
    Limit,
    Node,
    Symbol,
)
from mathviz_chat.core.reading.walking import children, has, map_children, parts, remembered

N = TypeVar("N", bound=Node)
BINDING: Final = (BigOperator, Integral, Limit)


def _bound_and_scope(node: Node) -> tuple[str, tuple[str, ...]] | None:
    """The name that a node binds, and the fields in which it is bound."""
    match node:
        case BigOperator():
            return node.index, ("body",)
        case Integral() if node.lower is not None:
            return node.variable, ("body",)
        case Limit():
            return node.variable, ("body",)
        case _:
            return None


def _free(node: Node, bound: frozenset[str], found: set[str]) -> None:
    if isinstance(node, Symbol):
        if node.name not in bound:
            found.add(node.name)
        return
    binding = _bound_and_scope(node)
    for child in children(node):
        inner = binding is not None and child is getattr(node, "body", None)
        _free(child, bound | {binding[0]} if binding and inner else bound, found)


@remembered
def variables(node: Node) -> tuple[str, ...]:
    """Names of the free symbols, sorted; bound ones (of sums, integrals, limits) do not count."""
    if not has(node, *BINDING):
        return tuple(sorted({part.name for part in parts(node) if type(part) is Symbol}))
    found: set[str] = set()
    _free(node, frozenset(), found)
    return tuple(sorted(found))


def substitute(node: N, bindings: Mapping[str, Expr]) -> N:
    """The tree with expressions put in for free symbols, all at once; nothing is simplified.

    Symbols bound by a sum, an integral or a limit are left alone, and a value that holds the
    bound name is refused with ValueError, as is a derivative with respect to a symbol that is
    replaced: carry those out first.
    """
    if not bindings:
        return node
    return _substitute(node, bindings)  # type: ignore[no-any-return]


def _substitute(node: Any, bindings: Mapping[str, Expr]) -> Any:
    if isinstance(node, Symbol):
        return bindings.get(node.name, node)
    if isinstance(node, Derivative | Integral) and node.variable in bindings:
        indefinite = isinstance(node, Derivative) or node.lower is None
        if indefinite:
            raise ValueError(f"{node.variable} cannot be replaced before the calculus is done")
    binding = _bound_and_scope(node)
    if binding is None:
        return map_children(node, lambda child: _substitute(child, bindings))
    name = binding[0]
    inner = {key: value for key, value in bindings.items() if key != name}
    if any(name in variables(value) for value in inner.values()):
        raise ValueError(f"a value holds the bound name {name}")
    body = node.body
    return map_children(
        node, lambda child: _substitute(child, inner if child is body else bindings)
    )
