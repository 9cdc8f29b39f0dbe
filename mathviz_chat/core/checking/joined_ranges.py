"""Ranges that "and" or "or" joins although each stands as a formula of its own.

``x > 5``, ``and``, ``x < -3`` on three lines says what ``x > 5 and x < -3`` says on one, which no
number satisfies. Values are a list, whichever word stands between them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.checking.conditions import is_solved
from mathviz_chat.core.checking.lines import Found, ReadLine
from mathviz_chat.core.checking.terms import conjuncts, disjuncts
from mathviz_chat.core.kernel import variables
from mathviz_chat.core.reading.tree import And, Chain, Node, Or, RelOp, Statement

UNCLEAR: Final = "It is not clear whether both must hold or one of them: write 'and' or 'or'."
_AND, _OR, _EITHER = "and", "or", "either"
_WORDS: Final = {
    **dict.fromkeys(("and", "and also", "and then", "and so", "and that"), _AND),
    **dict.fromkeys(("or", "or else", "or also"), _OR),
    **dict.fromkeys(("but", "but also", "as well as", "&", "yet", "with", "while"), _EITHER),
}
MAX_JOINED: Final = 8  # ranges that are one condition
_ORDER: Final = frozenset({RelOp.LT, RelOp.LE, RelOp.GT, RelOp.GE})
_ENDS_SO: Final = re.compile(
    r"^[^\w&]*(?:text\W*)?(?P<word>[a-z]+(?:\s[a-z]+){0,2}|&)[^\w&]*$", re.I
)


class JoinedRanges:
    """Follows the lines of a text, and puts a range together with the one before it."""

    def __init__(self) -> None:
        self._before: Statement | None = None  # the last range
        self._word: str | None = None  # that stands between it and what comes

    def join(self, line: ReadLine, text: str, *, in_force: bool) -> ReadLine:
        """The line with ranges that go on from the ones before. in_force: it may be judged."""
        alone = _word(text)
        if not in_force or not line.found or alone is not None:
            if text.strip():
                self._word = alone
                self._before = self._before if alone else None
            return line
        found = self._each(line.found)
        self._word = _word(line.found[-1].tail)
        return replace(line, found=tuple(found))

    def _each(self, several: tuple[Found, ...]) -> list[Found]:
        joined: list[Found] = []
        for place, one in enumerate(several):
            between = _word(one.lead)
            if place == 0 and not re.search(r"\w", one.lead):
                between = between or self._word
            node = one.node
            if place and one.lead.strip() == "," and _leaves_out(node):
                between = _AND
            joins = between is not None and _are_joined(self._before, node)
            if between == _OR and not place and isinstance(node, Statement) and not is_solved(node):
                joins = False  # cases that are still to be solved are gathered as any others
            if joins and between == _EITHER:
                joined = [*joined[:-1], *(_unclear(last) for last in joined[-1:])]
                one = _unclear(one)
            elif joins and isinstance(node, Statement) and self._before is not None:
                node = _joined(self._before, node, between)
                one = replace(one, node=node)
                if place:
                    one = _as_one(joined.pop(), one)
            joined.append(one)
            self._before = node if isinstance(node, Statement) else None
        return joined


def _joined(before: Statement, after: Statement, word: str | None) -> Statement:
    sort = And if word == _AND else Or
    items = before.items if isinstance(before, sort) else (before,)
    return sort((*items, after)[-MAX_JOINED:])


def _as_one(first: Found, second: Found) -> Found:
    """Two formulas of a line that are one, with what stands around both."""
    text = f"{first.text}{second.lead}{second.text}"
    return replace(second, text=text, lead=first.lead, before=first.before, follows=first.follows)


def _unclear(found: Found) -> Found:
    return replace(found, node=None, error=UNCLEAR)


def _word(text: str) -> str | None:
    """What a text that is nothing but a joining word says."""
    found = _ENDS_SO.match(text[:40]) if len(text.strip()) < 40 else None
    return None if found is None else _WORDS.get(" ".join(found["word"].lower().split()))


def _are_joined(before: Statement | None, node: Node | None) -> bool:
    """Two ranges, or a range and a value, of the same letter."""
    if before is None or not isinstance(node, Statement):
        return False
    names = variables(before)
    ranged = any(_is_range(part) for one in (before, node) for part in _parts(one))
    return ranged and len(names) == 1 and names == variables(node)


def _leaves_out(node: Node | None) -> bool:
    """``x != 2`` of ``x < 5, x != 2``."""
    return isinstance(node, Chain) and node.ops == (RelOp.NE,)


def _parts(statement: Statement) -> list[Statement]:
    return [part for case in disjuncts(statement) for part in conjuncts(case)]


def _is_range(statement: Statement) -> bool:
    return isinstance(statement, Chain) and set(statement.ops) <= _ORDER
