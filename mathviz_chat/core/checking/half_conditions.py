"""Lines about one of several conditions that must all hold: ``2x + 1 < 7`` of ``-3 < 2x + 1 < 7``.

Such a line is proved as that one. It is not where its words say that it is all of them, or where it
goes from one of them to another: ``2x > 4 gives x < 5``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mathviz_chat.core.checking.cases import ONE_CASE
from mathviz_chat.core.checking.conditions import compare
from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.terms import conjuncts, is_ordered
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Statement
from mathviz_chat.core.verdict import Relation

OTHER_PART: Final = "It does not follow from what stands before it on the line."
NOT_ALL: Final = "It is one of several conditions only, and the words may say that it is all."
MAX_PARTS: Final = 8
_HALF: Final = "; the rest must hold as well."
_SAYS_ALL: Final = re.compile(
    r"\b(?:equivalent|iff|if\s+and\s+only\s+if|same|solutions?|solves?|answers?|all|every|each|any|only"
    r"|exactly|works?)\b|⇔|⟺|<=+>|\\(?:Leftrightarrow|iff)\b",
    re.IGNORECASE,
)
_LEADS_ON: Final = re.compile(
    r"\b(?:so|then|thus|hence|therefore|giv(?:es?|ing)|impl(?:ies|y|ying)|means?|get|gets|becomes?|yields?"
    r"|follows|from|leads?|first|second)\b|[⇒→⟹⇔⟺∴]|=+>|->|\\(?:implies|Rightarrow|to|therefore)\b",
    re.IGNORECASE,
)


def parts_of_all(given: Sequence[Statement]) -> list[Statement]:
    """``-3 < 2x + 1`` and ``2x + 1 < 7`` of ``-3 < 2x + 1 < 7``; [] where there is one only."""
    parts: list[Statement] = []
    for part in (one for whole in given for one in conjuncts(whole)):
        if isinstance(part, Chain):
            links = zip(pairwise(part.items), part.ops, strict=True)
            parts += [Chain(sides, (op,)) for sides, op in links]
    return parts[:MAX_PARTS] if len(parts) > 1 else []


def reason_of_half(part: Statement) -> str:
    """Why a line with the same solutions as one of the parts is proved."""
    return f"It has the same solutions as {to_plain(part)}{_HALF}"


def changes_part(
    before: Sequence[Judgement], after: Sequence[Judgement], sides: tuple[Statement, Statement]
) -> bool:
    """``2x > 4 => x < 5``: what is concluded belongs to another part, or follows from none."""
    halves = {one.reason for one in after if one.reason.endswith(_HALF)}
    if halves and halves != {one.reason for one in before}:
        return True
    return not _may_lead_to(*sides)


def loose_half(
    text: str, found: Sequence[Found], claims: Sequence[tuple[Found, Judgement]]
) -> str | None:
    """Why a line with such claims is not proved as a whole; None where it is."""
    halves = [judged for _, judged in claims if judged.reason.endswith(_HALF)]
    if halves and _SAYS_ALL.search(text):
        return NOT_ALL
    if not _LEADS_ON.search(text):
        return None
    if len({judged.reason for judged in halves}) > 1:
        return OTHER_PART
    cases = [
        one.node
        for one, judged in claims
        if isinstance(one.node, Statement)
        and (judged.relation is Relation.ROOTS_LOST or judged.reason.startswith(ONE_CASE))
    ]
    return None if all(_may_lead_to(*pair) for pair in pairwise(cases)) else OTHER_PART


def _may_lead_to(one: Statement, other: Statement) -> bool:
    """The second follows from the first, where both are ranges of one letter."""
    names = variables(one)
    if len(names) != 1 or names != variables(other):
        return True
    if not (is_ordered(one) and is_ordered(other)):
        return True
    return compare((one,), other, names).holds
