"""What the tests of the engine share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from mathviz_chat.events import Done, Event, Failed, Outcome

E = TypeVar("E")


def of_type(events: Iterable[Event], kind: type[E]) -> list[E]:
    return [event for event in events if isinstance(event, kind)]


def done(events: list[Event]) -> Outcome:
    assert isinstance(events[-1], Done), events[-1]
    return events[-1].outcome


def failed(events: list[Event]) -> Failed:
    assert isinstance(events[-1], Failed), events[-1]
    return events[-1]
