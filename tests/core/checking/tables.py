"""The tables of docs/checking.md, which are parameters of the tests."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).parents[3] / "docs" / "checking.md"


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head; code marks are taken off."""
    section = DOCS.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [
        [cell.strip().strip("`") for cell in re.split(r"(?<!\\)\|", line.strip("|"))]
        for line in lines[2:]
    ]
