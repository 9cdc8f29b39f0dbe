"""``±`` as the two expressions that it stands for."""

from __future__ import annotations

from mathviz_chat.core.reading.tree import Add, Neg, Node, PlusMinus, Sub
from mathviz_chat.core.reading.walking import N, transform


def with_each_sign(node: N) -> tuple[N, N]:
    """``(5 ± 1)/2`` as ``(5 + 1)/2`` and ``(5 - 1)/2``; upper signs belong together."""
    return (
        transform(node, lambda part: _choose(part, upper=True)),
        transform(node, lambda part: _choose(part, upper=False)),
    )


def _choose(node: Node, *, upper: bool) -> Node | None:
    if not isinstance(node, PlusMinus):
        return None
    right = transform(node.right, lambda part: _choose(part, upper=upper))
    positive = upper != node.minus_plus
    if node.left is None:
        return right if positive else Neg(right)
    left = transform(node.left, lambda part: _choose(part, upper=upper))
    return Add(left, right) if positive else Sub(left, right)
