"""``Calculate gcd(42, 70) in cm.``: a value that stands for so many of a unit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems import clauses as cutting
from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers import arithmetic

_ASKED: Final = re.compile(
    r"(?P<value>calculate\s+(?:(?:gcd|lcm)\(\d+(?:,\s*\d+){1,3}\)|\d+\s+mod\s+\d+))\s+in\s+(?P<unit>[a-z]{1,12})",
    re.IGNORECASE,
)


def read(clauses: Clauses) -> Problem | None:
    """A common factor, a common multiple or a remainder of measurements."""
    match = _ASKED.fullmatch(clauses.asked)
    unit = None if match is None else units.find(match["unit"])
    cut = None if match is None else cutting.cut(match["value"])
    found = None if cut is None else arithmetic.read(cut)
    if found is None or unit is None or clauses.given or clauses.facts:
        return None
    read_as = f"{found.read_as.rstrip('.')} in {unit.symbol}."
    return replace(found, unit=unit.symbol, read_as=read_as)
