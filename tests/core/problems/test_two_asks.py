"""Two things asked at once, or a form that is not given: unread, never answered in part."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Problem, Unread, read_question

TWO = [
    "Find the mean of 2, 3, 7 and of 4, 5",
    "Write 0.00052 in standard form and to 1 significant figure",
    "Express 12345 in scientific notation and rounded to 2 significant figures",
    "Find the maximum of x^2 - 4x and where it is attained on [0,3]",
    "Find the original price and the discount if the sale price is 80 after 20% off",
    "Write 10 in binary and decimal",
]
FORMS = [
    "Work out 6*10^7/(7*10^3) in standard form",
    "Write the line y = 2x + 1 in standard form",
    "Convert 3 km to cm in standard form",
]
BOTH = [
    (
        "Two sides of a triangle are 7 cm and 9 cm, the included angle is 50°. Find the area.",
        "the angle between the sides",
    ),
    ("Find the gcd and lcm of 12 and 18", "answered in two parts"),
    ("Find the modulus and argument of 1 + i", "answered in two parts"),
    ("Find the mean and median of 1, 2, 6", "answered in two parts"),
    ("Write 3/8 as a percentage", "one of them alone"),
    ("Convert 45 from base 10 to binary", "a base that is told, and one that is asked for"),
    ("Convert 3 hours and 20 minutes to minutes", "hours and minutes that are told"),
    ("How long is it from 8:20 to 10:05, in minutes?", "in minutes"),
    ("Write 4567 to the nearest hundred", "one place"),
    ("Find the second derivative of x^3", "one order"),
    ("Solve x^2 - x - 6 < 0", "no word on the form"),
]


@pytest.mark.parametrize("question", TWO)
def test_two_things_asked_at_once_are_not_answered_by_one(question: str) -> None:
    found = read_question(question)
    assert isinstance(found, Unread)
    assert "two things" in found.reason or "figures" in found.reason


def test_an_angle_lies_between_two_sides_only_where_that_is_said() -> None:
    found = read_question("A triangle has sides 7 and 9 and an angle of 50°. Find the third side.")
    assert isinstance(found, Unread) and "between the two sides" in found.reason


def test_two_percent_signs_are_a_slip() -> None:
    found = read_question("what is 35%% of 260")
    assert isinstance(found, Unread) and "percent signs" in found.reason


@pytest.mark.parametrize("question", FORMS)
def test_a_form_that_is_not_given_is_not_ignored(question: str) -> None:
    assert isinstance(read_question(question), Unread)


@pytest.mark.parametrize(("question", "why"), BOTH)
def test_one_thing_is_read_and_two_where_both_are_answered(question: str, why: str) -> None:
    assert isinstance(read_question(question), Problem), why
