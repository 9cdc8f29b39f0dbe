"""A story before its words are looked at: short forms, times in words, units explained."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.frames import clock_notation

_SHORT: Final = (
    (re.compile(r"\bw/o\b", re.IGNORECASE), "without"),
    (re.compile(r"\bw/(?=\s|\d)", re.IGNORECASE), "with "),
    (re.compile(r"\bunder-\d{1,2}s\b", re.IGNORECASE), "team"),
    (re.compile(r"\bMs\.?\s+(?=[A-Z][a-z])"), ""),
)
_UNIT = r"[A-Za-z]{1,11}(?:\s[A-Za-z]{2,11})?(?:[²³]|\^?[23](?!\d))?"
_EXPLAINED: Final = re.compile(
    rf"(?:^|(?<=[.,;?!(\n]))\s*(?:(?:use|using|take|note|remember|recall|given|hint)\b[:,]?\s+)?"
    rf"(?:that\s+)?(?P<all>(?:1|one)\s+(?P<one>{_UNIT})\s*(?:=|\bis\b|\bequals\b)\s*"
    rf"(?P<count>\d+(?:\.\d+)?)\s*(?P<other>{_UNIT}))\s*(?=$|[.,;?!)\n])",
    re.IGNORECASE,
)
_EMPTY: Final = re.compile(r"\(\s*\)")


def prepared(text: str) -> tuple[str, str]:
    """The story, and what it says of a unit where that is another size than the usual one.

    ``1 inch = 2.54 cm`` is left out, since it says what a unit is; ``1 mile = 1.6 km`` is handed
    back, to be used.
    """
    for found, put in _SHORT:
        text = found.sub(put, text)
    text = clock_notation.written(text)
    match = _EXPLAINED.search(text)
    if match is None:
        return text, ""
    one, other = units.find(match["one"]), units.find(match["other"])
    if one is None or other is None or one.dimension != other.dimension:
        return text, ""
    rest = _EMPTY.sub("", text[: match.start()] + text[match.end() :])
    if not {_base(one.symbol), _base(other.symbol)} <= _units_of(rest):
        return text, ""  # it leads to a unit that the story does not speak of
    size = Fraction(match["count"]) * other.factor
    return rest, "" if size == one.factor else match["all"]


def _units_of(text: str) -> set[str]:
    words = re.findall(r"[^\W\d_]+", text)
    found = (units.find(word) for word in words)
    return {_base(unit.symbol) for unit in found if unit is not None}


def _base(symbol: str) -> str:
    """``cm`` of ``cm^3``, which a story of centimetres speaks of."""
    return symbol.partition("^")[0]
