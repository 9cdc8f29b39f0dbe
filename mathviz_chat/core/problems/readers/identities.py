"""``Prove that tan x + cot x = sec x csc x.``, ``Is (a + b)^2 = a^2 + b^2 for all a and b?``"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    BigOperator,
    Call,
    Chain,
    Const,
    Constant,
    Derivative,
    Integral,
    Limit,
    Node,
    Number,
    RelOp,
    Symbol,
)
from mathviz_chat.core.reading.walking import has, walk
from mathviz_chat.core.reading.words import TRIGONOMETRIC

_FLAGS: Final = re.IGNORECASE | re.DOTALL
_NOUN = (
    r"(?:the\s+)?(?:following\s+)?(?:trig(?:onometric(?:al)?)?\s+|algebraic\s+)?"
    r"(?:identity|equality|statement)(?:\s+that)?\s*:?\s*"
)
_CLAIM = rf"(?P<claim>{slots.MATHS})"
_OF = rf"(?P<names>{slots.NAME}(?:\s*(?:,|,?\s+and)\s*{slots.NAME})*)"
_ALL = (
    r"(?P<all>,?\s*(?:for|at)\s+(?:all|any|every)"
    rf"(?:\s+(?:real\s+)?(?:numbers?|values?(?:\s+of)?))?(?:\s+{_OF})?)?"
)
_HOLDS = r"(?:\s+(?:is\s+(?:(?:always\s+)?true|an\s+identity)|(?:always\s+)?holds))?"
_TRUE = r"(?:\s+(?P<said>(?:always\s+)?true|an\s+identity|(?:always\s+)?correct))?"
_PATTERNS: Final = tuple(
    LazyPattern(pattern, _FLAGS)
    for pattern in (
        rf"(?:prove|verify|show|demonstrate)\s*:?\s+(?:that\s+)?(?P<noun>{_NOUN})?{_CLAIM}{_HOLDS}{_ALL}",
        rf"(?:check|confirm)\s+that\s+{_CLAIM}{_HOLDS}{_ALL}",
        rf"is\s+(?:it\s+(?:always\s+)?true\s+that\s+)?{_CLAIM}{_TRUE}{_ALL}",
    )
)
_DEGREES: Final = 30
_OF_WHOLE: Final = frozenset({"mod", "gcd", "lcm"})
_CALCULUS: Final = (BigOperator, Derivative, Integral, Limit)


def read(clauses: Clauses) -> Problem | None:
    """A claim for all values of its letters; an equation that may be one to be solved is unread."""
    if clauses.given or clauses.facts:
        return None
    for pattern in _PATTERNS:
        match = pattern.fullmatch(clauses.asked)
        claim = None if match is None else clauses.slots.tree(match["claim"])
        if match is None or not isinstance(claim, Chain) or not _is_identity(claim):
            continue
        groups = match.groupdict()
        named = clauses.slots.names(groups["names"]) if groups["names"] else ()
        if groups["names"] and not (named and set(named) <= set(variables(claim))):
            continue
        said = groups["all"] or groups.get("noun") or groups.get("said")
        if said or _speaks_of_all(claim):
            task = "ask" if pattern is _PATTERNS[-1] else "prove"
            where = "for all values" if task == "ask" else "wherever both sides are defined"
            read_as = f"Is it true that {to_plain(claim)} {where}?"
            return Problem(Kind.IDENTITY, Form.TRUTH, read_as, conditions=(claim,), task=task)
    return None


def _is_identity(claim: Chain) -> bool:
    of_letters = claim.ops == (RelOp.EQ,) and bool(variables(claim))
    whole = any(isinstance(node, Call) and node.function in _OF_WHOLE for node in walk(claim))
    if whole or not of_letters or has(claim, *_CALCULUS) or {"i", "e"} & set(variables(claim)):
        return False
    return Constant(Const.I) not in walk(claim) and not any(map(_is_of_degrees, walk(claim)))


def _is_of_degrees(node: Node) -> bool:
    """``sin(180 - x)`` may mean degrees, and n of ``sin(n pi)`` a whole number."""
    if not isinstance(node, Call) or node.function not in TRIGONOMETRIC:
        return False
    parts = list(walk(node))
    degrees = any(isinstance(one, Number) and abs(one.value) >= _DEGREES for one in parts)
    whole = Constant(Const.PI) in parts and bool({"n", "k", "m"} & set(variables(node)))
    return degrees or whole


def _speaks_of_all(claim: Chain) -> bool:
    """Letters on both sides, or functions: ``x + 2 = 5`` is an equation to be solved."""
    if any(isinstance(side, Symbol) for side in claim.items):
        return False
    return all(variables(side) for side in claim.items) or has(claim.items[0], Call)
