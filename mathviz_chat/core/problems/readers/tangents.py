"""Slopes, rates of change at a point, tangents and normals."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import Outcome, differentiate, identity, substitute, variables
from mathviz_chat.core.problems.asked import FIND, SUBJECT, Asked
from mathviz_chat.core.problems.environment import simplified
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.derivative import ORDINALS, problem_of
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Chain, Derivative, Expr, Node, Symbol, TupleOf

_ORDER = rf"(?:(?P<order>{'|'.join(ORDINALS)}) )?"
_AT = (
    r"(?:(?: ,)? (?:at|when|for|where|as|passing through|through)(?: the)?(?: point)?"
    r"(?: (?:with|where|whose|of|that has))?(?: x-coordinate)?(?: :)? (?P<point>#)"
    r"|(?: at (?:this|that|the given) (?:point|value))?)"
)
_WRT = r"(?: (?:with respect to|wrt) (?P<name>#))?"
_SLOPE = LazyPattern(
    rf"(?:{FIND}(?:{_ORDER}derivative|slope|gradient|steepness|(?:instantaneous )?rate of change)"
    r"(?: of (?:the |a )?tangent(?: line)?(?: to)?| function)?"
    rf"(?: of| for| to)? {SUBJECT}{_WRT}{_AT}"
    rf"|how fast (?:is|does) {SUBJECT.replace('<f>', '<g>').replace('<it>', '<that>')}"
    rf" (?:changing|change|increasing|growing){_AT.replace('<point>', '<when>')}"
    rf"|how steep is {SUBJECT.replace('<f>', '<h>').replace('<it>', '<which>')}"
    rf"{_AT.replace('<point>', '<where>')})"
)
_WRITTEN = LazyPattern(rf"{FIND}(?P<body>#){_AT}")
_LINE = LazyPattern(
    rf"{FIND}(?:(?:an |the )?equations? (?:of|for) )?(?:a |the )?(?P<line>tangent|normal|"
    r"perpendicular)(?: line)?(?:(?: to| of| for)? "
    rf"{SUBJECT})?{_AT}"
)
_LINE_TO = LazyPattern(
    rf"{FIND}(?:(?:an |the )?equations? (?:of|for) )?(?:a |the )?(?:line )?(?:that is )?"
    rf"(?P<line>tangent|normal|perpendicular)(?: line)?"
    rf"(?:{_AT} to(?: the)? {SUBJECT}| to {SUBJECT.replace('<f>', '<g>').replace('<it>', '<that>')}"
    rf"{_AT.replace('<point>', '<where>')})"
)
_LINE_AT = LazyPattern(
    r"(?:at|when|for|where)(?: the)?(?: point)?(?: where)? (?P<point>#)(?: ,)? "
    rf"{FIND}(?:(?:an |the )?equations? (?:of|for) )?(?:the )?(?P<line>tangent|normal)(?: line)?"
    rf"(?: to| of| for)? {SUBJECT}"
)


def read(asked: Asked) -> Problem | None:
    """A derivative at a point, or the tangent or normal there."""
    return _derivative_at(asked) or _value_of_derivative(asked) or _line(asked)


def _group(match: re.Match[str], *names: str) -> str | None:
    return next((n for n in names if n in match.re.groupindex and match[n] is not None), None)


def _derivative_at(asked: Asked) -> Problem | None:
    match = _SLOPE.fullmatch(asked.text)
    if match is None:
        return None
    asked.used.clear()
    written = _group(match, "f", "g", "h")
    found = asked.function(None if written is None else asked.tree(match, written))
    if found is None:
        return None
    variable, body = found
    if match["name"] is not None and asked.tree(match, "name") != Symbol(variable):
        return None
    place = _group(match, "point", "when", "where")
    point = point_of(asked, None if place is None else asked.tree(match, place), variable, body)
    order = ORDINALS[match["order"]] if match["order"] else 1
    return None if point is None else at_point(body, variable, order, point)


def _value_of_derivative(asked: Asked) -> Problem | None:
    """``f'(2)`` and ``dy/dx at x = 2`` for a function that is defined."""
    match = _WRITTEN.fullmatch(asked.text)
    if match is None:
        return None
    asked.used.clear()
    node = asked.tree(match, "body")
    if isinstance(node, Call) and node.primes and len(node.args) == 1 and match["point"] is None:
        found = asked.function(Symbol(node.function))
        if found is None or variables(node.args[0]):
            return None
        return at_point(found[1], found[0], node.primes, node.args[0])
    order = _order_of(node)
    found = None if order is None else asked.function(_head(node))
    if found is None or order is None:
        return None
    written = None if match["point"] is None else asked.tree(match, "point")
    point = point_of(asked, written, *found)
    return None if point is None else at_point(found[1], found[0], order, point)


def _order_of(node: Node | None) -> int | None:
    if isinstance(node, Derivative):
        return node.order
    return node.primes if isinstance(node, Call) and node.primes else None


def _head(node: Node | None) -> Node | None:
    """What is differentiated: ``y`` in dy/dx, ``f`` in f'(x)."""
    if isinstance(node, Derivative):
        return node.body
    return Symbol(node.function) if isinstance(node, Call) else None


def point_of(asked: Asked, written: Node | None, variable: str, body: Expr) -> Expr | None:
    """The value of the variable: ``x = 3``, ``(3, 9)`` on the curve, ``3``, or a definition."""
    if written is None:
        return asked.value_of(variable)
    if isinstance(written, Chain) and len(written.items) == 2:
        head, value = written.items
        return value if head == Symbol(variable) and not variables(value) else None
    if isinstance(written, TupleOf) and len(written.items) == 2:
        value, height = written.items
        if variables(written):
            return None
        on_curve = identity(substitute(body, {variable: value}), height).outcome
        return value if on_curve is Outcome.PROVED else None
    return written if isinstance(written, Expr) and not variables(written) else None


def at_point(body: Expr, variable: str, order: int, point: Expr) -> Problem | None:
    """The derivative of an order at a point; None where the rules do not differentiate it."""
    whole = problem_of(body, variable, order)
    derivative = body
    try:
        for _ in range(order):
            derivative = simplified(differentiate(derivative, variable))
    except ValueError:
        return None
    value = substitute(derivative, {variable: point})
    if whole is None or variables(value):
        return None
    read_as = f"{whole.read_as.removesuffix('.')} at {variable} = {to_plain(point)}."
    return Problem(
        Kind.DERIVATIVE_AT,
        Form.NUMBER,
        read_as,
        expression=value,
        target=body,
        variable=variable,
        order=order,
        items=(point,),
    )


def _line(asked: Asked) -> Problem | None:
    for pattern in (_LINE, _LINE_TO, _LINE_AT):
        match = pattern.fullmatch(asked.text)
        if match is None:
            continue
        asked.used.clear()
        curve = _group(match, "f", "g")
        found = asked.function(None if curve is None else asked.tree(match, curve))
        if found is None:
            continue
        place = _group(match, "point", "where")
        written = None if place is None else asked.tree(match, place)
        point = point_of(asked, written, *found)
        if point is not None:
            return line_problem(*found, point, _LINES[match["line"]])
    return None


_LINES: Final = {"tangent": "tangent", "normal": "normal", "perpendicular": "normal"}


def line_problem(variable: str, body: Expr, point: Expr, line: str) -> Problem | None:
    """The tangent or the normal to ``y = body`` at a point."""
    if variable == "y":
        return None
    curve = f"y = {to_plain(body)}"
    read_as = f"Find the equation of the {line} to {curve} at {variable} = {to_plain(point)}."
    return Problem(
        Kind.TANGENT,
        Form.LINE,
        read_as,
        target=body,
        variable=variable,
        items=(point,),
        task=line,
    )
