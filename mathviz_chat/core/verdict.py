"""What the checker says: frozen values, in the words of ``commands.md``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Verdict(StrEnum):
    """The verdict on one claim."""

    PROVED = "proved"
    REFUTED = "refuted"
    PROBABLE = "probable"
    UNCHECKED = "unchecked"


WEAKEST_FIRST: tuple[Verdict, ...] = (
    Verdict.REFUTED,
    Verdict.UNCHECKED,
    Verdict.PROBABLE,
    Verdict.PROVED,
)


class AnswerVerdict(StrEnum):
    """The verdict on the answer as a whole.

    verified: proved to answer the question as it was read. refuted: proved not to.
    checked: every claim that can be checked holds. unchecked: nothing could be said.
    """

    VERIFIED = "verified"
    REFUTED = "refuted"
    CHECKED = "checked"
    UNCHECKED = "unchecked"


class Relation(StrEnum):
    """How the two sides of a claim, or a line and the facts before it, are related."""

    SAME = "same"
    SAME_IF = "same if"
    SAME_ROOTS = "same roots"
    ROOTS_GAINED = "roots gained"
    ROOTS_LOST = "roots lost"
    ONLY_IMPLIED = "only implied"
    MISSING_CONSTANT = "missing + c"
    NOTATION = "notation"
    DIFFERENT = "different"


class Role(StrEnum):
    """What an ``=`` (or another relation) in a text is meant to do, decided before it is judged."""

    COMPUTATION = "computation"
    IDENTITY = "identity"
    CONDITION = "condition"
    DEFINITION = "definition"
    FORMULA = "formula"
    GIVEN = "given"
    NOTATION = "notation"
    NONE = "none"  # the line holds no claim
    UNDECIDED = "undecided"


NOT_CLAIMS: Final = frozenset({Role.NONE, Role.GIVEN, Role.DEFINITION, Role.FORMULA, Role.NOTATION})
"""Roles that claim nothing: they are unchecked, and don't weaken the whole."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One judged claim.

    text: as written. read_as: how it was understood (plain notation), None where it was not read.
    reason: one sentence on the verdict. witness: for a refutation, what a student can verify.
    method: what decided it, so that it can be replayed. conditions: restrictions picked up.
    """

    text: str
    read_as: str | None
    verdict: Verdict
    relation: Relation | None
    reason: str
    witness: str | None = None
    method: str | None = None
    conditions: tuple[str, ...] = ()
    role: Role = Role.NONE


class StepKind(StrEnum):
    """What a line of a solution is."""

    SETUP = "setup"
    STEP = "step"
    TEXT = "text"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Step:
    """A finished line or block of an answer with its claim; ``rule`` ... ``after`` by a solver."""

    kind: StepKind
    claim: Claim
    rule: str | None = None
    why: str | None = None
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A final answer. text: as shown. plain: one line of ASCII, ``x = 2 or x = 3``.

    conditions: restrictions that the way to it picked up and that it leaves unsaid, ``x != 3``.
    """

    text: str
    plain: str
    conditions: tuple[str, ...] = ()
