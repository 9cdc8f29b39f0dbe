"""Rectangles and squares whose sides are formulas: area and perimeter as a formula, or told.

``A rectangle is x + 4 cm long and x cm wide. Its perimeter is 40 cm. Find x.``
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.patterns import LazyPattern

_UNIT = r"cm|mm|km|m|centimetres|metres|centimeters|meters|inches|ft|feet"
_SIDE = r"\(?\d*[a-z](?:\s*[-+]\s*\d+)?\)?|\(?\d+\s*[-+]\s*\d*[a-z]\)?|\d+(?:\.\d+)?"
_A = rf"(?P<a>{_SIDE})(?:\s*(?P<u>{_UNIT})(?![a-z]))?"
_B = rf"(?P<b>{_SIDE})(?:\s*(?P<v>{_UNIT})(?![a-z]))?"
_FIGURES: Final = tuple(
    LazyPattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:the|a)\s+rectangle\s+has\s+(?:a\s+)?length\s+(?:of\s+)?{_A}\s+and\s+(?:a\s+)?"
        rf"(?:width|breadth|height)\s+(?:of\s+)?{_B}",
        rf"(?:the|a)\s+rectangle\s+is\s+{_A}\s+long\s+and\s+{_B}\s+wide",
        rf"(?:the|a)\s+rectangle\s+(?:has|with)\s+sides?\s+(?:of\s+)?(?:lengths?\s+)?{_A}\s+and"
        rf"\s+{_B}",
        rf"(?:the|a)\s+square\s+(?:has|with)\s+(?:a\s+)?(?:sides?|side\s+length)\s+(?:of\s+)?"
        rf"(?:length\s+)?{_A}",
    )
)
_MEASURE = r"(?:its|the)\s+(?P<what>area|perimeter)(?:\s+of\s+the\s+(?:rectangle|square))?"
_TOLD: Final = LazyPattern(
    rf"{_MEASURE}\s+is\s+(?P<value>\d+(?:\.\d+)?)(?:\s*(?P<square>square\s+)?(?P<w>{_UNIT})"
    r"(?P<two>\s*(?:²|\^\s*2|2))?)?[.,]?\s*(?:and\s+)?"
    r"(?:find|calculate|work\s+out|determine|what\s+is)\s+(?:the\s+value\s+of\s+)?(?P<x>[a-z])",
    re.IGNORECASE,
)
_ASKED: Final = LazyPattern(
    r"(?:write(?:\s+down)?|find|give|express|state|what\s+is)\s+(?:an\s+expression\s+for\s+)?"
    rf"{_MEASURE}(?:\s+(?:as\s+an?\s+(?:expanded|simplified)\s+expression|in\s+expanded\s+form"
    r"|without\s+brackets|in\s+terms\s+of\s+(?P<x>[a-z])))*",
    re.IGNORECASE,
)


def said_again(text: str) -> str | None:
    """The formula multiplied out, or the equation for the letter; None where roots are chosen."""
    said = _again(text)
    return None if said.startswith(_CHOSEN) else said or None


def chosen(text: str) -> str:
    """The positive solution of the equation of an area; "" for anything else."""
    said = _again(" ".join(text.replace("−", "-").split()).strip().rstrip("?. "))
    return said if said.startswith(_CHOSEN) else ""


_CHOSEN: Final = "Find the positive solution of"


def _again(text: str) -> str:
    text = text.replace("$", "")
    for figure in _FIGURES:
        match = figure.match(text)
        if match is not None:
            return _said(match.groupdict(), text[match.end() :].strip(" .,"))
    return ""


def _said(figure: dict[str, str | None], rest: str) -> str:
    a = (figure["a"] or "").strip("()")
    sides = a, (figure.get("b") or a).strip("()")
    letters = {*re.findall("[a-z]", " ".join(sides))}
    told, asked = _TOLD.fullmatch(rest), _ASKED.fullmatch(rest)
    found = told or asked
    if found is None or len(letters) != 1 or (found["x"] or min(letters)) not in letters:
        return ""
    area = found["what"].lower() == "area"
    formula = f"({sides[0]})({sides[1]})" if area else f"2(({sides[0]}) + ({sides[1]}))"
    if told is None:
        return f"Expand {formula}."
    if not _is_in_one_unit(figure, told, area):
        return ""
    equation = f"{formula} = {told['value']}"
    if not area:
        return f"Solve {equation} for {told['x']}."
    # one of the two roots makes a side negative: the other one, where a side is the letter itself
    return f"{_CHOSEN} {equation}" if told["x"] in sides else ""


def _is_in_one_unit(figure: dict[str, str | None], told: re.Match[str], area: bool) -> bool:
    """Whether all lengths have one unit, and what is told is in it, or in its square."""
    named = [unit for unit in (figure["u"], figure.get("v"), told["w"]) if unit]
    squared = bool(told["square"] or told["two"])
    return len({units.find(unit) for unit in named}) <= 1 and squared is (area and bool(told["w"]))
