"""What the comparison of two answers comes to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EqualityResult(StrEnum):
    """Undecided is neither equal nor unequal: nothing is known."""

    EQUAL = "equal"
    UNEQUAL = "unequal"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Equality:
    """The result, one sentence why, and what decided it (None where nothing did)."""

    result: EqualityResult
    reason: str
    method: str | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What the question or the kind fixes about the answers.

    ordered: the order of a list counts. unit: the question names the unit, so it may be left out.
    percent: the question asks for a percentage. rounded: it asks for a rounded value.
    antiderivative: it asks for one, so that a constant may be added. general: it asks for all
    solutions of a trigonometric equation, one for each whole number.
    """

    ordered: bool = False
    unit: bool = False
    percent: bool = False
    rounded: bool = False
    antiderivative: bool = False
    general: bool = False


def equal_because(reason: str, method: str | None = None) -> Equality:
    return Equality(EqualityResult.EQUAL, reason, method)


def unequal_because(reason: str, method: str | None = None) -> Equality:
    return Equality(EqualityResult.UNEQUAL, reason, method)


def undecided_because(reason: str) -> Equality:
    return Equality(EqualityResult.UNDECIDED, reason)
