"""Writes the help that the parser gives into ``cli/help_text.py`` and ``docs/commands.md``.

    python scripts/write_help.py

A test fails when either is stale. In the document, the help of a command stands in the code block
below the line ``<!-- help: COMMAND -->`` (``mathviz-chat`` for the program's own).
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from mathviz_chat.cli.parser import build

ROOT = Path(__file__).parent.parent
MODULE = ROOT / "mathviz_chat" / "cli" / "help_text.py"
DOCUMENT = ROOT / "docs" / "commands.md"

_BLOCK = re.compile(r"(<!-- help: ([a-z-]+) -->\n```\n).*?(```\n)", re.DOTALL)


def helps() -> dict[str, str]:
    """The help of the program and of each command, by its name."""
    parser = build()
    (commands,) = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    rest = {name: command.format_help() for name, command in commands.choices.items()}
    return {"mathviz-chat": parser.format_help()} | rest


def module() -> str:
    """What ``help_text.py`` should hold."""
    return f'''"""What ``mathviz-chat --help`` prints; written by ``scripts/write_help.py``."""

HELP = """\\
{helps()["mathviz-chat"]}"""
'''


def document(current: str) -> str:
    """What ``docs/commands.md`` should hold, given what it holds."""
    texts = helps()
    return _BLOCK.sub(lambda block: block[1] + texts[block[2]] + block[3], current)


def main() -> int:
    MODULE.write_text(module(), encoding="utf-8")
    if DOCUMENT.exists():
        DOCUMENT.write_text(document(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
