"""A story before its words are looked at: short forms, times in words, units explained."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.frames import clock_notation

_PRONOUN: Final = re.compile(
    r"\b(borrow(?:s|ed)?|t(?:ake|akes|ook)|b(?:uy|uys|ought)|got|gets?|ha[sd]|have|order(?:s|ed)?|"
    r"start(?:s|ed)?|need(?:s|ed)?|ma[dk]es?|book(?:s|ed)?|rent(?:s|ed)?)\s+one"
    r"(?=\s+(?:on|in|at|from|for|today|home|out)\b|\s*[,.;?])",
    re.IGNORECASE,
)
"""``borrowed one on 4 May``: the thing, not a number."""
_LONG: Final = r"\d+(?:\.\d+)?\s*(?:[mck]?m|in|inch(?:es)?|ft|feet|met(?:er|re)s?)\b"
_SHORT: Final = (
    (re.compile(r"\bw/o\b", re.IGNORECASE), "without"),
    (re.compile(r"\bw/(?=\s|\d)", re.IGNORECASE), "with "),
    (re.compile(r"\bunder-\d{1,2}s\b", re.IGNORECASE), "team"),
    (re.compile(r"\bMs\.?\s+(?=[A-Z][a-z])"), ""),
    (re.compile(r"(?<=[\dA-Za-z²³])\s*×\s*(?=\d)"), " by "),
    (re.compile(r"(?<=\d)\s*–\s*(?=\d)"), " to "),
    (
        re.compile(r"(?<=\bdigits )(\d+)\s*-\s*(?=\d)"),
        r"\1 to ",
    ),
    (re.compile(r"(?<=\bnumbered )(\d+)\s*-\s*(?=\d)"), r"\1 to "),
    (
        re.compile(
            r"\b(?:number|no\.|route|line) (?!\d+ (?:minutes|hours|seconds|days))\d{1,3}[A-Z]?"
            r"(?= (?:bus|tram|train|every|leaves|runs|goes|comes|departs|takes|stops))"
        ),
        "",
    ),
    (
        re.compile(
            r"(?<![\w.])(\d+)\s*(?:ft|feet|foot|')\s*(\d+(?:\.\d+)?)\s*(?:in\b(?!\s+\d)|inches\b|\")"
        ),
        r"\1 ft \2 inches",
    ),
    (re.compile(r"\$?(\d[\d.]*)\s*(?:\\[,;]\s*)?\\(?:text|mathrm)\s*\{([^{}]*)\}\$?"), r"\1 \2"),
    (re.compile(rf"\b(?:radius\s+)?r\s*=\s*(?={_LONG})"), "radius is "),
    (re.compile(r"\bd\.\s?p\b\.?", re.IGNORECASE), "dp"),
    (re.compile(r"\bs\.\s?f\b\.?", re.IGNORECASE), "sf"),
    (re.compile(r"\s+[-–—]+\s+(?=[A-Za-z])"), ", "),
    (re.compile(r"\btheres\b", re.IGNORECASE), "there's"),
    (re.compile(r"\b(which|what) ones\b(?= [a-z]+er\b| more| less)", re.IGNORECASE), r"\1 one is"),
    (re.compile(r"\b(who|how|when|where|which|that)s\b(?= [a-z])"), r"\1's"),
    (_PRONOUN, r"\1 it"),
)
_UNIT = r"[A-Za-z]{1,11}(?:\s[A-Za-z]{2,11})?(?:[²³]|\^?[23](?!\d))?"
_EXPLAINED: Final = re.compile(
    r"(?:^|(?<=[.,;?!(\n])|(?<=\band)|(?<=\busing)|(?<=\btaking)|(?<=\bif)|(?<=\bgiven)|(?<=\bwhere))"
    r"\s*(?:(?:use|using|take|taking|note|remember|recall|given|hint|and|if|where|assume|assuming)"
    r"\b[:,]?\s+)*"
    rf"(?:that\s+)?(?P<all>(?:1|one)\s+(?P<one>{_UNIT})\s*(?:=|\bis\b|\bequals\b)\s*"
    rf"(?P<count>\d+(?:\.\d+)?)\s*(?P<other>{_UNIT}))\s*(?=$|[.,;?!)\n]|\band\b)",
    re.IGNORECASE,
)
_DIMENSIONS: Final = re.compile(
    r"(?<![\w.])(?P<numbers>\d+(?:\.\d+)?(?:\s*(?:x|×|by)\s*\d+(?:\.\d+)?){1,2})\s*"
    r"(?P<unit>cm|mm|km|m|ft|feet|inches|yards|metres|meters|centimetres|centimeters)(?![\w²³^])"
)
_EMPTY: Final = re.compile(r"\(\s*\)")


def prepared(text: str) -> tuple[str, str]:
    """The story, and what it says of a unit where that is another size than the usual one.

    ``1 inch = 2.54 cm`` is left out, since it says what a unit is; ``1 mile = 1.6 km`` is handed
    back, to be used.
    """
    for found, put in _SHORT:
        text = found.sub(put, text)
    text = _NEAREST.sub(lambda match: _whole(match, text), text)
    text = _DIMENSIONS.sub(_each_with_its_unit, text)
    return _without_sizes(clock_notation.written(text))


_MONEY: Final = {"pound": "£", "dollar": "$", "euro": "€"}
_NEAREST: Final = re.compile(
    r"\b(?P<to>nearest(?P<count>\s+(?:(?:ten|hundred)\s+)?(?:ten|hundred|thousand|million|tenth|"
    r"hundredth)s?(?:\s+of\s+an?)?)?)\s+(?P<unit>[a-z]{1,11})\b(?=[\s.?!,)]*$|[.?!,])"
)


def _whole(match: re.Match[str], text: str) -> str:
    """``nearest metre`` of metres and ``nearest pound`` of £ is the nearest whole number.

    ``nearest hundred grams`` of kilograms is none that is known.
    """
    sign, unit = _MONEY.get(match["unit"].removesuffix("s"), ""), units.find(match["unit"])
    if unit is None and not sign and match["unit"] not in ("pence", "penny", "cents", "cent", "p"):
        return match[0]
    told = [units.find(one) for one in re.findall(r"\d\s*([A-Za-z]{1,11})\b", text)]
    if not (sign and text.count(sign) == 1) and (unit is None or told != [unit]):
        return f"nearest without {match['unit']}" if match["count"] else match[0]
    return match["to"] if match["count"] else f"{match['to']} whole number"


def _each_with_its_unit(match: re.Match[str]) -> str:
    """``60 x 30 x 40 cm`` as 60 cm by 30 cm by 40 cm."""
    numbers = re.findall(r"\d+(?:\.\d+)?", match["numbers"])
    return " by ".join(f"{number} {match['unit']}" for number in numbers)


def _without_sizes(text: str) -> tuple[str, str]:
    """Without each explained unit; one of another size than the usual is the only one."""
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
    if size == one.factor:
        return _without_sizes(rest)
    return rest, "" if _EXPLAINED.search(rest) else match["all"]


def _units_of(text: str) -> set[str]:
    words = re.findall(r"[^\W\d_]+", text)
    found = (units.find(word) for word in words)
    return {_base(unit.symbol) for unit in found if unit is not None}


def _base(symbol: str) -> str:
    """``cm`` of ``cm^3``, which a story of centimetres speaks of."""
    return symbol.partition("^")[0]
