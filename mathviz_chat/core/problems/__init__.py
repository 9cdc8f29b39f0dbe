"""Questions: read formally, and claimed answers judged against them.

Each name is loaded at first use: whoever only handles a ``Problem`` does not load the readers.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mathviz_chat.core.problems.judge import judge_answer
    from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Kind, Problem, Unread
    from mathviz_chat.core.problems.question import is_restricted, read_question

__all__ = [
    "AnswerJudgement",
    "Form",
    "Kind",
    "Problem",
    "Unread",
    "is_restricted",
    "judge_answer",
    "read_question",
]

_MODULES = {
    "AnswerJudgement": "problem",
    "Form": "problem",
    "Kind": "problem",
    "Problem": "problem",
    "Unread": "problem",
    "is_restricted": "question",
    "judge_answer": "judge",
    "read_question": "question",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
