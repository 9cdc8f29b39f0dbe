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
from mathviz_chat.core.kernel.integration import as_limits
from mathviz_chat.core.kernel.limiting import limit_point
from mathviz_chat.core.kernel.limits import Declined, sentence
from mathviz_chat.core.reading.tree import Expr, Integral, Limit, Neg

NOT_FOUND: Final = "The integral was not found to be infinite."
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


def decide_infinite_integral(node: Integral, claimed: Expr) -> Decision | None:
    """The same for an improper integral with one open end. Never raises.

    Asked only where infinity is written: other integrals are judged by their values.
    """
    if not {claimed, node.lower, node.upper} & set(_KINDS):
        return None
    try:
        body, lower, upper = map(_in_core_notation, (node.body, node.lower, node.upper))
        if lower is None or upper is None or body is None:
            return None
        for limit in as_limits(Integral(body, node.variable, lower, upper)):
            decision = decide_infinite_limit(limit, claimed)
            if decision is not None and decision.outcome is not Outcome.UNDECIDED:
                return decision
    except (Declined, ValueError):
        pass
    return Decision(Outcome.UNDECIDED, "none", NOT_FOUND) if claimed in _KINDS else None


def _in_core_notation(expr: Expr | None) -> Expr | None:
    """As it is where it is infinite."""
    return expr if expr is None or expr in _KINDS else in_core_notation(expr)
