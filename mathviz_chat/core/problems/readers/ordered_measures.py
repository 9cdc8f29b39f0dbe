"""``Sort 1.2 m, 95 cm, 1150 mm in ascending order.``: measurements in several units of one kind."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Kind, Problem

_ONE = r"\d+(?:\.\d+)?\s*[A-Za-z]{1,3}"
_ASKED: Final = re.compile(
    rf"sort\s+(?P<list>{_ONE}(?:\s*,\s*{_ONE})+)\s+in\s+(?P<order>ascending|descending)\s+order",
    re.IGNORECASE,
)


def read(clauses: Clauses) -> Problem | None:
    """All of them in the smallest of their units, which are units of the same dimension."""
    match = _ASKED.fullmatch(clauses.asked)
    if match is None or clauses.given or clauses.facts:
        return None
    labels, values, found = [], [], []
    for part in re.split(r"\s*,\s*", match["list"]):
        value, spelling = re.findall(r"[\d.]+|[A-Za-z]+", part)
        unit = units.find(spelling)
        if unit is None:
            return None
        labels.append(f"{value} {spelling}")
        values.append(Fraction(value))
        found.append(unit)
    if len({unit.dimension for unit in found}) > 1 or len(set(labels)) < len(labels):
        return None
    smallest = min(found, key=lambda unit: unit.factor)
    items = tuple(
        number(value * unit.factor / smallest.factor)
        for value, unit in zip(values, found, strict=True)
    )
    order = match["order"].lower()
    return Problem(
        Kind.SORT,
        Form.LIST,
        f"Sort {', '.join(labels)} in {order} order.",
        items=items,
        labels=tuple(labels),
        descending=order == "descending",
        unit=smallest.symbol,
    )
