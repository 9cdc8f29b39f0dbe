"""Many items through several threads, each with what it needs: in order, in bounded memory."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Final, Generic, Protocol, TypeVar

_AHEAD: Final = 8  # items a thread that are read before the first of them is given back


class Closable(Protocol):
    """What a thread holds for itself. close: may be called while it is at work, and ends that."""

    def close(self) -> None: ...


Item = TypeVar("Item")
Made = TypeVar("Made")
Own = TypeVar("Own", bound=Closable)


class _Owned(Generic[Own]):
    """One for each thread that asks; all are closed together."""

    def __init__(self, make: Callable[[], Own]) -> None:
        self._make = make
        self._local = threading.local()
        self._all: list[Own] = []
        self._lock = threading.Lock()

    def mine(self) -> Own:
        own: Own | None = getattr(self._local, "own", None)
        if own is None:
            own = self._make()
            self._local.own = own
            with self._lock:
                self._all.append(own)
        return own

    def close(self) -> None:
        with self._lock:
            for own in self._all:
                own.close()


@contextmanager
def _pool(make: Callable[[], Own], count: int) -> Iterator[tuple[ThreadPoolExecutor, _Owned[Own]]]:
    owned = _Owned(make)
    executor = ThreadPoolExecutor(count, thread_name_prefix="check")
    try:
        yield executor, owned
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
        owned.close()  # and ends what is still running
        executor.shutdown(wait=True)


def map_in_order(
    items: Iterable[Item],
    operate: Callable[[Callable[[], Own], Item], Made],
    make: Callable[[], Own],
    count: int,
) -> Iterator[tuple[Item, Made]]:
    """Each item with what ``operate`` makes of it, in the order of ``items``.

    operate: gets a function that returns what its thread holds, which is made at its first call.
    count: of threads. Raises what ``operate`` and ``make`` raise.
    """
    waiting: deque[tuple[Item, Future[Made]]] = deque()
    with _pool(make, count) as (executor, owned):
        for item in items:
            waiting.append((item, executor.submit(operate, owned.mine, item)))
            if len(waiting) >= count * _AHEAD:
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()
