"""What a derived equation stands for: the discriminant or the determinant that a question is about.

``For which k does x^2 + kx + 9 = 0 have equal roots?`` is solved as an equation for k; the first
line of its solution says where that comes from.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, RelOp

_DISCRIMINANTS: Final = {
    RelOp.EQ: "Equal roots: the discriminant b^2 - 4ac is 0",
    RelOp.LT: "No real roots: the discriminant b^2 - 4ac is below 0",
    RelOp.GT: "Two different real roots: the discriminant b^2 - 4ac is above 0",
    RelOp.GE: "Real roots: the discriminant b^2 - 4ac is not below 0",
}
_TOUCHES: Final = "The line meets the curve once: the discriminant b^2 - 4ac is 0"
_SINGULAR: Final = "A matrix has no inverse where its determinant is 0"
_ROOTS: Final = re.compile(r"\b(?:roots?|solutions?)\b", re.IGNORECASE)
_LINE: Final = re.compile(r"\btangent\b|\btouch(?:es)?\b", re.IGNORECASE)
_MATRIX: Final = re.compile(
    r"\bsingular\b|\bdet(?:erminant)?\b|\b(?:no|not\s+have\s+an?)\s+inverse\b|\bnot\s+invertible\b",
    re.IGNORECASE,
)
_SQUARE_FIRST: Final = re.compile(r".+\^2 - 4")


def lead(text: str, problem: Problem) -> str:
    """The rule behind the equation that is solved; "" where the question has it itself."""
    own = problem.parts[0] if problem.kind is Kind.SELECTION else problem
    if own.kind is not Kind.EQUATION or len(own.conditions) != 1 or len(own.unknowns) != 1:
        return ""
    (condition,) = own.conditions
    if not isinstance(condition, Chain) or len(condition.ops) != 1:
        return ""
    written = to_plain(condition)
    if _bare(written) in _bare(text):
        return ""
    if _MATRIX.search(text):
        return _SINGULAR if condition.ops == (RelOp.EQ,) else ""
    if not _SQUARE_FIRST.match(written):
        return ""
    if _LINE.search(text):
        return _TOUCHES if condition.ops == (RelOp.EQ,) else ""
    return _DISCRIMINANTS.get(condition.ops[0], "") if _ROOTS.search(text) else ""


def _bare(text: str) -> str:
    return re.sub(r"[\s*()]", "", text)
