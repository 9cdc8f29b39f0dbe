"""Towns that grow or shrink by a percentage a year, and what doubles or halves in equal times.

People and bacteria are counted in whole ones: their number is said to be rounded, where it is no
whole one. Each word of the question stands on a list, and each number has a place of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_TIMES: Final = "second|minute|hour|day|week|month|year|decade"
_NUMBER: Final = r"\d{1,3}(?:[ ,]\d{3})+|\d+(?:\.\d+)?"
_MASS: Final = r"kg|g|mg|µg|grams?|kilograms?|milligrams?|micrograms?"
_SYMBOLS: Final = {
    "gram": "g", "grams": "g", "kilogram": "kg", "kilograms": "kg", "milligram": "mg",
    "milligrams": "mg", "microgram": "µg", "micrograms": "µg",
}  # fmt: skip
_TOKEN: Final = re.compile(
    rf"(?P<percent>(?:{_NUMBER})\s*(?:%|per\s*cent\b|percent\b))"
    rf"|(?P<time>(?:{_NUMBER})\s*-?\s*(?:{_TIMES})s?\b)"
    rf"|(?P<mass>(?:{_NUMBER})\s*(?:{_MASS})\b)"
    rf"|(?P<each>\b(?:a|per|each|every|an)\s+(?:{_TIMES})\b|\b(?:annually|yearly)\b)"
    rf"|(?P<number>{_NUMBER})|(?P<word>[a-z]+(?:-[a-z]+)*)|(?P<other>[^\s,.?;:!])",
    re.IGNORECASE,
)
_PEOPLE_WORDS = (
    "town city village country island population people inhabitants residents bacteria "
    "bacterial cells cell colony culture rabbits fish birds"
)
_PEOPLE: Final = frozenset(_PEOPLE_WORDS.split())
_UP_WORDS = "grow grows growing growth increase increases increasing rise rises"
_UP: Final = frozenset(_UP_WORDS.split())
_DOWN_WORDS = "shrinks shrink fall falls decrease decreases decreasing decline declines drops"
_DOWN: Final = frozenset(_DOWN_WORDS.split())
_NEUTRAL_WORDS = (
    "a an the of has have is are was will be there it its by at rate in after how many what "
    "now live lives living and currently present initial initially starts start starting with "
    "size number if find later calculate from year years would do does we in for sample "
    "begins begin us their that this let suppose say containing contains time take amount "
    "mass much substance isotope radioactive element remain remains left half-life decays "
    "material doubles doubling every triples period being given"
)
_NEUTRAL: Final = frozenset(_NEUTRAL_WORDS.split())


_DIFFERENCE: Final = re.compile(r"\bby\s+(?:how|what)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """The question in plain words, with the unit of its answer ("" for none)."""

    question: str
    unit: str = ""


def said_again(text: str) -> Said | None:
    """The one computation that the story asks for; None where a word or a number is left over."""
    tokens = [(m.lastgroup or "", m[0]) for m in _TOKEN.finditer(text)]
    words = {value.lower() for kind, value in tokens if kind == "word"}
    known = _NEUTRAL | _PEOPLE | _UP | _DOWN
    if not words or words - known or any(kind == "other" for kind, _ in tokens):
        return None
    if _DIFFERENCE.search(text) or _asks_otherwise(text):
        return None
    return _by_percentage(tokens, words) or _by_times(text, tokens, words)


_SENTENCE: Final = re.compile(r"[.?!](?:\s+|$)")
_ASKS: Final = re.compile(r"\b(?:how|what|find|calculate)\b", re.IGNORECASE)
_ANOTHER: Final = re.compile(
    r"\b(?:initial|initially|(?:start|starting|begins?)(?!\s+(?:with|from|at)\s+\d)|now|currently|present|growth|growing|increase|"
    r"decrease|rise|fall|decline|rate|decays?|period|years? after|will be)\b"
    r"|\bhow\s+many\s+years\b",
    re.IGNORECASE,
)
"""In the sentence that asks: the value at the start, or how much it is more or less."""
_AT_A_TIME: Final = re.compile(
    rf"\b(?:after|in)\s+(?:{_NUMBER})\s*-?\s*(?:{_TIMES})s?\b", re.IGNORECASE
)
_OTHER_SPAN: Final = re.compile(
    rf"(?:%|percent)\s+(?:in|every|each|per)\s+(?:{_NUMBER})|(?:%|percent)[^.?!]*\bevery\s+\d",
    re.IGNORECASE,
)
_GROWS: Final = re.compile(
    r"\b(?:doubl|tripl|halv|half-life|gr[oe]w|shr[iau]nk|increas|decreas|ris(?:es?|ing)\b|declin)",
    re.IGNORECASE,
)
_START: Final = re.compile(
    r"\b(?:initial|initially|start|now|currently|present|beginning|at first|originally)\b",
    re.IGNORECASE,
)
_MORE: Final = re.compile(
    r"\bwhat\s+(?:is|was|will\s+be)\s+the\s+(?:growth|increase|decrease|rise|fall)\s+"
    r"(?:in|after|over)\s+\d",
    re.IGNORECASE,
)
_WHOLE_PERCENT: Final = 100


def _asks_otherwise(text: str) -> bool:
    """The end is told and the start is asked for, a difference is, or the span is another one."""
    sentences = [one for one in _SENTENCE.split(text) if one]
    asking = [one for one in sentences if _ASKS.search(one)]
    told = [one for one in sentences if one not in asking]
    if _OTHER_SPAN.search(text) or any(map(_AT_A_TIME.search, told)):
        return True
    return any(map(_ANOTHER.search, asking))


def tells_the_end(text: str) -> bool:
    """What grows is told at a later time, and asked at the start; or how much it grows is asked."""
    sentences = [one for one in _SENTENCE.split(text) if one]
    asking = [one for one in sentences if _ASKS.search(one)]
    told = [one for one in sentences if one not in asking]
    if not _GROWS.search(text):
        return False
    at_the_start = any(map(_START.search, asking)) and any(map(_AT_A_TIME.search, told))
    return at_the_start or any(map(_MORE.search, asking))


Tokens = list[tuple[str, str]]


def _values(tokens: Tokens, kind: str) -> list[str]:
    return [value for one, value in tokens if one == kind]


def _plain(value: str) -> str:
    found = re.match(_NUMBER, value)
    return re.sub(r"[ ,]", "", found[0] if found else value)


def _unit(value: str) -> str:
    return re.sub(r"[\d .,-]", "", value).lower().removesuffix("s")


def _by_percentage(tokens: Tokens, words: set[str]) -> Said | None:
    """``N*(1 + p/100)^t``, for a percentage a year and a number of years."""
    shape = sorted(kind for kind, _ in tokens if kind != "word")
    if shape != ["each", "number", "percent", "time"] or words & {
        "half-life",
        "doubles",
        "triples",
    }:
        return None
    up, down = bool(words & _UP), bool(words & _DOWN)
    (start,), (rate,), (time,) = (_values(tokens, kind) for kind in ("number", "percent", "time"))
    each = re.sub(r"^\w+\s+", "", _values(tokens, "each")[0].lower())
    each = "year" if each in ("annually", "yearly") else each
    if up is down or not words & _PEOPLE or each != _unit(time) or "." in _plain(start):
        return None
    if not words & {"after", "in", "later"}:
        return None
    if down and float(_plain(rate)) >= _WHOLE_PERCENT:
        return None
    sign = "+" if up else "-"
    value = f"{_plain(start)}*(1 {sign} {_plain(rate)}/100)^{_plain(time)}"
    return Said(f"Round {value} to the nearest whole number.")


_ASKED_LEFT: Final = re.compile(
    r"\b(?:how\s+much|what\s+(?:mass|amount))\b[^.?!]*\b(?:left|remains?|there)\b", re.IGNORECASE
)
_ASKED_COUNT: Final = re.compile(r"\bhow\s+many\b", re.IGNORECASE)
_EVERY: Final = re.compile(
    rf"\b(?P<how>doubl(?:es|ing)|tripl(?:es|ing)|halves|half-life)\b[\s\w-]*?\s(?P<t>(?:{_NUMBER})\s*"
    rf"(?:{_TIMES})s?)\b|\b(?P<r>(?:{_NUMBER})[- ](?:{_TIMES})s?)\s+half-life\b",
    re.IGNORECASE,
)


def _by_times(text: str, tokens: Tokens, words: set[str]) -> Said | None:
    """``N*2^(t/T)``, what is left of a mass after some half-lives."""
    every = _EVERY.search(text)
    times = _values(tokens, "time")
    if every is None or len(times) != 2 or words & (_UP | _DOWN):
        return None
    period = every["t"] or every["r"]
    after = [
        time for time in times if _plain(time) != _plain(period) or _unit(time) != _unit(period)
    ]
    if len(after) != 1 or _unit(after[0]) != _unit(period) or not words & {"after", "in"}:
        return None
    exponent = f"{_plain(after[0])}/{_plain(period)}"
    how = (every["how"] or "half-life").lower()
    masses, numbers = _values(tokens, "mass"), _values(tokens, "number")
    if how in ("half-life", "halves") and len(masses) == 1 and not numbers:
        if not _ASKED_LEFT.search(text):
            return None
        unit = re.sub(r"[\d .,]", "", masses[0]).lower()
        return Said(f"Calculate {_plain(masses[0])}*(1/2)^({exponent})", _SYMBOLS.get(unit, unit))
    if masses or len(numbers) != 1 or not _ASKED_COUNT.search(text) or not words & _PEOPLE:
        return None
    factor = {"doubl": "2", "tripl": "3"}.get(how[:5], "(1/2)")
    return Said(f"Round {_plain(numbers[0])}*{factor}^({exponent}) to the nearest whole number.")
