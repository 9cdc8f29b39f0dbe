"""Matrices: entry by entry, determinants by cofactors or elimination, inverses, eigenvalues."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.kernel import real_solutions
from mathviz_chat.core.problems import linear_algebra, polynomial, recount
from mathviz_chat.core.problems.judging.matrices import (
    NO_EIGENVALUES,
    NO_INVERSE,
    shifted_determinant,
    trace,
)
from mathviz_chat.core.problems.linear_algebra import Rows
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Add,
    Call,
    Div,
    Expr,
    Matrix,
    Mul,
    Neg,
    Pow,
    Sub,
    Symbol,
    TupleOf,
)
from mathviz_chat.core.reading.walking import walk
from mathviz_chat.core.solving import build, matrix_entries
from mathviz_chat.core.solving.equation import solve_equation
from mathviz_chat.core.solving.lines import BRIEF, FINE, Lines
from mathviz_chat.core.solving.row_reduction import reduce

LAMBDA: Final = Symbol("lambda")


def solve(problem: Problem) -> Lines | None:
    """One task on matrices: its value, its trace, its rank or its echelon form."""
    return _TASKS[problem.task](problem)


def _value(problem: Problem) -> Lines | None:
    assert problem.expression is not None
    lines = Lines()
    matrix = linear_algebra.inverted(problem.expression)
    if matrix is not None and determinant(lines, matrix, BRIEF) == 0:
        why = "A matrix whose determinant is 0 has no inverse."
        lines.lines[-1] = replace(lines.lines[-1], why=why)
        lines.finish(NO_INVERSE)
        return lines
    lines = Lines()
    result = _carried_out(lines, problem.expression, whole=True)
    lines.finish(matrix_entries.written(result))
    return lines


def _carried_out(lines: Lines, expr: Expr, *, whole: bool = False) -> Rows | Fraction:
    """The value of an expression; the parts are written before the whole."""
    value = linear_algebra.evaluate(expr)
    if isinstance(expr, Matrix) or not _holds_matrix(expr):
        return value
    rule = _RULES.get(type(expr))
    if rule is not None:
        rule(lines, expr, BRIEF if whole else FINE - 1)
    return value


def _holds_matrix(expr: Expr) -> bool:
    return any(isinstance(node, Matrix) for node in walk(expr))


def _operand(lines: Lines, expr: Expr) -> Expr:
    return matrix_entries.written(_carried_out(lines, expr))


def _negative(lines: Lines, expr: Neg, level: int) -> None:
    _show(lines, "Change the sign of every entry", Neg(_operand(lines, expr.arg)), level)


def _sum(lines: Lines, expr: Add | Sub, level: int) -> None:
    left, right = _operand(lines, expr.left), _operand(lines, expr.right)
    assert isinstance(left, Matrix) and isinstance(right, Matrix)
    rule = type(expr)
    entries = tuple(
        tuple(rule(a, b) for a, b in zip(first, second, strict=True))
        for first, second in zip(left.rows, right.rows, strict=True)
    )
    word = "Add" if rule is Add else "Subtract"
    claim = build.equals(rule(left, right), Matrix(entries))
    lines.step(f"{word} the entries in the same places", claim)
    matrix_entries.each_entry(lines, entries)
    _show(lines, "Work out the entries", rule(left, right), level)


def _product(lines: Lines, expr: Mul, level: int) -> None:
    left, right = _operand(lines, expr.left), _operand(lines, expr.right)
    if not isinstance(left, Matrix) or not isinstance(right, Matrix):
        matrix_entries.scaled(lines, Mul(left, right))
        _show(lines, "Multiply every entry by the number", Mul(left, right), level)
        return
    columns = tuple(zip(*right.rows, strict=True))
    entries = tuple(tuple(_dot(row, column) for column in columns) for row in left.rows)
    why = "The entry in row i and column j is row i times column j."
    lines.step("Multiply rows by columns", build.equals(Mul(left, right), Matrix(entries)), why=why)
    for i, row in enumerate(entries, 1):
        for j, entry in enumerate(row, 1):
            value = linear_algebra.evaluate(entry)
            claim = build.equals(entry, matrix_entries.written(value))
            matrix_entries.products(lines, entry)
            lines.step(f"Row {i} times column {j}", claim, level=FINE)
    _show(lines, "Work out the entries", Mul(left, right), level)


def _dot(row: tuple[Expr, ...], column: tuple[Expr, ...]) -> Expr:
    total: Expr | None = None
    for a, b in zip(row, column, strict=True):
        total = Mul(a, b) if total is None else Add(total, Mul(a, b))
    assert total is not None
    return total


def _quotient(lines: Lines, expr: Div, level: int) -> None:
    left, right = _operand(lines, expr.left), _operand(lines, expr.right)
    _show(lines, "Divide every entry by the number", Div(left, right), level)


def _power(lines: Lines, expr: Pow, level: int) -> None:
    base = _operand(lines, expr.base)
    assert isinstance(base, Matrix)
    if expr.exponent == linear_algebra.TRANSPOSED:
        why = "Row i of the matrix becomes column i."
        _show(lines, "Swap rows and columns", Pow(base, expr.exponent), level, why=why)
        return
    exponent = linear_algebra.evaluate(expr.exponent)
    assert isinstance(exponent, Fraction)
    if exponent == -1:
        inverse(lines, base)
        return
    done: Expr = base
    for _ in range(int(exponent) - 1):
        product = Mul(done, base)
        _product(lines, product, FINE - 1)
        done = matrix_entries.written(linear_algebra.evaluate(product))
    _show(lines, f"The power is {int(exponent)} factors multiplied", expr, level)


def _show(lines: Lines, rule: str, expr: Expr, level: int, why: str | None = None) -> None:
    value = matrix_entries.written(linear_algebra.evaluate(expr))
    claim = build.equals(expr, value)
    lines.step(rule, claim, level=level, before=expr, after=value, why=why)


# ---------------------------------------------------------------------------- determinants


def _determinant(lines: Lines, expr: Call, level: int) -> None:
    matrix = _operand(lines, expr.args[0])
    assert isinstance(matrix, Matrix)
    determinant(lines, matrix, level)


def determinant(lines: Lines, matrix: Matrix, level: int) -> Fraction:
    """Along the first row; a 2 by 2 matrix is ad - bc."""
    left = Call("det", (matrix,))
    rows = linear_algebra.rows_of(matrix)
    assert rows is not None
    value = linear_algebra.determinant(rows)
    if len(rows) > 2:
        expansion = _expansion(lines, matrix)
        why = "Each entry times the determinant without its row and column, signs + - + ..."
        lines.step("Expand along the first row", build.equals(left, expansion), why=why)
        matrix_entries.products(lines, expansion)
        lines.step("Add up", build.equals(left, build.rational(value)), level=level)
        return value
    if len(rows) == 2:
        (a, b), (c, d) = matrix.rows
        formula = Sub(Mul(a, d), Mul(b, c))
        lines.step(
            "Use ad - bc", build.equals(left, formula), why="det([[a, b], [c, d]]) = ad - bc"
        )
        matrix_entries.products(lines, formula)
    lines.step("Work out the determinant", build.equals(left, build.rational(value)), level=level)
    return value


def _expansion(lines: Lines, matrix: Matrix) -> Expr:
    """``a*det(...) - b*det(...) + ...`` with the smaller determinants worked out first."""
    total: Expr | None = None
    for place, entry in enumerate(matrix.rows[0]):
        smaller = tuple(row[:place] + row[place + 1 :] for row in matrix.rows[1:])
        value = linear_algebra.evaluate(entry)
        minor = Fraction(0) if value == 0 else determinant(lines, Matrix(smaller), FINE - 1)
        term = Mul(entry, build.rational(minor))
        rule = Add if place % 2 == 0 else Sub
        total = term if total is None else rule(total, term)
    assert total is not None
    return total


# ---------------------------------------------------------------------------- inverses


def inverse(lines: Lines, matrix: Matrix) -> None:
    """The adjugate over the determinant, and the check that the product is the identity."""
    rows = linear_algebra.rows_of(matrix)
    assert rows is not None
    value = determinant(lines, matrix, FINE - 1)
    found = linear_algebra.to_tree(linear_algebra.inverse(rows))
    adjugate = linear_algebra.to_tree(
        tuple(tuple(value * entry for entry in row) for row in linear_algebra.inverse(rows))
    )
    left = Pow(matrix, Neg(build.ONE))
    fraction = build.rational(1 / value)
    if len(rows) == 2:
        rule, why = "Swap a and d, change the signs of b and c, divide by the determinant", None
    else:
        rule = "Put the cofactors in place, transposed, and divide by the determinant"
        why = "The inverse is the adjugate matrix divided by the determinant."
        _cofactors(lines, matrix)
    lines.step(rule, build.equals(left, Mul(fraction, adjugate)), why=why)
    if value != 1:
        matrix_entries.scaled(lines, Mul(fraction, adjugate))
    lines.step("Work out the entries", build.equals(left, found), level=BRIEF)
    unit = linear_algebra.to_tree(linear_algebra.identity_matrix(len(rows)))
    lines.step("Check: the product is the identity matrix", build.equals(Mul(matrix, found), unit))


def _cofactors(lines: Lines, matrix: Matrix) -> None:
    for i in range(len(matrix.rows)):
        for j in range(len(matrix.rows)):
            smaller = tuple(
                row[:j] + row[j + 1 :] for place, row in enumerate(matrix.rows) if place != i
            )
            minor = Call("det", (Matrix(smaller),))
            signed = minor if (i + j) % 2 == 0 else Neg(minor)
            value = linear_algebra.evaluate(signed)
            rule = f"Cofactor of row {i + 1}, column {j + 1}"
            lines.step(rule, build.equals(signed, matrix_entries.written(value)), level=FINE)


# ---------------------------------------------------------------------------- other tasks


def _trace(problem: Problem) -> Lines | None:
    lines = Lines()
    diagonal = trace(problem.target)
    value = linear_algebra.evaluate(diagonal)
    lines.step(
        "Add the entries of the diagonal",
        build.equals(diagonal, matrix_entries.written(value)),
        level=BRIEF,
    )
    lines.finish(matrix_entries.written(value))
    return lines


def _rank(problem: Problem) -> Lines | None:
    rows = linear_algebra.rows_of(problem.target) if problem.target is not None else None
    if rows is None:
        return None
    lines = Lines()
    reduced = reduce(lines, rows)
    count = sum(1 for row in reduced if any(row))
    lines.setup("Count the rows that are not 0", f"rank = {count}")
    lines.finish(build.integer(count))
    return lines


def _echelon(problem: Problem) -> Lines | None:
    rows = linear_algebra.rows_of(problem.target) if problem.target is not None else None
    if rows is None:
        return None
    lines = Lines()
    lines.finish(linear_algebra.to_tree(reduce(lines, rows)))
    return lines


def solve_system(problem: Problem) -> Lines | None:
    """``A*x = b`` by elimination on A beside b; the solution is checked."""
    left, right = problem.items
    a, b = linear_algebra.rows_of(left), linear_algebra.rows_of(right)
    if a is None or b is None or linear_algebra.rank(a) != len(a[0]):
        return None
    lines = Lines()
    wide = tuple((*first, *second) for first, second in zip(a, b, strict=True))
    lines.setup("Write A and b side by side", to_plain(linear_algebra.to_tree(wide)))
    reduced = reduce(lines, wide)
    if any(row[-1] and not any(row[:-1]) for row in reduced):
        return None
    vector = tuple((row[-1],) for row in reduced[: len(a[0])])
    column = linear_algebra.to_tree(vector)
    claim = build.equals(Mul(left, column), right)
    lines.step("Check: multiply A by the vector", claim, level=BRIEF)
    lines.finish(TupleOf(tuple(row[0] for row in column.rows)))
    return lines


# ---------------------------------------------------------------------------- eigenvalues


def eigenvalues(problem: Problem) -> Lines | None:
    """The zeros of det(A - lambda*I), and for each the solutions of (A - lambda*I)*v = 0."""
    matrix = problem.target
    assert isinstance(matrix, Matrix)
    rows = linear_algebra.rows_of(matrix)
    if rows is None:
        return None
    lines = Lines()
    values = _characteristic_roots(lines, matrix, rows)
    if values is None:
        return None
    if not values:
        lines.finish(NO_EIGENVALUES)
        return lines
    if problem.task == "values":
        lines.finish(", ".join(to_plain(value) for value in values))
        return lines
    pairs = _vectors(lines, matrix, values)
    if pairs is None:
        return None
    lines.finish("; ".join(f"{to_plain(value)}: {to_plain(vector)}" for value, vector in pairs))
    return lines


def _characteristic_roots(lines: Lines, matrix: Matrix, rows: Rows) -> list[Expr] | None:
    shifted = Matrix(
        tuple(
            tuple(_less(entry, LAMBDA) if i == j else entry for j, entry in enumerate(row))
            for i, row in enumerate(matrix.rows)
        )
    )
    sign = Fraction(-1) ** len(rows)
    terms = polynomial.scale(linear_algebra.characteristic(rows), sign)
    tree = polynomial.to_tree(terms, LAMBDA.name)
    left = Call("det", (shifted,))
    lines.step("Write det(A - lambda*I)", build.equals(left, shifted_determinant(matrix, LAMBDA)))
    why = "lambda is an eigenvalue where det(A - lambda*I) = 0."
    lines.step("Multiply out", build.equals(left, tree), why=why)
    equation = build.equals(tree, build.ZERO)
    solved = solve_equation(equation, LAMBDA.name)
    lines.setup("Set it equal to 0", to_plain(equation))
    values = polynomial_roots(terms)
    if values is None or solved is None:
        return None
    lines.lines += solved.lines
    return values


def _less(entry: Expr, name: Expr) -> Expr:
    return Neg(name) if entry == build.ZERO else Sub(entry, name)


def polynomial_roots(terms: polynomial.Coefficients) -> list[Expr] | None:
    """The distinct real roots, ascending; None where they are no rational numbers or surds."""
    equation = build.equals(polynomial.to_tree(terms, "x"), build.ZERO)
    found = real_solutions(equation, "x")
    if found is None or not found.is_finite:
        return None
    exact = [point.exact for point in found.points]
    known = [value for value in exact if value is not None]
    return known if len(known) == len(exact) else None


def _vectors(lines: Lines, matrix: Matrix, values: list[Expr]) -> list[tuple[Expr, TupleOf]] | None:
    pairs: list[tuple[Expr, TupleOf]] = []
    rows = linear_algebra.rows_of(matrix)
    assert rows is not None
    for value in values:
        rational = _rational(value)
        if rational is None:
            return None
        shifted = tuple(
            tuple(entry - rational if i == j else entry for j, entry in enumerate(row))
            for i, row in enumerate(rows)
        )
        for vector in linear_algebra.null_space(shifted):
            entries = tuple(build.rational(entry) for entry in vector)
            column = Matrix(tuple((entry,) for entry in entries))
            zero = Matrix(tuple((build.ZERO,) for _ in entries))
            claim = build.equals(Mul(linear_algebra.to_tree(shifted), column), zero)
            why = f"v is a solution of (A - lambda*I)*v = 0 for lambda = {to_plain(value)}."
            lines.step("Find a vector that is taken to zero", claim, why=why)
            check = build.equals(Mul(matrix, column), Mul(value, column))
            lines.step("Check: A*v is the eigenvalue times v", check, level=BRIEF)
            pairs.append((value, TupleOf(entries)))
    return pairs


def _rational(value: Expr) -> Fraction | None:
    found = recount.value(value)
    return found if isinstance(found, Fraction) else None


_RULES: Final[Mapping[type, Callable[..., None]]] = MappingProxyType(
    {
        Neg: _negative,
        Add: _sum,
        Sub: _sum,
        Mul: _product,
        Div: _quotient,
        Pow: _power,
        Call: _determinant,
    }
)
_TASKS: Final[Mapping[str, Callable[[Problem], Lines | None]]] = MappingProxyType(
    {
        "value": _value,
        "determinant": _value,
        "trace": _trace,
        "rank": _rank,
        "echelon": _echelon,
    }
)
