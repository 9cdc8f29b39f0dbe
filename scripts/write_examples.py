"""Writes ``docs/examples.md``: what the program prints for ten questions of different kinds.

    python -m scripts.write_examples

The solver answers, with no model, so the output is the same everywhere.
"""

from __future__ import annotations

import contextlib
import io
import sys
from pathlib import Path
from typing import Final

from rich.console import Console

from mathviz_chat.core.picturing.picture import Picture
from mathviz_chat.core.picturing.propose import picture_of
from mathviz_chat.engine import Session
from mathviz_chat.ui.oneshot import PlainPrinter
from mathviz_chat.ui.pictures.printing import print_picture
from mathviz_chat.worker.client import Worker
from mathviz_chat.worker.limits import Limits

DOCUMENT: Final = Path(__file__).parent.parent / "docs" / "examples.md"
PICTURED: Final = "Solve x^2 - 5x + 6 = 0"
WIDTH: Final = 64  # columns of the picture

QUESTIONS: Final = (
    ("A linear equation", "Solve for x: 2(x - 3) = 4x + 2"),
    ("A quadratic equation, with its picture", PICTURED),
    ("An equation with a root: one candidate fails", "Solve sqrt(x + 1) = x - 1"),
    ("An inequality", "Solve x^2 - 4 >= 0"),
    ("A derivative", "Differentiate x^2 * sin(x)"),
    ("A tangent", "Find the equation of the tangent to y = x^2 at x = 3"),
    ("A definite integral", "Find the integral of 3x^2 - 2x from 0 to 2"),
    ("A determinant", "Find the determinant of [[2, 1], [5, 3]]"),
    ("A percentage change", "A price rises from 40 to 50. By what percentage does it increase?"),
    ("A word problem", "A train travels 120 miles in 2 hours. What is its speed?"),
)

_HEAD: Final = """\
# Ten questions and their steps

What `mathviz-chat --solver sympy -q '...'` prints, with no model at all.
`python -m scripts.write_examples` writes this file.
"""


def answered(session: Session, question: str) -> str:
    """Standard error and standard output of one question, as a terminal shows them together."""
    out = io.StringIO()
    session.clear()
    PlainPrinter(out, out).show(session.ask(question))
    if question == PICTURED:
        picture = picture_of(question)
        assert isinstance(picture, Picture)
        console = Console(file=out, width=WIDTH, no_color=True)
        print_picture(picture, console)
    return out.getvalue()


def document() -> str:
    """What the document should hold."""
    parts = [_HEAD]
    worker = Worker(Limits(cpu_s=60, wall_s=120))  # the text must not depend on how busy it is
    with contextlib.closing(Session(None, worker, solver="sympy")) as session:
        for title, question in QUESTIONS:
            flag = " --plot" if question == PICTURED else ""
            command = f"$ mathviz-chat --solver sympy{flag} -q '{question}'"
            shown = "\n".join(line.rstrip() for line in answered(session, question).splitlines())
            parts.append(f"## {title}\n```\n{command}\n{shown}\n```\n")
    return "\n".join(parts)


def main() -> int:
    DOCUMENT.write_text(document(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
