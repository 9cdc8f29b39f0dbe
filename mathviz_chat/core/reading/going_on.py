"""What goes on beyond a formula of prose: the formula before it, a list of values, and dots."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mathviz_chat.core.reading.chunks import Chunk, Kind
from mathviz_chat.core.reading.grammar import RELATIONS
from mathviz_chat.core.reading.tree import RelOp

RELATION: Final = re.compile(r"[=<>≤≥≠≈]|\\(?:leq?|geq?|neq?|approx)(?![a-z])")
LONGEST_VALUE: Final = 12  # chunks of a value that are looked at
NEAR: Final = 40  # characters in which dots are looked for
_JOINS: Final = frozenset({",", ";", "and", "or", "&", "also", "plus", "as", "well", "even"})
_DOTS: Final = r"(?:\.\s?\.\s?\.|…)"
_DOTS_BEFORE: Final = re.compile(rf"([-+*×·⋅÷/=<>^]|[\w)\]}}]\s*,)?\s*{_DOTS}\s*,?\s*$")
_DOTS_AFTER: Final = re.compile(rf"\s*(,|[-+*×·⋅÷/=<>^])?\s*{_DOTS}")
_ASCII_RELATIONS = {"≤": "<=", "≥": ">=", "≠": "!=", "≈": "~=", "≡": "===", "==": "="}
_ASCII_RELATIONS |= {"\\le": "<=", "\\leq": "<=", "\\ge": ">=", "\\geq": ">=", "\\approx": "~="}
_LEADING = re.compile(
    r"\s*&?\s*(==|=(?!>)|<=(?!>)|>=|≈|≤|≥|\\approx|\\leq?(?![a-z])|\\geq?(?![a-z])|[⇒→⟹∴]|=>|\\(?:Rightarrow|implies|therefore))&?"
)
_NAME: Final = r"(?:[A-Za-zα-ω]|\\(?:theta|phi|alpha|beta|varphi)(?![A-Za-z]))"
_ASSIGNMENT: Final = re.compile(
    rf"^[\s$(\\]*{_NAME}(?:_\{{?\w+\}}?|[₀-₉]+)?\s*(?:=|≈|\\approx)[^=]*$"
)
_LEVEL: Final = re.compile(
    r"^[^=]*[A-Za-zα-ω][^=]*=[^=A-Za-z]*(?:\\?(?:pi|sqrt|frac|circ)(?![A-Za-z])[^=A-Za-z]*)*$"
)


def gives_a_value(text: str) -> bool:
    """``x = 2``: the value of another letter may follow after a comma."""
    return bool(_ASSIGNMENT.search(text))


def names_a_value(text: str) -> bool:
    """``x = 2``, ``2x = π/6``, ``x^2 = 4``: another value may follow after a comma."""
    return gives_a_value(text) or bool(_LEVEL.search(text))


def has_relation(chunks: Sequence[Chunk]) -> bool:
    """Is one of them a relation sign, or holds one?"""
    return any(
        item.kind is Kind.RELATION
        or (item.kind is Kind.DELIMITED and RELATION.search(item.text) is not None)
        for item in chunks
    )


def list_goes_on(following: Sequence[Chunk]) -> bool:
    """``x = 1, 2 as well as 3``, ``x = 1, 2, 3 ways``: is a value tied on after ``x = 1, 2``?"""
    joins = next(
        (k for k, item in enumerate(following) if item.text.lower() not in _JOINS), len(following)
    )
    if joins in (0, len(following)):
        return False
    first, after = following[joins], following[joins + 1 : joins + 2]
    if len(first.text) == 1 and first.text.isalpha():
        return not after or after[0].kind in (Kind.JOIN, Kind.STOP)
    rest = following[joins : joins + LONGEST_VALUE]
    ends = (k for k, one in enumerate(rest) if one.kind in (Kind.WORD, Kind.JOIN, Kind.STOP))
    value = rest[: next(ends, len(rest))]
    is_value = first.kind in (Kind.VALUE, Kind.DELIMITED) or first.text in "-−–+±√("
    return is_value and bool(value) and not has_relation(value)


def goes_over_dots(line: str, span: tuple[int, int], *, opens: bool, closes: bool) -> bool:
    """``1 + 2 + ... + n = 6``, ``x = 1, 2, ..., 10``: dots that stand for a part of a formula.

    Dots that let a sentence trail off, ``So ... 2 + 2 = 4``, are none. opens: it begins with a sign
    that needs something before it. closes: it ends with one that needs something after it.
    """
    start, end = span
    before = _DOTS_BEFORE.search(line, max(0, start - NEAR), start)
    if before is not None and (opens or before[1]):
        return True
    after = _DOTS_AFTER.match(line, end, end + NEAR)
    return after is not None and (closes or bool(after[1]))


def split_leading(text: str) -> tuple[RelOp | None, str]:
    """A relation at the beginning, and the text with it blanked."""
    found = _LEADING.match(text)
    if found is None:
        return None, text
    sign = found[1]
    op = RELATIONS.get(_ASCII_RELATIONS.get(sign, sign))
    return op, " " * found.end() + text[found.end() :]
