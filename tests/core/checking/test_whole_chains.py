"""A chain is proved only if each of its signs is, and only such a line holds a verified answer;
ranges that a word joins are one condition; what a text sets aside; units changed in silence.

The first line is the question. P is proved, R refuted, - unchecked, line by line. A row that says
"trap" is the near miss, which must not be proved or verified.
"""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

SIGNS = {Verdict.PROVED: "P", Verdict.REFUTED: "R", Verdict.PROBABLE: "~", Verdict.UNCHECKED: "-"}
VERIFIED, UNCHECKED, REFUTED = (
    AnswerVerdict.VERIFIED,
    AnswerVerdict.UNCHECKED,
    AnswerVerdict.REFUTED,
)

DOUBLE = "Solve x^2 - 6x + 9 = 0; "
TWO = "Solve x^2 - 5x + 6 = 0; "
VERTEX = "Find the vertex of y = 2x^2 - 8x + 3; "
DISCRIMINANT = "Find the discriminant of 2x^2 - 4x + 1; "
TRIANGLE = "Find the area of a triangle with base 6 and height 8; "
RECTANGLE = "What is the perimeter of a rectangle 3 by 5?; "
TRAIN = "A train runs 120 km in 2 h. How fast is it?; "

LEGS = "Find the hypotenuse of a right triangle with legs 6 and 8.; "
BETWEEN = "Solve -3 < 2x + 1 < 7; "
COMPOUND = "Solve 2x - 3 > 5 and x + 1 < 10; "
EITHER = "Solve 2x - 3 > 5 or x + 1 < 2; "

HALVES = [
    (
        "Solve |x - 1| > 3 and x < 10; x - 1 > 3; x > 4; x - 1 < -3; x < -2; x < -2 or 4 < x < 10",
        "-----P",
        "cases of one of them",
    ),
    ("Solve |x - 1| > 3 and x < 10; x - 1 > 3; x > 5", "--R", "trap: a slip in a case"),
    (COMPOUND + "2x - 3 = 5; x = 4; x + 1 = 10, x = 9; 4 < x < 9", "----P", "the ends of each"),
    ("Solve 2x > 4 and 3x < 15; 2x > 4 gives x < 5; 3x < 15 gives x > 2", "---", "trap: crossed"),
    ("Solve 2x > 4 and 3x < 15; 2x > 4 gives x > 2; 3x < 15 gives x < 5", "-PP", "each its own"),
    ("Solve 3x > 9 or 2x < 2; 3x > 9 so x < 1; 2x < 2 so x > 3", "---", "trap: crossed cases"),
    ("Solve 3x > 9 or 2x < 2; 3x > 9 so x > 3; 2x < 2 so x < 1", "-PP", "each its own"),
    ("Solve 3x > 9 or 2x < 2; x > 3; x < 1; no solution", "-PPR", "trap: not one more case"),
    (BETWEEN + "-3 < 2x + 1 < 7 <=> x < 3", "--", "trap: one half is not all of it"),
    (BETWEEN + "The inequality is equivalent to x < 3", "--", "trap: in words"),
    (BETWEEN + "x < 3 is the solution", "--", "trap: called the solution"),
    ("0 < 2x < 10; 2x = 6; x = 3", "--P", "a range says where an equation is asked"),
    ("Solve 2(x-1)(x+3) > 0; x = 1; x = -3", "---", "a number in front hides no factor"),
    ("Solve x(x-1) - 6 > 0; x = 1", "-R", "trap: a product within a sum"),
    (
        BETWEEN + "-3 < 2x + 1; -4 < 2x; -2 < x; 2x + 1 < 7; 2x < 6; x < 3; -2 < x < 3",
        "-PPPPPPP",
        "one half after the other",
    ),
    (
        BETWEEN + "Left: -3 < 2x + 1, so x > -2; Right: 2x + 1 < 7, so x < 3; -2 < x < 3",
        "-PPP",
        "each half on a line",
    ),
    (BETWEEN + "2x + 1 < 7; x < 4", "-P-", "trap: a slip in one half, which follows nevertheless"),
    (BETWEEN + "2x + 1 < 7; x < 2", "-PR", "trap: a slip that loses solutions"),
    (COMPOUND + "2x > 8; x > 4; x < 9; 4 < x < 9", "-PPPP", "both inequalities, one by one"),
    (COMPOUND + "x > 4 and x < 9", "-P", "both at once"),
    (COMPOUND + "x > 4 or x < 9", "--", "trap: another word"),
    (EITHER + "2x > 8 or x < 1; x > 4 or x < 1", "-PP", "one of two"),
    (EITHER + "x > 4", "-R", "trap: the other one is left out"),
    ("-3 < 2x + 1 < 7; -4 < 2x < 6; -2 < x < 3", "-PP", "given without a question"),
    ("-3 < 2x + 1 < 7; -4 < 2x < 6; -2 < x < 2", "-PR", "trap: a slip after it"),
    ("7 > 2x + 1 > -3; 3 > x > -2", "-P", "from the upper end"),
    ("a < 2x + 1 < 7; x < 3", "--", "trap: an end that is a letter"),
]

BY_PARTS = "Integrate x cos(x); "
SUBSTITUTED = "Integrate 2x cos(x^2); u = x^2, du = 2x dx; "
EXTREMA = "Find the local maximum and minimum of x^3 - 3x; "
PRINCIPLES = "Find the derivative of x^2 from first principles; "

UNNAMED = [
    (EXTREMA + "f'(x) = 3x^2 - 3; f(-1) = 2, f(1) = -2", "-PP", "f is what is asked about"),
    (EXTREMA + "f'(x) = 3x^2 - 3; f(-1) = 3", "-P-", "trap: a slip, or another function"),
    (
        PRINCIPLES + "f(x+h) = x^2 + 2xh + h^2; (f(x+h) - f(x))/h = 2x + h",
        "-PP",
        "f has no name in the question",
    ),
    (PRINCIPLES + "f(x+h) = x^2 + h^2", "--", "trap: a slip, or another function"),
    (EXTREMA + "f(x) = 2x; f(-1) = -2", "--P", "the text's own f"),
]

PARTS = [
    (
        BY_PARTS + "u = x, dv = cos(x) dx; du = dx, v = sin(x); x sin(x) - ∫ sin(x) dx",
        "--PP",
        "what has the derivative that is said",
    ),
    (BY_PARTS + "u = x; v' = cos(x); v = sin(x)", "---P", "with a prime"),
    (BY_PARTS + "dv = cos(x) dx; v = -sin(x)", "--R", "trap: a slip in the sign"),
    (BY_PARTS + "dv = cos(x) dx; v = 2", "---", "trap: no function of x"),
    (SUBSTITUTED + "∫ cos(u) du; sin(u) + C; sin(x^2) + C", "-PPPP", "in the letter put in"),
    (SUBSTITUTED + "∫ sin(u) du", "-PR", "trap: another integrand"),
    (SUBSTITUTED + "∫ cos(u) du; cos(u) + C", "-PPR", "trap: another antiderivative"),
    ("A ball has dv/dt = 5; v = 7t", "--", "trap: no integral is asked for"),
]

FORMULAS = [
    ("Find the distance between (1, 2) and (4, 6); d^2 = 3^2 + 4^2 = 25", "-P", "its square"),
    (LEGS + "c^2 = 6^2 + 9^2 = 117; c = 10", "---", "trap: not the square that is asked for"),
    (LEGS + "c^2 = 6^2 + 8^2 = 36 + 64 = 100", "-P", "what c is from here on"),
    (LEGS + "c^2 = 6^2 + 8^2 = 110", "-R", "trap: a wrong sum"),
    ("Let c = 5.; c^2 = 3^2 + 5^2 = 34", "-R", "trap: c is known"),
    (DOUBLE + "x = -b/(2a) = 6/2 = 3", "-P", "a, b, c are the equation's"),
    (DOUBLE + "x = -b/(4a) = 6/2 = 3", "--", "trap: it comes to 3/2"),
    (DOUBLE + "x = -b/(4a) = 6/2", "--", "trap: the same, not worked out"),
    (DOUBLE + "x = -b/(4a) = 6/4 = 3/2", "-R", "trap: right values put in, no solution"),
    (DOUBLE + "x = -b/(2a) = 8/2 = 4", "-R", "trap: no solution"),
    (TWO + "x = (-b ± sqrt(b^2-4ac))/(2a) = (5 ± 1)/2", "-P", "with both signs"),
    (TWO + "x = (-b ± sqrt(b^2-4ac))/(4a) = (5 ± 1)/2", "--", "trap: it comes to half of it"),
    (TWO + "x = (-b - sqrt(b^2 - 4ac))/(2a) = (5-1)/2 = 2; x = 3", "-PP", "one sign a line"),
    (TWO + "x = (b - sqrt(b^2 - 4ac))/(2a) = (5-1)/2 = 2; x = 3", "--P", "trap: b is -5"),
    (TWO + "D = b^2 - 4ac = 25 - 24 = 1", "-P", "each term worked out"),
    (TWO + "D = b^2 + 4ac = 25 - 24 = 1", "--", "trap: another sign"),
    (TWO + "D = b^2 - 2ac = 25 - 24 = 1", "--", "trap: another factor"),
    ("Solve x^2 + 4x + 3 = 0; x = -p/2 ± sqrt(p^2/4 - q) = -2 ± 1", "-P", "p and q"),
    ("Solve x^2 + 4x + 3 = 0; x = p/2 ± sqrt(p^2/4 - q) = -2 ± 1", "--", "trap: p is 4"),
    (DISCRIMINANT + "D = b^2 - 4ac = 16 - 8 = 8", "-P", "of the question's polynomial"),
    (DISCRIMINANT + "D = b^2 - 2ac = 12 - 4 = 8", "--", "trap: another formula"),
    (VERTEX + "h = -b/(2a) = 8/4 = 2", "-P", "of the question's function"),
    (VERTEX + "h = b/(2a) = 8/4 = 2", "--", "trap: without its sign"),
    (TRIANGLE + "A = bh/2 = 6*8/2 = 24", "-P", "the formula with values for its letters"),
    (TRIANGLE + "A = bh/3 = 6*8/2 = 24", "--", "trap: divided by another number"),
    (RECTANGLE + "P = 2l + 2w = 6 + 10 = 16", "-P", "each term worked out"),
    (RECTANGLE + "P = 2(l + w) = 2·8 = 16", "-P", "the sum worked out"),
    (RECTANGLE + "P = 3(l + w) = 2·8 = 16", "--", "trap: another factor"),
    (TRAIN + "v = s/t = 120/2 = 60", "-P", "a quotient"),
    (TRAIN + "v = s*t = 120/2 = 60", "--", "trap: a product"),
    (TRAIN + "speed = distance/time = 120/2 = 60", "-P", "in words"),
    ("A = pi r^2 = pi*9 = 9pi", "P", "a square for the square of a letter"),
    ("A = 2 pi r = pi*3^2 = 9pi", "-", "trap: another formula"),
    ("A = pi r^2 = 3.14*9 = 28.26", "-", "trap: pi is rounded"),
    ("c = sqrt(a^2+b^2) = sqrt(9+16) = 5", "P", "within a root"),
    ("c = sqrt(a^2-b^2) = sqrt(9+16) = 5", "-", "trap: a difference"),
    ("a_n = a_1 + (n-1)d = 3 + 9*4 = 39", "P", "n - 1 worked out"),
    ("Let r = 3; A = pi r^2 = pi*3^2 = 9pi", "-P", "what the text says"),
    ("Let r = 3; A = pi r^2 = pi*4^2 = 16pi", "-R", "trap: not what the text says"),
    (TWO + "x = (5+1)/2 = 7/2 = 3 or x = (5-1)/2 = 2", "-R", "trap: a sign within an or"),
    (TWO + "x = (5+1)/2 = 6/2 = 3 or x = (5-1)/2 = 2", "-P", "each sign holds"),
]

HELD = [
    ("Compute 2*3+4; 2*3 + 4 = 6 + 4 = 10", VERIFIED, "each sign holds"),
    ("Compute 2*3+4; 2*3 + 4 = 7 + 4 = 10", UNCHECKED, "trap: the sign before the last"),
    ("Compute 2*3+4; = 7 + 4 = 10", UNCHECKED, "trap: going on from the question"),
    ("Compute 2*3+4; Answer: 2*3 + 4 = 7 + 4 = 10", UNCHECKED, "trap: announced"),
    ("Compute 2*3+4; 2*3 + 4 = 7 + 4 = \\boxed{10}", UNCHECKED, "trap: in a box"),
    ("Compute 2*3+4; 2*3 + 4 = 7 + 4 = 10; Answer: 10", VERIFIED, "said again on its own"),
    ("Expand (x+1)^2; (x+1)^2 = x^2 + 1 = x^2 + 2x + 1", UNCHECKED, "trap: two slips"),
    ("Differentiate x^3; d/dx(x^3) = 3x = 3x^2", UNCHECKED, "trap: a derivative"),
    ("Integrate 2x; ∫ 2x dx = x + C = x^2 + C", UNCHECKED, "trap: an integral"),
    ("What is 15% of 80?; 15/100 * 80 = 1.5*80 = 12", UNCHECKED, "trap: a percentage"),
    ("Solve 2x = 6; x = 6/3 = 3", UNCHECKED, "trap: a quotient that is not its value"),
    ("Solve 2x = 6; x = 6/2 = 4 = 3", UNCHECKED, "trap: of more signs"),
    ("Solve 2x = 6; x = 6/3 = 3; x = 3", VERIFIED, "said again rightly"),
    ("Solve 2x = 6; x = 3; x = 6/3 = 3", UNCHECKED, "trap: said again wrongly"),
    ("Solve x + y = 5 and x - y = 1; x = 6/3 = 3; y = 2", UNCHECKED, "trap: one of two"),
    ("Solve x + y = 5 and x - y = 1; x = 6/2 = 3; y = 2", VERIFIED, "both"),
    (TWO + "x = (5+1)/2 = 7/2 = 3, x = (5-1)/2 = 2", UNCHECKED, "trap: one of a list"),
    (TWO + "x = (5+1)/2 = 6/2 = 3, x = (5-1)/2 = 2", VERIFIED, "values of longer chains"),
    (TWO + "x = (5+1)/2 = 6/2 = 3 or x = (5-1)/2 = 4/2 = 2", VERIFIED, "the same with or"),
    (TWO + "x = (5+1)/2 = 6/2 = 3 or x = (5-1)/2 = 4/2 = 1", REFUTED, "trap: the last sign"),
    (DOUBLE + "x = -b/(4a) = 6/2 = 3", UNCHECKED, "trap: another formula"),
    (DOUBLE + "x = -b/(2a) = 6/2 = 3", VERIFIED, "the vertex's formula"),
    (TRIANGLE + "A = bh/3 = 6*8/2 = 24", UNCHECKED, "trap: another formula of an area"),
    (TRIANGLE + "A = bh/2 = 6*8/2 = 24", VERIFIED, "the formula of the area"),
]

OUTSIDE = "Solve |x-1| > 4; "
WITHIN = "Solve 2 < x + 1 < 5; "
TOUCHES = "Solve (x-2)^2*(x-5) < 0; "
JOINED = [
    (OUTSIDE + "x > 5; or; x < -3", VERIFIED, "cases on three lines"),
    (OUTSIDE + "x > 5; and; x < -3", REFUTED, "trap: no number is in both"),
    (OUTSIDE + "x > 5 and; x < -3", REFUTED, "trap: the word ends a line"),
    (OUTSIDE + "x > 5; and x < -3", REFUTED, "trap: the word begins a line"),
    (OUTSIDE + "x > 5; ; **and**; ; x < -3", REFUTED, "trap: blank lines, stars"),
    (OUTSIDE + "$x > 5$; $\\text{and}$; $x < -3$", REFUTED, "trap: in LaTeX"),
    (OUTSIDE + "x > 5 and also x < -3", REFUTED, "trap: two words on one line"),
    (OUTSIDE + "x > 5, and x < -3", REFUTED, "trap: after a comma"),
    (OUTSIDE + "x > 5 as well as x < -3", UNCHECKED, "trap: both, or one more"),
    (OUTSIDE + "x > 5 but x < -3", UNCHECKED, "trap: the same"),
    (OUTSIDE + "x > 5; x < -3", VERIFIED, "one a line, without a word"),
    (OUTSIDE + "Case 1: x > 5 and; Case 2: x < -3", VERIFIED, "the word joins the cases"),
    (OUTSIDE + "x - 1 > 4; or; x - 1 < -4; x > 5 or x < -3", VERIFIED, "on the way"),
    (WITHIN + "x > 1; and; x < 4", VERIFIED, "both ends"),
    (WITHIN + "x > 1 and; x < 4", VERIFIED, "the word ends a line"),
    (WITHIN + "x > 1; or; x < 4", REFUTED, "trap: every number is in one of them"),
    (WITHIN + "x > 1 or; x < 4", REFUTED, "trap: the word ends a line"),
    ("Solve x^2 = 9; x = 3; and; x = -3", VERIFIED, "values are a list"),
    ("Solve (x-2)^2*(x-5) >= 0; x >= 5; or; x = 2", VERIFIED, "a range and a value"),
    ("Solve (x-2)^2*(x-5) >= 0; x >= 5; and; x = 2", REFUTED, "trap: no number is both"),
    ("Solve (x-2)^2*(x-5) >= 0; x >= 5", REFUTED, "trap: x = 2 is lost"),
    (TOUCHES + "x < 5", REFUTED, "trap: x = 2 is let in"),
    (TOUCHES + "x < 5 and x != 2", VERIFIED, "left out"),
    (TOUCHES + "x < 5, x != 2", VERIFIED, "left out after a comma"),
    (TOUCHES + "x < 5; and; x != 2", VERIFIED, "left out on a line of its own"),
    (TOUCHES + "x < 5 and x != 3", REFUTED, "trap: another one is left out"),
]
JOINED_LINES = [
    (OUTSIDE + "x > 5; or; x < -3", "-P-P", "each holds some of them"),
    (OUTSIDE + "x > 5; and; x < -3", "-R-R", "trap: neither holds all"),
    (WITHIN + "x > 1; and; x < 4", "-P-P", "one half, then both together"),
    (TOUCHES + "x < 5 and x != 2", "-P", "one condition"),
    (TOUCHES + "x < 5, x != 2", "-P", "the same"),
    ("Solve (x-2)^2*(x-5) >= 0; x >= 5", "-R", "trap: x = 2 is lost"),
    ("Solve (x^2+1)*(x-5) >= 0; x >= 5", "-P", "no zero is lost"),
]

CIRCLE = "Solve x^2 + y^2 = 25 and y = x + 1; "
POINTS = [
    (CIRCLE + "(3, 4) and (-4, -3); So (3, 4)", REFUTED, "trap: one of two is kept"),
    (CIRCLE + "x = 3: y = 4; x = -4: y = -3; So (3, 4)", REFUTED, "trap: named otherwise"),
    (CIRCLE + "(3, 4); (-4, -3); So (3, 4) and (-4, -3)", VERIFIED, "both once more"),
    (CIRCLE + "(-4, -3); So (3, 4)", VERIFIED, "the other one is new"),
]
EXPONENTIAL = "Solve e^(2x) - e^x - 2 = 0; e^x = 2 or e^x = -1; "
WAVE = "Solve sin(x)^2 - 3 sin x + 2 = 0 for 0 <= x < 2pi; sin x = 1 or sin x = 2; "
ABOVE = "Solve x^2 - 5x + 6 > 0; "
QUOTIENT = "Solve (x-1)/(x+2) < 0; "
SET_ASIDE = [
    (EXPONENTIAL + "e^x = -1 has no solution; x = ln 2", "-P-P", "a case without a solution"),
    (EXPONENTIAL + "x = ln 2; e^x = -1, which has no real solution", "-PP-", "said last"),
    (WAVE + "sin x = 2 has no solution; x = pi/2", "-P-P", "no sine"),
    (WAVE + "sin x = 2: no solution; x = pi/2", "-P-P", "after a colon"),
    (ABOVE + "x = 2 or x = 3; x < 2 or x > 3", "--P", "where both sides are equal"),
    (ABOVE + "x = 2 or x = 4; x < 2 or x > 3", "-RP", "trap: one of them is none"),
    (QUOTIENT + "x = 1, x = -2; -2 < x < 1", "--P", "where the divisor is 0, too"),
    (QUOTIENT + "x = -2; -2 < x < 1", "--P", "one end, where a factor is 0"),
    (QUOTIENT + "x = 1, x = 2; -2 < x < 1", "-RP", "trap: the divisor is not 0 there"),
]
EMPTY_CASES = [
    (EXPONENTIAL + "e^x = -1 has no solution; x = ln 2", VERIFIED, "the case that is left"),
    (EXPONENTIAL + "x = ln 2; e^x = -1 has no solution", VERIFIED, "the same, said last"),
    (WAVE + "x = pi/2; sin x = 2 has no solution", VERIFIED, "of a sine"),
    ("Solve x^2 + 1 = 0; x^2 = -1 has no solution", VERIFIED, "all that there is"),
    ("Solve x^2 - 1 = 0; x^2 = 1 has no solution", UNCHECKED, "trap: it has"),
    ("Solve e^(2x) - 3e^x + 2 = 0; e^x = 2 has no solution; x = 0", REFUTED, "trap: it has"),
    ("Solve x^2 = 4; x = 2; x = -2 has no solution", UNCHECKED, "trap: a value is one"),
    (ABOVE + "x = 2 or x = 3", UNCHECKED, "trap: where both sides are equal"),
    (ABOVE + "x = 2", UNCHECKED, "trap: one of those"),
]
KILOMETRES = "How long is each part of 1000 m in 8 parts?; "
FASTER = "A runner runs 1000 m in 8 min. How fast?; "
UNITS = [
    (KILOMETRES + "1000/8 = 125 m", "-P", "the question's unit"),
    (KILOMETRES + "1000/8 = 125 km", "--", "trap: its number is the ratio of the units"),
    ("How far apart are 1000 signs on 8000 m?; 8000/1000 = 8 km", "--", "trap: 1000 signs"),
    ("How far apart are 1000 signs on 8000 m?; 8000/1000 = 8 m", "-P", "metres"),
    ("How long does each of 60 work of 240 minutes?; 240/60 = 4 h", "--", "trap: 60 people"),
    ("How many km are 3000 m?; 3000/1000 = 3 km", "-P", "converted by a number of its own"),
    (FASTER + "1000/8 = 125 m/min", "-P", "the question's units"),
    (FASTER + "1000/8 = 125 km/min", "--", "trap: one of two units"),
    ("A car drives 90 km in 1 h. How fast?; 90*1000/3600 = 25 m/s", "-P", "both are converted"),
    ("A car drives 90 km in 1 h. How fast?; 90/3.6 = 25 m/s", "-P", "at once"),
    ("A car drives 180 km in 2 h. How fast?; 180/2 = 90 m/s", "--", "trap: not converted"),
]

TANGENT = "Find the tangent to y = x^2 at x = 3; "
LINE = "Find the equation of the line through (1, 2) and (3, 8); "
PARALLEL = "Find the equation of the line parallel to y = 3x + 2 through (1, 2); "
OF_LINES = [
    (TANGENT + "y = 6x - 9 is the tangent", VERIFIED, "what is asked for"),
    (TANGENT + "Hence the tangent line at x = 3 is y = 6x - 9", VERIFIED, "at its place"),
    (TANGENT + "y = 6x - 9 touches the curve", VERIFIED, "as a tangent does"),
    (TANGENT + "y = 6x - 9 is the normal", UNCHECKED, "trap: another line"),
    (TANGENT + "y = 6x - 9 is not the tangent", UNCHECKED, "trap: denied"),
    (TANGENT + "y = 6x - 9 is wrong", UNCHECKED, "trap: taken back"),
    (TANGENT + "y = 6x - 9 would be the tangent", UNCHECKED, "trap: supposed"),
    (TANGENT + "y = 6x - 9 is the tangent at x = 2", UNCHECKED, "trap: another place"),
    (TANGENT + "y = 6x - 9 for x > 0", UNCHECKED, "trap: a part of it"),
    (TANGENT + "y = 6x - 9 crosses the curve", UNCHECKED, "trap: a secant does"),
    (TANGENT + "y = 6x - 9 is steeper", UNCHECKED, "trap: it is compared"),
    (LINE + "The slope is 3. So the equation of the line is y = 3x - 1.", VERIFIED, "in words"),
    (LINE + "y = 3x - 1 passes through both points", VERIFIED, "as it must"),
    (LINE + "y = 3x - 1 goes through neither", UNCHECKED, "trap: denied"),
    (LINE + "y = 3x - 1 is perpendicular", UNCHECKED, "trap: another line"),
    (LINE + "The line is parallel to y = 3x - 1", UNCHECKED, "trap: the same, before it"),
    (LINE + "The old equation was y = 3x - 1", UNCHECKED, "trap: it is no more"),
    (PARALLEL + "y = 3x - 1 is parallel", VERIFIED, "the question says so"),
    (PARALLEL + "y = 3x - 1 is perpendicular", UNCHECKED, "trap: it does not say so"),
]
CHECKS = [
    (LINE + "y = 3x - 1; Check: 3*3 - 1 = 8", VERIFIED, "a check after the answer"),
    (LINE + "y = 3x - 1; Check: 3*3 - 1 = 9", UNCHECKED, "trap: the check is wrong"),
    (LINE + "y = 3x - 2; Check: 3*3 - 1 = 8", REFUTED, "trap: the line is wrong"),
    (LINE + "Check: 3*3 - 1 = 8", UNCHECKED, "trap: no answer before it"),
    ("Compute 2*3 + 4; 2*3 + 4 = 10; Check: 10 - 4 = 6", VERIFIED, "a number is asked for"),
    ("Compute 2*3 + 4; 2*3 + 4 = 10; 10 - 4 = 6", UNCHECKED, "trap: it is no check"),
]
FOURS = "Solve 4x + 8 = 20; "
FIFTHS = "Solve x/5 + 1 = 3; "
NAMED = [
    (FOURS + "Divide by 4: x + 2 = 5", "-P", "without naming the sides"),
    (FOURS + "Divide by 4: x + 8 = 5", "-R", "trap: one term only"),
    (FOURS + "4x = 12; Divide by 4: x = 3", "-PP", "what is left"),
    (FOURS + "4x = 12; Divide by 3: x = 3", "-P-", "trap: by another number"),
    (FIFTHS + "Multiply everything by 5: x + 5 = 15", "-P", "each term"),
    (FIFTHS + "Multiply everything by 4: x + 5 = 15", "--", "trap: by another number"),
    (FIFTHS + "Multiply each term by 5: x + 1 = 15", "-R", "trap: a term is left out"),
    (FIFTHS + "Multiply by 4: x + 5 = 15", "--", "trap: without naming the sides"),
]


def _signs(text: str) -> str:
    lines = text.split("; ")
    found = {row.line: SIGNS[row.step.claim.verdict] for row in check("\n".join(lines)).lines}
    return "".join(found.get(line, "-") for line in range(1, len(lines) + 1))


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    HALVES + UNNAMED + PARTS + FORMULAS + JOINED_LINES + SET_ASIDE + UNITS + NAMED,
)
def test_each_line_gets_its_verdict(text: str, expected: str, why: str) -> None:
    assert _signs(text) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"), HELD + JOINED + POINTS + EMPTY_CASES + OF_LINES
)
def test_the_answer_gets_its_verdict(text: str, expected: AnswerVerdict, why: str) -> None:
    assert check("\n".join(text.split("; "))).answer_verdict == expected, why


@pytest.mark.parametrize("word", ["or", "and"])
def test_many_ranges_are_joined_in_bounded_time(word: str) -> None:
    """180 of them came to a RecursionError; more than a few are one condition no longer."""
    report = check("\n".join(f"x > 3\n{word}" for _ in range(60)), question="Solve |x| > 3")
    assert len(report.lines) == 120


def test_cases_that_are_still_to_be_solved_are_gathered() -> None:
    """``2x - 1 >= 5``, ``or``, ``2x - 1 <= -5``: the first was refuted as if alone."""
    lines = ["2x - 1 >= 5", "or", "2x - 1 <= -5", "x >= 3 or x <= -2"]
    report = check("\n".join(lines), question="Solve |2x - 1| >= 5")
    assert Verdict.REFUTED not in [line.step.claim.verdict for line in report.lines]
