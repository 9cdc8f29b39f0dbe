"""Equations with one exponential or one logarithm of the unknown, solved by the inverse function.

b^(x/D) with b > 1 takes every positive value exactly once; log|f(x)| = c means f(x) = +-e^c. Each
candidate is put into the equation itself and kept only where that is proved, dropped only where
it is refuted. Solutions are constant expressions such as ``ln(7)/ln(2)``.
"""

from __future__ import annotations

from flint import fmpq_mpoly, fmpq_poly

from mathviz_chat.core.kernel.algebraic import real_roots
from mathviz_chat.core.kernel.build import E, div, ln, mul, neg, number, power, sub
from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.elaboration import elaborate
from mathviz_chat.core.kernel.equality import identity
from mathviz_chat.core.kernel.limits import Undefined, Unsupported
from mathviz_chat.core.kernel.normalform import NormalForms
from mathviz_chat.core.kernel.polynomials import RING
from mathviz_chat.core.kernel.rational import to_fraction
from mathviz_chat.core.kernel.separation import sign
from mathviz_chat.core.kernel.solving import EQUATION, solve
from mathviz_chat.core.kernel.statements import holds
from mathviz_chat.core.kernel.substitution import substitute, variables
from mathviz_chat.core.kernel.systems import used_generators
from mathviz_chat.core.kernel.traversal import walk
from mathviz_chat.core.reading.tree import Call, Chain, Expr, Log, Or, Pow, Statement, Sub, Symbol
from mathviz_chat.core.verdict import Relation

METHOD = "inverse functions, each solution proved by substitution"


def compare_values(
    before: tuple[Statement, ...], after: Statement, unknown: str
) -> tuple[Decision, Relation]:
    """The comparison of two conditions with finitely many solutions. Raises Declined."""
    if len(before) != 1:
        raise Unsupported("several conditions with functions other than roots")
    old, new = values_of(before[0], unknown), values_of(after, unknown)
    lost = [value for value in old if not _is_among(value, new)]
    gained = [value for value in new if not _is_among(value, old)]
    if not lost and not gained:
        reason = "the two have the same real solutions"
        return Decision(Outcome.PROVED, METHOD, reason), Relation.SAME_ROOTS
    if not lost:
        reason = "every solution is kept, but others are added"
        decision = Decision(Outcome.PROVED, METHOD, reason, _witness(unknown, gained[0]))
        return decision, Relation.ROOTS_GAINED
    if not gained:
        witness = _witness(unknown, lost[0])
        return Decision(Outcome.REFUTED, METHOD, "a solution is lost", witness), Relation.ROOTS_LOST
    reason = "a value is allowed that is no solution, and a solution is lost"
    at = holds(before[0], {unknown: gained[0]}).witness
    sides = (at.left, at.right) if at is not None else (None, None)
    witness = Witness(((unknown, gained[0]),), *sides)
    return Decision(Outcome.REFUTED, METHOD, reason, witness), Relation.DIFFERENT


def _witness(unknown: str, value: Expr) -> Witness:
    return Witness(((unknown, value),))


def _is_among(value: Expr, values: list[Expr]) -> bool:
    return any(_equal(value, other) for other in values)


def _equal(left: Expr, right: Expr) -> bool:
    outcome = identity(left, right).outcome
    if outcome not in (Outcome.PROVED, Outcome.REFUTED):
        raise Unsupported("two values that could not be told apart")
    return outcome is Outcome.PROVED


def values_of(statement: Statement, unknown: str) -> list[Expr]:
    """All real solutions, as constant expressions. Raises Declined."""
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
    if not any(isinstance(node, Call | Log | Pow) for node in walk(difference)):
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
    if len(functions) != 1:
        raise Unsupported("an equation with several functions of the unknown")
    levels = _levels(numerator, functions[0], forms)
    exponential = forms.exponential(functions[0])
    if exponential is not None:
        base, monomial, steps = exponential
        if forms.univariate(monomial) != (unknown, fmpq_poly([0, 1])):
            raise Unsupported("an exponent that is no multiple of the unknown")
        positive = [level for level in levels if sign(elaborate(level), {}) == 1]
        return [div(mul(number(steps), ln(level)), ln(base)) for level in positive]
    factor = forms.logarithm(functions[0])
    single = None if factor is None else forms.univariate(factor)
    if single is None or single[0] != unknown or single[1].degree() != 1:
        raise Unsupported("an equation with functions of the unknown that are not inverted")
    offset, slope = (number(to_fraction(single[1][k])) for k in (0, 1))
    sizes = [power(E, level) for level in levels]
    return [div(sub(value, offset), slope) for size in sizes for value in (size, neg(size))]


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
        surds = [root.surd() for root, _ in real_roots(poly)]
        if None in surds:
            raise Unsupported("solutions that are no fractions or surds")
        return [surd for surd in surds if surd is not None]
    if max(coefficients) != 1:
        raise Unsupported("an equation of higher degree with such coefficients")
    top = forms.expression(-coefficients[0]) if 0 in coefficients else number(0)
    return [div(top, forms.expression(coefficients[1]))]
