"""Points at which two expressions are compared before anything is proved.

The points depend on the names and the text of the expressions only: the same question gives the
same points every time. Small whole numbers come first: a student can verify those.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction

FRIENDLY: tuple[Fraction, ...] = (
    *map(Fraction, (2, 3, 1, -1, 5, 0, -2, 4)),
    *(Fraction(a, b) for a, b in ((1, 2), (-3, 1), (10, 1), (1, 3), (-1, 2), (7, 1), (3, 4))),
    *(Fraction(a, b) for a, b in ((-5, 1), (1, 10), (20, 1), (3, 2), (-7, 3), (100, 1), (-1, 10))),
)
SPREAD: tuple[int, ...] = (2, 3, 5, 7, 11, 13, 4, 6, 9, 10, 12, 8)
RANDOM_POINTS = 28


def points(names: tuple[str, ...], seed: object) -> Iterator[dict[str, Fraction]]:
    """Points for those names, friendly ones first; deterministic.

    seed: its text decides the random ones, and is made only when they are reached.
    """
    if len(names) == 1:
        for value in FRIENDLY:
            yield {names[0]: value}
    else:
        yield _point(names, SPREAD)
        yield _point(names, SPREAD[1:] + SPREAD[:1])
        yield _point(names, SPREAD[::-1])
        yield _point(names, (1,) * len(names))
    yield from _random_points(names, seed)


def _point(names: tuple[str, ...], values: tuple[int, ...]) -> dict[str, Fraction]:
    return {
        name: Fraction(values[k % len(values)] + k // len(values)) for k, name in enumerate(names)
    }


def _random_points(names: tuple[str, ...], seed: object) -> Iterator[dict[str, Fraction]]:
    """Whole numbers, then fractions, of either sign; the third of four is positive."""
    source = random.Random(f"{names}/{seed}")
    for k in range(RANDOM_POINTS):
        denominators = (1,) if k % 2 == 0 else (2, 3, 4, 5, 7)
        low = 1 if k % 4 >= 2 else -12
        yield {
            name: Fraction(source.randint(low, 12), source.choice(denominators)) for name in names
        }
