"""Stories about quantities: clauses become facts, and the facts fix what is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems.readers.applied.family import Family, Formal
from mathviz_chat.core.problems.readers.told import (
    ages,
    break_even,
    changes,
    coins,
    consecutive,
    costs,
    crews,
    equal_shares,
    exchange,
    fractions,
    heads,
    investments,
    maps,
    mixed_amounts,
    one_number,
    percentages,
    portions,
    proportion,
    ratios,
    shadows,
    sharing,
    sides,
    two_digits,
    two_numbers,
    two_prices,
)
from mathviz_chat.core.problems.readers.told.one_number import OneNumber

FAMILIES: Final[Mapping[str, tuple[Family | Formal | OneNumber, ...]]] = MappingProxyType(
    {
        "ages": ages.READERS,
        "break even": break_even.READERS,
        "changes": changes.READERS,
        "consecutive": consecutive.READERS,
        "costs": costs.READERS,
        "coins": coins.READERS,
        "crews": crews.READERS,
        "equal shares": equal_shares.READERS,
        "fractions": fractions.READERS,
        "investments": investments.READERS,
        "exchange": exchange.READERS,
        "heads": heads.READERS,
        "maps": maps.READERS,
        "mixed amounts": mixed_amounts.READERS,
        "one number": one_number.READERS,
        "percentages": percentages.READERS,
        "portions": portions.READERS,
        "proportion": proportion.READERS,
        "ratios": ratios.READERS,
        "shadows": shadows.READERS,
        "sharing": sharing.READERS,
        "sides": sides.READERS,
        "two digits": two_digits.READERS,
        "two numbers": two_numbers.READERS,
        "two prices": two_prices.READERS,
    }
)
"""Each family reads a story as a whole or not at all."""
