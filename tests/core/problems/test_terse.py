"""Questions of a few words and signs, and what only looks like one of them."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Unread, read_question
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict

SOLVED = [
    ("What is 20% off $50?", "$40", "a discount by itself"),
    ("20% off a $50 shirt", "$40", "a thing is named"),
    ("$80 with 25% off", "$60", "the price first"),
    ("What is the price of $50 after a 20% discount?", "$40", "the price after it"),
    ("12:05 - 9:50", "135 min", "a difference of times"),
    ("17:20 − 8:45 in minutes", "515", "the unit is asked for"),
    ("what is 12:05 minus 9:50?", "135 min", "minus"),
    ("Convert 5 miles to km (1 mile = 1.6 km)", "8", "the rate in brackets"),
    ("How many km is 5 miles? (use 1 mile = 1.6 km)", "8", "use"),
    ("45 in binary and hexadecimal", "(a) 101101; (b) 2d", "two bases, no verb"),
    ("3/8 as a decimal and a percentage", "(a) 0.375; (b) 37.5%", "two forms, no verb"),
    ("add 2 3/4 and 1 5/6, mixed number pls", "4 7/12", "the form after a comma"),
    (
        "If f(x)=3x-2 and g(x)=x^2+1, find g(f(2)) and f(g(x)).",
        "(a) 17; (b) 3x^2 + 1", "two values of functions",
    ),
    ("A sequence is given by a_n = 3n^2 - 2. Find a_7", "145", "a term by its index"),
    ("det of ((1,2,0),(3,-1,4),(2,0,5))", "-19", "rows in round brackets"),
    ("Find the HCF of 84 and 126 and their LCM too", "(a) 42; (b) 252", "and their"),
    ("Find the mean of 3, 4 and 8 and their median", "(a) 5; (b) 4", "and their, of data"),
    (
        "Find the points on y = x^3 - 12x where the tangent is horizontal",
        "(-2, 16), (2, -16)", "a level tangent",
    ),
    ("Find the angle x in a triangle with angles 50° and 60°", "70 degrees", "a named angle"),
    ("A triangle has angles 50° and 60°. Find x.", "70 degrees", "only a letter"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "why"), SOLVED, ids=[row[2] for row in SOLVED])
def test_it_is_read_and_verified(question: str, answer: str, why: str) -> None:
    solved = solve(question)
    assert isinstance(solved, Solution), solved
    assert (solved.answer.plain, solved.verdict) == (answer, AnswerVerdict.VERIFIED)


UNREAD = [
    ("9:50 - 12:05", "a span of time, or a difference below 0"),
    ("12:05 - 9:50 pm", "in the morning, or in the evening"),
    ("12:65 - 9:50", "no time"),
    ("20% off $50 and then 10% off", "two discounts"),
    ("What is not 20% off $50?", "a negation"),
    ("How much is saved with 20% off $50?", "the discount itself"),
    ("20% off $50 plus tax", "a tax that is not told"),
    ("Convert 5 miles to km (1 mile = 1.6 kg)", "a rate of another kind"),
    ("Convert 5 miles to km (1 mile is not 1.6 km)", "a negation in brackets"),
    ("the sum of 45 in binary and hexadecimal", "one thing of the two"),
    ("a_n = a_{n-1} + 3. Find a_7", "told by the term before"),
    ("a_n = 3n^2 - 2. Find b_7", "another sequence"),
    ("a_n = 3n^2 - k. Find a_7", "another letter"),
    ("Find the points on y = x^3 - 12x where the tangent is not horizontal", "a negation"),
    ("Find the HCF of 84 and 126 and not their LCM", "a negation between the two"),
    ("Find the angle x in a triangle with angles 50°, 60° and 70°", "no angle is missing"),
    ("Find the angle x in a quadrilateral with angles 50° and 60°", "two are missing"),
]


@pytest.mark.parametrize(("question", "why"), UNREAD, ids=[row[1] for row in UNREAD])
def test_what_says_more_or_less_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread)
