"""Means that a story tells: the value that is missing, the total, two groups together."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.data_words import ALLOWED, RUN, THING, WHOSE, numbers
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces


def _missing(found: Found) -> str | None:
    """The last of several values, by the mean of all and the others."""
    ((whole,), (mean,), (few,)) = (found.texts(name) for name in ("whole", "mean", "few"))
    listed = numbers(found.roles["value"])
    if listed is None or not (whole.isdigit() and few.isdigit()):
        return None
    if int(few) != len(listed) or int(whole) != len(listed) + 1:
        return None
    return (
        f"The mean of {whole} numbers is {value(mean)}. {few} of them are {', '.join(listed)}. "
        "What is the other number?"
    )


_WORDS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth"
_ORDINALS: Final = tuple(_WORDS.split())
_NTH = rf"(?P<nth>{'|'.join(_ORDINALS)}|last|next|final|missing|other|remaining|lost)"
_TAKEN = (
    r"(?:test|tests|game|games|match|matches|day|exam|paper|quiz|round|one|go|try|attempt|night"
    r"|week|month)"
)


def _wanted(found: Found) -> str | None:
    """The value that is still missing, by the mean that all of them have or are to have."""
    listed, (mean,) = numbers(found.roles["value"]), found.texts("mean")
    if listed is None or len(listed) < 2:
        return None
    whole = len(listed) + 1
    places = {_ORDINALS.index(word) + 1 for word in found.every("nth") if word in _ORDINALS}
    counts = {*map(value, found.texts("count"))}
    if not places <= {whole} or not counts <= {Fraction(len(listed)), Fraction(whole)}:
        return None
    if not places and not found.every("nth") and Fraction(whole) not in counts:
        return None
    return (
        f"The mean of {whole} numbers is {value(mean)}. {len(listed)} of them are "
        f"{', '.join(listed)}. What is the other number?"
    )


_TO_GET: Final = Pieces(
    words="mean|average|averaged|averages",
    parts={
        "mean": (
            rf"(?:mean|average)(?: {THING})?(?: (?:of|for|over|on) (?:all |my |his |her |their "
            rf"|these )*"
            rf"(?:#n )?(?:[a-z]\w* )?{THING})?(?: (?:is|was|of|to be|becomes|be|will be))+ "
            rf"(?:exactly )?"
            r"(?:#n|#w|#l|#m|#p|#t)"
            r"|(?:to |must |should |so that i )?(?:averaged?|averages) (?:of )?(?:#n|#w|#l|#m|#p"
            r"|#t)"
        ),
        "value": RUN,
        "count": rf"#n (?:of (?:them|these)|(?:[a-z]\w* )?(?:{THING}|{_TAKEN}))",
        "nth": (
            rf"(?:in|on|for|from|with)? ?(?:his |her |my |their |our )?{_NTH}(?: (?:{_TAKEN}"
            rf"|{THING}))*"
        ),
    },
    asks={
        "wanted": (
            rf"(?:what|which)(?: (?:{THING}|mark))?(?: (?:do|does|must|should|will|would|did|i"
            rf"|he|she|"
            rf"they|we|is|was|have))* (?:need|get|score|scored|have|on it|be|it)"
            rf"(?: (?:to (?:get|score|have)|on|in|for|at|from) (?:my |his |her |their )?{_NTH}"
            rf"(?: {_TAKEN})?)?"
            rf"|{FIND} (?:{WHOSE} )?{_NTH} {THING}"
        )
    },
    says={
        f"wanted: value+ mean{count}{nth}": _wanted
        for count in ("", " count", " count count")
        for nth in ("", " nth", " nth nth", " nth nth nth")
    },
    allowed=f"{ALLOWED} but to get need average if far need has had got so on it",
)


def _total(found: Found) -> str | None:
    ((count,), (mean,)) = found.texts("count"), found.texts("mean")
    return f"The mean of {count} numbers is {value(mean)}. Find their sum."


_SUM: Final = Pieces(
    words="mean|average|averaged|averages",
    parts={
        "mean": (
            rf"(?:averaged|averages|scored average of) (?:#n|#w|#l|#m)(?: (?:{THING}|runs))?"
            rf"|(?:mean|average)(?: {THING})?(?: of)?(?: (?:is|was|of))? (?:#w|#l|#m|#n(?! "
            rf"[a-z]\w* (?:is|was)))"
        ),
        "count": r"(?:of )?#n [a-z]\w*",
    },
    asks={
        "total": (
            rf"(?:{FIND} )?(?:{WHOSE} )?(?:total|combined|sum)(?: of)?(?: (?:{WHOSE} )?{THING})?"
            r"(?: of (?:all )?(?:#n )?(?:them|[a-z]\w*))?"
            r"|how (?:many|much)(?: [a-z]\w*)?(?: (?:did|has|have|do|does|he|she|they|i|we|it"
            r"|player|team|"
            r"score|scored|get|got|weigh|is|are|was|that))* (?:altogether|in total|in all|together)"
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
            rf"(?P<whose>[a-z]+)(?:'s|')? (?:mean|average)(?: {THING})? (?:is|was|of) (?:#n|#w"
            rf"|#l|#m)"
            rf"|(?:mean|average)(?: {THING})? (?:of|for) (?:all )?(?P<whose>[a-z]+) (?:is|was) "
            rf"(?:#n|#w|#l|#m)"
            rf"|(?P<whose>[a-z]+) (?:have|had|got) (?:mean|average)(?: {THING})? of (?:#n|#w|#l"
            rf"|#m)"
        ),
        "group": r"#n (?P<kind>[a-z]+)",
    },
    asks={
        "all": (
            rf"(?:{FIND} )?(?:overall |combined )?(?:mean|average)(?: {THING})?(?: (?:of|for) "
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
        "value": RUN,
        "few": r"(?:on|in|of|for|at)? ?#n of (?:them|these|those|her|his)(?: [a-z]\w*)?",
        "mean": (
            r"(?:averaged|averages) (?:#n|#w|#l|#m)(?: [a-z]\w*)?(?: mean)?"
            rf"|(?:mean|average)(?: {THING})?(?: (?:is|was|of))+ (?:#n|#w|#l|#m)(?: [a-z]\w*)?"
        ),
        "whole": r"(?:over|in|of|for|from|across|on) (?:all )?#n(?: [a-z]\w*){1,2}",
    },
    asks={
        "missing": (
            rf"{FIND} (?:{WHOSE} )?{THING}(?: (?:on|in|of|for|at))? (?:remaining|other|last"
            r"|missing"
            r"|fifth|fourth|third|sixth)(?: (?:one|test|game|match|day|exam|paper|quiz))?"
        )
    },
    says={"missing: value+ few mean whole": _missing},
    allowed=ALLOWED,
)

FRAMES: Final = (_LAST, _TO_GET, _SUM, _GROUPS)
