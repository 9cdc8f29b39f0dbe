"""What a line says is done to both sides: ``Multiply both sides by 6: 3x + 2x = 60``.

Domain: one sum, product or difference a line, of an equation or inequality of two sides that stands
in the question or on a line before; of quotients those that end with the unknown alone, after a
line with a whole multiple of it. A line that is left out between them must not look like a slip.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from mathviz_chat.core.checking.conditions import is_solved
from mathviz_chat.core.checking.terms import has
from mathviz_chat.core.kernel import Outcome, identity, variables
from mathviz_chat.core.problems.polynomial import of_expression
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import Add, Call, Chain, Div, Expr, Mul, Statement, Sub

MAX_SEEN: Final = 8  # equations that a line may go on from, the last ones
_SIDES: Final = r"\s+(?:both|each)\s+sides?(?:\s+of\s+the\s+equation)?\b"
_ALL: Final = (
    rf"(?:{_SIDES}|\s+(?:everything|(?:all|each|every)\s+(?:of\s+it|terms?)|through(?:out)?"
    r"|the\s+(?:whole\s+)?equation)\b)?"
)
_END: Final = (
    r"(?=\s*(?:[:;,]|\.\s|\.?$|\b(?:gives?|giving|we|to\s+(?:get|obtain|isolate)|yields?|so|and|which|then"
    r"|since|as|because)\b))"
)
_NAMED: Final = re.compile(
    rf"\b(?:(?P<added>add(?:ing)?)|(?P<taken>subtract(?:ing)?))\s+(?P<amount>[^,;:]{{1,40}}?)\s+(?:to|from){_SIDES}"
    rf"|\b(?:(?P<times>multiply(?:ing)?)|(?P<divided>divid(?:e|ing))){_ALL}\s+by\s+"
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
    what = next(name for name in _BUILD if named[name])
    if what != "divided":  # 12 = x may be collected, too
        lines = [one for one in lines if not is_solved(one)]
    if by is None or has(by, Call) or not lines or not seen:
        return None
    if what == "divided" and not (any(map(is_solved, lines)) and _is_one_term(seen[-1])):
        return None  # 2x + 3 = 7, then x = 2: that 2x = 4 is not written
    for before in seen[-MAX_SEEN:]:
        left, right = (_BUILD[what](side, by) for side in before.items)
        for after in lines:
            if _is_same((left, right), after.items) is not False:
                return None
            if _is_same((right, left), after.items) is not False:
                return None
    return f"It is right, but does not come of what its words say: {named[0].strip()!r}."


def _is_one_term(before: Chain) -> bool:
    """``2x = 8``, ``8 = 2x``: a whole multiple of the unknown, and a number."""
    names = variables(before)
    if len(names) != 1:
        return False
    sides = [of_expression(side, names[0]) for side in before.items]
    lengths = sorted(0 if side is None else len(side) for side in sides)
    terms = [side for side in sides if side is not None and len(side) == 2]
    return lengths == [1, 2] and terms[0][0] == 0 and terms[0][1].denominator == 1


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
