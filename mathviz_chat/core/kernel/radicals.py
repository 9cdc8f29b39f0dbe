"""Radicals and absolute values in normal form: signs, contents and known factors are taken out."""

from __future__ import annotations

from flint import fmpq, fmpq_mpoly, fmpz

from mathviz_chat.core.kernel.build import number
from mathviz_chat.core.kernel.factors import irreducible_factors, prime_factors
from mathviz_chat.core.kernel.generators import Generators
from mathviz_chat.core.kernel.limits import Unsupported
from mathviz_chat.core.kernel.polynomials import ONE, Fraction
from mathviz_chat.core.kernel.rational import exact_root
from mathviz_chat.core.proof.polynomials import text
from mathviz_chat.core.reading.tree import Root


class Radicals(Generators):
    """Roots and moduli of normal forms."""

    def _root(self, value: Fraction, index: int) -> Fraction:
        """The real index-th root: sign, content and known factors are taken out."""
        if index == 1:
            return value
        if self._complex(value.num) or self._complex(value.den):
            raise Unsupported("a root of a complex expression")
        # root(n/d) = root(n d^(index-1))/d up to the sign of d, which even roots must not lose
        den = Fraction(value.den, ONE)
        below = den if index % 2 else self._modulus(den)
        poly = value.num * value.den ** (index - 1)
        if poly.is_zero():
            return Fraction.constant(0)
        content, factors = irreducible_factors(poly)
        result = Fraction.constant(1)
        rest = ONE
        for factor, multiplicity in factors:
            whole, part = divmod(multiplicity, index)
            if whole:
                out = Fraction(factor, ONE)
                result *= (out if index % 2 else self._modulus(out)) ** whole
            if part and (index % 2 or self.is_nonnegative(factor)):
                result *= self._radical(factor, part, index)
            elif part:
                rest *= factor**part
        return result * self._root_of_rest(content, rest, index) / below

    def _root_of_rest(self, content: fmpq, rest: fmpq_mpoly, index: int) -> Fraction:
        """root(content * rest), where the sign of rest is not known and even roots are taken."""
        if rest.is_constant():
            return self._root_of_rational(content, index)
        if self.is_nonnegative(-rest):
            content, rest = -content, -rest
        if content < 0:
            content, rest = -content, -rest
        common = self._root_index
        radical = self._generator(f"root {common} {rest}", (common, rest), sign=True)
        return self._root_of_rational(content, index) * Fraction(radical ** (common // index), ONE)

    def _radical(self, factor: fmpq_mpoly, part: int, index: int) -> Fraction:
        """factor^(part/index), for a factor >= 0 or an odd index."""
        if self.is_nonnegative(factor):
            common = self._root_index
            radical = self._generator(f"root {common} {text(factor)}", (common, factor), sign=True)
        else:
            common = self._root_index
            while common % 2 == 0:
                common //= 2
            radical = self._generator(f"odd root {common} {text(factor)}", (common, factor))
        return Fraction(radical ** (common // index * part), ONE)

    def _root_of_rational(self, value: fmpq, index: int) -> Fraction:
        """The real root of a rational number in radicals of primes."""
        exact = exact_root(value, index)
        if exact is not None:
            return Fraction.constant(exact)
        if value < 0:
            return -self._root_of_rational(-value, index)
        result = Fraction.constant(fmpq(1, value.q))
        for prime, multiplicity in prime_factors(value.p * value.q ** (index - 1)):
            whole, part = divmod(int(multiplicity), index)
            result *= Fraction.constant(fmpq(prime) ** whole)
            if part:
                result *= self._root_of_prime(prime, part, index)
        return result

    def _root_of_prime(self, prime: fmpz, part: int, index: int) -> Fraction:
        """prime^(part/index); a square root by a Gauss sum where zeta reaches it."""
        conductor = 8 if prime == 2 else 4 * int(prime)
        if 2 * part == index and self._order > 4 and self._order % conductor == 0:
            return self._gauss_sum(int(prime))
        common = self._root_index
        radical = self._generator(f"root {common} {prime}", (common, ONE * prime), sign=True)
        constant = Root(number(int(prime)), number(common))
        self.constants[self._generators[f"root {common} {prime}"]] = constant
        return Fraction(radical ** (common // index * part), ONE)

    def _gauss_sum(self, p: int) -> Fraction:
        """sqrt(p) in roots of unity (Gauss 1811): sum of (a/p) zeta_p^a is sqrt(p) or i sqrt(p)."""
        if p == 2:
            return self._root_of_unity(self._order // 8) + self._root_of_unity(-self._order // 8)
        total = Fraction.constant(0)
        for a in range(1, p):
            legendre = 1 if pow(a, (p - 1) // 2, p) == 1 else -1
            total += Fraction.constant(legendre) * self._root_of_unity(a * self._order // p)
        return total if p % 4 == 1 else -(total * self.imaginary_unit)

    def _modulus(self, value: Fraction) -> Fraction:
        """abs(value), factor by factor."""
        if self._complex(value.num) or self._complex(value.den):
            raise Unsupported("the absolute value of a complex expression")
        if value.num.is_zero():
            return value
        return self._modulus_of(value.num) / self._modulus_of(value.den)

    def _modulus_of(self, poly: fmpq_mpoly) -> Fraction:
        content, factors = irreducible_factors(poly)
        result = Fraction.constant(abs(content))
        for factor, multiplicity in factors:
            if multiplicity % 2 == 0 or self.is_nonnegative(factor):
                size = factor
            elif self.is_nonnegative(-factor):
                size = -factor
            else:
                size = self._generator(f"modulus {text(factor)}", (2, factor**2), sign=True)
                self._moduli[self._generators[f"modulus {text(factor)}"]] = factor
            result *= Fraction(size, ONE) ** multiplicity
        return result
