"""Units of measurement by their exact factors to the base unit of their dimension.

Factors: SI Brochure (9th edition) and the international yard and pound agreement of 1959
(1 in = 25.4 mm, 1 lb = 0.453 592 37 kg). The library pint is the reference: a
test holds every factor against its own; importing it takes longer than the program's own start.
A month is a twelfth of a year of 365.25 days only where months are counted in years, so years,
decades and months form a dimension of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Unit:
    """symbol: as printed. name: singular, spelled out. dimension: such as ``length/time``.

    factor: how many base units (metre, second, gram, litre, metre per second, month) it is.
    """

    symbol: str
    name: str
    dimension: str
    factor: Fraction


_F = Fraction
_ROWS: Final[tuple[tuple[str, str, str, Fraction, str], ...]] = (
    ("nm", "nanometer", "length", _F(1, 10**9), "nanometre"),
    ("um", "micrometer", "length", _F(1, 10**6), "micrometre µm μm micron"),
    ("mm", "millimeter", "length", _F(1, 1000), "millimetre"),
    ("cm", "centimeter", "length", _F(1, 100), "centimetre"),
    ("dm", "decimeter", "length", _F(1, 10), "decimetre"),
    ("m", "meter", "length", _F(1), "metre"),
    ("km", "kilometer", "length", _F(1000), "kilometre"),
    ("in", "inch", "length", _F(254, 10000), "inches"),
    ("ft", "foot", "length", _F(3048, 10000), "feet"),
    ("yd", "yard", "length", _F(9144, 10000), "yds"),
    ("mi", "mile", "length", _F(1609344, 1000), ""),
    ("ns", "nanosecond", "time", _F(1, 10**9), ""),
    ("us", "microsecond", "time", _F(1, 10**6), "µs μs"),
    ("ms", "millisecond", "time", _F(1, 1000), ""),
    ("s", "second", "time", _F(1), "sec secs"),
    ("min", "minute", "time", _F(60), "mins"),
    ("h", "hour", "time", _F(3600), "hr hrs"),
    ("day", "day", "time", _F(86400), ""),
    ("week", "week", "time", _F(604800), "wk wks"),
    ("month", "month", "months", _F(1), ""),
    ("year", "year", "months", _F(12), "yr yrs"),
    ("decade", "decade", "months", _F(120), ""),
    ("century", "century", "months", _F(1200), "centuries"),
    ("millennium", "millennium", "months", _F(12000), "millennia"),
    ("ng", "nanogram", "mass", _F(1, 10**9), ""),
    ("ug", "microgram", "mass", _F(1, 10**6), "µg μg"),
    ("mg", "milligram", "mass", _F(1, 1000), ""),
    ("g", "gram", "mass", _F(1), "gramme"),
    ("kg", "kilogram", "mass", _F(1000), "kilo kilos"),
    ("t", "tonne", "mass", _F(10**6), ""),
    ("oz", "ounce", "mass", _F(45359237, 1600000), ""),
    ("lb", "pound", "mass", _F(45359237, 100000), "lbs"),
    ("ml", "milliliter", "volume", _F(1, 1000), "millilitre mL"),
    ("cl", "centiliter", "volume", _F(1, 100), "centilitre cL"),
    ("l", "liter", "volume", _F(1), "litre L"),
    ("gal", "gallon", "volume", _F(3785411784, 10**9), ""),
    ("qt", "quart", "volume", _F(946352946, 10**9), ""),
    ("pt", "pint", "volume", _F(473176473, 10**9), ""),
    ("cup", "cup", "volume", _F(2365882365, 10**10), ""),
    ("ha", "hectare", "area", _F(10000), ""),
    ("acre", "acre", "area", _F(40468564224, 10**7), ""),
    ("mph", "mile per hour", "length/time", _F(1609344, 3600000), "mi/h"),
    ("km/h", "kilometer per hour", "length/time", _F(1000, 3600), "kph kmh kmph"),
    ("m/s", "meter per second", "length/time", _F(1), "mps"),
    ("ft/s", "foot per second", "length/time", _F(3048, 10000), "fps feet/second"),
)


_GALLON: Final = _F(3785411784, 10**9)  # litres; the US gallon of 231 cubic inches
EVERYDAY: Final[Mapping[str, tuple[str, Fraction]]] = MappingProxyType(
    {
        "cent": ("USD", _F(1, 100)),
        "gal": ("volume", _GALLON),
        "qt": ("volume", _GALLON / 4),
        "pt": ("volume", _GALLON / 8),
        "cup": ("volume", _GALLON / 16),
    }
)
"""Dimension and factor of units that are followed in computations, and not asked for."""


def plural(name: str) -> str:
    """``miles per hour`` for ``mile per hour``."""
    head, _, tail = name.partition(" ")
    if head in ("square", "cubic"):
        return f"{head} {plural(tail)}"
    irregular = {"inch": "inches", "foot": "feet", "century": "centuries"}
    irregular["millennium"] = "millennia"
    return irregular.get(head, head + "s") + (f" {tail}" if tail else "")


def _table() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for symbol, name, dimension, factor, others in _ROWS:
        unit = Unit(symbol, name, dimension, factor)
        spellings = [symbol, name, plural(name), *others.split()]
        spellings += [other + "s" for other in others.split() if other.isalpha() and len(other) > 3]
        for spelling in spellings:
            table.setdefault(spelling, unit)
    return table


UNITS: Final = MappingProxyType(_table())
"""Every spelling of every unit."""

SPELLING: Final = (
    rf"(?:(?:{'|'.join(sorted(map(re.escape, UNITS), key=len, reverse=True))})(?![A-Za-z/]))"
)
"""A pattern for a unit as it is written."""


def find(spelling: str) -> Unit | None:
    """The unit of a spelling: ``mph``, ``miles per hour``, ``km/h``; None where it is not known."""
    spelling = " ".join(spelling.split())
    unit = UNITS.get(spelling) or UNITS.get(spelling.lower())
    if unit is not None:
        return unit
    power = _POWER.fullmatch(spelling)
    if power is not None:
        return _raised(power)
    match = re.fullmatch(r"(.+?)\s*(?:/|\bper\b|\ba\b|\ban\b)\s*(.+)", spelling)
    if match is None:
        return None
    above, below = UNITS.get(match[1].lower()), UNITS.get(match[2].lower())
    return None if above is None or below is None else quotient(above, below)


_POWER: Final = re.compile(
    r"(?:(?P<square>sq(?:uare)?\.?)|(?P<cubic>cubic|cu\.?))\s+(?P<unit>[A-Za-z]+)"
    r"|(?P<base>[A-Za-z]+)\s*(?:\^?(?P<power>[23])|(?P<sign>[²³]))",
    re.IGNORECASE,
)


def _raised(match: re.Match[str]) -> Unit | None:
    """A square or cubic unit of length: ``square meters``, ``cm^3``."""
    spelling = match["unit"] or match["base"]
    base = UNITS.get(spelling) or UNITS.get(spelling.lower())
    if base is None or base.dimension != "length":
        return None
    if match["square"] or match["power"] == "2" or match["sign"] == "²":
        return Unit(f"{base.symbol}^2", f"square {base.name}", "area", base.factor**2)
    return Unit(f"{base.symbol}^3", f"cubic {base.name}", "volume", base.factor**3 * 1000)


def quotient(above: Unit, below: Unit) -> Unit:
    """The unit ``above`` per ``below``; one that has its own name is called by it."""
    dimension = f"{above.dimension}/{below.dimension}"
    factor = above.factor / below.factor
    for unit in UNITS.values():
        if unit.dimension == dimension and unit.factor == factor:
            return unit
    return Unit(
        f"{above.symbol}/{below.symbol}", f"{above.name} per {below.name}", dimension, factor
    )


def convert(value: Fraction, unit: Unit, target: Unit) -> Fraction | None:
    """The value in another unit of the same dimension; None where the dimensions differ."""
    if unit.dimension != target.dimension:
        return None
    return value * unit.factor / target.factor
