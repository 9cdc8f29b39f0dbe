"""Digits of numbers by their places, and what they are worth there."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.templates import written

_PLACES = (
    r"(?:ones|units|tens|hundreds|thousands|ten thousands|hundred thousands|millions|tenths"
    r"|hundredths|thousandths|ten thousandths)"
)


def _digit(found: Found) -> str | None:
    ((number,), place) = found.texts("number"), found.word("place")
    return f"What is the {place} digit of {number}?" if place else None


def _worth(digit: str, number: str) -> Fraction | None:
    """What a digit is worth in a number in which it stands once."""
    if len(digit) != 1 or number.count(digit) != 1 or digit == "0":
        return None
    whole, _, decimals = number.partition(".")
    if not (whole + decimals).isdigit():
        return None
    places = len(whole) - 1 - (whole + decimals).index(digit)
    return int(digit) * Fraction(10) ** places


def _ratio(found: Found) -> str | None:
    first, one, second, other = found.texts("")
    more, less = _worth(first, one), _worth(second, other)
    if more is None or less is None or more <= less:
        return None
    return f"What is ({written(more)})/({written(less)})?"


def _represents(found: Found) -> str | None:
    digit, number = found.texts("")
    if _worth(digit, number) is None:
        return None
    return f"What is the value of the digit {digit} in {number}?"


_VALUE = r"(?:value|worth) of (?:digit )?#n in #n"

FRAMES: Final = (
    Pieces(
        words="represent|represents|stand|stands|mean|worth|value",
        parts={},
        asks={
            "value": (
                r"what (?:does|is|do)(?: (?:digit|figure|number))? #n in (?:number )?#n "
                r"(?:represent|stand "
                r"for|mean|worth)(?: in this number)?"
                r"|(?:what|how much)(?: value)? (?:does|is|do)(?: (?:digit|figure))? #n "
                r"(?:represent|stand "
                r"for|mean|worth|have|represents) in (?:number )?#n"
            )
        },
        says={"value:": _represents},
    ),
    Pieces(
        words="digit",
        parts={
            "number": (
                r"(?:(?:look|looking) at |in |of |consider |take |given )?(?:decimal number "
                r"|number "
                r"|decimal )?#n"
            )
        },
        asks={
            "digit": (
                r"(?:which|what) digit (?:is|stands|sits|lies|appears|do you find|can be found"
                r"|is found"
                rf"|is there) (?:in|at) (?P<place>{_PLACES}) (?:place|column|position)"
                rf"|(?:which|what) digit is in (?P<place>{_PLACES})"
                rf"|(?:which|what) (?:digit )?is (?P<place>{_PLACES}) digit(?: (?:of|in))?"
                rf"|(?:state|give|name|find|write down) (?:digit )?in (?P<place>{_PLACES}) "
                r"(?:place|column|position)"
            )
        },
        says={"digit: number": _digit},
        allowed="decimal",
    ),
    Pieces(
        words="value|worth",
        parts={},
        asks={
            "ratio": (
                r"how many times (?:greater|bigger|larger|as great|as big|as much|more)(?: is)? "
                rf"{_VALUE}"
                rf" (?:than|as|compared with|compared to) {_VALUE}"
                rf"|how many times {_VALUE} is {_VALUE}"
            )
        },
        says={"ratio:": _ratio},
    ),
)
