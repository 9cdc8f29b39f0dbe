"""What parent and child say to each other: one JSON object a line, over two pipes.

A request is ``{"op": name, ...arguments}``; the reply is ``{"ok": result}`` or
``{"error": {"kind": "memory" | "internal", "message": text}}``. The child's first line is its
greeting (:data:`READY`). Replies come in the order of the requests, one each.

==============  ===================================  ==========================================
operation       arguments                            result
==============  ===================================  ==========================================
open            question: text or null               empty list; a new Marker replaces the old one
mark            block                                list of marked
skip            block, reason                        list of marked
finish          -                                    list of marked
final           -                                    judgement
reading         -                                    text or null: how the question was read
read_question   text                                 read_as, formal, reason
judge           question, answer                     answer, verdict, reason
solve           question, granularity, method        read_as, steps, answer, verdict, reason; or
                                                     reason alone
equal           gold, answer, question, kind         result, reason, method
equal_as_asked  question, gold, answer               result, reason, method
proposed        question, reading, answer,           told, agrees and a solve's result; or reason
                granularity, method
picture         text                                 a picture (``picturing.serialize``), or reason
check           text, question                       a report (``reports.report_to_dict``)
==============  ===================================  ==========================================

JSON is written in ASCII, so a line break in a text cannot end a line and lone surrogates pass.
Blocks, steps and judgements are those of :mod:`mathviz_chat.core.checking.serialize`; the results
of judge, equal and check are in :mod:`mathviz_chat.worker.reports`, apart, since their values load
the kernel.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from mathviz_chat.core.checking.serialize import (
    answer_to_dict,
    step_from_dict,
    step_to_dict,
)
from mathviz_chat.core.verdict import Answer, AnswerVerdict, Step

Json: TypeAlias = dict[str, Any]

FORK: Final = b"f"  # to the fork server, with the ends of two pipes
REAP: Final = b"r"
READY: Final = "ready"
QUESTION_ALLOWANCE: Final = 3
MAX_REPLY: Final = 64 * 2**20  # bytes; a longer one is a broken child, not an answer


def allowance(request: Mapping[str, Any]) -> int:
    """How many times the limits of one claim a request may use up.

    More where a question is read: the first of its kind has its grammar compiled, more than a
    second of processor time, which a slow machine must be able to spend.
    """
    asks = request.get("question") is not None or request["op"] in ("read_question", "picture")
    return QUESTION_ALLOWANCE if asks else 1


@dataclass(frozen=True, slots=True)
class QuestionReading:
    """How a question was read.

    read_as: the formal problem as text, None where no rule reads the question.
    formal: whether the turn asks something mathematical at all.
    reason: why it was not read, empty where it was.
    """

    read_as: str | None
    formal: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SolverAnswer:
    """What the solver came to, without the problem's tree."""

    read_as: str
    steps: tuple[Step, ...]
    answer: Answer
    verdict: AnswerVerdict
    reason: str


@dataclass(frozen=True, slots=True)
class NoSolution:
    """The question cannot be read, or the solver has no method for it."""

    reason: str


@dataclass(frozen=True, slots=True)
class ProposedAnswer:
    """What the solver came to for a question as a model reads it.

    told: that reading, in the model's words. agrees: whether the model's own answer is the same
    one; None where that is not known or it gave none.
    """

    told: str
    solved: SolverAnswer
    agrees: bool | None


def encode(message: Mapping[str, Any]) -> bytes:
    """One line."""
    return json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"


def decode(line: bytes) -> Json:
    """Raises ValueError for anything but a JSON object."""
    message = json.loads(line)
    if not isinstance(message, dict):
        raise ValueError("not a JSON object")
    return message


# ------------------------------------------------------------------------------ results


def reading_to_dict(reading: QuestionReading) -> Json:
    return {"read_as": reading.read_as, "formal": reading.formal, "reason": reading.reason}


def reading_from_dict(row: Mapping[str, Any]) -> QuestionReading:
    return QuestionReading(row["read_as"], row["formal"], row["reason"])


def solver_to_dict(solved: SolverAnswer | NoSolution) -> Json:
    if isinstance(solved, NoSolution):
        return {"reason": solved.reason}
    return {
        "read_as": solved.read_as,
        "steps": [step_to_dict(step) for step in solved.steps],
        "answer": answer_to_dict(solved.answer),
        "verdict": str(solved.verdict),
        "reason": solved.reason,
    }


def solver_from_dict(row: Mapping[str, Any]) -> SolverAnswer | NoSolution:
    if "answer" not in row:
        return NoSolution(row["reason"])
    return SolverAnswer(
        row["read_as"],
        tuple(step_from_dict(step) for step in row["steps"]),
        Answer(row["answer"]["text"], row["answer"]["plain"], tuple(row["answer"]["conditions"])),
        AnswerVerdict(row["verdict"]),
        row["reason"],
    )


def proposed_to_dict(proposed: ProposedAnswer | NoSolution) -> Json:
    if isinstance(proposed, NoSolution):
        return {"reason": proposed.reason}
    told = {"told": proposed.told, "agrees": proposed.agrees}
    return told | solver_to_dict(proposed.solved)


def proposed_from_dict(row: Mapping[str, Any]) -> ProposedAnswer | NoSolution:
    solved = solver_from_dict(row)
    if isinstance(solved, NoSolution):
        return solved
    return ProposedAnswer(row["told"], solved, row["agrees"])
