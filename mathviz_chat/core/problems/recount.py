"""A second way to a value, for judging answers: it shares no code with the kernel.

Rational arithmetic is Python's ``fractions``; what is not rational is evaluated by mpmath to 50
digits. Agreement to 40 digits confirms the kernel's proof, it never replaces one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import islice
from math import ceil, comb, floor, gcd, isqrt, lcm
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

Scalar: TypeAlias = Any  # Fraction, or mpmath's mpf
Bindings: TypeAlias = Mapping[str, Scalar]
Function: TypeAlias = Callable[[dict[str, Fraction]], Scalar]

DIGITS: Final = 50
AGREEMENT: Final = 40
MAX_EXPONENT: Final = 2000
MAX_FACTORIAL: Final = 500


class NotEvaluated(Exception):
    """The expression has no real value here, or none that this module can find; a noun phrase."""


class Undefined(NotEvaluated):
    """It has no real value: a logarithm of 0, an even root of a negative number."""


def sentence(error: Exception) -> str:
    """Why there is no value, for a student."""
    if isinstance(error, ZeroDivisionError):
        error = Undefined("a division by zero")
    if isinstance(error, Undefined):
        return f"It has no real value: it holds {error}."
    return f"A value in it does not exist or cannot be computed here: {error}."


def value(expr: Expr, bindings: Bindings = MappingProxyType({})) -> Scalar:
    """The real value of an expression: a Fraction where every step is rational.

    Raises NotEvaluated where it is undefined, too large or of a kind that is not supported.
    """
    rule = _RULES.get(type(expr))
    if rule is None:
        raise NotEvaluated("such notation within a calculation")
    try:
        return rule(expr, bindings)
    except ZeroDivisionError as error:
        raise Undefined("a division by zero") from error
    except (OverflowError, ValueError) as error:
        raise NotEvaluated(str(error)) from error


def agree(left: Scalar, right: Scalar, digits: int = AGREEMENT) -> bool:
    """Whether two values are the same: exactly for fractions, else to so many digits."""
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left == right
    mp = _mp()
    a, b = real(left), real(right)
    return bool(abs(a - b) <= mp.mpf(10) ** -digits * max(1, abs(a), abs(b)))


def less(left: Scalar, right: Scalar) -> bool:
    """Whether one value is smaller than another, and not the same."""
    if agree(left, right):
        return False
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left < right
    return bool(real(left) < real(right))


def nth_derivative(expr: Expr, variable: str, order: int, bindings: Bindings) -> Scalar:
    """The derivative's value by finite differences of many digits (mpmath ``diff``)."""
    mp = _mp()
    others = dict(bindings)
    point = others.pop(variable)
    with mp.workdps(3 * DIGITS):
        return mp.diff(lambda x: real(value(expr, {**others, variable: x})), real(point), order)


def slope(function: Callable[[Any], Any]) -> Scalar:
    """The slope at 0 of a function of mpmath's numbers, by finite differences of many digits."""
    mp = _mp()
    with mp.workdps(3 * DIGITS):
        return mp.diff(function, mp.mpf(0))


def root(radicand: Any, index: int) -> Scalar:
    """The root of a positive number of mpmath."""
    return _mp().root(radicand, index)


def pi() -> Scalar:
    """pi to the digits that are in force."""
    return +_mp().pi


def integral(expr: Expr, name: str, lower: Scalar, upper: Scalar, bindings: Bindings) -> Scalar:
    """The definite integral by tanh-sinh quadrature (mpmath ``quad``)."""
    mp = _mp()
    return mp.quad(lambda x: real(value(expr, {**bindings, name: x})), [real(lower), real(upper)])


def real_roots(terms: tuple[Fraction, ...], low: Scalar, high: Scalar) -> list[Scalar]:
    """The two ends, and between them the real roots of ``sum(c*x^k)``, by Durand and Kerner."""
    mp = _mp()
    ends = [real(low), real(high)]
    try:
        found = mp.polyroots([real(c) for c in reversed(terms)], maxsteps=300, extraprec=300)
    except mp.NoConvergence as error:
        raise NotEvaluated("the roots were not found") from error
    flat = [mp.re(one) for one in found if abs(mp.im(one)) < mp.mpf(10) ** -20]
    return sorted([*ends, *(one for one in flat if min(ends) < one < max(ends))])


def of_terms(terms: list[Fraction], at: Scalar) -> Scalar:
    """``sum(c*x^k)`` at a place, in decimals."""
    total = real(Fraction(0))
    for c in reversed(terms):
        total = total * at + real(c)
    return total


def infinite(*, positive: bool) -> Scalar:
    """An endless limit of integration."""
    return _mp().inf if positive else -_mp().inf


def difference(expr: Expr, name: str, lower: Scalar, upper: Scalar, bindings: Bindings) -> Scalar:
    """The growth of an expression between two values of a variable."""
    ends = (real(value(expr, {**bindings, name: end})) for end in (upper, lower))
    above, below = ends
    return above - below


def sample_points(names: tuple[str, ...], count: int = 12) -> Iterator[dict[str, Fraction]]:
    """Fixed rational points, the same every time: first of small size, positive and negative."""
    numerators = (7, -3, 11, 2, -13, 5, 17, -1, 19, 23, -29, 31)
    denominators = (5, 7, 4, 3, 9, 2, 13, 8, 11, 6, 17, 10)
    for k in range(count):
        yield {
            name: Fraction(numerators[(k + 5 * i) % 12], denominators[(k + 7 * i) % 12])
            for i, name in enumerate(names)
        }


_NEEDED_SAMPLES: Final = 3


def agree_on_samples(
    left: Function,
    right: Function,
    names: tuple[str, ...],
) -> bool | None:
    """Whether two functions agree at every sample where both have a value; None at too few."""

    def both() -> Iterator[bool]:
        for point in sample_points(names):
            try:
                yield agree(left(point), right(point))
            except NotEvaluated:
                continue

    seen = list(islice(both(), _NEEDED_SAMPLES))
    return None if len(seen) < _NEEDED_SAMPLES else all(seen)


def _mp() -> Any:
    from mpmath import mp

    mp.dps = max(mp.dps, DIGITS)
    return mp


def real(scalar: Scalar) -> Any:
    """The value as a number of mpmath; raises NotEvaluated for a complex one."""
    mp = _mp()
    if isinstance(scalar, Fraction):
        return mp.mpf(scalar.numerator) / scalar.denominator
    if isinstance(scalar, mp.mpc):
        raise NotEvaluated("not a real number")
    return scalar


def nearest(scalar: Scalar) -> int:
    """The nearest whole number of a value that is known to more digits than it has."""
    value = real(scalar)
    if abs(value) > 10**30:
        raise NotEvaluated("too large")
    return int(_mp().nint(value))


def _symbol(expr: Any, bindings: Bindings) -> Scalar:
    if expr.name not in bindings:
        raise NotEvaluated(f"{expr.name} has no value")
    return bindings[expr.name]


def _constant(expr: Any, _: Bindings) -> Scalar:
    if expr.const is Const.PI:
        return +_mp().pi
    if expr.const is Const.E:
        return +_mp().e
    raise NotEvaluated("infinity or the imaginary unit")


def _both(expr: Any, bindings: Bindings) -> tuple[Scalar, Scalar]:
    left, right = value(expr.left, bindings), value(expr.right, bindings)
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left, right
    return real(left), real(right)


def _add(expr: Any, bindings: Bindings) -> Scalar:
    left, right = _both(expr, bindings)
    return left + right


def _sub(expr: Any, bindings: Bindings) -> Scalar:
    left, right = _both(expr, bindings)
    return left - right


def _mul(expr: Any, bindings: Bindings) -> Scalar:
    left, right = _both(expr, bindings)
    return left * right


def _div(expr: Any, bindings: Bindings) -> Scalar:
    left, right = _both(expr, bindings)
    return left / right


def _pow(expr: Any, bindings: Bindings) -> Scalar:
    base, exponent = value(expr.base, bindings), value(expr.exponent, bindings)
    whole = isinstance(exponent, Fraction) and exponent.denominator == 1
    if base == 0 and real(exponent) <= 0:
        raise Undefined("0 to the power of 0 or less")
    if base == 0:
        return Fraction(0)
    if whole:
        if abs(exponent) > MAX_EXPONENT:
            raise NotEvaluated("the exponent is too large")
        return base ** int(exponent)
    if real(base) < 0:
        raise Undefined("a fractional power of a negative number")
    if isinstance(exponent, Fraction) and isinstance(base, Fraction) and exponent.denominator <= 60:
        exact = _exact_root(base, exponent.denominator)
        if exact is not None and abs(exponent.numerator) <= MAX_EXPONENT:
            return exact**exponent.numerator
    return _mp().power(real(base), real(exponent))


def _root(expr: Any, bindings: Bindings) -> Scalar:
    radicand, index = value(expr.radicand, bindings), value(expr.index, bindings)
    if not isinstance(index, Fraction) or index.denominator != 1 or not 2 <= index <= 100:
        raise NotEvaluated("a root with such an index")
    n = int(index)
    exact = _exact_root(radicand, n)
    if exact is not None:
        return exact
    number = real(radicand)
    if number < 0 and n % 2 == 0:
        raise Undefined("an even root of a negative number")
    root = _mp().root(abs(number), n)
    return root if number >= 0 else -root


def _exact_root(radicand: Scalar, index: int) -> Fraction | None:
    """The root of a fraction whose numerator and denominator are perfect powers."""
    if not isinstance(radicand, Fraction) or radicand < 0 or radicand > 10**40:
        return None
    above, below = (_whole_root(n, index) for n in (radicand.numerator, radicand.denominator))
    return None if above is None or below is None else Fraction(above, below)


def _whole_root(number: int, index: int) -> int | None:
    guess = round(number ** (1 / index)) if index > 2 else isqrt(number)
    return next((g for g in (guess - 1, guess, guess + 1) if g >= 0 and g**index == number), None)


def _factorial(expr: Any, bindings: Bindings) -> Scalar:
    n = value(expr.arg, bindings)
    if not isinstance(n, Fraction) or n.denominator != 1 or not 0 <= n <= MAX_FACTORIAL:
        raise Undefined("a factorial of what is no whole number from 0 on")
    product = Fraction(1)
    for k in range(2, int(n) + 1):
        product *= k
    return product


def _log(expr: Any, bindings: Bindings) -> Scalar:
    arg, base = real(value(expr.arg, bindings)), real(value(expr.base, bindings))
    if arg <= 0 or base <= 0 or base == 1:
        raise Undefined("a logarithm of what is not positive")
    mp = _mp()
    return mp.log(arg) / mp.log(base)


_FUNCTION_LIST = (
    "sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan arcsinh arccosh arctanh exp"
)
_FUNCTIONS: Final = frozenset(_FUNCTION_LIST.split())
_MPMATH_NAMES: Final = {name: name.replace("arc", "a") for name in _FUNCTIONS}


_WHOLE: Final[Mapping[str, Callable[..., int]]] = MappingProxyType(
    {"binomial": comb, "gcd": gcd, "lcm": lcm, "mod": lambda a, b: a % b, "floor": int, "ceil": int}
)


def _whole_function(expr: Any, bindings: Bindings) -> Scalar:
    """gcd, lcm, mod, binomial of whole numbers; floor and ceil of fractions."""
    if expr.function == "mod" and isinstance(expr.args[0], Pow):
        return _power_remainder(expr.args[0], expr.args[1], bindings)
    args = [value(arg, bindings) for arg in expr.args]
    if not all(isinstance(arg, Fraction) for arg in args):
        raise NotEvaluated(f"{expr.function} of this")
    if expr.function in ("floor", "ceil") and len(args) == 1:
        return Fraction(floor(args[0]) if expr.function == "floor" else ceil(args[0]))
    if any(arg.denominator != 1 for arg in args):
        raise NotEvaluated(f"{expr.function} of this")
    if expr.function == "binomial" and not 0 <= args[0] <= MAX_FACTORIAL:
        raise NotEvaluated(f"{expr.function} of this")
    return Fraction(_WHOLE[expr.function](*(int(arg) for arg in args)))


def _power_remainder(power: Pow, below: Expr, bindings: Bindings) -> Scalar:
    """``7^2023 mod 10`` by repeated squaring: the power itself is never written out."""
    parts = [value(one, bindings) for one in (power.base, power.exponent, below)]
    whole = all(isinstance(part, Fraction) and part.denominator == 1 for part in parts)
    if not whole or parts[1] < 0 or parts[1] > 10**9 or parts[2] == 0:
        raise NotEvaluated("the remainder of this")
    return Fraction(pow(*(int(part) for part in parts)))


def _call(expr: Any, bindings: Bindings) -> Scalar:
    if expr.function in _WHOLE and not expr.primes:
        return _whole_function(expr, bindings)
    if expr.function not in _FUNCTIONS or len(expr.args) != 1 or expr.primes:
        raise NotEvaluated(f"{expr.function} of this")
    mp = _mp()
    result = getattr(mp, _MPMATH_NAMES[expr.function])(real(value(expr.args[0], bindings)))
    return real(result)


_RULES: Final[Mapping[type, Callable[[Any, Bindings], Scalar]]] = MappingProxyType(
    {
        Number: lambda expr, _: expr.value,
        RepeatingDecimal: lambda expr, _: expr.value,
        Numeral: lambda expr, _: expr.value,
        Mixed: lambda expr, _: expr.whole + Fraction(expr.numerator, expr.denominator),
        Percent: lambda expr, b: value(expr.arg, b) / 100,
        Symbol: _symbol,
        Constant: _constant,
        Neg: lambda expr, b: -value(expr.arg, b),
        Abs: lambda expr, b: abs(value(expr.arg, b)),
        Add: _add,
        Sub: _sub,
        Mul: _mul,
        Div: _div,
        Pow: _pow,
        Root: _root,
        Factorial: _factorial,
        Degrees: lambda expr, b: real(value(expr.arg, b)) * _mp().pi / 180,
        Log: _log,
        Call: _call,
    }
)
