"""Logarithms and exponentials in normal form: by factors, one generator for each monomial."""

from __future__ import annotations

from flint import fmpq, fmpq_mpoly

from mathviz_chat.core.kernel.angles import Angles
from mathviz_chat.core.kernel.build import E, div, ln, number, power
from mathviz_chat.core.kernel.factors import irreducible_factors, prime_powers, single_generator
from mathviz_chat.core.kernel.limits import Unsupported
from mathviz_chat.core.kernel.polynomials import ONE, RING, Fraction
from mathviz_chat.core.proof.polynomials import text


class Exponentials(Angles):
    """Logarithms, and powers whose exponents are no numbers."""

    def _logarithm(self, value: Fraction) -> Fraction:
        """log(value) as a sum over primes, exponentials and factors: log abs(f) for each f."""
        if self._complex(value.num) or self._complex(value.den) or value.num.is_zero():
            raise Unsupported("a logarithm of a complex expression or of 0")
        total = Fraction.constant(0)
        for poly, side in ((value.num, 1), (value.den, -1)):
            content, factors = irreducible_factors(poly)
            for prime, multiplicity in prime_powers(abs(content)):
                logarithm = self._generator(f"log {prime}", sign=True)
                self._logarithms[self._generators[f"log {prime}"]] = ONE * prime
                self.constants[self._generators[f"log {prime}"]] = ln(number(int(prime)))
                total += Fraction.constant(side * multiplicity) * Fraction(logarithm, ONE)
            for factor, multiplicity in factors:
                term = self._logarithm_of_factor(factor)
                total += Fraction.constant(side * multiplicity) * term
        return total

    def _logarithm_of_factor(self, factor: fmpq_mpoly) -> Fraction:
        index = single_generator(factor)
        if index in self._exponentials:
            logarithm, monomial = self._exponentials[index]
            return logarithm * Fraction(monomial, ONE) / Fraction.constant(self._denominator)
        if index is not None:
            for relation in self._relations:
                radical = _radical_of(relation, index)
                if radical is not None:
                    degree, radicand = radical
                    inner = self._logarithm(Fraction(radicand, ONE))
                    return inner / Fraction.constant(degree)
        logarithm = self._generator(f"log {text(factor)}")
        self._logarithms[self._generators[f"log {text(factor)}"]] = factor
        return Fraction(logarithm, ONE)

    def _symbolic_power(self, base: Fraction, power: Fraction) -> Fraction:
        """base^power for base > 0 (that is where it is defined) with a whole part taken out."""
        result = Fraction.constant(1)
        for poly, side in ((base.num, 1), (base.den, -1)):
            content, factors = irreducible_factors(poly)
            if len(factors) > 1 or content < 0:
                raise Unsupported("a power of a product to a power that is not a number")
            for prime, multiplicity in prime_powers(content):
                scale = Fraction.constant(side * multiplicity)
                result *= self._exponential(str(prime), power * scale)
            for factor, multiplicity in factors:
                if multiplicity != 1:
                    raise Unsupported("a power of a power that is not a number")
                self._nonnegative.add(text(factor))
                result *= self._exponential_of_factor(factor, power * Fraction.constant(side))
        return result

    def _exponential_of_factor(self, factor: fmpq_mpoly, power: Fraction) -> Fraction:
        index = single_generator(factor)
        if index in self._exponentials and self._exponentials[index][0].constant_value == 1:
            monomial = Fraction(self._exponentials[index][1], ONE)
            exponent = power * monomial / Fraction.constant(self._denominator)
            return self._exponential("e", exponent)
        return self._exponential(f"[{text(factor)}]", power, factor)

    def _exponential(
        self, base: str, power: Fraction, factor: fmpq_mpoly | None = None
    ) -> Fraction:
        """base^power, one generator for each monomial of the power."""
        result = Fraction.constant(1)
        for coefficient, monomial in self._terms(power):
            logarithm = self._logarithm_in(monomial) if base == "e" else None
            if monomial.is_one() and base != "e":
                prime = Fraction(factor, ONE) if factor is not None else None
                result *= self._constant_power(prime, base, coefficient)
            elif base == "e" and self._complex(monomial):
                result *= self._imaginary_exponential(coefficient, monomial)
            elif logarithm is not None:
                result *= self._exponential_of_logarithm(logarithm, coefficient, monomial)
            else:
                generator = self._exponential_generator(base, factor, monomial)
                result *= Fraction(generator, ONE) ** self._steps(coefficient)
        return result

    def _constant_power(self, factor: Fraction | None, base: str, exponent: fmpq) -> Fraction:
        value = factor if factor is not None else Fraction.constant(fmpq(int(base)))
        if self._root_index % int(exponent.q):
            raise Unsupported("a fractional exponent beside a letter")
        return self._root(value, int(exponent.q)) ** int(exponent.p)

    def _exponential_generator(
        self, base: str, factor: fmpq_mpoly | None, monomial: fmpq_mpoly
    ) -> fmpq_mpoly:
        key = f"power {base} {monomial}"
        generator = self._generator(key, sign=True)
        self._positive.add(self._generators[key])
        if factor is None:
            self._bases[self._generators[key]] = E if base == "e" else number(int(base))
            if base == "e" and monomial.is_one():
                step = div(number(1), number(self._denominator))
                self.constants[self._generators[key]] = power(E, step)
        if base == "e":
            logarithm = Fraction.constant(1)
        else:
            value = factor if factor is not None else ONE * int(base)
            logarithm = self._logarithm(Fraction(value, ONE))
        self._exponentials.setdefault(self._generators[key], (logarithm, monomial))
        return generator

    def _logarithm_in(self, monomial: fmpq_mpoly) -> int | None:
        """The generator of the only logarithm in a monomial, which stands there to the power 1."""
        exponents = monomial.monoms()[0]
        found = [k for k in self._logarithms if exponents[k]]
        return found[0] if len(found) == 1 and exponents[found[0]] == 1 else None

    def _exponential_of_logarithm(
        self, index: int, coefficient: fmpq, monomial: fmpq_mpoly
    ) -> Fraction:
        """e^(q m log abs(f)) = abs(f)^(q m)."""
        inverse = self._logarithms[index]
        base = self._modulus(Fraction(inverse, ONE))
        rest = monomial // RING.gen(index)
        if not rest.is_one():
            return self._symbolic_power(base, Fraction(rest * coefficient, ONE))
        if self._root_index % int(coefficient.q):
            raise Unsupported("a fractional multiple of a logarithm in an exponent")
        return self._root(base, int(coefficient.q)) ** int(coefficient.p)


def _radical_of(relation: fmpq_mpoly, index: int) -> tuple[int, fmpq_mpoly] | None:
    """(k, a) where the relation is g_index^k = a."""
    degree = int(relation.degrees()[index])
    if degree == 0 or relation.monoms()[0][index] != degree:
        return None
    radicand = RING.gen(index) ** degree - relation
    return (degree, radicand) if radicand.degrees()[index] == 0 else None
