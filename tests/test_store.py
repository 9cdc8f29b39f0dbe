"""Sessions on disk: nothing that was saved is ever lost."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mathviz_chat.errors import StoreError
from mathviz_chat.messages import Turn
from mathviz_chat.store import SavedSession, Store, data_dir

TURN = Turn("Solve 2x = 6", "x = 3\n\x1b[31m", answer="x = 3", verdict="verified", source="sympy")
SESSION = SavedSession("algebra", (TURN, Turn("why?", "Because.")), "m", "ollama", "Be brief.")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "sessions")


def test_a_session_comes_back_as_it_was_saved(store: Store) -> None:
    store.save(SESSION)
    assert store.load("algebra") == SESSION


def test_text_that_is_not_unicode_survives_as_well(store: Store) -> None:
    session = SavedSession("odd", (Turn("\ud800\x00", "\U0010ffff"),), None, None, "")
    store.save(session)
    assert store.load("odd") == session


def test_saving_again_replaces_the_session(store: Store) -> None:
    store.save(SESSION)
    shorter = SavedSession("algebra", (), None, None, "")
    store.save(shorter)
    assert store.load("algebra") == shorter
    assert [path.name for path in store.directory.iterdir()] == ["algebra.json"]


def test_only_the_owner_can_read_a_session(store: Store) -> None:
    store.save(SESSION)
    assert stat.S_IMODE((store.directory / "algebra.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(store.directory.stat().st_mode) == 0o700


def test_the_latest_session_is_the_one_saved_last(store: Store) -> None:
    assert store.latest() is None
    for number, name in enumerate(["b", "a", "c"]):
        store.save(SavedSession(name, (), None, None, ""))
        os.utime(store.directory / f"{name}.json", ns=(number, number))
    assert store.names() == ["c", "a", "b"]
    latest = store.latest()
    assert latest is not None
    assert latest.name == "c"


def test_a_new_name_is_free_and_can_be_saved(store: Store) -> None:
    names = []
    for _ in range(3):
        names.append(store.new_name())
        store.save(SavedSession(names[-1], (), None, None, ""))
    assert len(set(names)) == 3
    assert sorted(store.names()) == sorted(names)


@pytest.mark.parametrize(
    "name", ["", " ", "..", "a/b", "../x", ".hidden", "a\0b", "a\n", "x" * 101, "a "]
)
def test_a_name_that_is_no_file_name_is_refused(store: Store, name: str) -> None:
    with pytest.raises(StoreError, match="cannot be the name of a session"):
        store.save(SavedSession(name, (), None, None, ""))
    with pytest.raises(StoreError, match="cannot be the name of a session"):
        store.load(name)


def test_a_session_that_was_never_saved_is_one_sentence(store: Store) -> None:
    with pytest.raises(StoreError, match=r"^There is no saved session 'algebra'\.$"):
        store.load("algebra")


GOOD: dict[str, object] = {"schema": 1, "model": None, "backend": None, "system": "", "turns": []}
DAMAGED = [
    (b"", "an empty file"),
    (b'{"schema": 1, "mod', "half a file"),
    (b"\xff\xfe\x00", "not text"),
    (b"[]", "not an object"),
    (b"[" * 100_000, "nested beyond bounds"),
    (json.dumps(GOOD | {"schema": "1"}).encode(), "a schema that is no number"),
    (json.dumps(GOOD | {"turns": [{"question": "q"}]}).encode(), "a turn without its reply"),
    (json.dumps(GOOD | {"system": 3}).encode(), "a field of another type"),
    (json.dumps({"schema": 1, "turns": []}).encode(), "a field that is missing"),
]


@pytest.mark.parametrize(("data", "what"), DAMAGED, ids=[what for _, what in DAMAGED])
def test_a_damaged_file_is_one_sentence_and_is_kept_aside(
    store: Store, data: bytes, what: str
) -> None:
    store.directory.mkdir()
    (store.directory / "algebra.json").write_bytes(data)
    with pytest.raises(StoreError, match="is damaged and cannot be read; the file is kept as"):
        store.load("algebra")
    (aside,) = store.directory.iterdir()
    assert aside.name.startswith("algebra.json.damaged-")
    assert aside.read_bytes() == data
    assert store.names() == []


def test_a_newer_schema_is_left_where_it_is(store: Store) -> None:
    store.directory.mkdir()
    path = store.directory / "algebra.json"
    path.write_text(json.dumps(GOOD | {"schema": 2}))
    with pytest.raises(StoreError, match="newer mathviz-chat"):
        store.load("algebra")
    assert path.exists()


FILL_THE_DISK = """
import resource, signal, sys
from dataclasses import replace
from pathlib import Path
from mathviz_chat.errors import StoreError
from mathviz_chat.messages import Turn
from mathviz_chat.store import SavedSession, Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
store = Store(Path(sys.argv[1]))
session = SavedSession("s", (Turn("q", "short"),), None, None, "")
store.save(session)
try:
    store.save(replace(session, turns=(Turn("q", "x" * 10_000),)))
except StoreError as error:
    print(error)
assert store.load("s") == session
print(sorted(path.name for path in store.directory.iterdir()))
"""


def test_a_write_that_fails_half_way_keeps_what_was_saved_before(tmp_path: Path) -> None:
    """A real short write: the system refuses everything beyond 2,000 bytes."""
    done = subprocess.run(
        [sys.executable, "-c", FILL_THE_DISK, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    sentence, files = done.stdout.splitlines()
    assert sentence.startswith(f"The session cannot be saved in {tmp_path} (File too large)")
    assert files == "['s.json']"


KILL = """
import os, signal, sys
from pathlib import Path
from mathviz_chat.store import SavedSession, Store
store = Store(Path(sys.argv[1]))
store.save(SavedSession("s", (), "before", None, ""))
os.fsync = lambda file: os.kill(os.getpid(), signal.SIGKILL)
store.save(SavedSession("s", (), "after", None, ""))
"""


def test_a_kill_while_saving_keeps_what_was_saved_before(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILL, str(tmp_path)], check=False)
    assert done.returncode == -9
    assert Store(tmp_path).names() == ["s"]
    assert Store(tmp_path).load("s").model == "before"


def test_the_environment_names_the_directory(tmp_path: Path) -> None:
    assert data_dir({"MATHVIZ_DATA_DIR": str(tmp_path)}) == tmp_path
    assert data_dir({}).name == "mathviz-chat"
