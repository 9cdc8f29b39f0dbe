"""Equations as polynomials: the numerators whose zeros, within the domain, are the solutions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from itertools import product as combinations
from math import prod

from flint import fmpq_mpoly

from mathviz_chat.core.kernel.domain import Need, restrictions
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.limits import MAX_BRANCHES, TooLarge, Unsupported
from mathviz_chat.core.kernel.normalform import NormalForms
from mathviz_chat.core.kernel.polynomials import product
from mathviz_chat.core.kernel.units import without_units
from mathviz_chat.core.reading.tree import And, Chain, Expr, Or, RelOp, Statement, Sub, Truth

EQUATION = (RelOp.EQ, RelOp.DEFINED, RelOp.IDENTICAL)


def alternatives(statement: Statement) -> Iterator[list[Expr]]:
    """Each equation as the differences (core notation) of which one must be 0.

    ``x = 2 or y = 3`` is one equation with two; an "or" of systems is the systems multiplied out.
    Raises Unsupported for anything but equations, "and" and "or".
    """
    match statement:
        case And(items):
            for item in items:
                yield from alternatives(item)
        case Or(items):
            systems = [list(alternatives(item)) for item in items]
            if prod(map(len, systems)) > MAX_BRANCHES:
                raise TooLarge("so many cases that are systems themselves")
            for choice in combinations(*systems):
                yield [difference for equation in choice for difference in equation]
        case Chain(items, ops) if all(op in EQUATION for op in ops):
            for left, right in pairwise(items):
                yield [elaborate(Sub(*without_units(left, right)))]
        case Truth(True):
            return
        case _:
            raise Unsupported("a condition that is not made of equations")


def cases(statement: Statement) -> list[Statement]:
    """The cases of an "or" at the top, each a statement of its own."""
    return list(statement.items) if isinstance(statement, Or) else [statement]


@dataclass(frozen=True, slots=True)
class Equation:
    """``poly`` = 0, restricted to where the differences are defined."""

    differences: tuple[Expr, ...]
    poly: fmpq_mpoly


class Equations:
    """Equations in one ring."""

    def __init__(self, before: tuple[Statement, ...], after: Statement) -> None:
        first = [case for statement in before for case in alternatives(statement)]
        second = list(alternatives(after))
        trees = [difference for case in (*first, *second) for difference in case]
        self.forms = NormalForms(*trees)
        for case in (*first, *second):
            for difference in case if len(case) == 1 else ():
                self._learn(difference)
        self.before = [self._equation(case) for case in first]
        self.after = [self._equation(case) for case in second]
        self.after_cases = [
            [self._equation(case) for case in alternatives(part)] for part in cases(after)
        ]

    def _learn(self, difference: Expr) -> None:
        for restriction in restrictions(difference):
            if restriction.need is not Need.NONZERO:
                self.forms.assume_nonnegative(restriction.expr)

    def _equation(self, case: list[Expr]) -> Equation:
        poly = None
        for difference in case:
            numerator = self.forms.reduce(self.forms.of(difference).num)
            poly = numerator if poly is None else product(poly, numerator)
        if poly is None:
            raise Unsupported("no equation")
        return Equation(tuple(case), poly)
