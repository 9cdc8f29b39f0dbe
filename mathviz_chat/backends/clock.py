"""The statistics of one answer, taken while it streams."""

from __future__ import annotations

import time

from mathviz_chat.backends.base import Statistics, StopReason


class Stopwatch:
    """Counts generated tokens and times the first one and the rate after it."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self._first: float | None = None
        self._last = self._start
        self.tokens = 0

    def token(self) -> None:
        """One more token has just been generated."""
        self._last = time.perf_counter()
        if self._first is None:
            self._first = self._last
        self.tokens += 1

    def statistics(
        self, stop: StopReason, *, prompt_tokens: int | None, tokens: int | None = None
    ) -> Statistics:
        """Return the statistics; ``tokens`` replaces the own count where a server tells it."""
        counted = self.tokens if tokens is None else tokens
        first = None if self._first is None else self._first - self._start
        seconds = 0.0 if self._first is None else self._last - self._first
        rate = (counted - 1) / seconds if counted > 1 and seconds > 0 else None
        return Statistics(prompt_tokens, counted, first, rate, stop)
