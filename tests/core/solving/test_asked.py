"""``solve(question)``: the front door of the solver for other programs."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.solving import Solution, Unsolved
from mathviz_chat.core.verdict import AnswerVerdict


def test_the_solution_holds_what_json_shows() -> None:
    solution = solve("Solve 3x + 7 = 22", granularity="fine")
    assert isinstance(solution, Solution)
    assert solution.problem.read_as == "Solve 3x + 7 = 22 for x."
    assert [step.claim.text for step in solution.steps] == [
        "Subtract 7 from both sides: 3x = 15",
        "Work out the quotient: 15/3 = 5",
        "Divide both sides by 3: x = 5",
        "Answer: x = 5",
    ]
    assert (solution.answer.text, solution.verdict) == ("x = 5", AnswerVerdict.VERIFIED)


def test_a_method_by_name() -> None:
    solution = solve("Solve x^2 - 5x + 6 = 0", method="formula")
    assert isinstance(solution, Solution)
    assert any("formula" in str(step.rule) for step in solution.steps)


@pytest.mark.parametrize(
    "question",
    ["", "hi", "What is the meaning of 42?", "Solve 3x + (7 = 22", "\x1b[31m", "x" * 100_000],
)
def test_what_is_not_read_has_a_reason(question: str) -> None:
    found = solve(question)
    assert isinstance(found, Unsolved)
    assert found.reason.endswith(".")
