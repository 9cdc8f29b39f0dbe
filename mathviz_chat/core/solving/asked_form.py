"""The answer of a method in the form that the question asks for, with the lines that lead there."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.judging import interval_notation, split_units
from mathviz_chat.core.problems.problem import Form, Kind, Notation, Problem
from mathviz_chat.core.reading.tree import Add, Expr, Mul, Quantity
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.lines import BRIEF, Lines


def written(problem: Problem, lines: Lines) -> Lines | None:
    """The lines, with those added that bring the answer into the form; None where none do."""
    if lines.answer is None:
        return lines
    if problem.split:
        return _split(problem, lines)
    if problem.form is Form.TRUTH:
        lines.finish(_TRUTHS[problem.notation].get(lines.answer, lines.answer))
        return lines
    if problem.notation is None:
        return lines
    found = interval_notation.shown(lines.answer, problem)
    if found is None:
        return None
    if problem.notation is Notation.INTERVAL and found != interval_notation.NOTHING:
        unknown = problem.variable or problem.unknowns[0]
        lines.step("Write it in interval notation", f"{unknown} ∈ {found}", level=BRIEF)
    lines.finish(found)
    return lines


_TRUTHS: Final = {None: {"True": "yes", "False": "no"}, Notation.TRUE_OR_FALSE: {}}


def _split(problem: Problem, lines: Lines) -> Lines | None:
    """``75 min`` as ``1 h 15 min``: the whole hours are taken out of the minutes."""
    assert lines.answer is not None and problem.unit is not None
    claimed = split_units.amount(lines.answer, problem.unit)
    value = None if claimed is None else recount.value(claimed[0])
    if claimed is None or not isinstance(value, Fraction):
        return None
    named = [units.UNITS[symbol] for symbol in problem.split]
    smallest, size = named[-1], claimed[1].factor / named[-1].factor
    rest = value * size
    if rest.denominator != 1 or rest < 0:
        return None
    if size != 1:
        rule = f"Convert to {units.plural(smallest.name)}"
        lines.step(rule, build.equals(Mul(claimed[0], build.rational(size)), build.rational(rest)))
    if problem.kind is Kind.CONVERSION and problem.items == (
        Quantity(claimed[0], smallest.symbol),
    ):
        lines.lines.clear()  # 135*1 = 135
    told = []
    for unit in named[:-1]:
        each = unit.factor / smallest.factor
        count, left = divmod(rest, each)
        whole: Expr = Mul(build.rational(Fraction(count)), build.rational(each))
        claim = build.equals(build.rational(rest), Add(whole, build.rational(left)))
        if count:
            lines.step(f"Take out the whole {units.plural(unit.name)}", claim, level=BRIEF)
            told.append(f"{count} {unit.symbol}")
        rest = left
    if rest or not told:
        told.append(f"{rest} {smallest.symbol}")
    lines.finish(" ".join(told))
    return lines
