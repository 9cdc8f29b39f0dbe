"""The Ollama backend: what the contract does not say."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import Any

import ollama
import pytest

from mathviz_chat.backends.base import Delta, Statistics
from mathviz_chat.backends.llamacpp import LlamaCppBackend
from mathviz_chat.backends.ollama import OllamaBackend
from mathviz_chat.errors import (
    BackendError,
    BackendUnavailable,
    GenerationFailed,
    ModelNotFound,
)
from mathviz_chat.messages import Message, Options, Request
from tests.conftest import OllamaServer
from tests.servers import Canned, CannedServer, canned_server, free_port

QUESTION = (Message("system", "You are a maths tutor."), Message("user", "What is 15% of 80?"))
REQUEST = Request(QUESTION, Options(max_tokens=8))
VERSION = Canned('{"version": "0.24.0"}')


def text(backend: Any, request: Request) -> str:
    values = backend.stream(request, threading.Event())
    return "".join(value.text for value in values if isinstance(value, Delta))


# ---------------------------------------------------------------------- a real server


@pytest.mark.real
def test_it_says_the_same_as_the_same_model_in_process(
    ollama_server: OllamaServer, smollm2: Any
) -> None:
    """Greedy, the same file: the same prompt was rendered, and no default of the server
    interferes (its repeat penalty makes of this x = 22 an x = 18)."""
    messages = (Message("system", "You are a maths tutor."), Message("user", "Solve: 3x + 7 = 22"))
    request = Request(messages, Options(max_tokens=8), prefill="The solution is x =")
    here = LlamaCppBackend(smollm2, threads=1)
    there = OllamaBackend(ollama_server.model, host=ollama_server.host, num_ctx=1024)
    assert text(there, request) == text(here, request)
    here.close()


@pytest.mark.real
def test_a_missing_model_is_told_with_those_that_are_there(ollama_server: OllamaServer) -> None:
    backend = OllamaBackend("nothere", host=ollama_server.host)
    with pytest.raises(ModelNotFound) as caught:
        text(backend, REQUEST)
    assert "`ollama pull nothere`" in str(caught.value)
    assert f"{ollama_server.model}:latest" in str(caught.value)


@pytest.mark.real
def test_the_host_is_that_of_the_environment(
    ollama_server: OllamaServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OLLAMA_HOST", ollama_server.host.removeprefix("http://"))
    assert text(OllamaBackend(ollama_server.model, num_ctx=1024), REQUEST)


@pytest.mark.real
def test_cancelling_while_the_server_loads_the_model(ollama_server: OllamaServer) -> None:
    ollama.Client(ollama_server.host).generate(model=ollama_server.model, keep_alive=0)  # unload
    cancel = threading.Event()
    stream = OllamaBackend(ollama_server.model, host=ollama_server.host).stream(REQUEST, cancel)
    threading.Timer(0.05, cancel.set).start()
    (last,) = stream
    assert isinstance(last, Statistics)
    assert last.stop == "interrupted"


# ---------------------------------------------------------------------- servers that are ill


@pytest.fixture
def loading() -> Iterator[CannedServer]:
    """A server that never gets its model loaded."""
    with canned_server({"/api/version": VERSION, "/api/chat": Canned(hangs=True)}) as server:
        yield server


def test_cancelling_cuts_the_connection(loading: CannedServer) -> None:
    cancel = threading.Event()
    threading.Timer(0.2, cancel.set).start()
    (last,) = OllamaBackend("m", host=loading.url).stream(REQUEST, cancel)
    assert isinstance(last, Statistics)
    assert last.stop == "interrupted"
    assert loading.left.wait(5), "the server was left, so that it stops"


def test_closing_ends_a_warm_up(loading: CannedServer) -> None:
    backend = OllamaBackend("m", host=loading.url)
    warming = threading.Thread(target=backend.warm_up, args=(QUESTION,))
    warming.start()
    while len(loading.requests) < 2:
        assert warming.is_alive()
    backend.close()
    warming.join(timeout=5)
    assert not warming.is_alive()


def test_no_server() -> None:
    backend = OllamaBackend("m", host=f"127.0.0.1:{free_port()}")
    with pytest.raises(BackendUnavailable, match="`ollama serve`"):
        text(backend, REQUEST)
    with pytest.raises(BackendUnavailable, match="`ollama serve`"):
        backend.warm_up()


@pytest.mark.parametrize(
    ("version", "usable"),
    [
        ("0.12.11", False),
        ("0.9.0", False),
        ("0.13.0", True),
        ("0.24.0-rc1", True),
        ("1.0.0", True),
        ("0.0.0", True),  # a server built from its sources
    ],
)
def test_a_version_that_is_too_old(version: str, usable: bool) -> None:
    done = {"model": "m", "message": {"role": "assistant", "content": "12"}, "done": True}
    answers = {
        "/api/version": Canned(json.dumps({"version": version})),
        "/api/chat": Canned(json.dumps(done) + "\n"),
    }
    with canned_server(answers) as server:
        backend = OllamaBackend("m", host=server.url)
        if usable:
            assert text(backend, REQUEST) == "12"
            return
        with pytest.raises(BackendUnavailable, match=rf"{version}.*update it to 0\.13"):
            text(backend, REQUEST)


PIECE = '{"model": "m", "message": {"role": "assistant", "content": "1"}, "done": false}\n'


@pytest.mark.parametrize(
    ("answer", "kind", "match"),
    [
        (Canned(PIECE), GenerationFailed, "broke off"),
        (Canned(PIECE + PIECE[:20]), GenerationFailed, "broke off"),
        (Canned(PIECE + '{"error": "out of memory"}\n'), GenerationFailed, "out of memory"),
        (Canned('{"error": "no\\nmemory"}', 500), GenerationFailed, "cannot answer: no memory"),
        (Canned("<html>not Ollama</html>"), GenerationFailed, "does not speak"),
        (Canned('{"surprise": 1}'), GenerationFailed, "does not speak"),
    ],
)
def test_a_server_that_fails(answer: Canned, kind: type[BackendError], match: str) -> None:
    with (
        canned_server({"/api/version": VERSION, "/api/chat": answer}) as server,
        pytest.raises(kind, match=match),
    ):
        text(OllamaBackend("m", host=server.url), REQUEST)


def test_every_request_carries_the_same_context_and_forbids_cutting() -> None:
    done = '{"model": "m", "message": {"role": "assistant", "content": "1"}, "done": true}\n'
    with canned_server({"/api/version": VERSION, "/api/chat": Canned(done)}) as server:
        backend = OllamaBackend("m", host=server.url, num_ctx=2048)
        backend.warm_up(QUESTION[:1])
        text(backend, REQUEST)
        bodies = [json.loads(body) for path, body, _ in server.requests if path == "/api/chat"]
    assert [body["options"]["num_ctx"] for body in bodies] == [2048, 2048]
    assert all(body["truncate"] is False and body["shift"] is False for body in bodies)
