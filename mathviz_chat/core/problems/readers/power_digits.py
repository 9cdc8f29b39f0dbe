"""How many digits a power has: it lies between two powers of 10."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.reading.tree import Expr

_POWER = r"(?P<base>\d{1,4})\s*\^\s*\{?\(?(?P<exponent>\d{1,4})\)?\}?"
_ASKED: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"how\s+many\s+(?:decimal\s+)?digits\s+(?:does|has|are\s+there\s+in|are\s+in|will)\s+(?:the\s+)?"
        rf"(?:number\s+)?{_POWER}(?:\s+(?:have|got))?",
        rf"(?:find|calculate|work\s+out|what\s+is|give)\s+the\s+number\s+of\s+(?:decimal\s+)?digits\s+"
        rf"(?:of|in)\s+{_POWER}",
    )
)
MAX_EXPONENT: Final = 2000


def _whole(value: int) -> Expr:
    return number(Fraction(value))


def read(clauses: Clauses) -> Problem | None:
    """The number of digits of a power with whole base and exponent."""
    text = " ".join(" ".join(clauses.sentences).split()).rstrip("?. ")
    match = next((m for pattern in _ASKED if (m := pattern.fullmatch(text))), None)
    if match is None:
        return None
    base, exponent = int(match["base"]), int(match["exponent"])
    if base < 2 or not 1 <= exponent <= MAX_EXPONENT:
        return None
    digits = len(str(base**exponent))
    plan = Planner({"b": _whole(base), "k": _whole(exponent), "n": _whole(digits - 1)})
    plan.state("It is at least a power of 10", "10^n <= b^k")
    plan.state("and less than the next one", f"b^k < 10^{digits}")
    why = f"10^{digits - 1} is the least number with {digits} digits."
    plan.find("d", "So it has one digit more than the exponent of 10", "n + 1", why)
    plan.count("digits of power", base, exponent)
    read_as = f"How many digits does {base}^{exponent} have?"
    return plan.problem(Kind.COUNTING, read_as, decimals=False)
