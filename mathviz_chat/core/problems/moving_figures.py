"""How fast a figure changes: a second way that moves it a little and measures the difference.

No rule of differentiation is used: the size at a time is found from what is told, what is asked
for from the size, and the slope of that by finite differences of many digits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

from mathviz_chat.core.problems import recount


def _measure(factor: Fraction, power: Fraction, circles: Fraction) -> tuple[Any, int]:
    """``factor * size^power``, times pi where ``circles`` is 1."""
    return _real(factor) * (recount.pi() if circles else 1), int(power)


def _real(number: Fraction) -> Any:
    return recount.real(Fraction(number))


def _grown(*numbers: Fraction) -> recount.Scalar:
    """How fast a measure grows at a size, where another one grows at a rate."""
    told, asked = _measure(*numbers[:3]), _measure(*numbers[3:6])
    size, rate = map(_real, numbers[6:])

    def at(time: Any) -> Any:
        moved = size ** told[1] + rate * time / told[0]
        return asked[0] * recount.root(moved, told[1]) ** asked[1]

    return recount.slope(at)


def _slid(length: Fraction, squared: Fraction, rate: Fraction) -> recount.Scalar:
    """How fast one end of a ladder moves, where the other moves away from the corner.

    squared: the square of the other's distance from the corner.
    """
    whole, speed = map(_real, (length, rate))
    start = recount.root(_real(squared), 2)
    return -recount.slope(lambda time: recount.root(whole**2 - (start + speed * time) ** 2, 2))


def _parted(first: Fraction, second: Fraction, hours: Fraction) -> recount.Scalar:
    """How fast two move apart, at right angles from one point, after so many hours."""
    a, b, at = map(_real, (first, second, hours))
    return recount.slope(lambda time: recount.root(a**2 + b**2, 2) * (at + time))


METHODS: Final[Mapping[str, Callable[..., recount.Scalar]]] = MappingProxyType(
    {"grown": _grown, "slid": _slid, "parted": _parted}
)
