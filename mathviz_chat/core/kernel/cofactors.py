"""How new equations are combinations of old ones: proposals, which the core multiplies out.

Buchberger's algorithm (1965) on few small polynomials, with the cofactors of each kept along.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flint import fmpq_mpoly

from mathviz_chat.core.kernel.limits import Declined, Unsupported
from mathviz_chat.core.kernel.systems import quotient
from mathviz_chat.core.proof.claims import Combination, Follows
from mathviz_chat.core.proof.domains import granted
from mathviz_chat.core.proof.forms import Hints
from mathviz_chat.core.proof.implications import Equations
from mathviz_chat.core.proof.polynomials import ONE, RING, product, whole

MAX_BASIS = 24
MAX_PAIRS = 120
MAX_STEPS = 200  # of one reduction
MAX_LENGTH = 400  # terms of a polynomial of the basis

Row = tuple[fmpq_mpoly, tuple[fmpq_mpoly, ...]]
ZERO = RING.constant(0)


@dataclass(frozen=True, eq=False, slots=True)
class Tracked:
    """poly = sum of cofactor * old, up to relations."""

    poly: fmpq_mpoly
    cofactors: tuple[fmpq_mpoly, ...]

    def minus(self, factor: fmpq_mpoly, other: Tracked) -> Tracked:
        pairs = zip(self.cofactors, other.cofactors, strict=True)
        rest = tuple(a - product(factor, b) for a, b in pairs)
        return Tracked(self.poly - product(factor, other.poly), rest)


def combination(claim: Follows, hints: Hints) -> Combination:
    """A certificate. Raises Declined where none is found."""
    equations = Equations(claim, hints)
    rows = []
    basis: list[Tracked] | None = None
    for new in equations.new:
        row = _simple_row(new, equations)
        if row is None:
            basis = basis or _basis(equations.old, equations.forms.relations)
            row = _reduced_row(new, ONE, equations, basis) or _reduced_row(
                new, new, equations, basis
            )
            if row is None:
                raise Declined("it was not found to be a combination of what went before")
        rows.append(row)
    return Combination(hints, tuple(rows))


def _simple_row(new: fmpq_mpoly, equations: Equations) -> Row | None:
    """A multiple of one of the old polynomials, or one of them over a factor that is not 0."""
    old = equations.old
    units = [ZERO] * len(old)
    if new.is_zero():
        return ONE, tuple(units)
    for k, poly in enumerate(old):
        factor = None if poly.is_zero() else quotient(new, poly)
        if factor is not None:
            return ONE, (*units[:k], factor, *units[k + 1 :])
    for k, poly in enumerate(old):
        factor = None if poly.is_zero() else quotient(poly, new)
        if factor is not None and granted(equations.forms, (whole(factor), "!="), equations.known):
            return factor, (*units[:k], ONE, *units[k + 1 :])
    return None


def _reduced_row(
    new: fmpq_mpoly, multiplier: fmpq_mpoly, equations: Equations, basis: Sequence[Tracked]
) -> Row | None:
    """multiplier: 1, or the polynomial itself, whose square is a combination at a double root."""
    start = Tracked(product(multiplier, new), (ZERO,) * len(equations.old))
    left = _reduced(start, basis)
    if not left.poly.is_zero():
        return None
    return multiplier, tuple(-cofactor for cofactor in left.cofactors)


def _reduced(start: Tracked, basis: Sequence[Tracked]) -> Tracked:
    """The remainder by all of them, with what was taken away kept in the cofactors."""
    current, steps, changed = start, 0, True
    while changed and not current.poly.is_zero():
        changed = False
        for one in basis:
            factor, _ = divmod(current.poly, one.poly)
            if not factor.is_zero():
                current, changed, steps = current.minus(factor, one), True, steps + 1
            if steps > MAX_STEPS or len(current.poly) > MAX_LENGTH:
                raise Unsupported("a combination that is too long")
    return current


def _basis(old: Sequence[fmpq_mpoly], relations: Sequence[fmpq_mpoly]) -> list[Tracked]:
    units = [tuple(ONE if i == k else ZERO for i in range(len(old))) for k in range(len(old))]
    basis = [Tracked(p, unit) for p, unit in zip(old, units, strict=True) if not p.is_zero()]
    basis += [Tracked(relation, (ZERO,) * len(old)) for relation in relations]
    pairs = [(i, j) for j in range(len(basis)) for i in range(j)]
    for count, (i, j) in enumerate(pairs):
        if count > MAX_PAIRS or len(basis) > MAX_BASIS:
            break
        rest = _reduced(_difference(basis[i], basis[j]), basis)
        if not rest.poly.is_zero():
            pairs += [(k, len(basis)) for k in range(len(basis))]
            basis.append(rest)
    return basis


def _difference(first: Tracked, second: Tracked) -> Tracked:
    """The S-polynomial: multiples in which the leading terms cancel."""
    leading = [_leading(one.poly) for one in (first, second)]
    common = leading[0].gcd(leading[1])
    zero = Tracked(ZERO, (ZERO,) * len(first.cofactors))
    raised = zero.minus(-(leading[1] // common), first)
    return raised.minus(leading[0] // common, second)


def _leading(poly: fmpq_mpoly) -> fmpq_mpoly:
    exponents, coefficient = next(iter(poly.terms()))
    return RING.from_dict({tuple(exponents): coefficient})
