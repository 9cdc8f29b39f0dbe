"""Whether an answer is the right one, compared in the way that the question asks for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.checking.equality import equal
from mathviz_chat.core.checking.equality_result import Equality, EqualityResult, undecided_because
from mathviz_chat.core.problems import Form, Kind, Problem, Unread, judge_answer, read_question

KIND_OF_FORM: Final[Mapping[Form, str]] = MappingProxyType(
    {
        Form.TRUTH: "truth value",
        Form.NUMERAL: "numeral",
        Form.ASSIGNMENT: "solution set",
        Form.SOLUTIONS: "solution set",
    }
)
"""The kind of answer, in the words of :func:`equal`; other forms are told by the answers."""


def equal_as_asked(question: str, gold: str, answer: str) -> Equality:
    """Is ``answer`` the right answer ``gold`` to the question?

    As :func:`equal`, with the kind of answer that the question's reading gives. An answer that
    equals the right one and is none in the form that the question asks for (``x^2 = 9`` where the
    question is to solve it) is undecided. Never raises, whatever the text.
    """
    problem = read_question(question)
    if isinstance(problem, Unread):
        return equal(gold, answer, question=question)
    found = equal(gold, answer, question=question, kind=_kind(problem))
    if found.result is not EqualityResult.EQUAL or gold == answer:
        return found
    judged = judge_answer(problem, answer)
    if judged.answer is None and judge_answer(problem, gold).answer is not None:
        return undecided_because(f"It is equal, but not in the form asked for: {judged.reason}")
    return found


def _kind(problem: Problem) -> str | None:
    if problem.kind is Kind.SORT:
        return "ordered list"
    return KIND_OF_FORM.get(problem.form)
