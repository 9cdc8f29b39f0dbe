"""Intents about sequences: the next terms, a term, its formula, sums of terms."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent

_NOUNS = (
    "sequence pattern list progression series arithmetic geometric linear quadratic terms term "
    "numbers begins starts begin start first two three four five six few continues continue "
    "continuing goes goes on going on running on rule general increasing decreasing "
    "consecutive successive whose "
)
_PASSES = (
    "first few terms|first three terms|first four terms|first five terms|first two terms|"
    "begins with|starts with|starts off|and so on|goes on|goes like this|the first|goes up|"
    "three terms|four terms|in order"
)
_KINDS: Final = ("arithmetic", "geometric")
_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "both": 2}
_ORDINALS: Final = {
    "tenth": 10, "twelfth": 12, "fifteenth": 15, "twentieth": 20, "seventh": 7, "eighth": 8,
    "ninth": 9,
    "sixth": 6, "fifth": 5, "thirtieth": 30, "fiftieth": 50, "hundredth": 100,
    "eleventh": 11,
}  # fmt: skip
_ORDINAL_WORDS = " ".join(_ORDINALS)


def _list(found: Found) -> str | None:
    """``the arithmetic sequence 3, 7, 11``; None where both kinds are named."""
    kinds = [kind for kind in _KINDS if kind in found.words]
    if len(kinds) > 1 or len(found.all("l")) < 3:
        return None
    return f"the {f'{kinds[0]} ' if kinds else ''}sequence {found['l']}"


_NEXT: Final = re.compile(
    r"(?:next|following) (?P<n>two|three|four|five|#) (?:terms|numbers)"
    r"|(?P<m>two|three|four|five) (?:next|more) (?:terms|numbers)"
)


def _next(found: Found) -> str | None:
    listed = _list(found)
    if listed is None:
        return None
    hit = _NEXT.search(found.text)
    if hit is None:
        plural = re.search(r"\b(?:next|following) (?:terms|numbers)\b", found.text)
        return None if plural else f"What is the next term of {listed}?"
    said = hit["n"] or hit["m"]
    count = found["n"] if said == "#" and "n" in found else _COUNTS.get(said)
    return f"What are the next {count} terms of {listed}?" if count else None


_TERM: Final = re.compile(rf"\b(?P<n>\d+(?:st|nd|rd|th)|{'|'.join(_ORDINALS)}) (?:term|number)\b")


def _term(found: Found) -> str | None:
    listed = _list(found)
    hits = {hit["n"] for hit in _TERM.finditer(found.text)}
    if listed is None or len(hits) != 1:
        return None
    said = hits.pop()
    rank = said if said[0].isdigit() else f"{_ORDINALS[said]}th"
    return f"What is the {rank} term of {listed}?"


def _general(found: Found) -> str | None:
    listed = _list(found)
    return listed and f"What is the nth term of {listed}?"


_NTH: Final = frozenset({"nth", "n", "n-th", "u_n", "a_n", "t_n"})


def _nth(found: Found) -> str | None:
    """Its formula, counted from 1: where it is said that ``n = 1`` gives the first term, or not."""
    if "x" in found and found.written["x"][0].lower().replace(" ", "") not in _NTH:
        return None
    if ("start" in found) is not ("first" in found):
        return None
    if "start" in found and not _starts_at_one(found):
        return None
    return _general(found)


def _starts_at_one(found: Found) -> bool:
    start = found.written["start"][0].replace(" ", "")
    return start == "n=1" and found["first"] == slots.spelled(found.all("l")[0])


_FIRST: Final = re.compile(
    r"\bfirst (?:#|ten|twelve|twenty|thirty|fifty|fifteen|eight|six) (?:terms|numbers)\b"
)
_HOW_MANY: Final = {
    "ten": 10,
    "twelve": 12,
    "twenty": 20,
    "thirty": 30,
    "fifty": 50,
    "fifteen": 15,
    "eight": 8,
    "six": 6,
}


def _sum(found: Found) -> str | None:
    listed = _list(found)
    hit = _FIRST.search(found.text)
    if listed is None or hit is None:
        return None
    word = hit[0].split()[1]
    count = found["n"] if word == "#" else _HOW_MANY[word]
    return f"Find the sum of the first {count} terms of {listed}."


INTENTS: Final = (
    Intent(
        "next terms",
        ("next|continue|comes after|come after|follows|following terms|more terms|continues",),
        ("l:n+", "n:n?@next"),
        _next,
        f"{_NOUNS}next more after following would",
        f"{_PASSES}|comes next|come next|the next|comes after it|what comes after|comes after",
    ),
    Intent(
        "a term of a sequence",
        ("term|number",),
        ("l:n+",),
        _term,
        f"{_NOUNS}{_ORDINAL_WORDS} {' '.join(f'{n}th {n}st {n}nd {n}rd' for n in range(4, 201))}",
        _PASSES,
    ),
    Intent(
        "the nth term",
        (
            "nth term|n-th term|general term|formula|rule|# term|expression|nth|position to "
            "term rule|explicit formula|closed form",
        ),
        ("l:n+", "x:es?", "start:a?@where|when", "first:n?@gives"),
        _nth,
        f"{_NOUNS}nth formula rule general expression explicit position term-to-term in",
        f"{_PASSES}|write down|is geometric|is arithmetic|in terms of #|for #|as a function of #"
        "|# term|nth term|n th term|for the|"
        "explicit formula|for its #",
    ),
    Intent(
        "sum of terms",
        ("sum|total|add up", "first"),
        ("l:n+", "n:n?@first"),
        _sum,
        f"{_NOUNS}sum total add added together up ten twelve twenty thirty fifty fifteen eight",
        _PASSES,
    ),
    Intent(
        "sum to infinity",
        (
            "sum to infinity|infinite sum|infinite series|infinite geometric series|infinitely "
            "many terms|forever|to infinity|sum of the infinite",
        ),
        ("l:n+",),
        lambda found: (
            f"Find the sum to infinity of {found['l']}." if len(found.all("l")) >= 3 else None
        ),
        f"{_NOUNS}sum infinite infinity total converges convergent",
        f"{_PASSES}|sum to infinity",
    ),
)
