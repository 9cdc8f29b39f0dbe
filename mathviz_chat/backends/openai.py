"""The ``openai`` backend: any server that speaks OpenAI's chat completions.

vLLM, llama.cpp's server, LM Studio and llama-cpp-python's server are such servers.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Final

import httpx

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

DEFAULT_CONTEXT: Final = 4096
_NAMES_SHOWN: Final = 10
_SHOWN: Final = 40  # characters of an event that is none
_OVERFLOW: Final = (
    "context_length_exceeded",
    "exceed_context_size",
    "context length",
    "context size",
)


@dataclass(frozen=True, slots=True)
class _Part:
    """What one event of the stream says; None where it says nothing of the kind."""

    text: str = ""
    finish: str | None = None
    prompt_tokens: int | None = None
    tokens: int | None = None


class _Refused(Exception):
    """The server answered with an error status."""

    def __init__(self, status: int, body: str) -> None:
        super().__init__(body)
        self.status, self.body = status, body


class OpenAIBackend:
    """A model of an OpenAI-compatible server; no server on the internet is used by default.

    Args:
        model: its name on the server; None is the first that the server lists.
        base_url: with its ``/v1``; None is OPENAI_BASE_URL. The key is OPENAI_API_KEY's.
        num_ctx: context in tokens; None is what the server tells, else 4096.

    Raises :class:`BackendUnavailable` where no address is given.
    """

    name = "openai"
    capabilities = Capabilities(prefill=False, json_schema=True, seed=True)

    def __init__(
        self,
        model: str | None = None,
        *,
        base_url: str | None = None,
        num_ctx: int | None = None,
    ) -> None:
        address = base_url or os.environ.get("OPENAI_BASE_URL")
        if not address:
            raise BackendUnavailable(
                "The openai backend needs the address of a server: give --base-url or set "
                "OPENAI_BASE_URL, for example to http://localhost:8080/v1."
            )
        self.model = model or ""
        self.address = address.rstrip("/")
        self._num_ctx = num_ctx
        self._told_context: int | None = None
        self._checked = False
        self._schema_as_object = False

    @property
    def context_length(self) -> int:
        return self._num_ctx or self._told_context or DEFAULT_CONTEXT

    def stream(self, request: Request, cancel: threading.Event) -> Iterator[Delta | Statistics]:
        if request.prefill is not None:
            raise GenerationFailed("The openai backend cannot continue a given beginning.")
        stopwatch = Stopwatch()
        connection = Connection()
        finish: str | None = None
        counts = _Part()
        begun = False
        parts = cancellable(lambda: self._parts(connection, request), cancel, connection.cut)
        with closing(parts):
            for part in parts:
                begun = True
                if part.text:
                    stopwatch.token()
                    yield Delta(part.text)
                finish = part.finish or finish
                counts = part if part.prompt_tokens is not None else counts
        if not begun and not cancel.is_set():
            raise GenerationFailed(
                f"The server at {self.address} sent no event of OpenAI's protocol: check "
                f"--base-url or OPENAI_BASE_URL, which end in /v1 as a rule."
            )
        if finish is None and not cancel.is_set():
            raise GenerationFailed(
                f"The server at {self.address} broke off in the middle of the answer: ask again."
            )
        yield stopwatch.statistics(
            _reason(finish), prompt_tokens=counts.prompt_tokens, tokens=counts.tokens
        )

    def count_tokens(self, messages: tuple[Message, ...]) -> int:
        """An upper estimate: the interface has no way to ask."""
        return estimate_tokens(messages)

    def warm_up(self, messages: tuple[Message, ...] = ()) -> None:
        """See that the server and its model are there; it loads nothing on demand."""
        with self._client(Connection()) as client:
            try:
                self._check(client)
            except (httpx.HTTPError, _Refused) as error:
                raise self._explained(error) from None

    def close(self) -> None:
        """Nothing is held between answers."""

    # ------------------------------------------------------------------ requests

    def _client(self, connection: Connection) -> httpx.Client:
        key = os.environ.get("OPENAI_API_KEY")
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        return httpx.Client(headers=headers, **connection.settings())

    def _parts(self, connection: Connection, request: Request) -> Iterator[_Part]:
        with self._client(connection) as client:
            try:
                self._check(client)
                try:
                    yield from self._send(client, request)
                except _Refused as error:
                    if request.json_schema is None or "response_format" not in error.body:
                        raise
                    self._schema_as_object = True
                    yield from self._send(client, request)
            except (httpx.HTTPError, _Refused) as error:
                raise self._explained(error) from None

    def _check(self, client: httpx.Client) -> None:
        """Look once at what the server has: the model's name and its context."""
        if self._checked:
            return
        answer = client.get(f"{self.address}/models", timeout=30)
        if answer.status_code in (401, 403):
            raise _Refused(answer.status_code, answer.text)
        models = _models(answer)
        if not self.model and not models:
            raise BackendUnavailable(
                f"The server at {self.address} does not tell which models it has: choose one "
                f"with --model."
            )
        self.model = self.model or next(iter(models))
        if models and self.model not in models:
            raise ModelNotFound(
                f"The server at {self.address} has no model {self.model!r}, only "
                f"{', '.join(list(models)[:_NAMES_SHOWN])}: choose one of these with --model."
            )
        self._told_context = models.get(self.model)
        self._checked = True

    def _send(self, client: httpx.Client, request: Request) -> Iterator[_Part]:
        body = self._body(request)
        with client.stream("POST", f"{self.address}/chat/completions", json=body) as answer:
            if answer.is_error:
                raise _Refused(answer.status_code, answer.read().decode("utf-8", "replace"))
            empty = True
            for line in answer.iter_lines():
                if line.startswith("data:") and line != "data: [DONE]":
                    data = line.removeprefix("data:")
                    if not empty and not _is_whole(data):
                        return  # it spoke the protocol before: it was cut off within an event
                    empty = False
                    yield _part(data)
        if empty:
            self._ask_why(client, body)

    def _ask_why(self, client: httpx.Client, body: Mapping[str, Any]) -> None:
        """Send the request again without streaming: llama-cpp-python's server answers 200 and
        nothing at all to a streamed request that it then refuses. Raises :class:`_Refused`."""
        again = {key: value for key, value in body.items() if key != "stream_options"}
        answer = client.post(
            f"{self.address}/chat/completions", json={**again, "stream": False, "max_tokens": 1}
        )
        if answer.is_error:
            raise _Refused(answer.status_code, answer.text)

    def _body(self, request: Request) -> dict[str, Any]:
        options = request.options
        body: dict[str, Any] = {
            "model": self.model,
            "messages": [{"role": m.role, "content": m.content} for m in request.messages],
            "temperature": options.temperature,
            "max_tokens": options.max_tokens,
            "stream": True,
            "stream_options": {"include_usage": True},
        }
        if options.stop:
            body["stop"] = list(options.stop)
        if options.seed is not None:
            body["seed"] = options.seed
        if request.json_schema is not None:
            body["response_format"] = self._format(request.json_schema)
        return body

    def _format(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        if self._schema_as_object:  # what llama-cpp-python's server understands
            return {"type": "json_object", "schema": schema}
        return {
            "type": "json_schema",
            "json_schema": {"name": "answer", "strict": True, "schema": schema},
        }

    # ------------------------------------------------------------------ what went wrong

    def _explained(self, error: httpx.HTTPError | _Refused) -> BackendError:
        if isinstance(error, _Refused):
            return self._refusal(error)
        if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
            return BackendUnavailable(
                f"No server answers at {self.address}: start it, or say with --base-url where "
                f"it runs."
            )
        return GenerationFailed(
            f"The connection to {self.address} broke ({error or 'no reason given'}): look at the "
            f"server's log, then ask again."
        )

    def _refusal(self, error: _Refused) -> BackendError:
        reason = _message(error.body)
        if error.status in (401, 403):
            return BackendUnavailable(
                f"The server at {self.address} refuses the key: set OPENAI_API_KEY to a valid one."
            )
        if any(sign in error.body for sign in _OVERFLOW):
            return ContextOverflow(
                f"The conversation does not fit the model's context: /clear it ({reason})."
            )
        if error.status == 404:
            return ModelNotFound(
                f"The server at {self.address} knows no model {self.model!r} or no "
                f"/chat/completions ({reason}): check --model and OPENAI_BASE_URL."
            )
        return GenerationFailed(f"The server at {self.address} cannot answer: {reason}.")


def _reason(finish: str | None) -> StopReason:
    if finish is None:
        return "interrupted"
    return "length" if finish == "length" else "stop"


def _is_whole(data: str) -> bool:
    """Say whether an event is JSON to its end."""
    try:
        json.loads(data)
    except ValueError:
        return False
    return True


def _part(data: str) -> _Part:
    """Read one event. Raises :class:`GenerationFailed` for what is none."""
    try:
        event = json.loads(data)
        if event.get("error"):
            raise GenerationFailed(f"The server failed while it answered: {_message(data)}.")
        choice = (event.get("choices") or [{}])[0]
        usage = event.get("usage") or {}
        return _Part(
            text=(choice.get("delta") or {}).get("content") or "",
            finish=choice.get("finish_reason"),
            prompt_tokens=usage.get("prompt_tokens"),
            tokens=usage.get("completion_tokens"),
        )
    except (AttributeError, LookupError, TypeError, ValueError):
        raise GenerationFailed(
            f"The server does not speak OpenAI's protocol (it sent {_excerpt(data)}): check "
            f"--base-url or OPENAI_BASE_URL."
        ) from None


def _excerpt(data: str) -> str:
    """Return the beginning of what came, with its control characters escaped."""
    shown = ascii(data.strip()[:_SHOWN])
    return shown if len(data.strip()) <= _SHOWN else f"{shown} ..."


def _models(answer: httpx.Response) -> dict[str, int | None]:
    """Return the models listed, each with its context where the server tells (vLLM, llama.cpp)."""
    try:
        rows = answer.json()["data"]
        return {row["id"]: row.get("max_model_len") or _trained(row) for row in rows}
    except (AttributeError, LookupError, TypeError, ValueError):
        return {}


def _trained(row: Mapping[str, Any]) -> int | None:
    context = (row.get("meta") or {}).get("n_ctx")
    return context if isinstance(context, int) else None


def _message(body: str) -> str:
    """Return the server's own words in one line."""
    try:
        error = json.loads(body)["error"]
        text = error["message"] if isinstance(error, dict) else str(error)
    except (LookupError, TypeError, ValueError):
        text = body
    return " ".join(text.split())[:300].rstrip(".") or "no reason given"
