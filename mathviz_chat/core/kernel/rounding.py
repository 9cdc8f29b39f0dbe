"""Is one number another one rounded? The exact comparison, and what is said of it."""

from __future__ import annotations

from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.equality import BALLS, undecided
from mathviz_chat.core.kernel.evaluation import shown_value
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.limits import Declined
from mathviz_chat.core.kernel.substitution import variables
from mathviz_chat.core.proof.claims import AtPoint, Holds
from mathviz_chat.core.proof.proving import Proof, prove
from mathviz_chat.core.reading.tree import Expr, Statement

WITNESS_DIGITS = (6, 12, 24, 60)


def find_truth(statement: Statement) -> Proof | None:
    """The proof that a statement about numbers is true, or that it is not."""
    certificate = AtPoint(hints(statement))
    for value in (True, False):
        try:
            return prove(Holds(statement, value=value), certificate)
        except Declined:
            continue
    return None


def find_rounding(left: Expr, right: Expr, near: Statement, places: int) -> Decision:
    """near: that the two differ by at most half a unit of the last place."""
    if variables(left) or variables(right):
        return undecided("Rounding is judged between numbers only.")
    proof = find_truth(near)
    if proof is None or not isinstance(proof.claim, Holds):
        return undecided(
            "The value lies too near the middle between two decimals.",
            BALLS,
        )
    if proof.claim.value:
        reason = f"they differ by at most half a unit of decimal place {places}"
        return Decision(Outcome.PROVED, BALLS, reason, proofs=(proof,))
    reason = "the two sides have different values"
    return Decision(Outcome.REFUTED, BALLS, reason, compared(left, right), proofs=(proof,))


def compared(left: Expr, right: Expr) -> Witness:
    """Both values, with as many digits as tell them apart."""
    shown = Witness()
    for digits in WITNESS_DIGITS:
        first, second = (shown_value(elaborate(side), {}, digits) for side in (left, right))
        shown = Witness((), first, second)
        if shown.left is None or shown.right is None or shown.left != shown.right:
            break
    return shown
