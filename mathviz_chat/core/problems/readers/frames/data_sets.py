"""Values that a story lists: their mean, median, mode, range and spread, and their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from mathviz_chat.core.problems import terms
from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.data_words import (
    ALLOWED,
    RUN,
    THING,
    VALUE,
    WHOSE,
    numbers,
)
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.tokens import Token

_LIST: Final = re.compile(RUN.replace("#e", r"#[a-z]\d+"))
_OF = (
    rf"(?: (?:of|for) (?:all |all of )?(?:{WHOSE} )?(?:{WHOSE} |#n )?(?:\w+ )?{THING})?"
    rf"(?: {THING})?(?: of (?:these|those|them))?"
)
_COUNT: Final = (
    r"#n [a-z]\w* (?:gave|give|gives|read|took|have|got|scored|weigh|weighed|measured)(?= ~)"
    r"|(?<![a-z] )#n(?: [a-z]\w*){1,2}|#n(?: [a-z]\w*){1,3}(?= ~)|(?:on|in|over) (?:last )?#t"
    rf"|(?:in|over|of|these|those|all|on|from|for|took|took|has|have|had|are|were|{WHOSE}) "
    r"(?:last "
    r"|first )?#n(?: [a-z]\w*){1,2}"
)
"""How many values there are: in front of them, or behind a word that leads to it."""


_COUNTED: Final = re.compile(
    r"\b(?:these|those|all|last|first|next|following|of its|of their) #[a-z]\d+ #"
)
"""``the mean of these five: 3, 4, ...``: the first number is none of the values."""


_MEASURE: Final = re.compile(
    r"\b(?:mean(?: average)?|average|median|mode|modal|(?:interquartile )?range|variance|deviation"
    r"|quartile|sum|total|product|difference)\b"
)
"""``the mean and the variance of 2, 4, 4``: two are asked for, and a frame finds one."""


_OWN = (
    "population sample whole entire variance median mean mode modal range average deviation "
    "standard order ascending descending increasing decreasing smallest largest least greatest "
    "lowest highest most common frequent middle divide divided dividing divisor minus exact "
    "number numbers set rate rates area areas volume volumes angle angles width widths depth "
    "depths list sort rank weight weights height heights length lengths distance distances mass "
    "time times point points score scored fraction fractions decimal decimals one first last "
    "arithmetic place places degree degrees figure figures value values integer integers positive "
    "speed speeds size sizes line lines test tests random complete full position positions"
)
_OWN_TERMS: Final = frozenset(_OWN.split())
"""Words of mathematics that stand beside a list of values and ask nothing more of it."""


def _asks_more(found: Found) -> bool:
    """``the mean of the gcd of 2, 4``, ``the mean, ignoring the sign``, ``in binary``."""
    words = set(re.findall(r"(?<![#a-z])[a-z]+", found.text))
    return any(terms.is_term(word) for word in words - _OWN_TERMS)


def _listed(found: Found) -> str | None:
    """The values of the one list, as many as the story says there are."""
    if len(_MEASURE.findall(found.text)) > 1 or _asks_more(found):
        return None
    return _counted(found, numbers(found.roles["value"]))


def _counted(found: Found, numbers: list[str] | None) -> str | None:
    """The values, where they are those of the one list, as many as are said to be there."""
    runs, tokens = _LIST.findall(found.text), found.roles["value"]
    if numbers is None or len(numbers) < 2:
        return None
    if max(run.count("#") for run in runs) != len(tokens) or _COUNTED.search(found.text):
        return None
    counts = (*found.texts("count"), *found.texts("_treated"))
    if any(value(count) != len(tokens) for count in counts):
        return None
    return ", ".join(numbers)


def _of(what: str) -> Callable[[Found], str | None]:
    def says(found: Found) -> str | None:
        listed = _listed(found)
        return listed and f"Find the {what} of {listed}."

    return says


_ASKED = rf"(?:{FIND} )?(?:{WHOSE} )?"
_MEASURES: Final = {
    "mean": rf"(?:arithmetic )?(?:mean|average)(?: average)?{_OF}",
    "median": rf"(?:middle (?:number|value) )?median{_OF}",
    "mode": rf"(?:mode|modal {THING}(?: of \w+)?|most (?:common|frequent) {THING}){_OF}",
    "range": rf"range{_OF}",
}
_KIND = r"(?P<kind>sample|population)"
_SPREADS: Final = {
    one: rf"{_ASKED}(?:{_KIND} )?{one}{_OF}(?: of number of \w+)?"
    for one in ("variance", "standard deviation")
}
_DIVISORS: Final = {"n-minus": "sample", "n": "population"}
_KINDS: Final = (
    r"(?:as |from |of |for |is |are |form |make up |it's |be )*(?:whole |entire |complete |full "
    rf"|random |small )*{_KIND}"
    r"|(?:to )?(?:divide|divided|dividing|divides|with divisor|with|divisor|use|using|by)"
    r" (?:by )?(?P<divisor>n-minus|n)"
    r"(?: one)?"
)
_TREATED: Final = (
    r"(?:treat|treating|treated|taking|taken|take|regard|regarding|consider|considering|if|were)"
    rf"(?: (?:{WHOSE}|them|as|are|were))*(?: #n)?(?: {THING})?(?: as)?"
)


def _spread(found: Found) -> str | None:
    """Of a sample or of a population, whichever is said; None where neither is, or both."""
    kinds = {*found.every("kind"), *(_DIVISORS[one] for one in found.every("divisor"))}
    listed = _listed(found)
    if listed is None or len(kinds) != 1 or {"n", "n-minus"} <= {*found.text.split()}:
        return None
    return f"Find the {kinds.pop()} {found.asked} of {listed}."


_IT = (
    r"what (?:is|was) (?:it|answer|result)|here (?:are|is) (?:some |my |our |list of |set of )*"
    rf"(?:[a-z]+ )?{THING}"
)
_UNIT = (
    r"(?:all )?(?:measured |given |recorded |counted )?in (?:degrees )?[a-z]+"
    r"(?= #| \.| were| are| was| is|$)"
)
_FORM = (
    r"(?:as|giving|give|leave|leaving|in)(?: your| answer| it| as)* (?:exact |simplified |single "
    r")*fraction"
)
_SHAPES: Final = ("value+", "count value+", "count count value+")
_RISING: Final = (
    r"(?:lowest|smallest|shortest|lightest|coldest|cheapest|youngest|least|narrowest|thinnest"
    r"|low|small|short|light|cold|cheap|coolest|cool|minimum|min|nearest|closest)"
)
_FALLING: Final = (
    r"(?:highest|largest|biggest|longest|tallest|heaviest|warmest|hottest|oldest|greatest|widest"
    r"|dearest|high|large|big|long|tall|heavy|warm|hot|most expensive|most|maximum|max|farthest"
    r"|thickest)"
)
_UP: Final = r"(?:ascending|increasing|rising)"
_DOWN: Final = r"(?:descending|decreasing|falling)"


def _order(first: str, last: str, name: str) -> str:
    """``starting with coldest``, ``from coldest to warmest``, ``in ascending order``."""
    with_thing = rf"{first}(?: (?:one|{THING}))?"
    return (
        rf"(?:(?:please )?(?:list|put|write|arrange|sort|order|rank|place|give|state)(?: down)? "
        rf"(?:(?:them|{WHOSE}|{THING}|out|all|down|in order|in order of size|of #n) ?)*)?"
        rf"(?:(?:starting|beginning|start|begin)(?: off)? (?:with|from|at) {with_thing}"
        rf"|(?:from )?{with_thing} (?:to|through to|down to|up to) {last}(?: {THING})?"
        rf"|(?:with )?{with_thing} (?:one )?(?:comes |being |at )?(?:first|front)"
        rf"|(?:(?:in|into) )?{name}(?: order)?)(?: of size)?"
    )


def _sorted(found: Found) -> str | None:
    """In the units that they have, which may be several of one kind."""
    measures = _measures(found.roles["value"])
    listed = _counted(found, measures) if measures else _listed(found)
    return listed and f"Sort {listed} in {found.asked} order."


def _measures(tokens: tuple[Token, ...]) -> list[str]:
    """``1.2 m``, ``95 cm``: each with its own unit; [] where one has none or another kind of it."""
    if len({token.sort for token in tokens}) > 1 or any(token.unit is None for token in tokens):
        return []
    numbers = [VALUE.fullmatch(token.text) for token in tokens]
    if any(one is None or "/" in one["value"] for one in numbers):
        return []
    return [
        f"{one['value']} {token.unit.symbol}"
        for one, token in zip(numbers, tokens, strict=True)
        if one is not None and token.unit is not None
    ]


FRAMES: Final = (
    Pieces(
        words="mean|average|median|mode|modal|range|common|frequent",
        parts={"_unit": _UNIT, "_form": _FORM, "_it": _IT, "value": RUN, "count": _COUNT},
        asks={name: f"{_ASKED}{pattern}" for name, pattern in _MEASURES.items()},
        says={f"{name}: {shape}": _of(name) for name in _MEASURES for shape in _SHAPES},
        allowed=ALLOWED,
    ),
    Pieces(
        words="variance|deviation",
        parts={
            "_unit": _UNIT,
            "_form": _FORM,
            "_it": _IT,
            "_kind": _KINDS,
            "value": RUN,
            "count": _COUNT,
            "_treated": _TREATED,
        },
        asks=_SPREADS,
        says={f"{name}: {shape}": _spread for name in _SPREADS for shape in _SHAPES},
        allowed=ALLOWED,
    ),
    Pieces(
        words=(
            "list|put|write|arrange|sort|order|rank|starting|beginning|place|first|to|ascending|"
            "descending|increasing|decreasing"
        ),
        parts={"value": RUN, "count": _COUNT},
        asks={
            "ascending": _order(_RISING, _FALLING, _UP),
            "descending": _order(_FALLING, _RISING, _DOWN),
        },
        says={
            f"{name}: {shape}": _sorted for name in ("ascending", "descending") for shape in _SHAPES
        },
        allowed=f"{ALLOWED} all order tall go into volumes put size",
    ),
)
