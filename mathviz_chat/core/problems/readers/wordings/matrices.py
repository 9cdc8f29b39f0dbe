"""Matrices as people name them: inverses, products, one eigenvalue, an area scale factor."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import isqrt
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems.readers.wordings.common import Family, Restating, numbers, template
from mathviz_chat.core.problems.wording import Hit

_GRAMMAR: Final = """
WHAT = [what is|what's|whats|find|give|state|calculate|work out|evaluate|determine|compute|get|which
    is]?
KIND = [the|a|this|following|square|diagonal|triangular|upper|lower|symmetric|rotation|matrix|2|3|
    by|x|
    ×|2x2|3x3|2×2|3×3|2-by-2|3-by-3]*
FRACTIONS = [use fractions|using fractions|give fractions|in fractions|with fractions|and what is
    it|
    give your answer in fractions|give exact fractions]
inverse:
    WHAT [the]? inverse [matrix]? of KIND {m:matrix} FRACTIONS?
    invert KIND {m:matrix} FRACTIONS?
    {m:invcall}
product:
    [multiply|find the product of|what is the product of|calculate|what is|work out|find] KIND
        {m:matrix} [and|by|times]? KIND {t:matrix}
scale factor:
    WHAT [the]? area scale factor [of|for] [the]? [linear]? transformation [with|given by|
        represented by|whose|that has|described by] KIND {m:matrix}
    by what factor does [the]? [linear]? transformation [with|given by|represented by] KIND
        {m:matrix} [scale|multiply|change|enlarge] [all]? areas
extreme eigenvalue:
    WHAT [the]? {o:greatermore} eigenvalue of KIND {m:matrix}
    WHAT [the]? {s:lessfewer} eigenvalue of KIND {m:matrix}
"""


def _two_by_two(text: str) -> tuple[Fraction, ...] | None:
    values = tuple(numbers(text))
    return values if len(values) == 4 and text.count("[") == 3 else None


def _scale_factor(hit: Hit) -> str | None:
    """The size of the determinant."""
    entries = _two_by_two(hit["m"])
    if entries is None:
        return None
    a, b, c, d = entries
    if a * d - b * c > 0:
        return f"Find the determinant of {hit['m']}."
    return f"Calculate |{a}*({d}) - ({b})*({c})|."


def _extreme(hit: Hit) -> str | None:
    """Half of the trace, and half the root of the discriminant more or less."""
    entries = _two_by_two(hit["m"])
    if entries is None or any(one.denominator != 1 for one in entries):
        return None
    a, b, c, d = (int(one) for one in entries)
    inside = (a + d) ** 2 - 4 * (a * d - b * c)
    if inside < 0 or isqrt(inside) ** 2 != inside:
        return None
    sign = "+" if hit.get("o") else "-"
    return f"Calculate ({a + d} {sign} sqrt({inside}))/2."


_RULES: Final[Mapping[str, Restating]] = MappingProxyType(
    {
        "inverse": template("Find the inverse of {m}."),
        "product": template("Calculate {m} * {t}"),
        "scale factor": _scale_factor,
        "extreme eigenvalue": _extreme,
    }
)
FAMILY: Final = Family(_GRAMMAR, _RULES, raw=True, keys=r"\[")
