"""Frames told apart by the pieces of a story: patterns of words around its quantities.

A story is masked first: its words in lower case without articles and commas, each quantity a mark
of its sort (``#m0`` money, ``#p1`` percent, ``#t2`` time, ``#n3`` a bare number, ``#z4`` one that
may be below 0; in a pattern ``#q`` is any but that, ``#e`` any; ``.`` ends a sentence). Each piece
of a frame takes what it matches away, in the order of the frame; what is left must be fillers,
scenery, or words that the frame allows. So nothing that bears a meaning is passed over, and no
quantity is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from mathviz_chat.core.problems import units, vocabulary
from mathviz_chat.core.problems.readers.frames import currencies
from mathviz_chat.core.problems.readers.frames.tokens import Token, tokens

_MARKS: Final = {
    "money": "m",
    "%": "p",
    "number": "n",
    "time": "t",
    "months": "t",
    "length": "l",
    "mass": "w",
    "volume": "v",
    "ratio": "r",
    "clock": "c",
    "date": "d",
    "temperature": "z",
    "signed": "z",
}
_OTHER: Final = "o"
_SAFE: Final = (vocabulary.FILLERS - vocabulary.MEANING - {"one"}) | {
    *("at", "use", "get", "had", "were", "would", "if")
}
_TAKEN: Final = " ~ "
_GAP: Final = "gap"
_TURNING = (
    "not no never none neither without except unless half third quarter twice thrice double triple "
    "more less fewer most least another other others rest remaining remain remains left each every "
    "both all either extra additional further again still already until only once before after "
    "first second last next times plus minus than over under between total sum difference average "
    "mean per"
)
_PLAIN_WORD: Final = rf"(?!(?:{'|'.join(_TURNING.split())})\b)"
"""Goes before a pattern for any word, which must not take a word away that turns the meaning."""

_ANY_WORD: Final = re.compile(r"(?:\[a-z\])?(?:\\w[+*]|\[\\w'-\]\*|\[\\w~\]\+)")
_ONE: Final = re.compile(r"\bone\b", re.IGNORECASE)
_NOT_ONE: Final = "uno"
"""Stands for the word ``one`` while numbers in words are read: ``the other one`` is no number."""

_SECOND_TASK: Final = re.compile(
    r"\b(?:how|what|what's|whats)\b"
    r"|\b(?:find|calculate|compute|determine|work out|state|give|express|write"
    r"|(?<!to )(?<!at )(?<!for )(?<!school )show)\b"
    r"(?! (?:out |us |me |down |for |to |of |in )*~)"
)
_PERIOD: Final = r"(year|month|annum)\b"
_SPELLED: Final = (
    (re.compile(r"\$(\d+(?:\.\d+)?)\$"), r"\1"),
    (re.compile(r"(?<=\d)(?:-|(?=[xX]\b))(?=[A-Za-z])"), " "),
    (re.compile(r"(?<=[a-z]s)['’](?=\s)"), ""),
    (re.compile(r"(?<=[a-z])-(?=(?:digit|letter|figure)s?\b)"), " "),
    (re.compile(r"(?<=\d)\s*x(?= (?:as|his|her|my|its|their)\b)"), " times"),
    (re.compile(r"\b(what|which)\s*%"), r"\1 percent"),
    (re.compile(r"\bp\.?\s?a\.?(?=[\s,.?]|$)"), "per annum"),
    (re.compile(r"(?<=\d)\s*/\s*(?=[A-Za-z])"), " per "),
    (re.compile(r"(?<=[A-Za-z])(?<!\bby)(?<!divisor)\s+(?:n|&)\s+(?=\d|[A-Za-z])"), " and "),
    (re.compile(r"\bn\s*[-−–]\s*1\b"), "n-minus"),
    (re.compile(r"(?<=\d),?\s*(?:…|\.{3,}|\\[lc]?dots\b)"), " until-dots"),
    (re.compile(r"(?<=\w)\s*[—–]\s*(?=\w)|\s+-\s+"), ", "),
    (
        re.compile(rf"(%(?: (?:simple|compound|interest|rate|of))*) (?:an?|each|every) {_PERIOD}"),
        r"\1 per \2",
    ),
    (re.compile(rf"\bonce (?:an?|per|each|every) {_PERIOD}"), r"once per \1"),
)
_FIND_HOW: Final = re.compile(
    r"\b(?:work out|find out|find|calculate|determine|tell me|show|say|know) (?=(?:how|what)\b)"
)
_HELP: Final = re.compile(
    r"^[^.:]*\bhelp (?:me )?(?:with|on) (?:this|it)(?: one)?\s*[:,.]\s*", re.IGNORECASE
)
_IN_EUROS: Final = re.compile(r"€|\beuros?\b", re.IGNORECASE)
_CENTS: Final = re.compile(r"(?<![\w.])(\d+)\s*cents?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Masked:
    """A story: its masked text, its quantities by their numbers, and its words."""

    text: str
    quantities: tuple[Token, ...]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """What the pieces of a frame took from a story.

    asked: which thing is asked. roles: the quantities by the piece that took them. words: what the
    named groups of the pieces matched. text: the masked story.
    """

    asked: str
    text: str
    roles: Mapping[str, tuple[Token, ...]]
    words: Mapping[str, tuple[str, ...]]

    def texts(self, role: str) -> tuple[str, ...]:
        """The quantities of a role as they are written."""
        return tuple(token.text for token in self.roles.get(role, ()))

    def every(self, name: str) -> tuple[str, ...]:
        """All that a named group matched, in order."""
        return self.words.get(name, ())

    def word(self, name: str) -> str:
        """The one word of a named group; "" where there is none, or there are several."""
        found = set(self.words.get(name, ()))
        return next(iter(found)) if len(found) == 1 else ""


Saying: TypeAlias = str | Callable[[Found], str | None]
"""A template with the quantities by their roles (``{price}``, ``{price2}``), or what makes one."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """words: of which one must occur. parts, asks: patterns by the name of what they tell or ask.

    allowed: words that add nothing in this frame.
    A part with quantities gives them their role, one without is told or not; one whose name begins
    with ``_`` makes no difference. ``…`` in a pattern stands for words that are not taken away.
    says: what is said again, by what is asked and told: ``interest: principal rate``; ``price+``
    for two or more.
    """

    words: str
    parts: Mapping[str, str]
    asks: Mapping[str, str]
    says: Mapping[str, Saying]
    allowed: str = ""

    def read(self, story: Masked) -> str | None:
        """The story in plain words; None where it is none of this frame."""
        if not story.words & _alternatives(self.words):
            return None
        taken = _Taken(story, _alternatives(self.allowed))
        asked = [name for name, part in self.asks.items() if taken.take("", part)]
        if len(asked) != 1:
            return None
        told = [name for name, part in self.parts.items() if taken.take(name, part)]
        if taken.is_left():
            return None
        saying = self._saying(asked[0], told, taken.roles)
        if saying is None:
            return None
        found = Found(
            asked[0],
            story.text,
            {name: tuple(each) for name, each in taken.roles.items()},
            {name: tuple(each) for name, each in taken.words.items()},
        )
        return _said(saying, found)

    def _saying(
        self, asked: str, told: list[str], roles: Mapping[str, list[Token]]
    ) -> Saying | None:
        counts = Counter({name: len(roles.get(name, "1")) for name in told if name[0] != "_"})
        for key, saying in self.says.items():
            name, _, shape = key.partition(":")
            if name == asked and _fits(shape.split(), counts):
                return saying
        return None


def _fits(shape: list[str], counts: Counter[str]) -> bool:
    many = {name[:-1] for name in shape if name.endswith("+")}
    exact = Counter(name for name in shape if not name.endswith("+"))
    return all(counts[name] > 1 for name in many) and exact == Counter(
        {name: count for name, count in counts.items() if name not in many}
    )


def _said(saying: Saying, found: Found) -> str | None:
    if not isinstance(saying, str):
        return saying(found)
    values = {
        f"{name}{number if number > 1 else ''}": text
        for name in found.roles
        for number, text in enumerate(found.texts(name), start=1)
    }
    return saying.format(**values)


class _Taken:
    """What of a story is left, and what was taken from it."""

    def __init__(self, story: Masked, allowed: frozenset[str]) -> None:
        self._story, self._allowed = story, allowed
        self._left = story.text
        self.roles: dict[str, list[Token]] = {}
        self.words: dict[str, list[str]] = {}

    def take(self, role: str, part: str) -> bool:
        """Take every match of a part away; whether there is one."""
        pattern = _pattern(part)
        found = False
        while (match := pattern.search(self._left)) and self._may_take(match, part):
            found = True
            for number in re.findall(r"#[a-z](\d+)", match.group()):
                self.roles.setdefault(role, []).append(self._story.quantities[int(number)])
            for name, word in match.groupdict().items():
                if word and not name.startswith(_GAP):
                    self.words.setdefault(name.partition("__")[0], []).append(word)
            self._left = self._without(match)
        return found

    def _without(self, match: re.Match[str]) -> str:
        gaps = [match[name] for name in match.groupdict() if name.startswith(_GAP) and match[name]]
        taken = "".join(f"{_TAKEN}{gap}" for gap in gaps) + _TAKEN
        left = self._left[: match.start()] + taken + self._left[match.end() :]
        return re.sub(r"\s+", " ", left)

    def _may_take(self, match: re.Match[str], part: str) -> bool:
        """Whether each word that bears a meaning is one that the pattern names."""
        gaps = " ".join(match[name] or "" for name in match.groupdict() if name.startswith(_GAP))
        named = _named(part)
        return all(
            word in gaps or self._is_neutral(word) or _is_named(word, named) or units.find(word)
            for word in re.findall(r"(?<![\w#])[a-z][\w'-]*", match.group())
        )

    def _is_neutral(self, word: str) -> bool:
        return word in _SAFE or word in self._allowed or vocabulary.is_scenery(word)

    def is_left(self) -> bool:
        """Whether a quantity, a second task, or a word that could change the story is left."""
        return bool(
            "#" in self._left
            or _SECOND_TASK.search(self._left)
            or any(
                not self._is_neutral(word) for word in self._left.split() if word not in (".", "~")
            )
        )


@lru_cache(maxsize=1024)
def _pattern(part: str) -> re.Pattern[str]:
    part = _ANY_WORD.sub(lambda match: _PLAIN_WORD + match.group(), part)
    for number in range(part.count("…")):
        part = part.replace(
            "…",
            rf"(?P<{_GAP}{number}>(?: (?!(?:if|when|given|but|because|where)\b)[a-z][\w'-]*)*?)",
            1,
        )
    marked = re.sub(r"#([a-z])", lambda match: rf"#{match[1]}\d+\b", part)
    marked = marked.replace(r"#o\d+\b", r"#[ocd]\d+\b")  # times of day and dates too
    marked = marked.replace(r"#q\d+\b", r"#[a-y]\d+\b").replace(r"#e\d+\b", r"#[a-z]\d+\b")
    seen: Counter[str] = Counter()

    def distinct(match: re.Match[str]) -> str:
        seen[match[1]] += 1
        return match[0] if seen[match[1]] == 1 else f"(?P<{match[1]}__{seen[match[1]]}>"

    marked = re.sub(r"\(\?P<(\w+)>", distinct, marked)
    return re.compile(rf"(?<![\w#'-])(?:{marked})(?![\w'-])")


@lru_cache(maxsize=1024)
def _named(part: str) -> frozenset[str]:
    """The words that a pattern spells."""
    spelled = re.sub(r"\(\?P<\w+>", "(", re.sub(r"\\[a-z]|\[[^\]]*\]", " ", part))
    return frozenset(re.findall(r"[a-z][a-z'-]*", spelled))


_ENDINGS: Final = ("s", "es", "d", "ed", "ing", "n", "en", "r", "er", "ly", "ally", "ted", "ting")


def _is_named(word: str, named: frozenset[str]) -> bool:
    """With the endings that stand apart in a pattern: ``compound(?:ed|ing)?``, ``bills?``."""
    stems = {word.removesuffix(ending) for ending in _ENDINGS if len(word) > len(ending) + 2}
    return bool(stems & named) or f"{word}s" in named or word in named


@lru_cache(maxsize=256)
def _alternatives(words: str) -> frozenset[str]:
    return frozenset(re.split(r"[\s|]+", words))


def masked(text: str) -> Masked | None:
    """The masked story; None where a sign stands in it that no story has."""
    if "[" in text:
        return None
    for pattern, plain in _SPELLED:
        text = pattern.sub(plain, text)
    if _IN_EUROS.search(text) and "$" not in text:
        text = _CENTS.sub(lambda match: f"€{int(match[1]) / 100:.2f}", text)
    text = currencies.without_named(_HELP.sub("", text))
    found = tokens(_ONE.sub(_NOT_ONE, text))
    quantities = tuple(token for token in found if token.is_quantity)
    if not found:
        return None
    shown: list[str] = []
    number = 0
    for token in found:
        if token.is_quantity:
            shown.append(f"#{_MARKS.get(token.sort, _OTHER)}{number}")
            number += 1
        elif token.sort == "word":
            shown.append("one" if token.text == _NOT_ONE else token.text)
        elif token.text in ".;?!" and shown and shown[-1] != ".":
            shown.append(".")
    words = frozenset(token.text for token in found if token.sort == "word")
    return Masked(_FIND_HOW.sub("", " ".join(shown)), quantities, words)
