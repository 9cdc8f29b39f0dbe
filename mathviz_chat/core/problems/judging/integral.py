"""A claimed integral: differentiated back by the kernel, confirmed by numeric quadrature."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core import symbolic
from mathviz_chat.core.integration_plans import with_absolute_values
from mathviz_chat.core.kernel import (
    Outcome,
    differentiate,
    evaluate,
    holds,
    identity,
    real_solutions,
    substitute,
    variables,
)
from mathviz_chat.core.kernel.integration import by_antiderivative
from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.problems.growth import INFINITY, MINUS_INFINITY
from mathviz_chat.core.problems.judging import areas, forms
from mathviz_chat.core.problems.judging.domains import demands
from mathviz_chat.core.problems.judging.outcome import difference, refuted, unchecked, verified
from mathviz_chat.core.problems.judging.rewriting import fails_too
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import And, Chain, Expr, Integral, Node, RelOp, Statement
from mathviz_chat.core.verdict import Answer


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge an antiderivative with its constant, or the value of a definite integral."""
    integral = problem.expression or problem.target
    claimed = forms.claimed_value(node)
    assert isinstance(integral, Integral)
    if claimed is None:
        return unchecked("The question asks for an integral.")
    if problem.form is Form.NUMBER:
        return _definite(integral, claimed, text)
    return _indefinite(integral, claimed, text, problem.conditions)


def _definite(integral: Integral, claimed: Expr, text: str) -> AnswerJudgement:
    if variables(claimed) or not forms.is_worked_out(claimed):
        return unchecked("It is not worked out to one number.")
    answer = Answer(text, to_plain(claimed))
    value = definite_value(integral)
    lower, upper = integral.lower, integral.upper
    if value is None or lower is None or upper is None:
        return unchecked("No antiderivative could be proved on the whole interval.", answer)
    decision = identity(value, claimed)
    again = recount.agree(_measured(integral, lower, upper), recount.value(claimed), digits=20)
    if decision.outcome is Outcome.PROVED and again:
        return verified(answer, "Proved by an antiderivative, confirmed by quadrature.")
    if decision.outcome is Outcome.REFUTED and not again:
        return refuted(answer, "The integral has another value.")
    return unchecked(decision.reason, answer)


def _measured(integral: Integral, lower: Expr, upper: Expr) -> recount.Scalar:
    """By quadrature; of the size of a polynomial, by its numeric roots."""
    if areas.size_of(integral) is not None:
        return areas.measured(integral)
    return recount.integral(integral.body, integral.variable, _end(lower), _end(upper), {})


def _end(end: Expr) -> recount.Scalar:
    """The value of a limit of integration, which may be endless."""
    if end in (INFINITY, MINUS_INFINITY):
        return recount.infinite(positive=end == INFINITY)
    return recount.value(end)


def definite_value(integral: Integral) -> Expr | None:
    """``F(b) - F(a)`` where F is proved on the whole closed interval; None where none is."""
    body, name = integral.body, integral.variable
    lower, upper = integral.lower, integral.upper
    if lower is None or upper is None:
        return None
    if (inner := areas.size_of(integral)) is not None:
        whole = antiderivative(inner, name)
        return None if whole is None else areas.value(integral, whole)
    whole = proved_antiderivative(body, name)
    return None if whole is None else by_antiderivative(whole, integral, lower, upper)


def proved_antiderivative(body: Expr, name: str) -> Expr | None:
    """An antiderivative whose derivative the kernel proves to be the integrand."""
    whole = antiderivative(body, name)
    if whole is None:
        found = symbolic.antiderivative(body, name)
        whole = None if found is None else with_absolute_values(found, body)
    if whole is None:
        return None
    try:
        back = identity(differentiate(whole, name), body)
    except ValueError:
        return None
    return whole if back.outcome is Outcome.PROVED else None


def antiderivative(body: Expr, name: str) -> Expr | None:
    """Of a polynomial, by the power rule."""
    coefficients = polynomial.of_expression(body, name)
    if coefficients is None:
        return None
    raised = (Fraction(0), *(c / (k + 1) for k, c in enumerate(coefficients)))
    return polynomial.to_tree(raised, name)


def _indefinite(
    integral: Integral, claimed: Expr, text: str, given: tuple[Statement, ...]
) -> AnswerJudgement:
    """given: conditions on the variable under which the question asks."""
    body, name = integral.body, integral.variable
    constants = set(variables(claimed)) - set(variables(body)) - {name}
    answer = Answer(text, to_plain(claimed))
    if any(isinstance(child, Integral) for child in forms.parts(claimed)):
        return unchecked("The integral is not carried out.")
    if len(constants) > 1:
        return unchecked("It has letters that the question does not have.", answer)
    try:
        derivative = differentiate(claimed, name)
    except ValueError as error:
        return unchecked(f"The rules do not differentiate it: {error}", answer)
    decision = identity(derivative, body)
    if decision.outcome is Outcome.REFUTED:
        return refuted(answer, f"Its derivative is not {to_plain(body)}: {difference(decision)}.")
    if decision.outcome is not Outcome.PROVED:
        return unchecked(decision.reason, answer)
    left = [one for one in decision.conditions if not _follows(given, one)]
    if any(not _is_harmless(condition, body, claimed) for condition in left):
        return unchecked("It is an antiderivative only where its parts are defined.", answer)
    if _is_narrower(claimed, body, given):
        return unchecked("It is not defined everywhere where the integrand is.", answer)
    if not constants or not _is_added(claimed, constants.pop(), name):
        return unchecked("The constant of integration is missing.", answer)
    if not _confirmed(body, claimed, name):
        return unchecked("It was proved, but quadrature did not confirm it.", answer)
    return verified(answer, "Its derivative is the integrand; confirmed by quadrature.")


def _is_harmless(condition: Statement, body: Expr, claimed: Expr) -> bool:
    """Whether a condition of the proof takes nothing away from the integrand's domain.

    Where it fails at single points at which both have a value, both are continuous, so that the
    derivative is the integrand there too (by the mean value theorem).
    """
    if fails_too(condition, body) or demands(body, condition):
        return True
    if not isinstance(condition, Chain) or condition.items[-1] != forms.ZERO:
        return False
    what, names = condition.items[0], variables(condition)
    if condition.ops == (RelOp.GT,) and not demands(body, Chain(condition.items, (RelOp.GE,))):
        return False
    if condition.ops not in ((RelOp.NE,), (RelOp.GT,)) or len(names) != 1:
        return False
    zeros = real_solutions(Chain((what, forms.ZERO), (RelOp.EQ,)), names[0])
    if zeros is None or zeros.intervals:
        return False
    return all(
        point.exact is not None
        and _has_value(body, names[0], point.exact)
        and _has_value(claimed, names[0], point.exact)
        for point in zeros.points
    )


def _has_value(expr: Expr, name: str, point: Expr) -> bool:
    others = {one: forms.ONE for one in variables(expr) if one != name}
    return evaluate(substitute(expr, {name: point, **others})) is not None


_OPPOSITES: Final = {
    RelOp.NE: RelOp.EQ,
    RelOp.GT: RelOp.LE,
    RelOp.GE: RelOp.LT,
    RelOp.LT: RelOp.GE,
    RelOp.LE: RelOp.GT,
}


def _follows(given: tuple[Statement, ...], condition: Statement) -> bool:
    """Whether no value satisfies what is given and not the condition."""
    names = variables(And((*given, condition)))
    if not given or len(names) != 1 or not isinstance(condition, Chain):
        return False
    opposite = _OPPOSITES.get(condition.ops[0]) if len(condition.ops) == 1 else None
    if opposite is None:
        return False
    found = real_solutions(And((*given, Chain(condition.items, (opposite,)))), names[0])
    return found is not None and found.is_empty


def _is_excluded(given: tuple[Statement, ...], point: dict[str, Fraction]) -> bool:
    at = {name: number(value) for name, value in point.items()}
    return any(
        isinstance(one, Chain) and holds(one, at).outcome is Outcome.REFUTED for one in given
    )


def _is_narrower(claimed: Expr, body: Expr, given: tuple[Statement, ...]) -> bool:
    """Whether the claim has no value at a point where the integrand has one: ln(x) for 1/x."""
    for point in recount.sample_points(tuple(variables(claimed))):
        if _is_excluded(given, point):
            continue
        try:
            recount.value(body, point)
        except recount.NotEvaluated:
            continue
        try:
            recount.value(claimed, point)
        except recount.NotEvaluated:
            return True
    return False


def _is_added(claimed: Expr, constant: str, name: str) -> bool:
    """The constant is a term by itself: its derivative does not depend on anything."""
    slope = differentiate(claimed, constant)
    return identity(slope, forms.ONE).outcome is Outcome.PROVED and name not in variables(slope)


def _confirmed(body: Expr, claimed: Expr, name: str) -> bool:
    """The growth of the claim between two points is the numeric integral there."""
    names = tuple(variables(claimed))
    confirmed = 0
    for point in recount.sample_points(names):
        for start in (abs(point.get(name, Fraction(1))) + Fraction(1, 9), Fraction(1, 9)):
            end = start + Fraction(1, 5)
            try:
                grown = recount.difference(claimed, name, start, end, point)
                area = recount.integral(body, name, start, end, point)
                if not recount.agree(grown, area, digits=20):
                    return False
            except recount.NotEvaluated:
                continue
            confirmed += 1
            break
        if confirmed == 2:
            return True
    return False
