"""A claimed quantity: a value with a unit, or the bare value where the question names the unit."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.number import judge_value
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.problems.units import Unit
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import Div, Expr, Mul, Neg, Node, Quantity, Symbol
from mathviz_chat.core.verdict import Answer


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge a quantity against ``problem.expression``, a product or quotient of quantities."""
    claimed = forms.claimed_value(node)
    assert problem.expression is not None and problem.unit is not None
    value, unit = (None, "") if claimed is None else value_and_unit(claimed)
    if value is None or variables(value):
        return unchecked("The question asks for a quantity, and this is none.")
    if not unit and not problem.unit_named:
        return unchecked("It has no unit.")
    if not forms.is_worked_out(value):
        return unchecked("It is not worked out to one number in lowest terms.")
    wanted = units.find(problem.unit)
    given = units.find(unit) if unit else wanted
    if wanted is None or given is None:
        return unchecked(f"The unit {unit or problem.unit} is not known.")
    return _judge_in(problem, value, given, wanted, text)


_NAMED: Final = re.compile(r"(.*[\d)])\s*([A-Za-zµμΩ].*)", re.DOTALL)


def judge_conversion(problem: Problem, text: str) -> AnswerJudgement:
    """Judge a quantity in another unit: ``problem.target`` is the number of those units."""
    assert problem.target is not None and problem.unit is not None
    named = _NAMED.fullmatch(text)
    told = units.asked_for(named[2]) if named else None
    try:
        node = read(named[1] if named and told is not None else text)
    except ReadError as error:
        return unchecked(f"The answer cannot be read: {error.reason}")
    claimed = forms.claimed_value(node)
    value, unit = (None, "") if claimed is None else value_and_unit(claimed)
    if value is None or variables(value):
        return unchecked("The question asks for a quantity, and this is none.")
    wanted = units.asked_for(problem.unit)
    given = units.asked_for(unit) if unit else told or wanted
    if not forms.is_worked_out(value):
        return unchecked("It is not worked out to one number in lowest terms.")
    if given is None or given != wanted:
        return unchecked(f"The question asks for the answer in {problem.unit}.")
    return judge_value(problem.target, value, Answer(text, to_plain(value)))


def value_and_unit(claimed: Expr) -> tuple[Expr, str]:
    """``225/11 mph`` is read as 225 over 11 mph, and means 225/11 of a mile per hour.

    A letter after a number is read as a factor, and means a unit: ``5000 m``, ``1.5 h``.
    """
    if isinstance(claimed, Mul) and isinstance(claimed.right, Symbol):
        letter = claimed.right.name
        return (claimed.left, letter) if units.find(letter) is not None else (claimed, "")
    if isinstance(claimed, Quantity):
        return claimed.value, claimed.unit
    if isinstance(claimed, Div) and isinstance(claimed.right, Quantity):
        return Div(claimed.left, claimed.right.value), claimed.right.unit
    if isinstance(claimed, Neg):
        value, unit = value_and_unit(claimed.arg)
        return Neg(value), unit
    return claimed, ""


def _judge_in(
    problem: Problem, value: Expr, given: Unit, wanted: Unit, text: str
) -> AnswerJudgement:
    plain = to_plain(value if problem.unit_named else Quantity(value, given.symbol))
    answer = Answer(text, plain)
    if given.dimension != wanted.dimension:
        return refuted(answer, f"{given.symbol} is not a unit of {problem.unknowns[0]}.")
    if problem.unit_named and given.factor != wanted.factor:
        return unchecked(f"The question asks for the answer in {wanted.symbol}.", answer)
    assert problem.expression is not None
    expected = in_unit(problem.expression, given)
    return (
        unchecked("Its units are not known.", answer)
        if expected is None
        else judge_value(expected, value, answer)
    )


def in_unit(expr: Expr, target: Unit) -> Expr | None:
    """The number of target units in a product or quotient of two quantities."""
    if not isinstance(expr, Mul | Div):
        return None
    left, right = expr.left, expr.right
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return None
    a, b = units.find(left.unit), units.find(right.unit)
    if a is None or b is None:
        return None
    factor = a.factor * b.factor if isinstance(expr, Mul) else a.factor / b.factor
    bare = type(expr)(left.value, right.value)
    return Mul(bare, number(factor / target.factor))
