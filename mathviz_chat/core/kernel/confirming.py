"""Trees that were worked out by untrusted code, confirmed by normal forms of the core. Trusted."""

from __future__ import annotations

from mathviz_chat.core.kernel import differentiation
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.limits import Declined, Unsupported, sentence
from mathviz_chat.core.kernel.normalform import NormalForms
from mathviz_chat.core.proof.forms import Forms
from mathviz_chat.core.reading.tree import Derivative, Div, Expr


def are_same(left: Expr, right: Expr) -> bool:
    """Is it proved that the two are equal wherever both are defined?"""
    forms = Forms(hints(left, right))
    return bool(forms.tidy(forms.value(left) - forms.value(right)).num.is_zero())


def in_core_notation(expr: Expr) -> Expr:
    """The expression in the few nodes of ``elaboration``. Raises Declined."""
    core = elaborate(expr)
    if core != expr and not are_same(core, expr):
        raise Unsupported("notation whose meaning was not confirmed")
    return core


def differentiate(expr: Expr, variable: str) -> Expr:
    """d expr / d variable by the rules: sum, product, quotient, chain, power, elementary functions.

    The derivative of a function that is not known, of an absolute value or of a factorial raises
    ValueError with the reason. The result is tidied only where 0 and 1 are terms or factors.
    """
    slope = differentiation.differentiate(expr, variable)
    try:
        if are_same(Derivative(expr, variable), slope):
            return slope
    except Declined as error:
        raise ValueError(sentence(error)) from error
    raise ValueError("the derivative could not be confirmed")


def slope_of(expr: Expr, name: str) -> Expr:
    """The derivative as a tree in core notation. Raises Declined."""
    try:
        return in_core_notation(differentiate(expr, name))
    except ValueError as error:
        raise Declined(str(error)) from error


def lowest_terms(expr: Expr) -> Expr:
    """A rational function without its common factor: the same values but for isolated points."""
    forms = NormalForms(expr)
    try:
        value = forms.of(expr)
    except Declined:
        return expr
    if not forms.is_polynomial(value.num) or not forms.is_polynomial(value.den):
        return expr
    lowest = Div(forms.expression(value.num), forms.expression(value.den))
    return lowest if are_same(lowest, expr) else expr
