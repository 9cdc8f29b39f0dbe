"""Matrices: sums, products, whole powers, transposes, inverses and determinants, entry by entry.

Entries are combined as they are written and never simplified: 0 times 1/x is 0 only for x != 0.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import reduce

from mathviz_chat.core.kernel.decision import Decision, Outcome, Witness
from mathviz_chat.core.kernel.limits import TooLarge, Unsupported
from mathviz_chat.core.proof.notation import Rationals
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Div,
    Expr,
    Matrix,
    Mul,
    Neg,
    Number,
    Pow,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import has, map_children

Rows = tuple[tuple[Expr, ...], ...]
Identity = Callable[[Expr, Expr], Decision]
MAX_SIZE = 5
MAX_POWER = 20
TRANSPOSED = Symbol("T")


def has_matrix(expr: Expr) -> bool:
    return has(expr, Matrix)


def decide_matrices(left: Expr, right: Expr, identity: Identity) -> Decision:
    """Equality of two expressions of which one holds a matrix. Raises Declined."""
    first, second = reduced_matrix(left), reduced_matrix(right)
    if not isinstance(first, Matrix) or not isinstance(second, Matrix):
        if isinstance(first, Matrix) or isinstance(second, Matrix):
            raise Unsupported("a matrix on one side only")
        return identity(first, second)
    if _shape(first) != _shape(second):
        reason = "the matrices have different shapes"
        shapes = Witness(note=f"{_size(first)} and {_size(second)}")
        sizes = zip(_shape(first), _shape(second), strict=True)
        differing = [identity(*map(_whole, pair)) for pair in sizes if pair[0] != pair[1]]
        return Decision(Outcome.REFUTED, "shape", reason, shapes, (), differing[0].proofs)
    decisions = [
        (identity(a, b), i, j)
        for i, rows in enumerate(zip(first.rows, second.rows, strict=True), 1)
        for j, (a, b) in enumerate(zip(*rows, strict=True), 1)
    ]
    for wanted in (Outcome.REFUTED, Outcome.UNDECIDED, Outcome.PROBABLE):
        for decision, i, j in decisions:
            if decision.outcome is wanted:
                return _at_entry(decision, i, j)
    conditions = tuple(
        dict.fromkeys(c for decision, _, _ in decisions for c in decision.conditions)
    )
    proofs = tuple(proof for decision, _, _ in decisions for proof in decision.proofs)
    reason = "all entries are equal"
    return Decision(Outcome.PROVED, "entry by entry", reason, None, conditions, proofs)


def _at_entry(decision: Decision, row: int, column: int) -> Decision:
    found = decision.witness
    note = f"row {row}, column {column}"
    witness = Witness(note=note)
    if found is not None:
        witness = Witness(found.point, found.left, found.right, note)
    found_by = decision.method
    return Decision(decision.outcome, found_by, decision.reason, witness, (), decision.proofs)


def _shape(matrix: Matrix) -> tuple[int, int]:
    return len(matrix.rows), len(matrix.rows[0]) if matrix.rows else 0


def _whole(value: int) -> Expr:
    return Number(Fraction(value))


def _size(matrix: Matrix) -> str:
    return "{} x {}".format(*_shape(matrix))


def reduced_matrix(expr: Expr) -> Expr:
    """The expression with matrix operations carried out; other operations stay as they are."""
    if isinstance(expr, Matrix):
        return _checked(expr)
    return _carried_out(map_children(expr, reduced_matrix)) if has_matrix(expr) else expr


def _checked(matrix: Matrix) -> Matrix:
    width = len(matrix.rows[0]) if matrix.rows else 0
    if not width or any(len(row) != width for row in matrix.rows):
        raise Unsupported("a matrix with rows of different lengths")
    if max(width, len(matrix.rows)) > MAX_SIZE:
        raise TooLarge(f"a matrix of more than {MAX_SIZE} rows or columns")
    return matrix


def _carried_out(expr: Expr) -> Expr:
    """One operation whose operands are matrices or free of them."""
    match expr:
        case Neg(Matrix() as matrix):
            return _each(matrix, Neg)
        case Add(Matrix() as first, Matrix() as second):
            return _paired(first, second, Add)
        case Sub(Matrix() as first, Matrix() as second):
            return _paired(first, second, Sub)
        case Mul(Matrix() as first, Matrix() as second):
            return _product(first, second)
        case Mul(Matrix() as matrix, factor) | Mul(factor, Matrix() as matrix):
            return _each(matrix, lambda entry: Mul(factor, entry))
        case Div(Matrix() as matrix, divisor) if not has_matrix(divisor):
            return _each(matrix, lambda entry: Div(entry, divisor))
        case Pow(Matrix() as matrix, exponent):
            return _power(matrix, exponent)
        case Call("det", (Matrix() as matrix,)):
            return determinant(matrix.rows)
        case _:
            raise Unsupported("an operation with a matrix")


def _each(matrix: Matrix, change: Callable[[Expr], Expr]) -> Matrix:
    return Matrix(tuple(tuple(change(entry) for entry in row) for row in matrix.rows))


def _paired(first: Matrix, second: Matrix, rule: Callable[[Expr, Expr], Expr]) -> Matrix:
    if _shape(first) != _shape(second):
        raise Unsupported("a sum of matrices of different shapes")
    return Matrix(
        tuple(
            tuple(rule(a, b) for a, b in zip(*rows, strict=True))
            for rows in zip(first.rows, second.rows, strict=True)
        )
    )


def _product(first: Matrix, second: Matrix) -> Matrix:
    if len(first.rows[0]) != len(second.rows):
        raise Unsupported("a product of matrices whose shapes do not fit")
    columns = list(zip(*second.rows, strict=True))
    return Matrix(tuple(tuple(_dot(row, column) for column in columns) for row in first.rows))


def _dot(row: tuple[Expr, ...], column: tuple[Expr, ...]) -> Expr:
    products: list[Expr] = [Mul(a, b) for a, b in zip(row, column, strict=True)]
    return reduce(Add, products)


def _power(matrix: Matrix, exponent: Expr) -> Matrix:
    if exponent == TRANSPOSED:
        return Matrix(tuple(zip(*matrix.rows, strict=True)))
    if len(matrix.rows) != len(matrix.rows[0]):
        raise Unsupported("a power of a matrix that is not square")
    value = Rationals().whole(exponent)
    if value == -1:
        return _inverse(matrix)
    if not 1 <= value <= MAX_POWER:
        raise Unsupported("a matrix to such a power")
    return reduce(_product, [matrix] * value)


def _minor(rows: Rows, row: int, column: int) -> Rows:
    return tuple(
        tuple(entry for j, entry in enumerate(entries) if j != column)
        for i, entries in enumerate(rows)
        if i != row
    )


def determinant(rows: Rows) -> Expr:
    """By the first row (Laplace). Raises Unsupported where the matrix is not square."""
    if any(len(row) != len(rows) for row in rows):
        raise Unsupported("the determinant of a matrix that is not square")
    if len(rows) == 1:
        return rows[0][0]
    terms = [Mul(entry, determinant(_minor(rows, 0, j))) for j, entry in enumerate(rows[0])]
    total: Expr = terms[0]
    for j, term in enumerate(terms[1:], 1):
        total = Sub(total, term) if j % 2 else Add(total, term)
    return total


def _inverse(matrix: Matrix) -> Matrix:
    """The adjugate over the determinant; where that is 0, the entries are undefined."""
    rows, size = matrix.rows, range(len(matrix.rows))
    below = determinant(rows)
    if len(rows) == 1:
        return Matrix(((Div(_whole(1), below),),))
    return Matrix(tuple(tuple(Div(_cofactor(rows, j, i), below) for j in size) for i in size))


def _cofactor(rows: Rows, row: int, column: int) -> Expr:
    minor = determinant(_minor(rows, row, column))
    return Neg(minor) if (row + column) % 2 else minor
