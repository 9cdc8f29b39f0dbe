"""Questions that want a derivative from first principles, not by the rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems.problem import Kind, Problem, Unread

METHOD: Final = "first-principles"
_PHRASE: Final = re.compile(
    r",?\s*\b(?:(?:from|by|using|via|with|working from|use)\s+)?(?:the\s+)?"
    r"(?:(?:method of\s+)?first principles?|limit definition(?: of (?:the|a) derivative)?|"
    r"definition of (?:the|a) derivative(?: as a limit)?|difference quotient)"
    r"(?:\s*,|\s+to\b(?=\s+(?:find|differentiate|work)))?",
    re.IGNORECASE,
)
_KINDS: Final = frozenset({Kind.DERIVATIVE, Kind.DERIVATIVE_AT})


def read(text: str, reader: Callable[[str], Problem | Unread]) -> Problem | None:
    """A derivative with the words about the way to it; None for anything else."""
    rest, count = _PHRASE.subn(" ", text)
    if count != 1:
        return None
    found = reader(rest.strip())
    if isinstance(found, Unread) or found.kind not in _KINDS:
        return None
    said = f"{found.read_as.rstrip('.')} from first principles."
    return replace(found, method=METHOD, read_as=said)
