"""Differentials outside an integral: ``du = 2x dx``, ``dy/y = 2x dx``, ``M dx + N dy = 0``.

Such an equation says that one variable depends on the other: ``dy/y = 2x dx`` that y'/y = 2x. Every
term has one differential, and there are two of them in all.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.parser import SUM, Parser
from mathviz_chat.core.reading.tokens import Token
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Derivative,
    Expr,
    Mul,
    Neg,
    Number,
    RelOp,
    Symbol,
)

_FIRST: Final = ("x", "t")
"""What the other variable is taken to depend on; else it is the one that stands last."""
_ENDS: Final = frozenset(
    {",", ";", "and", "or", "&&", "=>", "<=>", "->", "so", "newline", "end", "END"}
)
_ONE: Final = Number(Fraction(1))
_ZERO: Final = Number(Fraction(0))


class _Term(NamedTuple):
    """``2x dx``: a factor and the variable of its differential."""

    factor: Expr
    name: str


def holds_differential(parser: Parser) -> bool:
    """Whether the equation ahead has a differential, before the next one begins."""
    for token in parser.tokens[parser.place :]:
        if token.kind == "d" or token.kind in _ENDS:
            return token.kind == "d"
    return False


def differential_last(parser: Parser, kind: str) -> None:
    r"""Has ``\frac{x dx}{x^2 + 1}``, which is ahead, read as ``\frac{x}{x^2 + 1} dx``.

    kind: of the differential's token.
    """
    start = parser.place
    if not parser.at("frac") or parser.tokens[start + 1].kind != "{":
        return
    middle = _closing(parser.tokens, start + 1)
    last = parser.tokens[middle - 1]
    if last.kind != kind or parser.tokens[middle + 1].kind != "{":
        return
    end = _closing(parser.tokens, middle + 1)
    above = parser.tokens[start : middle - 1]
    if len(above) == 2:  # nothing but the differential
        above.append(Token("NUM", _ONE, last.start, last.start, spaced=False))
    below = parser.tokens[middle : end + 1]
    parser.tokens[start : end + 1] = [*above, *below, last]


def _closing(tokens: list[Token], opening: int) -> int:
    """The place of the brace that closes the one at ``opening``."""
    depth = 0
    for place in range(opening, len(tokens)):
        depth += {"{": 1, "}": -1}.get(tokens[place].kind, 0)
        if depth == 0:
            return place
    raise ReadError("A closing brace is missing.", tokens[opening].start)


def differentials(parser: Parser) -> Chain:
    """The equation between differentials that is ahead."""
    start = parser.peek().start
    left = _side(parser)
    parser.expect("=", "The sign = after a differential")
    right = _side(parser)
    names = [term.name for term in (*left, *right)]
    if len(set(names)) != 2:
        raise ReadError("An equation between differentials has two of them.", start)
    below = _independent(left, right)
    sides = tuple(_by_derivative(side, below) for side in (left, right))
    return Chain(sides, (RelOp.EQ,), span=parser.span(start))


def _independent(left: list[_Term], right: list[_Term]) -> str:
    names = [term.name for term in (*left, *right)]
    is_slope = len(left) == len(right) == 1 and left[0].factor == _ONE
    wanted = [] if is_slope else [name for name in _FIRST if name in names]
    return wanted[0] if wanted else names[-1]


def _side(parser: Parser) -> list[_Term]:
    """The terms of one side; none where it is 0."""
    if parser.at("NUM") and parser.peek().value == _ZERO:
        parser.next()
        return []
    terms: list[_Term] = []
    while not terms or parser.at("+", "-"):
        negative = parser.at("-")
        if parser.at("+", "-"):
            parser.next()
        term = _term(parser)
        terms.append(term._replace(factor=Neg(term.factor)) if negative else term)
    return terms


def _term(parser: Parser) -> _Term:
    first = parser.peek()
    differential_last(parser, "d")
    factor: Expr = _ONE if parser.at("d") else parser.expression(SUM)
    name = parser.expect("d", "The differential, such as dx,").value
    return _Term(parser.divided(factor, first.start), name)


def _by_derivative(terms: list[_Term], below: str) -> Expr:
    total: Expr | None = None
    for term in terms:
        slope = Derivative(Symbol(term.name), below)
        part = term.factor if term.name == below else _times(term.factor, slope)
        total = part if total is None else Add(total, part)
    return _ZERO if total is None else total


def _times(factor: Expr, slope: Expr) -> Expr:
    return slope if factor == _ONE else Mul(factor, slope)
