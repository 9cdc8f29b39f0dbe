"""Curves, areas and points on a grid of Braille dots, by plotille: 2 to a column, 4 to a row."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final

from plotille import Canvas

from mathviz_chat.core.picturing.picture import Curve, Dot, Range, Region

BLANK: Final = "\u2800"  # Braille without a dot
_DASH: Final = 4.0  # dots


class Frame:
    """The part of the plane that the canvas shows: ``x``, ``y``, widened for one scale."""

    def __init__(self, columns: int, rows: int, x: Range, y: Range, *, same_scale: bool) -> None:
        self._columns, self._rows = columns, rows
        self.x, self.y = _fitted(x, y, 2 * columns, 4 * rows) if same_scale else (x, y)

    def axes(self) -> list[str]:
        canvas = self._canvas()
        if self.x[0] <= 0 <= self.x[1]:
            canvas.line(0, self.y[0], 0, self.y[1])
        if self.y[0] <= 0 <= self.y[1]:
            canvas.line(self.x[0], 0, self.x[1], 0)
        return self._rows_of(canvas)

    def curve(self, curve: Curve, *, dashed: bool) -> list[str]:
        canvas = self._canvas()
        gone = 0.0  # so many dots of the line
        for piece in curve.pieces:
            for (x0, y0), (x1, y1) in pairwise(piece):
                if not dashed or gone // _DASH % 2 == 0:
                    canvas.line(x0, y0, x1, y1)
                gone += self._dots_between(x1 - x0, y1 - y0)
        return self._rows_of(canvas)

    def _dots_between(self, across: float, up: float) -> float:
        return math.hypot(
            across / (self.x[1] - self.x[0]) * 2 * self._columns,
            up / (self.y[1] - self.y[0]) * 4 * self._rows,
        )

    def region(self, region: Region) -> list[str]:
        """Every point of a fine grid that an odd number of sides lies above."""
        canvas = self._canvas()
        outline = region.outline
        sides = list(zip(outline, (*outline[1:], outline[0]), strict=True))
        across, up = 2 * self._columns, 4 * self._rows
        for column in range(across):
            x = self.x[0] + (column + 0.5) / across * (self.x[1] - self.x[0])
            heights = sorted(
                y0 + (x - x0) / (x1 - x0) * (y1 - y0)
                for (x0, y0), (x1, y1) in sides
                if (x0 <= x) != (x1 <= x)
            )
            step = (self.y[1] - self.y[0]) / up
            for low, high in zip(heights[::2], heights[1::2], strict=False):
                y = low
                while y <= high:
                    canvas.point(x, y)
                    y += step
        return self._rows_of(canvas)

    def cell(self, dot: Dot) -> tuple[int, int]:
        """Column and row, from the top left."""
        x = (dot.at[0] - self.x[0]) / (self.x[1] - self.x[0])
        y = (dot.at[1] - self.y[0]) / (self.y[1] - self.y[0])
        row = min(int(y * self._rows), self._rows - 1)  # from below, as the canvas counts
        return (min(int(x * self._columns), self._columns - 1), self._rows - 1 - row)

    def _canvas(self) -> Canvas:
        (x0, x1), (y0, y1) = self.x, self.y
        return Canvas(self._columns, self._rows, xmin=x0, ymin=y0, xmax=x1, ymax=y1)

    def _rows_of(self, canvas: Canvas) -> list[str]:
        rows = canvas.plot().split("\n")
        return [row.replace(" ", BLANK).ljust(self._columns, BLANK) for row in rows]


def _fitted(x: Range, y: Range, across: int, up: int) -> tuple[Range, Range]:
    """Both ranges widened so that one unit is as long across as up."""
    scale = max((x[1] - x[0]) / across, (y[1] - y[0]) / up)
    return _widened(x, scale * across), _widened(y, scale * up)


def _widened(shown: Range, length: float) -> Range:
    middle = (shown[0] + shown[1]) / 2
    return (middle - length / 2, middle + length / 2)
