"""``Prove that ... = ...``: read, worked out in steps, judged; and what is not such a question."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check, solve
from mathviz_chat.core.problems import Unread, judge_answer, read_question
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

SIGNS = {Verdict.PROVED: "P", Verdict.REFUTED: "R", Verdict.PROBABLE: "~", Verdict.UNCHECKED: "-"}

QUESTIONS = [
    ("Prove that tan x + cot x = sec x csc x", "yes"),
    ("show that (a+b)^2-(a-b)^2=4ab", "yes"),
    ("Verify the identity: 1/(1-sin x) + 1/(1+sin x) = 2 sec^2 x", "yes"),
    (
        r"Prove the following trigonometric identity: "
        r"\frac{\sin x}{1+\cos x} = \frac{1-\cos x}{\sin x}",
        "yes",
    ),
    ("Check that (x+1)(x-1) = x² - 1 for all x", "yes"),
    ("Please show that sin 2x = 2 sin x cos x holds for all x.", "yes"),
    ("Can you prove that x^3 - 1 = (x-1)(x^2+x+1)?", "yes"),
    ("Demonstrate that cosh^2 x - sinh^2 x = 1", "yes"),
    ("Show that 1/x - 1/(x+1) = 1/(x(x+1))", "yes"),
    ("Is it true that (a + b)^2 = a^2 + b^2 for all a and b?", "no"),
    ("Is sin(2x) = 2 sin(x) an identity?", "no"),
    ("Is sqrt(x^2) = x for all x?", "no"),
    ("Show that ln(x + y) = ln x + ln y", "no"),
]

UNREAD = [
    ("Show that x^2 - 4 = 0", "an equation, true for some values"),
    ("Prove that x + 2 = 5", "an equation, too"),
    ("Show that x = 2 is a solution of x^2 = 4", "of a solution"),
    ("Show that x^2 + 1 = 0 has no real solutions", "of an equation"),
    ("Given that x = 2y, show that x^2 = 4y^2", "something is given"),
    ("Show that 2x + 3 = x + 5 when x = 2", "at one place"),
    ("Prove by induction that 1 + 2 + ... + n = n(n+1)/2", "the way is told"),
    ("Prove that (x+1)^2 = x^2 + 2x + 1 and find x", "asks for more"),
    ("Disprove that (a+b)^2 = a^2 + b^2", "a negation"),
    ("Prove that (a+b)^2 = a^2+b^2 is false", "a negation behind it"),
    ("Show that (a+b)^2 ≠ a^2 + b^2", "no equation"),
    ("Show that it is not true that (a+b)^2 = a^2 + b^2", "a negation before it"),
    ("Show that sin x + cos x = 1 for some x", "not for all"),
    ("Show that sin(x)^2 + cos(x)^2 = 1 for x in degrees", "a unit is told"),
    ("Show that x^2 - y^2 = (x-y)(x+y) for integers x and y", "a restriction"),
    ("Is ln(x+y) = ln x + ln y true for all positive x and y?", "a restriction"),
]

PROVE = "Prove tan x + cot x = sec x csc x; "
TEXTS = [
    (
        PROVE + "LHS = sin x/cos x + cos x/sin x; = 1/(sin x cos x); = sec x csc x; = RHS",
        "PPPP",
        AnswerVerdict.VERIFIED,
        "from the left side to the right one",
    ),
    (
        PROVE + "L.H.S. = sin x/cos x + cos x/sin x; = 2/(sin x cos x); = sec x csc x = R.H.S.",
        "PRR",
        AnswerVerdict.UNCHECKED,
        "trap: a wrong line on the way",
    ),
    (
        PROVE + "tan x + cot x = 1/(sin x cos x); sec x csc x = 1/(sin x cos x)",
        "PP",
        AnswerVerdict.VERIFIED,
        "both sides come to the same",
    ),
    (
        PROVE + "tan x + cot x = 1/(sin x cos x)",
        "P",
        AnswerVerdict.UNCHECKED,
        "trap: the other side is not reached",
    ),
    (
        "Show that (a+b)^2 = a^2 + b^2; (a+b)^2 = a^2 + 2ab + b^2",
        "P",
        AnswerVerdict.UNCHECKED,
        "trap: it is not true",
    ),
    (
        "Show that (a+b)^2 = a^2 + b^2; LHS = a^2 + b^2; = RHS",
        "-P",
        AnswerVerdict.UNCHECKED,
        "trap: what is to be shown is false",
    ),
    ("Is (a+b)^2 = a^2 + b^2?; Answer: yes", "R", AnswerVerdict.REFUTED, "the wrong answer"),
    ("Is (a+b)^2 = a^2 + b^2?; Answer: no", "P", AnswerVerdict.VERIFIED, "the right one"),
    (
        "Show that L + R = R + L; L + R = 2L",
        "-",
        AnswerVerdict.UNCHECKED,
        "trap: letters that are no sides",
    ),
]


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_it_is_solved(question: str, answer: str) -> None:
    solution = solve(question)
    assert isinstance(solution, Solution), solution
    assert (solution.answer.text, solution.verdict) == (answer, AnswerVerdict.VERIFIED)
    assert {step.claim.verdict for step in solution.steps} == {Verdict.PROVED}
    assert len(solution.steps) > 2, "more than the claim and the answer"


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_the_other_answer_is_refuted(question: str, answer: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    other = {"yes": "no", "no": "yes"}[answer]
    assert judge_answer(problem, other).verdict is AnswerVerdict.REFUTED


@pytest.mark.parametrize(("question", "why"), UNREAD)
def test_it_is_no_such_question(question: str, why: str) -> None:
    problem = read_question(question)
    assert isinstance(problem, Unread) or problem.kind is not Kind.IDENTITY, why


@pytest.mark.parametrize(("text", "expected", "verdict", "why"), TEXTS)
def test_a_proof_is_followed(text: str, expected: str, verdict: AnswerVerdict, why: str) -> None:
    question, *lines = text.split("; ")
    report = check("\n".join(lines), question=question)
    assert "".join(SIGNS[line.step.claim.verdict] for line in report.lines) == expected, why
    assert report.answer_verdict is verdict, why


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Is ln(x^2) = 2 ln(x) for all x?", "for x > 0 only"),
        ("Is x/x = 1 for all x?", "not at 0"),
        ("Is (a^m)^n = a^(m n) for all a, m and n?", "for a > 0 only"),
        ("Prove that (a^m)^n = a^(m n)", "it is not true where both sides are defined"),
        ("Prove that e^(i x) = cos x + i sin x", "i may be a letter"),
        ("Prove that sin(180 - x) = sin x", "it may be meant in degrees"),
        ("Prove that sin(n pi) = 0", "for whole numbers n"),
        ("Prove that sin(100x) = 2 sin(50x) cos(50x)", "too long to take apart"),
    ],
)
def test_it_is_not_answered(question: str, why: str) -> None:
    assert not isinstance(solve(question), Solution), why


@pytest.mark.parametrize(
    "lines",
    [
        "LHS = RHS",
        "LHS = RHS is false for most x",
        "tan x + cot x = 1/(sin x cos x) = sec x csc x\nThe statement is false.",
        "Suppose x = pi/4\ntan x + cot x = 2\nLHS = RHS",
        "tan x + cot x = 2\n1 = 3\ntan x + cot x = sec x csc x",
        "LHS = tan x + cot x = 5\nSo LHS = RHS",
    ],
)
def test_it_is_no_proof(lines: str) -> None:
    report = check(lines, question="Prove that tan x + cot x = sec x csc x")
    assert report.answer_verdict is AnswerVerdict.UNCHECKED
