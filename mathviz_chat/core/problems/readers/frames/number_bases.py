"""Numbers in other bases: one of a story in another base, and sums that stay in their base."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_RADIX: Final = {"binary": 2, "octal": 8, "denary": 10, "decimal": 10, "hexadecimal": 16, "hex": 16}
_NAME = rf"(?:{'|'.join(_RADIX)})"
_NOUN = r"(?:number|numbers|numeral|reading|code|value|string|signal|integer|form|notation|system)"
_USUAL = r"(?:ordinary |normal |usual |everyday |plain )*"
_ANSWER = r"(?:your |the )?(?:answer|result|sum|total|difference|it)"
_SUBSCRIPT = "#n in-base #n"


def _bases(found: Found, name: str) -> set[int]:
    return {_RADIX[word] for word in found.every(name)}


def _only(bases: Iterable[int]) -> int | None:
    distinct = set(bases)
    return distinct.pop() if len(distinct) == 1 else None


def _converted(found: Found) -> str | None:
    """From the base that the number is said to be in to the one that is asked for."""
    (digits,) = found.texts("digits")
    source = _only(_bases(found, "source"))
    target = _only(_bases(found, "target") | {int(base) for base in found.texts("")})
    if source is None or target is None or source == target or not digits.isdigit():
        return None
    return f"Convert {digits} (base {source}) to base {target}."


def _computed(found: Found) -> str | None:
    """Two numbers of one base, the result in the same base."""
    texts = found.texts("")
    numbers, told = (texts[::2], texts[1::2]) if found.word("written") else (texts, ())
    if len(numbers) == 3 and numbers[0] == "2":  # the two binary numbers
        numbers = numbers[1:]
    bases = {*map(int, (*told, *found.texts("kept"))), *_bases(found, "source")}
    base = _only(bases)
    if base is None or len(numbers) != 2 or not all(one.isdigit() for one in numbers):
        return None
    first, second = numbers if found.asked == "+" else numbers[::-1]
    return f"In base {base}, what is {first} {found.asked} {second}?"


def _pair(verb: str, joint: str) -> str:
    named = rf"(?:#n )?(?P<source>{_NAME}) numbers #n {joint} #n"
    return rf"{verb} (?:{named}|#n (?P<written>in-base) #n {joint} {_SUBSCRIPT})"


FRAMES: Final = (
    Pieces(
        words="binary|octal|denary|decimal|hexadecimal|hex|base",
        parts={
            "digits": (
                rf"(?P<source>{_NAME}) {_NOUN}?(?: (?:is|of|was|reads))? ?#n"
                rf"|#n (?:is )?(?:in|from) (?P<source>{_NAME})(?: {_NOUN})?"
            ),
        },
        asks={
            "converted": (
                r"(?:what is (?:this|that|it|this number)|what number is (?:this|that|it)"
                r"|(?:convert|change|translate|turn|rewrite|write|give|express) (?:this|that|it"
                r"|number"
                rf"|reading))(?: {_NOUN})? (?:in|to|into|as) {_USUAL}(?:(?P<target>{_NAME})(?: "
                rf"{_NOUN})?"
                r"(?: base #n)?|base #n)"
            )
        },
        says={"converted: digits": _converted},
        allowed="back old new",
    ),
    Pieces(
        words="binary|octal|denary|hexadecimal|hex|base",
        parts={
            "kept": (
                r"(?:and )?(?:leave|leaving|give|giving|write|writing|keep|keeping|express|with"
                r"|put)"
                rf" {_ANSWER} in (?:base #n|(?P<source>{_NAME}))(?: form| too| as well)?"
            ),
            "_get": r"what (?:should|do|would|will) (?:i|we|you) get|what is (?:result|answer)",
        },
        asks={
            "+": _pair(r"(?:add|find sum of|what is sum of|sum of)", "and"),
            "-": _pair("subtract", "from"),
        },
        says={f"{sign}: kept": _computed for sign in "+-"},
    ),
)
