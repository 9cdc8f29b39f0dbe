"""``What are the next 2 terms of the sequence 40, 33, 26, 19?``"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers import sequence
from mathviz_chat.core.reading import to_plain

_ASKED: Final = LazyPattern(
    rf"what\s+are\s+the\s+next\s+(?P<k>[2-5])\s+terms\s+of\s+the\s+sequence\s+(?P<list>{slots.STATEMENTS})",
    re.IGNORECASE | re.DOTALL,
)


def read(clauses: Clauses) -> Problem | None:
    """Several terms that follow by the rule of those that are listed."""
    match = _ASKED.fullmatch(clauses.asked)
    found = None if match is None else sequence.followed(clauses, match["list"])
    if match is None or found is None or clauses.given or clauses.facts:
        return None
    items, (general, _) = found
    shown = ", ".join(map(to_plain, items))
    return Problem(
        Kind.NEXT_TERMS,
        Form.LIST,
        f"What are the next {match['k']} terms of the sequence {shown}?",
        target=general,
        variable="n",
        items=items,
        rank=int(match["k"]),
    )
