"""Noun phrases that name a value: ``the remainder when 7 is divided by 3``."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots, spoken
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.slots import Slots
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Chain,
    Derivative,
    Div,
    Expr,
    Log,
    Mul,
    Neg,
    Number,
    Percent,
    Pow,
    Sub,
    TupleOf,
)

ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "1st": 1, "2nd": 2, "3rd": 3}

Builder: TypeAlias = Callable[[Slots, re.Match[str]], Expr | None]
"""From the match of a phrase to the value that it names."""

_M = slots.MATHS
_THE = r"(?:the\s+)?"
_COMMON = rf"{_THE}(?:greatest|highest|largest|biggest)\s+common\s+(?:divisor|factor)"
_MULTIPLE = rf"{_THE}(?:least|lowest|smallest)\s+common\s+multiple"
_A_B = rf"(?P<a>{_M})\s+(?:and|&)\s+(?P<b>{_M})"
_DERIVATIVE = (
    rf"{_THE}(?:(?P<order>{'|'.join(ORDINALS)})\s+)?derivative\s+of\s+(?P<body>{_M})"
    rf"(?:\s+(?:with\s+respect\s+to|wrt)\s+(?P<name>{slots.NAME}))?"
)


def _pair(build: Callable[[Expr, Expr], Expr | None]) -> Builder:
    def builder(reader: Slots, match: re.Match[str]) -> Expr | None:
        left, right = reader.expression(match["a"]), reader.expression(match["b"])
        if left is None or right is None or isinstance(left, Percent) or isinstance(right, Percent):
            return None  # "15% more than 80" is 15% of the 80
        built = build(left, right)
        open_end = _is_open(right, match["b"]) and not _is_open(left, match["a"])
        if isinstance(built, Log) and _OPERATION.search(match["a"]):
            return None  # "log base 3 of 81 times 2"
        if isinstance(built, Call) and _SPOKEN.search(match["b"]):
            return None  # "divided by 8 plus 1"
        return None if open_end and isinstance(built, Mul | Div) else built

    return builder


_SPOKEN: Final = LazyPattern(r"\b(?:plus|minus|times|divided|multiplied|over)\b", re.IGNORECASE)
_OPERATION: Final = LazyPattern(
    r"\b(?:plus|minus|times|divided|multiplied|over)\b|[*×·÷+]|\s-\s", re.IGNORECASE
)
"""An operation after a phrase such as ``the square of``: where it ends is unclear."""


def _is_open(value: Expr, text: str) -> bool:
    """A sum without brackets: ``the product of 2 and 3 plus 4`` may end before the "plus"."""
    return isinstance(value, Add | Sub) and not text.strip().startswith("(")


def _scaled(factor: Fraction) -> Builder:
    def builder(reader: Slots, match: re.Match[str]) -> Expr | None:
        value = reader.expression(match["a"])
        if value is None or _is_open(value, match["a"]):
            return None
        return Mul(number(factor), value)

    return builder


def _call(name: str) -> Builder:
    def builder(reader: Slots, match: re.Match[str]) -> Expr | None:
        items = listed(reader, match["a"])
        return Call(name, items) if len(items) >= 2 else None

    return builder


def _derivative(reader: Slots, match: re.Match[str]) -> Expr | None:
    body = reader.expression(match["body"])
    if body is None:
        return None
    names = reader.names(match["name"]) if match["name"] else variables(body)
    if len(names) > 1 and set(names) & set(reader.parameters):
        names = tuple(name for name in names if name in reader.parameters)
    if len(names) != 1:
        return None
    return Derivative(body, names[0], ORDINALS[(match["order"] or "first").lower()])


def _common_denominator(left: Expr, right: Expr) -> Expr | None:
    """Of fractions and whole numbers; 0.5 has none as it is written, and 1/0 is no number."""
    below = denominator(left), denominator(right)
    decimal = any(isinstance(one, Number) and one.value.denominator > 1 for one in (left, right))
    return None if decimal or Number(Fraction(0)) in below else Call("lcm", below)


def denominator(expr: Expr) -> Expr:
    """The denominator of a fraction as it is written; 1 for anything else."""
    if isinstance(expr, Div):
        return expr.right
    inner = getattr(expr, "arg", None)
    if isinstance(inner, Div):
        return inner.right
    return Number(Fraction(1))


def listed(reader: Slots, text: str) -> tuple[Expr, ...]:
    """The expressions of a list: ``3, -2 and 5``; () where one cannot be read."""
    parts = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", text.strip())
    found = tuple(reader.expression(part) for part in parts)
    items = tuple(item for item in found if item is not None)
    whole = len(items) == len(found) and not any(isinstance(i, TupleOf | Chain) for i in items)
    return items if whole else ()


_SIMPLE = r"(?:\d+\s*/\s*\d+|\\frac\s*\{\d+\}\s*\{\d+\}|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])"
_PIECES: Final = {
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "fourth": 4,
    "third": 3,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_COUNTED = rf"(?P<n>{spoken.NUMBER})[\s-]+(?P<piece>halves|(?:{'|'.join(_PIECES)})s?)"
_LONG = rf"(?P<a>{_M}(?:,\s*{_M})+,?(?:\s+and\s+{_M})?)"


def _counted(reader: Slots, match: re.Match[str]) -> Expr | None:
    """``two thirds of 48``."""
    count, piece = spoken.number(match["n"]), match["piece"].lower()
    below = _PIECES.get(piece) or _PIECES.get(piece.removesuffix("s"))
    value = reader.expression(match["b"])
    if count is None or below is None or value is None or _is_open(value, match["b"]):
        return None
    return Mul(Div(number(Fraction(count)), number(Fraction(below))), value)


def _folded(build: Callable[[Expr, Expr], Expr]) -> Builder:
    def builder(reader: Slots, match: re.Match[str]) -> Expr | None:
        items = listed(reader, match["a"])
        whole = len(items) > 2 and not _OPERATION.search(match["a"])
        return reduce(build, items) if whole else None

    return builder


def _single(build: Callable[[Expr], Expr]) -> Builder:
    def builder(reader: Slots, match: re.Match[str]) -> Expr | None:
        value = reader.expression(match["a"])
        if value is None or _is_open(value, match["a"]) or _OPERATION.search(match["a"]):
            return None
        return build(value)

    return builder


def _raised(exponent: int) -> Builder:
    return _single(lambda value: Pow(value, number(Fraction(exponent))))


_LIST = rf"(?P<a>{_M}(?:\s+and\s+{_M})?)"
_NOUNS: Final[tuple[tuple[LazyPattern, Builder], ...]] = tuple(
    (LazyPattern(pattern, re.IGNORECASE | re.DOTALL), builder)
    for pattern, builder in (
        (_DERIVATIVE, _derivative),
        (rf"(?:{_COMMON}|{_THE}(?:gcd|gcf|hcf))\s+(?:of|for|between)\s+{_LIST}", _call("gcd")),
        (rf"(?:{_MULTIPLE}|{_THE}lcm)\s+(?:of|for|between)\s+{_LIST}", _call("lcm")),
        (
            rf"{_THE}(?:lowest\s+|least\s+)?common\s+denominator\s+of\s+{_A_B}",
            _pair(_common_denominator),
        ),
        (
            rf"{_THE}(?:smallest|lowest|least)\s+(?:number|integer)\s+that\s+is\s+a\s+(?:common\s+)?"
            rf"multiple\s+of\s+(?:both\s+)?{_LIST}",
            _call("lcm"),
        ),
        (
            rf"{_THE}remainder\s+(?:when|if)\s+(?P<a>{_M})\s+is\s+divided\s+by\s+(?P<b>{_M})",
            _pair(lambda a, b: Call("mod", (a, b))),
        ),
        (
            rf"{_THE}remainder\s+(?:of|when\s+dividing)\s+(?P<a>{_M})\s+(?:divided\s+)?by\s+(?P<b>{_M})",
            _pair(lambda a, b: Call("mod", (a, b))),
        ),
        (
            rf"{_THE}remainder\s+(?:do\s+you\s+get\s+|is\s+left\s+)?when\s+(?:you\s+)?divid(?:e|ing)\s+(?P<a>{_M})\s+by\s+(?P<b>{_M})",
            _pair(lambda a, b: Call("mod", (a, b))),
        ),
        (
            r"(?P<a>\d+)\s+(?:modulo|mod)\s+(?P<b>\d+)",
            _pair(lambda a, b: Call("mod", (a, b))),
        ),
        (
            rf"{_THE}(?:largest|greatest|biggest|highest)\s+(?:whole\s+)?(?:number|integer)\s+that\s+(?:divides|is\s+a\s+factor\s+of)\s+(?:both\s+)?(?:of\s+)?{_LIST}",
            _call("gcd"),
        ),
        (
            rf"{_THE}(?:smallest|lowest|least)\s+(?:whole\s+|positive\s+)?(?:number|integer)\s+(?:that\s+is\s+)?divisible\s+by\s+(?:both\s+)?{_LIST}",
            _call("lcm"),
        ),
        (rf"(?P<a>{_SIMPLE})\s+of\s+(?P<b>{_M})", _pair(Mul)),
        (rf"{_COUNTED}\s+of\s+(?P<b>{_M})", _counted),
        (rf"{_THE}(?:sum|total)\s+of\s+{_LONG}", _folded(Add)),
        (rf"(?:add|sum)(?:\s+up)?\s+{_LONG}", _folded(Add)),
        (rf"{_THE}product\s+of\s+{_LONG}", _folded(Mul)),
        (rf"{_THE}square\s+of\s+(?P<a>{_M})", _raised(2)),
        (rf"{_THE}cube\s+of\s+(?P<a>{_M})", _raised(3)),
        (rf"{_THE}reciprocal\s+of\s+(?P<a>{_M})", _single(lambda a: Div(number(Fraction(1)), a))),
        (rf"{_THE}(?:negative|opposite|additive\s+inverse)\s+of\s+(?P<a>{_M})", _single(Neg)),
        (
            rf"{_THE}log(?:arithm)?\s+(?:to\s+)?base\s+(?P<b>{_M})\s+of\s+(?P<a>{_M})",
            _pair(lambda a, b: Log(a, b)),
        ),
        (
            rf"(?P<a>{_M})\s+divided\s+by\s+(?P<b>{_M})\s+(?:gives|leaves)\s+(?:what|which)\s+remainder",
            _pair(lambda a, b: Call("mod", (a, b))),
        ),
        (rf"half\s+(?:of\s+)?(?P<a>{_M})", _scaled(Fraction(1, 2))),
        (rf"(?:a|one)\s+third\s+of\s+(?P<a>{_M})", _scaled(Fraction(1, 3))),
        (rf"(?:a|one)\s+quarter\s+of\s+(?P<a>{_M})", _scaled(Fraction(1, 4))),
        (rf"(?:double|twice)\s+(?P<a>{_M})", _scaled(Fraction(2))),
        (rf"{_THE}(?:sum|total)\s+of\s+{_A_B}", _pair(Add)),
        (rf"add(?:\s+together)?\s+{_A_B}", _pair(Add)),
        (rf"(?:put|sum)\s+together\s+{_A_B}", _pair(Add)),
        (rf"sum\s+{_A_B}", _pair(Add)),
        (rf"(?:add|put)\s+(?P<b>{_M})\s+to\s+(?P<a>{_M})", _pair(Add)),
        (rf"(?P<a>{_M})\s+added\s+to\s+(?P<b>{_M})", _pair(Add)),
        (rf"(?P<b>{_M})\s+more\s+than\s+(?P<a>{_M})", _pair(Add)),
        (rf"(?P<a>{_M})\s+take\s+away\s+(?P<b>{_M})", _pair(Sub)),
        (rf"(?:subtract|take)\s+(?P<b>{_M})\s+from\s+(?P<a>{_M})", _pair(Sub)),
        (rf"(?P<b>{_M})\s+subtracted\s+from\s+(?P<a>{_M})", _pair(Sub)),
        (rf"(?P<b>{_M})\s+less\s+than\s+(?P<a>{_M})", _pair(Sub)),
        (rf"{_THE}(?:distance|difference)\s+between\s+{_A_B}", _pair(lambda a, b: Abs(Sub(a, b)))),
        (rf"multiply\s+(?P<a>{_M})\s+(?:and|by|with|times)\s+(?P<b>{_M})", _pair(Mul)),
        (rf"{_THE}product\s+of\s+{_A_B}", _pair(Mul)),
        (rf"divide\s+(?P<a>{_M})\s+by\s+(?P<b>{_M})", _pair(Div)),
        (rf"{_THE}quotient\s+of\s+{_A_B}", _pair(Div)),
    )
)


_ONLY_MATHS: Final = LazyPattern(rf"\s*{slots.STATEMENTS}\s*", re.IGNORECASE | re.DOTALL)


def noun(reader: Slots, text: str) -> Expr | None:
    """The value that a phrase names; None where no rule reads the whole phrase."""
    text = re.sub(
        r"^(?:the\s+)?(?:exact\s+)?(?:value|result|answer)\s+(?:of|to)\s*:?\s+",
        "",
        text,
        flags=re.I,
    )
    for pattern, build in _NOUNS:
        match = pattern.fullmatch(text)
        found = None if match is None else build(reader, match)
        if found is not None:
            return found
    return reader.expression(text) if _ONLY_MATHS.fullmatch(text) else None
