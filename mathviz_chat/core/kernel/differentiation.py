"""The rules of differentiation."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from mathviz_chat.core.kernel.build import ONE, TWO, add, div, mul, neg, number, power, sqrt, sub
from mathviz_chat.core.kernel.limits import TooLarge, sentence
from mathviz_chat.core.kernel.measuring import measure
from mathviz_chat.core.kernel.substitution import variables
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Const,
    Constant,
    Degrees,
    Derivative,
    Div,
    Expr,
    Log,
    Mul,
    Neg,
    Number,
    Percent,
    Pow,
    Quantity,
    Root,
    Sub,
    Symbol,
)

ZERO = number(0)
INVERTIBLE = ("sin", "cos", "tan", "sec", "csc", "sinh", "cosh", "tanh")
ALIASES = {f"arc{name}": f"a{name}" for name in INVERTIBLE}


def _call(name: str, arg: Expr) -> Expr:
    return Call(name, (arg,))


def _square(expr: Expr) -> Expr:
    return Pow(expr, TWO)


# name of f -> the derivative of f at u (without the inner derivative)
OUTER: dict[str, Callable[[Expr], Expr]] = {
    "sin": lambda u: _call("cos", u),
    "cos": lambda u: neg(_call("sin", u)),
    "tan": lambda u: _square(_call("sec", u)),
    "sec": lambda u: mul(_call("sec", u), _call("tan", u)),
    "csc": lambda u: neg(mul(_call("csc", u), _call("cot", u))),
    "cot": lambda u: neg(_square(_call("csc", u))),
    "asin": lambda u: div(ONE, sqrt(sub(ONE, _square(u)))),
    "acos": lambda u: neg(div(ONE, sqrt(sub(ONE, _square(u))))),
    "atan": lambda u: div(ONE, add(_square(u), ONE)),
    "sinh": lambda u: _call("cosh", u),
    "cosh": lambda u: _call("sinh", u),
    "tanh": lambda u: div(ONE, _square(_call("cosh", u))),
    "asinh": lambda u: div(ONE, sqrt(add(_square(u), ONE))),
    "acosh": lambda u: div(ONE, mul(sqrt(sub(u, ONE)), sqrt(add(u, ONE)))),
    "atanh": lambda u: div(ONE, sub(ONE, _square(u))),
    "exp": lambda u: _call("exp", u),
}


def differentiate(expr: Expr, variable: str) -> Expr:
    """d expr / d variable by the rules: sum, product, quotient, chain, power, elementary functions.

    The derivative of a function that is not known, of an absolute value or of a factorial raises
    ValueError with the reason. The result is tidied only where 0 and 1 are terms or factors.
    """
    try:
        measure(expr)
    except TooLarge as error:
        raise ValueError(sentence(error)) from error
    return _derivative(expr, variable)


def _derivative(expr: Expr, variable: str) -> Expr:
    if variable not in variables(expr):
        return ZERO
    match expr:
        case Symbol():
            return ONE
        case Neg(arg):
            return neg(_derivative(arg, variable))
        case Add(left, right):
            return add(_derivative(left, variable), _derivative(right, variable))
        case Sub(left, right):
            return sub(_derivative(left, variable), _derivative(right, variable))
        case Mul(left, right):
            return add(
                mul(_derivative(left, variable), right), mul(left, _derivative(right, variable))
            )
        case Div(left, right):
            return _quotient(left, right, variable)
        case Pow(base, exponent):
            return _power(base, exponent, variable)
        case _:
            return _function(expr, variable)


def _quotient(left: Expr, right: Expr, variable: str) -> Expr:
    if variable not in variables(right):
        return div(_derivative(left, variable), right)
    top = sub(mul(_derivative(left, variable), right), mul(left, _derivative(right, variable)))
    return div(top, _square(right))


def _power(base: Expr, exponent: Expr, variable: str) -> Expr:
    if variable not in variables(exponent):
        inner = _derivative(base, variable)
        return mul(mul(exponent, power(base, _less_one(exponent))), inner)
    inner = _derivative(exponent, variable)
    if base == Constant(Const.E):
        return mul(Pow(base, exponent), inner)
    logarithm = Log(base, Constant(Const.E))
    if variable in variables(base):
        growth = div(mul(exponent, _derivative(base, variable)), base)
        return mul(Pow(base, exponent), add(mul(inner, logarithm), growth))
    return mul(mul(Pow(base, exponent), logarithm), inner)


def _less_one(exponent: Expr) -> Expr:
    match exponent:
        case Number(value):
            return number(value - 1)
        case Neg(Number(value)):
            return number(-value - 1)
        case Div(Number(top), Number(bottom)) if bottom:
            return number(Fraction(top, bottom) - 1)
        case _:
            return Sub(exponent, ONE)


def _function(expr: Expr, variable: str) -> Expr:
    """Functions of one argument, and notation that is linear in its argument."""
    match expr:
        case Root(radicand, index) if variable not in variables(index):
            below = mul(index, power(expr, _less_one(index)))
            return div(_derivative(radicand, variable), below)
        case Log(arg, base):
            return _logarithm(arg, base, variable)
        case Call(name, (arg,), primes=0) if ALIASES.get(name, name) in OUTER:
            outer = OUTER[ALIASES.get(name, name)](arg)
            return mul(outer, _derivative(arg, variable))
        case Abs(arg):  # without a value where arg is 0, as the derivative is
            return mul(div(arg, expr), _derivative(arg, variable))
        case Percent(arg):
            return Percent(_derivative(arg, variable))
        case Degrees(arg):
            return Degrees(_derivative(arg, variable))
        case Quantity(value, unit):
            return Quantity(_derivative(value, variable), unit)
        case Derivative(body, inner_variable, order):
            for _ in range(order):
                body = _derivative(body, inner_variable)
            return _derivative(body, variable)
        case Call(name):
            raise ValueError(f"the derivative of {name} is not known")
        case _:
            raise ValueError("the checker has no rule for this derivative")


def _logarithm(arg: Expr, base: Expr, variable: str) -> Expr:
    if variable in variables(base):
        natural = Constant(Const.E)
        return _derivative(Div(Log(arg, natural), Log(base, natural)), variable)
    if isinstance(arg, Abs):  # ln|u| has the derivative u'/u, as ln u has
        arg = arg.arg
    inner = _derivative(arg, variable)
    if base == Constant(Const.E):
        return div(inner, arg)
    return div(inner, mul(arg, Log(base, Constant(Const.E))))
