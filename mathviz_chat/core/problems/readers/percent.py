"""``What is 15% of 80?``"""

from __future__ import annotations

import re

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.arithmetic import VALUE
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Expr, Mul, Percent, Quantity, Sub

_PATTERN = LazyPattern(
    rf"(?:{VALUE})?(?P<rate>{slots.MATHS})\s*(?:\\?%|percent|per\s+cent)\s+of\s+"
    rf"(?P<whole>{slots.MATHS})(?:\s*=\s*|\s+equals?|\s+is\s+what(?:\s+number)?)?",
    re.IGNORECASE,
)


def _is_open(whole: Expr, text: str) -> bool:
    """``10% of 20 + 5``: of the sum, or of the 20?"""
    return isinstance(whole, Add | Sub) and not text.lstrip().startswith("(")


def read(clauses: Clauses) -> Problem | None:
    """A percentage of a number."""
    match = _PATTERN.fullmatch(clauses.asked)
    if match is None or clauses.given:
        return None
    rate, whole = clauses.slots.expression(match["rate"]), clauses.slots.expression(match["whole"])
    if (
        rate is None
        or whole is None
        or isinstance(whole, Quantity)
        or variables(rate)
        or variables(whole)
        or _is_open(whole, match["whole"])
    ):
        return None
    return of(rate, whole)


def of(rate: Expr, whole: Expr) -> Problem:
    """So many percent of a number."""
    return Problem(
        Kind.PERCENT_OF,
        Form.NUMBER,
        f"Calculate {to_plain(rate)}% of {to_plain(whole)}.",
        expression=Mul(Percent(rate), whole),
    )
