"""Lines that go on with rounded numbers: ``log(20)/log(5) = 1.301/0.699``."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.checking.terms import is_closed, is_literal
from mathviz_chat.core.kernel import Outcome, approximately
from mathviz_chat.core.reading.logarithms import TEN, in_base
from mathviz_chat.core.reading.tree import Add, Constant, Expr, Mul, Node, Number
from mathviz_chat.core.reading.walking import children, map_children

ROUNDED_TERMS: Final = "Its numbers are rounded: it holds about, not exactly."
MAX_NODES: Final = 40  # of both sides, which are compared in every order of factors and terms


def rounds_terms(exact: Node, shown: Node) -> bool:
    """The same but for numbers, each of which is rounded to the decimals it shows; none of them
    stands for a number that was written out before, which nobody rounds in silence."""
    return _rounded(exact, shown, []) and exact != shown


def _rounded(exact: Node, shown: Node, seen: list[Node]) -> bool:
    seen.append(shown)
    if exact == shown:
        return True
    if len(seen) > MAX_NODES:
        return False
    if isinstance(shown, Number):
        return _is_rounding(exact, shown)
    before, after = children(exact), children(shown)
    if type(exact) is not type(shown) or len(before) != len(after):
        return False
    parts = iter(after)
    if map_children(exact, lambda _: next(parts)) != shown:
        return False  # another function, or another sign
    orders = [after, after[::-1]] if isinstance(shown, Add | Mul) else [after]
    return any(
        all(_rounded(one, other, seen) for one, other in zip(before, order, strict=True))
        for order in orders
    )


def _is_rounding(exact: Node, shown: Number) -> bool:
    if not shown.places or not isinstance(exact, Expr):
        return False
    if is_literal(exact) and not isinstance(exact, Constant):
        return False
    if not is_closed(exact):
        return False
    return approximately(in_base(exact, TEN), shown, shown.places).outcome is Outcome.PROVED
