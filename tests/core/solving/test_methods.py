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
