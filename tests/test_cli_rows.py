"""Rows of JSON lines: which are used, in which order they come back, how many are held."""

from __future__ import annotations

import io
import json
import threading
import time
from collections.abc import Iterator

import pytest

from mathviz_chat.cli.rows import Json, map_rows
from mathviz_chat.jsonl import MAX_ROW, Row, read_rows
from mathviz_chat.worker.client import Worker

ROWS = [
    (b'{"a": "1"}', None, "as it should be"),
    (b'\xef\xbb\xbf{"a": "1"}', None, "a byte order mark"),
    (b'{"a": "1", "b": null}', None, "an optional field may be null"),
    (b'{"a": "1", "c": 7}', None, "unknown fields may be anything"),
    (b'{"a": 1}', 'the row needs "a" as text', "a number"),
    (b'{"b": "1"}', 'the row needs "a" as text', "missing"),
    (b'{"a": "1", "b": 2}', '"b" must be text', "an optional field of another type"),
    (b"[1]", "the row is not a JSON object", "a list"),
    (b'{"a": "1"', "the row is not JSON", "broken off"),
    (b'{"a": "\xff"}', "the row is not JSON", "not UTF-8"),
    (b'{"a": "1", "c": NaN}', "the row is not JSON", "JSON has no NaN"),
    (b'{"a": "1", "c": ' + b"9" * 5000 + b"}", "the row is not JSON", "5,000 digits"),
    (b"[" * 200_000, "the row is not JSON", "200,000 brackets"),
]


@pytest.mark.parametrize(("line", "error", "why"), ROWS, ids=[row[2] for row in ROWS])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_a_row(line: bytes, error: str | None, why: str, end: bytes) -> None:
    (row,) = read_rows(io.BytesIO(line + end), ("a",), ("b",))
    assert (row.line, row.error) == (1, error)


def test_blank_lines_are_counted_and_left_out() -> None:
    rows = read_rows(io.BytesIO(b'\n{"a": "1"}\n  \n{"a": "2"}'), ("a",), ())
    assert [(row.line, row.fields["a"]) for row in rows] == [(2, "1"), (4, "2")]


def test_a_row_that_is_too_long_is_left_out_whole() -> None:
    long = b'{"a": "' + b"x" * 3 * MAX_ROW + b'"}\n'
    rows = list(read_rows(io.BytesIO(long + b'{"a": "1"}\n'), ("a",), ()))
    assert [(row.line, row.error is None) for row in rows] == [(1, False), (2, True)]


def test_rows_come_back_in_order_whatever_takes_long() -> None:
    def operate(worker: Worker, row: Row) -> Json:
        time.sleep(0.01 * (row.line % 3))
        return {"line": row.line}

    rows = [Row(n, {}) for n in range(1, 40)]
    assert [made["line"] for _, made in map_rows(rows, operate, Worker)] == list(range(1, 40))


def test_a_row_with_an_error_comes_back_with_it_and_its_own_fields() -> None:
    def operate(worker: Worker, row: Row) -> Json:
        raise AssertionError("must not be asked")

    ((_, made),) = map_rows([Row(3, {"id": 9}, "bad")], operate, Worker)
    assert made == {"id": 9, "line": 3, "error": "bad"}


def test_only_a_bounded_number_of_rows_is_read_ahead() -> None:
    read = 0

    def rows() -> Iterator[Row]:
        nonlocal read
        for n in range(1, 10_001):
            read = n
            yield Row(n, {})

    made = map_rows(rows(), lambda worker, row: {}, Worker)
    next(made)
    assert read < 1000
    made.close()  # type: ignore[attr-defined]  # map_rows is a generator


def test_an_error_ends_the_workers_and_is_raised() -> None:
    before = threading.active_count()

    def operate(worker: Worker, row: Row) -> Json:
        raise ValueError(json.dumps(row.line))

    with pytest.raises(ValueError, match="1"):
        list(map_rows([Row(1, {}), Row(2, {})], operate, Worker))
    assert threading.active_count() == before
