"""Methods by name: the lines differ, the answer does not, and each line is proved."""

from __future__ import annotations

from typing import get_args

import pytest

from mathviz_chat.config import MethodName
from mathviz_chat.core.problems import Problem, read_question
from mathviz_chat.core.solving import Solution, Unsolved, solve
from mathviz_chat.core.solving.solver import NAMED
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

ROWS = [
    ("x^2 + x - 12 = 0", "factoring", "Factor the left side"),
    ("x^2 + x - 12 = 0", "formula", "Use the quadratic formula"),
    ("x^2 + x - 12 = 0", "completing-the-square", "Write the left side as a square"),
    ("2x^2 - 3x = 4", "formula", "Use the quadratic formula"),
    ("2x^2 - 3x = 4", "completing-the-square", "Write the left side as a square"),
    ("x^2 + 2x + 5 = 0", "completing-the-square", "Look at the sign of the square"),
    ("x^2 = 9", "completing-the-square", "Take square roots of both sides"),
    ("x + 2y = 8 and 3x - y = 3", "substitution", "Solve the first equation for x"),
    ("x + 2y = 8 and 3x - y = 3", "elimination", "Multiply the second equation by 2"),
    ("3x + 1 = 7", "factoring", "Subtract 1 from both sides"),
]


def problem_of(text: str) -> Problem:
    problem = read_question(f"Solve {text}")
    assert isinstance(problem, Problem)
    return problem


DERIVED = [
    # a polynomial: h cancels in each term
    ("Find the derivative of x^2 from first principles", "2x", "2x + h"),
    ("Differentiate f(x) = 3x^2 - 5x + 2 from first principles.", "6x - 5", "6x + 3h - 5"),
    # a quotient: over one denominator first
    ("differentiate 1/x by first principles", "-1/x^2", "-1/((x + h)x)"),
    ("Using first principles, find the derivative of x + 1/x", "(x^2 - 1)/x^2", "(x^2 + xh - 1)"),
    # other names of the same way, another letter, a value
    ("Use the limit definition of the derivative to find f'(x) for f(x) = x^3", "3x^2", "3xh"),
    ("Use the definition of the derivative to differentiate t^2 - 3t", "2t - 3", "2t + h - 3"),
    ("Differentiate h^2 from first principles.", "2h", "2h + k"),
    # known limits, and the sum of two roots
    ("Differentiate sin x from first principles", "cos(x)", "cos(x)*sin(h)"),
    ("Differentiate cos 2x from first principles", "-2sin(2x)", "lim(h -> 0, sin(2h)/h) = 2"),
    ("Find the derivative of e^(-x) from first principles", "-e^(-x)", "e^(-x)*e^(-h)"),
    ("Differentiate ln x by first principles", "1/x", "lim(t -> 0, ln(1 + t)/t) = 1"),
    ("Find the derivative of sqrt(2x + 1) from first principles", "1/sqrt(2x + 1)", "2/(sqrt("),
    ("Find f'(2) using the limit definition if f(x) = 2x^2", "8", "4x + 2h"),
]


@pytest.mark.parametrize(("text", "answer", "line"), DERIVED)
def test_a_derivative_from_first_principles(text: str, answer: str, line: str) -> None:
    """Not one rule of differentiation is used; each line but the definition is proved."""
    problem = read_question(text)
    assert isinstance(problem, Problem)
    assert read_question(problem.read_as) == problem
    solution = solve(problem)
    assert isinstance(solution, Solution)
    assert (solution.answer.plain, solution.verdict) == (answer, AnswerVerdict.VERIFIED)
    assert any(line in step.claim.text for step in solution.steps)
    assert not any("rule" in (step.rule or "") for step in solution.steps)
    definition, *others = solution.steps
    assert definition.claim.verdict is Verdict.UNCHECKED
    assert {step.claim.verdict for step in others} == {Verdict.PROVED}


@pytest.mark.parametrize(
    "text",
    [
        "Differentiate tan(x) from first principles",  # no limit of a table
        "Differentiate sin(x + 1) from first principles",  # no multiple of x
        "Differentiate ln(2x) from first principles",  # the same
        "Find the second derivative of x^3 from first principles",  # not the first one
    ],
)
def test_a_way_that_is_asked_for_and_cannot_be_gone_is_not_replaced(text: str) -> None:
    problem = read_question(text)
    unsolved = problem if not isinstance(problem, Problem) else solve(problem)
    assert not isinstance(unsolved, Solution)


@pytest.mark.parametrize(("text", "method", "rule"), ROWS)
def test_the_method_asked_for_is_used_and_proved(text: str, method: str, rule: str) -> None:
    problem = problem_of(text)
    own, chosen = solve(problem), solve(problem, method=method)
    assert isinstance(own, Solution)
    assert isinstance(chosen, Solution)
    assert rule in [step.rule for step in chosen.steps]
    assert chosen.answer == own.answer
    assert chosen.verdict is AnswerVerdict.VERIFIED
    assert all(step.claim.verdict is Verdict.PROVED for step in chosen.steps), chosen.steps


def test_a_method_that_leads_nowhere_says_so() -> None:
    unsolved = solve(problem_of("x^2 - 2x - 1 = 0"), method="factoring")
    assert isinstance(unsolved, Unsolved)
    assert "factoring" in unsolved.reason


def test_complex_solutions_are_a_labelled_addition() -> None:
    solution = solve(problem_of("x^2 + 2x + 5 = 0"))
    assert isinstance(solution, Solution)
    assert solution.answer.plain == "no real solutions"
    whys = [step.why or "" for step in solution.steps]
    assert any("The complex solutions are x = -1 - 2i and x = -1 + 2i." in why for why in whys)


def test_the_command_line_knows_every_method() -> None:
    names = {name for methods in NAMED.values() for name in methods}
    assert {"auto", *names} == set(get_args(MethodName))
