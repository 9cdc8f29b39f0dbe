"""What is left over: after making things of so many each, in the last row, or of an unknown "
"number."""

from __future__ import annotations

from math import gcd
from typing import Final

from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_THING = r"(?P<thing>(?!(?:in|on|at|each|for|to|and|until|so|with|per|if)\b)[a-z]\w+)"
_HOLDERS = (
    r"(?:boxes|bags|packs|packets|trays|cartons|rows|tables|buses|minibuses|coaches|vans|boats|cars"
    r"|taxis|tents|shelves|crates|bracelets|necklaces|bunches|bouquets|teams|groups|cabins|wagons"
    r"|pages|jars|tubes|baskets|columns|lines|carriages|bundles|chains|bowls|vases)"
)
_HOLDER = (
    r"(?:box|bag|pack|packet|tray|carton|row|table|bus|minibus|coach|van|boat|car|taxi|tent|shelf"
    r"|crate|bracelet|necklace|bunch|bouquet|team|group|cabin|wagon|page|jar|tube|basket|column"
    r"|line|carriage|bundle|chain|bowl|vase|one)"
)
_SIZE = (
    rf"(?:into |in |by |with )?(?:full |complete |whole |equal )?{_HOLDERS} "
    rf"(?:of|(?:that|which) (?:seat|hold|take|carry|fit|have)|for|with|holding|seating|carrying) #n"
    rf"(?: {_THING})?(?: (?:each|in each))?"
    rf"|#n(?: {_THING})? (?:to|per|in each|in every|on each|in) {_HOLDER}"
)
_UNTIL = (
    r"until (?:she|he|they|it|i|we) (?:can't|cannot|can not|can no longer|is not able to)"
    r" (?:make|fill|pack|complete)(?: another| any more| one more)?(?: full| complete)?(?: one)?"
)
_FILLED = (
    rf"(?:if )?(?:each|every) {_HOLDER} is (?:filled|full|filled up|completely full) before "
    r"(?:anyone|anybody|someone|next|another|they)(?: one)?(?: (?:gets|get|goes|sits|is|starts"
    r"|boards)"
    r"(?: (?:on|in|into|at|started|filled|used|opened|board))?)?(?: next| another)?(?: one)?"
)


def _left(found: Found) -> str | None:
    """The remainder; of the last row only where it is not a full one."""
    ((total,), (size,)) = found.texts("total"), found.texts("size")
    named = [stem(word) for word in found.every("thing")]
    things = {*named} - ({"seat", "place"} - {named[0]})  # seats are for those who sit in them
    if not (total.isdigit() and size.isdigit()) or len(things) != 1 or int(size) < 2:
        return None
    if int(total) < int(size) or (found.asked == "last" and int(total) % int(size) == 0):
        return None
    return f"Find the remainder when {total} is divided by {size}."


_IN_LAST = rf"(?:in|on|for|at) last(?: (?:incomplete|unfinished|part-full|unfilled))? {_HOLDER}"
_ALL_BUT_LAST = (
    rf"(?:(?:and|but) )?(?:all|every one|each)(?: (?:of them|{_HOLDERS}|{_HOLDER}))?(?: (?:are|is"
    rf"|were|"
    r"will be|was))?(?: (?:filled|full|completely|totally|up))+ (?:except|apart from|but)(?: for)? "
    rf"last(?: one| {_HOLDER})?"
)
_LEFT: Final = Pieces(
    words="last|left|over|leftover|remain|remaining",
    parts={
        "_until": _UNTIL,
        "_filled": f"{_FILLED}|{_ALL_BUT_LAST}",
        "size": _SIZE,
        "total": r"#n (?P<thing>[a-z]\w+)",
        "_after": (
            rf"(?:after|when) (?:filling|packing|making|using)(?: up)? as many (?:full |complete )?"
            rf"{_HOLDERS} as (?:possible|(?:he|she|they|we|i) can)"
        ),
        "_full": r"(?:as many )?(?:full|complete|whole)(?: ones)?(?: as possible)?",
    },
    asks={
        "last": (
            r"how many (?P<thing>[a-z]\w+) (?:are|will be|ride|travel|sit|go|will sit|will ride"
            r"|stand)"
            rf"(?: left)? {_IN_LAST}"
        ),
        "left": (
            r"how many (?P<thing>[a-z]\w+) (?:are|will be|does (?:she|he) have|do (?:they|i|we) "
            r"have)"
            r"(?: there)? (?:left over|left|over)(?! (?:for|in|on) last)"
            r"|how many (?P<thing>[a-z]\w+) (?:remain|will remain)"
        ),
    },
    says={"left: size total": _left, "last: size total": _left},
    allowed="puts put makes make packs pack fills fill arranges sets takes take out up",
)

_DIVIDED = (
    r"when (?:it is |it's |you |we |i )?(?:divide|divided)(?: (?:it|number))? by #n|(?:on|after) "
    r"division "
    r"by #n"
    r"|when division by #n is done"
)
_LEAVES = r"(?:(?:that |which )?(?:leaves|gives|has|leaving|giving|with|leave)(?: us)? )?"


def _unknown(found: Found) -> str | None:
    """The least positive number with two remainders, by the Chinese remainder theorem."""
    told = found.texts("rest")
    if len(told) != 4 or not all(text.isdigit() for text in told):
        return None
    (r1, m1, r2, m2) = map(int, told)
    if not (m1 > 1 and m2 > 1 and r1 < m1 and r2 < m2) or gcd(m1, m2) != 1 or r1 == r2 == 0:
        return None
    first = f"{r1}*{m2}*{pow(m2, -1, m1)}"
    second = f"{r2}*{m1}*{pow(m1, -1, m2)}"
    return f"What is the remainder when {first} + {second} is divided by {m1 * m2}?"


_LEAST = r"(?:smallest|least|lowest)(?: possible)?(?: such)?(?: positive| natural| whole)*"
_UNKNOWN: Final = Pieces(
    words="remainder",
    parts={
        "rest": rf"(?:and )?{_LEAVES}remainder (?:of )?#n (?:{_DIVIDED})",
        "_number": r"(?:i'm thinking of |think of )?number",
    },
    asks={
        "least": (
            rf"(?:{FIND} )?(?:its )?{_LEAST} (?:such )?(?:positive )?(?:number|integer|value)"
            r"(?: it could have| it can have)?"
            r"(?: (?:for which|with which|of which) (?:this|that|it) is true| with this property"
            r"| it (?:can|could) be| like this| such number)?"
        )
    },
    says={"least: rest rest rest rest": _unknown},
)

FRAMES: Final = (_LEFT, _UNKNOWN)
