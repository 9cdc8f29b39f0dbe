"""``lim_(x->0) sin(x)/x``, ``the limit of ... as x approaches 2 from the left``."""

from __future__ import annotations

import re
from dataclasses import replace

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems.asked import FIND, SUBJECT, Asked
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Const, Constant, Expr, Limit, Neg, Symbol

_TO = (
    r"(?:as|when|for) (?P<name>#) (?:approaches|tends to|goes to|goes towards|approaching|->|to|"
    r"gets close to|becomes)(?: (?P<sign>negative|minus|positive|plus))? (?P<point>#)"
    r"(?: from(?: the)? (?P<side>left|right|above|below)(?: side)?)?"
)
_LIMIT = tuple(
    LazyPattern(pattern)
    for pattern in (
        rf"{FIND}(?P<hand>left hand |right hand |left-hand |right-hand |one-sided )?limit"
        rf"(?: of)?(?: :)? {SUBJECT}(?: ,)? {_TO}",
        rf"{FIND}(?P<hand>left hand |right hand |left-hand |right-hand )?limit {_TO}(?: ,)?"
        rf"(?: of)? {SUBJECT}",
        rf"{_TO}(?: ,)? {FIND}(?P<hand>)limit of {SUBJECT}",
        rf"(?P<hand>)what (?:value )?(?:does|do|is) {SUBJECT} "
        rf"(?:approach|tend to|go to|approaching) {_TO}",
        rf"(?P<hand>)what happens to {SUBJECT} {_TO}",
    )
)
_WRITTEN = LazyPattern(rf"(?:{FIND}(?:limit(?: of)?(?: :)? )?|solve )(?P<limit>#)")
_SIDES = {"left": "-", "below": "-", "right": "+", "above": "+"}


def read(asked: Asked) -> Problem | None:
    """A limit, in symbols or in words."""
    match = _WRITTEN.fullmatch(asked.text)
    if match is not None:
        asked.used.clear()
        node = asked.tree(match, "limit")
        if isinstance(node, Limit):
            return limit_problem(_defined(asked, node))
    for pattern in _LIMIT:
        match = pattern.fullmatch(asked.text)
        if match is None:
            continue
        asked.used.clear()
        found = _in_words(asked, match)
        if found is not None:
            return limit_problem(found)
    return None


def _defined(asked: Asked, limit: Limit) -> Limit:
    """The body of f put in for ``f(x)``."""
    found = asked.function(limit.body) if asked.definitions else None
    return limit if found is None else replace(limit, body=found[1])


def _in_words(asked: Asked, match: re.Match[str]) -> Limit | None:
    node = None if match["f"] is None else asked.tree(match, "f")
    name, point = asked.tree(match, "name"), asked.tree(match, "point")
    if not isinstance(name, Symbol) or not isinstance(point, Expr) or variables(point):
        return None
    if match["sign"] in ("negative", "minus"):
        point = Neg(point)
    found = asked.function(node)
    if found is None or found[0] != name.name:
        return None
    hand = match["hand"] or ""
    side = _SIDES.get(match["side"] or re.split("[ -]", hand)[0], "")
    if hand.startswith("one") and not side:
        return None
    return Limit(found[1], name.name, point, side)


def limit_problem(limit: Limit) -> Problem | None:
    """The formal problem; None where letters are left."""
    if set(variables(limit.body)) - {limit.variable} or variables(limit.point):
        return None
    infinite = limit.point in (Constant(Const.INFINITY), Neg(Constant(Const.INFINITY)))
    if infinite:
        limit = replace(limit, side="")
    side = {"+": " from the right", "-": " from the left"}.get(limit.side, "")
    read_as = (
        f"Find the limit of {to_plain(limit.body)} as {limit.variable} approaches "
        f"{to_plain(limit.point)}{side}."
    )
    return Problem(Kind.LIMIT, Form.NUMBER, read_as, target=limit, variable=limit.variable)
