"""Partial fractions over the rationals: the denominator's factors, and a numerator for each."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mathviz_chat.core.problems import linear_algebra, multivariate, polynomial
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.reading.tree import Div, Expr

MAX_DEGREE = 6


@dataclass(frozen=True, slots=True)
class Part:
    """``numerator/base^power``; the numerator has a smaller degree than the irreducible base."""

    base: Coefficients
    power: int
    numerator: Coefficients


@dataclass(frozen=True, slots=True)
class Decomposition:
    """``whole + sum of parts``, of ``above/(scale * product of base^k)``.

    rest: what is left of the numerator when the whole part is taken out.
    """

    above: Coefficients
    below: Coefficients
    whole: Coefficients
    rest: Coefficients
    scale: Fraction
    parts: tuple[Part, ...]


def decompose(expr: Expr, name: str) -> Decomposition | None:
    """The parts of a quotient of polynomials; None where it is none, or has one part only."""
    if not isinstance(expr, Div):
        return None
    above, below = (polynomial.of_expression(side, name) for side in (expr.left, expr.right))
    if above is None or below is None or not above or not 3 <= len(below) <= MAX_DEGREE + 1:
        return None
    whole, rest = polynomial.divided(above, below)
    content, factors = multivariate.factors({(k,): c for k, c in enumerate(below) if c}, (name,))
    bases = [(_coefficients(one), power) for one, power in factors]
    if len(bases) == 1 and (bases[0][1] == 1 or len(rest) < 2):
        return None
    parts = _parts(rest, below, bases)
    if parts is None:
        return None
    return Decomposition(above, below, whole, rest, content, parts)


def _coefficients(poly: multivariate.Polynomial) -> Coefficients:
    degree = max(exponents[0] for exponents in poly)
    return tuple(poly.get((k,), Fraction(0)) for k in range(degree + 1))


def _parts(
    rest: Coefficients, below: Coefficients, bases: list[tuple[Coefficients, int]]
) -> tuple[Part, ...] | None:
    """The numerators, from the linear equations between the coefficients."""
    size = len(below) - 1
    places = [
        (base, power, j)
        for base, highest in bases
        for power in range(1, highest + 1)
        for j in range(len(base) - 1)
    ]
    columns = []
    for base, power, j in places:
        quotient = below
        for _ in range(power):
            quotient = polynomial.divided(quotient, base)[0]
        columns.append((Fraction(0),) * j + quotient)
    rows = tuple((*(_at(column, k) for column in columns), _at(rest, k)) for k in range(size))
    solved, pivots = linear_algebra.echelon(rows)
    if pivots != tuple(range(size)):
        return None
    values = {place: solved[k][-1] for k, place in enumerate(places)}
    found: dict[tuple[Coefficients, int], list[Fraction]] = {}
    for (base, power, _), value in values.items():
        found.setdefault((base, power), []).append(value)
    return tuple(Part(base, power, tuple(numbers)) for (base, power), numbers in found.items())


def _at(coefficients: Coefficients, k: int) -> Fraction:
    return coefficients[k] if k < len(coefficients) else Fraction(0)
