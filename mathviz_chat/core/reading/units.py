"""Unit words and symbols, and how they are recognised after a number.

A unit is spelled canonically: ``km``, ``m/s``, ``cm^2``, ``USD/h``; speed in miles is ``mph``.
Nothing is converted here. The pound is the mass unless it is written with its sign.
"""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = {
    "mm": "mm millimeter millimeters millimetre millimetres",
    "cm": "cm cms centimeter centimeters centimetre centimetres",
    "m": "meter meters metre metres",
    "km": "km kms kilometer kilometers kilometre kilometres",
    "in": "inch inches",
    "ft": "ft foot feet",
    "yd": "yd yds yard yards",
    "mi": "mi mile miles",
    "ms": "ms millisecond milliseconds",
    "s": "sec secs second seconds",
    "min": "min mins minute minutes",
    "h": "hr hrs hour hours",
    "day": "day days",
    "week": "week weeks",
    "month": "month months",
    "year": "yr yrs year years",
    "mg": "mg milligram milligrams",
    "g": "gram grams gm",
    "kg": "kg kgs kilogram kilograms",
    "t": "tonne tonnes",
    "oz": "oz ounce ounces",
    "lb": "lb lbs pound pounds",
    "ml": "ml mL milliliter milliliters millilitre millilitres",
    "L": "liter liters litre litres",
    "gal": "gal gallon gallons",
    "qt": "qt quart quarts",
    "pt": "pint pints",
    "cup": "cup cups",
    "mph": "mph",
    "km/h": "kph kmh kmph",
    "USD": "USD usd dollar dollars",
    "cent": "cent cents",
    "EUR": "EUR euro euros",
    "GBP": "GBP",
    "JPY": "JPY yen",
    "INR": "INR rupee rupees",
    "Hz": "Hz hertz",
    "kW": "kW kilowatt kilowatts",
    "kWh": "kWh",
    "degC": "degC",
    "degF": "degF",
    "N": "newton newtons",
    "J": "joule joules",
    "W": "watt watts",
    "V": "volt volts",
}
UNIT_WORDS: Final = {word: unit for unit, words in _WORDS.items() for word in words.split()}

SHORT_UNITS: Final = {"m": "m", "s": "s", "h": "h", "g": "g", "L": "L", "l": "L", "t": "t"}
"""Also names of variables, so units only in ``\\text``, or in a compound with another unit."""

TEXT_UNITS: Final = UNIT_WORDS | SHORT_UNITS | {"in": "in", "N": "N", "J": "J", "W": "W", "V": "V"}

CURRENCY_SIGNS: Final = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}

CANONICAL_UNITS: Final = frozenset(UNIT_WORDS.values()) | frozenset(TEXT_UNITS.values())

_UNIT = re.compile(
    r"[ \u00a0]*(?:(square|sq\.?|cubic|cu\.?)[ ]+)?([A-Za-z]+)(?:\^?([23])(?![\d.])|([²³]))?"
)
_PER = re.compile(
    r"[ ]*(?:/|per\b|an?\b(?=[ ]+[a-z]{3}))[ ]*([A-Za-z]+)(?:\^?([23])(?![\d.])|([²³]))?"
)
_ONLY_INCHES = re.compile(r"\s*[-−+]?\s*\d+(?:[.,/]\d+)?\s*in\s*")
_AFTER_INCHES = re.compile(r"[ ]*(?:[-+*/=×·÷)≈.,;−]|$)")
_LENGTH = re.compile(r"[0-9][ ]?(?:ft|feet|foot|inch(?:es)?|yd|yards?|cm|m|mi|miles?)\b")
_ARGUMENT = re.compile(r"\(|[ ]?(?:[b-zA-Zα-ω]|\\[a-z]+|a(?=[ ]*(?:[-+*/=^)]|$)))(?![A-Za-z])")
_POWERS = {"²": "2", "³": "3", "2": "2", "3": "3"}
_COMPOUNDS = {"mi/h": "mph"}


def match_unit(
    text: str, place: int, *, all_symbols: bool = False, after_money: bool = False
) -> tuple[str, int] | None:
    """The canonical unit that starts at ``place`` (spaces before it are skipped) and its end.

    all_symbols: single letters count, as inside ``\\text``. after_money: only a rate is looked
    for (``/hour``, ``per hour``, ``an hour``); the result is then ``USD/h`` without its ``USD``.
    """
    if after_money:
        rate = _rate(text, place, TEXT_UNITS if all_symbols else UNIT_WORDS)
        return None if rate is None else ("/" + rate[0], rate[1])
    found = _UNIT.match(text, place)
    if found is None or _goes_on(text, found.end()):
        return None
    prefix, word, *powers = found.groups()
    unit = TEXT_UNITS.get(word)
    if unit is None:
        return None
    power = _POWERS[powers[0] or powers[1]] if any(powers) else ""
    if prefix:
        if power:
            return None
        power = "2" if prefix.startswith("s") else "3"
    plain = all_symbols or word in UNIT_WORDS or (word == "in" and _is_inches(text, found.end()))
    rate = _rate(text, found.end(), TEXT_UNITS) if "/" not in unit else None
    if (
        rate is not None
        and text[found.end() :].lstrip()[:1] != "a"
        and _is_compound(word, rate[0], plain)
    ):
        unit = f"{unit}^{power}/{rate[0]}" if power else f"{unit}/{rate[0]}"
        return _COMPOUNDS.get(unit, unit), rate[1]
    if not plain or _is_function(word, text, found.end()):
        return None
    return (f"{unit}^{power}" if power else unit), found.end()


def _is_function(word: str, text: str, end: int) -> bool:
    """``2 min(3, 4)``, ``2 sec^2 x``: an argument follows."""
    if word == "min":
        return text[end : end + 1] == "("
    return word == "sec" and _ARGUMENT.match(text, end) is not None


def _is_inches(text: str, end: int) -> bool:
    """``3 ft 4 in = 40 in``: a sign or the end follows, and another length stands in the text;
    ``36 in`` is all of it."""
    return _ONLY_INCHES.fullmatch(text) is not None or (
        _AFTER_INCHES.match(text, end) is not None and _LENGTH.search(text) is not None
    )


def _is_compound(word: str, per: str, plain: bool) -> bool:
    """``m/s`` and ``g/L`` are units, ``t/s`` is a quotient of variables."""
    return plain or word + "/" + per[:1] in {"m/s", "m/m", "g/L", "m/h"} or len(per) > 2


def _rate(text: str, place: int, words: dict[str, str]) -> tuple[str, int] | None:
    found = _PER.match(text, place)
    if found is None or _goes_on(text, found.end()):
        return None
    unit = words.get(found[1])
    if unit is None or "/" in unit or unit == "mph":
        return None
    power = found[2] or found[3]
    return (f"{unit}^{_POWERS[power]}" if power else unit), found.end()


def _goes_on(text: str, end: int) -> bool:
    """Whether a letter, digit or subscript follows, so that the word was not a whole one."""
    return end < len(text) and (text[end].isalnum() or text[end] == "_")
