"""Files that are there as a whole or not at all, and take the place of files only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mathviz_chat.errors import ExportError
from mathviz_chat.weights.safe_file import replacing


def test_a_failure_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_text("before")
    with pytest.raises(RuntimeError), replacing(path) as temporary:
        temporary.write_text("half")
        raise RuntimeError
    assert path.read_text() == "before"
    with replacing(path) as temporary:
        temporary.write_text("after")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [(path.name, "after")]


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["a folder", "a pipe, as a device"])
def test_no_file_takes_the_place_of_something_else(make: object, tmp_path: Path) -> None:
    path = tmp_path / "there"
    assert callable(make)
    make(path)
    kind = path.stat().st_mode
    with pytest.raises(ExportError, match="it is no regular file"), replacing(path):
        pytest.fail("it must be refused before anything is written")
    assert path.stat().st_mode == kind
