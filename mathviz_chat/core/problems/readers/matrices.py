"""Matrices: sums, products, powers, determinants, inverses, ranks, eigenvalues, A*x = b."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final, TypeAlias

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import linear_algebra
from mathviz_chat.core.problems.asked import FIND, Asked
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import (
    Abs,
    Add,
    Call,
    Chain,
    Expr,
    Matrix,
    Mul,
    Neg,
    Node,
    Number,
    Pow,
    RelOp,
    Sub,
    Symbol,
)
from mathviz_chat.core.reading.walking import walk

Builder: TypeAlias = Callable[[tuple[Expr, ...]], Problem | None]

_MATRIX = (
    r"(?:(?:the |a |an |this |following |given |square (?=matri)|matrix |matrices |of |: |vector )*"
    r"(?:(?P<size># (?:by # )?)(?:square )?matrix )?)"
)
_A = rf"{_MATRIX}(?P<a>#)"
_PLAIN = _MATRIX.partition("(?:(?P<size>")[0] + ")"
_A_B = rf"{_PLAIN}(?P<a>#) (?:and|by|with|times|,|,? and|to) {_PLAIN}(?P<b>#)"
ONE: Final = Number(Fraction(1))


def read(asked: Asked) -> Problem | None:
    """One task on matrices that are written or defined."""
    for pattern, build in _TASKS:
        match = pattern.fullmatch(asked.text)
        if match is None:
            continue
        asked.used.clear()
        found = _operands(asked, match)
        if found is not None:
            return build(found)
    return _system(asked)


def _operands(asked: Asked, match: re.Match[str]) -> tuple[Expr, ...] | None:
    """The expressions of the match with all definitions put in; None where they are no matrices."""
    if match.re.groupindex.get("size") and not _has_size(asked, match):
        return None
    groups = [name for name in ("a", "b") if name in match.re.groupindex]
    nodes: list[Node | None] = [asked.tree(match, group) for group in groups]
    operands = []
    for node in nodes:
        if isinstance(node, Chain) and len(node.items) == 2 and isinstance(node.items[0], Symbol):
            node = node.items[1]  # "the determinant of A = [[1, 2], [3, 4]]"
        if not isinstance(node, Expr):
            return None
        put_in = _with_definitions(asked, node)
        if put_in is None:
            return None
        operands.append(put_in)
    return tuple(operands)


_SIZE = LazyPattern(r"(\d)\s*(?:x|×|\\times|by)\s*(\d)")


def _has_size(asked: Asked, match: re.Match[str]) -> bool:
    """Whether the matrix is of the size that is named: ``the 2 by 2 matrix``, ``a 3x3 matrix``."""
    if match["size"] is None:
        return True
    first = match.string.count("#", 0, match.start("size"))
    count = match["size"].count("#")
    size = _SIZE.fullmatch(" by ".join(asked.places[first : first + count]).strip())
    matrix = asked.tree(match, "a")
    asked.used |= {-1 - k for k in range(first, first + count)}
    if size is None or not isinstance(matrix, Matrix):
        return False
    return (int(size[1]), int(size[2])) == (len(matrix.rows), len(matrix.rows[0]))


def _with_definitions(asked: Asked, expr: Expr) -> Expr | None:
    """The expression with the matrices that are defined put in; None where it holds no matrix."""
    values: dict[str, Expr] = {}
    for place, definition in enumerate(asked.definitions):
        head, body = definition.items[0], definition.items[-1]
        if isinstance(head, Symbol) and head.name in variables(expr):
            values[head.name] = body
            asked.used.add(place)
    result: Expr = substitute(expr, values) if values else expr
    matrices = [node for node in walk(result) if isinstance(node, Matrix)]
    if not matrices or any(linear_algebra.rows_of(matrix) is None for matrix in matrices):
        return None
    return result if set(variables(result)) <= {"T"} else None


def _value(expr: Expr) -> Problem | None:
    """An expression in matrices, to be carried out."""
    if isinstance(expr, Matrix):
        return None
    if isinstance(expr, Abs):
        expr = Call("det", (expr.arg,))
    form = Form.MATRIX
    matrix = linear_algebra.inverted(expr)
    if matrix is None or not linear_algebra.is_singular(matrix):  # its answer: there is none
        value = linear_algebra.evaluate(expr)  # NotEvaluated says why there is none
        form = Form.MATRIX if isinstance(value, tuple) else Form.NUMBER
    if isinstance(expr, Call):
        read_as = f"Find the determinant of {to_plain(expr.args[0])}."
        return Problem(Kind.MATRIX, form, read_as, expression=expr, task="determinant")
    read_as = f"Calculate {to_plain(expr)}."
    return Problem(Kind.MATRIX, form, read_as, expression=expr, task="value")


def _calculated(build: Callable[..., Expr]) -> Builder:
    return lambda found: _value(build(*found))


def _of_one(task: str, kind: Kind, form: Form, phrase: str) -> Builder:
    """A task on one matrix that is written out."""

    def builder(found: tuple[Expr, ...]) -> Problem | None:
        rows = linear_algebra.evaluate(found[0])
        if not isinstance(rows, tuple):
            return None
        if kind is Kind.EIGENVALUES and (len(rows) != len(rows[0]) or len(rows) > 3):
            return None
        matrix = linear_algebra.to_tree(rows)
        read_as = f"Find the {phrase} of {to_plain(matrix)}."
        return Problem(kind, form, read_as, target=matrix, task=task)

    return builder


_ECHELON = r"(?:the |its )?(?:reduced )?(?:row(?: |-))?(?:reduced )?(?:echelon form|rref)(?: form)?"
_REDUCED = _of_one("echelon", Kind.MATRIX, Form.MATRIX, "reduced row echelon form")

_TASKS: Final[tuple[tuple[LazyPattern, Builder], ...]] = tuple(
    (LazyPattern(pattern), builder)
    for pattern, builder in (
        (rf"(?:{FIND})?(?:determinant of|det of) {_A}", _calculated(lambda a: Call("det", (a,)))),
        (rf"(?:{FIND})?inverse of {_A}", _calculated(lambda a: Pow(a, Neg(ONE)))),
        (rf"(?:invert|inverse) {_A}", _calculated(lambda a: Pow(a, Neg(ONE)))),
        (
            rf"(?:(?:{FIND})?transpose of|transpose) {_A}",
            _calculated(lambda a: Pow(a, linear_algebra.TRANSPOSED)),
        ),
        (rf"(?:{FIND})?trace of {_A}", _of_one("trace", Kind.MATRIX, Form.NUMBER, "trace")),
        (rf"(?:{FIND})?rank of {_A}", _of_one("rank", Kind.MATRIX, Form.NUMBER, "rank")),
        (rf"(?:row(?: |-))?reduce {_A}(?: to {_ECHELON})?", _REDUCED),
        (rf"(?:{FIND}|put |bring )?{_ECHELON} of {_A}", _REDUCED),
        (rf"(?:put|bring|convert) {_A} (?:into|in|to) {_ECHELON}", _REDUCED),
        (
            rf"(?:{FIND})?(?:eigenvalues|eigen values|eigenvalue) (?:of|for) {_A}",
            _of_one("values", Kind.EIGENVALUES, Form.LIST, "eigenvalues"),
        ),
        (
            rf"(?:{FIND})?(?:(?:eigenvalues|eigen values) and (?:the )?(?:corresponding |their )?"
            rf"(?:eigenvectors|eigen vectors)|(?:eigenvectors|eigen vectors)"
            rf"(?: and (?:the )?eigenvalues)?)"
            rf" (?:of|for) {_A}",
            _of_one("vectors", Kind.EIGENVALUES, Form.LIST, "eigenvalues and eigenvectors"),
        ),
        (rf"(?:multiply|(?:{FIND})?(?:matrix )?product of) {_A_B}", _calculated(Mul)),
        (rf"(?:add|(?:{FIND})?sum of) {_A_B}", _calculated(Add)),
        (rf"(?:{FIND})?difference (?:of|between) {_A_B}", _calculated(Sub)),
        (
            rf"subtract {_PLAIN}(?P<b>#) from {_PLAIN}(?P<a>#)",
            _calculated(Sub),
        ),
        (
            rf"(?:square|(?:{FIND})?square of) {_A}",
            _calculated(lambda a: Pow(a, Number(Fraction(2)))),
        ),
        (rf"(?:{FIND})?{_A}", lambda found: _value(found[0])),
        (
            rf"(?:solve|simplify|carry out|multiply out|work out)(?: for)?(?: :)? {_A}",
            lambda found: _value(found[0]),
        ),
    )
)

_SOLVE = LazyPattern(
    r"(?:(?:solve|find the solution (?:of|to))(?: the)?(?: linear| matrix)*"
    r"(?: system| equation)?(?: of equations)?(?: ,)?"
    r"(?: :)?(?: (?P<equation>#))?(?: for (?P<name>#))?|find (?P<x>#))"
)


def _system(asked: Asked) -> Problem | None:
    """``Solve A*x = b``, with A and b written or defined."""
    match = _SOLVE.fullmatch(asked.text)
    if match is None:
        return None
    asked.used.clear()
    for group in ("name", "x"):
        asked.trees(match, group)
    node = asked.tree(match, "equation")
    places = [node, *asked.definitions] if node is not None else [*asked.definitions]
    equation = next(
        (n for n in places if isinstance(n, Chain) and isinstance(n.items[0], Mul)), None
    )
    if equation is None or equation.ops != (RelOp.EQ,):
        return None
    if equation in asked.definitions:
        asked.used.add(asked.definitions.index(equation))
    product = equation.items[0]
    assert isinstance(product, Mul)
    if not isinstance(product.right, Symbol):
        return None
    left = _with_definitions(asked, product.left)
    right = _with_definitions(asked, _as_column(equation.items[1], asked))
    if not isinstance(left, Matrix) or right is None:
        return None
    return _linear_system(left, right, product.right.name)


def _as_column(expr: Expr, asked: Asked) -> Expr:
    """A vector ``(1, 2)`` as a column, through a definition too."""
    from mathviz_chat.core.reading.tree import TupleOf

    if isinstance(expr, Symbol):
        for place, definition in enumerate(asked.definitions):
            if definition.items[0] == expr and isinstance(definition.items[-1], TupleOf):
                asked.used.add(place)
                expr = definition.items[-1]
                break
    if isinstance(expr, TupleOf):
        return Matrix(tuple((item,) for item in expr.items))
    return expr


def _linear_system(left: Matrix, right: Expr, name: str) -> Problem | None:
    if not isinstance(right, Matrix) or len(right.rows) != len(left.rows):
        return None
    if len(right.rows[0]) != 1 or len(left.rows[0]) >= linear_algebra.MAX_SIZE:
        return None
    equation = Chain((Mul(left, Symbol(name)), right), (RelOp.EQ,))
    return Problem(
        Kind.LINEAR_SYSTEM,
        Form.MATRIX,
        f"Solve {to_plain(equation)} for {name}.",
        unknowns=(name,),
        items=(left, right),
    )
