"""Operands: numbers, money, brackets, fractions, roots."""

from __future__ import annotations

import string
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.parser import POSTFIX, Parser
from mathviz_chat.core.reading.tokens import Token
from mathviz_chat.core.reading.tree import (
    Abs,
    Call,
    Derivative,
    Div,
    Expr,
    Mixed,
    Mul,
    Neg,
    Number,
    Numeral,
    PlusMinus,
    Pow,
    Quantity,
    RepeatingDecimal,
    Root,
    Span,
    Symbol,
)
from mathviz_chat.core.reading.words import GREEK

MAX_BASE: Final = 36

_D = Symbol("d")
_VARIABLES = GREEK | frozenset(string.ascii_letters)

# ---------------------------------------------------------------------------- signs


def minus(parser: Parser, token: Token) -> Expr:
    """``-`` binds like a product: ``-3^2`` is -(3^2), ``-2x`` is -(2x), ``2 / -x`` is 2 / (-x)."""
    begin = parser.peek().start
    arg = parser.signed_operand()
    parser.check_remainder(arg, begin)
    return Neg(arg, span=parser.span(token.start))


def plus(parser: Parser, token: Token) -> Expr:
    return parser.signed_operand()


def plus_minus(parser: Parser, token: Token) -> Expr:
    arg = parser.signed_operand()
    return PlusMinus(None, arg, token.kind == "-+", span=parser.span(token.start))


# ---------------------------------------------------------------------------- numbers


def number(parser: Parser, token: Token) -> Expr:
    """A numeral, or the mixed number that it begins."""
    if not isinstance(token.value, Number):
        repeating: RepeatingDecimal = token.value
        return replace(repeating, span=Span(token.start, token.end))
    following = parser.peek()
    if following.kind == "_":
        return numeral(parser, token, token)
    if token.value.places is None and following.kind in ("NUM", "VULGAR", "frac", "NAME"):
        mixed = _mixed(parser, token, following)
        if mixed is not None:
            return mixed
    return Number(token.value.value, token.value.places, span=Span(token.start, token.end))


def numeral(parser: Parser, digits: Token, begin: Token) -> Expr:
    """``1011_2``, ``(1011)_2``: digits and their base; ``begin`` is where it starts."""
    sign = parser.next()
    braced = parser.at("{")
    if braced:
        parser.next()
    index = parser.expect("NUM", "The base")
    if braced:
        parser.expect("}", "A closing brace")
    written, base = parser.text[digits.start : digits.end], index.value
    if not isinstance(base, Number) or base.places is not None or not 2 <= base.value <= MAX_BASE:
        raise ReadError("A number in this base is not read.", sign.start)
    if parser.text[index.start] == "0" or not (written.isascii() and written.isdigit()):
        raise ReadError("A number in this base is not read.", sign.start)
    if any(digit >= base.value for digit in map(int, written)):
        raise ReadError("A digit of the number is too large for its base.", sign.start)
    value = Fraction(int(written, int(base.value)))
    return Numeral(value, written, int(base.value), span=parser.span(begin.start))


def _mixed(parser: Parser, token: Token, following: Token) -> Expr | None:
    """``3 1/2``, ``3½``, ``3\\frac12``; also ``5C2``, which begins the same way."""
    whole = int(token.value.value)
    if following.kind == "VULGAR":
        parser.next()
        return Mixed(whole, *following.value, span=parser.span(token.start))
    if following.kind == "NAME":
        return _combinations(parser, token, following)
    if following.kind == "NUM":
        top, slash, bottom = (
            parser.tokens[min(parser.place + k, len(parser.tokens) - 1)] for k in range(3)
        )
        if slash.kind != "/" or bottom.kind != "NUM" or not following.spaced:
            return None
        values, length = (top.value, bottom.value), 3
    else:
        found = _numeric_fraction(parser)
        if found is None:
            return None
        *pair, length = found
        values = (pair[0], pair[1])
    if not all(isinstance(v, Number) and v.places is None for v in values):
        return None
    numerator, denominator = int(values[0].value), int(values[1].value)
    if not 0 < numerator < denominator:
        raise ReadError("The fraction after the whole number is not proper.", following.start)
    parser.place += length
    return Mixed(whole, numerator, denominator, span=parser.span(token.start))


def _numeric_fraction(parser: Parser) -> tuple[Number, Number, int] | None:
    """The numbers of ``\\frac{1}{2}`` or ``\\frac12`` ahead, and how many tokens they take."""
    tokens, place = parser.tokens, parser.place + 1
    if tokens[place].kind == "NUM":
        digits = parser.text[tokens[place].start : tokens[place].end]
        if len(digits) == 2 and digits.isdigit():
            top, bottom = (Number(Fraction(int(d))) for d in digits)
            return top, bottom, 2
        return None
    kinds = [token.kind for token in tokens[place : place + 6]]
    if kinds == ["{", "NUM", "}", "{", "NUM", "}"]:
        return tokens[place + 1].value, tokens[place + 4].value, 7
    return None


def _combinations(parser: Parser, token: Token, following: Token) -> Expr | None:
    letter, _, chosen_text = following.value.partition("_")
    if letter not in ("C", "P") or not chosen_text.isdigit() or following.spaced:
        return None
    if following.value in parser.names.variables:  # C_1 e^x + 2C_2
        return None
    if letter == "P":
        raise ReadError("This may be a number of arrangements or a product.", token.start)
    parser.next()
    chosen = Number(Fraction(int(chosen_text)))
    upper = Number(token.value.value)
    return Call("binomial", (upper, chosen), span=parser.span(token.start))


def vulgar(parser: Parser, token: Token) -> Expr:
    top, bottom = (Number(Fraction(part)) for part in token.value)
    return Div(top, bottom, span=Span(token.start, token.end))


def money(parser: Parser, token: Token) -> Expr:
    """``$5``, ``$(3 + 2)``; ``$12/hour`` and ``$12 per hour`` where the lexer found a rate."""
    following = parser.peek()
    if following.kind == "NUM":
        value = number(parser, parser.next())
    elif following.kind == "(":
        parser.next()
        values = arguments(parser)
        if len(values) != 1:
            raise ReadError("An amount is one number.", following.start)
        (value,) = values
    else:
        raise ReadError("An amount is missing after the sign of the currency.", following.start)
    unit = token.value
    if parser.at("RATE"):
        unit += parser.next().value
    return Quantity(value, unit, span=parser.span(token.start))


# ---------------------------------------------------------------------------- brackets


def arguments(parser: Parser) -> tuple[Expr, ...]:
    """The arguments up to the closing bracket; the opening one has been read."""
    saved = parser.enter()
    items = [parser.expression()]
    while parser.at(",", ";"):
        parser.next()
        items.append(parser.expression())
    parser.expect(")", "A closing bracket")
    parser.leave(saved)
    return tuple(items)


def bars(parser: Parser, token: Token) -> Expr:
    """``|x|``: a bar that stands where a value is expected opens, the next after a value closes."""
    parser.bars += 1
    inner = parser.expression()
    parser.expect("|", "A closing bar")
    parser.bars -= 1
    return Abs(inner, span=parser.span(token.start))


def latex_bars(parser: Parser, token: Token) -> Expr:
    saved = parser.enter()
    inner = parser.expression()
    parser.expect("|)", "A closing bar")
    parser.leave(saved)
    return Abs(inner, span=parser.span(token.start))


def rounding(parser: Parser, token: Token) -> Expr:
    saved = parser.enter()
    inner = parser.expression()
    parser.expect("⌋" if token.kind == "⌊" else "⌉", "A closing bracket")
    parser.leave(saved)
    function = "floor" if token.kind == "⌊" else "ceil"
    return Call(function, (inner,), span=parser.span(token.start))


def boxed(parser: Parser, token: Token) -> Expr:
    """``\\boxed{...}`` inside a formula groups, and what it holds is remembered."""
    inner = parser.group()
    parser.boxed.append(inner)
    return inner


# ---------------------------------------------------------------------------- fractions, roots


def fraction(parser: Parser, token: Token) -> Expr:
    """``\\frac{a}{b}``, ``\\frac12``, ``\\frac1{20}``."""
    found = _numeric_fraction_at(parser)
    if found is not None:
        return Div(*found, span=parser.span(token.start))
    top = latex_argument(parser)
    bottom = latex_argument(parser)
    span = parser.span(token.start)
    if isinstance(bottom, Mul) and _leading_factor(bottom) == _leading_factor(top) == _D:
        return _leibniz(top, bottom, span)
    return Div(top, bottom, span=span)


def _leading_factor(node: Expr) -> Expr:
    while isinstance(node, Mul):
        node = node.left
    return node.base if isinstance(node, Pow) else node


def _leibniz(top: Expr, bottom: Mul, span: Span) -> Expr:
    r"""``\frac{d(x^2)}{dx}``; what else looks like it is not read as a quotient."""
    variable = bottom.right
    name = variable.name if isinstance(variable, Symbol) else ""
    if isinstance(top, Mul) and top.left == bottom.left == _D and name in _VARIABLES:
        return Derivative(top.right, name, span=span)
    raise ReadError("This derivative is not read: put what is differentiated after it.", span.start)


def _numeric_fraction_at(parser: Parser) -> tuple[Number, Number] | None:
    """``\\frac12``: two digits are the two numbers; three are not read."""
    token = parser.peek()
    if token.kind != "NUM":
        return None
    digits = parser.text[token.start : token.end]
    if len(digits) == 2 and digits.isdigit():
        parser.next()
        top, bottom = (
            Number(Fraction(int(d)), span=Span(token.start + k, token.start + k + 1))
            for k, d in enumerate(digits)
        )
        return top, bottom
    return None


def latex_argument(parser: Parser) -> Expr:
    """A group in braces or one single sign, as TeX takes it."""
    token = parser.peek()
    if token.kind == "{":
        return parser.group()
    if token.kind == "NUM" and token.end - token.start > 1:
        raise ReadError("Put braces around the numbers.", token.start)
    if token.kind not in ("NUM", "NAME", "CONST"):
        raise ReadError("A group in braces is missing here.", token.start)
    parser.next()
    return parser.prefix[token.kind](parser, token)


def binomial(parser: Parser, token: Token) -> Expr:
    top, bottom = latex_argument(parser), latex_argument(parser)
    return Call("binomial", (top, bottom), span=parser.span(token.start))


def root(parser: Parser, token: Token) -> Expr:
    """``√2``, ``√(x+1)``, ``∛8``, ``\\sqrt{x}``, ``\\sqrt[3]{x}``."""
    index: Expr = Number(Fraction({"∛": 3, "∜": 4}.get(token.kind, 2)))
    latex = parser.text[token.start] == "\\"
    if latex:
        if parser.at("["):
            parser.next()
            index = parser.expression()
            parser.expect("]", "A closing bracket")
        if parser.at("{"):
            inner = parser.group()
            return Root(inner, index, span=parser.span(token.start))
    return Root(radicand(parser, latex), index, span=parser.span(token.start))


def radicand(parser: Parser, latex: bool = False) -> Expr:
    """One operand after a root sign without braces; what might belong to it is refused.

    latex: as TeX takes it, ``\\sqrt2x`` is the root of 2 times x.
    """
    first = parser.peek()
    if first.kind not in ("NUM", "NAME", "CONST", "(", "{", "|", "√", "∛", "VULGAR"):
        raise ReadError("The number under the root is missing.", first.start)
    inner = parser.expression(POSTFIX)
    following = parser.peek()
    single = latex and first.kind == "NUM" and first.end - first.start == 1
    joined = not following.spaced and not single and following.kind in ("NAME", "CONST", "!", "%")
    if following.kind == "^" or (joined and first.kind != "("):
        raise ReadError("It is not clear how far the root goes: use brackets.", following.start)
    return inner
