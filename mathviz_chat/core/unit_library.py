"""What a unit measures and how large it is, by the unit library pint, in exact fractions.

pint (BSD) carries the factors of the SI Brochure and of the international yard and pound agreement
of 1959, read here as fractions, never as floats. Importing it and reading its definitions takes
0.3 s of processor time, so that happens with the first size that is asked for; the worker asks for
one while nothing waits for it. Only definitions out of this program's own tables reach pint, never
a text.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pint

Dimension = tuple[tuple[str, int], ...]
"""Base quantities with their whole powers, in alphabetical order."""

_OWN: Final = (
    "USD = [currency_of_the_USA]",
    "US_cent = USD / 100",
    "calendar_month = [calendar]",
    "calendar_year = 12 * calendar_month",
    "calendar_decade = 10 * calendar_year",
    "calendar_century = 100 * calendar_year",
    "calendar_millennium = 1000 * calendar_year",
    "international_acre = 4840 * yard ** 2",
)
"""What pint lacks or means otherwise.

It has no money. Its year has 365.25 days, where a text may count 365 or 366: years and months are
counted in one another and not in days. Its acre is that of the US survey foot, given up in 2022.
"""


@dataclass(frozen=True, slots=True)
class Size:
    """What a unit measures, and how many of pint's base units of that it is."""

    dimension: Dimension
    factor: Fraction


@cache
def _registry() -> pint.UnitRegistry[Fraction]:
    import pint  # not with the module: see above

    registry: pint.UnitRegistry[Fraction] = pint.UnitRegistry(non_int_type=Fraction)
    for definition in _OWN:
        registry.define(definition)
    return registry


@cache
def size(definition: str) -> Size:
    """The size of a unit in pint's notation: ``mile``, ``meter ** 3``, ``kilometer / hour``.

    Raises pint's UndefinedUnitError where the definition names a unit that there is none of; what
    is exact there (all but a few measured constants) is exact here.
    """
    measured = _registry().Quantity(Fraction(1), definition).to_base_units()
    powers = sorted((name, int(str(power))) for name, power in measured.unit_items())
    return Size(tuple(powers), Fraction(measured.magnitude))
