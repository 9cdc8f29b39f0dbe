"""Which part of the plane is shown: what matters, with some room around it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from mathviz_chat.core.picturing.picture import Range

HALF_WIDTH: Final = 5.0  # around 0 where nothing says what to show
TURN: Final = 2 * math.pi
_ROOM: Final = 0.6  # of the distance between what is shown, at either side
_LEAST: Final = 2.0
_PROBES: Final = 80


def around(values: Iterable[float], *, least: float = _LEAST) -> Range:
    """All values with room beside them; around 0 where there are none."""
    known = [value for value in values if math.isfinite(value)]
    if not known:
        return (-HALF_WIDTH, HALF_WIDTH)
    low, high = min(known), max(known)
    room = max(_ROOM * (high - low), least, 0.25 * max(abs(low), abs(high)))
    return (low - room, high + room)


def heights(
    functions: Sequence[Callable[[float], float]], x: Range, marked: Sequence[float]
) -> Range:
    """The range of values to show of functions over ``x``: the marked ones, and of the others what
    is not far from the most (a pole must not press everything else flat)."""
    probes = (x[0] + (x[1] - x[0]) * k / _PROBES for k in range(_PROBES + 1))
    found = sorted(v for at in probes for f in functions if not math.isnan(v := f(at)))
    if not found and not marked:
        return (-HALF_WIDTH, HALF_WIDTH)
    if not found:
        return around(marked)
    low, high = _quantile(found, 0.12), _quantile(found, 0.88)
    low, high = min([low, *marked]), max([high, *marked])
    room = 0.25 * (high - low) or 1.0
    low, high = max(found[0], low - room), min(found[-1], high + room)
    low, high = min([low, *marked]), max([high, *marked])
    edge = 0.08 * (high - low) or 1.0
    return (low - edge, high + edge)


def _quantile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
