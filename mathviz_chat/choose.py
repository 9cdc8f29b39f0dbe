"""Opens a backend: the one that was asked for, or the one that ``--backend auto`` picks."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from mathviz_chat.backends.base import Backend
from mathviz_chat.backends.probe import answers, has_model, ollama_models, require_address
from mathviz_chat.catalogue import catalogue, find_adapter, find_model, is_model
from mathviz_chat.embedded import default_name, embedded_model, shipped_adapter
from mathviz_chat.errors import (
    BackendError,
    BackendUnavailable,
    ExportError,
    ModelNotFound,
    UsageError,
)
from mathviz_chat.prompts import SHIPPED_MODEL


@dataclass(frozen=True, slots=True)
class Settings:
    """What a backend is opened with; None leaves it at the backend's own default.

    num_ctx: context in tokens. threads: of the processor, for llamacpp (None: physical cores).
    adapter: a LoRA adapter (GGUF), for llamacpp. ollama_host: None is OLLAMA_HOST, else
    127.0.0.1:11434. base_url: of the openai backend; None is OPENAI_BASE_URL. progress: is told
    the share that is done while the trained model is merged, the first time it is used.
    """

    num_ctx: int | None = None
    threads: int | None = None
    adapter: Path | None = None
    ollama_host: str | None = None
    base_url: str | None = None
    progress: Callable[[float], None] = field(default=lambda share: None, compare=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """A backend and one sentence: which, and why. None where no model can be used at all
    (only ``auto`` ends so; ``why`` then says what to do, and only the solver can answer)."""

    backend: Backend | None
    why: str


_NO_SETTINGS: Final = Settings()


def open_backend(name: str, model: str | None = None, settings: Settings = _NO_SETTINGS) -> Backend:
    """Open the backend of that name (one of ``BACKENDS``); loads nothing and calls nobody yet.

    Raises the :class:`~mathviz_chat.errors.BackendError` family and, for a name that does not
    exist, :class:`~mathviz_chat.errors.UsageError`.
    """
    if name not in _OPENERS:
        raise UsageError(f"There is no backend {name!r}: choose one of {', '.join(BACKENDS)}.")
    return _OPENERS[name](model, settings)


def choose(
    name: str = "auto",
    model: str | None = None,
    models: Sequence[str] = (),
    settings: Settings = _NO_SETTINGS,
) -> Choice:
    """Open the backend ``name``, or for "auto" the first usable of: an Ollama server that has
    the ``mathviz`` model; ``models`` in their order; the embedded default.

    models: each ``BACKEND:MODEL`` (``ollama:qwen2.5:1.5b``, ``llamacpp:~/m.gguf``), or the path
    of a GGUF file, a catalogue name or the name of a model in Ollama alone.
    With "auto" and a ``model``, that model is used by whichever backend has it.

    Raises :class:`~mathviz_chat.errors.UsageError` where no backend has a ``model`` that was
    given with "auto", or where the adapter's file is not there; for another name what
    :func:`open_backend` raises.
    """
    if name != "auto":
        backend = open_backend(name, model, settings)
        return Choice(backend, f"Using {name} with {backend.model}, as asked for.")
    if settings.adapter is not None:
        _require_adapter(settings.adapter)
    search = _Search(settings)
    if model is not None:
        return search.for_model(model)
    return search.for_any(models)


# ------------------------------------------------------------------------ auto


def _require_adapter(adapter: Path) -> None:
    """An adapter that is not there is a fault of the flag, not a backend to pass over."""
    try:
        find_adapter(adapter)
    except ModelNotFound as error:
        raise UsageError(str(error)) from None


@dataclass(slots=True)
class _Search:
    """One search of ``auto``; ``passed_over`` collects why earlier candidates were not usable."""

    settings: Settings
    passed_over: list[str] = field(default_factory=list)
    _ollama: list[str] | None = None
    _asked: bool = False

    def for_model(self, model: str) -> Choice:
        try:
            backend = self._open(model)
        except BackendError as error:
            raise UsageError(str(error)) from None
        return Choice(backend, f"Using {backend.name} with {backend.model}: it has this --model.")

    def for_any(self, models: Sequence[str]) -> Choice:
        if self._ollama_has(SHIPPED_MODEL):
            backend = _OPENERS["ollama"](SHIPPED_MODEL, self.settings)
            return Choice(backend, f"Using ollama: the server has the {SHIPPED_MODEL} model.")
        for entry in models:
            try:
                backend = self._open(entry)
            except BackendError as error:
                self.passed_over.append(str(error))
                continue
            return self._choice(backend, "the first usable of the configured models")
        try:
            backend = self._open(default_name())
        except BackendError as error:
            return Choice(None, f"No model can be used. {error}")
        if self._ollama is None:
            return self._choice(backend, "the embedded default, as no Ollama server answers")
        return self._choice(backend, f"the embedded default, as Ollama has no {SHIPPED_MODEL!r}")

    def _choice(self, backend: Backend, reason: str) -> Choice:
        passed = f" (passed over: {' '.join(self.passed_over)})" if self.passed_over else ""
        return Choice(backend, f"Using {backend.name} with {backend.model}: {reason}{passed}.")

    def _open(self, entry: str) -> Backend:
        """Open what an entry of ``models`` names; raises :class:`BackendError`."""
        name, _, rest = entry.partition(":")
        if name not in _OPENERS:
            name, rest = ("llamacpp" if is_model(entry) else "ollama"), entry
        if name == "ollama" and not self._ollama_has(rest):
            if Path(entry).exists():  # a file or folder of the working directory, named alone
                return _OPENERS["llamacpp"](entry, self.settings)
            raise BackendUnavailable(self._nobody_has(rest))
        address = self.settings.base_url or os.environ.get("OPENAI_BASE_URL")
        if name == "openai" and address and not answers(address):
            raise BackendUnavailable(f"No server answers at {address}.")
        return _OPENERS[name](rest, self.settings)

    def _ollama_has(self, model: str) -> bool:
        if not self._asked:
            self._ollama, self._asked = ollama_models(self.settings.ollama_host), True
        return has_model(self._ollama or [], model)

    def _nobody_has(self, model: str) -> str:
        if self._ollama is None:
            return (
                f"{model!r} is neither a GGUF file nor a name in the catalogue "
                f"({default_name()}), and no Ollama server answers that might have it."
            )
        return (
            f"{model!r} is neither a GGUF file nor a name in the catalogue ({default_name()}), "
            f"and Ollama does not have it: `ollama pull {model}`."
        )


# ------------------------------------------------------------------------ opening


def _open_llamacpp(model: str | None, settings: Settings) -> Backend:
    if importlib.util.find_spec("llama_cpp") is None:
        raise BackendUnavailable(
            "llama-cpp-python is not installed: run `pip install llama-cpp-python`, which needs "
            "a C++ compiler, or use --backend ollama."
        )
    from mathviz_chat.backends.llamacpp import LlamaCppBackend

    model = model or default_name()
    adapter = find_adapter(settings.adapter) if settings.adapter is not None else None
    try:
        path = find_model(model, settings.progress)
    except ExportError:  # no room for the merged file: the same answers, a third slower
        path, adapter = embedded_model(), adapter or shipped_adapter()
    return LlamaCppBackend(
        path,
        model=model if model in catalogue() else None,
        adapter=adapter,
        num_ctx=settings.num_ctx,
        threads=settings.threads,
    )


def _open_ollama(model: str | None, settings: Settings) -> Backend:
    require_address(settings.ollama_host)
    from mathviz_chat.backends.ollama import OllamaBackend

    return OllamaBackend(model, num_ctx=settings.num_ctx, host=settings.ollama_host)


def _open_openai(model: str | None, settings: Settings) -> Backend:
    from mathviz_chat.backends.openai import OpenAIBackend

    return OpenAIBackend(model, base_url=settings.base_url, num_ctx=settings.num_ctx)


def _open_scripted(model: str | None, settings: Settings) -> Backend:
    from mathviz_chat.backends.scripted import ScriptedBackend

    if model is None:
        raise UsageError("The scripted backend needs --model FILE, a JSON list of answers.")
    return ScriptedBackend.from_file(Path(model).expanduser())


_OPENERS: Final[Mapping[str, Callable[[str | None, Settings], Backend]]] = {
    "llamacpp": _open_llamacpp,
    "ollama": _open_ollama,
    "openai": _open_openai,
    "scripted": _open_scripted,
}
BACKENDS: Final = tuple(_OPENERS)
