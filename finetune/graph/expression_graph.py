"""Expressions as one directed acyclic graph: what occurs twice is one node."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mathviz_chat.core.reading import read
from mathviz_chat.core.reading.tree import Number, Symbol
from mathviz_chat.core.reading.walking import children


@dataclass(frozen=True, slots=True)
class Graph:
    """labels: of each node. sizes: of the numbers among them, 0.0 elsewhere. edges: (parent, child,
    place of the child among the parent's). root: the node of the claim itself."""

    labels: tuple[str, ...]
    sizes: tuple[float, ...]
    edges: tuple[tuple[int, int, int], ...]
    root: int


def graph_of(left: str, right: str) -> Graph:
    """The graph of ``left = right``. Raises ReadError."""
    nodes: dict[Any, int] = {}
    labels: list[str] = []
    sizes: list[float] = []
    edges: list[tuple[int, int, int]] = []

    def add(tree: Any) -> int:
        if tree not in nodes:
            below = [add(child) for child in children(tree)]
            nodes[tree] = len(labels)
            labels.append(tree.name if isinstance(tree, Symbol) else type(tree).__name__)
            sizes.append(float(tree.value) if isinstance(tree, Number) else 0.0)
            edges.extend((nodes[tree], child, place) for place, child in enumerate(below))
        return nodes[tree]

    sides = [add(read(left)), add(read(right))]
    root = len(labels)
    edges.extend((root, side, place) for place, side in enumerate(sides))
    return Graph((*labels, "="), (*sizes, 0.0), tuple(edges), root)
