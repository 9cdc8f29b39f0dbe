"""Questions of several kinds that are one computation or equation, and are said as that.

An average rate of change, a quotient written with a colon, cards that are drawn at once, what
doubles every so often, and the chance that a die does not show a number.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import slots, whole_counts
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr

_M: Final = slots.MATHS
_FIND: Final = r"(?:(?:find|calculate|compute|work\s+out|determine|what\s+is|what's)\s+)?"
_RATE: Final = LazyPattern(
    rf"{_FIND}(?:the\s+)?average\s+rate\s+of\s+change\s+of\s+(?:the\s+function\s+)?"
    rf"(?:[a-z]\s*\([a-z]\)\s*=|y\s*=)?\s*(?P<f>{_M})\s*,?\s+"
    rf"(?:(?:from|between)\s+(?:[a-z]\s*=\s*)?(?P<a>{_M})\s+(?:to|and)\s+"
    rf"(?:[a-z]\s*=\s*)?(?P<b>{_M})"
    rf"|(?:on|over)\s+(?:the\s+interval\s+)?\[(?P<c>[^,\]]+),(?P<d>[^,\]]+)\])",
    re.IGNORECASE,
)
_NUMBER: Final = r"\d+(?:\.\d+)?(?:/\d+)?"
_COLON: Final = LazyPattern(
    rf"(?:compute|calculate|work\s+out|evaluate|divide)\s+(?P<a>{_NUMBER})\s+:\s+(?P<b>{_NUMBER})",
    re.IGNORECASE,
)
_COUNT: Final = r"(?P<n>two|three|four|[234])"
_CARDS: Final = LazyPattern(
    rf"{_COUNT}\s+cards\s+are\s+(?:drawn|dealt|picked|taken|chosen|selected)\s+(?:at\s+random\s+)?"
    r"from\s+(?P<deck>an?\s+(?:standard\s+|ordinary\s+|normal\s+|well[- ]shuffled\s+)*"
    r"(?:deck|pack)(?:\s+of\s+(?:52\s+)?(?:playing\s+)?cards)?)\s*[.,]\s*"
    r"(?P<ask>(?:what\s+is|what's|find|calculate)\s+the\s+probability\s+(?:that\s+)?"
    r"(?P<all>both|all(?:\s+(?:three|four|of\s+them))?)\s+(?:cards\s+)?are\s+[a-z]+)",
    re.IGNORECASE,
)
_SAID_OF: Final = {
    "both": ("two", "2"),
    "three": ("three", "3"),
    "four": ("four", "4"),
    **dict.fromkeys(("all", "them"), ("three", "3", "four", "4")),
}
"""By the word for all of the cards: how many they are."""
_TIME: Final = r"(?:second|minute|hour|day|week|month|year)"
_AMOUNT: Final = r"\d+(?:[ ,]\d{3})*"
_LIVING: Final = r"(?:bacteria|bacterial|cells?|yeast|insects?|rabbits?|viruses)"
_MULTIPLIES: Final = LazyPattern(
    rf"(?:an?|the)\s+(?:{_LIVING}\s+)?(?:population|colony|culture|sample|number)"
    rf"(?:\s+of\s+{_LIVING})?\s+(?P<how>doubles|triples|halves)\s+every\s+"
    rf"(?:(?P<n>\d+)\s+)?(?P<u>{_TIME})s?\s*[.,]\s*"
    r"(?:it\s+(?:starts|begins)\s+(?:at|with)|(?:initially|at\s+first|at\s+the\s+start)\s+"
    r"there\s+are|"
    rf"there\s+are\s+initially)\s+(?P<a>{_AMOUNT})(?:\s+bacteria|\s+cells)?\s*[.,]\s*"
    rf"(?:(?:after|in)\s+how\s+many\s+(?P<v>{_TIME})s\s+(?:will\s+(?:it|there)\s+(?:be|reach)|"
    rf"does\s+it\s+reach)\s+(?P<b>{_AMOUNT})"
    r"|how\s+many\s+(?:(?:bacteria|cells)\s+)?(?:will\s+there\s+be|are\s+there)\s+after\s+"
    rf"(?P<t>\d+)\s+(?P<w>{_TIME})s?)"
    r"(?:\s+bacteria|\s+cells)?",
    re.IGNORECASE,
)
_FACTORS: Final = {"doubles": "2", "triples": "3", "halves": "(1/2)"}
_NOT_ROLLED: Final = LazyPattern(
    rf"{_FIND}(?:the\s+)?probability\s+of\s+not\s+(?:rolling|getting|throwing)\s+an?\s+"
    r"(?:one|two|three|four|five|six|[1-6])\s+(?:with|on|when\s+(?:rolling|throwing))\s+"
    r"(?:an?|one)\s+"
    r"(?:(?:fair|normal|ordinary|standard|six-sided)\s+)*(?:die|dice)",
    re.IGNORECASE,
)


def said_again(text: str) -> str | None:
    """The computation or the equation; None where the question is none of these."""
    ways = (_average_rate, _with_colon, _drawn_at_once, _multiplied, _not_rolled)
    return next((said for way in ways if (said := way(text)) is not None), None)


def _average_rate(text: str) -> str | None:
    """``(f(b) - f(a))/(b - a)``."""
    match = _RATE.fullmatch(text)
    if match is None:
        return None
    reader = slots.for_question(text)
    body = reader.tree(match["f"])
    ends = [reader.tree(match[one] or match[other]) for one, other in (("a", "c"), ("b", "d"))]
    first, last = ends
    if not isinstance(body, Expr) or not isinstance(first, Expr) or not isinstance(last, Expr):
        return None
    names = variables(body)
    if len(names) != 1 or variables(first) or variables(last):
        return None
    (name,) = names
    below, above = (to_plain(substitute(body, {name: end})) for end in (first, last))
    return f"Calculate (({above}) - ({below}))/(({to_plain(last)}) - ({to_plain(first)}))"


def _with_colon(text: str) -> str | None:
    """``2/3 : 4/5``, as a quotient is written in much of Europe; a ratio is simplified."""
    match = _COLON.fullmatch(text)
    return None if match is None else f"Calculate ({match['a']})/({match['b']})"


def _drawn_at_once(text: str) -> str | None:
    """Cards that are drawn from a deck are not put back, where nothing else is said."""
    match = _CARDS.fullmatch(text)
    if match is None or match["n"].lower() not in _SAID_OF[match["all"].lower().split()[-1]]:
        return None
    return f"{match['n']} cards are drawn from {match['deck']} without replacement. {match['ask']}?"


def _multiplied(text: str) -> str | None:
    """What is multiplied in equal times; both times are counted in the same unit."""
    match = _MULTIPLIES.fullmatch(text)
    if match is None or match["u"].lower() != (match["v"] or match["w"]).lower():
        return None
    start, factor = _digits(match["a"]), _FACTORS[match["how"].lower()]
    every = match["n"] or "1"
    if match["b"]:
        return f"Solve {start}*{factor}^(t/{every}) = {_digits(match['b'])} for t"
    return whole_counts.said(start, factor, match["t"], every)


def _digits(amount: str) -> str:
    return re.sub(r"[ ,]", "", amount)


def _not_rolled(text: str) -> str | None:
    """One of six faces is the number, so the chance of another one is what is left of 1."""
    return None if _NOT_ROLLED.fullmatch(text) is None else "Calculate 1 - 1/6"
