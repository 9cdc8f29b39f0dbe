"""What a text's answer is judged against, and the verdict on it."""

from __future__ import annotations

from dataclasses import replace

from mathviz_chat.core.checking.announced import without_restriction
from mathviz_chat.core.checking.doubts import MODULUS
from mathviz_chat.core.checking.facts import Facts
from mathviz_chat.core.checking.lines import DECIMAL_COMMA, with_decimal_points
from mathviz_chat.core.checking.spoken_answers import value_said
from mathviz_chat.core.checking.stray import stray
from mathviz_chat.core.checking.task import Task
from mathviz_chat.core.problems import AnswerJudgement, Problem, Unread, judge_answer, read_question
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.logarithms import has_open_base
from mathviz_chat.core.reading.tree import Node
from mathviz_chat.core.verdict import AnswerVerdict


def judge_claimed(task: Task, facts: Facts, text: str, node: Node | None) -> AnswerJudgement | None:
    """The verdict on an answer of a text; None where no question is read.

    node: its tree, where it has one; ``text`` is judged first, as it says all of it.
    """
    problem = problem_of(task, facts)
    if problem is None:
        return None
    if node is not None and (strange := stray(node, problem.conditions, task)) == MODULUS:
        return AnswerJudgement(AnswerVerdict.UNCHECKED, strange, None)
    whole = judge_answer(problem, text)
    pointed = with_decimal_points(text) if whole.verdict is AnswerVerdict.REFUTED else None
    if pointed and judge_answer(problem, pointed).verdict is AnswerVerdict.VERIFIED:
        return replace(whole, verdict=AnswerVerdict.UNCHECKED, reason=DECIMAL_COMMA)
    if whole.verdict is not AnswerVerdict.UNCHECKED:
        return whole
    restricted = _judge_restricted(problem, text)
    if restricted is not None or node is None:
        return restricted or whole
    part = judge_answer(problem, node)
    return part if part.verdict is not AnswerVerdict.UNCHECKED else whole


def judge_said(task: Task, facts: Facts, text: str, node: Node | None) -> AnswerJudgement | None:
    """The verdict on an answer as it stands, or on the value that its sentence gives."""
    judged = judge_claimed(task, facts, text, node)
    if judged is None or judged.verdict is not AnswerVerdict.UNCHECKED:
        return judged
    value = value_in(text, task, facts)
    said = None if value is None else judge_claimed(task, facts, value, None)
    decided = said is not None and said.verdict in (AnswerVerdict.VERIFIED, AnswerVerdict.REFUTED)
    return said if decided else judged


def value_in(sentence: str, task: Task, facts: Facts) -> str | None:
    """``13`` of ``Ann is 13``, where the question asks for that."""
    return value_said(sentence, task.question or "", facts.unknowns)


def problem_of(task: Task, facts: Facts) -> Problem | None:
    """The question's; without a question, that of solving what the text takes as given."""
    if task.problem is not None:
        return task.problem
    if task.question is not None or not facts.given or has_open_base(*facts.given):
        return None
    problem = read_question("Solve " + " and ".join(to_plain(fact) for fact in facts.given))
    return None if isinstance(problem, Unread) else problem


def _judge_restricted(problem: Problem, text: str) -> AnswerJudgement | None:
    """``x + 3, x != 3``: the value that is left out must be one that has to be left out."""
    parts = without_restriction(text)
    if parts is None:
        return None
    judged = judge_answer(problem, parts[0])
    try:
        said = to_plain(read(parts[1]))
    except ReadError:
        return None
    if judged.answer is None or (
        judged.verdict is AnswerVerdict.VERIFIED and said not in judged.answer.conditions
    ):
        return None
    left = tuple(one for one in judged.answer.conditions if one != said)
    return replace(judged, answer=replace(judged.answer, text=text, conditions=left))
