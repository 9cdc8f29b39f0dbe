"""Slips of the keyboard in words of questions: a letter too many, missing, wrong or swapped.

One list of words, and one rule: a word that is one slip away from exactly one of them is mended,
unless it is an English word itself. Readers mend the words between the places for mathematics as
they go; a question that is not read as it stands is tried once more with all its words mended.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_WORDS = """
    about absolute acceleration across acute adjacent after algebra allowed along altogether
    angle angles another answer antiderivative apples approach approaches approximate
    approximation area arithmetic around arrange arrangements arrive arrived arrives ascending
    asymptotic augmented average axis balance bananas basis between bigger biggest binary binomial
    borrowed bounded brackets
    calculate calculus centered centre change characteristic cheaper cheapest circle circles
    circumference clockwise closed coefficient cofactor collect column combinations committee
    common compare complement completely complex component composite compound compute concave
    concavity concentration conjugate consecutive consider constant continuous converge
    convergence convergent converges convert coordinates correct critical cross curve cylinder
    daughter decide decimal decrease decreased decreases decreasing define defined definite
    degree degrees delta denominator deposit derivative derivatives derive descending
    determinant determine deviation diagonal diameter difference different differential
    differentiate differentiated differentiating differentiation digit digits direction directly
    discount discounted distance distances distribute diverge divergent diverges divide divided
    divides dividing division divisor domain double downstream dydx echelon eigenvalue
    eigenvalues eigenvector eigenvectors elapsed elementary elimination enclosed entries equal
    equals equation equations equilateral equivalent estimate evaluate evaluating every exactly
    exist exists expand expanded expansion explicit exponent exponential express expression
    exterior extraneous extrema extreme extremum factor factored factorise factorised factorize
    factors fibonacci figure finding first following follows form formula fourth fraction
    function functions gauss gaussian general geometric given global gradient graph greater
    greatest half harmonic height heights hemisphere hexadecimal hexagon highest horizontal
    hundred hundredth hundredths hypotenuse identity imaginary implicit implicitly improper
    increase increased increases increasing indefinite inequalities inequality infinite
    infinitely infinity inflection initial inner instantaneous integer integers integral
    integrals integrate integrated integrating integration interest interior intersect
    intersection interval intervals inverse inversely inversion inverted invertible inverting
    invested isosceles journey kilometers kilometres largest leading length lengths limit limits
    line linear local location logarithm lower lowest maclaurin magnitude many marbles matrices
    matrix maxima maximise maximize maximum median method midpoint minima minimum minutes mixed
    mixture modulus monotonic monotonically most much multiple multiples multiply nearest need
    negative nonzero norm normal number numbers numerator obtain octagon octal operation
    opposite order ordinary original orthogonal other parabola parallel parallelogram partial
    particular particularly parts pentagon percent percentage perimeter permutations
    perpendicular please point points polar polygon polynomial population positive possible power
    powers primitive probability problem product profit progression proportion proportional purchase
    pyramid quadratic quadrilateral quarter quartile question quotient radians radical radius
    randomly rank rate ratio rational rationalise rationalize rearrange reciprocal rectangle
    rectangles rectangular reduce reduced reflect region relative remainder remaining
    replacement respect resulting right root rotated rounded rounding satisfies satisfy
    satisfying scalar school second separable separation sequence series sigma significant
    simplest simplified simplify simultaneous single singular sixth slope smaller smallest
    solution solutions solve solving sphere square squares standard stationary straight student
    students subject substitute substitution subtract supplement surface system tangent taylor
    temperature term terms their there these third those thousand thousandth thousandths through
    together total touches transpose trapezium trapezoid travels triangle triangles triangular
    triple turning twice under unique unit upstream using value values variable variables
    variance vector vectors velocity vertical volume voucher weekday what's where which whole
    whose with without write written yards years zeros
"""
WORDS: Final = frozenset(_WORDS.split())
"""Correctly spelled words of questions."""

_SHORT_TARGETS = """
    angle answer brackets common digit equal every factor find fully limit please point power prime
    reduce root smaller solve terms value what where which years
"""
_SHORT: Final = frozenset(_SHORT_TARGETS.split())
"""Words of which a slip of four or five letters is mended."""

_OTHERS = """
    angels angie ankle answered apposite basics bight bind binding bounced brought brow bully
    center chance changed charge chat closer closet committed commute compete composer
    composted concert conversed converted counters curse decade deduce dice dig digits dint
    dividend divider domains due dully elation emery entrees equal equals evacuate eve even
    ever expended expensed faction factories factory field fields find finding finds fine fined
    finer fired fly fond fount full fuller fund funding gully hat hole hypothesis identify
    indent indicate inferior insect interacts interests internal intervene invent inverts
    invest invested investing investment joint kind leaking leaner leaving lending lever lime
    limes limits limp line lined linen liner liners lines loading locals lone lower matric
    mentioned mind minded mined minuses modules move mower novel numbed opinion order paint
    paints pint pints pointed points pointy poker polygonal poser pound powder power price
    prices pride prim prime primed prince print prints prize produce produces quantile quartet
    rates rational reading reduced regaining region retaining robot roof room roots rot
    rotation salve sampled satisfied seduce serves shaft shave shingle simplified simplifies
    simply slave slope small smalled smaller smelling sole solved solver solves sorts sound
    spelling spheres stall stare stated stationery students tailor taller teams tern terns that
    them then there thorough though thought three threw throw tiding tower trained treated
    tuning united unites units vale value values valve very victor victors waive want wanted
    wants watt wave well went were whale wheat when where which whit white whole whose wind
    witch word world wound
"""
OTHER_WORDS: Final = frozenset(_OTHERS.split()) - WORDS
"""English words that are one slip away from one of the list, and none of its slips."""

_FIXED: Final = {
    "whats": "what's",
    "befor": "before",
    "numbr": "number",
    "neice": "niece",
    "gose": "goes",
    "wats": "what's",
    "pythagorus": "pythagoras",
    "pythagarus": "pythagoras",
    "pythagores": "pythagoras",
    "wat": "what",
    "avg": "average",
    "limt": "limit",
    "thm": "them",
    "thay": "they",
    "thru": "through",
    "sytem": "system",
    "piont": "point",
    "biger": "bigger",
    "teh": "the",
    "hte": "the",
    "fo": "of",
    "fidn": "find",
    "fnd": "find",
    "waht": "what",
    "whta": "what",
    "solv": "solve",
    "wich": "which",
    "yaer": "year",
    "febuary": "february",
    "finsih": "finish",
    "flys": "flies",
    "workng": "working",
    "calc": "calculate",
    "calculater": "calculator",
    "deriv": "derivative",
    "antideriv": "antiderivative",
    "eqn": "equation",
    "eqns": "equations",
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
    "antiderivate": "antiderivative",
    "inflexion": "inflection",
    "differentation": "differentiation",
    "determinate": "determinant",
    "equasion": "equation",
    "squence": "sequence",
    "accross": "across",
    "becuase": "because",
    "becasue": "because",
    "lader": "ladder",
    "untill": "until",
    "rite": "write",
    "theres": "there's",
    "theyre": "they're",
    "thats": "that's",
    "begining": "beginning",
    "theese": "these",
    "tems": "terms",
    "rowes": "rows",
    "fuly": "fully",
    "serie": "series",
    "oder": "order",
    "smaler": "smaller",
    "devide": "divide",
    "deviding": "dividing",
    "wher": "where",
    "slove": "solve",
    "sovle": "solve",
    "plese": "please",
    "pleese": "please",
    "awnser": "answer",
    "anwser": "answer",
    "eigenvaleus": "eigenvalues",
    "invertable": "invertible",
}
"""Slips and short forms that the rule does not mend."""

SHORTEST: Final = 6
"""Shorter words may be another word with one letter changed, and are left as they are."""

_WORD = re.compile(r"(?<![\\\w'-])[A-Za-z][a-z]+(?![\w'-]|\()")
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?:]\s|\n)\W*$")


def is_known(word: str) -> bool:
    """Whether the word stands in a list of this module."""
    return word in WORDS or word in _FIXED


def respelled(text: str) -> str:
    """The text with each slip mended; capitalised names are left as they are."""

    names = {
        match[0] for match in _WORD.finditer(text) if match[0][0].isupper() and not _starts(match)
    }

    def put_right(match: re.Match[str]) -> str:
        word = match[0]
        if word[0].isupper() and (word in names or not _starts(match)):
            return word
        right = corrected(word.lower())
        if right == word.lower():
            return word
        return right.capitalize() if word[0].isupper() else right

    return _WORD.sub(put_right, text)


def _starts(match: re.Match[str]) -> bool:
    """Whether a word begins a sentence, where a capital makes it no name."""
    return _STARTS_SENTENCE.search(match.string[: match.start()]) is not None


def mended(word: str) -> str:
    """A word of a sentence put right; one with capitals inside, and a short one, is left."""
    if len(word) < SHORTEST or not word[1:].islower():
        return word
    right = corrected(word.lower())
    return word if right == word.lower() else right


@lru_cache(maxsize=4096)
def corrected(word: str) -> str:
    """The known word that differs in one slip; the word itself where none or several do.

    Of a word and its plural the plural counts.
    """
    if word in _FIXED:
        return _FIXED[word]
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    if word in WORDS or word in OTHER_WORDS or _is_inflected(word):
        return word
    known = WORDS if len(word) >= SHORTEST else _SHORT
    near = [one for one in known if len(one) >= 4 and is_one_slip(word, one)]
    near = [one for one in near if f"{one}s" not in near]
    return near[0] if len(near) == 1 else word


def _is_inflected(word: str) -> bool:
    """``divisors``, ``factored``, ``discounts``: another form of a known word."""
    return any(word.endswith(end) and word[: -len(end)] in WORDS for end in ("s", "d", "r", "ed"))


def is_one_slip(word: str, known: str) -> bool:
    """One letter left out, added, changed, or two neighbours exchanged (Damerau 1964).

    A letter at the very beginning is no slip: ``indefinite``, ``unbounded``, ``nonlinear``; a
    letter more or less at the very end is another form of the word.
    """
    if abs(len(word) - len(known)) > 1 or word[0] != known[0]:
        return False
    if word.startswith(known) or (known.startswith(word) and known[-1] in "sdr"):
        return False
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    a, b = word[start:], known[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (len(a) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b if len(a) > len(b) else a == b[1:]
