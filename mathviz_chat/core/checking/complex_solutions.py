"""A line that gives solutions which are not real: ``x = (4 ± 6i)/2 = 2 ± 3i``.

What is given is an equation between polynomials of one unknown. Each value is put in, which the
kernel proves; they are all the solutions where they differ and are as many as the degree of the
polynomial without its double factors.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import Final

from mathviz_chat.core.checking.conditions import as_condition, describe
from mathviz_chat.core.checking.facts import MAX_CASES, Case, Facts
from mathviz_chat.core.checking.judgement import Judgement, unchecked
from mathviz_chat.core.checking.terms import disjuncts, equation, links, transform, uses_complex
from mathviz_chat.core.kernel import Decision, Outcome, evaluate, identity, substitute, variables
from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Chain,
    Const,
    Constant,
    Div,
    Expr,
    Mul,
    Node,
    Number,
    RelOp,
    Root,
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Relation, Role, Verdict

NOT_JUDGED: Final = "Solutions that are not real are judged for an equation of polynomials only."
_SOME: Final = "It satisfies {}; whether all of the complex solutions are named is not judged."
_AFTER: Final = "Solutions that are not real were named; this line is about real numbers."
_RESTRICTED: Final = (
    "The question restricts the unknown; solutions that are not real are not judged."
)
_ROUNDED: Final = "A value is rounded, so it is no solution itself."
_TWO: Final = Number(Fraction(2))
_METHOD: Final = "substitution of complex numbers"


def judge_complex(facts: Facts, statement: Statement, line: int) -> Judgement | None:
    """The verdict on a line with the imaginary unit, or the root of a negative number.

    None for any other line. Some solutions only are a case, which may wait for the others.
    """
    meant = transform(statement, _root_of_negative)
    if not uses_complex(meant):
        return unchecked(_AFTER, Role.CONDITION) if facts.complex_named else None
    if facts.real:
        return unchecked(_RESTRICTED, Role.CONDITION)
    cases = tuple(dict.fromkeys(disjuncts(as_condition(meant, facts.unknowns))))
    given = facts.given[0] if len(facts.given) == 1 and len(facts.unknowns) == 1 else None
    known = isinstance(given, Chain) and given.ops == (RelOp.EQ,)
    values = tuple(_value(case, facts.unknowns[0]) for case in cases) if known else (None,)
    found = tuple(value for value in values if value is not None)
    if not isinstance(given, Chain) or len(found) < len(values):
        return unchecked(NOT_JUDGED, Role.CONDITION) if uses_complex(statement) else None
    judged = _judged(facts, given, cases, found)
    if judged.relation is Relation.ROOTS_LOST:
        return _one_case(facts, statement, line, found, judged)
    return judged


def _root_of_negative(node: Node) -> Node | None:
    """``sqrt(16 - 52)`` as ``i sqrt(36)``."""
    if not isinstance(node, Root) or node.index != _TWO or variables(node.radicand):
        return None
    value = evaluate(node.radicand)
    if value is None or value.rational is None or value.rational >= 0:
        return None
    return Mul(Constant(Const.I), Root(number(-value.rational), _TWO))


def _judged(
    facts: Facts, given: Chain, cases: Sequence[Statement], values: Sequence[Expr]
) -> Judgement:
    (unknown,) = facts.unknowns
    terms = polynomial.of_equation(given, unknown)
    if not terms:
        return unchecked(NOT_JUDGED, Role.CONDITION)
    decided = [_put_in(given, unknown, value) for value in values]
    for case in cases:
        assert isinstance(case, Chain)
        decided += [identity(left, right) for left, _, right in links(case)[1:]]
    rounded = any(one.places for value in values for one in _numbers(value))
    wrong = next((one for one in decided if one.outcome is Outcome.REFUTED), None)
    if wrong is not None and rounded:
        return unchecked(_ROUNDED, Role.CONDITION)
    if wrong is not None:
        return _refuted(given, wrong)
    if any(one.outcome is not Outcome.PROVED for one in decided):
        return unchecked(NOT_JUDGED, Role.CONDITION)
    if not _are_different(values):
        return unchecked(_SOME.format(describe(facts.given)), Role.CONDITION)
    if len(values) != len(polynomial.without_double_factors(terms)) - 1:
        return _some(facts, decided[0])
    return _proved(facts, decided[0])


def _are_different(values: Sequence[Expr]) -> bool:
    pairs = combinations(values, 2)
    return all(identity(one, other).outcome is Outcome.REFUTED for one, other in pairs)


def _one_case(
    facts: Facts, statement: Statement, line: int, values: Sequence[Expr], judged: Judgement
) -> Judgement:
    """``x = 2i``, where ``x = -2i`` stands on a line of its own; ``x = 1`` may stand before."""
    known = facts.complex_cases or facts.exact
    together = (*known, *(value for value in values if _is_new(value, known)))
    if len(together) > MAX_CASES or not _are_different(together):
        return replace(judged, relation=None)
    if not facts.complex_cases:
        name = Symbol(facts.unknowns[0])
        facts.cases = [Case(equation(name, value), facts.exact_line) for value in known]
    facts.complex_cases = together
    facts.cases.append(Case(as_condition(statement, facts.unknowns), line))
    return judged


def _is_new(value: Expr, known: Sequence[Expr]) -> bool:
    return all(identity(value, one).outcome is not Outcome.PROVED for one in known)


def complex_completion(facts: Facts) -> Decision | None:
    """What shows that the cases name all the complex solutions, if they do."""
    given, unknown = facts.given[0], facts.unknowns[0]
    if not isinstance(given, Chain):
        return None
    terms = polynomial.of_equation(given, unknown)
    if not terms or len(polynomial.without_double_factors(terms)) - 1 != len(facts.complex_cases):
        return None
    facts.complex_named = True
    return _put_in(given, unknown, facts.complex_cases[0])


def _numbers(value: Expr) -> Iterator[Number]:
    return (node for node in walk(value) if isinstance(node, Number))


def _value(case: Statement, unknown: str) -> Expr | None:
    """``2 + 3i`` of ``x = 2 + 3i``, and of ``x - 2 = 3i``."""
    if not isinstance(case, Chain) or set(case.ops) != {RelOp.EQ}:
        return None
    left = polynomial.of_expression(case.items[0], unknown)
    if left is None or len(left) != 2 or any(variables(item) for item in case.items[1:]):
        return None
    moved = case.items[1] if left[0] == 0 else Sub(case.items[1], number(left[0]))
    return moved if left[1] == 1 else Div(moved, number(left[1]))


def _put_in(given: Chain, unknown: str, value: Expr) -> Decision:
    left, right = (substitute(item, {unknown: value}) for item in given.items)
    return identity(left, right)


def _refuted(given: Chain, ground: Decision) -> Judgement:
    return Judgement(
        Verdict.REFUTED,
        Relation.DIFFERENT,
        f"A value of it does not satisfy {to_plain(given)}, or the two sides are not the same.",
        method=_METHOD,
        role=Role.CONDITION,
        ground=ground,
    )


def _some(facts: Facts, ground: Decision) -> Judgement:
    return Judgement(
        Verdict.UNCHECKED,
        Relation.ROOTS_LOST,
        _SOME.format(describe(facts.given)),
        method=_METHOD,
        role=Role.CONDITION,
        ground=ground,
    )


def _proved(facts: Facts, ground: Decision) -> Judgement:
    facts.complex_named = True
    return Judgement(
        Verdict.PROVED,
        Relation.SAME_ROOTS,
        f"It names all the complex solutions of {describe(facts.given)}.",
        method=_METHOD,
        role=Role.CONDITION,
        ground=ground,
    )
