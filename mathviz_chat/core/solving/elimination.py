"""Linear systems of any size: one unknown after another is eliminated, then values are put in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Final

from mathviz_chat.core.kernel import substitute
from mathviz_chat.core.problems import linear_system
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import And, Chain, RelOp, Symbol
from mathviz_chat.core.solving import build, linear
from mathviz_chat.core.solving.lines import BRIEF, Lines

ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")


@dataclass(frozen=True, slots=True)
class Equation:
    """``a x + b y + ... = c``. number: its place in the question, for naming it."""

    coefficients: tuple[Fraction, ...]
    constant: Fraction
    names: tuple[str, ...]
    number: int

    @property
    def tree(self) -> Chain:
        """The equation as it is written."""
        left = build.total(
            (c, Symbol(n)) for c, n in zip(self.coefficients, self.names, strict=True)
        )
        return build.equals(left, build.rational(self.constant))

    def plus(self, other: Equation, factor: Fraction, scale: Fraction) -> Equation:
        """``scale`` times this one and ``factor`` times the other, added."""
        pairs = zip(self.coefficients, other.coefficients, strict=True)
        combined = tuple(scale * a + factor * b for a, b in pairs)
        constant = scale * self.constant + factor * other.constant
        return Equation(combined, constant, self.names, self.number)

    def whole(self) -> Equation:
        """With whole coefficients."""
        factor = Fraction(lcm(*(c.denominator for c in (*self.coefficients, self.constant))))
        scaled = tuple(factor * c for c in self.coefficients)
        return Equation(scaled, factor * self.constant, self.names, self.number)


def solve(problem: Problem) -> Lines | None:
    """The only solution of a linear system, or that it has none; None for any other."""
    names = tuple(sorted({*problem.unknowns, *_names(problem)}))
    matrix = linear_system.rows(problem.conditions, names)
    if matrix is None or len(names) > len(ORDINALS) or len(matrix) > len(ORDINALS):
        return None
    lines = Lines()
    rows = [Equation(tuple(r[:-1]), r[-1], names, i).whole() for i, r in enumerate(matrix)]
    for row, given in zip(rows, problem.conditions, strict=True):
        if row.tree != given:
            rule = f"Rearrange the {ORDINALS[row.number]} equation"
            lines.step(rule, row.tree, before=given)
    values = _back(lines, *_eliminated(lines, rows))
    if values is None:
        if not linear_system.is_inconsistent(problem.conditions):
            return None
        lines.finish(linear.NEVER)
        return lines
    wanted = problem.unknowns if problem.form is Form.ASSIGNMENT else problem.unknowns[:1]
    answer = ", ".join(f"{n} = {to_plain(build.rational(values[n]))}" for n in wanted)
    lines.finish(answer)
    return lines


def _names(problem: Problem) -> tuple[str, ...]:
    from mathviz_chat.core.kernel import variables

    return variables(And(problem.conditions))


def _eliminated(lines: Lines, rows: list[Equation]) -> tuple[list[Equation], list[Equation]]:
    """The equations that each gave an unknown, in order; what is left of the others."""
    used: list[Equation] = []
    for column in range(len(rows[0].names)):
        pivot = min(
            (row for row in rows if row.coefficients[column]),
            key=lambda row: (sum(map(bool, row.coefficients)), abs(row.coefficients[column])),
            default=None,
        )
        if pivot is None:
            continue
        used.append(pivot)
        rows = [_without(lines, row, pivot, column) for row in rows if row is not pivot]
    return used, rows


def _without(lines: Lines, row: Equation, pivot: Equation, column: int) -> Equation:
    """A row with an unknown eliminated by another row."""
    own, other = row.coefficients[column], pivot.coefficients[column]
    if own == 0:
        return row
    common = lcm(int(own), int(other))
    scale, factor = abs(common / own), abs(common / other)
    sign = -1 if (own > 0) == (other > 0) else 1
    after = row.plus(pivot, sign * factor, scale)
    name, verb = row.names[column], "Subtract" if sign < 0 else "Add"
    first, second = (_times(scale, row), _times(factor, pivot))
    joint = "from" if sign < 0 else "to"
    rule = f"{verb} {second} {joint} {first} to eliminate {name}"
    if any(after.coefficients):
        lines.step(rule, after.tree, before=row.tree)
    elif after.constant:
        claim = Chain((build.ZERO, build.rational(after.constant)), (RelOp.NE,))
        why = f"{rule}: the left side becomes 0, the right side {after.constant}."
        lines.step("Compare the two sides", claim, level=BRIEF, why=why)
    return after


def _times(factor: Fraction, row: Equation) -> str:
    named = f"the {ORDINALS[row.number]} equation"
    return named if factor == 1 else f"{factor} times {named}"


def _back(
    lines: Lines, used: Sequence[Equation], left: Sequence[Equation]
) -> dict[str, Fraction] | None:
    """The values from the last equation back to the first; None where they are not determined."""
    if not used or len(used) < len(used[0].names) or any(row.constant for row in left):
        return None
    values: dict[str, Fraction] = {}
    for column, row in reversed(list(enumerate(used))):
        name = row.names[column]
        known = [(c, n) for c, n in zip(row.coefficients, row.names, strict=True) if n in values]
        rest = row.constant - sum(c * values[n] for c, n in known)
        if any(c for c, _ in known):
            found = {n: build.rational(values[n]) for _, n in known}
            told = " and ".join(f"{n} = {values[n]}" for c, n in known if c)
            rule = f"Put {told} into the {ORDINALS[row.number]} equation"
            lines.step(rule, substitute(row.tree, found), before=row.tree)
        values[name] = rest / row.coefficients[column]
        solved = build.equals(Symbol(name), build.rational(values[name]))
        lines.step(f"Solve for {name}", solved, level=BRIEF)
    return values
