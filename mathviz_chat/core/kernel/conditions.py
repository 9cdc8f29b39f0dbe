"""Conditions on unknowns: their real solutions, and how one condition follows from others."""

from __future__ import annotations

from mathviz_chat.core.kernel.decision import Decision
from mathviz_chat.core.kernel.values import SolutionSet
from mathviz_chat.core.reading.tree import Statement
from mathviz_chat.core.verdict import Relation


def real_solutions(statement: Statement, unknown: str) -> SolutionSet | None:
    """All real solutions of a condition on one unknown; None where they cannot be certified.

    Equations, inequalities, "and", "or", "not" of rational functions, roots and absolute values.
    """
    raise NotImplementedError


def compare_conditions(
    before: tuple[Statement, ...], after: Statement, *, unknowns: tuple[str, ...]
) -> tuple[Decision, Relation]:
    """How is ``after`` related to ``before`` (all of which hold), over the reals?

    SAME_ROOTS/proved: the same solutions. SAME/proved: the same equation up to a constant factor.
    SAME_IF/proved: the same where the decision's conditions hold. ONLY_IMPLIED/proved: it follows
    from them, but says less (also where solutions are gained in several unknowns).
    ROOTS_GAINED/proved: every solution is kept, others are added: the witness is one of those.
    ROOTS_LOST/refuted: the witness is a solution of ``before`` that ``after`` excludes.
    DIFFERENT/refuted: solutions lost and gained. DIFFERENT/undecided: could not be told.
    """
    raise NotImplementedError
