"""An equation by its two sides, and what is done to both of them at once."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Div
from mathviz_chat.core.solving import both_sides, build, monomials
from mathviz_chat.core.solving.lines import FINE, NORMAL, Lines
from mathviz_chat.core.solving.monomials import Terms


@dataclass(frozen=True, slots=True)
class Sides:
    """``left = right`` in one unknown, each side a list of monomials."""

    left: Terms
    right: Terms
    name: str

    @property
    def tree(self) -> Chain:
        """The equation as it is written."""
        left, right = (monomials.tree(side, self.name) for side in (self.left, self.right))
        return build.equals(left, right)

    def scaled(self, factor: Fraction) -> Sides:
        """Both sides times a factor."""
        left, right = (monomials.scaled(side, factor) for side in (self.left, self.right))
        return Sides(left, right, self.name)

    def collected(self) -> Sides:
        """Like terms collected on each side."""
        left, right = (monomials.collected(side) for side in (self.left, self.right))
        return Sides(left, right, self.name)

    def swapped(self) -> Sides:
        """The sides exchanged."""
        return Sides(self.right, self.left, self.name)


def subtract(lines: Lines, sides: Sides, terms: Terms, level: int = NORMAL) -> Sides:
    """Take terms from both sides: ``Subtract 7 from both sides``, ``Add 2x to both sides``."""
    terms = tuple((c, k) for c, k in terms if c)
    if not terms:
        return sides
    negated = monomials.scaled(terms, Fraction(-1))
    if terms[0][0] > 0:
        rule = f"Subtract {to_plain(monomials.tree(terms, sides.name))} from both sides"
    else:
        rule = f"Add {to_plain(monomials.tree(negated, sides.name))} to both sides"
    if terms[0][0] > 0:
        both_sides.subtracted(lines, sides.tree, monomials.tree(terms, sides.name))
    else:
        both_sides.added(lines, sides.tree, monomials.tree(negated, sides.name))
    after = Sides(sides.left + negated, sides.right + negated, sides.name).collected()
    lines.step(rule, after.tree, level=level, before=sides.tree)
    return after


def divide(lines: Lines, sides: Sides, factor: Fraction, level: int = NORMAL) -> Sides:
    """Divide both sides by a number other than 0; by 1 there is nothing to write."""
    if factor == 1:
        return sides
    after = sides.scaled(1 / factor)
    if factor.denominator == 1:
        both_sides.divided(lines, sides.tree, build.rational(factor))
    elif abs(factor.numerator) == 1:
        both_sides.multiplied(lines, sides.tree, build.rational(1 / factor))
    if abs(factor.numerator) == 1 and factor.denominator > 1:
        rule = f"Multiply both sides by {to_plain(build.rational(1 / factor))}"
    else:
        rule = f"Divide both sides by {to_plain(build.rational(factor))}"
    _quotient(lines, sides.right, factor)
    lines.step(rule, after.tree, level=level, before=sides.tree)
    return after


def _quotient(lines: Lines, right: Terms, factor: Fraction) -> None:
    """The division of the right side on a line of its own, where it is one of whole numbers."""
    if len(right) != 1 or right[0][1] or factor.denominator > 1 or right[0][0].denominator > 1:
        return
    above = right[0][0]
    if above == 0:
        return
    quotient = Div(build.integer(above), build.integer(factor))
    if quotient != build.rational(above / factor):
        line = build.equals(quotient, build.rational(above / factor))
        lines.step("Work out the quotient", line, level=FINE)
