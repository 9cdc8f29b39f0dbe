"""Exact linear algebra in fractions: a second way to determinants, inverses, ranks and products.

It shares no code with the kernel, which expands determinants by cofactors; here everything is
Gauss's elimination. Matrices are tuples of rows of Fractions.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, TypeAlias

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Div,
    Expr,
    Matrix,
    Mul,
    Neg,
    Node,
    Number,
    Pow,
    Sub,
    Symbol,
)

Rows: TypeAlias = tuple[tuple[Fraction, ...], ...]

MAX_SIZE: Final = 5
MAX_POWER: Final = 20
TRANSPOSED: Final = Symbol("T")


def rows_of(matrix: Expr) -> Rows | None:
    """The entries; None where it is no matrix of rational numbers of at most 5 by 5."""
    if not isinstance(matrix, Matrix):
        return None
    width = len(matrix.rows[0]) if matrix.rows else 0
    if not 0 < width <= MAX_SIZE or len(matrix.rows) > MAX_SIZE:
        return None
    if any(len(row) != width for row in matrix.rows):
        return None
    try:
        values = tuple(tuple(recount.value(entry) for entry in row) for row in matrix.rows)
    except recount.NotEvaluated:
        return None
    rational = all(isinstance(value, Fraction) for row in values for value in row)
    return values if rational else None


def to_tree(rows: Rows) -> Matrix:
    """The matrix as a tree."""
    return Matrix(tuple(tuple(number(entry) for entry in row) for row in rows))


def evaluate(expr: Expr) -> Rows | Fraction:
    """The value of an expression in matrices. Raises NotEvaluated where it has none."""
    if isinstance(expr, Matrix):
        rows = rows_of(expr)
        if rows is None:
            raise recount.NotEvaluated("a matrix whose entries are no rational numbers")
        return rows
    if isinstance(expr, Neg):
        return _times(Fraction(-1), evaluate(expr.arg))
    if isinstance(expr, Add | Sub):
        sign = Fraction(1 if isinstance(expr, Add) else -1)
        return _sum(evaluate(expr.left), _times(sign, evaluate(expr.right)))
    if isinstance(expr, Mul):
        return _times(evaluate(expr.left), evaluate(expr.right))
    if isinstance(expr, Div):
        return _times(1 / _number(evaluate(expr.right)), evaluate(expr.left))
    if isinstance(expr, Pow):
        return _power(expr)
    if isinstance(expr, Call) and expr.function == "det" and len(expr.args) == 1:
        return determinant(_matrix(evaluate(expr.args[0])))
    value = recount.value(expr)
    if not isinstance(value, Fraction):
        raise recount.NotEvaluated("a number that is not rational")
    return value


def _number(value: Rows | Fraction) -> Fraction:
    if not isinstance(value, Fraction) or value == 0:
        raise recount.NotEvaluated("a division by a matrix or by 0")
    return value


def _matrix(value: Rows | Fraction) -> Rows:
    if isinstance(value, Fraction):
        raise recount.NotEvaluated("a number in the place of a matrix")
    return value


def _sum(left: Rows | Fraction, right: Rows | Fraction) -> Rows | Fraction:
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left + right
    a, b = _matrix(left), _matrix(right)
    if (len(a), len(a[0])) != (len(b), len(b[0])):
        raise recount.NotEvaluated("a sum of matrices of different shapes")
    return tuple(
        tuple(x + y for x, y in zip(*pair, strict=True)) for pair in zip(a, b, strict=True)
    )


def _times(left: Rows | Fraction, right: Rows | Fraction) -> Rows | Fraction:
    if isinstance(left, Fraction):
        if isinstance(right, Fraction):
            return left * right
        return tuple(tuple(left * entry for entry in row) for row in right)
    if isinstance(right, Fraction):
        return _times(right, left)
    return product(left, right)


def _power(expr: Pow) -> Rows | Fraction:
    base = evaluate(expr.base)
    if isinstance(base, Fraction):
        return _rational(recount.value(expr))
    if expr.exponent == TRANSPOSED:
        return tuple(zip(*base, strict=True))
    exponent = _rational(recount.value(expr.exponent))
    if exponent.denominator != 1 or not -1 <= exponent <= MAX_POWER or len(base) != len(base[0]):
        raise recount.NotEvaluated("a matrix to such a power")
    if exponent == -1:
        return inverse(base)
    result = identity_matrix(len(base))
    for _ in range(int(exponent)):
        result = product(result, base)
    return result


def _rational(value: recount.Scalar) -> Fraction:
    if not isinstance(value, Fraction):
        raise recount.NotEvaluated("a number that is not rational")
    return value


def identity_matrix(size: int) -> Rows:
    """Ones on the diagonal."""
    return tuple(tuple(Fraction(i == j) for j in range(size)) for i in range(size))


def product(left: Rows, right: Rows) -> Rows:
    """Rows times columns. Raises NotEvaluated where the shapes do not fit."""
    if len(left[0]) != len(right):
        raise recount.NotEvaluated("a product of matrices whose shapes do not fit")
    columns = tuple(zip(*right, strict=True))
    return tuple(tuple(_dot(row, column) for column in columns) for row in left)


def _dot(row: tuple[Fraction, ...], column: tuple[Fraction, ...]) -> Fraction:
    return sum((a * b for a, b in zip(row, column, strict=True)), Fraction(0))


def echelon(rows: Rows) -> tuple[Rows, tuple[int, ...]]:
    """The reduced row echelon form, and the columns of its leading ones."""
    work = [list(row) for row in rows]
    pivots: list[int] = []
    for column in range(len(work[0])):
        top = len(pivots)
        found = next((r for r in range(top, len(work)) if work[r][column]), None)
        if found is None:
            continue
        work[top], work[found] = work[found], work[top]
        lead = work[top][column]
        work[top] = [entry / lead for entry in work[top]]
        for r in range(len(work)):
            if r != top and work[r][column]:
                factor = work[r][column]
                work[r] = [a - factor * b for a, b in zip(work[r], work[top], strict=True)]
        pivots.append(column)
        if len(pivots) == len(work):
            break
    return tuple(tuple(row) for row in work), tuple(pivots)


def rank(rows: Rows) -> int:
    """How many rows are independent."""
    return len(echelon(rows)[1])


def determinant(rows: Rows) -> Fraction:
    """By elimination. Raises NotEvaluated where the matrix is not square."""
    if any(len(row) != len(rows) for row in rows):
        raise recount.NotEvaluated("the determinant of a matrix that is not square")
    work = [list(row) for row in rows]
    result = Fraction(1)
    for column in range(len(work)):
        found = next((r for r in range(column, len(work)) if work[r][column]), None)
        if found is None:
            return Fraction(0)
        if found != column:
            work[column], work[found] = work[found], work[column]
            result = -result
        result *= work[column][column]
        for r in range(column + 1, len(work)):
            factor = work[r][column] / work[column][column]
            work[r] = [a - factor * b for a, b in zip(work[r], work[column], strict=True)]
    return result


def inverted(expr: Node | None) -> Matrix | None:
    """The square matrix of which the inverse is asked, ``A^(-1)``."""
    match expr:
        case Pow(Matrix() as matrix, Neg(Number(value))) if value == 1:
            square = all(len(row) == len(matrix.rows) for row in matrix.rows)
            return matrix if square else None
    return None


def is_singular(matrix: Matrix) -> bool:
    """Its determinant is 0, by elimination; False where its entries are no numbers."""
    rows = rows_of(matrix)
    return rows is not None and rank(rows) < len(rows)


def inverse(rows: Rows) -> Rows:
    """By elimination (Gauss-Jordan). Raises NotEvaluated where there is none."""
    size = len(rows)
    if any(len(row) != size for row in rows):
        raise recount.NotEvaluated("the inverse of a matrix that is not square")
    wide = tuple((*row, *unit) for row, unit in zip(rows, identity_matrix(size), strict=True))
    reduced, pivots = echelon(wide)
    if pivots[:size] != tuple(range(size)):
        raise recount.NotEvaluated("the inverse of a matrix whose determinant is 0")
    return tuple(row[size:] for row in reduced)


def characteristic(rows: Rows) -> tuple[Fraction, ...]:
    """The coefficients of det(x*I - A), lowest first (Faddeev and LeVerrier's method)."""
    size = len(rows)
    coefficients = [Fraction(0)] * size + [Fraction(1)]
    work = tuple(tuple(Fraction(0) for _ in row) for row in rows)
    unit = identity_matrix(size)
    for k in range(1, size + 1):
        shifted = _sum(product(rows, work), _times(coefficients[size - k + 1], unit))
        work = _matrix(shifted)
        traced = product(rows, work)
        coefficients[size - k] = -sum((traced[i][i] for i in range(size)), Fraction(0)) / k
    return tuple(coefficients)


def null_space(rows: Rows) -> tuple[tuple[Fraction, ...], ...]:
    """A basis of the solutions of A*v = 0, each in whole numbers without a common factor."""
    reduced, pivots = echelon(rows)
    width = len(rows[0])
    basis = []
    for free in (column for column in range(width) if column not in pivots):
        vector = [Fraction(0)] * width
        vector[free] = Fraction(1)
        for row, pivot in enumerate(pivots):
            vector[pivot] = -reduced[row][free]
        basis.append(whole_multiple(tuple(vector)))
    return tuple(basis)


def whole_multiple(vector: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    """The shortest multiple in whole numbers, its first entry that is not 0 positive."""
    from math import gcd, lcm

    below = lcm(*(entry.denominator for entry in vector))
    whole = [int(entry * below) for entry in vector]
    common = gcd(*whole) or 1
    first = next((entry for entry in whole if entry), 1)
    sign = 1 if first > 0 else -1
    return tuple(Fraction(sign * entry, common) for entry in whole)
