"""How long until an amount is another one: growth by a percentage, interest, half-lives.

``1000*(1 + 5/100)^t = 2000``: the time is the one at which both are the same, in the unit of the
rate, exactly. As in :mod:`populations` each word stands on a list, and each number has one place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.populations import Said

_N: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_TIME: Final = r"second|minute|hour|day|week|month|year"
_MASS: Final = r"kg|g|mg|µg|grams?|kilograms?|milligrams?"
_TOKEN: Final = re.compile(
    rf"(?P<percent>(?:{_N})\s*(?:%|per\s*cent\b|percent\b))"
    rf"|(?P<time>(?:{_N})\s*-?\s*(?:{_TIME})s?\b)"
    rf"|(?P<amount>[$£€]\s*(?:{_N})|(?:{_N})(?:\s*(?:{_MASS}|dollars|euros|pounds)\b)?)"
    rf"|(?P<each>\b(?:a|an|per|each|every)\s+(?:{_TIME})\b|\b(?:annually|yearly|annual)\b)"
    r"|(?P<word>[a-z]+(?:-[a-z]+)*)|(?P<other>[^\s,.?;:!])",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    rf"\b(?:how\s+long|how\s+many\s+(?P<unit>{_TIME})s|when\s+(?:will|does|is))\b", re.IGNORECASE
)
_ONLY: Final = r"(?:\s+(?:it|there|only|is|are|worth|the|it\s+is))*\s+$"
_END: Final = re.compile(
    r"\b(?:to\s+become|becomes?|reach(?:es)?|to\s+grow\s+to|grows?\s+to|(?:is|be)\s+worth|"
    rf"(?:falls?|drops?|shrinks?|decays?)\s+to|there\s+(?:are|is)){_ONLY}",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(rf"\b(?:until|before){_ONLY}", re.IGNORECASE)
_LEFT: Final = re.compile(
    r"^\s*(?:of\s+(?:it|the\s+\w+)\s+)?(?:is|are|remains?|will\s+be)\b", re.IGNORECASE
)
_WORD_LIST = (
    "a an the of is are was will be it its has have how long many until does do take takes "
    "for to become becomes reach reaches grow grows growing at with in on there when before "
    "worth only invested invest investment deposited deposit put account bank savings money "
    "sum amount value interest rate compound compounded compounding years months days hours "
    "weeks minutes seconds after what town city village population people inhabitants house "
    "car machine price increases increase increasing decreases decrease decreasing rises rise "
    "falls fall shrinks drops depreciates and that this left remain remains sample substance "
    "isotope radioactive half-life decays decay decayed mass by if i my you me year time each "
    "find calculate bacteria bacterial cells culture colony rabbits fish doubles double "
    "triple triples current currently now containing material element"
)
_WORDS: Final = frozenset(_WORD_LIST.split())
_DOWN: Final = re.compile(
    r"\b(?:decreas\w*|falls?|shrinks?|drops?|depreciates?|decays?)\b", re.IGNORECASE
)
_UP: Final = re.compile(
    r"\b(?:gr[oe]w\w*|increas\w*|rises?|interest|invest\w*|compound\w*)\b", re.I
)
_EVERY: Final = re.compile(r"\bhalf-life\b", re.IGNORECASE)
_MULTIPLE: Final = re.compile(r"\b(?P<how>doubles?|triples?)\b(?!\s+every)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


def said_again(text: str) -> Said | None:
    """The equation for the time; None where a word or a number is left over."""
    plain = re.sub(r"\bhalf\s+life\b", "half-life", text, flags=re.IGNORECASE)
    asks = _ASKS.search(plain)
    tokens = [_Token(m.lastgroup or "", m[0], *m.span()) for m in _TOKEN.finditer(plain)]
    words = {one.text.lower() for one in tokens if one.kind == "word"}
    if asks is None or words - _WORDS or any(one.kind == "other" for one in tokens):
        return None
    found = _by_half_life(plain, tokens) or _by_percentage(plain, tokens)
    if found is None or (asks["unit"] or found.unit).lower() != found.unit:
        return None
    return replace(found, unit=_SYMBOLS.get(found.unit, found.unit))


_SYMBOLS: Final = {"hour": "h", "minute": "min", "second": "s"}


def _number(text: str) -> str:
    found = re.search(_N, text)
    assert found is not None
    return found[0].replace(",", "")


def _sort(text: str) -> str:
    """What kind of amount it is: ``$``, ``g``, or "" for a bare number."""
    bare = re.sub(rf"\s|{_N}", "", text).lower()
    return {"gram": "g", "grams": "g", "dollars": "$", "euros": "€", "pounds": "£"}.get(bare, bare)


def _is_end(text: str, token: _Token) -> bool:
    told_before = _END.search(text[: token.start]) is not None
    return told_before or _LEFT.match(text[token.end :]) is not None


def _are_ends(text: str, tokens: list[_Token]) -> list[_Token]:
    """What stands at the end: ``until 1000 becomes 2000`` tells it by the second word."""
    told = [one for one in tokens if _is_end(text, one)]
    return told or [one for one in tokens if _UNTIL.search(text[: one.start])]


def _by_half_life(text: str, tokens: list[_Token]) -> Said | None:
    """``80*(1/2)^(t/6) = 10``, or so many per cent of all."""
    times = [one for one in tokens if one.kind == "time"]
    shape = sorted(one.kind for one in tokens if one.kind != "word")
    if len(times) != 1 or not _EVERY.search(text) or re.search(r"decayed", text, re.I):
        return None
    period = times[0]
    unit = re.sub(r"[\d .,-]", "", period.text).lower().removesuffix("s")
    exponent = f"(1/2)^(t/{_number(period.text)})"
    if shape == ["percent", "time"]:
        (end,) = (one for one in tokens if one.kind == "percent")
        if not _are_ends(text, [end]) or float(_number(end.text)) >= 100:
            return None
        return Said(f"Solve {exponent} = {_number(end.text)}/100 for t", unit)
    ends = _ends(text, tokens)
    if shape != ["amount", "amount", "time"] or ends is None or ends[0] <= ends[1]:
        return None
    return Said(f"Solve {_shown(ends[0])}*{exponent} = {_shown(ends[1])} for t", unit)


def _ends(text: str, tokens: list[_Token]) -> tuple[Fraction, Fraction] | None:
    """The amounts at the start and at the end, both of one sort."""
    amounts = [one for one in tokens if one.kind == "amount"]
    last = _are_ends(text, amounts)
    first = [one for one in amounts if one not in last]
    if len(first) != 1 or len(last) != 1 or _sort(first[0].text) != _sort(last[0].text):
        return None
    start, end = Fraction(_number(first[0].text)), Fraction(_number(last[0].text))
    return (start, end) if start and end else None


def _by_percentage(text: str, tokens: list[_Token]) -> Said | None:
    """``1000*(1 + 5/100)^t = 2000``, by the year where no other time is told of interest."""
    rates = [one for one in tokens if one.kind == "percent"]
    each = [one for one in tokens if one.kind == "each"]
    rest = {one.kind for one in tokens} - {"word", "percent", "each", "amount"}
    if len(rates) != 1 or len(each) > 1 or rest or re.search("half-life", text, re.IGNORECASE):
        return None
    rate = Fraction(_number(rates[0].text))
    down = _DOWN.search(text) is not None
    grows = _UP.search(text) is not None or not down
    if grows is down or (down and rate >= 100) or not (each or _is_about_money(text, tokens)):
        return None
    period = re.sub(r"^\w+\s+", "", each[0].text.lower()) if each else "year"
    unit = "year" if period in ("annually", "yearly", "annual") else period
    factor = f"(1 {'-' if down else '+'} {_number(rates[0].text)}/100)^t"
    multiple = _MULTIPLE.search(text)
    if multiple is not None:
        if down or any(one.kind == "amount" for one in tokens):
            return None
        times = 2 if multiple["how"].lower().startswith("d") else 3
        return Said(f"Solve {factor} = {times} for t", unit)
    ends = _ends(text, tokens)
    if ends is None or (ends[0] > ends[1]) is not down or ends[0] == ends[1]:
        return None
    return Said(f"Solve {_shown(ends[0])}*{factor} = {_shown(ends[1])} for t", unit)


def _is_about_money(text: str, tokens: list[_Token]) -> bool:
    """Interest is by the year where nothing else is said; a bare ``1000 at 5%`` is interest."""
    named = re.search(r"\b(?:interest|invest\w*|deposit\w*|money|savings|account)\b", text, re.I)
    sorts = {_sort(one.text) for one in tokens if one.kind == "amount"}
    at_rate = re.search(r"\bat\s+\d", text) is not None
    return named is not None or bool(sorts & {"$", "£", "€"}) or (sorts <= {""} and at_rate)


def _shown(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else str(float(value))
