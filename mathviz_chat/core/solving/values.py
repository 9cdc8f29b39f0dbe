"""Values of constant expressions in their simplest form; quotients in lowest terms."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import Outcome, identity
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.reading.tree import Expr, Mul, Neg, Symbol
from mathviz_chat.core.solving import build
from mathviz_chat.core.solving.tidying import tidy


def simplest(expr: Expr) -> Expr | None:
    """The value of a constant expression as it is written as an answer; None where it has none.

    SymPy proposes; what it proposes counts only where the kernel proves it equal.
    """
    try:
        value = recount.value(expr)
    except recount.NotEvaluated:
        return None
    if isinstance(value, Fraction):
        return build.rational(value)
    for candidate in (symbolic.simplest_form(expr), tidy(expr), expr):
        if candidate is None or not forms.is_worked_out(candidate):
            continue
        if identity(expr, candidate).outcome is Outcome.PROVED:
            return candidate
    return None


def reduced(expr: Expr) -> Expr:
    """A quotient in lowest terms as SymPy cancels it, where the kernel proves it equal."""
    candidates = [symbolic.cancelled(expr), tidy(expr)]
    proved = [
        candidate
        for candidate in candidates
        if candidate is not None and identity(expr, candidate).outcome is Outcome.PROVED
    ]
    return min(proved, key=size, default=expr)


def size(expr: Expr) -> int:
    """How many nodes an expression has."""
    return sum(1 for _ in forms.parts(expr))


def multiple(factor: Expr, name: Symbol) -> Expr:
    """``factor*x`` as it is written: ``x``, ``-x``, ``3x/2``, 0."""
    try:
        value = recount.value(factor)
    except recount.NotEvaluated:
        return Mul(factor, name)
    if isinstance(value, Fraction):
        return build.total([(value, name)])
    if isinstance(factor, Neg):
        return Neg(Mul(factor.arg, name))
    return Mul(factor, name)
