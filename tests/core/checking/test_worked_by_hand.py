"""Solutions that were worked by hand, each line marked before the checker saw it.

P is proved, R refuted, ~ probable, - unchecked, line by line; lines are separated by ``; ``. A row
that says "trap" is a near miss, which must not be proved.
"""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import AnswerVerdict
from tests.core.checking.test_written_solutions import signs

CONGRUENCES = [
    (
        r"$2^{100} = (2^4)^{25} \equiv 1^{25} = 1 \pmod{5}$",
        "P",
        "equal numbers beside a congruence",
    ),
    (r"$2^{100} = (2^4)^{20} \equiv 1^{20} = 1 \pmod{5}$", "-", "trap: equal remainders only"),
    ("2^4 ≡ 16 = 1 (mod 5)", "-", "trap: the sign = for a congruence"),
    ("2^4 = 17 ≡ 2 (mod 5)", "R", "trap: not even the remainders are equal"),
    ("2^4 = 16 = 1 (mod 5)", "P", "without ≡ every sign is one of congruence"),
]

ARCS = [
    ("θ = cos^-1(1/sqrt(5)) = 63.4°", "P", "an angle rounded to one decimal of a degree"),
    ("θ = cos^-1(1/sqrt(5)) = 63.5°", "R", "trap: rounded wrongly"),
    ("sin^-1(0.6) = 37°", "P", "to a whole degree, where there is no exact value"),
    ("sin^-1(0.6) = 36°", "R", "trap: cut off"),
    ("45°/2 = 22°", "R", "trap: it has an exact value"),
    ("180° - 63.43° = 116.6°", "-", "with one decimal more nothing need be rounded"),
    ("sin^-1(0.6) ≈ 36.87°", "P", "about"),
    ("sin^-1(0.6) ≈ 36.78°", "R", "trap: digits changed round"),
    ("sin^-1(0.6) ≈ 40°", "P", "about, to tens of degrees"),
    ("tan x = 1; x = tan^-1(1) = 45°", "-P", "the value of the inverse function, in its range"),
    ("tan x = 1; x = tan^-1(1) = 60°", "-R", "trap: worked out wrongly"),
    ("5 sin θ = 3; sin θ = 0.6; θ = sin^-1(0.6) ≈ 36.87°", "-PP", "after a step"),
    ("5 sin θ = 3; sin θ = 3/5; θ = cos^-1(3/5)", "-PR", "trap: another function"),
    ("tan x = 2/3; x = arctan(3/2)", "-R", "trap: turned upside down"),
    ("tan x = 2/3; x = arctan(0.667)", "--", "a rounded value is not wrong for that"),
    ("sin x = 2; x = sin^-1(2)", "--", "trap: no value"),
    ("sin^2 x = 1/4; x = arcsin(1/2)", "--", "trap: half of the solutions in the range"),
    (
        "Solve 2 sin x = 1 for 0° ≤ x ≤ 360°; x = sin^-1(1/2) = 30°; x = 180° - 30° = 150°",
        "-PP",
        "one a line",
    ),
    (
        "Solve 2 sin x = 1 for 0° ≤ x ≤ 360°; x = sin^-1(1/2) = 30°; x = 180° + 30° = 210°",
        "-RR",
        "trap: the second is none",
    ),
]

GROWTH = "Solve dy/dx = 2xy; "

DIFFERENTIALS = [
    (
        GROWTH + "dy/y = 2x dx; ∫ dy/y = ∫ 2x dx; ln|y| = x^2 + C; y = A e^(x^2)",
        "-PPPP",
        "separated, both sides integrated",
    ),
    (GROWTH + "dy/y = 2 dx; ∫ dy/y = ∫ 3x dx", "---", "trap: other right sides"),
    (GROWTH + "|y| = e^(x^2 + C); |y| = e^C e^(x^2)", "-PP", "without the logarithm"),
    (GROWTH + "|y| = e^(x^3 + C)", "--", "trap: another exponent"),
    (GROWTH + "|y| = e^C + e^(x^2)", "--", "trap: the constant added"),
    ("dy/dx = 2xy; dy/y = 2x dx; y = A e^(x^2)", "-PP", "without a question"),
    ("dy/y = 2x dx; ln|y| = x^2 + C; y = A e^(x^3)", "-P-", "trap: the last line"),
    (r"Solve dy/dx = y/x; \frac{dy}{y} = \frac{dx}{x}; |y| = e^C|x|; y = Ax", "-PPP", "LaTeX"),
    ("dy/dx = 2x; y = x^2 + 7", "--", "trap: one solution of many (by a fuzzer)"),
    ("dy/dx = 2x; y = x^2 + C; y(0) = 3; 3 = 0 + C; C = 3; y = x^2 + 3", "-P-PPP", "C is known"),
    ("dy/dx = 2x; y = x^2 + C; y(0) = 3; C = 3; y = x^2 + 4", "-P-P-", "trap: another constant"),
    ("y'' + y = 0; y = A cos x", "--", "trap: one constant of two"),
    ("y = x^3; dy/dx = 3x^2", "-P", "y is known: a derivative"),
    ("y = x^3; dy/dx = 3x", "-R", "trap: and a wrong one"),
    ("Find ∫ x e^(x^2) dx; u = x^2; du/2 = x dx", "--P", "a factor taken to the other side"),
    ("Find ∫ x e^(x^2) dx; u = x^2; du/3 = x dx", "--R", "trap: another factor"),
    ("∫_1^2 dx/x = ln 2", "P", "what stands below dx is integrated"),
    ("∫_1^2 dx/x = 1/x", "R", "trap: it is no divisor of the integral"),
    (r"\int \frac{2x\,dx}{x^2+1} = \ln(x^2+1) + C", "P", "dx above the line"),
    (r"\int \frac{2x\,dx}{x^2+1} = \arctan(x) + C", "R", "trap: another integrand"),
    ("∫ dx/2x = 1/2 ln|x| + C", "-", "1/(2x), or x/2"),
]

EVENTS = [
    ("P(X = 2) = C(5,2) (1/2)^5 = 10/32", "P", "an event that is said by a relation"),
    ("P(X = 2) = C(5,2) (1/2)^5 = 10/31", "R", "trap: worked out wrongly"),
    ("P(X = 2) = C(6,2) (1/2)^2 (1/2)^4; = 15 * 1/64; = 15/64", "-PP", "gone on from"),
    ("P(X = 2) = C(6,2) (1/2)^2 (1/2)^4; = 12 * 1/64", "-R", "trap: and wrongly"),
    (r"$P(X = 2) = \binom{6}{2} \left(\frac12\right)^6 = \frac{15}{64}$", "P", "in LaTeX"),
    ("P(X=0) = 1/32; P(X ≥ 1) = 1 - P(X=0) = 31/32", "-P", "an event with a value"),
    ("P(X=0) = 1/32; P(X ≥ 1) = 1 - P(X=1) = 31/32", "--", "trap: another event"),
    ("P(A|B) = P(A and B)/P(B) = 0.2/0.5 = 0.4", "P", "a condition is no bar of a value"),
    ("P(+) = 0.95*0.01 + 0.05*0.99 = 0.059", "P", "a sign for an event"),
]

SEVERAL = "Let $f(x, y) = x^3 y^2 + \\sin(xy)$. Find $f_x$ and $f_{xy}$.; "

FORMS = [
    ("(7 ± sqrt(25))/4 = (7 ± 5)/4", "P", "both signs on both sides"),
    ("(7 ± sqrt(25))/4 = (7 ± 4)/4", "R", "trap: another root"),
    ("±2 = ∓2", "P", "in the other order"),
    ("(1 ± 2)/3 = 1", "-", "trap: two values and one"),
    ("150/7 = 21.43 (2 d.p.)", "P", "a remark on the rounding"),
    ("150/7 = 21.43 (1 d.p.)", "-", "trap: that is not right"),
    ("150/7 = 21.4 (3 s.f.)", "P", "in significant figures"),
    ("150/7 = 20 (1 s.f.)", "-", "a whole number does not show it"),
    ("20/2 (2(5) + 19(3)) = 670", "P", "a bracket apart from the quotient"),
    ("sin^2 x (1 + tan^2 x) = tan^2 x for all x", "P", "a bracket with a function is a factor"),
    (SEVERAL + "$f_x = 3x^2 y^2 + y \\cos(xy)$", "-P", "a function of the question"),
    (SEVERAL + "$f_{xy} = 6x^2 y - xy \\sin(xy)$", "-R", "trap: the product rule is forgotten"),
]

QUADRATIC = "Solve 2x^2 - 7x + 3 = 0; "

BOXES = [
    (
        QUADRATIC + r"The solutions are $\boxed{x = 3}$ and $\boxed{x = \frac{1}{2}}$.",
        AnswerVerdict.VERIFIED,
        "a box for each root",
    ),
    (QUADRATIC + r"x = \boxed{3} or \boxed{1/2}", AnswerVerdict.VERIFIED, "the second without x"),
    (QUADRATIC + r"$\boxed{3}$ and $\boxed{2}$", AnswerVerdict.REFUTED, "trap: a wrong one"),
    (
        QUADRATIC + r"One root is $\boxed{3}$, not $\boxed{1/2}$.",
        AnswerVerdict.UNCHECKED,
        "trap: what stands between says otherwise",
    ),
    (
        r"Solve x + y = 6 and x - y = 2; $x = \boxed{4}$ and $y = \boxed{2}$",
        AnswerVerdict.VERIFIED,
        "a box for each unknown",
    ),
    ("What is 2 + 3?; \\boxed{5}, that is \\boxed{5}", AnswerVerdict.VERIFIED, "the same twice"),
    (
        "Find the angle between (3, 4) and (-1, 2); θ = 63.4°",
        AnswerVerdict.UNCHECKED,
        "a rounded angle is not wrong",
    ),
    (
        "Find the angle between (3, 4) and (-1, 2); θ = 63.5°",
        AnswerVerdict.REFUTED,
        "trap: rounded wrongly",
    ),
]


ROWS = CONGRUENCES + ARCS + DIFFERENTIALS + EVENTS + FORMS


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_each_line_gets_its_verdict(text: str, expected: str, why: str) -> None:
    assert signs(text) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), BOXES)
def test_the_answer_gets_its_verdict(text: str, expected: AnswerVerdict, why: str) -> None:
    assert check("\n".join(text.split("; "))).answer_verdict == expected, why
