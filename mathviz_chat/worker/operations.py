"""What the child does for each request."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from mathviz_chat.core.checking import EqualityResult, Marker, check, equal, equal_as_asked
from mathviz_chat.core.checking.kept_back import without_results
from mathviz_chat.core.checking.serialize import (
    block_from_dict,
    judgement_to_dict,
    marked_to_dict,
)
from mathviz_chat.core.picturing.propose import picture_of
from mathviz_chat.core.picturing.serialize import picture_to_dict
from mathviz_chat.core.problems import AnswerJudgement, Unread, judge_answer, read_question
from mathviz_chat.core.problems.proposed import read_proposed
from mathviz_chat.core.solving import Granularity, Solution, Unsolved, solve
from mathviz_chat.core.solving.asked import solve as solve_question
from mathviz_chat.core.verdict import AnswerVerdict
from mathviz_chat.worker.protocol import (
    Json,
    NoSolution,
    ProposedAnswer,
    QuestionReading,
    SolverAnswer,
    proposed_to_dict,
    reading_to_dict,
    solver_to_dict,
)
from mathviz_chat.worker.reports import (
    answer_judgement_to_dict,
    equality_to_dict,
    report_to_dict,
)

ON_TRUST: Final = "It rests on the model's own reading of the question, which nobody has checked."


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
        case {"op": "proposed", "question": question, "reading": reading, **rest}:
            return proposed_to_dict(_solve_as_proposed(question, reading, **rest))
        case {"op": "picture", "text": text}:
            return picture_to_dict(picture_of(text))
        case {"op": "check", "text": text, "question": question, "keep_back": keep_back}:
            report = check(text, question=question)
            return report_to_dict(without_results(report) if keep_back else report)
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
    return _answered(solve_question(question, granularity=granularity, method=method))


def _answered(solved: Solution | Unsolved) -> SolverAnswer | NoSolution:
    if isinstance(solved, Unsolved):
        return NoSolution(solved.reason)
    read_as = solved.problem.read_as
    return SolverAnswer(read_as, solved.steps, solved.answer, solved.verdict, solved.reason)


def _solve_as_proposed(
    question: str, reading: str, answer: str | None, granularity: Granularity, method: str | None
) -> ProposedAnswer | NoSolution:
    """What rests on a model's reading is at most *checked*."""
    proposed = read_proposed(question, reading)
    if isinstance(proposed, Unread):
        return NoSolution(proposed.reason)
    solved = _answered(solve(proposed.problem, granularity=granularity, method=method))
    if isinstance(solved, NoSolution):
        return solved
    proved = solved.verdict is AnswerVerdict.VERIFIED
    verdict = AnswerVerdict.CHECKED if proved else AnswerVerdict.UNCHECKED
    agrees = None if answer is None else _same(solved.answer.plain, answer, question)
    return ProposedAnswer(proposed.told, replace(solved, verdict=verdict, reason=ON_TRUST), agrees)


def _same(one: str, other: str, question: str) -> bool | None:
    found = equal(one, other, question=question).result
    return None if found is EqualityResult.UNDECIDED else found is EqualityResult.EQUAL
