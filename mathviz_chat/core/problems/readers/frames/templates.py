"""Plain questions with places for the quantities of a frame, all of them in one unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.frames.frame import Filled
from mathviz_chat.core.problems.readers.frames.tokens import Token
from mathviz_chat.core.problems.units import Unit

_PLACE: Final = re.compile(r"\{([a-z]+)(\d?)\}")
_PART: Final = re.compile(
    r"(?P<value>\d+\s+\d+/\d+|\d+/\d+|\d*\.\d+|\d+)\s*-?\s*(?P<unit>[^\d\s].*)?"
)
_CAPACITY: Final = {"l": "dm", "ml": "cm"}
_POWER: Final = {"length": "", "area": "^2", "volume": "^3"}
_MAX_PLACES: Final = 8


def amount(token: Token) -> Fraction | None:
    """How many of its unit a quantity is: 5/2 for ``2 hours 30 minutes``."""
    total = Fraction(0)
    text = token.text
    for index, part in enumerate(
        re.findall(r"[\d./]+(?:\s+\d+/\d+)?[^\d]*(?:[23²³](?!\d))?", text)
    ):
        match = _PART.fullmatch(part.strip())
        if match is None:
            return None
        value = sum(map(Fraction, match["value"].split()), Fraction(0))
        if index == 0 or token.unit is None:
            total += value
            continue
        unit = units.find((match["unit"] or "").strip())
        if unit is None or unit.dimension != token.unit.dimension:
            return None
        total += value * unit.factor / token.unit.factor
    return total


def written(value: Fraction) -> str:
    """The value as a decimal, or as a fraction where it has no short one."""
    for places in range(_MAX_PLACES + 1):
        scaled = value * 10**places
        if scaled.denominator == 1:
            text = f"{int(scaled):0{places + 1}d}"
            return f"{text[:-places]}.{text[-places:]}" if places else text
    return f"{value.numerator}/{value.denominator}"


def in_unit(token: Token, unit: Unit) -> str | None:
    """A quantity in another unit of its dimension."""
    value = amount(token)
    if value is None or token.unit is None:
        return None
    converted = units.convert(value, token.unit, unit)
    return None if converted is None else f"{written(converted)} {unit.symbol}"


def plain(*lines: str) -> Callable[[Filled], str | None]:
    """The one question whose asked thing and places are those of the story.

    A line is ``area: Find the area of a circle with radius {radius}``; ``{side1}`` and ``{side2}``
    are two of one role. Lengths in several units, or with an answer asked for in another one, are
    put in one of them.
    """
    table: dict[tuple[str, frozenset[tuple[str, int]]], str] = {}
    for line in lines:
        asked, _, template = line.partition(": ")
        places = frozenset((m[1], int(m[2] or 1)) for m in _PLACE.finditer(template))
        for one in asked.split("|"):
            table[one, places] = template

    def restate(filled: Filled) -> str | None:
        found = {
            (name, number): token
            for name, each in filled.roles.items()
            for number, token in enumerate(each, start=1)
        }
        template = table.get((filled.asked, frozenset(found)))
        texts = None if template is None else _in_one_unit(found, filled.wanted)
        if template is None or texts is None:
            return None
        said = _PLACE.sub(lambda m: texts[m[1], int(m[2] or 1)], template)
        return f"{said}{filled.precision}."

    return restate


def _in_one_unit(
    found: dict[tuple[str, int], Token], wanted: Unit | None
) -> dict[tuple[str, int], str] | None:
    """The quantities as they are to be written; None where they cannot be put in one unit."""
    given = {key: token for key, token in found.items() if token.sort in _POWER}
    texts = {key: token.text for key, token in found.items()}
    if not given:
        return texts if wanted is None else None
    bases = {_base(token.unit) for token in given.values() if token.unit is not None}
    if wanted is not None:
        base = _base(wanted)
    else:
        known = [units.UNITS[one] for one in bases if one is not None]
        base = min(known, key=lambda unit: unit.factor).symbol if known else None
    if base is None or None in bases:
        return None
    if bases == {base}:
        return texts
    for key, token in given.items():
        target = units.find(base + _POWER[token.sort])
        text = None if target is None else in_unit(token, target)
        if text is None:
            return None
        texts[key] = text
    return texts


def _base(unit: Unit) -> str | None:
    """The unit of length that belongs to a unit of length, area or volume."""
    symbol = _CAPACITY.get(unit.symbol, unit.symbol.partition("^")[0])
    base = units.UNITS.get(symbol)
    return symbol if base is not None and base.dimension == "length" else None
