"""JSON lines as they come from files and pipes, each row checked, in bounded memory; and files of
them that grow row by row.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Final, NoReturn, Self

from mathviz_chat.errors import UsageError

MAX_ROW: Final = 2**20  # bytes


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the input. error: why it cannot be used."""

    line: int
    fields: Mapping[str, Any]
    error: str | None = None


def read_rows(
    stream: BinaryIO, required: tuple[str, ...], optional: tuple[str, ...]
) -> Iterator[Row]:
    """The rows of a file of JSON lines; blank lines are counted and left out.

    required, optional: the fields that must be text, where they are there at all.
    """
    number = 0
    while line := stream.readline(MAX_ROW + 1):
        number += 1
        if len(line) > MAX_ROW and not line.endswith(b"\n"):
            _skip_line(stream)
            yield Row(number, {}, f"the row is longer than {MAX_ROW} bytes")
        elif line.strip():
            yield _row(number, line, required, optional)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(MAX_ROW)) and not rest.endswith(b"\n"):
        pass


def _row(number: int, line: bytes, required: tuple[str, ...], optional: tuple[str, ...]) -> Row:
    try:
        fields = json.loads(line.decode("utf-8-sig"), parse_constant=_not_json)
    except (ValueError, RecursionError):
        return Row(number, {}, "the row is not JSON")
    if not isinstance(fields, dict):
        return Row(number, {}, "the row is not a JSON object")
    for name in required:
        if not isinstance(fields.get(name), str):
            return Row(number, fields, f'the row needs "{name}" as text')
    for name in optional:
        if not isinstance(fields.get(name), str | None):
            return Row(number, fields, f'"{name}" must be text')
    return Row(number, fields)


def _not_json(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is Python's, not JSON's")


class Journal:
    """A file of JSON objects that grows row by row; one that is there is gone on with.

    run: what the settings of the run are known by; each row holds it. The last line of a run that
    was killed may be half a row: it is dropped.
    """

    def __init__(self, path: Path, run: str) -> None:
        """Raises UsageError for a file that cannot be written."""
        self._path = path
        self._run = run
        if path.exists() and not path.is_file():
            raise UsageError(f"{path} cannot be written: it is no regular file.")
        try:
            self._file: BinaryIO = path.open("a+b")
        except OSError as error:
            raise UsageError(f"{path} cannot be written: {error.strerror}.") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def append(self, fields: Mapping[str, Any]) -> None:
        """Write one row at once."""
        line = json.dumps({**fields, "run": self._run}, ensure_ascii=True, allow_nan=False)
        self._file.write(line.encode("ascii") + b"\n")
        self._file.flush()

    def earlier(self, required: tuple[str, ...]) -> Iterator[Row]:
        """The rows that are there. required: the fields that must be text.

        Raises UsageError for a row that cannot be read or is of another run.
        """
        self._drop_half_a_row()
        self._file.seek(0)
        for row in read_rows(self._file, (*required, "run"), ()):
            if row.error is not None:
                raise UsageError(f"{self._path}, line {row.line}: {row.error}.")
            if row.fields["run"] != self._run:
                raise self.of_another(row)
            yield row

    def of_another(self, row: Row) -> UsageError:
        """What to raise for a row that this run does not write."""
        return UsageError(
            f"{self._path} holds another run ({row.fields['run']}) or another data set: "
            "name a new file, or delete this one."
        )

    def of_no_run(self, row: Row) -> UsageError:
        """What to raise for a row that no run writes."""
        return UsageError(f"{self._path}, line {row.line}: no row of eval.")

    def _drop_half_a_row(self) -> None:
        self._file.seek(0)
        content_end = 0
        for line in self._file:
            if line.endswith(b"\n"):
                content_end += len(line)
        self._file.truncate(content_end)
