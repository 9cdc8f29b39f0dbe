"""Pictures as plain dictionaries and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from mathviz_chat.core.picturing.picture import (
    Curve,
    Dot,
    NoPicture,
    Picture,
    Point,
    Region,
    Stretch,
)


def picture_to_dict(picture: Picture | NoPicture) -> dict[str, Any]:
    return asdict(picture)


def picture_from_dict(row: Mapping[str, Any]) -> Picture | NoPicture:
    if "reason" in row:
        return NoPicture(row["reason"])
    return Picture(
        title=row["title"],
        x=_pair(row["x"]),
        y=None if row["y"] is None else _pair(row["y"]),
        x_label=row["x_label"],
        y_label=row["y_label"],
        same_scale=row["same_scale"],
        curves=tuple(
            Curve(curve["label"], tuple(_points(p) for p in curve["pieces"]), curve["dashed"])
            for curve in row["curves"]
        ),
        dots=tuple(Dot(_pair(dot["at"]), dot["label"]) for dot in row["dots"]),
        regions=tuple(
            Region(region["label"], _points(region["outline"])) for region in row["regions"]
        ),
        stretches=tuple(Stretch(**stretch) for stretch in row["stretches"]),
    )


def _points(rows: Sequence[Sequence[float]]) -> tuple[Point, ...]:
    return tuple(_pair(row) for row in rows)


def _pair(row: Sequence[float]) -> Point:
    return (float(row[0]), float(row[1]))
