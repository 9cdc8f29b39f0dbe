"""A claimed equation of a circle: the kernel's identity, and three points that must lie on it."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.problems import multivariate, recount
from mathviz_chat.core.problems.judging.line import claimed_equation, value
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Expr, Mul, Pow, Sub, Symbol
from mathviz_chat.core.verdict import Answer

_NAMES: Final = ("x", "y")


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """``problem.items``: the centre, then three points of the circle."""
    node = claimed_equation(text)
    if node is None:
        return unchecked("The question asks for an equation.")
    answer = Answer(text, to_plain(node))
    difference = Sub(*node.items)
    terms = multivariate.of_expression(difference, _NAMES)
    scale = Fraction(0) if terms is None else terms.get((2, 0), Fraction(0))
    if not scale:
        return unchecked("It is no equation of a circle.", answer)
    decision = identity(difference, Mul(number(scale), _expected(problem)))
    again = _on_circle(problem, difference)
    if decision.outcome is Outcome.PROVED and again:
        return verified(answer, "It is the same circle, and three of its points satisfy it.")
    if decision.outcome is Outcome.REFUTED and not again:
        return refuted(answer, "A point of the circle does not lie on it.")
    return unchecked(decision.reason, answer)


def _expected(problem: Problem) -> Expr:
    """(x - h)^2 + (y - k)^2 - r^2, as the plan finds it."""
    assert problem.plan is not None
    two = number(Fraction(2))
    pairs = zip(_NAMES, problem.items[:2], strict=True)
    across, up = (Pow(Sub(Symbol(name), at), two) for name, at in pairs)
    return Sub(Add(across, up), value(problem.plan, "s"))


def _on_circle(problem: Problem, difference: Expr) -> bool:
    points = problem.items[2:]
    pairs = zip(points[::2], points[1::2], strict=True)
    at = [{"x": recount.value(x), "y": recount.value(y)} for x, y in pairs]
    return all(recount.agree(recount.value(difference, one), Fraction(0)) for one in at)
