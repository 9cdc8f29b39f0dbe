"""Whether a proved line of the text gives its answer, where the question itself was not read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.terms import conjuncts, disjuncts, without_unit
from mathviz_chat.core.kernel import Outcome, identity, variables
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import Chain, Expr, Node, RelOp, SetOf, Statement, TupleOf
from mathviz_chat.core.verdict import Verdict

_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?(?:/\d+)?")
_EQUAL: Final = (RelOp.EQ, RelOp.APPROX)
UNSUPPORTED: Final = "The question was not read, and no proved line gives this answer."
MAX_KEPT: Final = 60  # values of a text, the last ones


class Support:
    """What the proved lines of a text say, and whether an answer is among it."""

    def __init__(self) -> None:
        self._said: list[Node] = []

    def see(self, claims: Sequence[tuple[Found, Judgement]]) -> None:
        """Take note of the claims of a line."""
        for found, judged in claims:
            if judged.verdict is Verdict.PROVED and found.node is not None:
                self._said = [*self._said, found.node, *_values(found.node)][-MAX_KEPT:]

    def gives(self, text: str, node: Node | None) -> bool:
        """The answer, or each of its values, stands in a proved line.

        An answer that is not read as a formula counts by its numbers: ``7 red apples``.
        """
        if node is None:
            node_of_number = (_read(found[0]) for found in _NUMBER.finditer(text))
            values = [one for one in node_of_number if one is not None]
        elif node in self._said:
            return True
        else:
            values = list(_ends(node))
        return bool(values) and all(map(self._says, values))

    def _says(self, value: Node) -> bool:
        return value in self._said or any(_same(value, said) for said in self._said)


def _read(text: str) -> Node | None:
    try:
        return read(text.rstrip(","))
    except ReadError:
        return None


def _relations(node: Node) -> list[Statement]:
    if not isinstance(node, Statement):
        return []
    return [part for case in disjuncts(node) for part in conjuncts(case)]


def _values(node: Node) -> list[Node]:
    """Every side of the relations, and the items of lists."""
    sides: list[Node] = []
    for one in _relations(node):
        sides += one.items if isinstance(one, Chain) else ()
    return [value for side in sides or [node] for value in _items(side)]


def _ends(node: Node) -> list[Node]:
    """What the answer says: the last value of each equation, a relation of another kind whole."""
    if not isinstance(node, Statement):
        return _items(node)
    found: list[Node] = []
    for one in _relations(node):
        equations = isinstance(one, Chain) and set(one.ops) <= set(_EQUAL)
        found += _items(one.items[-1]) if isinstance(one, Chain) and equations else [one]
    return found


def _items(node: Node) -> list[Node]:
    return list(node.items) if isinstance(node, TupleOf | SetOf) else [node]


def _same(one: Node, other: Node) -> bool:
    """The same for all values of its letters; a unit that only one of them has is left out."""
    if not isinstance(one, Expr) or not isinstance(other, Expr):
        return False
    if variables(one) != variables(other):
        return False
    pairs = ((one, other), (without_unit(one), other), (one, without_unit(other)))
    return any(identity(*pair).outcome is Outcome.PROVED for pair in dict.fromkeys(pairs))
