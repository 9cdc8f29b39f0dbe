"""Equations with coefficients that are not rational: pi, e, roots, logarithms, sines."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import judge_answer, read_question
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.solving import Solution
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

PI = "Divide both sides by pi: r^2 = 25"
ROWS = (
    ("Solve pi*r^2 = 25pi for r", "r = -5 or r = 5", PI, "pi divided out"),
    (r"Solve \pi r^2 = 25\pi for r", "r = -5 or r = 5", PI, "in LaTeX"),
    ("Solve πr² = 25π for r", "r = -5 or r = 5", PI, "in Unicode"),
    ("Solve πr² = 49π, r > 0", "r = 7", "Divide both sides by pi: r^2 = 49", "a radius"),
    ("Solve 2pi*r = 10 for r", "r = 5/pi", "Divide both sides by 2pi: r = 5/pi", "pi below"),
    (
        "Solve pi*x + 2 = 5",
        "x = 3/pi",
        "Subtract 2 from both sides: pi*x = 3",
        "one operation a step",
    ),
    (
        "Solve pi*r^2 = 50",
        "r = -sqrt(50/pi) or r = sqrt(50/pi)",
        "Divide both sides by pi: r^2 = 50/pi",
        "a root of a multiple of 1/pi",
    ),
    ("Solve x^2 = 2pi", "x = -sqrt(2pi) or x = sqrt(2pi)", "Take square roots", "a root of pi"),
    ("Solve 4/3*pi*r^3 = 36pi for r", "r = 3", "r^3 = 27", "a sphere"),
    (
        "Solve 2*pi*r^2 + 10*pi*r = 28*pi",
        "r = -7 or r = 2",
        "Divide both sides by pi: 2r^2 + 10r = 28",
        "a factor of every term",
    ),
    ("Solve 2x + pi = 3pi", "x = pi", "Subtract pi from both sides: 2x = 2pi", "terms with pi"),
    (
        "Solve x = pi/2 - x",
        "x = pi/4",
        "Collect the terms with x on one side: x + x = pi/2",
        "twice",
    ),
    ("Solve x/pi = 2", "x = 2pi", "Multiply both sides by pi: x = 2pi", "divided by pi"),
    ("Solve (x - pi)^2 = 4", "x = pi - 2 or x = pi + 2", "x - pi = -2 or x - pi = 2", "a square"),
    ("Solve x^2 + pi*x = 0", "x = -pi or x = 0", "Factor x out: x(x + pi) = 0", "a zero product"),
    ("Solve sqrt(2)x + 1 = 3", "x = sqrt(2)", "Subtract 1 from both sides", "a surd"),
    (
        "Solve sqrt(3)*x - 2 = x",
        "x = 1 + sqrt(3)",
        "Factor x out: (-1 + sqrt(3))x = 2",
        "a surd and a number together",
    ),
    (
        "Solve pi*x - 1 < 2",
        "x < 3/pi",
        "Look at the sign of what stands before x: pi > 0",
        "an inequality",
    ),
    (
        "Solve 2 - pi*x >= 1",
        "x <= 1/pi",
        "Divide both sides by -pi and turn the sign around: x <= 1/pi",
        "a negative number before the unknown",
    ),
    (
        "Solve sqrt(3)*x - 2 <= x",
        "x <= 1 + sqrt(3)",
        "Look at the sign of what stands before x: -1 + sqrt(3) > 0",
        "an inequality with a surd and a number",
    ),
    ("Solve pi*x = pi*x + 1", "no real solutions", "what is left: 0 != 1", "the unknown drops out"),
    ("Solve pi*x < pi*x + 1", "all real numbers", "what is left: 0 < 1", "of an inequality too"),
    (
        "Solve sqrt(2)*(x + 1) = sqrt(8)*x",
        "x = 1",
        "Divide both sides by sqrt(2): x + 1 = 2x",
        "surds of one root",
    ),
    (
        "Solve x^2 - 2sqrt(2)*x + 1 = 0",
        "x = -1 + sqrt(2) or x = 1 + sqrt(2)",
        "Work out the discriminant b^2 - 4ac: (-2sqrt(2))^2 - 4*1*1 = 4",
        "the formula",
    ),
    (
        "Solve x^2 + sqrt(2)*x + 1 = 0",
        "no real solutions",
        "Look at the sign of the discriminant: -2 < 0",
        "a negative discriminant",
    ),
    (
        "Solve (x - sqrt(2))(x + 3) = 0",
        "x = -3 or x = sqrt(2)",
        "x - sqrt(2) = 0 or x + 3 = 0",
        "a product that is 0",
    ),
    (
        "Solve x^2 = 5 + 2sqrt(6)",
        "x = -sqrt(2) - sqrt(3) or x = sqrt(2) + sqrt(3)",
        "Take square roots of both sides",
        "a root within a root is removed",
    ),
    (
        "Solve pi*x^2 + 3 = 0",
        "no real solutions",
        "Look at the sign of the right side: -3/pi < 0",
        "a square that would be negative",
    ),
    ("Solve e^2*x = e^5", "x = e^3", "Divide both sides by e^2: x = e^3", "powers of e"),
    ("Solve x*ln(2) = ln(8)", "x = 3", "Divide both sides by ln(2): x = 3", "logarithms"),
    ("Solve x*sin(30°) = 5", "x = 10", "Divide both sides by sin(30 degrees)", "a sine"),
)


@pytest.mark.parametrize(("question", "answer", "line", "why"), ROWS, ids=[r[0] for r in ROWS])
def test_it_is_solved_with_every_claim_proved(
    question: str, answer: str, line: str, why: str
) -> None:
    texts = []
    for granularity in ("brief", "normal", "fine"):
        solution = solve(question, granularity=granularity)
        assert isinstance(solution, Solution), why
        assert solution.answer.plain == answer, why
        assert solution.verdict is AnswerVerdict.VERIFIED, solution.reason
        for step in solution.steps:
            chosen = str(step.rule).startswith("Leave out")
            assert chosen or step.claim.verdict is Verdict.PROVED, step.claim
        texts.append([step.claim.text for step in solution.steps])
    brief, normal, fine = texts
    assert any(line in text for text in normal), normal
    assert set(brief) <= set(normal) <= set(fine)


WRONG = (
    ("Solve pi*r^2 = 50", "r = sqrt(50/pi)", "a root is missing"),
    ("Solve pi*r^2 = 50", "r = 50/pi or r = -50/pi", "no root taken"),
    ("Solve pi*r^2 = 50", "no real solutions", "there are two"),
    ("Solve pi*x^2 + 3 = 0", "x = sqrt(3/pi)", "the sign lost"),
    ("Solve 2pi*r = 10 for r", "r = 5pi", "multiplied, not divided"),
    ("Solve 4/3*pi*r^3 = 100 for r", "r = cbrt(75pi)", "multiplied, not divided"),
    ("Solve x^3 + pi*x = 0", "no real solutions", "x = 0 is one"),
)


@pytest.mark.parametrize(("question", "answer", "why"), WRONG)
def test_a_wrong_answer_is_not_verified(question: str, answer: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict is not AnswerVerdict.VERIFIED, why


UNFINISHED = (
    ("Solve 2pi*r = 10 for r", "r = 10/(2pi)", "not in lowest terms"),
    ("Solve x^2 = pi^2", "x = sqrt(pi^2) or x = -sqrt(pi^2)", "a root that can be taken"),
)


@pytest.mark.parametrize(("question", "answer", "why"), UNFINISHED)
def test_a_value_that_is_not_worked_out_is_unchecked(question: str, answer: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict is AnswerVerdict.UNCHECKED, why
