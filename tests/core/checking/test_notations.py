"""Ways of writing that are no formulas: operations at the margin, solutions side by side, sets."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.checking.notations import as_usual
from mathviz_chat.core.verdict import AnswerVerdict
from tests.core.checking.test_written_solutions import signs

REWRITTEN = [
    ("3x - 6 = 2x + 1 |-2x", "3x - 6 = 2x + 1", "what is done to both sides"),
    ("x - 6 = 1   | +6", "x - 6 = 1", "with spaces"),
    ("2x = 6 | :2", "2x = 6", "division by a colon"),
    ("|x - 1| = 5 | +1", "|x - 1| = 5", "after bars in a pair"),
    ("3x - 6 = 2x + 1 / +6", "3x - 6 = 2x + 1", "after a slash"),
    ("x = 6 / -2", "x = 6 / -2", "trap: a quotient"),
    ("|x| = 3", "|x| = 3", "trap: an absolute value"),
    ("P(A|B) = 0.3", "P(A|B) = 0.3", "trap: a condition"),
    ("F = x^3/3 |^2_0", "F = x^3/3 |^2_0", "trap: limits of an integral"),
    ("{x | -x}", "{x | -x}", "trap: a set; no relation stands before"),
    ("x = 2 x = 3", "x = 2, x = 3", "solutions side by side"),
    ("x1 = 2   x2 = 3", "x1 = 2, x2 = 3", "with indices"),
    ("x = 2 / x = 3", "x = 2, x = 3", "with a slash between"),
    ("x = 3 y = 2", "x = 3, y = 2", "of two unknowns"),
    ("P = 4 s = 20", "P = 4 s = 20", "trap: a product"),
    ("P = 4 x = 20", "P = 4 x = 20", "trap: a product with x"),
    ("x = 2y = 6", "x = 2y = 6", "trap: a chain"),
    ("x1,2 = 3 ± 2", "x    = 3 ± 2", "both roots in one formula"),
    (r"x_{1/2} = 3 \pm 2", r"x       = 3 \pm 2", "in LaTeX"),
    ("x₁,₂ = 3 ± 2", "x    = 3 ± 2", "in Unicode"),
    ("x1/2 = 3", "x1/2 = 3", "trap: half of x1"),
    ("x = 4: y = 3", "If x = 4, then y = 3", "what follows in a case"),
    ("x = -3 gives y = -4", "If x = -3, then y = -4", "in words"),
    ("x = 4: x = 4", "x = 4: x = 4", "trap: the same name"),
    ("x in (1, 3)", "x ∈  (1, 3)", "an interval"),
    ("put x in (2)", "put x in (2)", "trap: an equation's number"),
]
TWO = "Solve x^2 - 5x + 6 = 0; "
POINTS = "Solve x^2 + y^2 = 25, x - y = 1; "
LOGS = "Solve log_2(x) + log_2(x - 2) = 3; x(x - 2) = 8; x = 4 or x = -2; "

LINES = [
    ("Solve 3(x - 2) = 2x + 1; 3x - 6 = 2x + 1 |-2x; x - 6 = 1 |+6; x = 7", "-PPP", "margins"),
    ("Solve 3(x - 2) = 2x + 1; 3x - 6 = 2x + 2 |-2x", "-R", "trap: a slip before the margin"),
    (TWO + "x1,2 = (5 ± 1)/2; x1 = 3 x2 = 2", "-PP", "both roots"),
    (TWO + "x1,2 = (5 ± 3)/2", "-R", "trap: other roots"),
    (TWO + "x = 2 / x = 4", "-R", "trap: a wrong one"),
    (POINTS + "x = 4: y = 3; x = -3: y = -4", "-PP", "what follows in each case"),
    (POINTS + "x = 4: y = 3; x = -3 gives y = -5", "-PR", "trap: a slip in one of them"),
    ("Find 20% of 150; 10% = 15; 20% = 30", "-PP", "parts of the whole"),
    ("Find 20% of 150; 10% = 16; 20% = 0.2", "-RP", "trap: a slip; and a number"),
    ("10% = 15; 20% = 0.3", "-R", "trap: of what is not said; not what 20% is"),
    ("Rationalise 1/(2+sqrt(3)); = (2-sqrt(3))/((2+sqrt(3))(2-sqrt(3))); = 2-sqrt(3)", "-PP", "-s"),
    ("Rationalise 1/(2+sqrt(3)); = (2-sqrt(3))/((2+sqrt(3))(3-sqrt(3)))", "--", "trap: a slip"),
    ("Factor 6x^2 + 5x - 4; 8*(-3) = -24; = 6x^2 + 8x - 3x - 4", "-PP", "a sum on the way"),
    ("Factor 6x^2 + 5x - 4; 8*(-3) = -24; = 6x^2 + 8x - 4x - 4", "-PR", "trap: a slip after it"),
]

ANSWERS = [
    (TWO + "S = {2;3}", AnswerVerdict.VERIFIED, "the set of solutions"),
    (TWO + "L = {2;4}", AnswerVerdict.REFUTED, "trap: another set"),
    (TWO + "roots: 2 and 3", AnswerVerdict.VERIFIED, "announced as roots"),
    (TWO + "Roots: x = 2 and x = 5", AnswerVerdict.REFUTED, "trap: a wrong root"),
    (TWO + "x = 2 / x = 3", AnswerVerdict.VERIFIED, "side by side"),
    ("Solve x^2 + 2x + 5 = 0; S = ∅", AnswerVerdict.VERIFIED, "the empty set"),
    ("Solve x^2 - 5x + 6 = 0; L = {}", AnswerVerdict.REFUTED, "trap: it is not empty"),
    (LOGS + "x = 4 since x > 2", AnswerVerdict.VERIFIED, "a reason after the answer"),
    ("Solve x^2 - 4x + 3 < 0; x in (1, 3)", AnswerVerdict.VERIFIED, "in for the sign"),
    ("Find the mean of 1, 2, 6; S = {1, 2, 6}; mean = 9/3 = 3", AnswerVerdict.VERIFIED, "data"),
]


@pytest.mark.parametrize(("text", "expected", "why"), REWRITTEN)
def test_a_row_is_read_as_if_it_were_written_in_the_usual_way(
    text: str, expected: str, why: str
) -> None:
    assert as_usual(text).rstrip() == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), LINES)
def test_each_line_gets_its_verdict(text: str, expected: str, why: str) -> None:
    assert signs(text) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), ANSWERS)
def test_the_answer_gets_its_verdict(text: str, expected: AnswerVerdict, why: str) -> None:
    assert check("\n".join(text.split("; "))).answer_verdict == expected, why


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "row",
    ["x = 1 " + " " * 20_000, "x" + " " * 20_000 + "= 1", "1 / " * 5_000, "x in [" * 3_300],
    ids=["spaces after", "spaces before", "slashes", "brackets"],
)
def test_a_long_row_takes_no_longer_than_its_length(row: str) -> None:
    assert as_usual(row) == row
