"""The last values of a text, where several numbers are asked for and no line names them together.

``2*12 = 24``, ``3*12 = 36``. Only lines that say nothing else count: words could name the values,
deny them, or give them in another order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.lines import Found, ReadLine
from mathviz_chat.core.checking.terms import is_closed
from mathviz_chat.core.reading.tree import Chain, Expr, Node, RelOp
from mathviz_chat.core.verdict import Verdict

MAX_SEVERAL: Final = 4  # numbers that are asked for together
_NOTHING_ELSE: Final = re.compile(r"[\s,;$]*(?:(?:and|&)[\s,;$]*)*\.?\s*", re.IGNORECASE)


class LastSeveral:
    """Follows the lines of a text."""

    def __init__(self) -> None:
        self._values: list[Expr] = []

    def see(self, text: str, line: ReadLine, claims: Sequence[tuple[Found, Judgement]]) -> None:
        """A line of values and computations alone goes on with the list; any other ends it."""
        if not text.strip():
            return
        found = list(_values(line, claims)) if _says_nothing_else(text, line) else []
        kept = self._values if len(found) == len(line.found) and found else []
        self._values = [*kept, *found][-MAX_SEVERAL:]

    def lists(self) -> Iterator[tuple[Expr, ...]]:
        """The last two, three and four values, as far as there are so many."""
        for number in range(2, len(self._values) + 1):
            yield tuple(self._values[-number:])


def _says_nothing_else(text: str, line: ReadLine) -> bool:
    for found in line.found:
        text = text.replace(found.text, " ", 1)
    return _NOTHING_ELSE.fullmatch(text) is not None


def _values(line: ReadLine, claims: Sequence[tuple[Found, Judgement]]) -> Iterator[Expr]:
    proved = {id(found) for found, judged in claims if judged.verdict is Verdict.PROVED}
    for found in line.found:
        value = _value(found.node, proved=id(found) in proved)
        if value is not None:
            yield value


def _value(node: Node | None, *, proved: bool) -> Expr | None:
    """A number by itself, or what a proved computation comes to."""
    if isinstance(node, Chain):
        computed = proved and set(node.ops) == {RelOp.EQ} and is_closed(node.items[0])
        return node.items[-1] if computed else None
    return node if isinstance(node, Expr) and is_closed(node) else None
