"""Linear systems over the rationals by Gauss's elimination: the second way to their solutions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.reading.tree import And, Chain, Expr, RelOp, Statement, Sub

Row = list[Fraction]


def solve(
    conditions: tuple[Statement, ...], unknowns: Sequence[str] = ()
) -> dict[str, Fraction] | None:
    """The only solution; None where there is none, more than one, or it is not linear."""
    names = tuple(unknowns) or variables(And(conditions))
    matrix = rows(conditions, names)
    if matrix is None:
        return None
    reduced = _eliminate(matrix, len(names))
    pivots = [row for row in reduced if any(row[:-1])]
    if len(pivots) != len(names) or any(row[-1] for row in reduced if not any(row[:-1])):
        return None
    return {name: row[-1] for name, row in zip(names, pivots, strict=True)}


def is_inconsistent(conditions: tuple[Statement, ...]) -> bool:
    """Whether elimination ends in ``0 = c`` with c not 0."""
    names = variables(And(conditions))
    matrix = rows(conditions, names)
    if matrix is None:
        return False
    return any(row[-1] for row in _eliminate(matrix, len(names)) if not any(row[:-1]))


def rows(conditions: tuple[Statement, ...], names: tuple[str, ...]) -> list[Row] | None:
    """Coefficients and right-hand sides of linear equations; None where one is not linear."""
    matrix = []
    for condition in conditions:
        if not isinstance(condition, Chain) or condition.ops != (RelOp.EQ,):
            return None
        row = _row(Sub(*condition.items), names)
        if row is None:
            return None
        matrix.append(row)
    return matrix


def _row(expr: Expr, names: tuple[str, ...]) -> Row | None:
    """Coefficients and right-hand side, from values at the unit points; checked at other points."""
    try:
        zero = dict.fromkeys(names, Fraction(0))
        constant = recount.value(expr, zero)
        units = [recount.value(expr, {**zero, n: Fraction(1)}) for n in names]
        if not all(isinstance(v, Fraction) for v in (constant, *units)):
            return None
        slopes = [v - constant for v in units]
        for point in recount.sample_points(names, 4):
            linear = constant + sum(s * point[n] for s, n in zip(slopes, names, strict=True))
            if recount.value(expr, point) != linear:
                return None
    except recount.NotEvaluated:
        return None
    return [*slopes, -constant]


def _eliminate(rows: list[Row], count: int) -> list[Row]:
    """Reduced row echelon form."""
    rows = [list(row) for row in rows]
    top = 0
    for column in range(count):
        pivot = next((i for i in range(top, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[top], rows[pivot] = rows[pivot], rows[top]
        rows[top] = [c / rows[top][column] for c in rows[top]]
        for i, row in enumerate(rows):
            if i != top and row[column]:
                rows[i] = [a - row[column] * b for a, b in zip(row, rows[top], strict=True)]
        top += 1
    return rows
