"""Remarks around a question that ask nothing are left out, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from mathviz_chat.core.problems import Problem, Unread, read_question
from mathviz_chat.core.problems.remarks import NOUN_OPENINGS, OPENINGS, REMARKS

DOCS = Path(__file__).parents[3] / "docs" / "problems.md"

ASKS_NOTHING = [
    ("Solve 2x = 6 without a calculator", "Solve 2x = 6", "how it is worked out"),
    ("I need help with this: solve 2x = 6", "Solve 2x = 6", "a plea before a colon"),
    ("I need the lcm of 7 and 11", "Find the lcm of 7 and 11", "need is find"),
    ("How do I find the derivative of x^2 at x = 3?", "Find the derivative of x^2 at x = 3", "how"),
    ("What do I get if I add 3 and 4?", "Add 3 and 4", "what do I get"),
    ("Solve sqrt(x + 6) = x, checking for extraneous roots.", "Solve sqrt(x + 6) = x", "a check"),
    ("Solve x^2 = 9, real solutions only", "Find the real solutions of x^2 = 9", "reals only"),
    ("Expand (x+1)^2, careful with the signs", "Expand (x+1)^2", "a warning"),
    ("I'm stuck on this. Factor x^2 - 9, show all your steps.", "Factor x^2 - 9", "two remarks"),
    ("Simplify sqrt(48) in simplest surd form", "Simplify sqrt(48)", "a form that it has anyway"),
    ("hey need help factoring x^2 - 9 for my homework", "Factor x^2 - 9", "before and behind"),
]


@pytest.mark.parametrize(
    ("text", "plain", "reason"), ASKS_NOTHING, ids=[row[2] for row in ASKS_NOTHING]
)
def test_a_remark_is_left_out(text: str, plain: str, reason: str) -> None:
    assert isinstance(read_question(plain), Problem)
    assert read_question(text) == read_question(plain)


ASKS_MORE = [
    ("Solve x^2 = 4, x is prime", "a condition on the solutions"),
    ("Solve x^2 = 4. Give the even solution only.", "one of the solutions"),
    ("Solve x^2 = 9 for x an integer", "another domain"),
    ("Solve 3x = 7 over the integers", "another domain"),
    ("Solve x^3 + 1 = 0 over the Gaussian integers", "another domain"),
    ("Solve x^2 = 2, give your answer to 3 different figures", "no rounding"),
    ("Find 2/3 + 1/6, give your answer as a decimal", "a form"),
    ("Solve sin x = 1/2, answers in degrees", "a unit"),
    ("Solve |x| = 3, give one solution", "one of the solutions"),
    ("don't solve 2x = 6", "a negation"),
    ("i can't solve 2x = 6 but 3x = 6", "a negation"),
    ("I want to avoid solving 2x = 6", "a negation in a verb"),
    ("my teacher says never to divide 6 by 0", "a negation behind an opening"),
    ("Please expand (x+1)(x+2), in factored form", "two forms"),
    ("Find 15% of 80, showing all your working and ignoring tax", "more than a remark"),
    ("Integrate 2x, without constants", "a form"),
]


@pytest.mark.parametrize(("text", "reason"), ASKS_MORE, ids=[row[0] for row in ASKS_MORE])
def test_what_asks_for_more_is_not_left_out(text: str, reason: str) -> None:
    assert isinstance(read_question(text), Unread)


def test_the_lists_stand_in_the_docs() -> None:
    written = DOCS.read_text(encoding="utf-8").splitlines()
    assert set(written) >= {*REMARKS, *OPENINGS, *NOUN_OPENINGS}


SAID_AGAIN = [
    ("t(t + 3) = 10, what can t be?", "Solve t(t + 3) = 10 for t", "the equation first"),
    ("u = v + at, make t the subject", "Solve u = v + a*t for t", "at is a product of letters"),
    ("foil (y - 6)(y + 6)", "Expand (y - 6)(y + 6)", "another verb"),
    ("Use elimination: x + y = 3, x - y = 1", "Solve x+y=3, x-y=1 by elimination", "method"),
]


@pytest.mark.parametrize(
    ("text", "plain", "reason"), SAID_AGAIN, ids=[row[2] for row in SAID_AGAIN]
)
def test_a_question_in_other_words_is_read_as_in_plain_ones(
    text: str, plain: str, reason: str
) -> None:
    assert isinstance(read_question(plain), Problem)
    assert read_question(text) == read_question(plain)


NOT_SAID_AGAIN = [
    ("foil (y - 6)(y + 6) without the y^2", "an exception"),
    ("work out a - 3 = 9 for b", "another unknown"),
    ("2x = 6, what can x not be?", "a negation"),
    ("The first 3 terms of a sequence are 2, 4, 6, 8. What is the 9th term?", "another count"),
    ("Is 7 not an eigenvalue of [[4, 1], [2, 3]]?", "a negation"),
    (
        "The vector (1, 3) is an eigenvector of [[4, 1], [2, 3]]. What is its eigenvalue?",
        "it is none",
    ),
    ("Which term of the sequence 7, 11, 15, ... is 204?", "no term is"),
    ("g(x) = x^2, find g^-1(16)", "it has no inverse"),
    ("A is a matrix with det A = 2. Find det(2A).", "its size is not told"),
    ("V = IR + k, express I in terms of V and R", "the formula has another letter"),
    ("Find the sum of all multiples of 5 between 5 and 100", "whether the ends count"),
    ("Write x^2 + 6x + 1 in the form (x + a)^2 - b^2", "a form that simplifying does not give"),
]


@pytest.mark.parametrize(("text", "reason"), NOT_SAID_AGAIN, ids=[row[0] for row in NOT_SAID_AGAIN])
def test_what_asks_for_more_is_not_said_again(text: str, reason: str) -> None:
    assert isinstance(read_question(text), Unread)
