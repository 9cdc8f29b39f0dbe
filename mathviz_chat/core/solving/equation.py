"""One equation in one unknown: brackets, fractions, both sides, then linear or quadratic."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Outcome, holds, substitute, variables
from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.problems.judging.solutions import claimed_values
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.reading import read, to_plain
from mathviz_chat.core.reading.tree import And, Chain, Log, Or, Pow, Symbol
from mathviz_chat.core.reading.walking import transform, walk
from mathviz_chat.core.solving import (
    algebraic,
    build,
    compound,
    constant_coefficients,
    distributing,
    exponential,
    inequality,
    linear,
    logarithmic,
    monomials,
    quadratic,
    rational_powers,
    roots,
)
from mathviz_chat.core.solving.linear import ALWAYS, NEVER
from mathviz_chat.core.solving.lines import FINE, Lines
from mathviz_chat.core.solving.sides import Sides
from mathviz_chat.core.solving.substituted import letter_beside, solve_for

MOST_CHECKS: Final = 4
"""So many solutions are put into the equation one by one."""


def solve(problem: Problem) -> Lines | None:
    """Lines for an equation or inequalities in one unknown; None where no method is known."""
    equation = problem.conditions[0]
    if isinstance(equation, And | Or):
        return compound.solve(equation, problem.unknowns[0])
    if not isinstance(equation, Chain):
        return None
    if problem.form is Form.INTERVALS:
        return inequality.solve(equation, problem.unknowns[0])
    name = problem.unknowns[0]
    return _with_checks(solve_equation(equation, name), equation, name)


def _with_checks(lines: Lines | None, equation: Chain, name: str) -> Lines | None:
    """Fine lines that put each solution into the equation, where no line has tried it."""
    if lines is None or lines.answer in (None, NEVER, ALWAYS):
        return lines
    if any(line.rule.startswith("Try ") for line in lines.lines):
        return lines
    found = claimed_values(read(lines.answer or "", variables=(name,)), name) or ()
    for value in found[:MOST_CHECKS]:
        placed = substitute(equation, {name: value})
        if isinstance(placed, Chain) and holds(placed, {}).outcome is Outcome.PROVED:
            lines.step(f"Check {name} = {to_plain(value)}", placed, level=FINE)
    return lines


def _by(method: str) -> Callable[[Problem], Lines | None]:
    """The method of a name, for quadratic equations."""

    def solve_by(problem: Problem) -> Lines | None:
        equation = problem.conditions[0]
        if not isinstance(equation, Chain) or problem.form is Form.INTERVALS:
            return solve(problem)
        return solve_equation(equation, problem.unknowns[0], method)

    return solve_by


QUADRATIC = ("factoring", "formula", "completing-the-square")
NAMED: Final = {name: _by(name) for name in QUADRATIC}
"""Methods by name; other equations than quadratic ones have one method each."""


def solve_equation(equation: Chain, name: str, method: str | None = None) -> Lines | None:
    """Lines for ``equation``, solved for ``name``; None where the roots cannot be written.

    method: one of :data:`NAMED`, for a quadratic equation.
    """
    square = None if method else _in_a_square(equation, name)
    if square is not None:
        return square
    left, right = (monomials.expanded(item, name) for item in equation.items)
    if left is None or right is None:
        return _other(equation, name)
    degree = monomials.degree(left + monomials.scaled(right, Fraction(-1)))
    lines = Lines()
    sides = _prepare(lines, equation, Sides(left, right, name))
    if degree > 2:
        return roots.solve(lines, sides)
    if degree == 2:
        return quadratic.solve(lines, sides, method)
    linear.solve(lines, sides)
    return lines


def _in_a_square(equation: Chain, name: str) -> Lines | None:
    """``2(x - 3)^2 - 1 = 31``: solved for the square, then roots of both sides."""
    squares = {
        node
        for item in equation.items
        for node in walk(item)
        if isinstance(node, Pow) and node.exponent == build.TWO and name in variables(node.base)
    }
    square = squares.pop() if len(squares) == 1 else None
    line = None if square is None else polynomial.of_expression(square.base, name)
    if square is None or line is None or len(line) != 2 or square.base == Symbol(name):
        return None
    letter = letter_beside(name)
    placed = transform(equation, lambda node: Symbol(letter) if node == square else None)
    terms = polynomial.of_equation(placed, letter)
    if terms is None or len(terms) != 2:
        return None
    lines = Lines()
    solve_for(lines, placed, letter, square)
    quadratic.roots_of_square(lines, square.base, line, -terms[0] / terms[1], name)
    return lines


def _other(equation: Chain, name: str) -> Lines | None:
    """Equations with other coefficients than rational ones, or in functions of the unknown."""
    return _by_functions(equation, name) or constant_coefficients.solve(equation, name)


def _by_functions(equation: Chain, name: str) -> Lines | None:
    """Equations that are not polynomial, by the functions of the unknown in them."""
    nodes = [node for item in equation.items for node in walk(item)]
    if any(isinstance(node, Log) and name in variables(node) for node in nodes):
        return logarithmic.solve(equation, name)
    if any(isinstance(n, Pow) and name in variables(n.exponent) for n in nodes):
        return exponential.solve(equation, name)
    return rational_powers.solve(equation, name) or algebraic.solve(equation, name)


def _prepare(lines: Lines, equation: Chain, sides: Sides) -> Sides:
    """Multiply out, clear fractions and collect like terms, each where there is something to do."""
    shown: Chain = equation
    if any(monomials.has_brackets(item) for item in equation.items):
        distributing.shown_of_equation(lines, equation)
        shown = _show(lines, "Expand the brackets", shown, sides)
    factor = monomials.common_denominator(sides.left, sides.right)
    places = max(monomials.decimal_places(item) for item in equation.items)
    if places and 10**places % factor == 0:
        factor = 10**places
    if factor > 1 and not _is_isolated(sides):
        sides = sides.scaled(Fraction(factor))
        shown = _show(lines, f"Multiply both sides by {factor}", shown, sides)
    if not monomials.is_collected(sides.left) or not monomials.is_collected(sides.right):
        sides = sides.collected()
        _show(lines, "Collect like terms", shown, sides)
    return sides


def _is_isolated(sides: Sides) -> bool:
    """``x^2 = 3/4``: clearing the fraction would lead away from what is wanted."""
    return len(sides.left) == 1 and sides.left[0][0] == 1 and monomials.degree(sides.right) < 1


def _show(lines: Lines, rule: str, before: Chain, sides: Sides) -> Chain:
    if sides.tree != before:
        lines.step(rule, sides.tree, before=before)
    return sides.tree
