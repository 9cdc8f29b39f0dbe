"""Asymptotes of a quotient of polynomials, said as equations, and its holes as points.

In lowest terms it has a vertical one at each zero below. At infinity it is as the quotient of the
leading terms: ``2x/x`` gives y = 2, and a higher power above gives none. Where the power above is
higher by 1, the line is the quotient without its remainder. What cancels leaves a hole.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, TypeAlias

from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.problems.readers.school.formulas import FIND, FUNCTION, TOLD, body, matched
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Div, Expr

_SORT: Final = r"vertical|horizontal|oblique|slant"
_WHICH: Final = (
    r"(?:(?:equations?\s+of\s+)?(?:all\s+(?:of\s+)?)?(?:the\s+|its\s+|any\s+)?"
    rf"(?:(?P<first>{_SORT})(?:\s+and\s+(?:the\s+)?(?P<second>{_SORT}))?\s+)?asymptotes?)"
)
_ASKED: Final = (
    rf"{FIND}{_WHICH}\s+(?:of|for|to)\s+{FUNCTION}",
    rf"(?:where|what)\s+(?:is|are)\s+{_WHICH}\s+(?:of|for|to)\s+{FUNCTION}",
    rf"{TOLD}{FIND}{_WHICH}(?:\s+of\s+(?P<g>[a-z])(?:\([a-z]\))?)?",
)


_THE: Final = r"(?:(?:the|its|any|all|coordinates?|of|points?|x-values?)\s+)*"
_HOLES: Final = (
    rf"{FIND}{_THE}holes?\s+(?:of|for|in|on)\s+{FUNCTION}",
    rf"where\s+(?:is|are)\s+{_THE}holes?\s+(?:of|for|in|on)\s+{FUNCTION}",
    rf"{TOLD}{FIND}{_THE}holes?(?:\s+(?:of|in)\s+(?P<g>[a-z])(?:\([a-z]\))?)?",
)


def said_again(text: str) -> str | None:
    """The equation of each kind that is asked for; None where a quotient has none of a kind."""
    return _asymptotes(text) or _holes(text)


def _quotient(match: re.Match[str] | None) -> tuple[_Lowest, str] | None:
    found = None if match is None else body(match)
    if found is None:
        return None
    expr, name = found
    lowest = _lowest(expr.left, expr.right, name) if isinstance(expr, Div) else None
    return None if lowest is None or name == "y" else (lowest, name)


def _asymptotes(text: str) -> str | None:
    match = matched(_ASKED, text)
    found = _quotient(match)
    if match is None or found is None or (match["first"] and match["first"] == match["second"]):
        return None
    (above, below, _), name = found
    if len(below) < 2:
        return None
    asked = [which.lower() for which in match.group("first", "second") if which]
    each: list[str] = []
    for which in asked or _sorts(above, below):
        said = _said(which, above, below, name)
        if said is None:
            return None
        each += said
    return _in_parts(each)


def _in_parts(each: list[str]) -> str | None:
    if len(each) < 2:
        return each[0] if each else None
    return " ".join(f"({label}) {one}." for label, one in zip("abcd", each, strict=False))


def _sorts(above: Coefficients, below: Coefficients) -> list[str]:
    """Of which sorts a quotient in lowest terms has asymptotes."""
    sorts = ["vertical"] if polynomial.count_real_roots(below) else []
    if len(above) <= len(below):
        return [*sorts, "horizontal"]
    return [*sorts, "oblique"] if len(above) == len(below) + 1 else sorts


def _said(which: str, above: Coefficients, below: Coefficients, name: str) -> list[str] | None:
    if which == "vertical":
        return [f"Solve {to_plain(polynomial.to_tree(below, name))} = 0 for {name}"]
    if which in ("oblique", "slant"):
        return _oblique(above, below, name)
    if len(above) > len(below):
        return None
    top = above[-1] if len(above) == len(below) else Fraction(0)
    return [f"Solve {below[-1]}*y = {top} for y"]


def _oblique(above: Coefficients, below: Coefficients, name: str) -> list[str] | None:
    """The division, and the line that its quotient is."""
    if len(above) != len(below) + 1:
        return None
    (level, slope), _ = polynomial.divided(above, below)
    whole, by = (to_plain(polynomial.to_tree(one, name)) for one in (above, below))
    rise = to_plain(polynomial.to_tree((Fraction(0), slope), name))
    line = f"y - {rise} = 0"
    if level:
        line = f"y {'-' if level > 0 else '+'} {abs(level)} = {rise}"
    divided = f"Find the quotient and remainder when {whole} is divided by {by}"
    return [divided, f"Solve {line} for y"]


def _holes(text: str) -> str | None:
    """What cancels is 0 there; the height is that of what is left. None where there is no hole."""
    found = _quotient(matched(_HOLES, text))
    if found is None:
        return None
    (above, below, common), name = found
    roots = _rational_roots(common)
    if name != "x" or not roots or len(below) > 2:
        return None
    if any(sum(c * root**k for k, c in enumerate(below)) == 0 for root in roots):
        return None  # a vertical asymptote is left
    zero = to_plain(polynomial.to_tree(common, name))
    left, right = (to_plain(polynomial.to_tree(one, name)) for one in (above, below))
    height = f"y = {left}" if below == (Fraction(1),) else f"y*({right}) = {left}"
    return f"Solve {zero} = 0 and {height} for x and y"


def _rational_roots(common: Coefficients) -> list[Fraction]:
    """The one zero of a linear divisor; [] for anything else."""
    return [-common[0] / common[1]] if len(common) == 2 else []


_Lowest: TypeAlias = tuple[Coefficients, Coefficients, Coefficients]


def _lowest(left: Expr, right: Expr, name: str) -> _Lowest | None:
    """Above, below and their common divisor; None where they are no such quotient."""
    above, below = (polynomial.of_expression(side, name) for side in (left, right))
    if not above or below is None or len(below) < 2:
        return None
    common, rest = above, below
    while rest:
        common, rest = rest, polynomial.divided(common, rest)[1]
    common = polynomial.scale(common, 1 / common[-1])
    above, below = (polynomial.divided(side, common)[0] for side in (above, below))
    return above, below, common
