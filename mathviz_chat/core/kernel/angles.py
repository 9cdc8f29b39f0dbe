"""Sines and cosines in normal form, as rational functions of e^(i m/D)."""

from __future__ import annotations

from flint import fmpq, fmpq_mpoly

from mathviz_chat.core.kernel.factors import single_generator
from mathviz_chat.core.kernel.generators import ARCS
from mathviz_chat.core.kernel.limits import Unsupported
from mathviz_chat.core.kernel.polynomials import ONE, Fraction
from mathviz_chat.core.kernel.radicals import Radicals


class Angles(Radicals):
    """Functions of real angles, and their inverses."""

    def _sine_or_cosine(self, name: str, angle: Fraction) -> Fraction:
        """(T - 1/T)/(2i) or (T + 1/T)/2 with T = e^(i angle)."""
        if self._complex(angle.num) or self._complex(angle.den):
            raise Unsupported("an angle that is not real")
        turn = self._turn(angle)
        two = Fraction.constant(2)
        if name == "cos":
            return (turn + turn.inverse()) / two
        return (turn - turn.inverse()) / (two * self.imaginary_unit)

    def _turn(self, angle: Fraction) -> Fraction:
        """e^(i angle)."""
        result = Fraction.constant(1)
        for coefficient, monomial in self._terms(angle):
            index = single_generator(monomial)
            if index is not None and index == self._generators.get("pi"):
                result *= self._root_of_unity_at(coefficient)
            elif index in self._arcs:
                result *= self._turn_of_arc(*self._arcs[index]) ** _whole_number(coefficient)
            else:
                generator = Fraction(self._generator(f"angle {monomial}"), ONE)
                result *= generator ** self._steps(coefficient)
        return result

    def _root_of_unity_at(self, coefficient: fmpq) -> Fraction:
        """e^(i pi coefficient)."""
        return self._root_of_unity(_whole_number(coefficient * self._order / 2))

    def _imaginary_exponential(self, coefficient: fmpq, monomial: fmpq_mpoly) -> Fraction:
        """e^(i q m): the monomial must hold zeta as i exactly."""
        quarter = self._zeta() ** (self._order // 4)
        real, rest = divmod(monomial, quarter)
        if not rest.is_zero() or self._complex(real):
            raise Unsupported("a complex exponent that is not i times a real one")
        return self._turn(Fraction(real * coefficient, ONE))

    def _steps(self, coefficient: fmpq) -> int:
        steps = coefficient * self._denominator
        if steps.q != 1:
            raise Unsupported("a denominator that does not occur in the expressions")
        return int(steps.p)

    def _arc(self, name: str, value: Fraction) -> Fraction:
        """asin, acos, atan: the first two by one generator, acos x = pi/2 - asin x."""
        if name not in ARCS:
            return Fraction(self._generator(f"{name} {value.key}"), ONE)
        kind = "atan" if name == "atan" else "asin"
        generator = self._generator(f"{kind} {value.key}")
        self._arcs[self._generators[f"{kind} {value.key}"]] = (kind, value)
        if name != "acos":
            return Fraction(generator, ONE)
        right = self._pi() / Fraction.constant(2)
        return right - Fraction(generator, ONE)

    def _turn_of_arc(self, kind: str, value: Fraction) -> Fraction:
        """e^(i asin f) = sqrt(1 - f^2) + i f;  e^(i atan f) = (1 + i f)/sqrt(1 + f^2)."""
        one = Fraction.constant(1)
        if kind == "asin":
            return self._root(one - value * value, 2) + self.imaginary_unit * value
        return (one + self.imaginary_unit * value) / self._root(one + value * value, 2)


def _whole_number(value: fmpq) -> int:
    if value.q != 1:
        raise Unsupported("a part of an angle that is not whole")
    return int(value.p)
