"""Values that a story lists: their mean, median, mode, range and spread, and their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.tokens import Token

_RUN = r"#e(?: #e)*(?: and)? #e"
_LIST: Final = re.compile(_RUN.replace("#e", r"#[a-z]\d+"))
_VALUE: Final = re.compile(r"[$€£₹]?(?P<value>-?(?:\d*\.\d+|\d+/\d+|\d+))\s*(?:[°%A-Za-z][^\d]*)?")
_WHOSE = r"(?:its|their|his|her|my|our|your|this|these|those)"
_THING = (
    r"(?:numbers?|values?|scores?|marks?|times?|weights?|mass(?:es)?|heights?|lengths?|ages?"
    r"|prices?"
    r"|costs?|temperatures?|results?|readings?|data|distances?|sizes?|points?|goals?|speeds?|ones?"
    r"|amounts?|list|set)"
)
_OF = (
    rf"(?: (?:of|for) (?:all |all of )?(?:{_WHOSE} )?(?:{_WHOSE} |#n )?(?:\w+ )?{_THING})?"
    rf"(?: {_THING})?(?: of (?:these|those|them))?"
)
_COUNT: Final = (
    r"#n [a-z]\w* (?:gave|give|gives|read|took|have|got|scored|weigh|weighed|measured)(?= ~)"
    r"|(?<![a-z] )#n(?: [a-z]\w*){1,2}|#n(?: [a-z]\w*){1,3}(?= ~)|(?:on|in|over) (?:last )?#t"
    rf"|(?:in|over|of|these|those|all|on|from|for|took|took|has|have|had|are|were|{_WHOSE}) "
    r"(?:last "
    r"|first )?#n(?: [a-z]\w*){1,2}"
)
"""How many values there are: in front of them, or behind a word that leads to it."""


_COUNTED: Final = re.compile(
    r"\b(?:these|those|all|last|first|next|following|of its|of their) #[a-z]\d+ #"
)
"""``the mean of these five: 3, 4, ...``: the first number is none of the values."""


def _numbers(tokens: tuple[Token, ...]) -> list[str] | None:
    """The values without their unit, which all of them have, or the last one for all."""
    sorts = [token.sort for token in tokens]
    named = {(token.sort, token.unit) for token in tokens if token.sort not in _BARE}
    if len(named) > 1 or (named and not _in_one_unit(sorts)):
        return None
    found = [_VALUE.fullmatch(token.text.replace("−", "-")) for token in tokens]
    return None if None in found else [match["value"] for match in found if match is not None]


_BARE: Final = ("number", "signed")


def _in_one_unit(sorts: list[str]) -> bool:
    bare = [sort in _BARE for sort in sorts]
    return not any(bare) or (all(bare[:-1]) and not bare[-1])


_MEASURE: Final = re.compile(
    r"\b(?:mean(?: average)?|average|median|mode|modal|(?:interquartile )?range|variance|deviation"
    r"|quartile|sum|total|product|difference)\b"
)
"""``the mean and the variance of 2, 4, 4``: two are asked for, and a frame finds one."""


def _listed(found: Found) -> str | None:
    """The values of the one list, as many as the story says there are."""
    if len(_MEASURE.findall(found.text)) > 1:
        return None
    return _counted(found, _numbers(found.roles["value"]))


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


_ASKED = rf"(?:{FIND} )?(?:{_WHOSE} )?"
_MEASURES: Final = {
    "mean": rf"(?:arithmetic )?(?:mean|average)(?: average)?{_OF}",
    "median": rf"(?:middle (?:number|value) )?median{_OF}",
    "mode": rf"(?:mode|modal {_THING}(?: of \w+)?|most (?:common|frequent) {_THING}){_OF}",
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
    rf"(?: (?:{_WHOSE}|them|as|are|were))*(?: #n)?(?: {_THING})?(?: as)?"
)


def _spread(found: Found) -> str | None:
    """Of a sample or of a population, whichever is said; None where neither is, or both."""
    kinds = {*found.every("kind"), *(_DIVISORS[one] for one in found.every("divisor"))}
    listed = _listed(found)
    if listed is None or len(kinds) != 1 or {"n", "n-minus"} <= {*found.text.split()}:
        return None
    return f"Find the {kinds.pop()} {found.asked} of {listed}."


_IT = r"what (?:is|was) (?:it|answer|result)"
_UNIT = r"(?:all )?(?:measured |given |recorded |counted )?in (?:degrees )?[a-z]+"
_FORM = (
    r"(?:as|giving|give|leave|leaving|in)(?: your| answer| it| as)* (?:exact |simplified |single "
    r")*fraction"
)
_SHAPES: Final = ("value+", "count value+", "count count value+")
_ALLOWED = (
    "scores score took points scored heights weights ages prices distances lengths number goals "
    "times day week month year"
)
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
    with_thing = rf"{first}(?: (?:one|{_THING}))?"
    return (
        rf"(?:(?:please )?(?:list|put|write|arrange|sort|order|rank|place|give|state)(?: down)? "
        rf"(?:(?:them|{_WHOSE}|{_THING}|out|all|down|in order|in order of size|of #n) ?)*)?"
        rf"(?:(?:starting|beginning|start|begin)(?: off)? (?:with|from|at) {with_thing}"
        rf"|(?:from )?{with_thing} (?:to|through to|down to|up to) {last}(?: {_THING})?"
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
    numbers = [_VALUE.fullmatch(token.text) for token in tokens]
    if any(one is None or "/" in one["value"] for one in numbers):
        return []
    return [
        f"{one['value']} {token.unit.symbol}"
        for one, token in zip(numbers, tokens, strict=True)
        if one is not None and token.unit is not None
    ]


def _missing(found: Found) -> str | None:
    """The last of several values, by the mean of all and the others."""
    ((whole,), (mean,), (few,)) = (found.texts(name) for name in ("whole", "mean", "few"))
    numbers = _numbers(found.roles["value"])
    if numbers is None or not (whole.isdigit() and few.isdigit()):
        return None
    if int(few) != len(numbers) or int(whole) != len(numbers) + 1:
        return None
    return (
        f"The mean of {whole} numbers is {value(mean)}. {few} of them are {', '.join(numbers)}. "
        "What is the other number?"
    )


_ORDINALS: Final = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_NTH = rf"(?P<nth>{'|'.join(_ORDINALS)}|last|next|final|missing|other|remaining|lost)"
_TAKEN = (
    r"(?:test|tests|game|games|match|matches|day|exam|paper|quiz|round|one|go|try|attempt|night"
    r"|week|month)"
)


def _wanted(found: Found) -> str | None:
    """The value that is still missing, by the mean that all of them have or are to have."""
    numbers, (mean,) = _numbers(found.roles["value"]), found.texts("mean")
    if numbers is None or len(numbers) < 2:
        return None
    whole = len(numbers) + 1
    places = {_ORDINALS.index(word) + 1 for word in found.every("nth") if word in _ORDINALS}
    counts = {*map(value, found.texts("count"))}
    if not places <= {whole} or not counts <= {Fraction(len(numbers)), Fraction(whole)}:
        return None
    if not places and not found.every("nth") and Fraction(whole) not in counts:
        return None
    return (
        f"The mean of {whole} numbers is {value(mean)}. {len(numbers)} of them are "
        f"{', '.join(numbers)}. What is the other number?"
    )


_TO_GET: Final = Pieces(
    words="mean|average|averaged|averages",
    parts={
        "mean": (
            rf"(?:mean|average)(?: {_THING})?(?: (?:of|for|over|on) (?:all |my |his |her |their "
            rf"|these )*"
            rf"(?:#n )?(?:[a-z]\w* )?{_THING})?(?: (?:is|was|of|to be|becomes|be|will be))+ "
            rf"(?:exactly )?"
            r"(?:#n|#w|#l|#m|#p|#t)"
            r"|(?:to |must |should |so that i )?(?:averaged?|averages) (?:of )?(?:#n|#w|#l|#m|#p"
            r"|#t)"
        ),
        "value": _RUN,
        "count": rf"#n (?:of (?:them|these)|(?:[a-z]\w* )?(?:{_THING}|{_TAKEN}))",
        "nth": (
            rf"(?:in|on|for|from|with)? ?(?:his |her |my |their |our )?{_NTH}(?: (?:{_TAKEN}"
            rf"|{_THING}))*"
        ),
    },
    asks={
        "wanted": (
            rf"(?:what|which)(?: (?:{_THING}|mark))?(?: (?:do|does|must|should|will|would|did|i"
            rf"|he|she|"
            rf"they|we|is|was|have))* (?:need|get|score|scored|have|on it|be|it)"
            rf"(?: (?:to (?:get|score|have)|on|in|for|at|from) (?:my |his |her |their )?{_NTH}"
            rf"(?: {_TAKEN})?)?"
            rf"|{FIND} (?:{_WHOSE} )?{_NTH} {_THING}"
        )
    },
    says={
        f"wanted: value+ mean{count}{nth}": _wanted
        for count in ("", " count", " count count")
        for nth in ("", " nth", " nth nth", " nth nth nth")
    },
    allowed=f"{_ALLOWED} but to get need average if far need has had got so on it",
)


def _total(found: Found) -> str | None:
    ((count,), (mean,)) = found.texts("count"), found.texts("mean")
    return f"The mean of {count} numbers is {value(mean)}. Find their sum."


_SUM: Final = Pieces(
    words="mean|average",
    parts={
        "mean": (
            rf"(?:mean|average)(?: {_THING})?(?: of)?(?: (?:is|was|of))? (?:#w|#l|#m|#n(?! "
            rf"[a-z]\w* (?:is|was)))"
        ),
        "count": r"(?:of )?#n [a-z]\w*",
    },
    asks={
        "total": (
            rf"(?:{FIND} )?(?:{_WHOSE} )?(?:total|combined|sum)(?: of)?(?: (?:{_WHOSE} )?{_THING})?"
            r"(?: of (?:all )?(?:#n )?(?:them|[a-z]\w*))?"
        )
    },
    says={"total: count mean": _total},
    allowed="have has weigh together all",
)


def _of_all(found: Found) -> str | None:
    """The mean of two groups together, each of so many with a mean of its own."""
    kinds, means = ([stem(word) for word in found.every(name)] for name in ("kind", "whose"))
    counts, values = found.texts("group"), found.texts("mean")
    if len({*kinds}) != 2 or sorted(kinds) != sorted(means) or not all(map(str.isdigit, counts)):
        return None
    by_kind = dict(zip(means, values, strict=True))
    one, other = (
        f"{n} values have a mean of {value(by_kind[k])}" for n, k in zip(counts, kinds, strict=True)
    )
    return f"{one} and {other}. Find the mean of all."


_GROUPS: Final = Pieces(
    words="mean|average",
    parts={
        "mean": (
            rf"(?P<whose>[a-z]+)(?:'s|')? (?:mean|average)(?: {_THING})? (?:is|was|of) (?:#n|#w"
            rf"|#l|#m)"
            rf"|(?:mean|average)(?: {_THING})? (?:of|for) (?:all )?(?P<whose>[a-z]+) (?:is|was) "
            rf"(?:#n|#w|#l|#m)"
            rf"|(?P<whose>[a-z]+) (?:have|had|got) (?:mean|average)(?: {_THING})? of (?:#n|#w|#l"
            rf"|#m)"
        ),
        "group": r"#n (?P<kind>[a-z]+)",
    },
    asks={
        "all": (
            rf"(?:{FIND} )?(?:overall |combined )?(?:mean|average)(?: {_THING})?(?: (?:of|for) "
            rf"(?:whole|all|"
            rf"entire|both|everyone|class|group|#n))+(?: (?:class|group|children|students|pupils"
            rf"|of them|"
            r"together|people|team|year))*|(?:overall|combined) (?:mean|average)(?: [a-z]+)?"
        )
    },
    says={"all: mean mean group group": _of_all},
    allowed="class has have whole all of both",
)

_LAST: Final = Pieces(
    words="mean|average|averaged|averages",
    parts={
        "value": _RUN,
        "few": r"(?:on|in|of|for|at)? ?#n of (?:them|these|those|her|his)(?: [a-z]\w*)?",
        "mean": (
            r"(?:averaged|averages) (?:#n|#w|#l|#m)(?: [a-z]\w*)?(?: mean)?"
            rf"|(?:mean|average)(?: {_THING})?(?: (?:is|was|of))+ (?:#n|#w|#l|#m)(?: [a-z]\w*)?"
        ),
        "whole": r"(?:over|in|of|for|from|across|on) (?:all )?#n(?: [a-z]\w*){1,2}",
    },
    asks={
        "missing": (
            rf"{FIND} (?:{_WHOSE} )?{_THING}(?: (?:on|in|of|for|at))? (?:remaining|other|last"
            r"|missing"
            r"|fifth|fourth|third|sixth)(?: (?:one|test|game|match|day|exam|paper|quiz))?"
        )
    },
    says={"missing: value+ few mean whole": _missing},
    allowed=_ALLOWED,
)

FRAMES: Final = (
    _LAST,
    _TO_GET,
    _SUM,
    _GROUPS,
    Pieces(
        words="mean|average|median|mode|modal|range|common|frequent",
        parts={"_unit": _UNIT, "_form": _FORM, "_it": _IT, "value": _RUN, "count": _COUNT},
        asks={name: f"{_ASKED}{pattern}" for name, pattern in _MEASURES.items()},
        says={f"{name}: {shape}": _of(name) for name in _MEASURES for shape in _SHAPES},
        allowed=_ALLOWED,
    ),
    Pieces(
        words="variance|deviation",
        parts={
            "_unit": _UNIT,
            "_form": _FORM,
            "_it": _IT,
            "_kind": _KINDS,
            "value": _RUN,
            "count": _COUNT,
            "_treated": _TREATED,
        },
        asks=_SPREADS,
        says={f"{name}: {shape}": _spread for name in _SPREADS for shape in _SHAPES},
        allowed=_ALLOWED,
    ),
    Pieces(
        words=(
            "list|put|write|arrange|sort|order|rank|starting|beginning|place|first|to|ascending|"
            "descending|increasing|decreasing"
        ),
        parts={"value": _RUN, "count": _COUNT},
        asks={
            "ascending": _order(_RISING, _FALLING, _UP),
            "descending": _order(_FALLING, _RISING, _DOWN),
        },
        says={
            f"{name}: {shape}": _sorted for name in ("ascending", "descending") for shape in _SHAPES
        },
        allowed=f"{_ALLOWED} all order tall go into volumes put size",
    ),
)
