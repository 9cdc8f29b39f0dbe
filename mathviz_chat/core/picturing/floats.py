"""Trees as functions of floating-point numbers, for drawing only: nothing is decided with them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Const,
    Constant,
    Degrees,
    Div,
    Expr,
    Factorial,
    Log,
    Mixed,
    Mul,
    Neg,
    Number,
    Numeral,
    Percent,
    Pow,
    RepeatingDecimal,
    Root,
    Sub,
    Symbol,
)

Values: TypeAlias = Mapping[str, float]
Compiled: TypeAlias = Callable[[Values], float]

NAN: Final = math.nan
_LARGEST: Final = 1e150  # what is larger is drawn nowhere; its square still has a value
_CONSTANTS: Final = {Const.PI: math.pi, Const.E: math.e}
_MAX_FACTORIAL: Final = 170  # the last one that a float holds


class NotDrawn(Exception):
    """The expression has a part that no curve is drawn of."""


def compiled(expr: Expr) -> Compiled:
    """A function from the values of the variables to the value, NaN where it has none.

    Raises NotDrawn for parts without a value in real numbers (sets, matrices, unknown functions).
    """
    inner = _compile(expr)

    def value(values: Values) -> float:
        try:
            found = inner(values)
        except (ArithmeticError, ValueError):
            return NAN
        return found if abs(found) < _LARGEST else NAN

    return value


def number(expr: Expr) -> float | None:
    """The value of a constant expression, None where it has none."""
    try:
        found = compiled(expr)({})
    except (NotDrawn, KeyError):
        return None
    return None if math.isnan(found) else found


def end(expr: Expr) -> float | None:
    """The end of an interval, None where it is infinite. Raises NotDrawn for what has no value."""
    if expr == Constant(Const.INFINITY) or expr == Neg(Constant(Const.INFINITY)):
        return None
    value = number(expr)
    if value is None:
        raise NotDrawn(str(expr))
    return value


def _compile(expr: Any) -> Compiled:
    rule = _RULES.get(type(expr))
    if rule is None:
        raise NotDrawn(type(expr).__name__)
    return rule(expr)


def _literal(value: Fraction) -> Compiled:
    try:
        known = float(value)
    except OverflowError:
        known = NAN
    return lambda values: known


def _symbol(expr: Symbol) -> Compiled:
    name = expr.name
    return lambda values: values[name]


def _constant(expr: Constant) -> Compiled:
    if expr.const not in _CONSTANTS:
        raise NotDrawn(str(expr.const))
    known = _CONSTANTS[expr.const]
    return lambda values: known


def _one(part: Expr, operate: Callable[[float], float]) -> Compiled:
    inner = _compile(part)
    return lambda values: operate(inner(values))


def _two(left: Expr, right: Expr, operate: Callable[[float, float], float]) -> Compiled:
    first, second = _compile(left), _compile(right)
    return lambda values: operate(first(values), second(values))


def _power(base: float, exponent: float) -> float:
    """Real powers: of a negative number only whole ones."""
    return math.pow(base, exponent)  # ValueError where it would be complex


def _root(radicand: float, index: float) -> float:
    if radicand < 0 and index % 2 == 1:
        return -math.pow(-radicand, 1 / index)
    return math.pow(radicand, 1 / index)


def _factorial(value: float) -> float:
    if value < 0 or value != int(value) or value > _MAX_FACTORIAL:
        return NAN
    return float(math.factorial(int(value)))


def _call(expr: Call) -> Compiled:
    function = FUNCTIONS.get(expr.function)
    if function is None or len(expr.args) != 1 or expr.primes:
        raise NotDrawn(expr.function)
    return _one(expr.args[0], function)


def _inverse(function: Callable[[float], float]) -> Callable[[float], float]:
    return lambda x: 1 / function(x)


FUNCTIONS: Final[Mapping[str, Callable[[float], float]]] = MappingProxyType(
    {
        "sin": math.sin,
        "cos": math.cos,
        "tan": math.tan,
        "cot": _inverse(math.tan),
        "sec": _inverse(math.cos),
        "csc": _inverse(math.sin),
        "arcsin": math.asin,
        "arccos": math.acos,
        "arctan": math.atan,
        "sinh": math.sinh,
        "cosh": math.cosh,
        "tanh": math.tanh,
        "arcsinh": math.asinh,
        "arccosh": math.acosh,
        "arctanh": math.atanh,
        "exp": math.exp,
        "floor": math.floor,
        "ceil": math.ceil,
    }
)

_RULES: Final[Mapping[type[Any], Callable[[Any], Compiled]]] = MappingProxyType(
    {
        Number: lambda expr: _literal(expr.value),
        RepeatingDecimal: lambda expr: _literal(expr.value),
        Numeral: lambda expr: _literal(expr.value),
        Mixed: lambda expr: _literal(expr.whole + Fraction(expr.numerator, expr.denominator)),
        Symbol: _symbol,
        Constant: _constant,
        Neg: lambda expr: _one(expr.arg, lambda a: -a),
        Abs: lambda expr: _one(expr.arg, abs),
        Percent: lambda expr: _one(expr.arg, lambda a: a / 100),
        Degrees: lambda expr: _one(expr.arg, math.radians),
        Factorial: lambda expr: _one(expr.arg, _factorial),
        Add: lambda expr: _two(expr.left, expr.right, lambda a, b: a + b),
        Sub: lambda expr: _two(expr.left, expr.right, lambda a, b: a - b),
        Mul: lambda expr: _two(expr.left, expr.right, lambda a, b: a * b),
        Div: lambda expr: _two(expr.left, expr.right, lambda a, b: a / b),
        Pow: lambda expr: _two(expr.base, expr.exponent, _power),
        Root: lambda expr: _two(expr.radicand, expr.index, _root),
        Log: lambda expr: _two(expr.arg, expr.base, lambda a, b: math.log(a) / math.log(b)),
        Call: _call,
    }
)
