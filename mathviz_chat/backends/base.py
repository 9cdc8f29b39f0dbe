"""The seam between the engine and whatever generates text: one small Protocol."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from mathviz_chat.messages import Message, Request

StopReason = Literal["stop", "length", "repeated", "interrupted"]


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a backend can do beyond streaming an answer to messages."""

    prefill: bool = False
    json_schema: bool = False
    seed: bool = False


@dataclass(frozen=True, slots=True)
class Delta:
    """A piece of the answer (never empty).

    computed: not generated, but worked out and put in (``engine/calculator.py``).
    """

    text: str
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Statistics:
    """How one answer was generated.

    prompt_tokens, tokens: counts, None where the server does not tell.
    first_token_s: seconds from the request to the first piece of text, None without text.
    tokens_per_s: generated tokens per second after the first.
    stop: why it ended.
    """

    prompt_tokens: int | None
    tokens: int | None
    first_token_s: float | None
    tokens_per_s: float | None
    stop: StopReason


class Backend(Protocol):
    """A model that can be talked to.

    ``stream`` yields :class:`Delta` values and, last, exactly one :class:`Statistics`. It checks
    ``cancel`` at least at every token, and while it loads a model or reads a prompt too; once it
    is set, the stream ends soon with ``stop="interrupted"`` and raises nothing. It raises the
    :class:`~mathviz_chat.errors.BackendError` family only. One stream at a time.
    """

    @property
    def name(self) -> str:
        """The backend's name as in ``--backend``."""

    @property
    def model(self) -> str:
        """The model's name as the user knows it."""

    @property
    def capabilities(self) -> Capabilities: ...

    @property
    def context_length(self) -> int:
        """The context in tokens that this session works with."""

    def stream(self, request: Request, cancel: threading.Event) -> Iterator[Delta | Statistics]: ...

    def count_tokens(self, messages: tuple[Message, ...]) -> int:
        """The length of the prompt in tokens; an upper estimate where it cannot be known."""

    def warm_up(self, messages: tuple[Message, ...] = ()) -> None:
        """Load the model (and read ``messages`` into its cache) ahead of time; may do nothing."""

    def close(self) -> None: ...
