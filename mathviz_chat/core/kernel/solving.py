"""Conditions on one unknown, solved over the reals by cells.

Take finitely many numbers, in order, that contain every zero, every pole and every end of the
domain of both sides' difference: the critical points. Between two of them the truth of a relation
does not change, so that one rational point tells it for the whole cell; at a critical point, which
is a real algebraic number, it is told by an exact sign (``separation.py``). Critical points come
from the normal form: the numerator's norm over its radicals (resultants), the branches of its
absolute values, and the same for each divisor and radicand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flint import fmpq_mpoly, fmpq_poly

from mathviz_chat.core.kernel.algebraic import AlgebraicReal, real_roots
from mathviz_chat.core.kernel.domain import restrictions
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.limits import (
    MAX_BRANCHES,
    MAX_SOLVING_DEGREE,
    TooLarge,
    Unsupported,
)
from mathviz_chat.core.kernel.normalform import NormalForms
from mathviz_chat.core.kernel.polynomials import checked
from mathviz_chat.core.kernel.real_sets import RealSet
from mathviz_chat.core.proof.cells import Cell, cells
from mathviz_chat.core.proof.points import AlgebraicReal as Number
from mathviz_chat.core.reading.tree import (
    Abs,
    Call,
    Chain,
    Expr,
    RelOp,
    Statement,
    Sub,
)
from mathviz_chat.core.reading.walking import walk

EQUATION = (RelOp.EQ, RelOp.DEFINED, RelOp.IDENTICAL)


def solve(statement: Statement, unknown: str) -> RealSet:
    """The real numbers that satisfy the statement: those at which it is defined and true.

    Rational functions, radicals and absolute values of the unknown with constant coefficients.
    Raises Declined.
    """
    return real_set(cells(hints(statement), unknown, (statement,)), lambda truths: truths[0])


def real_set(line: tuple[Cell, ...], is_in: Callable[[tuple[bool, ...]], bool]) -> RealSet:
    """The union of the cells whose truths are as wanted."""
    ends = [AlgebraicReal(c.place.coefficients, c.place.index) for c in line if c.is_end]
    return RealSet.build(ends, [is_in(cell.truths) for cell in line])


def core_number(point: AlgebraicReal) -> Number:
    """The same number as the core has it."""
    return Number(point.coefficients, point.index)


# ------------------------------------------------------------------------ critical points


def critical_points(difference: Expr, unknown: str) -> list[AlgebraicReal]:
    """Numbers between which the sign and the domain of the difference do not change, ascending."""
    parts = [difference, *(restriction.expr for restriction in restrictions(difference))]
    for node in walk(difference):
        if isinstance(node, Abs):
            parts.append(node.arg)
        elif isinstance(node, Call):
            raise Unsupported(f"an equation with {node.function}")
    forms = NormalForms(difference)
    found: set[AlgebraicReal] = set()
    for part in parts:
        value = forms.of(part)
        for poly in (value.num, value.den):
            for norm in _norms(poly, forms, unknown):
                found.update(root for root, _ in real_roots(norm))
    return sorted(found)


def _norms(poly: fmpq_mpoly, forms: NormalForms, unknown: str) -> Iterator[fmpq_poly]:
    """Polynomials in the unknown alone, not 0, whose zeros include those of the polynomial.

    Each |f| is +f or -f on a cell where f has one sign (f's own zeros are critical points as
    well); a branch that is 0 throughout has no isolated zeros and is left out.
    """
    branches = [forms.reduce(poly)]
    for generator, inner in forms.moduli():
        branches = [
            forms.reduce(branch.compose(*forms.replaced(generator, value)))
            for branch in branches
            for value in ((inner, -inner) if branch.degrees()[generator] > 0 else (inner,))
        ]
        if len(branches) > MAX_BRANCHES:
            raise TooLarge("an equation with so many absolute values")
    for branch in branches:
        if not branch.is_zero() and not branch.is_constant():
            norm = _norm(branch, forms, unknown)
            if norm is not None:
                yield norm


def _norm(poly: fmpq_mpoly, forms: NormalForms, unknown: str) -> fmpq_poly | None:
    """Radicals eliminated, newest first, by resultants with their relations."""
    for generator, relation in forms.radicals():
        if poly.degrees()[generator] > 0:
            size = int(relation.degrees()[generator]) * int(poly.total_degree())
            if size > 4 * MAX_SOLVING_DEGREE:
                raise TooLarge(f"an equation of degree above {MAX_SOLVING_DEGREE}")
            poly = checked(relation.resultant(poly, f"g{generator}"))
    if poly.is_zero():
        raise Unsupported("radicals that depend on each other")
    if poly.is_constant():
        return None
    single = forms.univariate(poly)
    if single is None or single[0] != unknown:
        raise Unsupported("an equation with functions other than roots")
    return single[1]


def multiplicities(statement: Statement, unknown: str) -> dict[AlgebraicReal, int]:
    """Multiplicities of the zeros of the numerator, for one rational equation; else empty."""
    if not isinstance(statement, Chain) or len(statement.items) != 2:
        return {}
    forms = NormalForms()
    numerator = forms.of(elaborate(Sub(*statement.items))).num
    single = forms.univariate(numerator)
    return dict(real_roots(single[1])) if single is not None and single[0] == unknown else {}
