"""Creates a model in a running Ollama server from a GGUF file."""

from __future__ import annotations

from pathlib import Path

import httpx
import ollama

from mathviz_chat.backends.ollama import MINIMUM_VERSION, is_too_old, server_version
from mathviz_chat.errors import BackendUnavailable, GenerationFailed
from mathviz_chat.modelfile import Recipe

_ASK_S = 5.0


def create_model(name: str, gguf: Path, recipe: Recipe, host: str | None = None) -> str:
    """Create (or replace) the model ``name``; returns the server's address.

    The recipe's examples are not sent: the server would put them before the system prompt of
    a client that sends its own, as this program does.

    Raises BackendUnavailable where no server answers, GenerationFailed where it refuses.
    """
    client = ollama.Client(host)
    address = str(client._client.base_url).rstrip("/")
    version = server_version(host, _ASK_S)
    if version is None:
        raise BackendUnavailable(
            f"No Ollama server answers at {address}: start one with `ollama serve`, or set "
            f"OLLAMA_HOST to where it runs."
        )
    if is_too_old(version):
        raise BackendUnavailable(
            f"The Ollama server at {address} is version {version}: update it to "
            f"{MINIMUM_VERSION} or newer."
        )
    try:
        client.create(
            model=name,
            files={gguf.name: client.create_blob(gguf)},
            template=recipe.template,
            system=recipe.system,
            parameters=dict(recipe.parameters),
            license=recipe.license,
        )
    except (ollama.ResponseError, httpx.HTTPError, ConnectionError) as error:
        raise GenerationFailed(
            f"Ollama at {address} cannot create {name!r} ({error}): look at the server's log."
        ) from None
    return address
