"""When something ends or must begin that takes several stretches of time, one after another."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.templates import amount, written

_STARTS = (
    r"(?:leaves?|left|departs?|departed|starts?|started|begins?|began|puts?|putting|goes|went|pulls"
    r" out|pulled out|sets? off|set out|opens?|opened|kicks off|takes off|took off|it is|it's"
    r"|gets up"
    r"|got up|wakes up|woke up|clocks in|arrives?|now|boards?)"
)
_STRETCH = (
    r"(?:journey|drive|flight|walk|ride|trip|lesson|lessons|film|break|rest|interval|wait|stop"
    r"|stopover"
    r"|delay|meeting|shower|breakfast|lunch|bus ride|train ride|run|talk|talks|half|halves)"
)
_TAKES = (
    r"(?:takes?|took|lasts?|lasted|lasting|roasts?|bakes?|cooks?|rests?|cools?|stands?|waits?"
    r"|waited"
    r"|stops?|stopped|sleeps?|slept|drives?|drove|walks?|walked|spends?|spent|plays?|played|works?"
    r"|worked|for|of|is|needs?|runs?|with)"
)
_WHEN = (
    r"(?:when|(?:at )?(?:what|which) time|(?:give|find|state|work out|calculate) time(?: at "
    r"which)?)"
)
_ARRIVES = (
    r"(?:arrive|get there|get to|get home|get back|reach|finish|be ready|start \w+ing|serve it"
    r"|carve"
    r"|eat|be home|be back)"
)
_ENDS = r"(?:ends?|finish(?:es)?|ready|over|done|stops?)"
_WHOLE: Final = frozenset({"it", "all", "everything"})
_TRAVELLERS: Final = frozenset({"i", "we", "you", "he", "she", "they"})
_READY = r"(?:get ready|pack|dress|get dressed|wash|eat|have breakfast|shower)"
_ALL_PARTS: Final = {
    "count": (
        r"#n [a-z]\w* (?:lasting|of|each lasting|that last|which last|each of|each takes?|take"
        r"|last) "
        r"(?=#t)|#n (?=#t [a-z]\w*(?: |s))"
    ),
    "between": (
        rf"(?:with |and )?(?:there is |there are )?#t(?: {_STRETCH})? between (?:one [a-z]\w* "
        r"and next"
        r"(?: one)?|them|each(?: one| [a-z]\w*)?(?: and next)?|[a-z]\w*|every two [a-z]\w*)"
    ),
    "start": (
        rf"{_STARTS}(?: [a-z][\w'-]*){{0,5}} (?:at|from|is|by) #c|(?:from|at) #c|{_STARTS} #c"
    ),
    "lasting": (
        rf"{_TAKES}(?: (?:for|exactly|him|her|us|them|me|it|there|another|further|extra|in|oven))*"
        rf" #t(?: {_STRETCH})?(?: long| each)?|(?<=~ )#t(?: each)?"
        rf"|#t(?: long)? {_STRETCH}|{_STRETCH} (?:takes|lasts|is) #t"
    ),
    "_then": (
        r"(?:first|second|third|last) (?:half|part|~)|(?:and )?after (?:that|this|it|which)"
        r"|(?:and )?then|first|next|afterwards|followed by|later"
    ),
}
_LEAVE = r"(?:leave|set off|set out|depart|start|begin|go)"
_RISE = r"(?:get up|wake up|set (?:his|her|my|our) alarm(?: for)?|start getting ready)"
_MUST = r"(?:must|should|do|does|did|can|have|has|need|needs|to|i|we|he|she|they|you)"
_NO_LATER = r"(?:(?:at )?latest)"


def _by_when(verb: str) -> str:
    return (
        rf"{_WHEN}(?: {_NO_LATER})?(?: {_MUST})*(?: [a-z]\w*)? {verb}(?: (?:for )?[a-z]\w*)?(?: "
        r"home"
        rf"| house)?(?: {_NO_LATER})?"
    )


_BACKWARD: Final = {
    "target": (
        r"(?:goes|leaves|starts|begins|is|departs|takes off|be (?:at|in)(?: [a-z]\w*){1,2}|be "
        r"there|ready"
        r"|start|begin|opens|arrive|reach(?: [a-z]\w*)?|there)(?: by| at| for)* #c|#c (?:train"
        r"|flight|bus)"
    ),
    "ready": (
        rf"(?:{_TAKES}(?: (?:him|her|us|them|me))* )?#t to {_READY}|{_READY} takes (?:\w+ )?#t"
    ),
    "lead": (
        r"#t (?:before (?:that|it|then|this|departure|flight|take-off)|early|earlier)"
        rf"|{_TAKES}(?: (?:exactly|him|her|us|them|me|another|further))* #t(?: to get there)?"
        rf"|#t {_STRETCH}"
    ),
}


_TOLD_TWICE: Final = re.compile(
    r"\bof #t\d* (?!and|then)[a-z][^.,]*\b(?:lasts?|lasted|takes?|took) "
)
"""``a lesson of 50 minutes starts at #c and lasts 45 minutes``: which of them is it?"""


def _total(found: Found, role: str) -> Fraction | None:
    """The stretches of a role in minutes."""
    total = Fraction(0)
    for token in found.roles.get(role, ()):
        each = amount(token)
        if each is None or token.unit is None or token.unit.symbol not in ("h", "min"):
            return None
        total += each * (60 if token.unit.symbol == "h" else 1)
    return total


def _is_last(text: str) -> Callable[[str], bool]:
    """Whether a name stands only where the last stretch is told, before the question."""
    story = text.rstrip(" .").rpartition(" . ")[0]
    told = re.split(r"#t\d+", story)
    beside = told[-2:] if len(told) > 2 else []
    return lambda name: (
        name in _WHOLE
        or (name in " ".join(beside).split() and name not in " ".join(told[:-2]).split())
    )


def _clock(found: Found, role: str, minutes: Fraction | None, way: str) -> str | None:
    if minutes is None:
        return None
    return f"What time is {written(minutes)} minutes {way} {found.texts(role)[0]}?"


def _after(found: Found) -> str | None:
    """At the end of all stretches: one that is asked about by its name is the last of them."""
    named = {*found.every("who"), *found.every("what")} - _TRAVELLERS
    if not all(map(_is_last(found.text), named)) or _TOLD_TWICE.search(found.text):
        return None
    return _clock(found, "start", _total(found, "lasting"), "after")


def _repeated(found: Found) -> str | None:
    """So many stretches of one length, and a rest between each two of them."""
    count, each, rest = found.texts("count")[0], _total(found, "lasting"), _total(found, "between")
    if not count.isdigit() or int(count) < 2 or each is None or rest is None:
        return None
    return _clock(found, "start", int(count) * each + (int(count) - 1) * rest, "after")


def _before(found: Found) -> str | None:
    """Back from the last moment; who asks when to leave is ready by then."""
    lead, ready = _total(found, "lead"), _total(found, "ready")
    return (
        None if lead is None or ready is None else _clock(found, "target", lead + ready, "before")
    )


_FROM_TO: Final = Pieces(
    words="long",
    parts={
        "span": (
            rf"(?:from|{_STARTS}(?: [a-z]\w*){{0,3}}(?: at)?) #c (?:and|to|until|till|before)"
            r" (?:(?:ends?|ended|finish(?:es|ed)?|stops?|stopped|arrives?|arrived|lands?|landed"
            r"|pulls? in"
            r"|pulled in|gets? in|got in|gets? back|got back|closes?|closed|reaches|reached)"
            r"(?: [a-z]\w*){0,4}(?: at)? )?#c(?: (?P<next>next|following) (?:day|morning|night))?"
        ),
    },
    asks={
        "long": (
            r"(?:for )?how long (?:do|does|did|will)(?: [a-z]\w*){1,3} (?:take|last|work|sleep"
            r"|run|travel"
            r"|stay|drive|play|fly|study)(?: in hours and minutes)?"
        )
    },
    says={"long: span span": lambda found: _between(found)},
    allowed="it its",
)


def _between(found: Found) -> str | None:
    start, end = found.texts("span")
    return f"How long is it from {start} to {end}?" if found.word("next") else None


FRAMES: Final = (
    _FROM_TO,
    Pieces(
        words="when|time",
        parts=_ALL_PARTS,
        asks={
            "end": (
                rf"{_WHEN}(?: (?:does|do|will|can|could|did|is|are|was|be))* (?P<who>[a-z]\w*)"
                rf"(?: (?:be|all|finally))* {_ARRIVES}(?: (?!from\b)[a-z]\w*)?"
                rf"|{_WHEN}(?: (?:does|will|did|is|was|be))* (?P<what>it|last [a-z]\w*|all)(?: "
                r"(?:be"
                rf"|all|finally))* {_ENDS}"
                r"|(?:give|find|what is|state|work out)? ?(?:finishing|finish|end) time"
                r" of (?:last [a-z]\w*|all|whole [a-z]\w*)"
            )
        },
        says={
            "end: start lasting lasting": _after,
            "end: start lasting lasting lasting": _after,
            "end: start count lasting between": _repeated,
        },
        allowed="it its has have to and there from in at rest break with last afternoon evening "
        "morning leaves left start starts finish stop wait",
    ),
    Pieces(
        words="when|time",
        parts=_BACKWARD,
        asks={"leave": _by_when(_LEAVE), "rise": _by_when(_RISE)},
        says={
            "leave: target lead lead": _before,
            "leave: target lead lead lead": _before,
            "rise: target ready lead": _before,
            "rise: target ready lead lead": _before,
        },
        allowed="it its has have to be at by there home house latest",
    ),
)
