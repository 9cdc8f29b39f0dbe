"""Follow-ups that mean what stands before them: ``Solve E, then find the sum of the roots``.

The question becomes one in labelled parts, each with the equation or function that it is about.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.patterns import LazyPattern

_M = slots.MATHS
_EQUATION = rf"(?P<e>{_M}=\s*{_M})"
_AND = r"\s*(?:[,.;]\s*(?:and\s+)?|\s+and\s+)(?:then\s+|hence\s+|also\s+|so\s+|,\s*)*"
_FIND = r"(?:find|state|calculate|work\s+out|give|write\s+down|determine)"
_OF_THEM = r"the\s+(?P<what>sum|product)\s+of\s+(?:the|its|these|those|both)\s+(?:two\s+)?"
_ROOTS = r"(?P<roots>roots|solutions)"
_SOLVE_THEN: Final = LazyPattern(
    r"solve\s+(?:the\s+(?:quadratic\s+)?equation\s+"
    rf")?{_EQUATION}{_AND}{_FIND}\s+{_OF_THEM}{_ROOTS}",
    re.IGNORECASE,
)
_IN_PARTS: Final = LazyPattern(
    rf"(?P<one>\(?a[).]\s+)solve\s+(?:the\s+(?:quadratic\s+)?equation\s+)?{_EQUATION}[.,;]?\s+"
    rf"\(?b[).]\s+(?:(?:hence|then|now|and|so),?\s+)*{_FIND}\s+{_OF_THEM}{_ROOTS}",
    re.IGNORECASE,
)
_FACTOR_THEN: Final = LazyPattern(
    rf"(?P<do>factor(?:i[sz]e)?)\s+(?P<e>{_M}){_AND}solve\s+(?:the\s+equation\s+"
    rf")?(?P<f>{_M}=\s*{_M})",
    re.IGNORECASE,
)
_DERIVE_THEN: Final = LazyPattern(
    rf"(?:{_FIND}\s+the\s+derivative\s+of|differentiate)\s+(?P<e>{_M}){_AND}{_FIND}\s+"
    r"(?:the|its)\s+"
    r"(?:coordinates\s+of\s+(?:the|its)\s+)?(?P<points>(?:stationary|turning|critical)\s+points)"
    r"(?:\s+of\s+the\s+(?:curve|function))?",
    re.IGNORECASE,
)
_MEAN_AND: Final = LazyPattern(
    rf"(?:{_FIND}|what\s+(?:is|are))\s+the\s+mean\s+and\s+(?:the\s+)?"
    r"(?P<second>(?:population\s+|sample\s+)?(?:standard\s+deviation|variance)|median|"
    r"range|mode)\s+of\s+"
    r"(?P<data>-?\d+(?:\.\d+)?(?:\s*,\s*(?:and\s+)?-?\d+(?:\.\d+)?|\s+and\s+-?\d+(?:\.\d+)?)+)",
    re.IGNORECASE,
)


def said_again(text: str) -> str | None:
    """The question in two labelled parts."""
    match = _SOLVE_THEN.fullmatch(text) or _IN_PARTS.fullmatch(text)
    if match is not None:
        equation = match["e"].strip()
        asked = f"the {match['what']} of the real {match['roots']} of {equation}"
        return f"(a) Solve {equation}. (b) Find {asked}."
    match = _FACTOR_THEN.fullmatch(text)
    if match is not None:
        return f"(a) Factor {match['e'].strip()}. (b) Solve {match['f'].strip()}."
    match = _DERIVE_THEN.fullmatch(text)
    if match is not None:
        function = match["e"].strip()
        asked = f"Find the {match['points']} of {function}."
        return f"(a) Find the derivative of {function}. (b) {asked}"
    match = _MEAN_AND.fullmatch(text)
    if match is not None:
        data = match["data"].strip()
        return f"(a) Find the mean of {data}. (b) Find the {match['second']} of {data}."
    return None
