"""The rules of differentiation: pairs of a value and its derivative, over any algebra.

Forward differentiation: f(u) has the derivative f'(u) u'. Where a rule asks for more than the
function itself does (sqrt(x) at 0, abs(x) at 0), the algebra meets it as a restriction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flint import fmpq

from mathviz_chat.core.proof.notation import Notation
from mathviz_chat.core.proof.polynomials import TooLarge, Unsupported
from mathviz_chat.core.reading.tree import Const, Derivative

MAX_ORDER = 20


@dataclass(frozen=True, slots=True)
class Pair:
    """A value and its derivative."""

    value: Any
    slope: Any

    def __add__(self, other: Pair) -> Pair:
        return Pair(self.value + other.value, self.slope + other.slope)

    def __sub__(self, other: Pair) -> Pair:
        return Pair(self.value - other.value, self.slope - other.slope)

    def __neg__(self) -> Pair:
        return Pair(-self.value, -self.slope)

    def __mul__(self, other: Pair) -> Pair:
        slope = self.slope * other.value + self.value * other.slope
        return Pair(self.value * other.value, slope)

    def __truediv__(self, other: Pair) -> Pair:
        quotient = self.value / other.value
        return Pair(quotient, (self.slope - quotient * other.slope) / other.value)


class Slopes(Notation):
    """Values and their derivatives by one letter, in another algebra."""

    def __init__(self, inner: Notation, variable: str) -> None:
        letters = {name: at for name, at in inner.letters.items() if name != variable}
        super().__init__(letters)
        self.inner = inner
        self.variable = variable

    def number(self, value: fmpq) -> Pair:
        return Pair(self.inner.number(value), self.inner.number(fmpq(0)))

    def letter(self, name: str) -> Pair:
        return Pair(self.inner.symbol(name), self.inner.number(fmpq(name == self.variable)))

    def constant(self, const: Const) -> Pair:
        return Pair(self.inner.constant(const), self.inner.number(fmpq(0)))

    def require(self, value: Pair, need: str) -> Pair:
        return Pair(self.inner.require(value.value, need), value.slope)

    def power(self, base: Pair, exponent: int) -> Pair:
        if exponent in (0, 1):
            return base if exponent else self.number(fmpq(1))
        outer = self.inner.power(base.value, exponent - 1)
        factor = self.inner.number(fmpq(exponent))
        return Pair(outer * base.value, factor * outer * base.slope)

    def radical(self, value: Pair, index: int) -> Pair:
        root = self.inner.radical(value.value, index)
        below = self.inner.number(fmpq(index)) * self.inner.power(root, index - 1)
        return Pair(root, self.inner.over(value.slope, below))

    def function(self, name: str, value: Pair) -> Pair:
        u, inner = value.value, self.inner
        outer = inner.function(name, u)
        one = inner.number(fmpq(1))
        match name:
            case "exp":
                slope = outer
            case "log":
                slope = inner.over(one, u)
            case "abs":
                slope = inner.over(u, outer)
            case "sin":
                slope = inner.function("cos", u)
            case "cos":
                slope = -inner.function("sin", u)
            case "asin" | "acos":
                slope = inner.over(one, inner.root(one - u * u, 2))
                slope = slope if name == "asin" else -slope
            case "atan":
                slope = inner.over(one, one + u * u)
            case _:
                raise Unsupported(f"the derivative of {name}")
        return Pair(outer, slope * value.slope)

    def calculus(self, node: Any) -> Pair:
        if not isinstance(node, Derivative):
            raise Unsupported("the derivative of such an expression")
        found: Pair = slope(self, node)
        return found


def slope(algebra: Notation, node: Derivative) -> Any:
    """The derivative in that algebra."""
    if node.order > MAX_ORDER:
        raise TooLarge(f"a derivative of order above {MAX_ORDER}")
    inner = node.body
    for _ in range(node.order - 1):
        inner = Derivative(inner, node.variable)
    return Slopes(algebra, node.variable).value(inner).slope
