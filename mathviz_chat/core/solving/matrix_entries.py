"""Fine lines about entries: sums in the same places, products with a number, sums of products."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.problems import linear_algebra
from mathviz_chat.core.problems.linear_algebra import Rows
from mathviz_chat.core.reading.tree import Add, Expr, Matrix, Mul, Sub
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import FINE, Lines


def written(value: Rows | Fraction) -> Expr:
    """A number or a matrix as it is written."""
    return build.rational(value) if isinstance(value, Fraction) else linear_algebra.to_tree(value)


def each_entry(lines: Lines, entries: tuple[tuple[Expr, ...], ...]) -> None:
    """``6 - 8 = -2``: one entry a line, each computation once."""
    for i, row in enumerate(entries, 1):
        for j, entry in enumerate(row, 1):
            value = linear_algebra.evaluate(entry)
            claim = build.equals(entry, written(value))
            if entry != written(value):
                lines.step(f"Entry in row {i}, column {j}", claim, level=FINE)


def scaled(lines: Lines, product: Mul) -> None:
    """``3*[[2, 0], [1, 4]] = [[3*2, 3*0], [3*1, 3*4]]``."""
    number, matrix = product.left, product.right
    if isinstance(number, Matrix):
        number, matrix = matrix, number
    if isinstance(matrix, Matrix):
        entries = tuple(tuple(Mul(number, entry) for entry in row) for row in matrix.rows)
        claim = build.equals(product, Matrix(entries))
        lines.step("Multiply each entry by the number", claim, level=FINE)


def products(lines: Lines, terms: Expr) -> None:
    """``4*5 - (-3)*2 = 20 - (-6)``: the products of a sum, before it is added up."""
    if not isinstance(terms, Add | Sub):
        return
    worked = _with_products(terms)
    if worked != terms:
        lines.step("Work out the products", build.equals(terms, worked), level=FINE)


def _with_products(terms: Expr) -> Expr:
    if isinstance(terms, Add | Sub):
        return type(terms)(_with_products(terms.left), _with_products(terms.right))
    return written(linear_algebra.evaluate(terms))
