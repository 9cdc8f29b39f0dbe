"""Recurring decimals as fractions, by the difference of two multiples."""

from __future__ import annotations

import pytest

from mathviz_chat.core import solve
from mathviz_chat.core.solving.solution import Solution
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

ROWS = [
    ("write 0.333... as a fraction", "1/3", "10x = 3.333...", "one digit"),
    ("express 0.(27) as a fraction", "3/11", "100x = 27.2727...", "a period of two"),
    ("convert 0.1666... to a fraction", "1/6", "100x - 10x = 15", "a digit before the period"),
    ("write 0.(9) as a fraction", "1", "0.(9) = 1", "nines have no digits of their own"),
    ("convert 2.3 recurring to a fraction", "7/3", "10x - x = 21", "above 1"),
    ("write 0.(142857) as a fraction", "1/7", "1000000x - x = 142857", "a long period"),
]


@pytest.mark.parametrize(("question", "answer", "line", "why"), ROWS, ids=[r[0] for r in ROWS])
def test_the_steps_are_those_of_a_class(question: str, answer: str, line: str, why: str) -> None:
    found = solve(question)
    assert isinstance(found, Solution) and found.verdict is AnswerVerdict.VERIFIED, why
    assert found.answer.text == answer
    claims = [step.claim for step in found.steps if step.kind is StepKind.STEP]
    assert any(claim.text.endswith(line) for claim in claims)
    assert all(claim.verdict is Verdict.PROVED for claim in claims)
