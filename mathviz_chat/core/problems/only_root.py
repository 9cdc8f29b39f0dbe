"""The one solution of a story's equations: a linear system, or a quadratic with a restriction."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import linear_system, polynomial, recount
from mathviz_chat.core.reading.tree import And, Chain, RelOp, Statement

_DIRECTIONS: Final = {
    RelOp.GT: (True, False),
    RelOp.GE: (True, True),
    RelOp.LT: (False, False),
    RelOp.LE: (False, True),
}
"""Whether the left side is the greater one, and whether both may be equal."""


def equations(conditions: tuple[Statement, ...]) -> tuple[Chain, ...]:
    """The conditions that are equations; the others only restrict the unknown."""
    return tuple(c for c in conditions if isinstance(c, Chain) and c.ops == (RelOp.EQ,))


def restrictions(conditions: tuple[Statement, ...]) -> tuple[Chain, ...]:
    """The inequalities."""
    return tuple(c for c in conditions if isinstance(c, Chain) and c.ops != (RelOp.EQ,))


def solve(conditions: tuple[Statement, ...]) -> dict[str, Fraction] | None:
    """The only solution, in fractions; None where it is not rational, or not the only one."""
    linear = linear_system.solve(conditions)
    if linear is not None:
        return linear
    names = variables(And(conditions))
    own = equations(conditions)
    if len(names) != 1 or len(own) != 1:
        return None
    (name,) = names
    found = _rational_roots(polynomial.of_equation(own[0], name) or ())
    if found is None:
        return None
    kept = [root for root in found if all(allows(c, name, root) for c in restrictions(conditions))]
    return {name: kept[0]} if len(kept) == 1 else None


def _rational_roots(terms: polynomial.Coefficients) -> set[Fraction] | None:
    """Both roots of a quadratic; None where they are no fractions, or Sturm counts others."""
    if len(terms) == 2:
        return {-terms[0] / terms[1]}
    if len(terms) != 3:
        return None
    c, b, a = terms
    root = _square_root(b * b - 4 * a * c)
    if root is None:
        return None
    found = {(-b + root) / (2 * a), (-b - root) / (2 * a)}
    return found if polynomial.count_real_roots(terms) == len(found) else None


def _square_root(value: Fraction) -> Fraction | None:
    if value < 0:
        return None
    top, below = isqrt(value.numerator), isqrt(value.denominator)
    return Fraction(top, below) if Fraction(top * top, below * below) == value else None


def allows(restriction: Chain, name: str, value: Fraction) -> bool:
    """Whether an inequality holds for a value of its unknown."""
    if len(restriction.ops) != 1 or restriction.ops[0] not in _DIRECTIONS:
        return False
    left, right = (recount.value(item, {name: value}) for item in restriction.items)
    greater, equal = _DIRECTIONS[restriction.ops[0]]
    if recount.agree(left, right):
        return equal
    return recount.less(right, left) is greater
