"""Two angles that make 90° or 180°, of which it is told how they compare.

``Two angles are complementary. One is twice the other. Find the angles`` asks for a and b with
``a + b = 90`` and ``a = 2*b``; of an angle and its supplement the angle is asked.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.patterns import lazy

_N: Final = r"\d+(?:\.\d+)?"
_D: Final = r"\s*(?:°|degrees?)?"
_TIMES: Final = (
    r"(?P<times>twice|double|three\s+times|four\s+times|five\s+times|six\s+times|eight\s+"
    r"times|nine\s+times|half|\d+\s+times)"
)
_SORT: Final = r"(?P<sort>complementary|supplementary)"
_TWO: Final = (
    r"(?:(?:if|given\s+that)\s+)?(?:the\s+)?(?:two\s+)?angles?(?:\s+[A-Z]\s+and\s+"
    rf"[A-Z])?\s+are\s+{_SORT}"
    r"|(?:(?:if|given\s+that)\s+)?(?:two|of\s+two)\s+(?P<sort2>complementary|"
    r"supplementary)\s+angles"
)
_ONE: Final = (
    r"(?:one(?:\s+of\s+(?:them|the\s+angles))?(?:\s+angle)?|the\s+(?:larger|bigger)(?:\s+"
    r"(?:one|angle))?)"
)
_OTHER: Final = r"(?:the\s+)?(?:other|second|smaller)(?:\s+(?:one|angle))?"
_COMPARED: Final = (
    rf"{_ONE}\s+is\s+{_TIMES}\s+(?:as\s+(?:large|big)\s+as\s+)?{_OTHER}"
    rf"|{_ONE}\s+is\s+(?P<d>{_N}){_D}\s+(?P<sign>more|larger|bigger|greater|less|smaller)"
    rf"\s+than\s+(?:(?P<times2>twice|three\s+times|four\s+times)\s+)?{_OTHER}"
    rf"|they\s+differ\s+by\s+(?P<d2>{_N}){_D}"
    r"|they\s+are\s+in\s+(?:the\s+)?ratio\s+(?:of\s+)?(?P<m>\d+)\s*:\s*(?P<n>\d+)"
)
_FIND: Final = r"(?:find|calculate|work\s+out|determine|what\s+are|what\s+is|how\s+large\s+are)"
_BOTH: Final = (
    r"(?:the\s+)?(?:(?:measures?|sizes?|values?)\s+of\s+)?(?:the\s+|both\s+|these\s+|"
    r"each\s+)*(?:two\s+)?(?:angles?|of\s+them|them|both)"
)
_RATIO: Final = (
    r"(?:the\s+)?two\s+(?P<sort2>complementary|supplementary)\s+angles\s+are\s+in\s+"
    r"(?:the\s+)?ratio\s+(?:of\s+)?"
    rf"(?P<m>\d+)\s*:\s*(?P<n>\d+)\s*[.,;]?\s+{_FIND}\s+{_BOTH}",
)
_PAIRS: Final = (
    rf"(?:{_TWO})\s*(?:[.,;]|,?\s+and)?\s+(?:{_COMPARED})\s*[.,;]?\s+{_FIND}\s+{_BOTH}",
    rf"{_FIND}\s+(?P<sort>)(?P<sort2>complementary|supplementary)\s+angles\s+(?:such\s+that"
    rf"|where|if)\s+(?:{_COMPARED})",
)
_ITS: Final = (
    r"(?:if\s+)?(?:the|an\s+angle's)\s+(?P<sort>supplement|complement)(?:\s+of\s+an\s+"
    rf"angle)?\s+is\s+(?:{_TIMES}|(?P<d>{_N}){_D}\s+(?P<sign>more|larger|greater|less|"
    r"smaller)\s+than)\s+"
    rf"(?:the\s+size\s+of\s+)?the\s+angle(?:\s+itself)?\s*[.,;]?\s+{_FIND}\s+the\s+"
    r"(?:size\s+of\s+the\s+)?angle",
)
_IS: Final = (
    rf"(?:if\s+)?an\s+angle\s+is\s+(?:{_TIMES}|(?P<d>{_N}){_D}\s+(?P<sign>more|larger|"
    r"greater|less|smaller)\s+than)\s+"
    rf"its\s+(?P<sort>supplement|complement)(?:ary\s+angle)?\s*[.,;]?\s+{_FIND}\s+the\s+"
    r"(?:size\s+of\s+the\s+)?angle",
)
_WORDS: Final = {
    "twice": "2", "double": "2", "half": "1/2", "three": "3", "four": "4", "five": "5", "six": "6",
    "eight": "8", "nine": "9",
}  # fmt: skip


def said_again(text: str) -> str | None:
    """The equations for the angles; None where the question is none of these."""
    if "ementary" not in text.lower() and "plement" not in text.lower():
        return None
    for pattern in _PAIRS:
        match = lazy(pattern).fullmatch(text)
        if match is not None:
            return _pair(match)
    for pattern in _RATIO:
        match = lazy(pattern).fullmatch(text)
        if match is not None:
            return _in_ratio(match["sort2"], match["m"], match["n"])
    for patterns, supplement in ((_ITS, True), (_IS, False)):
        for pattern in patterns:
            match = lazy(pattern).fullmatch(text)
            if match is not None:
                return _own(match, supplement_first=supplement)
    return None


def _whole(sort: str) -> int:
    return 90 if sort.lower().startswith("c") else 180


def _times(word: str) -> str:
    first = word.lower().split()[0]
    return _WORDS.get(first, first)


def _pair(match: re.Match[str]) -> str | None:
    whole = _whole(match["sort"] or match["sort2"])
    if float(match["d"] or match["d2"] or 0) >= whole:
        return None  # the other one would not be positive
    if match["m"]:
        return _in_ratio(match["sort"] or match["sort2"], match["m"], match["n"])
    if match["d2"]:
        second = f"a - b = {match['d2']}"
    elif match["times"]:
        second = f"a = {_multiple(match['times'], 'b')}"
    else:
        sign = "-" if match["sign"].lower() in ("less", "smaller") else "+"
        other = _multiple(match["times2"], "b") if match["times2"] else "b"
        second = f"a = {other} {sign} {match['d']}"
    return f"Find the two angles a and b in degrees such that a + b = {whole} and {second}."


def _in_ratio(sort: str, first: str, second: str) -> str | None:
    if not int(first) or not int(second):
        return None  # one of them would be 0
    told = f"a + b = {_whole(sort)} and {second}*a = {first}*b"
    return f"Find the two angles a and b in degrees such that {told}."


def _multiple(word: str, angle: str) -> str:
    times = _times(word)
    return f"{angle}/2" if times == "1/2" else f"{times}*{angle}"


def _own(match: re.Match[str], *, supplement_first: bool) -> str | None:
    """An equation for the angle a, beside which stands 180 - a or 90 - a."""
    if float(match["d"] or 0) >= _whole(match["sort"]):
        return None
    rest = f"({_whole(match['sort'])} - a)"
    first, second = (rest, "a") if supplement_first else ("a", rest)
    if match["times"]:
        right = _multiple(match["times"], second)
    else:
        sign = "-" if match["sign"].lower() in ("less", "smaller") else "+"
        right = f"{second} {sign} {match['d']}"
    return f"Find the angle a in degrees such that {first.strip('()')} = {right}."
