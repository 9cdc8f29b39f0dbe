"""Claims made in words between two formulas: "the derivative of x^2 is 2x"."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading import Region
from mathviz_chat.core.reading.tree import Chain, Derivative, RelOp, Statement

_DERIVATIVE_OF: Final = re.compile(
    r"(?P<lead>.*?)\b(?:the\s+)?(?P<which>[\w-]+\s+)?derivative\s+of\s*\$?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_IS: Final = re.compile(
    r"\s*\$?\s*(?:,?\s*with\s+respect\s+to\s+\$?(?P<variable>[A-Za-z])\$?,?\s+)?"
    r"(?:is|equals|is\s+equal\s+to|is\s+just|is\s+simply)\s*:?\s*\$?\s*",
    re.IGNORECASE,
)
# What may follow the claimed derivative: anything else ("is 2 times x") may belong to it.
_ENDS: Final = re.compile(
    r"\s*\$?\s*(?:[.,;!](?!\d)|$|\(|(?:and|so|because|since|by|using|which|as|for)\b)",
    re.IGNORECASE,
)
_OTHER: Final = frozenset({"second", "third", "fourth", "partial", "anti", "nth", "n-th", "no"})


def stated_derivative(
    first: Region, second: Region, before: str, between: str, after: str
) -> tuple[str, Chain] | None:
    """The words before the claim and the claim itself, where the words make it one.

    first, second: neighbouring formulas; before, between, after: the words around them.
    """
    of, said = _DERIVATIVE_OF.fullmatch(before), _IS.fullmatch(between)
    if of is None or said is None or not _ENDS.match(after):
        return None
    if (of["which"] or "").strip().lower() in _OTHER:
        return None
    body, claimed = first.tree, second.tree
    if body is None or claimed is None:
        return None
    if isinstance(body, Statement) or isinstance(claimed, Statement):
        return None
    names = variables(body)
    variable = said["variable"] or (names[0] if len(names) == 1 else None)
    if variable is None:
        return None
    return of["lead"], Chain((Derivative(body, variable), claimed), (RelOp.EQ,))
