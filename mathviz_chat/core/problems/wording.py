"""The words of a story: made plain, and what stands in the blanks of a pattern that matched it.

:func:`plain` takes out the articles, so that no pattern (:mod:`.word_patterns`) needs them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems import language, slips, spoken, units
from mathviz_chat.core.problems.blanks import NUMBER as _N
from mathviz_chat.core.problems.slots import Slots
from mathviz_chat.core.reading.tree import Expr


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause as it was matched: its text, and what stands in its slots."""

    text: str
    slots: Mapping[str, str]

    def __getitem__(self, slot: str) -> str:
        return self.slots[slot]

    def get(self, slot: str) -> str | None:
        """What stands in a slot, None where nothing does."""
        return self.slots.get(slot)


def hit(match: re.Match[str]) -> Hit:
    """A match with the slots that are filled; a slot of several choices has one value."""
    filled: dict[str, str] = {}
    for name, value in match.groupdict().items():
        if value is not None:
            filled.setdefault(name.partition("__")[0], value)
    return Hit(match[0].strip(" ,"), MappingProxyType(filled))


# ------------------------------------------------------------------ plain words

_THOUSANDS = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,]|\.\d*,)")
_SPACED = re.compile(
    r"(?:(?<=[$€£₹])|(?<=\b1:)|(?<=\b1: )|(?<=\b1 : ))\d{1,3}(?: \d{3})+(?![\d,.]*\d)"
)
"""Money, and the scale of a map: ``€2 500``, ``1 : 50 000``."""
_SPOKEN = re.compile(rf"(?<![A-Za-z-])(?:{spoken.NUMBER})(?![A-Za-z])", re.IGNORECASE)
_SCALE = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)\s+(hundred|thousand|million|billion)\b", re.I)
_SCALES: Final = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_TIMES: Final = "second|minute|hour|day|week|month|year|mile|meter|metre|foot|inch|pound|dozen"
_PER: Final = (
    rf"{_TIMES}|person|kilo|kilogram|kg|gram|liter|litre|gallon|piece|night|ticket|item|bottle|box|"
    "pack|bag|cup|card|book|pen|student|km|lb|can|head|lesson|yard|page|unit|each|time"
)
_PLACE: Final = r"(?:on|for|in|at|of|to|by|is|as|and|from|with|after|over|about)(?![A-Za-z])"
_NAMED_A: Final = (
    r"(?-i:A)\s+(?:can|could|does|takes|needs|works|completes|finishes|alone|would)(?![a-z])"
    r"|(?<=[a-z]\s)(?-i:A)\s+(?:complete|do|finish|need|take|work|leaves|joins|and\s+B)(?![a-z])"
    r"|(?:(?<=pipe\s)|(?<=tap\s)|(?<=pump\s)|(?<=machine\s)|(?<=printer\s)|(?<=van\s))(?-i:A)\s"
)
"""Somebody is called A: no article."""
_REWRITES: Final = tuple(
    (re.compile(found, re.IGNORECASE), put)
    for found, put in (
        (r"[–—−]", "-"),
        (r"\\(?=[%$])", ""),
        (r"(?<=\d)\s*\\[dt]?frac\s*\{\s*(\d+)\s*\}\s*\{\s*(\d+)\s*\}", r" \1/\2"),
        (r"\\[dt]?frac\s*\{\s*(\d+)\s*\}\s*\{\s*(\d+)\s*\}", r"\1/\2"),
        (r"%(?=[a-z])", "% "),
        (r"(?<=[a-z])'ll(?![a-z])", " will"),
        (r"(?<=\w)\s*=\s*(?=[\w-])", " = "),
        (r"\b(?:a\s+)?pairs?\s+of\s+(?!dice|fair|standard|regular|6|six)(?=[a-z])", ""),
        (r"[{}\[\]]", " "),
        (r"^\(([^()]*[A-Za-z]{4}[^()]*)\)$", r"\1"),
        (r"(?<![A-Za-z])([A-Z])\((?=-?\s?[\d.])", r"\1 ("),
        (r"\b(?:an?|half\s+an?)\s+(hundred|thousand|million|billion|dozen)\b", r"one \1"),
        (r"\b(\d+)\s+dozen\b", r"\1*12"),
        (r"(\d)\s*(?:percent(?:age)?|per\s+cent|pct)(?![A-Za-z])", r"\1%"),
        (r"(\d)\s+%", r"\1%"),
        (r"\$\s+(?=\d)", "$"),
        (r"(?<![A-Za-z])Rs\.?\s*(?=\d)", "₹"),
        (rf"({_N})\s*(?:dollars?|bucks|usd)(?![A-Za-z])", r"$\1"),
        (rf"({_N})\s*(?:euros?|eur|€)(?![A-Za-z])", r"€\1"),
        (rf"({_N})\s*(?:rupees?|inr)(?![A-Za-z])", r"₹\1"),
        (r"(?<![\d.$])(\d{1,2})\s*(?:cents?|¢)(?![A-Za-z])", r"$0.0\1"),
        (r"\$0\.0(\d\d)(?!\d)", r"$0.\1"),
        (rf"(?<![A-Za-z])half\s+an?\s+({_TIMES})(?![A-Za-z])", r"0.5 \1s"),
        (rf"(?<![A-Za-z])an?\s+({_TIMES})\s+and\s+(?:a\s+)?half(?![A-Za-z])", r"1.5 \1s"),
        (rf"(\d+)\s+and\s+(?:a\s+)?half\s+({_TIMES})s(?![A-Za-z])", r"\1.5 \2s"),
        (rf"(\d+)\s+({_TIMES})s?\s+and\s+a\s+half(?![A-Za-z])", r"\1.5 \2s"),
        (
            rf"(\d(?:\s*(?!{_PLACE})[A-Za-z]+)?)\s+(?:an?|every|each)\s+({_PER})(?![A-Za-z])",
            r"\1 per \2",
        ),
        (rf"(?<=[ ,])an?\s+({_TIMES}|quarter)(?=[ ,?.]|$)", r"1 \1"),
        (
            rf"(?<![A-Za-z])(?!{_NAMED_A})(?:an?|the)\s+"
            r"(?!(?:to|and|is|was|will|are)\s)(?=[A-Za-z$€£₹\d(])(?!=)",
            "",
        ),
        (r"(?<=[a-z])'(?=s\b)", "'"),
        (r"\s+", " "),
    )
)


def plain(sentence: str) -> str:
    """A sentence with its numbers in digits, its money and percentages in signs, no articles."""
    sentence = _THOUSANDS.sub(lambda m: m[0].replace(",", ""), sentence)
    sentence = _SPACED.sub(lambda m: m[0].replace(" ", ""), sentence)
    sentence = re.sub(r"[A-Za-z]+", lambda m: slips.mended(m[0]), sentence)
    sentence = re.sub(
        r"(?i)\b(?:an?)\s+(hundred|thousand|million|billion|dozen)\b", r"one \1", sentence
    )
    sentence = _SPOKEN.sub(_digits, sentence)
    sentence = _SCALE.sub(_scaled, sentence)
    sentence = re.sub(r"(?i)(?<![\w.])(\d+)\s+dozen\b", lambda m: str(12 * int(m[1])), sentence)
    if _BRITISH.search(sentence):
        sentence = _PENCE.sub(_in_pounds, sentence)
    for found, put in _REWRITES:
        sentence = found.sub(put, sentence)
    return sentence.strip(" ,:")


_PENCE: Final = re.compile(r"(?<![\w.£$])(\d{1,4})\s?(?:pence|p)(?![A-Za-z])")
_BRITISH: Final = re.compile(r"£|\bpence\b|\bcoins?\b", re.IGNORECASE)


def _in_pounds(match: re.Match[str]) -> str:
    return f"£{int(match[1]) // 100}.{int(match[1]) % 100:02}"


def _digits(match: re.Match[str]) -> str:
    value = spoken.number(match[0])
    return match[0] if value is None else str(value)


def _scaled(match: re.Match[str]) -> str:
    whole, _, places = match[1].partition(".")
    scale = _SCALES[match[2].lower()]
    zeros = len(str(scale)) - 1
    if len(places) > zeros:
        return match[0]
    return str(int(whole + places) * scale // 10 ** len(places))


@lru_cache(maxsize=16)
def sentences(text: tuple[str, ...]) -> tuple[str, ...]:
    """The sentences of a question in plain words."""
    return tuple(plain(sentence) for sentence in text)


def number(text: str) -> Expr:
    """A number of a slot as a tree; ValueError where it is none."""
    value = Slots().expression(text.replace(" ", "") if text.startswith("-") else text)
    if value is None:
        raise ValueError(f"{text} is no number")
    return value


_SEPARATOR: Final = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_MIXED: Final = re.compile(r"(?<![\d./])\d+\s+\d+/\d+")


def listed(text: str) -> tuple[str, ...]:
    """The numbers of a list; none where ``2 1/2`` in it may be one number or two."""
    pieces = [piece.strip() for piece in _SEPARATOR.split(text) if piece.strip()]
    parts: list[str] = []
    for piece in pieces:
        if not _MIXED.search(piece):
            parts += piece.split()
        elif len(pieces) > 1 and _MIXED.fullmatch(piece):
            parts.append(" ".join(piece.split()))
        else:
            return ()
    return tuple(parts)


_NO_NOUNS = (
    "is are was were be been has have had of in on at by to for from with and or if then that "
    "which who whose how what whats when where why does did do will would should could can may "
    "might must find calculate compute determine work give state get let suppose assume given into "
    "onto about as tip tax discount saving savings save saved percent percentage increase "
    "increased decrease decreased original originally profit loss interest off down up out now "
    "per ratio average mean total sum difference product remaining left altogether also too "
    "together only its his her their my your our this these those it he she they we i you there "
    "here not among between"
)
_VERBS = (
    "lose loses lost losing evaporate evaporates evaporated leak leaks leaked spill spills spilled "
    "spilt remove removes removed melts melted shrinks shrank gains gained burns burnt"
)
NO_NOUNS: Final = frozenset((_NO_NOUNS + " " + _VERBS).split()) - {
    "it",
    "he",
    "she",
    "they",
    "we",
    "i",
    "you",
} | {*("mm", "cm", "dm", "km", "mg", "kg", "ml", "cl", "mph", "kmh", "kph", "ft", "yd", "lb", "oz")}
"""Words that say how things are related, so that no noun of a slot may hold them."""


def is_noun(text: str) -> bool:
    """It only names a thing: no relation word, preposition or verb of arithmetic is in it."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    return not (words & language.RELATION_WORDS or words & NO_NOUNS)


_BEFORE_NOUNS: Final = re.compile(
    r"(?<![A-Za-z])(?:his|her|their|my|your|our|its|this|these|those)\s+", re.I
)


def is_sound(match: re.Match[str]) -> bool:
    """Whether each slot for a thing holds a noun, and each slot for a unit a unit that is known."""
    return all(
        _is_sound(name.partition("__")[0], value)
        for name, value in match.groupdict().items()
        if value
    )


def _is_sound(name: str, value: str) -> bool:
    if name.endswith("_u"):
        return value in "$€£₹" or units.find(value) is not None
    if name.startswith(("thing", "name", "who")):
        return is_noun(_BEFORE_NOUNS.sub("", value, count=1))
    return True
