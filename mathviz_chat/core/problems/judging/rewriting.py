"""An expression in another form: equal to the one asked about, and in the form that was asked."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from mathviz_chat.core.kernel import (
    Outcome,
    evaluate,
    identity,
    real_solutions,
    substitute,
    variables,
)
from mathviz_chat.core.problems import multivariate, polynomial, recount
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.number import judge_value
from mathviz_chat.core.problems.judging.outcome import difference, refuted, unchecked, verified
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    And,
    Call,
    Chain,
    Div,
    Expr,
    Log,
    Mul,
    Neg,
    Node,
    Not,
    Number,
    Pow,
    RelOp,
    Root,
    Statement,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.trigonometric_forms import FUNCTIONS, in_sines
from mathviz_chat.core.verdict import Answer


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge a form of ``problem.expression``."""
    claimed = forms.claimed_value(node)
    expr = problem.expression
    assert expr is not None
    if claimed is None or not set(variables(claimed)) <= set(variables(expr)):
        return unchecked("The question asks for another form of its expression.")
    reason = _not_in_form(problem, claimed)
    if reason is not None:
        return unchecked(reason)
    answer = Answer(text, to_plain(claimed))
    decision = identity(expr, claimed, facts=problem.conditions)
    if decision.outcome is Outcome.REFUTED:
        return refuted(answer, f"It is not equal to {to_plain(expr)}: {difference(decision)}.")
    if decision.outcome is not Outcome.PROVED:
        return unchecked(decision.reason, answer)
    picked_up = [one for one in decision.conditions if not _is_given(one, problem.conditions)]
    for condition in picked_up:
        known = fails_too(condition, expr) or _is_assumed(problem, condition)
        if not known and not _follows_by_signs(condition, picked_up):
            return unchecked(f"It is equal only where {to_plain(condition)}.", answer)
    if not _recounted(problem, claimed):
        return unchecked("It was proved, but values did not confirm it.", answer)
    answer = replace(answer, conditions=tuple(map(to_plain, picked_up)))
    return verified(answer, f"Proved by {decision.method} and confirmed by values.")


def _roots_of_letters(expr: Expr) -> int:
    return sum(isinstance(node, Root) and bool(variables(node)) for node in walk(expr))


def _not_in_form(problem: Problem, claimed: Expr) -> str | None:
    if problem.form is Form.NUMBER:
        done = forms.is_worked_out(claimed) and not forms.has_square_factor(claimed)
        return None if done else "It is not worked out."
    if problem.form is Form.EXPANDED:
        return None if is_expanded(claimed) else "It is not expanded with like terms collected."
    if problem.form is Form.FACTORED:
        return None if is_factored(claimed) else "It is not factored as far as it can be."
    if problem.kind in (Kind.COMPOSITION, Kind.SEQUENCE):
        return None
    expr = problem.expression or claimed
    if _roots_of_letters(claimed) < _roots_of_letters(expr):
        return None
    simpler = is_simpler(claimed, expr)
    return None if simpler else "It is not simpler than the expression of the question."


def is_simpler(claimed: Expr, expr: Expr) -> bool:
    """Shorter, with fewer fractions, logarithms or angles; or a product of angles for a sum."""
    if _divisions(claimed) < _divisions(expr) or _logarithms(claimed) < _logarithms(expr):
        return True
    if _angles(claimed) < _angles(expr):
        return True
    if _angles(claimed) == _angles(expr) > 0 and _sums(claimed) < _sums(expr):
        return True
    if _powers_of_products(claimed) < _powers_of_products(expr):
        return True
    return len(list(walk(claimed))) < len(list(walk(expr)))


def _divisions(expr: Expr) -> int:
    return sum(isinstance(node, Div) for node in walk(expr))


def _powers_of_products(expr: Expr) -> int:
    """``(3x^2*y)^3`` is one."""
    return sum(
        isinstance(node, Pow) and isinstance(node.base, Mul | Div | Pow) and bool(variables(node))
        for node in walk(expr)
    )


def _angles(expr: Expr) -> int:
    """How many functions of angles it has, ``sin(2x)/cos(x)`` two."""
    return sum(isinstance(node, Call) and node.function in FUNCTIONS for node in walk(expr))


def _sums(expr: Expr) -> int:
    return sum(isinstance(node, Add | Sub) for node in walk(expr))


def _logarithms(expr: Expr) -> int:
    return sum(isinstance(node, Log) for node in walk(expr))


def fails_too(condition: Statement, expr: Expr) -> bool:
    """Whether an expression is itself undefined wherever a condition ``a != b`` fails."""
    names = variables(condition)
    if _is_a_divisor(condition, in_sines(expr)):  # tan(x) has no value where cos(x) is 0
        return True
    if _is_a_divisor(condition, expr) or _is_a_radicand(condition, expr):
        return True
    if _is_an_argument(condition, expr):
        return True
    if len(names) > 1:
        return _is_in_a_divisor(condition, expr)
    if not isinstance(condition, Chain) or condition.ops != (RelOp.NE,) or len(names) != 1:
        return False
    fails = real_solutions(Chain(condition.items, (RelOp.EQ,)), names[0])
    if fails is None or fails.intervals or any(point.exact is None for point in fails.points):
        return False
    points = (point.exact for point in fails.points if point.exact is not None)
    return all(evaluate(substitute(expr, {names[0]: point})) is None for point in points)


def _is_given(condition: Statement, given: tuple[Statement, ...]) -> bool:
    """Whether a condition is one of those that are given, or follows from them."""
    if condition in given:
        return True
    names = variables(condition)
    if not given or len(names) != 1 or any(variables(one) != names for one in given):
        return False
    against = real_solutions(And((*given, Not(condition))), names[0])
    return against is not None and against.is_empty


def _is_a_radicand(condition: Statement, expr: Expr) -> bool:
    """Whether ``a >= 0`` says of what stands under an even root of an expression."""
    if not isinstance(condition, Chain) or condition.ops != (RelOp.GE,):
        return False
    below, zero = condition.items
    if zero != number(Fraction(0)):
        return False
    return any(
        (isinstance(node, Root) and node.radicand == below and _is_even(node.index))
        or (isinstance(node, Pow) and node.base == below and _is_half(node.exponent))
        for node in walk(expr)
    )


def _is_an_argument(condition: Statement, expr: Expr) -> bool:
    """Whether ``a > 0`` says of what an expression takes the logarithm of."""
    if not isinstance(condition, Chain) or condition.ops != (RelOp.GT,):
        return False
    argument, zero = condition.items
    return zero == number(Fraction(0)) and any(
        isinstance(node, Log) and node.arg == argument for node in walk(expr)
    )


def _follows_by_signs(condition: Statement, others: list[Statement]) -> bool:
    """``x^2*y/z > 0``, where each of these letters is told to be positive."""
    zero = number(Fraction(0))
    if not isinstance(condition, Chain) or condition.ops[0] not in (RelOp.GT, RelOp.NE):
        return False
    positive = {
        one.items[0]
        for one in others
        if isinstance(one, Chain) and one.ops == (RelOp.GT,) and one.items[1] == zero
    }
    signed = (Add, Sub, Neg, Call)
    nodes = list(walk(condition.items[0]))
    letters = {node for node in nodes if isinstance(node, Symbol)}
    return (
        condition.items[1] == zero
        and letters <= positive
        and not any(isinstance(node, signed) for node in nodes)
    )


def _is_assumed(problem: Problem, condition: Statement) -> bool:
    """``x > 0``, as taking a logarithm apart supposes; the answer carries it as its condition."""
    expr = problem.expression
    return (
        problem.form is Form.EXPANDED
        and expr is not None
        and _logarithms(expr) > 0
        and isinstance(condition, Chain)
        and condition.ops == (RelOp.GT,)
        and isinstance(condition.items[0], Symbol)
    )


def _is_even(index: Expr) -> bool:
    return isinstance(index, Number) and index.value.denominator == 1 and index.value % 2 == 0


def _is_half(exponent: Expr) -> bool:
    """A fraction in lowest terms with an even denominator: ``x^(1/2)``."""
    if variables(exponent):
        return False
    value = recount.value(exponent)
    return isinstance(value, Fraction) and value.denominator % 2 == 0


def _is_a_divisor(condition: Statement, expr: Expr) -> bool:
    """Whether ``a != 0`` says of a denominator that it is not 0."""
    if not isinstance(condition, Chain) or condition.ops != (RelOp.NE,):
        return False
    zero = Sub(*condition.items)
    divisors = (node.right for node in walk(expr) if isinstance(node, Div))
    return any(identity(divisor, zero).outcome is Outcome.PROVED for divisor in divisors)


def _is_in_a_divisor(condition: Statement, expr: Expr) -> bool:
    """Whether ``a - b`` divides a denominator: then it is 0 wherever the condition fails."""
    if not isinstance(condition, Chain) or condition.ops != (RelOp.NE,):
        return False
    names = variables(expr)
    zero = multivariate.of_expression(Sub(*condition.items), names)
    divisors = (node.right for node in walk(expr) if isinstance(node, Div))
    polys = (multivariate.of_expression(divisor, names) for divisor in divisors)
    return zero is not None and any(
        poly and multivariate.divides(zero, poly, names) for poly in polys
    )


def _recounted(problem: Problem, claimed: Expr) -> bool:
    expr = problem.expression
    assert expr is not None
    names = variables(expr)
    above = bool(problem.conditions) or _logarithms(expr) > 0

    def at(side: Expr) -> recount.Function:
        def value(point: dict[str, Fraction]) -> recount.Scalar:
            return recount.value(side, {n: abs(v) for n, v in point.items()} if above else point)

        return value

    if not names:
        return recount.agree(recount.value(expr), recount.value(claimed))
    return bool(recount.agree_on_samples(at(expr), at(claimed), names))


def is_expanded(expr: Expr) -> bool:
    """A sum of terms without brackets, no two of them alike; logarithms taken apart."""
    terms = _terms(expr)
    if _logarithms(expr):
        return all(map(_is_simple_logarithm, terms))
    keys = [_key(term) for term in terms]
    if any(key is None for key in keys):
        return False
    return len({frozenset((key or {}).items()) for key in keys}) == len(keys)


def _is_simple_logarithm(term: Expr) -> bool:
    """``3ln(x)``: a number times a logarithm of no product, quotient or power."""
    match term:
        case Mul(factor, Log() as log) if forms.is_rational_literal(factor):
            return _is_simple_logarithm(log)
        case Log(arg, _):
            return not isinstance(arg, Mul | Div | Pow | Root)
    return forms.is_worked_out(term) and not variables(term)


def _terms(expr: Expr) -> list[Expr]:
    if isinstance(expr, Add | Sub):
        return _terms(expr.left) + _terms(expr.right)
    return _terms(expr.arg) if isinstance(expr, Neg) else [expr]


def _key(term: Expr) -> dict[str, Fraction] | None:
    """The powers in a product of a number and powers of letters; None for anything else."""
    key: dict[str, Fraction] = {}
    numbers = 0
    for factor, exponent in _factors(term):
        if forms.is_rational_literal(factor):
            numbers += exponent == 1 or 2
        elif hasattr(factor, "name") and factor.name not in key:
            key[factor.name] = Fraction(exponent)
        else:
            return None
    return key if numbers <= 1 else None


def _factors(expr: Expr) -> list[tuple[Expr, int]]:
    """The factors with their exponents; a division by a number belongs to the number."""
    if isinstance(expr, Mul):
        return _factors(expr.left) + _factors(expr.right)
    if isinstance(expr, Div) and forms.is_rational_literal(expr.right):
        return [f for f in _factors(expr.left) if not forms.is_rational_literal(f[0])]
    if isinstance(expr, Neg):
        return _factors(expr.arg)
    if isinstance(expr, Pow):
        exponent = _whole(expr.exponent)
        return [(expr.base, exponent)] if exponent else [(expr, 1)]
    return [(expr, 1)]


def _whole(expr: Expr) -> int:
    try:
        value = recount.value(expr)
    except recount.NotEvaluated:
        return 0
    return int(value) if isinstance(value, Fraction) and value.denominator == 1 else 0


def is_factored(expr: Expr) -> bool:
    """A number times powers of different irreducible polynomials with whole coefficients."""
    names = variables(expr)
    seen: list[object] = []
    for factor, exponent in _factors(expr):
        if forms.is_rational_literal(factor):
            continue
        poly = multivariate.of_expression(factor, names)
        if not poly or exponent < 1 or not multivariate.is_irreducible(poly, names):
            return False
        opposite = {one: -c for one, c in poly.items()}
        if multivariate.key(poly) in seen or multivariate.key(opposite) in seen:
            return False
        seen.append(multivariate.key(poly))
    return True


def judge_coefficient(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """The coefficient of a power in a polynomial in one unknown."""
    claimed = forms.claimed_value(node)
    assert problem.target is not None and problem.variable is not None
    if claimed is None or not forms.is_worked_out(claimed) or variables(claimed):
        return unchecked("The question asks for a number.")
    coefficients = polynomial.of_expression(problem.target, problem.variable)
    if coefficients is None:
        return unchecked("It is not a polynomial.")
    whole = polynomial.to_tree(coefficients, problem.variable)
    if identity(problem.target, whole).outcome is not Outcome.PROVED:
        return unchecked("The coefficients could not be proved.")
    degree = problem.order
    value = coefficients[degree] if degree < len(coefficients) else Fraction(0)
    return judge_value(number(value), claimed, Answer(text, to_plain(claimed)))


def judge_sequence(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """The next or general term of the polynomial that goes through the terms given."""
    assert problem.target is not None and problem.variable is not None
    for place, item in enumerate(problem.items, start=1):
        value = substitute(problem.target, {problem.variable: number(Fraction(place))})
        if identity(value, item).outcome is not Outcome.PROVED:
            return unchecked("The formula could not be proved for the terms.")
    if problem.form in (Form.EXPANDED, Form.EXPRESSION):
        return judge(replace(problem, expression=problem.target), node, text)
    claimed = forms.claimed_value(node)
    if claimed is None or not forms.is_worked_out(claimed) or variables(claimed):
        return unchecked("The question asks for a number.")
    asked = problem.rank if problem.labels == ("term",) else len(problem.items) + 1
    after = number(Fraction(asked))
    expected = substitute(problem.target, {problem.variable: after})
    return judge_value(expected, claimed, Answer(text, to_plain(claimed)))
