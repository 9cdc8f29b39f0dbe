"""Congruences: read in many words, solved with proved steps, and judged by trying every number."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Problem, Unread, judge_answer, read_question
from mathviz_chat.core.problems.problem import Kind
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

SOLVED = [
    ("Solve 3x ≡ 4 (mod 7)", "x ≡ 6 (mod 7)", "the shortest"),
    ("3x = 4 mod 7", "x ≡ 6 (mod 7)", "an equals sign"),
    ("find x such that 3x is congruent to 4 modulo 7", "x ≡ 6 (mod 7)", "in words"),
    ("Solve $3x \\equiv 4 \\pmod{7}$", "x ≡ 6 (mod 7)", "LaTeX"),
    ("3x ≡ 4 (mod 7), find x", "x ≡ 6 (mod 7)", "the task behind it"),
    ("Hi, can you solve 3x ≡ 4 (mod 7) please? Show your steps.", "x ≡ 6 (mod 7)", "politely"),
    ("Solve the linear congruence 14x ≡ 30 (mod 100) for x", "x ≡ 45 (mod 50)", "a common divisor"),
    ("Find all integers x with 5x + 2 ≡ 4 mod 11", "x ≡ 7 (mod 11)", "a number beside x"),
    ("Solve -3x ≡ 4 (mod 7)", "x ≡ 1 (mod 7)", "a negative coefficient"),
    ("Solve 6x ≡ 3 (mod 8)", "no solution", "3 is no multiple of 2"),
    ("4y = 2 mod 6", "y ≡ 2 (mod 3)", "another letter"),
    ("What is the inverse of 17 modulo 43?", "38 (mod 43)", "an inverse"),
    ("Find the multiplicative inverse of 3 mod 11.", "4 (mod 11)", "named in full"),
    ("inverse of 6 mod 9", "no inverse", "not coprime"),
    ("Solve x ≡ 2 (mod 3) and x ≡ 3 (mod 5)", "x ≡ 8 (mod 15)", "two at once"),
    ("Use the Chinese remainder theorem: x ≡ 2 mod 3, x ≡ 3 mod 5", "x ≡ 8 (mod 15)", "by name"),
    ("Solve x ≡ 1 (mod 4) and x ≡ 3 (mod 6)", "x ≡ 9 (mod 12)", "moduli with a common divisor"),
    ("Solve x ≡ 1 (mod 4) and x ≡ 2 (mod 6)", "no solution", "odd and even"),
    ("Find the smallest positive integer x with x ≡ 2 (mod 3) and x ≡ 3 (mod 5)", "8", "least"),
]


@pytest.mark.parametrize(("question", "answer", "why"), SOLVED, ids=[row[0] for row in SOLVED])
def test_it_is_read_solved_and_verified(question: str, answer: str, why: str) -> None:
    solved = solve(question)
    assert isinstance(solved, Solution), solved
    assert (solved.answer.plain, solved.verdict) == (answer, AnswerVerdict.VERIFIED)
    steps = [step for step in solved.steps if step.kind is not StepKind.SETUP]
    assert {step.claim.verdict for step in steps} == {Verdict.PROVED}
    assert read_question(solved.problem.read_as) == solved.problem, "the reading reads back"


UNREAD = [
    ("Solve 3x ≢ 4 (mod 7)", "a negated sign"),
    ("x is not congruent to 2 mod 3, find x", "a negation"),
    ("Solve 3x ≡ 4 (mod 7) for x > 20", "a bound"),
    ("Find all x with 0 <= x < 20 and 3x ≡ 4 (mod 7)", "an interval"),
    ("Find the largest x below 100 such that 3x ≡ 4 (mod 7)", "the largest"),
    ("Find the second smallest positive x such that x ≡ 2 (mod 3)", "the second"),
    ("Find the smallest x such that 3x ≡ 4 (mod 7)", "there is no smallest"),
    ("Solve 3x ≡ 4 (mod 7) and x is even", "a condition in words"),
    ("Solve 3x ≡ 4 (mod 7) where x is negative", "a sign"),
    ("How many solutions has 3x ≡ 4 (mod 7)?", "a count"),
    ("Does 6x ≡ 4 (mod 8) have a solution?", "yes or no"),
    ("Is 3x ≡ 4 (mod 7)?", "yes or no"),
    ("Is 3 the inverse of 5 mod 7?", "yes or no about an inverse"),
    ("Solve x^2 ≡ 2 (mod 7)", "a square"),
    ("Solve 3x + 2y ≡ 4 (mod 7)", "two unknowns"),
    ("Solve x ≡ 2 (mod 3) or x ≡ 3 (mod 5)", "or"),
    ("Solve x ≡ 2 (mod 3), x ≡ 3 (mod 5), x ≡ 2 (mod 7)", "three"),
    ("Find the inverse of 3 mod 7 and mod 11", "two moduli"),
    ("Find the inverse of 3 + 4 mod 7", "a sum"),
    ("Find the inverse of 3.5 mod 7", "no whole number"),
    ("Find the additive inverse of 3 mod 7", "another inverse"),
    ("Solve 2 * 3x ≡ 4 (mod 7)", "a factor before it"),
    ("Solve 3x ≡ 4 * 2 (mod 7)", "a factor behind it"),
]


@pytest.mark.parametrize(("question", "why"), UNREAD, ids=[row[1] for row in UNREAD])
def test_what_says_more_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread)


CLAIMED = [
    ("Solve 3x ≡ 4 (mod 7)", "x = 7k + 6", "verified", "a family"),
    ("Solve 3x ≡ 4 (mod 7)", "6 + 7n", "verified", "the other way round"),
    ("Solve 3x ≡ 4 (mod 7)", "x ≡ 13 (mod 7)", "verified", "another number of the class"),
    ("Solve 3x ≡ 4 (mod 7)", "x ≡ 6 (mod 14)", "refuted", "half of them"),
    ("Solve 3x ≡ 4 (mod 7)", "x ≡ 5 (mod 7)", "refuted", "wrong"),
    ("Solve 3x ≡ 4 (mod 7)", "x = 6", "unchecked", "one of them"),
    ("Solve 3x ≡ 4 (mod 7)", "no solution", "refuted", "there is one"),
    ("Solve 6x ≡ 4 (mod 8)", "x ≡ 2, 6 (mod 8)", "verified", "two classes"),
    ("Solve 6x ≡ 4 (mod 8)", "x ≡ 2 (mod 8)", "refuted", "one of two classes"),
    ("Find the inverse of 3 mod 7", "5", "verified", "the number alone"),
    ("Find the inverse of 3 mod 7", "12", "unchecked", "not the one from 0 to 6"),
    ("Find the inverse of 3 mod 7", "1/3", "unchecked", "a fraction"),
    ("Find the smallest positive x with x ≡ 2 (mod 3)", "5", "refuted", "2 is smaller"),
]


@pytest.mark.parametrize(
    ("question", "answer", "verdict", "why"), CLAIMED, ids=[f"{r[0]}: {r[1]}" for r in CLAIMED]
)
def test_a_claimed_answer(question: str, answer: str, verdict: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert problem.kind is Kind.CONGRUENCE
    assert judge_answer(problem, answer).verdict == verdict
