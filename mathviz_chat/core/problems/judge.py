"""A claimed answer against its problem, judged on its own."""

from __future__ import annotations

from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading.tree import Node
from mathviz_chat.core.verdict import AnswerVerdict


def judge_answer(problem: Problem, answer: Node | str) -> AnswerJudgement:
    """Judge a claimed answer; text is read first. Never raises, whatever the text."""
    return AnswerJudgement(
        AnswerVerdict.UNCHECKED, f"No rule judges {problem.kind} for {answer!r}.", None
    )
