"""``How many meters are there in 3.2 km?``, ``Convert 5 hours to minutes.``"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots, spoken, units
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr, Mul, Quantity

_FLAGS = re.IGNORECASE | re.DOTALL
_PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "fifteenth": 15, "sixteenth": 16,
    "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_PART = "|".join((*_PARTS, "halve"))
_FRACTION = rf"(?:(?P<above>{spoken.NUMBER}|\d+|an?)[\s-]+(?P<below>{_PART})s?|(?P<bare>{_PART}))"
_VALUE = rf"(?:{_FRACTION}|(?P<value>{slots.MATHS}))"
_UNIT = (
    r"(?:(?:square|cubic|sq\.?|cu\.?|nautical)\s+)?[a-zA-ZµμΩ]+(?:-hours?)?(?:\s*\^?[23]|[²³])?"
    r"(?:(?:\s+per\s+(?:square\s+|cubic\s+)?|/)[a-zA-Z]+(?:\^?[23]|[²³])?)?"
)
_OF = rf"{_VALUE}\s*(?:(?:of\s+)?an?\s+|of\s+one\s+)?(?P<unit>{_UNIT})"
_PLAIN = r"(?P<value>\d[\d,]*(?:\.\d+)?(?:\s+\d+/\d+|/\d+)?|\.\d+)"
_BARE = rf"{_PLAIN}\s*(?P<unit>{_UNIT})"
_TARGET = rf"(?P<target>{_UNIT})"
_ASKED: Final = tuple(
    LazyPattern(pattern, _FLAGS)
    for pattern in (
        rf"how\s+many\s+{_TARGET}\s+(?:are\s+(?:there\s+)?in|in|make(?:\s+up)?)\s+{_OF}",
        rf"(?:what(?:\s+is|'s|s)|how\s+much\s+is|convert|change|express|write|turn|give|put|make)\s+"
        rf"{_OF}\s+(?:in|to|into|as|in\s+to)\s+{_TARGET}",
        rf"{_BARE}\s+(?:in|to|into|as|in\s+to)\s+{_TARGET}",
        rf"(?:(?:what\s+is|fill\s+in)\s+)?{_BARE}\s*(?:=|is|equals|makes)\s*"
        rf"(?:_+|\?|how\s+many|what\s+in)\s*{_TARGET}",
    )
)


def read(clauses: Clauses) -> Problem | None:
    """A quantity to be given in another unit of its dimension."""
    if clauses.given:
        return None
    for pattern in _ASKED:
        match = pattern.fullmatch(clauses.asked)
        if match is None:
            continue
        value = _value(clauses, match)
        unit, target = units.asked_for(match["unit"]), units.asked_for(match["target"])
        if value is None or variables(value) or unit is None or target is None:
            continue
        if unit.dimension == target.dimension:
            return problem(value, unit, target)
    return None


def _value(clauses: Clauses, match: re.Match[str]) -> Expr | None:
    if match["value"]:
        return clauses.slots.expression(match["value"])
    part = (match["below"] or match["bare"]).lower().rstrip("s")
    below = _PARTS.get("half" if part == "halve" else part, 0)
    word = (match["above"] or "a").lower()
    above = 1 if word in ("a", "an") else int(word) if word.isdigit() else spoken.number(word)
    return None if above is None or not below else number(Fraction(above, below))


def problem(value: Expr, unit: units.Unit, target: units.Unit) -> Problem:
    """The problem of giving so many of one unit in another of the same dimension."""
    factor = unit.factor / target.factor
    read_as = f"Convert {to_plain(value)} {units.plural(unit.name)} to {units.plural(target.name)}."
    return Problem(
        Kind.CONVERSION,
        Form.QUANTITY,
        read_as,
        target=Mul(value, number(factor)),
        items=(Quantity(value, unit.symbol),),
        unit=target.symbol,
        unit_named=True,
    )
