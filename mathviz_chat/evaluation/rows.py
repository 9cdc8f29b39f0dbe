"""The file of ``eval --rows``: each question with its answer, and where a run goes on from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from mathviz_chat.core.verdict import AnswerVerdict
from mathviz_chat.errors import UsageError
from mathviz_chat.evaluation.evaluate import Evaluated, Result
from mathviz_chat.evaluation.questions import Question
from mathviz_chat.events import Source
from mathviz_chat.jsonl import read_rows


def row_to_dict(row: Evaluated, run: str) -> dict[str, Any]:
    """run: what the settings of the run are known by."""
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
        "run": run,
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


class RowsFile:
    """Rows that are written as they come, each at once; a file that is there is gone on with.

    done: what an earlier run with the same settings has evaluated, by line. The last line of a run
    that was killed may be half a row: it is dropped and evaluated again.
    """

    def __init__(self, path: Path, run: str, questions: Iterable[Question]) -> None:
        """Raises UsageError for a file that cannot be used: of another kind, run or data set."""
        self._path = path
        self._run = run
        asked = {question.line: question for question in questions}
        try:
            self._file: BinaryIO = path.open("a+b")
        except OSError as error:
            raise UsageError(f"{path} cannot be written: {error.strerror}.") from None
        try:
            self.done = self._earlier(asked)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> RowsFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._file.close()

    def write(self, row: Evaluated) -> None:
        """Append one row."""
        line = json.dumps(row_to_dict(row, self._run), ensure_ascii=True, allow_nan=False)
        self._file.write(line.encode("ascii") + b"\n")
        self._file.flush()

    def _earlier(self, asked: Mapping[int, Question]) -> dict[int, Evaluated]:
        self._drop_half_a_row()
        self._file.seek(0)
        done: dict[int, Evaluated] = {}
        for row in read_rows(self._file, ("question", "run"), ()):
            if row.error is not None:
                raise UsageError(f"{self._path}, line {row.line}: {row.error}.")
            try:
                evaluated = row_from_dict(row.fields)
            except (KeyError, ValueError, TypeError):
                raise UsageError(f"{self._path}, line {row.line}: no row of eval.") from None
            known = asked.get(evaluated.question.line)
            if row.fields["run"] != self._run or evaluated.question != known:
                raise UsageError(
                    f"{self._path} holds another run ({row.fields['run']}) or another data set: "
                    "name a new file, or delete this one."
                )
            done[known.line] = evaluated
        return done

    def _drop_half_a_row(self) -> None:
        self._file.seek(0)
        content_end = 0
        for line in self._file:
            if line.endswith(b"\n"):
                content_end += len(line)
        self._file.truncate(content_end)
