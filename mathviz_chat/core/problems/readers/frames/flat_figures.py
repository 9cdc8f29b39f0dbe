"""Areas and perimeters of figures that a story describes: fields, lawns, plates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mathviz_chat.core.problems.readers.frames.frame import Filled, Frame, Role


def _of(template: str) -> Callable[[Filled], str | None]:
    """The template with ``{asked}`` and, by role, each quantity put in."""

    def restate(filled: Filled) -> str | None:
        values = {
            f"{name}{number}": token.text
            for name, found in filled.roles.items()
            for number, token in enumerate(found, start=1)
        }
        lengths = {one.unit.symbol for found in filled.roles.values() for one in found if one.unit}
        if filled.wanted is not None and {filled.wanted.symbol} != {f"{one}^2" for one in lengths}:
            return None
        return template.format(asked=filled.asked, **values) + "."

    return restate


_AREA: Final = {"area": "area|how large|how much space"}
_BOTH: Final = {**_AREA, "perimeter": "perimeter|distance around"}
_IN_PI: Final = frozenset(["leave", "pi", "terms", "exact"])

FRAMES: Final = (
    Frame(
        needs=("trapezium|trapezoid",),
        roles={
            "parallel": Role(
                "length", before="parallel sides|bases|parallel sides of", least=2, most=2
            ),
            "height": Role(
                "length", before="height|distance between|apart", after="apart|high|tall"
            ),
        },
        asks=_AREA,
        restate=_of(
            "Find the area of a trapezium with parallel sides {parallel1} and {parallel2} and "
            "height {height1}"
        ),
        allowed=frozenset({"them", "between", "long", "perpendicular"}),
    ),
    Frame(
        needs=("circle|circular",),
        roles={"diameter": Role("length", before="diameter", after="across|wide|diameter")},
        asks=_AREA,
        restate=_of("Find the area of a circle with diameter {diameter1}"),
        allowed=_IN_PI,
    ),
)
