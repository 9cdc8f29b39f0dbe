"""What a judge returns, and the table from a relation to a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Decision, Outcome, Witness, evaluate
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.spelling import in_digits
from mathviz_chat.core.reading.tree import Expr, Neg, Number
from mathviz_chat.core.verdict import (
    NOT_CLAIMS,
    WEAKEST_FIRST,
    AnswerVerdict,
    Relation,
    Role,
    Verdict,
)

CHECK_CANDIDATES: Final = "check the candidates"
NOT_COMPARED: Final = "what is counted is not compared"
MAX_SHOWN: Final = 60  # characters of a value or formula inside a sentence
_SMALL: Final = 10**15  # a literal up to here is its own value


NOT_GROUNDED: Final = "The kernel did not prove this."
REASONS: Final = {
    Role.NOTATION: "This is a way of writing, not a claim that both sides are equal.",
    Role.NONE: "This is asked, not claimed.",
    Role.DEFINITION: "This says what a name stands for; it claims nothing.",
    Role.GIVEN: "This is taken as given; the lines after it are judged by it.",
    Role.FORMULA: "This is a formula or names a value; there is nothing to compare it with.",
    Role.UNDECIDED: "It is not clear whether this is meant for all values or as an equation.",
}
"""Why a formula in such a role is not judged."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one relation sign, before it becomes a claim.

    ground: what the verdict stands on, the kernel's decision with its proofs or the verdict of
    judging the answer on its own. denied: the text says that the relation does not hold.
    unproved: why the formula is not proved as a whole, even if other lines hold the lost roots.
    Without such a ground there is no *proved*: whatever asks for one gets *unchecked*.
    """

    verdict: Verdict
    relation: Relation | None
    reason: str
    witness: str | None = None
    method: str | None = None
    conditions: tuple[str, ...] = ()
    role: Role = Role.UNDECIDED
    ground: Decision | AnswerVerdict | None = None
    denied: bool = False
    unproved: str | None = None

    def __post_init__(self) -> None:
        if self.verdict is Verdict.PROVED and not self._is_grounded():
            object.__setattr__(self, "verdict", Verdict.UNCHECKED)
            object.__setattr__(self, "relation", None)
            object.__setattr__(self, "reason", NOT_GROUNDED)

    def _is_grounded(self) -> bool:
        if isinstance(self.ground, Decision):
            needed = Outcome.REFUTED if self.denied else Outcome.PROVED
            return self.ground.outcome is needed and bool(self.ground.proofs)
        return self.ground is AnswerVerdict.VERIFIED and not self.denied

    def of_role(self, role: Role) -> Judgement:
        return replace(self, role=role)


# The table "From relation to verdict" of docs/checking.md: (as a step, as the final answer).
VERDICTS: Final[dict[Relation, tuple[Verdict, Verdict]]] = {
    Relation.SAME: (Verdict.PROVED, Verdict.PROVED),
    Relation.SAME_IF: (Verdict.PROVED, Verdict.PROVED),
    Relation.SAME_ROOTS: (Verdict.PROVED, Verdict.PROVED),
    Relation.ROOTS_GAINED: (Verdict.PROVED, Verdict.REFUTED),
    Relation.ROOTS_LOST: (Verdict.REFUTED, Verdict.REFUTED),
    Relation.ONLY_IMPLIED: (Verdict.PROVED, Verdict.UNCHECKED),
    Relation.MISSING_CONSTANT: (Verdict.UNCHECKED, Verdict.UNCHECKED),
    Relation.NOTATION: (Verdict.UNCHECKED, Verdict.UNCHECKED),
    Relation.DIFFERENT: (Verdict.REFUTED, Verdict.REFUTED),
}


def unchecked(reason: str, role: Role = Role.UNDECIDED) -> Judgement:
    """Nothing is known, and why."""
    return Judgement(Verdict.UNCHECKED, None, reason, role=role)


def weakest(judgements: Iterable[Judgement]) -> Judgement:
    """The one that counts for a line: the first of the weakest verdict among the claims.

    What is wrong in itself comes before what holds some of the solutions only.
    """
    return min(
        judgements,
        key=lambda one: (
            WEAKEST_FIRST.index(one.verdict),
            one.relation is Relation.ROOTS_LOST,
        ),
    )


def weakest_claim(judged: Sequence[Judgement]) -> Judgement:
    """The weakest that claims something; where nothing does, the first.

    Where all are proved, the conditions of all of them are kept.
    """
    claims = [one for one in judged if one.role not in NOT_CLAIMS]
    chosen = weakest(claims or judged)
    if chosen.relation is Relation.ROOTS_LOST:
        return replace(chosen, unproved=chosen.unproved or unproved_beside(chosen, claims))
    conditions = tuple(dict.fromkeys(text for one in claims for text in one.conditions))
    if chosen.verdict is not Verdict.PROVED or conditions == chosen.conditions:
        return chosen
    restricted = next(one for one in claims if one.conditions)
    return replace(restricted, conditions=conditions)


def unproved_beside(lost: Judgement, judged: Sequence[Judgement]) -> str | None:
    """Why a line that waits for lost roots is not proved when these are there: its other claims."""
    claims = (one for one in judged if one is not lost and one.role not in NOT_CLAIMS)
    others = [one for one in claims if one.relation is not Relation.ROOTS_LOST]
    open_ones = [one for one in others if one.verdict is not Verdict.PROVED]
    return weakest(open_ones).reason if open_ones else None


def clip(text: str) -> str:
    """Short enough to stand inside a sentence."""
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 3] + "..."


def show(expr: Expr) -> str:
    """The value of a constant expression as a student would write it; else the expression."""
    size = expr.arg if type(expr) is Neg else expr
    if type(size) is Number and size.value.denominator < _SMALL > abs(size.value.numerator):
        return show_fraction(size.value if size is expr else -size.value)
    value = evaluate(expr)
    if value is None:
        return clip(to_plain(expr))
    if value.rational is None:
        return f"{clip(to_plain(value.expr))} (about {to_plain(_rounded(value.decimal))})"
    return clip(show_fraction(value.rational))


def show_fraction(value: Fraction) -> str:
    """``7``, ``-0.25``, ``1/3``: decimals where they end after at most six places."""
    if value.denominator == 1:
        return in_digits(value.numerator)
    for places in range(7):
        scaled = value * 10**places
        if scaled.denominator == 1:
            return _decimal_text(scaled.numerator, places)
    return f"{in_digits(value.numerator)}/{in_digits(value.denominator)}"


def _decimal_text(digits: int, places: int) -> str:
    sign, text = "-" if digits < 0 else "", in_digits(abs(digits)).rjust(places + 1, "0")
    return f"{sign}{text[:-places]}.{text[-places:]}" if places else f"{sign}{text}"


def _rounded(value: Fraction, places: int = 4) -> Number:
    return Number(Fraction(round(value * 10**places), 10**places), places)


def witness_text(witness: Witness | None) -> str | None:
    """``x = 2: left 7, right 5``."""
    if witness is None:
        return None
    point = ", ".join(f"{name} = {show(value)}" for name, value in witness.point)
    sides = []
    if witness.left is not None:
        sides.append(f"left {show(witness.left)}")
    if witness.right is not None:
        sides.append(f"right {show(witness.right)}")
    text = ": ".join(part for part in (point, ", ".join(sides)) if part)
    return text or witness.note


def conditions_of(decision: Decision) -> tuple[str, ...]:
    """The restrictions that the decision picked up, as text."""
    return tuple(to_plain(condition) for condition in decision.conditions)
