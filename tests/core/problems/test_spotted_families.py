"""More intents of questions about formulas, with false friends that look alike."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Problem, Unread, read_question
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict

READ = [
    ("3|x - 2| + 1 = 13 ... find all x", "x = -2 or x = 6", "dots behind an equation"),
    ("x² - 7x + 12 = 0 ... there should be two answers", "x = 3 or x = 4", "a count that is right"),
    ("can someone solve (x-3)^2=2x-3 for me, teacher says there's two answers",
     "x = 2 or x = 6", "a count by hearsay"),
    ("The equation |x − 3| = 2x has just one solution. What is it?", "x = 1", "one solution"),
    ("The cubic x³ − 6x² + 11x − 6 = 0 has three whole-number solutions. Find them.",
     "x = 1 or x = 2 or x = 3", "whole numbers"),
    ("For which values of x is |3x + 1| equal to 7?", "x = -8/3 or x = 2", "a value"),
    ("For what real number x is 2x^3 equal to 54?", "x = 3", "a value of a power"),
    ("Given that x = -1 is a root of x³ + 2x² − 5x − 6 = 0, find all three roots.",
     "x = -3 or x = -1 or x = 2", "a root is told"),
    ("Where do the line y = 2x - 1 and the parabola y = x^2 - 4 intersect?",
     "x = -1, y = -3 or x = 3, y = 5", "two curves"),
    ("Find the points where the circle x² + y² = 13 meets the line y = x - 1.",
     "x = -2, y = -3 or x = 3, y = 2", "a circle and a line"),
    ("Seven more than three times a number is 22, i.e. 3x + 7 = 22. Find x.",
     "x = 5", "told in words and in symbols"),
    ("This quickly leads to the equation 6/x + 3/(x+1) = 4. Solve it for x.",
     "x = -3/4 or x = 2", "what leads to it"),
    ("Use b^2 - 4ac to find the number of real solutions of x^2 + x + 1 = 0.",
     "0", "the discriminant by its formula"),
    ("Find b² − 4ac for 2x² − 3x + 7 = 0.", "-47", "the discriminant itself"),
    ("The equation $x^2+kx+16=0$, where $k$ is a positive constant, has equal roots. Find $k$.",
     "k = 8", "the sign of a constant"),
    ("The matrix with rows (2, k) and (k, 8) has determinant zero. Find both values of k.",
     "k = -4 or k = 4", "a letter in two entries"),
    ("For what value of m is the determinant of [[m, 4], [3, 6]] equal to zero?",
     "m = 2", "equal to zero"),
    ("Find the larger eigenvalue of [[5, 2], [2, 5]].", "7", "one of two eigenvalues"),
    ("What is the smallest eigenvalue of the matrix [[1,0,0],[0,2,1],[0,1,2]]?",
     "x = 1", "one of three"),
    ("For the 3×3 matrix whose rows are (3, 0, 0), (1, 4, 2) and (0, 2, 1), what is the largest "
     "eigenvalue?", "x = 5", "one of three, by rows"),
    ("A mechanical system gives the matrix [[4, 1], [1, 4]]. Find its larger eigenvalue.",
     "x = 5", "where the matrix comes from"),
    ("Find the complex eigenvalues of [[1, -2], [2, 1]].",
     "x = 1 - 2i or x = 1 + 2i", "complex eigenvalues"),
    ("det of this 3x3: first row 1 2 3, second row 0 4 5, third row 0 0 6",
     "24", "rows without commas"),
    ("By solving det(B − λI) = 0, find the eigenvalues of B = [[4, 1], [2, 3]].",
     "2, 5", "the characteristic equation"),
    ("A is the 2 by 2 matrix with rows (1, 2) and (3, 4), and v is the column vector with entries "
     "5, 6. Find the product Av.", "[[17], [39]]", "a matrix and a vector"),
    ("Does [[2, 1], [7, 4]] have an inverse? If so, find it.", "[[4, -1], [-7, 2]]", "if so"),
    ("P is the point (1, 2) and Q is the point (5, 8). Find the midpoint of PQ.",
     "(3, 5)", "named points"),
    ("P(1, 2) and Q(5, 8) are the ends of a diameter of a circle. Find the centre of the circle.",
     "(3, 5)", "a diameter"),
    ("The line M has equation y = 3x - 2. Find the line parallel to M which passes through (1, 4).",
     "y = 3x + 1", "a named line"),
    ("Find, in the form y = mx + c, the line perpendicular to y = 2x + 5 through (4, 1).",
     "y = -x/2 + 3", "a form between commas"),
    ("The curve y = 4x - x² cuts the x-axis at two points. Find the area of the region between the "
     "curve and the x-axis.", "32/3", "the x-axis as the other curve"),
    ("Find the area under the curve y = 6/x between x = 1 and x = e^2.", "12", "e as an end"),
    ("Find the greatest value of f(x) = x³ − 3x on the interval 0 ≤ x ≤ 2.", "2", "an interval"),
    ("Find the turning points of y = 2x³ − 3x² − 12x and state their nature.",
     "maximum at (-1, 7), minimum at (2, -20)", "their nature"),
    ("Find and classify the stationary points of x^4 - 2x^2",
     "minimum at (-1, -1), maximum at (0, 0), minimum at (1, -1)", "classified first"),
    ("Classify the critical points of f(x) = x^3 - 3x",
     "maximum at (-1, 2), minimum at (1, -2)", "no other verb"),
    ("What is the Maclaurin expansion of sin(3x), up to and including the x³ term?",
     "3x - 9x^3/2", "a degree by its power"),
    ("When e^(3x) is expanded in powers of x, what is the coefficient of x²?", "9/2", "a series"),
    ("A rocket is launched straight up and its height after t seconds is h = 30t - 5t^2 metres. "
     "How fast is it rising when t = 2?", "10", "a told motion"),
    ("A ball is thrown straight up so that its height after t seconds is s(t) = 20t - 4.9t^2 "
     "metres. What is its velocity 1.5 seconds after it is thrown?",
     "53/10", "a time after the start"),
    ("A curve satisfies dy/dx = 4x and passes through (1, 5). Find y in terms of x.",
     "y = 2x^2 + 3", "a point of a solution"),
    ("Expand (1 + √3)(2 - √3) and give the answer in the form a + b√3, where a and b are integers.",
     "-1 + sqrt(3)", "a form with two integers"),
    ("Express √75 − √12 in the form k√3, where k is an integer.",
     "3sqrt(3)", "a multiple of a root"),
    ("Let f(x) = 2x - 3. Find ff(x), that is f(f(x)), as simply as you can.",
     "4x - 9", "said twice"),
    ("x is 3. How much is x² - 4x?", "-3", "a value by 'is'"),
    ("Write (x − 2)(x + 2)(x + 1) as a polynomial.", "x^3 + x^2 - 4x - 4", "as a polynomial"),
    ("By long division, find the quotient and remainder of (2x³ + x − 1) ÷ (x² + 1).",
     "quotient 2x, remainder -x - 1", "a written division"),
    ("A shop models its daily profit, in dollars, by P(x) = −2x² + 60x − 100, where x is the price "
     "of a mug. Find P(10).", "300", "a story round a formula"),
    ("A tank empties so that V = 200 - 8t, where V is the volume in litres and t is the time in "
     "minutes. For what value of t is V equal to 40?", "t = 20", "where a formula has a value"),
    ("The curve y = 12/x passes through (3, 4). Find the equation of its tangent at that point.",
     "y = -4x/3 + 8", "at that point"),
    ("A curve has equation y = x² + 1. The line ℓ touches it at the point (1, 2). Find the "
     "equation of ℓ.", "y = 2x", "a named tangent"),
    ("Find both complex roots of x² + 2x + 5 = 0.", "x = -1 - 2i or x = -1 + 2i", "complex roots"),
    ("tan(x) = √3, find all x between 0 and 2π (radians)", "x = pi/3 or x = 4pi/3", "radians"),
    ("Rearrange the pendulum formula T = 2kL to give L in terms of T and k.",
     "L = T/(2k)", "the name of a formula"),
    ("for physics i need to rearrange v = u + at so it says a = ...", "a = (v - u)/t", "at"),
    ("As x approaches 2, the fraction (x² − 4)/(x − 2) becomes 0/0. What is the limit?",
     "4", "0/0"),
    ("log(x) + log(x + 9) = 1, both logs are base 10", "x = 1", "the base of both"),
    ("2 ln(x) - 1 = 5, what is x exactly (no decimals)", "x = e^3", "a multiple of one logarithm"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "answer", "reason"), READ, ids=[row[2] for row in READ])
def test_it_is_read_and_solved(text: str, answer: str, reason: str) -> None:
    solution = solve(text)
    assert isinstance(solution, Solution)
    assert (solution.answer.plain, solution.verdict) == (answer, AnswerVerdict.VERIFIED)


FALSE_FRIENDS = [
    ("x² - 7x + 12 = 0 ... there should be three answers", "a count that is wrong"),
    ("The equation |x − 3| = 2 has just one solution. What is it?", "it has two"),
    ("Solve x^2 = 16, I only need one answer", "one of two"),
    ("For which values of x is |3x + 1| not equal to 7?", "a negation"),
    ("Given that x = 2 is a root of x³ + 2x² − 5x − 5 = 0, find all three roots.", "it is none"),
    ("Given that x = 2 is not a root of x^2 = 9, find all roots.", "a negation"),
    ("Where do the line y = 2x - 1 and the parabola y = x^2 - 4 not intersect?", "a negation"),
    ("How often do y = 2x - 1 and y = x^2 - 4 meet?", "how often"),
    ("Find the distance between the points where x² + y² = 13 meets y = x - 1.", "a distance"),
    ("Six divided by (x − 1) is not 3, i.e. 6/(x − 1) = 3. Find x.", "a negation in the words"),
    ("Half of my age leads to the equation x + 4 = 10. Find my age.", "what x stands for"),
    ("Three consecutive whole numbers lead to x(x + 1)(x + 2) = 60. Find them.", "all three"),
    ("Use b^2 - 4ac to show that x^2 + x + 1 = 0 has no real roots.", "a proof"),
    ("The matrix with rows (2, k) and (k, 8) has a determinant that is not zero. Find k.", "not"),
    ("Find the second largest eigenvalue of [[1,0,0],[0,2,1],[0,1,2]].", "the second"),
    ("A system gives the matrix [[1,0,0],[0,0,-1],[0,1,0]]. What is the largest eigenvalue?",
     "two of them are not real"),
    ("Find the range of f(x) = x^2 for x > 1", "a range, not an equation"),
    ("Find the square of the larger eigenvalue of [[5, 2], [2, 5]].", "its square"),
    ("Find the sum of the larger eigenvalue of [[5, 2], [2, 5]] and 3.", "a sum"),
    ("The inverse of a matrix gives the matrix [[4, 1], [1, 4]]. Find its larger eigenvalue.",
     "of which matrix"),
    ("Does [[2, 1], [7, 4]] have an inverse? If so, find its determinant.", "another task"),
    ("P is the point (1, 2) and Q is the point (5, 8). Find the midpoint of OP.", "another point"),
    ("P(1, 2) and Q(5, 8) are the ends of a diameter. Find the radius of the circle.", "a radius"),
    ("P(1, 2) and Q(5, 8) are the ends of a radius of a circle. Find the centre of the circle.",
     "which end"),
    ("Find the line neither parallel nor perpendicular to y = 2x + 5 through (4, 1).", "neither"),
    ("The curve y = x³ - 4x cuts the x-axis at three points. Find the area of the region above "
     "the x-axis.", "a part of it"),
    ("Find the greatest value of f(x) = x³ − 3x on the interval 0 < x < 2.", "an open interval"),
    ("Find the greatest value of f(x) = x³ − 3x on 0 ≤ t ≤ 2.", "another letter"),
    ("What is the Maclaurin expansion of sin(3x), up to but not including the x³ term?", "not"),
    ("When e^(3x) is expanded in powers of x, what is twice the coefficient of x²?", "twice"),
    ("A rocket's height after t seconds is h = 30t - 5t^2 metres. How fast is it falling when "
     "t = 5?", "the other way"),
    ("f(x) = x^3 - 2x for x > 3. What is f'(2)?", "outside the domain"),
    ("A stone's height after t seconds is h = 30t - 5t^2 metres. What is its velocity 2 seconds "
     "after it reaches the top?", "another start"),
    ("A stone's height after t minutes is h = 30t - 5t^2 metres. What is its velocity 30 seconds "
     "after it is thrown?", "another unit of time"),
    ("A curve satisfies dy/dx = 4x and does not pass through (1, 5). Find y in terms of x.", "not"),
    ("Express √8 in the form √a, where a is an integer.", "another form"),
    ("Express √75 − √12 in the form k√12, where k is an integer.", "a form that is not simplest"),
    ("Express √75 − √12 in the form a√3 and find a + 1.", "a second task"),
    ("Let f(x) = 2x - 3. Find ff(x), that is f(x)·f(x).", "said in two ways that differ"),
    ("x is 3 less than y. How much is x² - 4x?", "no value"),
    ("x is −2 or 3. How much is x²?", "two values"),
    ("A shop models its daily profit, in dollars, by P(x) = −2x² + 60x − 100, but it loses 20 "
     "dollars more. Find P(10).", "a number of the story"),
    ("A tank empties so that V = 200 - 8t. For what value of t is V not equal to 40?", "not"),
    ("A curve has equation y = x² + 1. The line ℓ does not touch it at the point (1, 2). Find the "
     "equation of ℓ.", "not"),
    ("Find both complex roots of x² + 2x + 5 = 0 and multiply them.", "a second task"),
    ("log(x) + log(x + 9) = 1, both logs are base 2", "another base"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "reason"), FALSE_FRIENDS, ids=[f"{row[1]}: {row[0][:20]}" for row in FALSE_FRIENDS]
)
def test_a_false_friend_stays_unread(text: str, reason: str) -> None:
    assert isinstance(read_question(text), Unread)


def test_a_chosen_eigenvalue_is_shown_with_the_entries() -> None:
    text = "A system gives the matrix [[6, -2], [-2, 9]]. Find its larger eigenvalue."
    problem = read_question(text)
    assert isinstance(problem, Problem)
    assert problem.read_as == "Solve (6 - x)(9 - x) - (-2)*(-2) = 0 for x, and give the largest."
