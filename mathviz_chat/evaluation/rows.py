"""The file of ``eval --rows``: each question with its answer, and where a run goes on from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mathviz_chat.config import Config
from mathviz_chat.core.verdict import AnswerVerdict
from mathviz_chat.engine import Session
from mathviz_chat.evaluation.evaluate import Evaluated, Result, evaluate
from mathviz_chat.evaluation.questions import Question
from mathviz_chat.events import Source
from mathviz_chat.jsonl import Journal


def row_to_dict(row: Evaluated) -> dict[str, Any]:
    """The row as JSON holds it."""
    return {
        "line": row.question.line,
        "module": row.question.module,
        "question": row.question.question,
        "gold": row.question.gold,
        "answer": row.answer,
        "result": str(row.result),
        "verdict": str(row.verdict),
        "reason": row.reason,
        "solver": str(row.source),
        "seconds": round(row.seconds, 4),
        "text": row.text,
    }


def row_from_dict(fields: Mapping[str, Any]) -> Evaluated:
    """Raises KeyError and ValueError for a row that ``row_to_dict`` does not write."""
    return Evaluated(
        Question(fields["line"], fields["question"], fields["gold"], fields["module"]),
        Result(fields["result"]),
        fields["answer"],
        AnswerVerdict(fields["verdict"]),
        fields["reason"],
        Source(fields["solver"]),
        float(fields["seconds"]),
        fields["text"],
    )


class RowsFile(Journal):
    """Rows that are written as they come, each at once; a file that is there is gone on with.

    done: what an earlier run with the same settings has evaluated, by line.
    """

    def __init__(self, path: Path, run: str, questions: Iterable[Question]) -> None:
        """Raises UsageError for a file that cannot be used: of another kind, run or data set."""
        super().__init__(path, run)
        asked = {question.line: question for question in questions}
        try:
            self.done = dict(self._done(asked))
        except BaseException:
            self.close()
            raise

    def write(self, row: Evaluated) -> None:
        """Append one row."""
        self.append(row_to_dict(row))

    def _done(self, asked: Mapping[int, Question]) -> Iterator[tuple[int, Evaluated]]:
        for row in self.earlier(("question",)):
            try:
                evaluated = row_from_dict(row.fields)
            except (KeyError, ValueError, TypeError):
                raise self.of_no_run(row) from None
            if evaluated.question != asked.get(evaluated.question.line):
                raise self.of_another(row)
            yield evaluated.question.line, evaluated


def run_name(config: Config) -> str:
    """What the settings that change the answers are known by, in the file of the rows."""
    if config.solver == "sympy":
        return "sympy"
    settings = [config.solver, config.backend, config.model or "default", config.adapter]
    sampling = f"temperature {config.temperature:g}" if config.temperature else None
    calculator = "no calculator" if config.calculator is False else None
    return " ".join(part for part in (*settings, sampling, calculator) if part)


def evaluate_missing(
    questions: Iterable[Question],
    file: RowsFile | None,
    make: Callable[[], Session],
    *,
    workers: int = 1,
) -> Iterator[Evaluated]:
    """What the file has already, then the other questions, evaluated and written as they come.

    file: None where nothing is kept. Otherwise as :func:`evaluate`.
    """
    done = {} if file is None else file.done
    yield from done.values()
    missing = (question for question in questions if question.line not in done)
    for row in evaluate(missing, make, workers=workers):
        if file is not None:
            file.write(row)
        yield row
