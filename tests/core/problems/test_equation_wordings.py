"""Questions about equations as people word them: read as told, solved with proved steps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mathviz_chat.core.problems import Problem, Unread, judge_answer, read_question
from mathviz_chat.core.solving import Solution, Unsolved, solve
from mathviz_chat.core.verdict import AnswerVerdict, StepKind, Verdict

TABLE = Path(__file__).parents[2] / "data" / "questions" / "equation-wordings.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("question", "answer", "reading"), ROWS)
def test_a_wording_is_read_as_told_and_solved(question: str, answer: str, reading: str) -> None:
    problem = read_question(question)
    if answer == "unread":
        assert isinstance(problem, Unread), problem
        return
    assert isinstance(problem, Problem), problem
    assert problem.read_as == reading
    assert read_question(problem.read_as) == replace(problem, real=False)  # which it does not say
    solution = solve(problem)
    if answer == "unsolved":
        assert isinstance(solution, Unsolved)
        return
    assert isinstance(solution, Solution), solution
    assert (solution.answer.plain, solution.verdict) == (answer, AnswerVerdict.VERIFIED)
    for step in solution.steps:
        wanted = Verdict.UNCHECKED if step.kind is StepKind.SETUP else Verdict.PROVED
        assert step.claim.verdict is wanted, step.claim


_SAME = "How many solutions does x + y = 2, 2x + 2y = 4 have?"
JUDGED = [
    (_SAME, "infinitely many", AnswerVerdict.VERIFIED),
    (_SAME, "infinitely many solutions", AnswerVerdict.VERIFIED),
    (_SAME, "1", AnswerVerdict.REFUTED),
    (_SAME, "infinitely many or 1", AnswerVerdict.UNCHECKED),
    ("Does x + y = 2, 2x + 2y = 4 have a solution?", "yes", AnswerVerdict.VERIFIED),
    ("Does x + y = 2, 2x + 2y = 4 have a solution?", "no", AnswerVerdict.REFUTED),
    ("Does x^2 + 1 = 0 have a real solution?", "no", AnswerVerdict.VERIFIED),
    ("Does x^2 + 1 = 0 have a real solution?", "yes", AnswerVerdict.REFUTED),
    ("Does x^2 + 1 = 0 have a real solution?", "x = 1", AnswerVerdict.UNCHECKED),
    ("How many real solutions does y = x^2 and y = 4 have?", "2", AnswerVerdict.VERIFIED),
    ("How many real solutions does y = x^2 and y = 4 have?", "1", AnswerVerdict.REFUTED),
    ("How many real solutions does y = x^2 and y = 0 have?", "1", AnswerVerdict.VERIFIED),
    ("How many real solutions does x + y = 1 and x + y = 2 have?", "none", AnswerVerdict.VERIFIED),
]


@pytest.mark.parametrize(("question", "answer", "verdict"), JUDGED)
def test_whether_and_how_many(question: str, answer: str, verdict: AnswerVerdict) -> None:
    problem = read_question(question)
    assert isinstance(problem, Problem)
    assert judge_answer(problem, answer).verdict is verdict
