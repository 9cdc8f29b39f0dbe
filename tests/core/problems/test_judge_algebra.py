"""Claimed answers of the kinds of algebra: right ones are verified, wrong ones never."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Problem, judge_answer, read_question
from mathviz_chat.core.verdict import AnswerVerdict

V, R, U = AnswerVerdict.VERIFIED, AnswerVerdict.REFUTED, AnswerVerdict.UNCHECKED

ROWS = [
    ("Solve A = l*w for w", "w = A/l", V, "the letter alone"),
    ("Solve A = l*w for w", "w = A*l", R, "another formula"),
    ("Solve A = l*w for w", "A/w = l", U, "the letter is not alone"),
    ("Solve x + y = 5 and xy = 6", "x = 2, y = 3 or x = 3, y = 2", V, "both solutions"),
    ("Solve x + y = 5 and xy = 6", "(2, 3), (3, 2)", V, "as points"),
    ("Solve x + y = 5 and xy = 6", "x = 2, y = 3 or x = 1, y = 4", R, "a pair that does not fit"),
    ("Solve 2^x = 8", "x = 3", V, "an exponent"),
    ("Solve 2^x = 8", "x = 4", R, "another exponent"),
    ("Solve 2^x = 10", "x = ln(10)/ln(2)", V, "a quotient of logarithms"),
    ("Solve log_2(x) + log_2(x - 2) = 3", "x = 4 or x = -2", R, "outside the domain"),
    ("Solve sin(x) = 1/2 for 0 <= x < 2pi", "x = pi/6 or x = 5pi/6", V, "both angles"),
    ("Solve sin(x) = 1/2 for 0 <= x < 2pi", "x = pi/6", R, "an angle is missing"),
    ("Solve sin(x) = 1/2 for 0 <= x < 2pi", "x = pi/6 or x = 13pi/6", R, "outside the domain"),
    ("Solve sin(x) = 1/2 for 0 <= x < 2pi", "x = pi/3 or x = 2pi/3", R, "another sine"),
    ("Find the general solution of sin(x) = 0", "x = n*pi", V, "every half turn"),
    ("Find the general solution of sin(x) = 0", "x = 2n*pi", R, "half of them"),
    ("Find the general solution of sin(x) = 0", "x = n*pi/2", R, "too many"),
    ("Find the inverse of f(x) = 2x + 3", "(x - 3)/2", V, "undone"),
    ("Find the inverse of f(x) = 2x + 3", "x/2 - 3", R, "in the wrong order"),
    ("Divide x^3 - 2x + 5 by x - 1", "quotient x^2 + x - 1, remainder 4", V, "both parts"),
    ("Divide x^3 - 2x + 5 by x - 1", "quotient x^2 + x - 1, remainder 5", R, "another remainder"),
    ("Divide x^3 - 2x + 5 by x - 1", "x^2 + x - 1", U, "the remainder is not told"),
    ("Find all complex roots of x^4 - 1 = 0", "x = 1 or x = -1 or x = i or x = -i", V, "four"),
    ("Find all complex roots of x^4 - 1 = 0", "x = 1 or x = -1", R, "the real ones only"),
    ("Find all complex roots of x^4 - 1 = 0", "x = 1, -1, i, 2i", R, "one that is none"),
    (
        "Find all complex roots of x^3 = 8",
        "x = 2 or x = -1 + sqrt(3)i or x = -1 - sqrt(3)i",
        V,
        "3",
    ),
    ("x^4 + 4 = 0 over the complex numbers", "x = ±1 ± i", U, "signs that are not told apart"),
    ("Partial fractions of (5x - 1)/(x^2 - 1)", "2/(x - 1) + 3/(x + 1)", V, "one for each factor"),
    ("Partial fractions of (5x - 1)/(x^2 - 1)", "3/(x + 1) + 2/(x - 1)", V, "in any order"),
    ("Partial fractions of (5x - 1)/(x^2 - 1)", "3/(x - 1) + 2/(x + 1)", R, "exchanged"),
    ("Partial fractions of (5x - 1)/(x^2 - 1)", "(5x - 1)/((x - 1)(x + 1))", U, "not taken apart"),
    ("Partial fractions of (5x - 1)/(x^2 - 1)", "5x/(x^2 - 1) - 1/(x^2 - 1)", U, "the factors"),
    ("What is 1 - 1/2 + 1/4 - 1/8 + ...?", "2/3", V, "alternating signs"),
    ("What is 1 - 1/2 + 1/4 - 1/8 + ...?", "2", R, "the signs are left out"),
    ("Find sum_{n=1}^{oo} 1/(n(n+1))", "1", V, "telescoping"),
    ("Find sum_{n=1}^{oo} 1/(n(n+1))", "2", R, "another value"),
    ("1 + 2 + 4 + 8 + ...", "diverges", V, "no sum"),
    ("1 + 2 + 4 + 8 + ...", "converges", R, "the formula outside its domain"),
    ("Complete the square: x^2 + 6x + 5", "(x + 3)^2 - 4", V, "a square and a number"),
    ("Complete the square: x^2 + 6x + 5", "(x + 3)^2 + 4", R, "another number"),
    ("Complete the square: x^2 + 6x + 5", "(x + 1)(x + 5)", U, "factored"),
    ("Find the vertex of y = x^2 - 4x + 3", "(2, -1)", V, "the lowest point"),
    ("Find the vertex of y = x^2 - 4x + 3", "(-2, -1)", R, "mirrored"),
    ("How many real solutions does x^2 = 16 have?", "2", V, "two signs"),
    ("How many real solutions does x^2 = 16 have?", "1", R, "one sign"),
    ("Find the discriminant of x^2 - 4x + 1", "12", V, "b^2 - 4ac"),
    ("Find the discriminant of x^2 - 4x + 1", "20", R, "b^2 + 4ac"),
    ("Factor ax + ay + cx + cy", "(a + c)(x + y)", V, "in any order"),
    ("Factor ax + ay + cx + cy", "a(x + y) + c(x + y)", U, "half way"),
    ("Factor 4x^2 - 9y^2", "(2x - 3y)^2", R, "another product"),
    ("Write 84 as a product of primes", "2^2*3*7", V, "prime powers"),
    ("Write 84 as a product of primes", "4*21", R, "not prime"),
    ("Write 84 as a product of primes", "2*3*7", R, "another number"),
    ("List all the factors of 12", "1, 2, 3, 4, 6, 12", V, "all of them"),
    ("List all the factors of 12", "1, 2, 3, 4, 6", R, "one is missing"),
    ("List all the factors of 12", "1, 2, 3, 4, 5, 6, 12", R, "one too many"),
    (
        "Find the sum of the first 10 terms of the arithmetic sequence 2, 5, 8",
        "155",
        V,
        "by formula",
    ),
    (
        "Find the sum of the first 10 terms of the arithmetic sequence 2, 5, 8",
        "158",
        R,
        "off by one",
    ),
    ("What is the 6th term of the geometric sequence 2, 6, 18?", "486", V, "the sixth"),
    ("What is the 6th term of the geometric sequence 2, 6, 18?", "1458", R, "the seventh"),
]


@pytest.mark.parametrize(("question", "answer", "verdict", "why"), ROWS)
def test_answers_are_judged(question: str, answer: str, verdict: AnswerVerdict, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem), (why, problem)
    judged = judge_answer(problem, answer)
    assert judged.verdict is verdict, (why, judged)


UNREAD = [
    ("Solve sin(x) = 1/2 for 0 <= x < 2pi except pi/6", "an exception"),
    ("Solve x^2 = 9 by magic", "no method"),
    ("Find the prime solution of x^2 = 9", "a selection"),
    ("Factor x^2 - 4 over the complex numbers", "another domain"),
    ("What is the next term of 2, 3?", "two terms say nothing"),
    ("Find the inverse of f(x) = 2x + 3 at x = 5", "a place"),
    ("Divide x^2 by 0", "no polynomial division"),
    ("Divide 10 by 2x", "a fraction, no division with remainder"),
    ("What is the sum of 3, 4 and 5 divided by 2?", "of the 5, or of the sum"),
    ("What is the product of 2, 3 and 4 plus 1?", "to the 4, or to the product"),
    ("What is the square of 3 times 2?", "of 3, or of 6"),
    ("What is log base 3 of 81 times 2?", "of 81, or of 162"),
    ("What is the remainder when 59 is divided by 8 plus 1?", "of 8, or of 9"),
    ("How many even solutions does x^2 = 16 have?", "a kind of number"),
]


@pytest.mark.parametrize(("question", "why"), UNREAD)
def test_what_no_rule_uses_is_unread(question: str, why: str) -> None:
    assert not isinstance(read_question(question), Problem), why
