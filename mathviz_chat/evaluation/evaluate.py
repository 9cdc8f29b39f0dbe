"""Asks each question in a session, as a user would, and compares the answer with the right one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mathviz_chat.core.checking.equality_result import Equality, EqualityResult
from mathviz_chat.core.verdict import AnswerVerdict
from mathviz_chat.engine import Session
from mathviz_chat.errors import BackendError, BackendUnavailable, CheckStopped, ModelNotFound
from mathviz_chat.evaluation.questions import Question
from mathviz_chat.events import Attempt, Done, Failed, Source
from mathviz_chat.worker.pool import map_in_order


class Result(StrEnum):
    """What became of a question."""

    RIGHT = "right"
    WRONG = "wrong"
    UNDECIDED = "undecided"  # an answer, and the comparison with the right one came to no end
    UNREAD = "unread"  # no answer: the question was not read, or nobody came to one


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One question with what came of it.

    answer: as plain text, None where none came. verdict: of the program, known without the right
    answer. reason: why it is not right, or how it was compared. source: who gave the answer.
    seconds: from asking to the end of the answer with all its checks, without the comparison.
    text: the answer as it was written.
    """

    question: Question
    result: Result
    answer: str | None
    verdict: AnswerVerdict
    reason: str
    source: Source
    seconds: float
    text: str = ""


_RESULTS = {
    EqualityResult.EQUAL: Result.RIGHT,
    EqualityResult.UNEQUAL: Result.WRONG,
    EqualityResult.UNDECIDED: Result.UNDECIDED,
}
_FATAL: dict[str, type[BackendError]] = {
    error.code: error for error in (BackendUnavailable, ModelNotFound)
}


def evaluate(
    questions: Iterable[Question], make: Callable[[], Session], *, workers: int = 1
) -> Iterator[Evaluated]:
    """Ask every question, each in a conversation of its own; yields in the order of ``questions``.

    make: opens a session with the backend, solver and options to be evaluated; one is made for
    each of the ``workers`` (threads), and closed at the end.

    Raises BackendUnavailable and ModelNotFound where no model is there to be asked, and what
    ``make`` raises. A question whose check or model fails is ``unread``, with the reason.
    """

    def ask(mine: Callable[[], Session], question: Question) -> Evaluated:
        return _evaluated(mine(), question)

    def ready() -> Session:
        session = make()
        session.worker.read_question("")  # so that no question's time has the worker's start in it
        return session

    for _, evaluated in map_in_order(questions, ask, ready, workers):
        yield evaluated


def _evaluated(session: Session, question: Question) -> Evaluated:
    started = time.perf_counter()
    end = _end(session, question.question)
    seconds = time.perf_counter() - started
    session.clear()
    if isinstance(end, Failed) and end.code in _FATAL:
        raise _FATAL[end.code](end.message)
    if end.outcome is None or end.outcome.final.answer is None:
        return _unread(question, end, seconds)
    final = end.outcome.final
    assert final.answer is not None
    plain = final.answer.plain
    compared = _compared(session, question, plain)
    return Evaluated(
        question,
        _RESULTS[compared.result],
        plain,
        final.verdict,
        compared.reason,
        final.source,
        seconds,
        final.text,
    )


def _end(session: Session, question: str) -> Done | Failed:
    for event in session.ask(question):
        if isinstance(event, Done | Failed):
            return event
    raise AssertionError("the stream of events ends in Done or Failed")


def _unread(question: Question, end: Done | Failed, seconds: float) -> Evaluated:
    final: Attempt | None = None if end.outcome is None else end.outcome.final
    reason = end.message if isinstance(end, Failed) else "It came to no final answer."
    source = Source.SYMPY if final is None else final.source
    text = "" if final is None else final.text
    verdict = AnswerVerdict.UNCHECKED
    return Evaluated(question, Result.UNREAD, None, verdict, reason, source, seconds, text)


def _compared(session: Session, question: Question, answer: str) -> Equality:
    try:
        return session.worker.equal_as_asked(question.question, question.gold, answer)
    except CheckStopped as stopped:
        return Equality(EqualityResult.UNDECIDED, str(stopped))
