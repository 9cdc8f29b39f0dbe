"""Claimed solutions of one equation, or of one unknown of a system."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from mathviz_chat.core import symbolic
from mathviz_chat.core.kernel import (
    Decision,
    Outcome,
    SolutionSet,
    approximately,
    compare_conditions,
    holds,
    identity,
    real_solutions,
    variables,
)
from mathviz_chat.core.problems import polynomial, recount, root_count
from mathviz_chat.core.problems.judging import forms, inequality, monotone
from mathviz_chat.core.problems.judging.outcome import lost, refuted, unchecked, verified
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.both_signs import values_of
from mathviz_chat.core.reading.logarithms import TEN, in_base
from mathviz_chat.core.reading.odd_roots import with_odd_roots
from mathviz_chat.core.reading.tree import (
    Abs,
    And,
    Chain,
    Const,
    Constant,
    Expr,
    Log,
    Neg,
    Node,
    Number,
    Or,
    Pow,
    RelOp,
    SetOf,
    Statement,
    Symbol,
    Truth,
    TupleOf,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.verdict import Answer, AnswerVerdict, Relation

NO_SOLUTION = "no real solutions"
ALL_REAL = "all real numbers"


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge a complete solution set of ``problem.conditions[0]``.

    Where the question writes a root as a power, ``x^(1/3)``, a negative base has no value, or the
    value that the root has: only a verdict that holds either way is given.
    """
    equation = problem.conditions[0]
    judged = _judge(problem, equation, node, text)
    rooted = with_odd_roots(equation)
    if rooted == equation or judged.verdict is AnswerVerdict.UNCHECKED:
        return judged
    if _judge(problem, rooted, node, text).verdict is judged.verdict:
        return judged
    return unchecked("It rests on what a root of a negative number is.", judged.answer)


def _judge(problem: Problem, equation: Statement, node: Node, text: str) -> AnswerJudgement:
    unknown = problem.unknowns[0]
    if problem.form is Form.INTERVALS or _holds_on_stretches(equation, unknown):
        return inequality.judge(equation, unknown, node, text)
    if isinstance(node, Truth):
        return _judge_truth(equation, unknown, node.value, text)
    values = claimed_values(node, unknown)
    if values is None and isinstance(node, Chain) and RelOp.APPROX in node.ops:
        return unchecked("It is rounded, and the question asks for no rounding.")
    if values is None:
        return unchecked(f"{unknown} is not isolated: it is no answer yet.")
    if any(variables(v) for v in values):
        return unchecked("Its values are not worked out.")
    if any(Constant(Const.I) in walk(v) for v in values):
        return unchecked("Solutions that are not real are not judged.")
    values = _distinct(values)
    plain = " or ".join(f"{unknown} = {to_plain(v)}" for v in values)
    judged = _judge_values(equation, unknown, values, Answer(text, plain))
    if judged.verdict is AnswerVerdict.REFUTED or all(map(forms.is_worked_out, values)):
        return judged
    return unchecked("Its values are not worked out.")


def _holds_on_stretches(equation: Statement, unknown: str) -> bool:
    """``|x - 1| + |x - 2| = 1``, whose solutions are an interval."""
    if not any(isinstance(part, Abs) for part in walk(equation)):
        return False
    found = real_solutions(equation, unknown)
    return found is not None and bool(found.intervals)


def claimed_values(node: Node, unknown: str) -> tuple[Expr, ...] | None:
    """The values claimed for the unknown; None where it is not isolated."""
    if isinstance(node, Or | And):
        parts = [claimed_values(item, unknown) for item in node.items]
        if any(part is None for part in parts):
            return None
        return tuple(value for part in parts if part is not None for value in part)
    if isinstance(node, Chain):
        return _isolated(node, unknown)
    if isinstance(node, TupleOf | SetOf):
        return tuple(value for item in node.items for value in values_of(item)) or None
    return values_of(node) if isinstance(node, Expr) else None


def _isolated(chain: Chain, unknown: str) -> tuple[Expr, ...] | None:
    """The value of ``x = 3``, ``3 = x``, ``x = 6/2 = 3``."""
    first, *values = chain.items
    if chain.ops == (RelOp.EQ,) and isinstance(values[0], Symbol) and not variables(first):
        first, values = values[0], [first]
    if not isinstance(first, Symbol):
        return None
    stem, _, index = first.name.partition("_")  # x_1 = 2, x_2 = 3
    if unknown not in (first.name, stem if index.isdigit() else ""):
        return None
    if len(values) > 1 and chain.ops[-1] is RelOp.APPROX and _is_rounding(*values[-2:]):
        return _isolated(Chain(chain.items[:-1], chain.ops[:-1]), unknown)
    if chain.ops != (RelOp.IN,) and set(chain.ops) != {RelOp.EQ}:
        return None
    equal = (identity(*pair).outcome is Outcome.PROVED for pair in pairwise(values))
    return claimed_values(values[-1], unknown) if all(equal) else None


def _is_rounding(exact: Expr, shown: Expr) -> bool:
    """``ln 7/ln 3 ≈ 1.771``: the exact value counts, where it rounds to what is shown."""
    if not isinstance(shown, Number) or not shown.places:
        return False
    return approximately(in_base(exact, TEN), shown, shown.places).outcome is Outcome.PROVED


def _distinct(values: tuple[Expr, ...]) -> tuple[Expr, ...]:
    kept: list[Expr] = []
    for value in values:
        if not any(identity(value, other).outcome is Outcome.PROVED for other in kept):
            kept.append(value)
    return tuple(kept)


def as_statement(unknown: str, values: tuple[Expr, ...]) -> Statement:
    """``x = 2 or x = 3``."""
    items = tuple(Chain((Symbol(unknown), value), (RelOp.EQ,)) for value in values)
    return items[0] if len(items) == 1 else Or(items)


def _judge_values(
    equation: Statement, unknown: str, values: tuple[Expr, ...], answer: Answer
) -> AnswerJudgement:
    for value in values:
        put_in = holds(equation, {unknown: value})
        if put_in.outcome is Outcome.REFUTED and is_rounded(equation, unknown, value):
            return unchecked("A value is rounded, so it is no solution itself.", answer)
        if put_in.outcome is Outcome.REFUTED:
            why = f"{unknown} = {to_plain(value)} does not satisfy {to_plain(equation)}."
            return refuted(answer, why)
    found = real_solutions(equation, unknown)
    if found is not None and (found.intervals or len(found.points) > len(values)):
        return refuted(answer, _missing(found, equation, unknown, values))
    statement = as_statement(unknown, values)
    decision, relation = compare_conditions((equation,), statement, unknowns=(unknown,))
    if decision.outcome is Outcome.PROVED and relation is Relation.ROOTS_GAINED:
        why = f"Not every value of it satisfies {to_plain(equation)}, where both sides are defined."
        return refuted(answer, why)
    same = relation in (Relation.SAME, Relation.SAME_ROOTS)
    if relation is Relation.ROOTS_LOST and _lacks(equation, unknown, decision):
        return refuted(answer, lost(decision, "A solution is missing."))
    if decision.outcome is not Outcome.PROVED or not same:
        open_yet = decision.outcome is Outcome.UNDECIDED or relation is Relation.ONLY_IMPLIED
        if open_yet and _are_all(equation, unknown, values):
            return verified(answer, "Each value satisfies the equation; it has no more solutions.")
        return unchecked(decision.reason, answer)
    if not _recounted(equation, unknown, values):
        return unchecked("It was proved, but recounting did not confirm it.", answer)
    return verified(answer, "Each value satisfies the equation, and there are no others.")


def _lacks(equation: Statement, unknown: str, decision: Decision) -> bool:
    """Proved by a solution that the claim has not, confirmed by other arithmetic."""
    witness = decision.witness
    if decision.outcome is not Outcome.REFUTED or witness is None or len(witness.point) != 1:
        return False
    if not isinstance(equation, Chain) or len(equation.items) != 2:
        return False
    return _holds_at(equation, unknown, recount.value(witness.point[0][1]))


def _are_all(equation: Statement, unknown: str, values: tuple[Expr, ...]) -> bool:
    """Each value satisfies an equation in powers or logarithms, which has so many solutions."""
    if not isinstance(equation, Chain) or monotone.count(equation, unknown) != len(values):
        return False
    each = (holds(equation, {unknown: value}).outcome is Outcome.PROVED for value in values)
    return all(each) and _recounted(equation, unknown, values)


def is_rounded(equation: Statement, unknown: str, value: Expr) -> bool:
    """Whether a value is a solution rounded to the decimals it shows: 0.33 where it is 1/3."""
    shown = value.arg if isinstance(value, Neg) else value
    places = shown.places if isinstance(shown, Number) else None
    if not places:
        return False
    found = real_solutions(equation, unknown)
    exact = [] if found is None else [point.exact for point in found.points if point.exact]
    if found is None or len(exact) < len(found.points):
        return _lies_near(equation, unknown, shown, places, negative=shown is not value)
    return any(approximately(one, value, places).outcome is Outcome.PROVED for one in exact)


def _lies_near(
    equation: Statement, unknown: str, shown: Expr, places: int, *, negative: bool
) -> bool:
    """A solution lies within half a place of ``1.86``."""
    assert isinstance(shown, Number)
    middle = -shown.value if negative else shown.value
    half = Fraction(1, 2 * 10**places)
    return changes_sign(equation, unknown, middle - half, middle + half)


def changes_sign(equation: Statement, unknown: str, least: Fraction, most: Fraction) -> bool:
    """Whether the left side is the greater one at one of the two places only."""
    if not isinstance(equation, Chain) or len(equation.items) != 2:
        return False
    try:
        above = [_left_is_greater(equation, unknown, place) for place in (least, most)]
    except recount.NotEvaluated:
        return False
    return above[0] is not above[1]


def _left_is_greater(equation: Chain, unknown: str, value: Fraction) -> bool:
    left, right = (recount.value(item, {unknown: value}) for item in equation.items)
    return recount.less(right, left)


def _missing(
    found: SolutionSet, equation: Statement, unknown: str, values: tuple[Expr, ...]
) -> str:
    if found.intervals:
        return f"{to_plain(equation)} holds for infinitely many values of {unknown}."
    for point in found.points:
        if point.exact is None:
            continue
        if all(identity(point.exact, v).outcome is Outcome.REFUTED for v in values):
            return f"{unknown} = {to_plain(point.exact)} is a solution too."
    return f"The equation has {len(found.points)} real solutions."


def _recounted(equation: Statement, unknown: str, values: tuple[Expr, ...]) -> bool:
    """Substitution by other arithmetic, and another count of the solutions."""
    if not isinstance(equation, Chain) or len(equation.items) != 2:
        return False
    try:
        if not all(_holds_at(equation, unknown, recount.value(value)) for value in values):
            return False
    except recount.NotEvaluated:
        return False
    return count_again(equation, unknown, values) == len(values)


def count_again(equation: Chain, unknown: str, values: tuple[Expr, ...] = ()) -> int | None:
    """Sturm's count for polynomials; for other equations what SymPy finds, as far as it is real."""
    terms = polynomial.of_equation(equation, unknown)
    if terms is not None:
        return polynomial.count_real_roots(terms)
    left, right = equation.items
    nodes = walk(equation)
    if any(isinstance(n, Log) or (isinstance(n, Pow) and variables(n.exponent)) for n in nodes):
        near = [Fraction(round(float(recount.value(value)) * 1000), 1000) for value in values]
        return root_count.by_sign_changes(left, right, unknown, near)
    found = symbolic.real_solutions(left, right, unknown)
    return None if found is None else sum(_holds_at(equation, unknown, one) for one in found)


def _holds_at(equation: Chain, unknown: str, value: recount.Scalar) -> bool:
    """Whether both sides are real there and agree, by other arithmetic than the kernel's."""
    left, right = equation.items
    at = {unknown: value}
    try:
        return recount.agree(recount.value(left, at), recount.value(right, at))
    except recount.NotEvaluated:
        return False


def _judge_truth(equation: Statement, unknown: str, always: bool, text: str) -> AnswerJudgement:
    answer = Answer(text, ALL_REAL if always else NO_SOLUTION)
    found = real_solutions(equation, unknown)
    if found is None and not always:
        return _judge_never(equation, unknown, answer)
    if found is None:
        return unchecked("The solutions could not be counted.", answer)
    terms = polynomial.of_equation(equation, unknown) if isinstance(equation, Chain) else None
    if always:
        return _judge_always(found, equation, terms, answer)
    if not found.is_empty:
        return refuted(answer, _missing(found, equation, unknown, ()))
    if not isinstance(equation, Chain) or count_again(equation, unknown) != 0:
        return unchecked("It was proved, but recounting did not confirm it.", answer)
    return verified(answer, "The equation has no real root, counted in two ways.")


def _judge_never(equation: Statement, unknown: str, answer: Answer) -> AnswerJudgement:
    """No solution of an equation whose solution set the kernel knows by comparing only."""
    counted = monotone.count(equation, unknown) if isinstance(equation, Chain) else None
    if isinstance(equation, Chain) and counted == 0 == count_again(equation, unknown):
        return verified(answer, "The equation has no real root, counted in two ways.")
    decision, relation = compare_conditions((equation,), Truth(False), unknowns=(unknown,))
    if decision.outcome is Outcome.REFUTED and relation is Relation.ROOTS_LOST:
        return refuted(answer, "The equation has a solution.")
    if decision.outcome is not Outcome.PROVED or relation is not Relation.SAME_ROOTS:
        return unchecked("The solutions could not be counted.", answer)
    if not isinstance(equation, Chain) or count_again(equation, unknown) != 0:
        return unchecked("It was proved, but recounting did not confirm it.", answer)
    return verified(answer, "The equation has no real root, counted in two ways.")


def _judge_always(
    found: SolutionSet,
    equation: Statement,
    terms: polynomial.Coefficients | None,
    answer: Answer,
) -> AnswerJudgement:
    if found.is_finite:
        return refuted(answer, "The equation holds for some numbers only.")
    assert isinstance(equation, Chain)
    decision = identity(*equation.items)
    if decision.outcome is Outcome.PROVED and not decision.conditions and terms == ():
        return verified(answer, "Both sides are the same for every number.")
    return unchecked(decision.reason, answer)
