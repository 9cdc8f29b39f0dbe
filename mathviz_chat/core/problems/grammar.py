"""Grammars of stories: named clauses with their patterns, written as one reads them.

A line ``NAME = pattern`` names a part that patterns use; ``clause:`` opens a clause, and each line
below it that is indented is one of its patterns. A line that is indented further goes on.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

Grammar: TypeAlias = dict[str, tuple[str, ...]]

_PART: Final = re.compile(r"([A-Z_]+) = (.*)")
_INDENT: Final = 4


def grammar(text: str) -> Grammar:
    """The clauses with their patterns, the named parts put in."""
    parts: dict[str, str] = {}
    clauses: dict[str, list[str]] = {}
    name = ""
    for line in _joined(text):
        part = _PART.fullmatch(line)
        if part is not None:
            parts[part[1]] = _filled(part[2], parts)
        elif line.endswith(":") and not line.startswith(" "):
            name = line[:-1]
            clauses[name] = []
        else:
            clauses[name].append(_filled(line.strip(), parts))
    return {clause: tuple(patterns) for clause, patterns in clauses.items()}


def _joined(text: str) -> list[str]:
    """The lines, each with those that go on with it."""
    lines: list[str] = []
    for line in text.strip("\n").splitlines():
        indent = len(line) - len(line.lstrip())
        if not line.strip():
            continue
        goes_on = indent > _INDENT or (indent == _INDENT and lines and _PART.fullmatch(lines[-1]))
        if not goes_on:
            lines.append(line.rstrip())
        else:
            lines[-1] += ("" if lines[-1].endswith("|") else " ") + line.strip()
    return lines


def _filled(pattern: str, parts: dict[str, str]) -> str:
    return re.sub(r"\b[A-Z_]{2,}\b", lambda match: parts.get(match[0], match[0]), pattern)
