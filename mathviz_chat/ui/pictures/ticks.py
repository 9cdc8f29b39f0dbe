"""Round numbers beside an axis, where they fit."""

from __future__ import annotations

import math

from mathviz_chat.core.picturing.picture import Range


def ticks(shown: Range, cells: int, most: int, *, upwards: bool = False) -> dict[int, str]:
    """At most ``most`` round numbers, each at its column, or at its row from the top."""
    low, high = shown
    step = _round_step((high - low) / most)
    found = {}
    for k in range(math.ceil(low / step), math.floor(high / step) + 1):
        value = step * k
        cell = min(int((value - low) / (high - low) * cells), cells - 1)
        found[cells - 1 - cell if upwards else cell] = f"{value:.6g}"
    return found


def _round_step(least: float) -> float:
    """The next of 1, 2, 5, 10, 20, ... and their tenths."""
    power: float = 10.0 ** math.floor(math.log10(least))
    return next(step for factor in (1, 2, 5, 10) if (step := power * factor) >= least * 0.999)


def spread(names: dict[int, str], columns: int) -> str:
    """Names under their columns; one that would touch the one before it is left out."""
    line = ""
    for at, name in sorted(names.items()):
        start = max(0, min(at - len(name) // 2, columns - len(name)))
        if not line or start > len(line):
            line = line.ljust(start) + name
    return line
