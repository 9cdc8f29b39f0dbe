"""Opens a backend: the one that was asked for, or the one that ``--backend auto`` picks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mathviz_chat.backends.base import Backend

BACKENDS: Final = ("llamacpp", "ollama", "openai", "scripted")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a backend is opened with; None leaves it at the backend's own default.

    num_ctx: context in tokens. threads: of the processor, for llamacpp (None: physical cores).
    adapter: a LoRA adapter (GGUF), for llamacpp. ollama_host: None is OLLAMA_HOST, else
    127.0.0.1:11434. base_url: of the openai backend; None is OPENAI_BASE_URL.
    """

    num_ctx: int | None = None
    threads: int | None = None
    adapter: Path | None = None
    ollama_host: str | None = None
    base_url: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A backend and one sentence: which, and why. None where no model can be used at all
    (only ``auto`` ends so; ``why`` then says what to do, and only the solver can answer)."""

    backend: Backend | None
    why: str


def open_backend(
    name: str,
    model: str | None = None,
    settings: Settings = Settings(),
) -> Backend:
    """Open the backend of that name (one of ``BACKENDS``); loads nothing yet.

    Raises the :class:`~mathviz_chat.errors.BackendError` family and, for a name that does not
    exist, :class:`~mathviz_chat.errors.UsageError`.
    """
    raise NotImplementedError


def choose(
    name: str = "auto",
    model: str | None = None,
    models: Sequence[str] = (),
    settings: Settings = Settings(),
) -> Choice:
    """Open the backend ``name``, or for "auto" the first usable of: an Ollama server that has
    the ``mathviz`` model; ``models`` in their order; the embedded default.

    models: each ``BACKEND:MODEL`` (``ollama:qwen2.5:1.5b``, ``llamacpp:~/m.gguf``), or the path
    of a GGUF file or a catalogue name alone.
    With "auto" and a ``model``, that model is used by whichever backend has it.

    Raises :class:`~mathviz_chat.errors.UsageError` where no backend has a ``model`` that was
    given with "auto"; for another name what :func:`open_backend` raises.
    """
    raise NotImplementedError
