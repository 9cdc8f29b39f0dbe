"""Small differences of notation and layout that stand between a question and the rules.

Each function takes the text of a question and gives it in a plainer notation; nothing is dropped.
"""

from __future__ import annotations

import re
from typing import Final

_DASH: Final = re.compile(
    r"\s+[—–-]+\s+(?!(?:log|sin|cos|tan|sqrt|exp|abs)(?![a-z]))(?=[A-Za-z]{3})"
)
"""Before a word: ``5 - log 2`` goes on."""
_IN_BRACKETS: Final = re.compile(
    r"\s\(\s*(?:with|for|where|if|take|given)?\s*([a-z])\s*([<>≤≥]=?)\s*(-?\d+)\s*\)"
    r"(?=\s*[.?]?\s*$)"
)


def without_dashes(text: str) -> str:
    """``solve 2x = 4 - show your work`` with a comma."""
    return _DASH.sub(", ", text)


def with_conditions_said(text: str) -> str:
    """A condition in brackets at the end, ``(x > 0)``, as ``given that x > 0``."""
    return _IN_BRACKETS.sub(r" given that \1 \2 \3", text)
