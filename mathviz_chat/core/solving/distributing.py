"""Brackets multiplied out term by term, with nothing worked out yet: 3(x + 4) is 3x + 3*4."""

from __future__ import annotations

import re
from functools import reduce
from typing import Final, TypeAlias

from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Expr,
    Mul,
    Neg,
    Number,
    Pow,
    Sub,
    Symbol,
)
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import FINE, Lines

MOST: Final = 9
"""So many terms are still written one by one."""
RULE: Final = "Multiply term by term"

_DOUBLED: Final = re.compile(r"([A-Za-z])(?:\*\d*)?\1|(?<![\d.])1[A-Za-z*]")
"""``2xx^2``, ``x*2x``, ``1x``, which nobody writes: such products are worked out at once."""

Term: TypeAlias = tuple[bool, Expr]
"""Whether it is added, and what."""


def shown(lines: Lines, expr: Expr) -> None:
    """The line for an expression; nothing where no sum is multiplied."""
    written = distributed(expr)
    if written is not None:
        lines.step(RULE, build.equals(expr, written), level=FINE, before=expr, after=written)


def shown_of_equation(lines: Lines, equation: Chain) -> None:
    """The line for both sides of an equation."""
    sides = tuple(distributed(item) or item for item in equation.items)
    if sides != equation.items:
        lines.step(RULE, Chain(sides, equation.ops), level=FINE, before=equation)


def in_products(expr: Expr) -> Expr:
    """The expression with brackets multiplied out, its products not worked out."""
    added, result = _terms(expr)[0]
    result = result if added else Neg(result)
    for plus, term in _terms(expr)[1:]:
        result = Add(result, term) if plus else Sub(result, term)
    return result


def parts(expr: Expr) -> list[Term]:
    """What is added and subtracted, signs taken out of the terms."""
    return _parts(expr)


def distributed(expr: Expr) -> Expr | None:
    """Each product with a sum as a sum of products; None where there is none, or too many."""
    terms = _terms(expr)
    if terms == _parts(expr) or len(terms) > MOST:
        return None
    result = in_products(expr)
    return None if _DOUBLED.search(to_plain(result)) else result


def _terms(expr: Expr) -> list[Term]:
    return [one for added, part in _parts(expr) for one in _signed(_products(part), added)]


def _parts(expr: Expr) -> list[Term]:
    """What is added and subtracted, signs taken out of the terms."""
    if isinstance(expr, Add | Sub):
        return [*_parts(expr.left), *_signed(_parts(expr.right), isinstance(expr, Add))]
    if isinstance(expr, Neg):
        return _signed(_parts(expr.arg), added=False)
    return [(True, expr)]


def _signed(terms: list[Term], added: bool) -> list[Term]:
    return [(one == added, term) for one, term in terms]


def _products(expr: Expr) -> list[Term]:
    if not isinstance(expr, Mul):
        return [(True, expr)]
    return [
        (one == other, _product(left, right))
        for one, left in _terms(expr.left)
        for other, right in _terms(expr.right)
    ]


def _product(left: Expr, right: Expr) -> Expr:
    """``x^2`` for x*x, and ``2*3x^2`` for 2x*3x, which would else be written 2x*3x."""
    if left == right:
        return build.power(left, 2)
    first, second = _counted(left), _counted(right)
    if first is None or second is None or first[1] != second[1]:
        return Mul(left, right)
    numbers = [one for one in (first[0], second[0]) if one != build.ONE]
    return reduce(Mul, [*numbers, build.power(Symbol(first[1]), first[2] + second[2])])


def _counted(term: Expr) -> tuple[Expr, str, int] | None:
    """``3x^2`` as its number, its letter and its exponent."""
    match term:
        case Symbol(name):
            return build.ONE, name, 1
        case Pow(Symbol(name), Number(exponent)) if exponent.denominator == 1:
            return build.ONE, name, int(exponent)
        case Mul(Number() as number, other):
            inner = _counted(other)
            return None if inner is None else (number, inner[1], inner[2])
    return None
