"""``What is 15% of 80?``"""

from __future__ import annotations

import re

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.arithmetic import VALUE
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Mul, Percent, Quantity

_PATTERN = re.compile(
    rf"(?:{VALUE})?(?P<rate>{slots.MATHS})\s*(?:\\?%|percent|per\s+cent)\s+of\s+"
    rf"(?P<whole>{slots.MATHS})(?:\s*=\s*|\s+equals?|\s+is\s+what(?:\s+number)?)?",
    re.IGNORECASE,
)


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
    ):
        return None
    return Problem(
        Kind.PERCENT_OF,
        Form.NUMBER,
        f"Calculate {to_plain(rate)}% of {to_plain(whole)}.",
        expression=Mul(Percent(rate), whole),
    )
