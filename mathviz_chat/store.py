"""Sessions on disk: saved by atomic writes, found again by name or as the latest one.

A session is one JSON file, readable by its owner only::

    {"schema": 1, "model": text or null, "backend": text or null, "system": text,
     "turns": [{"question", "reply", "answer", "verdict", "source"}, ...]}

A file is written under another name, flushed to the disk and renamed: a full disk, a kill or a
power cut leaves the earlier version or the new one, never half of one.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from mathviz_chat.errors import StoreError
from mathviz_chat.messages import Turn

SCHEMA: Final = 1
DATA_VARIABLE: Final = "MATHVIZ_DATA_DIR"
_NAME = re.compile(r"[\w-][\w. ()-]{0,99}")


@dataclass(frozen=True, slots=True)
class SavedSession:
    """A conversation as it is kept. name: its file's name without ``.json``."""

    name: str
    turns: tuple[Turn, ...]
    model: str | None
    backend: str | None
    system: str


def data_dir(environ: Mapping[str, str]) -> Path:
    """``MATHVIZ_DATA_DIR``, or the platform's data directory; it need not exist."""
    if named := environ.get(DATA_VARIABLE):
        return Path(named).expanduser()
    import platformdirs  # only where the default place is asked for: the import is slow

    return Path(platformdirs.user_data_dir("mathviz-chat", appauthor=False))


class Store:
    """The saved sessions in one directory, which is made when the first one is saved."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._seen: dict[str, tuple[int, int]] = {}  # the file of a name, as this program left it

    def new_name(self) -> str:
        """A name that no saved session has: the local time, with a number if that is taken."""
        now = time.strftime("%Y-%m-%d %H.%M.%S")
        taken = set(self.names())
        numbered = (f"{now} ({n})" for n in range(2, len(taken) + 3))
        return next(name for name in (now, *numbered) if name not in taken)

    def save(self, session: SavedSession) -> None:
        """Write the session, replacing the one of that name.

        StoreError: the name cannot be one, or nothing could be written; what was saved before is
        untouched.
        """
        path = self._path(session.name)
        row = {"schema": SCHEMA} | asdict(session)
        del row["name"]
        data = json.dumps(row, ensure_ascii=True, indent=1).encode("ascii")
        try:
            self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(path, data)
            self._saw(session.name)
        except OSError as error:
            raise StoreError(
                f"The session cannot be saved in {self.directory} ({error.strerror}); "
                "what was saved before is untouched."
            ) from None

    def keep(self, session: SavedSession) -> str:
        """Save under the session's name, or under a new one where another program has saved that
        name since this one loaded or saved it; returns the name. StoreError as for save."""
        seen = self._seen.get(session.name)
        if seen is not None and _stamp(self._path(session.name)) not in (seen, None):
            session = replace(session, name=self.new_name())
        self.save(session)
        return session.name

    def load(self, name: str) -> SavedSession:
        """Read a session. StoreError where there is none, or it is damaged (and then set aside)."""
        path = self._path(name)
        try:
            self._saw(name)
            data = path.read_bytes()
        except FileNotFoundError:
            raise StoreError(f"There is no saved session {name!r}.") from None
        except OSError as error:
            raise StoreError(f"{path} cannot be read ({error.strerror}).") from None
        try:
            row = json.loads(data)
            newer = row["schema"] > SCHEMA
            session = None if newer else _session(name, row)
        except (ValueError, KeyError, TypeError, RecursionError):
            raise StoreError(
                f"The saved session {name!r} is damaged and cannot be read; "
                f"the file is kept as {_set_aside(path)}."
            ) from None
        if session is None:
            raise StoreError(
                f"The saved session {name!r} was written by a newer mathviz-chat: update this one."
            )
        return session

    def latest(self) -> SavedSession | None:
        """The session that was saved last, None where there is none. StoreError as for load."""
        names = self.names()
        return self.load(names[0]) if names else None

    def names(self) -> list[str]:
        """The saved sessions, the one saved last first."""
        files = []
        for path in self.directory.glob("*.json"):
            with contextlib.suppress(OSError):  # another process has just renamed it
                files.append((path.stat().st_mtime_ns, path.stem))
        return [name for _, name in sorted(files, reverse=True)]

    def _saw(self, name: str) -> None:
        if (stamp := _stamp(self._path(name))) is not None:
            self._seen[name] = stamp

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name) or name != name.strip():
            raise StoreError(
                f"{name!r} cannot be the name of a session: use up to 100 letters, digits, "
                "spaces, dots, brackets, - and _."
            )
        return self.directory / f"{name}.json"


def _stamp(path: Path) -> tuple[int, int] | None:
    """What tells one version of a file from the next; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _session(name: str, row: Mapping[str, Any]) -> SavedSession:
    """Raises KeyError, TypeError or ValueError where something is missing or of another type."""
    turns = tuple(_turn(turn) for turn in row["turns"])
    model, backend = _text_or_none(row["model"]), _text_or_none(row["backend"])
    return SavedSession(name, turns, model, backend, _text(row["system"]))


def _turn(row: Mapping[str, Any]) -> Turn:
    if row["source"] not in ("model", "sympy"):
        raise ValueError
    return Turn(
        question=_text(row["question"]),
        reply=_text(row["reply"]),
        answer=_text_or_none(row["answer"]),
        verdict=_text_or_none(row["verdict"]),
        source=row["source"],
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _replace(path: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(prefix=".saving-", dir=path.parent)  # mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)  # the new name, too
    finally:
        os.close(directory)


def _set_aside(path: Path) -> Path:
    """Rename a damaged file, so that the name is free and nothing is lost."""
    aside = path.with_name(f"{path.name}.damaged-{time.time_ns()}")
    try:
        path.rename(aside)
    except OSError:
        return path
    return aside
