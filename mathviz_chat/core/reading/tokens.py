"""What the lexer makes of a text: tokens of few kinds, whatever the notation.

A token's kind is either the sign it stands for (``+``, ``<=``, ``frac``, ...) or one of NUM,
VULGAR, NAME, CONST, FUNC, UNIT, RATE, LEIBNIZ, DIFF, TEXT, END.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, NamedTuple


class Token(NamedTuple):
    """``spaced``: white space stands before it."""

    kind: str
    value: Any
    start: int
    end: int
    spaced: bool


@dataclass(frozen=True, slots=True)
class Names:
    """What the caller knows: names that are variables, and names that are functions."""

    variables: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()


VALUES: Final = frozenset(["NUM", "VULGAR", "UNIT", "RATE", ")", "]", "}", "%", "|", "°", "\\}"])
"""After these a unit may stand, and ``x`` may be a times sign."""
