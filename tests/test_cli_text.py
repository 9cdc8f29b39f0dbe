"""Text that comes in: from arguments, standard input and files."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from mathviz_chat.cli.text import MAX_QUESTION, file_text, question_text
from mathviz_chat.errors import UsageError


def pipe(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))


PIPES = [
    (b"1 + 1\n", "1 + 1", "a line"),
    (b"\xef\xbb\xbf1 + 1", "1 + 1", "a byte order mark"),
    ("√2".encode(), "√2", "UTF-8, whatever the locale is"),
    (b"Solve:\r\nx = 1\r\n", "Solve:\r\nx = 1", "several lines"),
]


@pytest.mark.parametrize(("content", "question", "why"), PIPES, ids=[row[2] for row in PIPES])
@pytest.mark.parametrize("argument", [None, "-"])
def test_a_question_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, content: bytes, question: str, why: str, argument: str | None
) -> None:
    pipe(monkeypatch, content)
    assert question_text(argument) == question


BAD = [
    (b"", "empty", "nothing"),
    (b" \n\t", "empty", "blanks"),
    (b"x = \xff", "not UTF-8", "another encoding"),
    (b"\xff\xfe" + "x = 1".encode("utf-16-le"), "UTF-16 text, .* save it as UTF-8", "UTF-16"),
    (b"\xfe\xff" + "x = 1".encode("utf-16-be"), "UTF-16 text, .* save it as UTF-8", "UTF-16BE"),
    (b"x" * (MAX_QUESTION + 1), "longer than", "too long"),
    ("√".encode() * (2 * MAX_QUESTION), "longer than", "cut in a character"),
]


@pytest.mark.parametrize(("content", "said", "why"), BAD, ids=[row[2] for row in BAD])
def test_a_question_that_cannot_be_used_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, content: bytes, said: str, why: str
) -> None:
    pipe(monkeypatch, content)
    with pytest.raises(UsageError, match=said):
        question_text("-")


def test_an_argument_that_was_not_utf_8_is_refused() -> None:
    with pytest.raises(UsageError, match="not UTF-8"):
        question_text("x = \udcff")


def test_a_file_keeps_its_lines(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_bytes(b"\xef\xbb\xbfx = 1\r\n\r\ny\n")
    assert file_text(str(tmp_path / "s.txt")) == "x = 1\r\n\r\ny\n"
