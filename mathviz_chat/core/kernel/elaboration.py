"""From the reader's tree to the few nodes that the rest of the kernel knows.

These are Number, Symbol, Constant (pi, e, i), Neg, Add, Sub, Mul, Div, Pow, Root, Abs, Log to the
base e, Factorial of something that is not a number, Call of sin, cos, asin, acos, atan, floor or
ceil, and a definite Integral that ``preparation.py`` has not carried out. Each rewriting below
keeps the value and the set of points at which it is defined.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import TypeVar

from flint import fmpz

from mathviz_chat.core.kernel.build import ONE, PI, TWO, E, number, sqrt
from mathviz_chat.core.kernel.differentiation import ALIASES, differentiate
from mathviz_chat.core.kernel.limits import (
    MAX_EXPANSION,
    MAX_FACTORIAL,
    MAX_NODES,
    Declined,
    TooLarge,
    Undefined,
    Unsupported,
)
from mathviz_chat.core.kernel.measuring import measure
from mathviz_chat.core.kernel.rational import rational
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    BigOperator,
    Call,
    Const,
    Constant,
    Degrees,
    Derivative,
    Div,
    Expr,
    Factorial,
    Integral,
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
from mathviz_chat.core.reading.walking import map_children, walk

CORE_CALLS = frozenset({"sin", "cos", "asin", "acos", "atan", "floor", "ceil"})


def _sin(u: Expr) -> Expr:
    return Call("sin", (u,))


def _cos(u: Expr) -> Expr:
    return Call("cos", (u,))


def _exp(u: Expr) -> Expr:
    return Pow(E, u)


def _ln(u: Expr) -> Expr:
    return Log(u, E)


def _sinh(u: Expr) -> Expr:
    return Div(Sub(_exp(u), _exp(Neg(u))), TWO)


def _cosh(u: Expr) -> Expr:
    return Div(Add(_exp(u), _exp(Neg(u))), TWO)


def _square(u: Expr) -> Expr:
    return Pow(u, TWO)


# Standard definitions (DLMF 4.14, 4.28, 4.37); domains over the reals are kept.
DEFINITIONS: dict[str, Callable[[Expr], Expr]] = {
    "tan": lambda u: Div(_sin(u), _cos(u)),
    "cot": lambda u: Div(_cos(u), _sin(u)),
    "sec": lambda u: Div(ONE, _cos(u)),
    "csc": lambda u: Div(ONE, _sin(u)),
    "exp": _exp,
    "sinh": _sinh,
    "cosh": _cosh,
    "tanh": lambda u: Div(_sinh(u), _cosh(u)),
    "coth": lambda u: Div(_cosh(u), _sinh(u)),
    "sech": lambda u: Div(ONE, _cosh(u)),
    "csch": lambda u: Div(ONE, _sinh(u)),
    "asinh": lambda u: _ln(Add(u, sqrt(Add(_square(u), ONE)))),
    "acosh": lambda u: _ln(Add(u, Mul(sqrt(Sub(u, ONE)), sqrt(Add(u, ONE))))),
    "atanh": lambda u: Div(_ln(Div(Add(ONE, u), Sub(ONE, u))), TWO),
    "asec": lambda u: Call("acos", (Div(ONE, u),)),
    "acsc": lambda u: Call("asin", (Div(ONE, u),)),
    "ln": _ln,
    "lg": lambda u: Div(_ln(u), _ln(number(10))),
    "sqrt": sqrt,
    "abs": Abs,
}


def _factorial(n: int) -> Expr:
    if n < 0:
        raise Undefined("the factorial of a negative number")
    if n > MAX_FACTORIAL:
        raise TooLarge(f"a factorial above {MAX_FACTORIAL}!")
    return number(int(fmpz.fac_ui(n)))


def _binomial(n: int, k: int) -> int:
    if n < 0 or k < 0:
        raise Unsupported("a binomial coefficient with a negative entry")
    if n > MAX_FACTORIAL:
        raise TooLarge(f"a binomial coefficient above {MAX_FACTORIAL}")
    return int(fmpz.bin_uiui(n, k))


def _remainder(a: int, b: int) -> int:
    if b == 0:
        raise Undefined("division by zero")
    return a % b


def _permutations(n: int, k: int) -> int:
    if k > n:
        return 0
    return _binomial(n, k) * int(fmpz.fac_ui(k))


# Functions of whole numbers: name -> (number of arguments or None for any, function)
WHOLE: dict[str, tuple[int | None, Callable[..., int]]] = {
    "gcd": (None, gcd),
    "lcm": (None, lcm),
    "binomial": (2, _binomial),
    "nCr": (2, _binomial),
    "permutations": (2, _permutations),
    "nPr": (2, _permutations),
    "mod": (2, _remainder),
}


def _whole(expr: Expr) -> int | None:
    value = rational(expr)
    return int(value.p) if value is not None and value.q == 1 else None


def elaborate(expr: Expr) -> Expr:
    """The expression in the kernel's core notation.

    Raises TooLarge, Unsupported or Undefined (a factorial of -1, say). Derivatives are carried
    out, sums and products with constant limits written out.
    """
    measure(expr)
    result = _elaborate(expr)
    measure(result)
    return result


def _elaborate(expr: Expr) -> Expr:
    match expr:
        case Number() | Symbol():
            return expr
        case Constant(const):
            if const is Const.INFINITY:
                raise Unsupported("infinity as a number")
            return expr
        case RepeatingDecimal(value) | Numeral(value):
            return number(value)
        case Mixed(whole, numerator, denominator):
            if denominator == 0:
                raise Undefined("division by zero")
            return number(whole + Fraction(numerator, denominator))
        case Derivative(body, variable, order):
            return _elaborate(_derivative(body, variable, order))
        case BigOperator():
            return _big_operator(expr)
        case _:
            return _rewrite(map_children(expr, _elaborate))


def _rewrite(expr: Expr) -> Expr:
    """One node whose children are in core notation."""
    match expr:
        case Neg() | Add() | Sub() | Mul() | Div() | Pow() | Root() | Abs():
            return expr
        case Integral() if expr.lower is not None and expr.upper is not None:
            return expr
        case Percent(arg):
            return Div(arg, number(100))
        case Degrees(arg):
            return Div(Mul(arg, PI), number(180))
        case Log(arg, base):
            return expr if base == E else Div(Log(arg, E), Log(base, E))
        case Factorial(arg):
            return _constant_factorial(expr, arg)
        case Call(name, args, primes=0):
            return _function(ALIASES.get(name, name), args)
        case Call():
            raise Unsupported("a function that is not known")
        case _:
            raise Unsupported("such notation within a calculation")


def _constant_factorial(expr: Factorial, arg: Expr) -> Expr:
    value = rational(arg)
    if value is None:
        return expr
    if value.q != 1:
        raise Unsupported("the factorial of a fraction")
    return _factorial(int(value.p))


def _function(name: str, args: tuple[Expr, ...]) -> Expr:
    if name in WHOLE:
        return _whole_function(name, args)
    if name == "log" and len(args) == 1:
        raise Unsupported("log, written like this")
    if len(args) != 1:
        raise Unsupported(f"{name} of {len(args)} values")
    if name in DEFINITIONS:
        return DEFINITIONS[name](args[0])
    if name not in CORE_CALLS:
        raise Unsupported(f"the function {name}")
    return Call(name, args)


def _whole_function(name: str, args: tuple[Expr, ...]) -> Expr:
    count, function = WHOLE[name]
    if count is not None and len(args) != count:
        raise Unsupported(f"{name} of {len(args)} values")
    values = [_whole(arg) for arg in args]
    if not values or None in values:
        raise Unsupported(f"{name} of something that is not a whole number")
    return number(function(*values))


def _derivative(body: Expr, variable: str, order: int) -> Expr:
    if order > 20:
        raise TooLarge("a derivative of order above 20")
    try:
        for _ in range(order):
            body = differentiate(body, variable)
            measure(body)
    except ValueError as error:
        raise Declined(str(error)) from error
    return body


T = TypeVar("T")


def balanced(items: Sequence[T], combine: Callable[[T, T], T]) -> T:
    """Fold at least one item as a balanced tree, so that long sums do not nest deeply."""
    if len(items) == 1:
        return items[0]
    middle = len(items) // 2
    return combine(balanced(items[:middle], combine), balanced(items[middle:], combine))


def _big_operator(expr: BigOperator) -> Expr:
    lower, upper = _whole(_elaborate(expr.lower)), _whole(_elaborate(expr.upper))
    if lower is None or upper is None:
        raise Unsupported(f"a {expr.operator} without constant whole limits")
    if expr.operator not in {"sum", "prod"}:
        raise Unsupported(f"the operator {expr.operator}")
    if upper - lower >= MAX_EXPANSION:
        raise TooLarge(f"a {expr.operator} of more than {MAX_EXPANSION} parts")
    if expr.index not in variables(expr.body):
        return _repeated(expr, upper - lower + 1)
    items: list[Expr] = []
    try:
        for k in range(lower, upper + 1):
            items.append(_elaborate(substitute(expr.body, {expr.index: number(k)})))
            if k == lower and (upper - lower) * sum(1 for _ in walk(items[0])) > MAX_NODES:
                raise TooLarge(f"a {expr.operator} of more than {MAX_NODES} parts")
    except ValueError as error:
        raise Declined(str(error)) from error
    if not items:
        return number(0 if expr.operator == "sum" else 1)
    return balanced(items, Add if expr.operator == "sum" else Mul)


def _repeated(expr: BigOperator, times: int) -> Expr:
    body = _elaborate(expr.body)
    if times <= 0:
        return number(0 if expr.operator == "sum" else 1)
    return Mul(number(times), body) if expr.operator == "sum" else Pow(body, number(times))
