"""Series by name, asymptotes, gradients: said again as questions that are read, or left alone."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Problem, Unread, judge_answer, read_question
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict

SOLVED = [
    ("Does the series 1/n^2 converge?", "converges", "a general term"),
    ("Does the sum of 1/n diverge?", "diverges", "a sum"),
    ("Does the series (-1)^n/n converge?", "converges", "alternating"),
    ("Does the alternating series (-1)^n/sqrt(n) converge?", "converges", "called alternating"),
    ("Does the harmonic series converge?", "diverges", "by name"),
    ("Is the geometric series with ratio 1/2 convergent?", "converges", "by its ratio"),
    ("Does the p-series with p = 3/2 converge?", "converges", "by its power"),
    ("Determine whether the series n/2^n converges or diverges.", "converges", "either"),
    ("Is the series 1/ln(n) convergent?", "diverges", "it begins where it has a value"),
    ("Test the series 1/n! for convergence", "converges", "a test"),
    ("Does the sum of 1/n^2 from n = 1 to infinity converge?", "converges", "with its range"),
    ("Does the series sum of 1/n^2 from n = 1 to infinity converge?", "converges", "doubly"),
    ("Find the vertical asymptotes of 1/(x^2-4)", "x = -2 or x = 2", "two"),
    ("What are the vertical asymptotes of (x^2-4)/((x-2)(x+3))?", "x = -3", "beside a hole"),
    ("Find the horizontal asymptote of (2x+1)/(x-3)", "y = 2", "equal degrees"),
    ("Let f(x) = 1/x. Find the horizontal asymptote.", "y = 0", "a higher power below"),
    ("Where are the vertical asymptotes of y = x/(x^2+1)?", "no real solutions", "none"),
    (
        "Find the vertical and horizontal asymptotes of f(x) = (2x^2+1)/(x^2-1)",
        "(a) x = -1 or x = 1; (b) y = 2", "both",
    ),
    ("Let f(x,y) = x^2 + 3xy. Find the partial derivatives.", "(a) 2x + 3y; (b) 3x", "by name"),
    (
        "Find the second partial derivatives of f(x,y) = x^2*y + y^3",
        "(a) 2y; (b) 2x; (c) 6y", "three parts",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "why"), SOLVED, ids=[row[0] for row in SOLVED])
def test_it_is_read_and_verified(question: str, answer: str, why: str) -> None:
    solved = solve(question)
    assert isinstance(solved, Solution), solved
    assert (solved.answer.plain, solved.verdict) == (answer, AnswerVerdict.VERIFIED)


UNREAD = [
    ("Does the sequence 1/n^2 converge?", "a sequence"),
    ("Does 1/n^2 converge?", "a sequence or a series"),
    ("Does the series 1/n^2 converge absolutely?", "absolutely"),
    ("What does the series 1/n^2 converge to?", "its value"),
    ("Does the series 1/n^2 not converge?", "a negation"),
    ("For which p does the series 1/n^p converge?", "a parameter"),
    ("Does the series 1/n^2 converge for n < 5?", "a condition"),
    ("Does the series 1/n^2 converge faster than 1/n^3?", "a comparison"),
    ("Does the series of the first 10 terms of 1/n converge?", "a finite sum"),
    ("Find the oblique asymptote of (x+1)/(x-1)", "it has none"),
    ("Find the horizontal asymptote of (x^2+1)/(x-1)", "there is none"),
    ("Find the asymptotes of tan(x)", "no quotient of polynomials"),
    ("Find the vertical asymptote of (x^2-4)/(x-2)", "a hole"),
    ("How many vertical asymptotes has 1/(x^2-4)?", "a count"),
    ("Find the horizontal asymptote of (2x+1)/(x-3) as x goes to -infinity", "a side"),
    ("Find the magnitude of the gradient of f(x,y) = x^2*y", "something of it"),
    ("Find the directional derivative of f(x,y) = x*y in direction (1,1)", "a direction"),
    ("Find the determinant of the Hessian of f(x,y) = x^2*y", "something of it"),
]


@pytest.mark.parametrize(("question", "why"), UNREAD, ids=[row[0] for row in UNREAD])
def test_what_asks_something_else_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread)


def test_claimed_answers() -> None:
    series = read_question("Does the series 1/n^2 converge?")
    level = read_question("Find the horizontal asymptote of (2x+1)/(x-3)")
    assert isinstance(series, Problem)
    assert isinstance(level, Problem)
    assert judge_answer(series, "diverges").verdict is AnswerVerdict.REFUTED
    assert judge_answer(series, "converges").verdict is AnswerVerdict.VERIFIED
    assert judge_answer(level, "y = 1").verdict is AnswerVerdict.REFUTED
    assert judge_answer(level, "y = 2").verdict is AnswerVerdict.VERIFIED
