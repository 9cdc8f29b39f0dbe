"""Claimed matrices, vectors and eigenvalues: by the kernel's cofactors, and by elimination."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations
from typing import Final

from mathviz_chat.core.kernel import Outcome, identity, real_solutions, variables
from mathviz_chat.core.kernel.matrices import determinant
from mathviz_chat.core.problems import linear_algebra, polynomial, recount
from mathviz_chat.core.problems.judging import forms
from mathviz_chat.core.problems.judging.number import judge_value
from mathviz_chat.core.problems.judging.outcome import refuted, unchecked, verified
from mathviz_chat.core.problems.linear_algebra import Rows
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import AnswerJudgement, Form, Problem
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Chain,
    Div,
    Expr,
    Matrix,
    Mul,
    Neg,
    Node,
    RelOp,
    Sub,
    Symbol,
    TupleOf,
)
from mathviz_chat.core.verdict import Answer

NO_EIGENVALUES: Final = "no real eigenvalues"
NO_INVERSE: Final = "no inverse"
_NONE: Final = re.compile(
    r"\W*(?:(?:it|the matrix)\s+)?(?:(?:has|there is|there exists)\s+)?"
    r"(?:no inverse|(?:is\s+)?(?:singular|not invertible)|(?:the\s+)?inverse does not exist)\W*",
    re.IGNORECASE,
)


def judge_none(problem: Problem, text: str) -> AnswerJudgement | None:
    """``no inverse``, ``singular``: the determinant is 0, by cofactors and by elimination.

    None for any other answer, and where no inverse is asked for.
    """
    matrix = linear_algebra.inverted(problem.expression)
    if matrix is None or not _NONE.fullmatch(text):
        return None
    answer = Answer(text, NO_INVERSE)
    rows = linear_algebra.rows_of(matrix)
    decision = identity(Call("det", (matrix,)), number(Fraction(0)))
    if rows is None or decision.outcome not in (Outcome.PROVED, Outcome.REFUTED):
        return unchecked("The determinant could not be found in two ways.", answer)
    singular = linear_algebra.rank(rows) < len(rows)
    if decision.outcome is Outcome.PROVED and singular:
        return verified(answer, "The determinant is 0, by cofactors and by elimination.")
    if decision.outcome is Outcome.REFUTED and not singular:
        return refuted(answer, "The determinant is not 0, so it has an inverse.")
    return unchecked("The determinant could not be found in two ways.", answer)


def judge(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge the value of an expression in matrices, a trace, a rank or an echelon form."""
    claimed = forms.claimed_value(node)
    if claimed is None:
        return unchecked("The question asks for a value.")
    if problem.form is Form.NUMBER:
        return _judge_number(problem, claimed, text)
    scaled = _without_factor(claimed)
    if scaled is not None and problem.task != "echelon":
        return _judge_scaled(problem, claimed, scaled, text)
    if not isinstance(claimed, Matrix):
        return unchecked("The question asks for a matrix, and this is none.")
    rows = linear_algebra.rows_of(claimed)
    if rows is None or not all(forms.is_rational_literal(e) for row in claimed.rows for e in row):
        return unchecked("Its entries are not worked out.")
    answer = Answer(text, to_plain(claimed))
    if problem.task == "echelon":
        return _judge_echelon(problem, claimed, answer)
    return _compare(problem, claimed, rows, answer)


def _without_factor(claimed: Expr) -> Matrix | None:
    """The matrix of ``1/10 [[6, -7], [-2, 4]]``; None for anything else."""
    match claimed:
        case Neg(inner):
            return _without_factor(inner)
        case Mul(factor, Matrix() as matrix) | Mul(Matrix() as matrix, factor):
            return matrix if forms.is_rational_literal(factor) else None
        case Div(Matrix() as matrix, divisor):
            return matrix if forms.is_rational_literal(divisor) else None
    return None


def _judge_scaled(problem: Problem, claimed: Expr, matrix: Matrix, text: str) -> AnswerJudgement:
    """A common factor may stand before the matrix, as it does with inverses."""
    rows = linear_algebra.evaluate(claimed)
    worked_out = all(forms.is_rational_literal(entry) for row in matrix.rows for entry in row)
    if not isinstance(rows, tuple) or not worked_out:
        return unchecked("Its entries are not worked out.")
    return _compare(problem, claimed, rows, Answer(text, to_plain(claimed)))


def _compare(problem: Problem, claimed: Expr, rows: Rows, answer: Answer) -> AnswerJudgement:
    assert problem.expression is not None
    same = linear_algebra.evaluate(problem.expression) == rows
    decision = identity(problem.expression, claimed)
    if decision.outcome is Outcome.PROVED and same:
        return verified(answer, "Proved entry by entry, and confirmed by elimination.")
    if decision.outcome is Outcome.REFUTED and not same:
        return refuted(answer, f"It is another matrix: {decision.reason}.")
    return unchecked(decision.reason, answer)


def _judge_number(problem: Problem, claimed: Expr, text: str) -> AnswerJudgement:
    if variables(claimed) or not forms.is_worked_out(claimed):
        return unchecked("It is not worked out to one number in lowest terms.")
    answer = Answer(text, to_plain(claimed))
    if problem.task == "rank":
        return _judge_rank(problem, claimed, answer)
    if problem.task == "trace":
        return judge_value(trace(problem.target), claimed, answer)
    assert problem.expression is not None
    decision = identity(problem.expression, claimed)
    same = linear_algebra.evaluate(problem.expression) == recount.value(claimed)
    if decision.outcome is Outcome.PROVED and same:
        return verified(answer, "Proved by cofactors, confirmed by elimination.")
    if decision.outcome is Outcome.REFUTED and not same:
        return refuted(answer, "The determinant has another value.")
    return unchecked(decision.reason, answer)


def trace(matrix: Node | None) -> Expr:
    """The sum of the diagonal, not carried out."""
    assert isinstance(matrix, Matrix)
    total = matrix.rows[0][0]
    for k in range(1, min(len(matrix.rows), len(matrix.rows[0]))):
        total = Add(total, matrix.rows[k][k])
    return total


# ---------------------------------------------------------------------------- rank, echelon form


def _judge_rank(problem: Problem, claimed: Expr, answer: Answer) -> AnswerJudgement:
    rows = linear_algebra.rows_of(problem.target) if problem.target is not None else None
    value = recount.value(claimed)
    if rows is None or not isinstance(value, Fraction) or value.denominator != 1:
        return unchecked("The question asks for a whole number.", answer)
    proved = rank_by_minors(rows)
    if proved is None or proved != linear_algebra.rank(rows):
        return unchecked("The rank could not be found in two ways.", answer)
    if proved == value:
        return verified(answer, "Proved by minors, confirmed by elimination.")
    return refuted(answer, f"The rank is {proved}.")


def rank_by_minors(rows: Rows) -> int | None:
    """The size of the largest minor that the kernel proves not to be 0, the larger ones to be 0."""
    for size in range(min(len(rows), len(rows[0])), 0, -1):
        outcomes = [_is_zero(minor) for minor in _minors(rows, size)]
        if False in outcomes:
            return size
        if None in outcomes:
            return None
    return 0


def _minors(rows: Rows, size: int) -> list[Matrix]:
    lines, columns = range(len(rows)), range(len(rows[0]))
    return [
        linear_algebra.to_tree(tuple(tuple(rows[i][j] for j in across) for i in down))
        for down in combinations(lines, size)
        for across in combinations(columns, size)
    ]


def _is_zero(matrix: Matrix) -> bool | None:
    outcome = identity(Call("det", (matrix,)), number(Fraction(0))).outcome
    return {Outcome.PROVED: True, Outcome.REFUTED: False}.get(outcome)


def _judge_echelon(problem: Problem, claimed: Matrix, answer: Answer) -> AnswerJudgement:
    """The reduced echelon form is unique: the form, and the same row space, decide."""
    rows = linear_algebra.rows_of(problem.target) if problem.target is not None else None
    found = linear_algebra.rows_of(claimed)
    if rows is None or found is None or (len(rows), len(rows[0])) != (len(found), len(found[0])):
        return unchecked("It has another shape.", answer)
    same = linear_algebra.echelon(rows)[0] == found
    if not is_reduced(found):
        return unchecked("It is not in reduced row echelon form.", answer)
    ranks = {rank_by_minors(rows), rank_by_minors(found), _rank_of_both(rows, found)}
    if len(ranks) == 1 and None not in ranks and same:
        return verified(answer, "It is reduced, with the same row space, proved by minors.")
    if len(ranks) > 1 and not same:
        return refuted(answer, "Its rows are no combinations of the rows of the matrix.")
    return unchecked("The row spaces could not be compared in two ways.", answer)


def _rank_of_both(rows: Rows, found: Rows) -> int | None:
    return rank_by_minors((*rows, *found))


def is_reduced(rows: Rows) -> bool:
    """Each leading entry is 1, alone in its column, right of those above; zero rows last."""
    last = -1
    for index, row in enumerate(rows):
        lead = next((k for k, entry in enumerate(row) if entry), None)
        if lead is None:
            return not any(entry for below in rows[index:] for entry in below)
        alone = all(other[lead] == 0 for k, other in enumerate(rows) if k != index)
        if lead <= last or row[lead] != 1 or not alone:
            return False
        last = lead
    return True


# ---------------------------------------------------------------------------- A*x = b


def judge_system(problem: Problem, node: Node, text: str) -> AnswerJudgement:
    """Judge the solution of ``A*x = b`` as a vector."""
    claimed = forms.claimed_value(node)
    left, right = problem.items
    assert isinstance(left, Matrix) and isinstance(right, Matrix)
    if isinstance(claimed, TupleOf):
        claimed = Matrix(tuple((item,) for item in claimed.items))
    vector = None if claimed is None else linear_algebra.rows_of(claimed)
    if vector is None or len(vector) != len(left.rows[0]) or len(vector[0]) != 1:
        return unchecked(f"The question asks for a vector with {len(left.rows[0])} entries.")
    assert isinstance(claimed, Matrix)
    if not all(forms.is_rational_literal(row[0]) for row in claimed.rows):
        return unchecked("Its entries are not worked out.")
    answer = Answer(text, to_plain(TupleOf(tuple(row[0] for row in claimed.rows))))
    decision = identity(Mul(left, claimed), right)
    a, b = linear_algebra.rows_of(left), linear_algebra.rows_of(right)
    assert a is not None and b is not None
    same = linear_algebra.product(a, vector) == b
    if decision.outcome is Outcome.REFUTED and not same:
        return refuted(answer, f"It does not satisfy the equation: {decision.reason}.")
    if decision.outcome is not Outcome.PROVED or not same:
        return unchecked(decision.reason, answer)
    if rank_by_minors(a) != len(a[0]) or linear_algebra.rank(a) != len(a[0]):
        return unchecked("It is one of several solutions.", answer)
    return verified(answer, "It satisfies the equation, and it is the only solution.")


# ---------------------------------------------------------------------------- eigenvalues


def judge_eigenvalues(problem: Problem, text: str) -> AnswerJudgement:
    """All real eigenvalues, each once or as often as it counts; with vectors where asked."""
    assert isinstance(problem.target, Matrix)
    rows = linear_algebra.rows_of(problem.target)
    assert rows is not None
    terms = linear_algebra.characteristic(rows)
    count = polynomial.count_real_roots(terms)
    if re.fullmatch(r"(?:there are )?no (?:real )?eigen ?values?\.?", text.strip(), re.I):
        answer = Answer(text, NO_EIGENVALUES)
        return _judge_none(problem.target, count, answer)
    parsed = (_pairs if problem.task == "vectors" else _values)(text)
    if parsed is None:
        return unchecked("It is not a list of eigenvalues.")
    return _judge_pairs(problem.target, parsed, count, text)


def _judge_none(matrix: Matrix, count: int | None, answer: Answer) -> AnswerJudgement:
    if count:
        return refuted(answer, f"It has {count} real eigenvalues.")
    x = Symbol("x")
    positive = holds_nowhere(shifted_determinant(matrix, x), x.name)
    if count == 0 and positive:
        return verified(answer, "Its characteristic polynomial has no real root, counted twice.")
    return unchecked("The eigenvalues could not be counted in two ways.", answer)


def holds_nowhere(expr: Expr, name: str) -> bool:
    """Whether the kernel finds no real zero of the expression."""
    zero = Chain((expr, number(Fraction(0))), (RelOp.EQ,))
    found = real_solutions(zero, name)
    return found is not None and found.is_empty


def shifted_determinant(matrix: Matrix, value: Expr) -> Expr:
    """``det(A - value*I)`` as a polynomial in the entries, by cofactors."""
    shifted = tuple(
        tuple(Sub(entry, value) if i == j else entry for j, entry in enumerate(row))
        for i, row in enumerate(matrix.rows)
    )
    result: Expr = determinant(shifted)
    return result


Pair = tuple[Expr, tuple[Expr, ...] | None]


def _judge_pairs(
    matrix: Matrix, pairs: list[Pair], count: int | None, text: str
) -> AnswerJudgement:
    values = _distinct([value for value, _ in pairs])
    plain = ", ".join(to_plain(value) for value in values)
    if pairs[0][1] is not None:
        plain = "; ".join(f"{to_plain(v)}: {to_plain(TupleOf(w or ()))}" for v, w in pairs)
    answer = Answer(text, plain)
    if not all(forms.is_worked_out(value) and not variables(value) for value in values):
        return unchecked("The eigenvalues are not worked out.", answer)
    for value in values:
        decision = identity(shifted_determinant(matrix, value), number(Fraction(0)))
        again = _is_root(matrix, value)
        if decision.outcome is Outcome.REFUTED and not again:
            return refuted(answer, f"{to_plain(value)} is no eigenvalue.")
        if decision.outcome is not Outcome.PROVED or not again:
            return unchecked(decision.reason, answer)
    if count != len(values):
        return _incomplete(matrix, len(values), count, answer)
    if pairs[0][1] is None:
        return verified(answer, "Each makes det(A - xI) zero, and there are no others.")
    return _judge_vectors(matrix, pairs, answer)


def _incomplete(matrix: Matrix, found: int, count: int | None, answer: Answer) -> AnswerJudgement:
    """Sturm's count and the kernel's must both say that one is missing."""
    zero = Chain((shifted_determinant(matrix, Symbol("x")), number(Fraction(0))), (RelOp.EQ,))
    solved = real_solutions(zero, "x")
    if count is None or solved is None or len(solved.points) != count or count < found:
        return unchecked("The eigenvalues could not be counted in two ways.", answer)
    return refuted(answer, f"It has {count} different real eigenvalues.")


def _is_root(matrix: Matrix, value: Expr) -> bool:
    """Faddeev and LeVerrier's characteristic polynomial vanishes, to 40 digits."""
    rows = linear_algebra.rows_of(matrix)
    assert rows is not None
    tree = polynomial.to_tree(linear_algebra.characteristic(rows), "x")
    return recount.agree(recount.value(tree, {"x": recount.value(value)}), Fraction(0))


def _judge_vectors(matrix: Matrix, pairs: list[Pair], answer: Answer) -> AnswerJudgement:
    size = len(matrix.rows)
    for value, vector in pairs:
        if vector is None or len(vector) != size:
            return unchecked(f"An eigenvector has {size} entries.", answer)
        try:
            if all(recount.value(entry) == 0 for entry in vector):
                return refuted(answer, "The zero vector is no eigenvector.")
        except recount.NotEvaluated:
            return unchecked("An entry has no value.", answer)
        column = Matrix(tuple((entry,) for entry in vector))
        decision = identity(Mul(matrix, column), Mul(value, column))
        again = _is_eigenvector(matrix, value, vector)
        if decision.outcome is Outcome.REFUTED and not again:
            return refuted(answer, f"{to_plain(TupleOf(vector))} is no eigenvector.")
        if decision.outcome is not Outcome.PROVED or not again:
            return unchecked(decision.reason, answer)
    return verified(answer, "A*v is the eigenvalue times v for each, and no eigenvalue is missing.")


def _is_eigenvector(matrix: Matrix, value: Expr, vector: tuple[Expr, ...]) -> bool:
    """Row by row, to 40 digits."""
    for row, entry in zip(matrix.rows, vector, strict=True):
        total: Expr = Neg(Mul(value, entry))
        for a, b in zip(row, vector, strict=True):
            total = Add(total, Mul(a, b))
        if not recount.agree(recount.value(total), Fraction(0)):
            return False
    return True


def _distinct(values: list[Expr]) -> list[Expr]:
    kept: list[Expr] = []
    for value in values:
        if not any(identity(value, other).outcome is Outcome.PROVED for other in kept):
            kept.append(value)
    return kept


_NAME = r"(?:(?:\\?lambda|λ|x|t)(?:_?\{?\d\}?|[₁₂₃])?\s*=\s*)?"
_TIMES = re.compile(r"\s*\((?:multiplicity \d|twice|double|repeated|three times)\)", re.I)


def _values(text: str) -> list[Pair] | None:
    """``1, 3``, ``λ = 1 and λ = 3``, ``2 (multiplicity 2)``."""
    bare = _TIMES.sub("", text.strip().rstrip(".")).strip("{}")
    parts = re.split(r"\s*(?:,\s*(?:and\s+)?|;|\band\b|\bor\b)\s*(?![^(\[]*[)\]])", bare)
    found: list[Pair] = []
    for part in parts:
        value = _expression(re.sub(rf"^{_NAME}", "", part.strip()))
        if value is None:
            return None
        found.append((value, None))
    return found


def _pairs(text: str) -> list[Pair] | None:
    """``1: (1, -1); 3: (1, 1)``: each eigenvalue with a vector."""
    found: list[Pair] = []
    for part in re.split(r"\s*;\s*", text.strip().rstrip(".")):
        sides = re.split(r"\s*(?::|->|with|→)\s*", part)
        if len(sides) != 2:
            return None
        value = _expression(re.sub(rf"^{_NAME}", "", sides[0].strip()))
        vector = _expression(sides[1])
        if isinstance(vector, Matrix) and all(len(row) == 1 for row in vector.rows):
            vector = TupleOf(tuple(row[0] for row in vector.rows))
        if value is None or not isinstance(vector, TupleOf):
            return None
        found.append((value, vector.items))
    return found


def _expression(text: str) -> Expr | None:
    try:
        node = read(text)
    except ReadError:
        return None
    return node if isinstance(node, Expr) else None
