"""Pictures of data: a bar a value with the mean or the median across, a box for quartiles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from statistics import fmean, median
from typing import Final

from mathviz_chat.core.picturing import ranges
from mathviz_chat.core.picturing.graphs import short
from mathviz_chat.core.picturing.picture import Curve, Dot, Picture, Point, Region
from mathviz_chat.core.problems import Problem

_NUMBER: Final = r"-?\d+(?:/\d+|\.\d+)?"
_ASKED: Final = re.compile(
    rf"Find the (?P<asked>[a-z -]+) of (?P<values>{_NUMBER}(?:, {_NUMBER})+)\."
)
_BAR: Final = 0.36  # half its width
_MOST: Final = 40  # bars; more are thinner than a dot
_QUARTILES: Final = frozenset({"lower quartile", "upper quartile", "interquartile range"})


def statistics(problem: Problem, answer: str) -> Picture | None:
    match = _ASKED.fullmatch(problem.read_as)
    if match is None:
        return None
    values = [float(Fraction(value)) for value in match["values"].split(", ")]
    if len(values) > _MOST:
        return None
    if match["asked"] in _QUARTILES:
        return _box(problem.read_as, sorted(values))
    ordered = values if match["asked"] == "mean" else sorted(values)
    return _bars(problem.read_as, ordered, match["asked"])


def _bars(title: str, values: Sequence[float], asked: str) -> Picture:
    ends = (1 - 2 * _BAR, len(values) + 2 * _BAR)
    level = _level(values, asked)
    across = (
        () if level is None else (Curve(level[0], (((ends[0], level[1]), (ends[1], level[1])),)),)
    )
    said = "the values" if asked == "mean" else "the values in order"
    bars = tuple(
        Region(said, _rectangle((at - _BAR, 0.0), (at + _BAR, value)))
        for at, value in enumerate(values, start=1)
    )
    low, high = min(0.0, *values), max(0.0, *values)
    room = 0.08 * (high - low) or 1.0
    return Picture(
        title, ends, (low - (room if low < 0 else 0), high + room), "value", "", False, across,
        regions=bars,
    )  # fmt: skip


def _level(values: Sequence[float], asked: str) -> tuple[str, float] | None:
    """The value that is drawn across the bars, with its name."""
    if asked == "median":
        return f"median {short(median(values))}", median(values)
    if asked == "mean" or asked.endswith(("variance", "standard deviation")):
        return f"mean {short(fmean(values))}", fmean(values)
    return None


def _box(title: str, values: Sequence[float]) -> Picture:
    """From the lower to the upper quartile, the median across, a line to the ends at both sides.

    values: in order, an even number of them, since the quartiles of others are not read.
    """
    half = len(values) // 2
    low, middle, high = median(values[:half]), median(values), median(values[-half:])
    whiskers = (((values[0], 0.0), (low, 0.0)), ((high, 0.0), (values[-1], 0.0)))
    labels = ("smallest", "lower quartile", "median", "upper quartile", "largest")
    fives = (values[0], low, middle, high, values[-1])
    return Picture(
        title,
        ranges.around(values, least=0.1 * (values[-1] - values[0]) or 1.0),
        (-1.5, 1.5),
        x_label="value",
        y_label="",
        curves=(Curve("", whiskers), Curve("", (((middle, -1.0), (middle, 1.0)),), dashed=False)),
        dots=tuple(Dot((v, 0.0), f"{n} {short(v)}") for n, v in zip(labels, fives, strict=True)),
        regions=(Region("the middle half", _rectangle((low, -1.0), (high, 1.0))),),
    )


def _rectangle(corner: Point, other: Point) -> tuple[Point, ...]:
    return (corner, (corner[0], other[1]), other, (other[0], corner[1]))
