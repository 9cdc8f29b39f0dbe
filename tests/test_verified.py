"""Files by their sha256, read once."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from mathviz_chat import verified


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def count_hashes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note each file that is read to be verified."""
    read: list[str] = []
    digest = hashlib.file_digest

    def noting(file: object, name: str) -> object:
        read.append(file.name)  # type: ignore[attr-defined]
        return digest(file, name)  # type: ignore[arg-type]

    monkeypatch.setattr(hashlib, "file_digest", noting)
    return read


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_good_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "model.gguf"
    path.write_text("good")
    read = count_hashes(monkeypatch)
    assert [verified.is_verified(path, sha256("good")) for _ in range(3)] == [True] * 3
    assert read == [str(path)]


def test_several_files_are_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = count_hashes(monkeypatch)
    for _ in range(2):
        for name in ("a", "b"):
            if not (tmp_path / name).exists():
                (tmp_path / name).write_text(name)
            assert verified.is_verified(tmp_path / name, sha256(name))
    assert read == [str(tmp_path / "a"), str(tmp_path / "b")]


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_text("good")
    assert verified.is_verified(path, sha256("good"))
    path.write_text("evil")  # of the same size
    os.utime(path, ns=(1, 1))
    assert not verified.is_verified(path, sha256("good"))
    assert not verified.is_verified(path, sha256("good")), "a bad one is never remembered"


@pytest.mark.parametrize("content", ["", "[]", "{", json.dumps(["x", 1, 2, "y"])])
def test_a_damaged_memory_is_no_proof(tmp_path: Path, content: str) -> None:
    memory = tmp_path / "cache" / "mathviz-chat" / "verified.json"
    memory.parent.mkdir(parents=True)
    memory.write_text(content)
    path = tmp_path / "model.gguf"
    path.write_text("evil")
    assert not verified.is_verified(path, sha256("good"))


def test_a_cache_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    path = tmp_path / "model.gguf"
    path.write_text("good")
    assert verified.is_verified(path, sha256("good"))
