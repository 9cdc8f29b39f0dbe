"""``Solve dy/dx = 2xy``, ``y' + 2y = 4, y(0) = 1``, ``the general solution of y'' + y = 0``."""

from __future__ import annotations

import re
from dataclasses import replace

from mathviz_chat.core.problems import differential
from mathviz_chat.core.problems.asked import FIND, Asked
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain

_NOUN = (
    r"(?:the |this |following |ordinary |linear |separable |first order |second order |"
    r"homogeneous |differential |equation |ode |initial value problem |"
    r"ivp |system |of |to |for |: )*"
)
_SOLVE = re.compile(
    rf"(?:(?:solve|{FIND}(?:general |particular )?(?:solution|function|y)s?) {_NOUN}"
    r"(?P<all>#(?: (?:,|and|with|, and|where|, with|if|, where|subject to|given(?: that)?|"
    r"satisfying) (?:the )?(?:initial )?(?:conditions? )?(?:that )?#)*)"
    r"(?: for #)?)?(?:(?:solve|find)(?: the)?(?: general solution| particular solution| y| it)?)?"
)
_MARK = re.compile(r"'|d/d[a-z]\(|d\s*\^?\d?\s*[a-z]\s*/\s*d|\\frac\s*\{\s*d|[a-z]\s*''")
_NAME = re.compile(
    r"([a-zA-Z])\s*'|d/d[a-z]\s*\(\s*([a-zA-Z])\s*\)|d\s*([a-zA-Z])\s*/\s*d[a-z]|\\frac\{d\^?2?\s*([a-zA-Z])\}"
)


def read(asked: Asked) -> Problem | None:
    """A differential equation with what is given beside it."""
    match = _SOLVE.fullmatch(asked.text)
    if match is None:
        return None
    text = " ".join((*asked.places, *map(to_plain, asked.definitions)))
    if not _MARK.search(text):
        return None
    asked.used.clear()
    places = match["all"].count("#") if match["all"] else 0
    first = match.string.count("#", 0, match.start("all")) if places else 0
    written = asked.places[first : first + places]
    name = _name(" ".join((*written, text)))
    if name is None:
        return None
    reader = replace(asked.slots, functions=asked.slots.functions | {name})
    nodes = [reader.tree(place) for place in written]
    asked.used |= {-1 - k for k in range(len(asked.places))}
    asked.used |= set(range(len(asked.definitions)))
    if len(written) != len(asked.places) or any(not isinstance(n, Chain) for n in nodes):
        return None
    again = [reader.tree(to_plain(one)) for one in asked.definitions]
    statements = [n for n in (*nodes, *again) if isinstance(n, Chain)]
    return problem_of(statements, name) if len(statements) == len(nodes) + len(again) else None


def _name(text: str) -> str | None:
    found = _NAME.search(text)
    return next((group for group in found.groups() if group), None) if found else None


def problem_of(statements: list[Chain], name: str) -> Problem | None:
    """The formal problem: one equation, and at most as many conditions as its order."""
    equations = [s for s in statements if differential.parse(s) is not None]
    conditions = [s for s in statements if s not in equations]
    if len(equations) != 1:
        return None
    equation = differential.parse(equations[0])
    if equation is None or equation.dependent != name:
        return None
    parsed = [differential.condition_of(one, name) for one in conditions]
    if any(one is None for one in parsed) or len(parsed) not in (0, equation.order):
        return None
    shown = ", ".join(to_plain(one) for one in (equations[0], *conditions))
    return Problem(
        Kind.DIFFERENTIAL_EQUATION,
        Form.FUNCTION,
        f"Solve the differential equation {shown}.",
        conditions=(equations[0], *conditions),
        unknowns=(name,),
        variable=equation.variable,
    )
