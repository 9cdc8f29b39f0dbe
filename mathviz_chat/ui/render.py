"""Events to lines on a terminal, a pipe or a file: one ``match`` over Event.

A finished block stays in the live tail until its verdict is there; then it is printed for good.
It is printed without one only while the model still writes, after :data:`HOLD_S`, and where the
tail is full, after :data:`GLANCE_S`.
A verdict that comes later gets a line of its own: what was printed is never changed. Without a
terminal there is no tail, and a block waits for its verdict.
"""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.text import Text as Line

from mathviz_chat.core.checking.blocks import Block
from mathviz_chat.core.verdict import Step
from mathviz_chat.events import (
    Done,
    Event,
    Failed,
    Notice,
    Outcome,
    Reading,
    Reply,
    Source,
    Stats,
    StepFinished,
    StepMarked,
    Text,
)
from mathviz_chat.ui.layout import Layout
from mathviz_chat.ui.live_tail import LiveTail
from mathviz_chat.ui.said_once import said_once
from mathviz_chat.ui.wording import calculated

HOLD_S: Final = 3.0  # longer than the checker's usual deadline
GLANCE_S: Final = 0.15  # verdicts that come sooner look as if they came at once
FRAME_S: Final = 1 / 15
PATIENCE_S: Final = 0.4  # before "waiting" is said at all
MAX_OPEN: Final = 3_000  # characters of an unfinished line that are laid out while it grows

STOPS: Final = {
    "length": "The answer reached the limit of tokens; /set max_tokens raises it.",
    "repeated": "Stopped, because the model began to repeat itself.",
    "interrupted": "^C interrupted; what came so far is kept.",
}


class Renderer:
    """Shows answers on a console, one ``show`` per ask; keeps no state between them.

    raw: show the model's source as it is (without control characters), no typeset mathematics.
    by_model: a model is asked, and may be slow to begin.
    """

    def __init__(self, console: Console, *, raw: bool = False, by_model: bool = True) -> None:
        self.console = console
        self.raw = raw
        self.by_model = by_model

    def show(self, events: Iterable[Event]) -> Done | Failed | None:
        """Print the answer while it comes; returns how it ended, None where nothing told."""
        view = AnswerView(Layout(self.console, self.raw), by_model=self.by_model)
        with view.drawing():
            for event in said_once(events):
                view.take(event)
        return view.end


@dataclass(slots=True)
class _Held:
    """A finished block that is not printed yet. since: when it was finished, in seconds."""

    source: Source
    block: Block
    since: float
    step: Step | None = None

    @property
    def is_open(self) -> bool:
        """Whether a verdict is still to come; blank blocks wait for none."""
        return self.step is None and bool(self.block.text.strip())


class AnswerView:
    """One answer on the screen. ``take`` and ``tick`` may be called from different threads.

    clock: seconds that never go back. hold_s: how long a block waits for its verdict; by default
    :data:`HOLD_S` on a terminal and as long as it takes elsewhere. by_model: see Renderer.
    """

    def __init__(
        self,
        layout: Layout,
        *,
        by_model: bool = True,
        clock: Callable[[], float] = time.monotonic,
        hold_s: float | None = None,
    ) -> None:
        self.end: Done | Failed | None = None
        self._layout = layout
        self._clock = clock
        console = layout.console
        self._tail = (
            LiveTail(console) if console.is_terminal and not console.is_dumb_terminal else None
        )
        default = HOLD_S if self._tail is not None else math.inf
        self._hold_s = default if hold_s is None else hold_s
        self._lock = threading.RLock()
        self._begun = clock()
        self._held: deque[_Held] = deque()
        self._unmarked: dict[tuple[Source, int], Block] = {}  # printed without their verdicts
        self._text = ""  # of the model, from the first unfinished block on
        self._offset = 0  # of that in the whole text
        self._solver_begun = False
        self._model_ended = not by_model
        self._blank = True  # whether the last line printed was blank

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """Keep the tail moving while the events are waited for; in the end print the rest."""
        stopped = threading.Event()
        ticker = threading.Thread(target=self._tick_until, args=(stopped,), daemon=True)
        if self._tail is not None:
            ticker.start()
        try:
            yield
        finally:
            stopped.set()
            if self._tail is not None:
                ticker.join()
            self.finish()

    def _tick_until(self, stopped: threading.Event) -> None:
        while not stopped.wait(FRAME_S):
            self.tick()

    # ------------------------------------------------------------------ events

    def take(self, event: Event) -> None:
        """Show one event."""
        with self._lock:
            match event:
                case Reading(text=text):
                    self._print(self._layout.prose(f"I read this as: {text}", style="dim"))
                case Text(text=text):
                    self._text += text
                case StepFinished(source=source, block=block):
                    self._finished(source, block)
                case StepMarked(source=source, index=index, step=step):
                    self._marked(source, index, step)
                case Notice(text=text):
                    self._print(self._layout.prose(f"Note: {text}"))
                case Reply(text=text):
                    for row in text.splitlines():
                        self._print(self._layout.prose(row))
                case Stats():
                    self._model_ended = True
                case Done(outcome=outcome):
                    self.end = event
                    self._ended(outcome)
                case Failed(message=message, outcome=failed):
                    self.end = event
                    self._ended(failed, message)

    def tick(self) -> None:
        """Time has passed: print what has waited long enough, draw the tail again."""
        with self._lock:
            self._release()
            if self._tail is not None and self.end is None:
                self._tail.draw(self._tail_lines())

    def finish(self) -> None:
        """Print whatever is still held back: no more events come."""
        with self._lock:
            self._release(everything=True)
            if self._tail is not None:
                self._tail.clear()

    def _finished(self, source: Source, block: Block) -> None:
        if source is Source.MODEL:
            self._text = self._text[max(0, block.end - self._offset) :]
            self._offset = max(self._offset, block.end)
        elif not self._solver_begun:
            self._solver_begun = True
            self._release(everything=True)
            self._print([Line(), *self._layout.prose("Worked out by SymPy:", style="bold")])
        self._held.append(_Held(source, block, self._clock()))
        self._release()

    def _marked(self, source: Source, index: int, step: Step) -> None:
        for held in self._held:
            if held.source is source and held.block.index == index:
                held.step = step
                self._release()
                return
        block = self._unmarked.pop((source, index), None)
        if block is not None:
            self._print(self._layout.verdict_after(block, step))

    # ------------------------------------------------------------------ printing

    def _release(self, *, everything: bool = False) -> None:
        """Print the blocks at the front that are marked, blank or have waited long enough."""
        lines: list[Line] = []
        while self._held and (everything or self._is_ready(self._held[0])):
            held = self._held.popleft()
            late = held.is_open and not everything
            if late:
                self._unmarked[held.source, held.block.index] = held.block
            lines += self._layout.step(held.source, held.block, held.step, late=late) or [Line()]
        if lines:
            self._print(lines)

    def _is_ready(self, held: _Held) -> bool:
        if not held.is_open:
            return True
        if not self._is_slow(held):
            return False
        if self._clock() - held.since >= self._hold_s and not self._model_ended:
            return True
        return self._tail is not None and len(self._tail_lines()) > self._tail.max_rows

    def _is_slow(self, held: _Held) -> bool:
        return self._clock() - held.since >= GLANCE_S

    def _print(self, lines: list[Line]) -> None:
        """Print for good; several blank lines in a row become one."""
        shown = []
        for line in lines:
            blank = not line.plain.strip()
            if not (blank and self._blank):
                shown.append(line)
            self._blank = blank
        if self._tail is not None:
            self._tail.print(shown, self._tail_lines() if self.end is None else ())
            return
        for line in shown:
            self._layout.console.print(line, no_wrap=True, overflow="ignore", crop=False)

    def _tail_lines(self) -> list[Line]:
        lines = [
            line
            for held in self._held
            for line in self._layout.step(
                held.source,
                held.block,
                held.step,
                late=held.is_open and self._is_slow(held),
            )
        ]
        lines += self._layout.body(self._text[-MAX_OPEN:])
        return lines or self._waiting()

    def _waiting(self) -> list[Line]:
        seconds = self._clock() - self._begun
        if seconds < PATIENCE_S:
            return []
        what = "checking" if self._model_ended or self._solver_begun else "waiting for the model"
        return [Line(self._layout.encode(f"… {what} ({seconds:.0f} s)"), style="dim")]

    def _ended(self, outcome: Outcome | None, message: str = "") -> None:
        self._text = ""
        self._release(everything=True)
        stop = outcome.statistics.stop if outcome is not None and outcome.statistics else "stop"
        if stop in STOPS:
            self._print(self._layout.prose(STOPS[stop], style="yellow"))
        if message:
            self._print(self._layout.prose(message, style="bold red"))
        if outcome is not None and (values := calculated(outcome)) is not None:
            self._print(self._layout.prose(values, style="dim"))
        cut_short = stop == "interrupted" and outcome is not None and outcome.final.answer is None
        if outcome is not None and outcome.formal and not cut_short:
            self._print([Line(), *self._layout.conclusion(outcome, message)])
