"""As many equal portions as there are in a whole: full ones, those needed for all, what is left.

The whole and a portion are two amounts of one kind: things that are counted, lengths, weights,
volumes.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.readers.frames.echoes import stem
from mathviz_chat.core.problems.readers.frames.pieces import Found, Pieces
from mathviz_chat.core.problems.readers.frames.templates import amount, written
from mathviz_chat.core.problems.readers.frames.tokens import Token, words

_Q = r"(?:#n|#l|#w|#v)"
_PORTIONS: Final = (
    r"(?:pieces?|bits?|lengths?|strips?|boxes|box|bags?|packs?|packets?|trays?|rows?|tables?|bus(?:es)?|"
    r"minibus(?:es)?|coach(?:es)?|vans?|boats?|cars?|taxis?|tents?|shelf|shelves|crates?|cartons?|"
    r"bracelets?|necklaces?|bunch(?:es)?|bouquets?|teams?|groups?|pages?|jars?|tubes?|baskets?|cans?|"
    r"bottles?|glass(?:es)?|cups?|jugs?|tins?|portions?|servings?|bows?|buckets?|sacks?|"
    r"trips?|loads?|batch(?:es)?|bowls?|sections?|parts|lorr(?:y|ies)|trucks?|carriages?|"
    r"envelopes?|folders?|albums?|cakes?|loaves|loaf|tablets?|doses?|spoons?|mugs?)"
)
_HOLDS = (
    r"(?:takes?|needs?|uses?|holds?|can hold|can take|can carry|requires?|weighs?|fits?|seats?|"
    r"carries|contains?|measures|must be|is to be|should be|is|are|has|have|of|with|that hold"
    r"|which "
    r"hold|holding|seating|for|that take|that seat|sleeps?)"
)
_THING = (
    r"(?: (?P<unit>(?!each\b|per\b|in\b|for\b|to\b|and\b|of\b|at\b|into\b|can\b|are\b|is\b"
    r"|how\b)[a-z]\w*))?"
)
_EACH_ONE = r"(?:each|every|one|per|to|in each|in every|in|into each)(?: (?P<kind>[a-z]\w+))?"
_WHO = r"(?:i|he|she|we|they|you|be|it|one)"
_DONE = (
    r"(?:make|made|cut|fill|filled|get|have|bake|baked|sew|sewn|pack|packed|produce|produced|pour|"
    r"poured|form|formed|serve|served|there be|full)"
)
_NEED = r"(?:needed|required|necessary|need|hire|order|buy|use|used|require|book|take|have to|must)"
_LEFT = r"(?:left over|left out|leftover|left|over|remains?|remaining|unpacked|wasted|spare)"
_FULL = r"(?:full |complete |whole |entire )"

_PARTS: Final = {
    "size": (
        rf"(?:(?:each|every|a|one|per)(?: single)? )(?P<kind>(?!of\b|day\b|one\b)[a-z]\w*) {_HOLDS}"
        rf"(?: (?:up to|exactly|about))? {_Q}{_THING}"
        rf"|(?P<kind>{_PORTIONS}) {_HOLDS}(?: (?:up to|exactly))? {_Q}{_THING}(?: {_EACH_ONE})?"
        rf"|{_Q}(?: (?:long|litre|seater|page))? (?P<kind>{_PORTIONS})(?= )(?! of)"
        rf"|{_Q}{_THING} (?:each|apiece|per (?P<kind>[a-z]\w*)|in (?:a |each |every )?"
        rf"(?P<kind>{_PORTIONS})|into (?:each|every) (?P<kind>{_PORTIONS})|to (?:each|every)? ?"
        rf"(?P<kind>{_PORTIONS}))"
    ),
    "total": rf"{_Q}(?: long)?(?: of)?{_THING}",
}


_OF_SIZE = rf"(?: (?:with|of|holding|that hold|that seat|carrying) {_Q}(?: (?P<unit>[a-z]\w+))?)?"


def _asks(before: str, after: str) -> str:
    return rf"how many {before}?(?:{_Q}(?: long)? )?(?P<asked>[a-z]\w+){_OF_SIZE}{after}"


_ASKS: Final = {
    "needed": _asks(
        "",
        rf"(?: (?:are|is|will|would|do|does|must|should|did|{_WHO}|lift|school|company))* "
        rf"{_NEED}(?: (?:for|to)(?: (?:carry|take|hold|transport|pack|store|all|everyone|them|of"
        rf"|seat|fit|put|{_WHO}))*)?",
    ),
    "both": (
        rf"how many {_FULL}?(?P<asked>[a-z]\w+){_OF_SIZE}(?: (?:is that|can|could|will|does|do"
        rf"|are there|{_WHO}|"
        rf"{_DONE}))* and how (?:many|much)(?: (?P<unit>[a-z]\w+))?(?: (?:is|are|will be"
        rf"|players))* {_LEFT}"
    ),
    "left": (
        rf"how (?:many|much)(?! {_LEFT} [a-z])(?: (?P<unit>(?!are\b|is\b|will\b)[a-z]\w+))?(?: "
        rf"(?:is|are|will|be"
        rf"|does|do|"
        rf"have|has|{_WHO}))* {_LEFT}"
    ),
    "full": _asks(_FULL, rf"(?: (?:can|could|will|does|do|{_WHO}|are))* {_DONE}(?: up)?"),
}
_NOT_PORTIONS: Final = words(
    "cuts cut posts post trees tree poles pole lamps lamp stops stop times way ways more gaps "
    "fence "
    "children people friends pupils students days"
)
_TURNING: Final = words("half partly already spilled spilt broken rotten bad both apart between")


def _amounts(found: Found) -> tuple[Fraction, Fraction, Token] | None:
    """The whole and a portion, in the unit of the portion."""
    sizes = (*found.roles.get("size", ()), *found.roles.get("", ()))
    totals = found.roles.get("total", ())
    if len(sizes) != 1 or len(totals) != 1 or sizes[0].sort != totals[0].sort:
        return None
    total, size = amount(totals[0]), amount(sizes[0])
    if total is None or size is None or size <= 0:
        return None
    if totals[0].unit is not None and sizes[0].unit is not None:
        total = total * totals[0].unit.factor / sizes[0].unit.factor
    return (total, size, sizes[0]) if total > size else None


def _fits(found: Found) -> bool:
    """What is asked for are the portions that are told, and the things are of one kind."""
    kinds = {stem(word) for word in (*found.every("kind"), *found.every("asked"))}
    named = [stem(word) for word in found.every("unit")]
    things = {*named} - _VESSELS - _SEATS
    said = {*found.text.split()}
    asked = {*found.every("asked")}
    counted = found.roles["total"][0].unit is None
    return (
        len(kinds) <= 1
        and not (counted and len(things) > 1)
        and not asked & _NOT_PORTIONS
        and not (found.asked == "left" and named and named[0] in _SEATS)
        and not said & _TURNING
        and not (found.asked == "needed" and kinds & _CUT_OFF)
    )


_SEATS: Final = frozenset(map(stem, words("seats places spaces beds")))
"""Each of them is for one of those who are counted."""
_CUT_OFF: Final = frozenset(map(stem, words("piece bit length strip slice section part")))
"""What a whole is cut into: how many of those "are needed" asks something else."""
_VESSELS: Final = frozenset(map(stem, words("ribbon rope wood juice water paint flour")))


def _said(make: Callable[[str, str, Token], str | None]) -> Callable[[Found], str | None]:
    def says(found: Found) -> str | None:
        told = _amounts(found)
        if told is None or not _fits(found):
            return None
        total, size, token = told
        return make(written(total), written(size), token)

    return says


def _rest(total: str, size: str, token: Token) -> str | None:
    if not (total.isdigit() and size.isdigit()):
        return None
    if token.unit is None:
        return f"Find the remainder when {total} is divided by {size}."
    return f"Calculate {total} mod {size} in {token.unit.symbol}."


def _both(total: str, size: str, token: Token) -> str | None:
    if not (total.isdigit() and size.isdigit()) or token.unit is not None:
        return None
    return f"Find the quotient and the remainder when {total} is divided by {size}."


_SAYS: Final = {
    "full": _said(lambda total, size, _: f"Calculate floor({total}/{size})."),
    "needed": _said(lambda total, size, _: f"Calculate ceil({total}/{size})."),
    "left": _said(_rest),
    "both": _said(_both),
}

FRAMES: Final = (
    Pieces(
        words="many|much",
        parts=_PARTS,
        asks={name: _ASKS[name] for name in ("both", "needed", "left", "full")},
        says={
            f"{name}: {shape}": saying
            for name, saying in _SAYS.items()
            for shape in ("size total", "total")
        },
        allowed=(
            "cut into from make made puts put packs pack packed of by in a with be length lengths "
            "full "
            "up as possible many got takes use uses needs need can have out going taking each"
        ),
    ),
)
