"""``solve(question)``: the front door of the solver for other programs."""

from __future__ import annotations

from typing import Any

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.solving import Solution, Unsolved
from mathviz_chat.core.verdict import AnswerVerdict


def test_the_solution_holds_what_json_shows() -> None:
    solution = solve("Solve 3x + 7 = 22", granularity="fine")
    assert isinstance(solution, Solution)
    assert solution.problem.read_as == "Solve 3x + 7 = 22 for x."
    assert [step.claim.text for step in solution.steps] == [
        "Write it on both sides: 3x + 7 - 7 = 22 - 7",
        "Subtract 7 from both sides: 3x = 15",
        "Write it on both sides: 3x/3 = 15/3",
        "Work out the quotient: 15/3 = 5",
        "Divide both sides by 3: x = 5",
        "Multiply 3 by 5: 3*5 + 7 = 15 + 7",
        "Add 15 and 7: 15 + 7 = 22",
        "Check x = 5: 3*5 + 7 = 22",
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


UNDEFINED = [
    ("What is 5/0?", "a division by zero"),
    (r"\frac{1}{2 - 2}", "a division by zero"),
    ("sqrt(-4)", "an even root of a negative number"),
    ("ln(0)", "a logarithm of what is not positive"),
    ("What is 0^0?", "0 to the power of 0 or less"),
    ("(-1)!", "a factorial of what is no whole number from 0 on"),
]


@pytest.mark.parametrize(("question", "why"), UNDEFINED)
def test_a_calculation_without_a_value_says_why(question: str, why: str) -> None:
    solved = solve(question)
    assert isinstance(solved, Unsolved)
    assert solved.reason == f"It has no real value: it holds {why}."


@pytest.mark.parametrize("flags", [{"granularity": "tiny"}, {"method": "guess"}])
def test_what_does_not_exist_is_no_silent_default(flags: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"tiny|guess"):
        solve("Solve 3x + 7 = 22", **flags)
