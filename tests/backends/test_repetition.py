"""When a text counts as repeating itself, and what becomes of the stream then."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathviz_chat.backends.base import Delta, Statistics
from mathviz_chat.backends.repetition import LONGEST_UNIT, repeats_itself, until_repetition
from mathviz_chat.backends.scripted import Script, ScriptedBackend
from mathviz_chat.messages import Message, Options, Request

LINE = "We can simplify this by subtracting 7 from both sides: 3x = 15.\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (LINE * 4, "a line four times"),
        ("First, we look at it. " + LINE * 4, "after something else"),
        ("x = 22\n" * 18, "a short line over 120 characters"),
        ("ha" * 60, "two letters over 120 characters"),
        ("0" * 120, "one character over 120"),
        ("x = 1\ny = 2\n" * 10, "lines in turn"),
        (LINE * 4 + LINE[:20], "in the middle of the fifth time"),
    ],
)
def test_a_text_that_repeats_itself(text: str, why: str) -> None:
    assert repeats_itself(text), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing"),
        (LINE * 3, "three times may be a summary"),
        ("-" * 80, "a ruler"),
        ("1 / 3 = 0." + "3" * 100, "a long decimal"),
        ("x = 22\n" * 10, "a short line on one screen"),
        ("".join(f"{n} * 7 = {n * 7}\n" for n in range(1, 40)), "a table differs in each line"),
        ("| x | y |\n|---|---|\n" + "| 0 | 0 |\n" * 6, "equal rows of a small table"),
        (LINE * 5 + "So x = 5.", "it has found its way out"),
    ],
)
def test_a_text_that_does_not(text: str, why: str) -> None:
    assert not repeats_itself(text), why


@given(
    before=st.text(max_size=80),
    unit=st.text(min_size=1, max_size=LONGEST_UNIT),
)
def test_any_piece_is_found_once_it_stands_there_often_enough(before: str, unit: str) -> None:
    assert repeats_itself(before + unit * max(4, -(-120 // len(unit))))


REQUEST = Request((Message("user", "hi"),), Options(max_tokens=5000))


def test_the_stream_ends_with_the_reason_and_keeps_what_came() -> None:
    backend = ScriptedBackend([LINE * 50])
    cancel = threading.Event()
    *deltas, statistics = until_repetition(backend.stream(REQUEST, cancel), cancel)
    text = "".join(delta.text for delta in deltas if isinstance(delta, Delta))
    assert isinstance(statistics, Statistics)
    assert statistics.stop == "repeated"
    assert len(LINE) * 4 <= len(text) < len(LINE) * 6
    assert statistics.tokens is not None
    assert statistics.tokens >= len(deltas)


def test_a_stream_without_repetition_passes_unchanged() -> None:
    backend = ScriptedBackend(["3x = 15, so x = 5."])
    cancel = threading.Event()
    *deltas, statistics = until_repetition(backend.stream(REQUEST, cancel), cancel)
    assert "".join(d.text for d in deltas if isinstance(d, Delta)) == "3x = 15, so x = 5."
    assert isinstance(statistics, Statistics)
    assert statistics.stop == "stop"
    assert not cancel.is_set()


def test_a_user_who_was_quicker_has_interrupted_it() -> None:
    backend = ScriptedBackend([Script(LINE * 50, chunk=len(LINE))])
    cancel = threading.Event()
    values = []
    for value in until_repetition(backend.stream(REQUEST, cancel), cancel):
        values.append(value)
        cancel.set()
    assert isinstance(values[-1], Statistics)
    assert values[-1].stop == "interrupted"
