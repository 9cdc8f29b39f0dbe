"""The interactive session: a line is read, answered and checked, until Ctrl-D."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from mathviz_chat.config import Config

if TYPE_CHECKING:
    from mathviz_chat.engine import Session

# Opens (or reopens, after /model, /backend and /set) the conversation that a configuration asks
# for. May raise the MathvizError family; a REPL that is running then keeps its old session.
SessionFactory = Callable[[Config], "Session"]

# The names of models that /model completes; the network may be asked, briefly.
ModelLister = Callable[[Config], Iterable[str]]


def run_repl(
    open_session: SessionFactory,
    config: Config,
    *,
    list_models: ModelLister,
    data_dir: Path,
    resume: bool = False,
    console: Console | None = None,
) -> int:
    """Talk with the user until they leave; returns the exit code.

    Args:
        open_session: builds the engine's session; the REPL closes what it has opened.
        config: the configuration in force at the start.
        list_models: for completion.
        data_dir: where the history of lines and the sessions are kept.
        resume: go on with the newest saved session (``--continue``).
        console: where to print; standard output by default.
    """
    raise NotImplementedError
