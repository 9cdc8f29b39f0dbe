"""Known functions: with and without brackets, powers and inverses, bases of logarithms."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.reading.error import ReadError
from mathviz_chat.core.reading.operands import arguments, latex_argument, radicand
from mathviz_chat.core.reading.parser import PRODUCT, Parser
from mathviz_chat.core.reading.tokens import Token
from mathviz_chat.core.reading.tree import (
    Abs,
    Call,
    Const,
    Constant,
    Derivative,
    Expr,
    Integral,
    Log,
    Mul,
    Neg,
    Number,
    Pow,
    Root,
    Symbol,
)
from mathviz_chat.core.reading.words import INVERSES, UNBRACKETED

_ONE = Number(Fraction(1))
_USUAL_BASES = (Number(Fraction(2)), Number(Fraction(10)))
_ARGUMENT_PARTS = frozenset(["NAME", "CONST", "√", "∛", "frac", "VULGAR"])
_VALUE_NAMES = frozenset(["det", "gcd", "lcm"])
_COUNTS = {
    "binomial": (2, 2),
    "root": (2, 2),
    "gcd": (2, 9),
    "lcm": (2, 9),
    "max": (1, 99),
    "min": (1, 99),
    "integral": (2, 4),
    "partial": (2, 3),
    "cross": (2, 2),
}


def function(parser: Parser, token: Token) -> Expr:
    """A known function with its power (``sin^2 x``), base and argument.

    ``det = 3*7 - 5*2`` and ``LCM = 36`` name the value that the function has.
    """
    if token.value in _VALUE_NAMES and parser.peek().kind in ("=", "~="):
        return Symbol(str(token.value), span=parser.span(token.start))
    base = _base(parser, token)
    power = None
    if parser.at("^"):
        parser.next()
        power = parser.exponent()
        base = base or _base(parser, token)
    name = token.value
    if name == "grad" and power is not None:
        raise ReadError("The Laplace operator is not read.", token.start)
    if power == Neg(_ONE):
        if name not in INVERSES:
            raise ReadError("It is not clear whether this is an inverse or a power.", token.end)
        name, power = INVERSES[name], None
    elif isinstance(power, Neg):
        raise ReadError("A negative power of a function is not clear.", token.end)
    args = _arguments(parser, name)
    node = _build(parser, name, args, base, token)
    return node if power is None else Pow(node, power, span=parser.span(token.start))


def _base(parser: Parser, token: Token) -> Expr | None:
    """``log_2 8``, ``log₂ 8``, ``\\log_{10} x``; ``log10(x)`` as programs write it."""
    if token.value != "log":
        return None
    if parser.at("_"):
        parser.next()
        following = parser.peek()
        if following.kind in ("NUM", "NAME", "CONST"):
            parser.next()
            return parser.prefix[following.kind](parser, following)
        if following.kind == "(":
            parser.next()
            return arguments(parser)[0]
        return latex_argument(parser)
    following, after = (
        parser.tokens[parser.place],
        parser.tokens[min(parser.place + 1, len(parser.tokens) - 1)],
    )
    if (
        following.kind == "NUM"
        and not following.spaced
        and after.kind == "("
        and following.value in _USUAL_BASES
    ):
        parser.next()
        return Number(following.value.value)
    return None


def _arguments(parser: Parser, name: str) -> tuple[Expr, ...]:
    following = parser.peek()
    if following.kind == "(":
        parser.next()
        return arguments(parser)
    if following.kind == "{":
        return (parser.group(),)
    if name in ("sqrt", "cbrt"):
        return (radicand(parser),)
    if name not in UNBRACKETED:
        raise ReadError("The function's arguments are missing: put brackets.", following.start)
    return (_unbracketed(parser),)


def _unbracketed(parser: Parser) -> Expr:
    """``sin 2x``, ``ln x^2``: the argument is the product up to a sign or another function."""
    start = parser.peek().start
    if parser.at("-"):
        parser.next()
        inner = _unbracketed(parser)
        return Neg(inner, span=parser.span(start))
    node = parser.expression(PRODUCT)
    while parser.peek().kind in _ARGUMENT_PARTS:
        right = parser.expression(PRODUCT)
        node = Mul(node, right, span=parser.span(start))
    following = parser.peek()
    if following.kind == "(" and _holds_function(parser):
        return node
    if following.kind == "(" or (following.kind == "|" and parser.bars == 0):
        raise ReadError("It is not clear how far the argument goes: use brackets.", following.start)
    unclear = following.kind in ("/", "*") and not following.spaced
    if unclear and not _goes_on_to_function(parser):
        raise ReadError("It is not clear how far the argument goes: use brackets.", following.start)
    return node


def _holds_function(parser: Parser) -> bool:
    """``sin x (1 + cos x)``: a bracket that holds a value of a function is none of the argument."""
    depth = 0
    for token in parser.tokens[parser.place :]:
        depth += (token.kind == "(") - (token.kind == ")")
        if token.kind == "FUNC":
            return True
        if depth <= 0:
            return False
    return False


def _goes_on_to_function(parser: Parser) -> bool:
    """``ln 2/ln 3``, ``ln 2/(ln 3 - ln 2)``, ``sin x·cos x``: not within the argument."""
    depth = 0
    for token in parser.tokens[parser.place + 1 :]:
        depth += (token.kind == "(") - (token.kind == ")")
        if token.kind == "FUNC":
            return True
        if depth <= 0:
            return False
    return False


def _build(
    parser: Parser, name: str, args: tuple[Expr, ...], base: Expr | None, token: Token
) -> Expr:
    span = parser.span(token.start)
    least, most = _COUNTS.get(name, (1, 2 if name == "log" and base is None else 1))
    if not least <= len(args) <= most:
        raise ReadError("The function has another number of arguments.", token.start)
    if name == "ln":
        return Log(args[0], Constant(Const.E), span=span)
    if name == "lg":
        return Log(args[0], Number(Fraction(10)), span=span)
    if name == "log":
        if base is None and len(args) == 1:
            return Call("log", args, span=span)
        return Log(args[0], base if base is not None else args[1], span=span)
    if name == "abs":
        return Abs(args[0], span=span)
    if name in ("sqrt", "cbrt"):
        return Root(args[0], Number(Fraction(2 if name == "sqrt" else 3)), span=span)
    if name == "integral":
        return Integral(args[0], _variable(args[1], token), *args[2:], span=span)
    if name == "partial":
        order = int(args[2].value) if len(args) == 3 and isinstance(args[2], Number) else 1
        return Derivative(args[0], _variable(args[1], token), order, True, span=span)
    if name == "root":
        return Root(args[0], args[1], span=span)
    return Call(name, args, span=span)


def _variable(node: Expr, token: Token) -> str:
    if isinstance(node, Symbol):
        return node.name
    raise ReadError("The second argument is the name of a variable.", token.start)
