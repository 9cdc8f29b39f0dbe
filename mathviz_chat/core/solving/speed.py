"""One motion at one speed: the formula is set up, the numbers are put in."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.units import Unit
from mathviz_chat.core.reading.tree import Div, Expr, Mul, Quantity
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, Lines

FORMULAS: Final = {
    "speed": ("speed = distance / time", "Divide the distance by the time"),
    "distance": ("distance = speed * time", "Multiply the speed by the time"),
    "time": ("time = distance / speed", "Divide the distance by the speed"),
}


def solve(problem: Problem) -> Lines | None:
    """The formula, conversions where the units differ, one multiplication or division."""
    expression = problem.expression
    target = units.find(problem.unit or "")
    if not isinstance(expression, Mul | Div) or target is None:
        return None
    formula, rule = FORMULAS[problem.unknowns[0]]
    lines = Lines()
    lines.setup("Choose the formula", formula)
    needed = _needed_units(expression, target)
    values = []
    for quantity, unit in zip((expression.left, expression.right), needed, strict=True):
        value = _in_unit(lines, quantity, unit)
        if value is None:
            return None
        values.append(value)
    work = type(expression)(values[0], values[1])
    number = recount.value(work)
    result = build.decimal(number) or build.rational(number)
    lines.step(rule, build.equals(work, result), level=BRIEF, before=work, after=result)
    lines.finish(Quantity(result, target.symbol))
    return lines


def _needed_units(expression: Mul | Div, target: Unit) -> tuple[Unit | None, Unit | None]:
    """The units in which the two numbers give the answer in its unit; None keeps a unit."""
    assert isinstance(expression.left, Quantity) and isinstance(expression.right, Quantity)
    left, right = units.find(expression.left.unit), units.find(expression.right.unit)
    assert left is not None and right is not None
    if isinstance(expression, Mul):
        below = _below(left)
        return units.quotient(target, below), below
    if target.dimension == "time":
        length = _above(right)
        return length, units.quotient(length, target)
    return _above(target), _below(target)


def _above(speed: Unit) -> Unit:
    symbol = {"mph": "mi"}.get(speed.symbol, speed.symbol.partition("/")[0])
    return units.UNITS[symbol]


def _below(speed: Unit) -> Unit:
    symbol = {"mph": "h"}.get(speed.symbol, speed.symbol.partition("/")[2])
    return units.UNITS[symbol]


def _in_unit(lines: Lines, quantity: Expr, unit: Unit | None) -> Expr | None:
    """The number of the unit in a quantity, with a line where it is converted."""
    assert isinstance(quantity, Quantity)
    own = units.find(quantity.unit)
    value = recount.value(quantity.value)
    if own is None or unit is None or not isinstance(value, Fraction):
        return None
    converted = units.convert(value, own, unit)
    if converted is None:
        return None
    if own == unit:
        return quantity.value
    result = build.decimal(converted) or build.rational(converted)
    size = unit.factor / own.factor
    work: Expr = Div(quantity.value, build.rational(size))
    why = f"One {unit.name} is {size} {own.name}s."
    if size.denominator != 1:
        work = Mul(quantity.value, build.decimal(1 / size) or build.rational(1 / size))
        why = f"One {own.name} is {1 / size} {unit.name}s."
    after = Quantity(result, unit.symbol)
    rule = f"Convert {own.name}s to {unit.name}s"
    lines.step(rule, build.equals(work, result), before=quantity, after=after, why=why)
    return result
