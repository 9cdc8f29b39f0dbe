"""JSON lines as they come from files and pipes: each row checked, in bounded memory."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Final, NoReturn

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
