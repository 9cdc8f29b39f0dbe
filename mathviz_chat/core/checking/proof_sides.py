"""Texts that prove an equation: ``LHS = ...``, ``= RHS``, and whether the sides are joined."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.checking.terms import transform
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems.problem import Kind
from mathviz_chat.core.reading.tree import Chain, Expr, Node, RelOp, Symbol
from mathviz_chat.core.verdict import Relation, Role, Verdict

Sides = Mapping[Node, Expr]

_LEFT: Final = Symbol("L")
_RIGHT: Final = Symbol("R")
_TAKES_BACK: Final = re.compile(
    r"\b(?:false|not|no|never|only|wrong|untrue|incorrect|cannot|unless|if)\b|n't\b", re.IGNORECASE
)
_NONE: Final[Sides] = MappingProxyType({})
_NAMES: Final = (
    (re.compile(r"\b(?:L\.?\s?H\.?\s?S\b\.?|(?:the\s+)?left[\s-]+hand\s+side\b)", re.I), "L"),
    (re.compile(r"\b(?:R\.?\s?H\.?\s?S\b\.?|(?:the\s+)?right[\s-]+hand\s+side\b)", re.I), "R"),
)


def sides_of(task: Task) -> Sides:
    """What the letters L and R stand for, where the question is to prove an equation."""
    problem = task.problem
    if problem is None or problem.kind is not Kind.IDENTITY:
        return _NONE
    claim = problem.conditions[0]
    assert isinstance(claim, Chain)
    if {_LEFT.name, _RIGHT.name} & set(variables(claim)):
        return _NONE
    return {_LEFT: claim.items[0], _RIGHT: claim.items[1]}


def with_letters(text: str, sides: Sides) -> str:
    """``L = sin^2 x`` for ``LHS = sin^2 x``."""
    if not sides:
        return text
    for pattern, letter in _NAMES:
        text = pattern.sub(letter, text)
    return text


def takes_back(text: str) -> bool:
    """Whether the words that a text ends with may take back what it shows."""
    return _TAKES_BACK.search(text) is not None


def _is_shown(judged: Judgement) -> bool:
    """Proved for all values, not where something is supposed."""
    always = judged.relation in (Relation.SAME, Relation.SAME_IF)
    return judged.verdict is Verdict.PROVED and always and judged.role is not Role.CONDITION


class Joined:
    """Which expressions proved lines have shown to be equal, one to the next."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._groups: list[set[Expr]] = []
        self._last: Expr | None = None

    def see(self, claims: Sequence[tuple[Found, Judgement]], loose: str | None) -> None:
        """Take note of a line, after it was judged. loose: why it is not proved as a whole."""
        for found, judged in claims:
            node = None if found.node is None else transform(found.node, self._sides.get)
            items = node.items if isinstance(node, Chain) else (node,)
            terms = tuple(item for item in items if isinstance(item, Expr))
            equal = not isinstance(node, Chain) or set(node.ops) == {RelOp.EQ}
            if found.goes_on and self._last is not None:
                terms = (self._last, *terms)
            self._last = terms[-1] if terms else None
            if equal and loose is None and _is_shown(judged):
                for pair in pairwise(terms):
                    self._join(set(pair))

    def _join(self, together: set[Expr]) -> None:
        if together == set(self._sides.values()):
            return  # that is what is to be shown
        for group in [one for one in self._groups if one & together]:
            self._groups.remove(group)
            together |= group
        self._groups.append(together)

    @property
    def both(self) -> bool:
        """Whether they lead from one side to the other."""
        ends = set(self._sides.values())
        return bool(ends) and any(ends <= group for group in self._groups)
