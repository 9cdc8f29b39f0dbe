"""How a word problem is solved and recounted: named quantities, one formula after another."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mathviz_chat.core.reading.tree import Chain, Expr


@dataclass(frozen=True, slots=True)
class Work:
    """One quantity that is worked out: ``name`` is the value of ``expression``.

    expression: in numbers and the names that were found before; a statement only says something
    on the way, and has no name. rule: what a teacher says.
    """

    name: str
    rule: str
    expression: Expr | Chain
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A second way that counts: ``method`` of ``problems.enumeration`` applied to the numbers."""

    method: str
    numbers: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps to the answer, and how the answer is recounted.

    setup: rule and claim of each line that chooses an unknown or a formula; the equations in the
    unknowns, if there are any, are the problem's conditions. work: in order; the last one is the
    answer. checks: equations in ``answer``, what is
    claimed, by other formulas than those of ``work``.
    decimals: whether values are written as decimals, where they end, or as fractions.
    """

    setup: tuple[tuple[str, str], ...] = ()
    work: tuple[Work, ...] = ()
    checks: tuple[Chain, ...] = ()
    enumerations: tuple[Enumeration, ...] = ()
    decimals: bool = True
