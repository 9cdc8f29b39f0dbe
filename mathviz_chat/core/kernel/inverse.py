"""Equations with one exponential or one logarithm of the unknown, solved by the inverse function.

b^(x/D) with b > 1 takes every positive value exactly once; log|f(x)| = c means f(x) = +-e^c. Each
candidate is put into the equation itself and kept only where that is proved, dropped only where
it is refuted. Solutions are constant expressions such as ``ln(7)/ln(2)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import gcd, lcm

from flint import fmpq_mpoly, fmpq_poly

from mathviz_chat.core.kernel.algebraic import real_roots
from mathviz_chat.core.kernel.build import E, add, div, ln, mul, neg, number, power, sub
from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.hints import hints
from mathviz_chat.core.kernel.identities import identity
from mathviz_chat.core.kernel.limits import MAX_SOLVING_DEGREE, TooLarge, Undefined, Unsupported
from mathviz_chat.core.kernel.normalform import NormalForms
from mathviz_chat.core.kernel.polynomials import RING
from mathviz_chat.core.kernel.rational import to_fraction
from mathviz_chat.core.kernel.signs import sign
from mathviz_chat.core.kernel.solving import EQUATION, solve
from mathviz_chat.core.kernel.statements import holds
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.kernel.systems import used_generators
from mathviz_chat.core.proof.claims import (
    AtPoint,
    Cases,
    Cells,
    Certificate,
    Fails,
    Follows,
    Listed,
)
from mathviz_chat.core.proof.proving import Proof, prove
from mathviz_chat.core.reading.tree import (
    Call,
    Chain,
    Constant,
    Expr,
    Log,
    Or,
    Pow,
    Root,
    Statement,
    Sub,
    Symbol,
    Truth,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Relation

X = fmpq_poly([0, 1])
METHOD = "inverse functions, each solution proved by substitution"


def compare_values(
    before: tuple[Statement, ...],
    after: Statement,
    givens: tuple[Statement, ...],
    known: Mapping[str, Expr],
    unknown: str,
) -> tuple[Decision, Relation]:
    """The comparison of two conditions with finitely many solutions. Raises Declined.

    givens: what gives other letters the values in ``known``.
    """
    if len(before) != 1:
        raise Unsupported("several conditions with functions other than roots")
    proving = _Proving(givens, known, unknown)
    (first,) = before
    old, new = proving.values_of(first), proving.values_of(after)
    lost = [value for value in old if not _is_among(value, new)]
    gained = [value for value in new if not _is_among(value, old)]
    proofs = [
        proving.fails(first, after, lost[0]) if lost else proving.follows(first, after),
        *([proving.fails(after, first, gained[0])] if gained and not lost else []),
        *([] if gained else [proving.follows(after, first)]),
    ]
    outcome = Outcome.REFUTED if lost else Outcome.PROVED
    reason, relation = _REASONS[bool(lost), bool(gained)]
    witness = None
    if lost and gained:
        at = holds(substitute(first, known), {unknown: gained[0]}).witness
        sides = (at.left, at.right) if at is not None else (None, None)
        witness = Witness(((unknown, gained[0]),), *sides)
    elif lost or gained:
        witness = Witness(((unknown, (lost or gained)[0]),))
    return Decision(outcome, METHOD, reason, witness, (), tuple(proofs)), relation


# (a solution is lost, one is gained) -> what is said
_REASONS = {
    (False, False): ("the two have the same real solutions", Relation.SAME_ROOTS),
    (False, True): ("every solution is kept, but others are added", Relation.ROOTS_GAINED),
    (True, False): ("a solution is lost", Relation.ROOTS_LOST),
    (True, True): (
        "a value is allowed that is no solution, and a solution is lost",
        Relation.DIFFERENT,
    ),
}


@dataclass(frozen=True)
class _Proving:
    givens: tuple[Statement, ...]
    known: Mapping[str, Expr]
    unknown: str

    def values_of(self, statement: Statement) -> list[Expr]:
        return values_of(substitute(statement, self.known), self.unknown)

    def fails(self, first: Statement, second: Statement, value: Expr) -> Proof:
        point = (*self.known.items(), (self.unknown, value))
        claim = Fails((first, *self.givens), second, point)
        return prove(claim, AtPoint(hints(first, second, value, *self.givens)))

    def follows(self, first: Statement, second: Statement) -> Proof:
        claim = Follows((first,), second, self.givens)
        return prove(claim, self.listed(first, second))

    def listed(self, first: Statement, second: Statement) -> Certificate:
        """By cases, the list of all solutions of each."""
        if isinstance(first, Or):
            return Cases(tuple(self.listed(item, second) for item in first.items))
        values = tuple(self.values_of(first))
        common = hints(first, second, *values, *self.givens)
        functions = any(isinstance(node, Call | Log | Pow) for node in walk(first))
        if values or functions:
            return Listed(common, self.unknown, values)
        return Cells(common, self.unknown)


def _is_among(value: Expr, values: list[Expr]) -> bool:
    return any(_equal(value, other) for other in values)


def _equal(left: Expr, right: Expr) -> bool:
    outcome = identity(left, right).outcome
    if outcome not in (Outcome.PROVED, Outcome.REFUTED):
        raise Unsupported("two values that could not be told apart")
    return outcome is Outcome.PROVED


def values_of(statement: Statement, unknown: str) -> list[Expr]:
    """All real solutions, as constant expressions. Raises Declined."""
    if statement == Truth(False):
        return []
    if isinstance(statement, Or):
        return [value for item in statement.items for value in values_of(item, unknown)]
    if not isinstance(statement, Chain) or statement.ops[0] not in EQUATION:
        raise Unsupported("a condition that is no equation")
    if len(statement.items) != 2:
        raise Unsupported("a chain of equations")
    left, right = statement.items
    for side, value in ((left, right), (right, left)):
        if side == Symbol(unknown) and not variables(value):
            return [value]
    difference = elaborate(Sub(left, right))
    if not any(isinstance(node, Call | Log | Pow | Constant) for node in walk(difference)):
        return _algebraic(statement, unknown)
    return [v for v in _candidates(difference, unknown) if _satisfies(statement, unknown, v)]


def _algebraic(statement: Statement, unknown: str) -> list[Expr]:
    found = solve(statement, unknown)
    surds = [point.surd() for point in found.points()]
    if not found.is_finite or None in surds:
        raise Unsupported("solutions that are not a few fractions and surds")
    return [surd for surd in surds if surd is not None]


def _satisfies(statement: Chain, unknown: str, value: Expr) -> bool:
    left, right = substitute(statement, {unknown: value}).items
    try:
        sign(elaborate(Sub(left, right)), {})
    except Undefined:
        return False
    outcome = identity(left, right).outcome
    if outcome not in (Outcome.PROVED, Outcome.REFUTED):
        raise Unsupported("a candidate that could be neither proved nor refuted")
    return outcome is Outcome.PROVED


def _candidates(difference: Expr, unknown: str) -> list[Expr]:
    """Constants among which all solutions are."""
    forms = NormalForms(difference)
    numerator = forms.reduce(forms.of(difference).num)
    functions = [k for k in used_generators([numerator]) if k not in forms.constants]
    if functions and all(forms.exponential(k) for k in functions):
        if len(numerator.monoms()) == 2:
            return _of_two_powers(numerator, functions, forms, unknown)
        return _of_exponentials(numerator, functions, forms, unknown)
    if functions and all(forms.logarithm(k) for k in functions):
        return _of_logarithms(numerator, functions, forms, unknown)
    if len(functions) == 1 and forms.univariate(RING.gen(functions[0])) == (unknown, X):
        return _levels(numerator, functions[0], forms)
    raise Unsupported("an equation with functions of the unknown that are not inverted")


def _of_two_powers(
    numerator: fmpq_mpoly, functions: list[int], forms: NormalForms, unknown: str
) -> list[Expr]:
    """``c a^x + d b^x = 0``: (a/b)^x = -d/c, so that x = ln(-d/c)/(ln a - ln b)."""
    rates = [number(0), number(0)]
    for place, exponents in enumerate(numerator.monoms()):
        if any(count and k not in functions for k, count in enumerate(exponents)):
            raise Unsupported("powers with such factors")
        for k in functions:
            exponential = forms.exponential(k)
            if exponential is None or forms.univariate(exponential[1]) != (unknown, X):
                raise Unsupported("an exponent that is no multiple of the unknown")
            base, _, steps = exponential
            rate = div(mul(number(int(exponents[k])), ln(base)), number(steps))
            rates[place] = add(rates[place], rate)
    one, other = numerator.coeffs()
    level = to_fraction(-other / one)
    if level <= 0:
        return []
    return [div(ln(number(level)), sub(rates[0], rates[1]))]


def _of_exponentials(
    numerator: fmpq_mpoly, functions: list[int], forms: NormalForms, unknown: str
) -> list[Expr]:
    """Powers of one t = b^(x/D), where 10^x is 2^x 5^x: x = D ln(t)/ln(b) for each t > 0."""
    shapes = [
        shape for e in numerator.monoms() if any(shape := tuple(int(e[k]) for k in functions))
    ]
    unit = tuple(entry // gcd(*shapes[0]) for entry in shapes[0])
    base, steps = number(1), 1
    for k, count in zip(functions, unit, strict=True):
        exponential = forms.exponential(k)
        if exponential is None or forms.univariate(exponential[1]) != (unknown, X):
            raise Unsupported("an exponent that is no multiple of the unknown")
        steps = exponential[2]
        base = mul(base, power(exponential[0], number(count)))
    pivot = next(k for k, count in zip(functions, unit, strict=True) if count)
    merged = _merged(numerator, functions, unit, pivot)
    if merged is None:
        raise Unsupported("powers of several bases")
    levels = _levels(merged, pivot, forms)
    positive = [level for level in levels if sign(elaborate(level), {}) == 1]
    return [div(mul(number(steps), ln(level)), ln(base)) for level in positive]


def _merged(
    numerator: fmpq_mpoly, functions: list[int], unit: tuple[int, ...], pivot: int
) -> fmpq_mpoly | None:
    """The polynomial with t, the product of the functions to those powers, in place of one."""
    terms = {}
    for exponents, coefficient in numerator.terms():
        count = int(exponents[pivot]) // unit[functions.index(pivot)]
        if any(exponents[k] != count * u for k, u in zip(functions, unit, strict=True)):
            return None
        place = [0 if k in functions else int(e) for k, e in enumerate(exponents)]
        place[pivot] = count
        terms[tuple(place)] = coefficient
    return RING.from_dict(terms)


def _of_logarithms(
    numerator: fmpq_mpoly, functions: list[int], forms: NormalForms, unknown: str
) -> list[Expr]:
    """A sum of whole multiples n log|f| + c = 0: the zeros of +-prod f^n - e^-c."""
    if len(functions) == 1:
        return _of_one_logarithm(numerator, functions[0], forms, unknown)
    top, bottom = fmpq_poly([1]), fmpq_poly([1])
    scale = lcm(*(int(coefficient.q) for coefficient in numerator.coeffs()))
    for exponents, coefficient in (numerator * scale).terms():
        used = [k for k, e in enumerate(exponents) if e]
        logarithm = forms.logarithm(used[0]) if len(used) == 1 else None
        if logarithm is None or exponents[used[0]] != 1:
            raise Unsupported("an equation that is no sum of logarithms")
        single = forms.univariate(logarithm)
        value = fmpq_poly([logarithm.leading_coefficient()]) if single is None else single[1]
        if abs(coefficient.p) * max(1, value.degree()) > MAX_SOLVING_DEGREE:
            raise TooLarge("logarithms with such factors")
        if coefficient > 0:
            top *= value ** int(coefficient.p)
        else:
            bottom *= value ** int(-coefficient.p)
    found: list[Expr] = []
    for side in (top - bottom, top + bottom):
        if side == 0:
            raise Unsupported("logarithms that cancel")
        found += _surds(side)
    return found


def _of_one_logarithm(
    numerator: fmpq_mpoly, index: int, forms: NormalForms, unknown: str
) -> list[Expr]:
    factor = forms.logarithm(index)
    single = None if factor is None else forms.univariate(factor)
    if single is None or single[0] != unknown or single[1].degree() != 1:
        raise Unsupported("a logarithm of what is no multiple of the unknown")
    offset, slope = (number(to_fraction(single[1][k])) for k in (0, 1))
    sizes = [power(E, level) for level in _levels(numerator, index, forms)]
    return [div(sub(value, offset), slope) for size in sizes for value in (size, neg(size))]


def _surds(poly: fmpq_poly) -> list[Expr]:
    """All real roots, as fractions and surds, or of a binomial as roots of numbers."""
    if poly.degree() > 2 and all(poly[k] == 0 for k in range(1, poly.degree())):
        return _of_binomial(poly)
    surds = [root.surd() for root, _ in real_roots(poly)]
    if None in surds:
        raise Unsupported("solutions that are no fractions or surds")
    return [surd for surd in surds if surd is not None]


def _of_binomial(poly: fmpq_poly) -> list[Expr]:
    """The real roots of ``a x^n + b``."""
    value = to_fraction(-poly[0] / poly[poly.degree()])
    if value == 0:
        return [number(0)]
    root = Root(number(abs(value)), number(poly.degree()))
    if poly.degree() % 2:
        return [root if value > 0 else neg(root)]
    return [neg(root), root] if value > 0 else []


def _levels(numerator: fmpq_mpoly, index: int, forms: NormalForms) -> list[Expr]:
    """All real values of the one function at which the numerator is 0."""
    coefficients: dict[int, fmpq_mpoly] = {}
    for exponents, coefficient in numerator.terms():
        degree = int(exponents[index])
        rest = tuple(0 if k == index else e for k, e in enumerate(exponents))
        term = RING.from_dict({rest: coefficient})
        coefficients[degree] = coefficients.get(degree, 0 * term) + term
    if all(c.is_constant() for c in coefficients.values()):
        poly = fmpq_poly()
        for degree, constant in coefficients.items():
            poly[degree] = constant.leading_coefficient()
        return _surds(poly)
    parts = {k: forms.expression(one) for k, one in coefficients.items()}
    degree = max(parts)
    if degree == 2 and 1 in parts:
        return _of_quadratic(parts.get(0, number(0)), parts[1], parts[2])
    if set(parts) - {0, degree}:
        raise Unsupported("an equation of higher degree with such coefficients")
    level = div(neg(parts.get(0, number(0))), parts[degree])
    return [level] if degree == 1 else _roots_of(level, degree)


def _of_quadratic(c: Expr, b: Expr, a: Expr) -> list[Expr]:
    """The real values with ``a x^2 + b x + c = 0``."""
    middle = div(neg(b), mul(number(2), a))
    away = _roots_of(sub(mul(middle, middle), div(c, a)), 2)
    return [add(middle, one) for one in away]


def _roots_of(level: Expr, degree: int) -> list[Expr]:
    """The real values whose power is a number, ``x^2 = e^2``."""
    side = sign(elaborate(level), {})
    if side is None:
        raise Unsupported("a level whose sign is not certain")
    if side == 0:
        return [number(0)]
    root = Root(level if side > 0 else neg(level), number(degree))
    if degree % 2:
        return [root if side > 0 else neg(root)]
    return [neg(root), root] if side > 0 else []
