"""The thread in which the model says, as JSON, how it reads a question that no rule reads."""

from __future__ import annotations

import threading
from typing import Final

from mathviz_chat.backends.base import Backend, Delta
from mathviz_chat.embedded import BASE_NAME
from mathviz_chat.engine.inbox import Inbox, ReadingProposed
from mathviz_chat.errors import BackendError
from mathviz_chat.messages import Options, Request
from mathviz_chat.prompts import READING_SCHEMA, SHIPPED_MODEL, reading_messages

MAX_TOKENS: Final = 256
_SMALL: Final = frozenset({BASE_NAME, SHIPPED_MODEL})  # 135 million parameters: no readers


def is_wanted(backend: Backend, setting: bool | None) -> bool:
    """Whether the model is asked for its reading: as set, else unless it is an embedded model.
    Never where the backend cannot keep to a schema."""
    if not backend.capabilities.json_schema:
        return False
    return backend.model.partition(":")[0] not in _SMALL if setting is None else setting


class ModelReading(threading.Thread):
    """Puts one ReadingProposed into the inbox.

    after: the thread that generated the answer; it must have ended before.
    """

    def __init__(
        self,
        backend: Backend,
        question: str,
        inbox: Inbox,
        cancelled: threading.Event,
        after: threading.Thread,
    ) -> None:
        super().__init__(name="reading", daemon=True)
        self._backend = backend
        self._question = question
        self._inbox = inbox
        self._cancelled = cancelled
        self._after = after

    def run(self) -> None:
        text: str | None = None
        try:
            self._after.join()
            text = self._generate()
        except BackendError:
            return  # the answer stands without it
        finally:
            self._inbox.put(ReadingProposed(text))

    def _generate(self) -> str:
        options = Options(max_tokens=MAX_TOKENS)
        request = Request(reading_messages(self._question), options, None, READING_SCHEMA)
        stream = self._backend.stream(request, self._cancelled)
        return "".join(item.text for item in stream if isinstance(item, Delta))
