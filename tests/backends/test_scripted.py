"""The shipped fake says what it was given."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from mathviz_chat.backends.base import Delta
from mathviz_chat.backends.scripted import Script, ScriptedBackend
from mathviz_chat.errors import GenerationFailed, UsageError
from mathviz_chat.messages import Message, Request

REQUEST = Request((Message("user", "hi"),))


def say(backend: ScriptedBackend) -> list[str]:
    values = backend.stream(REQUEST, threading.Event())
    return [value.text for value in values if isinstance(value, Delta)]


def test_answers_in_their_order_and_the_last_one_for_good() -> None:
    backend = ScriptedBackend(["one", "two"])
    assert ["".join(say(backend)) for _ in range(3)] == ["one", "two", "two"]
    assert backend.requests == [REQUEST] * 3


def test_pieces_are_always_the_same() -> None:
    assert say(ScriptedBackend([Script("3x = 15", chunk=3)])) == ["3x ", "= 1", "5"]


def test_a_failure_comes_after_the_text() -> None:
    backend = ScriptedBackend([Script("3x =", error=GenerationFailed("It broke."))])
    stream = backend.stream(REQUEST, threading.Event())
    assert next(stream) == Delta("3x =")
    with pytest.raises(GenerationFailed, match=r"It broke\."):
        next(stream)


def test_answers_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(["one", {"text": "two", "chunk": 1, "error": "It broke."}]))
    backend = ScriptedBackend.from_file(path)
    assert say(backend) == ["one"]
    with pytest.raises(GenerationFailed, match=r"It broke\."):
        say(backend)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "no file"),
        ("not JSON", "no JSON"),
        ("[]", "no answer"),
        ("[1]", "a number"),
        ('[{"txet": "x"}]', "an unknown field"),
        ('[{"text": "x", "chunk": 0}]', "pieces of nothing"),
    ],
)
def test_a_file_that_is_none(tmp_path: Path, content: str | None, why: str) -> None:
    path = tmp_path / "answers.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(UsageError):
        ScriptedBackend.from_file(path)
