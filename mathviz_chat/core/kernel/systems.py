"""Several equations in several letters: linear algebra, and consequences by ideal membership."""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from flint import Ordering, fmpq, fmpq_mat, fmpq_mpoly, fmpz_mpoly, fmpz_mpoly_ctx, fmpz_mpoly_vec

from mathviz_chat.core.kernel.rational import to_fraction

BASIS_LIMITS = (60, 400, 4_000)  # polynomials, terms of each, bits of coefficients
MAX_EQUATIONS = 16


def used_generators(polys: list[fmpq_mpoly]) -> list[int]:
    used: set[int] = set()
    for poly in polys:
        used |= {k for k, degree in enumerate(poly.degrees()) if degree > 0}
    return sorted(used)


def is_linear(poly: fmpq_mpoly) -> bool:
    return bool(poly.is_zero()) or int(poly.total_degree()) <= 1


def augmented(polys: list[fmpq_mpoly], columns: list[int]) -> fmpq_mat:
    """Rows [coefficients | constant] of linear polynomials, reduced."""
    rows = []
    for poly in polys:
        row = [fmpq(0)] * (len(columns) + 1)
        for exponents, coefficient in poly.terms():
            place = next((k for k, c in enumerate(columns) if exponents[c]), len(columns))
            row[place] = coefficient
        rows.append(row)
    return fmpq_mat(rows)


def rank(matrix: fmpq_mat) -> int:
    return int(matrix.rank())


def is_inconsistent(matrix: fmpq_mat) -> bool:
    """Does a row say 0 = 1?"""
    width = matrix.ncols() - 1
    left = fmpq_mat([[matrix[i, j] for j in range(width)] for i in range(matrix.nrows())])
    return rank(left) < rank(matrix)


def some_solutions(matrix: fmpq_mat) -> list[list[Fraction]]:
    """Solutions of a consistent system that span all of them: free letters all 0, then each 1."""
    reduced, count = matrix.rref()
    width = matrix.ncols() - 1
    pivots = [next(j for j in range(width) if reduced[i, j] != 0) for i in range(count)]
    free = [j for j in range(width) if j not in pivots]
    found = []
    for chosen in [None, *free]:
        values = [Fraction(0)] * width
        if chosen is not None:
            values[chosen] = Fraction(1)
        for i, pivot in enumerate(pivots):
            total = reduced[i, width]
            if chosen is not None:
                total += reduced[i, chosen]
            values[pivot] = to_fraction(-total)
        found.append(values)
    return found


class Ideal:
    """The ideal of a few polynomials over the rationals, by a Groebner basis under limits."""

    def __init__(self, polys: list[fmpq_mpoly], also: list[fmpq_mpoly]) -> None:
        self._used = used_generators([*polys, *also])
        names = [f"g{k}" for k in self._used]
        self._ring = fmpz_mpoly_ctx.get(names, Ordering.degrevlex)
        generators = [self._projected(poly) for poly in polys if not poly.is_zero()]
        vector = fmpz_mpoly_vec(generators, self._ring)
        self._basis, _ = vector.buchberger_naive(limits=BASIS_LIMITS)

    def _projected(self, poly: fmpq_mpoly) -> fmpz_mpoly:
        """The polynomial times a whole number, in the ring of the letters that occur."""
        scale = 1
        for coefficient in poly.coeffs():
            scale = lcm(scale, int(coefficient.q))
        return self._ring.from_dict(
            {
                tuple(int(exponents[k]) for k in self._used): int((coefficient * scale).p)
                for exponents, coefficient in poly.terms()
            }
        )

    def contains(self, poly: fmpq_mpoly) -> bool:
        """True is a proof; False is none, as the basis may be incomplete."""
        if poly.is_zero():
            return True
        return bool(self._projected(poly).reduction_primitive_part(self._basis).is_zero())


def quotient(dividend: fmpq_mpoly, divisor: fmpq_mpoly) -> fmpq_mpoly | None:
    """dividend / divisor where it divides exactly."""
    if divisor.is_zero():
        return None
    whole, rest = divmod(dividend, divisor)
    return whole if rest.is_zero() else None
