"""Reading a server's answer so that it can be cancelled at any moment, connecting included."""

from __future__ import annotations

import contextlib
import functools
import queue
import socket
import ssl
import threading
from collections.abc import Callable, Generator, Iterator
from typing import Any, Final, TypeVar

import httpx

T = TypeVar("T")

CONNECT_S: Final = 3.0
READ_S: Final = 1800.0  # a server sends nothing while it loads a model; giving up aborts the load
_POLL_S: Final = 0.03  # how often a set ``cancel`` is looked for
_END: Final = object()


class Connection:
    """The socket of one client, so that another thread can cut it.

    The server notices the cut and stops generating, which a mere end of reading would not do.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self.is_cut = False

    def settings(self) -> dict[str, Any]:
        """Return the arguments for :class:`httpx.Client` that make its connection cuttable."""
        return {
            "timeout": httpx.Timeout(READ_S, connect=CONNECT_S),
            "limits": httpx.Limits(max_keepalive_connections=0),
            "event_hooks": {"request": [self._follow]},
            "verify": _ssl_context(),
        }

    def _follow(self, request: httpx.Request) -> None:
        request.extensions["trace"] = self._trace

    def _trace(self, event: str, info: dict[str, Any]) -> None:
        if not event.endswith(("connect_tcp.complete", "start_tls.complete")):
            return
        with self._lock:
            self._socket = info["return_value"].get_extra_info("socket")
            if self.is_cut:
                raise httpx.ConnectError("cancelled while connecting")

    def cut(self) -> None:
        with self._lock:
            self.is_cut = True
            if self._socket is not None:
                with contextlib.suppress(OSError):  # the other side was quicker
                    self._socket.shutdown(socket.SHUT_RDWR)


@functools.cache
def _ssl_context() -> ssl.SSLContext:
    return httpx.create_ssl_context()  # 20 ms, too long to spend for every answer


def cancellable(
    source: Callable[[], Iterator[T]], cancel: threading.Event, cut: Callable[[], None]
) -> Generator[T, None, None]:
    """Yield what ``source()`` yields, read in a thread of its own; end soon after ``cancel``.

    ``cut`` is called at the end, whatever it was, to free that thread. Raises what the source
    raises, unless cancelled.
    """
    items: queue.SimpleQueue[Any] = queue.SimpleQueue()
    failure: list[Exception] = []

    def pump() -> None:
        try:
            for item in source():
                items.put(item)
        except Exception as error:  # handed to the reading thread, which raises it
            failure.append(error)
        items.put(_END)

    threading.Thread(target=pump, name="mathviz-read", daemon=True).start()
    try:
        while not cancel.is_set():
            try:
                item = items.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            if item is not _END:
                yield item
            elif failure and not cancel.is_set():
                raise failure[0]
            else:
                return
    finally:
        cut()
