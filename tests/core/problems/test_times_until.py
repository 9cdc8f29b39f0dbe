"""How long until an amount is another one; and steps and forms that go with such answers."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Unread, judge_answer, read_question
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict

INTEREST = "How long until 1000 at 5% becomes 2000?"
SOLVED = [
    (INTEREST, "t = ln(2)/ln(21/20) years", "interest by the year"),
    (
        "How long does it take for $1000 to become $2000 at 5% compound interest?",
        "t = ln(2)/ln(21/20) years", "the rate at the end",
    ),
    (
        "How long will it take $500 invested at 4% per year to grow to $800?",
        "t = ln(8/5)/ln(26/25) years", "grow to",
    ),
    (
        "A town of 12000 people grows by 2% a year. After how many years will the population "
        "reach 15000?", "t = ln(5/4)/ln(51/50) years", "two sentences",
    ),
    (
        "A car worth $20000 depreciates 15% each year. When will it be worth $5000?",
        "t = ln(4)/ln(20/17) years", "it falls",
    ),
    (
        "A population of 500 bacteria grows 10% per hour. How long until there are 2000 bacteria?",
        "t = ln(4)/ln(11/10) h", "by the hour",
    ),
    (
        "A sample of 80 g has a half-life of 6 hours. How long until 10 g is left?",
        "t = 18 h", "half-lives",
    ),
    (
        "The half-life of a substance is 5 days. How long until only 25% of it remains?",
        "t = 10 days", "a part of all",
    ),
    (
        "How long does it take for money to double at 6% interest?",
        "t = ln(2)/ln(53/50) years", "twice as much",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "why"), SOLVED, ids=[row[2] for row in SOLVED])
def test_it_is_read_and_verified(question: str, answer: str, why: str) -> None:
    solved = solve(question)
    assert isinstance(solved, Solution), solved
    assert (solved.answer.plain, solved.verdict) == (answer, AnswerVerdict.VERIFIED)
    assert judge_answer(solved.problem, "t = 1").verdict is AnswerVerdict.REFUTED


UNREAD = [
    ("How many years until 1000 at 5% simple interest becomes 2000?", "simple interest"),
    ("How long until 1000 at 5% compounded monthly becomes 2000?", "another period"),
    ("How many months until 1000 at 5% per year becomes 2000?", "two units of time"),
    ("How long until 2000 at 5% becomes 1000?", "it grows away from it"),
    ("How long until 1000 at 5% exceeds 2000?", "the first whole year"),
    ("How long until 1000 becomes 2000?", "no rate"),
    ("How long until 1000 at 5% does not become 2000?", "a negation"),
    ("How long until 1000 at 5% and 100 a year becomes 2000?", "what is added"),
    ("How long until $1000 at 5% becomes €2000?", "two currencies"),
    (
        "A sample of 80 g has a half-life of 6 hours. How long until 10 g has decayed?",
        "what is gone",
    ),
    ("A sample of 80 g has a half-life of 6 hours. How long until 10 kg is left?", "two units"),
    ("A town of 12000 people falls by 2% a year. When will it reach 15000?", "never"),
]


@pytest.mark.parametrize(("question", "why"), UNREAD, ids=[row[1] for row in UNREAD])
def test_what_says_more_or_less_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread)


@pytest.mark.parametrize(
    ("start", "read_as"),
    [
        ("800", "Calculate 800(1/2)^(3/1)."),
        ("500", "Round 500(1/2)^(3/1) to the nearest whole number."),
    ],
)
@pytest.mark.parametrize("things", ["", " of fish"])
def test_living_things_are_counted_in_whole_ones(start: str, read_as: str, things: str) -> None:
    told = f"A population{things} halves every year. It starts with {start}."
    solved = solve(f"{told} How many are there after 3 years?")
    assert isinstance(solved, Solution), solved
    assert solved.problem.read_as == read_as
