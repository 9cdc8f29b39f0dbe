"""Files that are there as a whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from mathviz_chat.errors import ExportError

_SLACK: Final = 2**20


@contextmanager
def replacing(path: Path, size: int = 0) -> Iterator[Path]:
    """Give the name of a file to write; at the end it takes the place of ``path``.

    Where the writing fails, or the program is stopped, ``path`` stays as it was and nothing is
    left but what a killed process could not remove: a file beside it whose name begins with a dot.

    size: bytes that will be written, asked for beforehand. Raises :class:`ExportError` where the
    folder cannot be written to, the disk has no room, or ``path`` is a folder or a device, whose
    place no file may take.
    """
    try:
        if path.exists() and not path.is_file():
            raise OSError(errno.EEXIST, "it is no regular file")
        path.parent.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(path.parent).free
        if size + _SLACK > free:
            raise OSError(errno.ENOSPC, f"{size // 2**20} MiB are needed, {free // 2**20} are free")
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        try:
            yield temporary
            with temporary.open("rb") as file:
                os.fsync(file.fileno())
            temporary.chmod(0o644)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(
            f"{path} cannot be written ({error.strerror or error}): free some space, or choose "
            f"another place."
        ) from None
