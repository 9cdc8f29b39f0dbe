"""The words beside a claim that change nothing about it: the written list that a line is held to.

A line is proved as a whole: what stands on it belongs to a claim that is read, or to these lists.
"""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.reading.words import words

CONNECTING: Final = words(
    """
    so then therefore thus hence and or but i.e viz which giving gives means that is it we get
    """
)
"""Between two claims: what is before them belongs to the first, what is after to the second."""

HARMLESS: Final = CONNECTING | words(
    """
    a an the are was be been being has have had got gets give given obtain obtained find found see
    know known note now this since because as for of in to by with on at where here there these
    those they them its our us you your let let's lets can must should also too again already just
    simply clearly obviously easily directly immediately indeed exactly precisely overall finally
    lastly first second third next before after above below earlier later both each all every any
    some same such once more further back off out up such
    required needed wanted desired asked claimed expected stated promised hoped shown proved proven
    proof qed q.e.d done end finished complete completed solved answer answers solution solutions
    root roots zero zeros zeroes result results value values final candidate candidates
    true correct right valid fine good ok okay yes nice great works work fits fit agrees agree
    matches match satisfies satisfy satisfied holds hold checks check checked verified verifies
    confirmed confirms accepted consistent equals equal equivalent identical
    side sides left left-hand right-hand hand lhs rhs equation equations identity identities
    inequality inequalities formula formulas formulae rule rules law laws theorem definition
    definitions property properties expression expressions term terms line lines step steps case
    cases row rows column columns part parts method methods question problem
    power powers constant constants coefficient coefficients factor factors bracket brackets
    fraction fractions denominator denominators numerator numerators exponent exponents logarithm
    logarithms logs linearity distributive distributivity commutative associative symmetry
    substitution substitutions elimination integration differentiation function functions
    trigonometric trigonometry pythagorean pythagoras pythagoras's pythagoras' addition subtraction
    multiplication division arithmetic algebra algebraic calculation calculations computation
    working l'hôpital's l'hopital's l'hôpital l'hopital euler's vieta's bayes bayes' bayes's
    cramer's heron's moivre's de quadratic linear cubic polynomial polynomials variable variables
    unknown unknowns unit units taken taking using use used applying applied apply
    collecting combining combined cancelling canceling cancel cancelled simplifying simplify
    simplified simplification rearranging rearranged rearrangement factoring factorising factorizing
    factored factorised factorisation factorization expanding expanded expansion dividing divided
    multiplying multiplied adding added subtracting subtracted substituting substituted plugging
    putting isolating isolated solving solve evaluated evaluating differentiating integrating
    reducing reduced rationalising rationalizing cross-multiplying comparing compare distributing
    like likewise similarly simplest lowest form exact standard vertex full fully general respect
    want looking were need course
    """
)
"""Words after a formula of mathematics that leave it as it is."""

PHRASES: Final = re.compile(
    r"\b(?:no\s+(?:other|further|more)\s+(?:solutions?|roots?|values?)"
    r"|(?:the|is|its|an?)\s+(?:only|unique|double|repeated|one|two|three)\s+(?:real\s+)?(?:solutions?|roots?|sides)"
    r"|(?:sum|difference|product|quotient|chain|power|reciprocal|constant|multiple|addition|sines?|cosines?"
    r"|angles?|double|half|[- ])+\s+(?:rules?|laws?|formulas?|formulae|identity|identities|theorem)"
    r"|law\s+of\s+(?:sines|cosines)|difference\s+of\s+(?:two\s+)?(?:squares|cubes)"
    r"|complet(?:ed|ing)\s+the\s+square|perfect\s+square|common\s+denominator"
    r"|(?:square|cubic|sq\.?)\s+units?)\b",
    re.IGNORECASE,
)
"""Words that only together leave it as it is."""

OPERATING: Final = words(
    """
    by adding subtracting dividing multiplying substituting plugging putting taking factoring
    cancelling canceling using
    """
)
"""``after dividing by 2``, ``by adding 3``: a number after one of these says how, not what."""

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
    r"\b(?:except|excluding|unless|inclusive|exclusive|or\s+(?:equal|more|less|fewer)|strictly"
    r"|simultaneously|doubled|halved|tripled|squared|cubed|negated|inverted|not\s+equal|must\s+be"
    r"|but\s+not|rounded\s+(?:up|down)|to\s+the\s+power|other\s+than|only\s+if|only\s+when)\b"
    r"|^\s*(?:degrees?|radians?|rad)\b",
    re.IGNORECASE,
)
"""Words after a formula that change what it says, in a story as well: ``x = ±3 except x = 3``."""

RESTRICTS: Final = re.compile(
    r"\b(?:for|if|when|where|assuming|with|over|among|only|considering)\s+(?:\w+\s+)?"
    r"(?:positive|negative|non-?\w+|integers?|integral|natural|whole|even|odd|rational|primes?)\b",
    re.IGNORECASE,
)
"""Words before a condition that leave out some of its values: ``for positive x``."""
