"""Lists of phrases in a small notation, and their regular expression.

``[a|b]`` is a choice, ``[a|b]?`` may be missing, ``[a|b]*`` may be repeated. After each word may
stand spaces and commas.
"""

from __future__ import annotations

import re


def _regex(line: str) -> str:
    parts = []
    for token in re.findall(r"\[[^\]]*\][?*]?|\S+", line):
        if not token.startswith("["):
            parts.append(f"(?:{re.escape(token)})@")
            continue
        body, _, suffix = token[1:].rpartition("]")
        choices = sorted((c.strip() for c in body.split("|")), key=len, reverse=True)
        inner = "|".join(r"\s+".join(map(re.escape, choice.split())) for choice in choices)
        parts.append(f"(?:(?:{inner})@){suffix}")
    return "".join(parts).replace("@", r"(?![A-Za-z0-9^_])[\s,]*")


def any_of(lines: tuple[str, ...]) -> str:
    """A pattern of any of the phrases."""
    return "|".join(regexes(lines))


def regexes(lines: tuple[str, ...]) -> tuple[str, ...]:
    """A pattern of each phrase."""
    return tuple(_regex(line).replace("'", "['’]") for line in lines)
