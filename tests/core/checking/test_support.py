"""An answer to a question that is not read is *checked* only where a proved line gives it."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import AnswerVerdict

QUESTION = "Bob wonders about stuff 17"  # which no rule reads

CHECKED = [
    ("2 + 2 = 4; Answer: 4", "the value of a line"),
    ("2 + 2 = 4; Answer: 4.0", "written otherwise"),
    ("2 + 2 = 4; Answer: x = 4", "as an equation"),
    ("2 + 2 = 4; Answer: $4", "with a unit that the line has not"),
    ("2 + 2 = 4; Answer: 4 big apples", "with words"),
    ("2 + 2 = 4; 2*3 = 6; Answer: 4 and 6", "two values, a line each"),
    ("10/3 ≈ 3.33; Answer: 3.33", "a rounded value that a line gives"),
    ("(x + 1)^2 = x^2 + 2x + 1; Answer: 1 + 2x + x^2", "a form that is equal to one on a line"),
    ("3x + 7 = 22; 3x = 15; x = 5; Answer: x = 5", "a condition that was proved"),
]

UNCHECKED = [
    ("2 + 2 = 4; So your answer is right.", "no formula"),
    ("2 + 2 = 4; Answer: yes", "a word"),
    ("2 + 2 = 4; Answer: 7", "a value that stands nowhere"),
    ("2 + 2 = 4; Answer: 2", "a part of a side"),
    ("2 + 2 = 4; Answer: 4 and 7", "one of two stands nowhere"),
    ("2 + 2 = 4; Answer: 7 big apples", "the same with words"),
    ("2 + 2 = 4; Answer: x > 4", "another relation"),
    ("2 km + 2 km = 4 km; Answer: 4 kg", "another unit"),
    ("2 + 2 = 4; 3 + 3 = 7; Answer: 4", "another line is wrong"),
    ("2 + 2 = 4; x = 7; Answer: x = 7", "a line that was only supposed"),
]


@pytest.mark.parametrize(("lines", "why"), CHECKED)
def test_an_answer_that_a_proved_line_gives_is_checked(lines: str, why: str) -> None:
    report = check("\n".join(lines.split("; ")), question=QUESTION)
    assert report.answer_verdict is AnswerVerdict.CHECKED, why


@pytest.mark.parametrize(("lines", "why"), UNCHECKED)
def test_any_other_answer_is_unchecked(lines: str, why: str) -> None:
    report = check("\n".join(lines.split("; ")), question=QUESTION)
    assert report.answer_verdict is AnswerVerdict.UNCHECKED, why
