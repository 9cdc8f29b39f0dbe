"""Factors of one number of a story: how many, the primes, the smallest one."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_LEAST: Final = {
    **dict.fromkeys(("smallest", "lowest", "least"), "smallest"),
    **dict.fromkeys(("largest", "biggest", "greatest", "highest"), "largest"),
}
_SAYING = (
    r"(?:(?:says|said|claims|claimed|thinks|told me|knows|know|mentioned|tells me)(?: that)? )?"
)


def _one(found: Found) -> str | None:
    """The one whole number of the story, however often it is named."""
    numbers = {text for name in found.roles if name != "ends" for text in found.texts(name)}
    return numbers.pop() if len(numbers) == 1 and all(n.isdigit() for n in numbers) else None


def _prime_factor(found: Found) -> str | None:
    number = _one(found)
    return number and f"What is the {_LEAST[found.word('which')]} prime factor of {number}?"


def _product(found: Found) -> str | None:
    number = _one(found)
    return number and f"Write {number} as a product of primes."


def _count(found: Found) -> str | None:
    """How many there are, with 1 and the number itself, which may be said."""
    number, ends = _one(found), found.texts("ends")
    if number is None or (ends and set(ends) != {"1", number}):
        return None
    return f"How many factors does {number} have?"


_NUMBER = r"(?:whole number |number )?#n"

FRAMES: Final = (
    Pieces(
        words="factor|divisor",
        parts={
            "number": (
                rf"{_SAYING}#n (?:isn't|isnt|is not|is not a|isn't a) prime(?: number)?|of #n"
            ),
        },
        asks={
            "which": (
                rf"(?:{FIND} )?(?:its )?(?P<which>{'|'.join(_LEAST)}) prime (?:factor|divisor)"
                r"(?: of it| of this number| it has)?(?: then)?"
            )
        },
        says={"which: number": _prime_factor, "which: number number": _prime_factor},
    ),
    Pieces(
        words="tree|prime|primes",
        parts={
            "tree": (
                rf"(?:draw|make|construct|sketch|using|use) factor tree (?:for|of) {_NUMBER}"
                r"(?: (?:and )?(?:use|using) (?:it|your tree|tree))?"
            ),
            "_hence": r"hence|(?:and )?(?:use|using) (?:it|your tree|this|tree)(?: to)?",
        },
        asks={
            "product": (
                rf"(?:write|express|give|show)(?: down)? (?:{_NUMBER}|it|number|this number) as "
                r"product"
                r" of (?:(?:its|powers of|prime|their) )*(?:primes|prime factors|prime numbers"
                r"|factors"
                r"|powers)(?: of primes| in index form| using indices| in index notation)?"
            )
        },
        says={"product: tree": _product},
    ),
    Pieces(
        words="factors|divisors",
        parts={
            "ends": (
                r"(?:both )?#n and #n (?:count|are counted|are included|included|counted)"
                r"(?: too| as well| also)?"
                r"|(?:counting|including|count|include|remember to count|with)(?: both)? #n and #n"
                r"(?: too| as well| also| itself)?"
            ),
        },
        asks={
            "count": (
                r"(?:find )?how many (?:(?:positive|different|distinct|whole number|whole) "
                r")*(?:factors"
                rf"|divisors) (?:does|has) {_NUMBER}(?: (?:have|got))?"
                r"|(?:find |work out |state |what is )?number of (?:(?:positive|different"
                r"|distinct) )*"
                rf"(?:factors|divisors) (?:of|that) {_NUMBER}(?: has)?"
            )
        },
        says={"count: ends ends": _count},
    ),
)
