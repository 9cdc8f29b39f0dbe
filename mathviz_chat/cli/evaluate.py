"""``eval --dataset FILE``: questions with known answers through the solver or a model, a report."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from mathviz_chat.cli.build import build_session
from mathviz_chat.cli.progress import progress_bar
from mathviz_chat.cli.terminal import tell
from mathviz_chat.cli.text import STANDARD_INPUT, open_input
from mathviz_chat.config import Config
from mathviz_chat.errors import UsageError
from mathviz_chat.evaluation import Question, Report, question_of
from mathviz_chat.evaluation.hub import is_hub_name, load_rows
from mathviz_chat.evaluation.questions import OPTIONAL, REQUIRED
from mathviz_chat.evaluation.rows import RowsFile, evaluate_missing, run_name
from mathviz_chat.jsonl import Row, read_rows
from mathviz_chat.ui.evaluation_table import table_lines
from mathviz_chat.ui.json_output import dumps
from mathviz_chat.ui.safe_text import for_encoding


def evaluate_dataset(arguments: argparse.Namespace, config: Config) -> int:
    """Ask every question of the data set; returns 2 where a row could not be used, else 0."""
    workers = _workers(arguments.workers, config)
    name = arguments.dataset
    questions, malformed = _questions(name, arguments.split)
    if arguments.limit is not None:
        questions = questions[: _whole(arguments.limit, "--limit")]
    report = Report()
    with ExitStack() as stack:
        file = None
        if arguments.rows is not None:
            file = stack.enter_context(RowsFile(Path(arguments.rows), run_name(config), questions))
        advance = stack.enter_context(progress_bar(config, len(questions)))
        for row in evaluate_missing(
            questions, file, lambda: build_session(config), workers=workers
        ):
            report.add(row)
            advance()
    if arguments.json:
        print(dumps(report.to_json()))
    else:
        for line in table_lines(report):
            print(for_encoding(line, sys.stdout.encoding or "utf-8"))
    return UsageError.exit_code if malformed else 0


def _workers(text: str | None, config: Config) -> int:
    """Where nothing is said: a core each for the solver; one model for all."""
    if text is not None:
        return _whole(text, "--workers")
    return (os.cpu_count() or 1) if config.solver == "sympy" else 1


def _whole(text: str, flag: str) -> int:
    if not re.fullmatch(r"0*[1-9][0-9]{0,8}", text):
        raise UsageError(f"{flag} must be a whole number from 1, not {text!r}.")
    return int(text)


# ------------------------------------------------------------------------------ the data set


def _questions(name: str, split: str) -> tuple[list[Question], int]:
    """The questions of the data set, and how many rows cannot be used (each is named)."""
    module = "stdin" if name == STANDARD_INPUT else Path(name).stem
    questions: list[Question] = []
    malformed = 0
    for row in _rows(name, split):
        if row.error is None:
            questions.append(question_of(row.line, row.fields, module))
        else:
            tell(f"{name}, line {row.line}: {row.error}.")
            malformed += 1
    return questions, malformed


def _rows(name: str, split: str) -> Iterator[Row]:
    if is_hub_name(name) and not Path(name).exists():
        for number, fields in enumerate(load_rows(name, split), 1):
            usable = all(isinstance(fields.get(key), str) for key in REQUIRED)
            yield Row(number, fields, None if usable else "the row needs question and answer")
        return
    with open_input(name) as stream:
        yield from read_rows(stream, REQUIRED, OPTIONAL)
