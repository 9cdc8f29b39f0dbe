"""A quick look at whether an Ollama server has a model, with the standard library only.

The Ollama client takes 0.3 s to import, which ``--backend auto`` must not spend where there is no
server at all.
"""

from __future__ import annotations

import json
import os
import socket
import time
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, urlsplit

from mathviz_chat.errors import BackendUnavailable

if TYPE_CHECKING:
    from http.client import HTTPConnection

PROBE_S: Final = 0.3  # for everything together
_PORTS: Final = {"http": 80, "https": 443}
_OLLAMA_PORT: Final = 11434
_LIMIT: Final = 4_000_000  # bytes of the list of models that are read


def ollama_models(host: str | None = None, seconds: float = PROBE_S) -> list[str] | None:
    """Return the names of the models of the Ollama server; None where none answers in time.

    host: as in OLLAMA_HOST, which is used where it is None.
    """
    deadline = time.monotonic() + seconds
    try:
        address = _address(host or os.environ.get("OLLAMA_HOST") or "")
    except ValueError:  # no address, so nobody answers there
        return None
    if not answers(address.geturl(), seconds):
        return None
    import http.client  # takes 25 ms, so only where somebody is there

    secure = address.scheme == "https"
    connect = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    try:
        connection = connect(address.hostname or "", address.port, timeout=seconds)
        try:
            connection.connect()
            return _names(connection, f"{address.path.rstrip('/')}/api/tags", deadline)
        finally:
            connection.close()
    except (OSError, ValueError, LookupError, TypeError, http.client.HTTPException):
        return None


def require_address(host: str | None) -> None:
    """Raise BackendUnavailable where ``host`` or OLLAMA_HOST is no address of a server.

    To be called before the client is imported: it reads OLLAMA_HOST then, and breaks on such a one.
    """
    for named in (host, os.environ.get("OLLAMA_HOST")):
        try:
            _address(named or "")
        except ValueError:
            raise BackendUnavailable(
                f"{named!r} is no address of an Ollama server: set OLLAMA_HOST, for example to "
                "127.0.0.1:11434."
            ) from None


def answers(url: str, seconds: float = PROBE_S) -> bool:
    """Whether somebody accepts connections at the address of ``url``."""
    try:
        split = urlsplit(url)
        place = (split.hostname or "", split.port or _PORTS.get(split.scheme, 80))
        with socket.create_connection(place, timeout=seconds):
            return True
    except (OSError, ValueError):
        return False


def has_model(names: list[str], model: str) -> bool:
    """Whether a server with these models has ``model``; no tag means ``latest``."""
    wanted = model if ":" in model.rpartition("/")[2] else f"{model}:latest"
    return wanted.lower() in (name.lower() for name in names)


def _names(connection: HTTPConnection, path: str, deadline: float) -> list[str]:
    _set_time_left(connection.sock, deadline)
    connection.request("GET", path, headers={"Accept": "application/json"})
    answer = connection.getresponse()
    body = b""
    while len(body) < _LIMIT and (chunk := answer.read1(65536)):
        body += chunk
        _set_time_left(connection.sock, deadline)
    return [str(model["model"]) for model in json.loads(body)["models"]]


def _set_time_left(sock: socket.socket | None, deadline: float) -> None:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    if sock is not None:  # gone once the whole answer was read
        sock.settimeout(left)


def _address(host: str) -> SplitResult:
    """Read an OLLAMA_HOST as the server's own programs do: all parts but one may be missing."""
    text = host.strip()
    if "://" not in text:
        split = urlsplit(f"http://{text}")
        return split if split.port else _with_port(split, _OLLAMA_PORT)
    split = urlsplit(text)
    return split if split.port else _with_port(split, _PORTS.get(split.scheme, _OLLAMA_PORT))


def _with_port(split: SplitResult, port: int) -> SplitResult:
    name = split.hostname or "127.0.0.1"
    name = f"[{name}]" if ":" in name else name
    return split._replace(netloc=f"{name}:{port}")
