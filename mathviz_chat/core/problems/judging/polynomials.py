"""Completed squares, quotients and remainders, vertices, numbers of solutions, inverses."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity, substitute, variables
from mathviz_chat.core.problems import polynomial, recount
from mathviz_chat.core.problems.judging import forms, whole_division
from mathviz_chat.core.problems.judging.outcome import difference, refuted, unchecked, verified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.polynomial import Coefficients
from mathviz_chat.core.problems.problem import AnswerJudgement, Problem
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Chain,
    Expr,
    Mul,
    Neg,
    Node,
    Pow,
    RelOp,
    Sub,
    Symbol,
    TupleOf,
)
from mathviz_chat.core.verdict import Answer

TWO: Final = number(Fraction(2))


# ------------------------------------------------------------------ completing the square


def judge_square(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """``a(x - h)^2 + k``: equal to the quadratic, the letter in the square only."""
    claimed = forms.claimed_value(node)
    expr, name = problem.expression, problem.variable
    assert expr is not None and name is not None
    if claimed is None or not is_completed(claimed, name):
        return unchecked("It is not of the form a(x - h)^2 + k.")
    return _judge_equal(expr, claimed, Answer(text, to_plain(claimed)))


def is_completed(expr: Expr, name: str) -> bool:
    """A number times the square of ``x - h``, plus a number."""
    if isinstance(expr, Add | Sub):
        left, right = variables(expr.left), variables(expr.right)
        if left and right:
            return False
        square = expr.left if left else expr.right
        return is_completed(square, name) and _is_square(square, name)
    return _is_square(expr, name)


def _is_square(expr: Expr, name: str) -> bool:
    if isinstance(expr, Neg):
        return _is_square(expr.arg, name)
    if isinstance(expr, Mul) and not variables(expr.left):
        return _is_square(expr.right, name)
    if isinstance(expr, Pow) and expr.exponent == TWO:
        base = polynomial.of_expression(expr.base, name)
        return base is not None and len(base) == 2
    left = getattr(expr, "left", None)
    return left is not None and not isinstance(expr, Add | Sub | Mul) and _is_square(left, name)


def _judge_equal(expr: Expr, claimed: Expr, answer: Answer) -> AnswerJudgement:
    decision = identity(expr, claimed)
    if decision.outcome is Outcome.REFUTED:
        return refuted(answer, f"It is not equal to {to_plain(expr)}: {difference(decision)}.")
    if decision.outcome is not Outcome.PROVED or decision.conditions:
        return unchecked(decision.reason, answer)
    if not _agree(expr, claimed):
        return unchecked("It was proved, but values did not confirm it.", answer)
    return verified(answer, f"Proved by {decision.method} and confirmed by values.")


def _agree(left: Expr, right: Expr) -> bool:
    names = tuple(sorted({*variables(left), *variables(right)}))
    if not names:
        return recount.agree(recount.value(left), recount.value(right))
    return bool(
        recount.agree_on_samples(
            lambda point: recount.value(left, point),
            lambda point: recount.value(right, point),
            names,
        )
    )


# ------------------------------------------------------------------ division

_PARTS = re.compile(
    r"(?:quotient\s*(?:is|=|:)?\s*)?(?P<q>[^,;]+?)\s*(?:,|;|\band\b)?\s*(?:with\s+)?(?:a\s+)?"
    r"remainder\s*(?:is|=|:|of)?\s*(?P<r>.+)",
    re.IGNORECASE,
)


def judge_division(problem: Problem, text: str) -> AnswerJudgement:
    """A quotient, a remainder, or both: ``quotient x + 1, remainder 3``."""
    above, below, name = problem.expression, problem.target, problem.variable
    assert above is not None and below is not None
    if name is None:
        return whole_division.judge(problem, text)
    divided = _divided(above, below, name)
    if divided is None:
        return unchecked("It is no division of polynomials.")
    quotient, remainder = (polynomial.to_tree(one, name) for one in divided)
    whole = Add(Mul(quotient, below), remainder)
    if identity(above, whole).outcome is not Outcome.PROVED:
        return unchecked("The division could not be proved.")
    claimed = _claimed_parts(problem, text, remainder)
    if claimed is None:
        return unchecked(f"The question asks for the {' and the '.join(problem.labels)}.")
    expected = {"quotient": quotient, "remainder": remainder}
    plain = ", ".join(f"{label} {to_plain(value)}" for label, value in claimed.items())
    answer = Answer(text, plain if len(claimed) > 1 else to_plain(next(iter(claimed.values()))))
    for label, value in claimed.items():
        judged = _judge_equal(expected[label], value, answer)
        if judged.verdict.value != "verified":
            return judged
    return verified(answer, "The product with the divisor plus the remainder is the dividend.")


def _divided(above: Expr, below: Expr, name: str) -> tuple[Coefficients, Coefficients] | None:
    dividend = polynomial.of_expression(above, name)
    divisor = polynomial.of_expression(below, name)
    if dividend is None or not divisor:
        return None
    return polynomial.divided(dividend, divisor)


def _claimed_parts(problem: Problem, text: str, remainder: Expr) -> dict[str, Expr] | None:
    match = _PARTS.fullmatch(text.strip())
    both = problem.labels == ("quotient", "remainder")
    texts = {"quotient": text}
    if match is not None and both:
        texts = {"quotient": match["q"], "remainder": match["r"]}
    elif not both:
        bare = re.sub(rf"^(?:the\s+)?{problem.labels[0]}\s*(?:is|=|:)?\s*", "", text.strip())
        texts = {problem.labels[0]: bare}
    elif recount.value(remainder, {problem.variable or "": Fraction(7, 3)}) != 0:
        return None
    found: dict[str, Expr] = {}
    for label, one in texts.items():
        try:
            node = read(one.strip(), variables=(problem.variable or "x",))
        except ReadError:
            return None
        name = problem.variable or "x"
        if not isinstance(node, Expr) or polynomial.of_expression(node, name) is None:
            return None
        found[label] = node
    return found


# ------------------------------------------------------------------ vertex, inverse


def judge_vertex(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """``(h, k)`` with ``a(x - h)^2 + k``, or the axis ``x = h``."""
    expr, name = problem.expression, problem.variable
    assert expr is not None and name is not None
    terms = polynomial.of_expression(expr, name)
    if terms is None or len(terms) != 3:
        return unchecked("It is no quadratic function.")
    across = -terms[1] / (2 * terms[2])
    if problem.labels == ("axis of symmetry",):
        return _judge_axis(expr, name, across, node, text)
    if not isinstance(node, TupleOf) or len(node.items) != 2:
        return unchecked("The question asks for a point (x, y).")
    if not all(forms.is_worked_out(item) and not variables(item) for item in node.items):
        return unchecked("Its coordinates are not worked out.")
    answer = Answer(text, f"({to_plain(node.items[0])}, {to_plain(node.items[1])})")
    square = Pow(Sub(Symbol(name), node.items[0]), TWO)
    whole = Add(Mul(number(terms[2]), square), node.items[1])
    decision = identity(expr, whole)
    if decision.outcome is Outcome.REFUTED:
        return refuted(answer, f"{to_plain(expr)} is not {to_plain(whole)}.")
    up = recount.value(expr, {name: across})
    same = recount.agree(recount.value(node.items[0]), across)
    if decision.outcome is not Outcome.PROVED or not same:
        return unchecked(decision.reason, answer)
    if not recount.agree(recount.value(node.items[1]), up):
        return unchecked("It was proved, but recounting did not confirm it.", answer)
    return verified(answer, "Proved by the completed square and confirmed by -b/(2a).")


def _judge_axis(expr: Expr, name: str, across: Fraction, node: Node, text: str) -> AnswerJudgement:
    isolated = isinstance(node, Chain) and node.ops == (RelOp.EQ,) and node.items[0] == Symbol(name)
    value = node.items[1] if isolated and isinstance(node, Chain) else None
    if value is None or variables(value):
        return unchecked(f"The question asks for a line {name} = ...")
    answer = Answer(text, f"{name} = {to_plain(value)}")
    mirrored = substitute(expr, {name: Sub(Mul(TWO, value), Symbol(name))})
    decision = identity(expr, mirrored)
    if decision.outcome is Outcome.REFUTED:
        return refuted(answer, "The graph is not symmetric about it.")
    if decision.outcome is not Outcome.PROVED or recount.value(value) != across:
        return unchecked(decision.reason, answer)
    return verified(answer, "The graph is its own mirror image; confirmed by -b/(2a).")


def judge_inverse(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """``f(g(x)) = x`` and ``g(f(x)) = x``."""
    claimed = forms.claimed_value(node)
    expr, name = problem.expression, problem.variable
    assert expr is not None and name is not None
    if claimed is None or variables(claimed) not in ((name,), ()):
        return unchecked(f"The question asks for a function of {name}.")
    answer = Answer(text, to_plain(claimed))
    symbol = Symbol(name)
    forward, back = substitute(expr, {name: claimed}), substitute(claimed, {name: expr})
    for whole in (forward, back):
        decision = identity(whole, symbol)
        if decision.outcome is Outcome.REFUTED:
            return refuted(answer, f"{to_plain(whole)} is not {name}: {difference(decision)}.")
        if decision.outcome is not Outcome.PROVED:
            return unchecked(decision.reason, answer)
    if not _agree(forward, symbol) or not _agree(back, symbol):
        return unchecked("It was proved, but values did not confirm it.", answer)
    return verified(answer, "Each of the two undoes the other, proved and confirmed by values.")
