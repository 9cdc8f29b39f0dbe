"""How many real roots a function has, by sign changes: a second way that knows no algebra."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.reading.tree import Expr

HALVINGS: Final = 200
_STEP: Final = Fraction(1, 997)
_NEAR: Final = tuple(Fraction(k, 5) for k in range(-50, 51))
_FAR: Final = tuple(Fraction(10) + Fraction(7, 3) ** k for k in range(9))


def by_sign_changes(left: Expr, right: Expr, unknown: str, near: Iterable[Fraction] = ()) -> int:
    """The roots of ``left - right`` on a grid, each found to many digits by halving.

    Roots at which the sign does not change are found only on the grid; where a function has no
    value there is no root. near: values beside which is looked, too.
    """

    def sign(at: Fraction) -> int | None:
        """The sign of the difference, 0 where it is 0 to 40 digits; None without a value."""
        try:
            sides = [recount.real(recount.value(s, {unknown: at})) for s in (left, right)]
        except recount.NotEvaluated:
            return None
        difference, size = sides[0] - sides[1], max(abs(side) for side in sides)
        if size == 0 or recount.agree(difference / size, Fraction(0)):
            return 0
        return 1 if difference > 0 else -1

    beside = {value + step for value in near for step in (-_STEP, _STEP)}
    signs = [(point, sign(point)) for point in sorted({*_grid(), *beside})]
    found = sum(at == 0 for _, at in signs)
    for (low, at_low), (high, at_high) in pairwise(signs):
        if at_low and at_high and at_low != at_high:
            found += _is_root(sign, low, high, at_low)
    return found


def _grid() -> Iterator[Fraction]:
    yield from (-point for point in reversed(_FAR))
    yield from _NEAR
    yield from _FAR


def _is_root(
    sign: Callable[[Fraction], int | None], low: Fraction, high: Fraction, at: int
) -> bool:
    """Whether a sign change ends in a root: at a pole the difference never becomes small."""
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        here = sign(middle)
        if not here:
            return here == 0
        low, high = (middle, high) if here == at else (low, middle)
    return False
