"""Rows, days or weeks of which each has so many more than the one before it, or so many fewer.

How many there are in all, or in one of them. The rows are counted from the one whose number is
told, so that ``the row behind`` goes with ``the front row``.
"""

from __future__ import annotations

import itertools
import re
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.tokens import words

_ROW = (
    r"(?:rows?|layers?|days?|weeks?|months?|years?|levels?|steps?|shelf|shelves|tiers?|storeys?|"
    r"floors?|minutes?|hours?|rounds?|lines?|circles?|rings?|terms?|patterns?|nights?|evenings?|"
    r"lengths?|sessions?|seconds?|birthdays?)"
)
_FIRST = r"(?P<place>first|front|top|bottom|lowest|back|shortest|opening)"
_HAS = (
    r"(?:has|have|had|contains|holds|seats|is|are|there are|there is|with|uses|needs|takes|of|gets|"
    r"got|saves?|saved|reads?|runs?|ran|walks?|walked|does|do|did|swims?|cycles?|sells?|sold|earns?|"
    r"earned|makes?|made|puts?|pays?|paid|plants?|planted|learns?|learned|collects?|collected|i|"
    r"we|she|he|they|you|lays?|drives?|writes?|wrote|jogs?|jogged)"
)
_AMOUNT = r"(?:#n|#m|#l|#w|#t)"
_NTH = r"#n (?:st|nd|rd|th)"
_UNIT = (
    rf"(?! (?:{_ROW}|more|fewer|less|extra|additional)\b)(?: (?!in\b|on\b|and\b|more\b|at\b"
    rf"|than\b|each\b|every\b|per\b|compared\b|as\b)[a-z][\w-]*)?"
)
_PREVIOUS = (
    rf"(?: (?:[a-z][\w-]* )?(?:than|compared (?:with|to)|as) (?:in |on |that of |those in |she "
    rf"did |he "
    rf"did |i did |the |what )*(?:(?:one|{_ROW}|that|it)? ?(?P<side>before|in front|below|above|"
    rf"behind|previous|preceding|previously|ahead)(?: of it| it| one| that| {_ROW})*|last {_ROW}))"
)
_EACH = (
    rf"(?:(?:and|but|then|with|so) )*(?:in |on |for )?(?:each|every)(?: (?:single|other))?"
    rf"(?: (?P<way>next|following|further|successive|new|subsequent|later|higher|extra"
    rf"|consecutive))?"
    rf"(?: {_ROW})?(?: (?P<way>after that|behind(?: it)?|above(?: it)?|below(?: it)?|further back|"
    rf"that follows|after|beyond|going back|up|down|thereafter|afterwards|on top))?"
)
_MORE = r"(?P<more>more|extra|additional|fewer|less|bigger|longer)"

_GIVEN: Final = {
    "step": (
        rf"{_EACH}(?: {_HAS})* (?:#n|one|#m|#l|#w|#t) {_MORE}{_UNIT}{_PREVIOUS}?"
        rf"|{_EACH}(?: {_HAS})* (?:#n|#m|#l|#w|#t){_UNIT} {_MORE}{_PREVIOUS}"
        rf"|(?:and )?{_AMOUNT} {_MORE}{_UNIT} (?:each|every|per)(?: {_ROW})?(?: {_ROW})?(?: after "
        rf"that)?"
        rf"|(?:(?P<more>increas|decreas)(?:es|ing|ed|e) (?:it |this |that )?by) {_AMOUNT}{_UNIT}"
        rf"(?: (?:each|every|per) {_ROW}(?: after that)?)"
    ),
    "first": (
        rf"(?:in |on |for |with )*{_FIRST}(?: one)?(?: {_ROW})?(?: (?:of|in) [a-z][\w-]*)?(?: "
        rf"{_HAS})* "
        rf"{_AMOUNT}{_UNIT}"
        rf"|{_AMOUNT}{_UNIT}(?: (?:are )?(?:in|on|at|for|during))? {_FIRST}(?: {_ROW}| one)?"
        rf"|{_AMOUNT}{_UNIT} (?:in|on) {_ROW} (?P<one>#n)"
        rf"|(?:in|on) {_ROW} (?P<one>#n)(?: {_HAS})* {_AMOUNT}{_UNIT}"
        rf"|(?:starts?|started|begins?|began)(?: off)?(?: (?:by|with|at|saving|reading|running"
        rf"|doing))* "
        rf"{_AMOUNT}{_UNIT}(?: (?:in|on) {_FIRST} {_ROW})?"
    ),
    "count": (
        rf"(?:there (?:are|were) )?(?:(?:has|have|for|in|with|of|after|over|during|first|all|when"
        rf"|if|"
        rf"on|these|at|end) )*(?:#n {_ROW}|#t)(?: of [a-z][\w-]*)?(?: (?:altogether|in total|in "
        rf"all))?"
    ),
}
_TOTAL = r"(?:altogether|in total|in all|all together|total|overall)"
_VERBS = (
    r"(?:(?:are|is|there|will|would|does|do|did|has|have|had|be|i|she|he|we|they|you|it|in|of|"
    r"whole|on|hall|theatre|stack|stadium|cinema|auditorium|pile|saved?|read|run|done|needed|used|"
    r"sold|made|planted|walked|earned|ran|get|got|sit|hold|seat)(?= |$))"
)
_ASKS: Final = {
    "total": (
        rf"(?:what is |work out |find |calculate )?total (?:number|amount|distance)(?: of "
        rf"[a-z][\w-]*)?"
        rf"(?: (?:{_VERBS} ?)+)?"
        rf"|how (?:many|much|far)(?: (?!more\b|does\b|days\b|rows\b|weeks\b)[a-z][\w-]*)?(?: "
        rf"{_VERBS})*"
        rf"(?: (?:[a-z][\w-]* )?{_TOTAL}| (?:[a-z][\w-]* )?(?=(?:in |over |for |during )*(?:first "
        rf"|all )?"
        rf"(?:#t|#n {_ROW}|after))| (?=\.|~))"
    ),
}
_NTH_ASKED: Final = (
    rf"how (?:many|much|far)(?: (?!more\b)[a-z][\w-]*)?(?: {_VERBS})* (?:in|on|for|during) "
    rf"(?:(?P<last>last|back|final)|{_NTH}|{_ROW} #n)(?: {_ROW}| one)?"
)
_SIDES: Final = {
    "first": {"behind", "further back", "going back"},
    "front": {"behind", "further back", "going back"},
    "bottom": {"above", "up", "higher", "on top"},
    "lowest": {"above", "up", "higher", "on top"},
    "top": {"below", "down"},
}
"""On which side of the row that is told the others lie."""
_OTHER_SIDES: Final = {
    **dict.fromkeys(("first", "front"), "in front"),
    **dict.fromkeys(("bottom", "lowest"), "below"),
    "top": "above",
}
_NEUTRAL: Final = words(
    "next following further successive new subsequent later extra consecutive after thereafter "
    "afterwards beyond before previous preceding previously"
) | {"after that", "that follows"}


def _goes_on(found: Found) -> bool:
    """Each row is compared with the one before it, counted from the row that is told."""
    places = {*found.every("place")}
    if len(places) > 1 or places & {"back", "shortest"}:
        return False
    place = next(iter(places), "first")
    ways = {way.removesuffix(" it") for way in found.every("way")}
    sides = {*found.every("side")} - _NEUTRAL
    return ways - _NEUTRAL <= _SIDES.get(place, set()) and sides <= {_OTHER_SIDES.get(place, "")}


def _numbers(found: Found) -> tuple[str, str, str] | None:
    """What the first one has, the step with its sign, and how many rows there are."""
    first, step, count = (list(found.texts(name)) for name in ("first", "step", "count"))
    ones = len(found.every("one"))
    if ones and "1" not in first:
        return None
    if ones:
        first.remove("1")
    if not step and "one" in found.text.split():
        step = ["1"]
    asked = list(found.texts(""))
    if asked:  # the place of the one that is asked for, within them all
        if any(value(one) < value(asked[0]) for one in count):
            return None
        count = asked
    if len(first) != 1 or len(step) != 1 or len(count) != 1:
        return None
    return first[0], step[0], count[0]


_AFTER: Final = re.compile(r"\bafter (?:first )?#[tn]\d")
_DONE: Final = re.compile(rf"\b(?:have|has|had)\b[^.]*$|\b{_TOTAL}\b")


def _is_of_all(found: Found) -> bool:
    """``How much has he saved after 9 weeks?``, not ``how much does he save after 9 weeks?``"""
    question = found.text.rstrip(" .").rpartition(" . ")[2]
    return not _AFTER.search(question) or bool(_DONE.search(question))


def _growing(found: Found) -> tuple[str, int] | None:
    """The sequence in plain words, and how many rows it is asked of; no row has fewer than none."""
    told = _numbers(found)
    if told is None or not _goes_on(found) or len({*found.every("more")}) != 1:
        return None
    first, rise, rows = map(value, told)
    if found.word("more") in ("fewer", "less", "decreas"):
        rise = -rise
    if rows.denominator != 1 or not 2 <= rows <= _MOST_ROWS or first + rise * (rows - 1) < 0:
        return None
    return f"an arithmetic sequence with first term {first} and common difference {rise}", int(rows)


_MOST_ROWS: Final = 1000


def _sum(found: Found) -> str | None:
    told = _growing(found)
    if told is None or not _is_of_all(found):
        return None
    return f"Find the sum of the first {told[1]} terms of {told[0]}."


def _nth(found: Found) -> str | None:
    told = _growing(found)
    return told and f"What is the {told[1]}th term of {told[0]}?"


def _listed_sum(found: Found) -> str | None:
    """The first three or more are told, which grow evenly."""
    terms = [value(text) for text in found.texts("term")]
    steps = {later - earlier for earlier, later in itertools.pairwise(terms)}
    counts = {value(text) for text in found.texts("count")}
    for last in map(value, found.texts("last")):
        step = terms[1] - terms[0] if len(terms) > 1 else 0
        counts |= {(last - terms[0]) / step + 1} if step else set()
    if len(terms) < 3 or len(steps) != 1 or len(counts) != 1 or not _is_of_all(found):
        return None
    (rows,) = counts
    if rows.denominator != 1 or not len(terms) <= rows <= 1000:
        return None
    return (
        f"Find the sum of the first {rows} terms of an arithmetic sequence with first term "
        f"{terms[0]} and common difference {steps.pop()}."
    )


_ALLOWED = (
    "has have had is are there in on the seats hold with each does do rows row of first puts "
    "plants "
    "saves save saved read runs reads made so and days day uses used it that needed total number "
    "school altogether all end every starts started after will"
)

FRAMES: Final = (
    Pieces(
        words="more|fewer|less|extra|additional|increases|increasing|decreases|increase",
        parts=_GIVEN,
        asks={**_ASKS, "nth": _NTH_ASKED},
        says={
            "total: first step count": _sum,
            "total: first first step count": _sum,
            **{
                f"nth: first {more}step{count}": _nth
                for more in ("", "first ")
                for count in ("", " count")
            },
        },
        allowed=_ALLOWED,
    ),
    Pieces(
        words="first|next",
        parts={
            "term": (
                rf"(?:(?:and|then) )*{_AMOUNT}{_UNIT} (?:in|on|for|during) (?:first|second|third|"
                rf"fourth|next|bottom|front|top|one above|one behind|one after)(?: one)?(?: "
                rf"{_ROW})?|(?:and |then )?(?<=~ ){_AMOUNT}(?= ~)"
            ),
            "_on": (
                r"and so on|and continues in this way|and continues like this|etc|in same way|"
                r"following same pattern|continuing this pattern|continuing like this"
            ),
            "last": (
                rf"(?:(?:and so on|all way) )?(?:down to|up to|until (?:there is|there are)?) "
                rf"?(?:just |only )?"
                rf"{_AMOUNT}{_UNIT}(?: (?:(?:in|at|on) )?(?:top|last|end|back|front|bottom)(?: "
                rf"{_ROW})?)?"
            ),
            "count": _GIVEN["count"],
        },
        asks=_ASKS,
        says={"total: term+ count": _listed_sum, "total: term+ last": _listed_sum},
        allowed=_ALLOWED,
    ),
)
