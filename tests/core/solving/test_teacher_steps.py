"""Steps as a class sees them: what is tried, why a case is left out, which angles there are."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.solving.lines import Granularity
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

ROWS = [
    # question; lines that stand in this order; what is told as a reason; why it is a row
    (
        "Solve |2x - 5| <= 7",
        ("-7 <= 2x - 5 <= 7", "-2 <= 2x <= 12", "-1 <= x <= 6"),
        "",
        "an absolute value below a bound lies between two numbers",
    ),
    (
        "Solve 7 < |2x - 5|",
        ("2x - 5 < -7 or 2x - 5 > 7", "2x < -2 or 2x > 12", "x < -1 or x > 6"),
        "",
        "an absolute value above a bound: two cases",
    ),
    (
        "Solve -4 <= 2(3 - x) < 10",
        ("-4 <= -2x + 6 < 10", "-10 <= -2x < 4", "5 >= x > -2", "-2 < x <= 5"),
        "reverses the order",
        "what is done is done to three parts",
    ),
    (
        "Solve (x - 3)^2 = 16",
        ("x - 3 = -4 or x - 3 = 4", "x = -1 or x = 7"),
        "Both signs",
        "a square is not expanded first",
    ),
    (
        "Solve 2(x - 3)^2 - 1 = 31",
        ("2(x - 3)^2 = 32", "(x - 3)^2 = 16", "x - 3 = -4 or x - 3 = 4"),
        "Both signs",
        "what is done to the square is undone",
    ),
    (
        "Solve (x + 2)^2 = -9",
        ("-9 < 0",),
        "The complex solutions are x = -2 - 3i and x = -2 + 3i.",
        "complex solutions are an addition",
    ),
    ("Solve x^3 = 27", ("x = 3",), "", "cube roots, not a difference of cubes"),
    ("Solve x^2 = 3/4", ("x = -sqrt(3)/2 or x = sqrt(3)/2",), "", "no fraction is cleared"),
    (
        "Solve x^5 - x = 0",
        ("x = 0 or x - 1 = 0 or x + 1 = 0",),
        "never 0, as its discriminant is -4. The complex solutions are x = -i and x = i.",
        "why a factor gives no root",
    ),
    (
        "Solve |2x - 5| = 9",
        ("2x - 5 = 9 or 2x - 5 = -9", "x = 7 or x = -2", "|2*7 - 5| = 9"),
        "",
        "each case is solved, each candidate tried",
    ),
    (
        "Solve |x^2 - 4| = 5",
        ("x^2 - 4 = 5 or x^2 - 4 = -5", "x = -3 or x = 3"),
        "x^2 - 4 = -5 has no real solution.",
        "a case without a solution is named",
    ),
    (
        "Solve |x - 1| + |x - 3| = 6",
        ("x = 5 or x = -1", "|5 - 1| + |5 - 3| = 6"),
        "",
        "several absolute values, a case for each choice of signs",
    ),
    (
        "Solve |2x + 1| - |x - 4| = 3",
        ("|2(-2) + 1| - |-2 - 4| != 3", "x = -8 or x = 2"),
        "",
        "candidates that do not fit are shown not to",
    ),
    (
        "Solve sqrt(2x + 3) = x",
        ("2x + 3 = x^2", "sqrt(2(-1) + 3) != -1", "sqrt(2*3 + 3) = 3", "x = 3"),
        "Squaring may add solutions",
        "the extraneous root is put in",
    ),
    (
        "Solve ln(x) + ln(x - 1) = ln(6)",
        ("x = -2 or x = 3", "x = 3"),
        "At x = -2 the equation has no value.",
        "why a candidate is left out that cannot be put in",
    ),
    (
        "Solve x/(x - 1) = 1/(x - 1)",
        ("x = 1", "no real solutions"),
        "At x = 1 the equation has no value.",
        "a zero of the denominator, which is the common one",
    ),
    (
        "Solve 4^x - 2^(x + 1) - 8 = 0",
        ("(2^x)^2 - 2*2^x - 8 = 0", "(2^x + 2)(2^x - 4) = 0", "-2 <= 0", "x = 2"),
        "A power of a positive number is positive.",
        "a shift in the exponent is a factor; the quadratic is solved in sight",
    ),
    (
        "Solve e^(2x) - 5e^x + 6 = 0",
        ("(e^x - 2)(e^x - 3) = 0", "e^x = 2 or e^x = 3", "x = ln(2) or x = ln(3)"),
        "",
        "the same with e",
    ),
    (
        "Solve 2cos(x) + 1 = 0 for 0° <= x < 360°",
        ("2cos(x) = -1", "cos(x) = -1/2", "cos(60°) = 1/2", "180° - 60° = 120°"),
        "",
        "the acute angle, then the quadrants",
    ),
    (
        "Solve 2sin(x)^2 - sin(x) - 1 = 0 for 0 <= x < 2pi",
        ("(2sin(x) + 1)(sin(x) - 1) = 0", "sin(pi/6) = 1/2", "pi + pi/6 = 7pi/6"),
        "",
        "a quadratic in a sine",
    ),
    (
        "Solve sin(2x) = cos(x) for 0° <= x < 360°",
        ("(2sin(x) - 1)*cos(x) = 0", "2sin(x) - 1 = 0 or cos(x) = 0"),
        "sin(2x) = 2sin(x)cos(x)",
        "the double angle is named, and each factor set to 0",
    ),
    (
        "Solve 2ln(x) = 3",
        ("ln(x) = 3/2", "x = e^(3/2)"),
        "positive",
        "the logarithm is isolated, not doubled into a square",
    ),
    (
        "Simplify sqrt(18x^2) where x > 0",
        ("sqrt(18x^2) = 3sqrt(2)*|x|", "3sqrt(2)*|x| = 3sqrt(2)*x"),
        "What stands between the bars is not negative.",
        "what the question assumes is used",
    ),
    (
        "Solve 2x - y = 3 and 4x - 2y = 6",
        ("4x - 2y = 6", "6 = 6", "y = 2x - 3"),
        "x may be any number; y follows from it.",
        "two equations that say the same",
    ),
    (
        "Solve |2x - 5| + 1 <= 8",
        ("|2x - 5| <= 7", "-7 <= 2x - 5 <= 7", "-2 <= 2x <= 12", "-1 <= x <= 6"),
        "",
        "the bars are isolated first",
    ),
    (
        "Solve -2|3x + 1| + 4 < -6",
        ("-2*|3x + 1| < -10", "|3x + 1| > 5", "3x + 1 < -5 or 3x + 1 > 5", "3x < -6 or 3x > 4"),
        "reverses the order",
        "and a negative factor turns the sign around",
    ),
    (
        "Solve |x - 3| < |x + 1|",
        ("(x - 3)^2 < (x + 1)^2", "-8x < -8", "x > 1"),
        "Neither side is negative",
        "two absolute values are squared",
    ),
    (
        "Solve |x - 2| >= 2x",
        ("x - 2 <= -2x or x - 2 >= 2x", "x <= 2/3 or x <= -2", "x <= 2/3"),
        "",
        "a letter on the other side",
    ),
    ("Solve |x| + 3 < 1", ("|x| < -2", "-2 < 0"), "never negative", "why there is none"),
    (
        "Solve (2x + 1)/(x - 3) <= 1",
        (
            *("(2x + 1)/(x - 3) - 1 <= 0", "(x + 4)/(x - 3) <= 0", "(-5 + 4)/(-5 - 3) > 0"),
            *("(-3 + 4)/(-3 - 3) < 0", "(5 + 4)/(5 - 3) > 0", "-4 <= x < 3"),
        ),
        "is 0 at x = -4 and has no value at x = 3",
        "one fraction, then its sign between zero and gap",
    ),
    (
        "Solve x^2 <= 2x + 8",
        ("(x - 4)(x + 2) <= 0", "(-3 - 4)(-3 + 2) > 0", "(-1 - 4)(-1 + 2) < 0"),
        "keeps its sign",
        "the sign table of a quadratic",
    ),
    (
        "1 - 1/2 + 1/4 - 1/8 + ...",
        ("(-1/2)^0 = 1", "1/4/(-1/2) = -1/2", "1/(1 - (-1/2)) = 2/3"),
        "Every term is the one before times -1/2.",
        "a geometric series whose signs alternate",
    ),
    (
        "sum_{n=1}^{∞} 1/(n(n+1))",
        ("1/(n(n + 1)) = 1/n - 1/(n + 1)", "lim(N -> oo, N/(N + 1)) = 1"),
        "Proved by induction",
        "a telescoping series",
    ),
    (
        "decompose (x+7)/(x^2 - x - 6) into partial fractions",
        ("x^2 - x - 6 = (x - 3)(x + 2)", "(3 + 7)/(3 + 2) = 2", "(-2 + 7)/(-2 - 3) = -1"),
        "the other fractions are 0 there",
        "each constant by the zero of its factor",
    ),
    (
        "write (2x^2+3)/(x(x-1)^2) in partial fractions",
        ("3(x^2 - 2x + 1) - (x^2 - x) + 5x = 2x^2 + 3", "3/x - 1/(x - 1) + 5/(x - 1)^2"),
        "",
        "a double zero, with the coefficients compared",
    ),
    (
        "solve y' = 3y",
        ("1/y dy = 3 dx", "integral(1/y, y) = ln(|y|) + C", "y = C*e^(3x)"),
        "C stands for e^c",
        "the variables are separated; no integrating factor where nothing is left over",
    ),
    (
        "y'' + 2y' + 5y = 0",
        ("r^2 + 2r + 5 = 0", "(-1 + 2i)^2 + 2(-1 + 2i) + 5 = 0"),
        "quadratic formula",
        "a complex root, put in",
    ),
    ("Solve x^2 + x + 1 > 0", ("0^2 + 0 + 1 > 0",), "nowhere 0", "no zero, one sign"),
    ("Solve sin(x) = 2", ("2 > 1",), "A sine lies between -1 and 1.", "why there is none"),
    (
        "What is 5/8 - 1/6?",
        ("5/8 - 1/6 = 15/24 - 4/24", "5/8 - 1/6 = 11/24"),
        "",
        "over a common denominator",
    ),
    ("What is 1/8 + 3/8?", ("1/8 + 3/8 = 4/8",), "", "one denominator, not in lowest terms yet"),
    ("What is (3/5) / (9/10)?", ("3/5/(9/10) = 3/5*(10/9)",), "", "by the reciprocal"),
    ("What is 7/8 of 56?", ("7/8*56 = 7*56/8",), "", "a whole number and a fraction"),
    ("What is -3/4 + 1/2?", ("-3/4 + 1/2 = -3/4 + 2/4",), "", "a negative one"),
    ("Simplify sqrt(180)", ("sqrt(180) = sqrt(36*5)",), "", "the largest square"),
    (
        "Simplify 1/(2 - sqrt(3))",
        ("(2 - sqrt(3))(2 + sqrt(3)) = 1",),
        "It is the conjugate: (a + b)(a - b) = a^2 - b^2.",
        "a rational denominator",
    ),
    ("Simplify 6/sqrt(3)", ("sqrt(3)*sqrt(3) = 3",), "", "by the root itself"),
    ("Convert 45 to binary", ("45 = 2*22 + 1", "22 = 2*11"), "remainder 1", "the divisions"),
    ("Convert 255 to hexadecimal", ("255 = 16*15 + 15",), "written f", "a digit that is a letter"),
    (
        "What is the HCF of 84 and 126?",
        ("84 = 2^2*3*7", "126 = 2*3^2*7"),
        "Take each prime as often as all of them have it.",
        "by prime factors",
    ),
    (
        "Find the lcm of 12, 18 and 30",
        ("12 = 2^2*3", "18 = 2*3^2", "30 = 2*3*5"),
        "Take each prime as often as one of them has it at most.",
        "of three numbers",
    ),
    ("Write 360 as a product of primes", ("360 = 2*180", "45 = 3*15"), "", "one division a line"),
    (
        "Round 7.0496 to 2 decimal places",
        ("7.04 <= 7.0496 <= 7.05", "7.0496 > 7.045"),
        "The first digit that is left out is 9, at least 5: round up.",
        "by the next digit",
    ),
    (
        "Which is larger, 5/8 or 7/11?",
        ("7/11 = 56/88, 5/8 = 55/88", "55 < 56", "7/11 > 5/8"),
        "with one denominator",
        "two fractions over a common denominator",
    ),
    (
        "Sort sqrt(10), 3, pi, 19/6 from smallest to largest",
        ("pi ~= 3.14", "sqrt(10) ~= 3.16", "19/6 ~= 3.17", "3 < pi < sqrt(10) < 19/6"),
        "",
        "decimals that tell the values apart",
    ),
    (
        "Is 0.35 greater than 0.4?",
        ("0.4 = 0.40", "0.35 < 0.4"),
        "place by place",
        "decimals with the same number of places",
    ),
    (
        "What is the closest to 2 in 3, 0.1, -5?",
        ("|0.1 - 2| = 1.9", "1 < 1.9 < 7"),
        "",
        "distances are worked out before they are compared",
    ),
    (
        "Solve x^2 - 4x + 1 = 0",
        ("x = (4 +/- sqrt(12))/2", "sqrt(12) = 2sqrt(3)", "x = 2 +/- sqrt(3)"),
        "x = (-b ± sqrt(b^2 - 4ac))/(2a)",
        "the numbers in the formula, the surd, the division",
    ),
    (
        "Solve sin(x)^2 + sin(x) - 1 = 0 for 0 <= x <= 2pi",
        ("(-1 - sqrt(5))/2 < -1",),
        "A sine lies between -1 and 1.",
        "a surd below -1 is no sine",
    ),
    (
        "Round -2.5 to the nearest whole number",
        ("-3 <= -2.5 <= -2", "-2.5 <= -2.5"),
        "round up",
        "halves go away from 0",
    ),
    (
        "Simplify sqrt(75) - sqrt(27) + sqrt(12)",
        ("sqrt(75) - sqrt(27) + sqrt(12) = 5sqrt(3) - 3sqrt(3) + 2sqrt(3)",),
        "",
        "the smaller roots are put in before they are added",
    ),
    (
        "Compute C(8, 3)",
        ("C(8, 3) = 8!/(3!*5!)", "8!/(3!*5!) = 8*7*6/(3*2*1)", "C(8, 3) = 56"),
        "n choose k is n!/(k!*(n - k)!): the order does not matter.",
        "the formula with its numbers, then cancelled",
    ),
    (
        "Expand (x - 1)^3",
        ("(x - 1)^3 = x^3 - 3x^2*1 + 3x*1^2 - 1^3", "(x - 1)^3 = x^3 - 3x^2 + 3x - 1"),
        "(a - b)^3 = a^3 - 3a^2*b + 3a*b^2 - b^3",
        "by the binomial formula",
    ),
    (
        "Integrate x*sqrt(x + 1)",
        (
            "u = x + 1",
            "integral(u^(3/2) - sqrt(u), u)",
            "integral(x*sqrt(x + 1), x) = 2(x + 1)^(5/2)/5 - 2(x + 1)^(3/2)/3 + C",
        ),
        "The inside is put back in for its letter.",
        "what is under the root is u, not the root, so that no x is left",
    ),
    (
        "Integrate x*sqrt(x + 1) by parts",
        (
            "u = x, v' = sqrt(x + 1)",
            "integral(x*sqrt(x + 1), x) = x(2(x + 1)^(3/2)/3) - integral(2(x + 1)^(3/2)/3, x)",
        ),
        "u*v minus the integral of u'*v",
        "the second method of a class",
    ),
    (
        "Integrate x^2*e^x",
        (
            "integral(x^2*e^x, x) = x^2*e^x - integral(2x*e^x, x)",
            "integral(2x*e^x, x) = 2x*e^x - integral(2e^x, x)",
            "integral(x^2*e^x, x) = x^2*e^x - (2x*e^x - 2e^x) + C",
        ),
        "u*v minus the integral of u'*v",
        "by parts: the formula leaves an integral, which is found and put in; no line twice",
    ),
    (
        "Integrate e^x*sin(x)",
        (
            "integral(e^x*sin(x), x) = sin(x)*e^x - integral(e^x*cos(x), x)",
            "integral(e^x*cos(x), x) = cos(x)*e^x - integral(-e^x*sin(x), x)",
            "2*integral(e^x*sin(x), x) = -(-sin(x) + cos(x))*e^x + C",
        ),
        "After two rounds the integral comes back",
        "by parts twice, with both rounds on lines of their own",
    ),
    (
        "Factor x^2 - 5x - 24",
        ("3(-8) = -24, 3 + (-8) = -5", "x^2 - 5x - 24 = (x - 8)(x + 3)"),
        "",
        "the pair of numbers",
    ),
    (
        "Factor 2x^2 + 3x - 2",
        ("(-1)*4 = -4, -1 + 4 = 3", "2x^2 + 3x - 2 = 2x^2 - x + 4x - 2"),
        "",
        "the middle term is split",
    ),
    (
        "Simplify (x^2 - 9)/(x - 3)",
        ("x^2 - 9 = (x - 3)(x + 3)", "(x^2 - 9)/(x - 3) = (x - 3)(x + 3)/(x - 3)"),
        "",
        "factored before it is cancelled",
    ),
    (
        "Simplify 12x^5y^2/(8x^2y^3)",
        ("12/8 = 3/2", "x^5/x^2 = x^3", "y^2/y^3 = 1/y"),
        "",
        "numbers, then one letter after another",
    ),
    (
        "Solve |x - 1| = |2x + 3|",
        ("x - 1 = 2x + 3", "x = -4", "x - 1 = -2x - 3", "3x = -2", "x = -2/3"),
        "",
        "each case on lines of its own",
    ),
    (
        "Solve 2sin(x)^2 - sin(x) - 1 = 0 for 0 <= x < 2pi",
        ("sin(pi/6) = 1/2", "sin(pi/2) = 1"),
        "the sine is the height",
        "a value on an axis has its line too",
    ),
    (
        "Calculate 1011_2 + 110_2 in base 2",
        ("17_10 = 2_10*8_10 + 1_10", "1_10 = 2_10*0_10 + 1_10"),
        "The remainder 1 is the next digit",
        "where the question computes in base 2, each number says its own",
    ),
    (
        "Find the normal to y = 1/x at x = 1",
        ("1/x = x^(-1)", "d/dx(1/x) = -1/x^2", "-1/(-1) = 1"),
        "multiply to -1",
        "1/x by the power rule; the slope itself is worked out",
    ),
    (
        "Find the maximum of -2x^2 + 8x - 3",
        ("x = 2", "-4*1 + 8 > 0", "-4*4 + 8 < 0"),
        "The curve falls at x = 4.",
        "why it is a maximum",
    ),
    (
        "Find the local extrema of x^3 - 3x",
        ("3*3^2 - 3 > 0", "(-1)^3 - 3(-1) = 2", "1^3 - 3*1 = -2"),
        "The curve rises before x = -1 and falls after it: a maximum.",
        "which kind each one is, and why",
    ),
    (
        "Find the limit of (1 + 2/n)^n as n approaches infinity",
        ("lim(n -> oo, (1 + 1/n)^n) = e",),
        "tends to e^k",
        "by the limit that defines e",
    ),
    (
        "Find the limit of (3x^2 + 1)/(x^2 - 5x) as x approaches infinity",
        ("lim(x -> oo, (3x^2 + 1)/(x^2 - 5x)) = lim(x -> oo, (3 + 1/x^2)/(1 - 5/x))",),
        "tends to 0",
        "above and below by the highest power",
    ),
    (
        "A farmer has 40 m of fence for a rectangular field. What is the largest area he can "
        "enclose?",
        ("x(40/2 - x)", "x(40/2 - x) = -x^2 + 20x", "-2*9 + 20 > 0", "-2*12 + 20 < 0"),
        "The curve rises at x = 9.",
        "the quantity as a function first, and why it is a maximum",
    ),
    (
        "Let f(x) = 1/x and g(x) = x + 2. Find (f o g)(x).",
        ("1/(x + 2)",),
        "",
        "what is put in is a step of its own",
    ),
    ("Factor 3x^3 - 12x", ("3x(x^2 - 4) = 3x(x - 2)*(x + 2)",), "", "no bracket round a factor"),
    (
        "Solve 1/(x - 2) + 3/(x + 2) = 4/(x^2 - 4) + 1",
        (
            "x + 2 + 3(x - 2) = 4 + (x - 2)(x + 2)",
            "4x - 4 = x^2",
        ),
        "A zero of a denominator is no solution.",
        "the least common denominator, not the product of all three",
    ),
    (
        "Solve x/(x - 1) + 2/x = 3",
        ("x^2 + 2(x - 1) = 3x(x - 1)", "x^2 + 2x - 2 = 3x^2 - 3x"),
        "",
        "what each term is multiplied by is seen before it is multiplied out",
    ),
    ("Solve 2/(3x) - 1/(6x) = 1/2", ("4 - 1 = 3x", "3 = 3x"), "", "numbers have a common one too"),
    (
        "Find the area between y = x^2 and y = x + 2",
        ("x^2 = x + 2", "(x + 1)(x - 2) = 0", "x = -1 or x = 2"),
        "",
        "the ends of the area are found, not only named",
    ),
    (
        "Find the area enclosed by y = 4 - x^2 and the x-axis",
        ("4 - x^2 = 0", "x = -2 or x = 2"),
        "",
        "where the curve meets the axis",
    ),
    (
        "Find the angle between (1, 2) and (3, -1)",
        ("sqrt(1^2 + 2^2) = sqrt(5)", "1/(sqrt(5)*sqrt(10)) = sqrt(2)/10"),
        "",
        "a length that is a surd already is not written twice",
    ),
]


@pytest.mark.parametrize(("question", "claims", "reason", "why"), ROWS)
def test_the_steps_are_those_of_a_class(
    question: str, claims: tuple[str, ...], reason: str, why: str
) -> None:
    solution = solve(question)
    assert isinstance(solution, Solution), why
    assert solution.verdict is AnswerVerdict.VERIFIED, (solution.reason, why)
    texts = [step.claim.text for step in solution.steps]
    at = 0
    for claim in claims:
        found = [k for k in range(at, len(texts)) if texts[k].endswith(f": {claim}")]
        assert found, (claim, texts, why)
        at = found[0] + 1
    assert any(reason in (step.why or "") for step in solution.steps), why
    unproved = [
        step.claim.text
        for step in solution.steps
        if step.kind is not StepKind.SETUP and step.claim.verdict is not Verdict.PROVED
    ]
    assert not unproved, why
    assert len(set(texts)) == len(texts), why


@pytest.mark.parametrize("question", [row[0] for row in ROWS])
def test_each_line_of_a_coarser_solution_stands_in_the_finer_ones(question: str) -> None:
    brief, normal, fine = (
        [step.claim.text for step in solution.steps]
        for size in ("brief", "normal", "fine")
        if isinstance(solution := solve(question, granularity=size), Solution)
    )
    assert [text for text in normal if text in brief] == brief
    assert [text for text in fine if text in normal] == normal


SIZES = [
    # question; size; lines that stand in it; why it is a row
    (
        "Factor x^2 + 5x + 6",
        "fine",
        ("x^2 + 5x + 6 = x^2 + 2x + 3x + 6", "x^2 + 2x + 3x + 6 = x(x + 2) + 3(x + 2)"),
        "why the two numbers do",
    ),
    (
        "Factor 6x^2 - 7x - 3",
        "fine",
        ("6x^2 + 2x - 9x - 3 = 2x(3x + 1) - 3(3x + 1)",),
        "in pairs, with a negative number before the second bracket",
    ),
    ("Factor 4x^2 - 9", "fine", ("4x^2 - 9 = (2x)^2 - 3^2",), "what a and b are"),
    (
        "What is 7^100 mod 5?",
        "brief",
        ("7^100 mod 5 = 7^4 mod 5", "7^4 mod 5 = 1"),
        "the line that the last one goes on from",
    ),
    (
        "Two trains leave at the same time from towns 300 km apart and travel toward each other "
        "at 60 km/h and 90 km/h. When do they meet?",
        "brief",
        ("60 + 90 = 150", "300/150 = 2"),
        "a number of the last line is found in sight",
    ),
    (
        "Find the local extrema of x^3 - 3x",
        "fine",
        ("d/dx(3x^2 - 3) = 6x", "6(-1) < 0", "6*1 > 0"),
        "the second-derivative test beside the signs of the first one",
    ),
    (
        "Expand 4(3y - 2) - 3(2y + 5)",
        "fine",
        ("4(3y - 2) - 3(2y + 5) = 4(3y) - 4*2 - 3(2y) - 3*5",),
        "each product before it is worked out, with its sign",
    ),
    (
        "Expand (x + 2)(x - 3)",
        "fine",
        ("(x + 2)(x - 3) = x^2 - x*3 + 2x - 2*3",),
        "two brackets: four products",
    ),
    (
        "Solve 2(x - 3) = 4(x + 2) - 1",
        "fine",
        ("2x - 2*3 = 4x + 4*2 - 1",),
        "both sides of an equation",
    ),
    ("Differentiate x^3", "fine", ("d/dx(x^3) = 3x^(3 - 1)",), "the rule with its numbers"),
    (
        "Integrate -5x^2 + 1",
        "fine",
        ("integral(-5x^2, x) = -5x^(2 + 1)/(2 + 1) + C",),
        "the rule with its numbers, for a term with a coefficient",
    ),
    (
        "Convert 1011 from binary to decimal",
        "fine",
        ("1*2^3 + 0*2^2 + 1*2 + 1 = 8 + 0 + 2 + 1",),
        "the products before the sum",
    ),
]


@pytest.mark.parametrize(("question", "size", "claims", "why"), SIZES)
def test_what_stands_in_a_size(
    question: str, size: Granularity, claims: tuple[str, ...], why: str
) -> None:
    solution = solve(question, granularity=size)
    assert isinstance(solution, Solution), why
    told = [step.claim.text.partition(": ")[2] for step in solution.steps]
    assert [claim for claim in told if claim in claims] == list(claims), (told, why)
