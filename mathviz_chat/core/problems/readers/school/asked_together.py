"""What is asked together, of a circle, a function, a list, a figure: two parts of one question."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.patterns import LazyPattern, lazy

_CENTRE = r"(?:the\s+|its\s+)*(?:(?:coordinates|position)\s+of\s+(?:the\s+|its\s+)?)?cent(?:re|er)"
_RADIUS = r"(?:the\s+|its\s+)*(?:length\s+of\s+(?:the\s+|its\s+)?)?radius"
_BOTH = rf"(?:{_CENTRE}\s+and\s+{_RADIUS}|{_RADIUS}\s+and\s+{_CENTRE})"
_FIND = r"(?:find|state|give|determine|write\s+down|work\s+out|what\s+(?:is|are)|calculate)\s+"
_CIRCLE = (
    r"(?:the\s+)?(?:circle\s+)?(?:with\s+equation\s+|given\s+by\s+|whose\s+equation\s+is\s+)?"
    rf"(?P<e>{slots.MATHS}=\s*{slots.MATHS})"
)
_DOMAIN_AND_RANGE: Final = LazyPattern(
    r"(?:(?:find|state|give|determine|write\s+down|work\s+out|what\s+(?:is|are)|show)\s+"
    r")?(?:the\s+)?"
    r"domain\s+and\s+(?:the\s+)?range\s+of\s+(?:the\s+function\s+)?"
    rf"(?P<e>{slots.MATHS}=\s*{slots.MATHS})",
    re.IGNORECASE,
)
_ASKED: Final = (
    rf"(?:{_FIND})?{_BOTH}\s+(?:of|for)\s+{_CIRCLE}",
    rf"(?:(?:a|the|consider|given|for)\s+)*circle\s+(?:C\s+)?"
    r"(?:(?:has|with|is|given\s+by|the|equation|have)\s+)*"
    rf"(?P<e>{slots.MATHS}=\s*{slots.MATHS})[.,;]?\s+{_FIND}{_BOTH}(?:\s+of\s+(?:it|the\s+"
    r"circle|C))?",
    rf"(?P<e>{slots.MATHS}=\s*{slots.MATHS})[.,;]?\s+{_FIND}{_BOTH}(?:\s+of\s+(?:this|the)"
    r"\s+circle)?",
)
_MEASURE = (
    r"(?:means?|medians?|modes?|modal|ranges?|variance|standard\s+deviation|averages?|area"
    r"|perimeter|"
    r"circumference|volume|(?:total\s+)?surface\s+area|hcf|lcm|gcd|highest\s+common\s+factor|"
    r"lowest\s+common\s+multiple|interquartile\s+range)"
)
_WHAT = (
    rf"{_MEASURE}(?:\s+(?:number|score|mark|age|height|weight|value)(?:\s+of\s+[a-z]+)?)?"
    r"(?:\s+per\s+[a-z]+)?"
)
_ALSO = rf"(?:{_FIND})?(?:also\s+)?(?:the\s+|its\s+|their\s+)?"
_MEASURES: Final = LazyPattern(
    rf"(?:both\s+(?:the\s+)?)?(?P<first>{_WHAT})(?P<others>(?:\s*,\s*{_ALSO}{_WHAT})*)"
    rf"(?:\s*,)?\s*(?:\band\b|&)\s*{_ALSO}(?P<last>{_WHAT})\b",
    re.IGNORECASE,
)
_AND_THEIR: Final = LazyPattern(
    rf"(?:{_FIND})?(?:the\s+)?(?P<first>{_MEASURE})\s+of\s+(?P<data>[\d\s,.and-]+?)\s*,?\s+and\s+"
    rf"(?:also\s+)?(?:{_FIND})?(?:their|its)\s+(?P<last>{_MEASURE})(?:\s+(?:too|as\s+well|also))?",
    re.IGNORECASE,
)
_ONE_MEASURE: Final = re.compile(rf"\b{_WHAT}", re.IGNORECASE)
_LABEL: Final = re.compile(r"(?:^|\s)\(?[ab1]\)\s")


def _measures(text: str) -> str | None:
    """``the mean, the median and the range of``: the whole question with each of them."""
    found = list(_MEASURES.finditer(text))
    if len(found) != 1 or _LABEL.search(text):
        return None
    (match,) = found
    others = [one[0] for one in _ONE_MEASURE.finditer(match["others"])]
    asked = [match["first"], *others, match["last"]]
    if len(re.findall(rf"\b{_MEASURE}\b", text, re.IGNORECASE)) != len(asked):
        return None
    start, end = match.span()
    each = zip("abcdefgh", asked, strict=False)
    return " ".join(f"({label}) {text[:start]}{one}{text[end:]}." for label, one in each)


def said_again(text: str) -> str | None:
    """Both questions, each in its part."""
    match = _DOMAIN_AND_RANGE.fullmatch(text)
    if match is not None:
        function = match["e"].strip()
        return f"(a) Find the domain of {function}. (b) Find the range of {function}."
    match = _AND_THEIR.fullmatch(text)
    if match is not None:
        first, data, last = match.group("first", "data", "last")
        return f"(a) Find the {first} of {data}. (b) Find the {last} of {data}."
    for one in _ASKED:
        match = lazy(one).fullmatch(text)
        if match is not None:
            equation = match["e"].strip()
            return (
                f"(a) Find the center of the circle {equation}. "
                f"(b) Find the radius of the circle {equation}."
            )
    return _measures(text)
