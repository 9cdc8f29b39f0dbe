"""The area of a path, a border or a frame of one width all round a rectangle."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role
from mathviz_chat.core.problems.readers.frames.templates import amount, written
from mathviz_chat.core.problems.readers.frames.tokens import words

_BORDER: Final = "path|border|frame|walkway|pathway|footpath|margin|strip|verge|terrace"
_ROUND: Final = (
    "surrounded|surrounds|around|all around|round|all round|goes around|runs around|outside|"
    "all way around|all way round|all sides|4 sides"
)


def _ring(filled: Filled) -> str | None:
    """What is left of the outer rectangle without the inner one."""
    (border,) = filled.roles["border"]
    sides = filled.roles["side"] * (1 if len(filled.roles["side"]) == 2 else 2)
    unit = border.unit
    if unit is None or any(side.unit != unit for side in sides):
        return None
    if filled.wanted is not None and filled.wanted.symbol != f"{unit.symbol}^2":
        return None
    values = [amount(side) for side in sides]
    width = amount(border)
    if width is None or None in values:
        return None
    inner = [f"{written(value)} {unit.symbol}" for value in values if value is not None]
    outer = [f"{written(value + 2 * width)} {unit.symbol}" for value in values if value is not None]
    return (
        f"A rectangle is {' by '.join(outer)} with a rectangular hole {' by '.join(inner)}. "
        f"Find the remaining area{filled.precision}."
    )


FRAMES: Final = tuple(
    Frame(
        needs=(_BORDER, _ROUND, shape),
        roles={
            "border": Role(
                "length",
                before=f"{_BORDER}|path that is|width of path",
                after=f"wide {_BORDER.replace('|', '|wide ')}|thick",
            ),
            "side": sides,
        },
        asks={"area": asks},
        by_unit={"area": "area"},
        restate=_ring,
        passed=passed,
        allowed=words(
            "square corners corner outer laid built paved uniform constant same width outside its "
            "edge edges put all way along by x cement concrete tiled wooden gravel around runs "
            "goes slabs tiles paving turf grass needed"
        ),
        rounds=True,
    )
    for asks in (
        "|".join(
            f"area of {one}|area of this {one}|how large is {one}" for one in _BORDER.split("|")
        )
        + "|area covered by path|area is path|its area",
    )
    for shape, sides, passed in (
        (
            "rectangle|rectangular|by|x|long",
            Role("length", least=2, most=2),
            "long|wide|length|rectangular|rectangle",
        ),
        (
            "square",
            Role("length"),
            "side length|side|sides of length|sides|long|square corners",
        ),
    )
)
