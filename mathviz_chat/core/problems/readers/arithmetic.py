"""``What is 3 + 4*2?``, ``Add 3 and 4.``, ``12*7``: a number to be worked out."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Neg, Number, Percent, Sub

VALUE: Final = (
    r"(?:(?:what(?:'s|s|\s+is|\s+are|\s+does)?|find|determine|calculate|compute|evaluate|"
    r"work\s+out|give|get|simplify|how\s+much\s+is|figure\s+out|state|solve)\s*:?\s+)"
    r"(?:(?:the\s+)?(?:exact\s+)?(?:value|result|answer)\s+(?:of|to|for)\s*:?\s+)?"
)
_EQUALS = r"(?:\s*(?:=|equals?|is(?:\s+equal\s+to)?)\s*(?:what|\?)?)?"
_M = slots.MATHS
_TWO: Final = (
    (rf"(?:add|sum(?:\s+up)?)\s+(?P<a>{_M})\s+(?:and|to)\s+(?P<b>{_M})", Add),
    (rf"(?:(?:the\s+)?(?:sum|total)\s+of)\s+(?P<a>{_M})\s+and\s+(?P<b>{_M})", Add),
    (rf"(?P<a>{_M})\s+added\s+to\s+(?P<b>{_M})", Add),
    (rf"(?P<a>{_M})\s+more\s+than\s+(?P<b>{_M})", Add),
    (rf"(?P<a>{_M})\s+take\s+away\s+(?P<b>{_M})", Sub),
    (rf"(?:subtract|take)\s+(?P<b>{_M})\s+from\s+(?P<a>{_M})", Sub),
    (rf"(?P<b>{_M})\s+subtracted\s+from\s+(?P<a>{_M})", Sub),
    (rf"(?P<b>{_M})\s+less\s+than\s+(?P<a>{_M})", Sub),
    (rf"multiply\s+(?P<a>{_M})\s+(?:and|by|with|times)\s+(?P<b>{_M})", Mul),
    (rf"(?:the\s+)?product\s+of\s+(?P<a>{_M})\s+and\s+(?P<b>{_M})", Mul),
    (rf"divide\s+(?P<a>{_M})\s+by\s+(?P<b>{_M})", Div),
    (rf"(?:the\s+)?quotient\s+of\s+(?P<a>{_M})\s+and\s+(?P<b>{_M})", Div),
)
_FLAGS = re.IGNORECASE | re.DOTALL
_BINARY = tuple((re.compile(rf"(?:{VALUE})?{p}{_EQUALS}", _FLAGS), op) for p, op in _TWO)
_UNARY = re.compile(rf"(?:{VALUE})?(?P<e>{_M}){_EQUALS}", _FLAGS)


def read(clauses: Clauses) -> Problem | None:
    """A question for the value of one expression without unknowns."""
    if clauses.given:
        return None
    value = _binary(clauses.asked) or _unary(clauses.asked)
    if value is None or variables(value) or _is_literal(value) or _has_percent_of(value):
        return None
    return Problem(Kind.ARITHMETIC, Form.NUMBER, f"Calculate {to_plain(value)}.", expression=value)


def _binary(asked: str) -> Expr | None:
    for pattern, operation in _BINARY:
        match = pattern.fullmatch(asked)
        if match is None:
            continue
        left, right = slots.expression(match["a"]), slots.expression(match["b"])
        if left is not None and right is not None:
            return operation(left, right)
    return None


def _unary(asked: str) -> Expr | None:
    match = _UNARY.fullmatch(asked)
    return None if match is None else slots.expression(match["e"])


def _is_literal(value: Expr) -> bool:
    return isinstance(value, Number) or (isinstance(value, Neg) and _is_literal(value.arg))


def _has_percent_of(value: Expr) -> bool:
    return isinstance(value, Mul) and isinstance(value.left, Percent)
