"""The line cut into cells on which the truth of conditions on one unknown does not change.

Critical points: all zeros of both sides' difference, of what must be != 0, >= 0 or > 0, and of what
stands in absolute values. Between two of them every difference is defined throughout or nowhere,
and a continuous function without zeros keeps its sign, so that one point tells it for the cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction as Rational
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from flint import ctx, fmpq_mpoly

from mathviz_chat.core.proof.forms import UNIT_KEY, Forms, Hints
from mathviz_chat.core.proof.points import (
    BITS,
    AlgebraicReal,
    Exact,
    eliminated,
    real_roots,
    relations,
    univariate,
)
from mathviz_chat.core.proof.polynomials import MAX_ATOMS, RING, TooLarge, Unsupported, product
from mathviz_chat.core.reading.tree import Expr, Statement, Sub

DISCONTINUOUS = ("floor", "ceil", "factorial")
MAX_BRANCHES = 64
Value: TypeAlias = tuple[str, Expr]


@dataclass(frozen=True, slots=True)
class Cell:
    """A critical point, or a number that stands for all between two of them.

    truths: of each statement there.
    """

    place: AlgebraicReal
    is_end: bool
    truths: tuple[bool, ...]


@lru_cache(maxsize=128)
def cells(
    hints: Hints, unknown: str, statements: tuple[Statement, ...], given: tuple[Value, ...] = ()
) -> tuple[Cell, ...]:
    """The cells of the line in ascending order. given: what other letters stand for."""
    found: set[AlgebraicReal] = set()
    others = {name: value for name, value in given if name != unknown}
    for statement in statements:
        for left, right in relations(statement):
            found.update(critical(hints, unknown, Sub(left, right), others))
    ends = sorted(found)
    places = [(between(a, b), False) for a, b in pairwise([None, *ends, None])]
    for k, end in enumerate(ends):
        places.insert(2 * k + 1, (end, True))
    line = []
    for place, is_end in places:
        at = Exact(hints, {**others, unknown: place})
        line.append(Cell(place, is_end, tuple(map(at.truth, statements))))
    return tuple(line)


def critical(
    hints: Hints, unknown: str, difference: Expr, given: dict[str, Expr]
) -> Iterator[AlgebraicReal]:
    """Numbers among which are all where the sign or the domain of the difference can change."""
    forms = Forms(hints, given)
    value = forms.value(difference)
    polys = [value.num, *(product(need.num, need.den) for need, _ in forms.needs)]
    polys += [atom.inside.num for atom in forms.atoms.values() if atom.kind == "abs"]
    letter = forms.places.get(f"letter {unknown} 1 {UNIT_KEY}", 0)
    if any(atom.kind in DISCONTINUOUS for atom in forms.atoms.values()):
        raise Unsupported("an equation with a function that jumps")
    reduced = [forms.reduce(poly) for poly in polys]
    for poly in [part for one in reduced for part in forms.without_logarithms(one)]:
        for branch in branches(forms, poly):
            if branch.is_constant():
                continue
            norm = univariate(eliminated(forms, branch), letter)
            if norm == 0:
                raise Unsupported("roots that depend on each other")
            yield from (root for root, _ in real_roots(norm))


def branches(forms: Forms, poly: fmpq_mpoly) -> list[fmpq_mpoly]:
    """The polynomial with +f and -f for each abs(f); without those that are 0 throughout."""
    found = [poly]
    for index, atom in reversed(forms.atoms.items()):
        if atom.kind == "abs":
            gens = [RING.gen(k) for k in range(MAX_ATOMS)]
            both, found = (
                [one for one in found if one.degrees()[index] > 0],
                [one for one in found if one.degrees()[index] <= 0],
            )
            for size in (atom.inside.num, -atom.inside.num):
                gens[index] = size
                found += [forms.reduce(one.compose(*gens)) for one in both]
    if len(found) > MAX_BRANCHES:
        raise TooLarge("an equation with so many absolute values")
    return [poly for poly in found if not poly.is_zero()]


def between(below: AlgebraicReal | None, above: AlgebraicReal | None) -> AlgebraicReal:
    """A rational number strictly between, with a power of 2 as its denominator."""
    edge = below or above
    if edge is None:
        return AlgebraicReal((Rational(0), Rational(1)))
    for bits in BITS:
        for size in (2**k for k in range(bits)):
            with ctx.workprec(bits):
                ball = edge.ball() * size
                whole = (ball.floor() + 1 if below else ball.ceil() - 1).unique_fmpz()
                candidate = AlgebraicReal((-Rational(int(whole or 0), size), Rational(1)))
                low = below is None or below.ball() < candidate.ball()
                if whole is not None and low and (not above or candidate.ball() < above.ball()):
                    return candidate
    raise TooLarge("two ends that lie too close together")
