"""What chunks of a line are, decided by what stands beside or inside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mathviz_chat.core.reading.chunks import Chunk, Kind
from mathviz_chat.core.reading.words import FUNCTIONS

_MATHEMATICAL: Final = (Kind.LETTER, Kind.VALUE, Kind.SIGN, Kind.DELIMITED)
_PARTS: Final = (*_MATHEMATICAL, Kind.RELATION)
_OF_LETTERS: Final = (
    "log",
    "lg",
    "sec",
    "det",
)  # functions that are English words, before a letter
_OPENING: Final = frozenset("([{")
_CLOSING: Final = frozenset(")]}")
_TOUCHING: Final = frozenset("'&_’!")
_BINDING_SIGNS: Final = frozenset("+*×·⋅∙÷^/=−-±%")


def settle(chunks: list[Chunk]) -> list[Chunk]:
    """Decides brackets and doubtful letters by what stands beside or inside them."""
    chunks = _brackets(chunks)
    chunks = _marks(_operators(chunks))
    return [
        _letter(chunks, index) if item.kind is Kind.LETTER else item
        for index, item in enumerate(chunks)
    ]


def _brackets(chunks: list[Chunk]) -> list[Chunk]:
    """Brackets around words are punctuation; commas and "and" inside the others are mathematics."""
    out = list(chunks)
    words, inside = 0, None  # the place of the last chunk that closes nothing
    seen: list[int] = []
    stack: list[int] = []
    for index, item in enumerate(chunks):
        seen.append(words)
        if item.text not in _CLOSING:
            inside = index
        if item.kind is Kind.WORD:
            words += 1
        if item.text in _OPENING:
            stack.append(index)
        elif item.text not in _CLOSING:
            continue
        elif stack:
            opened = stack.pop()
            if words > seen[opened]:
                out[opened] = out[opened]._replace(kind=Kind.STOP)
                out[index] = item._replace(kind=Kind.STOP)
            elif not stack:
                _join_by_commas(out, opened, index)
        elif not _closes_nothing(chunks, inside):
            out[index] = item._replace(kind=Kind.STOP)
    for index in _opening_nothing(chunks, stack):
        out[index] = out[index]._replace(kind=Kind.STOP)
    return out


def _join_by_commas(out: list[Chunk], opened: int, closed: int) -> None:
    for inside in range(opened, closed):
        if out[inside].kind is Kind.JOIN and out[inside].text == ",":
            out[inside] = out[inside]._replace(kind=Kind.SIGN)


def _opening_nothing(chunks: list[Chunk], unclosed: list[int]) -> Iterator[int]:
    """The brackets left open that are punctuation: not those of ``((((1 = 1``, which stand
    directly before a formula, so that it is not read without them."""
    after, place = None, len(chunks)
    for index in reversed(unclosed):
        while place > index:
            place -= 1
            after = after if chunks[place].text in _OPENING else chunks[place]
        if after is None or after.kind not in _PARTS:
            yield index


def _closes_nothing(chunks: list[Chunk], place: int | None) -> bool:
    """``1 = 1))``: the same at the end, where the formula ends at that place; ``a) 1 = 1`` is a
    label."""
    if place is None or chunks[place].kind not in _PARTS:
        return False
    label = chunks[place].kind is not Kind.RELATION and len(chunks[place].text) < 3
    starts = place == 0 or chunks[place - 1].kind in (Kind.STOP, Kind.WORD)
    return not (label and starts)


def _operators(chunks: list[Chunk]) -> list[Chunk]:
    """``277 mod 10``, ``25% of 180``: words that are signs between two numbers."""
    out = list(chunks)
    for index in range(1, len(chunks) - 1):
        item = chunks[index]
        if item.text not in ("mod", "of"):
            continue
        before, after = chunks[index - 1], chunks[index + 1]
        if item.text == "of" and before.text != "%":
            continue
        ends = before.text[:1].isdigit() or before.text in (")", "%")
        begins = after.text[:1].isdigit() or after.text in ("(", "$")
        if ends and begins and before.kind in _MATHEMATICAL:
            out[index] = item._replace(kind=Kind.SIGN)
    return out


def _marks(chunks: list[Chunk]) -> list[Chunk]:
    """Quotation marks and exclamation marks are mathematics only if they touch it."""
    out = list(chunks)
    for index, item in enumerate(chunks):
        if item.text not in _TOUCHING:
            continue
        before = chunks[index - 1] if index else None
        touching = before is not None and before.end == item.start
        if not touching or before is None or before.kind not in _MATHEMATICAL:
            out[index] = item._replace(kind=Kind.STOP)
    return out


def _letter(chunks: list[Chunk], index: int) -> Chunk:
    """``a``, ``A``, ``I`` and short words are mathematics only beside mathematics."""
    item = chunks[index]
    if len(item.text) == 1 and item.text not in "aAI":
        return item
    before = chunks[index - 1] if index else None
    after = chunks[index + 1] if index + 1 < len(chunks) else None
    if before is not None and _binds(before, before.end == item.start):
        return item
    if after is not None and _binds(after, item.end == after.start):
        return item
    if len(item.text) == 1 and _stands_in_product(before, after):
        return item
    takes_value = item.text in FUNCTIONS and after is not None and after.kind is Kind.VALUE
    takes_letter = item.text in _OF_LETTERS and after is not None and after.kind is Kind.LETTER
    return item if takes_value or takes_letter else item._replace(kind=Kind.WORD)


def _stands_in_product(before: Chunk | None, after: Chunk | None) -> bool:
    """``x = 2 a``, ``a x + 3``: no article ends a clause, or stands before a letter."""
    ends = after is None or after.kind in (Kind.STOP, Kind.JOIN)
    if ends and before is not None and before.kind in _MATHEMATICAL:
        return before.kind is not Kind.LETTER or len(before.text) == 1
    return after is not None and after.kind is Kind.LETTER and len(after.text) == 1


def _binds(other: Chunk, touching: bool) -> bool:
    """Whether a neighbour makes a doubtful letter mathematics."""
    if other.kind is Kind.RELATION:
        return True
    if other.kind is Kind.SIGN:
        return touching or other.text in _BINDING_SIGNS
    return touching and other.kind in (Kind.VALUE, Kind.DELIMITED)
