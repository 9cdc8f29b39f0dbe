"""Curves sampled for drawing, with gaps where a function has a pole, a jump or no value."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from mathviz_chat.core.picturing.picture import Point, Range

SAMPLES: Final = 400  # a curve; a terminal has fewer columns, a file no more that are seen
GRID: Final = 96  # cells across and up, for curves given by an equation in two unknowns
_HALVINGS: Final = 40  # of the distance between two samples, until it is a jump
_STEPS_TO_CHANGE: Final = 14  # halvings of a cell: finer than any pixel
_SAME_PLACE: Final = 0.917e-9  # of the largest coordinate; odd, so that no grid lies on its halves
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


def joined(lines: Sequence[tuple[Point, ...]]) -> tuple[tuple[Point, ...], ...]:
    """Short lines that share an end made one, so that dashes can run along it."""
    key = _keys(lines)
    lines = [line for line in lines if key(line[0]) != key(line[-1])]
    at_end: dict[tuple[int, int], list[int]] = {}
    for index, line in enumerate(lines):
        for end in (line[0], line[-1]):
            at_end.setdefault(key(end), []).append(index)
    left = set(range(len(lines)))
    chains: list[tuple[Point, ...]] = []
    for index in range(len(lines)):
        if index in left:
            left.discard(index)
            forwards = _followed(list(lines[index]), lines, at_end, left, key)
            chains.append(tuple(_followed(forwards[::-1], lines, at_end, left, key)))
    return tuple(chains)


def _keys(lines: Sequence[tuple[Point, ...]]) -> Callable[[Point], tuple[int, int]]:
    """The same for both cells beside a side, whose crossing is rounded differently."""
    values = [abs(value) for line in lines for point in line for value in point]
    unit = _SAME_PLACE * max(values, default=1.0) or 1.0
    return lambda point: (round(point[0] / unit), round(point[1] / unit))


def _followed(
    chain: list[Point],
    lines: Sequence[tuple[Point, ...]],
    at_end: Mapping[tuple[int, int], Sequence[int]],
    left: set[int],
    key: Callable[[Point], tuple[int, int]],
) -> list[Point]:
    """The chain with every line that goes on from its last point."""
    while True:
        index = next((k for k in at_end.get(key(chain[-1]), ()) if k in left), None)
        if index is None:
            return chain
        left.discard(index)
        line = lines[index]
        same = key(line[0]) == key(chain[-1])
        chain.append(line[-1] if same else line[0])


# ------------------------------------------------------------------ areas


def shaded(
    holds: Callable[[float, float], bool], x: Range, y: Range
) -> tuple[tuple[Point, ...], ...]:
    """The outlines of the part of the plane where a condition holds.

    The condition is followed up each of many columns; neighbouring columns in which it holds on as
    many stretches that touch each other make one outline a stretch.
    """
    columns = [
        (at, _stretches(partial(holds, at), y))
        for at in (x[0] + (x[1] - x[0]) * k / SAMPLES for k in range(SAMPLES + 1))
    ]
    outlines: list[tuple[Point, ...]] = []
    open_: list[list[tuple[float, Range]]] = []
    for at, stretches in columns:
        if not _go_on(open_, stretches):
            outlines += map(_outline, open_)
            open_ = [[] for _ in stretches]
        for strip, stretch in zip(open_, stretches, strict=True):
            strip.append((at, stretch))
    return tuple(o for o in (*outlines, *map(_outline, open_)) if len(o) > 2)


def _stretches(holds: Callable[[float], bool], y: Range) -> list[Range]:
    """Where a condition holds between two ends, each change found by halving."""
    ups = [y[0] + (y[1] - y[0]) * k / GRID for k in range(GRID + 1)]
    found: list[Range] = []
    start = ups[0] if holds(ups[0]) else None
    for low, high in pairwise(ups):
        inside = holds(high)
        if inside and start is None:
            start = _change(holds, high, low)
        elif not inside and start is not None:
            found.append((start, _change(holds, low, high)))
            start = None
    return found if start is None else [*found, (start, ups[-1])]


def _change(holds: Callable[[float], bool], inside: float, outside: float) -> float:
    for _ in range(_STEPS_TO_CHANGE):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if holds(middle) else (inside, middle)
    return inside


def _go_on(open_: Sequence[Sequence[tuple[float, Range]]], stretches: Sequence[Range]) -> bool:
    return len(open_) == len(stretches) and all(
        strip[-1][1][0] <= stretch[1] and stretch[0] <= strip[-1][1][1]
        for strip, stretch in zip(open_, stretches, strict=True)
    )


def _outline(strip: Sequence[tuple[float, Range]]) -> tuple[Point, ...]:
    below = tuple((at, low) for at, (low, _) in strip)
    return (*below, *((at, high) for at, (_, high) in reversed(strip)))
