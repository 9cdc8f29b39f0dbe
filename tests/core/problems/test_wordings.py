"""Wordings that look like those of ``readers/wordings`` and ask something else stay unread."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Unread, read_question

SEATS = "A theatre has 12 seats in the first row and each row has 2 more than the "
UNREAD = [
    ("1 + 2 + ... + 64", "adding 1, or doubling"),
    ("8 - 4 + 2 - ... to infinity", "of one more term the rule is not sure"),
    ("add all the odd numbers between 11 and 31", "whether the ends count is not said"),
    ("sum of the even integers below 20", "negative ones go on without end"),
    ("What is the sum of the first 10 powers of 2?", "from 1, or from 2"),
    ("What is the sum of 1, 2, 4, 8, ...?", "there is no sum to infinity"),
    ("Find the sum to infinity of 1, 2, 4, ...", "it diverges"),
    ("Find the sum of the prime numbers from 1 to 20.", "not of all numbers"),
    ("Find the sum of the odd digits from 1 to 99", "of digits"),
    ("Find the sum of all the odd numbers from 1 to 99 except 7.", "one is left out"),
    ("Find the average of the odd numbers from 1 to 99.", "no sum"),
    ("Find the sum of the odd multiples of 3 from 1 to 99", "both at once"),
    (
        "Find the sum of the 6th to the 10th terms of an arithmetic series with first term 2 and "
        "common difference 3.",
        "not from the first term on",
    ),
    ("An arithmetic series has first term 10 and last term 52. Find the sum.", "of how many terms"),
    (
        "The first term of an arithmetic series is 10 and the sum of the first 15 terms is 52. "
        "Find its sum.",
        "the 52 is no term",
    ),
    (f"{SEATS}first row. How many seats are there in 10 rows altogether?", "no row grows"),
    (f"{SEATS}one before. How many seats are there in the last row?", "which row is not said"),
    (f"{SEATS}one before. How many rows have 30 seats?", "rows are asked for"),
    (
        f"{SEATS}one before. How many more seats are in the 10th row than in the first?",
        "a difference is asked for",
    ),
    (
        "There are 5 logs in the top row and each row has 2 fewer than the row above. How many "
        "logs in 10 rows?",
        "no row has fewer than none",
    ),
    (
        "There are 5 logs in the top row and each row has 2 more than the row below. How many logs "
        "in 2 rows?",
        "counted from the top, the rows get shorter",
    ),
]


@pytest.mark.parametrize(("question", "why"), UNREAD)
def test_a_wording_that_asks_something_else_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why
