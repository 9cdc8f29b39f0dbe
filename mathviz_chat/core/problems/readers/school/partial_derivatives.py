"""The partial derivatives of a function of two letters, of first or second order, part by part."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import differentiate, variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.readers.school.formulas import FIND
from mathviz_chat.core.reading import to_plain

_FUNCTION: Final = (
    r"(?:the\s+)?(?:function\s+)?(?:(?P<f>[a-z])\s*\(\s*(?P<x>[a-z])\s*,\s*(?P<y>[a-z])"
    r"\s*\)\s*=\s*)"
    rf"(?P<e>{slots.MATHS})"
)
_WHAT: Final = (
    r"(?:the\s+)?(?:(?P<first>(?:both\s+|all\s+)?(?:first\s+)?"
    r"(?:order\s+)?partial\s+derivatives)"
    r"|(?P<second>(?:all\s+)?(?:the\s+)?second(?:[\s-]order)?\s+partial\s+"
    r"derivatives))"
)
_ASKED: Final = tuple(
    LazyPattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"{FIND}{_WHAT}\s+(?:of|for)\s+{_FUNCTION}",
        rf"(?:(?:let|given|consider|suppose|for|if)\s+)?{_FUNCTION}[.,;]\s+{FIND}{_WHAT}"
        r"(?:\s+of\s+(?P<g>[a-z])(?:\([a-z]\s*,\s*[a-z]\))?)?",
    )
)


def said_again(text: str) -> str | None:
    """One derivative a part; the mixed one, which is the same in both orders, once."""
    match = next((m for pattern in _ASKED if (m := pattern.fullmatch(text)) is not None), None)
    if match is None:
        return None
    formula = slots.for_question(match["e"]).expression(match["e"])
    first, second = match["x"], match["y"]
    if formula is None or first == second or set(variables(formula)) != {first, second}:
        return None
    if "g" in match.groupdict() and match["g"] not in (None, match["f"]):
        return None
    plain = to_plain(formula)
    if match["first"]:
        asked = [
            f"Find the derivative of {plain} with respect to {name}" for name in (first, second)
        ]
    else:
        mixed = to_plain(differentiate(formula, first))
        asked = [
            f"Find the second derivative of {plain} with respect to {first}",
            f"Find the derivative of {mixed} with respect to {second}",
            f"Find the second derivative of {plain} with respect to {second}",
        ]
    return " ".join(f"({label}) {one}." for label, one in zip("abc", asked, strict=False))
