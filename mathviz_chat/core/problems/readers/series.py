"""Sums in sigma notation, geometric series, convergence, Taylor and Maclaurin polynomials."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.asked import FIND, SUBJECT, Asked
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.derivative import ORDINALS
from mathviz_chat.core.problems.readers.tangents import point_of
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    BigOperator,
    Chain,
    Const,
    Constant,
    Expr,
    Mul,
    Number,
    Pow,
    Symbol,
)

INFINITY = Constant(Const.INFINITY)
MAX_DEGREE = 8

_DOTS = re.compile(r"(?P<terms>.+?)\s*(?P<next>[+-])\s*(?:\.\.\.+|…|\\[cl]?dots)")
_ADDS_UP = LazyPattern(
    r"(?:what does|find what) (?P<sum>#) (?:add up to|sum to|adds up to|come to)"
)
_SERIES = r"(?:the )?(?:infinite |geometric |sum |series |of |: |following |finite )*(?P<sum>#)"
_SUM = LazyPattern(
    rf"(?:{FIND}|simplify )(?:(?:a |the )?(?:closed form|formula|sum|value)(?: of| for)? )?"
    rf"{_SERIES}"
)
_TERMS = LazyPattern(
    rf"{FIND}sum (?:of|to infinity of) (?:an? |the )?(?:infinite )?geometric (?:series|progression)"
    r"(?: with| whose| where)?(?: a| the)? first term(?: is| of)? (?P<first>#)(?: ,)?(?: and)?"
    r"(?: with)?(?: a| the)? (?:common )?ratio(?: is| of)? (?P<ratio>#)"
)
_FROM_TO = LazyPattern(rf"{FIND}sum of (?P<body>#) (?:from|for) (?P<low>#) to (?P<high>#)")
_CONVERGES = LazyPattern(
    r"(?:(?:determine|decide|state|find|find out|test|check|show|say)(?: whether| if)?|does|is)"
    rf"(?: or not)? {_SERIES}(?: is)? (?:converges?|convergent|diverges?|divergent)"
    r"(?: or (?:diverges?|divergent|converges?|convergent|not))?"
    rf"|(?:test|check|examine) {_SERIES.replace('<sum>', '<other>')} for convergence"
    r"(?: or divergence)?"
)
_SIZE = (
    r"(?:(?: ,)? (?:up to|to|of|with|through|including|and)?(?: the)?(?: terms?| and including)*"
    r"(?: of)?(?: the)? ?(?:(?P<ordinal>first|second|third|fourth|fifth|sixth|\d(?:st|nd|rd|th))"
    r"(?: degree| order)|(?:degree|order|power|the x) (?P<degree>#)|(?P<term>#)(?: terms?)?))"
)
_CENTRE = (
    r"(?:(?: ,)?(?: centered| centred| expanded| expansion)?(?: at| about| around| near)"
    r"(?: the point)? (?P<point>#))?"
)
_TAYLOR = tuple(
    LazyPattern(pattern)
    for pattern in (
        rf"{FIND}(?:the )?(?P<kind>taylor|maclaurin)(?: series| polynomial| expansion|"
        rf" approximation)*(?: of| for)? {SUBJECT}{_CENTRE}{_SIZE}",
        rf"{FIND}(?:the )?(?P<kind>taylor|maclaurin)(?: series| polynomial| expansion)*"
        rf"{_SIZE}(?: of| for)? {SUBJECT}{_CENTRE}",
        rf"{FIND}(?:the |a )?(?P<ordinal>first|second|third|fourth|fifth|sixth|\d(?:st|nd|rd|th))"
        rf"(?: |-)(?:degree|order) (?P<kind>taylor|maclaurin)(?: series| polynomial| expansion)*"
        rf"(?: of| for)? {SUBJECT}{_CENTRE}",
    )
)
_ORDINALS = {**ORDINALS, "sixth": 6, "6th": 6, "7th": 7, "8th": 8}


def read(asked: Asked) -> Problem | None:
    """A sum, a question for convergence, or a Taylor polynomial."""
    return _convergence(asked) or _sum(asked) or _geometric(asked) or _taylor(asked)


def _sum(asked: Asked) -> Problem | None:
    match = _FROM_TO.fullmatch(asked.text)
    if match is not None:
        asked.used.clear()
        body, low, high = (asked.tree(match, group) for group in ("body", "low", "high"))
        if not isinstance(low, Chain) or not isinstance(low.items[0], Symbol):
            return None
        if not isinstance(body, Expr) or not isinstance(high, Expr) or len(low.items) != 2:
            return None
        return sum_problem(BigOperator("sum", body, low.items[0].name, low.items[1], high))
    match = _SUM.fullmatch(asked.text) or _ADDS_UP.fullmatch(asked.text)
    if match is None:
        return None
    asked.used.clear()
    node = asked.tree(match, "sum")
    if isinstance(node, BigOperator):
        return sum_problem(node)
    return _with_dots(asked, match)


def _with_dots(asked: Asked, match: re.Match[str]) -> Problem | None:
    """``1 + 1/2 + 1/4 + ...``, where each term is the one before times the same ratio."""
    index = match.string.count("#", 0, match.start("sum"))
    terms = _DOTS.fullmatch(asked.places[index])
    named = re.search("geometric|infinite", asked.text)
    if terms is None or named:
        return None  # a progression that is named has a reader of its own
    parts = re.split(r"\s*\+\s*", terms["terms"].replace("-", "+-"))
    found = [asked.slots.expression(part.replace("+-", "-")) for part in parts if part]
    try:
        values = [recount.value(one) for one in found if one is not None]
    except recount.NotEvaluated:
        return None
    rational = [one for one in values if isinstance(one, Fraction) and one]
    if len(rational) != len(parts) or len(rational) < 3:
        return None
    ratios = {b / a for a, b in pairwise(rational)}
    ratio = ratios.pop()
    if ratios or (ratio * rational[-1] > 0) != (terms["next"] == "+"):
        return None
    asked.used.add(-1 - index)
    return _geometric_series(rational[0], ratio)


def _geometric(asked: Asked) -> Problem | None:
    match = _TERMS.fullmatch(asked.text)
    if match is None:
        return None
    asked.used.clear()
    ends = [asked.tree(match, group) for group in ("first", "ratio")]
    values = [recount.value(one) for one in ends if isinstance(one, Expr) and not variables(one)]
    if len(values) != 2 or not all(isinstance(one, Fraction) for one in values):
        return None
    return _geometric_series(values[0], values[1])


def _geometric_series(first: Fraction, ratio: Fraction) -> Problem | None:
    n = Symbol("n")
    power: Expr = Pow(number(ratio), n)
    body = power if first == 1 else Mul(number(first), power)
    total = BigOperator("sum", body, "n", number(Fraction(0)), INFINITY)
    return sum_problem(total) if abs(ratio) < 1 else _convergence_of(total)


def sum_problem(total: BigOperator) -> Problem | None:
    """The formal problem: a number, a closed form in one letter, or the sum of a series."""
    free = set(variables(total.body)) - {total.index} | set(variables(total.upper))
    if total.operator != "sum" or variables(total.lower) or len(free) > 1:
        return None
    if total.upper == INFINITY:
        task, form = "series", Form.NUMBER
    elif not free:
        task, form = "number", Form.NUMBER
    else:
        task, form = "closed form", Form.EXPRESSION
        if free != {getattr(total.upper, "name", "")}:
            return None
    read_as = f"Find the sum {to_plain(total)}."
    return Problem(Kind.SUM, form, read_as, target=total, variable=total.index, task=task)


def _convergence(asked: Asked) -> Problem | None:
    match = _CONVERGES.fullmatch(asked.text)
    if match is None:
        return None
    asked.used.clear()
    node = asked.tree(match, "sum" if match["sum"] else "other")
    if not isinstance(node, BigOperator) or node.upper != INFINITY or node.operator != "sum":
        return None
    if set(variables(node.body)) != {node.index}:
        return None
    return _convergence_of(node)


def _convergence_of(total: BigOperator) -> Problem:
    read_as = f"Determine whether the series {to_plain(total)} converges."
    return Problem(Kind.CONVERGENCE, Form.TRUTH, read_as, target=total, variable=total.index)


def _taylor(asked: Asked) -> Problem | None:
    for pattern in _TAYLOR:
        match = pattern.fullmatch(asked.text)
        if match is None:
            continue
        asked.used.clear()
        found = asked.function(None if match["f"] is None else asked.tree(match, "f"))
        degree = _degree(asked, match)
        if found is None or degree is None or not 1 <= degree <= MAX_DEGREE:
            continue
        variable, body = found
        point: Expr | None = number(Fraction(0))
        if match["point"]:
            point = point_of(asked, asked.tree(match, "point"), variable, body)
        elif match["kind"] == "taylor":
            point = None
        if point is not None:
            return taylor_problem(variable, body, point, degree)
    return None


def _degree(asked: Asked, match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    if groups.get("ordinal"):
        return _ORDINALS.get(groups["ordinal"])
    for group in ("degree", "term"):
        node = asked.tree(match, group) if groups.get(group) else None
        if isinstance(node, Number) and group == "degree" and node.value.denominator == 1:
            return int(node.value)
        if isinstance(node, Pow) and isinstance(node.base, Symbol):
            exponent = node.exponent
            return int(exponent.value) if isinstance(exponent, Number) else None
    return None


def taylor_problem(variable: str, body: Expr, point: Expr, degree: int) -> Problem:
    """The Taylor polynomial of a degree at a point."""
    read_as = (
        f"Find the Taylor polynomial of {to_plain(body)} at {variable} = {to_plain(point)} "
        f"of degree {degree}."
    )
    return Problem(
        Kind.TAYLOR,
        Form.EXPRESSION,
        read_as,
        target=body,
        variable=variable,
        items=(point,),
        rank=degree,
    )
