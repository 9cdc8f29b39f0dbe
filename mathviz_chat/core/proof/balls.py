"""Balls that surely contain the real value of an expression at a point (Arb, through FLINT).

nan means: undefined there, or not told apart from undefined at this precision; it never means
"different". The precision is FLINT's current one.

F. Johansson, "Arb", IEEE Trans. Computers 66 (2017).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from flint import acb, arb, fmpq, fmpz

from mathviz_chat.core.proof.notation import SATISFIED, Notation
from mathviz_chat.core.proof.polynomials import MAX_BITS, Declined, TooLarge, Unsupported
from mathviz_chat.core.proof.slopes import slope
from mathviz_chat.core.reading.tree import Const, Derivative, Expr, Integral

HUGE = arb(2) ** 4096  # arguments beyond this are not given to exp, sin or a power
MAX_FACTORIAL = 1_000
QUADRATURE_POINTS = 4_000


class Coordinate(Protocol):
    """What stands for a letter: it encloses its value at FLINT's current precision."""

    def ball(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class _At:
    enclosure: acb

    def ball(self) -> acb:
        return self.enclosure


class Balls(Notation):
    """Enclosures at a point: letters stand for constant expressions, or for coordinates."""

    def __init__(
        self, letters: Mapping[str, Expr], coordinates: Mapping[str, Coordinate] | None = None
    ) -> None:
        super().__init__(letters)
        self.coordinates = coordinates or {}

    def letter(self, name: str) -> Any:
        known = name in self.coordinates
        return self.coordinates[name].ball() if known else super().letter(name)

    def number(self, value: fmpq) -> Any:
        return arb(value)

    def constant(self, const: Const) -> Any:
        return arb.pi() if const is Const.PI else super().constant(const)

    def require(self, value: Any, need: str) -> Any:
        return value if SATISFIED[need](value) else arb.nan()

    def power(self, base: Any, exponent: int) -> Any:
        if abs(exponent) > MAX_BITS:
            raise TooLarge("a power with such an exponent")
        if exponent < 0 or not base.contains(0):
            return base ** fmpz(exponent)
        result = arb(1)  # FLINT's power of a ball around 0 goes through a logarithm
        for digit in f"{exponent:b}":
            result = result * result * (base if digit == "1" else 1)
        return result

    def radical(self, value: Any, index: int) -> Any:
        if value == 0 or value > 0:
            return value.root(index) if value > 0 else value
        return -((-value).root(index)) if index % 2 and value < 0 else arb.nan()

    def function(self, name: str, value: Any) -> Any:
        if name == "abs":
            return abs(value)
        if name == "factorial":
            whole = value.is_exact() and value.is_integer() and 0 <= value <= MAX_FACTORIAL
            return arb.fac_ui(int(value.unique_fmpz())) if whole else arb.nan()
        return getattr(value, name)() if abs(value) < HUGE else arb.nan()

    def calculus(self, node: Any) -> Any:
        if isinstance(node, Derivative):
            return slope(self, node)
        if not isinstance(node, Integral) or node.lower is None or node.upper is None:
            return super().calculus(node)
        return self.quadrature(node, self.value(node.lower), self.value(node.upper))

    def quadrature(self, node: Integral, lower: arb, upper: arb) -> arb:
        """Of a function without branch points; not finite where it has poles between the limits."""

        def integrand(z: acb, _: bool) -> acb:
            inner = ComplexBalls(self.letters, {**self.coordinates, node.variable: _At(z)})
            inner.letters.pop(node.variable, None)
            try:
                return acb(inner.value(node.body))
            except Declined:  # an exception must not cross FLINT
                return acb("nan")

        if not (lower.is_finite() and upper.is_finite()):
            return arb.nan()
        found = acb.integral(integrand, acb(lower), acb(upper), eval_limit=QUADRATURE_POINTS)
        return found.real


class ComplexBalls(Balls):
    """The same beside the imaginary unit: no functions with a branch point but square roots."""

    def number(self, value: fmpq) -> Any:
        return acb(arb(value))

    def letter(self, name: str) -> Any:
        return acb(super().letter(name))

    def constant(self, const: Const) -> Any:
        return acb(0, 1) if const is Const.I else acb(super().constant(const))

    def require(self, value: Any, need: str) -> Any:
        return acb("nan") if need == "!=" and value.contains(0) else value

    def radical(self, value: Any, index: int) -> Any:
        if index != 2 or not value.imag == 0:
            raise Unsupported("a root beside the imaginary unit")
        return value.sqrt()

    def function(self, name: str, value: Any) -> Any:
        if name not in ("exp", "sin", "cos"):
            raise Unsupported(f"the function {name} beside the imaginary unit")
        return getattr(value, name)() if abs(value) < HUGE else acb("nan")
