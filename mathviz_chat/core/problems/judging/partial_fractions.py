"""Claimed partial fractions: equal to the quotient, and each part of the right form."""

from __future__ import annotations

from collections.abc import Iterator

from mathviz_chat.core.kernel import Outcome, identity, variables
from mathviz_chat.core.problems import multivariate, polynomial, recount
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Div, Expr, Mul, Neg, Node, Sub
from mathviz_chat.core.verdict import Answer


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Identity by the kernel, the form by FLINT's factors, then values at rational points."""
    expr, name = problem.expression, problem.variable
    claimed = forms.claimed_value(node)
    assert expr is not None and name is not None
    if claimed is None or set(variables(claimed)) - {name}:
        return unchecked("The question asks for a sum of fractions.")
    answer = Answer(text, to_plain(claimed))
    decision = identity(expr, claimed)
    if decision.outcome is Outcome.REFUTED:
        return refuted(answer, f"It is not equal to {to_plain(expr)}.")
    terms = list(_terms(claimed))
    if len(terms) < 2 or not all(_is_part(term, name) for term in terms):
        return unchecked("Not every fraction in it is a partial fraction.", answer)
    again = recount.agree_on_samples(
        lambda at: recount.value(expr, at), lambda at: recount.value(claimed, at), (name,)
    )
    if decision.outcome is Outcome.PROVED and not decision.conditions and again:
        return verified(answer, "Proved equal, confirmed by values.")
    return unchecked(decision.reason, answer)


def _terms(expr: Expr) -> Iterator[Expr]:
    if isinstance(expr, Add | Sub):
        yield from _terms(expr.left)
        yield from _terms(expr.right)
    elif isinstance(expr, Neg):
        yield from _terms(expr.arg)
    else:
        yield expr


def _is_part(term: Expr, name: str) -> bool:
    """A polynomial, or a fraction below which stands a power of one irreducible factor."""
    if polynomial.of_expression(term, name) is not None:
        return True
    if isinstance(term, Mul) and not variables(term.left):
        return _is_part(term.right, name)
    if not isinstance(term, Div):
        return False
    above, below = (polynomial.of_expression(side, name) for side in (term.left, term.right))
    if above is None or below is None or len(below) < 2:
        return False
    poly: multivariate.Polynomial = {(k,): c for k, c in enumerate(below) if c}
    _, factors = multivariate.factors(poly, (name,))
    if len(factors) != 1:
        return False
    return len(above) - 1 < max(exponents[0] for exponents in factors[0][0])
