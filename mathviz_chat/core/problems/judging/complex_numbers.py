"""A claimed complex number, or the two complex roots of a quadratic equation."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity, substitute, variables
from mathviz_chat.core.problems import gaussian, polynomial, recount
from mathviz_chat.core.problems.judging import complex_powers, forms
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.judging.parts_of_complex import parts_of
from mathviz_chat.core.problems.judging.solutions import claimed_values
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Chain, Expr, Node
from mathviz_chat.core.verdict import Answer

MISSING: Final = "A solution is missing."


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """The kernel's normal form with i^2 = -1, and the value again in fractions."""
    if problem.task:
        return complex_powers.judge(problem, node, text)
    if problem.conditions:
        return _judge_roots(problem, node, text)
    claimed = forms.claimed_value(node)
    assert problem.expression is not None
    if claimed is None or variables(claimed) or parts_of(claimed) is None:
        return unchecked("The question asks for a number a + bi, worked out.")
    answer = Answer(text, to_plain(claimed))
    decision = identity(problem.expression, claimed)
    expected, own = gaussian.value(problem.expression), gaussian.value(claimed)
    if expected is None or own is None:
        return unchecked("Its value could not be found again in fractions.", answer)
    if decision.outcome is Outcome.PROVED and expected == own:
        return verified(answer, f"Proved by {decision.method}, and recounted in fractions.")
    if decision.outcome is Outcome.REFUTED and expected != own:
        return refuted(answer, "It is another number.")
    return unchecked(decision.reason, answer)


def _judge_roots(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Both roots put in, for the kernel; their parts by the formula, in numbers."""
    (name,), (equation,) = problem.unknowns, problem.conditions
    values = claimed_values(node, name)
    assert isinstance(equation, Chain)
    poly = polynomial.of_equation(equation, name)
    of_higher_degree = poly is not None and len(poly) > 3
    if values is not None and of_higher_degree:
        values = tuple(dict.fromkeys(values))  # a double root may be named twice
    parts = [] if values is None else [parts_of(one) for one in values]
    if values is None or any(part is None for part in parts):
        return unchecked(f"The question asks for solutions {name} = a + bi, worked out.")
    if len(values) != 2 and not of_higher_degree:
        return unchecked(f"The question asks for two solutions {name} = a + bi, worked out.")
    plain = " or ".join(f"{name} = {to_plain(one)}" for one in values)
    answer = Answer(text, plain)
    outcomes = {
        identity(*(substitute(item, {name: one}) for item in equation.items)).outcome
        for one in values
    }
    known = [part for part in parts if part is not None]
    if poly is not None and of_higher_degree:
        again = _are_all(poly, known)
    else:
        again = _are_roots(equation, name, known)
    if outcomes == {Outcome.PROVED} and again:
        each = "Each satisfies" if of_higher_degree else "Both satisfy"
        return verified(answer, f"{each} the equation, which has no other solutions.")
    if Outcome.REFUTED in outcomes and not again:
        return refuted(answer, "One of them does not satisfy the equation.")
    told = "±" not in text and "\\pm" not in text  # their signs may be meant independently
    if outcomes == {Outcome.PROVED} and of_higher_degree and told:
        return refuted(answer, MISSING)
    return unchecked("It could not be proved in two ways.", answer)


def _are_all(poly: Coefficients, parts: list[tuple[Expr | None, Expr | None]]) -> bool:
    """Multiplied out, ``x - r`` for each root r gives the polynomial without its double factors."""
    wanted = polynomial.without_double_factors(poly)
    product: list[tuple[recount.Scalar, recount.Scalar]] = [(Fraction(1), Fraction(0))]
    for part in parts:
        a, b = (Fraction(0) if one is None else recount.value(one) for one in part)
        a, b = recount.real(a), recount.real(b)
        longer = [(recount.real(Fraction(0)),) * 2 for _ in range(len(product) + 1)]
        for k, (re, im) in enumerate(product):
            up, here = longer[k + 1], longer[k]
            longer[k + 1] = (up[0] + re, up[1] + im)
            longer[k] = (here[0] - re * a + im * b, here[1] - re * b - im * a)
        product = list(longer)
    if len(product) != len(wanted):
        return False
    zero = Fraction(0)
    return all(
        recount.agree(re, value / wanted[-1]) and recount.agree(im, zero)
        for (re, im), value in zip(product, wanted, strict=True)
    )


def _are_roots(equation: Chain, name: str, parts: list[tuple[Expr | None, Expr | None]]) -> bool:
    """Real part -b/(2a), squares of the imaginary parts (4ac - b^2)/(4a^2), of both signs."""
    found = polynomial.of_equation(equation, name)
    if found is None or len(found) != 3:
        return False
    c, b, a = found
    middle, square = -b / (2 * a), (4 * a * c - b * b) / (4 * a * a)
    signs = set()
    for real, imaginary in parts:
        if imaginary is None or square <= 0:
            return False
        part = recount.value(imaginary)
        signs.add(recount.real(part) > 0)
        own = Fraction(0) if real is None else recount.value(real)
        if not recount.agree(own, middle):
            return False
        if not recount.agree(recount.real(part) ** 2, recount.real(square)):
            return False
    return signs == {True, False}
