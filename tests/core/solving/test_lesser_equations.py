"""Equations and rewritings at the edge of what is solved: what is proved, and what is left open."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check, solve
from mathviz_chat.core.problems import Problem, judge_answer, read_question
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

PROVED = [
    ("Solve ln(x^2) = 2", "x = -e or x = e", "the logarithm of a square has two sides"),
    ("Solve ln((x - 1)^2) = 2", "x = -e + 1 or x = e + 1", "of a square of a sum"),
    ("Solve x^2 = pi", "x = -sqrt(pi) or x = sqrt(pi)", "a level that is no fraction"),
    ("Solve (pi - 3)x > 2", "x > 2/(pi - 3)", "pi - 3 is positive"),
    ("Solve (3 - pi)x > 2", "x < 2/(3 - pi)", "3 - pi is negative"),
    ("Solve |x - 1| + |x - 2| = 1", "1 <= x <= 2", "an interval"),
    ("Solve |x| = x", "x >= 0", "a half-line"),
    ("Solve |x - 1| - |x - 2| = 1", "x >= 2", "a difference of bars"),
    ("Solve |2x - 1| + |3 - 2x| = 2", "1/2 <= x <= 3/2", "slopes other than 1"),
    ("Solve |x - 1| + |x - 2| = 3", "x = 0 or x = 3", "two values, no interval"),
    ("Solve x^(3/2) = 8", "x = 4", "a power of a fraction"),
    ("Solve (x - 1)^(3/2) = 27", "x = 10", "of a sum"),
    ("Solve x^(3/5) = 8", "x = 32", "odd above and below: one root either way"),
    ("Simplify sqrt(x^2)", "|x|", "x may be negative"),
    ("What is √(x²) simplified?", "|x|", "in other words"),
    ("Simplify sqrt(9x^2)", "3*|x|", "with a factor"),
    ("Simplify sqrt(x^6)", "|x|^3", "an odd power is left"),
    ("Simplify sqrt(x^4)", "x^2", "an even one needs no bars"),
    ("Simplify sqrt(x^2) for x > 0", "x", "told to be positive"),
]


@pytest.mark.parametrize(("question", "answer", "why"), PROVED, ids=[row[0] for row in PROVED])
def test_it_is_solved_and_each_step_is_proved(question: str, answer: str, why: str) -> None:
    solved = solve(question)
    assert isinstance(solved, Solution), solved
    assert (solved.answer.plain, solved.verdict) == (answer, AnswerVerdict.VERIFIED)
    steps = [step for step in solved.steps if step.kind is not StepKind.SETUP]
    assert {step.claim.verdict for step in steps} == {Verdict.PROVED}


VERIFIED = [
    ("Solve ln(x + 1) - ln(x) = 1", "x = 1/(-1 + e)", "its steps stay open"),
    ("Solve ln(2x) - ln(x - 3) = 2", "x = 3e^2/(-2 + e^2)", "with factors"),
    ("Solve ln(x - 2) - ln(x) = 1", "no real solutions", "the candidate has no logarithm"),
]


@pytest.mark.parametrize(("question", "answer", "why"), VERIFIED, ids=[r[0] for r in VERIFIED])
def test_two_logarithms_are_verified(question: str, answer: str, why: str) -> None:
    solved = solve(question)
    assert isinstance(solved, Solution), solved
    assert (solved.answer.plain, solved.verdict) == (answer, AnswerVerdict.VERIFIED)


OPEN = [
    ("Solve x^(2/3) = 4", "x = -8 or x = 8", "it rests on what (-8)^(2/3) is"),
    ("Solve ln(x) + ln(x + 1) = 1", "x = -1/2 + sqrt(1 + 4e)/2", "a candidate that is not proved"),
]


@pytest.mark.parametrize(("question", "answer", "why"), OPEN, ids=[row[0] for row in OPEN])
def test_what_is_not_proved_is_not_verified(question: str, answer: str, why: str) -> None:
    solved = solve(question)
    assert isinstance(solved, Solution), solved
    assert (solved.answer.plain, solved.verdict) == (answer, AnswerVerdict.UNCHECKED)


CLAIMED = [
    ("Solve |x-1| + |x-2| = 1", "[1, 2]", "verified", "as an interval"),
    ("Solve |x-1| + |x-2| = 1", "x = 1 or x = 2", "refuted", "only the ends"),
    ("Solve |x-1| + |x-2| = 1", "1 < x < 2", "refuted", "the ends are lost"),
    ("Solve |x-1| + |x-2| = 1", "no solution", "refuted", "there are some"),
    ("Solve ln(x+1) - ln(x) = 1", "x = 1/(e - 1)", "verified", "another order"),
    ("Solve ln(x+1) - ln(x) = 1", "x = 1/(e + 1)", "refuted", "a sign"),
    ("Solve ln(x^2) = 2", "x = e", "refuted", "a lost solution"),
    ("Solve x^(2/3) = 4", "x = 8", "unchecked", "a convention"),
    ("Solve x^(2/3) = 4", "x = 4", "refuted", "wrong by any convention"),
    ("Simplify sqrt(x^2)", "x", "refuted", "wrong for x = -1"),
]


@pytest.mark.parametrize(
    ("question", "answer", "verdict", "why"), CLAIMED, ids=[f"{r[0]}: {r[1]}" for r in CLAIMED]
)
def test_a_claimed_answer(question: str, answer: str, verdict: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict == verdict


STEPS = [
    ("ln(x) = 2\nx = e^2 or x = -e^2", "refuted", "no logarithm of -e^2"),
    ("(pi - 3)x > 2\nx < 2/(pi - 3)", "unchecked", "the sign is not turned: not proved"),
    ("(pi - 3)x > 2\nx >= 2/(pi - 3)", "unchecked", "the end does not belong to it"),
    ("(e^2 - 7)x <= 1\nx <= 1/(e^2 - 7)", "proved", "e^2 is about 7.39"),
    ("(22/7 - pi)x < 1\nx < 1/(22/7 - pi)", "proved", "22/7 is a little more than pi"),
    ("(pi - 22/7)x < 1\nx < 1/(pi - 22/7)", "refuted", "and not less"),
]


@pytest.mark.parametrize(("lines", "verdict", "why"), STEPS, ids=[row[2] for row in STEPS])
def test_a_step_by_the_sign_of_a_number(lines: str, verdict: str, why: str) -> None:
    assert check(lines).lines[-1].step.claim.verdict == verdict


def test_a_sign_told_in_words_is_not_passed_over() -> None:
    assert not isinstance(read_question("If x is positive, simplify sqrt(x^2)"), Problem)
