"""Units of measurement as questions and computations name them; their sizes are pint's.

A month is a twelfth of a year only where months are counted in years, so years, decades and
months form a dimension of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.reading.units import CURRENCY_SIGNS
from mathviz_chat.core.unit_library import Dimension, size


@dataclass(frozen=True, slots=True)
class Unit:
    """symbol: as printed. name: singular, spelled out. dimension: such as ``length/time``.

    definition: the same unit in pint's notation.
    """

    symbol: str
    name: str
    dimension: str
    definition: str

    @property
    def factor(self) -> Fraction:
        """How many base units it is: exact, and the same base for every unit of a dimension."""
        return size(self.definition).factor


_ROWS: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("nm", "nanometer", "length", "nanometre"),
    ("um", "micrometer", "length", "micrometre µm μm micron"),
    ("mm", "millimeter", "length", "millimetre"),
    ("cm", "centimeter", "length", "centimetre"),
    ("dm", "decimeter", "length", "decimetre"),
    ("m", "meter", "length", "metre"),
    ("km", "kilometer", "length", "kilometre"),
    ("in", "inch", "length", "inches"),
    ("ft", "foot", "length", "feet"),
    ("yd", "yard", "length", "yds"),
    ("mi", "mile", "length", ""),
    ("ns", "nanosecond", "time", ""),
    ("us", "microsecond", "time", "µs μs"),
    ("ms", "millisecond", "time", ""),
    ("s", "second", "time", "sec secs"),
    ("min", "minute", "time", "mins"),
    ("h", "hour", "time", "hr hrs"),
    ("day", "day", "time", ""),
    ("week", "week", "time", "wk wks"),
    ("month", "month", "months", ""),
    ("year", "year", "months", "yr yrs"),
    ("decade", "decade", "months", ""),
    ("century", "century", "months", "centuries"),
    ("millennium", "millennium", "months", "millennia"),
    ("ng", "nanogram", "mass", ""),
    ("ug", "microgram", "mass", "µg μg"),
    ("mg", "milligram", "mass", ""),
    ("g", "gram", "mass", "gramme"),
    ("kg", "kilogram", "mass", "kilo kilos"),
    ("t", "tonne", "mass", ""),
    ("oz", "ounce", "mass", ""),
    ("lb", "pound", "mass", "lbs"),
    ("ml", "milliliter", "volume", "millilitre mL"),
    ("cl", "centiliter", "volume", "centilitre cL"),
    ("l", "liter", "volume", "litre L"),
    ("gal", "gallon", "volume", ""),
    ("qt", "quart", "volume", ""),
    ("pt", "pint", "volume", ""),
    ("cup", "cup", "volume", ""),
    ("ha", "hectare", "area", ""),
    ("acre", "acre", "area", ""),
    ("mph", "mile per hour", "length/time", "mi/h"),
    ("km/h", "kilometer per hour", "length/time", "kph kmh kmph"),
    ("m/s", "meter per second", "length/time", "mps"),
    ("ft/s", "foot per second", "length/time", "fps feet/second"),
)

_CONVERTED: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("Pa", "pascal", "pressure", ""),
    ("hPa", "hectopascal", "pressure", "hpa"),
    ("kPa", "kilopascal", "pressure", "kpa"),
    ("MPa", "megapascal", "pressure", ""),
    ("GPa", "gigapascal", "pressure", ""),
    ("bar", "bar", "pressure", ""),
    ("mbar", "millibar", "pressure", ""),
    ("atm", "atmosphere", "pressure", ""),
    ("J", "joule", "energy", ""),
    ("kJ", "kilojoule", "energy", "kj"),
    ("MJ", "megajoule", "energy", ""),
    ("GJ", "gigajoule", "energy", ""),
    ("Wh", "watt-hour", "energy", ""),
    ("kWh", "kilowatt-hour", "energy", "kwh"),
    ("MWh", "megawatt-hour", "energy", ""),
    ("cal", "calorie", "energy", ""),
    ("kcal", "kilocalorie", "energy", ""),
    ("mW", "milliwatt", "power", ""),
    ("W", "watt", "power", ""),
    ("kW", "kilowatt", "power", ""),
    ("MW", "megawatt", "power", ""),
    ("GW", "gigawatt", "power", ""),
    ("mN", "millinewton", "force", ""),
    ("N", "newton", "force", ""),
    ("kN", "kilonewton", "force", ""),
    ("Hz", "hertz", "frequency", ""),
    ("kHz", "kilohertz", "frequency", ""),
    ("MHz", "megahertz", "frequency", ""),
    ("GHz", "gigahertz", "frequency", ""),
    ("mV", "millivolt", "voltage", ""),
    ("V", "volt", "voltage", ""),
    ("kV", "kilovolt", "voltage", ""),
    ("mA", "milliampere", "current", "milliamp milliamps"),
    ("A", "ampere", "current", "amp amps"),
    ("ohm", "ohm", "resistance", "Ω"),
    ("kohm", "kiloohm", "resistance", "kΩ kilohm kilohms"),
    ("Mohm", "megaohm", "resistance", "MΩ megohm megohms"),
    ("kn", "knot", "length/time", ""),
    ("nmi", "nautical mile", "length", ""),
    ("st", "stone", "mass", ""),
)
"""Units of questions that ask for a conversion. In a story their names may mean other things: a
bar of soap, a stone. Those with several values (the Calorie of food, horsepower) are none."""

_DEFINED: Final = MappingProxyType(
    {
        "tonne": "metric_ton",
        "pint": "US_pint",
        "acre": "international_acre",
        "watt-hour": "watt_hour",
        "kilowatt-hour": "kilowatt_hour",
        "megawatt-hour": "megawatt_hour",
        "nautical mile": "nautical_mile",
        "month": "calendar_month",
        "year": "calendar_year",
        "decade": "calendar_decade",
        "century": "calendar_century",
        "millennium": "calendar_millennium",
    }
)
"""pint's names of the units that it calls otherwise."""

CURRENCY_OF_SIGN: Final = MappingProxyType(
    {sign: code for sign, code in CURRENCY_SIGNS.items() if code != "JPY"}
)
"""The currencies of questions: those whose amounts are rounded to hundredths."""

CURRENCIES: Final = MappingProxyType({code: sign for sign, code in CURRENCY_OF_SIGN.items()})

COMPUTED: Final = MappingProxyType(
    {
        "USD": "USD",
        "cent": "US_cent",
        "N": "newton",
        "J": "joule",
        "W": "watt",
        "V": "volt",
        "Hz": "hertz",
        "kW": "kilowatt",
        "kWh": "kilowatt_hour",
    }
)
"""Units that are followed in computations, and not asked for."""


def plural(name: str) -> str:
    """``miles per hour`` for ``mile per hour``."""
    head, _, tail = name.partition(" ")
    if head in ("square", "cubic"):
        return f"{head} {plural(tail)}"
    irregular = {"inch": "inches", "foot": "feet", "century": "centuries"}
    irregular |= dict.fromkeys(("hertz", "kilohertz", "megahertz", "gigahertz"), head)
    irregular |= {"millennium": "millennia", "stone": "stone"}
    if head == "nautical":
        return f"{head} {plural(tail)}"
    return irregular.get(head, head + "s") + (f" {tail}" if tail else "")


def _table(rows: tuple[tuple[str, str, str, str], ...]) -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for symbol, name, dimension, others in rows:
        parts = name.split(" per ")
        definition = " / ".join(_DEFINED.get(part, part) for part in parts)
        unit = Unit(symbol, name, dimension, definition)
        spellings = [symbol, name, plural(name), *others.split()]
        spellings += [other + "s" for other in others.split() if other.isalpha() and len(other) > 3]
        for spelling in spellings:
            table.setdefault(spelling, unit)
    return table


UNITS: Final = MappingProxyType(_table(_ROWS))
"""Every spelling of every unit."""

_ASKED_FOR: Final = MappingProxyType(_table(_CONVERTED))

SPELLING: Final = (
    rf"(?:(?:{'|'.join(sorted(map(re.escape, UNITS), key=len, reverse=True))})(?![A-Za-z/]))"
)
"""A pattern for a unit as it is written."""


def behind(number: str, symbol: str) -> str:
    """A number with its unit: ``9 days``, ``1 day``, ``9 km``; a symbol has no plural."""
    unit = UNITS.get(symbol)
    whole_word = unit is not None and unit.name == symbol
    return f"{number} {plural(symbol) if whole_word and number not in ('1', '-1') else symbol}"


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
    above, below = find(match[1]), UNITS.get(match[2].lower())
    return None if above is None or below is None else quotient(above, below)


def asked_for(spelling: str) -> Unit | None:
    """The unit of a spelling in a question that asks for a conversion: ``kPa``, ``kg/m^3`` too.

    The case of a symbol counts: mW is no MW, and a Calorie of food no calorie.
    """
    spelling = " ".join(spelling.split())
    unit = _ASKED_FOR.get(spelling)
    if unit is None and len(spelling) > LONGEST_SYMBOL and not spelling.startswith("Cal"):
        unit = _ASKED_FOR.get(spelling.lower())
    if unit is not None or (unit := find(spelling)) is not None:
        return unit
    above, per, below = (part.strip() for part in _PER.sub("/", spelling).partition("/"))
    if not per or "/" in below:
        return None
    parts = asked_for(above), asked_for(below)
    return quotient(parts[0], parts[1]) if parts[0] is not None and parts[1] is not None else None


LONGEST_SYMBOL: Final = 4
_PER: Final = re.compile(r"\s+per\s+")

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
        definition = f"{base.definition} ** 2"
        return Unit(f"{base.symbol}^2", f"square {base.name}", "area", definition)
    definition = f"{base.definition} ** 3"
    return Unit(f"{base.symbol}^3", f"cubic {base.name}", "volume", definition)


def quotient(above: Unit, below: Unit) -> Unit:
    """The unit ``above`` per ``below``; one that has its own name is called by it."""
    name = f"{above.name} per {below.name}"
    named = next((unit for unit in UNITS.values() if unit.name == name), None)
    return named or Unit(
        f"{above.symbol}/{below.symbol}",
        name,
        f"{above.dimension}/{below.dimension}",
        f"({above.definition}) / ({below.definition})",
    )


def convert(value: Fraction, unit: Unit, target: Unit) -> Fraction | None:
    """The value in another unit of the same dimension; None where the dimensions differ."""
    if unit == target:
        return value
    if unit.dimension != target.dimension:
        return None
    return value * unit.factor / target.factor


def measured(name: str) -> tuple[Dimension, Fraction]:
    """What a unit of a computation measures, and how much of it; a noun measures itself."""
    if name in COMPUTED:
        found = size(COMPUTED[name])
        return found.dimension, found.factor
    unit = find(name)
    if unit is None:
        return ((name, 1),), Fraction(1)
    found = size(unit.definition)
    return found.dimension, found.factor
