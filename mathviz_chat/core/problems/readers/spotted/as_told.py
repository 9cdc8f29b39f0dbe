"""Whether the values of a list are what its words call them: how many, and of which sort.

Where one is not, the words choose among the values: ``the largest integer in 3.5, 2, 3``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.reading.tree import Div, Expr, Mixed, Neg, Node, Number, Percent

_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5}


def are_as_told(values: Sequence[Node], words: frozenset[str]) -> bool:
    """Whether all values are as the words say; of several sorts each value is one."""
    told = [count for word, count in _COUNTS.items() if word in words]
    sorts = [holds for names, holds in _SORTS if not words.isdisjoint(names)]
    return (
        all(count == len(values) for count in told)
        and (not sorts or all(any(holds(one) for holds in sorts) for one in values))
        and ("positive" not in words or all(map(_is_positive, values)))
    )


def _amount(node: Node) -> Fraction | None:
    try:
        amount = recount.value(node) if isinstance(node, Expr) else None
    except recount.NotEvaluated:
        return None
    return amount if isinstance(amount, Fraction) else None


def _is_positive(node: Node) -> bool:
    amount = _amount(node)
    return amount is not None and amount > 0


def _is_whole(node: Node) -> bool:
    amount = _amount(node)
    return amount is not None and amount.denominator == 1


def _is_fraction(node: Node) -> bool:
    return isinstance(node, Div | Mixed) or (isinstance(node, Neg) and _is_fraction(node.arg))


def _is_decimal(node: Node) -> bool:
    if isinstance(node, Neg):
        return _is_decimal(node.arg)
    return isinstance(node, Number) and node.places is not None


_SORTS: Final[tuple[tuple[frozenset[str], Callable[[Node], bool]], ...]] = (
    (frozenset({"whole", "integer", "integers"}), _is_whole),
    (frozenset({"fraction", "fractions"}), _is_fraction),
    (frozenset({"decimal", "decimals"}), _is_decimal),
    (frozenset({"percentage", "percentages"}), lambda node: isinstance(node, Percent)),
)
