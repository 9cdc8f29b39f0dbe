"""A question as its words, with ``#`` for each stretch of mathematics: ``the tangent to # at #``.

What is mathematics and what is English is decided word by word, so that a pattern over the words
matches a question as a whole and each ``#`` is read as a whole or not at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mathviz_chat.core.problems import slips, spoken
from mathviz_chat.core.problems.slots import Slots
from mathviz_chat.core.reading.tree import Node
from mathviz_chat.core.reading.words import CONSTANTS, FUNCTIONS, GREEK

_ENGLISH_WORDS = (
    "add all am an and any are area arc as ask at axis be but by can dim did do dot end few for "
    "get go got had has he her him his how if in into is it its lax let lie line map may me min "
    "max my net new no nor not now of off old on one or our out own per put row say see set she "
    "six so sum ten the to too top two up us use via way was we who why wrt yes you lim diff low "
    "high int deg rank span sign adj inv norm eig far mid car near cut hit pen box bag man boy "
    "hex gap"
)
ENGLISH: Final = frozenset(_ENGLISH_WORDS.split())
"""Words of two and three letters that no product of letters is taken for."""

_NOT_PRODUCTS: Final = frozenset(
    ["sine", "sing", "sins", "cost", "coss", "since", "tank", "tans", "tang", "logs", "exps"]
)
_ENGLISH_TOO: Final = ("integral", "partial", "max", "min", "cross", "grad")
_NAMES: Final = frozenset(
    name
    for name in (*FUNCTIONS, *CONSTANTS, *GREEK)
    if name.isascii() and len(name) > 1 and name not in _ENGLISH_TOO
)
_RUN = "|".join(sorted(_NAMES, key=len, reverse=True))
_JOINED = re.compile(rf"[a-zA-Z]?(?:{_RUN})[a-zA-Z]?")
_OPERATORS = "|".join(
    re.escape(words).replace(r"\ ", r"\s+")
    for words in sorted(spoken.OPERATORS, key=len, reverse=True)
)
_TOKEN: Final = re.compile(
    r"(?P<ordinal>\d+(?:st|nd|rd|th)(?![A-Za-z]))"
    r"|(?P<math>\\[A-Za-z]+|\\\\|\\[,;:!{}|%$ ]|\d+(?:\.\d+)?|:=|\.\.\.+|[A-Za-z]'+(?![a-z])|"
    r"(?:sum|prod|lim)(?=\s*_))"
    r"|(?P<arrow>->|→|⟶)"
    r"|(?P<axis>[xyz]-?\s?(?:axis|axes|intercepts?|coordinates?|coords?|values?"
    r"|direction)(?![A-Za-z]))"
    rf"|(?P<operator>(?:{_OPERATORS})(?![A-Za-z]))"
    r"|(?P<word>[A-Za-z]{2,}(?:-[A-Za-z]{2,}|'[A-Za-z]{1,2}(?![A-Za-z]))*|[A-Za-z])"
    r"|(?P<space>\s+)|(?P<stop>[.,:?]|!(?=\s|$))|(?P<open>[\[({])|(?P<close>[\])}])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Wording:
    """text: lower case, single spaces, ``#`` for each place. places: their texts, in order."""

    text: str
    places: tuple[str, ...]

    def within(self, match: re.Match[str], group: str) -> tuple[str, ...]:
        """The places that stand in a group of a match against ``text``; () where it is empty."""
        if match.start(group) < 0:
            return ()
        before = match.string.count("#", 0, match.start(group))
        return self.places[before : before + match[group].count("#")]


@lru_cache(maxsize=64)
def of(sentences: tuple[str, ...]) -> Wording:
    """The wording of the sentences of a question, each ended by `` .``."""
    words: list[str] = []
    places: list[str] = []
    for sentence in map(_with_limits_joined, sentences):
        for kind, text in _pieces(sentence):
            if kind == "math":
                places.append(text)
                words.append("#")
            else:
                words.append(text)
        words.append(".")
    return Wording(" ".join(words), tuple(places))


_LIMIT = re.compile(
    r"\blim(?:it)?\s*(?P<name>[a-zA-Z])\s*(?:->|→|\\to|\\rightarrow)\s*"
    r"(?P<point>-?(?:\d+(?:[./]\d+)?|oo|∞|\\infty|infinity|pi|π|[a-z])\b[+-]?|-?∞)(?=\s)",
)


def _with_limits_joined(sentence: str) -> str:
    """``lim x->3 f`` as ``lim_(x->3) f``, so that the point ends where it ends."""
    return _LIMIT.sub(lambda m: f"lim_({m['name']}->{m['point']})", sentence)


def trees(reader: Slots, places: tuple[str, ...]) -> tuple[Node, ...] | None:
    """The trees of all places; None where one cannot be read."""
    found = tuple(reader.tree(place) for place in places)
    whole = tuple(node for node in found if node is not None)
    return whole if len(whole) == len(found) else None


@dataclass(slots=True)
class _Piece:
    kind: str  # "math", "word", "stop", "space"
    text: str


def _pieces(sentence: str) -> list[tuple[str, str]]:
    """Words, stops and stretches of mathematics in order."""
    merged: list[_Piece] = []
    gap = ""
    for piece in _classified(sentence):
        if piece.kind == "space":
            gap += piece.text
            continue
        last = merged[-1] if merged else None
        if piece.kind == "math" and last is not None and last.kind == "math":
            last.text += gap + piece.text
        else:
            merged.append(piece)
        gap = ""
    return [(p.kind, p.text if p.kind == "math" else _known(p.text)) for p in merged]


def _known(text: str) -> str:
    text = re.sub(r"^([a-z])\s(?=[a-z])", r"\1-", text)
    return slips.corrected(text.lower())


def _classified(sentence: str) -> list[_Piece]:
    tokens = list(_TOKEN.finditer(sentence))
    pieces: list[_Piece] = []
    brackets: list[bool] = []
    for index, token in enumerate(tokens):
        kind = token.lastgroup or "other"
        text = token.group()
        inside = bool(brackets) and brackets[-1]
        if kind == "open":
            mathematics = inside or _opens_mathematics(tokens, index)
            brackets.append(mathematics)
            pieces.append(_Piece("math" if mathematics else "stop", text))
        elif kind == "close":
            mathematics = brackets.pop() if brackets else True
            pieces.append(_Piece("math" if mathematics else "stop", text))
        else:
            pieces.append(_Piece(_kind(kind, text, tokens, index, inside), text))
    return pieces


def _opens_mathematics(tokens: list[re.Match[str]], index: int) -> bool:
    """Whether the bracket holds mathematics: its first token is none of English."""
    after = next((k for k in range(index + 1, len(tokens)) if tokens[k].lastgroup != "space"), None)
    if after is None or tokens[after].lastgroup in ("open", "close"):
        return True
    kind = tokens[after].lastgroup or "other"
    return _kind(kind, tokens[after].group(), tokens, after, False) == "math"


def _kind(kind: str, text: str, tokens: list[re.Match[str]], index: int, inside: bool) -> str:
    if kind in ("space", "ordinal", "axis"):
        return "space" if kind == "space" else "word"
    if kind == "word":
        return "math" if _is_mathematics(text, tokens, index) else "word"
    if kind == "operator":
        return "math" if inside or _stands_between(tokens, index) else "word"
    if kind == "stop" and text == "!" and index and tokens[index - 1].lastgroup != "space":
        return "math"
    if kind in ("stop", "arrow") and not inside:
        return "stop"
    return "math"


def _stands_between(tokens: list[re.Match[str]], index: int) -> bool:
    """An operator in words: between two stretches of mathematics, or after one (``squared``)."""
    before = _neighbour(tokens, index, -1)
    if before is None or not _may_be_operand(before):
        return False
    if tokens[index].group().lower() in ("squared", "cubed", "percent", "per cent"):
        return True
    after = _neighbour(tokens, index, 1)
    return after is not None and after.group() != "[" and _may_be_operand(after)


def _may_be_operand(token: re.Match[str]) -> bool:
    if token.lastgroup == "word":
        return _looks_mathematical(token.group())
    return token.lastgroup in ("math", "open", "close", "other", "operator")


def _neighbour(tokens: list[re.Match[str]], index: int, step: int) -> re.Match[str] | None:
    place = index + step
    while 0 <= place < len(tokens) and tokens[place].lastgroup == "space":
        place += step
    return tokens[place] if 0 <= place < len(tokens) else None


def _is_mathematics(word: str, tokens: list[re.Match[str]], index: int) -> bool:
    if word in ("a", "A", "I"):
        return not _is_article(word, tokens, index)
    return _looks_mathematical(word)


def _is_article(word: str, tokens: list[re.Match[str]], index: int) -> bool:
    after = _neighbour(tokens, index, 1)
    english = after is not None and after.lastgroup == "word" and len(after.group()) > 1
    if after is None or not english or _looks_mathematical(after.group()):
        return False
    if word == "a":
        return after.group().lower() not in ("and", "is", "be", "are", "in", "where", "if", "or")
    before = _neighbour(tokens, index, -1)
    return before is None and after.group().lower() not in ("and", "is", "be")


def _looks_mathematical(word: str) -> bool:
    lower = word.lower()
    if len(word) == 1 or lower in _NAMES:
        return True
    if "-" in word:
        return all(map(_looks_mathematical, word.split("-")))
    if "'" in word or lower in ENGLISH or lower in _NOT_PRODUCTS:
        return False
    if len(word) <= 3 or re.fullmatch(r"d[a-z]d[a-z]", word):
        return lower not in spoken.NUMBER_WORDS
    return _JOINED.fullmatch(word) is not None and not slips.is_known(lower)
