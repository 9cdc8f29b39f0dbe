"""A question in parts, ``(a) ... (b) ...``: each part is a problem of its own.

What stands before the first part belongs to all of them. A part may leave out a definition that
its text does not mention; one that no part uses leaves the question unread.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems import clauses, language, remarks
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Call, Chain, RelOp, Statement, Symbol
from mathviz_chat.core.reading.words import FUNCTIONS

MAX_PARTS: Final = 10

_LETTERS = tuple("abcdefghij")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_NUMBERS = tuple(str(n) for n in range(1, 11))
_STYLES: Final = tuple(
    (labels, re.compile(pattern.format("|".join(sorted(labels, key=len, reverse=True)))))
    for labels in (_LETTERS, _ROMAN, _NUMBERS)
    for pattern in (
        r"(?:(?<=\s)|^)\(({})\)(?=\s)",
        r"(?:(?<=\s)|^)({})\)(?=\s)",
        r"(?m:^)\s*({})\.(?=\s)",
        r"(?<=[:,;]\s)({})\.(?=\s+[A-Za-z])",
    )
)
_EACH: Final = re.compile(
    r"\b(?:(?:each|all|both)\s+of\s+)?(?:the\s+following|these)"
    r"(?:\s+(?:equations|inequalities|expressions|polynomials|functions|questions|sums|"
    r"calculations|numbers|fractions|problems|parts))?\b",
    re.IGNORECASE,
)
"""Left out of what stands before the parts, where it only announces them."""


def labelled(text: str) -> tuple[tuple[str, str], ...]:
    """The parts of a text that labels them a, b, c, ...: (label, question); () where it does not.

    Each question begins with what stands before the first label.
    """
    for labels, pattern in _STYLES:
        found = [match for match in pattern.finditer(text) if not _in_brackets(text, match)]
        names = [match[1] for match in found]
        if not 2 <= len(names) <= MAX_PARTS or tuple(names) != labels[: len(names)]:
            continue
        ends = [match.start() for match in found[1:]] + [len(text)]
        stem = _EACH.sub("", text[: found[0].start()]).strip()
        stem = re.sub(r"\s+([:,.])", r"\1", stem)
        said = text[: found[0].start()].strip(" :.,")
        if not remarks.without(said) or not remarks.without(said.replace(" please", "")):
            stem = ""
        return tuple(
            (match[1], _with_stem(stem, _trimmed(text[match.end() : end])))
            for match, end in zip(found, ends, strict=True)
        )
    return ()


_HENCE: Final = re.compile(
    r"(?:hence(?:,?\s+or\s+otherwise)?|now|then|and|also|finally|so|therefore|instead(?=,))\b,?\s+",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"(?:its|the|their)\s", re.IGNORECASE)


def _with_stem(stem: str, part: str) -> str:
    """What stands before the parts, then the part: ``its area`` after a sentence is to be found."""
    part = _HENCE.sub("", part, count=1) if _HENCE.match(part) else part
    told = stem.endswith((".", "!", ":")) or not stem
    if told and stem and _NAMED.match(part):
        part = f"find {part}"
    if stem.endswith(":") and clauses.starts_asking(part):
        stem = f"{stem[:-1]}."
    return f"{stem} {part}".strip()


def _in_brackets(text: str, match: re.Match[str]) -> bool:
    """``(x - 1) = 3/(x + 2)`` has no part 1: the bracket closes one that was opened."""
    before = text[: match.start()]
    return before.count("(") > before.count(")")


def _trimmed(part: str) -> str:
    return re.sub(r"[\s,;]+(?:and)?\s*$", "", part.strip())


def unlabelled(text: str) -> tuple[tuple[str, str], ...]:
    """The parts of a text with several sentences that ask, lettered; () where it has one.

    What is told belongs to the questions after it; after the last one, to all of them.
    """
    told: list[str] = []
    asked: list[str] = []
    last: list[str] = []
    for sentence in language.sentences(text):
        if clauses.asks(sentence):
            asked.append(". ".join((*told, sentence)))
            last = []
        else:
            told.append(sentence)
            last.append(sentence)
    if not 2 <= len(asked) <= MAX_PARTS:
        return ()
    whole = [". ".join((*last, question)) for question in asked]
    return tuple(zip(_LETTERS, whole, strict=False))


def claimed(text: str, labels: tuple[str, ...]) -> tuple[str, ...]:
    """The answer to each part, by its label or in their order; () where they are not so many."""
    named = dict(labelled(text))
    if tuple(named) == labels:
        return tuple(named.values())
    pieces = re.split(r"\s*;\s*|\s*,?\s+and\s+", text.strip(" ."))
    if len(pieces) != len(labels):
        pieces = re.split(r"\s*,\s*", text.strip(" ."))
    return tuple(pieces) if len(pieces) == len(labels) and not named else ()


def cut(whole: str, questions: tuple[str, ...]) -> tuple[Clauses, ...] | None:
    """The clauses of each part; None where one asks several things, or a definition is unused."""
    found = tuple(clauses.cut(question, whole) for question in questions)
    each = tuple(one for one in found if one is not None)
    if len(each) < len(questions):
        return None
    shared = [s for s in each[0].given if all(s in one.given for one in each)]
    shorter = tuple(_without_unused(one, shared) for one in each)
    if any(all(s not in one.given for one in shorter) for s in shared):
        return None
    return shorter


def _without_unused(one: Clauses, shared: list[Statement]) -> Clauses:
    """Without the shared definitions of names that do not occur in the rest."""
    kept = [s for s in one.given if s not in shared or _defined(s) is None]
    while True:
        texts = [one.asked, *one.facts, *map(to_plain, kept)]
        more = [s for s in one.given if s not in kept and _occurs(_defined(s) or "", texts)]
        if not more:
            return replace(one, given=tuple(s for s in one.given if s in kept))
        kept += more


def _defined(statement: Statement) -> str | None:
    """The name in ``f(x) = ...`` or ``a = 3``; None for anything else, ``sin(x) = 3/5`` too."""
    if not isinstance(statement, Chain) or statement.ops not in ((RelOp.EQ,), (RelOp.DEFINED,)):
        return None
    head, body = statement.items
    if isinstance(head, Call) and len(head.args) == 1 and isinstance(head.args[0], Symbol):
        return None if head.function in FUNCTIONS else head.function
    constant = isinstance(head, Symbol) and not re.search(r"[A-Za-z]", to_plain(body))
    return head.name if constant and isinstance(head, Symbol) else None


def _occurs(name: str, texts: list[str]) -> bool:
    """By itself or in a composition: ``f(2)``, ``(f o g)(x)``, ``(fg)(x)``, ``3a``."""
    pattern = rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])|\([a-z]?{re.escape(name)}[a-z]?\)\("
    return any(re.search(pattern, text) for text in texts)


def names_others(claimed: tuple[str, ...], asked: list[str]) -> bool:
    """``range = 5, mean = 7`` where the mean is asked for first: a word of another part alone."""
    words = [set(re.findall(r"[a-z]{3,}", one.lower())) for one in asked]
    for place, said in enumerate(claimed):
        told = set(re.findall(r"[a-z]{3,}", said.lower()))
        others = set().union(*(one for k, one in enumerate(words) if k != place))
        if told & (others - words[place]) and not told & (words[place] - others):
            return True
    return False
