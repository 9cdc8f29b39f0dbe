"""Bare expressions: what the words around them make of them; and what P(5, 2) is."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.terms import is_closed
from mathviz_chat.core.reading.tree import Call, Node

_ANSWER: Final = re.compile(
    r"(?:(?:so|thus|hence|therefore|and)[,\s]+)?(?:the\s+)?(?:final\s+)?(?:answer|result)"
    r"(?:\s+(?:is|equals))?",
    re.IGNORECASE,
)
_SOLUTIONS: Final = re.compile(
    r"(?:.*\b(?:solutions?|answers?|pairs?)\b[^.;=]*)?(?:so|thus|hence|therefore|and|or|[^\w\[{(])*"
    r"|(?:(?:so|thus|hence|therefore)\W+)?(?:the|these|both|two|intersection|\s)*points?"
    r"(?:\s+of\s+intersection)?\s+(?:is|are)\W*",
    re.IGNORECASE | re.DOTALL,
)
"""The words before ``(3, 7)`` that make it a solution: not "at the point"."""


def names_solutions(found: Found) -> bool:
    """``The solution is (3, 7)``."""
    return bool(_SOLUTIONS.fullmatch(found.lead)) and not found.tail.lstrip().startswith(":")


def stands_alone(found: Found) -> bool:
    """No words stand beside it, but such as say that it is the answer."""
    around = (found.lead + found.tail).strip(" \t$*.\\[]():;,")
    return not around or around == "=" or bool(_ANSWER.fullmatch(around))


def permutations(node: Node) -> Node | None:
    """``P(5, 2)``: ordered choices."""
    match node:
        case Call("P", (above, below)) if is_closed(above) and is_closed(below):
            return Call("nPr", (above, below))
    return None
