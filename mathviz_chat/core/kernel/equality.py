"""Equality of two expressions: decided, or said to be undecided."""

from __future__ import annotations

from mathviz_chat.core.kernel.decision import Decision
from mathviz_chat.core.reading.tree import Expr, Statement


def identity(
    left: Expr,
    right: Expr,
    *,
    facts: tuple[Statement, ...] = (),
    complex_domain: bool = False,
) -> Decision:
    """Are the two equal for all real values of the variables at which both are defined?

    facts: conditions that may be used: ``x > 0``, ``x = 5`` (values and signs of symbols).
    complex_domain: the constant i may occur; the variables stay real.
    ``conditions`` of the answer are the restrictions that the two sides pick up: ``x != 1``.
    Never raises: what is too large or not understood is undecided, with the reason.
    """
    raise NotImplementedError


def approximately(left: Expr, right: Expr, places: int) -> Decision:
    """Is ``right`` the value of ``left`` rounded to ``places`` decimals?

    Exact: |left - right| <= 10^-places / 2, so a tie may be rounded either way.
    """
    raise NotImplementedError


def holds(statement: Statement, bindings: dict[str, Expr]) -> Decision:
    """Does the statement hold when the values are put in for its symbols?"""
    raise NotImplementedError
