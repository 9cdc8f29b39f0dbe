"""What lists of values and their means have in common: the values, and how they are named."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.frames.tokens import Token

RUN = r"#e(?: #e)*(?: and)? #e"
VALUE: Final = re.compile(r"[$€£₹]?(?P<value>-?(?:\d*\.\d+|\d+/\d+|\d+))\s*(?:[°%A-Za-z][^\d]*)?")
WHOSE = r"(?:its|their|his|her|my|our|your|this|these|those)"
THING = (
    r"(?:numbers?|values?|scores?|marks?|times?|weights?|mass(?:es)?|heights?|lengths?|ages?"
    r"|prices?"
    r"|costs?|temperatures?|results?|readings?|data|distances?|sizes?|points?|goals?|speeds?|ones?"
    r"|amounts?|list|set)"
)
ALLOWED = (
    "scores score took points scored heights weights ages prices distances lengths number goals "
    "times day week month year"
)


def numbers(tokens: tuple[Token, ...]) -> list[str] | None:
    """The values without their unit, which all of them have, or the last one for all."""
    sorts = [token.sort for token in tokens]
    named = {(token.sort, token.unit) for token in tokens if token.sort not in _BARE}
    if len(named) > 1 or (named and not _in_one_unit(sorts)):
        return None
    found = [VALUE.fullmatch(token.text.replace("−", "-")) for token in tokens]
    return None if None in found else [match["value"] for match in found if match is not None]


_BARE: Final = ("number", "signed")


def _in_one_unit(sorts: list[str]) -> bool:
    bare = [sort in _BARE for sort in sorts]
    return not any(bare) or (all(bare[:-1]) and not bare[-1])
