"""A terminal of its own for tests: what a user sees, with what has scrolled off above it."""

from __future__ import annotations

from collections.abc import Callable

import pyte


class Window:
    """A terminal's window. It cuts rows off when it gets narrower, as xterm does.

    reply: gets what the terminal answers to a program's questions (where the cursor is).
    """

    def __init__(
        self, columns: int, rows: int, reply: Callable[[str], object] = lambda text: None
    ) -> None:
        self._screen = pyte.HistoryScreen(columns, rows, history=10_000, ratio=1.0)
        self._screen.write_process_input = reply
        self._stream = pyte.Stream(self._screen)

    def feed(self, text: str) -> None:
        self._stream.feed(text)

    def resize(self, columns: int, rows: int) -> None:
        self._screen.resize(rows, columns)

    @property
    def columns(self) -> int:
        width: int = self._screen.columns
        return width

    @property
    def lines(self) -> list[str]:
        """Everything from the first line on, without the blank lines at the end."""
        columns = self._screen.columns
        above = [
            "".join(row[column].data for column in range(columns)).rstrip()
            for row in self._screen.history.top
        ]
        lines = above + [line.rstrip() for line in self._screen.display]
        while lines and not lines[-1]:
            lines.pop()
        return lines

    @property
    def text(self) -> str:
        return "\n".join(self.lines)
