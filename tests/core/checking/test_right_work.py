r"""Right work in forms that a reviewer found refuted, and the near misses beside each.

P is proved, R refuted, - unchecked, line by line; lines are separated by ``; ``, and the first one
is the question. The last letter is the answer's: V verified, R refuted, - any other. A row that
says "trap" is a near miss, which must not be proved or verified.
"""

from __future__ import annotations

import pytest

from mathviz_chat.core.checking.side_by_side import with_commas
from tests.core.checking.marks import marks

HALVES = "Solve 2x^2 - 5x - 3 = 0.; "
SURDS = "Solve x^2 - 4x + 1 = 0.; "
SUM = "Solve x + y = 5, x - y = 1.; "
UPPER = r"x_1 = \frac{5 + 7}{4} = 3"
LOWER = r"x_2 = \frac{5 - 7}{4} = -\frac{1}{2}"
WRONG = r"x_2 = \frac{5 - 9}{4} = -1"

SIDE_BY_SIDE = [
    (HALVES + r"\[ x_1 = 3 \quad x_2 = -\frac{1}{2} \]", "PV", "a wide space"),
    (HALVES + r"\[ x_1 = 3 \qquad x_2 = -\frac{1}{2} \]", "PV", "a wider one"),
    (HALVES + r"$x_1 = 3 \quad x_2 = -\frac{1}{2}$", "PV", "within a line"),
    (HALVES + r"\[ x_1 = 3 \quad x_2 = -\frac{1}{3} \]", "RR", "trap: another number"),
    (HALVES + r"\[ x_1 = 3 \quad x_2 = 3 \]", "RR", "trap: one of them twice"),
    (HALVES + rf"\[ {UPPER} \quad {LOWER} \]", "PV", "each worked out"),
    (HALVES + rf"\[ {UPPER} \quad {WRONG} \]", "RR", "trap: no solution"),
    (HALVES + rf"${UPPER}$ ${LOWER}$", "PV", "each in dollars"),
    (HALVES + rf"${UPPER}$ ${WRONG}$", "RR", "trap: no solution"),
    (HALVES + "x_1 = (5+7)/4 = 3   x_2 = (5-7)/4 = -1/2", "PV", "several spaces"),
    (HALVES + "x_1 = (5+7)/4 = 3 x_2 = (5-7)/4 = -1/2", "PV", "one space"),
    (HALVES + "x_1 = (5+7)/4 = 3 / x_2 = (5-7)/4 = -1/2", "PV", "a stroke"),
    (HALVES + "x_1 = (5+7)/4 = 3   x_2 = (5-7)/4 = 1/2", "RR", "trap: a sign is lost"),
    (HALVES + "x_1 = (5+7)/4 = 4   x_2 = (5-7)/4 = -1/2", "R-", "trap: the first is wrong"),
    (SURDS + "x_1 = 2 + sqrt(3)   x_2 = 2 - sqrt(3)", "PV", "not rational"),
    (SURDS + r"\[ x_1 = 2 + \sqrt{3} \quad x_2 = 2 - \sqrt{3} \]", "PV", "in a display"),
    (SURDS + "x_1 = 2 + sqrt(3)   x_2 = 3 - sqrt(3)", "RR", "trap: another number"),
    (SUM + r"\[ x = 3 \quad y = 2 \]", "PV", "of a system"),
    (SUM + r"\[ x = \frac{6}{2} = 3 \quad y = \frac{4}{2} = 2 \]", "PV", "its values worked out"),
    (
        SUM + r"\[ x = \frac{6}{2} = 3 \quad y = \frac{4}{2} = 3 \]",
        "RR",
        "trap: worked out wrongly",
    ),
    (r"Solve 2x = 6.; \[ 2x = 6 \quad x = 3 \]", "P-", "two lines in one"),
    (r"Solve 2x = 6.; \[ 2x = 6 \quad x = 4 \]", "R-", "trap: another number"),
    (r"Solve x^2 = 9.; \[ x^2 = 9 \quad x = 3 \]", "R-", "trap: a solution is lost"),
]

BOTH = r"x_{1,2} = \frac{5 \pm 7}{4}"

BOTH_NAMED = [
    (HALVES + BOTH + r", x_1 = 3, x_2 = -\frac{1}{2}", "PV", "what both come to"),
    (HALVES + rf"\[ {BOTH}, \quad x_1 = 3, \quad x_2 = -\frac{{1}}{{2}} \]", "PV", "in a display"),
    (HALVES + rf"\[ {BOTH} \quad x_1 = 3 \quad x_2 = -\frac{{1}}{{2}} \]", "PV", "without commas"),
    (HALVES + BOTH + r", x_1 = 3, x_2 = -\frac{1}{3}", "RR", "trap: another number"),
    (HALVES + r"x_{1,2} = \frac{5 \pm 9}{4}, x_1 = 3, x_2 = -\frac{1}{2}", "R-", "trap: before it"),
]

REMAINDER = "Find k so that x^3 + kx + 4 leaves remainder 6 when divided by x - 2.; "
FACTOR = "Find k so that x - 2 is a factor of x^3 + kx + 4.; "
BODY = "f(x) = x^3 + kx + 4; "

OPEN_LETTERS = [
    (REMAINDER + BODY + "f(2) = 6; 8 + 2k + 4 = 6; k = -3", "-PPPV", "a condition on k"),
    (REMAINDER + BODY + "f(2) = 7; k = -3", "-RPV", "trap: another remainder"),
    (REMAINDER + BODY + "f(-2) = 6; k = -3", "-RPV", "trap: another place"),
    (FACTOR + BODY + "f(2) = 0; 12 + 2k = 0; k = -6", "-PPPV", "a factor"),
    (FACTOR + BODY + "f(2) = 6", "-R-", "trap: no factor"),
]

VIETA = "Find the sum of the roots of x^2 - 5x + 3 = 0.; "

OTHER_LETTERS = [
    (VIETA + "α + β = -b/a = 5", "-V", "of the roots and coefficients"),
    (VIETA + "x_1 + x_2 = -b/a = 5", "-V", "with indices"),
    (VIETA + "α + β = -b/a = -5", "-R", "trap: another value"),
    (VIETA + "α^2 = 5α - 3", "--", "a root of the equation"),
    (VIETA + "-(-5)/1 = -5", "RR", "trap: numbers alone are judged"),
    ("If x = t^2 and y = t^3, find dy/dx.; 3/2 sqrt(x)", "--", "in the letter that is set"),
    ("If x = t^2 and y = t^3, find dy/dx.; 3t", "RR", "trap: in t itself"),
    ("Simplify (x^2 - 1)/(x - 1).; y + 1", "R-", "trap: a letter from nowhere"),
]

BALL = "Find the surface of a sphere of volume 36π cm^3.; r^3 = 27; r = 3; "
CUBE = "Find the surface area of a cube of volume 64 cm^3.; a^3 = 64; a = 4; "
RING = "Find the area of a circle of circumference 20π cm.; 2πr = 20π; r = 10; "

OTHER_NAMES = [
    (BALL + "S = 4π r^2 = 36π; S = 36π cm²", "-P-PV", "r = -3 has no say on S"),
    (CUBE + "S = 6a^2 = 96; S = 96 cm²", "-PPPV", "of a cube"),
    (RING + "A = π r^2 = 100π; A = 100π cm²", "-P-PV", "of a circle"),
    (
        "Solve sqrt(x + 3) = x - 3.; x + 3 = (x - 3)^2; x = 1 or x = 6",
        "PRR",
        "trap: the unknown itself",
    ),
]

INTERCEPTS = "Find the x- and y-intercepts of 2x + 3y = 12.; "

TWO_PLACES = [
    (INTERCEPTS + "When y = 0, x = 6; When x = 0, y = 4", "---", "the first is over"),
    (INTERCEPTS + "y = 0: x = 6; x = 0: y = 4", "---", "without words"),
    (INTERCEPTS + "Let y = 0: 2x = 12, x = 6; Let x = 0: 3y = 12, y = 4", "PP-", "worked out"),
    (INTERCEPTS + "Let y = 0: 2x = 12, x = 6; Let x = 0: 3y = 12, y = 5", "PR-", "trap: wrongly"),
]

CIRCLE = "Solve x^2 + y^2 = 25, x + y = 7.; "

PAIRS = [
    (CIRCLE + "x_1 = 3, y_1 = 4, x_2 = 4, y_2 = 3", "PV", "two solutions in a row"),
    (CIRCLE + "x_1 = 3, y_1 = 4 and x_2 = 4, y_2 = 3", "PV", "with a word"),
    (CIRCLE + "x₁ = 3, y₁ = 4, x₂ = 4, y₂ = 3", "PV", "small digits"),
    (CIRCLE + r"\[ x_1 = 3, y_1 = 4 \quad x_2 = 4, y_2 = 3 \]", "PV", "in a display"),
    (CIRCLE + "x_1 = 3, y_1 = 4, x_2 = 5, y_2 = 3", "RR", "trap: the second is none"),
    (CIRCLE + "x_1 = 3, y_1 = 4, x_2 = 3, y_2 = 4", "RR", "trap: one of them twice"),
    (CIRCLE + "x_1 = 3, y_1 = 3, x_2 = 4, y_2 = 4", "RR", "trap: paired wrongly"),
    (
        "Find the distance of (1, 2) and (4, 6).; x_1 = 1, y_1 = 2, x_2 = 4, y_2 = 6; "
        "d = sqrt((x_2 - x_1)^2 + (y_2 - y_1)^2) = 5",
        "-PV",
        "two points are no solutions",
    ),
]

ROWS = [
    *SIDE_BY_SIDE,
    *BOTH_NAMED,
    *OPEN_LETTERS,
    *OTHER_LETTERS,
    *OTHER_NAMES,
    *TWO_PLACES,
    *PAIRS,
]


@pytest.mark.parametrize(("solution", "expected", "why"), ROWS)
def test_each_line_and_the_answer_get_their_verdicts(
    solution: str, expected: str, why: str
) -> None:
    assert marks(solution) == expected, why


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("x = 2 + 3 y", "a product"),
        ("x_1 = 2 a   x_2 = 4", "a letter in the value"),
        ("P = 4 x = 20", "the names do not belong together"),
        ("P = 4   x = 20", "nor with more space"),
        ("x = 2 + 3 y = 11", "no value before one space"),
        (r"x_1 = 3 \quad \text{or} \quad x_2 = 4", "a word stands between"),
        (r"x^2 = 9 \Rightarrow \quad x = 3", "a sign does"),
        (r"x^2 = 4 \quad (x > 0)", "no equation comes after"),
    ],
)
def test_no_comma_is_put_elsewhere(row: str, why: str) -> None:
    assert with_commas(row) == row, why
