"""Conditions on one unknown as sets of real numbers, from the cells of the core."""

from __future__ import annotations

from collections.abc import Callable

from mathviz_chat.core.kernel.algebraic import AlgebraicReal, real_roots
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.normalform import NormalForms
from mathviz_chat.core.kernel.real_sets import RealSet
from mathviz_chat.core.proof.cells import Cell, cells
from mathviz_chat.core.proof.points import AlgebraicReal as Number
from mathviz_chat.core.reading.tree import (
    Chain,
    RelOp,
    Statement,
    Sub,
)

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


def multiplicities(statement: Statement, unknown: str) -> dict[AlgebraicReal, int]:
    """Multiplicities of the zeros of the numerator, for one rational equation; else empty."""
    if not isinstance(statement, Chain) or len(statement.items) != 2:
        return {}
    forms = NormalForms()
    numerator = forms.of(elaborate(Sub(*statement.items))).num
    single = forms.univariate(numerator)
    return dict(real_roots(single[1])) if single is not None and single[0] == unknown else {}
