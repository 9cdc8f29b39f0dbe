"""Systems of equations: two linear ones by elimination, others by the method that fits."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import linear_system
from mathviz_chat.core.problems.judging.assignment import MANY
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import And, Chain, Expr, RelOp, Symbol
from mathviz_chat.core.solving import build, elimination, linear, monomials, squares, substitution
from mathviz_chat.core.solving.lines import BRIEF, FINE, Lines
from mathviz_chat.core.solving.sides import Sides

ORDINALS: Final = ("first", "second")


@dataclass(frozen=True, slots=True)
class Row:
    """``a x + b y = c`` for the two names."""

    coefficients: tuple[Fraction, Fraction]
    constant: Fraction
    names: tuple[str, str]

    @property
    def tree(self) -> Chain:
        """The equation as it is written."""
        symbols = (Symbol(name) for name in self.names)
        left = build.total(zip(self.coefficients, symbols, strict=True))
        return build.equals(left, build.rational(self.constant))

    def scaled(self, factor: Fraction) -> Row:
        """Both sides times a factor."""
        first, second = self.coefficients
        return Row((factor * first, factor * second), factor * self.constant, self.names)

    def plus(self, other: Row, sign: int) -> Row:
        """The sum of two equations, or their difference for sign -1."""
        pairs = zip(self.coefficients, other.coefficients, strict=True)
        first, second = (a + sign * b for a, b in pairs)
        return Row((first, second), self.constant + sign * other.constant, self.names)


def solve(problem: Problem) -> Lines | None:
    """Elimination for linear systems, substitution for a line with a curve."""
    if len(problem.conditions) == 2:
        return _two(problem) or substitution.solve(problem) or squares.solve(problem)
    return elimination.solve(problem)


def _two(problem: Problem) -> Lines | None:
    """Elimination of one unknown; the other by putting the value in."""
    names = variables(And(problem.conditions))
    matrix = linear_system.rows(problem.conditions, names)
    if matrix is None or len(matrix) != 2 or len(names) != 2:
        return None
    lines = Lines()
    rows = [_standard(Row((a, b), c, (names[0], names[1]))) for a, b, c in matrix]
    for ordinal, row, given in zip(ORDINALS, rows, problem.conditions, strict=True):
        if row.tree != given:
            lines.step(f"Rearrange the {ordinal} equation", row.tree, before=given)
    if linear_system.solve(problem.conditions, names) is None:
        return _without_one_solution(lines, problem, rows)
    values = _eliminate(lines, rows)
    wanted = problem.unknowns if problem.form is Form.ASSIGNMENT else problem.unknowns[:1]
    lines.finish(", ".join(f"{name} = {to_plain(values[name])}" for name in wanted))
    return lines


def _standard(row: Row) -> Row:
    """Whole coefficients; the first one that is not 0 is positive."""
    parts = (*row.coefficients, row.constant)
    factor = Fraction(lcm(*(part.denominator for part in parts)))
    leading = next((c for c in row.coefficients if c), Fraction(1))
    return row.scaled(factor if leading > 0 else -factor)


def _without_one_solution(lines: Lines, problem: Problem, rows: list[Row]) -> Lines | None:
    inconsistent = linear_system.is_inconsistent(problem.conditions)
    if not inconsistent and problem.form is not Form.ASSIGNMENT:
        return None
    gone = next(i for i in (0, 1) if all(row.coefficients[i] for row in rows) or i == 1)
    scaled = _scaled(lines, rows, gone) if all(row.coefficients[gone] for row in rows) else rows
    left, right = (build.rational(row.constant) for row in scaled)
    if not inconsistent:
        return _one_equation(lines, rows[0], build.equals(left, right))
    rule = "The left sides are the same; compare the right sides"
    lines.step(rule, Chain((left, right), (RelOp.NE,)), level=BRIEF)
    lines.finish(linear.NEVER)
    return lines


def _one_equation(lines: Lines, row: Row, same: Chain) -> Lines:
    """Both say the same: one unknown may have any value, the other follows from it."""
    rule = "The left sides are the same, and so are the right sides"
    lines.step(rule, same, level=BRIEF)
    kept = 1 if row.coefficients[1] else 0
    free, slope = row.names[1 - kept], row.coefficients[kept]
    terms = [(-row.coefficients[1 - kept] / slope, Symbol(free)), (row.constant / slope, None)]
    relation = build.equals(Symbol(row.names[kept]), build.total(terms))
    why = f"{free} may be any number; {row.names[kept]} follows from it."
    lines.step(f"Solve one equation for {row.names[kept]}", relation, level=BRIEF, why=why)
    lines.finish(MANY)
    return lines


def _eliminate(lines: Lines, rows: list[Row]) -> dict[str, Expr]:
    """The values of both unknowns, in the order in which they are found."""
    gone = _cheapest(rows)
    kept = 1 - gone
    single = next((row for row in rows if row.coefficients[gone] == 0), None)
    if single is None:
        single = _combine(lines, rows, gone)
    name = single.names[kept]
    value = _isolate(lines, single.tree, name)
    index = next(i for i, row in enumerate(rows) if row.coefficients[gone] != 0)
    put_in = substitute(rows[index].tree, {name: value})
    rule = f"Put {name} = {to_plain(value)} into the {ORDINALS[index]} equation"
    lines.step(rule, put_in, before=rows[index].tree)
    other = rows[index].names[gone]
    return {name: value, other: _isolate(lines, put_in, other)}


def _cheapest(rows: list[Row]) -> int:
    """The unknown to eliminate: one that is missing already, else the smallest multiplication."""
    first, second = rows

    def cost(i: int) -> Fraction:
        a, b = abs(first.coefficients[i]), abs(second.coefficients[i])
        return Fraction(0) if a * b == 0 else Fraction(lcm(int(a), int(b))) / min(a, b)

    return 0 if cost(0) < cost(1) else 1


def _combine(lines: Lines, rows: list[Row], gone: int) -> Row:
    """Multiply the equations so that an unknown drops out, then add or subtract them."""
    first, second = _scaled(lines, rows, gone)
    sign = -1 if first.coefficients[gone] == second.coefficients[gone] else 1
    result = first.plus(second, sign)
    rule = "Subtract the second equation from the first" if sign < 0 else "Add the equations"
    lines.step(rule, result.tree, level=BRIEF)
    return result


def _scaled(lines: Lines, rows: list[Row], gone: int) -> list[Row]:
    """Both equations multiplied so that an unknown has the same coefficient, up to its sign."""
    a, b = (int(row.coefficients[gone]) for row in rows)
    common = gcd(a, b)
    factors = (abs(b) // common, abs(a) // common)
    scaled = []
    for ordinal, row, factor in zip(ORDINALS, rows, factors, strict=True):
        scaled.append(row.scaled(Fraction(factor)))
        if factor != 1:
            rule = f"Multiply the {ordinal} equation by {factor}"
            lines.step(rule, scaled[-1].tree, before=row.tree)
    return scaled


def _isolate(lines: Lines, equation: Chain, name: str) -> Expr:
    """The lines from a linear equation in one unknown to its value."""
    left, right = (monomials.expanded(item, name) for item in equation.items)
    assert left is not None and right is not None
    sides = Sides(left, right, name)
    if sides.collected() != sides:
        lines.step("Work out both sides", sides.collected().tree, level=FINE, before=equation)
    value = linear.isolate(lines, sides.collected())
    assert value is not None
    return value


NAMED: Final = {"elimination": solve, "substitution": substitution.solve}
"""Methods by name; with two equations both apply."""
