"""Stories of many families, in many people's words; and those that only look like one of them.

The rows stand in tables: a question with its answer (``types.tsv``: by the types of one- and
two-step stories, with the position of the unknown), and a trap, which stays unread.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from mathviz_chat.core.checking.as_asked import equal_as_asked
from mathviz_chat.core.checking.equality_result import EqualityResult
from mathviz_chat.core.problems.problem import Problem, Unread
from mathviz_chat.core.problems.question import read_question
from mathviz_chat.core.solving import Solution, solve

TABLES = Path(__file__).parents[2] / "data" / "stories"


def _rows(name: str) -> list[tuple[str, ...]]:
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()[1:]
    return [tuple(line.replace("\\n", "\n").split("\t")) for line in lines]


@pytest.mark.parametrize(
    ("question", "answer", "why"), [*_rows("families.tsv"), *_rows("types.tsv")]
)
def test_a_story_is_read_and_solved(question: str, answer: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem), why
    solution = solve(problem)
    assert isinstance(solution, Solution)
    assert solution.verdict.value == "verified"
    assert equal_as_asked(question, answer, solution.answer.text).result is EqualityResult.EQUAL, (
        why
    )


@pytest.mark.parametrize(("question", "why"), _rows("traps.tsv"))
def test_a_story_that_means_something_else_stays_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why
