"""Integrals in more words: antiderivatives, areas under a curve and between two."""

from __future__ import annotations

import re
from fractions import Fraction

from mathviz_chat.core.kernel import real_solutions, substitute, variables
from mathviz_chat.core.problems import wave_signs
from mathviz_chat.core.problems.asked import FIND, SUBJECT, Asked
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.integral import is_of_sort, problem_of
from mathviz_chat.core.reading.tree import (
    And,
    Chain,
    Const,
    Constant,
    Expr,
    Integral,
    Node,
    RelOp,
    Symbol,
)

_ENDS = (
    r"(?:(?: ,)? (?:from|between|for|over|on)(?: the interval)?"
    r" (?:(?P<low>#) (?:to|and|through) (?P<high>#)|(?P<interval>#)))"
)
_WRT = r"(?: (?:with respect to|wrt|in) (?P<name>#))?"
_SAID = (
    r"(?:the )?(?:method of )?(?:a )?(?P<first>substitution|u-substitution|u substitution|parts|"
    r"integration by parts)"
)
_SAID_LAST = _SAID.replace("<first>", "<last>")
_INTEGRAL = LazyPattern(
    rf"(?:(?:use|using|by|with) {_SAID}(?: ,)? (?:to )?)?"
    rf"(?:{FIND}(?:the )?(?:general |most general )?(?:(?P<sort>indefinite|definite) )?"
    rf"(?:integral|antiderivative|anti-derivative|primitive)s?(?: function)?(?: of| for)?"
    rf"|integrate(?: the function)?(?: :)?|(?P<bare>find|evaluate|compute|calculate|solve|do)"
    rf"(?: the)?(?: integral)?(?: :)?) {SUBJECT}{_WRT}{_ENDS}?"
    rf"{_WRT.replace('<name>', '<again>')}(?: (?:by|using|with) {_SAID_LAST})?"
)
_AREA = LazyPattern(
    rf"{FIND}area (?:of the region )?(?:under|below|beneath|bounded by|enclosed by)"
    rf"(?: the)?(?: curve)?(?: of)? {SUBJECT}(?:(?: ,)?(?: and)?(?: above)? the x axis)?{_ENDS}"
)


_METHODS = {
    **dict.fromkeys(("substitution", "u-substitution", "u substitution"), "substitution"),
    **dict.fromkeys(("parts", "integration by parts"), "parts"),
}


def read(asked: Asked) -> Problem | None:
    """An antiderivative, a definite integral, or the area under a curve."""
    for pattern in (_INTEGRAL, _AREA):
        match = pattern.fullmatch(asked.text)
        if match is None:
            continue
        asked.used.clear()
        found = _integral(asked, match)
        if found is None:
            continue
        if pattern is _AREA and not is_above(found):
            return None
        groups = match.groupdict()
        if not is_of_sort(found, groups.get("sort")):
            return None
        return problem_of(found, _METHODS.get(groups.get("first") or groups.get("last") or ""))
    return None


def _integral(asked: Asked, match: re.Match[str]) -> Integral | None:
    node = _integrand(asked, match) if match["f"] else None
    if isinstance(node, Integral):
        ends = _ends(asked, match, node.variable)
        if ends is None or (ends and node.lower is not None):
            return None
        return Integral(node.body, node.variable, *ends) if ends else node
    if match.groupdict().get("bare"):
        return None
    found = asked.function(node)
    if found is None:
        return _of_letters(asked, match, node)
    variable, body = found
    for group in ("name", "again"):
        written = match.groupdict().get(group)
        if written and asked.tree(match, group) != Symbol(variable):
            return None
    ends = _ends(asked, match, variable)
    return None if ends is None else Integral(body, variable, *ends)


_DIFFERENTIAL = re.compile(r"(?P<body>.+?[^A-Za-z\\]|.+? )d[a-z]\s*", re.DOTALL)


def _integrand(asked: Asked, match: re.Match[str]) -> Node | None:
    """``x cos(x)`` or ``x cos(x) dx``."""
    index = match.string.count("#", 0, match.start("f"))
    written = _DIFFERENTIAL.fullmatch(asked.places[index])
    found = asked.slots.tree(f"∫ {asked.places[index]}") if written else None
    if not isinstance(found, Integral):
        return asked.tree(match, "f")
    asked.used.add(-1 - index)
    return found


def _of_letters(asked: Asked, match: re.Match[str], node: Node | None) -> Integral | None:
    """A constant or an expression in several letters, with the variable named."""
    group = next((g for g in ("name", "again") if match.groupdict().get(g)), None)
    name = None if group is None else asked.tree(match, group)
    if not isinstance(node, Expr) or not isinstance(name, Symbol) or match["low"]:
        return None
    return Integral(node, name.name)


def _ends(
    asked: Asked, match: re.Match[str], variable: str
) -> tuple[Expr, Expr] | tuple[()] | None:
    """The two limits, () where there are none, None where they cannot be read."""
    if match["low"]:
        ends = [_end(asked.tree(match, group), variable) for group in ("low", "high")]
        low, high = ends
        return None if low is None or high is None else (low, high)
    if not match["interval"]:
        return ()
    node = asked.tree(match, "interval")
    lower, upper = getattr(node, "lower", None), getattr(node, "upper", None)
    if isinstance(node, Chain) and node.ops == (RelOp.LE, RelOp.LE):
        lower, upper = node.items[0], node.items[2]
        if node.items[1] != Symbol(variable):
            return None
    if not isinstance(lower, Expr) or not isinstance(upper, Expr):
        return None
    return None if variables(lower) or variables(upper) else (lower, upper)


def _end(node: Node | None, variable: str) -> Expr | None:
    """``0`` or ``x = 0``."""
    if isinstance(node, Chain) and len(node.items) == 2 and node.items[0] == Symbol(variable):
        node = node.items[1]
    if isinstance(node, Expr) and variables(node) == ("e",) != (variable,):
        node = substitute(node, {"e": Constant(Const.E)})  # no other number is an end without one
    return node if isinstance(node, Expr) and not variables(node) else None


def is_above(integral: Integral) -> bool:
    """Whether the curve is certainly not below the axis, so that the area is the integral."""
    if integral.lower is None or integral.upper is None:
        return False
    name, zero = Symbol(integral.variable), number(Fraction(0))
    below = Chain((integral.body, zero), (RelOp.LT,))
    after = Chain((name, integral.lower), (RelOp.GE,))
    before = Chain((name, integral.upper), (RelOp.LE,))
    ranges = ((after, before), (after,), (before,))  # an end such as e^2 may be left out
    found = (real_solutions(And((below, *one)), integral.variable) for one in ranges)
    return any(one is not None and one.is_empty for one in found) or wave_signs.is_above(integral)
