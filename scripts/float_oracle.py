"""Whether an equation holds, by floating-point numbers alone: it shares nothing with the kernel.

``disagreement`` takes an equation as it was read and the verdict on it. It never says that
something is right: only that what was proved is false, or that what was refuted holds, at points
with small values.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from mathviz_chat.core.reading import ReadError, read
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Chain,
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
    RelOp,
    RepeatingDecimal,
    Root,
    Sub,
    Symbol,
)

FALSE_BY: Final = 1e-6  # of the largest value on the way: nothing that holds comes out so far apart
TRUE_BY: Final = 1e-13  # of the sides: nothing that a person gets wrong comes out so near
POINTS: Final = 12
ENOUGH: Final = 4  # points at which both sides have a value
LARGEST: Final = 1e9
LARGEST_FACTORIAL: Final = 20

_FUNCTIONS: Final[Mapping[str, Callable[[float], float]]] = {
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "sinh": math.sinh,
    "cosh": math.cosh,
    "tanh": math.tanh,
    "arcsin": math.asin,
    "arccos": math.acos,
    "arctan": math.atan,
}
_LONG: Final = re.compile(r"\d[\d.]{14}")  # more digits than floats hold
_CONSTANTS: Final = {Const.PI: math.pi, Const.E: math.e}


class NoValue(Exception):
    """Not defined there, not known here, or out of the range in which floats can be trusted."""


class At:
    """Values at one point; ``largest`` is the largest that came up, by which errors are judged."""

    def __init__(self, point: Mapping[str, float]) -> None:
        self._point = point
        self.largest = 0.0

    def value(self, tree: Expr) -> float:
        """The real value. NoValue where there is none to be trusted."""
        try:
            found = float(self._value(tree))
        except (ArithmeticError, ValueError, RecursionError) as error:
            raise NoValue from error
        if not math.isfinite(found) or abs(found) > LARGEST:
            raise NoValue
        self.largest = max(self.largest, abs(found))
        return found

    def _value(self, tree: Expr) -> float:
        match tree:
            case Number(value) | RepeatingDecimal(value) | Numeral(value):
                return float(value)
            case Mixed(whole, numerator, denominator):
                return whole + numerator / denominator
            case Symbol(name) if name in self._point:
                return self._point[name]
            case Constant(const) if const in _CONSTANTS:
                return _CONSTANTS[const]
            case Call(function, (argument,), primes=0) if function in _FUNCTIONS:
                return _FUNCTIONS[function](self.value(argument))
            case Neg(arg):
                return -self.value(arg)
            case Abs(arg):
                return abs(self.value(arg))
            case Percent(arg):
                return self.value(arg) / 100
            case Degrees(arg):
                return math.radians(self.value(arg))
        return self._of_parts(tree)

    def _of_parts(self, tree: Expr) -> float:
        match tree:
            case Add(left, right):
                return self.value(left) + self.value(right)
            case Sub(left, right):
                return self.value(left) - self.value(right)
            case Mul(left, right):
                return self.value(left) * self.value(right)
            case Div(left, right):
                return self.value(left) / self.value(right)
            case Pow(base, exponent):
                return _power(self.value(base), self.value(exponent))
            case Root(radicand, index):
                return _root(self.value(radicand), self.value(index))
            case Factorial(arg):
                return _factorial(self.value(arg))
            case Log(arg, base):
                return math.log(self.value(arg)) / math.log(self.value(base))
        raise NoValue


def _power(base: float, exponent: float) -> float:
    if (base < 0 and not exponent.is_integer()) or (base == 0 and exponent <= 0):
        raise NoValue
    return math.pow(base, exponent)


def _root(radicand: float, index: float) -> float:
    if not index.is_integer() or index < 2 or (radicand < 0 and index % 2 == 0):
        raise NoValue
    return math.copysign(math.pow(abs(radicand), 1 / index), radicand)


def _factorial(number: float) -> float:
    if not number.is_integer() or not 0 <= number <= LARGEST_FACTORIAL:
        raise NoValue
    return float(math.factorial(int(number)))


def letters(part: object) -> Iterator[str]:
    """The names of the symbols in a tree, once for each place."""
    if isinstance(part, Symbol):
        yield part.name
    elif isinstance(part, tuple):
        for item in part:
            yield from letters(item)
    else:
        for name in getattr(part, "__dataclass_fields__", ()):
            yield from letters(getattr(part, name))


def disagreement(read_as: str, verdict: str, *, with_letters: bool) -> str | None:
    """A sentence where numbers contradict the verdict on an equation, else None.

    with_letters: it is claimed for all values of its letters; otherwise one with letters is left.
    """
    try:
        tree = read(read_as)
    except ReadError:
        return None
    if not isinstance(tree, Chain) or tree.ops != (RelOp.EQ,):
        return None
    names = sorted(set(letters(tree)))
    if names and not with_letters:
        return None
    gaps = list(_gaps(tree, names, random.Random(read_as)))
    if verdict == "proved" and any(loose > FALSE_BY for loose, _ in gaps):
        return "proved, and numbers deny it"
    agreed = len(gaps) >= ENOUGH and all(tight < TRUE_BY for _, tight in gaps)
    if verdict == "refuted" and agreed and not _LONG.search(read_as):
        return "refuted, and numbers agree"
    return None


def _gaps(tree: Chain, names: list[str], rng: random.Random) -> Iterator[tuple[float, float]]:
    """How far the sides are apart at points: of the largest value on the way, and of the sides."""
    for _ in range(POINTS):
        at = At({name: rng.choice((-1, 1)) * rng.uniform(0.2, 3.0) for name in names})
        try:
            left, right = (at.value(item) for item in tree.items)
        except NoValue:
            continue
        gap = abs(left - right)
        sides = max(abs(left), abs(right))
        yield gap / max(at.largest, 1e-300), gap / max(sides, 1e-300)
