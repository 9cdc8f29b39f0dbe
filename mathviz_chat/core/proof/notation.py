"""What each sign of a tree means, and where it is defined: written once, for every algebra.

An algebra (``Rationals``, ``Forms``, ``Balls``, ``Slopes``) says what its values are: anything with
``+ - * /`` and the few operations that ``Notation`` leaves open. Over the reals: no division by 0,
no 0^0, no even root or fractional power of a negative number, no logarithm of a number <= 0.
Definitions of functions: DLMF 4.14, 4.28, 4.37.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from flint import fmpq, fmpz

from mathviz_chat.core.proof.polynomials import MAX_BITS, TooLarge, Undefined, Unsupported
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
    Limit,
    Log,
    Mixed,
    Mul,
    Neg,
    Number,
    Numeral,
    Percent,
    Pow,
    Quantity,
    RepeatingDecimal,
    Root,
    Sub,
    Symbol,
)

MAX_STEPS = 20_000  # nodes that one question may visit, sums and products written out
MAX_PARTS = 1_000  # of a sum or product
MAX_FACTORIAL = 3_000
E = Constant(Const.E)


class Notation:
    """The meaning of trees in one algebra. letters: those that stand for a constant expression."""

    def __init__(self, letters: Mapping[str, Expr] | None = None) -> None:
        self.letters: dict[str, Expr] = dict(letters or {})
        self.steps = 0

    def value(self, node: Expr) -> Any:
        """Raises Unsupported, Undefined or TooLarge."""
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise TooLarge(f"more than {MAX_STEPS} parts")
        if type(node) not in MEANING:
            raise Unsupported("such notation within a calculation")
        return MEANING[type(node)](self, node)

    # What an algebra says: its numbers, letters and constants; what ``value != 0`` (``>=``, ``>``)
    # asks of it; powers with a whole exponent (below 1 only of what is not 0), roots (odd ones of
    # anything, even ones of what is >= 0), and FUNCTIONS of what they are defined for.

    def number(self, value: fmpq) -> Any:
        raise NotImplementedError

    def require(self, value: Any, need: str) -> Any:
        raise NotImplementedError

    def power(self, base: Any, exponent: int) -> Any:
        raise NotImplementedError

    def letter(self, name: str) -> Any:
        raise Unsupported(f"{name}, whose value is not known")

    def constant(self, const: Const) -> Any:
        raise Unsupported("infinity or the imaginary unit in such a calculation")

    def radical(self, value: Any, index: int) -> Any:
        raise Unsupported("a root")

    def function(self, name: str, value: Any) -> Any:
        raise Unsupported(f"the function {name}")

    def calculus(self, node: Derivative | Integral | Limit) -> Any:
        raise Unsupported(f"such a {type(node).__name__.lower()}")

    # What follows for all of them.

    def symbol(self, name: str) -> Any:
        return self.value(self.letters[name]) if name in self.letters else self.letter(name)

    def rational(self, node: Expr) -> fmpq | None:
        """The value of a constant part, where rational arithmetic reaches it."""
        if type(node) is Number:
            return exact(node.value)
        try:
            found: fmpq = Rationals(self.letters).value(node)
        except Unsupported:
            return None
        return found

    def whole(self, node: Expr) -> int:
        value = self.rational(node)
        if value is None or value.q != 1:
            raise Unsupported("an entry that is not known to be a whole number")
        return int(value.p)

    def over(self, left: Any, right: Any) -> Any:
        return left / self.require(right, "!=")

    def root(self, value: Any, index: int) -> Any:
        if not 1 <= index <= MAX_BITS:
            raise Undefined("a root with such an index")
        value = self.require(value, ">=") if index % 2 == 0 else value
        return value if index == 1 else self.radical(value, index)

    def log(self, value: Any) -> Any:
        return self.function("log", self.require(value, ">"))

    def to_the(self, base: Expr, exponent: Expr) -> Any:
        """base^exponent; e^(exponent ln base) where the exponent is no rational number."""
        number = self.rational(exponent)
        if base == E:
            return self.function("exp", self.value(exponent))
        value = self.value(base)
        if number is None:
            return self.function("exp", self.value(exponent) * self.log(value))
        if number.q != 1:
            value = self.root(self.require(value, ">="), int(number.q))
        return self.power(self.require(value, "!=") if number <= 0 else value, int(number.p))

    def call(self, node: Call) -> Any:
        name = f"a{node.function[3:]}" if node.function[:3] == "arc" else node.function
        if name in WHOLE and (len(node.args) == 2 or name in ("gcd", "lcm")):
            return self.number(fmpq(WHOLE[name](*map(self.whole, node.args))))
        if node.primes or name not in FUNCTIONS or len(node.args) != 1:
            raise Unsupported(f"{node.function}, written like this")
        return FUNCTIONS[name](self, self.value(node.args[0]))

    def factorial(self, node: Expr) -> Any:
        number = self.rational(node)
        if number is None:
            return self.function("factorial", self.value(node))
        return self.number(fmpq(_permutations(self.whole(node), self.whole(node))))

    def repeated(self, node: BigOperator) -> Any:
        """A sum or product with whole limits, written out."""
        lower, upper = self.whole(node.lower), self.whole(node.upper)
        if upper - lower > MAX_PARTS:
            raise TooLarge(f"a {node.operator} of more than {MAX_PARTS} parts")
        kept = dict(self.letters)
        total = self.number(fmpq(node.operator == "prod"))
        for k in range(lower, upper + 1):
            self.letters[node.index] = Number(Fraction(k))
            part = self.value(node.body)
            total = total * part if node.operator == "prod" else total + part
        self.letters = kept
        return total


def exact(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)


def _mixed(node: Mixed) -> fmpq:
    if node.denominator == 0:
        raise Undefined("division by zero")
    return fmpq(node.whole) + fmpq(node.numerator, node.denominator)


def _binomial(n: int, k: int) -> int:
    if n < 0 or k < 0:
        raise Undefined("a factorial or binomial coefficient of a negative number")
    if n > MAX_FACTORIAL:
        raise TooLarge(f"a factorial or binomial coefficient above {MAX_FACTORIAL}")
    return int(fmpz.bin_uiui(n, k))


def _permutations(n: int, k: int) -> int:
    return _binomial(n, k) * int(fmpz.fac_ui(k)) if k <= n else 0


def _remainder(n: int, k: int) -> int:
    if k == 0:
        raise Undefined("division by zero")
    return n % k


def _sinh(a: Notation, u: Any) -> Any:
    return (a.function("exp", u) - a.function("exp", -u)) * a.number(fmpq(1, 2))


def _cosh(a: Notation, u: Any) -> Any:
    return (a.function("exp", u) + a.function("exp", -u)) * a.number(fmpq(1, 2))


def _one(a: Notation) -> Any:
    return a.number(fmpq(1))


# name -> what it is of a value; "sin" and the like are each algebra's own
FUNCTIONS: dict[str, Callable[[Notation, Any], Any]] = {
    "sin": lambda a, u: a.function("sin", u),
    "cos": lambda a, u: a.function("cos", u),
    "tan": lambda a, u: a.over(a.function("sin", u), a.function("cos", u)),
    "cot": lambda a, u: a.over(a.function("cos", u), a.function("sin", u)),
    "sec": lambda a, u: a.over(_one(a), a.function("cos", u)),
    "csc": lambda a, u: a.over(_one(a), a.function("sin", u)),
    "asin": lambda a, u: a.function("asin", a.require(u, "-1..1")),
    "acos": lambda a, u: a.function("acos", a.require(u, "-1..1")),
    "atan": lambda a, u: a.function("atan", u),
    "asec": lambda a, u: a.function("acos", a.require(a.over(_one(a), u), "-1..1")),
    "acsc": lambda a, u: a.function("asin", a.require(a.over(_one(a), u), "-1..1")),
    "exp": lambda a, u: a.function("exp", u),
    "sinh": _sinh,
    "cosh": _cosh,
    "tanh": lambda a, u: a.over(_sinh(a, u), _cosh(a, u)),
    "coth": lambda a, u: a.over(_cosh(a, u), _sinh(a, u)),
    "sech": lambda a, u: a.over(_one(a), _cosh(a, u)),
    "csch": lambda a, u: a.over(_one(a), _sinh(a, u)),
    "asinh": lambda a, u: a.log(u + a.root(u * u + _one(a), 2)),
    "acosh": lambda a, u: a.log(u + a.root(u - _one(a), 2) * a.root(u + _one(a), 2)),
    "atanh": lambda a, u: a.log(a.over(_one(a) + u, _one(a) - u)) * a.number(fmpq(1, 2)),
    "ln": lambda a, u: a.log(u),
    "lg": lambda a, u: a.over(a.log(u), a.log(a.number(fmpq(10)))),
    "sqrt": lambda a, u: a.root(u, 2),
    "abs": lambda a, u: a.function("abs", u),
    "floor": lambda a, u: a.function("floor", u),
    "ceil": lambda a, u: a.function("ceil", u),
}
WHOLE: dict[str, Callable[..., int]] = {
    "gcd": gcd,
    "lcm": lcm,
    "binomial": _binomial,
    "nCr": _binomial,
    "permutations": _permutations,
    "nPr": _permutations,
    "mod": _remainder,
}
MEANING: dict[type[Any], Callable[[Notation, Any], Any]] = {
    Number: lambda a, n: a.number(exact(n.value)),
    Numeral: lambda a, n: a.number(exact(n.value)),
    RepeatingDecimal: lambda a, n: a.number(exact(n.value)),
    Mixed: lambda a, n: a.number(_mixed(n)),
    Symbol: lambda a, n: a.symbol(n.name),
    Constant: lambda a, n: a.function("exp", _one(a)) if n == E else a.constant(n.const),
    Neg: lambda a, n: -a.value(n.arg),
    Add: lambda a, n: a.value(n.left) + a.value(n.right),
    Sub: lambda a, n: a.value(n.left) - a.value(n.right),
    Mul: lambda a, n: a.value(n.left) * a.value(n.right),
    Div: lambda a, n: a.over(a.value(n.left), a.value(n.right)),
    Percent: lambda a, n: a.value(n.arg) * a.number(fmpq(1, 100)),
    Degrees: lambda a, n: a.value(n.arg) * a.constant(Const.PI) * a.number(fmpq(1, 180)),
    Quantity: lambda a, n: a.value(n.value) * a.letter(f"[{n.unit}]"),
    Pow: lambda a, n: a.to_the(n.base, n.exponent),
    Root: lambda a, n: a.root(a.value(n.radicand), a.whole(n.index)),
    Abs: lambda a, n: a.function("abs", a.value(n.arg)),
    Log: lambda a, n: (
        a.log(a.value(n.arg))
        if n.base == E
        else a.over(a.log(a.value(n.arg)), a.log(a.value(n.base)))
    ),
    Factorial: lambda a, n: a.factorial(n.arg),
    Call: lambda a, n: a.call(n),
    BigOperator: lambda a, n: a.repeated(n),
    Derivative: lambda a, n: a.calculus(n),
    Integral: lambda a, n: a.calculus(n),
    Limit: lambda a, n: a.calculus(n),
}


class Rationals(Notation):
    """Exact rational arithmetic: values are FLINT's rationals; irrational ones Unsupported."""

    def value(self, node: Expr) -> Any:
        value = super().value(node)
        if value.height_bits() > MAX_BITS:
            raise TooLarge(f"a number of more than {MAX_BITS} bits")
        return value

    def number(self, value: fmpq) -> fmpq:
        return value

    def require(self, value: fmpq, need: str) -> fmpq:
        if not SATISFIED[need](value):
            raise Undefined(need)
        return value

    def power(self, base: fmpq, exponent: int) -> fmpq:
        if base.height_bits() > 1 and base.height_bits() * abs(exponent) > 2 * MAX_BITS:
            raise TooLarge(f"a number of more than {MAX_BITS} bits")
        return base ** (exponent if base.height_bits() > 1 else exponent % 2 + 2 * (exponent > 0))

    def radical(self, value: fmpq, index: int) -> fmpq:
        root = fmpq(fmpz(abs(value.p)).root(index), fmpz(value.q).root(index))
        root = -root if value < 0 else root
        if root**index != value:
            raise Unsupported("an irrational root")
        return root

    def function(self, name: str, value: fmpq) -> fmpq:
        if name != "abs":
            raise Unsupported(f"the function {name}")
        return abs(value)


SATISFIED: dict[str, Callable[[Any], bool]] = {
    "!=": lambda v: bool(v != 0),
    ">=": lambda v: bool(v >= 0),
    ">": lambda v: bool(v > 0),
    "-1..1": lambda v: bool(v >= -1) and bool(v <= 1),
}
