"""Powers and roots of complex numbers: read, solved, judged, or left alone."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Problem, Unread, judge_answer, read_question
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

SOLVED = [
    ("Find the cube roots of 8i", "z = sqrt(3) + i or z = -sqrt(3) + i or z = -2i", "imaginary"),
    (
        "What are the three cube roots of 8?",
        "z = 2 or z = -1 + sqrt(3)*i or z = -1 - sqrt(3)*i", "real, all of them",
    ),
    ("Find the 4th roots of 16", "z = 2 or z = 2i or z = -2 or z = -2i", "four, in the plural"),
    (
        "Find all cube roots of -8",
        "z = 1 + sqrt(3)*i or z = -2 or z = 1 - sqrt(3)*i", "all of them",
    ),
    (
        "Find the square roots of 2 + 2i sqrt(3)",
        "z = sqrt(3) + i or z = -sqrt(3) - i", "i within a product",
    ),
    (
        "Find the fourth roots of -16",
        "z = sqrt(2) + sqrt(2)*i or z = -sqrt(2) + sqrt(2)*i or z = -sqrt(2) - sqrt(2)*i "
        "or z = sqrt(2) - sqrt(2)*i", "none is real",
    ),
    (
        "Find the fifth roots of unity",
        "z = 1 or z = cos(2pi/5) + i*sin(2pi/5) or z = cos(4pi/5) + i*sin(4pi/5) or "
        "z = cos(6pi/5) + i*sin(6pi/5) or z = cos(8pi/5) + i*sin(8pi/5)", "no surds",
    ),
    (
        "Solve w^4 = -8 + 8 sqrt(3) i",
        "w = sqrt(3) + i or w = -1 + sqrt(3)*i or w = -sqrt(3) - i or w = 1 - sqrt(3)*i",
        "an equation",
    ),
    ("Use De Moivre's theorem to find (1 + i sqrt(3))^6", "64", "a power"),
    ("Use De Moivre's theorem to find (1+i)^8", "16", "rational parts, by the theorem"),
    ("Express (sqrt(3) - i)^5 in the form a + bi", "-16sqrt(3) - 16i", "no theorem is named"),
    ("Find (cos(pi/12) + i sin(pi/12))^6 using De Moivre's theorem", "i", "in polar form"),
    ("(2(cos 30° + i sin 30°))^4", "-8 + 8sqrt(3)*i", "in degrees"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "why"), SOLVED, ids=[row[2] for row in SOLVED])
def test_it_is_read_and_verified(question: str, answer: str, why: str) -> None:
    solved = solve(question)
    assert isinstance(solved, Solution), solved
    assert (solved.answer.plain, solved.verdict) == (answer, AnswerVerdict.VERIFIED)
    assert all(step.claim.verdict in (Verdict.PROVED, Verdict.UNCHECKED) for step in solved.steps)
    assert read_question(solved.problem.read_as) == solved.problem


UNREAD = [
    ("Find the cube roots of 8", "the real one, or three"),
    ("Find the real fourth roots of 16", "some of them"),
    ("Find the four cube roots of 8i", "there are three"),
    ("Find the cube root of 8i", "one of three"),
    ("Find the sum of the cube roots of 8i", "something of them"),
    ("Find the cube roots of 8i that are not real", "a condition"),
    ("Find the cube roots of 8i with positive real part", "some of them"),
    ("Find the cube roots of 1 + 2i", "no known argument"),
    ("Do not use De Moivre's theorem to find (1+i)^8", "a negation"),
    ("Use De Moivre's theorem to prove cos 3t = 4cos^3 t - 3cos t", "an identity"),
]


@pytest.mark.parametrize(("question", "why"), UNREAD, ids=[row[1] for row in UNREAD])
def test_what_says_more_or_less_is_unread(question: str, why: str) -> None:
    assert isinstance(read_question(question), Unread)


JUDGED = [
    ("Find the fourth roots of 16", "2, -2", "unchecked", "the real ones may be meant"),
    ("Find the fourth roots of 16", "2, 2i", "refuted", "two of four"),
    ("Find the fourth roots of 16", "2, -2, 3", "refuted", "a wrong one"),
    ("Find the cube roots of 8i", "-2i, sqrt(3) + i, -sqrt(3) + i", "verified", "any order"),
    ("Find the cube roots of 8i", "z = -2i or z = sqrt(3) + i", "refuted", "one is missing"),
    ("Find the cube roots of 8i", "-2i, -2i, sqrt(3) + i", "refuted", "one twice"),
    ("Find the cube roots of 8i", "2i, sqrt(3) + i, -sqrt(3) + i", "refuted", "a wrong sign"),
    ("Find the cube roots of 8i", "2e^(i*pi/6), 2e^(5i*pi/6), -2i", "verified", "mixed forms"),
    ("Find the cube roots of 8i", "-2i, 1.73 + i, -1.73 + i", "unchecked", "rounded"),
    ("Use De Moivre's theorem to find (1 + i sqrt(3))^5", "16 - 16sqrt(3)*i", "verified", "power"),
    ("Use De Moivre's theorem to find (1 + i sqrt(3))^5", "16 + 16sqrt(3)*i", "refuted", "sign"),
    (
        "Use De Moivre's theorem to find (1 + i sqrt(3))^5", "(1 + i sqrt(3))^5", "unchecked",
        "not worked out",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "verdict", "why"), JUDGED)
def test_a_claimed_answer(question: str, answer: str, verdict: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict.value == verdict
