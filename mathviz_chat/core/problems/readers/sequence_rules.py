"""The rule that the terms of a list follow: a polynomial, or a constant quotient."""

from __future__ import annotations

import itertools
from fractions import Fraction

from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading.tree import Expr, Mul, Pow, Sub, Symbol

General = tuple[Expr, str]
"""The general term, and whether it is arithmetic, geometric or another polynomial."""


def rule_of(items: tuple[Expr, ...], name: str, kind: str | None) -> General | None:
    """The general term in ``name`` that the items follow."""
    terms = [recount.value(item) for item in items]
    needed = 2 if kind else 3
    if len(terms) < needed:
        return None
    geometric = _geometric(terms, name)
    if kind and kind.lower() == "geometric":
        return geometric
    steps = {b - a for a, b in itertools.pairwise(terms)}
    if kind:
        return (
            None if len(steps) > 1 else (arithmetic_term(terms[0], steps.pop(), name), "arithmetic")
        )
    coefficients = interpolated(terms)
    if coefficients is not None:
        told = "arithmetic" if len(steps) == 1 else "polynomial"
        return polynomial.to_tree(coefficients, name), told
    return _cubes(terms, name) or geometric


def _cubes(terms: list[Fraction], name: str) -> General | None:
    """1, 8, 27, 64: four of the cubes are enough to know them."""
    if len(terms) < 4 or terms != [Fraction(k**3) for k in range(1, len(terms) + 1)]:
        return None
    return Pow(Symbol(name), number(Fraction(3))), "polynomial"


def arithmetic_term(first: Fraction, step: Fraction, name: str) -> Expr:
    """``a + (n - 1)d``, collected."""
    constant, slope = first - step, step
    terms = (constant, slope) if slope else ((constant,) if constant else ())
    return polynomial.to_tree(terms, name)


def _geometric(terms: list[Fraction], name: str) -> General | None:
    if 0 in terms:
        return None
    ratios = {b / a for a, b in itertools.pairwise(terms)}
    general = geometric_term(terms[0], ratios.pop(), name)
    return (general, "geometric") if not ratios else None


def geometric_term(first: Fraction, ratio: Fraction, name: str) -> Expr:
    """``a*r^(n - 1)``."""
    power = Pow(number(ratio), Sub(Symbol(name), number(Fraction(1))))
    return power if first == 1 else Mul(number(first), power)


def interpolated(terms: list[Fraction]) -> polynomial.Coefficients | None:
    """The polynomial of lowest degree with p(1), p(2), ... the terms (Newton's differences).

    None unless at least one term more than its degree needs confirms it: differences that are
    constant over two or more places.
    """
    rows = [terms]
    while len(rows[-1]) > 1 and any(rows[-1]):
        rows.append([b - a for a, b in zip(rows[-1], rows[-1][1:], strict=False)])
    if any(rows[-1]):
        return None
    result: polynomial.Coefficients = ()
    basis: polynomial.Coefficients = (Fraction(1),)
    for order, row in enumerate(rows[:-1] or [terms]):
        result = polynomial.add(result, polynomial.scale(basis, row[0]))
        factor = (Fraction(-order - 1, order + 1), Fraction(1, order + 1))
        product = polynomial.multiply(basis, factor)
        if product is None:
            return None
        basis = product
    return result
