"""A claimed answer against its problem, judged on its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from mathviz_chat.core.problems.judging import assignment, expression, number, quantity, solutions
from mathviz_chat.core.problems.judging.outcome import unchecked
from mathviz_chat.core.problems.problem import AnswerJudgement, Kind, Problem
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import Node

Judge: TypeAlias = Callable[[Problem, Node, str], AnswerJudgement]

JUDGES: Final[Mapping[Kind, Judge]] = MappingProxyType(
    {
        Kind.ARITHMETIC: number.judge,
        Kind.PERCENT_OF: number.judge,
        Kind.EQUATION: solutions.judge,
        Kind.SYSTEM: assignment.judge,
        Kind.DERIVATIVE: expression.judge,
        Kind.SPEED: quantity.judge,
    }
)


def judge_answer(problem: Problem, answer: Node | str) -> AnswerJudgement:
    """Judge a claimed answer, complete and in the form that the problem asks for.

    Text is read first. *verified* and *refuted* rest on a proof of the kernel; *verified* needs
    a second way, which shares no code with it, to agree. Never raises, whatever the text.
    """
    if isinstance(answer, str):
        try:
            node = read(answer)
        except ReadError as error:
            return unchecked(f"The answer cannot be read: {error.reason}")
        return JUDGES[problem.kind](problem, node, answer.strip())
    return JUDGES[problem.kind](problem, answer, to_plain(answer))
