"""Reasons that are shown once an answer: a rule that is used three times explains itself once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mathviz_chat.events import Event, Source, StepMarked


def said_once(events: Iterable[Event]) -> Iterator[Event]:
    """The same events; of the solver's steps with one reason only the first one keeps it."""
    said: set[str] = set()
    for event in events:
        if isinstance(event, StepMarked) and event.source is Source.SYMPY:
            why = event.step.why
            if why in said:
                event = replace(event, step=replace(event.step, why=None))
            elif why:
                said.add(why)
        yield event
