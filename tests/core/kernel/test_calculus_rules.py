"""Differentiation and substitution."""

from __future__ import annotations

import pytest

from mathviz_chat.core.kernel import Outcome, differentiate, identity, substitute
from mathviz_chat.core.reading import to_plain
from tests.core.kernel.reading_helpers import expr

DERIVATIVES = [
    ("x^3 + 2x", "3x^2 + 2"),
    ("x*sin(x)", "sin(x) + x*cos(x)"),
    ("sin(x)/x", "(x*cos(x) - sin(x))/x^2"),
    ("e^(x^2)", "2x*e^(x^2)"),
    ("2^x", "2^x*ln(2)"),
    ("x^x", "x^x*(ln(x) + 1)"),
    ("ln(x^2 + 1)", "2x/(x^2 + 1)"),
    ("log(x, 10)", "1/(x*ln(10))"),
    ("sqrt(x)", "1/(2*sqrt(x))"),
    ("root(x, 3)", "1/(3*root(x, 3)^2)"),
    ("tan(x)", "1/cos(x)^2"),
    ("sec(x)", "sec(x)*tan(x)"),
    ("cot(x)", "-1/sin(x)^2"),
    ("csc(x)", "-csc(x)*cot(x)"),
    ("arcsin(x)", "1/sqrt(1 - x^2)"),
    ("arccos(x)", "-1/sqrt(1 - x^2)"),
    ("arctan(x)", "1/(1 + x^2)"),
    ("sinh(x)", "cosh(x)"),
    ("cosh(x)", "sinh(x)"),
    ("tanh(x)", "1 - tanh(x)^2"),
    ("arcsinh(x)", "1/sqrt(x^2 + 1)"),
    ("arctanh(x)", "1/(1 - x^2)"),
    ("a*x^2 + b*x + c", "2a*x + b"),
    ("7", "0"),
    ("x^(1/2)", "1/2*x^(-1/2)"),
    ("abs(x)", "x/abs(x)"),
]


@pytest.mark.parametrize(("function", "derivative"), DERIVATIVES)
def test_derivatives(function: str, derivative: str) -> None:
    found = differentiate(expr(function), "x")
    assert identity(found, expr(derivative)).outcome is Outcome.PROVED


@pytest.mark.parametrize("function", ["x!", "f(x)", "floor(x)"])
def test_no_rule_is_an_error_with_the_reason(function: str) -> None:
    with pytest.raises(ValueError, match="derivative"):
        differentiate(expr(function), "x")


def test_only_zeros_and_ones_are_tidied() -> None:
    assert to_plain(differentiate(expr("x^3 + 2x"), "x")) == "3x^2 + 2"


def test_substitution_is_simultaneous_and_simplifies_nothing() -> None:
    found = substitute(expr("x + y*x"), {"x": expr("y"), "y": expr("x + 1")})
    assert to_plain(found) == "y + (x + 1)y"
