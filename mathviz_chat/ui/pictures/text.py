"""A picture as lines of text for a terminal of any width, in Unicode or in ASCII.

Lines and points are drawn by plotille into one layer of Braille dots for each curve; the layers are
laid over each other here, so that each keeps its colour, or its own sign in ASCII.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.text import Text

from mathviz_chat.core.picturing.picture import Picture, Range, Stretch
from mathviz_chat.ui.mathtext import show_math
from mathviz_chat.ui.pictures.canvas import BLANK, Frame
from mathviz_chat.ui.pictures.ticks import spread, ticks
from mathviz_chat.ui.safe_text import visible

WIDEST: Final = 90  # columns; more make a picture no clearer
NARROWEST: Final = 24
HEIGHT: Final = 18  # rows
_COLORS: Final = ("cyan", "magenta", "green", "blue")
_SIGNS: Final = "*+x%"  # of the curves in ASCII
_DOT_COLOR: Final = "bold yellow"
_AREA_COLOR: Final = "blue"


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the same things are called in Unicode and in ASCII."""

    dot: str
    side: str
    corner: str
    floor: str
    area: str
    keys: tuple[str, str]
    thin: str
    thick: str
    open: tuple[str, str]
    closed: tuple[str, str]
    arrows: tuple[str, str]


_UNICODE: Final = _Signs(
    "●", "│", "└", "─", "░", ("━━", "╍╍"), "─", "━", ("○",) * 2, ("●",) * 2, ("◀", "▶")
)
_ASCII: Final = _Signs(
    "o", "|", "+", "-", ":", ("", ""), "-", "=", ("(", ")"), ("[", "]"), ("<", ">")
)


def picture_lines(picture: Picture, width: int, *, ascii_only: bool = False) -> list[Text]:
    """The picture in lines of at most ``width`` columns; none has a control character."""
    drawing = _Drawing(picture, min(max(width, NARROWEST), WIDEST), ascii_only)
    return list(drawing.lines())


class _Drawing:
    """One picture at one width."""

    def __init__(self, picture: Picture, width: int, ascii_only: bool) -> None:
        self._picture = picture
        self._width = width
        self._ascii = ascii_only
        self._signs = _ASCII if ascii_only else _UNICODE

    def lines(self) -> Iterator[Text]:
        yield from self._words(self._picture.title)
        if self._picture.y is not None:
            yield from self._plane(self._picture.y)
        if self._picture.stretches or self._picture.y is None:
            yield from self._number_line()
        yield from self._legend()

    def _words(self, text: str, before: Text | None = None) -> Iterator[Text]:
        """Text of the picture, wrapped; ``before`` stands in front of its first line."""
        shown = visible(text if self._ascii else show_math(text))
        start = before or Text()
        for line in textwrap.wrap(shown, self._width - start.cell_len):
            yield start + Text(line)
            start = Text(" " * start.cell_len)

    # -------------------------------------------------------------------------- the plane

    def _plane(self, y: Range) -> Iterator[Text]:
        picture = self._picture
        axes = bool(picture.x_label or picture.y_label)
        frame, names, margin = self._fitted(y, axes)
        for number, row in enumerate(self._cells(frame)):
            side = names.get(number, "").rjust(margin) + self._signs.side if axes else ""
            yield Text(side) + row
        if axes:
            columns = self._width - margin - 1
            yield Text(" " * margin + self._signs.corner + self._signs.floor * columns)
            under = spread(ticks(frame.x, columns, max(2, columns // 8)), columns)
            yield Text(" " * (margin + 1) + under)

    def _fitted(self, y: Range, axes: bool) -> tuple[Frame, dict[int, str], int]:
        """The frame, the numbers beside it, and the columns that these take."""
        picture, margin = self._picture, 0
        while True:
            columns = self._width - margin - 1 if axes else self._width
            frame = Frame(columns, HEIGHT, picture.x, y, same_scale=picture.same_scale)
            names = ticks(frame.y, HEIGHT, HEIGHT // 3, upwards=True) if axes else {}
            needed = max(map(len, names.values()), default=0)
            if needed <= margin:
                return frame, names, margin
            margin = needed

    def _cells(self, frame: Frame) -> list[Text]:
        """The canvas, row by row."""
        picture = self._picture
        layers = [(frame.axes(), "dim", "." if self._ascii else "")] if picture.x_label else []
        layers += [
            (frame.region(region), _AREA_COLOR, self._signs.area) for region in picture.regions
        ]
        for index, curve in enumerate(picture.curves):
            sign = _SIGNS[index % len(_SIGNS)] if self._ascii else ""
            layers.append(
                (
                    frame.curve(curve, dashed=self._is_dashed(index)),
                    _COLORS[index % len(_COLORS)],
                    sign,
                )
            )
        dots = {frame.cell(dot) for dot in picture.dots}
        return [
            self._row(number, [(layer[number], color, sign) for layer, color, sign in layers], dots)
            for number in range(HEIGHT)
        ]

    def _is_dashed(self, index: int) -> bool:
        told = self._picture.curves[index].dashed
        return index % 2 == 1 and not self._ascii if told is None else told

    def _row(
        self, number: int, layers: Sequence[tuple[str, str, str]], dots: set[tuple[int, int]]
    ) -> Text:
        row = Text()
        for column in range(len(layers[0][0]) if layers else 0):
            if (column, number) in dots:
                row.append(self._signs.dot, _DOT_COLOR)
                continue
            sign, style = " ", ""
            for cells, color, own in layers:
                if cells[column] != BLANK:
                    sign, style = _over(sign, cells[column], own), color
            row.append(sign, style)
        return row

    # -------------------------------------------------------------------------- the number line

    def _number_line(self) -> Iterator[Text]:
        """``◀━━━━○────●━━━━▶`` with its numbers under it."""
        picture, signs = self._picture, self._signs
        label = visible(picture.x_label)
        columns = self._width - 1 - len(label)
        low, high = picture.x

        def column(value: float) -> int:
            share = (value - low) / (high - low)
            return min(max(round(share * (columns - 1)), 0), columns - 1)

        cells = [(signs.thin, "")] * columns
        names: dict[int, str] = {}
        for stretch in picture.stretches:
            start = 0 if stretch.low is None else column(stretch.low)
            end = columns - 1 if stretch.high is None else column(stretch.high)
            for at in range(start, end + 1):
                cells[at] = (signs.thick, _COLORS[0])
            for side, value, at in ((0, stretch.low, start), (1, stretch.high, end)):
                cells[at] = (self._end(stretch, side), _COLORS[0])
                if value is not None:
                    names[at] = f"{value:.4g}"
        for dot in picture.dots if picture.y is None else ():
            cells[column(dot.at[0])] = (signs.dot, _DOT_COLOR)
            names[column(dot.at[0])] = dot.label
        line = Text()
        for sign, style in cells:
            line.append(sign, style)
        yield line + Text(f" {label}".rstrip())
        yield Text(spread(names, columns))

    def _end(self, stretch: Stretch, side: int) -> str:
        value = (stretch.low, stretch.high)[side]
        if value is None:
            return self._signs.arrows[side]
        closed = (stretch.low_closed, stretch.high_closed)[side]
        if stretch.low == stretch.high:
            return self._signs.dot
        return (self._signs.closed if closed else self._signs.open)[side]

    # -------------------------------------------------------------------------- the legend

    def _legend(self) -> Iterator[Text]:
        for index, curve in enumerate(self._picture.curves):
            sign = (
                _SIGNS[index % len(_SIGNS)] * 2
                if self._ascii
                else self._signs.keys[self._is_dashed(index)]
            )
            yield from self._words(curve.label, Text(f"{sign} ", _COLORS[index % len(_COLORS)]))
        for region in self._picture.regions[:1]:
            yield from self._words(region.label, Text(f"{self._signs.area * 2} ", _AREA_COLOR))
        for dot in self._picture.dots if self._picture.y is not None else ():
            if dot.label:
                yield from self._words(dot.label, Text(f"{self._signs.dot}  ", _DOT_COLOR))


def _over(below: str, braille: str, own: str) -> str:
    """A layer's cell over what is there: dots join, a sign replaces."""
    if own:
        return own
    base = ord(BLANK)
    dots = ord(below) - base if base <= ord(below) < base + 256 else 0
    return chr(base + (dots | (ord(braille) - base)))
