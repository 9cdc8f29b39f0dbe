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

from collections.abc import Iterator
from math import lcm

from flint import fmpq, fmpq_mpoly, fmpq_poly, fmpz, fmpz_poly

from mathviz_chat.core.kernel.build import PI, ZERO, E, add, ln, mul, number, power, sub
from mathviz_chat.core.kernel.limits import (
    MAX_BITS,
    MAX_CYCLOTOMIC,
    MAX_FACTORED_BITS,
    MAX_GENERATORS,
    MAX_ROOT_INDEX,
    TooLarge,
    Undefined,
    Unsupported,
)
from mathviz_chat.core.kernel.polynomials import ONE, RING, Fraction, checked, reduced
from mathviz_chat.core.kernel.rational import exact_root, rational, to_fraction
from mathviz_chat.core.kernel.traversal import walk
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

MAX_FACTORED_TERMS = 200
TRIAL_DIVISION = 1_000  # smallest primes tried on integers above MAX_FACTORED_BITS
ARCS = frozenset({"asin", "acos", "atan"})
POLYNOMIAL_NODES = (Number, Symbol, Neg, Add, Sub, Mul, Div, Pow)


def _denominators(trees: tuple[Expr, ...]) -> int:
    """D: a common multiple of the denominators written in the trees."""
    common = 1
    for tree in trees:
        for node in walk(tree):
            value = rational(node.right) if isinstance(node, Div) else None
            if value is not None and value.q == 1 and value != 0:
                common = lcm(common, abs(int(value.p)))
            elif isinstance(node, Number):
                common = lcm(common, node.value.denominator)
            if common > MAX_CYCLOTOMIC:
                raise Unsupported("denominators with too large a common multiple")
    return common


def _root_index(trees: tuple[Expr, ...]) -> int:
    """K: a common multiple of the indices of the radicals in the trees."""
    common = 1
    for tree in trees:
        for node in walk(tree):
            value = None
            if isinstance(node, Root):
                value = rational(node.index)
            elif isinstance(node, Call) and node.function in ARCS:
                value = fmpq(2)
            elif isinstance(node, Pow):
                exponent = rational(node.exponent)
                value = None if exponent is None else fmpq(exponent.q)
            if value is not None and value.q == 1 and value > 0:
                common = lcm(common, int(value.p))
            if common > MAX_ROOT_INDEX:
                raise TooLarge(f"a root of index above {MAX_ROOT_INDEX}")
    return common


def _has_angles(trees: tuple[Expr, ...]) -> bool:
    return any(isinstance(node, Call) for tree in trees for node in walk(tree))


class NormalForms:
    """Normal forms of a few expressions in one ring, with what is known about signs."""

    def __init__(self, *trees: Expr) -> None:
        self._generators: dict[str, int] = {}
        self._relations: list[fmpq_mpoly] = []
        self._nonnegative: set[str] = set()  # polynomials known to be >= 0, by their text
        self._nonnegative_generators: set[int] = set()
        self._positive: set[int] = set()  # generators that are > 0 everywhere
        self._exponentials: dict[int, tuple[Fraction, fmpq_mpoly]] = {}
        self._logarithms: dict[int, fmpq_mpoly] = {}
        self.constants: dict[int, Expr] = {}  # generators that stand for one number
        self._bases: dict[int, Expr] = {}
        self._moduli: dict[int, fmpq_mpoly] = {}
        self._arcs: dict[int, tuple[str, Fraction]] = {}
        self._root_index = _root_index(trees)
        exponential = any(isinstance(n, Call | Pow | Constant) for t in trees for n in walk(t))
        self._denominator = _denominators(trees) if exponential else 1
        self._order = 4 * self._denominator if _has_angles(trees) else 4

    # ------------------------------------------------------------------------- generators

    def _generator(
        self, key: str, relation: tuple[int, fmpq_mpoly] | None = None, *, sign: bool = False
    ) -> fmpq_mpoly:
        """The generator of that key; a new one with g^k = a for ``relation`` (k, a)."""
        if key not in self._generators:
            index = MAX_GENERATORS - 1 - len(self._generators)
            if index < 0:
                raise TooLarge(f"more than {MAX_GENERATORS} different functions and letters")
            self._generators[key] = index
            if relation is not None:
                self._relations.append(RING.gen(index) ** relation[0] - relation[1])
            if sign:
                self._nonnegative_generators.add(index)
        return RING.gen(self._generators[key])

    def _zeta(self) -> fmpq_mpoly:
        """e^(2 pi i/M)."""
        if "zeta" not in self._generators:
            if self._order > MAX_CYCLOTOMIC:
                raise Unsupported("angles with too large a common denominator")
            zeta = self._generator("zeta")
            coefficients = fmpz_poly.cyclotomic(self._order).coeffs()
            self._relations.append(
                sum((c * zeta**k for k, c in enumerate(coefficients) if c), start=0 * zeta)
            )
        return self._generator("zeta")

    def _pi(self) -> Fraction:
        generator = self._generator("pi", sign=True)
        self._positive.add(self._generators["pi"])
        self.constants[self._generators["pi"]] = PI
        return Fraction(generator, ONE)

    def _root_of_unity(self, numerator: int) -> Fraction:
        """e^(2 pi i numerator/M)."""
        return Fraction(self._zeta() ** (numerator % self._order), ONE)

    @property
    def imaginary_unit(self) -> Fraction:
        return self._root_of_unity(self._order // 4)

    def reduce(self, poly: fmpq_mpoly) -> fmpq_mpoly:
        """The polynomial with every relation applied, newest generator first."""
        for relation in reversed(self._relations):
            poly = checked(divmod(poly, relation)[1])
        return poly

    def _tidy(self, value: Fraction) -> Fraction:
        if not self._relations:
            return value
        den = self.reduce(value.den)
        if den.is_zero():
            raise Undefined("division by zero")
        return reduced(self.reduce(value.num), den)

    # ------------------------------------------------------------------------------ signs

    def assume_nonnegative(self, expr: Expr) -> None:
        """Use expr >= 0 (or > 0); without effect where the fraction holds other functions."""
        if not all(isinstance(node, POLYNOMIAL_NODES) for node in walk(expr)):
            return
        value = self.of(expr)
        content, factors = irreducible_factors(value.num * value.den)
        # x^2 (x - 1) >= 0 also holds at x = 0: only a single factor tells its own sign
        if len(factors) == 1 and factors[0][1] % 2:
            factor = factors[0][0]
            self._nonnegative.add(str(factor if content > 0 else -factor))

    def is_nonnegative(self, poly: fmpq_mpoly) -> bool:
        """Is the polynomial known to be >= 0 wherever the expressions are defined?"""
        if str(poly) in self._nonnegative:
            return True
        return all(
            coefficient > 0 and all(e % 2 == 0 or self._known(k) for k, e in enumerate(exponents))
            for exponents, coefficient in poly.terms()
        )

    def is_positive(self, poly: fmpq_mpoly) -> bool:
        """Is it >= 0, with a term that is surely > 0?"""
        return self.is_nonnegative(poly) and any(
            coefficient > 0 and all(k in self._positive for k, e in enumerate(exponents) if e)
            for exponents, coefficient in poly.terms()
        )

    def _known(self, index: int) -> bool:
        """Is the generator known to be >= 0?"""
        return index in self._nonnegative_generators or f"g{index}" in self._nonnegative

    def _complex(self, poly: fmpq_mpoly) -> bool:
        """Does a generator occur that stands for complex numbers?"""
        degrees = poly.degrees()
        complex_ones = [
            k for key, k in self._generators.items() if key == "zeta" or key.startswith("angle ")
        ]
        return any(degrees[k] > 0 for k in complex_ones)

    def is_zero(self, value: Fraction) -> bool:
        """Is the fraction 0 wherever it is defined? False proves nothing."""
        return bool(self.reduce(value.num).is_zero())

    # --------------------------------------------------------------- polynomials in letters

    def _letters(self) -> dict[int, str]:
        return {
            index: key.removeprefix("symbol ")
            for key, index in self._generators.items()
            if key.startswith("symbol ")
        }

    def name_of(self, index: int) -> str:
        """The letter of a generator."""
        return self._letters()[index]

    def names(self, poly: fmpq_mpoly) -> list[str]:
        """The letters of a polynomial in letters."""
        letters = self._letters()
        return [letters[k] for k, degree in enumerate(poly.degrees()) if degree > 0]

    def is_polynomial(self, poly: fmpq_mpoly) -> bool:
        """Do only letters occur, no functions?"""
        letters = self._letters()
        return all(k in letters for k, degree in enumerate(poly.degrees()) if degree > 0)

    def univariate(self, poly: fmpq_mpoly) -> tuple[str, fmpq_poly] | None:
        """The letter and the polynomial in it, where it is the only generator."""
        used = [k for k, degree in enumerate(poly.degrees()) if degree > 0]
        letters = self._letters()
        if len(used) != 1 or used[0] not in letters:
            return None
        result = fmpq_poly()
        for exponents, coefficient in poly.terms():
            result[int(exponents[used[0]])] = coefficient
        return letters[used[0]], result

    def expression(self, poly: fmpq_mpoly) -> Expr:
        """A polynomial in letters and constants as a tree, in FLINT's order of terms."""
        letters = {k: Symbol(name) for k, name in self._letters().items()} | self.constants
        total: Expr = ZERO
        for exponents, coefficient in poly.terms():
            term = number(to_fraction(abs(coefficient)))
            for k, exponent in enumerate(exponents):
                if exponent:
                    term = mul(term, power(letters[k], number(int(exponent))))
            total = sub(total, term) if coefficient < 0 else add(total, term)
        return total

    # -------------------------------------------------------------- relations, for elimination

    def moduli(self) -> list[tuple[int, fmpq_mpoly]]:
        """(generator, f) for each abs(f), newest first."""
        return list(reversed(self._moduli.items()))

    def radicals(self) -> list[tuple[int, fmpq_mpoly]]:
        """(generator, relation) for each radical, newest first."""
        found = []
        for relation in reversed(self._relations):
            index = next(k for k, degree in enumerate(relation.monoms()[0]) if degree)
            if index not in self._moduli:
                found.append((index, relation))
        return found

    def exponential(self, index: int) -> tuple[Expr, fmpq_mpoly, int] | None:
        """(b, m, D) where the generator is b^(m/D) with b > 1."""
        if index not in self._bases:
            return None
        return self._bases[index], self._exponentials[index][1], self._denominator

    def logarithm(self, index: int) -> fmpq_mpoly | None:
        """f where the generator is log abs(f)."""
        return self._logarithms.get(index)

    def replaced(self, index: int, value: fmpq_mpoly) -> list[fmpq_mpoly]:
        """The arguments for ``compose`` that put a polynomial in for one generator."""
        return [value if k == index else RING.gen(k) for k in range(MAX_GENERATORS)]

    # ------------------------------------------------------------------------- conversion

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
                raise Unsupported(f"{type(expr).__name__.lower()} has no normal form")

    # ----------------------------------------------------------------- radicals and moduli

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
            radical = self._generator(f"root {common} {factor}", (common, factor), sign=True)
        else:
            common = self._root_index
            while common % 2 == 0:
                common //= 2
            radical = self._generator(f"odd root {common} {factor}", (common, factor))
        return Fraction(radical ** (common // index * part), ONE)

    def _root_of_rational(self, value: fmpq, index: int) -> Fraction:
        """The real root of a rational number in radicals of primes."""
        exact = exact_root(value, index)
        if exact is not None:
            return Fraction.constant(exact)
        if value < 0:
            return -self._root_of_rational(-value, index)
        result = Fraction.constant(fmpq(1, value.q))
        for prime, multiplicity in _prime_factors(value.p * value.q ** (index - 1)):
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
                size = self._generator(f"modulus {factor}", (2, factor**2), sign=True)
                self._moduli[self._generators[f"modulus {factor}"]] = factor
            result *= Fraction(size, ONE) ** multiplicity
        return result

    # ---------------------------------------------------------- logarithms and exponentials

    def _logarithm(self, value: Fraction) -> Fraction:
        """log(value) as a sum over primes, exponentials and factors: log abs(f) for each f."""
        if self._complex(value.num) or self._complex(value.den) or value.num.is_zero():
            raise Unsupported("a logarithm of a complex expression or of 0")
        total = Fraction.constant(0)
        for poly, side in ((value.num, 1), (value.den, -1)):
            content, factors = irreducible_factors(poly)
            for prime, multiplicity in _prime_powers(abs(content)):
                logarithm = self._generator(f"log {prime}", sign=True)
                self._logarithms[self._generators[f"log {prime}"]] = ONE * prime
                self.constants[self._generators[f"log {prime}"]] = ln(number(int(prime)))
                total += Fraction.constant(side * multiplicity) * Fraction(logarithm, ONE)
            for factor, multiplicity in factors:
                term = self._logarithm_of_factor(factor)
                total += Fraction.constant(side * multiplicity) * term
        return total

    def _logarithm_of_factor(self, factor: fmpq_mpoly) -> Fraction:
        index = _single_generator(factor)
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
        logarithm = self._generator(f"log {factor}")
        self._logarithms[self._generators[f"log {factor}"]] = factor
        return Fraction(logarithm, ONE)

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
        for prime, multiplicity in _prime_powers(constant):
            result *= self._exponential(str(prime), power * Fraction.constant(multiplicity))
        return result

    def _symbolic_power(self, base: Fraction, power: Fraction) -> Fraction:
        """base^power for base > 0 (that is where it is defined) with a whole part taken out."""
        result = Fraction.constant(1)
        for poly, side in ((base.num, 1), (base.den, -1)):
            content, factors = irreducible_factors(poly)
            if len(factors) > 1 or content < 0:
                raise Unsupported("a power of a product to a power that is not a number")
            for prime, multiplicity in _prime_powers(content):
                scale = Fraction.constant(side * multiplicity)
                result *= self._exponential(str(prime), power * scale)
            for factor, multiplicity in factors:
                if multiplicity != 1:
                    raise Unsupported("a power of a power that is not a number")
                self._nonnegative.add(str(factor))
                result *= self._exponential_of_factor(factor, power * Fraction.constant(side))
        return result

    def _exponential_of_factor(self, factor: fmpq_mpoly, power: Fraction) -> Fraction:
        index = _single_generator(factor)
        if index in self._exponentials and self._exponentials[index][0].constant_value == 1:
            monomial = Fraction(self._exponentials[index][1], ONE)
            exponent = power * monomial / Fraction.constant(self._denominator)
            return self._exponential("e", exponent)
        return self._exponential(f"[{factor}]", power, factor)

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

    def _steps(self, coefficient: fmpq) -> int:
        steps = coefficient * self._denominator
        if steps.q != 1:
            raise Unsupported("a denominator that does not occur in the expressions")
        return int(steps.p)

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

    # -------------------------------------------------------------------------- angles

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
            index = _single_generator(monomial)
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

    def _terms(self, value: Fraction) -> Iterator[tuple[fmpq, fmpq_mpoly]]:
        """Coefficients and monomials of a polynomial; a fraction is its own generator."""
        poly = value.num
        if not value.den.is_constant():
            content = poly.leading_coefficient()
            unit = Fraction(poly / content, value.den)
            poly = self._generator(f"fraction {unit.key}") * content
        for exponents, coefficient in poly.terms():
            yield coefficient, RING.from_dict({tuple(exponents): 1})


# ------------------------------------------------------------------------------- helpers


def _whole(expr: Expr) -> int:
    value = rational(expr)
    if value is None or value.q != 1 or not 1 <= value <= MAX_ROOT_INDEX:
        raise Unsupported("a root with such an index")
    return int(value.p)


def _whole_number(value: fmpq) -> int:
    if value.q != 1:
        raise Unsupported("a part of an angle that is not whole")
    return int(value.p)


def irreducible_factors(poly: fmpq_mpoly) -> tuple[fmpq, list[tuple[fmpq_mpoly, int]]]:
    """content and irreducible factors with whole coefficients; large polynomials are one factor."""
    if poly.is_constant():
        return poly.leading_coefficient(), []
    if len(poly) > MAX_FACTORED_TERMS:
        return fmpq(1), [(poly, 1)]
    content, factors = poly.factor()
    return content, [(factor, int(multiplicity)) for factor, multiplicity in factors]


def _prime_factors(value: fmpz) -> list[tuple[fmpz, int]]:
    """Prime factors of a whole number > 0; of a large one the small ones, and what is left.

    Nothing rests on their being prime: a factor that is composite proves less.
    """
    if int(value).bit_length() > MAX_BITS:
        raise TooLarge("a root or logarithm of such a number")
    small = int(value).bit_length() <= MAX_FACTORED_BITS
    factors = fmpz(value).factor() if small else fmpz(value).factor(TRIAL_DIVISION)
    return [(prime, int(multiplicity)) for prime, multiplicity in factors]


def _prime_powers(value: fmpq) -> Iterator[tuple[fmpz, int]]:
    """Primes and exponents, negative ones for the denominator, of a rational number > 0."""
    yield from _prime_factors(value.p)
    for prime, multiplicity in _prime_factors(value.q):
        yield prime, -multiplicity


def _single_generator(poly: fmpq_mpoly) -> int | None:
    """k where the polynomial is the generator g_k itself."""
    if len(poly) != 1 or poly.total_degree() != 1 or poly.leading_coefficient() != 1:
        return None
    return list(poly.monoms()[0]).index(1)


def _radical_of(relation: fmpq_mpoly, index: int) -> tuple[int, fmpq_mpoly] | None:
    """(k, a) where the relation is g_index^k = a."""
    degree = int(relation.degrees()[index])
    if degree == 0 or relation.monoms()[0][index] != degree:
        return None
    radicand = RING.gen(index) ** degree - relation
    return (degree, radicand) if radicand.degrees()[index] == 0 else None
