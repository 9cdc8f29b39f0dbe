"""Sets of real numbers with finitely many ends, exactly: unions of points and intervals."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from flint import arb, ctx

from mathviz_chat.core.kernel.algebraic import AlgebraicReal
from mathviz_chat.core.kernel.limits import MAX_BITS, TooLarge


@dataclass(frozen=True)
class RealSet:
    """ends: ascending. cells: 2 n + 1 truth values, of the open intervals and ends in turn.

    cells[0] is that of everything below the first end, cells[1] that of the first end itself. No
    end is superfluous, so equal sets have equal fields.
    """

    ends: tuple[AlgebraicReal, ...]
    cells: tuple[bool, ...]

    @classmethod
    def build(cls, ends: list[AlgebraicReal], cells: list[bool]) -> RealSet:
        """Drop the ends at which nothing changes."""
        kept: list[AlgebraicReal] = []
        values = [cells[0]]
        for k, end in enumerate(ends):
            at, after = cells[2 * k + 1], cells[2 * k + 2]
            if not values[-1] == at == after:
                kept.append(end)
                values += [at, after]
        return cls(tuple(kept), tuple(values))

    def contains(self, number: AlgebraicReal) -> bool:
        place = bisect_left(self.ends, number)
        at_end = place < len(self.ends) and self.ends[place] == number
        return self.cells[2 * place + (1 if at_end else 0)]

    def __and__(self, other: RealSet) -> RealSet:
        return combined(self, other, lambda a, b: a and b)

    def __or__(self, other: RealSet) -> RealSet:
        return combined(self, other, lambda a, b: a or b)

    def __sub__(self, other: RealSet) -> RealSet:
        return combined(self, other, lambda a, b: a and not b)

    def complement(self) -> RealSet:
        return RealSet(self.ends, tuple(not cell for cell in self.cells))

    @property
    def is_empty(self) -> bool:
        return self == NOTHING

    @property
    def is_finite(self) -> bool:
        """Isolated points only (or none)."""
        return not any(self.cells[::2])

    def points(self) -> list[AlgebraicReal]:
        """The isolated points, ascending."""
        return [
            end
            for k, end in enumerate(self.ends)
            if self.cells[2 * k + 1] and not self.cells[2 * k] and not self.cells[2 * k + 2]
        ]

    def member(self) -> AlgebraicReal | None:
        """A number of the set, as simple as can be; None where it is empty."""
        for k, cell in enumerate(self.cells):
            if cell and k % 2:
                return self.ends[k // 2]
        for k, cell in enumerate(self.cells):
            if cell:
                below = self.ends[k // 2 - 1] if k else None
                above = self.ends[k // 2] if k // 2 < len(self.ends) else None
                return AlgebraicReal.rational(between(below, above))
        return None


NOTHING = RealSet((), (False,))


def combined(one: RealSet, two: RealSet, rule: Callable[[bool, bool], bool]) -> RealSet:
    """Cell by cell on the common refinement."""
    ends = sorted({*one.ends, *two.ends})
    cells = [rule(one.cells[0], two.cells[0])]
    i = j = 0
    for end in ends:
        here = []
        i_at = i < len(one.ends) and one.ends[i] == end
        j_at = j < len(two.ends) and two.ends[j] == end
        here = [one.cells[2 * i + i_at], two.cells[2 * j + j_at]]
        cells.append(rule(*here))
        i, j = i + i_at, j + j_at
        cells.append(rule(one.cells[2 * i], two.cells[2 * j]))
    return RealSet.build(ends, cells)


def between(below: AlgebraicReal | None, above: AlgebraicReal | None) -> Fraction:
    """A rational number strictly between, with as small a denominator (a power of 2) as found."""
    if below is None and above is None:
        return Fraction(0)
    bits = 64
    while bits <= MAX_BITS:
        with ctx.workprec(bits):
            found = _between(below, above, bits)
        if found is not None:
            return found
        bits *= 2
    raise TooLarge("two ends that lie too close together")


def _between(
    below: AlgebraicReal | None, above: AlgebraicReal | None, bits: int
) -> Fraction | None:
    low = below.ball() if below is not None else None
    high = above.ball() if above is not None else None
    for denominator in (2**k for k in range(bits // 2)):
        if low is not None:
            candidate = _whole((low * denominator).floor(), 1)
        else:
            candidate = _whole((high * denominator).ceil(), -1)
        if candidate is None:
            continue
        value = AlgebraicReal.rational(Fraction(candidate, denominator)).ball()
        if (low is None or low < value) and (high is None or value < high):
            return Fraction(candidate, denominator)
    return None


def _whole(ball: arb, step: int) -> int | None:
    whole = ball.unique_fmpz()
    return None if whole is None else int(whole) + step
