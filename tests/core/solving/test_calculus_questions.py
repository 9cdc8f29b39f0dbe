"""Questions on calculus and linear algebra as people write them: read, judged and solved."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from mathviz_chat.core.problems import Problem, judge_answer
from mathviz_chat.core.solving import Solution, solve
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict
from tests.core.reading_once import read_question

FOLDER = Path(__file__).parents[2] / "data" / "questions"
KINDS = (
    "convergence",
    "critical-points",
    "derivative",
    "derivative-at",
    "differential-equation",
    "eigenvalues",
    "extrema",
    "implicit-derivative",
    "integral",
    "limit",
    "linear-system",
    "matrix",
    "monotonicity",
    "sum",
    "tangent",
    "taylor",
    "vector",
)
LEAST_WORDINGS = 10


def rows(kind: str) -> list[dict[str, str]]:
    with (FOLDER / f"{kind}.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


ALL = [row for kind in KINDS for row in rows(kind)]


def read(row: dict[str, str]) -> Problem:
    problem = read_question(row["question"])
    assert isinstance(problem, Problem), problem
    return problem


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_enough_wordings(kind: str) -> None:
    assert len({row["question"] for row in rows(kind)}) >= LEAST_WORDINGS


@pytest.mark.parametrize("row", ALL, ids=lambda row: row["question"])
def test_the_answer_that_is_known_is_verified(row: dict[str, str]) -> None:
    problem = read(row)
    assert problem.kind == row["kind"]
    judged = judge_answer(problem, row["answer"])
    assert judged.verdict is AnswerVerdict.VERIFIED, judged


@pytest.mark.parametrize("row", ALL, ids=lambda row: row["question"])
def test_what_is_shown_as_the_reading_reads_back(row: dict[str, str]) -> None:
    problem = read(row)
    again = read_question(problem.read_as)
    assert isinstance(again, Problem), problem.read_as
    assert (again.kind, again.form, again.read_as) == (problem.kind, problem.form, problem.read_as)


@pytest.mark.parametrize("row", ALL, ids=lambda row: row["question"])
def test_the_solver_is_verified_and_every_claim_is_proved(row: dict[str, str]) -> None:
    problem = read(row)
    written: list[set[str]] = []
    for granularity in ("brief", "normal", "fine"):
        solution = solve(problem, granularity=granularity)
        assert isinstance(solution, Solution), solution
        assert solution.verdict is AnswerVerdict.VERIFIED, solution.reason
        written.append({step.claim.text for step in solution.steps})
        for step in solution.steps:
            wanted = Verdict.UNCHECKED if step.kind is StepKind.SETUP else Verdict.PROVED
            assert step.claim.verdict is wanted, step.claim
    brief, normal, fine = written
    assert brief <= normal <= fine
