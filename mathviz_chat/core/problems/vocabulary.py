"""Words of questions that are spelled with one slip: ``derivitive``, ``intergral``, ``matirx``."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_WORDS = """
    absolute acceleration acute after algebra along angle antiderivative approach approaches area
    asymptotic augmented average axis basis between bounded calculate centered centred change
    characteristic closed coefficient cofactor column complex component compute concave concavity
    conjugate constant consider continuous converge convergence convergent converges coordinates
    critical cross curve decide decreasing decreases decrease define defined definite degree delta
    derivative derivatives derive determinant determine diagonal difference differential
    differentiate differentiating differentiation differentiated direction distance diverge
    diverges divergent division domain double dydx echelon eigenvalue eigenvalues eigenvector
    eigenvectors elementary elimination enclosed entries equal equals equation equations evaluate
    evaluating exist exists expand expansion explicit expression extrema extreme extremum factor
    figure find finding first following form formula fourth fraction from function functions gauss
    gaussian general geometric given global gradient graph greatest half harmonic highest
    horizontal identity imaginary implicit implicitly improper increase increases increasing
    indefinite infinite infinitely infinity inflection inflexion initial inner instantaneous
    integral integrals integrate integrated integrating integration interval intervals inverse
    inverted inversion invertible largest leading length limit limits line linear local location
    lower lowest maclaurin magnitude matrices matrix maxima maximum maximize maximise method minima
    minimum modulus monotonic monotonically multiply negative nonzero norm normal number numbers
    obtain operation order ordinary original orthogonal parabola parallel partial parts
    particular particularly perpendicular point points polar polynomial positive power primitive
    problem product quadratic quotient radians rank rate reduce reduced region relative remainder
    respect resulting right root rotated rows satisfies satisfying satisfy scalar second separable
    separation sequence series sigma simplify single sixth slope smallest solution solutions solve
    solving square stationary straight substitution subtract subject system tangent taylor term
    terms third through together total touches transpose triangle triple turning twice under unique
    unit using value values variable variables vector vectors velocity vertical where which whole
    whose with write written zeros about around what's calculus lies that this them then there
    these those please help need exactly least most every many much other another derivativeof
"""
WORDS: Final = frozenset(_WORDS.split())
"""Correctly spelled words of questions on calculus and linear algebra."""

SHORTEST: Final = 6
"""Shorter words may be another word with one letter changed, and are left as they are."""

_PHRASES: Final = {
    "whats": "what's",
    "limt": "limit",
    "teh": "the",
    "hte": "the",
    "fo": "of",
    "fidn": "find",
    "eigen": "eigen",
    "calc": "calculate",
    "deriv": "derivative",
    "antideriv": "antiderivative",
    "eqn": "equation",
    "func": "function",
    "diff": "differentiate",
    "diffrentiate": "differentiate",
    "intergrate": "integrate",
    "intergal": "integral",
    "intergral": "integral",
    "matricies": "matrices",
    "taylors": "taylor",
    "centred": "centered",
    "vals": "values",
    "pts": "points",
    "pt": "point",
    "wrt": "wrt",
    "antiderivate": "antiderivative",
    "inflexion": "inflection",
    "differentation": "differentiation",
    "determinate": "determinant",
}


def is_known(word: str) -> bool:
    """Whether the word stands in a list of this module."""
    return word in WORDS or word in _PHRASES


def corrected(word: str) -> str:
    """The known word that differs in one slip; the word itself where none or several do.

    Of a word and its plural the plural counts.
    """
    if word in _PHRASES:
        return _PHRASES[word]
    if len(word) < SHORTEST or not word.isascii() or not word.isalpha() or word in WORDS:
        return word
    return _nearest(word)


@lru_cache(maxsize=1024)
def _nearest(word: str) -> str:
    near = [known for known in WORDS if len(known) >= SHORTEST and is_one_slip(word, known)]
    near = [known for known in near if f"{known}s" not in near]
    return near[0] if len(near) == 1 else word


def is_one_slip(word: str, known: str) -> bool:
    """One letter left out, added, changed, or two neighbours exchanged (Damerau 1964).

    A letter at the very beginning is no slip: ``indefinite``, ``unbounded``, ``nonlinear``.
    """
    if abs(len(word) - len(known)) > 1 or word[0] != known[0]:
        return False
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    a, b = word[start:], known[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (len(a) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b if len(a) > len(b) else a == b[1:]
