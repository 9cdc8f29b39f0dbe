"""Whether what a line says of one case fits together: not ``x - 1 = 0: x = -2``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mathviz_chat.core.checking.conditions import assignment, compare
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.terms import disjuncts
from mathviz_chat.core.reading.tree import Chain, Implication, Node, RelOp, Statement
from mathviz_chat.core.verdict import Role

CONTRADICTS: Final = "The value does not satisfy the equation before it on the line."
_LEADS_ON: Final = re.compile(
    r"[\s:,;$(→⇒=>-]*(?:\\(?:Rightarrow|implies|to|quad|therefore))?[\s\\$()]*"
    r"(?:(?:so|then|thus|hence|gives?|giving|means|implies|therefore|we\s+get|that\s+is)\b\W*)*",
    re.IGNORECASE,
)


def contradiction(claims: Sequence[tuple[Found, Judgement]], facts: Facts) -> str | None:
    """Why a line is not proved as a whole, though each of its conditions holds one case."""
    if len(facts.unknowns) != 1:
        return None
    said = [found.node for found, judged in claims if judged.role is Role.CONDITION]
    pairs: list[tuple[Node | None, Node | None]] = [
        (one.before, one.after) for one in said if isinstance(one, Implication)
    ]
    pairs += [
        (before.node, after.node)
        for (before, first), (after, second) in pairwise(claims)
        if first.role is second.role is Role.CONDITION and _LEADS_ON.fullmatch(after.lead)
    ]
    return CONTRADICTS if any(_is_denied(*pair, facts) for pair in pairs) else None


def _is_denied(equation: Node | None, values: Node | None, facts: Facts) -> bool:
    """No value that comes after satisfies the equation before it."""
    if not isinstance(equation, Chain) or equation.ops != (RelOp.EQ,):
        return False
    if assignment(equation) is not None or not isinstance(values, Statement):
        return False
    stated = facts.spelled_out(equation)
    named = [part for part in disjuncts(values) if assignment(part) is not None]
    return bool(named) and all(compare((one,), stated, facts.unknowns).is_false for one in named)
