"""Names of models and the GGUF files they stand for; no download, no search of the disk."""

from __future__ import annotations

from pathlib import Path

EMBEDDED_NAME = "smollm2"


def embedded_model() -> Path:
    """Return the embedded default's GGUF file, verified by its sha256.

    Raises :class:`~mathviz_chat.errors.ModelNotFound` where it is missing or damaged.
    """
    raise NotImplementedError


def find_model(model: str) -> Path:
    """Return the GGUF file that a ``--model`` (a path or a catalogue name) stands for.

    Raises :class:`~mathviz_chat.errors.ModelNotFound`, in one sentence that says what to do.
    """
    raise NotImplementedError
