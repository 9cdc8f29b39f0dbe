"""What every backend promises (``backends/base.py``), on the fake and on the real ones."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from mathviz_chat.backends.base import Backend, Delta, Statistics
from mathviz_chat.backends.llamacpp import LlamaCppBackend
from mathviz_chat.backends.ollama import OllamaBackend
from mathviz_chat.backends.openai import OpenAIBackend
from mathviz_chat.backends.scripted import Script, ScriptedBackend
from mathviz_chat.engine.calculator import calculating, is_wanted
from mathviz_chat.errors import BackendError, ContextOverflow
from mathviz_chat.messages import Message, Options, Request
from tests.conftest import OllamaServer

CONTEXT = 1024  # the same everywhere, so that no server loads its model twice

Make: TypeAlias = Callable[[], Backend]

QUESTION = (
    Message("system", "You are a maths tutor."),
    Message("user", "Solve for x: 3x + 7 = 22"),
)
SCRIPT = "To solve this equation, subtract 7 from both sides: 3x = 15, so x = 5. " * 20
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"x": {"type": "integer"}},
    "required": ["x"],
}


def scripted(answer: str = SCRIPT) -> ScriptedBackend:
    return ScriptedBackend([answer], context_length=CONTEXT)


@pytest.fixture(
    scope="module",
    params=[
        "scripted",
        pytest.param("llamacpp", marks=pytest.mark.real),
        pytest.param("ollama", marks=pytest.mark.real),
        pytest.param("openai", marks=pytest.mark.real),
    ],
)
def make(request: pytest.FixtureRequest) -> Make:
    """Open the backend anew."""
    if request.param == "scripted":
        return scripted
    if request.param == "llamacpp":
        path: Path = request.getfixturevalue("smollm2")
        return lambda: LlamaCppBackend(path, num_ctx=CONTEXT, threads=1)
    if request.param == "ollama":
        server: OllamaServer = request.getfixturevalue("ollama_server")
        return lambda: OllamaBackend(server.model, host=server.host, num_ctx=CONTEXT)
    url: str = request.getfixturevalue("openai_server")
    return lambda: OpenAIBackend(base_url=url, num_ctx=CONTEXT)


@pytest.fixture(scope="module")
def backend(make: Make) -> Iterator[Backend]:
    """One for all tests of the module: each also shows that the last one left it usable."""
    backend = make()
    yield backend
    backend.close()


def run(
    backend: Backend, request: Request, cancel: threading.Event | None = None
) -> tuple[list[str], Statistics]:
    """Read a stream to its end, and check the order of its values."""
    *deltas, statistics = backend.stream(request, cancel or threading.Event())
    assert isinstance(statistics, Statistics)
    texts = [delta.text for delta in deltas if isinstance(delta, Delta)]
    assert len(texts) == len(deltas), "only the last value is Statistics"
    assert all(texts), "no Delta is empty"
    return texts, statistics


def ask(backend: Backend, **options: Any) -> tuple[str, Statistics]:
    texts, statistics = run(backend, Request(QUESTION, Options(**{"max_tokens": 24, **options})))
    return "".join(texts), statistics


def test_an_answer_comes_in_pieces_and_ends_in_its_statistics(backend: Backend) -> None:
    texts, statistics = run(backend, Request(QUESTION, Options(max_tokens=24)))
    assert len(texts) > 1
    assert statistics.tokens == 24
    assert statistics.stop == "length"
    assert statistics.first_token_s is not None
    assert statistics.first_token_s > 0
    assert statistics.tokens_per_s is not None
    assert statistics.tokens_per_s > 0


def test_the_estimate_of_the_prompt_is_not_below_the_truth(backend: Backend) -> None:
    _, statistics = ask(backend, max_tokens=1)
    assert statistics.prompt_tokens is None or (
        0 < statistics.prompt_tokens <= backend.count_tokens(QUESTION) <= backend.context_length
    )


def test_greedy_answers_are_the_same_twice(backend: Backend) -> None:
    assert ask(backend)[0] == ask(backend)[0]


def test_a_seed_makes_sampling_reproducible(backend: Backend) -> None:
    assert backend.capabilities.seed
    hot = {"temperature": 1.5, "seed": 20}
    assert ask(backend, **hot)[0] == ask(backend, **hot)[0]


def test_a_stop_string_ends_the_answer_before_it(backend: Backend) -> None:
    free, _ = ask(backend)
    stop = free[12:18]
    text, statistics = ask(backend, stop=(stop, "never said"))
    assert text == free[: free.index(stop)]
    assert statistics.stop == "stop"


def test_a_prefill_is_continued_as_if_it_had_been_generated(backend: Backend) -> None:
    texts, _ = run(backend, Request(QUESTION, Options(max_tokens=24)))
    begun = Request(QUESTION, Options(max_tokens=12), prefill="".join(texts[:12]))
    if not backend.capabilities.prefill:
        with pytest.raises(BackendError, match="cannot continue"):
            run(backend, begun)
        return
    continued, _ = run(backend, begun)
    assert "".join(continued) == "".join(texts[12:])


def test_the_calculator_puts_a_value_in_and_the_model_goes_on_from_it(make: Make) -> None:
    backend = make()
    if isinstance(backend, ScriptedBackend):
        lines = ["34 * 6 = 180", "34 * 6 = 204 apples", "34 * 6 = 204 apples"]
        scripts = [Script(line, chunk=1) for line in lines]
        backend = ScriptedBackend(scripts, context_length=CONTEXT)
    if not backend.capabilities.prefill:
        assert not is_wanted(backend, True)
        return
    question = (Message("user", "Copy this line: 34 * 6 = 204 apples"),)
    request = Request(question, Options(max_tokens=12), prefill="34 * 6")
    *deltas, statistics = calculating(backend, request, threading.Event())
    assert isinstance(statistics, Statistics)
    pieces = [delta for delta in deltas if isinstance(delta, Delta)]
    (place,) = [n for n, delta in enumerate(pieces) if delta.computed]
    assert "".join(delta.text for delta in pieces[: place + 1]) == " = 204"
    after = "".join(delta.text for delta in pieces[place + 1 :])
    continued, _ = run(backend, Request(question, Options(max_tokens=12), prefill="34 * 6 = 204"))
    assert "".join(continued).startswith(after)
    assert after
    assert statistics.tokens is not None
    assert 1 < statistics.tokens <= 12
    backend.close()


def test_a_schema_holds_the_answer_to_json(make: Make) -> None:
    backend = make()
    if isinstance(backend, ScriptedBackend):
        backend = scripted('{"x": 5}')
    assert backend.capabilities.json_schema
    texts, statistics = run(backend, Request(QUESTION, Options(max_tokens=60), json_schema=SCHEMA))
    backend.close()
    assert isinstance(json.loads("".join(texts))["x"], int)
    assert statistics.stop == "stop"


def test_a_prompt_that_does_not_fit_is_an_error_and_never_cut(backend: Backend) -> None:
    long = Request((Message("user", "one two three four " * 450),), Options(max_tokens=4))
    with pytest.raises(ContextOverflow, match="context"):
        run(backend, long)
    assert ask(backend)[0]


def test_two_turns(backend: Backend) -> None:
    first, before = ask(backend)
    messages = (*QUESTION, Message("assistant", first), Message("user", "Why?"))
    texts, after = run(backend, Request(messages, Options(max_tokens=8)))
    assert texts
    if before.prompt_tokens is not None and after.prompt_tokens is not None:
        assert after.prompt_tokens > before.prompt_tokens


def test_a_character_that_is_split_across_tokens_arrives_whole(make: Make) -> None:
    backend = make()
    if isinstance(backend, ScriptedBackend):
        backend = scripted("😀😃😄😁")
    question = (Message("user", "Repeat these emoji: 😀😃😄😁😀😃😄😁"),)
    texts, _ = run(backend, Request(question, Options(max_tokens=48)))
    backend.close()
    text = "".join(texts)
    assert any(ord(character) > 0xFFFF for character in text), "four bytes, several tokens"
    assert "\ufffd" not in text


def test_cancelling_in_mid_answer_keeps_what_came(backend: Backend) -> None:
    cancel = threading.Event()
    values = []
    for value in backend.stream(Request(QUESTION, Options(max_tokens=400)), cancel):
        values.append(value)
        if len(values) == 3:
            cancel.set()
    assert isinstance(values[-1], Statistics)
    assert values[-1].stop == "interrupted"
    assert len(values) < 100
    assert ask(backend)[0].startswith("".join(v.text for v in values[:3] if isinstance(v, Delta)))


def test_cancelling_before_anything_came(backend: Backend) -> None:
    cancel = threading.Event()
    cancel.set()
    texts, statistics = run(backend, Request(QUESTION), cancel)
    assert texts == []
    assert statistics.stop == "interrupted"
    assert statistics.first_token_s is None


def test_a_stream_that_is_left_unfinished_does_no_harm(backend: Backend) -> None:
    stream = backend.stream(Request(QUESTION, Options(max_tokens=400)), threading.Event())
    assert isinstance(next(stream), Delta)
    del stream
    assert ask(backend)[0] == ask(backend)[0]


def test_warming_up_changes_no_answer(make: Make, backend: Backend) -> None:
    warm = make()
    warm.warm_up(QUESTION[:1])
    assert ask(warm)[0] == ask(backend)[0]
    warm.close()


def test_closing_twice(make: Make) -> None:
    backend = make()
    ask(backend, max_tokens=1)
    backend.close()
    backend.close()
