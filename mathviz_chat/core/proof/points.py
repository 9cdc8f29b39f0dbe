"""Real algebraic numbers, exact signs at points, and whether a statement is true at one.

A value is proved to be 0 by its normal form, or so: eliminate all atoms from X den - num by
resultants with their relations. The value is a root of the result P(X) = X^j Q(X), Q(0) != 0, so it
is 0 or at least |Q(0)| / (|Q(0)| + max |coefficient|) in size (Cauchy); a ball tells which.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction as Rational
from functools import lru_cache, total_ordering
from itertools import pairwise
from typing import Any, TypeAlias

from flint import arb, ctx, fmpq_mpoly, fmpq_poly

from mathviz_chat.core.proof.balls import Balls
from mathviz_chat.core.proof.forms import Forms, Hints
from mathviz_chat.core.proof.notation import Notation, exact
from mathviz_chat.core.proof.polynomials import (
    RING,
    TooLarge,
    Undefined,
    Unsupported,
    checked,
)
from mathviz_chat.core.reading.tree import (
    And,
    Chain,
    Expr,
    Not,
    Number,
    Or,
    RelOp,
    Statement,
    Sub,
    Truth,
)

BITS = (64, 256, 1_024, 4_096, 16_384)
MAX_SIZE = 1_000  # degree of a relation times that of what it eliminates from
MAX_ROOTS = 60  # degree of a polynomial whose roots are isolated
ALLOWED = {
    RelOp.EQ: (0,), RelOp.DEFINED: (0,), RelOp.IDENTICAL: (0,), RelOp.NE: (-1, 1),
    RelOp.LT: (-1,), RelOp.LE: (-1, 0), RelOp.GT: (1,), RelOp.GE: (0, 1),
}  # fmt: skip


@lru_cache(maxsize=512)
def _enclosures(coefficients: tuple[Rational, ...], bits: int) -> tuple[arb, ...]:
    """Certified, separate enclosures of the real roots, ascending, at that precision."""
    poly = fmpq_poly([exact(c) for c in coefficients])
    with ctx.workprec(bits):
        return tuple(root.real for root, _ in poly.complex_roots() if root.imag.is_zero())


@total_ordering
@dataclass(frozen=True)
class AlgebraicReal:
    """The ``index``-th real root, ascending from 0, of an irreducible monic polynomial.

    coefficients: of the polynomial, constant term first. A rational number has degree 1. The two
    fields determine the number and are determined by it, so equality is that of the fields.
    """

    coefficients: tuple[Rational, ...]
    index: int = 0

    @property
    def value(self) -> Rational | None:
        """The number itself where it is rational."""
        return -self.coefficients[0] if len(self.coefficients) == 2 else None

    def ball(self) -> arb:
        """An enclosure at FLINT's current precision."""
        if self.value is not None:
            return arb(exact(self.value))
        return _enclosures(self.coefficients, ctx.prec)[self.index]

    def __lt__(self, other: AlgebraicReal) -> bool:
        for bits in BITS if self != other else ():
            with ctx.workprec(bits):
                mine, theirs = self.ball(), other.ball()
            if mine < theirs or theirs < mine:
                return bool(mine < theirs)
        if self == other:
            return False
        raise TooLarge("two roots that lie too close together")


Point: TypeAlias = Mapping[str, AlgebraicReal | Expr]


def real_roots(poly: fmpq_poly) -> list[tuple[AlgebraicReal, int]]:
    """The real roots of a polynomial that is not 0, ascending, with their multiplicities."""
    if poly.degree() > MAX_ROOTS:
        raise TooLarge(f"an equation of degree above {MAX_ROOTS}")
    found = []
    for factor, count in poly.factor()[1]:
        monic = factor / factor[factor.degree()]
        coefficients = tuple(Rational(int(c.p), int(c.q)) for c in monic.coeffs())
        places = range(len(_enclosures(coefficients, BITS[0])))
        found += [(AlgebraicReal(coefficients, k), int(count)) for k in places]
    return sorted(found)


def eliminated(forms: Forms, poly: fmpq_mpoly) -> fmpq_mpoly:
    """A polynomial in the ideal of this one and the relations, without the atoms of relations."""
    for relation in reversed(forms.relations):
        atom = next(k for k, degree in enumerate(relation.degrees()) if degree > 0)
        degree = int(poly.degrees()[atom])
        if degree > 0:
            if int(relation.degrees()[atom]) * int(poly.total_degree()) > MAX_SIZE:
                raise TooLarge("radicals of so high a degree")
            poly = checked(relation.resultant(poly, f"g{atom}"))
    return poly


def univariate(poly: fmpq_mpoly, atom: int) -> fmpq_poly:
    """The polynomial in that one generator; Unsupported where another one occurs."""
    result = fmpq_poly()
    for exponents, coefficient in poly.terms():
        if any(e for k, e in enumerate(exponents) if k != atom):
            raise Unsupported("functions other than roots")
        result[int(exponents[atom])] = coefficient
    return result


class Exact(Balls):
    """Balls in which a part that is 0 is exactly 0, and what is undefined raises Undefined."""

    def __init__(self, hints: Hints, point: Point) -> None:
        roots = {name: at for name, at in point.items() if isinstance(at, AlgebraicReal)}
        fractions = {n: Number(at.value) for n, at in roots.items() if at.value is not None}
        trees = {n: at for n, at in point.items() if not isinstance(at, AlgebraicReal)}
        super().__init__({**trees, **fractions}, roots)
        self.roots = {name: at.coefficients for name, at in roots.items()}
        self.hints = hints
        self.zeros: dict[Expr, bool] = {}

    def value(self, node: Expr) -> Any:
        ball = super().value(node)
        doubtful = ball.contains(0) and not ball.is_exact() and ball.is_finite()
        return arb(0) if doubtful and self.is_zero(node) else ball

    def require(self, value: Any, need: str) -> Any:
        failed = {"!=": value == 0, ">=": value < 0, ">": value <= 0}
        if failed.get(need, value < -1 or value > 1):
            raise Undefined(need)
        return super().require(value, need)

    def is_zero(self, node: Expr) -> bool:
        """True is a proof."""
        if node not in self.zeros:
            try:
                self.zeros[node] = self.proved_zero(node)
            except (TooLarge, Unsupported):
                self.zeros[node] = False
        return self.zeros[node]

    def proved_zero(self, node: Expr) -> bool:
        forms = Forms(self.hints, self.letters, self.roots)
        value = forms.value(node)
        if any(poly.is_zero() for poly in forms.without_logarithms(value.num)):
            return True
        x = RING.gen(0)  # newest of all, so it is in no relation unless all atoms are used up
        poly = univariate(eliminated(forms, x * value.den - value.num), 0)
        coefficients = [abs(c) for c in poly.coeffs() if c != 0]
        if poly[0] != 0 or not coefficients:
            return False
        least = coefficients[0] / (coefficients[0] + max(coefficients))
        for bits in BITS:
            with ctx.workprec(bits):
                ball = Notation.value(self, node)
            if not ball.contains(0) or abs(ball) < arb(least):
                return bool(ball.contains(0))
        return False

    def sign(self, node: Expr) -> int:
        """The sign there. Raises Undefined where it is proved that there is no value, Declined."""
        value = self.rational(node)
        if value is not None:
            return int(value > 0) - int(value < 0)
        for bits in BITS[:2]:
            with ctx.workprec(bits):
                ball = self.value(node) if bits > BITS[0] else Balls.value(self, node)
            if ball == 0 or ball > 0 or ball < 0:
                return int(ball > 0) - int(ball < 0)
        raise Unsupported("a value so close to 0 that its sign is not certain")

    def holds(self, left: Expr, op: RelOp, right: Expr) -> bool:
        if op not in ALLOWED:
            raise Unsupported(f"the relation {op}")
        try:
            return self.sign(Sub(left, right)) in ALLOWED[op]
        except Undefined:
            return False

    def truth(self, statement: Statement) -> bool:
        """Is it true there? What is undefined is not true, nor is its negation."""
        match statement:
            case Truth(value):
                return value
            case And(items):
                return all(map(self.truth, items))
            case Or(items):
                return any(map(self.truth, items))
            case Not(item):
                return not self.truth(item) and all(map(self.defined, relations(item)))
            case Chain(items, ops):
                return all(self.holds(*link) for link in zip(items, ops, items[1:], strict=False))
            case _:
                raise Unsupported("an implication")

    def defined(self, sides: tuple[Expr, Expr]) -> bool:
        try:
            self.sign(Sub(*sides))
        except Undefined:
            return False
        return True


def relations(statement: Statement) -> list[tuple[Expr, Expr]]:
    """The two sides of every relation sign in a statement."""
    match statement:
        case Chain(items):
            return list(pairwise(items))
        case And(items) | Or(items):
            return [sides for item in items for sides in relations(item)]
        case Not(item):
            return relations(item)
        case _:
            return []
