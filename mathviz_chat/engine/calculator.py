"""The calculator in the loop: values that the model would have to guess are worked out.

Where the model's line ends in ``=`` after a numeric expression, its stream is ended, the value is
put in, and the model goes on from there: it is asked to continue its own text. A backend that
remembers what it has read (all of them do) reads only the value.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from mathviz_chat.backends.base import Backend, Delta, Statistics, StopReason
from mathviz_chat.backends.clock import Stopwatch
from mathviz_chat.errors import ContextOverflow
from mathviz_chat.messages import Request
from mathviz_chat.prompts import SHIPPED_MODEL

NO_PREFILL: Final = (
    "The calculator is off: the {name} backend cannot let a model continue a given text."
)


def is_wanted(backend: Backend, setting: bool | None) -> bool:
    """Whether values are worked out: as set, else for the shipped model only, which was trained
    to go on from them. Never where the backend cannot continue a text."""
    if not backend.capabilities.prefill:
        return False
    return is_shipped(backend) if setting is None else setting


def is_shipped(backend: Backend) -> bool:
    """Whether the model is the one that was trained on the answer format."""
    return backend.model.partition(":")[0] == SHIPPED_MODEL


def calculating(
    backend: Backend, request: Request, cancel: threading.Event
) -> Iterator[Delta | Statistics]:
    """The stream of ``backend``, with the values put in as Deltas that are ``computed``.

    The shipped model's line is ended after a value, as the answer format has it: a small model
    would now and then add a digit to it.
    The statistics are those of the whole: tokens counts what the model generated, not the values;
    max_tokens bounds it.
    """
    if request.json_schema is not None:
        yield from backend.stream(request, cancel)
        return
    from mathviz_chat.core.calculation import value_after  # the reader is slow to import

    whole, line_ends = _Whole(request.prefill or ""), is_shipped(backend)
    while True:
        part = _PartCancel(cancel)
        value: str | None = None
        for item in _stream(backend, whole.rest_of(request), part):
            if isinstance(item, Statistics):
                whole.ended(item)
            elif value is None:
                yield whole.add(item)
                value = value_after(whole.line) if whole.line.endswith("=") else None
                if value is not None:
                    part.set()
        if value is None or cancel.is_set() or whole.tokens >= request.options.max_tokens:
            yield whole.statistics(cut=value is not None, cancelled=cancel.is_set())
            return
        yield whole.add(Delta(value, computed=True))
        if line_ends:
            yield whole.add(Delta("\n"))


def _stream(
    backend: Backend, request: Request, cancel: threading.Event
) -> Iterator[Delta | Statistics]:
    """The backend's stream; where an answer that has begun fills the context, its end."""
    try:
        yield from backend.stream(request, cancel)
    except ContextOverflow:
        if not request.prefill:
            raise
        yield Statistics(None, 0, None, None, "length")


@dataclass(slots=True)
class _Whole:
    """An answer that is generated in parts."""

    text: str
    tokens: int = 0
    _parts: list[Statistics] = field(default_factory=list)
    _clock: Stopwatch = field(default_factory=Stopwatch)
    _given: str = field(init=False)

    def __post_init__(self) -> None:
        self._given = self.text

    @property
    def line(self) -> str:
        """What the last line holds so far."""
        return self.text[self.text.rfind("\n") + 1 :]

    def add(self, delta: Delta) -> Delta:
        self.text += delta.text
        if not delta.computed:
            self._clock.token()
        return delta

    def ended(self, statistics: Statistics) -> None:
        self._parts.append(statistics)
        self.tokens += statistics.tokens or 0

    def rest_of(self, request: Request) -> Request:
        """The request for what is still to come."""
        options = replace(request.options, max_tokens=request.options.max_tokens - self.tokens)
        return replace(request, options=options, prefill=self.text or None)

    def statistics(self, *, cut: bool, cancelled: bool) -> Statistics:
        """cut: the last part was ended to put a value in, which does not come any more."""
        if len(self._parts) == 1 and not cut:
            return self._parts[0]
        stop: StopReason = self._parts[-1].stop
        if cut:
            stop = "interrupted" if cancelled else "length"
        prompt_tokens = self._parts[0].prompt_tokens
        return self._clock.statistics(stop, prompt_tokens=prompt_tokens, tokens=self.tokens)


class _PartCancel(threading.Event):
    """Cancels one part of an answer; set with the whole answer's event, too."""

    def __init__(self, whole: threading.Event) -> None:
        super().__init__()
        self._whole = whole

    def is_set(self) -> bool:
        return super().is_set() or self._whole.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """Its own setting is noticed at the end of ``timeout``: a backend polls anyway."""
        if not self.is_set():
            self._whole.wait(timeout)
        return self.is_set()
