"""Questions about formulas whose intent is spotted; what is not wholly understood stays unread."""

from __future__ import annotations

import random

import pytest

from mathviz_chat.core.problems import Problem, Unread, read_question, remarks, spoken, vocabulary
from mathviz_chat.core.problems.readers import spotted

ALGEBRA = [
    ("Factor completely over the integers: $2x^3 - 50x$", "Factor 2x^3 - 50x", "a domain it has"),
    (
        "I need to factor ab - 3a + 2b - 6 by grouping but can't see it, what does it factor to?",
        "Factor ab - 3a + 2b - 6",
        "asked twice",
    ),
    ("Expand (2 + √5)(4 − 3√5) and simplify your result.", "Expand (2 + √5)(4 − 3√5)", "roots"),
    (
        "Please multiply out the brackets in (2x - 3)(x + 5), simplifying as far as possible.",
        "Expand (2x - 3)(x + 5)",
        "brackets",
    ),
    (
        "Simplify fully \\(\\dfrac{x^2 - 4}{x^2 + 5x + 6}\\).",
        "Simplify (x^2 - 4)/(x^2 + 5x + 6)",
        "fully",
    ),
    (
        "My teacher wrote 6x^2 + 11x - 10 on the board. How can it be written as a product of "
        "factors?",
        "Factor 6x^2 + 11x - 10",
        "a board",
    ),
    (
        "What is the value of the expression 4a - 3b if a = 5 and b = -2?",
        "Evaluate 4a - 3b at a = 5 and b = -2",
        "values after if",
    ),
]
EQUATIONS = [
    (
        "I know that 8ˣ = 4ˣ⁺³ can be done by writing both sides as powers of 2. What does x come "
        "out as?",
        "Solve 8^x = 4^(x + 3) for x",
        "a way to do it",
    ),
    (
        "Determine all real numbers x satisfying x^2 - 5x + 6 = 0.",
        "Find the real solutions of x^2 - 5x + 6 = 0",
        "all real numbers",
    ),
    (
        "We have to rearrange the formula v = u + a*t so that t is the subject. What do we get?",
        "Solve v = u + a*t for t",
        "a subject",
    ),
    (
        "For my trig homework I need every angle x between 0 and 180 degrees with tan²x = 3.",
        "Solve tan(x)^2 = 3 for 0° <= x <= 180°",
        "between two angles",
    ),
]
CALCULUS = [
    (
        "Good evening. I have the function g(t) = cos(5t) + 4√t, where t > 0. Would you kindly "
        "give me g'(t)?",
        "Let g(t) = cos(5t) + 4sqrt(t). What is g'(t)?",
        "a domain of the function",
    ),
    (
        "Consider the initial value problem \\[ \\frac{dy}{dx} = \\frac{x}{y}, \\qquad y(0)=2. \\] "
        "Obtain \\(y\\) explicitly as a function of \\(x\\).",
        "Solve dy/dx = x/y with y(0) = 2",
        "LaTeX's spaces",
    ),
    (
        "Using integration by parts or otherwise, find the exact value of ∫₀¹ x e^(2x) dx.",
        "Evaluate ∫₀¹ x e^(2x) dx",
        "or otherwise",
    ),
    (
        "What is the limiting value of (x^2-1)/(x-1) as x approaches 1?",
        "Find the limit of (x^2-1)/(x-1) as x approaches 1",
        "limiting value",
    ),
]
BANK = [
    (
        "Let me ask about this one: 3/4 + 5/6 − 1/2. What is it as a single fraction in "
        "its lowest terms?",
        "Calculate 3/4 + 5/6 - 1/2.",
        "value",
    ),
    ("I was asked to evaluate 2³ × 3² ÷ 6. What do you get?", "Calculate 2^3*3^2/6.", "value"),
    (
        "Simplify √72 + √8 − √2, leaving your answer as a single surd.",
        "Simplify sqrt(72) + sqrt(8) - sqrt(2).",
        "simplify",
    ),
    ("Express 5/√3 with a rational denominator.", "Simplify 5/sqrt(3).", "simplify"),
    (
        "How would the decimal number 77 be written in base 2?",
        "Convert 77 (base 10) to base 2.",
        "base",
    ),
    ("Find the HCF of 84 and 120 using prime factors.", "What is gcd(84, 120)?", "gcd"),
    (
        "My teacher wants the lowest common multiple of 12, 15 and 20. What is it?",
        "What is lcm(12, 15, 20)?",
        "lcm",
    ),
    (
        "Write 360 as a product of its prime factors, using index notation.",
        "Write 360 as a product of primes.",
        "prime factorisation",
    ),
    (
        "What is left over when 1000 is divided by 37?",
        "What is the remainder when 1000 is divided by 37?",
        "remainder of values",
    ),
    (
        "Find the expansion of (x + 2)(x² − 3x + 4), writing your answer in descending "
        "powers of x.",
        "Expand (x + 2)(x^2 - 3x + 4).",
        "expand",
    ),
    (
        "I'd like x^4 - 16 to be fully factorised over the real numbers please.",
        "Factor x^4 - 16.",
        "",
    ),
    (
        "What number do we get when x = −2 is substituted into 2x³ − x + 5?",
        "Evaluate 2x^3 - x + 5 at x = -2.",
        "evaluate at values",
    ),
    ("If f(x) = 3x + 2, find f⁻¹(x).", "Find the inverse of f(x) = 3x + 2.", "inverse function"),
    (
        "The function f is defined for all real x by f(x) = 5 − 4x. Find its inverse function.",
        "Find the inverse of f(x) = 5 - 4x.",
        "inverse function",
    ),
    (
        "Divide 2x³ − 3x² + 4x − 5 by x − 2 and state the quotient and the remainder.",
        "Find the quotient and the remainder when 2x^3 - 3x^2 + 4x - 5 is divided by x - 2.",
        "polynomial quotient and remainder",
    ),
    (
        "When x³ − 4x + 7 is divided by x − 3, what is the remainder?",
        "Find the remainder when x^3 - 4x + 7 is divided by x - 3.",
        "polynomial remainder",
    ),
    (
        "A classmate says 7 − 2(3 − x) = 4x + 5 has exactly one solution. What is it?",
        "Solve 7 - 2(3 - x) = 4x + 5.",
        "solve",
    ),
    (
        "Solve the equation x² − 6x + 4 = 0, giving your answers in the form a ± √b.",
        "Solve x^2 - 6x + 4 = 0.",
        "solve",
    ),
    (
        "What are all the angles in the interval [0, 2π) with sin x = √3/2?",
        "Solve sin(x) = sqrt(3)/2 for 0 <= x < 2pi.",
        "solve in an interval",
    ),
    (
        "Rewrite the equation 3x + 4y = 12 so that y is on its own.",
        "Solve 3x + 4y = 12 for y.",
        "rearrange",
    ),
    (
        "Calculate the exact value of the integral of 1/x from 1 to e.",
        "Find the integral of 1/x from 1 to e.",
        "definite integral",
    ),
    (
        "Given A = [[1, 2], [3, 5]], calculate the inverse matrix A⁻¹.",
        "Let A = [[1, 2], [3, 5]]. What is A^(-1)?",
        "matrices put together",
    ),
    (
        "If A = [[1, 0], [2, 3]] and B = [[4, 1], [0, 2]], work out the matrix product AB.",
        "Let A = [[1, 0], [2, 3]] and B = [[4, 1], [0, 2]]. What is AB?",
        "matrices put together",
    ),
    (
        "Find both eigenvalues of the matrix [[4, 1], [2, 3]].",
        "Find the eigenvalues of [[4, 1], [2, 3]].",
        "eigenvalues",
    ),
    (
        "What is the 20th term of the arithmetic sequence that begins 4, 9, 14, ...?",
        "What is the 20th term of the arithmetic sequence 4, 9, 14?",
        "a term of a sequence",
    ),
    (
        "The sequence 3, 6, 12, 24, ... continues in the same way. What is its tenth term?",
        "What is the 10th term of the sequence 3, 6, 12, 24?",
        "a term of a sequence",
    ),
    (
        "Write (3 + i)/(1 − 2i) in the form a + bi, where a and b are real numbers.",
        "Write (3 + i)/(1 - 2i) in the form a + bi.",
        "complex value",
    ),
    ("What is 7/8 written as a decimal?", "Write 7/8 as a decimal.", "value as a decimal"),
    (
        "If h(x) = (x + 3)/(x − 2), calculate h(5), giving your answer as a fraction.",
        "Let h(x) = (x + 3)/(x - 2). What is h(5)?",
        "evaluate a function",
    ),
    (
        "Find all values of θ in the range 0 ≤ θ ≤ 2π for which sin θ = −1/2.",
        "Solve sin(theta) = -1/2 for 0 <= theta <= 2pi.",
        "solve in a range",
    ),
    (
        "Consider the function f(x) = x³ − 12x + 1. Determine its local extrema.",
        "Find the local extrema of f(x) = x^3 - 12x + 1.",
        "local extrema",
    ),
    (
        "At which values of x does f(x) = x³ − 3x² have stationary points?",
        "Find the critical points of f(x) = x^3 - 3x^2.",
        "critical points",
    ),
    (
        "The first term of a sequence is shown: 11, 8, 5, 2. What is the nth term?",
        "What is the nth term of the sequence 11, 8, 5, 2?",
        "the nth term",
    ),
    (
        "What is the prime factorization of 504?",
        "Write 504 as a product of primes.",
        "prime factorisation",
    ),
    (
        "Calculate the remainder on dividing 2³⁰ by 7.",
        "What is the remainder when 2^30 is divided by 7?",
        "remainder of values",
    ),
    (
        "Estimate 3.14159 to the nearest hundredth.",
        "Round 3.14159 to the nearest hundred.",
        "round",
    ),
    ("Factor completely over the integers: $2x^3 - 50x$", "Factor 2x^3 - 50x.", "factor"),
    (
        "I need to factor ab - 3a + 2b - 6 by grouping but can't see it, what does it factor to?",
        "Factor ab - 3a + 2b - 6.",
        "factor",
    ),
    (
        "Expand (2 + √5)(4 − 3√5) and simplify your result.",
        "Expand (2 + sqrt(5))(4 - 3sqrt(5)).",
        "expand",
    ),
    (
        "Consider the initial value problem \\[ \\frac{dy}{dx} = \\frac{x}{y}, \\qquad "
        "y(0)=2. \\] Obtain \\(y\\) explicitly as a function of \\(x\\).",
        "Solve d/dx(y) = x/y with y(0) = 2.",
        "differential equation",
    ),
    (
        "Good evening. I have the function g(t) = cos(5t) + 4√t, where t > 0. Would you "
        "kindly give me g'(t)?",
        "Find the derivative of cos(5t) + 4sqrt(t).",
        "derivative by its notation",
    ),
    (
        "Find \\(\\frac{dy}{dx}\\) when \\(y = \\frac{2x}{x^2+1}\\), giving your answer as "
        "a single fraction.",
        "Find the derivative of 2x/(x^2 + 1).",
        "derivative by its notation",
    ),
    (
        "Given that f(x) = 3x^2 - 1 and g(x) = 2x + 5, write down f(g(x)) in its simplest form.",
        "Let f(x) = 3x^2 - 1 and g(x) = 2x + 5. What is f(g(x))?",
        "evaluate a function",
    ),
    (
        "We have to rearrange the formula v = u + a*t so that t is the subject. What do we get?",
        "Solve v = u + a*t for t.",
        "rearrange",
    ),
    (
        "Find every solution of sin x = 1/2 in the interval 0 ≤ x < 2π.",
        "Solve sin(x) = 1/2 for 0 <= x < 2pi.",
        "solve in a range",
    ),
    (
        "Express the hexadecimal number 3E8 as a decimal (base ten) integer.",
        "Convert 3e8 (base 16) to base 10.",
        "base",
    ),
    (
        "Insert the correct symbol (<, > or =) between the two numbers: \\(2^{10}\\) ___ "
        "\\(10^{3}\\)",
        "Compare 2^10 and 10^3.",
        "which symbol",
    ),
    (
        "A circle has equation $x^2+y^2-6x+4y-12=0$. What is the radius of this circle?",
        "Find the radius of the circle x^2 + y^2 - 6x + 4y - 12 = 0.",
        "radius",
    ),
    (
        "A particle's position after $t$ seconds is $s(t)=5t\\,e^{-t}+t$ metres. Compute $s'(0)$.",
        "Let s(t) = 5t*e^(-t) + t. What is s'(0)?",
        "derivative at a value, by its notation",
    ),
    (
        "Without solving it, can you tell me how many distinct real roots the quadratic "
        "equation $2x^2 + 7x = 4$ has? Please use the discriminant.",
        "How many real roots does 2x^2 + 7x = 4 have?",
        "number of roots",
    ),
    (
        "Use long division to find the quotient and the remainder when 2x³ + 3x² − 1 is "
        "divided by x² + 1.",
        "Find the quotient and the remainder when 2x^3 + 3x^2 - 1 is divided by x^2 + 1.",
        "polynomial quotient and remainder",
    ),
    (
        "By the remainder theorem, what remainder is left after dividing "
        "\\(p(x)=x^{4}-6x^{2}+x+9\\) by \\(x+2\\)?",
        "Find the remainder when x^4 - 6x^2 + x + 9 is divided by x + 2.",
        "polynomial remainder",
    ),
    (
        "Substitute \\(x=3\\) and \\(y=-2\\) into the expresion \\(x^2y - xy^2 + 5y\\) and "
        "work out its value.",
        "Evaluate x^2y - xy^2 + 5y at x = 3 and y = -2.",
        "evaluate at values",
    ),
    (
        "A curve is given by $y = x^3 - 3x^2 - 9x + 5$. It has one local maximum and one "
        "local minimum. Find the $x$-coordinate of each, saying which is which.",
        "Find the local extrema of y = x^3 - 3x^2 - 9x + 5.",
        "",
    ),
    (
        "Calculate \\(2\\frac{1}{4}\\times 1\\frac{2}{3}\\) and write the result as a "
        "mixed number.",
        "Write 15/4 as a mixed number.",
        "value as a mixed number",
    ),
    (
        "Let y = x·eˣ. Please work out d²y/dx² and then give its value at x = 1.",
        "Find the second derivative of x*e^x at x = 1.",
        "derivative at a point, by its notation",
    ),
    (
        "how do u integrate 2x/(x^2+9), just need the final antiderivative",
        "Integrate 2x/(x^2 + 9).",
        "antiderivative",
    ),
    (
        "We did L'Hôpital's rule today. For homework: what does (1 − cos 4x)/x² tend to as x → 0?",
        "Find the limit of (1 - cos(4x))/x^2 as x approaches 0.",
        "limit",
    ),
    (
        "M is the 2 by 2 matrix with top row 1, 1 and bottom row 0, 2. Whats M cubed?",
        "Let M = [[1, 1], [0, 2]]. What is M^3?",
        "a named matrix by rows",
    ),
    (
        "A 3×3 upper triangular matrix has rows (1, 2, 3), (0, 1, 4) and (0, 0, 1). Write "
        "down its inverse matrix.",
        "Find the inverse of [[1, 2, 3], [0, 1, 4], [0, 0, 1]].",
        "inverse, by rows",
    ),
    (
        "How many positive divisors does the number 72 have, counting 1 and 72 itself?",
        "How many factors does 72 have?",
        "how many factors",
    ),
    (
        "A quadratic sequence begins 4, 9, 18, 31, 48. Obtain a formula for its nth term.",
        "What is the nth term of the sequence 4, 9, 18, 31, 48?",
        "the nth term",
    ),
    (
        "A random sample of four measurements gave 10, 12, 15 and 19. Compute the unbiased "
        "sample variance, dividing by n − 1.",
        "Find the sample variance of 10, 12, 15, 19.",
        "sample variance",
    ),
]
SPOTTED = [*ALGEBRA, *EQUATIONS, *CALCULUS]


@pytest.mark.parametrize(
    ("text", "plain", "intent"), [*SPOTTED, *BANK], ids=[row[0] for row in [*SPOTTED, *BANK]]
)
def test_an_intent_is_spotted(text: str, plain: str, intent: str) -> None:
    expected = read_question(plain)
    assert isinstance(expected, Problem)
    assert read_question(text) == expected


FALSE_FRIENDS = [
    ("What number do you add to 7 to get 20?", "one of the numbers is asked for"),
    ("When a number is divided by 4 the remainder is 3. Find the number.", "the number is asked"),
    ("Find the square of the determinant of [[1,2],[3,4]].", "the square of it"),
    ("What is the square of the radius of x^2 + y^2 = 9?", "the square of it"),
    ("Find the cube of AB if A = [[1,2],[3,4]], B = [[0,1],[1,0]].", "the cube of it"),
    ("What is the sum of the factors of x^2 - 4?", "a sum of them"),
    ("Simplify the numerator of (x^2-1)/(x-1).", "a part of it"),
    ("Find the positive value of -5 + 3.", "no positive value is asked of it"),
    ("What is the negative of 5 + 3?", "its negative"),
    ("What is the square of 3 + 4?", "9 + 4, or 7 squared"),
    ("What is the cube of 2 + 1?", "8 + 1, or 3 cubed"),
    ("Evaluate sin(30) in degrees.", "the unit of the angle"),
    ("Round the cube of 2.5 to 1 decimal place.", "the cube of it"),
    ("Find the whole part of 17/5.", "a part of it"),
    ("What's the sign of 3 - 8?", "its sign"),
    ("Find the trace of the square of [[1,2],[3,4]].", "the square of the matrix"),
    ("Solve x^2 = 9 for the positive x", "a condition on the solution"),
    ("Find the derivative of f at 2 doubled where f(x) = x^2", "twice the slope"),
    ("Find half the derivative of x^2", "half of it"),
    ("Find one solution of x^2 = 4", "one of two"),
    ("Find only one root of the equation x^2 = 4, please", "one of two"),
    ("Which of x = 2, x = 3 solves x^2 = 4?", "a choice"),
    ("Factor x^2 - 4 and then halve it", "a second task"),
    ("Find the derivative of the derivative of x^3", "two derivatives"),
    ("Differentiate the derivative of x^3", "two derivatives"),
    ("Factor x^2 - 4 except its last factor", "an exception"),
    ("Do not expand (x + 1)(x + 2)", "a negation"),
    ("My teacher never lets us factor x^2 - 4 completely over the integers", "a negation"),
    ("Show that the equation x^2 = 4 has the roots x = 2 and x = -2", "a proof"),
    ("Simplify (x^2 - 4)/(x + 2) before x = 3 is put in", "an order of steps"),
    ("Find the number of terms in the expansion of (x + 1)(x + 2)", "how many"),
    ("Integrate x^2 and differentiate the result", "two tasks"),
    ("Find the reciprocal of the derivative of x^2", "its reciprocal"),
    ("How fast does x^2 = 4 get solved by factoring?", "no task"),
    ("What is the sum of the solutions of 2x^2 - 7x + 3 = 0, doubled?", "twice the sum"),
    ("Find the larger solution minus the smaller one of x^2 = 9", "a difference"),
    ("Find the number of primes that are factors of 84, squared", "how many, squared"),
    ("Convert the binary number 1011 to a decimal number and add 1", "a second task"),
    ("Find the product of the eigenvalues of [[2, 1], [1, 2]]", "their product"),
    ("Find the mean of the squares of 3, 4, 8", "of other values"),
    ("What is the gcd of half of 12 and 18?", "half of a value"),
    ("The quadratic x^2 + kx + 9 = 0 has two roots; find k", "how many tells nothing of k"),
    ("Find the derivative of x^2 y with respect to y if y = 3 is not allowed", "a negation"),
    ("Find log x + log 5 = 2 where log means log base 2", "another base"),
    ("Simplify sqrt(x^2), if x < 0", "a sign that is told"),
]


@pytest.mark.parametrize(("text", "reason"), FALSE_FRIENDS, ids=[row[0] for row in FALSE_FRIENDS])
def test_a_false_friend_stays_unread(text: str, reason: str) -> None:
    assert spotted.said_again(text) == ""
    assert isinstance(read_question(text), Unread)


OPERATORS = {word for words in spoken.OPERATORS for word in words.split()}
MEANING = sorted(vocabulary.MEANING - vocabulary.FILLERS - OPERATORS)
PART_OF_AN_INTENT = {
    ("second", "derivative"): "the second derivative is another task, and is read as that",
    ("quotient", "remainder"): "both are another task, and are read as that",
}


@pytest.mark.parametrize("text", [row[0] for row in [*SPOTTED, *BANK[::5]]])
def test_a_word_that_means_something_is_never_passed_over(text: str) -> None:
    """Inserted anywhere it makes the question unread, or the reading stays as it is."""
    plain = spotted.said_again(text) or spotted.said_again(remarks.without(text))
    words = text.split(" ")
    chosen = random.Random(text)
    for word in chosen.sample(MEANING, 20):
        place = chosen.randint(0, len(words))
        said = spotted.said_again(" ".join([*words[:place], word, *words[place:]]))
        if not any(word == w and key in text for w, key in PART_OF_AN_INTENT):
            assert said in ("", plain), (word, place)
