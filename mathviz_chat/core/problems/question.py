"""From the text of a question to a formal problem, by rules."""

from __future__ import annotations

from mathviz_chat.core.problems.problem import Problem, Unread


def read_question(text: str) -> Problem | Unread:
    """Read one question; never raises, whatever the text."""
    return Unread("No rule reads this question.", formal=bool(text.strip()))
