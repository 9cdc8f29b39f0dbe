"""Solutions as students, textbooks and models write them: each text with its verdicts and why.

The first line is the question. P is proved, R refuted, ~ probable, - unchecked, line by line. A row
that says "trap" is the near miss beside the one above it, which must not be proved.
"""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import AnswerVerdict
from tests.core.checking.marks import SIGNS

SYSTEM = "Solve 2x + 3y = 12 and 5x - y = 13; 2x + 3y = 12 (1); "

LABELS = [
    (SYSTEM + "5x - y = 13 (2)", "-PP", "labels that count on"),
    (SYSTEM + "5x - y = 14 (2)", "-PR", "trap: wrong without the label"),
    (SYSTEM + "5x - y = 13 (2); 15x - 3y = 39 (3)", "-PPP", "a third label"),
    (SYSTEM + "5x - y = 13 (2); 15x - 3y = 13 (3)", "-PP-", "trap: it holds with a factor of 3"),
    (SYSTEM + "5x - y = 13 (2); 15x - 3y = 38 (3)", "-PPR", "trap: wrong in both readings"),
    (SYSTEM + "5x - y = 13 (2); 17x = 51 (1) + 3(2)", "-PPP", "a combination after it"),
    (SYSTEM + "5x - y = 13 (2); 17x = 51 [(1) + 3(2)]", "-PPP", "a combination in brackets"),
    (SYSTEM + "5x - y = 13 (2); 3 × (2) : 15x - 3y = 39", "-PPP", "a combination before it"),
    (SYSTEM + "5x - y = 13 (2); 3 × (2) : 15x - 3y = 13", "-PPR", "trap: one side is not tripled"),
    (SYSTEM + "5x - y = 13 (2); (1) + 3(2) ⇒ 17x = 51", "-PPP", "an arrow after it"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13 (2)", "--", "2 is not the first label"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13   (2)", "-P", "a wide gap"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13 --- (2)", "-P", "a line of dashes"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13 - (2)", "--", "a minus sign, or a dash"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13 ②", "-P", "a circled number"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; [2] 5x - y = 13", "-P", "in square brackets"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13 (eq. 2)", "-P", "a label in words"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13 (ii)", "-P", "a Roman number"),
    ("Solve 2x + 3y = 12 and 5x - y = 13; 5x - y = 13 (B)", "-P", "a capital letter"),
    (r"Solve 2x + 3y = 12 and 5x - y = 13; $$5x - y = 13 \tag{2}$$", "-P", "LaTeX's own label"),
    (r"Solve 2x + 3y = 12 and 5x - y = 13; $5x - y = 14 \qquad (2)$", "-R", "trap: a wrong one"),
    ("Solve x/5 = 4; x = 4 (5)", "-P", "a factor"),
    ("Solve x/5 = 4; x = 5 (5)", "-R", "trap: a wrong factor"),
    ("Solve x + y = 9 and y = 2x; x + y = 9 (1); y = 2x (2); y = 2 (3)", "-PPP", "a value put in"),
    ("6 = 2 (3)", "P", "numbers alone have no label"),
]

CURVE = "Find the tangent to y = x^3 - 2x + 1 at x = 2; "
TURNS = "Solve sin x = 1/2 for 0 ≤ x < 2π; "
TURNING = "Find the stationary points of y = x^3 - 3x^2 - 9x + 5; "

PLACES = [
    (CURVE + "At x = 2, dy/dx = 3(2)^2 - 2 = 10", "-P", "a value put in for the variable"),
    (CURVE + "At x = 2, dy/dx = 3(2)^2 - 2 = 11", "-R", "trap: wrong there"),
    (CURVE + "At x = 2, dy/dx = 3x^2 - 2 = 10", "-P", "the formula, then its value"),
    (CURVE + "dy/dx = 10 when x = 2", "-P", "the place stands after it"),
    (CURVE + "dy/dx = 10 when x = 3", "-R", "trap: another place"),
    (CURVE + "At (2, 5), dy/dx = 10", "-P", "a point of the curve"),
    (CURVE + "When x = 2:; dy/dx = 12 - 2; = 10", "--PP", "the line before names the place"),
    (CURVE + "dy/dx = 12 - 2 = 10", "-P", "the question names the place"),
    (CURVE + "dy/dx = 25", "-R", "trap: the slope at a place that nothing names"),
    (CURVE + "When x = 3, y = 22", "-P", "the curve's own value"),
    (CURVE + "When x = 3, y = 23", "-R", "trap: not its value"),
    ("Find ∫ 2x e^(x^2) dx; Let u = x^2; When x = 0, u = 0 and when x = 1, u = 1", "--P", "limits"),
    (CURVE + "When x = 0, y = 10x - 15 = -15", "--", "the tangent's value, not the curve's"),
    (CURVE + "x = 2, y = 5; y - 5 = 11(x - 2)", "-P-", "trap: x keeps no value, or 0 = 0 holds"),
    ("Find dy/dx if y = x^2; dy/dx = 4", "-R", "trap: no place is named at all"),
    (TURNING + "When x = 3, y = 27 - 27 - 27 + 5 = -22", "-P", "a value worked out"),
    (TURNING + "When x = 3, y = 27 - 27 + 27 + 5 = 32", "-R", "trap: a slip in its sign"),
    (TURNING + "When x = 3, y = -22; When x = -1, y = 10", "-PP", "one place after the other"),
    (TURNING + "When x = 3, d^2y/dx^2 = 12 > 0", "-P", "the second derivative"),
    (TURNING + "At x = -1, y'' = -11 < 0", "-R", "trap: its sign is right, its value is not"),
    ("y = x^2 + 1; When x = 3, y = 11", "--", "y may be another function"),
    ("Solve x + y = 10 and x - y = 4; If x = 7, y = 3", "-P", "an unknown is no place"),
]

CHAINS = [
    (
        "Differentiate y = (3x^2 + 1)^5; Let u = 3x^2 + 1, y = u^5; dy/du = 5u^4",
        "--P",
        "by u alone",
    ),
    (
        "Differentiate y = (3x^2 + 1)^5; Let u = 3x^2 + 1, y = u^5; "
        "dy/dx = dy/du * du/dx = 5u^4 * 6x",
        "--P",
        "u stands for what it was set to",
    ),
    (
        "Differentiate y = (3x^2 + 1)^5; Let u = 3x^2 + 1, y = u^5; "
        "dy/dx = dy/du * du/dx = 5u^4 * 3x",
        "--R",
        "trap: the inner derivative is wrong",
    ),
    (
        "Find ∫ 2x(x^2 + 1)^4 dx; Let u = x^2 + 1; ∫ 2x(x^2 + 1)^4 dx = ∫ u^4 du = u^5/5 + C",
        "--P",
        "a substitution",
    ),
    (
        "Find ∫ 2x(x^2 + 1)^4 dx; Let u = x^2 + 1; ∫ 2x(x^2 + 1)^4 dx = ∫ 2u^4 du",
        "--R",
        "trap: a factor too many",
    ),
    (
        "Find ∫ x cos(x^2) dx; Let u = x^2; ∫ x cos(x^2) dx = ∫ cos u du",
        "--R",
        "trap: the factor 1/2 is lost",
    ),
    (
        "Find ∫ x cos(x^2) dx; Let u = x^2; ∫ x cos(x^2) dx = 1/2 sin u + C",
        "--P",
        "the antiderivative in u",
    ),
    ("Find ∫ x e^x dx; u = x, v = e^x; ∫ u dv = uv - ∫ v du", "--P", "parts, with u and v put in"),
    ("Find ∫ x e^x dx; u = x, v = e^x; ∫ u dv = uv + ∫ v du", "--R", "trap: the sign of parts"),
]

SINE = "Solve 2 sin(2x) = 1 for 0 ≤ x ≤ π; "
SQUARES = "Solve 2 sin^2 x - sin x - 1 = 0 for 0 ≤ x < 2π; "

ANGLES = [
    (TURNS + "x = π/6 + 2nπ or x = 5π/6 + 2nπ; x = π/6, 5π/6", "-PP", "whole turns, then within"),
    (TURNS + "x = π/6 + 2kπ; x = 5π/6 + 2kπ", "-PP", "one family a line"),
    (TURNS + "x = π/6 + 2kπ; x = 4π/6 + 2kπ", "-RR", "trap: a wrong family"),
    (TURNS + "x = π/6 + 2kπ; x = π/6", "-RR", "trap: a family is lost"),
    (TURNS + "x = π/6 + kπ", "-R", "trap: half turns"),
    (
        "Solve sin 2x = 1/2 for 0° ≤ x < 360°; 2x = 30° + 360°k or 2x = 150° + 360°k; "
        "x = 15° + 180°k, x = 75° + 180°k",
        "-PP",
        "in degrees, of the double angle",
    ),
    ("Solve √3 sin x + cos x = 2 for 0 ≤ x < 2π; x + π/6 = π/2 + 2nπ", "-P", "one family in all"),
    (SINE + "x = π/12 or x = 5π/12", "-P", "all solutions of the interval"),
    (SINE + "x = π/12 or x = 7π/12", "-R", "trap: the second is none"),
    (SINE + "x = π/12", "-R", "trap: one is lost"),
    (SINE + "2x = π/6 or 2x = π - π/6 = 5π/6", "-P", "by the double angle, worked out"),
    (SINE + "2x = π/6 or 2x = π - π/6 = 4π/6", "-R", "trap: worked out wrongly"),
    (SINE + "2x = π/6, 5π/6", "-P", "a list on one left side"),
    (SINE + "2x = π/6, 5π/6, 13π/6", "-P", "one beyond the interval, which is a candidate"),
    (SINE + "x = π/12, 5π/12, 13π/12", "-R", "trap: as the answer it must not stay"),
    (SINE + "x = π/12; x = 5π/12", "-PP", "one a line"),
    (SINE + "x = π/12; x = 7π/12", "-RR", "trap: one a line, the second is none"),
    (SINE + "sin 2x = 1/3", "--", "trap: angles that are not counted"),
    (SQUARES + "sin x = 1; x = π/2; sin x = -1/2; x = 7π/6, 11π/6", "-PPPP", "case by case"),
    ("Solve x^4 - 13x^2 + 36 = 0; x^2 = 4; x = ±2; x^2 = 9; x = 3", "-PPPR", "trap: -3 is lost"),
    ("Solve |2x - 1| = 7; 2x - 1 = 7; x = 4; 2x - 1 = -7; x = -3", "-PPPP", "one after the other"),
    (
        SQUARES + "sin x = 1 gives x = π/2; sin x = -1/2 gives x = 5π/6",
        "-PR",
        "trap: a wrong angle",
    ),
    (SQUARES + "sin x = 1 or sin x = 1/2", "-R", "trap: a sign is lost"),
    (
        "Solve sin x + cos x = 1 for 0 ≤ x < 2π; sin 2x = 0; x = 0, π/2",
        "-PP",
        "squared, then checked",
    ),
    ("Solve sin x + cos x = 1 for 0 ≤ x < 2π; x = 0, π/2, π", "-R", "trap: a candidate is kept"),
    ("Solve 2cos θ + 1 = 0 for 0° ≤ θ ≤ 360°; θ = 120° or θ = 240°", "-P", "in degrees"),
    ("Solve 2cos θ + 1 = 0 for 0° ≤ θ ≤ 360°; θ = 120 or 240", "-P", "without the sign"),
    ("Solve 2cos θ + 1 = 0 for 0° ≤ θ ≤ 360°; θ = 60° or θ = 300°", "-R", "trap: a sign is lost"),
    ("Solve x^2 = 16; x^2 - 7 = 9, 4", "-P", "trap: a value that fits nothing is only a candidate"),
]

DETERMINANT = "Find the determinant of [[3, 5], [2, 7]]; "
INVERSE = "Find the inverse of [[2, 1], [5, 3]]; "

NAMES = [
    (DETERMINANT + "det = ad - bc; det = 3·7 - 5·2; det = 21 - 10; det = 11", "--PPP", "its name"),
    (DETERMINANT + "det = 3·7 - 5·2; det = 21 - 9", "-PR", "trap: a slip"),
    (DETERMINANT + "det = 3·7 + 5·2 = 31", "-R", "trap: right in itself, not the determinant"),
    (DETERMINANT + "|A| = ad - bc = 21 - 10 = 11", "-P", "bars, with the formula in letters"),
    (DETERMINANT + "det A = 11; det(A) = 11", "-PP", "with the matrix's usual name"),
    (DETERMINANT + "det A = 10", "-R", "trap: another value"),
    (DETERMINANT + "det(B) = 10", "--", "another matrix"),
    (INVERSE + "A^-1 = [[3, -1], [-5, 2]]", "-P", "the inverse by its name"),
    (INVERSE + "A^-1 = [[3, 1], [-5, 2]]", "-R", "trap: a sign is lost"),
    (
        "Find the LCM of 12 and 18; LCM = 2^2 × 3^2; LCM = 36",
        "-PP",
        "a name for the value asked for",
    ),
    ("Find the LCM of 12 and 18; LCM = 2 × 3 = 6", "-R", "trap: right in itself, not the multiple"),
    ("Find the HCF of 84 and 120; HCF = 2 × 2 × 3 = 12; LCM = 840", "-PP", "both of one pair"),
    ("Find the HCF of 84 and 120; gcd = 24", "-R", "trap: another value"),
    ("gcd = 12", "-", "no numbers are named"),
]

LISTED = [
    ("Solve (x - 2)(x - 3) = 0; 2x = 4, 6; x = 2, 3", "-PP", "values of 2x"),
    ("Solve (x - 2)(x - 3) = 0; 2x = 4, 8; x = 2, 4", "-RR", "trap: the second value is read, too"),
    ("Solve cos 2x = 0 for 0 <= x <= pi; 2x = pi/2, 3pi/2; x = pi/4, 3pi/4", "-PP", "pi as a word"),
    ("Solve 2x + 1 = 7; 2x = 6, x = 3", "-P", "another statement after a comma is one of its own"),
    ("Solve 2x + 1 = 7; 2x = 6, x = 4", "-R", "trap: and is judged"),
    ("Solve x^2 = 9; x = 3, or x = -3", "-P", "a comma before or"),
    ("Solve x^2 > 9; x > 3, or x < -3", "-P", "between inequalities"),
    ("Solve x^2 > 9; x > 3, x < -3", "-P", "a comma that can only be or"),
    ("Solve x^2 > 9; x > 3, x < -2", "--", "trap: it lets values in"),
    ("Solve x^2 < 9; x < 3, x > -3", "-P", "a comma that can only be and"),
    ("Solve x^2 < 9; x < 3, x > -2", "-R", "trap: it loses solutions"),
]
ROUNDED = [
    ("Solve 5^x = 20; x = ln 20/ln 5; x ≈ 1.86", "-PP", "rounded from the line before"),
    ("Solve 5^x = 20; x = ln 20/ln 5; x ≈ 1.87", "-PR", "trap: rounded wrongly"),
    ("Solve 5^x = 20; x ≈ 1.86", "--", "no exact value stands before it"),
    ("Solve 5^x = 20; x = 1.86", "--", "rounded, without a sign for it"),
    ("Solve 5^x = 20; x = 1.87", "-R", "trap: rounded wrongly"),
    ("Solve 5^x = 20; x = log 20/log 5; x = 1.86", "-PP", "rounded from any base"),
    ("Solve 5^x = 20; x = 2.996/1.609", "--", "rounded on the way, of no exact form"),
    ("Solve 5^x = 20; x = 2.996/1.709", "-R", "trap: the same, wrong"),
    ("Solve x^3 - x - 1 = 0; x = 1.32", "--", "an algebraic number that has no root sign"),
    ("Solve x^3 - x - 1 = 0; x = 1.33", "-R", "trap: rounded wrongly"),
    ("Solve 3^x = 2^(x + 1); x = ln 2/(ln 3 - ln 2)", "-P", "a quotient of logarithms"),
    ("Solve 3^x = 2^(x + 1); x = ln 2/(ln 3 + ln 2)", "-R", "trap: a sign is lost"),
    (
        "Solve 3^x = 2^(x + 1) to 3 significant figures; x = ln 2/(ln 3 - ln 2)",
        "-P",
        "not yet rounded",
    ),
    ("Find the integer solutions of 2x^2 - 3x + 1 = 0; x = 1", "--", "trap: some are chosen"),
]

GROWTH = "Solve dy/dx = 2xy with y(0) = 3; "
DECAY = "Solve y' + 2y = 6, y(0) = 1; "
SECOND = "Solve y'' + 3y' + 2y = 0, y(0) = 1, y'(0) = 0; y = C_1 e^(-x) + C_2 e^(-2x); "

DIFFERENTIAL = [
    ("Solve y' = 3x^2 with y(0) = 5; y = x^3 + C; y(0) = 0 + C = 5; C = 5", "-PPP", "y at a place"),
    ("Solve y' = 3x^2 with y(0) = 5; y = x^3 + C; y(0) = 0 - C = 5", "-PR", "trap: a sign is lost"),
    (
        "Solve y' = 3x^2 with y(0) = 5; y = x^3 + C; C = 4; y = x^3 + 4",
        "-PRR",
        "trap: another value",
    ),
    ("Solve y' = 3x^2 with y(0) = 5; y = 3x^3 + C", "--", "trap: it does not satisfy the equation"),
    (GROWTH + "ln|y| = x^2 + C; y = A e^(x^2); 3 = A e^0 = A; y = 3e^(x^2)", "-PPPP", "separated"),
    (GROWTH + "ln|y| = x^2; y = e^(x^2)", "--R", "trap: the constant is forgotten"),
    (GROWTH + "ln|y| = 2x^2 + C", "--", "trap: integrated wrongly"),
    (DECAY + "e^(2x) y' + 2e^(2x) y = 6e^(2x); e^(2x) y = 3e^(2x) + C", "-PP", "a factor"),
    (DECAY + "e^(2x) y' + e^(2x) y = 6e^(2x)", "--", "trap: one term without its factor"),
    (
        DECAY + "y = 3 + C e^(-2x); y(0) = 3 + C = 1, so C = -2; y = 3 - 2e^(-2x)",
        "-PPP",
        "all of it",
    ),
    (
        DECAY + "y = 3 + C e^(-2x); C = -2; y = 3 + 2e^(-2x)",
        "-PPR",
        "trap: another sign in the end",
    ),
    (DECAY + "A particular solution is y = 3", "--", "it need not have the initial value"),
    (SECOND + "y(0) = C_1 + C_2 = 1; y'(0) = -C_1 - 2C_2 = 0; C_1 = 2, C_2 = -1", "-PPPP", "two"),
    (SECOND + "y(0) = C_1 + C_2 = 1; C_1 = 2, C_2 = 1", "-PPR", "trap: another value"),
    (SECOND + "y'(0) = -C_1 + 2C_2 = 0", "-PR", "trap: a sign in the derivative"),
    ("y dy = -x dx", "-", "differentials are no nouns: not y = -x"),
    ("5C_2 = 10", "P", "a number of choices, where no C_1 stands"),
]

INSIDE = "Solve |x - 4| < 3; "
BARS = "Solve |x - 1| = 2x - 5; x - 1 = 2x - 5; x = 4; "
BACK = "Find the inverse of f(x) = (2x + 1)/3; y = (2x + 1)/3; "

BESIDE = [
    (
        "Solve x^2 - x - 6 > 0; x^2 - x - 6 = 0; x = 3 or x = -2; x < -2 or x > 3",
        "---P",
        "its ends",
    ),
    ("Solve x^2 - x - 6 > 0; x = 3 or x = 2", "-R", "trap: another end"),
    (
        "Solve (x-1)/(x+2) <= 0; x - 1 = 0 gives x = 1; x + 2 = 0 gives x = -2; -2 < x <= 1",
        "-P-P",
        "one factor a line",
    ),
    (
        "Solve x^2 - x - 6 < 0; (x - 3)(x + 2) < 0; x = 3; x = -2; -2 < x < 3",
        "-P--P",
        "the same, of factors that stand on a line before",
    ),
    ("Solve x(x-4) > 0; x = 0; x = 4; x < 0 or x > 4", "---P", "a letter that is a factor"),
    ("Solve (x-1)/(x+2) < 3; x = -2", "--", "what is divided by"),
    ("Solve (x-1)/(x+2) < 3; x = 1", "-R", "trap: nothing is 0 there that is compared with 3"),
    ("Solve x^2 - x - 6 < 0; (x - 3)(x + 2) < 0; x + 3 = 0", "-PR", "trap: another factor"),
    (
        "Solve x^2 - x - 6 < 0; (x - 3)(x + 2) < 0; x + 2 = 0 gives x = 2",
        "-PR",
        "trap: a slip in the sign",
    ),
    ("Solve 3(x - 2) < 9; x = 2", "-R", "trap: the factor is not compared with 0"),
    ("Solve x^2 - x - 6 > 0; x = 3", "-R", "trap: one end only"),
    (INSIDE + "x = (1, 7)", "-P", "an interval after an equals sign"),
    (INSIDE + "x = (1, 6)", "-R", "trap: another interval"),
    (INSIDE + "x = [1, 7]", "-R", "trap: with its ends"),
    (BARS + "Case 2: x < 1; -(x - 1) = 2x - 5; 3x = 6; x = 4 only", "-PP---P", "an empty case"),
    (BARS + "-x - 1 = 2x - 5", "-PPR", "trap: the case with a slip"),
    ("Solve |2x - 3| = 7; 2x - 3 = 7; x = 5", "-RR", "trap: a case is left out"),
    (BACK + "Swap x and y: x = (2y + 1)/3; 2y = 3x - 1; y = (3x - 1)/2", "-PPPP", "exchanged"),
    (BACK + "Swap x and y: x = (2y - 1)/3", "-PR", "trap: exchanged with a slip"),
    (BACK + "x = (2y + 1)/3; y = (3x + 1)/2", "-PPR", "trap: a slip after it"),
    ("Solve y = (2x + 1)/3 for x; x = (2y + 1)/3", "-R", "trap: nothing asks to exchange them"),
    ("A = πr^2; = π × 7^2; = 49π", "--P", "values take the place of letters"),
    ("A = πr^2; = π × 7^2; = 14π", "--R", "trap: the next step is wrong"),
    (
        "Simplify (x^2 - 4)/(x^2 + 4x + 4); = (x - 2)/(x + 2); = -1",
        "-PR",
        "trap: no value is put in",
    ),
]

QUANTITIES = [
    ("V = π × 3² × 10; V = 90π cm³; V ≈ 282.7 cm³", "-PP", "a unit after π, then rounded"),
    ("V = π × 3² × 10; V = 80π cm³", "--", "trap: another multiple of π"),
    ("V = π × 3² × 10; V ≈ 282.9", "-R", "trap: rounded wrongly"),
    ("1 part = 450 ÷ 3 = 150 g; 2 parts = 2 × 150 = 300 g", "PP", "the number of parts is a name"),
    ("1 part = 450 ÷ 3 = 160 g", "R", "trap: a slip in it"),
    ("P(second red | first red) = 4/7", "-", "a conditional event is a name"),
    ("1.2p = 150; p = 150 / 1.2; p = 125", "-PP", "carried out"),
    ("1.2p = 150; p = 150 / 1.2; p = 130", "-PR", "trap: carried out with a slip"),
    ("x^2 = 9; x = √9; x = -3", "-PP", "trap: the other root carries nothing out"),
]

GOING_ON = [
    ("(x + 1)^2 = x^2 + 2x + 1 < 0", "-", "trap: the last sign would be left out"),
    (
        "Solve x^2 - 9 = 0; x^2 - 9 = (x - 3)(x + 3) = 0; x = ±3",
        "-PP",
        "an equation that is set up",
    ),
    ("2(3 + 4) = 2*7; = 16 - 2 = 14", "PP", "a chain goes on from the line before"),
    ("2(3 + 4) = 2*7; = 15 - 2 = 13", "PR", "trap: right in itself, not what stands before"),
    ("Simplify 2(x + 4) + 3x; = 2x + 8 + 3x = 5x + 8", "-P", "a chain goes on from the question"),
    ("Simplify 2(x + 4) + 3x; = 2x + 4 + 3x = 5x + 4", "-R", "trap: the first item is wrong"),
    ("Calculate 2(3 + 4); 2(3 + 4); = 2*6 = 12", "--R", "trap: from a bare expression"),
    (
        "5 + 3 = 8; Area of the triangle; = 1/2 * 6 * 8; = 24",
        "P--P",
        "the words name its left side",
    ),
    ("5 + 3 = 8; Area = half base times height; = 1/2 * 6 * 8", "P--", "a formula in words does"),
    ("7 - 2 = 5; (3 + 4 foo; = 2 + 10 = 12", "P--", "of a line with no sign, too"),
    ("7 - 2 = 5; 9^9m-; = 2 + 10 = 12", "P--", "nor from the line before it"),
    (
        "Simplify 10x/2 + 3; 10x/2 + 3; Divide by 2:; = 5x + 3",
        "---P",
        "words that say what is done",
    ),
    ("Simplify 10x/2 + 3; 10x/2 + 3; Divide by 2:; = 5x + 4", "----", "trap: the same, wrong"),
    ("Solve 3x = 15; 3x = 15; = x = 5", "-PP", "an equals sign for an arrow"),
    ("Solve 3x = 15; 3x = 15; = x = 6", "-PR", "trap: the same, wrong"),
]

ROUNDED_ROOTS = "Solve x^2 - 3x + 1 = 0. Round to 2 decimals.; "
CIRCLE = "Find the area of a circle of radius 5 cm.; "
EIGEN = "Find the eigenvalues of [[2,1],[1,2]]; "
MATRIX = "A = [[4, 2], [3, 1]]; "
SINE = "a/sin A = b/sin B; 5/sin(30°) = b/sin(45°); "
CANDIDATES = "Solve sqrt(x + 3) = x - 3; x + 3 = (x - 3)^2; "

MORE = [
    (EIGEN + "det(A - λI) = (2 - λ)^2 - 1 = λ^2 - 4λ + 3", "-P", "the characteristic polynomial"),
    (EIGEN + "det(A - λI) = (2 - λ)^2 + 1", "-R", "trap: a sign"),
    (EIGEN + "det(A - λI) = 0; (2 - λ)^2 - 1 = 0; λ = 1 or λ = 3", "--PP", "as an equation"),
    (EIGEN + "det(A - λI) = 0; (2 - λ)^2 - 4 = 0", "--R", "trap: another equation"),
    (MATRIX + "|A| = 4 - 6 = -2", "-P", "bars around a matrix: its determinant"),
    (MATRIX + "|A| = 4 + 6 = 10", "-R", "trap: the products are added"),
    ("60 km/h = 60*1000/3600 m/s = 16.7 m/s", "P", "a speed that is written as a fraction"),
    ("60 km/h = 60*1000/360 m/s", "-", "trap: not the same"),
    (SINE + "b = 5 sin(45°)/sin(30°); b = 5 sqrt(2)", "--PP", "a formula first, then filled in"),
    (SINE + "b = 5 sin(30°)/sin(45°)", "--R", "trap: the wrong way round"),
    ("V = l w h; 60 = 3 * 4 * h; h = 5", "--P", "the formula is no condition beside it"),
    ("V = l w h; 60 = 3 * 4 * h; 12h = 62", "--R", "trap: another number"),
    ("Solve x/3 = sqrt(2); x = 3*1.414", "--", "a rounded value goes on"),
    ("Solve x/3 = sqrt(2); x = 3*1.5", "-R", "trap: no rounding of it"),
    ("Solve x/3 = 3/2; x = 3*1.4", "-R", "trap: a value that need not be rounded"),
    (CANDIDATES + "x = 1; x = 6", "-PPP", "one candidate a line"),
    (CANDIDATES + "x = 1 or x = 6", "-PR", "candidates as the end of the text"),
    ("Solve x^2 = 9; Answer: x = 3; Answer: x = -3", "-PP", "an answer in two lines"),
    ("Solve x^2 = 9; Answer: x = 3; Answer: x = 4", "-RR", "trap: the other one is wrong"),
    ("Solve x^2 = 9; Answer: x = 3; Wait.; Answer: x = -3", "-R-R", "trap: not side by side"),
]

BRANCHES = "Solve dy/dx = x/y; "
TWO = "Solve x^2 - 5x + 6 = 0; "
LINE = "Find the equation of the line through (1, 2) and (3, 8); m = 6/2 = 3; "

ANN = "Ann is 3 years older than Bob. Bob is 10. How old is Ann?; "
AT_THE_END = [
    (ANN + "Ann is 13", AnswerVerdict.VERIFIED, "the one who is asked for"),
    (ANN + "She is 13 years old.", AnswerVerdict.VERIFIED, "the words name nobody else"),
    (ANN + "10 + 3 = 13; Bob's sister is 13", AnswerVerdict.VERIFIED, "a line computes it"),
    (ANN + "Bob is 13", AnswerVerdict.UNCHECKED, "trap: somebody else"),
    (ANN + "10 + 3 = 14; See page 13", AnswerVerdict.UNCHECKED, "trap: no answer at all"),
    (ANN + "10 + 3 = 14; 13 would be too small", AnswerVerdict.UNCHECKED, "trap: denied in words"),
    ("What is 7*8?; 7*8 = 54; Page 56", AnswerVerdict.UNCHECKED, "trap: another number"),
    ("What is 7*8?; So we get 56.", AnswerVerdict.VERIFIED, "harmless words"),
    ("Solve 2x = 6; x = 4; (3)", AnswerVerdict.REFUTED, "trap: another value was claimed"),
    ("Solve 2x = 6; x = 3; x is 4", AnswerVerdict.UNCHECKED, "trap: it ends in another value"),
    (
        "Find the tangent to y = x^2 at x = 3; y - 9 = 6(x - 3)",
        AnswerVerdict.VERIFIED,
        "a line whose right side is no line",
    ),
    (
        "Solve y^2 = 4x for y; y = sqrt(4x); y = 2 sqrt(x)",
        AnswerVerdict.UNCHECKED,
        "one of two, written in two ways",
    ),
    ("Solve x^4 = 1; x = ±1; x = ±i", AnswerVerdict.VERIFIED, "on two lines"),
    (ROUNDED_ROOTS + "x = 2.62; x = 0.38", AnswerVerdict.VERIFIED, "rounded, one a line"),
    (
        ROUNDED_ROOTS + "x1 = (3 + sqrt(5))/2 ≈ 2.62; x2 = (3 - sqrt(5))/2 ≈ 0.38",
        AnswerVerdict.VERIFIED,
        "exact and rounded, one a line",
    ),
    (ROUNDED_ROOTS + "x = 2.62; x = 0.39", AnswerVerdict.REFUTED, "trap: one rounded wrongly"),
    (ROUNDED_ROOTS + "x = 2.62", AnswerVerdict.REFUTED, "trap: one is missing"),
    ("Solve x^2 = 2; x = 1.41; x = -1.41", AnswerVerdict.UNCHECKED, "trap: rounded unasked"),
    (CIRCLE + "A = 25π ≈ 78.54 cm²", AnswerVerdict.VERIFIED, "a unit at the end only"),
    (CIRCLE + "A = 25π ≈ 79.54 cm²", AnswerVerdict.REFUTED, "trap: rounded wrongly"),
    (CIRCLE + "A = 25π ≈ 78.54 m²", AnswerVerdict.REFUTED, "trap: another unit"),
    ("Solve x^2 + 4 = 0; x = 2i; x = -2i", AnswerVerdict.VERIFIED, "complex, one a line"),
    ("Solve x^2 + 4 = 0; x = 2i", AnswerVerdict.UNCHECKED, "trap: the other is missing"),
    ("Solve x^2 + x + 1 = 0; x = (-1 ± i sqrt(3))/2", AnswerVerdict.VERIFIED, "a sum over 2"),
    ("Solve x^2 + 2x + 5 = 0; x = (-2 ± 4i)/2", AnswerVerdict.UNCHECKED, "trap: not cancelled"),
    ("Find the inverse of [[1, 2], [2, 4]]; B is singular", AnswerVerdict.UNCHECKED, "trap: B"),
    (
        "Work out 952 ÷ 15; 15 × 63 = 945; remainder 7; 63 r 7",
        AnswerVerdict.UNCHECKED,
        "the 7 in it is not the answer",
    ),
    ("Solve 2x + 3 = 13; 2x = 10; x = 6; Done.", AnswerVerdict.REFUTED, "words without a value"),
    ("Share 60 in the ratio 2:3; 60/5 = 12; 24 and 36", AnswerVerdict.VERIFIED, "bare values"),
    ("Share 60 in the ratio 2:3; 60/5 = 12; 24 and 37", AnswerVerdict.UNCHECKED, "trap: a slip"),
    ("Simplify the ratio 24:36; 24 : 36 = 2 : 3", AnswerVerdict.VERIFIED, "behind the last sign"),
    ("Round 3.14159 to 2 decimal places; 3.14159 ≈ 3.14", AnswerVerdict.VERIFIED, "the same"),
    ("Solve 2x + 3 = 13; 2x = 10; so x must be 5", AnswerVerdict.VERIFIED, "in words"),
    ("Solve 2x + 3 = 13; 2x = 10; x must not be 5", AnswerVerdict.UNCHECKED, "trap: denied"),
    ("Solve 2x + 3 = 13; 2x = 10; x is 5?", AnswerVerdict.UNCHECKED, "trap: a question"),
    (
        "Solve sqrt(x + 6) = x; x + 6 = x^2; x = -2 or x = 3",
        AnswerVerdict.REFUTED,
        "trap: the last of two candidates",
    ),
    (
        "Find the stationary points of y = x^3 - 3x; x = ±1; (1, -2) and (-1, 2)",
        AnswerVerdict.VERIFIED,
        "points",
    ),
    (
        "Divide x^3 - 2x + 1 by x - 1; quotient x^2 + x - 1, remainder 0",
        AnswerVerdict.VERIFIED,
        "named values",
    ),
    ("Solve x^2 - 4x + 13 = 0; x = 2 ± 3i", AnswerVerdict.VERIFIED, "complex as the text is"),
    (
        "Find the real solutions of x^2 - 4x + 13 = 0; x = 2 ± 3i",
        AnswerVerdict.UNCHECKED,
        "trap: real ones are asked for",
    ),
    ("Solve 5^x = 20; x = log(20)/log(5)", AnswerVerdict.VERIFIED, "the same for every base"),
    ("Solve 5^x = 20; x = 1.86", AnswerVerdict.UNCHECKED, "rounded, of no exact form"),
    ("Solve 5^x = 20; x = 1.87", AnswerVerdict.REFUTED, "trap: rounded wrongly"),
]

CURVES = "Solve y = 2x + 1 and y = x² - 2; "
QUARTIC = "Find the critical points of f(x) = x^4 - 8x^2; f'(x) = 4x^3 - 16x; "
INVERSE = "Find the inverse of [[4, 7], [2, 6]]; "
TWO_LINES = "Solve x + y = 7 and x - y = 1; x = 4; y = 3; "
FOURTH = "Solve x^4 - 13x^2 + 36 = 0; "
RADICAL = "Solve √(x + 6) = x; x + 6 = x²; x = 3 or x = -2; "
EVERY = "Find all complex solutions of x^4 = 16; "
DOUBLE = "Solve (x^2+1)(x-1)^2 = 0 over the complex numbers; "
PRODUCT = "Differentiate x^2 sin x; u = x^2, v = sin x; u' = 2x, v' = cos x; "
CLASSES = "Solve 3x ≡ 4 (mod 7); x ≡ 5*4 = 20 ≡ 6 (mod 7); "
CANCELLED = "Simplify (x^2 - 9)/(x + 3); (x-3)(x+3)/(x+3); "
ABS_RANGE = "Solve |x-1| + |x-2| = 1; "
ANSWERS = [
    (LINE + "y = 3x - 1", AnswerVerdict.VERIFIED, "an equation is asked for"),
    (LINE + "y = 3x + 1", AnswerVerdict.REFUTED, "trap: another line"),
    ("Solve 5^x = 20; x = ln 20/ln 5 ≈ 1.86", AnswerVerdict.VERIFIED, "the exact value counts"),
    ("Solve 5^x = 20; x = ln 20/ln 4 ≈ 2.16", AnswerVerdict.REFUTED, "trap: another base"),
    ("Solve 5^x = 20 to 2 decimal places; x ≈ 1.86", AnswerVerdict.VERIFIED, "the rounded one"),
    (
        "Solve 5^x = 20 to 2 decimal places; x ≈ 1.87",
        AnswerVerdict.REFUTED,
        "trap: rounded wrongly",
    ),
    ("Solve 5^x = 20; x = ln 20/ln 5; x = 1.86", AnswerVerdict.VERIFIED, "rounded afterwards"),
    (
        "Solve |x - 1| = 2x - 5; x = 4; -(x - 1) = 2x - 5; x = 2; x = 4",
        AnswerVerdict.VERIFIED,
        "last",
    ),
    ("Solve 3x = 80; x = 80/3; x ≈ 26.67", AnswerVerdict.VERIFIED, "rounded only afterwards"),
    ("Solve 2x^2 - 5x - 3 = 0; x = 12/4 = 3 or x = -2/4 = -1/2", AnswerVerdict.VERIFIED, "ends"),
    ("Solve 2x^2 - 5x - 3 = 0; x = 12/4 = 3 or x = -2/4 = 1/2", AnswerVerdict.REFUTED, "trap"),
    (
        "Solve 4x^2 - 5x - 5 = 0; x = (5 ± √105)/8",
        AnswerVerdict.VERIFIED,
        "both signs in a quotient",
    ),
    ("Solve 4x^2 - 5x - 5 = 0; x = (5 ± √104)/8", AnswerVerdict.REFUTED, "trap: another root"),
    ("Solve 4x^2 - 5x - 5 = 0; x = (5 + √105)/8", AnswerVerdict.REFUTED, "trap: one sign only"),
    ("Solve x^4 - 5x^2 + 6 = 0; x = ±√2, ±√3", AnswerVerdict.VERIFIED, "two pairs"),
    ("Solve x^2 = 9; Answer: x = 3; Answer: x = -3", AnswerVerdict.VERIFIED, "two lines together"),
    ("Compute 2 + 3; So the sum is 5.", AnswerVerdict.VERIFIED, "a value in words"),
    ("Compute 2 + 3; It is about 5.", AnswerVerdict.UNCHECKED, "trap: words that change it"),
    ("Differentiate x^3; 3x^2 by the power rule", AnswerVerdict.VERIFIED, "a reason after it"),
    ("Differentiate x^3; 3x^2 at x = 2", AnswerVerdict.UNCHECKED, "trap: a place after it"),
    (CANDIDATES + "x = 1; x = 6", AnswerVerdict.UNCHECKED, "a candidate that is not rejected"),
    (CANDIDATES + "x = 1; x = 6; Reject x = 1.", AnswerVerdict.VERIFIED, "one that is"),
    ("Solve x^2 = 16; x = ±4, hence x = 4", AnswerVerdict.UNCHECKED, "a line that narrows itself"),
    ("Solve x/3 = sqrt(2); x = 3*1.414 = 4.242", AnswerVerdict.UNCHECKED, "rounded before"),
    (BRANCHES + "y = ±√(x^2 + C)", AnswerVerdict.VERIFIED, "both signs of a root"),
    (BRANCHES + "y = √(x^2 + C)", AnswerVerdict.UNCHECKED, "trap: half of the solutions"),
    (BRANCHES + "y = √(x^2 + C) or y = -√(x^2 + C)", AnswerVerdict.VERIFIED, "one after the other"),
    (BRANCHES + "y = ±√(x^2 - C + x)", AnswerVerdict.REFUTED, "trap: no solution"),
    (BRANCHES + "y^2 = x^2 + C", AnswerVerdict.UNCHECKED, "right, and not solved for y"),
    (
        "Solve dy/dx = x/y with y(0) = 2; y = ±√(x^2 + 4)",
        AnswerVerdict.REFUTED,
        "trap: one of them does not take the value",
    ),
    (TWO + "x1 = 2; x2 = 3", AnswerVerdict.VERIFIED, "by index, one a line"),
    (TWO + "x1 = 2; x2 = 4", AnswerVerdict.REFUTED, "trap: a wrong one"),
    (TWO + "x1 = 2", AnswerVerdict.REFUTED, "trap: one of two"),
    (TWO + "x = (5 + 1)/2 = 3; x = (5 - 1)/2 = 2", AnswerVerdict.VERIFIED, "worked out"),
    (TWO + "x1 = (5 + 1)/2 = 3; x2 = (5 - 1)/2 = 2", AnswerVerdict.VERIFIED, "and by index"),
    (TWO + "x1 = (5 + 1)/2 = 3; x2 = (5 - 1)/2 = 1", AnswerVerdict.REFUTED, "trap: a slip"),
    (TWO + "x1 + x2 = 5; x1 = 2; x2 = 3; x1*x2 = 6", AnswerVerdict.VERIFIED, "checked at the end"),
    ("Solve x^4 - 5x^2 + 6 = 0; x = ±√2, √3", AnswerVerdict.REFUTED, "trap: half of a pair"),
    (TWO_LINES + "(x, y) = (4, 3)", AnswerVerdict.VERIFIED, "as a point"),
    (TWO_LINES + "(x, y) = (5, 3)", AnswerVerdict.REFUTED, "trap: what is said last counts"),
    (LINE + "y - 2 = 3(x - 1); y = 3x - 2", AnswerVerdict.REFUTED, "trap: the last line counts"),
    (LINE + "y - 2 = 3(x - 1); y = 3x - 1", AnswerVerdict.VERIFIED, "worked out"),
    ("Solve x^2 - 5x + 6 > 0; x < 2; x > 3", AnswerVerdict.VERIFIED, "a range a line"),
    ("Solve x^2 - 5x + 6 > 0; x < 2; x > 4", AnswerVerdict.REFUTED, "trap: a slip in one"),
    (FOURTH + "x^2 = 4; x = ±2; x^2 = 9; x = ±3", AnswerVerdict.VERIFIED, "a pair a line"),
    (FOURTH + "x^2 = 4; x = ±2; x^2 = 9; x = 3", AnswerVerdict.UNCHECKED, "trap: half of a pair"),
    (QUARTIC + "f'(x) = 0 => x = 0, ±2", AnswerVerdict.VERIFIED, "what an arrow leads to"),
    (QUARTIC + "f'(x) = 0 => x = 0, ±3", AnswerVerdict.REFUTED, "trap: a slip there"),
    (INVERSE + "1/10 [[6, -7], [-2, 4]]", AnswerVerdict.VERIFIED, "a common factor before it"),
    (INVERSE + "-1/10 [[-6, 7], [2, -4]]", AnswerVerdict.VERIFIED, "and a sign"),
    (INVERSE + "1/5 [[6, -7], [-2, 4]]", AnswerVerdict.REFUTED, "trap: another factor"),
    ("Convert 2.5 hours to minutes; 250 minutes", AnswerVerdict.REFUTED, "all that the text says"),
    ("Convert 2.5 hours to minutes; 150 minutes", AnswerVerdict.VERIFIED, "the same, right"),
    ("Is 91 prime?; Yes", AnswerVerdict.REFUTED, "in words"),
    ("Is 91 prime?; No", AnswerVerdict.VERIFIED, "the same, right"),
    ("Solve 3^x = 7; x = log 7 / log 3 ≈ 1.771", AnswerVerdict.VERIFIED, "of any base"),
    ("Solve 3^x = 7; Answer: x = ln 7/ln 3 ≈ 1.771", AnswerVerdict.VERIFIED, "announced"),
    ("Solve 3^x = 7; Answer: x = ln 7/ln 3 ≈ 1.772", AnswerVerdict.UNCHECKED, "trap: misrounded"),
    ("Solve x^2 = 2; x = ±√2 ≈ ±1.41", AnswerVerdict.VERIFIED, "both signs rounded"),
    ("Solve x^2 = 2; x = ±√3 ≈ ±1.73", AnswerVerdict.REFUTED, "trap: another root"),
    (CURVES + "x = 3: y = 7; x = -1: y = -1", AnswerVerdict.VERIFIED, "a point a line"),
    (CURVES + "x = 3: y = 7; x = -1: y = 1", AnswerVerdict.REFUTED, "trap: a slip in one"),
    (CURVES + "x = 3: y = 7", AnswerVerdict.REFUTED, "trap: one of two"),
    (TWO + "x = (5 ± 1)/2; x = 3; x = 2", AnswerVerdict.VERIFIED, "each of two worked out"),
    (TWO + "x = (5 ± 1)/2; x = 3", AnswerVerdict.UNCHECKED, "trap: one of them"),
    ("Solve 6 = 2x; 3 = x", AnswerVerdict.VERIFIED, "the unknown on the right"),
    ("Solve 6 = 2x; 4 = x", AnswerVerdict.REFUTED, "trap: a wrong one"),
    ("Solve 6 = 2x; Answer: x = 6/2 = 3", AnswerVerdict.VERIFIED, "a chain ends in its value"),
    ("Solve 6 = 2x; Answer: x = 6/3 = 3", AnswerVerdict.UNCHECKED, "trap: the chain is broken"),
    ("Solve x + y = 7, x - y = 1; Answer: 4 = x and 3 = y", AnswerVerdict.VERIFIED, "of two"),
    (RADICAL + "x = -2 gives 2 = -2, so reject it; x = 3", AnswerVerdict.VERIFIED, "it is one"),
    (EVERY + "x = 2; x = -2; x = 2i; x = -2i", AnswerVerdict.VERIFIED, "complex ones, one a line"),
    (EVERY + "x = 2; x = -2", AnswerVerdict.UNCHECKED, "trap: the real ones alone"),
    (EVERY + "x = 2; x = -2; x = 3i; x = -2i", AnswerVerdict.UNCHECKED, "trap: a slip in one"),
    (DOUBLE + "x = 1; x = i; x = -i", AnswerVerdict.VERIFIED, "i alone is no letter there"),
    (DOUBLE + "Answer: x = 1 or x = 1 or x = i or x = -i", AnswerVerdict.VERIFIED, "named twice"),
    (DOUBLE + "Answer: x = 1 or x = -i", AnswerVerdict.REFUTED, "trap: one is missing"),
    (
        PRODUCT + "(uv)' = u'v + uv' = 2x sin x + x^2 cos x",
        AnswerVerdict.VERIFIED,
        "a product that is differentiated",
    ),
    (PRODUCT + "2x cos x", AnswerVerdict.REFUTED, "trap: the end is read"),
    (CLASSES + "So x ≡ 6 (mod 7)", AnswerVerdict.VERIFIED, "words that conclude"),
    (CLASSES + "So x ≡ 5 (mod 7)", AnswerVerdict.UNCHECKED, "trap: another class"),
    (CANCELLED + "x - 3 for x ≠ -3", AnswerVerdict.VERIFIED, "with its own condition"),
    (CANCELLED + "x - 3 for x ≠ 3", AnswerVerdict.UNCHECKED, "trap: another condition"),
    (CANCELLED + "x - 3 for x > 3", AnswerVerdict.UNCHECKED, "trap: a narrower one"),
    (ABS_RANGE + "x = 1; x = 2; 1 <= x <= 2", AnswerVerdict.VERIFIED, "the range, not its ends"),
]
SHARES = "Share 60 in the ratio 2:3."
JOHN = "John has 5 apples and buys 4 more. How many apples does he have?"
MARY = "John has 5 apples. Mary has 4 more than John. How many apples does Mary have?"
SPOKEN = [
    (JOHN, "John has 9 apples.", AnswerVerdict.VERIFIED, "the one name of the story"),
    (JOHN, "John has 9 pears.", AnswerVerdict.UNCHECKED, "trap: other things"),
    (JOHN, "Ann has 9 apples.", AnswerVerdict.UNCHECKED, "trap: a name from nowhere"),
    (MARY, "John has 9 apples.", AnswerVerdict.UNCHECKED, "trap: two names"),
    (SHARES, "24 : 36", AnswerVerdict.VERIFIED, "shares with the ratio's sign"),
    (SHARES, "36 : 24", AnswerVerdict.UNCHECKED, "trap: the other way round"),
]


def signs(text: str) -> str:
    report = check("\n".join(text.split("; ")))
    found = {row.line: SIGNS[row.step.claim.verdict] for row in report.lines}
    return "".join(found.get(line + 1, "-") for line in range(len(text.split("; "))))


PAIRS = [
    (TWO + "x1 + x2 = 5; x1*x2 = 6; x1 = 2, x2 = 3", "-PPP", "Viète's formulas"),
    (TWO + "x1 + x2 = 6; x₁·x₂ = -6", "-RR", "trap: a slip in them"),
    (TWO + "x_1 + x_2 = 5 and x_1 x_2 = 6", "-P", "both on one line"),
    (TWO + "x1^2 + x2^2 = 13; 1/x1 + 1/x2 = 5/6", "-PP", "any symmetric relation"),
    (TWO + "x1 - x2 = 1; x1 - x2 = 7", "--R", "trap: whoever is the first"),
    ("Solve x^2 - 4x + 4 = 0; x1 + x2 = 4; x1 = x2 = 2", "-PP", "a double root"),
    ("Solve x^2 + x - 1 = 0; x1 + x2 = -1; x1*x2 = 1", "-PR", "surds"),
    ("Solve |x - 1| = 3; x1 + x2 = 2", "-P", "any equation with two solutions"),
    ("Solve x^2 + 4x + 5 = 0; x1 + x2 = -4", "--", "trap: none of them is real"),
    ("Solve x^3 - 6x^2 + 11x - 6 = 0; x1 + x2 = 3", "--", "trap: two of three"),
    (TWO + "x1 + x = 5", "-R", "trap: not of two names, x is each of them"),
    (TWO + "x = (5 + 1)/2 = 3; x = (5 - 1)/2 = 2", "-PP", "each on its line, worked out"),
    (TWO + "x1 = (5 + 1)/2 = 3; x2 = (5 - 1)/2 = 2", "-PP", "with indices"),
]

COMPLEX_ROOTS = [
    ("Solve x^2 - 4x + 13 = 0; x = (4 ± 6i)/2 = 2 ± 3i", "-P", "all of them, worked out"),
    ("Solve x^2 - 4x + 13 = 0; x = (4 ± sqrt(-36))/2; x = 2 ± 3i", "-PP", "the root of -36 is 6i"),
    ("Solve x^2 - 4x + 13 = 0; (x - 2)^2 = -9; x - 2 = ±3i", "-PP", "not yet isolated"),
    ("Solve x^2 - 4x + 13 = 0; 2x = 4 ± 6i", "-P", "a multiple of the unknown"),
    ("Solve x^2 - 4x + 13 = 0; x = 2 ± 4i", "-R", "trap: a slip"),
    ("Solve x^2 - 4x + 13 = 0; x = 2 + 3i", "--", "trap: one of two"),
    ("Solve x^3 = 1; x = 1 or x = (-1 ± i√3)/2", "-P", "the real one among them"),
    ("Solve x^3 = 1; x = ±i", "-R", "trap: no solutions"),
    ("Solve sin(x) = 2; x = i", "--", "trap: no equation of polynomials"),
    ("Solve x^2 + 4 = 0, x in R; x = ±2i", "--", "trap: real numbers are asked for"),
    ("Find the x-intercepts of y = x^2 + 1; x = ±i", "--", "trap: none on a graph"),
    ("Solve x^2 + 1 = 0; x = ±i; x^4 = 2", "-P-", "trap: real numbers after it"),
    ("Solve x^2 + 2 = 0; x = ±1.41i", "--", "trap: rounded"),
    ("Solve x^4 = 1; x = ±1; x = ±i", "-PP", "the real ones on a line of their own"),
    ("Solve x^4 = 1; x = ±1; x = i", "-P-", "trap: one is missing"),
    ("Solve x^2 + 4 = 0; x = 2i; x = -2i", "-PP", "one a line"),
    ("Solve x^2 + 4 = 0; x1 = 2i; x2 = -2i", "-PP", "with indices"),
    ("Solve x^2 + 4 = 0; x = 2i; x = 2i", "---", "trap: the same one twice"),
    ("Solve x^2 + 4 = 0; x = 2i; x = 3i", "--R", "trap: no solution"),
    ("Solve x^2 + 4 = 0 for real x; x = 2i; x = -2i", "---", "trap: no real ones"),
]
OTHER_WAYS = [
    ("Solve x^2 - 4 = 0; x^2 = 4 → x = 2, -2", "-P", "values go on behind an arrow"),
    ("Solve x^2 - 4 = 0; x^2 = 4 => x = 2, x = -2", "-P", "each with its name"),
    ("Solve x^2 - 4 = 0; x^2 = 4 \\implies x = 2, 3", "-R", "trap: a slip"),
    ("Find the area between y = x and y = x^2; x^2 = x → x = 0, 1", "-P", "solved on the way"),
    ("Find the area between y = x and y = x^2; x^2 = x → x = 0, 2", "--", "trap: a slip"),
    ("Find the area between y = x and y = x^2; x^2 = x → x = 1", "--", "trap: one is lost"),
    ("Solve y^2 = x + 4 for y; y = sqrt(x+4); y = -sqrt(x+4)", "-PP", "both signs, a line each"),
    ("Solve y^2 = x + 4 for y; y = sqrt(x+4); y = -sqrt(x+5)", "-PR", "trap: a slip in one"),
    ("Solve y(y^2 - x) = 0 for y; y = sqrt(x); y = -sqrt(x)", "-PR", "trap: y = 0 is lost"),
    (
        "Solve E = m*v^2/2 for v; v = sqrt(2E/m); v = -sqrt(2E/m)",
        "-PP",
        "both signs of a formula",
    ),
    (
        "Solve E = m*v^2/2 for v; v = sqrt(2E/m); v = -sqrt(E/m)",
        "-PR",
        "trap: a slip in the other",
    ),
    ("Share 60 in the ratio 2:3; 2*12 : 3*12 = 24 : 36", "--", "products beside a ratio's sign"),
    ("Share 60 in the ratio 2:3; 2*12 : 3*12 = 24 : 35", "-R", "trap: wrong in both readings"),
    ("Find lcm(4, 6); multiples of 4: 4, 8, 12", "--", "a list is no answer"),
    ("Find lcm(4, 6); 4, 8, 12", "--", "several bare numbers claim nothing"),
    (
        "Find the tangent to y = x^2 at x = 3; y - 9 = 6(x-3); y = 6x - 9",
        "-PP",
        "what is asked for",
    ),
    ("Find the tangent to y = x^2 at x = 3; y - 9 = 5(x-3)", "--", "trap: another line"),
]
GRAMS = "A sample of 80 g decays with half-life 5 years. How much is left after 15 years?; "
ROPE = "A rope of 3 m is cut into 4 pieces. How long is each?; "
ABSOLUTE = "Solve |x-1| + |x-2| = 1; 1 - x + 2 - x = 1, so x = 1; 2x - 3 = 1, so x = 2; "
ROUNDED_TERMS = [
    ("Solve 5^x = 20; x = log(20)/log(5) = 1.301/0.699 = 1.86", "--", "each number rounded"),
    ("Solve 5^x = 20; x = log(20)/log(5) = 1.301/0.698 = 1.86", "-R", "trap: one of them wrongly"),
    ("Solve 5^x = 20; x = log(20)/log(5) = 1.301*0.699", "-R", "trap: another sign"),
    ("Solve 5^x = 20; x log 5 = log 20; 0.699 x = 1.301; x = 1.86", "-P--", "within an equation"),
    ("Solve 5^x = 20; x log 5 = log 20; 0.698 x = 1.301", "-PR", "trap: one of them wrongly"),
    ("Compute 0.25*3; 0.25*3 = 0.3*3", "-R", "trap: a number that was written out before"),
]
SILENT_UNITS = [
    (GRAMS + "80*(1/2)^3 = 10 g", "-P", "the question's own unit"),
    (GRAMS + "80*(1/2)^3 = 10 kg", "--", "trap: another one, and no number that converts it"),
    (ROPE + "3/4 = 0.75 cm", "--", "trap: the same with metres"),
    (ROPE + "300/4 = 75 cm", "-P", "300 is the question's 3 m"),
    (ROPE + "3 m = 300 cm; 300/4 = 75 cm", "-PP", "said in a line before"),
    ("A film takes 150 minutes. How many hours is that?; 150/60 = 2.5 h", "-P", "divided by 60"),
]
CUBIC = "Solve x^3 - 6x^2 + 11x - 6 = 0; "
SLIPS = [
    (CUBIC + "(x-2)(x-2)(x-3) = 0; x = 1, 2, 3", "-RP", "trap: a slip is no case of what follows"),
    (CUBIC + "(x-1)(x^2 - 5x + 8) = 0; x = 1, 2, 3", "-RP", "trap: nor with one solution left"),
    (CUBIC + "x - 1 = 0; (x - 2)(x - 3) = 0; x = 1, 2, 3", "-PPP", "complete without the last"),
    (CUBIC + "x = 1; (x-2)(x-2)(x-3) = 0; x = 1, 2, 3", "-PRP", "trap: a factor has less degree"),
    (CUBIC + "x = 1; (x-2)(x-3) = 0; x = 2, 3", "-PPP", "a root, then the rest"),
    (CUBIC + "x = 1; x = 1, 2, 3", "-PP", "a value, then all of them"),
    ("Solve 3x - 5 < 7; x < 3; x < 4", "-RP", "trap: a narrower range is no case"),
    ("Solve x^2 - 5x + 6 > 0; (x-2)(x-3) > 2; x < 2 or x > 3", "-RP", "trap: the same"),
    ("Solve x^2 - 5x + 6 > 0; x < 2; x < 2 or x > 3", "-PP", "a part of the line that names all"),
    ("Solve x^4 - 13x^2 + 36 = 0; x^2 = 4; x = ±2; x^2 = 9; x = ±3", "-PPPP", "case by case"),
    ("Solve x^4 - 13x^2 + 36 = 0; x^2 = 4; x = ±2; x^2 = 9; x = 3", "-PPPR", "trap: -3 is lost"),
    ("Solve |2x - 1| = 7; 2x - 1 = 7; x = 4; 2x - 1 = -7; x = -3", "-PPPP", "one after the other"),
]
HALVES = "Solve x/2 + x/3 = 10; "
NAMED_OPERATIONS = [
    (
        HALVES + "Multiply both sides by 6: 3x + 2x = 60; Divide both sides by 5: x = 12",
        "-PP",
        "so",
    ),
    (HALVES + "Multiply both sides by 7: 3x + 2x = 60", "--", "trap: that is 6 times the line"),
    (HALVES + "Multiply both sides by 6: 5x = 60", "-P", "and collected"),
    ("Solve 3x + 7 = 22; Subtract 7 from both sides: 3x + 7 - 7 = 22 - 7", "-P", "written out"),
    ("Solve 3x + 7 = 22; Add 7 to both sides: 3x = 15", "--", "trap: the opposite"),
    ("Solve 3x + 7 = 22; Add 7 to both sides: 3x = 29", "-R", "wrong whatever is said"),
    ("Solve 5 = 3x - 1; Adding 1 to each side gives 3x = 6", "-P", "with the sides exchanged"),
    ("Solve -2x + 3 >= 11; Subtract 3: -2x >= 8; Divide both sides by -2: x <= -4", "-PP", "signs"),
    ("Solve 5x = 3x + 8; Subtract 3x from both sides and divide by 2: x = 4", "-P", "two at once"),
    ("Solve 5x = 3x + 8; 2x = 8; Divide both sides by $2$, so x = 4", "-PP", "in LaTeX"),
    (
        "Solve 5x = 3x + 8; Divide both sides by the coefficient: x = 4",
        "-P",
        "in words: not judged",
    ),
]
ARROWS = [
    (QUARTIC + "f'(x) = 0 => x = 0, ±2", "-PP", "a derivative that the text has found"),
    (QUARTIC + "f'(x) = 0 => x = 0, ±3", "-P-", "trap: a slip"),
]
SINE = "Find lim x→0 sin(3x)/x; "
LIMITS = [
    (SINE + "= 3 · lim sin(3x)/(3x) = 3", "-P", "the arrow of the question"),
    (SINE + "lim sin(3x)/x = 2", "-R", "trap: another value"),
    (SINE + "t = 3x; 3 lim sin(t)/t = 3", "---", "trap: of another letter"),
    (SINE + "lim_(x→1) sin(3x) = sin 3", "-P", "it has an arrow of its own"),
]
RANGES = [
    (ABSOLUTE + "1 <= x <= 2", "-PPP", "the ends as cases of the range that holds them"),
    (ABSOLUTE + "1 <= x <= 3", "-RR-", "trap: another range"),
]
OUTSIDE = "Solve |x - 1| > 4; x > 5; x < -3; "
NINE = "Solve x^2 > 9; x > 3; x < -3; "
AXES = "Find the equation of the line through (1, 2) and (3, 8); "
EVEN = "Solve x^4 - x^2 - 12 = 0; "
REVIEWED = [
    (OUTSIDE + "So x > 5 and x < -3", AnswerVerdict.REFUTED, "trap: what is said last counts"),
    (OUTSIDE + "-3 > x > 5", AnswerVerdict.REFUTED, "trap: as a chain"),
    (NINE + "Thus 3 < x < -3", AnswerVerdict.REFUTED, "trap: no number at all"),
    (NINE + "So x > 3", AnswerVerdict.REFUTED, "trap: half of them"),
    (NINE + "x > 4", AnswerVerdict.REFUTED, "trap: narrower"),
    (NINE + "x < -3 or x > 3", AnswerVerdict.VERIFIED, "both together"),
    ("Solve x^2 > 9; x > 0; x > 3; x < -3", AnswerVerdict.UNCHECKED, "trap: a stray one before"),
    ("Solve x^2 = 4; x = 4; x = 2; x = -2", AnswerVerdict.UNCHECKED, "trap: the same of values"),
    (TWO + "x = 2; x = 3; So x = 2", AnswerVerdict.REFUTED, "trap: a conclusion drops one"),
    (TWO + "x - 2 = 0; So x = 2; x - 3 = 0; So x = 3", AnswerVerdict.VERIFIED, "one a factor"),
    (AXES + "y = 3x - 1", AnswerVerdict.VERIFIED, "by itself"),
    (AXES + "The line is not y = 3x - 1", AnswerVerdict.UNCHECKED, "trap: denied"),
    (AXES + "Is it y = 3x - 1?", AnswerVerdict.UNCHECKED, "trap: asked"),
    (AXES + "Perhaps y = 3x - 1", AnswerVerdict.UNCHECKED, "trap: guessed"),
    (AXES + "y = 3x - 1; It is not y = 3x.", AnswerVerdict.VERIFIED, "another one is denied"),
    (EVEN + "x^2 = 4; x^2 = -3; x = ±2", AnswerVerdict.VERIFIED, "a factor without roots"),
    (
        "Solve x^3 + x = 0; x(x^2 + 1) = 0; x = 0; x^2 + 1 = 0; no real solutions; So x = 0",
        AnswerVerdict.VERIFIED,
        "the same, said",
    ),
    (RADICAL + "x = -2 gives 2 = -2, so reject it.", AnswerVerdict.VERIFIED, "what is left"),
    ("Solve x^2 = 4; x = 2 or x = -2; No solution is lost.", AnswerVerdict.UNCHECKED, "words"),
    (
        "Solve x^2 + y^2 = 25 and y = x + 1; x = -4 → y = -3; x = 3 → y = 4",
        AnswerVerdict.VERIFIED,
        "points with arrows",
    ),
    (
        "Solve x^2 + y^2 = 25 and y = x + 1; x = -4 → y = -3; x = 3 → y = 5",
        AnswerVerdict.REFUTED,
        "trap: a slip in one",
    ),
    ("Solve 2 < x + 1 < 5; x > 1; x < 4", AnswerVerdict.VERIFIED, "two ends, one a line"),
    ("Solve 2 < x + 1 < 5; x > 1; x < 5", AnswerVerdict.REFUTED, "trap: a slip in one"),
]
REVIEWED_LINES = [
    (TWO + "x - 2 = x - 3; x = 2; x = 3", "-RPP", "trap: no number satisfies it"),
    (TWO + "x^2 = -1; x = 2; x = 3", "-RPP", "trap: nor this"),
    ("Solve x^2 - 4 = 0; (x - 2)^2 = 0; x = 2; x = -2", "-RPP", "trap: no factor of it"),
    ("Solve x^2 - 4 = 0; x^2 + 4 = 0; x = 2; x = -2", "-RPP", "trap: a sign"),
    ("Solve x^3 - x = 0; x^2 - 1 = 0; x = 1; x = -1; x = 0", "-PPPP", "a factor, and the rest"),
    (EVEN + "x^2 = 4; x^2 = -3; x = ±2", "-PPP", "a factor without real roots"),
    ("Solve πx = 10; 3.14x = 10", "--", "pi rounded"),
    ("A film of 60 minutes has 4 parts. How long is each?; 60/4 = 15 hours", "--", "its own 60"),
    ("A race lasts 90 minutes. How long is a third of it?; 90/3 = 30 s", "--", "a short unit"),
    ("Solve x/4 + 1 = x/3; Multiply both sides by 12: 12 = x", "-P", "and collected"),
]

ROWS = [
    *(
        COMPLEX_ROOTS
        + OTHER_WAYS
        + ROUNDED_TERMS
        + SILENT_UNITS
        + RANGES
        + LIMITS
        + SLIPS
        + ARROWS
        + NAMED_OPERATIONS
    ),
    *(PAIRS + LABELS + PLACES + CHAINS + ANGLES + DIFFERENTIAL),
    *(BESIDE + GOING_ON + LISTED + NAMES + ROUNDED + QUANTITIES + MORE),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_each_line_gets_its_verdict(text: str, expected: str, why: str) -> None:
    assert signs(text) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), ANSWERS + REVIEWED)
def test_the_answer_gets_its_verdict(text: str, expected: AnswerVerdict, why: str) -> None:
    assert check("\n".join(text.split("; "))).answer_verdict == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), AT_THE_END)
def test_the_end_of_a_text_is_its_answer(text: str, expected: AnswerVerdict, why: str) -> None:
    question, *lines = text.split("; ")
    assert check("\n".join(lines), question=question).answer_verdict == expected, why


@pytest.mark.parametrize(("question", "line", "expected", "why"), SPOKEN)
def test_a_sentence_is_the_answer_where_it_speaks_of_what_is_asked(
    question: str, line: str, expected: AnswerVerdict, why: str
) -> None:
    assert check(line, question=question).answer_verdict == expected, why
