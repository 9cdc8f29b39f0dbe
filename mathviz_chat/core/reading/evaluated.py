"""Evaluation bars: ``[x^2]_0^3`` and ``x^2 |_0^3`` are the difference of two values.

The values are put in while reading, so that the tree holds no sign of its own for it.
"""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.reading.calculus import bound
from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.parser import SUM, Parser
from mathviz_chat.core.reading.tokens import Token
from mathviz_chat.core.reading.tree import (
    BigOperator,
    Derivative,
    Expr,
    Integral,
    Limit,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import put_in, symbols, walk
from mathviz_chat.core.reading.words import GREEK

MAX_PARTS: Final = 2_000
"""Nodes after the values are put in; each value is repeated for every occurrence."""

_BINDERS: Final = (Derivative, Integral, BigOperator, Limit)


def bar(parser: Parser, body: Expr, sign: Token, power: int) -> Expr:
    """``x^2/2 |_0^3``: the bar reaches back over a product; over a sum only with brackets."""
    if power >= SUM:
        raise ReadError("It is not clear how far the bar reaches: use brackets.", sign.start)
    return between(parser, body, sign)


def opened_bar(parser: Parser, token: Token) -> Expr:
    r"""``\left. x^2 + x \right|_0^3``."""
    _close(parser, token)
    saved = parser.enter()
    body = parser.expression()
    parser.leave(saved)
    return between(parser, body, parser.expect("right|", "The bar that belongs to this"))


def _close(parser: Parser, token: Token) -> None:
    r"""Marks the bar that belongs to ``\left.``, so that it ends the whole and no product."""
    opened = 0
    for place in range(parser.place, len(parser.tokens)):
        one = parser.tokens[place]
        opened += one.kind == "left."
        if one.kind == "|_" and opened == 0:
            parser.tokens[place] = one._replace(kind="right|")
            return
        opened -= one.kind == "|_"
    raise ReadError("The bar that belongs to this is missing.", token.start)


def between(parser: Parser, body: Expr, sign: Token) -> Expr:
    """``_0^3``, ``_{x=0}^{x=3}`` or ``_{x=2}`` after a bracket or bar, applied to ``body``."""
    parser.expect("_", "The lower bound")
    name, lower = _bound(parser)
    upper: Expr | None = None
    if parser.at("^"):
        parser.next()
        other, upper = _bound(parser)
        if other is not None and name is not None and other != name:
            raise ReadError("The two bounds name different variables.", sign.start)
        name = name or other
    if upper is None and name is None:
        raise ReadError("The upper bound is missing.", sign.start)
    name = name or _variable(body, sign)
    at_lower = _at(body, name, lower, sign)
    if upper is None:
        return at_lower
    return Sub(_at(body, name, upper, sign), at_lower, span=parser.span(sign.start))


def _bound(parser: Parser) -> tuple[str | None, Expr]:
    """A bound and the variable that it names, if it does."""
    kinds = [token.kind for token in parser.tokens[parser.place : parser.place + 3]]
    if kinds != ["{", "NAME", "="]:
        return None, bound(parser)
    parser.next()
    name = str(parser.next().value)
    parser.next()
    value = parser.expression()
    parser.expect("}", "A closing brace")
    return name, value


def _variable(body: Expr, sign: Token) -> str:
    names = {name for name in symbols(body) if len(name) == 1 or name in GREEK}
    if len(names) != 1:
        raise ReadError("It is not clear in which variable the bounds are put in.", sign.start)
    return names.pop()


def _at(body: Expr, name: str, value: Expr, sign: Token) -> Expr:
    parts = list(walk(body))
    if any(isinstance(part, _BINDERS) for part in parts):
        raise ReadError("Bounds after a derivative, integral or sum are not read.", sign.start)
    count = sum(isinstance(part, Symbol) and part.name == name for part in parts)
    if len(parts) + count * sum(1 for _ in walk(value)) > MAX_PARTS:
        raise ReadError("The formula has too many parts.", sign.start)
    return put_in(body, name, value)
