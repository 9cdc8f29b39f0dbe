"""A picture as frozen values: numbers and texts, nothing is left to compute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Range: TypeAlias = tuple[float, float]  # the smaller end first


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through points. pieces: each is drawn through; between them there is a gap (a pole, a
    jump, a place where nothing is defined). dashed: None where that only tells curves apart."""

    label: str
    pieces: tuple[tuple[Point, ...], ...]
    dashed: bool | None = None


@dataclass(frozen=True, slots=True)
class Dot:
    """A marked point, with what is written beside it."""

    at: Point
    label: str


@dataclass(frozen=True, slots=True)
class Region:
    """A shaded area: its outline, closed from the last point to the first."""

    label: str
    outline: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the number line. low, high: None where it has no end there."""

    low: float | None
    high: float | None
    low_closed: bool = False
    high_closed: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be drawn.

    x, y: the ranges shown; y is None for a number line, which shows ``stretches`` alone.
    x_label, y_label: names of the axes, "" where none are drawn (a triangle). same_scale: one unit
    is as long across as up.
    """

    title: str
    x: Range
    y: Range | None = None
    x_label: str = "x"
    y_label: str = "y"
    same_scale: bool = False
    curves: tuple[Curve, ...] = ()
    dots: tuple[Dot, ...] = ()
    regions: tuple[Region, ...] = ()
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class NoPicture:
    """Why there is nothing to be drawn: one sentence."""

    reason: str
