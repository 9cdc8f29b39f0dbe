"""``grade FILE``: rows of a right answer and a given one, back with whether they are the same."""

from __future__ import annotations

import argparse

from mathviz_chat.cli.rows import Json, run_rows
from mathviz_chat.config import Config
from mathviz_chat.core.checking.equality import EqualityResult
from mathviz_chat.errors import CheckStopped, UsageError
from mathviz_chat.jsonl import Row
from mathviz_chat.worker.client import Worker


def grade(arguments: argparse.Namespace, config: Config) -> int:
    """Grade every row; returns 2 where one could not be used, else 0."""
    malformed = run_rows(
        arguments.file,
        config,
        _graded,
        required=("gold", "answer"),
        optional=("question", "kind"),
    )
    return UsageError.exit_code if malformed else 0


def _graded(worker: Worker, row: Row) -> Json:
    fields = row.fields
    gold, answer = fields["gold"], fields["answer"]
    question, kind = fields.get("question"), fields.get("kind")
    try:
        if question is None or kind is not None:
            equality = worker.equal(gold, answer, question=question, kind=kind)
        else:
            equality = worker.equal_as_asked(question, gold, answer)
    except CheckStopped as stopped:
        result = {"result": str(EqualityResult.UNDECIDED), "reason": str(stopped), "method": None}
    else:
        result = {
            "result": str(equality.result),
            "reason": equality.reason,
            "method": equality.method,
        }
    return {**fields, **result}
