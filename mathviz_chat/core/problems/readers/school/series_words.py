"""First terms of a binomial expansion, and the common difference from two terms."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import spoken

_FIND = r"(?:(?:find|write\s+down|state|give|work\s+out|calculate|determine|what\s+(?:is|are))\s+)?"
_HOW_MANY = r"(?P<n>[2-6]|two|three|four|five|six)"
_ORDER = r"(?:,?\s*in\s+ascending\s+powers\s+of\s+(?P<x>[a-z]),?)"
_POWER = r"(?P<e>\(\s*\d+\s*[-+]\s*\d*\s*\*?\s*(?P<y>[a-z])\s*\)\s*\^\s*\{?(?P<k>\d{1,2})\}?)"
_EXPANSION = r"(?:the\s+)?(?:binomial\s+|series\s+)?expansion\s+of\s+"
_FIRST_TERMS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_FIND}(?:the\s+)?first\s+{_HOW_MANY}\s+terms{_ORDER}\s*(?:of|in)"
        rf"\s+{_EXPANSION}{_POWER}",
        rf"{_FIND}(?:the\s+)?first\s+{_HOW_MANY}\s+terms\s+(?:of|in)"
        rf"\s+{_EXPANSION}{_POWER}{_ORDER}",
    )
)
_N = r"-?\d+(?:\.\d+|/\d+)?"
_NTH = r"(?P<k>\d{1,3})(?:st|nd|rd|th)"
_SEQUENCE = r"(?:an|the)\s+arithmetic\s+(?:progression|sequence|series)"
_DIFFERENCE: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"the\s+first\s+term\s+of\s+{_SEQUENCE}\s+is\s+(?P<a>{_N})\s+and\s+(?:the|its)"
        rf"\s+{_NTH}\s+term\s+is"
        rf"\s+(?P<b>{_N})[.,;]?\s+{_FIND}(?:the|its)\s+common\s+difference",
        rf"{_SEQUENCE}\s+has\s+(?:a\s+)?first\s+term\s+(?P<a>{_N})\s+and\s+{_NTH}\s+term\s+"
        rf"(?P<b>{_N})"
        rf"[.,;]?\s+{_FIND}(?:the|its)\s+common\s+difference",
    )
)


def said_again(text: str) -> str | None:
    """The first terms are a Taylor polynomial at 0; the difference solves ``a + (n - 1)d = b``."""
    match = next((m for pattern in _FIRST_TERMS if (m := pattern.fullmatch(text))), None)
    if match is not None and match["x"] == match["y"]:
        count = int(match["n"]) if match["n"].isdigit() else int(spoken.number(match["n"]) or 0)
        if not 2 <= count <= int(match["k"]) or int(match["k"]) > 30:
            return None
        degree = count - 1
        at = f"{match['x']} = 0"
        return f"Find the Taylor polynomial of degree {degree} for {match['e']} about {at}"
    match = next((m for pattern in _DIFFERENCE if (m := pattern.fullmatch(text))), None)
    if match is None or int(match["k"]) < 2:
        return None
    return f"Solve {match['a']} + {int(match['k']) - 1}*d = {match['b']} for d"
