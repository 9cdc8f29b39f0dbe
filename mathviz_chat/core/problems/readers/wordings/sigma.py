"""Sums in sigma notation as they are said and typed: ``sum of n^3 for n = 1..5``."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.wordings.common import Family
from mathviz_chat.core.problems.wording import Hit

_GRAMMAR: Final = """
WHAT = [what is|what's|whats|find|give|state|calculate|work out|evaluate|determine|compute]?
SUM = [the|value of|sum|sigma|total|Σ|∑|add up|adding up|sum up|add together]*
TO = [to|up to|..|...|…|through|until]
sigma:
    WHAT SUM [of]? {e:maths} [for|from|as|where|when|over|with]* {v:from} TO {h:upper}
    WHAT SUM [for|from|as|where|when|over|with]? {v:from} TO {h:upper} [of|,]? {e:maths}
    WHAT SUM [of]? {e:maths} [for|from|as|where|when|over|with]* {w:letter} [going|goes|running|
        runs|ranges|ranging]? from {a:int} TO {h:upper}
    WHAT SUM [for|from|as|where|when|over|with]? {w:letter} [going|goes|running|
        runs|ranges|ranging]? from {a:int} TO {h:upper} [of|,]? {e:maths}
"""


def _sigma(hit: Hit) -> str | None:
    """Only where a sum is named."""
    named = re.search(
        r"sum|sigma|total|add up|adding up|add together|[Σ∑]", hit.text, re.IGNORECASE
    )
    if named is None:
        return None
    start = hit.get("v") or f"{hit['w']} = {hit['a']}"
    return f"Find the sum of {hit['e'].strip(' ,')} from {start} to {hit['h']}"


FAMILY: Final = Family(_GRAMMAR, {"sigma": _sigma}, raw=True, keys=r"sum|sigma|total|add|[Σ∑]")
