"""Whether two answers are the same answer: what grading rests on."""

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


def equal(
    gold: str, answer: str, *, question: str | None = None, kind: str | None = None
) -> Equality:
    """Compare two final answers."""
    return Equality(EqualityResult.UNDECIDED, "The two answers were not compared.")
