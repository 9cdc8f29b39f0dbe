"""What the child does for each request."""

from __future__ import annotations

from typing import Any

from mathviz_chat.core.checking import Marker, check, equal, equal_as_asked
from mathviz_chat.core.checking.serialize import (
    block_from_dict,
    judgement_to_dict,
    marked_to_dict,
)
from mathviz_chat.core.picturing.propose import picture_of
from mathviz_chat.core.picturing.serialize import picture_to_dict
from mathviz_chat.core.problems import AnswerJudgement, Unread, judge_answer, read_question
from mathviz_chat.core.solving import Granularity, Unsolved, solve
from mathviz_chat.core.verdict import AnswerVerdict
from mathviz_chat.worker.protocol import (
    Json,
    NoSolution,
    QuestionReading,
    SolverAnswer,
    reading_to_dict,
    solver_to_dict,
)
from mathviz_chat.worker.reports import (
    answer_judgement_to_dict,
    equality_to_dict,
    report_to_dict,
)


class Operations:
    """Answers requests; holds the one Marker that is open."""

    def __init__(self) -> None:
        self._marker = Marker(None)

    def answer(self, request: Json) -> Any:
        """The result of one request, ready for JSON. Raises ValueError for an unknown one."""
        match request:
            case {"op": "mark", "block": block}:
                return [marked_to_dict(m) for m in self._marker.mark(block_from_dict(block))]
            case {"op": "open", "question": question}:
                self._marker = Marker(question)
                return []
            case {"op": "skip", "block": block, "reason": reason}:
                skipped = self._marker.skip(block_from_dict(block), reason)
                return [marked_to_dict(m) for m in skipped]
            case {"op": "finish"}:
                return [marked_to_dict(m) for m in self._marker.finish()]
            case {"op": "final"}:
                return judgement_to_dict(self._marker.final())
            case {"op": "reading"}:
                return self._marker.reading
        return _answer(request)


def _answer(request: Json) -> Any:
    """Of requests that stand for themselves."""
    match request:
        case {"op": "read_question", "text": text}:
            return reading_to_dict(_read(text))
        case {"op": "judge", "question": question, "answer": answer}:
            return answer_judgement_to_dict(_judge(question, answer))
        case {
            "op": "solve",
            "question": question,
            "granularity": granularity,
            "method": method,
        }:
            return solver_to_dict(_solve(question, granularity, method))
        case {"op": "equal", "gold": gold, "answer": answer, **optional}:
            return equality_to_dict(equal(gold, answer, **optional))
        case {"op": "equal_as_asked", "question": question, "gold": gold, "answer": answer}:
            return equality_to_dict(equal_as_asked(question, gold, answer))
        case {"op": "picture", "text": text}:
            return picture_to_dict(picture_of(text))
        case {"op": "check", "text": text, "question": question}:
            return report_to_dict(check(text, question=question))
    raise ValueError(f"unknown request {request.get('op')!r}")


def _read(text: str) -> QuestionReading:
    problem = read_question(text)
    if isinstance(problem, Unread):
        return QuestionReading(None, problem.formal, problem.reason)
    return QuestionReading(problem.read_as, formal=True)


def _judge(question: str, answer: str) -> AnswerJudgement:
    problem = read_question(question)
    if isinstance(problem, Unread):
        return AnswerJudgement(AnswerVerdict.UNCHECKED, problem.reason, None)
    return judge_answer(problem, answer)


def _solve(
    question: str, granularity: Granularity, method: str | None
) -> SolverAnswer | NoSolution:
    problem = read_question(question)
    if isinstance(problem, Unread):
        return NoSolution(problem.reason)
    solved = solve(problem, granularity=granularity, method=method)
    if isinstance(solved, Unsolved):
        return NoSolution(solved.reason)
    return SolverAnswer(problem.read_as, solved.steps, solved.answer, solved.verdict, solved.reason)
