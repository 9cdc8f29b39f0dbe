"""Volumes of revolution and integrals by a named substitution, said as one integral."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.patterns import LazyPattern

_M = slots.MATHS
_N = r"(?:-?\d+(?:/\d+|\.\d+)?|-?π|-?pi)"
_BETWEEN = (
    rf"(?:,?\s+(?:from|between)\s+(?:x\s*=\s*)?(?P<l>{_N})\s+(?:to|and)\s+(?:x\s*=\s*)?(?P<h>{_N}))"
)
_TURNED = (
    r"(?:(?:when|is|it|the|region|this|that|area|curve|R|if|and|are)\s+)*(?:rotated|"
    r"revolved|turned)\s+"
    r"(?:(?:through\s+)?(?:360\s*(?:°|degrees)|2\s*(?:π|pi)(?:\s+radians)?|a\s+full\s+turn"
    r"|completely)\s+)?"
    r"(?:about|around)\s+the\s+x-?\s?axis"
)
_REGION = (
    r"(?:(?:the|a|region|area|part|bounded|enclosed|under|below|by|of|between|curve|graph|"
    r"and|x-?\s?axis)"
    r"\s+)*"
)
_FIND = r"(?:find|calculate|work\s+out|determine|what\s+is)\s+"
_VOLUME = (
    r"(?:the\s+)?(?:exact\s+)?volume(?:\s+(?:of\s+(?:the\s+)?(?:solid|revolution)(?:\s+"
    r"of\s+revolution)?|"
    r"of\s+the\s+solid))?(?:\s+(?:generated|formed|obtained|produced|that\s+is\s+formed))?"
)
_UNDER = rf"y\s*=\s*(?P<e>{_M})"
_WITH_AXIS = r"(?:,?\s+(?:and\s+)?the\s+x-?\s?axis)?"
_PATTERNS: Final = tuple(
    LazyPattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_FIND}{_VOLUME}\s+(?:when|by|if|as|from)?\s*(?:rotating\s+"
        rf")?{_REGION}{_UNDER}{_WITH_AXIS}"
        rf"{_BETWEEN}\s*,?\s*{_TURNED}",
        rf"{_REGION}{_UNDER}{_WITH_AXIS}{_BETWEEN}\s*,?\s*{_TURNED}[.,;]?\s+{_FIND}{_VOLUME}",
        rf"{_FIND}{_VOLUME}\s+(?:by|from)\s+(?:rotating|revolving)\s+{_REGION}{_UNDER}{_WITH_AXIS}"
        rf"{_BETWEEN}\s*,?\s+(?:about|around)\s+the\s+x-?\s?axis",
    )
)
_SUBSTITUTED: Final = LazyPattern(
    rf"(?:use|using|by\s+using|with|by)\s+the\s+substitution\s+u\s*=\s*(?P<u>{_M})\s*,?\s+"
    r"(?:to\s+)?"
    rf"(?:find|evaluate|integrate|calculate|work\s+out)\s+(?P<e>∫{_M}d\s?x|{_M})",
    re.IGNORECASE,
)
_IMPROPER: Final = LazyPattern(
    r"(?P<ask>(?:evaluate|find|calculate|compute|work\s+out)\s+the)\s+improper\s+"
    r"(?P<rest>integral\s.+)",
    re.IGNORECASE,
)
_RISING: Final = LazyPattern(
    r"for\s+(?:which|what)\s+(?P<x>[a-z])\s+is\s+(?P<f>.+?)\s+(?P<how>increasing|decreasing)",
    re.IGNORECASE,
)


def said_again(text: str) -> str | None:
    """One integral; the solid of revolution has discs of area pi*y^2."""
    match = _IMPROPER.fullmatch(text)
    if match is not None:
        return f"{match['ask']} {match['rest']}"
    match = _RISING.fullmatch(text)
    if match is not None:
        return f"For which values of {match['x']} is {match['f']} {match['how']}"
    for pattern in _PATTERNS:
        match = pattern.fullmatch(text)
        if match is not None and "y" not in match["e"]:
            lower, upper = match["l"], match["h"]
            return (
                f"Find the integral of pi*({match['e'].strip()})^2 from x = {lower} to x = {upper}"
            )
    match = _SUBSTITUTED.fullmatch(text)
    if match is None:
        return None
    body = match["e"].strip()
    return f"Find {body} by substitution" if "∫" in body else f"Integrate {body} by substitution"
