"""The differential equation that a question asks to solve, with its initial values."""

from __future__ import annotations

from dataclasses import dataclass

from mathviz_chat.core.kernel import differentiate, substitute, variables
from mathviz_chat.core.problems import Kind, Problem
from mathviz_chat.core.problems.differential import LETTERS, ZERO, Equation, condition_of, parse
from mathviz_chat.core.reading.tree import Chain, Div, Expr, Neg


@dataclass(frozen=True, slots=True)
class Differential:
    """A differential equation with its initial values: the order of a derivative, place, value."""

    statement: Chain
    whole: Equation
    initial: tuple[tuple[int, Expr, Expr], ...]

    @property
    def x(self) -> str:
        return self.whole.variable

    @property
    def y(self) -> str:
        return self.whole.dependent

    def slope(self) -> Expr | None:
        """y' by x and y, of an equation of first order that is linear in it."""
        factor = differentiate(self.whole.whole, LETTERS[1])
        if self.whole.order != 1 or LETTERS[1] in variables(factor):
            return None
        return Neg(Div(substitute(self.whole.whole, {LETTERS[1]: ZERO}), factor))


def differential_of(problem: Problem | None) -> Differential | None:
    """The equation that a question asks to solve."""
    if problem is None or problem.kind is not Kind.DIFFERENTIAL_EQUATION:
        return None
    statement, *rest = problem.conditions
    whole = parse(statement) if isinstance(statement, Chain) else None
    if whole is None or not isinstance(statement, Chain):
        return None
    initial = (condition_of(one, whole.dependent) for one in rest if isinstance(one, Chain))
    return Differential(statement, whole, tuple(one for one in initial if one is not None))
