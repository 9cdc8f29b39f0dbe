"""The points that lines name one by one: ``f(-1) = 2 is a maximum``, then ``f(1) = -2 is a
minimum``, where the extrema or the turning points of f are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.judgement import Judgement
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.points import extremum_said
from mathviz_chat.core.checking.terms import is_closed
from mathviz_chat.core.problems import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Chain, RelOp
from mathviz_chat.core.verdict import Verdict

_KINDS = (Kind.EXTREMA, Kind.CRITICAL_POINTS)


class ExtremePoints:
    """Sees the lines of a text; any other line ends the list."""

    def __init__(self, problem: Problem | None) -> None:
        self._asked = problem is not None and problem.form is Form.POINTS and problem.kind in _KINDS
        self._points: list[str] = []

    def see(self, text: str, claims: Sequence[tuple[Found, Judgement]], facts: Facts) -> None:
        """Take note of a line. text: with the words that say which kind of point it is."""
        if not self._asked or not text.strip():
            return
        points = [_point(text, *one, facts) for one in claims]
        named = [one for one in points if one is not None]
        self._points = [*self._points, *named] if named and len(named) == len(points) else []

    def said(self) -> str | None:
        """``maximum at (-1, 2), minimum at (1, -2)``; None where no point is named."""
        return ", ".join(self._points) or None


def _point(text: str, found: Found, judged: Judgement, facts: Facts) -> str | None:
    node = found.node
    if judged.verdict is not Verdict.PROVED or not isinstance(node, Chain):
        return None
    first, last = node.items[0], node.items[-1]
    if not isinstance(first, Call) or first.primes or set(node.ops) != {RelOp.EQ}:
        return None
    if first.function not in facts.known_functions or len(first.args) != 1 or not is_closed(last):
        return None
    kind = extremum_said(text.partition(found.text)[2])
    point = f"({to_plain(first.args[0])}, {to_plain(last)})"
    return f"{kind} at {point}" if kind else point
