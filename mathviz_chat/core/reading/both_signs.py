"""``±`` as the two expressions that it stands for."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.reading.tree import (
    Add,
    And,
    Chain,
    Expr,
    Neg,
    Node,
    Or,
    PlusMinus,
    RelOp,
    Statement,
    Sub,
)
from mathviz_chat.core.reading.walking import N, has, transform


def with_each_sign(node: N) -> tuple[N, N]:
    """``(5 ± 1)/2`` as ``(5 + 1)/2`` and ``(5 - 1)/2``; upper signs belong together."""
    return (
        transform(node, lambda part: _choose(part, upper=True)),
        transform(node, lambda part: _choose(part, upper=False)),
    )


def values_of(value: Expr) -> tuple[Expr, ...]:
    """``(5 ± 1)/2`` is two values."""
    return with_each_sign(value) if has(value, PlusMinus) else (value,)


def both_signs(statement: Statement) -> Statement:
    """``x = 1 ± 2`` as ``x = 1 + 2 or x = 1 - 2``; ``x != ±2`` leaves out both. What ``x > ±2``
    says is not clear: it stays as it is."""
    if not has(statement, PlusMinus):
        return statement
    ops = set(statement.ops) if isinstance(statement, Chain) else set()
    if ops & _ORDERS:
        return statement
    each = with_each_sign(statement)
    return And(each) if ops == {RelOp.NE} else Or(each)


_ORDERS: Final = frozenset({RelOp.LT, RelOp.LE, RelOp.GT, RelOp.GE})


def _choose(node: Node, *, upper: bool) -> Node | None:
    if not isinstance(node, PlusMinus):
        return None
    right = transform(node.right, lambda part: _choose(part, upper=upper))
    positive = upper != node.minus_plus
    if node.left is None:
        return right if positive else Neg(right)
    left = transform(node.left, lambda part: _choose(part, upper=upper))
    return Add(left, right) if positive else Sub(left, right)
