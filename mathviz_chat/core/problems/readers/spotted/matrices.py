"""Intents about matrices and vectors; rows may be told in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import real_solutions, variables
from mathviz_chat.core.problems import linear_algebra, polynomial, slots
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent
from mathviz_chat.core.reading.tree import Chain, Matrix, Mul, RelOp, Symbol, TupleOf

_NOUNS = (
    "matrix matrices square upper lower triangular diagonal symmetric entries entry row rows "
    "column real singular invertible non-singular elementary operations cofactor cofactors "
    "expansion expanding expand adjugate adjoint formula gauss-jordan row-reduction "
    "elimination fractions fraction whose has have consists consisting having two three along "
    "2x2 3x3 "
)
_PASSES = (
    "row operations|elementary row operations|upper triangular|lower triangular|where "
    "necessary|writing the entries as fractions|as fractions|first row|second row|third row|"
    "top row|bottom row|middle row|expanding along|cofactor expansion|if it exists|whose "
    "rows are|the rows are|rows are|its rows|row by row|in that order|leaving fractions|giving "
    "entries as fractions|as exact fractions|from top to bottom|written by rows|given by its "
    "rows|with rows|in order"
)
_ROWS = ("r:p+",)
_MATRIX = ("m:mM",)


def _matrix(found: Found) -> Matrix | None:
    """The one matrix, or the one that its rows make."""
    if "m" in found:
        node = found.node("m")
        node = node.items[-1] if isinstance(node, Chain) else node
        return node if isinstance(node, Matrix) else None
    rows = [one for one in found.all("r") if isinstance(one, TupleOf)]
    if len(rows) < 2 or len({len(row.items) for row in rows}) != 1:
        return None
    return Matrix(tuple(row.items for row in rows))


def _written(found: Found) -> str | None:
    matrix = _matrix(found)
    return None if matrix is None else slots.spelled(matrix)


def _is_small(matrix: Matrix) -> bool:
    """Of two or three rows and columns, so that its determinant can be written out."""
    size = len(matrix.rows)
    return size in (2, 3) and all(len(row) == size for row in matrix.rows)


def _letters(matrix: Matrix) -> set[str]:
    return {name for row in matrix.rows for entry in row for name in variables(entry)}


def _determinant(matrix: Matrix, less: str = "") -> str:
    """The determinant written out, by its first row; ``less`` is taken from the diagonal."""
    entries = [
        [
            f"({slots.spelled(entry)}{f' - {less}' if less and i == j else ''})"
            for j, entry in enumerate(row)
        ]
        for i, row in enumerate(matrix.rows)
    ]
    if len(entries) == 2:
        (a, b), (c, d) = entries
        return f"{a}*{d} - {b}*{c}"
    (a, b, c), (d, e, f), (g, h, k) = entries
    minors = (f"({e}*{k} - {f}*{h})", f"({f}*{g} - {d}*{k})", f"({d}*{h} - {e}*{g})")
    terms = (f"{one}*{minor}" for one, minor in zip((a, b, c), minors, strict=True) if one != "(0)")
    return " + ".join(terms) or "0"


def _eigenvalue(which: str) -> Callable[[Found], str | None]:
    """The largest or smallest zero of the characteristic polynomial, written out."""

    def says(found: Found) -> str | None:
        matrix = _matrix(found)
        if matrix is None or not _is_small(matrix):
            return None
        if not _is_real(matrix) or (_TWO.search(found.text) and len(matrix.rows) != 2):
            return None
        return f"Find the {which} solution of {_determinant(matrix, 'x')} = 0."

    return says


def _is_real(matrix: Matrix) -> bool:
    """Whether all eigenvalues are real, so that there is a largest one."""
    rows = linear_algebra.rows_of(matrix)
    if rows is None:
        return False
    tree = polynomial.to_tree(linear_algebra.characteristic(rows), "x")
    zeros = real_solutions(Chain((tree, number(Fraction(0))), (RelOp.EQ,)), "x")
    return zeros is not None and sum(one.multiplicity for one in zeros.points) == len(rows)


def _complex_eigenvalues(found: Found) -> str | None:
    matrix = _matrix(found)
    if matrix is None or len(matrix.rows) != 2 or not _is_small(matrix) or _letters(matrix):
        return None
    return f"Find the complex solutions of {_determinant(matrix, 'x')} = 0."


_TWO: Final = re.compile(r"\b(?:two|both) |\b(?:larger|smaller|greater|bigger)\b")


def _multiplied(found: Found) -> str | None:
    """Two matrices side by side."""
    node = found.node("p")
    if not isinstance(node, Mul) or not isinstance(node.left, Matrix):
        return None
    if not isinstance(node.right, Matrix):
        return None
    return f"Calculate {slots.spelled(node.left)} * {slots.spelled(node.right)}."


def _of(template: str) -> Callable[[Found], str | None]:
    def says(found: Found) -> str | None:
        matrix = _written(found)
        return matrix and template.format(matrix)

    return says


def _both(
    name: str, needs: tuple[str, ...], template: str, allows: str, passes: str = ""
) -> tuple[Intent, ...]:
    """An intent of a written matrix, and the same of one whose rows are told."""
    return tuple(
        Intent(
            name if takes is _MATRIX else f"{name}, by rows",
            needs,
            takes,
            _of(template),
            f"{_NOUNS}{allows}",
            f"{_PASSES}|{passes}",
        )
        for takes in (_MATRIX, _ROWS)
    )


def _computed(found: Found) -> str | None:
    """``3A - 2B``, ``A^(-1)``, ``AB`` of the matrices that are named."""
    given = " and ".join(slots.spelled(one) for one in found.all("m"))
    heads = {
        name for one in found.all("m") if isinstance(one, Chain) for name in variables(one.items[0])
    }
    told = "product" in found.words and not isinstance(found.node("w"), Mul)
    if told or not set(variables(found.node("w"))) <= heads:
        return None
    return f"Let {given}. What is {found['w']}?"


def _named(found: Found) -> str | None:
    """``M^3`` where M is the one matrix, told by its rows."""
    matrix, names = _written(found), variables(found.node("w"))
    if matrix is None or len(names) != 1 or any(v != Symbol(names[0]) for v in found.all("name")):
        return None
    return f"Let {names[0]} = {matrix}. What is {found['w']}?"


def _vectors(word: str) -> Callable[[Found], str | None]:
    def says(found: Found) -> str | None:
        vectors = [slots.spelled(one) for one in found.all("v")]
        if len(vectors) != 2:
            return None
        return f"Find the {word} product of {' and '.join(vectors)}."

    return says


def _singular(found: Found) -> str | None:
    matrix = _matrix(found)
    letters = {slots.spelled(one) for one in found.all("x")}
    if matrix is None or len(letters) != 1 or not _is_small(matrix) or letters != _letters(matrix):
        return None
    letter = letters.pop()
    return f"Solve {_determinant(matrix)} = 0 for {letter}."


_DETERMINANT = "determinant|det|determinants"


def _picked(which: str, words: str) -> tuple[Intent, ...]:
    return tuple(
        Intent(
            f"{which} eigenvalue{name}",
            (words, "eigenvalue|eigenvalues"),
            takes,
            _eigenvalue(which),
            f"{_NOUNS}eigenvalue eigenvalues real",
            f"{_PASSES}|has two eigenvalues|two eigenvalues|both eigenvalues|the two eigenvalues|"
            f"the "
            f"larger one|the smaller one|the largest one|the smallest one|the greater one|the "
            f"bigger one|"
            "of its eigenvalues|of the two|a vibrating system leads to|leads to|only the|just the",
        )
        for name, takes in (("", _MATRIX), (", by rows", _ROWS))
    )


INTENTS: Final = (
    *_picked("largest", "largest|larger|greatest|greater|biggest|bigger|highest"),
    *_picked("smallest", "smallest|smaller|least|lowest"),
    *(
        Intent(
            f"complex eigenvalues{name}",
            ("eigenvalues", "complex|over the complex numbers|complex numbers"),
            takes,
            _complex_eigenvalues,
            f"{_NOUNS}eigenvalues complex rotation all both numbers",
            f"{_PASSES}|over the complex numbers|complex numbers|in the complex numbers",
        )
        for name, takes in (("", _MATRIX), (", by rows", _ROWS))
    ),
    Intent(
        "product of two matrices side by side",
        ("product|multiply~|multiplication",),
        ("p:n",),
        _multiplied,
        f"{_NOUNS}product multiply~ multiplication two",
        f"{_PASSES}|matrix product",
    ),
    *_both(
        "determinant", (_DETERMINANT,), "Find the determinant of {}.", "determinant value expansion"
    ),
    *_both(
        "inverse",
        ("inverse|invert~|inverted|inverse matrix",),
        "Find the inverse of {}.",
        "inverse invert inverted student claims",
        "write the inverse down|a student claims that|claims that|can be inverted|row reduction|if "
        "possible|inverse of the matrix|inverse matrix",
    ),
    *_both(
        "transpose", ("transpose|transposed",), "Find the transpose of {}.", "transpose transposed"
    ),
    *_both("rank", ("rank",), "Find the rank of {}.", "rank"),
    *_both("trace", ("trace",), "Find the trace of {}.", "trace"),
    *_both(
        "eigenvalues",
        ("eigenvalues|eigen values|characteristic values|eigenvalue",),
        "Find the eigenvalues of {}.",
        "eigenvalues all both each every real characteristic polynomial equation eigen values "
        "λ lambda",
        "characteristic polynomial|characteristic equation|all of the",
    ),
    *_both(
        "eigenvalues and eigenvectors",
        ("eigenvalues", "eigenvectors|corresponding eigenvectors"),
        "Find the eigenvalues and eigenvectors of {}.",
        "eigenvalues eigenvectors corresponding all both each associated characteristic",
        "for each|an eigenvector for each",
    ),
    *_both(
        "eigenvalues in order",
        ("eigenvalues", "smallest to largest|smallest first|ascending order|increasing order"),
        "Find the eigenvalues of {}.",
        "eigenvalues all both each every real list order from lecturer read off wrote",
        "from smallest to largest|in ascending order|in increasing order|read off|wrote up|listing "
        "them|list them",
    ),
    *_both(
        "square of a matrix",
        ("squared|square of",),
        "Let A = {}. What is A^2?",
        "squared",
    ),
    *_both("cube of a matrix", ("cubed|cube of",), "Let A = {}. What is A^3?", "cubed"),
    Intent(
        "singular for a letter",
        (
            "singular|not invertible|non-invertible|no inverse|determinant zero|determinant is "
            "zero|zero determinant|determinant equal to zero|does not have an inverse|has no "
            "inverse|determinant equals zero|determinant of zero|determinant vanishes|"
            "determinant 0|fails to be invertible|doesn't have an inverse",
        ),
        ("m:mM", "x:s+"),
        _singular,
        f"{_NOUNS}values constant real possible all both which",
        f"{_PASSES}|for which|both possible values|such that|for what|",
    ),
    Intent(
        "singular for a letter, by rows",
        (
            "singular|not invertible|non-invertible|no inverse|determinant zero|determinant is "
            "zero|zero determinant|determinant equal to zero|does not have an inverse|has no "
            "inverse|determinant equals zero|determinant of zero|determinant vanishes",
        ),
        ("r:p+", "x:s+"),
        _singular,
        f"{_NOUNS}values constant real possible all both which",
        f"{_PASSES}|for which|both possible values|such that|for what",
    ),
    *(
        Intent(
            f"determinant zero for a letter{name}",
            ("determinant|det", "equal to zero|zero|vanish|vanishes|equal 0"),
            (takes, "x:s+"),
            _singular,
            f"{_NOUNS}values constant real possible all both determinant det zero",
            f"{_PASSES}|for which|both possible values|such that|for what|equal to zero|is zero",
        )
        for name, takes in (("", "m:mM"), (", by rows", "r:p+"))
    ),
    Intent(
        "matrices put together",
        (),
        ("m:M+", "w:wse"),
        _computed,
        f"{_NOUNS}product sum difference compute~ multiply multiplication multiplying inverse "
        "square cube power evaluate~ two addition subtraction",
        f"{_PASSES}|matrix product|the product|the inverse",
    ),
    Intent(
        "a named matrix by rows",
        (),
        ("r:p+", "w:w", "name:s*"),
        _named,
        f"{_NOUNS}compute~ evaluate~ square cube power inverse",
        f"{_PASSES}|a student claims that|claims that|can be inverted|is invertible|is "
        f"non-singular",
    ),
    Intent(
        "product of matrices",
        ("product|multiply|multiplied",),
        ("m:m+",),
        lambda found: (
            f"Calculate {' * '.join(map(slots.spelled, found.all('m')))}."
            if len(found.all("m")) == 2
            else None
        ),
        f"{_NOUNS}product multiply multiplied by matrix vector comes out",
        f"{_PASSES}|in this order|in the order given|matrix product|multiplied by",
    ),
    *(
        Intent(
            f"{word} product of vectors",
            (needs,),
            ("v:p+",),
            _vectors(word),
            "vector vectors product dot scalar cross inner two",
            "scalar product|dot product|cross product|vector product",
        )
        for word, needs in (
            ("dot", "dot product|scalar product|inner product"),
            ("cross", "cross product|vector product"),
        )
    ),
    Intent(
        "magnitude of a vector",
        ("magnitude|length|norm|modulus",),
        ("v:p",),
        "Find the magnitude of {v}.",
        "vector magnitude length norm euclidean exact modulus",
    ),
)
