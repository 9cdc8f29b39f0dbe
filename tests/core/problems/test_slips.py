"""Slips in task words are mended where a question is not read otherwise, and nothing else."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Problem, Unread, read_question
from mathviz_chat.core.problems.slips import WORDS, respelled

ROWS = [
    ("it arives at 12:05", "it arrives at 12:05", "a doubled letter in a verb of journeys"),
    ("hieght of the triangle", "height of the triangle", "letters exchanged in a measure"),
    ("Simplfy sqrt(50)", "Simplify sqrt(50)", "a letter left out"),
    ("sovle 2x = 4", "solve 2x = 4", "two letters exchanged in a short word"),
    ("What is the prodcut of 3 and 4?", "What is the product of 3 and 4?", "exchanged"),
    ("the percentagge of 5", "the percentage of 5", "a letter too many"),
    ("Put in acending order", "Put in ascending order", "a letter left out"),
    ("The factories produce 12", None, "English words"),
    ("Ann divides 12 by 4", None, "another word with one letter changed"),
    ("She likes Frction", None, "a name"),
    ("Emma and Finn run. Finn wins.", None, "a name that begins a sentence, too"),
    ("multiple and multiply", None, "two task words one slip apart"),
    (r"\frction{1}{2}", None, "a command"),
]


@pytest.mark.parametrize(("text", "mended", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_what_is_mended(text: str, mended: str | None, why: str) -> None:
    assert respelled(text) == (text if mended is None else mended)


def test_every_task_word_is_left_as_it_is() -> None:
    for word in WORDS:
        assert respelled(f"the {word} of 3") == f"the {word} of 3"


def test_a_question_with_a_slip_is_read_as_without_it() -> None:
    for slip, right in (
        ("Simplfy sqrt(50) + sqrt(8)", "Simplify sqrt(50) + sqrt(8)"),
        ("sovle 3x + 7 = 22", "solve 3x + 7 = 22"),
    ):
        problem = read_question(slip)
        assert isinstance(problem, Problem)
        assert problem == read_question(right)


def test_a_slip_is_no_excuse_for_a_stray_word() -> None:
    assert isinstance(read_question("Simplfy not sqrt(50)"), Unread)
