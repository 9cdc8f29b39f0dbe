"""Figures, angles and walks in other words, for the families that read them plainly."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.applied import (
    angle_pairs,
    angles,
    geometry,
    polygon_angles,
    radians,
    triangles,
)
from mathviz_chat.core.problems.readers.applied.family import Family
from mathviz_chat.core.problems.readers.synonyms.family import Reader, Synonymous, synonyms

_FIGURE: Final = (
    r"circle|square|rectangle|triangle|trapezium|trapezoid|parallelogram|rhombus|cube|cuboid|box|"
    r"cylinder|cone|sphere|pyramid|hemisphere|room|garden|field"
)
_LENGTH: Final = (
    r"area|volume|perimeter|circumference|surface area|diagonal|radius|diameter|height|side|length|"
    r"width|base|hypotenuse"
)
_QUANTITY: Final = r"\d+(?:\.\d+)?(?:\s*(?:mm|cm|m|km|ft|in|yd|metres|meters|feet|inches))?"
SAID: Final = synonyms(
    (r"\((leave|leaving|give|giving|in terms|use|take)\b([^()]*)\)", r", \1\2"),
    (r"\bin straight line$|\bas crow flies$", ""),
    (r"\\frac\s+(\d*)\s*(?:\\pi|π|pi)\s+(\d+)", r"\1pi/\2"),
    (r"\\pi\b", "pi"),
    (r"\b(angles?) (?:at|between|on|in|with|inside) (?:2 )?parallel lines\b", r"\1"),
    (r"\bbase of radius\b", "base radius"),
    (r"\b(parallel sides|diagonals) of (trapezium|trapezoid|rhombus)\b", r"\2 with \1"),
    (rf"\b({_FIGURE})'s ({_LENGTH}|sides?|edges?)\b", r"\1 with \2"),
    (rf"^(?:so|then|and)?\s*(?:its|their)\s+({_LENGTH})(?:\s+is|\s+are)?[\s.…]*$", r"find its \1"),
    (rf"^(?=(?:size|measure|{_LENGTH})(?: of each| of every)? (?:of|interior|exterior)\b)",
     "find "),
    (r"\b(?:in|for|of) which\b", "with"),
    (r"\b(?:stands|standing|sits|resting|rests) on\b", "with"),
    (r"\bsquare base (?:with|of|has|having|whose)? ?(?:sides?|edges?)(?: length)?(?: of)?\b",
     "square base of side"),
    (rf"\b(?:that are |which are |and are |they are |are |placed )?({_QUANTITY}) apart\b",
     r"height \1"),
    (rf"\b({_QUANTITY}) and ({_QUANTITY}) (?:include|enclose|contain|form|make) angle (?:of )?",
     r"\1 and \2 and included angle "),
    (rf"\b({_QUANTITY}) and ({_QUANTITY}) with (?=\d+\s*(?:°|degrees?) (?:angle )?between)",
     r"\1 and \2 and included angle "),
    (rf"^(?!.*\btriangle\b)(?=.*\bhypotenuse\b.*\bleg\b)(?=.*{_QUANTITY})", "right triangle with "),
    (r"\bhow (?:big|large) is (?=area|volume|perimeter|other)", "find "),
    (r"\bhow much (?:space|room) (?:is inside|does it take up|does it occupy)\b",
     "find its volume"),
    (r"\bhow much (?:water|sand|liquid) (?:can|does|will) it hold\b(?! in)", "find its volume"),
    (r"\bhow far is it (?:all )?(?:round|around) (?:whole )?(?:it|edge|outside|field|garden|park|"
     r"track|pitch|room|square|rectangle)\b", "find its perimeter"),
    (r"^how much (?:water|sand|liquid|oil) (?:can|does|will) (.+) hold$", r"find volume of \1"),
)  # fmt: skip


def _said(readers: tuple[object, ...]) -> tuple[Reader, ...]:
    """The families among the readers, in other words too."""
    return tuple(Synonymous(one, SAID) for one in readers if isinstance(one, Family))


READERS: Final = (
    *_said(geometry.READERS),
    *_said(angles.READERS),
    *_said(angle_pairs.READERS),
    *_said(polygon_angles.READERS),
    *_said(radians.READERS),
    *_said(triangles.READERS),
)
