"""Questions about functions and points, told in words; each family is a grammar of clauses."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.worded import (
    circles,
    expansions,
    functions,
    integrals,
    limits,
    moving,
    points,
    shapes,
    slopes,
)
from mathviz_chat.core.problems.worded import Worded

FAMILIES: Final[tuple[Worded, ...]] = (
    *slopes.READERS,
    *moving.READERS,
    *shapes.READERS,
    *limits.READERS,
    *integrals.READERS,
    *functions.READERS,
    *expansions.READERS,
    *points.READERS,
    *circles.READERS,
)
"""Each family reads a question as a whole or not at all."""
