"""The ``ollama`` backend: a running Ollama server, by its own Python client."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from typing import Any, Final, TypeAlias

import httpx
import ollama

from mathviz_chat.backends.base import Capabilities, Delta, Statistics, StopReason
from mathviz_chat.backends.clock import Stopwatch
from mathviz_chat.backends.estimate import estimate_tokens
from mathviz_chat.backends.wire import Connection, cancellable
from mathviz_chat.errors import (
    BackendError,
    BackendUnavailable,
    ContextOverflow,
    GenerationFailed,
    ModelNotFound,
)
from mathviz_chat.messages import Message, Request
from mathviz_chat.prompts import SHIPPED_MODEL

DEFAULT_CONTEXT: Final = 4096
MINIMUM_VERSION: Final = "0.13"  # knows truncate, shift and _debug_render_only
_NAMES_SHOWN: Final = 10
_FAILURES: Final = (
    ollama.ResponseError,
    httpx.HTTPError,
    ConnectionError,
    ValueError,  # no JSON, or not of the form that the client knows
    LookupError,
)

_Part: TypeAlias = ollama.ChatResponse | ollama.GenerateResponse


class _Client(ollama.Client):
    """The client with the requests that its own methods cannot make.

    ``chat`` and ``generate`` cannot say ``truncate: false``, without which the server drops
    what does not fit the context and says nothing.
    """

    def chat_whole(self, body: Mapping[str, Any]) -> Iterator[ollama.ChatResponse]:
        body = {**body, "stream": True, "truncate": False, "shift": False, "think": False}
        return self._request(ollama.ChatResponse, "POST", "/api/chat", json=body, stream=True)

    def generate_raw(self, body: Mapping[str, Any]) -> Iterator[ollama.GenerateResponse]:
        body = {**body, "stream": True, "truncate": False, "shift": False, "raw": True}
        return self._request(
            ollama.GenerateResponse, "POST", "/api/generate", json=body, stream=True
        )

    def render(self, body: Mapping[str, Any]) -> str:
        """Return the prompt that ``chat_whole`` would feed to the model."""
        body = {**body, "stream": False, "truncate": False, "think": False}
        body["_debug_render_only"] = True
        answer: httpx.Response = self._request_raw("POST", "/api/chat", json=body)  # type: ignore[no-untyped-call]
        return str(answer.json()["_debug_info"]["rendered_template"])

    def version(self) -> str:
        answer: httpx.Response = self._request_raw("GET", "/api/version")  # type: ignore[no-untyped-call]
        return str(answer.json()["version"])

    @property
    def address(self) -> str:
        return str(self._client.base_url).rstrip("/")


def server_version(host: str | None, timeout_s: float) -> str | None:
    """The version that the server at ``host`` tells; None where it tells none in time."""
    try:
        return _Client(host, timeout=timeout_s).version()
    except _FAILURES:
        return None


def is_too_old(version: str) -> bool:
    """A server that was built without a version calls itself 0.0.0; it is not judged by that."""
    numbers = _numbers(version)
    return any(numbers) and numbers < _numbers(MINIMUM_VERSION)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)[:3]))


class OllamaBackend:
    """A model of an Ollama server.

    Every request carries the same ``num_ctx`` (another one would make the server load the model
    again). A prompt that does not fit is refused, never cut.

    Args:
        model: its name on the server. num_ctx: context in tokens.
        host: as in OLLAMA_HOST, which is used where it is None.
    """

    name = "ollama"
    capabilities = Capabilities(prefill=True, json_schema=True, seed=True)

    def __init__(
        self, model: str | None = None, *, num_ctx: int | None = None, host: str | None = None
    ) -> None:
        self.model = model or SHIPPED_MODEL
        self.context_length = num_ctx or DEFAULT_CONTEXT
        self._host = host
        self._checked = False
        self._warming = Connection()

    def stream(self, request: Request, cancel: threading.Event) -> Iterator[Delta | Statistics]:
        stopwatch = Stopwatch()
        connection = Connection()
        parts = cancellable(
            lambda: self._parts(connection, lambda client: self._send(client, request)),
            cancel,
            connection.cut,
        )
        with closing(parts):
            for part in parts:
                if text := _text(part):
                    stopwatch.token()
                    yield Delta(text)
                if part.done:
                    reason: StopReason = "length" if part.done_reason == "length" else "stop"
                    yield stopwatch.statistics(
                        reason, prompt_tokens=part.prompt_eval_count, tokens=part.eval_count
                    )
                    return
        if not cancel.is_set():
            raise GenerationFailed("Ollama broke off in the middle of the answer: ask again.")
        yield stopwatch.statistics("interrupted", prompt_tokens=None)

    def count_tokens(self, messages: tuple[Message, ...]) -> int:
        """An upper estimate: the server does not tell before it has read the prompt."""
        return estimate_tokens(messages)

    def warm_up(self, messages: tuple[Message, ...] = ()) -> None:
        """Have the server load the model and read ``messages``; ``close`` ends it early."""
        body = self._body(messages, {"num_predict": 1})
        with suppress(_Closed):
            for _ in self._parts(self._warming, lambda client: client.chat_whole(body)):
                pass

    def close(self) -> None:
        self._warming.cut()

    # ------------------------------------------------------------------ requests

    def _parts(
        self, connection: Connection, send: Callable[[_Client], Iterator[_Part]]
    ) -> Iterator[_Part]:
        """Yield what the server answers to what ``send`` sends; raises :class:`BackendError`."""
        begun = False
        with _Client(self._host, **connection.settings()) as client:
            try:
                if not self._checked:
                    _check_version(client)
                    self._checked = True
                for part in send(client):
                    begun = True
                    yield part
            except _FAILURES as error:
                if connection.is_cut:
                    raise _Closed from None
                if begun and isinstance(error, ValueError):
                    return  # it spoke the protocol before: it was cut off within a line
                raise self._explained(error, client) from None

    def _send(self, client: _Client, request: Request) -> Iterator[_Part]:
        options = request.options
        chosen: dict[str, Any] = {
            "temperature": options.temperature,
            "num_predict": options.max_tokens,
            "stop": list(options.stop),
            "repeat_penalty": 1.0,  # the server's default punishes a number for coming back
        }
        if options.seed is not None:
            chosen["seed"] = options.seed
        body = self._body(request.messages, chosen)
        if request.json_schema is not None:
            body["format"] = request.json_schema
        if not request.prefill:
            return client.chat_whole(body)
        prompt = client.render(body) + request.prefill
        return client.generate_raw({**body, "prompt": prompt})

    def _body(self, messages: tuple[Message, ...], options: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "model": self.model,
            "messages": [{"role": m.role, "content": m.content} for m in messages],
            "options": {**options, "num_ctx": self.context_length},
        }

    # ------------------------------------------------------------------ what went wrong

    def _explained(self, error: Exception, client: _Client) -> BackendError:
        if isinstance(error, ollama.ResponseError):
            return self._refusal(error, client)
        if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | ConnectionError):
            return BackendUnavailable(
                f"No Ollama server answers at {client.address}: start one with `ollama serve`, or "
                f"set OLLAMA_HOST to where it runs."
            )
        if isinstance(error, ValueError | LookupError):
            return GenerationFailed(
                f"The server at {client.address} does not speak Ollama's protocol "
                f"({_one_line(str(error))}): set OLLAMA_HOST to where Ollama runs."
            )
        return GenerationFailed(
            f"The connection to Ollama at {client.address} broke ({error or 'no reason given'}): "
            f"look at the server's log, then ask again."
        )

    def _refusal(self, error: ollama.ResponseError, client: _Client) -> BackendError:
        reason = _one_line(error.error)
        if "context length" in reason:
            return ContextOverflow(
                f"The conversation does not fit the context of {self.context_length} tokens: "
                f"/clear it, or start again with a larger --num-ctx."
            )
        if error.status_code == 404 or "not found" in reason:
            names = _names(client)
            choose = f", or choose one that is there with --model: {names}" if names else ""
            return ModelNotFound(
                f"Ollama at {client.address} has no model {self.model!r}: "
                f"run `ollama pull {self.model}`{choose}."
            )
        return GenerationFailed(f"Ollama at {client.address} cannot answer: {reason}.")


class _Closed(Exception):
    """The backend itself has cut the connection."""


def _check_version(client: _Client) -> None:
    version = client.version()
    if is_too_old(version):
        raise BackendUnavailable(
            f"The Ollama server at {client.address} is version {version}, which cuts long "
            f"conversations without a word: update it to {MINIMUM_VERSION} or newer."
        )


def _names(client: _Client) -> str:
    try:
        names = sorted(model.model for model in client.list().models if model.model)
    except _FAILURES:
        names = []
    return ", ".join(names[:_NAMES_SHOWN])


def _text(part: _Part) -> str:
    if isinstance(part, ollama.ChatResponse):
        return part.message.content or ""
    return part.response or ""


def _one_line(text: str) -> str:
    return " ".join(text.split())[:300].rstrip(".")
