"""Round, square and curly brackets: grouping, tuples, intervals, sets, matrices."""

from __future__ import annotations

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.evaluated import between
from mathviz_chat.core.reading.operands import numeral
from mathviz_chat.core.reading.parser import Parser
from mathviz_chat.core.reading.tokens import Token
from mathviz_chat.core.reading.tree import (
    Const,
    Constant,
    Derivative,
    Expr,
    Interval,
    Matrix,
    Neg,
    Number,
    SetOf,
    TupleOf,
)
from mathviz_chat.core.reading.walking import symbols
from mathviz_chat.core.reading.words import GREEK


def items_until(parser: Parser, *closing: str, outward: bool = False) -> tuple[list[Expr], Token]:
    """Expressions separated by commas, and the bracket that closed them."""
    saved = parser.enter(outward)
    items = [parser.expression()]
    while parser.at(",", ";"):
        parser.next()
        items.append(parser.expression())
    closed = parser.peek()
    if closed.kind not in closing:
        raise ReadError("A closing bracket is missing here.", closed.start)
    parser.next()
    parser.leave(saved)
    return items, closed


def round_brackets(parser: Parser, token: Token) -> Expr:
    """``(x + 1)``, ``(1, 2)``, ``(1, 2]``, ``(1, oo)``, ``(x^3)'``."""
    items, closed = items_until(parser, ")", "]")
    span = parser.span(token.start)
    if closed.kind == "]" or (len(items) == 2 and any(_is_infinite(item) for item in items)):
        return _interval(items, False, closed.kind == "]", token, parser)
    if len(items) > 1:
        return TupleOf(tuple(items), span=span)
    _check_thousands(parser, items[0], token, closed)
    if parser.at("_") and isinstance(items[0], Number):
        return numeral(parser, parser.tokens[parser.place - 2], token)
    if parser.at("'") and not parser.peek().spaced:
        return _primed(parser, items[0], token)
    return items[0]


def _check_thousands(parser: Parser, item: Expr, token: Token, closed: Token) -> None:
    """``(100,200)`` may be a point, ``(1,000)`` is not."""
    inside = parser.text[token.end : closed.start]
    if isinstance(item, Number) and "," in inside and "{" not in inside and ",0" not in inside:
        raise ReadError("The comma may separate thousands or the parts of a point.", token.end)


def _primed(parser: Parser, body: Expr, token: Token) -> Expr:
    order = 0
    while parser.at("'"):
        parser.next()
        order += 1
    names = symbols(body)
    if order > 9:
        raise ReadError("A derivative beyond the ninth is not read.", token.start)
    if len(names) != 1 or not (len(min(names)) == 1 or min(names) in GREEK):
        raise ReadError("It is not clear by which variable this is differentiated.", token.start)
    return Derivative(body, min(names), order, span=parser.span(token.start))


def _is_infinite(node: Expr) -> bool:
    return (node.arg if isinstance(node, Neg) else node) == Constant(Const.INFINITY)


def _interval(
    items: list[Expr], lower_closed: bool, upper_closed: bool, token: Token, parser: Parser
) -> Expr:
    if len(items) != 2:
        raise ReadError("An interval has two ends.", token.start)
    lower, upper = items
    return Interval(lower, upper, lower_closed, upper_closed, span=parser.span(token.start))


def square_brackets(parser: Parser, token: Token) -> Expr:
    """``[1, 2]``, ``[1, 2)``, ``[x + 1]`` as grouping, ``[[1, 2], [3, 4]]``."""
    if parser.at("["):
        return _rows(parser, token)
    items, closed = items_until(parser, "]", ")", "[")
    if closed.kind == "]" and len(items) == 1:
        return between(parser, items[0], closed) if parser.at("_") else items[0]
    if closed.kind == "]" and len(items) > 2:
        return TupleOf(tuple(items), span=parser.span(token.start))
    return _interval(items, True, closed.kind == "]", token, parser)


def outward_brackets(parser: Parser, token: Token) -> Expr:
    """``]1, 2[`` and ``]1, 2]``."""
    items, closed = items_until(parser, "[", "]", outward=True)
    return _interval(items, False, closed.kind == "]", token, parser)


def _rows(parser: Parser, token: Token) -> Expr:
    rows: list[tuple[Expr, ...]] = []
    while True:
        parser.expect("[", "A row of the matrix")
        rows.append(tuple(items_until(parser, "]")[0]))
        if not parser.at(","):
            break
        parser.next()
    parser.expect("]", "A closing bracket")
    return _matrix(rows, parser, token)


def _matrix(rows: list[tuple[Expr, ...]], parser: Parser, token: Token) -> Matrix:
    if len({len(row) for row in rows}) != 1:
        raise ReadError("The rows of the matrix differ in length.", token.start)
    return Matrix(tuple(rows), span=parser.span(token.start))


def environment(parser: Parser, token: Token) -> Expr:
    r"""``\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}``."""
    if token.value not in ("matrix", "pmatrix", "bmatrix"):
        raise ReadError("This environment is not read within a formula.", token.start)
    rows: list[tuple[Expr, ...]] = []
    row = [parser.expression()]
    while not parser.at("end"):
        sign = parser.next()
        if sign.kind == "newline":
            rows.append(tuple(row))
            if parser.at("end"):
                row = []
                break
            row = []
        elif sign.kind != "&":
            raise ReadError("The matrix is not read from here on.", sign.start)
        row.append(parser.expression())
    closing = parser.expect("end", "The end of the matrix")
    if closing.value != token.value:
        raise ReadError("The environment ends by another name.", closing.start)
    if row:
        rows.append(tuple(row))
    return _matrix(rows, parser, token)


def curly_brackets(parser: Parser, token: Token) -> Expr:
    """``{1, 2}`` is a set in plain text and a group in LaTeX."""
    if parser.latex:
        parser.place -= 1
        return parser.group()
    return _set(parser, token, "}")


def latex_set(parser: Parser, token: Token) -> Expr:
    return _set(parser, token, "\\}")


def _set(parser: Parser, token: Token, closing: str) -> Expr:
    if parser.at(closing):
        parser.next()
        return SetOf((), span=parser.span(token.start))
    items, _ = items_until(parser, closing)
    return SetOf(tuple(items), span=parser.span(token.start))


def empty_set(parser: Parser, token: Token) -> Expr:
    return SetOf((), span=parser.span(token.start))


def reals(parser: Parser, token: Token) -> Expr:
    """The set of all real numbers, as an interval."""
    infinity = Constant(Const.INFINITY)
    return Interval(Neg(infinity), infinity, False, False, span=parser.span(token.start))
