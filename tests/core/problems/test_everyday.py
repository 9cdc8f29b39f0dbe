"""Stories as people tell them: read and solved, or unread where they mean something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import everyday
from mathviz_chat.core.problems.problem import Unread
from mathviz_chat.core.problems.question import read_question
from mathviz_chat.core.solving import Solution

TABLE = Path(__file__).parents[2] / "data" / "questions" / "everyday.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]

PLAIN = (
    ("ive got £3", "I have £3", "a contraction without its apostrophe"),
    ("in two and a half hours", "in 2 1/2 hours", "a mixed number in words"),
    ("two fifths of the milk", "2/5 of the milk", "a part in words"),
    ("My 9 year old son", "My son is 9 years old. My son", "an age before a person"),
    ("Tea at the fair costs £2 and takes no deposit.", "Tea costs £2.", "what changes nothing"),
    ("On Monday he ran. How far on Monday?", "On Monday he ran. How far on Monday?", "a day asked"),
    ("the price without fees", "the price without fees", "what is left out matters"),
)


@pytest.mark.parametrize(("text", "plainer", "why"), PLAIN)
def test_words_are_made_plain(text: str, plainer: str, why: str) -> None:
    assert everyday.plain(text) == plainer, why


@pytest.mark.parametrize(("question", "answer", "why"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_an_everyday_story(question: str, answer: str, why: str) -> None:
    if answer == "unread":
        assert isinstance(read_question(question), Unread), why
        return
    solution = solve(question)
    assert isinstance(solution, Solution), why
    assert solution.answer.plain == answer, why
    assert solution.verdict.value == "verified"
