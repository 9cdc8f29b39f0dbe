"""Values of sine, cosine and tangent from another one and the quadrant."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.problems import Unread, judge_answer, read_question
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

QUESTIONS = [
    ("If sin A = 3/5 and A is acute, find cos A", "4/5"),
    ("sin θ = 5/13, θ is in the second quadrant. Find tan θ.", "-5/12"),
    ("Given that cos x = 4/5 and x is acute, find sin 2x", "24/25"),
    ("cos A = -4/5 and A is obtuse, what is sin A?", "3/5"),
    ("if sinA=3/5 and A lies in quadrant II find cos(A/2)", "sqrt(10)/10"),
    (
        r"Given $\sin A = \frac{3}{5}$ where A is acute, find the exact value of $\cos 2A$.",
        "7/25",
    ),
    ("tan B = 12/5, 180 < B < 270, work out sin B", "-12/13"),
    ("sin A = 3/5, cos B = 5/13, A and B acute. find sin(A+B)", "63/65"),
    ("suppose cos(α) = 1/3 with 3π/2 < α < 2π. Determine sin(2α)", "-4sqrt(2)/9"),
    ("Given tan θ = -3/4 and sin θ > 0, find cos θ", "-4/5"),
    ("sec x = -2, x in third quadrant, find tan x", "sqrt(3)"),
    ("csc A = 13/5, A is in the 2nd quadrant; find cot A", "-12/5"),
    ("If sin A=0.6 and A is acute find cosec A", "5/3"),
    ("sin A = 3/5, sin B = 5/13 where A and B are acute angles, find tan(A + B)", "56/33"),
    ("If sin A = 3/5 and 0 < A < 90 without finding A find tan(A/2)", "1/3"),
    ("angle θ is acute with tanθ = 3/4 find sinθ and cosθ", "(a) 3/5; (b) 4/5"),
]
UNREAD = [
    ("If sin A = 3/5, find cos A", "two quadrants"),
    ("If sin A = 3/5 and 0 < A < 180, find cos A", "two quadrants"),
    ("sin A = 3/5, A is acute or obtuse. find cos A", "two quadrants"),
    ("tan θ = -3/4 and sin θ > 0, find sin(θ/2)", "the turn is not told"),
    ("If sin A = 3/5 and A is not acute, find cos A", "a negation"),
    ("If cos A = 3/5 and A is obtuse, find sin A", "no such angle"),
    ("If sin A = 7/5 and A is acute, find cos A", "no such angle"),
    ("If sin A = 3/5 and A is acute, find A", "the angle is asked"),
    ("If sin A = 3/5 and B is acute, find cos A", "of another angle"),
    ("If sin A = 3/5 and A is acute, find cos A + sin A", "a sum"),
    ("If sin A = 3/5 and A is acute, find 2 cos A", "a multiple"),
    ("If sin A = 3/5 and A is acute, find cos^2 A", "a square"),
    ("If sin A = 3/5 and A is acute, find cos A and the area of the triangle", "asks for more"),
    ("If sin A = 3/5 and A is acute, find cos A correct to 1 decimal place", "asks to round"),
    ("If 2 sin A = 3/5 and A is acute, find cos A", "an equation"),
    ("If sin^2 A = 3/5 and A is acute, find cos A", "a square is told"),
    ("If tan A = 1 and A is acute, find tan 2A", "it has no value"),
]


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_it_is_solved_by_identities_that_are_proved(question: str, answer: str) -> None:
    solution = solve(question)
    assert isinstance(solution, Solution), solution
    assert (solution.answer.text, solution.verdict) == (answer, AnswerVerdict.VERIFIED)
    steps = [step for step in solution.steps if step.kind is not StepKind.TEXT]
    assert all(step.claim.verdict is Verdict.PROVED for step in steps), steps


@pytest.mark.parametrize("question", [row[0] for row in QUESTIONS])
def test_the_reading_reads_back(question: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert read_question(problem.read_as) == problem


@pytest.mark.parametrize(("question", "reason"), UNREAD)
def test_it_is_left_unread(question: str, reason: str) -> None:
    assert isinstance(read_question(question), Unread), reason


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("-12/13", AnswerVerdict.VERIFIED),
        ("12/13", AnswerVerdict.REFUTED),  # the sign of the first quadrant
        ("-5/13", AnswerVerdict.REFUTED),  # the cosine
        ("sqrt(1 - 25/169)", AnswerVerdict.UNCHECKED),  # not worked out
    ],
)
def test_an_answer_is_judged(answer: str, verdict: AnswerVerdict) -> None:
    problem = read_question("tan B = 12/5, 180 < B < 270, work out sin B")
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict is verdict
