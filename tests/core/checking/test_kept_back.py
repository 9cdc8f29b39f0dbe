"""What /check says of a student's wrong line: where it is wrong and why, never the result."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.checking.kept_back import without_results
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

ROWS = [
    # question; lines; what must not be said; what is said of the first wrong line; why
    (
        "Solve 3x + 7 = 22",
        "3x = 14",
        "x = 5",
        "x = 14/3: left 21, right 22",
        "the solution is kept back, the value of the line's own equation is not",
    ),
    (
        "Solve 3x + 7 = 22",
        "3x = 15\nx = 4",
        "x = 5",
        "x = 4: left 19, right 22",
        "the student's own value, put in",
    ),
    (
        "Solve x^2 - 5x + 6 = 0",
        "(x - 2)(x - 3) = 0\nx = 2",
        "x = 3",
        "A solution of x^2 - 5x + 6 = 0 is lost.",
        "that a root is lost is told, which one is not",
    ),
    (
        "Solve x + y = 5 and x - y = 1",
        "2x = 8",
        "x = 3",
        "It does not follow from x + y = 5 and x - y = 1.",
        "the point that refutes it is the solution",
    ),
    (
        "Solve x + y = 5 and x - y = 1",
        "x = 4, y = 1",
        "y = 2",
        "It does not follow from x + y = 5 and x - y = 1.",
        "and so it is for both values",
    ),
    (
        "What is 3 + 4*2?",
        "3 + 4*2 = 14",
        "11",
        "The two sides are not equal: the right side is the larger one.",
        "the value of a calculation is the result",
    ),
    (
        "What is 15% of 80?",
        "15% of 80 = 15/100*80 = 14",
        "12",
        "In 15/100*80 = 14: The two sides are not equal: the right side is the larger one.",
        "which part of a chain is wrong is told",
    ),
    (
        "Simplify sqrt(50)",
        "sqrt(50) = 2sqrt(5)",
        "7.07",
        "The two sides are not equal: the left side is the larger one.",
        "decimals would show the value",
    ),
    (
        "Solve 2^x = 10",
        "x = 3.4",
        "3.32",
        "It does not follow from 2^x = 10.",
        "a decimal may be the solution rounded",
    ),
    (
        "Find the derivative of x^3 + 2x",
        "f'(x) = 3x^2 + 2x",
        "3x^2 + 2\n",
        "x = 2: left 14, right 16",
        "values at some point are not the derivative",
    ),
    (
        "Solve sqrt(x + 5) = x - 1",
        "x = 4 or x = -1",
        "only x = 4",
        "x = -1",
        "a candidate that does not fit is the student's own",
    ),
]


@pytest.mark.parametrize(("question", "lines", "kept", "said", "why"), ROWS)
def test_a_wrong_line_is_explained_without_the_result(
    question: str, lines: str, kept: str, said: str, why: str
) -> None:
    report = without_results(check(lines, question=question))
    wrong = next(r.step.claim for r in report.lines if r.step.claim.verdict is Verdict.REFUTED)
    told = "\n".join(
        f"{row.step.claim.reason}\n{row.step.claim.witness}"
        for row in report.lines
        if row.step.claim.verdict is Verdict.REFUTED
    )
    assert said in f"{wrong.reason}\n{wrong.witness}", why
    assert kept not in f"{told}\n{report.answer_reason}\n", why
    assert report.answer_verdict is AnswerVerdict.REFUTED or report.answer is None, why


def test_what_is_right_stays_as_it_is() -> None:
    report = check("3x = 15\nx = 5", question="Solve 3x + 7 = 22")
    assert without_results(report) == report


def test_a_missing_solution_is_told_by_the_answers_reason() -> None:
    report = without_results(check("x = 2", question="Solve x^2 - 5x + 6 = 0"))
    assert report.answer_reason == "A solution is missing."
