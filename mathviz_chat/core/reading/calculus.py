"""Derivatives in Leibniz's notation, integrals, limits, sums and products."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.reading.differentials import differential_last
from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.operands import arguments
from mathviz_chat.core.reading.parser import PRODUCT, SUM, Parser
from mathviz_chat.core.reading.tokens import Token
from mathviz_chat.core.reading.tree import (
    BigOperator,
    Derivative,
    Expr,
    Integral,
    Limit,
    Mul,
    Neg,
    Number,
    Symbol,
    TupleOf,
)

_ONE = Fraction(1)
_BRACKETS = ("(", "[", "{")


def leibniz(parser: Parser, token: Token) -> Expr:
    """``dy/dx``, ``d/dx(x^3)``, ``d^2/dx^2 x^3``; by two variables in turn."""
    dependent, variable, order, partial = token.value
    body: Expr
    body = Symbol(dependent) if dependent is not None else _differentiated(parser)
    if isinstance(variable, tuple):
        variable, inner = variable
        body = Derivative(body, inner, 1, partial, span=parser.span(token.start))
    return Derivative(body, variable, order, partial, span=parser.span(token.start))


def _differentiated(parser: Parser) -> Expr:
    first = parser.peek()
    body = parser.expression(PRODUCT)
    unclear = ReadError("It is not clear what is differentiated: use brackets.", first.start)
    if first.kind in _BRACKETS:
        if parser.multiplies(parser.peek()):
            raise unclear
        return body
    while parser.multiplies(parser.peek()):
        right = parser.expression(PRODUCT)
        if isinstance(right, TupleOf):
            raise unclear
        body = Mul(body, right, span=parser.span(first.start))
    following = parser.peek()
    if following.kind in ("+", "-", "+-"):
        after = parser.tokens[parser.place + 1]
        if after.kind != "LEIBNIZ":
            raise unclear
    elif following.kind in ("*", "/"):
        raise unclear
    return body


def integral(parser: Parser, token: Token) -> Expr:
    """``∫ x^2 dx``, ``\\int_0^1 x^2 \\, dx``, ``∫ dx/x``."""
    lower = upper = None
    while parser.at("_", "^"):
        sign = parser.next()
        if sign.kind == "_":
            lower = bound(parser)
        else:
            upper = bound(parser)
    if (lower is None) != (upper is None):
        raise ReadError("A limit of the integral is missing.", token.start)
    differential_last(parser, "DIFF")
    begin = parser.peek().start
    body: Expr = Number(_ONE) if parser.at("DIFF") else parser.expression()
    differential = parser.expect("DIFF", "The variable of integration, such as dx,")
    body = parser.divided(body, begin)
    span = parser.span(token.start)
    return Integral(body, differential.value, lower, upper, span=span)


def bound(parser: Parser) -> Expr:
    """A bound as TeX takes it: a group, or one number or name with its sign."""
    token = parser.peek()
    if token.kind == "{":
        return parser.group()
    if token.kind == "(":
        parser.next()
        return arguments(parser)[0]
    if token.kind in ("-", "+"):
        parser.next()
        inner = bound(parser)
        return inner if token.kind == "+" else Neg(inner, span=parser.span(token.start))
    if token.kind not in ("NUM", "NAME", "CONST", "frac", "VULGAR"):
        raise ReadError("A bound is missing here.", token.start)
    parser.next()
    return parser.prefix[token.kind](parser, token)


def limit(parser: Parser, token: Token) -> Expr:
    r"""``\lim_{x \to 0} f``, ``lim x->0 f``, ``lim(x->0) f``, ``lim(x->0, f)``."""
    closing = {"{": "}", "(": ")"}.get(parser.tokens[parser.place + parser.at("_")].kind)
    if parser.at("_"):
        parser.next()
    if closing is not None:
        parser.next()
    variable = parser.expect("NAME", "The variable of the limit").value
    parser.expect("->", "The arrow of the limit")
    point, side = _point(parser)
    if closing == ")" and parser.at(","):
        parser.next()
        body = parser.expression()
        parser.expect(")", "A closing bracket")
        return Limit(body, variable, point, side, span=parser.span(token.start))
    if closing is not None:
        parser.expect(closing, "A closing bracket")
    body = _term(parser, "lim")
    return Limit(body, variable, point, side, span=parser.span(token.start))


def _point(parser: Parser) -> tuple[Expr, str]:
    """The point and the side from which it is approached: ``0^+``, ``0+``, ``0^{-}``."""
    point = bound(parser)
    while parser.at("/") or (parser.at("^") and not _is_side(parser, 1)):
        raise ReadError("The point of the limit needs brackets.", parser.peek().start)
    if parser.at("^"):
        parser.next()
        braced = parser.at("{", "(")
        if braced:
            parser.next()
        side = parser.next().kind
        if braced:
            parser.next()
        return point, side
    if parser.at("+", "-") and parser.tokens[parser.place + 1].kind in ("}", ")", ","):
        return point, parser.next().kind
    return point, ""


def _is_side(parser: Parser, ahead: int) -> bool:
    kinds = [token.kind for token in parser.tokens[parser.place + ahead : parser.place + ahead + 3]]
    return kinds[:1] in (["+"], ["-"]) or kinds in (
        ["{", "+", "}"],
        ["{", "-", "}"],
        ["(", "+", ")"],
        ["(", "-", ")"],
    )


def _term(parser: Parser, kind: str) -> Expr:
    """The term after a limit or sum sign; a further term without brackets is not clear."""
    first = parser.peek()
    body = parser.expression(SUM)
    if parser.at("+", "-", "+-") and parser.tokens[parser.place + 1].kind != kind:
        raise ReadError("It is not clear how far this goes: use brackets.", first.start)
    return body


def big_operator(parser: Parser, token: Token) -> Expr:
    r"""``\sum_{k=1}^{n} k^2``."""
    parser.expect("_", "The lower bound")
    braced = parser.peek().kind
    if braced in ("{", "("):
        parser.next()
    index = _index(parser)
    parser.expect("=", "The first value of the index")
    if braced in ("{", "("):
        lower = parser.expression()
        parser.expect("}" if braced == "{" else ")", "A closing bracket")
    else:
        lower = bound(parser)
    parser.expect("^", "The upper bound")
    upper = bound(parser)
    operator = "sum" if token.kind == "∑" else "prod"
    body = _term(parser, token.kind)
    return BigOperator(operator, body, index, lower, upper, span=parser.span(token.start))


def _index(parser: Parser) -> str:
    token = parser.next()
    if token.kind == "NAME":
        return str(token.value)
    raise ReadError("The index of the sum is missing.", token.start)
