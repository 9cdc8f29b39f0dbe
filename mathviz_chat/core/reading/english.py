"""English words that matter where prose and mathematics meet."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.reading.words import words

FUNCTION_WORDS: Final = words(
    """
    sin cos tan cot csc sinh cosh tanh arcsin arccos arctan asin acos atan ln sqrt cbrt pi theta
    grad alpha beta gamma delta lambda sigma omega phi psi mu
    """
)
"""Known words that are never English: mathematics wherever they stand."""

BEFORE_UNSAFE: Final = words(
    """
    half twice double doubled triple thrice minus plus times over negative divided
    multiplied squared cubed than quarter third
    twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
    """
)
"""Directly before a formula these take part in it, and the formula is not read."""

OF_UNSAFE: Final = words(
    """
    sum product difference quotient half halves third thirds quarter quarters fourth fourths
    fifth fifths sixth seventh eighth ninth tenth tenths square root cube ratio average mean
    median percent percentage derivative antiderivative integral fraction remainder limit
    logarithm log gcd lcm hcf factor multiple factorial reciprocal inverse negative power
    opposite negation complement conjugate argument modulus magnitude norm absolute part floor
    ceiling sign exponent exponential sine cosine tangent cotangent secant cosecant sin cos tan ln
    exp sqrt transpose determinant det rank trace adjugate adjoint cofactor numerator denominator
    digit digits mode range variance deviation minimum maximum min max roots squares cubes powers
    logarithms derivatives multiples factors tens dozen hundred thousand million billion
    """
)
"""``the sum of 5 and 3 = 8``: before "of" and a formula these take part in it."""

LEAD_INS: Final = words(
    """
    so then therefore thus hence now the a an and or but since because if when where let we
    have get obtain that this means is are gives give this finally first second next also as
    """
)
"""Words that are left off the beginning of a quantity's name: ``So the total cost = ...``."""
