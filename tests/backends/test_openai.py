"""The backend for OpenAI-compatible servers: what the contract does not say."""

from __future__ import annotations

import json
import threading

import pytest

from mathviz_chat.backends.base import Delta, Statistics
from mathviz_chat.backends.openai import OpenAIBackend
from mathviz_chat.errors import (
    BackendError,
    BackendUnavailable,
    ContextOverflow,
    GenerationFailed,
    ModelNotFound,
)
from mathviz_chat.messages import Message, Options, Request
from tests.servers import Canned, canned_server, free_port

REQUEST = Request((Message("user", "What is 15% of 80?"),), Options(max_tokens=8))
MODELS = Canned('{"data": [{"id": "a", "max_model_len": 2048}, {"id": "b"}]}')


def sse(*events: object) -> Canned:
    """The events as a server streams them."""
    return Canned("".join(f"data: {json.dumps(event)}\n\n" for event in events) + "data: [DONE]\n")


def piece(text: str, finish: str | None = None) -> object:
    return {"choices": [{"delta": {"content": text}, "finish_reason": finish}]}


def run(backend: OpenAIBackend) -> tuple[str, Statistics]:
    *deltas, last = backend.stream(REQUEST, threading.Event())
    assert isinstance(last, Statistics)
    return "".join(delta.text for delta in deltas if isinstance(delta, Delta)), last


def test_the_counts_are_those_that_the_server_gives() -> None:
    usage = {"choices": [], "usage": {"prompt_tokens": 14, "completion_tokens": 3}}
    answer = sse(piece("12"), piece("", "stop"), usage)
    with canned_server({"/v1/models": MODELS, "/v1/chat/completions": answer}) as server:
        text, last = run(OpenAIBackend(base_url=f"{server.url}/v1/"))
    assert text == "12"
    assert (last.prompt_tokens, last.tokens, last.stop) == (14, 3, "stop")


def test_model_and_context_are_those_that_the_server_names() -> None:
    answer = sse(piece("12", "stop"))
    with canned_server({"/v1/models": MODELS, "/v1/chat/completions": answer}) as server:
        backend = OpenAIBackend(base_url=f"{server.url}/v1")
        assert backend.context_length == 4096, "before anything is known"
        run(backend)
    assert (backend.model, backend.context_length) == ("a", 2048)


def test_a_server_that_lists_nothing_is_taken_at_its_word() -> None:
    with canned_server({"/v1/chat/completions": sse(piece("12", "stop"))}) as server:
        assert run(OpenAIBackend("any", base_url=f"{server.url}/v1"))[0] == "12"
        with pytest.raises(BackendUnavailable, match="--model"):
            run(OpenAIBackend(base_url=f"{server.url}/v1"))


def test_address_and_key_are_those_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = sse(piece("12", "stop"))
    with canned_server({"/v1/models": MODELS, "/v1/chat/completions": answer}) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", f"{server.url}/v1")
        monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
        run(OpenAIBackend("b"))
        assert {headers["Authorization"] for _, _, headers in server.requests} == {"Bearer sk-test"}


def test_no_address() -> None:
    with pytest.raises(BackendUnavailable, match="OPENAI_BASE_URL"):
        OpenAIBackend("m")


def test_no_server() -> None:
    backend = OpenAIBackend("m", base_url=f"http://127.0.0.1:{free_port()}/v1")
    with pytest.raises(BackendUnavailable, match="No server answers"):
        run(backend)
    with pytest.raises(BackendUnavailable, match="No server answers"):
        backend.warm_up()


def test_a_missing_model_is_told_with_those_that_are_there() -> None:
    with (
        canned_server({"/v1/models": MODELS}) as server,
        pytest.raises(ModelNotFound, match="no model 'c', only a, b"),
    ):
        run(OpenAIBackend("c", base_url=f"{server.url}/v1"))


def error(message: str, **more: object) -> str:
    return json.dumps({"error": {"message": message, **more}})


@pytest.mark.parametrize(
    ("answer", "kind", "match"),
    [
        (Canned(error("bad key"), 401), BackendUnavailable, "OPENAI_API_KEY"),
        (
            Canned(error("too long", code="context_length_exceeded"), 400),
            ContextOverflow,
            "too long",
        ),
        (
            Canned(error("the request exceeds the available context size"), 400),
            ContextOverflow,
            "available context size",
        ),
        (
            Canned(error("This model's maximum context length is 512 tokens"), 400),
            ContextOverflow,
            "512 tokens",
        ),
        (Canned(error("no such model"), 404), ModelNotFound, "no such model"),
        (Canned("<html>\nBad gateway</html>", 502), GenerationFailed, "Bad gateway"),
        (Canned("data: {'choices'"), GenerationFailed, "does not speak"),
        (Canned("data: [1, 2]\n"), GenerationFailed, r"does not speak .*it sent '\[1, 2\]'"),
        (sse(piece("1"), {"error": {"message": "died"}}), GenerationFailed, "died"),
        (Canned(f"data: {json.dumps(piece('1'))}\n"), GenerationFailed, "broke off"),
        (
            Canned(f"data: {json.dumps(piece('1'))}\n\ndata: {json.dumps(piece('2'))[:20]}"),
            GenerationFailed,
            "broke off",
        ),
        (Canned(""), GenerationFailed, "no event"),
        (Canned("<html>It works!</html>"), GenerationFailed, "no event .*check --base-url"),
    ],
)
def test_a_server_that_fails(answer: Canned, kind: type[BackendError], match: str) -> None:
    with (
        canned_server({"/v1/models": MODELS, "/v1/chat/completions": answer}) as server,
        pytest.raises(kind, match=match),
    ):
        run(OpenAIBackend("a", base_url=f"{server.url}/v1"))


def test_cancelling_cuts_the_connection() -> None:
    answers = {"/v1/models": MODELS, "/v1/chat/completions": Canned(hangs=True)}
    cancel = threading.Event()
    with canned_server(answers) as server:
        backend = OpenAIBackend("a", base_url=f"{server.url}/v1")
        threading.Timer(0.2, cancel.set).start()
        (last,) = backend.stream(REQUEST, cancel)
        assert isinstance(last, Statistics)
        assert last.stop == "interrupted"
        assert server.left.wait(5), "the server was left, so that it stops"
