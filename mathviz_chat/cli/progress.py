"""The progress bar of commands that go through many rows, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mathviz_chat.cli.terminal import on_terminal
from mathviz_chat.config import Config


@contextmanager
def progress_bar(
    config: Config,
    total: int | None,
    position: Callable[[], int] | None = None,
    *,
    quiet: bool = False,
) -> Iterator[Callable[[], None]]:
    """Gives a function to call after each row; shows nothing where standard error is no terminal.

    total: None where it is not known. position: how far it is, in the units of ``total``; None
    counts the calls. quiet: show nothing in any case.
    """
    if quiet or not on_terminal(sys.stderr, config):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("rows", total=total)
        if position is None:
            yield lambda: progress.advance(task)
        else:
            yield lambda: progress.update(task, completed=position())
