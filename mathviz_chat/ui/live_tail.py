"""The only part of the screen that is drawn again: the last rows, until they are printed for good.

What has been printed is never touched; the tail is erased from its first changed row on and drawn
again in one write, so that nothing flickers. The cursor rests at the end of its last row.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text

_ERASE_BELOW = "\x1b[0J"
_UP = "\x1b[{}A"


class LiveTail:
    """Rows at the end of a terminal that may still change.

    reflows: whether the terminal wraps long rows anew when its window gets narrower, which
    decides how many rows the tail takes then; :func:`terminal_reflows` by default.
    """

    def __init__(self, console: Console, *, reflows: bool | None = None) -> None:
        self._console = console
        self._reflows = terminal_reflows(os.environ) if reflows is None else reflows
        self._drawn: list[str] = []
        self._widths: list[int] = []
        self._columns = console.width

    @property
    def max_rows(self) -> int:
        """How many rows a tail may take: half the window, so that it never scrolls off."""
        return max(1, self._console.height // 2)

    def draw(self, lines: Sequence[Text]) -> None:
        """Show the last of these lines instead of the tail as it was."""
        self._write([], lines[-self.max_rows :])

    def print(self, lines: Sequence[Text], tail: Sequence[Text] = ()) -> None:
        """Print lines for good, above a new tail."""
        self._write(lines, tail[-self.max_rows :])

    def clear(self) -> None:
        """Take the tail away; the cursor stands where its first row began."""
        self._write([], [])

    def _write(self, lasting: Sequence[Text], tail: Sequence[Text]) -> None:
        drawn = [self._render(line) for line in tail]
        if not lasting and drawn == self._drawn and self._console.width == self._columns:
            return
        kept = 0
        if not lasting and self._console.width == self._columns:
            kept = _common(drawn, self._drawn)
        output = self._back_to(kept)
        output += "".join(self._render(line) + "\n" for line in lasting)
        output += "\n".join(drawn[kept:])
        self._console.file.write(output)
        self._console.file.flush()
        self._drawn = drawn
        self._widths = [line.cell_len for line in tail]
        self._columns = self._console.width

    def _back_to(self, row: int) -> str:
        """Move to the beginning of that row of the tail and erase from there on."""
        if not self._drawn:
            return ""
        if row == len(self._drawn):  # rows are only added: go on below the last
            return "\n"
        rows = sum(self._screen_rows(width) for width in self._widths[row:])
        up = _UP.format(rows - 1) if rows > 1 else ""
        return f"\r{up}{_ERASE_BELOW}"

    def _screen_rows(self, width: int) -> int:
        if not self._reflows:
            return 1
        return max(1, math.ceil(width / max(1, self._console.width)))

    def _render(self, line: Text) -> str:
        with self._console.capture() as captured:
            self._console.print(line, end="", no_wrap=True, overflow="crop", highlight=False)
        return captured.get()


def _common(new: Sequence[str], old: Sequence[str]) -> int:
    """How many first rows are the same; all of the old only where rows are added."""
    same = 0
    while same < min(len(new), len(old)) and new[same] == old[same]:
        same += 1
    return same if same < len(new) else max(0, same - 1)


def terminal_reflows(environ: Mapping[str, str]) -> bool:
    """Most terminals reflow on a resize; xterm, screen and the Linux console cut rows off."""
    return not (
        "XTERM_VERSION" in environ
        or "STY" in environ
        or environ.get("TERM", "").startswith(("linux", "xterm-mono", "vt"))
    )
