"""A completed square and what it shows: the lowest or highest point, the value there, the axis.

``Write 2x^2 - 8x + 3 in the form a(x - h)^2 + k and state the minimum point`` becomes two parts.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import language, multivariate, slots
from mathviz_chat.core.problems.patterns import lazy

_M: Final = slots.MATHS
_FORM: Final = (
    r"(?P<form>[a-z]?\s*\(\s*[a-z]\s*[-+]\s*[a-z]\s*\)\s*(?:\^\s*\{?2\}?|²)\s*[-+]\s*[a-z])"
)
_STATED: Final = (
    r"(?:,?\s+where\s+[a-z](?:\s*,\s*[a-z])?\s+and\s+[a-z]\s+are\s+(?:constants|integers|"
    r"real\s+numbers|to\s+be\s+found))?"
)
_AND: Final = (
    r"\s*(?:[,.;]\s*)?(?:(?:and|hence|then|so|thus|also|therefore|use\s+this\s+to|use\s+it\s+"
    r"to|,)\s*)*"
)
_FIND: Final = r"(?:find|state|write\s+down|give|determine|identify|deduce|what\s+is|what\s+are)"
_OF: Final = (
    r"(?:\s+(?:of|on)\s+(?:the\s+|its\s+)?(?:curve|graph|parabola|function|expression|"
    r"quadratic)(?:\s+(?:of\s+)?y\s*=\s*(?P<again>.+))?)?"
)
_WHAT: Final = (
    r"(?:(?:the|its)\s+)?(?:coordinates\s+of\s+(?:the|its)\s+|position\s+of\s+(?:the|its)\s+)?"
    r"(?P<what>(?P<end>minimum|maximum|least|greatest|smallest|largest|lowest|highest)\s+"
    r"(?P<kind>point|value)"
    r"|vertex|turning\s+point|line\s+of\s+symmetry|axis\s+of\s+symmetry|equation\s+of\s+"
    r"(?:the\s+|its\s+)?(?:line|axis)\s+of\s+symmetry)"
)
_SQUARE: Final = (
    rf"(?:write|express|put|rewrite|give)\s+(?:(?:y|f\(x\))\s*=\s*)?(?P<e>{_M})\s+in\s+"
    rf"(?:the\s+)?(?:completed\s+square\s+form|vertex\s+form|form\s+{_FORM}){_STATED}",
    rf"complete\s+the\s+square\s+(?:of|for|on|in)\s+(?:(?:y|f\(x\))\s*=\s*)?(?P<e>{_M})",
)
_ASKED: Final = tuple(rf"{square}{_AND}{_FIND}\s+{_WHAT}{_OF}" for square in _SQUARE)
_LOW: Final = frozenset({"minimum", "least", "smallest", "lowest"})


def said_again(text: str) -> str | None:
    """The square, then what is read off it; None for anything else."""
    plain = " ".join(language.tidy(text).replace("−", "-").split()).rstrip("?. ")
    if not re.search(r"\bsquare\b|\bform\b", plain, re.IGNORECASE):
        return None
    for pattern in _ASKED:
        match = lazy(pattern).fullmatch(plain)
        said = None if match is None else _said(match)
        if said is not None:
            return said
    return None


def _said(match: re.Match[str]) -> str | None:
    written = match["e"].strip()
    tree = slots.for_question("").expression(written)
    names = () if tree is None else variables(tree)
    poly = multivariate.of_expression(tree, names) if tree is not None and len(names) == 1 else None
    again = match["again"]
    if not poly or max(poly) != (2,) or not _has_form(match.groupdict().get("form"), names[0]):
        return None
    if again is not None and again.replace(" ", "") != written.replace(" ", ""):
        return None
    end = (match["end"] or "").lower()
    if end and (end in _LOW) != (poly[(2,)] > Fraction(0)):
        return None
    first = f"(a) Complete the square: {written}."
    if match["kind"] and match["kind"].lower() == "value":
        side = "minimum" if end in _LOW else "maximum"
        return f"{first} (b) Find the {side} value of {written}."
    thing = "axis of symmetry" if "symmetry" in match["what"].lower() else "vertex"
    return f"{first} (b) Find the {thing} of y = {written}."


def _has_form(form: str | None, name: str) -> bool:
    """The letter of the square is that of the quadratic, and no constant has its name."""
    if form is None:
        return True
    letters = re.findall("[a-z]", form)
    return letters.count(name) == 1 and f"({name}" in form.replace(" ", "")
