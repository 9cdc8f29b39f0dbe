"""The slope of a curve that a parameter gives: dy/dx is dy/dt over dx/dt.

``If x = t^2 and y = t^3, find dy/dx`` is ``Simplify (3t^2)/(2t)``, at ``t = 2`` a computation.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import differentiate, substitute, variables
from mathviz_chat.core.problems import language, slots
from mathviz_chat.core.problems.environment import simplified
from mathviz_chat.core.problems.patterns import lazy
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr, Number, Pow
from mathviz_chat.core.reading.walking import walk

_M: Final = slots.MATHS
MAX_NODES: Final = 24
MAX_POWER: Final = 8
_CURVE: Final = (
    r"(?:(?:a|the|curve|with|is|has|given|defined|by|parametric|parametrically|equations?|"
    r"if|for|when|where)\s+)*"
    rf"x\s*(?:\(\s*[a-z]\s*\)\s*)?=\s*(?P<x>{_M})\s*(?:,\s*and|,|and|;)"
    rf"\s*y\s*(?:\(\s*[a-z]\s*\)\s*)?=\s*(?P<y>{_M})"
)
_SLOPE: Final = r"(?:dy/dx|(?:the\s+)?(?:gradient|slope)(?:\s+of\s+(?:the\s+(?:curve|tangent)))?)"
_AT: Final = (
    r"(?:\s*,?\s+(?:at|when|where)\s+(?:the\s+point\s+(?:where\s+|with\s+)?)?(?P<p>[a-z])"
    r"\s*=\s*(?P<v>.+?))?"
)
_IN: Final = r"(?:\s+in\s+terms\s+of\s+(?P<t>[a-z]))?"
_FIND: Final = r"(?:find|calculate|work\s+out|determine|obtain|what\s+is)"
_ASKED: Final = (
    rf"{_CURVE}\s*[.,;]?\s+{_FIND}\s+(?:the\s+value\s+of\s+)?{_SLOPE}{_IN}{_AT}",
    rf"{_FIND}\s+(?:the\s+value\s+of\s+)?{_SLOPE}{_IN}\s*,?\s+(?:if|when|for|given\s+that|"
    rf"given|where|of)\s+{_CURVE}{_AT}",
)
_RULE: Final = "Chain rule: dy/dx is dy/d{0} = {1} over dx/d{0} = {2}"


def said_again(text: str) -> str | None:
    """The quotient of the two derivatives; None where the question is none of these."""
    found = _found(text)
    return None if found is None else found[0]


def lead(text: str, problem: Problem) -> str:
    """Where the quotient comes from; "" for other problems."""
    found = _found(text) if problem.kind in (Kind.SIMPLIFY, Kind.ARITHMETIC) else None
    return "" if found is None else found[1]


def _found(text: str) -> tuple[str, str] | None:
    plain = " ".join(language.tidy(text).replace("−", "-").split()).rstrip("?. ")
    for pattern in _ASKED:
        match = lazy(pattern).fullmatch(plain)
        found = None if match is None else _quotient(match)
        if found is not None:
            return found
    return None


def _quotient(match: re.Match[str]) -> tuple[str, str] | None:
    reader = slots.for_question("")
    x, y = reader.expression(match["x"]), reader.expression(match["y"])
    names = set() if x is None or y is None else {*variables(x), *variables(y)}
    if x is None or y is None or len(names) != 1 or names & {"x", "y"}:
        return None
    if not _is_small(x) or not _is_small(y):
        return None
    (name,) = names
    above, below = _slope(y, name), _slope(x, name)
    named = {match[g] for g in "tp"} - {None}
    if above is None or below is None or named - {name} or name not in variables(x):
        return None
    rule = _RULE.format(name, to_plain(above), to_plain(below))
    if match["p"] is None:
        return f"Simplify ({to_plain(above)})/({to_plain(below)})", rule
    at = reader.expression(match["v"])
    if at is None or variables(at):
        return None
    over, under = (_at(one, name, at) for one in (above, below))
    return f"Calculate ({over})/({under})", rule


def _is_small(body: Expr) -> bool:
    """Whether the quotient of two such derivatives is simplified in no time."""
    nodes = list(walk(body))
    powers = (node.exponent for node in nodes if isinstance(node, Pow))
    numbers = (part.value for power in powers for part in walk(power) if isinstance(part, Number))
    return len(nodes) <= MAX_NODES and all(abs(value) <= MAX_POWER for value in numbers)


def _slope(body: Expr, name: str) -> Expr | None:
    try:
        return simplified(differentiate(body, name))
    except ValueError:
        return None


def _at(body: Expr, name: str, value: Expr) -> str:
    return to_plain(substitute(body, {name: value}))
