"""What is done to both sides, written on both of them before anything is worked out."""

from __future__ import annotations

from mathviz_chat.core.reading.tree import Add, Chain, Div, Expr, Mul, RelOp, Sub
from mathviz_chat.core.solving.lines import FINE, Lines

RULE = "Write it on both sides"


def added(lines: Lines, sides: Chain, term: Expr) -> None:
    """``3x - 7 + 7 = 15 + 7``."""
    _show(lines, Chain(tuple(Add(item, term) for item in sides.items), sides.ops))


def subtracted(lines: Lines, sides: Chain, term: Expr) -> None:
    """``3x + 7 - 7 = 22 - 7``."""
    _show(lines, Chain(tuple(Sub(item, term) for item in sides.items), sides.ops))


def divided(lines: Lines, sides: Chain, factor: Expr, ops: tuple[RelOp, ...] | None = None) -> None:
    """``3x/3 = 15/3``. ops: the relations after it, where a negative number turns them around."""
    _show(lines, Chain(tuple(Div(item, factor) for item in sides.items), ops or sides.ops))


def multiplied(lines: Lines, sides: Chain, factor: Expr) -> None:
    """``3(x/3) = 3*5``."""
    _show(lines, Chain(tuple(Mul(factor, item) for item in sides.items), sides.ops))


def _show(lines: Lines, claim: Chain) -> None:
    rule = RULE if len(claim.items) == 2 else "Write it in every part"
    lines.step(rule, claim, level=FINE)
