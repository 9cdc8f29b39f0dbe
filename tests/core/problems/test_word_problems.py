"""Word problems as people write them: read, solved with proved steps, the answer verified."""

from __future__ import annotations

from pathlib import Path

import pytest

from mathviz_chat.core.problems import Problem, Unread, judge_answer, read_question
from mathviz_chat.core.problems.judge import PLANNED
from mathviz_chat.core.solving import Solution, solve
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

TABLES = Path(__file__).parents[2] / "data" / "questions"
KINDS = sorted(path.stem for path in TABLES.glob("*.tsv") if path.stem in PLANNED)


def rows(kind: str) -> list[tuple[str, str]]:
    """The questions of a table with the answers; the first line names the columns."""
    lines = (TABLES / f"{kind}.tsv").read_text().splitlines()[1:]
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines]


@pytest.mark.parametrize(
    ("kind", "question", "answer"),
    [(kind, question, answer) for kind in KINDS for question, answer in rows(kind)],
)
def test_questions_are_solved_and_verified(kind: str, question: str, answer: str) -> None:
    problem = read_question(question)
    if answer == "unread":
        assert isinstance(problem, Unread), problem
        return
    assert isinstance(problem, Problem), problem
    solution = solve(problem)
    assert isinstance(solution, Solution), solution
    assert solution.answer.plain == answer
    assert solution.verdict is AnswerVerdict.VERIFIED, solution.reason
    for step in solution.steps:
        wanted = Verdict.UNCHECKED if step.kind is StepKind.SETUP else Verdict.PROVED
        assert step.claim.verdict is wanted, step.claim


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_shown_as_the_reading_reads_back(kind: str) -> None:
    for question, answer in rows(kind):
        if answer != "unread":
            problem = read_question(question)
            assert isinstance(problem, Problem)
            assert read_question(problem.read_as) == problem, problem.read_as


@pytest.mark.parametrize("kind", KINDS)
def test_lines_of_a_coarse_solution_stand_in_the_finer_ones(kind: str) -> None:
    for question, answer in rows(kind):
        problem = read_question(question)
        if answer == "unread" or not isinstance(problem, Problem):
            continue
        sizes = []
        for granularity in ("brief", "normal", "fine"):
            solution = solve(problem, granularity=granularity)
            assert isinstance(solution, Solution)
            sizes.append([step.claim.text for step in solution.steps])
        brief, normal, fine = sizes
        assert set(brief) <= set(normal) <= set(fine), question


@pytest.mark.parametrize("kind", KINDS)
def test_no_other_answer_is_verified(kind: str) -> None:
    """The answer with a digit more, a sign turned round, or of the next question of the table."""
    table = [row for row in rows(kind) if row[1] != "unread"]
    for (question, answer), (_, other) in zip(table, table[1:] + table[:1], strict=True):
        problem = read_question(question)
        assert isinstance(problem, Problem)
        for wrong in (f"{answer}1", f"-{answer}", f"1{answer}", other):
            if wrong != answer and not _same(problem, wrong, answer):
                verdict = judge_answer(problem, wrong).verdict
                assert verdict is not AnswerVerdict.VERIFIED, (question, wrong)


def _same(problem: Problem, one: str, other: str) -> bool:
    """``-0`` is ``0``, and ``3/4`` of the next row may be ``0.75`` of this one."""
    from mathviz_chat.core import equal

    return equal(one, other).result != "unequal" and one.lstrip("-") != other
