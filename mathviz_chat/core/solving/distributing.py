"""Brackets multiplied out term by term, with nothing worked out yet: 3(x + 4) is 3x + 3*4."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Chain, Expr, Mul, Neg, Sub
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import FINE, Lines

MOST: Final = 9
"""So many terms are still written one by one."""
RULE: Final = "Multiply term by term"

_DOUBLED: Final = re.compile(r"([A-Za-z])\1")
"""``2xx^2``, which nobody writes: such products are worked out at once."""

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


def distributed(expr: Expr) -> Expr | None:
    """Each product with a sum as a sum of products; None where there is none, or too many."""
    terms = _terms(expr)
    if terms == _parts(expr) or len(terms) > MOST:
        return None
    added, result = terms[0]
    result = result if added else Neg(result)
    for added, term in terms[1:]:
        result = Add(result, term) if added else Sub(result, term)
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
        (one == other, build.power(left, 2) if left == right else Mul(left, right))
        for one, left in _terms(expr.left)
        for other, right in _terms(expr.right)
    ]
