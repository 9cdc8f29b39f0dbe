"""Curves sampled for drawing, with gaps where a function has a pole, a jump or no value."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from mathviz_chat.core.picturing.picture import Point, Range

SAMPLES: Final = 400  # a curve; a terminal has fewer columns, a file no more that are seen
GRID: Final = 96  # cells across and up, for curves given by an equation in two unknowns
_HALVINGS: Final = 40  # of the distance between two samples, until it is a jump
_STEEP: Final = 0.02  # of the height shown, between two samples, before they are looked at closely

Function = Callable[[float], float]


def sampled(function: Function, x: Range, y: Range) -> tuple[tuple[Point, ...], ...]:
    """The graph of a function over the range ``x``, in pieces.

    function: NaN where it has no value. y: the range shown; what leaves it is cut off a little
    outside, so that no line is drawn across a gap.
    """
    low, high = x
    height = y[1] - y[0]
    pieces: list[list[Point]] = [[]]
    before: Point | None = None
    for at in (low + (high - low) * k / SAMPLES for k in range(SAMPLES + 1)):
        value = function(at)
        if math.isnan(value):
            pieces.append([])
            before = None
            continue
        point = (at, value)
        if before is not None and _is_jump(function, before, point, y, height):
            pieces.append([])
        pieces[-1].append(point)
        before = point
    return tuple(part for piece in pieces for part in _clipped(piece, y))


def _is_jump(function: Function, left: Point, right: Point, y: Range, height: float) -> bool:
    """Whether the graph between two samples cannot be a line: halved towards the steeper half, the
    difference of a continuous function becomes small, that at a jump or a pole does not."""
    for _ in range(_HALVINGS):
        if abs(_within(left[1], y) - _within(right[1], y)) < _STEEP * height:
            return False
        at = (left[0] + right[0]) / 2
        value = function(at)
        if math.isnan(value):
            return True
        middle = (at, value)
        if at in (left[0], right[0]):
            break
        first = abs(_within(left[1], y) - _within(value, y))
        second = abs(_within(right[1], y) - _within(value, y))
        left, right = (left, middle) if first >= second else (middle, right)
    return True


def _within(value: float, y: Range) -> float:
    """Cut off at half a height outside."""
    margin = (y[1] - y[0]) / 2
    return min(max(value, y[0] - margin), y[1] + margin)


def _clipped(piece: Sequence[Point], y: Range) -> Iterator[tuple[Point, ...]]:
    """The parts of a piece that are seen, with one point outside at either end, cut off."""
    part: list[Point] = []
    for index, (at, value) in enumerate(piece):
        neighbours = piece[max(0, index - 1) : index + 2]
        if any(y[0] <= other <= y[1] for _, other in neighbours) or _crosses(neighbours, y):
            part.append((at, _within(value, y)))
        elif part:
            yield tuple(part)
            part = []
    if part:
        yield tuple(part)


def _crosses(points: Sequence[Point], y: Range) -> bool:
    return min(value for _, value in points) < y[0] and max(value for _, value in points) > y[1]


# ------------------------------------------------------------------ equations in two unknowns


def implicit(
    function: Callable[[float, float], float], x: Range, y: Range
) -> tuple[tuple[Point, ...], ...]:
    """Where a function of two numbers is 0, as short lines (marching squares)."""
    xs = [x[0] + (x[1] - x[0]) * k / GRID for k in range(GRID + 1)]
    ys = [y[0] + (y[1] - y[0]) * k / GRID for k in range(GRID + 1)]
    values = [[function(at, up) for at in xs] for up in ys]
    lines: list[tuple[Point, ...]] = []
    for row in range(GRID):
        for column in range(GRID):
            corners = [
                (xs[column + dx], ys[row + dy], values[row + dy][column + dx])
                for dx, dy in ((0, 0), (1, 0), (1, 1), (0, 1))
            ]
            lines += _cell(corners)
    return tuple(lines)


def _cell(corners: Sequence[tuple[float, float, float]]) -> Iterator[tuple[Point, ...]]:
    """The lines in one cell: between the sides on which the sign changes."""
    if any(math.isnan(value) for _, _, value in corners):
        return
    crossings: list[Point] = []
    for (x0, y0, v0), (x1, y1, v1) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (v0 >= 0) != (v1 >= 0):
            share = v0 / (v0 - v1)
            crossings.append((x0 + share * (x1 - x0), y0 + share * (y1 - y0)))
    yield from zip(crossings[::2], crossings[1::2], strict=False)
