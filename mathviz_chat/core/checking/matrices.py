"""Sums, products, powers and determinants of matrices and vectors, carried out entry by entry.

A vector ``(1, 2)`` is a column; two columns are multiplied by the dot product.

Domain: matrices of at most 6 rows and columns; the entries stay expressions, which the kernel
compares.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import is_complex, substitute, variables
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Div,
    Expr,
    Matrix,
    Mul,
    Neg,
    Number,
    Pow,
    Root,
    Sub,
    Symbol,
    TupleOf,
)

MAX_SIZE: Final = 6
_ZERO: Final = Number(Fraction(0))
_ONE: Final = Number(Fraction(1))
_TWO: Final = Number(Fraction(2))


class NotCarriedOut(ValueError):
    """The shapes do not fit, or the operation is not one of those above."""


def carry_out(expr: Expr) -> Expr:
    """The matrix, or the expression, that ``expr`` comes to. Raises NotCarriedOut."""
    match expr:
        case Matrix(rows):
            if len(rows) > MAX_SIZE or any(len(row) > MAX_SIZE for row in rows):
                raise NotCarriedOut(f"Only matrices up to {MAX_SIZE} by {MAX_SIZE} are checked.")
            return expr
        case TupleOf(items, True):
            return carry_out(Matrix(tuple((item,) for item in items)))
        case Abs(arg):
            return _length(carry_out(arg))
        case Neg(arg):
            return _scaled(carry_out(arg), Neg)
        case Add(left, right) | Sub(left, right):
            return _sum(carry_out(left), carry_out(right), type(expr))
        case Mul(left, right):
            return _product(carry_out(left), carry_out(right))
        case Div(left, right):
            below = carry_out(right)
            return _scaled(carry_out(left), lambda entry: Div(entry, below))
        case Pow(base, exponent):
            return _raised(expr, base, exponent)
        case Call("cross" | "det" as name, args):
            return _FUNCTIONS[name](*map(carry_out, args))
    return expr


def with_known(expr: Expr, values: Mapping[str, Expr]) -> Expr:
    """``det(A - kI)`` carried out, with the matrix that A stands for; as it is without one.

    Raises NotCarriedOut.
    """
    known = {
        name: value for name in variables(expr) if isinstance(value := values.get(name), Matrix)
    }
    return carry_out(substitute(expr, known)) if known else expr


def _raised(expr: Pow, base: Expr, exponent: Expr) -> Expr:
    match exponent:
        case Neg(Number(power)) if power == 1:
            return _inverse(carry_out(base))
        case Number(power):
            return _inverse(carry_out(base)) if power == -1 else _power(carry_out(base), power)
    return expr


def _scaled(value: Expr, change: Callable[[Expr], Expr]) -> Expr:
    if not isinstance(value, Matrix):
        return change(value)
    return Matrix(tuple(tuple(change(entry) for entry in row) for row in value.rows))


def _sum(left: Expr, right: Expr, operation: type[Add] | type[Sub]) -> Expr:
    left, right = _beside(left, right), _beside(right, left)
    if not isinstance(left, Matrix) and not isinstance(right, Matrix):
        return operation(left, right)
    if not isinstance(left, Matrix) or not isinstance(right, Matrix):
        raise NotCarriedOut("A matrix and a number cannot be added.")
    if [len(row) for row in left.rows] != [len(row) for row in right.rows]:
        raise NotCarriedOut("Matrices of different shapes cannot be added.")
    return Matrix(
        tuple(
            tuple(a if b == _ZERO else operation(a, b) for a, b in zip(first, second, strict=True))
            for first, second in zip(left.rows, right.rows, strict=True)
        )
    )


def _beside(value: Expr, other: Expr) -> Expr:
    """``k I`` beside a square matrix: as large as that, with k along the diagonal."""
    if isinstance(value, Matrix) or not isinstance(other, Matrix):
        return value
    factor = _factor_of_identity(value)
    size = range(len(other.rows))
    if factor is None or any(len(row) != len(size) for row in other.rows):
        return value
    return Matrix(tuple(tuple(factor if i == j else _ZERO for j in size) for i in size))


def _factor_of_identity(expr: Expr) -> Expr | None:
    match expr:
        case Symbol("I"):
            return _ONE
        case Mul(factor, Symbol("I")):
            return factor
    return None


def _product(left: Expr, right: Expr) -> Expr:
    if not isinstance(left, Matrix):
        return _scaled(right, lambda entry: Mul(left, entry))
    if not isinstance(right, Matrix):
        return _scaled(left, lambda entry: Mul(right, entry))
    if _is_column(left) and _is_column(right) and len(left.rows) == len(right.rows):
        return _of_vectors(left, right)
    if any(len(row) != len(right.rows) for row in left.rows):
        raise NotCarriedOut("The shapes of these matrices do not allow a product.")
    columns = list(zip(*right.rows, strict=True))
    return Matrix(tuple(tuple(_dot(row, column) for column in columns) for row in left.rows))


def _is_column(matrix: Matrix) -> bool:
    """A column of two or more entries: two of these are multiplied as vectors."""
    return len(matrix.rows) > 1 and all(len(row) == 1 for row in matrix.rows)


def _column(matrix: Matrix) -> tuple[Expr, ...]:
    return tuple(row[0] for row in matrix.rows)


def _inverse(base: Expr) -> Expr:
    """The adjugate over the determinant; where that is 0, its entries have no value."""
    determinant = _determinant(base)
    if not isinstance(base, Matrix):
        raise NotCarriedOut("Only a matrix has an inverse matrix.")
    size = range(len(base.rows))
    return Matrix(tuple(tuple(Div(_cofactor(base, j, i), determinant) for j in size) for i in size))


def _cofactor(matrix: Matrix, row: int, column: int) -> Expr:
    rest = tuple(
        entries[:column] + entries[column + 1 :]
        for place, entries in enumerate(matrix.rows)
        if place != row
    )
    return _minor(rest) if (row + column) % 2 == 0 else Neg(_minor(rest))


def _of_vectors(first: Matrix, second: Matrix) -> Expr:
    """The dot product of real vectors; with complex ones one of the two is conjugated."""
    if is_complex(first) or is_complex(second):
        raise NotCarriedOut("Products and lengths of complex vectors are not checked.")
    return _dot(_column(first), _column(second))


def _dot(row: tuple[Expr, ...], column: tuple[Expr, ...]) -> Expr:
    total: Expr = _ZERO
    for a, b in zip(row, column, strict=True):
        total = Add(total, Mul(a, b))
    return total


def _cross(left: Expr, right: Expr) -> Expr:
    """The cross product, which there is in space only."""
    vectors = [side for side in (left, right) if isinstance(side, Matrix) and _is_column(side)]
    if [len(side.rows) for side in vectors] != [3, 3]:
        raise NotCarriedOut("Only two vectors with three coordinates have a cross product.")
    (a, b, c), (d, e, f) = map(_column, vectors)
    pairs = ((b, f, c, e), (c, d, a, f), (a, e, b, d))
    return Matrix(tuple((Sub(Mul(p, q), Mul(r, s)),) for p, q, r, s in pairs))


def _length(value: Expr) -> Expr:
    """The length of a vector; of a number, its absolute value; of a matrix, its determinant."""
    if not isinstance(value, Matrix):
        return Abs(value)
    if not _is_column(value):
        return _determinant(value)
    return Root(_of_vectors(value, value), _TWO)


def _power(base: Expr, power: Fraction) -> Expr:
    if not isinstance(base, Matrix):
        return Pow(base, Number(power))
    if power.denominator != 1 or not 1 <= power <= MAX_SIZE:
        raise NotCarriedOut("Only small whole powers of matrices are checked.")
    result: Expr = base
    for _ in range(int(power) - 1):
        result = _product(result, base)
    return result


def _determinant(value: Expr) -> Expr:
    """Laplace's expansion along the first row."""
    if not isinstance(value, Matrix) or any(len(row) != len(value.rows) for row in value.rows):
        raise NotCarriedOut("Only a square matrix has a determinant.")
    return _minor(value.rows)


def _minor(rows: tuple[tuple[Expr, ...], ...]) -> Expr:
    if not rows:
        return _ONE
    if len(rows) == 1:
        return rows[0][0]
    total: Expr | None = None
    for place, entry in enumerate(rows[0]):
        rest = tuple(row[:place] + row[place + 1 :] for row in rows[1:])
        part = Mul(entry, _minor(rest))
        joined = Add if place % 2 == 0 else Sub
        total = part if total is None else joined(total, part)
    return _ZERO if total is None else total


_FUNCTIONS: Final[dict[str, Callable[..., Expr]]] = {"cross": _cross, "det": _determinant}
