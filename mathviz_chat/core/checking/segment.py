"""Text that arrives in pieces, cut into finished blocks.

A block is a line, or a display that spans several: ``$$...$$``, ``\\[...\\]``, a LaTeX environment
such as ``\\begin{aligned}``, a code fence. The blocks are the same however the text was chunked.

Memory is bounded: a line is kept up to :data:`MAX_LINE` characters and a display up to
:data:`MAX_DISPLAY_LINES` lines; what is beyond is cut from the block's text (its ``end`` still
counts it), or, for a display that is never closed, given out as single lines. A blank line ends
an unclosed formula (TeX does not allow one there); a code fence may hold blank lines.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.checking.blocks import Block

MAX_LINE: Final = 20_000
MAX_DISPLAY_LINES: Final = 60

FENCES: Final = ("```", "~~~")

_FENCE = re.compile(r"^\s*(```|~~~)")
_BEGIN = re.compile(r"\\begin\{([A-Za-z]+\*?)\}")
_OPEN_BRACKET = re.compile(r"(?<!\\)\\\[")  # not the spacing of a line break, \\[2pt]


class _Line:
    """A line as it grows: its first characters, and how long it is in all."""

    __slots__ = ("kept", "length", "parts")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.kept = 0
        self.length = 0

    def add(self, piece: str) -> None:
        room = MAX_LINE - self.kept
        if room > 0:
            self.parts.append(piece[:room])
            self.kept += min(len(piece), room)
        self.length += len(piece)

    @property
    def text(self) -> str:
        whole = "".join(self.parts)
        return whole[:-1] if whole.endswith("\r") and self.kept == self.length else whole


class Segmenter:
    """Cuts a stream of text into blocks.

    ``feed`` takes any piece of the text and returns the blocks that it finished; ``finish``
    returns what is left. Lines end in LF or CRLF. Every line belongs to exactly one block;
    blank lines are blocks too, except inside a display.
    """

    def __init__(self) -> None:
        self._line = _Line()
        self._offset = 0  # of the growing line
        self._number = 1  # of the growing line
        self._index = 0
        self._held: list[tuple[str, int, int, int]] = []  # text, line, start, end
        self._closer: str | None = None

    def feed(self, chunk: str) -> tuple[Block, ...]:
        """Add a piece of text; return the blocks it completed, in order."""
        blocks: list[Block] = []
        *whole, tail = chunk.split("\n")
        for piece in whole:
            self._line.add(piece)
            blocks.extend(self._end_line(with_break=True))
        self._line.add(tail)
        return tuple(blocks)

    def finish(self) -> tuple[Block, ...]:
        """The text has ended: the last line and whatever was held back."""
        blocks: list[Block] = []
        if self._line.length:
            blocks.extend(self._end_line(with_break=False))
        blocks.extend(self._release())
        return tuple(blocks)

    def _end_line(self, *, with_break: bool) -> list[Block]:
        text = self._line.text
        start, end = self._offset, self._offset + self._line.length
        line = (text, self._number, start, end)
        self._offset = end + (1 if with_break else 0)
        self._number += 1
        self._line = _Line()
        self._held.append(line)
        if self._closer is None:
            self._closer = closer_of(text)
        elif closes(text, self._closer):
            self._closer = None
        if self._closer is None:
            return [self._join(self._held)]
        broken_off = not text.strip() and self._closer not in FENCES
        if broken_off or len(self._held) >= MAX_DISPLAY_LINES:
            return self._release()
        return []

    def _release(self) -> list[Block]:
        """An unclosed display: its lines one by one."""
        held, self._held, self._closer = self._held, [], None
        return [self._join([line]) for line in held]

    def _join(self, lines: list[tuple[str, int, int, int]]) -> Block:
        block = Block(
            index=self._index,
            text="\n".join(text for text, *_ in lines),
            line=lines[0][1],
            start=lines[0][2],
            end=lines[-1][3],
        )
        self._index += 1
        if lines is self._held:
            self._held = []
        return block


def closer_of(line: str) -> str | None:
    """What ends the display that ``line`` opens and does not close; None if there is none."""
    if fence := _FENCE.match(line):
        return fence.group(1)
    if line.count("$$") % 2 == 1:
        return "$$"
    opened = [match.start() for match in _OPEN_BRACKET.finditer(line)]
    if opened and opened[-1] > line.rfind("\\]"):
        return "\\]"
    for begin in _BEGIN.finditer(line):
        closer = f"\\end{{{begin.group(1)}}}"
        if closer not in line[begin.end() :]:
            return closer
    return None


def closes(line: str, closer: str) -> bool:
    """Whether ``line`` ends the display that waits for ``closer``."""
    if closer in FENCES:
        return line.strip().startswith(closer)
    return closer in line
