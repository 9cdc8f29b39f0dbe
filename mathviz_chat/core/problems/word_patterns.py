"""A small notation for sentences: read once, then a regular expression, and what a text must hold.

A pattern is a list of words. ``[a|b c]`` is a choice, ``[a|b]?`` one that may be missing, ``{p}`` a
number, ``{p:money}`` one with its unit, ``{p:thing}`` a noun of at most three words, ``{p:#fe}`` a
place of a masked question that is labelled ``f`` or ``e``. Commas between words count for nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Final, TypeAlias

from mathviz_chat.core.problems.blanks import BLANKS
from mathviz_chat.core.problems.patterns import Choice, needed

FIND: Final = (
    "[what is|what's|whats|what was|what are|what will be|what would be|find|find out|calculate|"
    "compute|work out|determine|give|state|wat is|get|figure out|how much is|how large is|"
    "how big is]"
)
_MACROS: Final = {"FIND": FIND}


@dataclass(frozen=True, slots=True)
class _Choice:
    """One of several sequences, the longest first; ``suffix`` as in a regular expression."""

    ways: tuple[_Sequence, ...]
    suffix: str


_Sequence: TypeAlias = "tuple[str | _Choice, ...]"
"""Items in their order: a word, which may hold blanks in braces, or a choice."""


@lru_cache(maxsize=4096)
def _parsed(text: str) -> _Sequence:
    for name, meaning in _MACROS.items():
        text = text.replace(name, meaning)
    ways, _ = _ways(_TOKEN.finditer(text))
    return ways[0]


_TOKEN: Final = re.compile(r"\[|\][?*+]*|\||[^\s\[\]|]+")


def _ways(tokens: Iterator[re.Match[str]], start: int = 0) -> tuple[tuple[_Sequence, ...], str]:
    """The sequences up to the bracket that closes, the longest first, and how often they stand."""
    ways: list[tuple[int, _Sequence]] = []
    items: list[str | _Choice] = []
    for token in tokens:
        sign = token[0]
        if sign == "[":
            items.append(_Choice(*_ways(tokens, token.end())))
        elif sign[0] not in "|]":
            items.append(sign)
        else:
            words = len(token.string[start : token.start()].split())
            ways.append((-words, tuple(items)))
            items, start = [], token.end()
            if sign != "|":
                return tuple(way for _, way in sorted(ways, key=itemgetter(0))), sign[1:]
    return (tuple(items),), ""


# ------------------------------------------------------------------ as regular expressions


@lru_cache(maxsize=4096)
def pattern(text: str) -> re.Pattern[str]:
    """The regular expression of a pattern; the text that it matches begins with a space."""
    seen: Counter[str] = Counter()

    def distinct(match: re.Match[str]) -> str:
        seen[match[1]] += 1
        return match[0] if seen[match[1]] == 1 else f"(?P<{match[1]}__{seen[match[1]]}>"

    written = _written(_parsed(text), may_end=True)
    return re.compile(re.sub(r"\(\?P<(\w+)>", distinct, written), re.IGNORECASE)


_SEP: Final = r"[\s,:]+"
_NOT_ON: Final = r"(?-i:(?![A-Za-z0-9]))"  # for any case it would take a quarter of the compiling


def _written(items: _Sequence, *, may_end: bool) -> str:
    """A sequence as a regular expression; where more must follow, it begins with a separator."""
    last = len(items) - 1
    while last > 0 and _may_be_missing(items[last]):
        last -= 1
    return "".join(
        _choice(item, may_end=may_end and place >= last)
        if isinstance(item, _Choice)
        else _SEP + _word(item, may_end=may_end and place >= last)
        for place, item in enumerate(items)
    )


def _may_be_missing(item: str | _Choice) -> bool:
    if isinstance(item, str):
        return False
    return item.suffix[:1] in {"?", "*"} or any(all(map(_may_be_missing, w)) for w in item.ways)


def _choice(item: _Choice, *, may_end: bool) -> str:
    """The separator stands before the choice, not in each way: that halves what is compiled."""
    ways = [_written(way, may_end=may_end) for way in item.ways]
    if not all(way.startswith(_SEP) for way in ways):
        return f"(?:{'|'.join(ways)}){item.suffix}"
    inner = f"{_SEP}(?:{'|'.join(way.removeprefix(_SEP) for way in ways)})"
    return f"(?:{inner}){item.suffix}" if item.suffix else inner


def _word(item: str, *, may_end: bool) -> str:
    pieces = [*_PIECE.finditer(item)]
    return "".join(
        _blank(piece)
        if piece[1]
        else re.escape(piece[0])
        + (_NOT_ON if piece[0][-1].isalnum() and (may_end or piece is not pieces[-1]) else "")
        for piece in pieces
    )


_PIECE: Final = re.compile(r"\{(\w+)(?::(#?[\w%]+))?\}|[^{}]+")


def _blank(match: re.Match[str]) -> str:
    if (match[2] or "").startswith("#"):
        return rf"(?P<{match[1]}>#[{match[2][1:]}]\d+)(?!\d)"
    return BLANKS[match[2] or ""].replace("NAME", match[1])


# ------------------------------------------------------------------ what a text must hold


def may_match(text: str, one: str) -> bool:
    """Whether the words without which a pattern cannot match are in the text, in their order.

    The text is in lower case. It spares compiling the patterns that a process never needs: each
    takes milliseconds.
    """
    needs, words = _needs(one), _spaced(text)
    for need in needs:
        if isinstance(need, str) and need not in words:
            return False
    if not all(any(piece in text for piece in pieces) for pieces in _held(one)):
        return False
    return _end(needs, words, 0) >= 0


@lru_cache(maxsize=64)
def _spaced(text: str) -> str:
    """The words with one space before each."""
    return _BETWEEN.sub(" ", f" {text}")


_BETWEEN: Final = re.compile(_SEP)

_Need: TypeAlias = "str | tuple[tuple[_Need, ...], ...]"
"""Words that follow one another, with a space before each; or ways, one of which must be there."""


@lru_cache(maxsize=4096)
def _needs(text: str) -> tuple[_Need, ...]:
    return _needed(_parsed(text))


def _needed(items: _Sequence) -> tuple[_Need, ...]:
    """What a sequence needs, in its order; words that stand side by side are one need."""
    found: list[_Need] = []
    beside = False
    for item in items:
        if isinstance(item, str) and _IS_PLAIN.fullmatch(item):
            before = found.pop() if beside else ""
            found.append(f"{before} {item.lower()}")
            beside = True
            continue
        beside = False
        if isinstance(item, _Choice) and not _may_be_missing(item):
            ways = tuple(_needed(way) for way in item.ways)
            if all(ways):
                found.append(ways)
    return tuple(found)


_IS_PLAIN: Final = re.compile(r"[^\s,:{}]*[A-Za-z0-9]")


@lru_cache(maxsize=4096)
def _held(text: str) -> tuple[Choice, ...]:
    """What the blanks that must be there hold somewhere: the sign of money, a word of time."""
    items = (item for item in _parsed(text) if isinstance(item, str))
    blanks = (piece for item in items for piece in _PIECE.finditer(item) if piece[1])
    return tuple(dict.fromkeys(choice for blank in blanks for choice in needed(_blank(blank))))


def _end(needs: tuple[_Need, ...], text: str, start: int) -> int:
    """The first place at which all the needs may have been met in their order; -1 for none."""
    for need in needs:
        if isinstance(need, str):
            start = _after(need, text, start)
        else:
            ends = [end for way in need if (end := _end(way, text, start)) >= 0]
            start = min(ends, default=-1)
        if start < 0:
            return -1
    return start


def _after(words: str, text: str, start: int) -> int:
    """The end of the first place at which the words stand whole."""
    while (place := text.find(words, start)) >= 0:
        end = place + len(words)
        if end == len(text) or not _is_letter(text[end]):
            return end
        start = place + 1
    return -1


def _is_letter(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()
