"""Every factor of our units is that of pint, exactly.

pint (BSD) is the reference for units; it is used here only, since loading it takes longer than
the program's own start.
"""

from __future__ import annotations

from fractions import Fraction

import pint
import pytest

from mathviz_chat.core.problems.units import EVERYDAY, UNITS, Unit

REGISTRY: pint.UnitRegistry[Fraction] = pint.UnitRegistry(non_int_type=Fraction)
BASES = {
    "length": "meter",
    "time": "second",
    "months": "month",
    "mass": "gram",
    "volume": "liter",
    "area": "meter**2",
    "length/time": "meter/second",
}
NAMES = {"tonne": "metric_ton"}
COUNTED = {
    "decade": (10, "year"),  # pint's decade is a ratio of frequencies
    "acre": (4840, "yard**2"),  # pint's acre is that of the US survey foot, given up in 2022
}


@pytest.mark.parametrize("unit", sorted(set(UNITS.values()), key=str), ids=lambda unit: unit.symbol)
def test_a_factor_is_that_of_pint(unit: Unit) -> None:
    written = "/".join(NAMES.get(name, name) for name in unit.name.split(" per "))
    count, name = COUNTED.get(unit.name, (1, written))
    measured = REGISTRY.Quantity(Fraction(count), name).to(BASES[unit.dimension])
    assert measured.magnitude == unit.factor


@pytest.mark.parametrize(
    ("symbol", "name"),
    [("gal", "gallon"), ("qt", "quart"), ("pt", "US_pint"), ("cup", "cup")],
)
def test_a_measure_of_the_kitchen_is_that_of_pint(symbol: str, name: str) -> None:
    dimension, factor = EVERYDAY[symbol]
    assert dimension == "volume"
    assert REGISTRY.Quantity(Fraction(1), name).to("liter").magnitude == factor
