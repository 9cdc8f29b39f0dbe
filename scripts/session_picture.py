"""Draws docs/session.svg: a real session on the embedded model, as a terminal shows it.

usage: python -m scripts.session_picture     (about a minute; needs the development environment)
"""

from __future__ import annotations

import argparse
import io
import tempfile
from pathlib import Path

import pyte
from rich.console import Console
from rich.text import Text

from tests.ui.terminal_session import ENTER, TerminalSession

COLUMNS, ROWS = 80, 60
QUESTION = "Solve |2x - 3| = 7"  # the model loses a root, the solver does not
PICTURE = Path(__file__).parent.parent / "docs" / "session.svg"


def record() -> str:
    """What the program sent to a terminal for one question."""
    with (
        tempfile.TemporaryDirectory() as data,
        TerminalSession([], Path(data), columns=COLUMNS, rows=ROWS) as session,
    ):
        session.wait_for_prompt()
        session.send(QUESTION + ENTER)
        session.wait_for("Proved to answer the question")
        session.wait_for_prompt()
        return session.output


def _style(cell: pyte.screens.Char) -> str:
    colour = "" if cell.fg == "default" else cell.fg.replace("brown", "yellow")
    if len(colour) == 6 and all(digit in "0123456789abcdef" for digit in colour):
        colour = f"#{colour}"
    return f"{'bold ' if cell.bold else ''}{colour}".strip()


def as_text(output: str) -> Text:
    """The last screen with its colours, without the empty lines at its end."""
    screen = pyte.Screen(COLUMNS, ROWS)
    pyte.Stream(screen).feed(output)
    lines = []
    for row in range(ROWS):
        line = Text()
        for column in range(COLUMNS):
            cell = screen.buffer[row][column]
            line.append(cell.data, style=_style(cell))
        line.rstrip()
        lines.append(line)
    while lines and not lines[-1].plain:
        lines.pop()
    return Text("\n").join(lines)


def main() -> None:
    """Record and draw."""
    argparse.ArgumentParser(description=__doc__.partition("\n")[0]).parse_args()
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(as_text(record()))
    PICTURE.write_text(console.export_svg(title="mathviz-chat"), encoding="utf-8")


if __name__ == "__main__":
    main()
