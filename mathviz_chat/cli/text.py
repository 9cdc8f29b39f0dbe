"""Text that comes in from files, pipes and arguments, as UTF-8 and within limits."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path
from typing import BinaryIO, Final

from mathviz_chat.errors import UsageError

MAX_QUESTION: Final = 100_000  # characters; no model's context holds more
MAX_FILE: Final = 2**20  # bytes
STANDARD_INPUT: Final = "-"

_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_TOO_LONG: Final = f"The question is longer than {MAX_QUESTION} characters."


def question_text(argument: str | None) -> str:
    """The question: the argument, or standard input for ``-`` and None.

    Raises UsageError where it is empty, too long or not UTF-8.
    """
    if argument is None or argument == STANDARD_INPUT:
        content = _standard_input().read(4 * MAX_QUESTION + 1)
        if len(content) > 4 * MAX_QUESTION:  # no character takes more than four bytes
            raise UsageError(_TOO_LONG)
        text = _decode(content, "The question")
    else:
        text = argument
    if not text.strip():
        raise UsageError("The question is empty: write it after -q, or pipe it in.")
    if len(text) > MAX_QUESTION:
        raise UsageError(_TOO_LONG)
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise UsageError("The question is not UTF-8 text.")
    return text.strip()


def open_input(name: str) -> BinaryIO:
    """The file of that name, or standard input for ``-``, as bytes. Raises UsageError."""
    if name == STANDARD_INPUT:
        return _standard_input()
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}.") from None


def file_text(name: str) -> str:
    """The whole text of a file, or of standard input for ``-``. Raises UsageError."""
    with open_input(name) as stream:
        try:
            content = stream.read(MAX_FILE + 1)
        except OSError as error:
            raise UsageError(f"{name} cannot be read: {error.strerror}.") from None
    if len(content) > MAX_FILE:
        raise UsageError(f"{name} is larger than {MAX_FILE // 2**20} MiB.")
    return _decode(content, name)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # it was closed before the program began
        raise UsageError("Standard input is closed.")
    return sys.stdin.buffer


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if content.startswith(_UTF_16):  # what Windows calls "Unicode"
            raise UsageError(f"{name} is UTF-16 text, not UTF-8: save it as UTF-8.") from None
        raise UsageError(f"{name} is not UTF-8 text (byte {error.start}).") from None
