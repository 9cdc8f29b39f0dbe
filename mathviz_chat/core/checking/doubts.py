"""Why a computation that comes out false may still not be what the text says.

A formula found in prose may be a part of a longer computation in words: ``half of 80 = 40``,
``3 small beans = 1 large bean``. Such a line is not refuted; its verdict is unchecked.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.checking.labels import (
    ARITHMETIC_WORDS,
    MULTIPLIERS,
    first_word,
    last_word,
)
from mathviz_chat.core.checking.lines import Found
from mathviz_chat.core.checking.roles import Link
from mathviz_chat.core.checking.terms import has, is_literal
from mathviz_chat.core.reading.tree import Div, Expr

_CLOCK = re.compile(r"(?<![\d.,])0\d{2,}(?![\d.])")
_SLASHES = re.compile(r"/\s*\d+\s*/\s*\d")
_CUT_OFF = re.compile(r"(?:[-+*/×÷·^]|[-+*/×÷·^]\s*\()\s*\$?$")

WORDS: Final = "The words around these numbers may be part of the computation."


def reason_to_doubt(found: Found, link: Link) -> str | None:
    """Why ``link`` of this formula may mean something else than it says; None: it does not."""
    if link.first and _depends_on_words_before(found, link):
        return WORDS
    if first_word(link.tail) in MULTIPLIERS:
        return WORDS
    if found.labels and (_is_one_number(link.left) or found.follows):
        return WORDS
    if _CLOCK.search(found.text):
        return "Numbers with a leading 0 may be times of day."
    if _SLASHES.search(found.text) and re.search("[A-Za-z]", found.text):
        return "It is not clear what is divided by what."
    return None


def _is_one_number(expr: Expr) -> bool:
    """A number as it stands, not a fraction to be worked out."""
    return is_literal(expr) and not has(expr, Div)


def _depends_on_words_before(found: Found, link: Link) -> bool:
    before = last_word(link.lead)
    if before in ARITHMETIC_WORDS or (before and _is_one_number(link.left)):
        return True
    is_bullet = len(link.lead.strip()) <= 1
    return not is_bullet and bool(_CUT_OFF.search(link.lead.rstrip()))
