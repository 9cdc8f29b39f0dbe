"""Lines that each speak of another place: ``When y = 0, x = 6``, then ``When x = 0, y = 4``.

What one of them supposes is no longer in force in the next one.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.reading.tree import Expr, Statement

_VALUE: Final = (
    r"\$?(?P<{0}>[A-Za-z])\s{{0,3}}=\s{{0,3}}(?P<{0}_value>[-−]?\d[\d./]{{0,9}})\$?\s{{0,3}}"
)
_SUPPOSES: Final = re.compile(
    rf"^\W{{0,6}}(?:(?:when|if|for|let|set|put(?:ting)?|setting|at)\s+{_VALUE.format('told')}[:,]"
    rf"|{_VALUE.format('bare')}:)",
    re.IGNORECASE,
)


class OnePlace:
    """Remembers what was in force before the first line that supposes a place."""

    def __init__(self) -> None:
        self._before: tuple[tuple[Statement, ...], tuple[str, ...], dict[str, Expr]] | None = None
        self._place: tuple[str, str] | None = None

    def begin(self, facts: Facts, text: str) -> None:
        """Before a line is judged: what an earlier line supposed ends where it names another
        place. What the question states stays in force."""
        found = None if facts.from_question else _SUPPOSES.match(text)
        if found is None:
            return
        kind = "told" if found["told"] else "bare"
        place = (found[kind], found[f"{kind}_value"])
        if self._before is None:
            self._before = (facts.given, facts.unknowns, dict(facts.values))
        elif place != self._place:
            facts.given, facts.unknowns, values = self._before
            facts.values = dict(values)
            facts.same, facts.weaker, facts.wrong, facts.supposed = (), None, None, ()
            facts.cases, facts.complex_cases, facts.solved = [], (), False
        self._place = place
