"""The most that a budget or a load allows, the least that is needed: whole numbers of things."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.frames.amounts import currency, value
from mathviz_chat.core.problems.readers.frames.cues import FIND
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_STARTS = (
    r"(?:set-up|setup|start|join|enter|begin|get in|hire|rent|book|admission|entry|entrance|joining"
    r"|delivery|booking|membership|call-out|hiring|renting)"
)
_FEE = (
    rf"(?:fixed|flat|basic|initial|standing|one-off|{_STARTS})(?: (?:{_STARTS}|fee|charge|cost"
    rf"|price"
    r"|to [a-z]+))*(?: (?:of|is|was|costs?))? #m"
    rf"|#m (?:(?:for|to) )?(?:(?:fixed|flat|basic|initial|one-off) )*{_STARTS}(?: (?:fee|charge))?"
    r"|#m (?:fixed |flat |basic |initial )?(?:fee|charge)"
    r"|(?:is|costs?|charges?|paid|pays|pay) #m(?= (?:plus|and|then) )|#m(?= plus )"
)
_RATE = (
    r"(?:(?:plus|and|then) )*#m (?:per|for each|for every|each|every) "
    r"(?:(?:extra|additional|further|whole|full|single) )?(?P<unit>[a-z]\w+)"
    r"|(?P<unit>[a-z]+s) (?:are|cost) (?:#m|#n) each"
    r"|(?:and )?(?:each|every|one) (?P<unit>[a-z]+) (?:costs|is) #m|(?:plus|and|then) #m "
    r"(?P<unit>[a-z]\w+)"
)
_BUDGET = (
    r"(?:(?:have|has|had|got|with|for|at most|up to|no more than|maximum of|budget of|budget is"
    r"|only|just|spend|limit of|exactly) )+#m(?: (?:to spend|available|in \w+ pocket|budget))?"
    r"|#m (?:budget|to spend)"
)
_MOST = r"(?:greatest|largest|maximum|max|highest|most)"
_CAN = r"(?: (?:can|could|may|am|is|be|to|able|i|he|she|we|you|they|it|go|on|for|with|so))*"
_WHICH = r"(?P<which>[a-z]\w+)"


def _affordable(found: Found) -> str | None:
    """How many can be paid for: only whole ones, unless all of the budget is used."""
    (budget,), (rate,) = found.texts("budget"), found.texts("rate")
    fee = next(iter(found.texts("fee")), "0")
    signs = {currency(text) for text in (budget, rate, *found.texts("fee"))} - {""}
    which, unit = stem(found.word("which")), stem(found.word("unit"))
    measure = units.find(found.word("unit"))
    if len(signs) != 1 or (which and which != unit) or value(budget) <= value(fee):
        return None
    if found.asked == "furthest" and (measure is None or measure.dimension != "length"):
        return None
    count = (value(budget) - value(fee)) / value(rate)
    if measure and count.denominator != 1 and not set(found.text.split()) & {"whole", "full"}:
        return None
    return (
        f"Find the largest integer n such that {_plain(fee)} + {_plain(rate)}n <= {_plain(budget)}"
    )


def _plain(text: str) -> str:
    number = value(text)
    return str(number if number.denominator == 1 else float(number))


_AFFORDED: Final = Pieces(
    words="plus|and|each|per|every",
    parts={
        "fee": _FEE,
        "rate": _RATE,
        "budget": _BUDGET,
        "_whole": r"charged for whole \w+ only|(?:in|only|count) whole \w+(?: only)?",
        "_plus": r"plus",
        "_most": r"at (?:the )?most(?= \.)",
    },
    asks={
        "most": (
            rf"(?:{FIND} )?{_MOST}(?: whole)?(?: possible)? number of (?:whole |full "
            rf")?{_WHICH}{_CAN}"
            rf"|(?:for )?how many (?:whole |full |complete )?{_WHICH}{_CAN}"
            r"(?: (?:get|buy|afford|pay for|have))?(?: for)?"
        ),
        "furthest": rf"(?:{FIND} )?(?:furthest|farthest|{_MOST} distance)|how far",
    },
    says={
        f"{asked}: {fee}rate budget": _affordable
        for asked in ("most", "furthest")
        for fee in ("", "fee ")
    },
    allowed="cost costs charges charge each if spend price fare have has pay plus",
)


def _loaded(found: Found) -> str | None:
    """How many of one weight may be carried."""
    (load,), (each,) = found.roles["load"], found.roles["each"]
    if load.unit != each.unit or load.unit is None:
        return None
    if stem(found.word("which")) != stem(found.word("unit")) or value(each.text) <= 0:
        return None
    return f"Find the largest integer n such that {_plain(each.text)}n <= {_plain(load.text)}"


_LOADED: Final = Pieces(
    words="most|limit|maximum|load|than|capacity|up",
    parts={
        "each": (
            r"(?:(?:each|every|one) )?(?:full )?(?P<unit>[a-z]+) weighs (?:exactly )?#w"
            r"|(?P<unit>[a-z]+) (?:that |which )?(?:weigh|weighing|of) #w each"
        ),
        "load": (
            r"(?:(?:can |may |will )?(?:carry|carries|hold|holds|take|takes|lift|lifts|support"
            r"|supports|bear|bears) )?(?:at most|up to|no more than|maximum (?:load )?of|not more "
            r"than|load of up to) #w|(?:load|weight|mass) (?:limit|capacity) (?:of|is) #w"
            r"|(?:limit|capacity|maximum (?:load|weight)) (?:of|is) #w"
        ),
    },
    asks={
        "most": rf"(?:(?:{FIND} )?{_MOST} number of |how many ){_WHICH}{_CAN}"
        r"(?: (?:carry|take|hold|lift|be carried|be loaded|safely))*(?: at once)?"
    },
    says={"most: each load": _loaded},
    allowed="carry take hold lift at load once",
)


def _enough(found: Found) -> str | None:
    """How many are needed for all, each of which holds so many."""
    (needed,), (holds,) = found.texts("needed"), found.texts("holds")
    if stem(found.word("which")) != stem(found.word("unit")) or not value(holds):
        return None
    return f"Find the smallest integer n such that {_plain(holds)}n >= {_plain(needed)}"


_ENOUGH: Final = Pieces(
    words="smallest|least|minimum|fewest|lowest",
    parts={
        "holds": (
            r"(?:each|every|one|if|when|and|where)?(?: one| each| every)? ?(?P<unit>[a-z]+) "
            r"(?:can |will )?(?:holds?|seats?|carry|carries|takes?|fits?) (?:up to |only )?#n"
            r"(?: [a-z]+)?"
        ),
        "needed": r"#n [a-z]+",
    },
    asks={
        "least": (
            rf"(?:{FIND} )?(?:smallest|least|minimum|fewest|lowest)(?: possible)?(?: "
            rf"number of)? {_WHICH}(?: (?:that|is|are|needed|required|necessary|to|will|be|do|they"
            r"|we|i|need|carry|take|hold|transport|seat|for))*"
        )
    },
    says={"least: holds needed": _enough},
    allowed="needed need each carry take hold",
)

FRAMES: Final = (_AFFORDED, _LOADED, _ENOUGH)
