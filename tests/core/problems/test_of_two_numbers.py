"""What two numbers make together, and whole numbers that satisfy two inequalities.

question, expected (None: unread), why
"""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict

NUMBERS = "The sum of two numbers is 10 and their product is 21."
ROWS = [
    (
        "Find the sum of two numbers whose difference is 5 and whose product is 14",
        "s = -9 or s = 9",
        "7 and 2, or -2 and -7",
    ),
    ("Two positive numbers have a difference of 5 and a product of 14. Find their sum.", "9", "7"),
    (f"{NUMBERS} Find their difference.", "4", "7 - 3"),
    (f"{NUMBERS} What is the sum of their squares?", "58", "49 + 9"),
    (f"{NUMBERS} Find the sum of their reciprocals.", "10/21", "1/7 + 1/3"),
    (f"{NUMBERS} Find half their difference.", None, "half of it"),
    ("The sum of two numbers is 3 and their product is 5. Find their difference.", None, "none"),
    (
        "The sum of two numbers is 10 and the product of two other numbers is 21. "
        "Find their difference.",
        None,
        "four numbers",
    ),
    (
        "The sum of two numbers is 10 and twice their product is 42. Find their difference.",
        None,
        "twice the product",
    ),
    ("How many integers satisfy 2x - 3 > 5 and x + 1 < 10?", "4", "5, 6, 7, 8"),
    (
        "List the integers that satisfy both 2x + 1 > 3 and x - 4 <= 1.",
        "x = 2 or x = 3 or x = 4 or x = 5",
        "both",
    ),
    ("Find the largest integer that satisfies 2x - 3 > 5 and x + 1 < 10", "x = 8", "one of them"),
    ("How many integers satisfy x < -2 or x > 3?", None, "too many to count"),
    ("How many integers satisfy 2x - 3 > 5 and y + 1 < 10?", None, "two letters"),
]


@pytest.mark.parametrize(("question", "expected", "why"), ROWS, ids=[row[0] for row in ROWS])
def test_what_two_conditions_give(question: str, expected: str | None, why: str) -> None:
    found = solve(question)
    if expected is None:
        assert not isinstance(found, Solution), why
        return
    assert isinstance(found, Solution), why
    assert (found.answer.plain, found.verdict) == (expected, AnswerVerdict.VERIFIED), why
