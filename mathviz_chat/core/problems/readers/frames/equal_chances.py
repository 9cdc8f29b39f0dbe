"""Chances where each of a few outcomes is as likely as any other: spinners, letters, coin and "
"die."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.chances import CHANCE, DRAWN, RANDOM
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces


def _spun(found: Found) -> str | None:
    """A number from 1 to the last one of a wheel, each as likely as any other."""
    *counts, low, high = found.texts("spinner")
    if low != "1" or not high.isdigit() or any(count != high for count in counts):
        return None
    what = " ".join(filter(None, (found.word("what"), *found.texts(""))))
    return (
        f"A number is chosen at random from 1 to {high}. What is the probability that it is {what}?"
    )


_SPINNER: Final = Pieces(
    words="spinner|wheel|sectors|sections",
    parts={
        "spinner": (
            r"(?:with |has |into )?(?:#n )?(?:equal |equally likely )*(?:sectors|sections|parts"
            r"|segments|"
            r"sides|numbers)(?: (?:that are|which are|are))? (?:numbered|labelled|marked) (?:from "
            r")?#n to #n"
        ),
        "_spun": r"(?:is )?spun(?: once)?",
    },
    asks={
        "spun": (
            rf"{CHANCE}(?: (?:that|it|lands|landing|stops|on|getting|get|spinning|scoring|number"
            rf"|that is|"
            rf"is|will|land|score))* (?:(?P<what>greater than|more than|less than|bigger than"
            rf"|smaller than|"
            rf"higher than|lower than|multiple of|factor of) #n|(?P<what>even|odd|prime)(?: "
            rf"number)?)"
        )
    },
    says={
        "spun: spinner spinner": _spun,
        "spun: spinner spinner spinner": _spun,
    },
    allowed="has divided into numbered",
)


def _letter(found: Found) -> str | None:
    """One letter of a word, where each place is as likely as any other."""
    name, asked = found.word("name"), found.word("asked")
    wanted = {"vowel": "aeiou", "consonant": "bcdfghjklmnpqrstvwxz"}.get(asked, asked)
    hits = sum(letter in wanted for letter in name)
    if asked == "consonant" and "y" in name:
        return None
    return f"Calculate {hits}/{len(name)}." if len(wanted) != 1 or hits else None


_LETTERS: Final = Pieces(
    words="letter",
    parts={
        "word": (
            rf"(?:one |single )?letter (?:is )?(?:{DRAWN})?(?: (?:at random|randomly))? ?(?:from"
            rf"|of) "
            r"(?:letters of )?(?:word )(?P<name>probability|statistics|chance|[a-z]{3,})(?: (?:at "
            r"random|randomly))?"
        ),
        "_random": RANDOM,
    },
    asks={
        "letter": (
            rf"{CHANCE}(?: (?:that|it|is|will|be|of|getting|choosing|picking|letter))* "
            r"(?P<asked>vowel|consonant|[a-z])"
        )
    },
    says={"letter: word": _letter},
)


def _coin_and_die(found: Found) -> str | None:
    faces = found.texts("")
    if faces:
        return "Calculate 1/2*1/6." if faces[0] in "123456" and len(faces[0]) == 1 else None
    return "Calculate 1/2*1/2."


_COIN_AND_DIE: Final = Pieces(
    words="coin",
    parts={
        "coin": r"(?:fair )?coin (?:is )?(?:flipped|tossed|thrown)",
        "die": (
            r"(?:and )?(?:fair |six-sided |ordinary )*(?:die|dice) (?:is )?(?:rolled|thrown|tossed)"
        ),
        "_fair": r"(?:fair|ordinary|at same time|together|once)",
    },
    asks={
        "both": (
            rf"{CHANCE}(?: (?:that|getting|of|get|you|i|obtaining))* (?:heads?|tails?)(?: on "
            rf"coin)? and "
            r"(?:number )?(?:#n|(?:even|odd) number)(?: on (?:die|dice))?"
        )
    },
    says={"both: coin die": _coin_and_die},
)

FRAMES: Final = (_SPINNER, _LETTERS, _COIN_AND_DIE)
