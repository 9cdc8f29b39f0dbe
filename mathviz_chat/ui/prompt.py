"""The line (or lines) the user types: keys, history, suggestions."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from prompt_toolkit import PromptSession
from prompt_toolkit.application import create_app_session
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import Completer
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import has_focus
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.output.plain_text import PlainTextOutput
from prompt_toolkit.utils import is_dumb_terminal

QUOTES: Final = '"""'
PROMPT: Final = "> "
CONTINUATION: Final = ". "


def new_prompt(
    history: History,
    completer: Completer,
    *,
    color: bool,
    input: Input | None = None,
    output: Output | None = None,
) -> PromptSession[str]:
    """The prompt of the REPL. input, output: for tests; the terminal by default."""
    return PromptSession(
        PROMPT,
        multiline=True,
        prompt_continuation=CONTINUATION,
        history=history,
        enable_history_search=False,  # Ctrl-R searches; Up goes through the lines
        auto_suggest=AutoSuggestFromHistory(),
        completer=completer,
        complete_in_thread=True,
        enable_suspend=True,  # Ctrl-Z, where the system has it
        reserve_space_for_menu=4,
        key_bindings=key_bindings(),
        color_depth=None if color else ColorDepth.DEPTH_1_BIT,
        input=input,
        output=output,
    )


@contextlib.contextmanager
def plain_where_dumb() -> Iterator[None]:
    """On a terminal that knows no codes (TERM=dumb), prompts in here are plain text."""
    if not is_dumb_terminal():
        yield
        return
    with create_app_session(output=PlainTextOutput(sys.stdout)):
        yield


def key_bindings() -> KeyBindings:
    """Enter ends the input, unless it began with three quotes; Alt-Enter and Ctrl-J do not."""
    bindings = KeyBindings()
    typing = has_focus(DEFAULT_BUFFER)  # not in the field of Ctrl-R, where Enter ends the search

    @bindings.add("enter", filter=typing)
    def enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if is_open(buffer.text):
            buffer.insert_text("\n")
        else:
            buffer.validate_and_handle()

    @bindings.add("escape", "enter", filter=typing)
    @bindings.add("c-j", filter=typing)
    def new_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return bindings


def is_open(text: str) -> bool:
    """Whether the text begins with three quotes that are not closed yet."""
    text = text.strip()
    return text.startswith(QUOTES) and not (text.endswith(QUOTES) and len(text) >= 2 * len(QUOTES))


def without_quotes(text: str) -> str:
    """What the user means: the text without the three quotes around it."""
    text = text.strip()
    if text.startswith(QUOTES) and not is_open(text):
        return text[len(QUOTES) : -len(QUOTES)].strip()
    return text


def open_history(path: Path, tell: Callable[[str], None]) -> History:
    """The lines of earlier sessions, in a file that only its owner reads.

    tell: is told, once, that lines cannot be kept (a full disk, a folder without permission).
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.open("rb").close()
    except OSError as error:
        tell(f"Lines are not kept for the next session: {path} {error.strerror}.")
        return InMemoryHistory()
    return _ForgivingHistory(path, tell)


class _ForgivingHistory(FileHistory):
    """A history that goes on in memory when its file cannot be written."""

    def __init__(self, path: Path, tell: Callable[[str], None]) -> None:
        super().__init__(str(path))
        self._tell: Callable[[str], None] | None = tell

    def store_string(self, string: str) -> None:
        try:
            super().store_string(string)
        except OSError as error:
            if self._tell is not None:
                self._tell(f"This line is not kept for the next session: {error.strerror}.")
            self._tell = None
