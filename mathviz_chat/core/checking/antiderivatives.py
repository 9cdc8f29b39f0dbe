"""Indefinite integrals: the claimed antiderivative is differentiated."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final, TypeGuard

from mathviz_chat.core.checking.calculus import Functions
from mathviz_chat.core.checking.identities import judge_identity
from mathviz_chat.core.checking.judgement import Judgement, clip, unchecked
from mathviz_chat.core.kernel import differentiate, substitute, variables
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Expr, Integral, Mul, Neg, Node, Number, Sub
from mathviz_chat.core.reading.walking import has, transform, walk
from mathviz_chat.core.verdict import Relation, Role, Verdict

_ZERO: Final = Number(Fraction(0))


def in_one_variable(left: Expr, right: Expr, functions: Functions) -> tuple[Expr, Expr]:
    """``∫ 2x u^4 dx = ∫ u^4 du = u^5/5 + C``, where u = x^2 + 1, as integrals over x.

    Raises ValueError where u cannot be differentiated.
    """
    bound = {node.variable for node in (*walk(left), *walk(right)) if _is_indefinite(node)}
    names = {*bound, *variables(left), *variables(right)}
    bases = {functions[name][0] for name in names if name in functions}
    known = {name: functions[name][1] for name in names - bases if name in functions}
    if len(bases) != 1 or not (bases & names or len(bound & known.keys()) > 1):
        return left, right
    (base,) = bases
    one, two = (transform(side, lambda node: _over(node, base, known)) for side in (left, right))
    return substitute(one, known), substitute(two, known)


def _over(node: Node, base: str, known: dict[str, Expr]) -> Node | None:
    """``∫ u^4 du`` as ``∫ (x^2 + 1)^4 2x dx``."""
    if not _is_indefinite(node) or node.variable not in known:
        return None
    slope = differentiate(known[node.variable], base)
    return Integral(Mul(substitute(node.body, known), slope), base)


def judge_antiderivative(left: Expr, claimed: Expr) -> Judgement:
    """``∫ f dx = F + C``: the derivative of F must be f; without a constant, "+ c" is missing.

    Integrals may stand among the terms of either side (``= u v - ∫ v du``): the derivative of an
    indefinite integral is its integrand.
    """
    if isinstance(left, Integral) and isinstance(claimed, Integral):
        return _by_integrands(left, claimed)
    variable = next(one.variable for one in (*walk(left), *walk(claimed)) if _is_indefinite(one))
    try:
        apart = [_apart(side, variable) for side in (left, claimed)]
        body, slope = (_plus(differentiate(rest, variable), inner) for rest, inner in apart)
    except ValueError as error:
        return unchecked(str(error), Role.IDENTITY)
    name = f"The derivative of {clip(to_plain(claimed))}"
    judged = judge_identity(slope, body, what=name)
    if judged.verdict is not Verdict.PROVED or has_antiderivative(claimed):
        return judged
    inside = {*variables(body), *variables(left), variable}
    if set(variables(claimed)) - inside:
        return judged
    reason = "It is right up to the constant of integration: + C is missing."
    return replace(
        judged, verdict=Verdict.UNCHECKED, relation=Relation.MISSING_CONSTANT, reason=reason
    )


def has_antiderivative(expr: Expr) -> bool:
    """An indefinite integral occurs."""
    return has(expr, Integral) and any(map(_is_indefinite, walk(expr)))


def _is_indefinite(node: Node) -> TypeGuard[Integral]:
    return isinstance(node, Integral) and node.lower is None


def _apart(expr: Expr, variable: str) -> tuple[Expr, Expr]:
    """The terms without an integral, and the derivative of those that are multiples of one.

    Raises ValueError where an integral stands elsewhere, or is in another variable.
    """
    match expr:
        case _ if not has_antiderivative(expr):
            return expr, _ZERO
        case Integral(body=body, variable=name) if name == variable:
            return _ZERO, body
        case Neg(inner):
            rest, body = _apart(inner, variable)
            return _minus(_ZERO, rest), _minus(_ZERO, body)
        case Add(one, two) | Sub(one, two):
            pairs = zip(_apart(one, variable), _apart(two, variable), strict=True)
            join = _plus if isinstance(expr, Add) else _minus
            rest, body = (join(*pair) for pair in pairs)
            return rest, body
        case Mul(factor, Integral(body=body, variable=name)) if name == variable:
            if variable not in variables(factor) and not has_antiderivative(factor):
                return _ZERO, Mul(factor, body)
    raise ValueError("An integral within such an expression is not judged.")


def _plus(one: Expr, two: Expr) -> Expr:
    return two if one == _ZERO else one if two == _ZERO else Add(one, two)


def _minus(one: Expr, two: Expr) -> Expr:
    return one if two == _ZERO else Neg(two) if one == _ZERO else Sub(one, two)


def _by_integrands(left: Integral, right: Integral) -> Judgement:
    same = (left.variable, left.lower, left.upper) == (right.variable, right.lower, right.upper)
    if not same:
        return unchecked("Two integrals are compared by their integrands only.", Role.IDENTITY)
    judged = judge_identity(left.body, right.body)
    if judged.verdict is Verdict.REFUTED:
        return replace(judged, reason=f"The integrands differ: {judged.reason}")
    return judged
