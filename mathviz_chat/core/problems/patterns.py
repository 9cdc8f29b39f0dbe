"""Regular expressions that are compiled only when a text holds the words that they need.

The readers have about a thousand patterns, and most questions need a few of them. Compiling one
takes up to ten milliseconds, most of it for the places that hold mathematics; reading off the words
without which it cannot match takes a hundredth of that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Final, TypeAlias

from mathviz_chat.core.problems import slots

Choice: TypeAlias = tuple[str, ...]
"""Pieces of text, one of which must be there."""


class LazyPattern:
    """Matches as ``re.compile(pattern, flags)`` does; ``flags`` without ``re.VERBOSE``."""

    __slots__ = ("_compiled", "_flags", "_needs", "pattern")

    def __init__(self, pattern: str, flags: re.RegexFlag = re.RegexFlag.NOFLAG) -> None:
        self.pattern: Final = pattern
        self._flags: Final = flags
        self._needs: tuple[Choice, ...] | None = None
        self._compiled: re.Pattern[str] | None = None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """A match that begins at ``start``."""
        return self._regex().match(text, start) if self.may_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """A match of the whole text."""
        return self._regex().fullmatch(text) if self.may_match(text) else None

    def search(self, text: str) -> re.Match[str] | None:
        """The first match anywhere."""
        return self._regex().search(text) if self.may_match(text) else None

    def split(self, text: str) -> list[str | Any]:
        """The text between the matches, with what stands in the pattern's groups."""
        return self._regex().split(text) if self.may_match(text) else [text]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches that do not overlap."""
        return self._regex().finditer(text) if self.may_match(text) else iter(())

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with what ``put`` says in the place of each match, or of the first ``count``."""
        return self._regex().sub(put, text, count=count) if self.may_match(text) else text

    def _regex(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        return self._compiled

    def may_match(self, text: str) -> bool:
        """Whether the words without which it cannot match are in the text."""
        if self._needs is None:
            self._needs = needed(self.pattern)
        folded = _folded(text)
        for choice in self._needs:  # loops: hundreds of thousands of these are asked for a story
            for word in choice:
                if word in folded:
                    break
            else:
                return False
        return True


@lru_cache(maxsize=2048)
def lazy(pattern: str) -> LazyPattern:
    """The one lazy pattern of a text, in any case; for patterns that are built where they match."""
    return LazyPattern(pattern, re.IGNORECASE)


Rewordings: TypeAlias = tuple[tuple[tuple[str, ...], Callable[[re.Match[str]], str | None]], ...]
"""Patterns of whole questions, and what makes the words of another question of a match."""


def reworded(rules: Rewordings, text: str) -> str | None:
    """What the first rule that fits the whole text makes of it; None where none does."""
    for patterns, build in rules:
        for pattern in patterns:
            match = lazy(pattern).fullmatch(text)
            said = None if match is None else build(match)
            if said is not None:
                return said
    return None


class Phrases:
    """Many phrases, as patterns in any case; of most texts, none or a few can be part."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._phrases: Final = tuple(LazyPattern(phrase, re.IGNORECASE) for phrase in phrases)
        self.within: Final = lru_cache(maxsize=16)(self._within)

    def _within(self, text: str) -> str:
        """A pattern of any of the phrases whose words the text holds; "" where there is none."""
        return "|".join(one.pattern for one in self._phrases if one.may_match(text))


class PhrasePattern:
    """Matches as ``frame`` does with any of the phrases in the place of each ``PHRASE``."""

    def __init__(self, frame: str, phrases: Phrases) -> None:
        self._frame: Final = frame
        self._phrases: Final = phrases

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """A match of the whole text."""
        regex = self._regex(text)
        return None if regex is None else regex.fullmatch(text)

    def sub(self, put: str, text: str) -> str:
        """The text with ``put`` in the place of each match."""
        regex = self._regex(text)
        return text if regex is None else regex.sub(put, text)

    def _regex(self, text: str) -> re.Pattern[str] | None:
        within = self._phrases.within(text)
        return _compiled(self._frame.replace("PHRASE", within)) if within else None


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    """In lower case; four letters that ``re.IGNORECASE`` takes for ASCII letters are those."""
    return (text if text.isascii() else text.translate(_ASCII)).lower()


_ASCII: Final = str.maketrans("İıſK", "iisk")

# ------------------------------------------------------------------ the words of a pattern

_TOKEN: Final = re.compile(
    r"(?P<escape>\\(?:u.{4}|x..|U.{8}|N\{[^}]*\}|\d+|.))"
    r"|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<flags>\(\?[aiLmsux]+\)|\(\?P=\w+\))"
    r"|(?P<look>\(\?<?[=!])"
    r"|(?P<open>\((?:\?(?:P<\w+>|[aiLmsux-]*:|>))?)"
    r"|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<may_be_missing>(?:[*?]|\{0?(?:,\d*)?\})[?+]?)|(?P<repeat>(?:\+|\{\d+(?:,\d*)?\})[?+]?)"
    r"|(?P<literal>[A-Za-z0-9'=<>/%,:;-]+)|(?P<other>.)",
    re.DOTALL,
)
_MANY: Final = 64  # a longer choice costs more than it tells


def needed(pattern: str) -> tuple[Choice, ...]:
    """What a text in lower case must hold so that the pattern can match; the rarest first."""
    for operand in (slots.MATHS, slots.STATEMENTS):
        pattern = pattern.replace(operand, ".+")
    tokens = [(match.lastgroup or "", match[0]) for match in _TOKEN.finditer(pattern)]
    tokens.append(("close", ")"))
    choices, _ = _alternatives(tokens, 0)
    return tuple(sorted(set(choices), key=lambda choice: (len(choice), -len(choice[0]), choice)))


_Tokens: TypeAlias = list[tuple[str, str]]


def _alternatives(tokens: _Tokens, at: int) -> tuple[list[Choice], int]:
    """The needs of a group from its first token on, and the place after its end."""
    branches: list[list[Choice]] = []
    while True:
        branch, at = _branch(tokens, at)
        branches.append(branch)
        if tokens[at][0] == "close":
            break
        at += 1
    at += 1
    if len(branches) == 1:
        return branches[0], at
    if not all(branches):
        return [], at
    best = [max(branch, key=lambda choice: min(map(len, choice))) for branch in branches]
    words = tuple(sorted({word for choice in best for word in choice}))
    return ([words] if len(words) <= _MANY else []), at


def _branch(tokens: _Tokens, at: int) -> tuple[list[Choice], int]:
    """The needs of one alternative, and the place of what ends it."""
    found: list[Choice] = []
    while tokens[at][0] not in ("close", "bar"):
        kind, text = tokens[at]
        item: list[Choice] = []
        if kind in ("open", "look"):
            item, at = _alternatives(tokens, at + 1)
        else:
            at += 1
        missing = tokens[at][0] == "may_be_missing"
        if kind == "literal":
            text = text[:-1] if missing else text
            found += [(text.lower(),)] if text else []
        elif not missing and not (kind == "look" and text.endswith("!")):
            found += item or _signs(kind, text)
    return found, at


def _signs(kind: str, text: str) -> list[Choice]:
    """The sign of ``\\(``, the signs of ``[$€£]``; none for letters, ranges and classes."""
    inside = text[1:-1] if kind == "set" else text[1:] if kind == "escape" else ""
    signs = ("\\",) if text == r"\\" else tuple(dict.fromkeys(inside.replace("\\", "")))
    plain = not any(sign.isalnum() or sign in "^-" for sign in signs)
    return [signs] if signs and plain else []
