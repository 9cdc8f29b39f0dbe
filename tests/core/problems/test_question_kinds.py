"""Wordings of the kinds beyond equations and derivatives, and what each is answered by."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Problem, Unread, judge_answer
from mathviz_chat.core.verdict import AnswerVerdict
from tests.core.reading_once import read_question

ANSWERS = [
    ("Expand (x + 1)(x - 2)", "x^2 - x - 2"),
    ("expand and simplify (x+1)^2 - x", "x^2 + x + 1"),
    ("Multiply out: $(2x - 3)(x + 5)$", "2x^2 + 7x - 15"),
    ("Collect like terms in 3x + 4 - 5x + 2.", "-2x + 6"),
    ("Factor x^2 - 5x + 6", "(x - 2)(x - 3)"),
    ("Factorise 2x² - 8 completely", "2(x - 2)(x + 2)"),
    ("please factor the polynomial x^3 - x", "x(x - 1)(x + 1)"),
    ("Simplify sqrt(50) + sqrt(8)", "7*sqrt(2)"),
    ("Simplify \\frac{x^2-1}{x-1}", "x + 1"),
    ("Simplify u^3*u^2/u, assuming u is positive.", "u^4"),
    ("Express 3x + 4x^2 - x as a*x^2 + b*x + c and give b.", "2"),
    ("What is the greatest common divisor of 12 and 18?", "6"),
    ("find the HCF of 24 and 36", "12"),
    ("gcd(12, 18)", "6"),
    ("What is the least common multiple of 4 and 6?", "12"),
    ("lowest common multiple of 3, 4 and 5", "60"),
    ("What is the common denominator of 5/6 and 3/8?", "24"),
    ("What is the remainder when 17 is divided by 5?", "2"),
    ("17 mod 5", "2"),
    ("List the prime factors of 60.", "2, 3, 5"),
    ("What are the prime factors of 91?", "7, 13"),
    ("Is 97 prime?", "True"),
    ("Is 91 a prime number?", "False"),
    ("Is 91 composite?", "yes"),
    ("Is 91 a multiple of 7?", "True"),
    ("Does 4 divide 18?", "False"),
    ("Is 18 divisible by 3?", "True"),
    ("Is 6 a factor of 20?", "no"),
    ("What is the tens digit of 4528?", "2"),
    ("Round 3.456 to 2 decimal places.", "3.46"),
    ("What is -2.5 rounded to the nearest integer?", "-3"),
    ("Round 12345 to the nearest hundred", "12300"),
    ("Convert 1011 (base 2) to base 10.", "11"),
    ("Convert ff (base 16) to base 2", "11111111"),
    ("In base 7, what is 16 + 5?", "24"),
    ("Is 3/4 > 0.7?", "True"),
    ("Is 5 less than -7?", "False"),
    ("Are 1/2 and 0.5 equal?", "True"),
    ("Which is greater: 3/4 or 0.7?", "3/4"),
    ("Which is smaller, -3 or -4?", "-4"),
    ("What is the second biggest value in 3, 9, -1, 7?", "7"),
    ("Which is the smallest value? (a) 3 (b) -2 (c) 0.5", "b"),
    ("What is the closest to 0.3 in 1/3, 1/4, 1?", "1/3"),
    ("Sort 3, -1, 2.5 in descending order.", "3, 2.5, -1"),
    ("Put 4, 1/2 and -3 in ascending order", "-3, 1/2, 4"),
    ("Arrange 5, 2, 9 from largest to smallest", "9, 5, 2"),
    ("How many meters are there in 3.2 km?", "3200"),
    ("Convert 5 hours to minutes.", "300"),
    ("How many grams are in half a kilogram?", "500"),
    ("What is next in 2, 5, 10, 17?", "26"),
    ("What is the next term of the sequence 3, 5, 7, 9?", "11"),
    ("Find the n'th term of 3, 5, 7, 9.", "2n + 1"),
    ("Let f(x) = x^2 + 1. What is f(3)?", "10"),
    ("f(x) = 2x - 1; g(x) = x^2. Find f(g(3)).", "17"),
    ("Let a = 4. Let b = 2*a + 1. What is a*b?", "36"),
    ("Suppose 2x + 1 = 7. What is x^2 + 1?", "10"),
    ("Suppose x + y = 5, x - y = 1. Calculate the remainder when 10*x is divided by y + 2.", "2"),
    ("Let f(x) = x^2. Let g(x) = 3x. Give f(w) + 2*g(w).", "w^2 + 6w"),
    ("Solve x^3 - 6x^2 + 11x - 6 = 0", "x = 1 or x = 2 or x = 3"),
    (
        "Two letters picked without replacement from aab. Give the probability of sequence ab.",
        "1/3",
    ),
    ("Solve |x - 1| = 3", "x = -2 or x = 4"),
    ("Solve sqrt(x + 1) = x - 1", "x = 3"),
    ("Solve 1/x + 1/(x + 1) = 1", "x = (1 - sqrt(5))/2 or x = (1 + sqrt(5))/2"),
    ("Solve (x^2 - 1)/(x - 1) = 2", "no real solutions"),
    ("Solve the inequality 3 - 2x >= 7", "x <= -2"),
    ("Solve x^2 < 4 for x", "-2 < x < 2"),
    ("x^2 - x > 6", "x < -2 or x > 3"),
    ("Integrate x^2 + 3x", "x^3/3 + 3x^2/2 + C"),
    ("\\int 2x dx", "x^2 + C"),
    ("What is the integral of cos(2x)?", "sin(2x)/2 + C"),
    ("Find the integral of x^2 from 0 to 3.", "9"),
    ("What is half of 50?", "25"),
    ("Find the derivative of x^2 at x = 3.", "6"),
    ("Find the zeros of f(x) = x^2 - 9", "x = 3 or x = -3"),
    ("Find f'(2) if f(x) = x^2", "4"),
    ("What is the difference between 3 and 10?", "7"),
    ("What is 3 less than 10?", "7"),
    ("Subtract 4 from 9", "5"),
    ("Add 2/3 and 1/6.", "5/6"),
    ("Divide 12 by 8", "3/2"),
]


@pytest.mark.parametrize(("question", "answer"), ANSWERS)
def test_the_answer_is_verified(question: str, answer: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem), problem
    judged = judge_answer(problem, answer)
    assert judged.verdict is AnswerVerdict.VERIFIED, judged


@pytest.mark.parametrize("question", [q for q, _ in ANSWERS])
def test_the_reading_reads_back_as_the_same_problem(question: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    again = read_question(problem.read_as)
    assert isinstance(again, Problem), problem.read_as
    assert (again.kind, again.form, again.read_as) == (problem.kind, problem.form, problem.read_as)


@pytest.mark.parametrize(
    ("question", "answer", "verdict", "why"),
    [
        ("Expand (x + 1)(x - 2)", "(x + 1)(x - 2)", AnswerVerdict.UNCHECKED, "the question again"),
        ("Expand (x + 1)(x - 2)", "x^2 + x - 2", AnswerVerdict.REFUTED, "a slipped sign"),
        ("Expand (x + 1)(x - 2)", "x^2 - 2x + x - 2", AnswerVerdict.UNCHECKED, "like terms"),
        ("Factor x^2 - 5x + 6", "x^2 - 5x + 6", AnswerVerdict.UNCHECKED, "the question again"),
        ("Factor x^2 - 5x + 6", "(x + 2)(x + 3)", AnswerVerdict.REFUTED, "slipped signs"),
        ("Factor 2x^2 - 8", "2(x^2 - 4)", AnswerVerdict.UNCHECKED, "not factored to the end"),
        ("Factor 2x^2 - 8", "(2x - 4)(x + 2)", AnswerVerdict.UNCHECKED, "a common factor is left"),
        ("Factor x^2 - 2x + 1", "(x - 1)(x - 1)", AnswerVerdict.UNCHECKED, "equal factors apart"),
        (
            "Solve sqrt(x + 1) = x - 1",
            "x = 0 or x = 3",
            AnswerVerdict.REFUTED,
            "an extraneous root",
        ),
        ("Solve |x - 1| = 3", "x = 4", AnswerVerdict.REFUTED, "a case is lost"),
        ("Solve 3 - 2x >= 7", "x >= -2", AnswerVerdict.REFUTED, "the sign was not turned"),
        ("Solve 3 - 2x >= 7", "-2x >= 4", AnswerVerdict.UNCHECKED, "not isolated"),
        ("Solve x^2 < 4", "x < 2", AnswerVerdict.REFUTED, "it allows -3"),
        ("Solve x^2 < 4", "-2 <= x <= 2", AnswerVerdict.REFUTED, "the ends are no solutions"),
        ("Integrate 2x", "x^2", AnswerVerdict.UNCHECKED, "the constant is missing"),
        ("Write 0.35 as a fraction", "0.35", AnswerVerdict.UNCHECKED, "the number as it was given"),
        ("Write 0.35 as a fraction", "14/40", AnswerVerdict.UNCHECKED, "not in lowest terms"),
        ("Write 0.35 as a fraction", "7/20", AnswerVerdict.VERIFIED, "in lowest terms"),
        ("Write 0.35 as a fraction", "7/10", AnswerVerdict.REFUTED, "another value"),
        ("Write 7/5 as a mixed number", "7/5", AnswerVerdict.UNCHECKED, "no mixed number"),
        ("Write 7/5 as a mixed number", "1 2/5", AnswerVerdict.VERIFIED, "a mixed number"),
        ("Write 3/8 as a decimal", "3/8", AnswerVerdict.UNCHECKED, "no decimal"),
        ("Integrate 2x", "2x^2 + C", AnswerVerdict.REFUTED, "its derivative is 4x"),
        ("Integrate 1/x", "ln(x) + C", AnswerVerdict.UNCHECKED, "it has no value for -1"),
        ("Integrate 2x", "x^2 + C*x", AnswerVerdict.REFUTED, "the constant is not a constant"),
        ("Simplify sqrt(8)", "sqrt(8)", AnswerVerdict.UNCHECKED, "nothing is done"),
        ("Is 91 prime?", "True", AnswerVerdict.REFUTED, "it is 7 times 13"),
        ("Is 91 prime?", "7", AnswerVerdict.UNCHECKED, "not true or false"),
        ("List the prime factors of 60.", "2, 5", AnswerVerdict.REFUTED, "3 is missing"),
        ("List the prime factors of 60.", "4, 3, 5", AnswerVerdict.REFUTED, "4 is not prime"),
        ("Round 3.456 to 2 decimal places.", "3.45", AnswerVerdict.REFUTED, "rounded down"),
        ("Round 3.456 to 2 decimal places.", "3.456", AnswerVerdict.REFUTED, "not rounded"),
        ("Convert ff (base 16) to base 2", "1111111", AnswerVerdict.REFUTED, "a digit is lost"),
        ("Convert ff (base 16) to base 2", "255", AnswerVerdict.REFUTED, "not binary digits"),
        ("Sort 3, -1, 2.5", "-1, 3, 2.5", AnswerVerdict.REFUTED, "2.5 comes before 3"),
        ("Sort 3, -1, 2.5", "-1, 3", AnswerVerdict.UNCHECKED, "a value is missing"),
        ("Which is greater: 3/4 or 0.7?", "0.7", AnswerVerdict.REFUTED, "0.75 is greater"),
        ("Which is greater: 3/4 or 0.7?", "0.8", AnswerVerdict.UNCHECKED, "neither of them"),
        ("How many meters are there in 3.2 km?", "320", AnswerVerdict.REFUTED, "a slipped point"),
        (
            "What is next in 2, 5, 10, 17?",
            "25",
            AnswerVerdict.REFUTED,
            "not the polynomial's value",
        ),
    ],
)
def test_what_is_no_answer_or_a_wrong_one(
    question: str, answer: str, verdict: AnswerVerdict, why: str
) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict is verdict, why


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Let a = 3. What is 2 + 2?", "a is given and not used"),
        ("Let f(x) = x^2. What is 3 + 4?", "f is given and not used"),
        ("Suppose x^2 = 4. What is x + 1?", "x has two values"),
        ("Which is not greater: 3 or 4?", "a negation"),
        ("What is next in 2, 4, 9, 1?", "no polynomial of lower degree goes through the terms"),
        ("Convert 29 (base 8) to base 2", "9 is no digit of base 8"),
        ("How many meters are there in 3 hours?", "a time is no length"),
        ("Is 7 prime or 8?", "two numbers"),
        ("Round 3.456 to the nearest 7.", "not a place"),
    ],
)
def test_what_stays_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread), why
