"""What the letters of a formula stand for: ``the height h metres``, ``t is in seconds``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import terms
from mathviz_chat.core.problems.readers.modelled.tokens import Modelled, Token, dimension

_QUANTITIES = (
    "height altitude depth level distance displacement position length width breadth thickness "
    "perimeter circumference radius diameter area volume capacity mass weight temperature time age "
    "period duration profit loss revenue income turnover cost costs price fare charge bill fee pay "
    "salary wage wages earnings value worth amount balance sum population number count speed "
    "velocity acceleration force pressure voltage current resistance power energy work charge "
    "momentum density concentration angle intensity loudness sales demand supply frequency "
    "wavelength dose magnitude brightness score mark rent tax total stock quantity consumption"
)
QUANTITIES: Final = frozenset(_QUANTITIES.split())
"""Names of what is measured or counted."""

_AMOUNTS_OF_MONEY = (
    "cost price fare charge bill fee pay salary wage earning profit loss revenue income value "
    "worth amount balance rent tax turnover"
)
MONEY: Final = frozenset(_AMOUNTS_OF_MONEY.split())
"""Names of amounts of money."""

_SMALL_WORDS = (
    "is are was were in of for at after when where and or the a an to be by as if with from since "
    "per has have it its gives given does do will that which who into on can we you i"
)
_NO_NOUNS: Final = frozenset(_SMALL_WORDS.split())
_NAMING: Final = frozenset(("is", "being", "denotes", "represents", "means", "stands", "measures"))
_REACH: Final = 5


@dataclass(frozen=True, slots=True)
class Legend:
    """nouns: what the letter counts or measures. unit: in what. since: the year it counts from."""

    nouns: frozenset[str] = frozenset()
    unit: str = ""
    since: Fraction | None = None


NONE: Final = Legend()


def singular(noun: str) -> str:
    """``cakes`` as cake, ``batteries`` as battery."""
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def of(model: Modelled) -> Mapping[str, Legend] | None:
    """The legend of each letter that has one; None where one has two units."""
    nouns: dict[str, set[str]] = {name: set() for name in model.letters}
    found_units: dict[str, set[str]] = {name: set() for name in model.letters}
    since: dict[str, Fraction] = {}
    tokens = model.tokens
    owned: set[int] = set()
    for place, token in enumerate(tokens):
        if token.sort != "letter":
            continue
        for at in _behind(tokens, place):
            owned.add(at)
            _take(tokens[at], nouns[token.text], found_units[token.text])
        if not _is_asked(tokens, place):
            before = _before(tokens, place, _REACH if token.text == model.head else 2)
            if before is not None and before not in owned:
                owned.add(before)
                nouns[token.text].add(singular(tokens[before].text))
        year = _since(tokens, place)
        if year is not None:
            since[token.text] = year
    _of_head(model, nouns[model.head], found_units[model.head], owned)
    if "t" in model.letters and not found_units["t"] and nouns["t"] <= {"time"}:
        times = {t.unit for t in tokens if dimension(t.unit) == "time"}
        found_units["t"] |= times if len(times) == 1 else set()
    if any(len(each) > 1 for each in found_units.values()):
        return None
    return {
        name: Legend(frozenset(nouns[name]), next(iter(found_units[name]), ""), since.get(name))
        for name in model.letters
    }


def _take(token: Token, nouns: set[str], found_units: set[str]) -> None:
    if token.unit:
        found_units.add(token.unit)
    elif singular(token.text) in QUANTITIES or terms.is_plain_word(token.text):
        nouns.add(singular(token.text))


def _is_asked(tokens: tuple[Token, ...], place: int) -> bool:
    return place > 0 and tokens[place - 1].text in ("find", "calculate", "determine", "evaluate")


def _before(tokens: tuple[Token, ...], place: int, reach: int) -> int | None:
    """Where the quantity stands that leads to a letter: ``height h``, ``depth of water d``."""
    for at in range(place - 1, max(place - reach, -1), -1):
        token = tokens[at]
        if token.sort != "word" or token.unit or token.text in ("after", "at", "is", "and"):
            return None
        if singular(token.text) in QUANTITIES or token.text in QUANTITIES:
            return at
    return None


def _behind(tokens: tuple[Token, ...], place: int) -> Iterator[int]:
    """Where the words stand that say what a letter is: its unit, its noun, or a clause of it."""
    at = place + 1
    if at >= len(tokens):
        return
    if tokens[at].text == "(":
        at += 1
    if at < len(tokens) and tokens[at].text == "in":
        at += 1
    if at < len(tokens) and tokens[at].text in _NAMING | {"the"}:
        yield from _in_clause(tokens, at + 1)
    elif (
        at < len(tokens)
        and tokens[at].sort == "word"
        and tokens[at].text not in _NO_NOUNS
        and (tokens[at].unit or at == place + 1)
    ):
        yield at


def _in_clause(tokens: tuple[Token, ...], at: int) -> Iterator[int]:
    while at < len(tokens) and tokens[at].sort == "word":
        text = tokens[at].text
        if text == "and" and at + 1 < len(tokens) and tokens[at + 1].sort == "letter":
            return
        named = tokens[at - 1].text == "of" and text not in _NO_NOUNS
        if named or tokens[at].unit or {text, singular(text)} & QUANTITIES:
            yield at
        at += 1


def _since(tokens: tuple[Token, ...], place: int) -> Fraction | None:
    """``t years after 2000``."""
    ahead = tokens[place + 1 : place + 4]
    if (
        len(ahead) == 3
        and ahead[0].unit == "year"
        and ahead[1].text in ("after", "since", "from")
        and ahead[2].sort == "amount"
        and not ahead[2].unit
    ):
        return Fraction(ahead[2].text)
    return None


def _of_head(model: Modelled, nouns: set[str], found_units: set[str], owned: set[int]) -> None:
    """What the formula gives: ``the cost of hiring a car for d days is %%``, ``%% pounds``."""
    place = next(k for k, token in enumerate(model.tokens) if token.sort == "formula")
    if place + 1 < len(model.tokens) and model.tokens[place + 1].unit:
        found_units.add(model.tokens[place + 1].unit)
    start = max((k for k in range(place) if model.tokens[k].text == "."), default=-1) + 1
    for at in range(start, place):
        text = singular(model.tokens[at].text)
        if at not in owned and model.tokens[at].sort == "word" and text in QUANTITIES:
            nouns.add(text)
            follower = model.tokens[at + 1 : at + 3]
            named = len(follower) == 2 and follower[1].text not in _NO_NOUNS
            if named and follower[0].text in ("of", "in"):
                _take(follower[1], nouns, found_units)
            return
