"""``check FILE``: a written solution, marked line by line, with no model."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from mathviz_chat.cli.build import build_worker
from mathviz_chat.cli.rows import Json, run_rows
from mathviz_chat.cli.terminal import tell
from mathviz_chat.cli.text import file_text
from mathviz_chat.config import Config
from mathviz_chat.core.checking.report import CheckReport
from mathviz_chat.core.verdict import AnswerVerdict, Verdict
from mathviz_chat.errors import UsageError
from mathviz_chat.jsonl import Row
from mathviz_chat.ui.check_report import report_lines
from mathviz_chat.ui.json_output import dumps
from mathviz_chat.ui.oneshot import NOT_VERIFIED, REFUTED
from mathviz_chat.ui.safe_text import for_encoding
from mathviz_chat.worker.client import Worker


def check(arguments: argparse.Namespace, config: Config) -> int:
    """Mark one solution, or with ``--jsonl`` one a row; returns the exit code."""
    if arguments.jsonl:
        return _check_rows(arguments, config)
    text = file_text(arguments.file)
    with closing(build_worker(config)) as worker:
        report = worker.check(text, question=arguments.question)
    _print_report(report, as_json=arguments.json)
    return exit_code(report, require_verified=arguments.require_verified)


def exit_code(report: CheckReport, *, require_verified: bool) -> int:
    """3 where not every claim was proved and that was required, 1 for a refutation, else 0."""
    refuted = report.first_wrong is not None or report.answer_verdict is AnswerVerdict.REFUTED
    if require_verified and (refuted or report.verdict is not Verdict.PROVED):
        return NOT_VERIFIED
    return REFUTED if refuted else 0


def _print_report(report: CheckReport, *, as_json: bool) -> None:
    if as_json:
        print(dumps(report.to_json()))
        return
    if report.reading:
        tell(f"I read the question as: {report.reading}")
    for line in report_lines(report):
        print(for_encoding(line, sys.stdout.encoding or "utf-8"))


def _check_rows(arguments: argparse.Namespace, config: Config) -> int:
    if arguments.question is not None:
        raise UsageError("--question and --jsonl cannot be used together: each row has its own.")
    codes = {0}

    def operate(worker: Worker, row: Row) -> Json:
        report = worker.check(row.fields["solution"], question=row.fields.get("question"))
        codes.add(exit_code(report, require_verified=arguments.require_verified))
        return {"line": row.line, **report.to_json()}

    malformed = run_rows(
        arguments.file,
        config,
        operate,
        required=("solution",),
        optional=("question",),
    )
    return UsageError.exit_code if malformed else max(codes)
