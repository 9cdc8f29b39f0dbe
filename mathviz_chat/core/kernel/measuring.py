"""The size of trees, measured before anything is computed with them."""

from __future__ import annotations

from typing import Any

from mathviz_chat.core.kernel.limits import MAX_BITS, MAX_DEPTH, MAX_NODES, TooLarge
from mathviz_chat.core.reading.tree import Node, Number
from mathviz_chat.core.reading.walking import children, remembered


def _is_long(node: Number) -> bool:
    value = node.value
    return value.numerator.bit_length() > MAX_BITS or value.denominator.bit_length() > MAX_BITS


def measure(*nodes: Node) -> None:
    """Raise TooLarge where the trees have too many nodes, too deep a nesting or a huge number."""
    if sum(map(_count, nodes)) > MAX_NODES:
        raise TooLarge(f"more than {MAX_NODES} parts")


@remembered
def _count(node: Node) -> int:
    """The number of nodes. Raises TooLarge."""
    level: list[Any] = [node]
    depth = count = 0
    while level:
        depth += 1
        count += len(level)
        if depth > MAX_DEPTH:
            raise TooLarge(f"nested more than {MAX_DEPTH} deep")
        if count > MAX_NODES:
            raise TooLarge(f"more than {MAX_NODES} parts")
        below: list[Any] = []
        for node in level:
            if type(node) is Number:
                if _is_long(node):
                    raise TooLarge(f"a number of more than {MAX_BITS} bits")
            else:
                below += children(node)
        level = below
    return count
