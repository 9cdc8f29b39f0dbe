"""Questions by authors who have not seen the program: none is answered wrongly with *verified*."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mathviz_chat.core.checking import EqualityResult, equal_as_asked
from mathviz_chat.core.problems import Problem, read_question
from mathviz_chat.core.solving import Solution, solve
from mathviz_chat.core.verdict import AnswerVerdict

BLIND = Path(__file__).parents[2] / "data" / "questions" / "blind"


def answer(question: str) -> Solution | None:
    problem = read_question(question)
    solved = solve(problem) if isinstance(problem, Problem) else None
    return solved if isinstance(solved, Solution) else None


def is_wrong(row: dict[str, Any]) -> bool:
    solved = answer(row["question"])
    if solved is None or solved.verdict is not AnswerVerdict.VERIFIED:
        return False
    compared = equal_as_asked(row["question"], row["answer"], solved.answer.plain)
    return compared.result is EqualityResult.UNEQUAL


SETS = [
    ("blind.jsonl", 1027),
    ("second.jsonl", 498),
    ("third.jsonl", 219),
    ("fourth.jsonl", 292),
    ("fifth.jsonl", 219),
    ("sixth.jsonl", 292),
]


@pytest.mark.parametrize(("name", "questions"), SETS)
def test_no_verified_answer_is_wrong(name: str, questions: int) -> None:
    rows = [json.loads(line) for line in (BLIND / name).read_text(encoding="utf-8").splitlines()]
    assert len(rows) == questions
    assert [row["question"] for row in rows if is_wrong(row)] == []
