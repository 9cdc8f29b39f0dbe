"""A question typed in a hurry is read as the careful one, and what may mean two things is not."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Problem, Unread, read_question
from mathviz_chat.core.problems.hurried import plain
from mathviz_chat.core.solving.solution import Solution

READ = [
    ("gcd 198, 330 and 462 pls", "gcd of 198, 330 and 462", "an of that was left out"),
    ("mean 3 5 7", "mean of 3, 5, 7", "no of and no commas"),
    (
        "Find the area A of a circle of radius r = 2",
        "Find the area of a circle of radius 2",
        "letters that only name what stands before them",
    ),
    (
        "Find the hypotenuse c of a right triangle with legs a = 6 and b = 8.",
        "Find the hypotenuse of a right triangle with legs 6 and 8.",
        "beside an article",
    ),
    ("Find the discriminant D of x^2 - 4x + 1", "Find the discriminant of x^2 - 4x + 1", "named"),
    ("lcm of 8 12 n 15", "lcm of 8, 12 and 15", "n for and"),
    ("how many divisors dose 72 have", "how many divisors does 72 have", "a slip that is a word"),
    ("3 6 12 24 what comes next", "3, 6, 12, 24, what comes next", "a list without commas"),
    ("f(x)=x+4 g(x)=3x find gf(2)", "f(x)=x+4, g(x)=3x, find gf(2)", "two functions side by side"),
    ("find value of 2a+5b if a=4 b=-1", "find value of 2a+5b if a=4, b=-1", "two values"),
    (r"Calculate $\bar{x}$ for the data 2, 4, 9.", "Find the mean of 2, 4, 9", "x bar is the mean"),
    ("Find the mean x̄ of 2, 4, 9", "Find the mean of 2, 4, 9", "the sign beside its word"),
    (
        "Find the sample variance $s^2$ of 3, 5, 9",
        "Find the sample variance of 3, 5, 9",
        "s squared",
    ),
    (
        "Find the population variance σ² of 3, 5, 9",
        "Find the population variance of 3, 5, 9",
        "sigma squared",
    ),
    (
        r"In triangle ABC, $a = 5$, $b = 7$ and $\angle C = 60^\circ$. Find $c$.",
        "In triangle ABC, a = 5, b = 7 and angle C = 60°. Find c.",
        "the sign of an angle",
    ),
    (
        r"Given that $y \propto \frac{1}{x}$ and $y = 6$ when $x = 4$, find $y$ when $x = 8$.",
        "y is inversely proportional to x and y = 6 when x = 4. Find y when x = 8.",
        "proportional to a quotient",
    ),
    (
        "y is proportional to 1/x^2 and y = 6 when x = 4. Find y when x = 8.",
        "y is inversely proportional to x^2 and y = 6 when x = 4. Find y when x = 8.",
        "the same in words",
    ),
    (
        "Which date is 9 days after 2024-01-15?",
        "Which date is 9 days after 15 January 2024?",
        "a date in figures",
    ),
    ("is 221 a prime number or nah", "is 221 a prime number", "or nah for or not"),
    ("Find 2 1/3 + 1 3/4 as a mixed number or fraction", "Find 2 1/3 + 1 3/4", "either form"),
    (
        "What is the smallest prime greater than 90? Show how you know.",
        "What is the smallest prime greater than 90?",
        "a reason is asked for anyway",
    ),
]
UNREAD = [
    ("Find the area A of a circle of radius r = 2 and A + 1", "the letter is used"),
    ("Find the area A of a circle of radius r = 2 and r^2", "the other letter is used"),
    ("3 600 120 what comes next", "three numbers, or one in groups of three digits"),
    ("2 1/2 3 1/2 4 what comes next", "mixed numbers, or numbers and fractions"),
    ("mean of 2 1/2 3 1/2", "mixed numbers, or numbers and fractions"),
    ("Find the sample variance σ² of 3, 5, 9", "the sign of a population"),
    ("Find the population variance s² of 3, 5, 9", "the sign of a sample"),
    ("Find the variance s² of 3, 5, 9", "of a population or of a sample"),
    (
        "y is inversely proportional to 1/x and y = 6 when x = 4. Find y when x = 8.",
        "twice inverse",
    ),
    ("y is proportional to 1/(x+1) and y = 6 when x = 4. Find y when x = 8.", "no power of x"),
    ("find a+b if a=4 b=2a", "the second is no number"),
    ("simplify 2 n 3", "n is a letter there"),
    ("is 97 not a prime number or nah", "the negation"),
]


@pytest.mark.parametrize(("hurried", "careful", "why"), READ, ids=[row[2] for row in READ])
def test_it_is_read_as_the_careful_question(hurried: str, careful: str, why: str) -> None:
    problem, as_careful = read_question(hurried), read_question(careful)
    assert isinstance(problem, Problem), why
    assert isinstance(as_careful, Problem)
    assert problem.read_as == as_careful.read_as


def test_mixed_numbers_between_commas_are_one_value_each() -> None:
    solution = solve("mean of 2 1/2, 3 1/2")
    assert isinstance(solution, Solution)
    assert solution.answer is not None
    assert solution.answer.text == "3"


@pytest.mark.parametrize(("text", "why"), UNREAD, ids=[row[1] for row in UNREAD])
def test_what_may_mean_two_things_is_unread(text: str, why: str) -> None:
    assert isinstance(read_question(text), Unread), why


@pytest.mark.parametrize("text", ["x=4 y=2x", "f(x)=2 find x", "2 n 3", "the dose is 5 mg"])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert plain(text) == text
