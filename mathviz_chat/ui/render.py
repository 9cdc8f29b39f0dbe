"""Events to lines on a terminal, a pipe or a file: one ``match`` over Event."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from mathviz_chat.events import Done, Event, Failed


class Renderer:
    """Shows answers on a console, one ``show`` per ask; keeps no state between them.

    raw: show the model's source as it is (without control characters), no typeset mathematics.
    """

    def __init__(self, console: Console, *, raw: bool = False) -> None:
        self.console = console
        self.raw = raw

    def show(self, events: Iterable[Event]) -> Done | Failed | None:
        """Print the answer while it comes; returns how it ended, None where nothing told."""
        raise NotImplementedError
