"""What can be claimed, and how a claim can be confirmed: frozen values, in trees.

A claim says what is meant. A certificate says how it can be confirmed; whoever finds one need not
be trusted, since ``proving.prove`` reads the trees of the claim itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from flint import fmpq_mpoly

from mathviz_chat.core.proof.forms import Hints
from mathviz_chat.core.proof.points import AlgebraicReal
from mathviz_chat.core.proof.polynomials import Declined
from mathviz_chat.core.reading.tree import Expr, Statement

PLAIN = Hints()
Coordinates: TypeAlias = tuple[tuple[str, AlgebraicReal | Expr], ...]


class Rejected(Declined):
    """The certificate does not prove the claim."""


# ------------------------------------------------------------------------------ claims


@dataclass(frozen=True, slots=True)
class Equal:
    """Where facts and conditions hold, left is defined where right is, and there they are equal.

    There is such a point. The letters stand for real numbers, also in the complex domain.
    """

    left: Expr
    right: Expr
    facts: tuple[Statement, ...] = ()
    conditions: tuple[Statement, ...] = ()
    complex_domain: bool = False


@dataclass(frozen=True, slots=True)
class Different:
    """At the point the facts hold, and both sides are defined and different."""

    left: Expr
    right: Expr
    point: Coordinates
    facts: tuple[Statement, ...] = ()
    complex_domain: bool = False


@dataclass(frozen=True, slots=True)
class Holds:
    """The statement is true at the point; where ``value`` is False, it is not true there."""

    statement: Statement
    point: Coordinates = ()
    value: bool = True


@dataclass(frozen=True, slots=True)
class Follows:
    """``after`` is true wherever all of ``before`` and the conditions are; ``both``: and back."""

    before: tuple[Statement, ...]
    after: Statement
    conditions: tuple[Statement, ...] = ()
    both: bool = False


@dataclass(frozen=True, slots=True)
class Fails:
    """At the point all of ``before`` is true and ``after`` is not."""

    before: tuple[Statement, ...]
    after: Statement
    point: Coordinates


Claim: TypeAlias = Equal | Different | Holds | Follows | Fails

# ------------------------------------------------------------------------------ certificates


@dataclass(frozen=True, slots=True)
class AtPoint:
    """Values are computed exactly at the claim's point (equal numbers: at none)."""

    hints: Hints = PLAIN


@dataclass(frozen=True, slots=True)
class NormalForm:
    """The difference has the normal form 0.

    point: one at which both sides are defined. lemmas: (a, b, k) with a = b because a^k = b^k,
    where k is odd or both are >= 0.
    """

    hints: Hints
    point: Coordinates = ()
    lemmas: tuple[tuple[Expr, Expr, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Cells:
    """Conditions on one unknown are compared on the cells of the line."""

    hints: Hints
    unknown: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """Each new difference is an old one times what is not 0, or is > 0 or < 0 for inequalities.

    chosen: for each new relation sign, which of the old ones.
    """

    hints: Hints
    chosen: tuple[int, ...] = (0,)


@dataclass(frozen=True, slots=True)
class Combination:
    """multiplier * new = sum of cofactor * old, for each new equation.

    rows: (multiplier, cofactors) of each, polynomials in the atoms of ``Equations``; the
    multiplier is not 0 where all is defined, or it is the new polynomial itself.
    """

    hints: Hints
    rows: tuple[tuple[fmpq_mpoly, tuple[fmpq_mpoly, ...]], ...]


@dataclass(frozen=True, slots=True)
class Cases:
    """The only statement before is an "or": one certificate for each case."""

    parts: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class BothWays:
    """One certificate for each direction."""

    there: Certificate
    back: Certificate


@dataclass(frozen=True, slots=True)
class GivenValues:
    """What went before gives letters their values, at which the statement is true."""

    hints: Hints


@dataclass(frozen=True, slots=True)
class Listed:
    """What went before, one equation in one unknown, has these solutions and no others.

    It is a polynomial in one function of the unknown that takes no value twice, or a sum of powers
    c e^(a x), with no more zeros than there are different solutions here.
    """

    hints: Hints
    unknown: str
    values: tuple[Expr, ...]


Certificate: TypeAlias = (
    AtPoint | NormalForm | Cells | Listed | Ratio | Combination | Cases | BothWays | GivenValues
)
