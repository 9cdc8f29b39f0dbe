"""Questions about trees that need no mathematics: their parts, names, height."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from functools import wraps
from operator import attrgetter
from typing import Any, Final, TypeVar, cast, get_args

from mathviz_chat.core.reading.tree import Expr, Node, Statement, Symbol

N = TypeVar("N", bound=Node)
T = TypeVar("T")

MAX_REMEMBERED: Final = 256  # trees of which an answer is kept

_NODE_TYPES: Final = frozenset((*get_args(Expr), *get_args(Statement)))


def _holds_nodes(annotation: str) -> bool:
    return "Expr" in annotation or "Statement" in annotation


# By type, the fields that can hold nodes; trees are walked so often that this is worth a table.
_PARTS: Final[dict[type[Any], tuple[str, ...]]] = {
    kind: tuple(field.name for field in fields(kind) if _holds_nodes(str(field.type)))
    for kind in _NODE_TYPES
}


def _flat(values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, tuple):
            yield from _flat(value)
        elif value is not None:
            yield value


def _getter(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]] | None:
    """How the parts of such a node are got, None where it has none: the common shapes in C."""
    names = _PARTS[kind]
    annotations = {str(field.type) for field in fields(kind) if field.name in names}
    if not names:
        return None
    get = attrgetter(*names)
    if annotations <= {"Expr", "Statement"}:
        return get if len(names) > 1 else lambda node: (get(node),)
    if len(names) == 1 and annotations <= {"tuple[Expr, ...]", "tuple[Statement, ...]"}:
        return get
    return lambda node: tuple(_flat(getattr(node, name) for name in names))


_GETTERS: Final = {kind: get for kind in _NODE_TYPES if (get := _getter(kind)) is not None}


def children(node: Node) -> tuple[Any, ...]:
    """The direct parts of ``node``, from left to right."""
    get = _GETTERS.get(type(node))
    return () if get is None else get(node)


def _rebuild(value: Any, change: Callable[[Any], Any]) -> Any:
    """The part, or the tuple of parts, changed; the same object where nothing changes."""
    if type(value) is not tuple:
        return None if value is None else change(value)
    items = tuple([_rebuild(item, change) for item in value])
    unchanged = all(new is old for new, old in zip(items, value, strict=True))
    return value if unchanged else items


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
        get = _GETTERS.get(type(current))
        if get is not None:
            pending += get(current)[::-1]


def parts(node: Node) -> list[Any]:
    """``node`` and all its parts, level by level: the quickest way to look at each of them."""
    found: list[Any] = [node]
    for current in found:  # it grows meanwhile
        get = _GETTERS.get(type(current))
        if get is not None:
            found += get(current)
    return found


def remembered(question: Callable[[Node], T]) -> Callable[[Node], T]:
    """The answers for the trees asked about last, by identity: to compare trees is to walk them."""
    known: dict[int, tuple[Node, T]] = {}  # holds the trees, so that no other gets their identity

    @wraps(question)
    def answer(node: Node) -> T:
        entry = known.get(id(node))
        if entry is None:
            entry = (node, question(node))
            if len(known) >= MAX_REMEMBERED:
                known.clear()
            known[id(node)] = entry
        return entry[1]

    return answer


@remembered
def kinds(node: Node) -> frozenset[type]:
    """The types of all parts of ``node``."""
    return frozenset(map(type, parts(node)))


def has(node: Node, *some: type) -> bool:
    """Whether a node of one of these types occurs."""
    return not kinds(node).isdisjoint(some)


def symbols(node: Node) -> set[str]:
    """The names of all variables in ``node``, bound ones included."""
    return {part.name for part in parts(node) if type(part) is Symbol}


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
