"""``Find the quotient and the remainder when 59 is divided by 7.``, of whole numbers."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Kind, Problem

_N = r"\d{1,12}"
_ASKED: Final = re.compile(
    rf"(?:find|what\s+(?:is|are)|give|calculate|work\s+out)\s+the\s+quotient\s+and\s+(?:the\s+)?"
    rf"remainder\s+when\s+(?P<a>{_N})\s+is\s+divided\s+by\s+(?P<b>{_N})",
    re.IGNORECASE,
)


def read(clauses: Clauses) -> Problem | None:
    """A whole number divided by another one with remainder."""
    match = _ASKED.fullmatch(clauses.asked)
    if match is None or clauses.given or clauses.facts or int(match["b"]) == 0:
        return None
    above, below = int(match["a"]), int(match["b"])
    return Problem(
        Kind.DIVISION,
        Form.DIVISION,
        f"Find the quotient and the remainder when {above} is divided by {below}.",
        expression=number(Fraction(above)),
        target=number(Fraction(below)),
        labels=("quotient", "remainder"),
    )
