"""Equations between roots that a normal form may need: proposals, which the core confirms."""

from __future__ import annotations

from typing import Any

from mathviz_chat.core.kernel.build import ONE, PI, TWO, div, mul, number, sqrt, sub
from mathviz_chat.core.proof.forms import Hints
from mathviz_chat.core.reading.tree import Call, Expr, Number, Root
from mathviz_chat.core.reading.walking import walk


def _cosine(part: int) -> Expr:
    return Call("cos", (div(PI, number(part)),))


# sqrt(p) in roots of unity, for angles that need them: p -> (the order they need, the surd)
SURDS: dict[int, tuple[int, Expr]] = {
    2: (8, mul(TWO, _cosine(4))),
    3: (12, mul(TWO, _cosine(6))),
    5: (20, sub(mul(number(4), _cosine(5)), ONE)),
}


def lemmas(hints: Hints, *trees: Expr) -> tuple[tuple[Expr, Expr, int], ...]:
    """sqrt(2) = 2 cos(pi/4) and the like, where both can occur."""
    nodes = [node for tree in trees for node in walk(tree)] if hints.order > 4 else []
    if not any(map(_is_root, nodes)):
        return ()
    numbers = {int(node.value) for node in nodes if isinstance(node, Number)}
    return tuple(
        (sqrt(number(prime)), surd, 2)
        for prime, (order, surd) in SURDS.items()
        if hints.order % order == 0 and any(n and n % prime == 0 for n in numbers)
    )


def _is_root(node: Any) -> bool:
    return isinstance(node, Root) or (isinstance(node, Call) and node.function == "sqrt")
