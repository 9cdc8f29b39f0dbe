"""Small words of school that the readers know by another name."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.patterns import LazyPattern

_NUMBER = r"\d+(?:\.\d+)?"
_ROOT_OF_NEGATIVE: Final = LazyPattern(
    r"(?:(?:what\s+is|what's|find|calculate|evaluate|work\s+out|compute|simplify)\s+)?(?:the\s+)?"
    r"(?:(?:real\s+)?cube\s+root\s+of|cbrt\s*(?=\()|∛)\s*\(?\s*-\s*(?P<n>" + _NUMBER + r")\s*\)?",
    re.IGNORECASE,
)
_GENERAL: Final = LazyPattern(
    r"(?:find\s+all\s+(?:the\s+)?solutions\s+(?:of|to)|solve)\s+(?:the\s+equation\s+)?"
    r"(?P<e>(?=[^.,;]*(?:sin|cos|tan))[^.,;=]*=[^.,;=]*)[.,;]\s*(?:and\s+)?"
    r"(?:give|find|state|write\s+down|write)\s+the\s+general\s+solution(?:\s+in\s+radians)?",
    re.IGNORECASE,
)
"""All solutions of a trigonometric equation, said twice."""
_WHICH: Final = LazyPattern(
    r"(?:for|at|find)\s+(?:which|what|the)\s+(?P<sign>positive|negative)\s+"
    r"(?:(?:real\s+)?(?:value|number|values|numbers)\s+(?:of\s+)?)?(?P<x>[a-z])\s+"
    r"(?:is|does|do|will|are|for\s+which|such\s+that|so\s+that|with|where|satisfying|if)\s+"
    rf"(?P<e>{slots.MATHS}=\s*{slots.MATHS})(?:\s+(?:true|hold))?",
    re.IGNORECASE,
)


def said_again(text: str) -> str | None:
    """The question in words that the readers know."""
    match = _ROOT_OF_NEGATIVE.fullmatch(text)
    if match is not None:
        return f"Calculate -({match['n']}^(1/3))"
    general = _GENERAL.fullmatch(text)
    return f"Find the general solution of {general['e'].strip(' .,')}" if general else None


def chosen(text: str) -> str:
    """``For which positive x is E`` asks for the positive solution of E; "" for anything else."""
    match = _WHICH.fullmatch(" ".join(text.split()).rstrip("?. "))
    if match is None or not re.search(rf"(?<![A-Za-z]){match['x']}(?![A-Za-z])", match["e"]):
        return ""
    return f"Find the {match['sign'].lower()} solution of {match['e'].strip()}"
