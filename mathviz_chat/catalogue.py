"""Names of models and the GGUF files they stand for; no download, no search of the disk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from mathviz_chat.embedded import (
    BASE_NAME,
    Progress,
    default_name,
    embedded_model,
    shipped_model,
)
from mathviz_chat.errors import ModelNotFound
from mathviz_chat.prompts import SHIPPED_MODEL

_WEIGHTS: Final = (".safetensors", ".bin", ".pt", ".pth")

__all__ = ["catalogue", "embedded_model", "find_adapter", "find_model", "is_model"]


def catalogue() -> tuple[str, ...]:
    """The names of the models that come with the program, the default first."""
    return (SHIPPED_MODEL, BASE_NAME) if default_name() == SHIPPED_MODEL else (BASE_NAME,)


def find_model(model: str, progress: Progress = lambda share: None) -> Path:
    """Return the GGUF file that a ``--model`` (a catalogue name or a path) stands for.

    progress: is told how far the merge of the trained model is, the first time it is asked for.
    Raises :class:`ModelNotFound`, in one sentence that says what to do, and
    :class:`~mathviz_chat.errors.ExportError` where that merge cannot be written.
    """
    if model in catalogue():
        return shipped_model(progress) if model == SHIPPED_MODEL else embedded_model()
    path = Path(model).expanduser()
    if path.is_dir():
        raise ModelNotFound(_about_folder(path))
    if not path.exists():
        names = ", ".join(catalogue())
        raise ModelNotFound(
            f"There is no model {model!r}: give the path of a GGUF file, or one of these names: "
            f"{names}."
        )
    if path.suffix in _WEIGHTS:
        raise ModelNotFound(_export(path.parent, "weights for transformers"))
    return path


def find_adapter(path: Path) -> Path:
    """Return the LoRA adapter's GGUF file. Raises as :func:`find_model`."""
    path = path.expanduser()
    if path.is_dir():
        raise ModelNotFound(_about_folder(path))
    if not path.exists():
        raise ModelNotFound(f"There is no adapter {path}: give the path of its GGUF file.")
    return path


def is_model(model: str) -> bool:
    """Whether ``model`` names or looks like something for :func:`find_model`, there or not."""
    return model in catalogue() or model.endswith(".gguf") or os.sep in model or model[:1] in "~."


def _about_folder(folder: Path) -> str:
    if (folder / "adapter_config.json").is_file():
        return _export(folder, "a PEFT adapter")
    if (folder / "config.json").is_file() or any(folder.glob("*.safetensors")):
        return _export(folder, "weights for transformers")
    return f"{folder} is a folder: give the path of a GGUF file in it."


def _export(folder: Path, what: str) -> str:
    return (
        f"{folder} holds {what}, not a GGUF file: turn it into one with "
        f"`mathviz-finetune export {folder}`."
    )
