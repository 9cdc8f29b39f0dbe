"""Infinite limits: a limit beside infinity, or one without bound beside a number. Trusted.

As a finite limit becomes its value before two expressions are compared, an infinite one becomes
its kind: 1 for oo, -1 for -oo, 0 for any number. The core compares the kinds.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathviz_chat.core.kernel.confirming import in_core_notation
from mathviz_chat.core.kernel.constants import number
from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.extended import INFINITY, extended_limit
from mathviz_chat.core.kernel.identities import identity
from mathviz_chat.core.kernel.limiting import limit_point
from mathviz_chat.core.kernel.limits import Declined, sentence
from mathviz_chat.core.reading.tree import Expr, Limit, Neg

_KINDS: Final = {INFINITY: 1, Neg(INFINITY): -1}
METHOD: Final = "calculation with infinite limits"


def decide_infinite_limit(node: Limit, claimed: Expr) -> Decision | None:
    """Is the limit ``claimed``? Where neither of the two is infinite: None. Never raises."""
    try:
        tends = extended_limit(
            node, in_core_notation(node.body), limit_point(node, in_core_notation)
        )
    except (Declined, ValueError) as error:
        if claimed not in _KINDS:
            return None
        return Decision(Outcome.UNDECIDED, "none", sentence(error))
    if not tends.is_infinite and claimed not in _KINDS:
        return None
    value = tends.value or (INFINITY if tends.side > 0 else Neg(INFINITY))
    kinds = [_KINDS.get(one, 0) for one in (value, claimed)]
    decided = replace(identity(*map(number, kinds)), method=METHOD)
    if decided.outcome is not Outcome.REFUTED:
        return decided
    return replace(decided, witness=Witness((), value, claimed))
