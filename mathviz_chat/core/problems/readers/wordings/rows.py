"""Stories of rows: each one has so many more than the one before, or so many fewer."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.readers.wordings.common import Family, singular
from mathviz_chat.core.problems.wording import Hit

_GRAMMAR: Final = """
PLACE = [theatre|theater|hall|cinema|stadium|auditorium|concert hall|lecture hall|stack|pyramid|
    pile|staircase|pattern|garden|orchard|vineyard|wall|display]
HAS = [has|contains|have|there are|are]
IN = [in|on|at]
SIZE = [small|little|large|big|new|old|modern|school|village]
THERE = [IN SIZE? PLACE there are|SIZE? PLACE HAS|there are|IN SIZE? PLACE]
ALL = [altogether|in total|in all|all together|total]
ONE_BEFORE = [[1|{w3:word}] [before|in front of|in front|above|below] [it]?|previous 1|
    previous {w3:word}]
FIRST = [THERE {p:int} {t:word} IN [first|front|top|bottom]
    {w:word} [of PLACE]?|[first|front|top|bottom] {w:word} [of PLACE|in PLACE]? HAS {p:int}
    {t:word}]
GROWING = [and|then|with|but]* [IN]? [each|every] [next|following|further|other|successive|new]?
    {w2:word} [after that|behind it|that follows]? [HAS|having|with]? {d:int} {way:moreorfewer}
    [than|{t2:word} than] [IN]? ONE_BEFORE
HOW_MANY = how many {t4:word} [are there|there are|does|do|will there be|are]? [PLACE|it|they]?
    [have|has]? ALL?
total:
    FIRST GROWING HOW_MANY [in|on] [first|all]* {k:int} {w5:word} ALL?
    FIRST GROWING HOW_MANY [if|when] [there are|PLACE has|it has] {k:int} {w5:word} ALL?
    FIRST GROWING there are {k:int} {w5:word} ALL? HOW_MANY [in PLACE]? ALL?
    [SIZE? PLACE HAS|there are] {k:int} {w5:word} [of {t5:word}]? [in PLACE]? [and|with]? FIRST
        GROWING HOW_MANY [in PLACE]? ALL?
place:
    FIRST GROWING how many {t4:word} [are there|there are|are]? [in|on] {n:nth} {w5:word}
    FIRST GROWING how many {t4:word} does {n:nth} {w5:word} have
"""


def _told(hit: Hit) -> str | None:
    """What grows; None where the names of things and of rows are not the same throughout."""
    for kind in ("t", "w"):
        names = {
            singular(value)
            for name, value in hit.slots.items()
            if re.fullmatch(rf"{kind}\d?", name)
        }
        if len(names) != 1:
            return None
    if not _goes_on(hit.text.lower()):
        return None
    step = int(hit["d"]) * (1 if hit["way"].lower() == "more" else -1)
    return f"an arithmetic sequence with first term {hit['p']} and common difference {step}"


def _goes_on(text: str) -> bool:
    """Each row is compared with the one before it: counted from the top, with the one above."""
    first = next(word for word in ("top", "bottom", "front", "first") if word in text)
    side = next((word for word in ("above", "below") if word in text), "")
    return not side or side == {"top": "above", "bottom": "below"}.get(first)


def _still_there(hit: Hit, count: int) -> bool:
    """No row has fewer than none."""
    return hit["way"].lower() == "more" or int(hit["p"]) >= int(hit["d"]) * (count - 1)


def _total(hit: Hit) -> str | None:
    told, count = _told(hit), int(hit["k"])
    if told is None or not _still_there(hit, count):
        return None
    return f"Find the sum of the first {count} terms of {told}."


def _place(hit: Hit) -> str | None:
    told, place = _told(hit), int(hit["n"])
    if told is None or not _still_there(hit, place):
        return None
    return f"What is the {place}th term of {told}?"


FAMILY: Final = Family(
    _GRAMMAR, {"total": _total, "place": _place}, keys=r"(?:each|every) .*(?:more|fewer|less)"
)
