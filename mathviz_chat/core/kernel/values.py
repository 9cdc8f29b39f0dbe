"""Exact values and solution sets, as the kernel hands them out."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mathviz_chat.core.reading.tree import Expr, Interval, Statement


@dataclass(frozen=True, slots=True)
class Value:
    """The exact real value of a constant expression.

    expr: an expression that is exactly this value (a ``Number`` where it is rational).
    rational: the value as a fraction, None where it is not known to be rational.
    decimal: the value rounded to ``places`` decimals; every digit is certified by a ball.
    """

    expr: Expr
    rational: Fraction | None
    decimal: Fraction
    places: int


@dataclass(frozen=True, slots=True)
class Solution:
    """One isolated real solution.

    exact: a rational number or a quadratic surd as a tree; None for other algebraic numbers.
    decimal: rounded to ``places`` decimals, certified.
    multiplicity: of the root in the numerator (1 for isolated points of other conditions).
    """

    exact: Expr | None
    decimal: Fraction
    places: int
    multiplicity: int


@dataclass(frozen=True, slots=True)
class SolutionSet:
    """All real solutions of a condition on one unknown: isolated points and intervals, ascending.

    excluded: points that the condition itself excludes (zeros of denominators), ``x != 1``.
    """

    unknown: str
    points: tuple[Solution, ...]
    intervals: tuple[Interval, ...]
    excluded: tuple[Statement, ...]

    @property
    def is_empty(self) -> bool:
        """No real number satisfies the condition."""
        return not self.points and not self.intervals

    @property
    def is_finite(self) -> bool:
        """The solutions are isolated points."""
        return not self.intervals
