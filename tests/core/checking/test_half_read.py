"""A line that is read only in part is never proved."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

HALF_READ = [
    ("1 + 1 = 2\x00 = 3", "a control character is shown as nothing: the line looks like a chain"),
    ("1 + 1 = 2\x001", "shown as 21"),
    ("1 + 1 = 2\x1b[0m = 3", "an escape sequence is shown as nothing"),
    ("1 + 1 = 2@ = 3", "a sign of no meaning"),
    ("1 + 1 = 2. = 3", "a full stop inside a chain"),
    ("2 + 2 = 4 and = 3", "a left side that is missing"),
    ("1 + 1 = 2, 3 = = 4", "the second relation has no right side"),
    ("1 + 1 = 2 @@ 3 = ((4", "the second relation has open brackets"),
]


@pytest.mark.parametrize(("text", "why"), HALF_READ)
def test_a_line_that_is_read_in_part_is_unchecked(text: str, why: str) -> None:
    (row,) = check(text).lines
    assert row.step.claim.verdict is Verdict.UNCHECKED, why
    assert "cannot be read" in row.step.claim.reason


def test_a_part_that_is_false_is_still_refuted() -> None:
    (row,) = check("1 + 1 = 3, 3 = = 4").lines
    assert row.step.claim.verdict is Verdict.REFUTED


PASSED_OVER = [
    ("(x + 1)^2 = x^2 + 2x + 1 < 0", "false for every x: nothing says for which it is meant"),
    ("d/dx(x^2) = 2x > 0", "the derivative is right, its sign is not"),
    ("∫ 2x dx = x^2 + C = 1", "x^2 + C is not 1"),
    ("2 + 3 = 5 < x", "nothing is known of x"),
    ("Let f(x) = x^2 + 1\nf'(x) = 2x = 7", "true at one place only, which is not named"),
]


@pytest.mark.parametrize(("text", "why"), PASSED_OVER)
def test_a_sign_of_a_chain_that_is_not_judged_keeps_it_from_being_proved(
    text: str, why: str
) -> None:
    assert check(text).lines[-1].step.claim.verdict is Verdict.UNCHECKED, why


SET_UP = [
    ("Let f(x) = x^2 - 4x\nf'(x) = 2x - 4 = 0", "a derivative set to zero sets up an equation"),
    ("A = 1/2 b h = 1/2*6*8 = 24", "a formula is filled in before anything is judged"),
]


@pytest.mark.parametrize(("text", "why"), SET_UP)
def test_a_chain_that_sets_up_an_equation_is_proved_where_it_claims(text: str, why: str) -> None:
    assert check(text).lines[-1].step.claim.verdict is Verdict.PROVED, why


LOOSE_ENDS = [
    ("Solve x^2 = 9\nx = ±3 cm", "a unit that came from nowhere"),
    ("f(x) = 2x + 1\nf(2) = 5 at x = 3", "another place than that of the value"),
    ("f(x) = 2x + 1\nAt x = 3, f(2) = 5", "the same, before it"),
    ("Solve x + 2 < 7\nx < 5 for positive x", "a restriction"),
    ("Solve x + 2 < 7\nx < 5 and integer", "another"),
    ("2 + 3 = 5 (+1)", "a remark that is read as no factor"),
    ("1, 2 + 3 = 5", "the claim is the end of a list"),
    ("∫ 2x dx = x^2 + C from 0 to 1", "bounds that are not put in"),
    ("∫ 2x dx = x^2 + C with C = 0", "a constant that is no longer free"),
    (
        "Solve sin x = 1/2 on [0°, 360°]\nx = 30, 150 radians",
        "a unit that is not that of the question",
    ),
    ("Solve 2x = 6\nx = 3 mod 5", "a remainder, or infinitely many values"),
    ("2 + 3 = 5 apples. So she has 6 apples.", "a later sentence concludes to another value"),
    (
        "Solve y' + 3y = 6, y(0) = 0\ny e^(3x) = 2e^(3x) + C\nC = -2, so y = 2 - 2e^(3x)",
        "the conclusion is not judged",
    ),
    ("gcd(12, 18) = 6 and lcm = 30", "a second result that is only a name for a value"),
    ("2 + 3 = 5, 6", "another number"),
    ("P(A) = 3/6 = 1/2, i.e. 60%", "said again, wrongly"),
    ("Solve 2x + 1 < 7\nx < 3 so the integers are 0, 1, 2, 3", "a conclusion in numbers"),
    ("Solve x^2 - 4 = 0\n(x - 2)(x + 2) = 0 therefore x is 3", "a conclusion in words"),
    ("Solve x < 5\nx < 5 except 2", "something is taken back"),
    ("Solve 3x + 7 = 22\nx = 5 or so", "said to be about"),
    ("sin(30°) = 1/2 rad", "an angle is no ratio"),
]


@pytest.mark.parametrize(("text", "why"), LOOSE_ENDS)
def test_a_line_that_goes_on_to_what_is_not_judged_is_not_proved(text: str, why: str) -> None:
    assert check(text).lines[-1].step.claim.verdict is Verdict.UNCHECKED, why


BOXES = [
    (r"Solve 2x = 6; \boxed{3}, 4", "another value after it"),
    (r"Solve 2x = 6; \boxed{x = 3} or 4", "another value as well"),
    (r"Solve 2x = 6; 4 or \boxed{3}", "another value before it"),
    (r"Solve 2x = 6; $-\boxed{3}$", "a sign before it"),
    (r"Solve 2x = -6; $-\boxed{3}$", "the same, where it is right as a whole"),
    (r"Solve 2x = 6; \boxed{3}^2", "a power"),
    (r"Solve 2x = 6; \boxed{3} cm", "a unit"),
    (r"Solve 2x = 6; x is not \boxed{3}", "denied"),
    (r"Solve x^2 = 9; \boxed{\pm 3} for positive x", "a restriction"),
    ("Solve 2x = 6; Answer: x = 3 mod 5", "a remainder, or infinitely many values"),
    ("Solve x^2 = 9; x = ±3, x not equal to 3", "a value is taken back"),
]


@pytest.mark.parametrize(("text", "why"), BOXES)
def test_an_answer_that_may_be_more_than_is_read_is_neither_verified_nor_refuted(
    text: str, why: str
) -> None:
    assert check(text.replace("; ", "\n")).answer_verdict is AnswerVerdict.UNCHECKED, why


def test_a_line_that_names_two_cases_shows_both() -> None:
    claim = check("Solve x^2 - 4 = 0\nx - 2 = 0 and x + 2 = 0").lines[-1].step.claim
    assert claim.read_as == "x - 2 = 0 or x + 2 = 0"


TIED_UP = [
    ("Solve x^2 - 4 = 0\nx - 2 = 0 and x + 2 = 0", "both cases are judged, and shown"),
    ("How far is it?\n60 * 2 = 120 km in 2 hours", "a story goes on"),
    ("2 + 3 = 5 apples. So she has 5 apples.", "the value is said again"),
    ("3 + 4 = 7, so 7 apples", "the same value again"),
    ("10 - 7 = 3, so he needs 3 more", "words that go on"),
    ("Solve 2x + 1 = 7\n2x = 6, so x = 3", "the conclusion is judged"),
    ("Let f(x) = x^2\nf'(x) = 2x and f''(x) = 2", "both are judged"),
]


@pytest.mark.parametrize(("text", "why"), TIED_UP)
def test_a_line_whose_ends_are_judged_is_proved(text: str, why: str) -> None:
    assert check(text).lines[-1].step.claim.verdict is Verdict.PROVED, why
