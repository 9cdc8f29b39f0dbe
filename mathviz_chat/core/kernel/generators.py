"""The generators of a normal form, their relations, and what is known about their signs."""

from __future__ import annotations

from collections.abc import Iterator
from math import lcm

from flint import fmpq, fmpq_mpoly, fmpq_poly, fmpz_poly

from mathviz_chat.core.kernel.build import PI, ZERO, add, mul, number, power, sub
from mathviz_chat.core.kernel.limits import (
    MAX_CYCLOTOMIC,
    MAX_GENERATORS,
    MAX_ROOT_INDEX,
    TooLarge,
    Undefined,
    Unsupported,
)
from mathviz_chat.core.kernel.polynomials import ONE, RING, Fraction, checked, reduced
from mathviz_chat.core.kernel.rational import rational, to_fraction
from mathviz_chat.core.proof.polynomials import text
from mathviz_chat.core.reading.tree import (
    Call,
    Constant,
    Div,
    Expr,
    Number,
    Pow,
    Root,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk

ARCS = frozenset({"asin", "acos", "atan"})


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


class Generators:
    """The generators in use, by a text that says what each stands for."""

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

    def is_nonnegative(self, poly: fmpq_mpoly) -> bool:
        """Is the polynomial known to be >= 0 wherever the expressions are defined?"""
        if text(poly) in self._nonnegative:
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

    # ---------------------------------------------------------- what generators stand for

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

    def _terms(self, value: Fraction) -> Iterator[tuple[fmpq, fmpq_mpoly]]:
        """Coefficients and monomials of a polynomial; a fraction is its own generator."""
        poly = value.num
        if not value.den.is_constant():
            content = poly.leading_coefficient()
            unit = Fraction(poly / content, value.den)
            poly = self._generator(f"fraction {unit.key}") * content
        for exponents, coefficient in poly.terms():
            yield coefficient, RING.from_dict({tuple(exponents): 1})
