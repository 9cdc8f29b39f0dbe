"""Sums of arithmetic and geometric sequences."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.number import judge_value
from mathviz_chat.core.problems.judging.outcome import unchecked
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Node, Pow, Sub
from mathviz_chat.core.verdict import Answer

ONE: Final = number(Fraction(1))
TWO: Final = number(Fraction(2))
LONG: Final = 400  # terms after which a convergent series is compared with its limit
NEAR: Final = Fraction(1, 10**15)


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """By the formula, and by adding the terms one by one."""
    claimed = forms.claimed_value(node)
    if claimed is None or variables(claimed) or not forms.is_worked_out(claimed):
        return unchecked("The question asks for a number.")
    answer = Answer(text, to_plain(claimed))
    value = recount.value(formula(problem))
    if not isinstance(value, Fraction) or not _added(problem, value):
        return unchecked("The formula and the terms added up do not agree.", answer)
    return judge_value(formula(problem), claimed, answer)


def formula(problem: Problem) -> Expr:
    """``n(2a + (n - 1)d)/2``, ``a(r^n - 1)/(r - 1)`` or ``a/(1 - r)`` with the numbers put in."""
    first, step = problem.items
    count = number(Fraction(problem.rank))
    kind = problem.labels[0]
    if kind == "infinite":
        return Div(first, Sub(ONE, step))
    if kind == "arithmetic":
        ends = Add(Mul(TWO, first), Mul(Sub(count, ONE), step))
        return Div(Mul(count, ends), TWO)
    if recount.value(step) == 1:
        return Mul(count, first)
    return Div(Mul(first, Sub(Pow(step, count), ONE)), Sub(step, ONE))


def _added(problem: Problem, value: Fraction) -> bool:
    """Whether the terms, added one by one, come to the value (or near it, without end)."""
    term, step = (recount.value(item) for item in problem.items)
    infinite = problem.labels == ("infinite",)
    total = Fraction(0)
    for _ in range(LONG if infinite else problem.rank):
        total += term
        term = term + step if problem.labels == ("arithmetic",) else term * step
    return abs(total - value) < NEAR if infinite else total == value
