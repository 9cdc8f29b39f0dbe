"""What the kernel answers: frozen values, no text for the user beyond one reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mathviz_chat.core.proof.proving import Proof
from mathviz_chat.core.reading.tree import Expr, Statement

UNCONFIRMED = "No proof of this was confirmed."


class Outcome(StrEnum):
    """proved and refuted are certain; probable rests on numeric evidence only."""

    PROVED = "proved"
    REFUTED = "refuted"
    PROBABLE = "probable"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Witness:
    """A point at which two sides differ: exact values, or decimals that a ball certifies."""

    point: tuple[tuple[str, Expr], ...] = ()
    left: Expr | None = None
    right: Expr | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """The kernel's answer to one question.

    method: what decided it (``"rational normal form"``, ``"ball arithmetic, 128 bits"``, ...).
    conditions: what must hold for it, such as ``x != 1`` (excluded points).
    proofs: what ``proved`` and ``refuted`` stand on: claims that the core has confirmed.
    """

    outcome: Outcome
    method: str
    reason: str
    witness: Witness | None = None
    conditions: tuple[Statement, ...] = ()
    proofs: tuple[Proof, ...] = ()

    def __post_init__(self) -> None:
        """Nothing is certain without a proof."""
        if self.outcome in (Outcome.PROVED, Outcome.REFUTED) and not self.proofs:
            object.__setattr__(self, "outcome", Outcome.UNDECIDED)
            object.__setattr__(self, "reason", UNCONFIRMED)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a search has found and nothing has proved yet; the fields as those of a decision."""

    outcome: Outcome
    method: str
    reason: str
    witness: Witness | None = None
    conditions: tuple[Statement, ...] = ()

    def proved_by(self, *proofs: Proof) -> Decision:
        """The decision that stands on those proofs."""
        return Decision(
            self.outcome, self.method, self.reason, self.witness, self.conditions, proofs
        )
