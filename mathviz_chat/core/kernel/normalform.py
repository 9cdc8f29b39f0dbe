"""The normal form that proves identities: a fraction of polynomials in generators with relations.

At every point at which an expression is defined, each generator stands for one number, and each
relation holds there:

==================  ==============================================  ===========================
generator           stands for                                      relation
==================  ==============================================  ===========================
symbol, pi          itself                                          none
zeta                e^(2 pi i/M)                                    the cyclotomic polynomial M
radical             p^(1/K), p prime; f^(1/K), f >= 0; odd roots    g^K = f
modulus             abs(f)                                          g^2 = f^2
logarithm           log p; log abs(f)                               none
exponential         b^(m/D), b > 0, m a monomial                    none
angle               e^(i m/D)                                       none
==================  ==============================================  ===========================

M, K and D are common denominators fixed beforehand. Divisors have a value other than 0 wherever
the expression is defined, so fractions may be added, multiplied, divided and cancelled freely:
if the numerator of left - right reduces to 0, then left = right at every point of both domains.
The converse isn't claimed: a form that is not 0 proves nothing.
"""

from __future__ import annotations

from flint import fmpq

from mathviz_chat.core.kernel.exponentials import Exponentials
from mathviz_chat.core.kernel.factors import irreducible_factors, prime_powers
from mathviz_chat.core.kernel.limits import MAX_ROOT_INDEX, Undefined, Unsupported
from mathviz_chat.core.kernel.polynomials import ONE, Fraction
from mathviz_chat.core.kernel.rational import rational
from mathviz_chat.core.proof.polynomials import text
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Const,
    Constant,
    Div,
    Expr,
    Factorial,
    Log,
    Mul,
    Neg,
    Number,
    Pow,
    Root,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk

POLYNOMIAL_NODES = (Number, Symbol, Neg, Add, Sub, Mul, Div, Pow)


class NormalForms(Exponentials):
    """Normal forms of a few expressions in one ring, with what is known about signs."""

    def assume_nonnegative(self, expr: Expr) -> None:
        """Use expr >= 0 (or > 0); without effect where the fraction holds other functions."""
        if not all(isinstance(node, POLYNOMIAL_NODES) for node in walk(expr)):
            return
        value = self.of(expr)
        content, factors = irreducible_factors(value.num * value.den)
        # x^2 (x - 1) >= 0 also holds at x = 0: only a single factor tells its own sign
        if len(factors) == 1 and factors[0][1] % 2:
            factor = factors[0][0]
            self._nonnegative.add(text(factor if content > 0 else -factor))

    def of(self, expr: Expr) -> Fraction:
        """The normal form of an expression in core notation."""
        return self._tidy(self._of(expr))

    def _of(self, expr: Expr) -> Fraction:
        value = rational(expr)
        if value is not None:
            return Fraction.constant(value)
        match expr:
            case Symbol(name):
                return Fraction(self._generator(f"symbol {name}"), ONE)
            case Neg(arg):
                return -self.of(arg)
            case Add(left, right):
                return self.of(left) + self.of(right)
            case Sub(left, right):
                return self.of(left) - self.of(right)
            case Mul(left, right):
                return self.of(left) * self.of(right)
            case Div(left, right):
                return self.of(left) / self.of(right)
            case Pow(base, exponent):
                return self._power(base, exponent)
            case _:
                return self._function(expr)

    def _function(self, expr: Expr) -> Fraction:
        match expr:
            case Constant(Const.PI):
                return self._pi()
            case Constant(Const.E):
                return self._exponential("e", Fraction.constant(1))
            case Constant(Const.I):
                return self.imaginary_unit
            case Root(radicand, index):
                return self._root(self.of(radicand), _whole(index))
            case Abs(arg):
                return self._modulus(self.of(arg))
            case Log(arg, _):
                return self._logarithm(self.of(arg))
            case Factorial(arg):
                return self._factorial(self.of(arg))
            case Call("sin" | "cos" as name, (arg,)):
                return self._sine_or_cosine(name, self.of(arg))
            case Call(name, (arg,)):
                return self._arc(name, self.of(arg))
            case _:
                raise Unsupported("such notation within an expression")

    def _power(self, base: Expr, exponent: Expr) -> Fraction:
        value = rational(exponent)
        if value is not None:
            root = self._root(self.of(base), int(value.q)) if value.q != 1 else self.of(base)
            if value.p <= 0 and root.num.is_zero():
                raise Undefined("0^0" if value.p == 0 else "division by zero")
            return root ** int(value.p)
        power = self.of(exponent)
        if base == Constant(Const.E):
            return self._exponential("e", power)
        fraction = self.of(base)
        constant = fraction.constant_value
        if constant is None:
            return self._symbolic_power(fraction, power)
        if constant <= 0:
            raise Unsupported("a negative number to a power that is not a number")
        if not power.den.is_constant():
            return self._exponential("e", power * self._logarithm(fraction))
        result = Fraction.constant(1)
        for prime, multiplicity in prime_powers(constant):
            result *= self._exponential(str(prime), power * Fraction.constant(multiplicity))
        return result

    def _factorial(self, value: Fraction) -> Fraction:
        """(m + k)! = m! (m + 1) ... (m + k) with the whole constant k of the argument taken out."""
        shift = fmpq(0)
        for coefficient, monomial in self._terms(value):
            if monomial.is_one():
                shift = coefficient
        if shift.q != 1 or abs(shift) > MAX_ROOT_INDEX:
            raise Unsupported("the factorial of such an expression")
        base = value - Fraction.constant(shift)
        result = Fraction(self._generator(f"factorial {base.key}", sign=True), ONE)
        step = int(shift.p)
        for k in range(1, step + 1):
            result *= base + Fraction.constant(k)
        for k in range(step + 1, 1):
            result = result / (base + Fraction.constant(k))
        return result


def _whole(expr: Expr) -> int:
    value = rational(expr)
    if value is None or value.q != 1 or not 1 <= value <= MAX_ROOT_INDEX:
        raise Unsupported("a root with such an index")
    return int(value.p)
