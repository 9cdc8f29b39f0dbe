"""The objects that ``--json`` prints, as ``commands.md`` fixes them: added to, never renamed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from platform import python_version
from typing import Any, Final

from mathviz_chat import __version__
from mathviz_chat.core.checking.serialize import answer_to_dict, step_to_dict
from mathviz_chat.core.verdict import AnswerVerdict
from mathviz_chat.events import Attempt, Done, Failed, Outcome, Source

SCHEMA: Final = 1

_LIBRARIES: Final = ("llama-cpp-python", "ollama", "python-flint", "sympy")


@dataclass(frozen=True, slots=True)
class Asked:
    """What an answer's object tells beyond its events.

    model, backend: None where no model takes part. solver: who was asked to answer.
    """

    question: str
    solver: Source
    model: str | None
    backend: str | None
    seed: int | None


def answer_object(asked: Asked, end: Done | Failed) -> dict[str, Any]:
    """The one object of ``-q … --json``."""
    outcome = end.outcome
    error = {"code": end.code, "message": end.message} if isinstance(end, Failed) else None
    if outcome is None:
        outcome = _nothing(asked)
    final = outcome.final
    by_model = final.source is Source.MODEL
    return {
        "schema": SCHEMA,
        "error": error,
        "question": asked.question,
        "reading": outcome.reading,
        "model_reading": outcome.model_reading,
        **_attempt(final),
        "attempts": [_attempt(attempt) for attempt in outcome.attempts],
        "model": asked.model if by_model else None,
        "backend": asked.backend if by_model else None,
        "seed": asked.seed,
        "stats": None if outcome.statistics is None else asdict(outcome.statistics),
        "versions": versions(),
    }


def _nothing(asked: Asked) -> Outcome:
    nothing = Attempt(asked.solver, None, AnswerVerdict.UNCHECKED, "Nothing answered.", (), "")
    return Outcome(asked.question, None, False, nothing, (), None)


def _attempt(attempt: Attempt) -> dict[str, Any]:
    return {
        "answer": answer_to_dict(attempt.answer),
        "verdict": str(attempt.verdict),
        "reason": attempt.reason,
        "steps": [step_to_dict(step) for step in attempt.steps],
        "solver": str(attempt.source),
        "text": attempt.text,
        "computed": [
            {"start": c.start, "end": c.end, "text": attempt.text[c.start : c.end]}
            for c in attempt.computed
        ],
    }


def versions() -> dict[str, str | None]:
    """The versions that an answer depends on; None for a library that is not installed."""
    found: dict[str, str | None] = {"mathviz-chat": __version__, "python": python_version()}
    return found | {name: library_version(name) for name in _LIBRARIES}


def library_version(name: str) -> str | None:
    """The version of an installed distribution, without importing it."""
    from importlib import metadata  # only where an object is printed: the import is slow

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def dumps(row: Mapping[str, Any]) -> str:
    """One line of JSON, in ASCII: no control character in it reaches a terminal, any encoding
    can hold it, and a lone surrogate from a file stays what it was."""
    return json.dumps(row, ensure_ascii=True, allow_nan=False)
