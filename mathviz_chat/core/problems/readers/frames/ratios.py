"""Ratios of things that are told by their numbers, and of parts of which one is told."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.echoes import content, stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_NAMED = r"(?: [a-z][\w']*){1,4}"


def _counted(found: Found) -> str | None:
    """The ratio of two counts in the order in which the question names them."""
    told = [content(found.word(name)) for name in ("first", "second")]
    asked = [content(found.word(name)) for name in ("one", "other")]
    own = [mine - theirs for mine, theirs in zip(told, reversed(told), strict=True)]
    wanted = [mine - theirs for mine, theirs in zip(asked, reversed(asked), strict=True)]
    first, second = found.texts("counts")
    if not all(wanted) or not all(own):
        return None
    if wanted[0] <= own[0] and wanted[1] <= own[1]:
        return f"Write the ratio {value(first)}:{value(second)} in simplest form."
    if wanted[0] <= own[1] and wanted[1] <= own[0]:
        return f"Write the ratio {value(second)}:{value(first)} in simplest form."
    return None


_COUNTED: Final = Pieces(
    words="ratio",
    parts={
        "counts": (rf"#n(?P<first>{_NAMED}) and #n(?P<second>{_NAMED})(?= \.)"),
        "_form": r"in (?:its |their )?(?:simplest|lowest|simplified) (?:form|terms)|simplified",
        "_as": r"as ratio",
    },
    asks={
        "ratio": (
            rf"(?:{FIND} |write |express )?ratio of (?P<one>[a-z][\w']*(?: [a-z][\w']*)?) to "
            r"(?P<other>[a-z][\w']*(?: [a-z][\w']*)?)(?= ~| \.| in| as)"
            r"|(?:write|express|give|state) (?P<one>[a-z][\w']*(?: [a-z][\w']*)?) to "
            r"(?P<other>[a-z][\w']*(?: [a-z][\w']*)?)(?= as ratio)"
        )
    },
    says={"ratio: counts counts": _counted},
    allowed="from side sides",
)

_RATIO_OF_TWO = (
    r"ratio of (?P<first>[a-z]\w+) to (?P<second>[a-z]\w+)(?: (?:in|at|on)(?: \w+){1,3}?)?"
    r" (?:is|was|are) #r"
    r"|(?P<first>[a-z]\w+) and (?P<second>[a-z]\w+)(?: (?:in|at|on)(?: \w+){1,3}?)? are in ratio"
    r"(?: of)? #r"
)
_MEMBER_WORDS = (
    "kids children pupils students people animals marbles beads counters balls sweets members "
    "players coins cars fruits birds flowers cards passengers guests singers musicians pets "
    "athletes dancers runners swimmers campers toys pens vehicles participants"
)
_MEMBERS: Final = frozenset(stem(word) for word in _MEMBER_WORDS.split())
"""What both kinds may be together; others, such as teachers, may be a third kind."""


def _from_part(found: Found) -> str | None:
    """All of them, or the other kind, where the number of one kind is told."""
    first, second = stem(found.word("first")), stem(found.word("second"))
    given, asked = stem(found.word("noun")), stem(found.word("asked"))
    (ratio,) = found.texts("ratio")
    if ratio.count(":") != 1 or first == second or given not in (first, second):
        return None
    names = {first: "cats", second: "dogs"}
    said = (
        f"The ratio of cats to dogs is {ratio}. There are {found.texts('part')[0]} {names[given]}."
    )
    if found.asked == "total" and asked not in names and asked in _MEMBERS:
        return f"{said} How many animals are there in total?"
    if found.asked == "kind" and asked in names and asked != given:
        return f"{said} How many {names[asked]} are there?"
    return None


_ALL = r"(?:altogether|all together|in total|in all|total)"
_FROM_PART: Final = Pieces(
    words="ratio",
    parts={"ratio": _RATIO_OF_TWO, "part": r"(?:there are |has |have )?#n (?P<noun>[a-z]\w+)"},
    asks={
        "total": (
            rf"how many (?P<asked>[a-z]\w+)(?: (?:are|were))?(?: there)? {_ALL}"
            rf"|(?:{FIND} )?total number of (?P<asked>[a-z]\w+)"
        ),
        "kind": r"how many (?P<asked>[a-z]\w+)(?: (?:are|were) there)?(?= \.| ~)",
    },
    says={"total: ratio part": _from_part, "kind: ratio part": _from_part},
)


def _mixed(found: Found) -> str | None:
    """How much of one part goes with so much of another."""
    (ratio,), (given,) = found.roles["ratio"], found.roles["given"]
    parts = [part.strip() for part in ratio.text.split(":")]
    names = [word for word in found.word("names").split() if word != "and"][-len(parts) :]
    known, asked = found.word("known"), found.word("asked")
    unit = found.word("unit")
    if len(names) != len(parts) or len(set(names)) != len(names) or known == asked:
        return None
    if known not in names or asked not in names or given.unit is None or not 1 < len(parts) < 4:
        return None
    if unit and stem(unit) not in (stem(given.unit.name), given.unit.symbol):
        return None
    by_volume = "by volume" in found.text
    if given.sort != ("volume" if by_volume else given.sort):
        return None
    plain = dict(zip(names, ("cement", "sand", "gravel"), strict=False))
    told = " to ".join(plain.values())
    return (
        f"The ratio of {told} is {':'.join(parts)}. There are {value(given.text)} "
        f"{given.unit.symbol} of {plain[known]}. How many {given.unit.symbol} of {plain[asked]} "
        f"are "
        "there?"
    )


_MIXED: Final = Pieces(
    words="mixes|mix|mixed|mixture|ratio|made|blend|blends|contains",
    parts={
        "ratio": (
            r"(?P<names>(?:[a-z]\w+ ){1,2}and [a-z]\w+)(?: (?:in|are in|mixed in|in the))?"
            r"(?: ratio(?: of)?)? #r(?: by (?:weight|mass|volume))?"
        ),
        "given": r"(?:#w|#v) of (?P<known>[a-z]\w+)",
    },
    asks={
        "other": r"how (?:much|many (?P<unit>[a-z]+) of) (?P<asked>[a-z]\w+)",
    },
    says={"other: ratio given": _mixed},
    allowed="already mixes mix mixed mixture use uses used need needs",
)

_WHOLE_WORDS = "concrete mortar mix mixture blend paint alloy drink squash punch fertiliser"
_WHOLES: Final = frozenset(stem(word) for word in _WHOLE_WORDS.split())
"""What is made of the parts; other words that the ratio does not name may be a further part."""


def _of_mixture(found: Found) -> str | None:
    """How much of one part is in so much of the mixture."""
    (ratio,), (given,) = found.roles["ratio"], found.roles["given"]
    parts = [part.strip() for part in ratio.text.split(":")]
    names = [word for word in found.word("names").split() if word != "and"][-len(parts) :]
    known, asked, unit = found.word("known"), found.word("asked"), found.word("unit")
    if not 1 < len(parts) == len(set(names)) < 4 or asked not in names or known in names:
        return None
    if stem(known) not in _WHOLES or given.unit is None:
        return None
    if unit and stem(unit) not in (stem(given.unit.name), given.unit.symbol):
        return None
    if "by volume" in found.text and given.sort != "volume":
        return None
    plain = dict(zip(names, ("cement", "sand", "gravel"), strict=False))
    told = f"The ratio of {' to '.join(plain.values())} is {':'.join(parts)}."
    total = f"The total is {value(given.text)} {given.unit.symbol}."
    return f"{told} {total} Find the share of {plain[asked]}."


_OF_MIXTURE: Final = Pieces(
    words="mixes|mix|mixed|mixture|ratio|made|blend|blends|contains",
    parts={
        "ratio": (
            r"(?P<names>(?:[a-z]\w+ ){1,2}and [a-z]\w+)(?: (?:are )?(?:mixed )?in(?: the)?)?"
            r"(?: ratio(?: of)?)? #r(?: by (?:weight|mass|volume))?"
        ),
        "given": r"(?:#w|#v) of (?P<known>[a-z]\w+)",
    },
    asks={
        "part": r"how (?:much|many (?P<unit>[a-z]+) of) (?P<asked>[a-z]\w+)",
    },
    says={"part: ratio given": _of_mixture},
    allowed="from mixes mix mixed mixing mixture use uses used need needs needed required make "
    "making in concrete mortar paint",
)

FRAMES: Final = (_COUNTED, _FROM_PART, _MIXED, _OF_MIXTURE)
