"""The results of the operations ``judge``, ``equal`` and ``check`` as JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mathviz_chat.core.checking import CheckReport, Equality, EqualityResult
from mathviz_chat.core.checking.report import MarkedLine
from mathviz_chat.core.checking.serialize import (
    answer_from_dict,
    answer_to_dict,
    step_from_dict,
    step_to_dict,
)
from mathviz_chat.core.problems import AnswerJudgement
from mathviz_chat.core.verdict import AnswerVerdict, Verdict
from mathviz_chat.worker.protocol import Json


def answer_judgement_to_dict(judgement: AnswerJudgement) -> Json:
    return {
        "answer": answer_to_dict(judgement.answer),
        "verdict": str(judgement.verdict),
        "reason": judgement.reason,
    }


def answer_judgement_from_dict(row: Mapping[str, Any]) -> AnswerJudgement:
    return AnswerJudgement(
        AnswerVerdict(row["verdict"]), row["reason"], answer_from_dict(row["answer"])
    )


def equality_to_dict(equality: Equality) -> Json:
    return {
        "result": str(equality.result),
        "reason": equality.reason,
        "method": equality.method,
    }


def equality_from_dict(row: Mapping[str, Any]) -> Equality:
    return Equality(EqualityResult(row["result"]), row["reason"], row["method"])


def report_to_dict(report: CheckReport) -> Json:
    """Every field; ``CheckReport.to_json`` is for the user and leaves some out."""
    return {
        "question": report.question,
        "reading": report.reading,
        "verdict": str(report.verdict),
        "lines": [[row.line, step_to_dict(row.step)] for row in report.lines],
        "answer": answer_to_dict(report.answer),
        "answer_verdict": str(report.answer_verdict),
        "answer_reason": report.answer_reason,
        "first_wrong": report.first_wrong,
    }


def report_from_dict(row: Mapping[str, Any]) -> CheckReport:
    return CheckReport(
        question=row["question"],
        reading=row["reading"],
        verdict=Verdict(row["verdict"]),
        lines=tuple(MarkedLine(line, step_from_dict(step)) for line, step in row["lines"]),
        answer=answer_from_dict(row["answer"]),
        answer_verdict=AnswerVerdict(row["answer_verdict"]),
        answer_reason=row["answer_reason"],
        first_wrong=row["first_wrong"],
    )
