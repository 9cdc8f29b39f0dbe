"""JSON lines in, JSON lines out, in their order, through several workers, in bounded memory."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO, Final, NoReturn, TypeAlias

from mathviz_chat.cli.build import build_worker
from mathviz_chat.cli.terminal import on_terminal, tell
from mathviz_chat.cli.text import open_input
from mathviz_chat.config import Config
from mathviz_chat.ui.json_output import dumps
from mathviz_chat.worker.client import Worker

Json: TypeAlias = dict[str, Any]

MAX_ROW: Final = 2**20  # bytes
_AHEAD: Final = 8  # rows a worker that are read before the first of them is written


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


class _Workers:
    """One worker for each thread that asks; all are ended together."""

    def __init__(self, make: Callable[[], Worker]) -> None:
        self._make = make
        self._own = threading.local()
        self._all: list[Worker] = []
        self._lock = threading.Lock()

    def mine(self) -> Worker:
        worker: Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            worker = self._make()
            self._own.worker = worker
            with self._lock:
                self._all.append(worker)
        return worker

    def close(self) -> None:
        with self._lock:
            for worker in self._all:
                worker.interrupt()
                worker.close()


@contextmanager
def _pool(make: Callable[[], Worker], count: int) -> Iterator[tuple[ThreadPoolExecutor, _Workers]]:
    workers = _Workers(make)
    executor = ThreadPoolExecutor(count, thread_name_prefix="check")
    try:
        yield executor, workers
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
        workers.close()  # and ends what is still running
        executor.shutdown(wait=True)


def map_rows(
    rows: Iterable[Row], operate: Callable[[Worker, Row], Json], make: Callable[[], Worker]
) -> Iterator[tuple[Row, Json]]:
    """Each row with what ``operate`` makes of it, in the order of ``rows``.

    Rows with an error come back as they are, with ``line`` and ``error``, without ``operate``.
    """
    count = os.cpu_count() or 1
    waiting: deque[tuple[Row, Future[Json]]] = deque()
    with _pool(make, count) as (executor, workers):

        def result(row: Row) -> Json:
            if row.error is not None:
                return {**row.fields, "line": row.line, "error": row.error}
            return operate(workers.mine(), row)

        for row in rows:
            waiting.append((row, executor.submit(result, row)))
            if len(waiting) >= count * _AHEAD:
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()


def run_rows(
    name: str,
    config: Config,
    operate: Callable[[Worker, Row], Json],
    *,
    required: tuple[str, ...],
    optional: tuple[str, ...],
) -> int:
    """Print what ``operate`` makes of each row of the file ``name``, with a progress bar where
    standard error is a terminal; returns how many rows could not be used."""
    malformed = 0
    with open_input(name) as stream, _progress(stream, config) as advance:
        rows = read_rows(stream, required, optional)
        for row, made in map_rows(rows, operate, lambda: build_worker(config)):
            if row.error is not None:
                tell(f"{name}, line {row.line}: {row.error}.")
                malformed += 1
            print(dumps(made))
            advance()
    return malformed


@contextmanager
def _progress(stream: BinaryIO, config: Config) -> Iterator[Callable[[], None]]:
    """A bar of the bytes read, or a count where their number is not known."""
    if not on_terminal(sys.stderr, config) or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    total = os.fstat(stream.fileno()).st_size if stream.seekable() else None
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("rows", total=total)
        if total is None:
            yield lambda: progress.advance(task)
        else:
            yield lambda: progress.update(task, completed=stream.tell())
