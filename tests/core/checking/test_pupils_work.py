"""Worked solutions as pupils write them: what a teacher would tick, and the near misses.

P is proved, R refuted, - unchecked, line by line; lines are separated by ``; ``, and the first one
is the question. The last letter is the answer's: V verified, R refuted, - any other. A row that
says "trap" is a near miss, which must not be proved or verified.
"""

from __future__ import annotations

import pytest

from tests.core.checking.marks import marks

CYLINDER = "Find the volume of a cylinder with radius 3 and height 5.; "
SPHERE = "Find the surface of a sphere of radius 4.; "
HEADS = "A fair coin is flipped 5 times. What is the probability of exactly 3 heads?; "
SPREAD = "Find the population standard deviation of 1, 3, 5, 7.; "
BALL = "Find the volume of a sphere of radius 3.; "
TERMS = "Find the 10th term of 5, 9, 13, ...; "

FILLED_IN = [
    (CYLINDER + "V = pi r^2 h = pi*9*5 = 45 pi", "PV", "9 is the square of the radius"),
    (CYLINDER + "V = pi r h = pi*9*5 = 45 pi", "--", "trap: 9 comes from nowhere"),
    (CYLINDER + "V = pi r^2 h = pi*6*5 = 30 pi", "-R", "trap: doubled, not squared"),
    (SPHERE + "A = 4 pi r^2 = 4 pi * 16 = 64 pi", "PV", "another formula"),
    (SPHERE + "A = 4 pi r^2 = 4 pi * 8 = 32 pi", "-R", "trap: doubled, not squared"),
    (BALL + "V = 4/3 π r³ = 4/3 π (27) = 36π", "PV", "27 is the cube of the radius"),
    (BALL + "V = 4/3 π r³ = 4/3 π * 9 = 12π", "-R", "trap: squared, not cubed"),
    (SPREAD + "σ^2 = (9 + 1 + 1 + 9)/4 = 5; σ = sqrt(5)", "P-V", "the square of what is asked"),
    (SPREAD + "σ^2 = (9 + 1 + 1 + 9)/3 = 20/3", "-R", "trap: of a sample"),
    (TERMS + "a_10 = a_1 + 9d = 5 + 9*4 = 41", "PV", "d is the difference of two terms"),
    (HEADS + "P(X = 3) = C(5,3)*(1/2)^5 = 10/32 = 5/16", "PV", "the event that is asked for"),
    (HEADS + "P(X = 4) = C(5,3)*(1/2)^5 = 10/32 = 5/16", "-V", "trap: another event"),
    (TERMS + "a_20 = 5 + 9*4 = 41", "--", "trap: the number of another term"),
    (
        "Find the distance of (1, 2) and (4, 6).; "
        "d = sqrt((x2 - x1)^2 + (y2 - y1)^2) = sqrt(3^2 + 4^2) = 5",
        "PV",
        "several letters may have other values",
    ),
    (
        "Find the distance of (1, 2) and (4, 6).; "
        "d = sqrt((x2 - x1)^2 + (y2 - y1)^2) = sqrt(3 + 4)",
        "--",
        "trap: not squared",
    ),
    (
        "A ball falls from rest for 3 seconds. How fast is it?; v = u + a t = 0 + 9.8*3 = 29.4",
        "P-",
        "the acceleration of a fall is known",
    ),
]

LEGS = "A right triangle has legs 6 and 8. Find the hypotenuse.; c^2 = 6^2 + 8^2; c^2 = 100; "
WIDTH = "A rectangle is 3 cm longer than it is wide and its area is 40 cm^2. Find its width.; "

COSINE_RULE = "In triangle ABC, a = 7, b = 10 and C = 60°. Find c.; "
BOTH_LEGS = "A right triangle has legs 6 and 8. Find the hypotenuse.; "

SIZES = [
    (LEGS + "c = 10", "-PPV", "a length is positive"),
    (LEGS + "c = -10", "-P-R", "trap: the other root"),
    (LEGS + "c = 50", "-PRR", "trap: halved"),
    (WIDTH + "x(x + 3) = 40; (x - 5)(x + 8) = 0; x = 5", "-PP-", "of two roots"),
    (WIDTH + "x(x + 3) = 40; (x - 5)(x + 8) = 0; x = 8", "-PR-", "trap: a sign is lost"),
    ("A sphere has surface 36 pi. Find the radius.; r^2 = 9; r = 3", "---", "not read"),
    ("A sphere has surface 36 pi. Find the radius.; r^2 = 9; r = 9", "-R-", "trap: no root"),
    ("Solve x^2 = 100; x = 10", "RR", "trap: a number may be negative"),
    (
        COSINE_RULE + "c^2 = a^2 + b^2 - 2ab cos C = 49 + 100 - 70 = 79; c = sqrt(79)",
        "P-V",
        "as told",
    ),
    (COSINE_RULE + "c^2 = a^9 + b^2 - 2ab cos C = 49 + 100 - 70 = 79", "-R", "trap: a wrong power"),
    (COSINE_RULE + "c^8 = a^2 + b^2 - 2ab cos C = 49 + 100 - 70 = 79", "-R", "trap: on the left"),
    (BOTH_LEGS + "c^2 = a^2 + b^2 = 36 + 64 = 100; c = 10", "P-V", "each square of a side"),
    (BOTH_LEGS + "c^2 = a^2 + b^3 = 36 + 64 = 100", "-R", "trap: the cube of half a side"),
]

CURVES = "Solve the system y = x^2, y = x + 2.; x = 2 or x = -1; "
LADDER = (
    "A ladder 10 m long leans against a wall. The bottom slides away at 1 m/s. How fast is the top "
    "sliding down when the bottom is 6 m from the wall?; x^2 + y^2 = 100; "
)

PLACES = [
    (CURVES + "When x = 2, y = 4; When x = -1, y = 1", "PPPV", "one place a line"),
    (CURVES + "When x = 2, y = 4; When x = -1, y = -1", "PPRR", "the first is right"),
    (CURVES + "x = 2, y = 4", "PRR", "trap: one solution of two"),
    (CURVES + "The points are (2, 4) and (-1, 1)", "PPV", "all of them, as points"),
    (CURVES + "The points are (9, 9) and (-1, 1)", "PRR", "trap: the first is none"),
    (CURVES + "They meet at (9, 9) and (-1, 1)", "P-R", "trap: other words"),
    (LADDER + "When x = 6, y = 8", "---", "the words exclude y = -8"),
]

THIRD = "Find the third angle of a triangle with angles 50° and 60°.; "
HEXAGON = "Find the sum of the interior angles of a hexagon.; "

DEGREE_SIGNS = [
    (THIRD + "180 - 50 - 60 = 70°", "PV", "the sign at the end"),
    (THIRD + "180 - 50 - 60 = 80°", "RR", "trap: another number"),
    (THIRD + "180° - 50 - 60 = 70°", "PV", "at two of them"),
    (THIRD + "x + 50 + 60 = 180; x = 70°", "-PV", "of an equation"),
    (THIRD + "x + 50 + 60 = 180; x = 80°", "-RR", "trap: another number"),
    (THIRD + "x + 50° + 60° = 180°; x + 110 = 180; x = 70", "-PPV", "left out later"),
    (HEXAGON + "(6 - 2) * 180; = 4 * 180; = 720°", "-PPV", "in lines that go on"),
    (HEXAGON + "4 * 180 = 740°", "RR", "trap: worked out wrongly"),
    ("Convert 60° to radians.; 60° * pi/180 = pi/3", "PV", "converted"),
    ("Convert 60° to radians.; 60° * pi/180 = pi/6", "RR", "trap: to another angle"),
    ("How long is it?; 7*2 = 14°", "--", "trap: no angles"),
]

FRACTIONS = "Find ∫ 1/(x^2 - 1) dx.; 1/(x^2 - 1) = A/(x - 1) + B/(x + 1); "

LETTERS = "Find A and B such that (x + 5)/(x^2 - 1) = A/(x - 1) + B/(x + 1).; "

UNDETERMINED = [
    (LETTERS + "x + 5 = A(x + 1) + B(x - 1); x = 1: 6 = 2A, A = 3; B = -2", "PPP-", "asked for"),
    (LETTERS + "x + 5 = A(x - 1) + B(x + 1); A = -2, B = 3", "RR-", "trap: exchanged"),
    (
        FRACTIONS
        + "1 = A(x + 1) + B(x - 1); x = 1: 1 = 2A, A = 1/2; 1/2 ln|x-1| - 1/2 ln|x+1| + C",
        "-PPPV",
        "partial fractions, values put in",
    ),
    (FRACTIONS + "1 = A(x - 1) + B(x + 1)", "-R-", "trap: the factors exchanged"),
    (FRACTIONS + "A + B = 0; A - B = 1; 2A = 1; A = 1/2", "-PPPP-", "coefficients compared"),
    (FRACTIONS + "A + B = 1; A - B = 1", "-RP-", "trap: another coefficient"),
    (
        "Find ∫ (x + 3)/(x - 1)^2 dx.; (x + 3)/(x - 1)^2 = A/(x - 1) + B/(x - 1)",
        "R-",
        "trap: no such numbers",
    ),
    (
        "Write x^2 + 6x + 11 in the form (x + a)^2 + b.; x^2 + 6x + 11 = (x + a)^2 + b",
        "--",
        "the form that is asked for",
    ),
]

ROOTS = "Evaluate ∫_0^2 x sqrt(x^2 + 1) dx.; u = x^2 + 1, du = 2x dx; "

LIMITS = [
    (ROOTS + "x = 0: u = 1, x = 2: u = 5; = 1/2 ∫_1^5 sqrt(u) du", "PPP-", "new limits"),
    (ROOTS + "x = 0: u = 1, x = 2: u = 4", "P-R", "trap: a wrong one"),
    (ROOTS + "x = 0: u = 1, x = 2: u = 5; = 1/2 ∫_0^2 sqrt(u) du", "PPR-", "trap: the old ones"),
]

TOP = "Find the maximum value of f(x) = -x^2 + 4x + 1.; "

BENT = "Find the minimum value of f(x) = x^4 - 2x^2.; "
TURNS = "Find the local extrema of f(x) = x^3 - 3x.; "
CORNERS = "Find the turning points of f(x) = x^3 - 3x.; "

EXTREMA = [
    (TOP + "f(2) = 5; Maximum value 5 at x = 2", "P-V", "the place has this value"),
    (TOP + "So the maximum is 5, when x = 2.", "-V", "in a sentence"),
    (TOP + "So the maximum is 5, when x = 3.", "--", "trap: another place"),
    (TOP + "So the maximum is about 5, at x = 2.", "--", "trap: a word before it"),
    (TOP + "The minimum is 5, at x = 2.", "--", "trap: the other one"),
    (TOP + "f''(2) = -2 < 0 so maximum; f(2) = 5", "PPV", "the sign says so"),
    (TOP + "f''(2) = -2 < 0, therefore it is a local minimum", "-R", "trap: it does not"),
    (TOP + "f''(3) = -2 < 0 so maximum", "-R", "trap: no stationary place"),
    (TOP + "f(2) = 5 is the maximum", "PV", "bent the same way everywhere"),
    (TOP + "f(2) = 5, which is a maximum.", "PV", "in other words"),
    (TOP + "f(2) = 5 is the minimum", "--", "trap: the other one"),
    (TOP + "f(1) = 4 is the maximum", "-R", "trap: no stationary place"),
    (TOP + "f(2) = 6 is the maximum", "RR", "trap: another value"),
    (BENT + "f(1) = -1 is a local minimum", "PV", "one of several"),
    (
        BENT + "f(1) = -1 is the minimum",
        "--",
        "the second derivative does not say so of all values",
    ),
    (TURNS + "f(-1) = 2 is a local maximum; f(1) = -2 is a local minimum", "PPV", "one by one"),
    (
        TURNS + "f(-1) = 2 is a local minimum; f(1) = -2 is a local maximum",
        "---",
        "trap: exchanged",
    ),
    (TURNS + "f(-1) = 2 is the maximum", "--", "trap: it has none"),
    (TURNS + "f(-1) = 2; f(1) = -2", "PP-", "of which kind they are is asked for, too"),
    (TURNS + "f(-1) = 2 is a local maximum", "P-", "trap: half of them"),
    (CORNERS + "f(-1) = 2; f(1) = -2", "PPV", "the kinds are not asked for"),
    (CORNERS + "f(-1) = 2; f(1) = -2; f(0) = 0", "PPP-", "trap: it goes on"),
]

PARTS = "Find the integral of x ln(x).; "

INTEGRALS = [
    (
        PARTS + "∫ x ln(x) dx = x^2/2 ln(x) - ∫ x/2 dx; = x^2/2 ln(x) - x^2/4 + C",
        "PPV",
        "a quotient written together, a function apart",
    ),
    (PARTS + "x^2/2 ln(x) - x^2/2 + C", "RR", "trap: a wrong coefficient"),
]

HALVES = "Solve 2x^2 - 5x - 3 = 0.; "

IN_ONE_DISPLAY = [
    (
        HALVES + r"\[ x_1 = \frac{5 + 7}{4} = 3, \quad x_2 = \frac{5 - 7}{4} = -\frac{1}{2} \]",
        "PV",
        "each worked out",
    ),
    (
        HALVES + r"\[ x_1 = \frac{5 + 7}{4} = 3, \quad x_2 = \frac{5 - 7}{4} = \frac{1}{2} \]",
        "RR",
        "trap: a sign is lost",
    ),
    (
        HALVES + r"\[ x_1 = \frac{5 + 7}{4} = 3, \quad x_2 = \frac{5 - 9}{4} = -1 \]",
        "RR",
        "trap: no solution",
    ),
]

COSINES = "Solve 2cos(x)^2 - 3cos(x) + 1 = 0 for 0 <= x < 2pi.; "
TOO_LARGE = "Solve 2cos(x)^2 - 7cos(x) + 3 = 0 for 0 <= x < 2pi.; "
CUBIC = "Solve x^3 - 6x^2 + 11x - 6 = 0.; "
POWERS = "Solve 2^(2x) - 2^x - 12 = 0.; "

TWO_FACTORS = "Solve (x - 1)(x + 2) = 0.; "

EXCHANGED = [
    (TWO_FACTORS + "x - 1 = 0: x = 1; x + 2 = 0: x = -2", "PPV", "each value of its factor"),
    (TWO_FACTORS + "x - 1 = 0: x = -2; x + 2 = 0: x = 1", "---", "trap: exchanged"),
    (TWO_FACTORS + "x - 1 = 0 → x = -2; x + 2 = 0 → x = 1", "---", "trap: by arrows"),
    (TWO_FACTORS + r"\(x - 1 = 0\) gives \(x = -2\); x = 1", "-PV", "trap: in words"),
]

CASES = [
    (COSINES + "cos x = 3; x = pi/3 or x = 5pi/3; x = 0", "RPPV", "trap: no solution satisfies it"),
    (
        COSINES + "2cos(x)^2 - 3cos(x) + 9 = 0; x = pi/3; x = 5pi/3; x = 0",
        "RPPPV",
        "trap: a slip before right values is no case",
    ),
    (COSINES + "cos x = 4 or cos x = 1; x = pi/3 or x = 5pi/3; x = 0", "RPPV", "trap: half of it"),
    (CUBIC + "e^x = -1; x = 1; x = 2; x = 3", "RPPPV", "trap: neither a factor nor a value"),
    (
        TOO_LARGE + "(2cos x - 1)(cos x - 3) = 0; cos x = 3; cos x = 1/2; x = pi/3 or x = 5pi/3",
        "P-PPV",
        "a factor that holds none of the solutions",
    ),
    (POWERS + "(2^x - 4)(2^x + 3) = 0; 2^x = -3; 2^x = 4; x = 2", "P-PPV", "of powers, too"),
    (POWERS + "2^x = 4 or 2^x = -3; 2^x = -3; x = 2", "P-PV", "one of two cases that were named"),
    ("Solve (e^x - 1)(x - 2) = 0.; e^x = 1 or x = 2; x = 0; x = 2", "PPP-", "by the line before"),
    (
        "Solve sin x = 1/2.; x = pi/6 + 2n*pi; x = 5pi/6 + 2n*pi",
        "PPV",
        "general solutions, one a line",
    ),
    (
        "Solve sin x = 1/2.; x = pi/6 + 2n*pi; x = 5pi/6 + n*pi",
        "RRR",
        "trap: too many of them",
    ),
]

PRODUCT = "Differentiate f(x) = x^2 sin x.; u = x^2, v = sin x; "

DERIVATIVES = [
    (PRODUCT + "(uv)' = u'v + uv'; f'(x) = 2x sin x + x^2 cos x", "-PPV", "a bracket with a prime"),
    (PRODUCT + "(uv)' = u'v'", "-R-", "trap: factor by factor"),
    ("Solve y' + 2y = 4.; (e^(2x) y)' = 4e^(2x)", "P-", "an integrating factor"),
    ("Solve y' + 2y = 4.; (e^(2x) y)' = 4e^x", "--", "trap: left out on the right"),
]

BETWEEN = "Find the angle between u = (1, 2) and v = (3, 1).; "

VECTORS = [
    (BETWEEN + "u · v = 3 + 2 = 5; |u| = sqrt(5); |v| = sqrt(10)", "PPPR", "named by the question"),
    (BETWEEN + "|u| = 1 + 2", "R-", "trap: entries added"),
    ("Find the length of the vector (3, 4, 12).; |v| = sqrt(9 + 16 + 144) = 13", "PV", "unnamed"),
    ("Find the modulus of 3 + 4i.; |z| = sqrt(3^2 + 4^2) = 5", "PV", "a complex number"),
    ("Find the modulus of 3 + 4i.; |z| = 3 + 4 = 7", "RR", "trap: parts added"),
]

ENDS = [
    (
        "Solve x^2 - 5x + 6 < 0.; x^2 - 5x + 6 = 0; x = 2; x = 3; 2 < x < 3",
        "---PV",
        "the ends, one a line",
    ),
    ("Solve x^2 - 5x + 6 < 0.; x^2 - 5x + 6 = 0; x = 2; x = 4", "--R-", "trap: no end"),
    ("Solve x^2 - 5x + 6 < 0.; The roots are x = 2 and x = 3.; 2 < x < 3", "-PV", "on the way"),
    ("Solve x^2 - 5x + 6 < 0.; The roots are x = 2 and x = 4.; 2 < x < 3", "RPV", "trap: no root"),
    ("Solve x^2 - 5x + 6 < 0.; The solutions are x = 2 and x = 3.", "RR", "trap: the answer"),
    ("Solve x^2 - 5x + 6 = 0.; The roots are x = 2 and x = 3.", "PV", "here they are the answer"),
]

METRES = "Find the hypotenuse of a right triangle with legs 3 m and 4 m.; "
DISK = "Find the area of a circle of radius 5 cm.; A = 25pi; "
FLOOR = "Find the area of a rectangle 5 m by 4 m.; "
CUBE = "Find the volume of a cube with side 3 m.; "

UNITS = [
    (
        "How many seconds are 1 h 12 min?; 1 h = 3600 s; 12 min = 720 s; 3600 + 720 = 4320 s",
        "PPPV",
        "units of one letter each",
    ),
    ("How many seconds are 1 h 12 min?; 1 h = 360 s", "RR", "trap: a digit is lost"),
    (METRES + "c^2 = 3^2 + 4^2; c^2 = 25; c = 5 m", "-PPV", "m is a unit in this question"),
    (METRES + "c^2 = 3^2 + 4^2; c^2 = 25; c = 6 m", "-PRR", "trap: a wrong root"),
    (FLOOR + "A = 5*4; A = 20 m^2", "-PV", "a power of such a unit"),
    (FLOOR + "A = 5 m * 4 m = 20 m^2", "PV", "each factor with its unit"),
    (FLOOR + "A = 5*4 = 20 m", "--", "trap: an area in metres"),
    (FLOOR + "A = 5*4 = 9 m^2", "RR", "trap: added"),
    (CUBE + "V = 3^3 = 27 m^3", "PV", "a power of such a unit"),
    (CUBE + "V = 3^3 = 27 m^2", "--", "trap: a volume as an area"),
    (
        "Find the volume of a box 3 m by 4 m by 2 m.; base = 3*4 = 12 m^2; V = 12*2 = 24 m^3",
        "PPV",
        "an area on the way",
    ),
    ("Solve 3m + 5m^2 = 8m for m.; 5m^2 - 5m = 0; m = 0 or m = 1", "PPV", "m is a letter here"),
    (METRES + r"\(c = \sqrt{25} = 5\) m", "PV", "the unit behind the closed formula"),
    (FLOOR + r"\(A = 5 \times 4 = 20\) m².", "PV", "its power, too"),
    (FLOOR + r"\(A = 5 \times 4 = 20\) m", "--", "trap: an area in metres"),
    (FLOOR + r"$A = 5*4 = 9$ m^2", "RR", "trap: added"),
    (DISK + "A ≈ 78.5 cm^2", "-PV", "the unit is said with the rounded value"),
    (DISK + "A ≈ 78.5 cm", "---", "trap: an area in centimetres"),
    (DISK + "A ≈ 87.5 cm^2", "---", "trap: digits exchanged"),
]

PLAIN = "Solve 2x + 3 = 7.; "
SYMMETRIC = "α and β are the roots of x^2 - 5x + 3 = 0. Find α^2 + β^2.; "
WORKERS = "If 3 workers take 12 days, how long do 4 workers take?; "

SAID_OF_ANOTHER = [
    (PLAIN + "So the answer is 2.", "PV", "it says so"),
    (PLAIN + "Half of the solution is 2", "--", "trap: half of it"),
    (PLAIN + "10 times the answer is 2", "--", "trap: a multiple"),
    (PLAIN + "One more than the solution is 2", "--", "trap: more than it"),
    (PLAIN + "I doubt that the answer is 2", "--", "trap: not claimed"),
    ("Solve x^2 - 5x + 6 = 0.; The squares of the roots are 2 and 3", "--", "trap: squares"),
    ("Find the larger root of x^2 - 5x + 6 = 0.; The sum of the roots is 3", "--", "trap: a sum"),
    ("Find the larger root of x^2 - 5x + 6 = 0.; The larger of the roots is 3", "-V", "that one"),
    (SYMMETRIC + "S = 19", "-V", "a letter of its own"),
    (SYMMETRIC + "(α + β)^2 - 2αβ = 19", "-V", "the same in another form"),
    (SYMMETRIC + "αβ = 19", "--", "trap: the product"),
    (SYMMETRIC + "α = 19", "--", "trap: one of the roots"),
    ("If x = t^2 and y = t^3, find dy/dx.; dy/dx = 3t/2", "-V", "as asked"),
    ("If x = t^2 and y = t^3, find dy/dx.; dx/dy = 3t/2", "--", "trap: the other one"),
    (WORKERS + "4 workers take 9 days.", "-V", "those that are asked for"),
    (WORKERS + "3 workers take 9 days.", "--", "trap: those that are given"),
    (TERMS + "The 10th term is 41.", "-V", "the number of the term"),
    (TERMS + "The 9th term is 41.", "--", "trap: another number"),
    (TERMS + "a_9 = 41", "--", "trap: another index"),
    (TERMS + "S_10 = 41", "--", "trap: a sum"),
    ("Find the coefficient of x^2 in (x - 2)^8.; The coefficient of x^2 is 1792.", "-V", "asked"),
    ("Find the coefficient of x^2 in (x - 2)^8.; The coefficient of x^4 is 1792.", "--", "trap"),
    (METRES + "The hypotenuse is 5 m.", "-V", "what is asked"),
    (METRES + "The legs are 5 m.", "--", "trap: what is given"),
    (SPREAD + "μ^2 = 20/4 = 5; σ = sqrt(5)", "--V", "trap: the square of the mean"),
    (
        "Find the area of a circle of radius 5 cm.; A = 25π cm; A ≈ 78.5 cm²",
        "-P-",
        "trap: two units",
    ),
]

ROWS = [
    *EXTREMA,
    *CASES,
    *EXCHANGED,
    *SAID_OF_ANOTHER,
    *INTEGRALS,
    *IN_ONE_DISPLAY,
    *DERIVATIVES,
    *VECTORS,
    *ENDS,
    *UNITS,
    *FILLED_IN,
    *SIZES,
    *PLACES,
    *DEGREE_SIGNS,
    *UNDETERMINED,
    *LIMITS,
]


@pytest.mark.parametrize(("solution", "expected", "why"), ROWS)
def test_each_line_and_the_answer_get_their_verdicts(
    solution: str, expected: str, why: str
) -> None:
    assert marks(solution) == expected, why
