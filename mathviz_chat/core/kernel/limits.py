"""Caps on what is evaluated, and the three ways in which the kernel declines, as sentences.

FLINT has no caps of its own, so everything is measured before it is computed. The figures keep
one question below about a second and a few dozen MiB; a question above them is *undecided*.
"""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.proof.polynomials import Declined, TooLarge, Undefined, Unsupported

MAX_NODES = 8_000  # of one tree, after sums and products have been written out
MAX_DEPTH = 220  # nesting of one tree; every walk is recursive
MAX_BITS = 50_000  # of one integer (about 15,000 decimal digits)
MAX_DEGREE = 2_000  # of a polynomial, and any whole exponent of one
MAX_TERMS = 6_000  # of a polynomial
MAX_PRODUCT = 400_000  # terms times terms of one multiplication
MAX_GENERATORS = 20  # variables and other functions in one normal form
MAX_EXPANSION = 1_000  # summands of a sum or factors of a product that is written out
MAX_FACTORIAL = 3_000  # argument of a factorial or upper entry of a binomial
MAX_ROOT_INDEX = 60  # of a radical, and the common multiple of several
MAX_CYCLOTOMIC = 1_440  # order of a root of unity
MAX_SOLVING_DEGREE = 60  # of a polynomial whose real roots are isolated
MAX_BRANCHES = 64  # sign choices of absolute values in one equation
MAX_FACTORED_BITS = 70  # integers above are not factored completely
MAX_COEFFICIENT_BITS = 4_000  # of a polynomial whose real roots are isolated

__all__ = ["Declined", "TooLarge", "Undefined", "Unsupported", "sentence"]

_PLAIN: Final = {
    "log, written like this": "log without a base (write log_10, or ln)",
    "!=": "division by zero, or 0^0",
    ">=": "an even root or a fractional power of a negative number",
    ">": "the logarithm of a number that is not positive",
    "-1..1": "the angle of a sine or cosine outside -1 to 1",
}
"""What the proof core says in signs."""


def sentence(error: Exception) -> str:
    """Why there is no answer, for a student: around the phrase or clause that the error holds."""
    said = str(error)
    match error:
        case Unsupported():
            return f"The checker has no rule for {_PLAIN.get(said, said)}."
        case TooLarge():
            return f"It is {said}."
        case Undefined():
            return f"A part of it has no value: {_PLAIN.get(said, said)}."
        case _:
            return f"{said[:1].upper()}{said[1:].rstrip('.')}."
