"""JSON lines in, JSON lines out, in their order, through several workers, in bounded memory."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from mathviz_chat.cli.build import build_worker
from mathviz_chat.cli.progress import progress_bar
from mathviz_chat.cli.terminal import tell
from mathviz_chat.cli.text import open_input
from mathviz_chat.config import Config
from mathviz_chat.jsonl import Row, read_rows
from mathviz_chat.ui.json_output import dumps
from mathviz_chat.worker.client import Worker
from mathviz_chat.worker.pool import map_in_order

Json: TypeAlias = dict[str, Any]


def map_rows(
    rows: Iterable[Row], operate: Callable[[Worker, Row], Json], make: Callable[[], Worker]
) -> Iterator[tuple[Row, Json]]:
    """Each row with what ``operate`` makes of it, in the order of ``rows``.

    Rows with an error come back as they are, with ``line`` and ``error``, without ``operate``.
    """

    def result(mine: Callable[[], Worker], row: Row) -> Json:
        if row.error is not None:
            return {**row.fields, "line": row.line, "error": row.error}
        return operate(mine(), row)

    return map_in_order(rows, result, make, os.cpu_count() or 1)


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
    with open_input(name) as stream:
        seekable = stream.seekable()
        total = os.fstat(stream.fileno()).st_size if seekable else None
        quiet = sys.stdout.isatty()  # the rows themselves show how far it is
        bar = progress_bar(config, total, stream.tell if seekable else None, quiet=quiet)
        with bar as advance:
            rows = read_rows(stream, required, optional)
            for row, made in map_rows(rows, operate, lambda: build_worker(config)):
                if row.error is not None:
                    tell(f"{name}, line {row.line}: {row.error}.")
                    malformed += 1
                print(dumps(made))
                advance()
    return malformed
