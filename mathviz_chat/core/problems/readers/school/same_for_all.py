"""Letters for which two polynomials are the same: the coefficients of each power are equal.

``Find a and b such that x^2 + 8x + 3 = (x + a)^2 + b`` is ``Solve 8 = 2a and 3 = a^2 + b``.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import language, multivariate, slots
from mathviz_chat.core.problems.patterns import lazy
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, RelOp

MAX_LETTERS: Final = 4

_M: Final = slots.MATHS
_FIND: Final = r"(?:find|determine|work\s+out|calculate|what\s+are|state)"
_K: Final = r"[A-WYZa-wyz](?![A-Za-z])"
_KS: Final = rf"(?P<k>{_K}(?:\s*(?:,\s*and|,|and)\s*{_K})+)"
_VALUES: Final = (
    r"(?:(?:the\s+)?values?\s+of\s+)?(?:the\s+)?(?:(?:real\s+)?(?:constants|numbers|integers)\s+)?"
)
_E: Final = rf"(?P<e>{_M}(?:=|≡){_M})"
_ALL: Final = r"(?:\s*,?\s+for\s+all\s+(?:real\s+)?(?:values\s+of\s+)?(?P<x>[a-z]))?"
_ASKED: Final = (
    rf"{_FIND}\s+{_VALUES}{_KS}\s*,?\s+(?:such\s+that|so\s+that|if|given\s+that|where|"
    rf"for\s+which)\s+{_E}{_ALL}",
    rf"(?:(?:given\s+that|if)\s+)?{_E}{_ALL}\s*[.,;]?\s+{_FIND}\s+{_VALUES}{_KS}",
)
_RULE: Final = "Equal for all values: the coefficients of each power are equal"


def said_again(text: str) -> str | None:
    """The equations for the letters; None where the question is none of these."""
    plain = " ".join(language.tidy(text).replace("−", "-").split()).rstrip("?. ")
    for pattern in _ASKED:
        match = lazy(pattern).fullmatch(plain)
        said = None if match is None else _said(match)
        if said is not None:
            return said
    return None


def lead(text: str, problem: Problem) -> str:
    """What the equations come from; "" for other problems."""
    return _RULE if problem.kind is Kind.SYSTEM and said_again(text) is not None else ""


def _said(match: re.Match[str]) -> str | None:
    node = slots.for_question("").tree(match["e"].replace("≡", "="))
    letters = re.findall(rf"(?<![A-Za-z]){_K}", re.sub(r"\band\b", ",", match["k"]))
    if not isinstance(node, Chain) or node.ops != (RelOp.EQ,) or len(letters) > MAX_LETTERS:
        return None
    others = set(variables(node)) - set(letters)
    if len(others) != 1 or len(set(letters)) != len(letters) or others != {match["x"] or "x"}:
        return None
    (name,) = others
    if not set(letters) <= set(variables(node)):
        return None
    left, right = (multivariate.of_expression(side, (name, *letters)) for side in node.items)
    if left is None or right is None:
        return None
    equations = _equations(left, right, letters)
    if len(equations) != len(letters):
        return None
    return f"Solve {' and '.join(equations)} for {' and '.join(letters)}"


def _equations(
    left: multivariate.Polynomial, right: multivariate.Polynomial, letters: list[str]
) -> list[str]:
    """One for each power at which the two sides are not the same already."""
    found: list[str] = []
    for power in sorted({key[0] for key in (*left, *right)}, reverse=True):
        sides = [
            {key[1:]: size for key, size in side.items() if key[0] == power}
            for side in (left, right)
        ]
        if sides[0] != sides[1]:
            first, second = (to_plain(multivariate.to_tree(one, tuple(letters))) for one in sides)
            found.append(f"{second} = {first}")
    return found
