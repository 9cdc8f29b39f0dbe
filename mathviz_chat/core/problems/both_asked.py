"""Two things asked of one thing, each answered: ``the first and second derivatives of x^3``.

The question is asked once for each of the two, with the other one left out. Both must be read, as
questions of their own, and the answer has two labelled parts. Where something is made of the two
(their sum, what remains when the one is put into the other) the words before them say so, and
the question is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from mathviz_chat.core.problems import language
from mathviz_chat.core.problems.problem import Form, Kind, Problem, Unread

Reading = Callable[[str], Problem | Unread]
"""From a text to its reading, without anything of this module."""

_AND: Final = r"\s*,?\s*(?:\band\b|&|\bas\s+well\s+as\b)\s*,?\s*(?P<then>then\s+)?(?:also\s+)?"
_PREPOSITION: Final = r"(?:(?:as|in|to|into)\s+)?(?:(?:an?|the|nearest)\s+){0,2}"
_BASES: Final = r"binary|octal|hexadecimal|hex|base \d+"
_KINDS: Final = r"decimal|fraction|percentage|percent|per cent|mixed number|improper fraction"
_TO: Final = r"ten|hundred|thousand|10|100|1000"
_RESULTS: Final = (
    ("first|second|third|fourth", r"(?:\s+derivative)?"),
    ("gradient|slope|equation|y-intercept", ""),
    ("modulus|conjugate|argument", ""),
    ("interior|exterior", r"(?:\s+angle)?"),
    ("next term|nth term|rule", ""),
)
_WRITTEN: Final = r"(?:please\s+)?(?:write|express|convert|give|change|turn|put|round|what\s+is)\s"
_END: Final = r"(?:\s+(?:form|notation|please))?\s*[.?!]*"
_FOUND: Final = (
    r"(?:.*[.?!]\s+)?(?:please\s+)?(?:find|calculate|work\s+out|compute|determine|write\s+down|"
    r"state|give|what\s+(?:is|are))?\s*(?:both\s+)?(?:the\s+)?"
)


def _pattern(
    before: str, words: str, noun: str, between: str, after: str = ".*"
) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<before>{before})\b(?P<first>{words}){noun}{_AND}{between}(?P<second>{words})\b"
        rf"(?P<after>{after})",
        re.IGNORECASE | re.DOTALL,
    )


_PATTERNS: Final = (
    *(
        _pattern(rf"(?:{_WRITTEN}|(?=[-\d.$£€]))[^?]*?", words, r"(?:\s+form)?", _PREPOSITION, _END)
        for words in (_BASES, _KINDS, _TO)
    ),
    *(_pattern(_FOUND, words, noun, r"(?:the\s+)?") for words, noun in _RESULTS),
)
_CALL: Final = r"[a-zA-Z]\(\S+\)"
_TWO_VALUES: Final = re.compile(
    r"(?P<before>.*\b(?:find|calculate|evaluate|work\s+out|determine|compute)\s+(?:both\s+)?)"
    rf"(?P<first>{_CALL})\s+and\s+(?P<second>{_CALL})\s*[.?!]*",
    re.IGNORECASE | re.DOTALL,
)
"""Two values of functions: ``find g(f(2)) and f(g(x))``."""
_MADE_OF_BOTH: Final = re.compile(
    r"\b(?:sum|difference|product|ratio|quotient|total|between|add\w*|subtract\w*|twice|average)\b",
    re.IGNORECASE,
)
_FACTORS: Final = re.compile(
    r"how\s+many\s+(?P<what>factors|divisors)\s+does\s+(?P<n>\d+)\s+have,?\s+and\s+"
    r"(?:(?:what|which)\s+are\s+they|list\s+(?:them|all\s+of\s+them))\s*[?.]?",
    re.IGNORECASE,
)


def read(text: str, plainly: Reading) -> Problem | None:
    """Both questions as the parts of one; None where the text asks no two, or one is unread."""
    for questions in _pairs(language.tidy(text)):
        found = [plainly(question) for question in questions]
        parts = tuple(one for one in found if isinstance(one, Problem))
        if len(parts) == len(found) and len({part.read_as for part in parts}) == len(parts):
            read_as = f"(a) {parts[0].read_as} (b) {parts[1].read_as}"
            return Problem(Kind.PARTS, Form.PARTS, read_as, labels=("a", "b"), parts=parts)
    return None


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    factors = _FACTORS.fullmatch(text)
    if factors is not None:
        what, n = factors["what"], factors["n"]
        yield f"How many {what} does {n} have?", f"List the {what} of {n}"
    values = _TWO_VALUES.fullmatch(text)
    if values is not None:
        yield f"{values['before']}{values['first']}", f"{values['before']}{values['second']}"
    for pattern in _PATTERNS:
        match = pattern.fullmatch(text)
        if match is None or match["first"].lower() == match["second"].lower():
            continue
        rounded_twice = match["then"] and match["before"].lower().startswith("round")
        if rounded_twice or _MADE_OF_BOTH.search(match["before"]):
            continue
        after = re.sub(r"^(\s+(?:derivative|angle))s\b", r"\1", match["after"])
        yield (
            f"{match['before']}{match['first']}{after}",
            (f"{match['before']}{match['second']}{after}"),
        )
