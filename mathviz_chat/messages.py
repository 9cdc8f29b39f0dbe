"""Frozen values of a conversation: what was said, and what is handed to a backend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

Role = Literal["system", "user", "assistant"]

ANOTHER_METHOD: Final = "another"


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of the conversation."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Options:
    """How to generate. The defaults fit small models.

    temperature: 0 is greedy.
    max_tokens: upper bound of generated tokens.
    num_ctx: context in tokens that the backend of this session was opened with, None for its own
        default. A backend keeps to it for good and does not look here.
    seed: None lets the backend choose.
    stop: generation ends before any of these strings; they are not part of the answer.
    calculator: work out what belongs after a numeric expression and ``=``; None: for the shipped
        model only. The engine does it, a backend does not look here.
    """

    temperature: float = 0.0
    max_tokens: int = 512
    num_ctx: int | None = None
    seed: int | None = None
    stop: tuple[str, ...] = ()
    calculator: bool | None = None


@dataclass(frozen=True, slots=True)
class Working:
    """How the solver writes.

    steps: how fine. method: the one to use where a class would teach several; None is the
    solver's own choice, :data:`ANOTHER_METHOD` another one than that. model_reading: whether a
    question that the rules do not read is solved as the model reads it; None: where it is no
    embedded model.
    """

    steps: Literal["brief", "normal", "fine"] = "normal"
    method: str | None = None
    model_reading: bool | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """Everything a backend needs for one answer.

    prefill: text with which the assistant's answer already begins; the backend continues it
        and does not repeat it. Only where ``Capabilities.prefill``.
    json_schema: what is generated (after the prefill, if any) must be JSON of this schema. Only
        where ``Capabilities.json_schema``.
    """

    messages: tuple[Message, ...]
    options: Options = field(default_factory=Options)
    prefill: str | None = None
    json_schema: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer, as the conversation remembers them and as it is saved.

    reply: the text of the answer that counts, empty where none came.
    answer: its final answer in plain form. verdict: on that answer, None for a turn that asked
    nothing formal. source: who gave it, a model or the solver.
    """

    question: str
    reply: str
    answer: str | None = None
    verdict: str | None = None
    source: Literal["model", "sympy"] = "model"
