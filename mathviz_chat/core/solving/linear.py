"""Linear equations, both sides: terms moved one at a time, then a division."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.reading.tree import Chain, Expr, RelOp, Symbol
from mathviz_chat.core.solving import build, monomials
from mathviz_chat.core.solving.lines import BRIEF, Lines
from mathviz_chat.core.solving.sides import Sides, divide, subtract

ALWAYS: Final = "all real numbers"
NEVER: Final = "no real solutions"
FLIPPED: Final = {
    RelOp.LT: RelOp.GT, RelOp.GT: RelOp.LT, RelOp.LE: RelOp.GE, RelOp.GE: RelOp.LE,
}  # fmt: skip
"""The relation after both sides are divided by a negative number."""
OPPOSITE: Final = {
    RelOp.EQ: RelOp.NE, RelOp.LT: RelOp.GE, RelOp.GT: RelOp.LE, RelOp.LE: RelOp.GT,
    RelOp.GE: RelOp.LT, RelOp.NE: RelOp.EQ,
}  # fmt: skip
"""The relation that holds where one does not."""


def solve(lines: Lines, sides: Sides) -> None:
    """``ax + b = cx + d`` with like terms collected (equal higher powers cancel)."""
    value = isolate(lines, sides)
    if value is not None:
        lines.finish(build.equals(Symbol(sides.name), value))


def _without_unknown(lines: Lines, sides: Sides) -> None:
    """The terms with the unknown are the same on both sides: what is left decides."""
    left, right = (monomials.coefficient(side, 0) for side in (sides.left, sides.right))
    relation = RelOp.EQ if left == right else RelOp.NE
    claim = Chain((build.rational(left), build.rational(right)), (relation,))
    rule = f"Subtract the terms with {sides.name} and compare what is left"
    lines.step(rule, claim, level=BRIEF, before=sides.tree)
    lines.finish(ALWAYS if left == right else NEVER)


def isolate(lines: Lines, sides: Sides) -> Expr | None:
    """The lines down to ``x = value``; None where the unknown drops out (then finished)."""
    if monomials.degree(sides.left) < 1 <= monomials.degree(sides.right):
        lines.step("Swap the sides", sides.swapped().tree, before=sides.tree)
        sides = sides.swapped()
    left, right = monomials.collected(sides.left), monomials.collected(sides.right)
    if [term for term in left if term[1]] == [term for term in right if term[1]]:
        _without_unknown(lines, sides)
        return None
    sides = subtract(lines, sides, tuple(term for term in sides.right if term[1] >= 1))
    level = BRIEF if monomials.coefficient(sides.left, 1) == 1 else 1
    sides = subtract(lines, sides, tuple(t for t in sides.left if t[1] == 0), level)
    slope = monomials.coefficient(sides.left, 1)
    value = monomials.coefficient(sides.right, 0) / slope
    divide(lines, sides, slope, BRIEF)
    return build.rational(Fraction(value))
