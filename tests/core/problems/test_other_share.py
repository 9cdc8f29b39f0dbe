"""A percentage of what was told is asked, or of the others; and choices from an unknown number.

question, expected (None: unread), why
"""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict

CLASS = "In a class of 30 students, 18 are girls."
ROWS = [
    (f"{CLASS} What percentage are girls?", "60%", "the ones that were told"),
    (f"{CLASS} What percentage of the class are girls?", "60%", "the same"),
    (f"{CLASS} What percentage are boys?", "40%", "the others"),
    ("In a group of 50 people, 20 are men. What percentage are women?", "60%", "the others"),
    (f"{CLASS} What percentage are tall?", None, "nothing was told of the tall"),
    (f"{CLASS} What percentage of the boys are girls?", None, "of another whole"),
    ("18 of 30 pupils wear glasses. What percentage of the boys wear glasses?", None, "another"),
    ("Find n if nC2 = 45", "n = 10", "no product"),
    ("Solve C(n, 2) = 45", "n = 10", "the same"),
    ("Solve nP2 = 30 for n", "n = 6", "in order"),
    ("Solve \\binom{n}{3} = 10", "n = 5", "three of them"),
    ("Find n if nC2 = 46", None, "no whole number has so many"),
    ("Find r if 10Cr = 45", None, "two numbers, and no product"),
    ("Simplify nC2", None, "no product"),
    ("What is 10C2?", "45", "both numbers known"),
    ("Solve n*c = 45 for n", "n = 45/c", "a product"),
]


@pytest.mark.parametrize(("question", "expected", "why"), ROWS)
def test_it_is_the_share_or_the_number_that_is_asked(
    question: str, expected: str | None, why: str
) -> None:
    found = solve(question)
    if expected is None:
        assert not isinstance(found, Solution), why
        return
    assert isinstance(found, Solution), why
    assert found.answer is not None and found.answer.text == expected, why
    assert found.verdict is AnswerVerdict.VERIFIED, why


@pytest.mark.parametrize("question", [row[0] for row in ROWS if row[1] is not None])
def test_what_is_shown_as_read_is_read_as_the_same(question: str) -> None:
    found = solve(question)
    assert isinstance(found, Solution)
    again = solve(found.problem.read_as)
    assert isinstance(again, Solution) and again.answer == found.answer


def test_a_distribution_is_no_list_of_values() -> None:
    of_values = solve("Find the standard deviation of 2, 4, 9")
    of_a_variable = solve("X is normal with mean 50 and standard deviation 5. Find P(X < 55).")
    assert not isinstance(of_values, Solution) and "n - 1" in of_values.reason
    assert not isinstance(of_a_variable, Solution) and "n - 1" not in of_a_variable.reason
