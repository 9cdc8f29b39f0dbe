"""The thread in which the model generates one answer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

from mathviz_chat.backends.base import Backend, Delta, Statistics
from mathviz_chat.backends.repetition import until_repetition
from mathviz_chat.engine.calculator import NO_PREFILL, calculating, is_wanted
from mathviz_chat.engine.inbox import Inbox, ModelEnded, ModelFailed, Piece, Told
from mathviz_chat.errors import BackendError, GenerationFailed
from mathviz_chat.messages import Request


class Generation(threading.Thread):
    """Puts every piece of the answer into the inbox; last, ModelEnded or ModelFailed.

    request: makes the request; called in this thread, since counting tokens may load the model.
    after: a thread that uses the backend and must have ended before.
    """

    def __init__(
        self,
        backend: Backend,
        request: Callable[[], Request],
        inbox: Inbox,
        cancelled: threading.Event,
        after: threading.Thread | None = None,
    ) -> None:
        super().__init__(name="model", daemon=True)
        self.cancelled = cancelled
        self._backend = backend
        self._request = request
        self._inbox = inbox
        self._after = after
        self.begun = threading.Event()  # the first piece is there, or none will come

    def run(self) -> None:
        try:
            if self._after is not None:
                self._after.join()
            self._generate()
        except BackendError as error:
            self._inbox.put(ModelFailed(error))
        except Exception as error:  # a fault of a backend must end the answer, not hang it
            failure = GenerationFailed(f"The backend {self._backend.name} broke: {error!r}.")
            self._inbox.put(ModelFailed(failure))
        finally:
            self.begun.set()

    def _generate(self) -> None:
        for item in until_repetition(self._stream(self._request()), self.cancelled):
            if isinstance(item, Delta):
                self._inbox.put(Piece(item.text, item.computed))
                self.begun.set()
            else:
                self._inbox.put(ModelEnded(item))
                return
        raise GenerationFailed(f"The backend {self._backend.name} ended without its statistics.")

    def _stream(self, request: Request) -> Iterator[Delta | Statistics]:
        setting = request.options.calculator
        if is_wanted(self._backend, setting):
            return calculating(self._backend, request, self.cancelled)
        if setting:
            self._inbox.put(Told(NO_PREFILL.format(name=self._backend.name)))
        return self._backend.stream(request, self.cancelled)
