"""Every generated question is solved: the answer verified, every claim proved but the setup's."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Problem
from mathviz_chat.core.solving import Solution, Unsolved, solve
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict
from tests.core.reading_once import read_question
from tests.core.solving.generated_questions import GENERATORS, SLOWER, question

QUESTIONS_PER_KIND = 60
FEWER = 20


def solved(text: str) -> Solution:
    problem = read_question(text)
    assert isinstance(problem, Problem), (text, problem)
    solution = solve(problem)
    assert isinstance(solution, Solution), (text, solution)
    return solution


@pytest.mark.parametrize("kind", sorted(GENERATORS))
def test_generated_questions_end_verified_with_every_claim_proved(kind: str) -> None:
    for number in range(FEWER if kind in SLOWER else QUESTIONS_PER_KIND):
        text = question(kind, number)
        solution = solved(text)
        assert solution.verdict is AnswerVerdict.VERIFIED, (text, solution.answer, solution.reason)
        for step in solution.steps:
            wanted = Verdict.UNCHECKED if step.kind is StepKind.SETUP else Verdict.PROVED
            assert step.claim.verdict is wanted, (text, step.claim)


@pytest.mark.parametrize(
    ("text", "plain", "lines"),
    [
        (
            "Solve for x: 3x + 7 = 22",
            "x = 5",
            (
                "Subtract 7 from both sides: 3x = 15",
                "Divide both sides by 3: x = 5",
                "Answer: x = 5",
            ),
        ),
        (
            "Find the derivative of x^3 + 2x",
            "3x^2 + 2",
            (
                "Power rule: d/dx(x^3) = 3x^2",
                "Power rule: d/dx(2x) = 2",
                "Sum rule: d/dx(x^3 + 2x) = 3x^2 + 2",
                "Answer: 3x^2 + 2",
            ),
        ),
        (
            "What is 15% of 80?",
            "12",
            (
                "Write the percentage as hundredths: 15% = 15/100",
                "Multiply by 80: 15/100*80 = 12",
                "Answer: 12",
            ),
        ),
        (
            "A train travels 120 miles in 2 hours. What is its speed?",
            "60 mph",
            (
                "Choose the formula: speed = distance / time",
                "Divide the distance by the time: 120/2 = 60",
                "Answer: 60 mph",
            ),
        ),
        (
            "Solve x^2 - 5x + 6 = 0",
            "x = 2 or x = 3",
            (
                "Factor the left side: (x - 2)(x - 3) = 0",
                "A product is 0 when a factor is 0: x - 2 = 0 or x - 3 = 0",
                "Solve for each root: x = 2 or x = 3",
                "Answer: x = 2 or x = 3",
            ),
        ),
        (
            "What is 2 + 3*(4 - 1)^2?",
            "29",
            (
                "Subtract 1 from 4: 2 + 3(4 - 1)^2 = 2 + 3*3^2",
                "Raise 3 to the power 2: 2 + 3*3^2 = 2 + 3*9",
                "Multiply 3 by 9: 2 + 3*9 = 2 + 27",
                "Add 2 and 27: 2 + 27 = 29",
                "Answer: 29",
            ),
        ),
    ],
)
def test_the_lines_are_those_a_teacher_writes(
    text: str, plain: str, lines: tuple[str, ...]
) -> None:
    solution = solved(text)
    assert solution.verdict is AnswerVerdict.VERIFIED
    assert solution.answer.plain == plain
    assert tuple(step.claim.text for step in solution.steps) == lines


@pytest.mark.parametrize("kind", sorted(GENERATORS))
def test_each_line_of_a_coarser_solution_stands_in_the_finer_one(kind: str) -> None:
    for number in range(5 if kind in SLOWER else 15):
        problem = read_question(question(kind, number))
        assert isinstance(problem, Problem)
        written = []
        for granularity in ("brief", "normal", "fine"):
            solution = solve(problem, granularity=granularity)
            assert isinstance(solution, Solution)
            written.append([step.claim.text for step in solution.steps])
        brief, normal, fine = (set(lines) for lines in written)
        assert brief <= normal <= fine


def test_steps_say_what_was_done_and_why() -> None:
    steps = solved("Solve for x: 3x + 7 = 22").steps
    assert steps[0].rule == "Subtract 7 from both sides"
    assert (steps[0].before, steps[0].after) == ("3x + 7 = 22", "3x = 15")
    assert steps[-1].kind is StepKind.ANSWER


@pytest.mark.parametrize(
    "text",
    [
        "What is 1/0?",
        "What is 0^0 + 1?",
        "Convert 1/0 km to miles.",
        "Let a = 0.5. Let b be 1/0. Calculate a*b.",
        "Integrate x^2 from 0 to ∞",
        "Solve 1/x = 0",
        "Solve |x + 7| + 1 = x + 8",
        "What is the tens digit of 10^50?",
        "Simplify x^100/x^99",
    ],
)
def test_values_that_do_not_exist_or_are_large_end_in_a_value_not_an_exception(text: str) -> None:
    problem = read_question(text)
    if isinstance(problem, Problem):
        solution = solve(problem)
        assert isinstance(solution, Solution | Unsolved)
        if isinstance(solution, Solution):
            assert solution.verdict is not AnswerVerdict.REFUTED
