"""Lines about letters whose sign the question assumes."""

from __future__ import annotations

import pytest

from mathviz_chat.core import check
from mathviz_chat.core.verdict import AnswerVerdict, Verdict

QUESTION = "Simplify sqrt(18x^2) where x > 0"
PROVED, REFUTED = Verdict.PROVED, Verdict.REFUTED
ROWS = [
    (QUESTION, "sqrt(18x^2) = 3sqrt(2)*x", PROVED, "the root of x^2 is x where x is positive"),
    (QUESTION, "3sqrt(2)*x", PROVED, "an answer by itself"),
    (QUESTION, "sqrt(18x^2) = -3sqrt(2)*x", REFUTED, "the other sign"),
    (QUESTION, "sqrt(18x^2) = 3x", REFUTED, "another number"),
    ("Simplify sqrt(18x^2)", "sqrt(18x^2) = 3sqrt(2)*x", REFUTED, "nothing is assumed: x = -1"),
]


@pytest.mark.parametrize(("question", "line", "verdict", "why"), ROWS)
def test_an_identity_is_judged_where_the_question_says(
    question: str, line: str, verdict: Verdict, why: str
) -> None:
    report = check(line, question=question)
    assert report.lines[0].step.claim.verdict is verdict, why


def test_the_simplified_root_is_the_answer() -> None:
    report = check("sqrt(18x^2) = 3sqrt(2)*x", question=QUESTION)
    assert report.answer_verdict is AnswerVerdict.VERIFIED
    assert report.lines[0].step.claim.reason.endswith("where x > 0.")
