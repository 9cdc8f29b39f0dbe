"""Names as operands: variables, constants, functions by their letter with primes and inverses."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.operands import arguments
from mathviz_chat.core.reading.parser import Parser, is_word
from mathviz_chat.core.reading.tokens import Token
from mathviz_chat.core.reading.tree import Call, Constant, Expr, Number, Span, Symbol
from mathviz_chat.core.reading.words import FUNCTION_LETTERS

INVERSE: Final = "^-1"
"""Ends the name of an inverse function, ``f^-1``."""

_EVENT_SIGNS = frozenset([")", "union", ","])


def constant(parser: Parser, token: Token) -> Expr:
    return Constant(token.value, span=Span(token.start, token.end))


def name(parser: Parser, token: Token) -> Expr:
    """A variable, or a function with its primes and arguments."""
    primes = 0
    while parser.at("'") and not parser.peek().spaced:
        parser.next()
        primes += 1
    if primes and is_word(token):
        raise ReadError("A prime stands after a function's letter only.", token.end)
    if primes > 9:
        raise ReadError("A derivative beyond the ninth is not read.", token.start)
    following = parser.peek()
    applied = primes or is_function(parser, token) or _is_event(parser, token)
    if following.kind == "(" and applied:
        parser.next()
        args = arguments(parser)
        return Call(token.value, args, primes, span=parser.span(token.start))
    if following.kind == "^" and is_function(parser, token):
        exponent = _exponent_before_bracket(parser)
        if exponent:
            return _inverse(parser, token, exponent)
    if primes:
        return Call(token.value, (), primes, span=parser.span(token.start))
    if token.value == "C" and following.kind == "(" and _is_pair(parser):
        parser.next()
        return Call("binomial", arguments(parser), span=parser.span(token.start))
    return Symbol(token.value, span=Span(token.start, token.end))


def is_function(parser: Parser, token: Token) -> bool:
    names, word = parser.names, token.value
    if word in names.functions:
        return True
    return word.split("_")[0] in FUNCTION_LETTERS and word not in names.variables


def _is_event(parser: Parser, token: Token) -> bool:
    """``P(A)``: the probability of an event, which has a capital letter or is in words."""
    inside, after = (parser.tokens[min(parser.place + k, len(parser.tokens) - 1)] for k in (1, 2))
    capital = inside.kind == "NAME" and inside.value[0].isupper() and after.kind in _EVENT_SIGNS
    return token.value in ("P", "Pr") and (capital or inside.kind == "TEXT")


def _exponent_before_bracket(parser: Parser) -> list[str]:
    """The exponent's tokens by kind in ``f^{-1}(x)``, ``f^2(x)``; none without a bracket."""
    kinds = [token.kind for token in parser.tokens[parser.place + 1 : parser.place + 6]]
    exponents = (
        ["NUM"],
        ["-", "NUM"],
        ["(", "-", "NUM", ")"],
        ["{", "NUM", "}"],
        ["{", "-", "NUM", "}"],
    )
    return next((one for one in exponents if kinds[: len(one) + 1] == [*one, "("]), [])


def _inverse(parser: Parser, token: Token, exponent: list[str]) -> Expr:
    """``f^{-1}(x)`` is the inverse function; any other power of a function's name is not read."""
    ahead = parser.tokens[parser.place + 1 + exponent.index("NUM")]
    if "-" not in exponent or ahead.value != Number(Fraction(1)):
        reason = "This power of a function is not clear: the square of its value, or applied twice?"
        raise ReadError(reason, parser.peek().start)
    parser.place += len(exponent) + 2
    args = arguments(parser)
    return Call(token.value + INVERSE, args, span=parser.span(token.start))


def _is_pair(parser: Parser) -> bool:
    """Whether the bracket ahead holds exactly one comma of its own."""
    depth = commas = 0
    for token in parser.tokens[parser.place :]:
        if token.kind in ("(", "[", "{"):
            depth += 1
        elif token.kind in (")", "]", "}"):
            depth -= 1
            if depth == 0:
                return commas == 1
        elif token.kind == "," and depth == 1:
            commas += 1
    return False


def words(parser: Parser, token: Token) -> Expr:
    """Words in ``\\text{...}`` or in quotes: the name of a quantity."""
    return Symbol(token.value, span=Span(token.start, token.end))
