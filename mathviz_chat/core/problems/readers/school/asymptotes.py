"""Vertical and horizontal asymptotes of a quotient of polynomials, said as equations.

In lowest terms it has a vertical one at each zero below. At infinity it is as the quotient of the
leading terms: ``2x/x`` gives y = 2, and a higher power above gives none.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.problems.readers.school.formulas import FIND, FUNCTION, TOLD, body, matched
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Div, Expr

_WHICH: Final = (
    r"(?:(?:all\s+(?:of\s+)?)?(?:the\s+|its\s+|any\s+)?"
    r"(?P<first>vertical|horizontal)(?:\s+and\s+(?:the\s+)?(?P<second>vertical|horizontal))?"
    r"\s+asymptotes?)"
)
_ASKED: Final = (
    rf"{FIND}{_WHICH}\s+(?:of|for|to)\s+{FUNCTION}",
    rf"(?:where|what)\s+(?:is|are)\s+{_WHICH}\s+(?:of|for|to)\s+{FUNCTION}",
    rf"{TOLD}{FIND}{_WHICH}(?:\s+of\s+(?P<g>[a-z])(?:\([a-z]\))?)?",
)


def said_again(text: str) -> str | None:
    """The equation of each kind that is asked for; None where a quotient has none of a kind."""
    match = matched(_ASKED, text)
    found = None if match is None else body(match)
    if match is None or found is None or match["first"] == match["second"]:
        return None
    expr, name = found
    lowest = _lowest(expr.left, expr.right, name) if isinstance(expr, Div) else None
    if lowest is None or name == "y":
        return None
    each = [
        _said(which.lower(), *lowest, name) for which in match.group("first", "second") if which
    ]
    if None in each:
        return None
    labelled = [f"({label}) {one}." for label, one in zip("ab", each, strict=False)]
    return each[0] if len(each) == 1 else " ".join(labelled)


def _said(which: str, above: Coefficients, below: Coefficients, name: str) -> str | None:
    if which == "vertical":
        return f"Solve {to_plain(polynomial.to_tree(below, name))} = 0 for {name}"
    if len(above) > len(below):
        return None
    top = above[-1] if len(above) == len(below) else Fraction(0)
    return f"Solve {below[-1]}*y = {top} for y"


def _lowest(left: Expr, right: Expr, name: str) -> tuple[Coefficients, Coefficients] | None:
    """Above and below without their common divisor; None where they are no such quotient."""
    above, below = (polynomial.of_expression(side, name) for side in (left, right))
    if not above or below is None or len(below) < 2:
        return None
    common, rest = above, below
    while rest:
        common, rest = rest, polynomial.divided(common, rest)[1]
    common = polynomial.scale(common, 1 / common[-1])
    above, below = (polynomial.divided(side, common)[0] for side in (above, below))
    return (above, below) if len(below) > 1 else None
