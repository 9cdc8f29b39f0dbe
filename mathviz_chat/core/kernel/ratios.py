"""The shortest certificate for a step between conditions: one is the other times a factor."""

from __future__ import annotations

from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.limits import Declined
from mathviz_chat.core.proof.claims import Follows, Ratio
from mathviz_chat.core.proof.proving import Proof, prove
from mathviz_chat.core.reading.tree import Chain, Statement


def same_by_ratio(
    before: tuple[Statement, ...],
    after: Statement,
    conditions: tuple[Statement, ...] = (),
) -> Proof | None:
    """The proof that the two conditions are the same up to a factor."""
    if len(before) != 1 or not isinstance(before[0], Chain) or not isinstance(after, Chain):
        return None
    if before[0].ops != after.ops:
        flipped = len(after.ops) == 1 == len(before[0].ops)
        if not flipped:
            return None
    chosen = tuple(range(len(after.ops)))
    try:
        claim = Follows(before, after, conditions, both=True)
        return prove(claim, Ratio(hints(*before, after, *conditions), chosen))
    except Declined:
        return None
