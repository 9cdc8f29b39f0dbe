"""``Does 2(x + 1) = 2x + 3 have a real solution?``, and how many a system of two equations has."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading.tree import And, Chain, RelOp

_S: Final = slots.STATEMENTS
_DOES: Final = LazyPattern(rf"does\s+(?P<s>{_S})\s+have\s+a\s+real\s+solution", re.I | re.S)
_COUNT: Final = LazyPattern(
    rf"how\s+many\s+real\s+solutions\s+does\s+(?P<s>{_S})\s+have", re.I | re.S
)


def read(clauses: Clauses) -> Problem | None:
    """Whether one equation or two have a solution; how many solutions two equations have."""
    if clauses.given:
        return None
    does, count = _DOES.fullmatch(clauses.asked), _COUNT.fullmatch(clauses.asked)
    match = does or count
    found = () if match is None else clauses.slots.statements(match["s"])
    names = variables(And(found)) if found else ()
    equations = all(isinstance(one, Chain) and one.ops == (RelOp.EQ,) for one in found)
    if not found or not equations or len(found) != len(names) or len(found) > 2:
        return None
    if does is None and len(found) == 1:
        return None  # read with the polynomials
    told = " and ".join(slots.spelled(one) for one in found)
    read_as = (
        f"Does {told} have a real solution?"
        if does
        else f"How many real solutions does {told} have?"
    )
    form = Form.TRUTH if does else Form.NUMBER
    return Problem(Kind.COUNT, form, read_as, names, found)
