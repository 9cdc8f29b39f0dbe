"""A small grammar by backtracking: each part yields where it may end, and what it has read.

What many rules begin with is read once at each place, as in packrat parsing (B. Ford, 2002).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Final, TypeAlias

from mathviz_chat.core.problems.patterns import lazy

Part: TypeAlias = Callable[[str, int], Iterator[tuple[int, Any]]]
"""From a text and a place in it: the places where the part may end, with what stands there."""


def words(pattern: str) -> Part:
    """One of the words of a regular expression, as it is written; no letter goes on."""

    regex = lazy(rf"\s*(?:{pattern})(?![A-Za-z0-9'-])")

    def part(text: str, at: int) -> Iterator[tuple[int, str]]:
        match = regex.match(text, at)
        if match is not None:
            yield match.end(), match[0].strip()

    return part


def sequence(*parts: Part) -> Part:
    """All parts one after another; what they read as a tuple."""
    if not parts:
        return _nothing
    head, tail = parts[0], sequence(*parts[1:])

    def part(text: str, at: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
        for end, first in head(text, at):
            for last, others in tail(text, end):
                yield last, (first, *others)

    return part


def _nothing(text: str, at: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
    yield at, ()


def either(*parts: Part) -> Part:
    """Any one of the parts, those before first."""

    def part(text: str, at: int) -> Iterator[tuple[int, Any]]:
        for one in parts:
            yield from one(text, at)

    return part


def maybe(one: Part) -> Part:
    """The part, or nothing: then what it reads is None."""

    def part(text: str, at: int) -> Iterator[tuple[int, Any]]:
        yield from one(text, at)
        yield at, None

    return part


def made(one: Part, build: Callable[[Any], Any]) -> Part:
    """The part with what ``build`` makes of it; None leaves it unread."""

    def part(text: str, at: int) -> Iterator[tuple[int, Any]]:
        for end, value in one(text, at):
            result = build(value)
            if result is not None:
                yield end, result

    return part


_PLACES: Final = 512
"""Of so many places what was read is kept: several sentences with all their words."""


def shared(one: Part) -> Part:
    """The part, read once at each place of a text; for what many rules look for there."""

    @lru_cache(maxsize=_PLACES)
    def found(text: str, at: int) -> tuple[tuple[int, Any], ...]:
        return tuple(one(text, at))

    def part(text: str, at: int) -> Iterator[tuple[int, Any]]:
        yield from found(text, at)

    return part


def whole(one: Part, text: str) -> Iterator[Any]:
    """What the part reads in all of the text."""
    for end, value in one(text, 0):
        if not text[end:].strip():
            yield value
