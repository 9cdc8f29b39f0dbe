"""A term of a sequence by its formula, and the points at which a curve has a level tangent."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.readers.school.formulas import FIND
from mathviz_chat.core.reading import to_plain

_TERM: Final = LazyPattern(
    r"(?:(?:a|the|if|given|that|consider|for|sequence|is|given\s+by|defined\s+by|has|with|nth|"
    r"general|term|whose)\s+)*"
    rf"(?P<a>[a-zA-Z])_\{{?n\}}?\s*=\s*(?P<e>{slots.MATHS})[.,;]\s*(?:then\s+"
    rf")?{FIND}(?:the\s+value\s+of\s+)?"
    r"(?P<b>[a-zA-Z])_\{?(?P<k>\d{1,4})\}?",
    re.IGNORECASE,
)
_LEVEL: Final = LazyPattern(
    rf"{FIND}(?:all\s+)?(?:the\s+)?(?:coordinates\s+of\s+)?(?:all\s+)?(?:the\s+)?points?\s+on\s+"
    rf"(?:the\s+)?(?:curve\s+|graph\s+of\s+)?y\s*=\s*(?P<e>{slots.MATHS})\s*,?\s+(?:where|"
    r"at\s+which)\s+"
    r"(?:the\s+|its\s+)?(?:tangents?(?:\s+line)?|gradient|slope)\s+(?:is|are)\s+"
    r"(?:horizontal|zero|0|level|parallel\s+to\s+the\s+x-?\s?axis)",
    re.IGNORECASE,
)


def said_again(text: str) -> str | None:
    """The term by its place, or the stationary points; a term told by others is no formula in n."""
    match = _TERM.fullmatch(text)
    if match is not None:
        formula = slots.for_question(match["e"]).expression(match["e"])
        if formula is None or match["a"] != match["b"] or set(variables(formula)) != {"n"}:
            return None
        return f"The nth term of a sequence is {to_plain(formula)}. Find the {match['k']}th term"
    match = _LEVEL.fullmatch(text)
    if match is None:
        return None
    return f"Find the coordinates of the stationary points of y = {match['e'].strip()}"
