"""Normal forms: an expression as a fraction of polynomials in atoms with known relations.

At every point at which an expression is defined, each atom stands for one number, and each
relation holds there:

==========  ==================================================  ================================
atom        stands for                                          relation
==========  ==================================================  ================================
letter, pi  itself                                              a point's minimal polynomial
zeta        e^(2 pi i/M)                                        the cyclotomic polynomial M
root        f^(1/K), f >= 0; f^(1/K) with K odd                 g^K = f
abs         abs(f)                                              g^2 = f^2
log         log abs(f)                                          none
exp         e^(m/D), m a monomial; e^(i u) for sines, cosines   none
asin, ...   itself                                              none
==========  ==================================================  ================================

A divisor is not 0 wherever the expression is defined, so fractions may be added, multiplied,
divided and cancelled freely: if the numerator of a - b reduces to 0, then a = b at every point of
both domains. The converse is not claimed: a form that is not 0 proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction as Rational
from math import lcm

from flint import arb, fmpq, fmpq_mpoly, fmpz_poly

from mathviz_chat.core.proof.notation import Notation, exact
from mathviz_chat.core.proof.polynomials import (
    MAX_ATOMS,
    ONE,
    RING,
    Fraction,
    TooLarge,
    Undefined,
    Unsupported,
    checked,
    factored,
    monomials,
    product,
    text,
    whole,
    whole_power,
)
from mathviz_chat.core.proof.slopes import slope
from mathviz_chat.core.reading.tree import Const, Derivative, Expr, Integral, Limit

MAX_SHIFT = 60  # of a factorial
MAX_ENCLOSED = 4_096  # larger arguments are given to no function


@dataclass(frozen=True, slots=True)
class Hints:
    """Common denominators; whatever they are, what is proved is true.

    denominator: D of exponents and angles. index: K of roots. order: M of roots of unity, 4 | M.
    """

    denominator: int = 1
    index: int = 1
    order: int = 4
    complex_domain: bool = False


UNIT = whole(ONE)
UNIT_KEY = UNIT.key  # of what is no function of anything


@dataclass(frozen=True, slots=True)
class Atom:
    """kind as in the table, inside: what it is a function of, index: K of a root."""

    kind: str
    inside: Fraction = UNIT
    index: int = 1
    sign: int = 0  # what is known: 1: >= 0, 2: > 0
    real: bool = True


class Forms(Notation):
    """Normal forms of a few expressions in one ring. needs: the restrictions that were met."""

    def __init__(
        self,
        hints: Hints,
        letters: Mapping[str, Expr] | None = None,
        roots: Mapping[str, Sequence[Rational]] | None = None,
    ) -> None:
        super().__init__(letters)
        self.hints = hints
        self.roots = roots or {}  # minimal polynomials of letters, constant terms first
        self.values: dict[str, Fraction] = {}  # what letters are known to be
        self.places: dict[str, int] = {}
        self.atoms: dict[int, Atom] = {}
        self.relations: list[fmpq_mpoly] = []
        self.needs: list[tuple[Fraction, str]] = []
        self.signed: set[str] = set()  # polynomials known to be >= 0, by their text

    # ------------------------------------------------------------------------ atoms

    def atom(self, atom: Atom, relation: Iterable[fmpq_mpoly] = ()) -> Fraction:
        """The atom; if it is new, its powers times the coefficients of a relation add up to 0."""
        key = f"{atom.kind} {atom.index} {UNIT_KEY if atom.inside is UNIT else atom.inside.key}"
        if key not in self.places:
            index = self.places[key] = MAX_ATOMS - 1 - len(self.places)
            if index < 0:
                raise TooLarge(f"more than {MAX_ATOMS} different functions and letters")
            self.atoms[index] = atom
            powers = [RING.gen(index) ** k * c for k, c in enumerate(relation)]
            self.relations += [sum(powers[1:], powers[0])] if powers else []
        return whole(RING.gen(self.places[key]))

    def atoms_of(self, poly: fmpq_mpoly) -> list[tuple[int, Atom]]:
        """The atoms of a polynomial, with the largest exponent of each."""
        return [(int(n), self.atoms[k]) for k, n in enumerate(poly.degrees()) if n > 0]

    def place_of(self, name: str) -> int:
        """The generator of a letter."""
        self.letter(name)
        return self.places[f"letter {name} 1 {UNIT_KEY}"]

    def moves(self, place: int, letter: int) -> bool:
        """Does the atom depend on the letter? Both are given as generators."""
        inside = self.atoms[place].inside
        parts = enumerate(product(inside.num, inside.den).degrees())
        return place == letter or any(self.moves(k, letter) for k, n in parts if n > 0)

    def is_real(self, value: Fraction) -> bool:
        """Does it hold only atoms that stand for real numbers each?"""
        return all(atom.real for _, atom in self.atoms_of(value.num * value.den))

    def reduce(self, poly: fmpq_mpoly) -> fmpq_mpoly:
        """The polynomial with every relation applied, newest first."""
        for relation in reversed(self.relations):
            poly = checked(divmod(poly, relation)[1])
        return poly

    def tidy(self, value: Fraction) -> Fraction:
        if not self.relations:
            return value
        return Fraction.reduced(self.reduce(value.num), self.reduce(value.den))

    def sign(self, poly: fmpq_mpoly) -> int:
        """2: it is known to be > 0 wherever the expressions are defined; 1: >= 0; 0: not known."""
        signs = [
            min(
                (self.atoms[k].sign or self.atoms[k].real * (e % 2 == 0) for k, e in powers),
                default=2,
            )
            * (coefficient > 0)
            for coefficient, powers in self.terms(poly)
        ]
        if signs and all(signs):
            return int(max(signs))
        return 2 if self.enclosed(poly) > 0 else int(text(poly) in self.signed)

    def enclosed(self, poly: fmpq_mpoly) -> arb:
        """The value of a polynomial in numbers such as pi and e^2, nan of any other."""
        total = arb(0)
        for coefficient, powers in self.terms(poly):
            term = arb(coefficient)
            for k, e in powers:
                term *= self._enclosed_atom(self.atoms[k]) ** e
            total += term
        return total

    def _enclosed_atom(self, atom: Atom) -> arb:
        if atom.kind == "pi":
            return arb.pi()
        if atom.kind not in ("exp", "log", "root") or not atom.real:
            return arb.nan()
        inside = self.enclosed(atom.inside.num) / self.enclosed(atom.inside.den)
        if not abs(inside) < MAX_ENCLOSED:
            return arb.nan()
        if atom.kind == "root":
            return inside.root(atom.index)
        return inside.exp() if atom.kind == "exp" else abs(inside).log()

    def terms(self, poly: fmpq_mpoly) -> Iterator[tuple[fmpq, list[tuple[int, int]]]]:
        """Coefficients, with the atoms and exponents of their monomials."""
        for exponents, coefficient in poly.terms():
            yield coefficient, [(k, int(e)) for k, e in enumerate(exponents) if e]

    def without_logarithms(self, poly: fmpq_mpoly) -> list[fmpq_mpoly]:
        """Polynomials of which one is 0 where this one is: sum n ln|f| = 0 asks prod f^n = +-1."""
        if not any(atom.kind == "log" for _, atom in self.atoms_of(poly)):
            return [poly]
        sides = [ONE, ONE]
        scale = lcm(*(int(coefficient.q) for coefficient in poly.coeffs()))
        for coefficient, powers in self.terms(poly * scale):
            atoms = [self.atoms[k] for k, exponent in powers if exponent == 1]
            if len(atoms) != len(powers) or [atom.kind for atom in atoms] != ["log"]:
                raise Unsupported("an equation that is no sum of logarithms")
            factor = whole_power(atoms[0].inside.num, abs(int(coefficient.p)))
            side = int(coefficient < 0)
            sides[side] = product(sides[side], factor)
        return [self.reduce(sides[0] - sides[1]), self.reduce(sides[0] + sides[1])]

    # ------------------------------------------------------------------------ operations

    def value(self, node: Expr) -> Fraction:
        return self.tidy(super().value(node))

    def number(self, value: fmpq) -> Fraction:
        return whole(RING.constant(value))

    def letter(self, name: str) -> Fraction:
        if name in self.values:
            return self.values[name]
        relation = [RING.constant(exact(c)) for c in self.roots.get(name, ())]
        return self.atom(Atom(f"letter {name}"), relation)

    def constant(self, const: Const) -> Fraction:
        if const is Const.PI:
            return self.atom(Atom("pi", sign=2))
        if const is Const.I and self.hints.complex_domain:
            return self.imaginary
        raise Unsupported("infinity in such a calculation")

    def unity(self, numerator: int) -> Fraction:
        """e^(2 pi i numerator/M)."""
        relation = [RING.constant(c) for c in fmpz_poly.cyclotomic(self.hints.order).coeffs()]
        zeta = self.atom(Atom("zeta", real=False), relation)
        return self.tidy(zeta ** (numerator % self.hints.order))

    @property
    def imaginary(self) -> Fraction:
        return self.unity(self.hints.order // 4)

    def require(self, value: Fraction, need: str) -> Fraction:
        if need == "!=" and value.num.is_zero():
            raise Undefined("division by zero")
        if need == "-1..1":
            self.needs.append((self.number(fmpq(1)) - value * value, ">="))
        elif need != "!=" or not value.num.is_constant():
            self.needs.append((value, need))
        return value

    def power(self, base: Fraction, exponent: int) -> Fraction:
        return base**exponent

    def calculus(self, node: Derivative | Integral | Limit) -> Fraction:
        if not isinstance(node, Derivative):
            raise Unsupported(f"{type(node).__name__.lower()} of this kind")
        before = len(self.needs)
        found: Fraction = slope(self, node)
        if not self.has_logarithm(found):  # (ln u)' is u'/u for every u that is not 0
            self.needs[before:] = [need for need in self.needs[before:] if need[1] != ">"]
        return found

    def has_logarithm(self, value: Fraction) -> bool:
        """Does the logarithm of a letter occur?"""
        return any(
            atom.inside.rational is None
            if atom.kind == "log"
            else atom.kind == "exp" and self.has_logarithm(atom.inside)
            for _, atom in self.atoms_of(value.num * value.den)
        )

    def function(self, name: str, value: Fraction) -> Fraction:
        if self.hints.complex_domain and name not in ("exp", "sin", "cos"):
            raise Unsupported(f"the function {name} beside the imaginary unit")
        match name:
            case "exp":
                return self.exponential(value)
            case "log":
                return self.logarithm(value)
            case "abs":
                return self.modulus(value)
            case "sin" | "cos":
                angle = self.tidy(self.imaginary * value)
                turn, other = self.exponential(angle), self.exponential(-angle)
                half = turn + other if name == "cos" else (other - turn) * self.imaginary
                return half * self.number(fmpq(1, 2))
            case "acos":
                right = self.atom(Atom("pi", sign=2)) * self.number(fmpq(1, 2))
                return right - self.atom(Atom("asin", value))
            case "factorial":
                return self.shifted_factorial(value)
            case _:
                return self.atom(Atom(name, value))

    def radical(self, value: Fraction, index: int) -> Fraction:
        """Powers, and factors whose sign is known, are taken out of the root."""
        if self.hints.complex_domain and value.rational is None:
            raise Unsupported("a root beside the imaginary unit")
        if value.num.is_zero() or not self.is_real(value):
            return value if value.num.is_zero() else self.simple_root(value, index)
        sign, factors = factored(value)
        if self.hints.complex_domain and sign < 0 and index == 2:
            return self.imaginary * self.radical(-value, 2)
        result = rest = self.number(fmpq(1))
        for poly, count in factors:
            times, part = divmod(count, index)
            size = whole(poly)
            if times:
                result *= (size if index % 2 else self.modulus(size)) ** times
            if part and (index % 2 or self.sign(poly)):
                result *= self.simple_root(size, index) ** part
            elif part:
                rest *= size**part
        if index % 2:
            return -result if sign < 0 else result
        if rest.rational is None:
            return result * self.simple_root(-rest if sign < 0 else rest, index)
        if sign < 0:
            raise Undefined("an even root of a negative number")
        return result

    def simple_root(self, value: Fraction, index: int) -> Fraction:
        """f^(1/k) as a power of f^(1/K), of which it holds that its K-th power is f."""
        common = self.hints.index if self.hints.index % index == 0 else index
        sign = self.sign(value.num) if value.den.is_one() else 0
        if index % 2 and not sign:  # an odd root of what may be negative
            common //= common & -common
        known = sign if index % 2 else max(sign, 1)
        relation = [-value.num, *[0 * ONE] * (common - 1), value.den]
        return self.atom(Atom("root", value, common, known), relation) ** (common // index)

    def modulus(self, value: Fraction) -> Fraction:
        if not self.is_real(value):
            return self.atom(Atom("abs", value, 1, 1), [-(value.num**2), 0 * ONE, value.den**2])
        result = self.number(fmpq(bool(value.num)))
        for poly, count in factored(value)[1]:
            if count % 2 == 0 or self.sign(poly):
                size = whole(poly)
            elif self.sign(-poly):
                size = whole(-poly)
            else:
                atom = Atom("abs", whole(poly), 1, 1)
                size = self.atom(atom, [-(poly**2), 0 * ONE, ONE])
            result *= size**count
        return result

    def logarithm(self, value: Fraction) -> Fraction:
        """ln|f| for each factor f."""
        if not self.is_real(value):
            return self.atom(Atom("log", value))
        total = self.number(fmpq(0))
        for poly, count in factored(value)[1]:
            total += self.logarithm_of_factor(poly) * self.number(fmpq(count))
        return total

    def logarithm_of_factor(self, poly: fmpq_mpoly) -> Fraction:
        single = self.single(poly)
        if single is not None and single.kind == "exp":
            return single.inside
        if single is not None and single.kind in ("root", "abs"):
            return self.logarithm(single.inside) * self.number(fmpq(1, single.index))
        return self.atom(Atom("log", whole(poly), sign=2 if poly.is_constant() else 0))

    def single(self, poly: fmpq_mpoly) -> Atom | None:
        """The atom that the polynomial is."""
        alone = len(poly) == 1 and poly.total_degree() == 1 and poly.leading_coefficient() == 1
        return self.atoms_of(poly)[0][1] if alone else None

    def exponential(self, value: Fraction) -> Fraction:
        result = self.number(fmpq(1))
        for coefficient, monomial in monomials(value):
            result *= self.exponential_of(coefficient, monomial)
        return result

    def exponential_of(self, count: fmpq, monomial: Fraction) -> Fraction:
        """e^(count monomial), by the monomial's own function where it is one."""
        single = self.single(monomial.num) if monomial.den.is_one() else None
        if single is not None and single.kind == "log":
            base = self.modulus(single.inside)
            return (base if count.q == 1 else self.radical(base, int(count.q))) ** int(count.p)
        if not self.is_real(monomial):
            turn = self.turn(count, monomial)
            if turn is not None:
                return turn
        steps = count * self.hints.denominator
        unit = fmpq(1, self.hints.denominator) if steps.q == 1 else fmpq(1, count.q)
        real = self.is_real(monomial)
        inside = monomial * self.number(unit)
        return self.atom(Atom("exp", inside, 1, 2 * real, real)) ** int((count / unit).p)

    def turn(self, count: fmpq, monomial: Fraction) -> Fraction | None:
        """e^(i count u) where u is pi or the value of an inverse function."""
        angle, rest = divmod(monomial.num, self.imaginary.num)
        single = self.single(angle) if rest.is_zero() and monomial.den.is_one() else None
        if single is not None and single.kind == "pi":
            part = count * self.hints.order / 2
            return self.unity(int(part.p)) if part.q == 1 else None
        if single is None or single.kind not in ("asin", "atan") or count.q != 1:
            return None
        sine, one = single.inside, self.number(fmpq(1))
        if single.kind == "asin":
            turn = self.radical(one - sine * sine, 2) + self.imaginary * sine
        else:
            turn = (one + self.imaginary * sine) / self.radical(one + sine * sine, 2)
        return turn ** int(count.p)

    def shifted_factorial(self, value: Fraction) -> Fraction:
        """(m + k)! = m! (m + 1) ... (m + k) with the whole constant k of the argument taken out."""
        shift = sum((c for c, m in monomials(value) if m.num.is_one()), fmpq(0))
        if shift.q != 1 or abs(shift) > MAX_SHIFT:
            raise Unsupported("the factorial of such an expression")
        base, step = value - self.number(shift), int(shift.p)
        result = self.atom(Atom("factorial", base, sign=2))
        for k in range(min(step, 0) + 1, max(step, 0) + 1):
            factor = base + self.number(fmpq(k))
            result = result * factor if step > 0 else result / factor
        return result
