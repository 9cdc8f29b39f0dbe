"""Amplitude, period, phase shift and midline; even, odd or neither."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Unread, judge_answer, read_question
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

QUESTIONS = [
    (
        "Find the amplitude, period and phase shift of y = 3 sin(2x - pi/3) + 1",
        "(a) 3; (b) pi; (c) pi/6",
    ),
    ("What is the period of y = tan(3x)?", "pi/3"),
    ("amplitude of f(x) = -4cos(x/2)", "4"),
    ("State the midline of y = 2 sin(x) - 5", "y = -5"),
    (r"what's the period of $y = \cos\left(\frac{\pi x}{4}\right)$", "8"),
    ("find phase shift: y=sin(x+π/4)", "-pi/4"),
    ("give the amplitude and period of the function 5 cos 3x", "(a) 5; (b) 2pi/3"),
    ("Find the phase shift of y = cos(2(x - pi/3))", "pi/3"),
    ("What is the period of f(t) = 3 sin(4t)?", "pi/2"),
    ("given f(x) = 4 cos(3x - pi), find its amplitude and period", "(a) 4; (b) 2pi/3"),
    ("Is f(x) = x^3 - x odd, even or neither?", "odd"),
    ("Determine whether g(x) = x^2 + x is even, odd, or neither.", "neither"),
    ("is y=cos x even", "Yes"),
    ("Is f(x) = x cos x even?", "No"),
    ("Decide if h(x) = sin(x)/x is an odd function, an even function or neither", "even"),
    ("Is f(x) = sqrt(4 - x^2) even, odd or neither", "even"),
    ("Determine if f(x) = 1/x^2 is even, odd or neither.", "even"),
]
UNREAD = [
    ("Find the amplitude of y = 3 sin(2x) + 4 cos(2x)", "two waves"),
    ("Find the amplitude of y = tan x", "it has none"),
    ("Find the period of y = sin^2 x", "a square"),
    ("Find the period of y = |sin x|", "folded up"),
    ("Find the period of y = x + sin x", "it has none"),
    ("Find the frequency and period of y = sin(2x)", "asks for more"),
    ("Find the amplitude and the maximum value of y = 2 sin 3x", "asks for more"),
    ("Find half the period of y = 2 sin 3x", "another value"),
    ("Find the period of y = sin(2x) in degrees", "not in radians"),
    ("find the period of y = 3 sin(2x + 30°)", "not in radians"),
    ("Is f(x) = sqrt(x) even?", "defined on one side"),
    ("Is f(x) = (x^2 - x)/(x - 1) odd?", "a gap on one side"),
    ("Is f(x) = x^3 for x > 0 odd?", "its domain is told"),
    ("Is f(x) = 0 even or odd?", "it is both"),
    ("Is f(x)=x^3+x not odd?", "a negation"),
    ("Show that f(x) = x^2 + 1 is even.", "a proof is asked for"),
]


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_it_is_solved(question: str, answer: str) -> None:
    solution = solve(question)
    assert isinstance(solution, Solution), solution
    assert (solution.answer.text, solution.verdict) == (answer, AnswerVerdict.VERIFIED)
    parts = solution.parts or (solution,)
    left = [
        step.claim.text
        for part in parts
        for step in part.steps
        if step.claim.verdict is not Verdict.PROVED and step.rule != "Compare with the general form"
    ]
    assert left == []


@pytest.mark.parametrize("question", [row[0] for row in QUESTIONS])
def test_the_reading_reads_back(question: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert read_question(problem.read_as) == problem


@pytest.mark.parametrize(("question", "reason"), UNREAD)
def test_it_is_left_unread(question: str, reason: str) -> None:
    assert isinstance(read_question(question), Unread), reason


@pytest.mark.parametrize(
    ("question", "answer", "verdict"),
    [
        ("Is f(x) = x^3 - x odd, even or neither?", "f is odd", AnswerVerdict.VERIFIED),
        ("Is f(x) = x^3 - x odd, even or neither?", "neither even nor odd", AnswerVerdict.REFUTED),
        ("Is f(x) = x^3 - x odd, even or neither?", "yes", AnswerVerdict.UNCHECKED),
        ("Is y = cos(x) even?", "no", AnswerVerdict.REFUTED),
        ("Find the period of y = sin(2x)", "2pi", AnswerVerdict.REFUTED),
        ("Find the phase shift of y = sin(2x - pi/3)", "pi/3", AnswerVerdict.REFUTED),
        ("Find the midline of y = 2sin(x) - 5", "y = 5", AnswerVerdict.REFUTED),
    ],
)
def test_an_answer_is_judged(question: str, answer: str, verdict: AnswerVerdict) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict is verdict
