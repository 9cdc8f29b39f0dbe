"""Direct proportion: two quantities that go together, and a third like one of them."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.readers.frames.amounts import value
from mathviz_chat.core.problems.readers.frames.echoes import content, stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.tokens import Token

_DEEDS = (
    "costs cost weighs weigh uses use used drips drip travels travel makes make makes produces "
    "produce types type prints print needs need reads read runs run walks walk burns burn pumps "
    "pump leaks leak flies fly cycles cycle fills fill earns earn drives drive goes go paid pay "
    "pays takes take requires require bake bakes packs pack drinks drink eats eat swims swim"
)
_OF_MEASURES: Final = content(
    f"{_DEEDS} far distance weight price rate long mass volume at this same such"
)
_ASKED_OF: Final = {
    "money": r"\b(?:cost|costs|price|pay|earn|much money)\b",
    "mass": r"\b(?:weigh|weight|mass|grams|kg|kilograms|kilogrammes|much|g)\b",
    "length": r"\b(?:far|distance|metres|meters|km|miles|kilometres|kilometers|long)\b",
    "volume": r"\b(?:much|litres|liters|ml|gallons|volume)\b",
}


def _direct(found: Found) -> str | None:
    """The fourth quantity, where the third is of the kind of one of the first two."""
    first, second, third = found.roles["q"]
    nouns = [_noun(found.text, place) for place in range(3)]
    if _like(first, third) and not _like(second, third):
        same, other, named = first, second, (nouns[0], nouns[2])
    elif _like(second, third) and not _like(first, third):
        same, other, named = second, first, (nouns[1], nouns[2])
    else:
        return None
    if same.sort == "number" and named[1] and stem(named[0]) != stem(named[1]):
        at_a_price = not named[0] and other.sort == "money"
        if not at_a_price or value(third.text) % value(same.text):
            return None  # ``3 for $2`` says nothing of the price of 4
    told, question = found.text[: _asks(found.text)], found.text[_asks(found.text) :]
    if re.search(r"\b(?:with|and|plus)\b(?! how| what)", told):
        return None
    asked = _ASKED_OF.get(other.sort)
    if asked is None or not re.search(asked, question):
        return None
    if content(question) - content(told) - _OF_MEASURES:
        return None
    if other.sort == "money":
        return (
            f"If {value(same.text)} pens cost {other.text}, how much do {value(third.text)} pens"
            f" cost?"
        )
    return (
        f"{other.text} are needed for {_count(same)} pens. How much are needed for {_count(third)} "
        "pens?"
    )


def _asks(text: str) -> int:
    return max(text.rfind("how "), text.rfind("what "), 0)


def _count(token: Token) -> str:
    number = value(token.text)
    return str(number if number.denominator == 1 else float(number))


def _like(one: Token, other: Token) -> bool:
    return one.sort == other.sort and one.unit == other.unit and one.sort not in ("money", "%")


def _noun(text: str, place: int) -> str:
    """The word behind a quantity; a word such as ``of`` is none."""
    marks = list(
        re.finditer(
            r"#[a-z]\d+ (?:of |identical |similar |these |such |same )*([a-z][\w'-]*)?", text
        )
    )
    word = marks[place][1] or ""
    return "" if word in _NO_NOUNS else word


_NO_NOUNS = frozenset(
    [
        "in",
        "on",
        "for",
        "at",
        "cost",
        "costs",
        "weigh",
        "weighs",
        "how",
        "what",
        "to",
        "and",
        "it",
        "he",
        "she",
        "they",
    ]
)

_SAME = (
    r"(?:(?:if )?(?:working |going |travelling )?at (?:this|same|that) (?:rate|price|speed|pace)"
    r"|(?:of )?(?:these|those|such|same)"
    r"|identical|similar)"
)
_DIRECT: Final = Pieces(
    words=_DEEDS.replace(" ", "|"),
    parts={"q": r"(?:#n|#m|#w|#v|#l|#t)", "_same": _SAME},
    asks={"much": r"how (?:much|many|far)|what|find (?:cost|weight|mass|price|distance)"},
    says={"much: q q q": _direct},
    allowed=f"{_DEEDS} in for to will would of distance weight price on same kind shop shops stall "
    "market sells sell sold selling priced at are is",
)

_PEOPLE = r"(?:people|persons?|guests?|friends?|servings?|portions?|children|kids|adults|visitors)"
_STUFF = r"(?:[a-z]+ )??(?P<stuff>[a-z]\w+)"


_BESIDES: Final = re.compile(
    r"#n\d+(?: [a-z]+)? (?:and|plus|with) (?!it\b|uses?\b|needs?\b|takes?\b|requires?\b|calls\b"
    r"|has\b"
    r"|contains?\b|how\b|that\b|which\b)"
)
"""Somebody comes besides those who are counted."""


def _for_more_people(found: Found) -> str | None:
    """What a recipe takes for another number of people."""
    (serves,), (amount,), (people,) = (found.roles[role] for role in ("serves", "amount", "people"))
    unit, asked = found.word("unit"), found.word("asked")
    if amount.unit is None or (unit and units.find(unit) != amount.unit):
        return None
    if stem(asked) != stem(found.word("stuff")) or not value(serves.text):
        return None
    if _BESIDES.search(found.text):
        return None
    return (
        f"{amount.text} are needed for {_count(serves)} pens. How much are needed for "
        f"{_count(people)} pens?"
    )


_RECIPE: Final = Pieces(
    words="recipe|serves|feeds|serve",
    parts={
        "serves": (
            rf"(?:which |that )?(?:serves?|feeds?|(?:is )?(?:enough )?for|makes enough for) #n"
            rf"(?: {_PEOPLE})?(?= (?:and |which |that |it |i )*(?:uses?|needs?|takes?|requires?"
            r"|calls for|contains?|has|there)| \.)"
        ),
        "amount": (
            r"(?:(?:and |it |which |that )*(?:uses?|needs?|takes?|requires?|calls for|contains?"
            r"|has) )"
            rf"(?:#w|#v) of {_STUFF}"
        ),
        "_but": r"but",
        "people": (
            rf"(?:(?:but )?(?:if |when )?(?:we|i|they|there) (?:are|am|is|will be|want|have|need)"
            rf"(?: going to be| expecting| inviting| to serve| to feed| to cook for)?|for|if|serve"
            rf"|feed|to serve|to feed) #n(?: {_PEOPLE})?(?: (?:are coming|come|will come|coming))?"
        ),
    },
    asks={
        "much": (
            r"how (?:much|many (?P<unit>[a-z]+)(?: of)?) (?P<asked>[a-z]\w+) (?:do|does|will|would"
            r"|should|is|are) (?:i|we|they|he|she|you)?(?: ?(?:need|use|needed|take))?"
        )
    },
    says={"much: serves amount people": _for_more_people},
    allowed="need use recipe",
)

FRAMES: Final = (_DIRECT, _RECIPE)
