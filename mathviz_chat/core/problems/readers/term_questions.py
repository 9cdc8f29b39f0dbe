"""Questions about terms of sequences that come down to one equation or value, said as that.

``Which term of 4, 9, 14, ... is 99?`` is ``Solve 5n - 1 = 99 for n``, with the rule that the terms
follow; ``u_1 = 1, u_(n+1) = 2u_n + 3; find u_4`` is the value of the rule put into itself.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import Final

from mathviz_chat.core.problems.patterns import lazy

_N = r"-?\s?\d+(?:/\d+|\.\d+)?"
TERMS: Final = rf"{_N}(?:\s*,\s*(?:and\s+)?{_N})+(?:\s*,?\s*(?:and so on|\.\.\.+|…|\\[cl]?dots))*"
_SEQUENCE = (
    r"(?:(?:the|this|a|an|arithmetic|number|sequence|progression|pattern|list|following|series|"
    r"whose|terms|are|begins|with|starting|:)\s+)*"
)
_VALUE = r"(?:find|what is|what's|give|state|calculate|determine|work out)"
_WHICH: Final = (
    rf"(?:which|what)\s+term\s+(?:of|in)\s+{_SEQUENCE}(?P<terms>{TERMS}),?\s+(?:is|equals"
    rf"|is\s+equal\s+to|has\s+the\s+value)\s+(?P<v>{_N})",
    rf"{_SEQUENCE}(?P<terms>{TERMS})[.,]?\s+(?:which|what)\s+term\s+(?:is|equals|is\s+equ"
    rf"al\s+to|has\s+the\s+value)\s+(?P<v>{_N})",
)
_MEMBER: Final = (
    rf"is\s+(?P<v>{_N})\s+(?:a\s+(?:term|member)\s+(?:of|in)|in)\s+{_SEQUENCE}(?P<terms>{TERMS})",
    rf"{_SEQUENCE}(?P<terms>{TERMS})[.,]?\s+is\s+(?P<v>{_N})\s+(?:a\s+(?:term|member)|in\s"
    rf"+(?:it|the\s+sequence))(?:\s+(?:of|in)\s+(?:it|this\s+sequence|the\s+sequence))?",
)
_ORDINAL = r"(?P<{0}>\d{{1,4}})(?:st|nd|rd|th)"
_TWO_TERMS = (
    rf"(?:if\s+)?(?:the\s+)?{_ORDINAL.format('i')}\s+term\s+of\s+an\s+arithmetic\s+(?:seq"
    rf"uence|progression|series)\s+is\s+(?P<p>{_N})"
    rf",?\s+and\s+(?:the\s+|its\s+)?{_ORDINAL.format('j')}\s+term\s+is\s+(?P<q>{_N})[.,]?"
    rf"\s+{_VALUE}\s+(?:the\s+|its\s+)?"
    r"(?P<what>first\s+term|common\s+difference)"
)
_MULTIPLES = (
    rf"(?:add(?:\s+up)?|(?:{_VALUE}\s+)?(?:the\s+)?sum\s+of)\s+(?:all\s+)?(?:of\s+)?(?:th"
    rf"e\s+)?multiples\s+of\s+(?P<m>\d+)\s+"
    r"(?:(?:between|from)\s+(?P<low>\d+)\s+(?:and|to)\s+(?P<high>\d+)|(?:up\s+to|not\s+e"
    r"xceeding)\s+(?P<to>\d+)|(?:below|less\s+than|under)\s+(?P<below>\d+))"
)
_FIRST = r"(?P<u>[a-z])_\{?(?P<i>[01])\}?\s*=\s*(?P<first>-?\d+(?:/\d+|\.\d+)?)"
_NEXT_TERM = r"(?P=u)_(?:\{\s*n\s*\+\s*1\s*\}|\(\s*n\s*\+\s*1\s*\)|n\+1)\s*=\s*(?P<rule>[^,;]+?)"
_RECURSIVE = (
    rf"(?:(?:a|the)\s+sequence\s+is\s+(?:defined|given)\s+by\s+|let\s+|if\s+|given\s+|sup"
    rf"pose\s+)?{_FIRST}\s*(?:,|and|,\s*and)\s*{_NEXT_TERM}"
    rf"\s*[.,;]?\s+{_VALUE}\s+(?:the\s+value\s+of\s+)?(?P=u)_\{{?(?P<k>\d+)\}}?"
)
MAX_STEPS: Final = 12


def said_again(text: str) -> str | None:
    """The question in other words; None where it is of another kind."""
    text = re.sub(r"\s+", " ", text.replace("−", "-")).strip().rstrip("?. ")
    for pattern in _WHICH:
        match = _matched(pattern, text)
        if match is not None:
            return _which(match)
    for pattern in _MEMBER:
        match = _matched(pattern, text)
        if match is not None:
            return _member(match)
    return _two_terms(text) or _multiples(text) or _recursive(text)


def _matched(pattern: str, text: str) -> re.Match[str] | None:
    return lazy(pattern).fullmatch(text)


def _arithmetic(match: re.Match[str]) -> tuple[Fraction, Fraction, Fraction] | None:
    """First term, common difference and the value asked about; None for other sequences."""
    terms = [Fraction(one.replace(" ", "")) for one in re.findall(_N, match["terms"])]
    steps = {b - a for a, b in pairwise(terms)}
    if len(terms) < 3 or len(steps) != 1 or 0 in steps:
        return None
    return terms[0], steps.pop(), Fraction(match["v"].replace(" ", ""))


def _which(match: re.Match[str]) -> str | None:
    found = _arithmetic(match)
    if found is None:
        return None
    first, step, value = found
    place = (value - first) / step + 1
    if place.denominator != 1 or place < 1:
        return None
    return f"Solve ({first}) + ({step})*(n - 1) = {value} for n"


def _member(match: re.Match[str]) -> str | None:
    """A term, if the common difference divides what was added to the first term."""
    found = _arithmetic(match)
    if found is None or any(one.denominator != 1 for one in found):
        return None
    first, step, value = found
    added = abs(value - first)
    if (value - first) / step < 0 or not added:
        return None
    return f"Is {added} divisible by {abs(step)}?"


def _two_terms(text: str) -> str | None:
    match = _matched(_TWO_TERMS, text)
    if match is None or match["i"] == match["j"] or "0" in (match["i"], match["j"]):
        return None
    i, j = int(match["i"]) - 1, int(match["j"]) - 1
    name = "a" if match["what"].lower().startswith("first") else "d"
    return f"Solve a + {i}d = {match['p']} and a + {j}d = {match['q']} for {name}"


def _multiples(text: str) -> str | None:
    match = _matched(_MULTIPLES, text)
    if match is None:
        return None
    m, low = int(match["m"]), int(match["low"] or 1)
    high = int(match["high"] or match["to"] or 0) or int(match["below"] or 0) - 1
    if m < 2 or (match["low"] and (low % m == 0 or high % m == 0)):
        return None  # whether an end counts is not said
    first, last = -(-low // m) * m, high // m * m
    if last < first + 3 * m:
        return None
    return f"Find the sum {first} + {first + m} + {first + 2 * m} + ... + {last}"


def _recursive(text: str) -> str | None:
    match = _matched(_RECURSIVE, text)
    if match is None:
        return None
    before = re.compile(rf"{match['u']}_(?:n(?![\w+])|\{{n\}})")
    steps = int(match["k"]) - int(match["i"])
    rest = before.sub("", match["rule"])
    if not 1 <= steps <= MAX_STEPS or len(before.findall(match["rule"])) != 1:
        return None
    if re.search("[A-Za-z]", rest):
        return None
    value = match["first"]
    rule = re.sub(r"(?<=\d)\s*(?=[a-z]_)", "*", match["rule"].strip())
    for _ in range(steps):
        value = before.sub(f"({value})".replace("\\", ""), rule)
    return f"Calculate {value}"
