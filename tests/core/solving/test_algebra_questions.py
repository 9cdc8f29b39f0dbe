"""Questions as people write them: read, solved, verified, every claim in the steps proved."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from mathviz_chat.core.problems import Problem
from mathviz_chat.core.solving import Solution, solve
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict
from tests.core.reading_once import read_question

QUESTIONS = Path(__file__).parents[2] / "data" / "questions"
TOPICS = (
    *("linear", "literal", "quadratic", "polynomial", "rational", "radical", "absolute-value"),
    *("exponential", "logarithmic", "inequality", "system", "nonlinear-system"),
    *("expand", "factor", "simplify", "evaluate", "compose", "inverse", "division"),
    *("complete-square", "discriminant", "vertex"),
    *(
        "arithmetic",
        "rounding",
        "place-value",
        "numeral",
        "fraction-form",
        "gcd-lcm",
        "truth",
        "prime-factors",
    ),
    *("prime-factorization", "divisors", "choose", "sort", "sequence", "trigonometric", "mixed"),
    *(
        "series-said",
        "selection",
        "primes-said",
        "remainders-said",
        "common-measures-said",
        "terms-said",
        "comparing-said",
        "values-said",
        "calculus-said",
        "matrices-said",
        "school-said",
        "complex",
        "circle",
        "triangle",
    ),
)


def rows(topic: str) -> list[tuple[str, str, str]]:
    with (QUESTIONS / f"{topic}.tsv").open(newline="") as file:
        table = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(table)
        return [(question, answer, kind) for question, answer, kind in table]


@pytest.mark.parametrize("topic", TOPICS)
def test_questions_are_solved_and_verified_with_every_claim_proved(topic: str) -> None:
    for question, answer, kind in rows(topic):
        problem = read_question(question)
        assert isinstance(problem, Problem), (question, problem)
        solution = solve(problem)
        assert isinstance(solution, Solution), (question, solution)
        assert (str(problem.kind), solution.answer.plain) == (kind, answer), question
        assert solution.verdict is AnswerVerdict.VERIFIED, (question, solution.reason)
        for step in solution.steps:
            if step.kind not in (StepKind.SETUP, StepKind.TEXT):
                assert step.claim.verdict is Verdict.PROVED, (question, step.claim)


@pytest.mark.parametrize("topic", TOPICS)
def test_readings_read_back_as_the_same_problem(topic: str) -> None:
    for question, _, _ in rows(topic):
        problem = read_question(question)
        assert isinstance(problem, Problem)
        again = read_question(problem.read_as)
        assert isinstance(again, Problem), (question, problem.read_as)
        assert (again.kind, again.read_as) == (problem.kind, problem.read_as), question


@pytest.mark.parametrize("topic", TOPICS)
def test_each_line_of_a_coarser_solution_stands_in_the_finer_one(topic: str) -> None:
    for question, _, _ in rows(topic)[::4]:
        problem = read_question(question)
        assert isinstance(problem, Problem)
        written = []
        for granularity in ("brief", "normal", "fine"):
            solution = solve(problem, granularity=granularity)
            assert isinstance(solution, Solution)
            written.append({step.claim.text for step in solution.steps})
        assert written[0] <= written[1] <= written[2], question


@pytest.mark.parametrize("topic", TOPICS)
def test_ten_wordings_at_least(topic: str) -> None:
    assert len(rows(topic)) >= 10
