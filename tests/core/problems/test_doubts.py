"""Questions that a reader reads and that have another meaning all the same stay unread."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Problem, Unread, read_question
from mathviz_chat.core.solving import Solution

DOUBTFUL = [
    ("What percentage of 60 is 15, as a fraction?", "a percentage as a fraction"),
    ("What percentage of 60 is 15, as a decimal?", "a percentage as a decimal"),
    ("45 in hexadecimal, in binary", "written in which base?"),
    ("45 in binary, in base 8", "the other way round"),
    ("Find the additive inverse of 3 mod 7", "modulo another number"),
    ("If x is negative, simplify sqrt(x^2)", "a sign in words"),
]


@pytest.mark.parametrize(("question", "why"), DOUBTFUL, ids=[row[0] for row in DOUBTFUL])
def test_it_stays_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread)


CERTAIN = [
    ("What percentage of 60 is 15?", "nothing beside it"),
    ("Write 25% as a fraction", "a percentage that is told"),
    ("Convert ff in hexadecimal to binary", "from and to"),
    ("Write 45 in binary and hexadecimal", "two answers"),
    ("Simplify sqrt(x^2) for x > 0", "a sign in signs"),
]


@pytest.mark.parametrize(("question", "why"), CERTAIN, ids=[row[0] for row in CERTAIN])
def test_it_is_still_read(question: str, why: str) -> None:
    assert isinstance(read_question(question), Problem)


def test_the_last_line_has_the_unit_of_the_answer() -> None:
    solved = solve("What is the largest area of a rectangle with perimeter 40 cm?")
    assert isinstance(solved, Solution)
    assert solved.steps[-1].claim.text == "Answer: 100 cm^2"
    assert solved.answer.plain == "100 cm^2"
