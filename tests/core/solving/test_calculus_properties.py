"""Generated questions on calculus and linear algebra: verified, every claim but setups proved."""

from __future__ import annotations

import pytest

from mathviz_chat.core.problems import Problem, read_question
from mathviz_chat.core.solving import Solution, solve
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict
from tests.core.solving.generated_calculus import GENERATORS, question

QUESTIONS_PER_KIND = 12


@pytest.mark.parametrize("kind", sorted(GENERATORS))
def test_generated_questions_end_verified_with_every_claim_proved(kind: str) -> None:
    for number in range(QUESTIONS_PER_KIND):
        text = question(kind, number)
        problem = read_question(text)
        assert isinstance(problem, Problem), (text, problem)
        solution = solve(problem, granularity="fine")
        assert isinstance(solution, Solution), (text, solution)
        assert solution.verdict is AnswerVerdict.VERIFIED, (text, solution.answer, solution.reason)
        for step in solution.steps:
            wanted = Verdict.UNCHECKED if step.kind is StepKind.SETUP else Verdict.PROVED
            assert step.claim.verdict is wanted, (text, step.claim)
