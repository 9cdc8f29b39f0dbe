"""Fractions of what there is: half of the rest, 3/4 of the rolls, a quarter of them, 60% of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.told.amounts import fraction
from mathviz_chat.core.problems.readers.told.tales.accounts import Account, Misfit, currency_of
from mathviz_chat.core.problems.readers.told.tales.nouns import plural
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    Part,
    either,
    made,
    maybe,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import Quantity, not_his, noun, nouns

_WORD: Final = r"third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_FRACTION: Final = re.compile(
    rf"\s*(?:(?P<ratio>\d{{1,3}}/\d{{1,3}})|(?P<words>\d{{1,2}}[\s-]+(?:{_WORD})s?|half)|"
    rf"(?P<one>{_WORD})(?=\s+of\b)|(?P<percent>\d{{1,2}}(?:\.\d{{1,2}})?)%)(?![A-Za-z0-9/.])",
    re.I,
)


def _read(text: str, at: int) -> Iterator[tuple[int, str]]:
    """A proper fraction as it is shown: ``3/4``, ``60%``."""
    match = _FRACTION.match(text, at)
    if match is None:
        return
    if match["percent"]:
        yield match.end(), f"{match['percent']}%"
        return
    try:
        value = fraction((match["ratio"] or match["words"] or match["one"]).replace("-", " "))
    except (ValueError, ZeroDivisionError):
        return
    if 0 < value < 1:
        yield match.end(), str(value)


_HIS: Final = r"(?:his|her|their|my|our|its)"
_REST: Final = (
    r"rest|remainder|remaining(?:\s+(?:ones|money|amount))?|what\s+(?:is|was)\s+left|"
    r"(?:those|ones|them)\s+(?:that\s+(?:are|were)\s+)?left"
)
_of_rest: Final = either(
    made(
        sequence(words(r"remaining|leftover"), maybe(noun)),
        lambda v: ("rest", v[1] or ""),
    ),
    made(
        sequence(words(_REST), maybe(sequence(words("of"), noun))),
        lambda v: ("rest", v[1][1] if v[1] else ""),
    ),
)
_of_first: Final = made(
    sequence(words(r"original|initial|starting"), noun), lambda v: ("first", v[1])
)
_of_all: Final = either(
    made(words(r"(?:them|it|these|those|whom|which)(?:\s+all)?"), lambda _: ("all", "")),
    made(sequence(maybe(words(_HIS)), words("money|cash")), lambda _: ("all", "money")),
    made(sequence(words(_HIS), noun), lambda v: ("all", v[1], True)),
    made(sequence(not_his, noun), lambda v: ("all", v[1])),
)
_whole: Final = either(_of_rest, _of_first, _of_all)
part: Final[Part] = made(
    sequence(
        _read,
        maybe(
            either(
                made(sequence(words("of"), _whole), lambda v: v[1]),
                made(sequence(words(_HIS), noun), lambda v: ("all", v[1], True)),
            )
        ),
        maybe(sequence(words("on|for"), nouns())),
    ),
    lambda v: _quantity(v[0], *(v[1] or ("all", ""))),
)
"""``3/4 of the rolls``, ``half of the rest``, ``1/3`` of what was spoken of."""


def _quantity(number: str, of: str, thing: str, own: bool = False) -> Quantity:
    return Quantity(number, "", thing, part=of, own=own)


def value(number: str) -> Fraction:
    """The number of a fraction that is shown as ``3/4`` or ``60%``."""
    return Fraction(number[:-1]) / 100 if number.endswith("%") else Fraction(number)


def shown(found: Quantity) -> str:
    """A fraction as :data:`part` reads it."""
    thing = "money" if currency_of(found.thing) else _things(found.noun)
    of = {
        "rest": f"the remaining {thing}" if thing else "the rest",
        "first": f"the original {thing}",
        "all": f"the {thing}" if thing else "them",
    }[found.part]
    return f"{found.number} of {of}"


def _things(noun: str) -> str:
    """``rolls``; of ``water litre`` the water."""
    substance, _, unit = noun.rpartition(" ")
    return substance if substance and units.find(unit) else plural(noun) if noun else ""


def meant(found: Quantity, things: set[str]) -> Quantity:
    """The fraction with the thing it is of; things: what its owner has."""
    money = {one for one in things if currency_of(one)}
    if found.noun == "money":
        things = money
    elif found.noun:
        of_it = {one for one in things if one.startswith(f"{found.noun} ")}
        return replace(found, noun=of_it.pop()) if len(of_it) == 1 else found
    if len(things) != 1:
        raise Misfit("a fraction of nobody knows what")
    (thing,) = things
    return replace(found, unit=thing, noun="") if thing in money else replace(found, noun=thing)


def base(found: Quantity, account: Account, again: bool) -> tuple[str, Quantity]:
    """The amount that a fraction is of. again: the same clause has told another one before it."""
    if found.part == "first":
        return account.states[0], found
    if found.part == "rest":
        if not account.losses:
            raise Misfit("nothing was taken away")
        return account.now, found
    if not account.losses:
        return account.now, found
    if again and len(account.states) == 2:
        return account.states[0], replace(found, part="first")
    raise Misfit("of all, or of what is left?")
