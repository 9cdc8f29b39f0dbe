"""Intents about angles that are given by expressions."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent

_CORNERS: Final = {"triangle": 3, "quadrilateral": 4, "pentagon": 5, "hexagon": 6}


def _equation(found: Found) -> str | None:
    """All angles of a polygon together, in one letter."""
    named = [count for name, count in _CORNERS.items() if name in found.words]
    angles = found.all("l")
    letters = {letter for angle in angles for letter in variables(angle)}
    if len(named) != 1 or len(angles) != named[0] or len(letters) != 1:
        return None
    (letter,) = letters
    if "x" in found and found["x"] != letter:
        return None
    total = " + ".join(f"({slots.spelled(angle)})" for angle in angles)
    return f"Solve {total} = {180 * (named[0] - 2)} for {letter}."


INTENTS: Final = (
    Intent(
        "angles of a polygon",
        ("angles", "|".join(_CORNERS), "value of|find|solve~|what is"),
        ("l:ens+", "x:s?@find|for|value of"),
        _equation,
        "three four five six interior inside angles degrees measure measures size sizes set "
        "equation solve~ have has form",
        "in degrees|form an equation|set up an equation|write an equation|degrees and",
    ),
)
