"""Questions as pupils type them to a tutor, and what must stay unread beside them."""

from __future__ import annotations

import time

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Problem, Unread, read_question
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

READ = [
    ("solve 2x-3>5 and x+1<10", "4 < x < 9", "both must hold"),
    ("solve the compound inequality 2x - 3 > 5 or x + 1 < 2", "x < 1 or x > 4", "one of them"),
    ("solve the inequalities x - 2 < 3, 2x >= 4", "2 <= x < 5", "a comma says and"),
    ("find all x such that x^2 < 9 and x > 0", "0 < x < 3", "of a higher degree"),
    ("solve x + 1 > 5 and x - 2 < 1", "no real solutions", "nothing satisfies both"),
    ("solve 2x > 4 or x < 5", "all real numbers", "each number satisfies one"),
    ("solve x^2 > 4 and x < 5", "x < -2 or 2 < x < 5", "one of them has two ranges"),
    ("find the values of k for which x^2+(k+1)x+4=0 has real roots",
     "k <= -5 or k >= 3", "the discriminant, no equation for k"),
    ("For which k has x^2 + kx + 9 = 0 no real roots", "-6 < k < 6", "the verb before"),
    ("For which k has x^2 + kx + 9 = 0 equal roots", "k = -6 or k = 6", "the verb before"),
    ("for which values of p has the equation x^2+px+p=0 got no real roots?",
     "0 < p < 4", "got"),
    ("x^2+kx+9=0 has real roots. find the range of values of k",
     "k <= -6 or k >= 6", "the equation first"),
    ("Find the points on y = x^3 - 3x where the gradient is 9", "(-2, -2), (2, 2)", "points"),
    ("find the coordinates of the points on the curve y = x^2 where the gradient is 4",
     "(2, 4)", "points"),
    ("at what point on y=x^2-3x+1 is the tangent parallel to y = x?", "(2, -1)", "parallel"),
    ("find the point on y = x^2 where the tangent is parallel to 2x - y = 5", "(1, 1)", "parallel"),
    ("find the x-coordinates of the points on y = x^3-3x where the gradient is 9",
     "x = -2 or x = 2", "x-coordinates only"),
    ("for what x is the gradient of y=x^3-3x equal to 9", "x = -2 or x = 2", "values of x"),
    ("find the stationary points of y=x^3-3x", "(-1, 2), (1, -2)", "points"),
    ("find the critical points of y = x^3-3x", "x = -1 or x = 1", "values of x"),
    ("find the stationary points of y = x^3-6x^2+9x+1 and say what they are",
     "maximum at (1, 5), minimum at (3, 1)", "their nature"),
    ("Write 0.00052 in standard form to 1 significant figure", "5*10^(-4)", "figures"),
    ("write 4567 in standard form to 2 significant figures", "4.6*10^3", "figures"),
    ("Write 5200 in standard form to 3 significant figures", "5.20*10^3", "a figure that is 0"),
    ("Write 9.96 in standard form to 2 significant figures", "1.0*10^(1)", "9.96 is 10.0"),
    ("work out (3x10^5)*(2x10^-2) giving your answer in standard form", "6*10^3", "a product"),
    ("Work out (8 × 10^5) ÷ (2 × 10^-3). Give your answer in standard form.",
     "4*10^8", "a quotient"),
    ("work out (6x10^7)/(7x10^3) in standard form to 3 sf", "8.57*10^3", "rounded"),
    ("work out 3x10^4 + 2x10^3, answer in standard form", "3.2*10^4", "a sum"),
    ("express 0.000708 in the form a x 10^n", "7.08*10^(-4)", "the form in letters"),
    ("solve sin x = 0.5 0<x<360", "x = 30 degrees or x = 150 degrees", "a range without a word"),
    ("solve cos x = -1/2 0 <= x < 2pi", "x = 2pi/3 or x = 4pi/3", "radians"),
    ("solve 2sin x = 1 for 0<x<360", "x = 30 degrees or x = 150 degrees", "no degree sign"),
    ("solve sin(x+30°) = 0.5 for 0<x<360", "x = 120 degrees", "one sign is enough"),
    ("what is the the derivative of of x^2", "2x", "words typed twice"),
    ("ln(e^3) + ln(1/e)", "2", "the logarithm of a quotient"),
    ("simplify ln(e^2) - ln(e)", "1", "a value"),
    ("evaluate ln(sqrt(e))", "1/2", "the logarithm of a root"),
    ("simplify tan x cos x", "sin(x)", "tan x has no value either where cos x is 0"),
    ("simplify sin x/tan x", "cos(x)", "the same"),
    ("simplify (3x²y)³", "27x^6y^3", "a power of a product"),
    ("Find two consecutive odd numbers whose product is 143",
     "x = -13, y = -11 or x = 11, y = 13", "both signs"),
    ("the product of two consecutive integers is 56. find them",
     "x = -8, y = -7 or x = 7, y = 8", "both signs"),
    ("The sum of the squares of two consecutive even numbers is 100. Find the numbers.",
     "x = -8, y = -6 or x = 6, y = 8", "squares"),
    ("Find two consecutive positive integers whose product is 132", "11, 12", "one sign"),
    ("How many 4-digit PINs have no repeated digit?", "5040", "a PIN may begin with 0"),
    ("How many 4 digit pin codes are possible?", "10000", "digits may be repeated"),
    ("how many 4 digit numbers are there", "9000", "no number begins with 0"),
    ("how many 3-letter passwords can be made from the 26 letters if letters cant repeat?",
     "15600", "letters"),
    ("How many number plates with 3 letters followed by 3 digits are possible?",
     "17576000", "letters, then digits"),
    ("how many license plates can be made with 3 letters followed by 3 digits if no letter or "
     "digit is repeated", "11232000", "without repetition"),
    ("how many number plates of 3 letters followed by 3 digits are there if no digit is repeated",
     "12654720", "only digits differ"),
    ("how many number plates are possible with 2 letters followed by 2 digits followed by 3 "
     "letters", "1188137600", "three groups"),
    ("Concrete is mixed from cement, sand and gravel in the ratio 1:2:3. How much sand is needed "
     "for 30 m^3 of concrete?", "10 m^3", "a part of the whole"),
    ("cement, sand and gravel are mixed in the ratio 1:2:3. how much gravel is in 60 kg of the "
     "mix?", "30 kg", "a part of the whole"),
    ("a value of 56 is 140% of what?", "40", "a value of"),
    ("find k such that det [[k,2],[3,k]] = 0 and k > 0", "k = sqrt(6)", "a condition"),
    ("find k such that det [[k,2],[3,k]] = 0", "k = -sqrt(6) or k = sqrt(6)", "a determinant"),
    ("find d2y/dx2 of y=x^4-3x^2", "12x^2 - 6", "its notation"),
    ("probability of at least one six in two rolls", "11/36", "what is left of 1"),
    ("find the gradient of the normal to y=x^2 at x=3", "(a) 6; (b) -1/6", "the slope first"),
    ("find the x values where y=x^3-3x has a gradient of zero", "x = -1 or x = 1", "x values"),
    ("find the max point of y=5+4x-x^2", "(2, 9)", "max"),
    ("vectors a=3i+2j b=i-4j find a+2b", "(5, -6)", "no comma"),
    ("u1=3, u_{n+1}=2u_n-1. find u4", "17", "indices beside the letter"),
    ("find angle A if a=7 b=8 c=9", "48.2 degrees", "a triangle by its letters"),
    ("find the vector AB if A(1,2,3) and B(4,6,3)", "(3, 4, 0)", "from A to B"),
    ("point A is (1,2) and B is (5,10). find the perpendicular bisector of AB",
     "y = -x/2 + 15/2", "points told first"),
    ("the sum of the first n terms is n^2+3n find the 5th term", "12", "a difference of sums"),
    ("how many terms of 3+7+11+... are needed for the sum to be 210", "n = 10", "a sum told"),
    ("An open box is made from a 12 by 12 cm sheet by cutting squares from the corners. find the "
     "maximum volume", "128 cm^3", "both sides"),
    ("an open box is made from a square piece of card of side 18 cm by cutting equal squares from "
     "each corner and folding up the sides. What is the largest volume?", "432 cm^3", "a square"),
    ("the area of a rectangle is 36. what is the smallest perimeter?", "24", "the least"),
    ("find the square roots of 3+4i", "z = 2 + i or z = -2 - i", "a rational modulus"),
    ("find the square roots of 3-4i", "z = 2 - i or z = -2 + i", "other signs"),
    ("find the square roots of -5+12i", "z = 2 + 3i or z = -2 - 3i", "to the left"),
    ("find the square roots of 4+3i",
     "z = 3sqrt(2)/2 + sqrt(2)*i/2 or z = -3sqrt(2)/2 - sqrt(2)*i/2", "surds"),
    ("Find the oblique asymptote of (x^2+1)/(x-1)",
     "(a) quotient x + 1, remainder 2; (b) y = x + 1", "the quotient is the line"),
    ("find the slant asymptote of y=(2x^2-3x)/(x+1)",
     "(a) quotient 2x - 5, remainder 5; (b) y = 2x - 5", "below 0"),
    ("find all asymptotes of (x^2+1)/(x-1)",
     "(a) x = 1; (b) quotient x + 1, remainder 2; (c) y = x + 1", "vertical and oblique"),
    ("find the asymptotes of 1/(x-2)", "(a) x = 2; (b) y = 0", "vertical and horizontal"),
    ("find the asymptotes of 3/(x^2+1)", "y = 0", "none is vertical"),
    ("find the hole of (x^2-4)/(x-2)", "x = 2, y = 4", "what cancels"),
    ("find the coordinates of the hole of y = (x-1)/(x^2-1)", "x = 1, y = 1/2", "a fraction left"),
    ("find the maximum of sin x on [0, pi]", "1", "the crest lies inside"),
    ("Find the minimum of 3cos x on [0, pi]", "-3", "at an end"),
    ("find the maximum of 2 + 3sin x", "5", "of all numbers"),
    ("find the minimum value of 4 - 2cos(3x)", "2", "a negative factor"),
    ("find the max value of cos(2x) for 0 <= x <= pi", "1", "an inequality"),
    ("∫(1 to 3) 2x+1 dx", "10", "bounds in brackets"),
    ("use the trapezium rule with 4 strips to estimate ∫_0^2 x^2 dx", "11/4", "five heights"),
    ("probability of not rolling a six in 3 rolls", "125/216", "three rolls"),
    ("whats the z score of 75 if the mean is 60 and the sd is 5", "3", "a standard score"),
    ("two similar triangles have sides in ratio 2:3. the small one has area 12. find area of the "
     "big one", "27", "the square of the factor"),
    ("two similar cones have heights in the ratio 1:2. the big one has volume 40. find the volume "
     "of the small one", "5", "the cube of the factor"),
    ("are the vectors (2,-4) and (-1,2) parallel?", "True", "opposite directions"),
    ("are the vectors (2,-4) and (1,2) parallel?", "False", "another direction"),
    ("are (1,2) and (4,-2) perpendicular", "True", "the dot product"),
    ("two parallel lines are cut by a transversal. one angle is 65 degrees. find its co-interior "
     "angle", "115 degrees", "on one side"),
    ("two parallel lines are cut by a transversal. one angle is 65 degrees. find the "
     "corresponding angle", "65 degrees", "equal"),
    ("alternate angles between parallel lines are 3x+10 and 5x-30. find x", "20", "equal"),
    ("co-interior angles between parallel lines are 2x and 3x+30. find x", "30", "180 together"),
    ("solve x^2 = 9 0<x<5", "x = 3", "a range without a word"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "answer", "reason"), READ, ids=[row[0][:60] for row in READ])
def test_it_is_solved_and_every_claim_is_proved(text: str, answer: str, reason: str) -> None:
    solution = solve(text)
    assert isinstance(solution, Solution), solution
    assert (solution.answer.plain, solution.verdict) == (answer, AnswerVerdict.VERIFIED)
    for step in solution.steps:
        if step.kind not in (StepKind.SETUP, StepKind.TEXT):
            assert step.claim.verdict is Verdict.PROVED, step.claim


@pytest.mark.parametrize("text", [row[0] for row in READ], ids=[row[0][:60] for row in READ])
def test_what_is_shown_reads_back(text: str) -> None:
    problem = read_question(text)
    assert isinstance(problem, Problem)
    again = read_question(problem.read_as)
    assert isinstance(again, Problem), problem.read_as
    assert (again.kind, again.read_as) == (problem.kind, problem.read_as)


UNREAD = [
    ("find k such that det [[k,2],[3,k]] is not 0", "not"),
    ("find the gradient of the normal to y=x^2 at x=0", "it is vertical"),
    ("find the gradient of the tangent and normal to y=x^2 at x=3", "two things"),
    ("What is the probability of not rolling a six with two dice?", "a total, or each of them"),
    ("find the vector BA if A(1,2,3) and B(4,6,3)", "not yet"),
    ("the sum of the first n terms of a sequence is n^2+3n. find the nth term", "a formula"),
    ("how many terms of 3+7+11+... are needed for the sum to be 211", "no number of terms"),
    ("how many terms of 3+7+11+... are needed for the sum to exceed 210", "an inequality"),
    (
        "An open box is made from a 12 by 12 cm sheet by cutting squares of side 3 cm from the "
        "corners. find the maximum volume",
        "the height is told",
    ),
    (
        "An open box is made from a sheet of 12 cm by cutting squares from the corners. find the "
        "maximum volume",
        "its other side",
    ),
    ("the area of a rectangle is 36. what is the largest perimeter?", "there is none"),
    ("find the lower quartile of 3,5,7,8,9,11,13", "the smallest is another question"),
    ("find the smallest percentile of 3,5,7", "a word of statistics"),
    ("find the square roots of 1+i", "its modulus is a root"),
    ("find the oblique asymptote of (x+1)/(x-1)", "it has none"),
    ("find the hole of (x-2)/(x-2)^2", "an asymptote is left there"),
    ("find the hole of (x+1)/(x-2)", "nothing cancels"),
    ("find the maximum of sin x on [0, pi/4]", "no crest lies inside"),
    ("find the maximum of tan x", "it has none"),
    ("probability of not rolling a six in 3 rolls or a five", "another condition"),
    (
        "two similar triangles have sides in ratio 2:3. the small one has area 12. find volume of "
        "the big one",
        "another quantity",
    ),
    (
        "two similar triangles have sides in ratio 2:3. the small one has area 12. find area of "
        "the small one",
        "it is told",
    ),
    ("are the vectors (1,2,3) and (2,4,6) parallel?", "three coordinates"),
    ("are the vectors (2,-4) and (-1,2) not parallel?", "not"),
    ("use the trapezium rule with 4 strips to estimate ∫_0^2 sqrt(x) dx", "heights with roots"),
    ("Find two consecutive odd numbers whose product is 144", "there are none"),
    ("the product of two consecutive integers is 56. find the larger", "7 or -8 is the smaller"),
    ("find two consecutive integers whose product is not 56", "not"),
    ("how many 3-digit numbers can be made from the digits 1, 2, 3, 4", "with repeats or without"),
    ("how many passwords with 3 letters and 2 digits are possible", "in which places"),
    ("how many 3-letter words start with a vowel", "a condition"),
    ("how many number plates with 3 letters followed by 3 digits are not possible?", "not"),
    ("Mix concrete 1:2:3, how much sand for 30 m^3", "which part is sand"),
    (
        "Cement, sand and gravel are mixed in the ratio 1:2:3. How much sand is needed for 30 kg "
        "of water?",
        "water is none of the parts",
    ),
    ("a value of 56 is not 140% of what?", "not"),
    ("one angle is 65 degrees. find its co-interior angle", "no parallel lines"),
    ("find the values of k for which kx+4=0 has solutions", "all but one, no equation for k"),
    ("find the values of k for which kx=x+2 has a positive solution", "which k, not which sign"),
    ("for what values of k does kx^2+4x+1=0 have two distinct real roots", "k = 0 makes a line"),
    ("find the stationary points of y = x^3 and say what they are", "neither of the two"),
    ("find the points on y = x^2 where the tangent is perpendicular to y = x", "perpendicular"),
    ("find the points on y = x^2 where the tangent is not parallel to y = x", "not"),
    ("work out (6x10^7)/(7x10^3) in standard form", "the factor never ends"),
    ("solve sin(x + pi/3) = 0.5 for 0<x<360", "radians beside degrees"),
    ("solve sin x = 0.5 not 0<x<360", "not"),
    ("Write 0.00052 in standard form and to 1 significant figure", "one number in both"),
    ("find the sum of the points on y=x^3-3x where the gradient is 9", "a sum"),
]


@pytest.mark.parametrize(("text", "reason"), UNREAD, ids=[row[0][:60] for row in UNREAD])
def test_it_stays_unread(text: str, reason: str) -> None:
    assert isinstance(read_question(text), Unread)


@pytest.mark.parametrize("text", ["a=3i " * 390, "write " + "8" * 900 + " in standard form"])
def test_a_long_text_is_read_or_left_at_once(text: str) -> None:
    start = time.process_time()
    read_question(text)
    assert time.process_time() - start < 5


LEADS = [
    ("find k if x^2+kx+16=0 has equal roots",
     "Equal roots: the discriminant b^2 - 4ac is 0: k^2 - 4*1*16 = 0"),
    ("For which k has x^2 + kx + 9 = 0 no real roots",
     "No real roots: the discriminant b^2 - 4ac is below 0: k^2 - 4*1*9 < 0"),
    ("x^2+kx+9=0 has real roots. find the range of values of k",
     "Real roots: the discriminant b^2 - 4ac is not below 0: k^2 - 4*1*9 >= 0"),
    ("for what value of k is the line y = 2x+k tangent to y = x^2",
     "The line meets the curve once: the discriminant b^2 - 4ac is 0: (-2)^2 - 4*1(-k) = 0"),
    ("For what k is [[k, 2], [6, 3]] singular?",
     "A matrix has no inverse where its determinant is 0: k*3 - 2*6 = 0"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first"), LEADS)
def test_the_first_line_says_where_the_equation_comes_from(text: str, first: str) -> None:
    solution = solve(text)
    assert isinstance(solution, Solution)
    step = solution.steps[0]
    assert (step.kind, step.claim.text) == (StepKind.SETUP, first)
    assert step.claim.verdict is Verdict.UNCHECKED


@pytest.mark.parametrize("text", ["Solve k^2 - 64 = 0 for k", "find the roots of k^2 - 4*1*16 = 0"])
def test_an_equation_that_is_asked_has_no_such_line(text: str) -> None:
    solution = solve(text)
    assert isinstance(solution, Solution)
    assert solution.steps[0].kind is not StepKind.SETUP
