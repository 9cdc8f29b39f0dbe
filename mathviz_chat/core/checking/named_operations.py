"""What a line says is done to both sides: ``Multiply both sides by 6: 3x + 2x = 60``.

Domain: one sum, product, difference or quotient a line, of an equation or inequality of two sides
that stands in the question or on a line before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import Add, Chain, Div, Expr, Mul, Statement, Sub

MAX_SEEN: Final = 8  # equations that a line may go on from, the last ones
_SIDES: Final = r"\s+(?:both|each)\s+sides?(?:\s+of\s+the\s+equation)?\b"
_END: Final = (
    r"(?=\s*(?:[:;,]|\.\s|\.?$|\b(?:gives?|giving|we|to\s+(?:get|obtain|isolate)|yields?|so|and|which|then"
    r"|since|as|because)\b))"
)
_NAMED: Final = re.compile(
    rf"\b(?:(?P<added>add(?:ing)?)|(?P<taken>subtract(?:ing)?))\s+(?P<amount>[^,;:]{{1,40}}?)\s+(?:to|from){_SIDES}"
    rf"|\b(?:(?P<times>multiply(?:ing)?)|(?P<divided>divid(?:e|ing))){_SIDES}\s+by\s+"
    rf"(?P<factor>[^,;:]{{1,40}}?){_END}",
    re.IGNORECASE,
)
_OPERATIONS: Final = re.compile(
    r"\b(?:add|subtract|multipl|divid|squar|root|logarithm|cross|substitut|plug|chang|swap|flip|replac"
    r"|eliminat|differentiat|integrat)\w*",
    re.IGNORECASE,
)
_BUILD: Final[dict[str, Callable[[Expr, Expr], Expr]]] = {
    "added": Add,
    "taken": Sub,
    "times": Mul,
    "divided": Div,
}


def misnamed(text: str, stated: Sequence[Statement], seen: Sequence[Chain]) -> str | None:
    """Why a right line does not come of the operation that its words name; None where it does,
    where they name none, and where it is not certain."""
    named = _NAMED.search(text)
    if named is None or len(_OPERATIONS.findall(text)) != 1:
        return None
    by = _amount(named["amount"] or named["factor"])
    lines = [one for one in stated if isinstance(one, Chain) and len(one.items) == 2]
    if by is None or not lines or not seen:
        return None
    what = next(name for name in _BUILD if named[name])
    for before in seen[-MAX_SEEN:]:
        left, right = (_BUILD[what](side, by) for side in before.items)
        for after in lines:
            if _is_same((left, right), after.items) is not False:
                return None
            if _is_same((right, left), after.items) is not False:
                return None
    return f"It is right, but does not come of what its words say: {named[0].strip()!r}."


def _amount(text: str) -> Expr | None:
    try:
        found = read(text.strip(" $\\()") if "$" in text or "\\(" in text else text)
    except ReadError:
        return None
    return found if isinstance(found, Expr) else None


def _is_same(sides: tuple[Expr, Expr], others: Sequence[Expr]) -> bool | None:
    """Whether both sides are equal for all values; None where that is not decided."""
    outcomes = [identity(*pair).outcome for pair in zip(sides, others, strict=True)]
    if Outcome.REFUTED in outcomes:
        return False
    return True if set(outcomes) == {Outcome.PROVED} else None
