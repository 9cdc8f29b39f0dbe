"""Limits told in words: what tends where, from which side, in any order."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.limits import limit_problem
from mathviz_chat.core.problems.readers.worded.common import family
from mathviz_chat.core.problems.worded import Told, Worded
from mathviz_chat.core.reading.tree import Chain, Const, Constant, Expr, Limit, Neg, Symbol

_INFINITY: Final = Constant(Const.INFINITY)
_GRAMMAR: Final = family("""
TENDS = [approaches|tends to|tends towards|goes to|goes towards|approaching|tending to|->|→|⟶|to|
    gets close to|gets closer to|gets closer and closer to|becomes|moves towards|nears]
limit:
    [ASK]? [{side:hand}|{side:hand} hand|two-sided]? [limit|lim|limits|limiting value] [of]? [as]?
    [and]? [ASK] [limit|its limit]
    [to]? what [value|number|limit]? [does|do]
    what [does|do|happens to|happens with]
    [ASK|solve]? {l:#l}
tends:
    [approach|converge|converge to|tend to|tend|tends to|go to|get close to|become|have limit|
        converges to]
rule:
    [use|using|by|with|apply|applying|via]? lhopital [rule]? [to|twice|if necessary]?
to:
    [as|when|where|if|for|with|where]? {n:#s} TENDS [{sign:sign}]? {p:#n}
    [as|when|where|if|for|with]? {n:#s} {large:large}
    [at|when|where|for|near] {at:#a}
side:
    from {side:hand} [hand]? [side]?
    {side:hand} [hand]? side
object:
    [of|function|expression|sequence|quotient|fraction|ratio|for|terms|general term|whose|is|
        term]* {f:#fesk}
""")
_SIDES: Final = {"left": "-", "below": "-", "right": "+", "above": "+"}


def _build(told: Told) -> Problem | None:
    if not told.has("limit"):
        return None
    written = told.tree("l")
    if isinstance(written, Limit):
        alone = {name for name, _ in told.clauses} <= {"limit", "rule"}
        return limit_problem(written) if alone else None
    found = told.function("f")
    if found is None:
        return None
    variable, body = found
    towards = _towards(told, variable)
    side = re.sub("-hand(?:ed)?", "", told.text("side") or "")
    if towards is None or (side and _is_infinite(towards)):
        return None
    return limit_problem(Limit(body, variable, towards, _SIDES.get(side, "")))


def _towards(told: Told, variable: str) -> Expr | None:
    """Where the variable goes; a sequence in n goes to infinity where nothing is said."""
    place = told.tree("at")
    if isinstance(place, Chain):
        head, value = place.items
        return value if head == Symbol(variable) and not told.has("tends") else None
    if not told.has("to"):
        said = " ".join(hit.text for name, hit in told.clauses if name == "object")
        return _INFINITY if variable == "n" and "sequence" in said else None
    if told.tree("n") != Symbol(variable):
        return None
    if told.text("large") is not None:
        return _INFINITY
    point = told.expression("p")
    if point is None or variables(point):
        return None
    return Neg(point) if told.text("sign") in ("negative", "minus") else point


def _is_infinite(point: Expr) -> bool:
    return point in (_INFINITY, Neg(_INFINITY))


READERS: Final = (
    Worded(
        re.compile(r"\blim|approach|converge|tends?\b|happens|#l|lhopital"),
        _GRAMMAR,
        _build,
        frozenset({"limit", "given"}),
    ),
)
