"""The sizes of units, which pint knows, against the agreements that define them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mathviz_chat.core.checking.quantities import parse_unit
from mathviz_chat.core.problems import units
from mathviz_chat.core.reading.units import CANONICAL_UNITS

OF_BASE_UNITS = {
    "nm": ("m", Fraction(1, 10**9)),
    "um": ("m", Fraction(1, 10**6)),
    "mm": ("m", Fraction(1, 1000)),
    "cm": ("m", Fraction(1, 100)),
    "dm": ("m", Fraction(1, 10)),
    "m": ("m", Fraction(1)),
    "km": ("m", Fraction(1000)),
    "in": ("m", Fraction(254, 10000)),
    "ft": ("m", Fraction(3048, 10000)),
    "yd": ("m", Fraction(9144, 10000)),
    "mi": ("m", Fraction(1609344, 1000)),
    "ns": ("s", Fraction(1, 10**9)),
    "us": ("s", Fraction(1, 10**6)),
    "ms": ("s", Fraction(1, 1000)),
    "s": ("s", Fraction(1)),
    "min": ("s", Fraction(60)),
    "h": ("s", Fraction(3600)),
    "day": ("s", Fraction(86400)),
    "week": ("s", Fraction(604800)),
    "month": ("month", Fraction(1)),
    "year": ("month", Fraction(12)),
    "decade": ("month", Fraction(120)),
    "century": ("month", Fraction(1200)),
    "millennium": ("month", Fraction(12000)),
    "ng": ("g", Fraction(1, 10**9)),
    "ug": ("g", Fraction(1, 10**6)),
    "mg": ("g", Fraction(1, 1000)),
    "g": ("g", Fraction(1)),
    "kg": ("g", Fraction(1000)),
    "t": ("g", Fraction(10**6)),
    "oz": ("g", Fraction(45359237, 1600000)),
    "lb": ("g", Fraction(45359237, 100000)),
    "ml": ("l", Fraction(1, 1000)),
    "cl": ("l", Fraction(1, 100)),
    "l": ("l", Fraction(1)),
    "gal": ("l", Fraction(3785411784, 10**9)),
    "qt": ("l", Fraction(946352946, 10**9)),
    "pt": ("l", Fraction(473176473, 10**9)),
    "cup": ("l", Fraction(2365882365, 10**10)),
    "ha": ("m^2", Fraction(10000)),
    "acre": ("m^2", Fraction(40468564224, 10**7)),
    "mph": ("m/s", Fraction(1609344, 3600000)),
    "km/h": ("m/s", Fraction(1000, 3600)),
    "m/s": ("m/s", Fraction(1)),
    "ft/s": ("m/s", Fraction(3048, 10000)),
}
"""Of how many of a base unit each consists, by hand: SI Brochure, 9th edition; yard and pound of
1959 (1 in = 25.4 mm, 1 lb = 453.59237 g); US gallon of 231 in^3; acre of 4840 square yards."""


def test_the_table_above_is_complete() -> None:
    assert set(OF_BASE_UNITS) == {unit.symbol for unit in units.UNITS.values()}


@pytest.mark.parametrize(("symbol", "base", "size"), [(k, *v) for k, v in OF_BASE_UNITS.items()])
def test_a_size_is_that_of_its_definition(symbol: str, base: str, size: Fraction) -> None:
    unit, other = units.UNITS[symbol], units.find(base)
    assert other is not None
    assert unit.factor / other.factor == size


@pytest.mark.parametrize("unit", sorted(set(units.UNITS.values()), key=str), ids=lambda u: u.symbol)
def test_a_unit_measures_what_its_dimension_says(unit: units.Unit) -> None:
    base = units.find(BASES[unit.dimension])
    assert base is not None
    assert units.measured(unit.symbol)[0] == units.measured(base.symbol)[0]


BASES = {
    "length": "m",
    "time": "s",
    "months": "month",
    "mass": "g",
    "volume": "m^3",
    "area": "m^2",
    "length/time": "m/s",
}


@pytest.mark.parametrize(
    "name", sorted(CANONICAL_UNITS - {"EUR", "GBP", "JPY", "INR", "degC", "degF"})
)
def test_every_unit_that_is_read_is_followed(name: str) -> None:
    dimension, _ = parse_unit(name)
    assert dimension != ((name, 1),) or name == "USD"
