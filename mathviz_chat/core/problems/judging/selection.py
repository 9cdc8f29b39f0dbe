"""Claims about some of the solutions of an equation: chosen, counted, or rounded."""

from __future__ import annotations

from fractions import Fraction

from mathviz_chat.core.kernel import Outcome, approximately, identity, variables
from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.judging import certified, forms, literal
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.judging.solutions import as_statement, claimed_values
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Kind, Problem
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import (
    And,
    Chain,
    Degrees,
    Div,
    Expr,
    Mul,
    Neg,
    Node,
    Number,
    Or,
    RelOp,
    Root,
    Statement,
    Symbol,
    Truth,
)
from mathviz_chat.core.verdict import Answer, AnswerVerdict


def judge(problem: Problem, text: str) -> AnswerJudgement:
    """All solutions are certified first; the choice among them is made twice."""
    unknown = problem.unknowns[0]
    try:
        node = read(text, variables=_letters(problem))
    except ReadError as error:
        return unchecked(f"The answer cannot be read: {error.reason}")
    if problem.parts[0].kind is Kind.LITERAL:
        return _judge_literal(problem, node, text)
    rounded = problem.places is not None or problem.figures is not None
    claimed = _claimed(_last_values(node) if rounded else node, unknown)
    if claimed is None or any(variables(value) for value in claimed):
        return unchecked(f"{unknown} is not isolated: it is no answer yet.")
    expected = chosen(problem)
    if expected is None:
        return unchecked("All solutions could not be certified.")
    if problem.task == "count":
        return _judge_count(len(expected), claimed, text)
    degrees = any(isinstance(value, Degrees) for value in expected)
    if degrees:
        claimed = tuple(Degrees(v) if forms.is_rational_literal(v) else v for v in claimed)
    shown = " or ".join(f"{unknown} = {to_plain(value)}" for value in claimed)
    answer = Answer(text, shown or "no real solutions")
    if rounded:
        return _judge_rounded(problem, expected, claimed, answer)
    return _judge_values(expected, claimed, answer)


def _letters(problem: Problem) -> tuple[str, ...]:
    return tuple({*problem.unknowns, *variables(problem.parts[0].conditions[0])})


def _claimed(node: Node, unknown: str) -> tuple[Expr, ...] | None:
    if isinstance(node, Truth):
        return None if node.value else ()
    values = claimed_values(node, unknown)
    return None if values is None else tuple(map(forms.in_one_sign, values))


def _last_values(node: Node) -> Node:
    """``x ≈ 1.71`` and ``x = ln 2/ln 1.5 ≈ 1.71`` as ``x = 1.71``."""
    if isinstance(node, Or):
        items = (_last_values(item) for item in node.items)
        return Or(tuple(item for item in items if isinstance(item, Statement)))
    if isinstance(node, Chain) and set(node.ops) <= {RelOp.EQ, RelOp.APPROX}:
        return Chain((node.items[0], node.items[-1]), (RelOp.EQ,))
    return node


# ------------------------------------------------------------------ which are expected


def chosen(problem: Problem) -> tuple[Expr, ...] | None:
    """The solutions that the question asks for, ascending; None where they are not certain."""
    base, unknown = problem.parts[0], problem.unknowns[0]
    if base.form is Form.INTERVALS:
        whole = And((base.conditions[0], *problem.conditions)) if problem.conditions else None
        condition: Statement = whole or base.conditions[0]
        found = certified.whole_numbers(condition, unknown, problem.task)
        return None if found is None else tuple(number(Fraction(one)) for one in found)
    values = certified.solutions_of(base)
    if values is None:
        return None
    kept = kept_of(problem, values)
    return None if kept is None else picked(problem, kept)


def kept_of(problem: Problem, values: tuple[Expr, ...]) -> tuple[Expr, ...] | None:
    """The values that fulfil every condition; None in doubt."""
    kept = []
    for value in values:
        each = [certified.fulfils(c, problem.unknowns[0], value) for c in problem.conditions]
        whole = certified.is_whole(value) if problem.labels else True
        if None in each or whole is None:
            return None
        if all(each) and whole:
            kept.append(value)
    return tuple(kept)


def picked(problem: Problem, kept: tuple[Expr, ...]) -> tuple[Expr, ...] | None:
    """All that are left, ascending, or the one at the end that is asked for."""
    ordered = tuple(sorted(kept, key=lambda value: float(recount.real(recount.value(value)))))
    if problem.task not in ("largest", "smallest"):
        return ordered
    if not ordered or (problem.rank == 2 and len(ordered) != 2):
        return None
    chosen_one, others = (
        (ordered[-1], ordered[:-1]) if problem.task == "largest" else (ordered[0], ordered[1:])
    )
    op = RelOp.GT if problem.task == "largest" else RelOp.LT
    x = Symbol("x")
    for other in others:
        if certified.fulfils(Chain((x, other), (op,)), "x", chosen_one) is not True:
            return None
    return (chosen_one,)


# ------------------------------------------------------------------ what is claimed


def _judge_count(expected: int, claimed: tuple[Expr, ...], text: str) -> AnswerJudgement:
    if len(claimed) != 1 or not forms.is_rational_literal(claimed[0]):
        return unchecked("The question asks for a number.")
    answer = Answer(text, to_plain(claimed[0]))
    if recount.value(claimed[0]) == expected:
        return verified(answer, "All solutions were certified and counted.")
    return refuted(answer, f"It has {expected} such solutions.")


def _judge_values(
    expected: tuple[Expr, ...], claimed: tuple[Expr, ...], answer: Answer
) -> AnswerJudgement:
    matched = set()
    for value in claimed:
        same = [k for k, one in enumerate(expected) if _same(one, value)]
        if not same:
            differs = all(identity(one, value).outcome is Outcome.REFUTED for one in expected)
            why = f"{to_plain(value)} is not one of the solutions that are asked for."
            return refuted(answer, why) if differs else unchecked("It could not be compared.")
        matched |= set(same)
    if len(matched) < len(expected):
        missing = next(one for k, one in enumerate(expected) if k not in matched)
        return refuted(answer, f"{to_plain(missing)} is asked for too.")
    bare = (value.arg if isinstance(value, Degrees) else value for value in claimed)
    if not all(map(forms.is_worked_out, bare)):
        return unchecked("Its values are not worked out.")
    return verified(answer, "All solutions were certified, and these are the ones asked for.")


def _same(one: Expr, other: Expr) -> bool:
    if identity(one, other).outcome is not Outcome.PROVED:
        return False
    try:
        return recount.agree(recount.value(one), recount.value(other))
    except recount.NotEvaluated:
        return False


def _judge_rounded(
    problem: Problem, expected: tuple[Expr, ...], claimed: tuple[Expr, ...], answer: Answer
) -> AnswerJudgement:
    rounded = [rounded_value(problem, value) for value in expected]
    literals = [value.arg if isinstance(value, Degrees) else value for value in claimed]
    if not all(map(forms.is_rational_literal, literals)):
        return unchecked("The question asks for rounded values.")
    wanted = sorted(set(rounded))
    given = sorted({recount.value(value) for value in literals})
    if wanted != given:
        return refuted(answer, "Rounded as the question asks the values are others.")
    for value, near in zip(expected, rounded, strict=True):
        bare = value.arg if isinstance(value, Degrees) else value
        places = places_of(problem, bare)
        if approximately(bare, number(near), places).outcome is not Outcome.PROVED:
            return unchecked("The rounding could not be proved.", answer)
    return verified(answer, "All solutions were certified, and each is rounded as asked.")


def places_of(problem: Problem, value: Expr) -> int:
    """The decimals to which a value is rounded; below 0 for tens, hundreds, ..."""
    if problem.places is not None:
        return problem.places
    assert problem.figures is not None
    size = abs(recount.real(recount.value(value)))
    return problem.figures - 1 - _exponent(size) if size else problem.figures


def _exponent(size: recount.Scalar) -> int:
    """k with 10^k <= size < 10^(k + 1)."""
    k = 0
    while size >= 10:
        size, k = size / 10, k + 1
    while size < 1:
        size, k = size * 10, k - 1
    return k


def rounded_value(problem: Problem, value: Expr) -> Fraction:
    """The value rounded as the question asks, halves away from 0."""
    bare = value.arg if isinstance(value, Degrees) else value
    return rounded_to(bare, places_of(problem, bare))


def rounded_to(value: Expr, places: int) -> Fraction:
    """The value rounded to so many decimals, halves away from 0."""
    exact = recount.value(value)
    scale = Fraction(10) ** places
    scaled = exact * scale if isinstance(exact, Fraction) else exact * recount.real(scale)
    size = (
        int(abs(scaled) + Fraction(1, 2))
        if isinstance(scaled, Fraction)
        else int(abs(scaled) + 0.5)
    )
    return Fraction(size if scaled >= 0 else -size) / scale


# ------------------------------------------------------------------ formulas


def _judge_literal(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """One value of a formula, where the letter's sign is told."""
    base, unknown = problem.parts[0], problem.unknowns[0]
    signs = [
        c for c in problem.conditions if isinstance(c, Chain) and c.items[0] == Symbol(unknown)
    ]
    values = claimed_values(node, unknown)
    if values is None:
        return unchecked(f"{unknown} does not stand alone: it is no answer yet.")
    if not signs:
        return literal.judge(base, node, text)
    if len(values) != 1 or len(signs) != 1:
        return unchecked("One value is asked for.")
    (value,) = values
    answer = Answer(text, f"{unknown} = {to_plain(value)}")
    sign, wanted = sign_of(value), wanted_sign(signs[0])
    if sign == 0 or wanted == 0:
        return unchecked("Its sign could not be told.", answer)
    both = as_statement(unknown, (value, Neg(value)))
    judged = literal.judge(base, both, to_plain(both))
    if judged.verdict is not AnswerVerdict.VERIFIED:
        return unchecked(judged.reason, answer)
    if sign != wanted:
        return refuted(answer, "It has the other sign.")
    return verified(answer, f"{judged.reason.removesuffix('.')}, with the sign that is asked.")


def wanted_sign(condition: Statement) -> int:
    """1 for ``b > 0``, -1 for ``b < 0``, 0 for another condition."""
    if not isinstance(condition, Chain) or condition.items[1:] != (Number(Fraction(0)),):
        return 0
    table = {RelOp.GT: 1, RelOp.GE: 1, RelOp.LT: -1, RelOp.LE: -1}
    return table.get(condition.ops[0], 0)


def sign_of(value: Expr) -> int:
    """1 for an even root and its positive multiples, -1 for the negative of one, else 0."""
    if isinstance(value, Neg):
        return -sign_of(value.arg)
    if isinstance(value, Root):
        even = isinstance(value.index, Number) and value.index.value % 2 == 0
        return 1 if even else 0
    if isinstance(value, Mul | Div):
        return sign_of(value.left) * sign_of(value.right)
    return 1 if isinstance(value, Number) and value.value > 0 else 0
