"""Answers in sentences, as models and students end a text: which value each claims."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

V, R, U = AnswerVerdict.VERIFIED, AnswerVerdict.REFUTED, AnswerVerdict.UNCHECKED

SUM = "What is 24 + 36?"
LINEAR = "Solve 2x = 10"
LADDER = (
    "A ladder 10 m long leans against a wall with its foot 6 m from the wall. "
    "How high up does it reach?"
)
NUMBER = "A number divided by 4, then increased by 3, gives 10. Find the number"
LEVEL = "How many different arrangements are there of the letters in the word LEVEL?"
DOUBLES = (
    "A colony doubles every hour starting from 50 bacteria. After how many hours are there 1600?"
)
LEAP = "Was 1900 a leap year?"
EIGEN = "What are the eigenvalues of [[0,1],[-2,-3]]?"
DIVIDE = "Find the remainder on dividing x^3 - 2x + 5 by x - 2."
SIBLINGS = (
    "Three siblings have ages that are consecutive integers adding up to 36. "
    "How old is the youngest?"
)
AGES = "Ann is 3 years older than Bob. Together they are 23. How old is Ann?"

ROWS = [
    # a label behind a sentence, in one line
    (SUM, "24 + 36 = 60. Answer: 60", V, "the label stands inside"),
    (SUM, "24 + 36 = 60. Answer: 61", R, "and is what counts"),
    (LINEAR, "Divide by 2. Answer: x = 5", V, "behind an instruction"),
    (LINEAR, "It is not easy. Wrong answer: x = 5", U, "trap: of a wrong answer"),
    (LINEAR, "The wrong path. Answer: 6, no, 5", U, "trap: taken back"),
    # a box whose unit stands outside the formula
    (LADDER, r"So the ladder reaches \(\boxed{8}\) meters up.", V, "the unit behind the box"),
    (LADDER, r"So the ladder reaches \(\boxed{8}\) cm up.", R, "trap: another unit"),
    (SIBLINGS, r"The youngest sibling is \(\boxed{11}\) years old.", V, "years of an age"),
    # a sentence with one value
    (NUMBER, r"Answer: The number is \( 28 \).", V, "words of the question"),
    (NUMBER, r"Answer: Twice the number is \( 28 \).", U, "trap: twice"),
    (NUMBER, "Answer: The number before is 28.", U, "trap: another number"),
    (EIGEN, "Therefore, the eigenvalues of [[0,1],[-2,-3]] are -1 and -2.", V, "two values"),
    (EIGEN, "Therefore, the eigenvalues of [[0,1],[-2,-3]] are -1 and -3.", R, "a wrong one"),
    ("Write 7:15 pm in 24 hour time", "7:15 pm in 24 hour time is 19:15.", V, "a time of day"),
    ("Write 7:15 pm in 24 hour time", "7:15 pm in 24 hour time is 18:15.", R, "a wrong one"),
    (
        "What is -2.7 rounded to the nearest integer?",
        "-2.7 rounded to the nearest integer is -3.",
        V,
        "a sign, no bullet",
    ),
    (
        LEVEL,
        "There are 30 different arrangements of the letters in the word LEVEL.",
        V,
        "there are",
    ),
    (
        LEVEL,
        "There are 120 different arrangements of the letters in the word LEVEL.",
        R,
        "too many",
    ),
    (
        "How many primes are there between 10 and 20?",
        "There are 4 numbers between 10 and 20.",
        U,
        "trap: of others",
    ),
    (AGES, "Ann is 13 years old.", V, "of who is asked for"),
    (AGES, "Bob is 13 years old.", U, "trap: of another"),
    (DOUBLES, "Answer: 5 hours", V, "the noun that how many asks for"),
    (DOUBLES, "Answer: 5 days", U, "trap: another noun"),
    ("At what x is y = 2x^2 - 12x + 5 smallest?", r"\boxed{3}", V, "a place by its value"),
    ("At what x is y = 2x^2 - 12x + 5 smallest?", r"\boxed{-13}", R, "trap: the value there"),
    # yes and no
    (LEAP, "No, 1900 was not a leap year.", V, "no, said twice"),
    (LEAP, "Yes, 1900 was a leap year.", R, "wrong"),
    (LEAP, "No, 1900 was a leap year.", U, "trap: it denies itself"),
    ("Is 8 divisible by 4?", "Yes, 8 is divisible by 4.", V, "as it is asked"),
    ("Is 8 divisible by 4?", "Yes, 4 is divisible by 8.", U, "trap: the other way round"),
    ("Is 3/4 bigger than 2/3?", "Yes, 2/3 is bigger", U, "trap: of the other one"),
    ("Is 1/3 bigger than 1/3?", "No, 1/3 is not equal to 1/3", U, "trap: another relation"),
    # the same words, or some of them
    ("How many minutes are in 3 hours?", "There are 180 minutes in 3 hours.", V, "what is counted"),
    ("How many minutes are in 3 hours?", "There are 180 hours in 3 minutes.", U, "trap: swapped"),
    ("Find the sum of the integers from 1 to 10", "There are 55 integers", U, "trap: not counted"),
    ("Find the gcd of 12, 18 and 9", "Answer: The gcd of 12 and 18 is 3", U, "trap: of two"),
    ("What is 2*3 + 4?", "Answer: 2 * 3 is 10", U, "trap: of a part"),
    ("What is 24 + 36?", "36 - 24 is 60", U, "trap: another computation"),
    ("What is 2^3?", "3 is 8", U, "trap: a number is no other"),
    ("30 is what percent of 150?", "30 is 20% of 150.", V, "the question with its answer"),
    (AGES, r"Bob is \boxed{13} years old", U, "trap: a box of another person"),
    (SIBLINGS, r"The oldest is \boxed{11} years old.", U, "trap: the opposite"),
    (
        "Find the horizontal asymptote of y = (2x+1)/(x-3)",
        "The vertical asymptote is y = 2",
        U,
        "too",
    ),
    ("What is 50% of 120?", r"half of \boxed{60}", U, "trap: half of a box"),
    ("What is 50% of 120?", r"It is at least \boxed{60}", U, "trap: a bound"),
    ("What is 50% of 120?", r"**Answer:** $\boxed{60}$", V, "emphasis before a formula"),
    # what the value is said to be
    ("Find the y-intercept of y = 5x + 5", "The slope is 5.", U, "trap: another name"),
    ("Find the product of the roots of x^2 - 5x + 5 = 0", "The sum is 5.", U, "trap: the sum"),
    (DIVIDE, r"Answer: The remainder is \( 9 \).", V, "its name"),
    ("What is 3 + 4?", "The sum is 7.", V, "the name of what is asked"),
    ("What is 3 + 4?", "The product is 7.", U, "trap: not of what is asked"),
    ("Differentiate x^2", "The derivative is 2x.", V, "the name of the result"),
    # of the unknown, and of no other formula
    (LINEAR, "So x is equal to 5.", V, "the unknown"),
    (LINEAR, r"The value of \(x\) is \(5\).", V, "in formulas"),
    (LINEAR, "-x is 5", U, "trap: its negative"),
    (LINEAR, "Answer: -x is 5", U, "trap: announced"),
    (LINEAR, "√x is 5", U, "trap: its root"),
    (LINEAR, "Therefore 2x is 5", U, "trap: twice it"),
    (LINEAR, "2 x is 5", U, "trap: with a blank"),
    (LINEAR, "Answer: y is 5", U, "trap: another letter"),
    (LINEAR, r"-x is \boxed{5}", U, "trap: in a box"),
]


@pytest.mark.parametrize(("question", "text", "verdict", "why"), ROWS)
def test_what_a_sentence_claims(question: str, text: str, verdict: AnswerVerdict, why: str) -> None:
    assert check(text, question=question).answer_verdict is verdict


SAID = [
    ("7 is prime.", Verdict.PROVED, "a claim in words"),
    ("- 7 is prime", Verdict.PROVED, "behind a bullet"),
    ("-7 is prime", Verdict.REFUTED, "a sign is no bullet: negative numbers are not prime"),
    ("√16 is prime", Verdict.REFUTED, "a root is part of the number"),
    ("-2.5 rounded to the nearest integer is 3", Verdict.REFUTED, "rounded on the other side of 0"),
]


@pytest.mark.parametrize(("text", "verdict", "why"), SAID)
def test_the_sign_before_a_number_belongs_to_it(text: str, verdict: Verdict, why: str) -> None:
    (line,) = check(text).lines
    assert line.step.claim.verdict is verdict


MEETING = "Find the points where the line y = 2x meets the parabola y = x^2 - 3."


def test_values_of_one_solution_of_several_are_not_wrong() -> None:
    """One after another, as they are worked out; what no solution has is wrong."""
    lines = ["x = (2 + 4)/2 = 3", "x = (2 - 4)/2 = -1", "y = 2(3) = 6", "y = 2(-1) = -2", "x = 5"]
    report = check("\n".join(lines), question=MEETING)
    verdicts = [line.step.claim.verdict for line in report.lines]
    assert verdicts == [Verdict.UNCHECKED] * 4 + [Verdict.REFUTED]
    assert report.lines[0].step.claim.reason.startswith("It holds in the solution x = 3, y = 6")


def test_a_value_that_is_tried_in_a_range_is_no_solution() -> None:
    """``choose x = -3`` of an interval claims nothing; neither does ``take x = 4``."""
    lines = [
        "For (-inf, -2), choose \\(x = -3\\):",
        "For x > 3, take x = 4: 6 > 0",
        "x < -2 or x > 3",
    ]
    report = check("\n".join(lines), question="Solve x^2 - x - 6 > 0")
    assert Verdict.REFUTED not in [line.step.claim.verdict for line in report.lines]
    assert report.answer_verdict is AnswerVerdict.VERIFIED
