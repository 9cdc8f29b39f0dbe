"""The words beside a claim that change nothing about it: the written list that a line is held to.

A line is proved as a whole: what stands on it belongs to a claim that is read, or to these lists.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.reading.tree import Abs, Derivative, Integral, Limit
from mathviz_chat.core.reading.words import words

CONNECTING: Final = words(
    """
    so then therefore thus hence and or but i.e viz which giving gives means implies that is it
    we get
    """
)
"""Between two claims: what is before them belongs to the first, what is after to the second."""

HARMLESS: Final = CONNECTING | words(
    """
    a an the are was be been being has have had got gets give given obtain obtained find found
    see know known note now this since because as for of in into from provided implies imply to
    by with on at where when here there these those they them its our us you your let let's lets
    can must should also too again already just simply clearly obviously easily directly
    immediately indeed exactly precisely overall finally lastly first second third next before
    after earlier later both each all every any some same such once more further back off out
    required needed wanted desired asked claimed expected stated promised hoped shown proved
    proven proof qed q.e.d done end finished complete completed solved answer answers solution
    solutions root roots result results value values final candidate candidates algorithm
    altogether total log number numbers theorem theorems fundamental binomial standard interval
    notation itself themselves hospital property respective respectively decimal radian-measure
    contradiction set sets true correct right valid fine good ok okay yes nice great works work
    fits fit agrees agree matches match satisfies satisfy satisfied holds hold checks check
    checked verified verifies confirmed confirms accepted consistent equals equal equivalent
    identical side sides left left-hand right-hand hand lhs rhs equation equations identity
    identities inequality inequalities formula formulas formulae rule rules law laws definition
    definitions properties expression expressions term terms line lines step steps case cases
    row rows column columns part parts method methods question problem power powers constant
    constants coefficient coefficients factor factors bracket brackets fraction fractions
    denominator denominators numerator numerators exponent exponents logarithm logarithms logs
    linearity distributive distributivity commutative associative symmetry substitution
    substitutions elimination integration differentiation function functions trigonometric
    trigonometry pythagorean pythagoras pythagoras's pythagoras' addition subtraction
    multiplication division arithmetic algebra algebraic calculation calculations computation
    system working l'hôpital's l'hopital's l'hôpital l'hopital euler's vieta's bayes bayes'
    bayes's cramer's heron's moivre's de quadratic linear cubic polynomial polynomials variable
    variables unknown unknowns unit units taken taking using use used applying applied apply
    collecting combining combined cancelling canceling cancel cancelled simplifying simplify
    simplified simplification rearranging rearranged rearrangement factoring factorising
    factorizing factored factorised factorisation factorization expanding expanded expansion
    dividing divided multiplying multiplied adding added subtracting subtracted substituting
    substituted plugging putting isolating isolated solving solve evaluated evaluating
    differentiating integrating reducing reduced rationalising rationalizing cross-multiplying
    comparing compare distributing like likewise similarly simplest lowest form exact vertex
    full fully general respect want looking were need course
    """
)
"""Words after a formula of mathematics that leave it as it is."""

PHRASES: Final = re.compile(
    r"\bno\s+(?:other|further|more)\s+(?:solutions?|roots?|values?)\b"
    r"|\b(?:the|is|its|an?|and)\s+(?:only|unique|double|repeated)\s+(?:real\s+)?(?:solutions?|roots?)\b"
    r"|\((?:a\s+)?(?:double|repeated)\s+root\)|^\W*only\W*$"
    r"|\b(?:two|both|the\s+two|the\s+three)\s+(?:sides|roots|solutions|values|equations)\b"
    r"|\b(?:sums?|differences?|products?|quotients?|chain|reciprocal|sines?|cosines?|double|half"
    r"|zero|angles?)[- ](?:[a-z]+[- ])?(?:rules?|laws?|formulas?|formulae|identity|identities"
    r"|property|theorem)\b|\b(?:where\s+)?\$?[a-z]\$?\s+(?:is\s+)?(?:measured\s+)?in\s+radians\b"
    r"|\b[a-z]\s+(?:in|∈)\s*(?=[\ue000-\uf8ff])"
    r"|\blaws?\s+of\s+(?:sines|cosines|exponents|logarithms)\b|\bin\s+terms\s+of\b"
    r"|\bcommon\s+denominator\s+(?:of\s+|is\s+)?(?:[\ue000-\uf8ff]|\d+)"
    r"|\bdifference\s+of\s+(?:two\s+)?(?:squares|cubes)\b|\bcomplet(?:ed|ing)\s+the\s+square\b"
    r"|\bperfect\s+square(?:\s+trinomial)?\b|\b(?:square|cubic|sq\.?)\s+units?\b"
    r"|\b(?:possible\s+|different\s+)?(?:ways|choices)\b"
    r"|\b(?:the\s+)?(?:inequality\s+)?sign\s+flips\b|\bboth\s+signs\b|\breversing\s+the\s+(?:inequality\s+)?sign\b"
    r"|\bentry\s+by\s+entry\b|\bterm\s+by\s+term\b|\bas\s+(?:above|below|before|required|desired|expected|claimed)\b",
    re.IGNORECASE,
)
"""Words that only together leave it as it is."""

RESPECT: Final = re.compile(r"\bwith\s+respect\s+to\s+\$?([a-z])\b\$?", re.IGNORECASE)
"""What is said of the variable of a derivative."""

REASONS: Final = words(
    """
    by using since because via applying due thanks recalling recall ∵ dividing subtracting
    adding multiplying substituting plugging factoring factorising taking squaring subtract add
    divide multiply cancelling canceling collecting combining simplifying expanding
    """
)
"""After one of these, what is claimed gets a reason: its words are no part of it."""

NAMES: Final = (
    (Integral, words("integral antiderivative area under curve")),
    (Derivative, words("derivative slope differentiation")),
    (Limit, words("limit")),
    (Abs, words("absolute length magnitude")),
)
"""What names a value of that kind: ``∫ 2x dx = x^2 + C, the antiderivative``."""

ABOUT: Final = words("about approximately roughly nearly around approx rounded")
"""Before a value that is rounded."""

PREPOSITIONS: Final = words("in for per every of at on to after than with from each within by")
"""In a story a quantity after one of these tells more of it: ``= 240 pages in 4 hours``."""

FOR_ALL: Final = re.compile(
    r"\bfor\s+(?:all|any|every|each|arbitrary)\s+(?:real\s+|values?\s+of\s+|numbers?\s+)*\$?[a-z]\b\$?"
    r"(?:\s*(?:and|,)\s*\$?[a-z]\b\$?)?",
    re.IGNORECASE,
)
"""After what is claimed for all values: nothing new."""

CONSTANT: Final = re.compile(
    r"[\s,;$(]*(?:(?:where|with|for|and|here)\s+)?(?:(?:some|any|an?|the|arbitrary|real)\s+)*"
    r"(?:constant\s+)?\$?C(?:_?[12₁₂])?\$?(?:\s+(?:is|being))?"
    r"(?:\s+(?:an?|the|any|some|arbitrary|real|constant|number|of|integration))*[\s).,$]*",
)
"""``where C is the constant of integration``."""

CHANGES: Final = re.compile(
    r"\b(?:except|excluding|unless|inclusive|exclusive|or\s+(?:equal|more|less|fewer|so)|strictly"
    r"|simultaneously|doubled|halved|tripled|squared|cubed|negated|inverted|not\s+equal|must\s+be"
    r"|but\s+not|rounded\s+(?:up|down)|other\s+than|only\s+if|only\s+when|and\s+so\s+(?:on|forth)"
    r"|(?:one|first|second|last)\s+of)\b"
    r"|^\s+!|^\s*(?:degrees?|radians?|rad|to\s+the\s+power)\b",
    re.IGNORECASE,
)
"""Words after a formula that change what it says, in a story as well: ``x = ±3 except x = 3``."""

_KINDS: Final = (
    r"(?:positive|negative|non-?(?:negative|positive|zero)|integers?|integral|naturals?|whole|even|odd"
    r"|rationals?|primes?|modulo|mod)"
)
COMPARES: Final = re.compile(
    r"\b(?:(?:more|less|fewer|other|greater|smaller|larger|bigger|rather|further|longer)\s+than|at\s+least"
    r"|at\s+most|over|under|above|below|nearly|almost|half\s+of|up\s+to|until|between|except|without)"
    r"\s*\$?$",
    re.IGNORECASE,
)
"""Words before a value that make another one of it: ``more than 12``."""

RESTRICTS: Final = re.compile(
    rf"\b(?:for|if|when|where|assuming|over|among|only|considering|in|within)\s+(?:\$?\w+\$?\s+){{0,3}}"
    rf"{_KINDS}\b(?!\s+(?:numbers?\s+(?:reverses|flips)|coefficients?|roots?|signs?))",
    re.IGNORECASE,
)
"""Words before a condition that leave out some of its values: ``for positive x``."""

OF_A_KIND: Final = re.compile(rf"\b{_KINDS}\b", re.IGNORECASE)
"""Words within a reason that may do the same: ``since x is positive``."""
