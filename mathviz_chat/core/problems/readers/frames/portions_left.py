"""Fractions of a whole: what is left after parts are taken, what there was, and small parts."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_TOOK = (
    "ate eat eats eaten drank drink drinks drunk took take takes used use uses sold sell sells "
    "spent spend spends read reads gave give gives away painted paints mowed mows cut cuts off "
    "lent lends gets through cover covers covered lost loses donated donates poured pours out "
    "paid pays finished finishes completes completed up had"
)
_NOUN = r"[a-z][a-z-]+"
_OWN = r"(?:(?:whole|full|entire|original|my|his|her|their|our|its|[a-z]+'s) )*"
_LEFT = (
    r"(?:(?:what|whatever)(?: money)?(?: (?:was|is|he|she|they|had|has|have|i|we))* "
    r"(?:left|remained|remains|over)(?: over)?"
    rf"|(?:rest|remainder)(?: of (?:it|{_OWN}(?P<whole>{_NOUN})))?"
    rf"|others|other (?P<whole>[a-z-]+s)|remaining (?P<whole>{_NOUN})"
    rf"|(?P<whole>{_NOUN}) (?:that|which) (?:remain|remained|remains|(?:were|was|are|is) left))"
)
_HOLDER_WORDS = "tin bag box bottle tank packet pack carton jar jug roll reel can sack"
_HOLDERS: Final = frozenset(map(stem, _HOLDER_WORDS.split()))
_SORTS = r"(?:red|blue|green|white|black|yellow|brown|small|big|large|new|old|other|second|first)\b"
_UNNAMED: Final = frozenset(map(stem, ("it", "them", "money", "this", "that", "pages")))
_OF: Final = re.compile(r"#n\d+ of ")
_OF_REST: Final = re.compile(rf"#n\d+ of {re.sub('[?]P<whole>', '?:', _LEFT)}")


def _left(found: Found) -> Fraction | None:
    """The part that is left of 1: parts of the whole go first, then parts of what is left."""
    wholes = [*found.texts("whole"), *found.texts("both")[:1]]
    parts = [*wholes, *found.texts("rest")]
    if any(not re.fullmatch(r"\d+/\d+", part) or value(part) >= 1 for part in parts):
        return None
    left = 1 - sum(map(value, wholes), Fraction(0))
    for part in found.texts("rest"):
        left *= 1 - value(part)
    return left if left > 0 and _is_of_one_whole(found) else None


def _is_of_one_whole(found: Found) -> bool:
    """Whether parts of the rest are told last, and all are of the thing that is asked about."""
    of_rest = {match.start() for match in _OF_REST.finditer(found.text)}
    told = [match.start() in of_rest for match in _OF.finditer(found.text)]
    names = {stem(word) for word in found.every("whole")} - _UNNAMED
    asked = {stem(word) for word in found.every("asked")} - _UNNAMED - (_HOLDERS - names)
    stuffs = set(found.every("stuff"))  # a bottle of water is no bottle of juice
    return told == sorted(told) and len(names | asked) <= 1 and len(stuffs) <= 1


def _fraction(found: Found) -> str | None:
    left = _left(found)
    if left is None:
        return None
    wholes = " - ".join(("1", *found.texts("whole")))
    left_of_1 = "*".join((f"({wholes})", *(f"(1 - {part})" for part in found.texts("rest"))))
    return f"What is {left_of_1}?" if found.asked == "left" else f"What is 1 - {left_of_1}?"


def _amount(found: Found) -> str | None:
    """What is left of an amount; of things that are counted, a whole number."""
    left = None if _is_of_another(found.text) else _left(found)
    (start,) = found.roles["start"] if found.roles.get("start") else found.roles["both"][1:]
    if left is None or (start.sort == "number" and (left * value(start.text)).denominator != 1):
        return None
    return f"What is {value(start.text)}*({left})?"


def _amount_of(found: Found) -> str | None:
    """``How much of the money is left``: the amount; of a fraction that is asked for, nothing."""
    return _amount(found) if re.search(r"\bhow much of\b", found.text) else None


_TAKES_OWN: Final = re.compile(r"(?P<who>[a-z]+) [a-z]+ #n\d+ of (?:his|her|their)\b")


def _is_of_another(text: str) -> bool:
    """Whether somebody else takes of her own: ``Tom had 40 sweets. Ann ate half of her sweets``."""
    owner = text.split()[0]
    others = {match["who"] for match in _TAKES_OWN.finditer(text)} - {"he", "she", "they", "and"}
    return bool(others - {owner})


def _start(found: Found) -> str | None:
    left, (end,) = _left(found), found.roles["end"]
    if left is None or (end.sort == "number" and (value(end.text) / left).denominator != 1):
        return None
    return f"What is {value(end.text)} / ({left})?"


_AMOUNT = r"(?:#n|#m|#w|#v|#l)"
_STILL = r"(?:now|still|left|over|there|remaining|uneaten|unused|unread|unsold|unspent)"
_LEFT_ASKED = (
    r"(?: (?!(?:start|first|begin)\b)[a-z]\w+){0,3}?"
    rf" (?:remains?|remained|{_STILL})(?: {_STILL})*(?: to {_NOUN})?(?= \.| if| when| ~)"
)
_STILL_TO = (
    rf" (?:does|do|must|has|have) (?:{_NOUN} )??(?:still )?(?:has|have|need|needs) to {_NOUN}"
)
_AT_FIRST = (
    r"(?:at first|to start with|to begin with|originally|at start|in beginning|at beginning"
    r"|initially|altogether|in total|in all)"
)
_OF_ASKED = rf"(?: of {_OWN}(?P<asked>{_NOUN}))?"
_SHAPES: Final = tuple(
    f"{'whole ' * wholes}{'rest ' * rests}".strip()
    for wholes in (1, 2, 3)
    for rests in (0, 1, 2, 3)
)
_CHAIN: Final = Pieces(
    words="fraction|part|much|many",
    parts={
        "rest": rf"#n of {_LEFT}",
        "end": (
            rf"(?:(?:has|have|had|is|was|are|were|am|with) )*{_AMOUNT}(?: (?!of\b){_NOUN})?"
            r"(?: (?:is|are|was|were))? (?:left|remaining|over|remained|remain)"
            rf"|(?:leaving|which leaves|that leaves) {_AMOUNT}(?: {_NOUN})?"
            rf"|(?:remaining|other) {_AMOUNT}(?: (?P<whole>{_NOUN})(?= are| were))?"
        ),
        "both": rf"#n of {_OWN}{_AMOUNT}(?: (?P<whole>{_NOUN}))?",
        "whole": (
            rf"#n of {_OWN}(?!others?\b|#)(?:(?!{_SORTS})[a-z]+ )??(?P<whole>{_NOUN})"
            r"(?: of (?P<stuff>water|juice|milk|lemonade|tea|cola|oil|paint))?"
            r"(?= ~| \.| and| then| on| in| to| for| is| are| by| after| before)"
            rf"|(?:and|then) (?:{_NOUN} )?(?:ate|eats|drank|drinks|read|reads|used|uses|took|takes"
            r"|painted|paints|sold|sells|spent|spends) #n(?= \.| ~)"
        ),
        "start": rf"(?:(?:had|has|have|with|is|are|were|of) )?{_AMOUNT}(?: (?P<whole>{_NOUN}))?",
        "_when": (
            r"(?:before|after|at|for|during) (?:breakfast|lunch|dinner|supper|school|work|training"
            r"|noon|midday)"
        ),
        "_shared": r"(?:is|was|are) shared(?= \.)",
        "_then": r"then|afterwards|after that|later|next|(?:by|at) #o|left with|also",
    },
    asks={
        "left": (
            rf"(?:what|which) (?:fraction|part|portion|proportion){_OF_ASKED}"
            rf"(?:{_LEFT_ASKED}|{_STILL_TO})|how much of {_OWN}(?P<asked>{_NOUN}){_LEFT_ASKED}"
        ),
        "gone": (
            rf"(?:what|which) (?:fraction|part|portion|proportion){_OF_ASKED} (?:has been|was|is) "
            rf"{_NOUN} (?:altogether|in total|in all)|how much{_OF_ASKED} has been {_NOUN}(?= \.)"
        ),
        "amount": rf"how (?:many|much)(?! of)(?: (?P<asked>{_NOUN}))??{_LEFT_ASKED}",
        "start": (
            rf"how (?:many|much)(?: (?P<asked>{_NOUN}))?? (?:did|had|has|does|do|were|was|are)"
            rf"(?: there| [a-z]\w*){{1,2}}?(?: (?:have|had|got))?(?: (?:{_AT_FIRST}|start with"
            r"|begin with|start out with))?(?= \.)"
        ),
    },
    says={
        **{f"{asked}: {shape}": _fraction for asked in ("left", "gone") for shape in _SHAPES},
        **{f"amount: {shape} start": _amount for shape in _SHAPES},
        **{f"left: {shape} start": _amount_of for shape in _SHAPES},
        **{f"amount: both both{' rest' * rests}": _amount for rests in range(3)},
        **{f"start: {shape} end": _start for shape in _SHAPES},
    },
    allowed=_TOOK,
)

_UNIT = r"(?P<unit>lit(?:re|er)|met(?:re|er)|kilogram|kilo|kg|gallon|pint|mile|ton|tonne|yard)s?"


def _filled(found: Found) -> str | None:
    """How many small ones one amount fills; a whole number of them."""
    units = {stem(word) for word in found.every("unit")}
    ((whole,), (each,)) = found.texts("whole"), found.texts("each")
    if len(units) != 1 or stem(found.word("small")) != stem(found.word("asked")):
        return None
    if not value(each) or (value(whole) / value(each)).denominator != 1:
        return None
    return f"What is {value(whole)} / ({value(each)})?"


_FILLED: Final = Pieces(
    words="each|every",
    parts={
        "each": (
            r"(?P<small>[a-z]\w+) (?:that|which) (?:each )?(?:hold|take|contain|measure|weigh) "
            rf"#n of {_UNIT}"
            r"(?: each)?|(?P<small>[a-z]\w+) (?:of|holding|containing|with) "
            rf"#n of {_UNIT} each|(?:each|every) (?P<small>[a-z]\w+) (?:holds|takes|contains"
            r"|needs) #n of"
            rf" {_UNIT}"
        ),
        "whole": rf"#n of {_UNIT}(?: of [a-z]\w+)?(?: left)?",
        "_into": r"(?:poured|pours|filled|fills|put|puts|divided|cut|cuts|packs|packed|shared)"
        r"(?: (?:it|this|them|all of it))?(?: into)?",
    },
    asks={
        "count": (
            r"how many (?P<asked>[a-z]\w+) (?:did|does|do|can|could|will) (?:she|he|they|we|i"
            r"|[a-z]\w+)"
            r" (?:fill|make|get|cut|need|pack)|how many (?P<asked>[a-z]\w+) (?:can|could) be filled"
        )
    },
    says={"count: each whole": _filled},
    allowed="left had has little",
)

FRAMES: Final = (_CHAIN, _FILLED)
