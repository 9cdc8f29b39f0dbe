"""Whether two answers are the same answer: what grading rests on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.checking.announced import answer_of, bare
from mathviz_chat.core.checking.choices import (
    ONE_LABEL,
    choices_of,
    label_of,
    same_choice,
    same_label,
)
from mathviz_chat.core.checking.equality_result import (
    Equality,
    EqualityResult,
    Terms,
    equal_because,
    undecided_because,
    unequal_because,
)
from mathviz_chat.core.checking.sameness import same
from mathviz_chat.core.problems.units import SPELLING
from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import Truth

__all__ = ["Equality", "EqualityResult", "equal"]

MAX_LENGTH: Final = 4000

_ORDERED = re.compile(
    r"\b(?:in (?:ascending|descending|increasing|decreasing|the) order|sort\w*|order(?:ed)?|"
    r"ordered pair|coordinates?|point|vector|sequence|smallest to (?:largest|greatest)|"
    r"(?:largest|greatest) to smallest)\b",
    re.IGNORECASE,
)
_ROUNDS = re.compile(
    r"\b(?:round\w*|nearest|decimal places?|approximat\w*|significant figures?|d\.?p\.?)\b",
    re.IGNORECASE,
)
_INTEGRATES = re.compile(r"\b(?:integrals?|integrate|anti-?derivative)\b|∫|\\int\b", re.IGNORECASE)
_GENERAL = re.compile(
    r"\b(?:all|every|general)\s+(?:the\s+|real\s+|possible\s+)*(?:solutions?|values?|roots?)\b"
    r"|\b(?:sin|cos|tan|cot|sec|csc)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|\bper\s?cent(?:age)?\b", re.IGNORECASE)
_UNIT_ASKED = re.compile(
    rf"\b(?:how (?:many|much|far|long|old|tall|fast|heavy)\b"
    rf"|(?:in|into|to)\s+(?:(?:dollars|cents|degrees)\b|{SPELLING}))",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"^(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?\s*(?:m\.?)?$", re.IGNORECASE)
_BASE = re.compile(r"^([0-9A-Za-z]+)(?:_\{?(\d{1,2})\}?)?$")
_PREFIX = re.compile(r"^0(?:x(?=[0-9A-Fa-f])|b(?=[01])|o(?=[0-7]))")
_HEXADECIMAL = re.compile(r"\bhexadecimal\b|\bbase[\s-]*16\b", re.IGNORECASE)
_STYLED = re.compile(r"^\\(?:text|textbf|textit|textrm|mathrm|mathbf)\{([^{}]*)\}$")
_GROUPED = re.compile(r"^[+-]?\d{1,3}(?: \d{3})+(?:\.\d+)?$")
_NAME = re.compile(r"[A-Z]?[a-z]{3,}")
_PROSE = re.compile(r"^[A-Za-z]{2,}(?:[\s,]+[A-Za-z]{2,})+[.!]?$")
_TRUTHS: Final = MappingProxyType(
    {"true": True, "yes": True, "t": True, "y": True}
    | {"false": False, "no": False, "f": False, "n": False}
)
_PLAIN_TRUTHS: Final = ("true", "yes", "false", "no")


def equal(
    gold: str, answer: str, *, question: str | None = None, kind: str | None = None
) -> Equality:
    """Are two final answers the same answer?

    gold, answer: plain, Unicode or LaTeX text, at most 4,000 characters each. question: may fix
    what the answers leave open (the unit, a percentage, rounding, an order). kind: one of
    :data:`KINDS`, or words such as "ordered list", "tuple", "solution set", "interval".
    Domain: real numbers, complex ones where i occurs; expressions, lists, sets, tuples, intervals,
    relations, matrices, quantities. The result does not depend on which of the two is called gold.
    Limits: never raises, whatever the text; what is not read, or not decided within the caps of
    the kernel, is *undecided* with the reason. Time is not bounded here but in the worker.
    Sources: the decisions are those of the kernel, on FLINT; the rows of
    ``tests/data/answer_pairs.tsv``, each with its reason, are the specification.
    """
    left, right = _final(gold), _final(answer)
    if not left or not right:
        return undecided_because("An answer is empty.")
    if max(len(left), len(right)) > MAX_LENGTH:
        return undecided_because(f"An answer is longer than {MAX_LENGTH} characters.")
    offered = choices_of(question or "")
    if offered and (found := same_choice(left, right, offered)) is not None:
        return found
    special = KINDS.get(_normal_kind(kind)) or _kind_by_form(left, right)
    if special is None and not kind and _HEXADECIMAL.search(question or ""):
        special = _numerals
    if special is not None:
        found = special(left, right)
        if found is not None:
            return found
    return _by_trees(left, right, _terms(question or "", kind))


def _final(text: str) -> str:
    """The answer itself, where the text announces one; without the delimiters around it."""
    text = text.strip()
    answer = bare(answer_of(text) or text)
    if styled := _STYLED.match(answer):
        answer = bare(styled[1])
    return answer.replace(" ", "") if _GROUPED.match(answer) else answer


def _normal_kind(kind: str | None) -> str:
    return re.sub(r"[\s_-]+", " ", kind or "").strip().lower()


def _terms(question: str, kind: str | None) -> Terms:
    words = _normal_kind(kind)
    named = bool(re.search(r"\b(?:ordered|sorted|tuple|sequence|vector|point|pair)\b", words))
    return Terms(
        ordered=named or (not words and bool(_ORDERED.search(question))),
        unit=bool(_UNIT_ASKED.search(question)),
        percent=bool(_PERCENT.search(question)),
        rounded=bool(_ROUNDS.search(question)),
        general=bool(_GENERAL.search(question)),
        antiderivative=bool(_INTEGRATES.search(f"{question} {words}")),
    )


def _by_trees(left: str, right: str, terms: Terms) -> Equality:
    one_word = _NAME.fullmatch(left) and _NAME.fullmatch(right) and left.lower() == right.lower()
    if _squeezed(left) == _squeezed(right) or one_word:
        return equal_because("They are written the same way.", "same text")
    try:
        gold, answer = read(left), read(right)
    except ReadError as error:
        if left.casefold() == right.casefold() and re.fullmatch(r"[A-Za-z][A-Za-z .'-]{2,}", left):
            return equal_because("They are the same words.", "same words")
        return undecided_because(f"An answer cannot be read: {error.reason}")
    for text, node in ((left, gold), (right, answer)):
        if _PROSE.match(text) and not isinstance(node, Truth):
            return undecided_because("One of them is words, not mathematics.")
    return same(gold, answer, terms)


def _squeezed(text: str) -> str:
    return " ".join(text.split())


# ------------------------------------------------------------------ kinds with their own notation


def _kind_by_form(left: str, right: str) -> Callable[[str, str], Equality | None] | None:
    """Kinds that the texts themselves show."""
    if left.lower() in _PLAIN_TRUTHS and right.lower() in _PLAIN_TRUTHS:
        return _truths
    if re.fullmatch(r"\([A-J]\).*", left) or re.fullmatch(r"\([A-J]\).*", right):
        return _choices
    if ":" in left and ":" in right:
        return _clocks
    return None


def _truths(left: str, right: str) -> Equality | None:
    values = [_TRUTHS.get(text.lower()) for text in (left, right)]
    if None in values:
        return None
    if values[0] == values[1]:
        return equal_because("They say the same.", "truth values")
    return unequal_because("They say opposite things.", "truth values")


def _choices(left: str, right: str) -> Equality | None:
    labels = [label_of(text) for text in (left, right)]
    if labels[0] is None or labels[1] is None:
        return None if labels == [None, None] else undecided_because(ONE_LABEL)
    return same_label(labels[0], labels[1])


def _clocks(left: str, right: str) -> Equality | None:
    times = [_minutes(text) for text in (left, right)]
    if times[0] is None or times[1] is None:
        return None
    (first, sure), (second, other_sure) = times[0], times[1]
    if first == second and sure == other_sure:
        return equal_because("They are the same time of day.", "clock time")
    if first % 720 != second % 720 or (sure and other_sure):
        return unequal_because("They are different times of day.", "clock time")
    return undecided_because("One of them does not say whether it is a.m. or p.m.")


def _minutes(text: str) -> tuple[int, bool] | None:
    """Minutes after midnight, and whether a.m. or p.m. is certain."""
    found = _CLOCK.match(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour > 23 or minute > 59:
        return None
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    return hour * 60 + minute, bool(found[3]) or not 1 <= hour <= 12


def _numerals(left: str, right: str) -> Equality | None:
    """Numerals of one base: digit by digit, so that 101 in base 2 is not 101."""
    parts = [_BASE.match(_PREFIX.sub("", text.replace(" ", ""))) for text in (left, right)]
    if parts[0] is None or parts[1] is None:
        return None
    bases = {int(part[2]) for part in parts if part is not None and part[2]}
    if len(bases) == 2:
        values = [_in_base(part) for part in parts if part is not None]
        if None in values:
            return None
        if values[0] == values[1]:
            return equal_because("They are the same number.", "base conversion")
        return unequal_because("They are different numbers.", "base conversion")
    digits = [part[1].lstrip("0").lower() or "0" for part in parts if part is not None]
    if digits[0] == digits[1]:
        return equal_because("They have the same digits.", "digits")
    return unequal_because("Their digits differ.", "digits")


def _in_base(part: re.Match[str]) -> int | None:
    base = int(part[2])
    if not 2 <= base <= 36 or len(part[1]) > 200:
        return None
    try:
        return int(part[1], base)
    except ValueError:
        return None


def _ratios(left: str, right: str) -> Equality | None:
    """``2:3`` and ``4:6``."""
    values = [_ratio(text) for text in (left, right)]
    if values[0] is None or values[1] is None:
        return None
    if values[0] == values[1]:
        return equal_because("They are the same ratio.", "ratio")
    return unequal_because("They are different ratios.", "ratio")


def _ratio(text: str) -> Fraction | None:
    found = re.fullmatch(r"\s*(\d{1,15})\s*(?::|to|/)\s*(\d{1,15})\s*", text)
    return Fraction(int(found[1]), int(found[2])) if found and int(found[2]) else None


KINDS: Final[Mapping[str, Callable[[str, str], Equality | None]]] = MappingProxyType(
    {
        "truth value": _truths,
        "yes or no": _truths,
        "choice": _choices,
        "choice label": _choices,
        "multiple choice": _choices,
        "clock time": _clocks,
        "time of day": _clocks,
        "base n numeral": _numerals,
        "numeral": _numerals,
        "ratio": _ratios,
    }
)
"""Kinds whose notation is not that of mathematics."""
