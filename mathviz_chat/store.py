"""Sessions on disk: saved by atomic writes, found again by name or as the latest one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mathviz_chat.messages import Turn

SCHEMA: Final = 1
DATA_VARIABLE: Final = "MATHVIZ_DATA_DIR"


@dataclass(frozen=True, slots=True)
class SavedSession:
    """A conversation as it is kept. name: file name without ``.json``."""

    name: str
    turns: tuple[Turn, ...]
    model: str | None
    backend: str | None
    system: str


def data_dir(environ: Mapping[str, str]) -> Path:
    """``MATHVIZ_DATA_DIR``, or the platform's data directory; it need not exist."""
    raise NotImplementedError


class Store:
    """The saved sessions below one directory (``data_dir(environ) / "sessions"``)."""

    def __init__(self, directory: Path) -> None: ...

    def new_name(self) -> str:
        """A name that no saved session has: the time, to the second, with a number if needed."""
        raise NotImplementedError

    def save(self, session: SavedSession) -> None:
        """Write atomically. StoreError: one sentence; what was saved before is untouched."""

    def load(self, name: str) -> SavedSession:
        """StoreError where there is none, or it is damaged (the file is kept aside)."""
        raise NotImplementedError

    def latest(self) -> SavedSession | None:
        """The session written last; a damaged one is StoreError."""
        raise NotImplementedError

    def names(self) -> Sequence[str]:
        """The saved sessions, latest first."""
        raise NotImplementedError
