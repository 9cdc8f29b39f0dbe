"""Functions that are defined piece by piece: LaTeX's cases, and the plain form of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.parser import Parser
from mathviz_chat.core.reading.tokens import Token
from mathviz_chat.core.reading.tree import Expr, Piecewise, Statement, Truth

ENVIRONMENTS: Final = ("cases", "dcases", "rcases")
CONDITION_WORDS: Final = ("if", "for", "when", "where", "whenever")
OTHERWISE: Final = ("otherwise", "else")
WORDS_OF_CASES: Final = dict.fromkeys(CONDITION_WORDS, "if") | dict.fromkeys(OTHERWISE, "otherwise")
"""Kinds of tokens, for words in ``\\text`` within the environment."""

Piece = tuple[Expr, Statement]


def environment(
    parser: Parser, token: Token, condition: Callable[[Parser], Statement]
) -> Piecewise:
    r"""``\begin{cases} x^2 & x > 0 \\ -x & \text{otherwise} \end{cases}``, after its beginning."""
    pieces = [_row(parser, condition)]
    while parser.at("newline"):
        parser.next()
        if not parser.at("end"):
            pieces.append(_row(parser, condition))
    parser.expect("end", "The end of the cases")
    return _checked(pieces, parser, token)


def _row(parser: Parser, condition: Callable[[Parser], Statement]) -> Piece:
    value = parser.expression()
    while parser.at(",", "&"):
        parser.next()
    piece = (value, _condition(parser, condition))
    while parser.at(",", ";"):
        parser.next()
    return piece


def written_out(
    parser: Parser, token: Token, condition: Callable[[Parser], Statement]
) -> Piecewise:
    """``cases(x^2, x > 0; -x, otherwise)``."""
    parser.expect("(", "A bracket")
    saved = parser.enter()
    pieces: list[Piece] = []
    while not pieces or parser.at(";"):
        if pieces:
            parser.next()
        value = parser.expression()
        parser.expect(",", "A comma before the condition")
        pieces.append((value, _condition(parser, condition)))
    parser.expect(")", "A closing bracket")
    parser.leave(saved)
    return _checked(pieces, parser, token)


def _condition(parser: Parser, condition: Callable[[Parser], Statement]) -> Statement:
    if parser.at("if"):
        parser.next()
    following = parser.peek()
    if parser.at("otherwise") or (following.kind == "NAME" and following.value in OTHERWISE):
        parser.next()
        return Truth(True)
    return condition(parser)


def _checked(pieces: list[Piece], parser: Parser, token: Token) -> Piecewise:
    if any(found == Truth(True) for _, found in pieces[:-1]):
        raise ReadError("A case follows after the one for all others.", token.start)
    return Piecewise(tuple(pieces), span=parser.span(token.start))
