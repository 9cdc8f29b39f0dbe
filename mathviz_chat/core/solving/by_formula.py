"""Powers of a sum of two terms written out by their formula: ``(a - b)^3 = a^3 - 3a^2*b + ...``."""

from __future__ import annotations

from fractions import Fraction
from math import comb
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import multivariate, slots
from mathviz_chat.core.reading.tree import Add, Expr, Mul, Number, Pow, Sub
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import FINE, Lines

MOST: Final = 5
_FORMULAS: Final = {
    (2, 1): "(a + b)^2 = a^2 + 2ab + b^2",
    (2, -1): "(a - b)^2 = a^2 - 2ab + b^2",
    (3, 1): "(a + b)^3 = a^3 + 3a^2*b + 3a*b^2 + b^3",
    (3, -1): "(a - b)^3 = a^3 - 3a^2*b + 3a*b^2 - b^3",
}


def shown(lines: Lines, expr: Expr) -> None:
    """The line for a power of two terms; nothing for other expressions."""
    match expr:
        case Pow(Add() | Sub() as base, Number(power, None)) if 1 < power <= MOST:
            pass
        case _:
            return
    if isinstance(base.left, Add | Sub):
        return
    sign = 1 if isinstance(base, Add) else -1
    size = int(power)
    terms: list[tuple[Fraction, Expr | None]] = [
        (Fraction(sign**k), _term(comb(size, k), base.left, size - k, base.right, k))
        for k in range(size + 1)
    ]
    rule = "Use the formula for the square" if size == 2 else "Use the binomial formula"
    claim = build.equals(expr, build.total(terms))
    why = _FORMULAS.get((size, sign))
    lines.step(rule, claim, before=expr, why=why)
    names = variables(expr)
    for _, term in terms:
        worked = None if term is None else multivariate.of_expression(term, names)
        if worked is not None and term is not None and len(worked) == 1:
            short = multivariate.to_tree(worked, names)
            if slots.spelled(short) != slots.spelled(term):
                lines.step("Work out the term", build.equals(term, short), level=FINE)


def _term(count: int, left: Expr, above: int, right: Expr, below: int) -> Expr:
    """``3*x^2*1`` for the second term of (x - 1)^3."""
    factors = [build.power(one, k) for one, k in ((left, above), (right, below)) if k]
    product = factors[0] if len(factors) == 1 else Mul(factors[0], factors[1])
    if count == 1:
        return product
    return Mul(Mul(build.integer(count), factors[0]), factors[1])
