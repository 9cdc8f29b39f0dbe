"""Intents about matrices and vectors; rows may be told in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import slots
from mathviz_chat.core.problems.readers.spotted.intents import Found, Intent
from mathviz_chat.core.reading.tree import Chain, Matrix, Symbol, TupleOf

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
_BY_ROWS = "top row|first row|second row|bottom row|third row|row"


def _written(found: Found) -> str | None:
    """The one matrix, or the one that its rows make."""
    if "m" in found:
        node = found.node("m")
        return slots.spelled(node.items[-1] if isinstance(node, Chain) else node)
    rows = [one for one in found.all("r") if isinstance(one, TupleOf)]
    if len(rows) < 2 or len({len(row.items) for row in rows}) != 1:
        return None
    return slots.spelled(Matrix(tuple(row.items for row in rows)))


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
    matrix = _written(found)
    letters = {slots.spelled(one) for one in found.all("x")}
    if matrix is None or len(letters) > 1:
        return None
    letter = letters.pop() if letters else ""
    if not letter:
        return None
    return f"Find the value of {letter} if the determinant of {matrix} is 0."


_DETERMINANT = "determinant|det|determinants"

INTENTS: Final = (
    *_both(
        "determinant", (_DETERMINANT,), "Find the determinant of {}.", "determinant value expansion"
    ),
    *_both(
        "inverse",
        ("inverse|invert~|inverted|inverse matrix",),
        "Find the inverse of {}.",
        "inverse invert inverted",
        "row reduction|if possible|inverse of the matrix|inverse matrix",
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
    Intent(
        "matrices put together",
        (),
        ("m:M+", "w:ws"),
        _computed,
        f"{_NOUNS}product sum difference compute~ multiply multiplication multiplying inverse "
        "square cube power evaluate~ two addition subtraction",
        f"{_PASSES}|matrix product|the inverse",
    ),
    Intent(
        "a named matrix by rows",
        (),
        ("r:p+", "w:w", "name:s*"),
        _named,
        f"{_NOUNS}compute~ evaluate~ square cube power inverse",
        _PASSES,
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
        f"{_NOUNS}product multiply multiplied by matrix",
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
