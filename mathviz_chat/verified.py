"""Whether a file is the one with a known sha256, without reading it each time."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Final, TypeAlias

_MOST: Final = 8  # files that are remembered

_Entry: TypeAlias = list[str | int]


def cache_folder() -> Path:
    """The program's folder for what can be made again."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("mathviz-chat", appauthor=False))


def is_verified(path: Path, sha256: str) -> bool:
    """Whether the file's sha256 is the given one.

    A file that was found good is remembered by its path, size and time of change, in the
    platform's cache folder, and is not read again (60 ms for 98 MB) until one of these changes.
    """
    status = path.stat()
    name = str(path.resolve())
    entry: _Entry = [status.st_size, status.st_mtime_ns, sha256]
    memory = cache_folder() / "verified.json"
    known = _remembered(memory)
    if known.get(name) == entry:
        return True
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
            return False
    known.pop(name, None)
    latest = [*known.items(), (name, entry)][-_MOST:]
    _remember(memory, dict(latest))
    return True


def _remembered(memory: Path) -> dict[str, object]:
    try:
        known = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _remember(memory: Path, known: dict[str, object]) -> None:
    temporary = memory.with_name(f"{memory.name}.{os.getpid()}")
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(known), encoding="utf-8")
        temporary.replace(memory)
    except OSError:  # without a place to remember in, the file is read each time
        return
