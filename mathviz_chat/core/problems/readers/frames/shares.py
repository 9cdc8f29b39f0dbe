"""Things shared out: equally with what is left over, into boxes, by a ratio, by how many more."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.readers.frames.amounts import currency, money, value
from mathviz_chat.core.problems.readers.frames.cues import FIND, HOW_MUCH
from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces

_LEFT = r"(?:left over|left-over|leftover|left|remain|remaining|over|remains)"
_SHARE = r"(?:shared?|shares|divided?|divides|split|splits|distributed?|given out|dealt)"
_EACH_AND_LEFT = (
    rf"how many (?:whole |full |complete )?(?:\w+ )?(?:(?:does |do |will |would |can |did )*"
    rf"(?:each|every|one)(?: \w+)*?|(?:are |will be |go )?in each(?: \w+)?"
    rf"|(?:teams|groups|boxes|bags|packs|packets|tables|rows|trays|bunches|bouquets)(?: \w+)*?)"
    rf" and (?:how many|what)(?: \w+)*? {_LEFT}(?: over)?"
)


def _divided(found: Found) -> str | None:
    ((total,), (groups,)) = found.texts("total"), found.texts("groups")
    if re.search(r"#n\d+ \w+ and (?!how|what|there)", found.text):
        return None
    if value(groups) >= value(total) or not (total.isdigit() and groups.isdigit()):
        return None
    return f"Find the quotient and the remainder when {total} is divided by {groups}."


_REMAINDER: Final = Pieces(
    words="left|remain|over|remaining|leftover|left-over|remains",
    parts={
        "_equally": r"equally|evenly|fairly|out|up",
        "groups": (
            r"(?:between|among|amongst|by|with|to|into (?:groups|teams|bags|boxes|packs|packets"
            r"|rows"
            r"|bunches|bouquets|trays|bundles) of|(?:groups|teams|bags|boxes|packs|packets|rows"
            r"|trays"
            r"|bunches|bouquets|tables|bundles) of|into) #n(?: \w+)?|#n \w+(?= (?:share|split"
            r"|divide)\b)"
        ),
        "total": r"#n(?: \w+)?",
        "_share": rf"(?:(?:are|is|were|to be|being) )?{_SHARE}(?: out| up)?|put",
    },
    asks={"both": _EACH_AND_LEFT},
    says={"both: total groups": _divided},
    allowed="has there were have wants",
)

_HOLDS = (
    r"(?:holds?|carry|carries|can carry|can hold|seats?|can seat|takes?|can take|fits?|contains?"
    r"|accommodates?|(?:boxes|packs|bags|packets|cartons|trays|crates|tins|boxes|pack|box|bag) of"
    r"|with)(?: up to| at most)?"
)


def _needed(found: Found) -> str | None:
    """How many boxes hold them all: the quotient rounded up."""
    ((total,), (each,)) = found.texts("total"), found.texts("each")
    if len({stem(word) for word in found.every("holder")}) > 1:
        return None
    if not (total.isdigit() and each.isdigit()) or value(total) <= value(each):
        return None
    return f"Calculate ceil({total}/{each})."


_BOXES: Final = Pieces(
    words="needed|need|required|require|needs",
    parts={
        "each": (
            rf"(?:each (?P<holder>\w+) )?{_HOLDS} #n(?: \w+)?"
            r"(?: (?:each|on each \w+|in each \w+|per \w+))?"
            r"|#n(?: \w+)? (?:on each|in each|per|to each|at each) \w+"
        ),
        "total": r"#n(?: \w+)?",
    },
    asks={
        "needed": (
            r"how many (?!more|full|extra)(?:\w+ )?(?P<holder>\w+) (?:are |will be |would be |is )?"
            r"(?:needed|required|do (?:you|we|they|i) need|does (?:he|she|it|\w+) need"
            r"|will (?:you|we|they|i|he|she) need|must be (?:bought|used|hired))"
        )
    },
    says={"needed: total each": _needed},
    allowed="to in for all hold carry transport go goes come take seat pack come each",
)

_BIGGEST = r"(?:most|largest|biggest|greatest|larger|bigger|more)"
_LEAST = r"(?:least|smallest|fewest|smaller|less|lowest)"
_SHARES_ASKED: Final = {
    "largest": (
        rf"(?:{HOW_MUCH}|how many|{FIND})… {_BIGGEST}(?: share| part| amount| one)?(?: get)?"
    ),
    "smallest": rf"(?:{HOW_MUCH}|how many|{FIND})… {_LEAST}(?: share| part| amount| one)?(?: get)?",
}
_SPREAD = (
    r"(?:\w+ )?with (?:largest|biggest|most|greatest)(?: share)? (?:gets|receives|got|has|takes)"
    r" (?:#m|#n) more than (?:one |\w+ )?(?:with |who gets )?(?:smallest|least)(?: share)?"
    r"|(?:largest|biggest|greatest) share is (?:#m|#n) (?:more|larger|bigger|greater) than"
    r" (?:smallest|least)(?: share)?"
)


def _spread(found: Found) -> str | None:
    """The total, by how much the largest share is above the smallest."""
    (ratio,), (more,) = found.texts("ratio"), found.texts("spread")
    parts = [Fraction(part) for part in ratio.split(":")]
    if any(part.denominator != 1 for part in parts) or max(parts) == min(parts):
        return None
    total = value(more) / (max(parts) - min(parts)) * sum(parts)
    if total.denominator != 1:
        return None
    share = f"{max(parts)}/{sum(parts)} - {min(parts)}/{sum(parts)}"
    return f"If ({share})*x = {value(more)}, what is x?"


_RATIO: Final = Pieces(
    words="ratio|ratios",
    parts={
        "spread": _SPREAD,
        "ratio": r"(?:in |according to )*ratio(?: of)? #r",
        "_people": r"#n(?= (?:people|partners|friends|children|brothers|sisters|siblings|men|women"
        r"|workers|cousins|students|pupils|kids|boys|girls))",
        "total": r"#m|(?:#n|#o|#w|#l|#v)(?: of)?(?: \w+)?",
        "_order": r"in (?:that|this|same) order|respectively",
        "_share": _SHARE,
    },
    asks={
        **_SHARES_ASKED,
        "each": (
            r"(?:how (?:much|many)|what)(?: \w+)? (?:does|do|will|did|would|should) each"
            r"(?: (?:of them|one|person|child|friend|brother|sister))? (?:get|receive|inherit|have)"
        ),
        "total": (
            rf"(?:{FIND}|how (?:big|large|much|many))… "
            r"(?:total|altogether|in all|shared|profit)(?: \w+)?"
        ),
    },
    says={
        "each: ratio total": "Share {total} in the ratio {ratio}. What does each get?",
        "largest: ratio total": "Share {total} in the ratio {ratio}. What is the largest share?",
        "smallest: ratio total": "Share {total} in the ratio {ratio}. What is the smallest share?",
        "total: ratio spread": _spread,
    },
    allowed="from share shares shared profit get gets receive receives total between them was all",
)


_GROUPS = (
    r"(?:friends|brothers|sisters|siblings|children|kids|cousins|people|partners|boys|girls|twins)"
)
_THREE: Final = re.compile(
    rf"\b(?:between|among|amongst) (?!{_GROUPS} )(?!his |her |their )[a-z]\w* [a-z]\w* and [a-z]"
)
"""Three share: of the third one nothing is told."""


def _named_share(found: Found) -> str | None:
    """The share of the one who is asked about, where one has so many times as much."""
    if _THREE.search(found.text):
        return None
    first, second, asked = (found.word(name) for name in ("first", "second", "asked"))
    (total,) = found.texts("total")
    times = {"twice": "2", "double": "2", "triple": "3"}.get(found.word("times"), "")
    times = times or next(iter(found.texts("times")), "")
    if not times.isdigit() or asked not in (first, second) or first == second:
        return None
    who = "Ann" if asked == first else "Bob"
    return f"Share {total} between Ann and Bob in the ratio {times}:1. How much does {who} get?"


def _by_difference(found: Found) -> str | None:
    if _THREE.search(found.text):
        return None
    first, second, asked = (found.word(name) for name in ("first", "second", "asked"))
    ((total,), (more,)) = found.texts("total"), found.texts("more")
    if asked not in (first, second) or first == second or currency(total) or currency(more):
        return None
    which = "larger" if (asked == first) is (found.word("than") == "more") else "smaller"
    sums = f"The difference of two numbers is {value(more)} and their sum is {value(total)}."
    return f"{sums} Find the {which} number."


_GETS = r"(?:gets|receives|has|got|had|takes|will get|will receive|should get|is to get|receive)"
_TWO: Final = Pieces(
    words="share|shared|divide|divided|split|shares",
    parts={
        "times": (
            rf"(?P<first>\w+) {_GETS} (?:(?P<times>twice|double|triple)|#n times) "
            r"(?:as (?:much|many)(?: \w+)? as|what|amount of) (?P<second>\w+)"
            r"(?: (?:gets|does|receives|has|got))?"
        ),
        "more": (
            rf"(?P<first>\w+) {_GETS} (?:#m|#n) (?:\w+ )?(?P<than>more|less|fewer) (?:\w+ )?than "
            r"(?P<second>\w+)(?: (?:gets|does|receives|has))?"
        ),
        "total": r"#m|#n(?: \w+)?",
        "_so": rf"{_SHARE}|such that|so that|in such way that|so",
    },
    asks={
        "share": (
            r"how (?:much|many)(?: (?!more|less|fewer)\w+)? (?:does|did|will|should)"
            r" (?P<asked>\w+) (?:get|receive|have)"
            r"|how many (?!more|less|fewer)\w+(?: are| is| will there be| go)? (?:for|to) "
            r"(?P<asked>\w+)"
        )
    },
    says={"share: total times": _named_share, "share: total more": _by_difference},
    allowed="between among and gets",
)

_HEADS = (
    r"(?:of us|of them|people|persons|friends|colleagues|pals|mates|children|kids|students|pupils"
    r"|brothers|sisters|siblings|cousins|flatmates|housemates|classmates|workers|women|men|boys"
    r"|girls|neighbours|neighbors|teammates|players|members|partners|diners|guests)"
)


def _equal(found: Found) -> str | None:
    """The share of each of so many people, with a tip on top where there is one."""
    ((people,), (total,)) = found.texts("people"), found.texts("total")
    if _BESIDES.search(found.text) or value(people) < 2:
        return None
    with_tip = value(total) * (1 + sum(map(value, found.texts("tip")), Fraction(0)) / 100)
    amount = money(with_tip, currency(total))
    return amount and f"Share {amount} equally among {people} people. How much does each get?"


_BESIDES: Final = re.compile(
    r"\b(?:with|plus) (?!#p)|\band (?!#[mp]|are\b|were\b|they\b|we\b|it\b|how\b|what\b|spl?it|shar"
    r"|divid|want|decid|agree|add|left\b|leave|gave\b|had\b|ordered\b|ate\b|then\b|each\b|now\b)"
)
"""Somebody shares besides those who are counted."""
_EQUAL: Final = Pieces(
    words="each|apiece|everyone|everybody|person|one",
    parts={
        "tip": (
            r"(?:(?:add|adds|added|adding|plus|with|leave|leaves|left|leaving|gave|give|and) )?"
            r"#p (?:tip|service charge|service|gratuity)(?: (?:was|is) added)?"
            r"|(?:tip|service charge|gratuity) of #p(?: (?:was|is) added)?"
        ),
        "people": rf"(?:(?:between|among|amongst|by) )?(?:all )?#n {_HEADS}",
        "total": r"#m",
        "equally": (
            r"(?:(?:split|splits|splitting|spliting|share|shares|shared|sharing|divide|divided"
            r"|divides|dividing) (?:(?:total|bill|cost|costs|whole|it|this|that|sum|everything"
            r"|all) )*)?(?:equally|evenly|in equal (?:parts|shares)|into equal (?:parts|shares))"
            r"(?: (?:between|among|amongst) (?:them|us|themselves|ourselves))?"
        ),
        "_share": rf"(?:{_SHARE}|splitting|sharing|spliting|dividing)",
    },
    asks={
        "each": (
            rf"(?:{HOW_MUCH}|what)(?: (?:is|will|would|does|did|do|must|should|has|have))?… "
            r"(?:each|everyone|everybody|per person|apiece)(?: one)?(?: of (?:them|us))?"
            r"(?: (?:person|friend|one|pays?|paid|get|gets|have to pay|to pay|receive|owe|share))*"
        )
    },
    says={"each: people total equally": _equal, "each: tip people total equally": _equal},
    allowed="bill total cost costs came pay paid won went out ate together bought buy",
)


def _fairly(found: Found) -> str | None:
    ((people,), (things,)) = found.texts("people"), found.texts("things")
    if not (people.isdigit() and things.isdigit()) or not 1 < int(people) < int(things):
        return None
    if _BESIDES.search(found.text.partition("how many")[0].replace("same and as", "same as")):
        return None
    return f"Find the quotient and the remainder when {things} is divided by {people}."


_FAIR: Final = Pieces(
    words="left|remain|over|remaining|leftover|remains",
    parts={
        "people": rf"(?:(?:between|among|amongst|for|and) )?#n {_HEADS}",
        "things": r"#n [a-z]\w+",
        "fair": (
            r"(?:everybody|everyone|each(?: (?:one|child|person|kid))?|all(?: of them)?) "
            r"(?:gets?|receives?|is given|has|have|must get|should get) (?:same|equal)"
            r"(?: (?:number|amount))?(?:(?: and)? as many as (?:poss?ible|they can))?"
        ),
    },
    asks={"both": _EACH_AND_LEFT},
    says={"both: people things fair": _fairly},
    allowed="and has have",
)


def _one_more(found: Found) -> str | None:
    """The larger or the smaller of two shares, one of which is told to be so much more."""
    ((total,), (more,)) = found.texts("total"), found.texts("more")
    if currency(total) != currency(more) or value(more) >= value(total):
        return None
    sums = f"The difference of two numbers is {value(more)} and their sum is {value(total)}."
    return f"{sums} Find the {found.asked} number."


_LARGER = r"(?:larger|bigger|greater)"
_SMALLER = r"(?:smaller|lesser)"
_PORTION = r"(?:share|part|amount)(?: get| receive)?"
_TWO_SHARES: Final = Pieces(
    words="share|part|amount",
    parts={
        "more": rf"one(?: of them)? {_GETS} (?:#m|#n) (?:[a-z]\w* )?(?:more|less|fewer) than other",
        "two": r"(?:between|among|amongst) (?:#n|two) [a-z]\w*|into (?:#n|two) parts",
        "total": r"#m|#n(?: [a-z]\w*)?",
        "_so": rf"(?:(?:is|are|was|were) )?{_SHARE}|such that|so that|in such way that",
    },
    asks={
        "larger": rf"(?:{HOW_MUCH}|how many|{FIND})… {_LARGER} {_PORTION}",
        "smaller": rf"(?:{HOW_MUCH}|how many|{FIND})… {_SMALLER} {_PORTION}",
    },
    says={f"{asked}: more two total": _one_more for asked in ("larger", "smaller")},
    allowed="get gets",
)

FRAMES: Final = (_REMAINDER, _BOXES, _RATIO, _TWO, _TWO_SHARES, _EQUAL, _FAIR)
