"""Several measures asked in one breath: each is answered, or the question is unread."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Unread, read_question
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict

READ = [
    ("Find the HCF and LCM of 24 and 36", "(a) 12; (b) 72"),
    ("HCF & LCM of 15 and 40", "(a) 5; (b) 120"),
    ("lcm and gcd of 12, 18", "(a) 36; (b) 6"),
    ("mean, median and range of 4 8 15 16 23", "(a) 13.2; (b) 15; (c) 19"),
    ("Find the mean, median, mode and range of 2, 3, 3, 5, 7", "(a) 4; (b) 3; (c) 3; (d) 5"),
    ("the mode and the range of 6, 6, 7, 9?", "(a) 6; (b) 3"),
    ("Find the perimeter and area of a rectangle 5 cm by 3 cm", "(a) 16 cm; (b) 15 cm^2"),
    (
        "calculate both the volume and the surface area of a cube of side 4 cm",
        "(a) 64 cm^3; (b) 96 cm^2",
    ),
    ("A rectangle is 12m by 7m. Find its area and its perimeter.", "(a) 84 m^2; (b) 38 m"),
]
UNREAD = [
    ("Find the mean and twice the mode of 2, 3, 3, 5, 7", "a multiple of one"),
    ("Find the difference between the mean and the median of 2, 3, 3, 5, 10", "a difference"),
    ("Find the product of the HCF and LCM of 24 and 36", "a product"),
    ("Find the ratio of the area and perimeter of a square of side 4", "a ratio"),
    ("What is the sum of the mean and median of 2, 3, 7?", "a sum"),
    ("Find the mean or median of 2, 3, 7", "one of them"),
    ("Find the mean and median of 2, 3, 7 without the 3", "another list"),
    ("Find the area, perimeter and diagonal of a rectangle 3 cm by 4 cm", "one more"),
]


@pytest.mark.parametrize(("question", "answer"), READ)
def test_each_is_answered(question: str, answer: str) -> None:
    solution = solve(question)
    assert isinstance(solution, Solution), solution
    assert (solution.answer.text, solution.verdict) == (answer, AnswerVerdict.VERIFIED)


@pytest.mark.parametrize(("question", "reason"), UNREAD)
def test_it_is_left_unread(question: str, reason: str) -> None:
    assert isinstance(read_question(question), Unread), reason
