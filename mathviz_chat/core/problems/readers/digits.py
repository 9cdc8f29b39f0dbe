"""Rounding, digits by their place, and numerals in other bases."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import recount, slots, spoken
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import MAX_BASE, in_base, number
from mathviz_chat.core.problems.patterns import LazyPattern
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Call, Div, Expr, Mul, Neg, Sub

_FLAGS = re.IGNORECASE | re.DOTALL
_M = slots.MATHS
_SCALES: Final = {
    "one": 0, "unit": 0, "integer": 0, "whole number": 0,
    "ten": 1, "hundred": 2, "thousand": 3, "ten thousand": 4, "hundred thousand": 5,
    "million": 6, "ten million": 7, "hundred million": 8,
    "billion": 9, "ten billion": 10, "hundred billion": 11, "trillion": 12,
}  # fmt: skip
_FRACTIONS: Final = {"tenth": -1, "hundredth": -2, "thousandth": -3, "ten thousandth": -4}
PLACES: Final = {**_SCALES, **_FRACTIONS}
MAX_WRITTEN: Final = 10**18
"""Numbers whose digits are still written out."""

_PLACE = "|".join(name.replace(" ", r"[\s-]+") for name in sorted(PLACES, key=len, reverse=True))
_DECIMALS = rf"(?P<decimals>\d{{1,2}}|{spoken.NUMBER})\s+(?:decimal\s+places?|d\.?p\.?s?|decimals)"
_FIGURES = (
    rf"(?P<figures>\d{{1,2}}|{spoken.NUMBER})\s+"
    r"(?:sig(?:nificant)?\.?\s+(?:figures?|figs?|digits?)|s\.?f\.?)"
)
_TO = (
    r"(?:correct\s+)?(?:to\s+)?"
    rf"(?:the\s+nearest\s+(?:one[\s-]+)?(?P<place>{_PLACE}|\d+)|{_DECIMALS}|{_FIGURES})"
)
_ROUND: Final = tuple(
    LazyPattern(pattern, _FLAGS)
    for pattern in (
        rf"round(?:\s+off)?\s+(?P<x>{_M})\s+{_TO}",
        rf"(?:give|write|express|find|state|calculate|work\s+out)\s+(?P<x>{_M})\s+{_TO}",
        rf"(?:what(?:'s|\s+is)|find|calculate|give|work\s+out)\s+(?P<x>{_M})\s+rounded\s+{_TO}",
    )
)
_DIGIT: Final = LazyPattern(
    rf"(?:what(?:'s|\s+is)|find|give|state)\s+the\s+(?P<place>{_PLACE}|last)s?\s+digit\s+of\s+(?P<x>{_M})",
    _FLAGS,
)
_AT_PLACE = rf"in\s+the\s+(?P<place>{_PLACE})s?[\s']*\s+(?:place|position|column)"
_DIGITS: Final = (
    _DIGIT,
    *(
        LazyPattern(pattern, _FLAGS)
        for pattern in (
            rf"(?:which|what)\s+(?:digit|number)\s+is\s+{_AT_PLACE}\s+(?:of|in)\s+(?P<x>{_M})",
            rf"(?:which|what)\s+digit\s+(?:of|in)\s+(?P<x>{_M})\s+is\s+{_AT_PLACE}",
            rf"(?:what(?:'s|\s+is)|find|give|state)\s+the\s+digit\s+{_AT_PLACE}\s+(?:of|in)\s+(?P<x>{_M})",
        )
    ),
)
_NUMERAL = r"-?[0-9][0-9a-z]*|-?[a-z][0-9a-z]*"
BASES: Final = {
    "binary": 2,
    "base two": 2,
    "ternary": 3,
    "octal": 8,
    "decimal": 10,
    "denary": 10,
    "hexadecimal": 16,
    "hex": 16,
    "base ten": 10,
    "base sixteen": 16,
    "base eight": 8,
}
_BASE_NAMES = "|".join(word.replace(" ", r"\s+") for word in BASES)
_BASE = rf"(?:base\s+\d+|{_BASE_NAMES})"
_TO_BASE = (
    rf"(?:to|into|in|as)\s+(?:an?\s+)?(?P<to>{_BASE})"
    r"(?:\s+(?:number|numeral|notation|form))?"
)
_CHANGE = r"(?:convert|change|write|express|give|what(?:'s|s|\s+is))\s+"
_CONVERT: Final = tuple(
    LazyPattern(pattern, _FLAGS)
    for pattern in (
        rf"(?:{_CHANGE})?(?:the\s+)?(?P<digits>{_NUMERAL})\s+\(?(?:in\s+|from\s+)?(?P<base>{_BASE})\)?\s+{_TO_BASE}",
        rf"{_CHANGE}(?:the\s+)?(?P<base>{_BASE})\s+(?:number|numeral)\s+(?P<digits>{_NUMERAL})\s+{_TO_BASE}",
        rf"{_CHANGE}(?:the\s+)?(?:number\s+)?(?P<digits>\d+)\s+{_TO_BASE}",
        rf"{_CHANGE}(?:the\s+)?(?:number\s+)?(?P<digits>[0-9a-z]+)_\{{?(?P<base>\d+)\}}?\s+{_TO_BASE}",
    )
)
_IN_BASE: Final = LazyPattern(
    rf"in\s+base\s+(?P<base>\d+),?\s+(?:what\s+is\s+|calculate\s+)?(?P<a>{_NUMERAL})\s*(?P<sign>[-+])\s*(?P<b>{_NUMERAL})",
    _FLAGS,
)


def read(clauses: Clauses) -> Problem | None:
    """A question about the digits of a number."""
    return _rounding(clauses) or _digit(clauses) or _conversion(clauses) or _in_base(clauses)


def _known(clauses: Clauses, text: str) -> Fraction | None:
    found = clauses.value(text)
    if found is None:
        return None
    try:
        value = recount.value(found[0])
    except recount.NotEvaluated:
        return None
    return value if isinstance(value, Fraction) else None


def _count(word: str) -> int | None:
    return int(word) if word.isdigit() else spoken.number(word)


def _places(match: re.Match[str], value: Fraction) -> int | None:
    """Decimals to keep; negative for tens and more."""
    if match["decimals"]:
        return _count(match["decimals"])
    if match["figures"]:
        count = _count(match["figures"])
        return None if not count or value == 0 else count - 1 - _magnitude(abs(value))
    place = " ".join(re.split(r"[\s-]+", match["place"].lower()))
    if place.isdigit():
        size = str(int(place))
        return -(len(size) - 1) if size == "1" + "0" * (len(size) - 1) else None
    return -PLACES[place]


def _rounding(clauses: Clauses) -> Problem | None:
    for pattern in _ROUND:
        match = pattern.fullmatch(clauses.asked)
        root = None if match is None else _rounded_root(clauses, match)
        if root is not None:
            return root
        value = None if match is None else _known(clauses, match["x"])
        places = None if match is None or value is None else _places(match, value)
        if match is None or places is None or value is None:
            continue
        named = clauses.slots.expression(match["x"])
        written = _decimal(value) if named is None or clauses.given else to_plain(named)
        to = _to_places(places) if places >= 0 else f"to the nearest {10**-places}"
        if match["figures"]:
            to = f"to {_count(match['figures'])} significant figures"
        return Problem(
            Kind.ROUNDING,
            Form.NUMBER,
            f"Round {written} {to}.",
            target=rounded(value, places),
            rank=places,
            items=(number(value),),
        )
    return None


def _rounded_root(clauses: Clauses, match: re.Match[str]) -> Problem | None:
    """``√20`` to a place: a value that is no fraction, and never half-way between two decimals."""
    named = clauses.slots.expression(match["x"])
    if named is None or clauses.given or variables(named) or match["figures"]:
        return None
    try:
        value = recount.value(named)
    except recount.NotEvaluated:
        return None
    places = _places(match, Fraction(1))
    if isinstance(value, Fraction) or places is None or not 0 <= places <= 12:
        return None
    nearest = Fraction(recount.nearest(value * 10**places), 10**places)
    return Problem(
        Kind.ROUNDING,
        Form.NUMBER,
        f"Round {to_plain(named)} {_to_places(places)}.",
        target=number(nearest),
        rank=places,
        items=(named,),
    )


def _to_places(places: int) -> str:
    if places == 0:
        return "to the nearest whole number"
    return f"to {places} decimal place{'s' * (places != 1)}"


def _magnitude(value: Fraction) -> int:
    """The exponent of the highest power of ten that is not above a positive value."""
    exponent = len(str(value.numerator)) - len(str(value.denominator))
    return exponent if value >= Fraction(10) ** exponent else exponent - 1


def _decimal(value: Fraction) -> str:
    return to_plain(number(value))


def rounded(value: Fraction, places: int) -> Expr:
    """``floor(x*10^places + 1/2)/10^places``, halves away from 0."""
    scale = Fraction(10) ** places
    half = Add(Mul(number(abs(value)), number(scale)), number(Fraction(1, 2)))
    whole = Div(Call("floor", (half,)), number(scale))
    return whole if value >= 0 else Neg(whole)


def _digit(clauses: Clauses) -> Problem | None:
    match = next((m for p in _DIGITS if (m := p.fullmatch(clauses.asked)) is not None), None)
    value = None if match is None else _known(clauses, match["x"])
    if match is None or value is None or value < 0:
        return None
    place = " ".join(re.split(r"[\s-]+", match["place"].lower()))
    place = "one" if place == "last" and value.denominator == 1 else place
    if place not in PLACES:
        return None
    if abs(value) > MAX_WRITTEN:
        return None  # the last digit of a power is a remainder, which has a reader of its own
    ten = Fraction(10) ** PLACES[place]
    named = clauses.slots.expression(match["x"])
    written = _decimal(value) if named is None or clauses.given else to_plain(named)
    shifted, rest = (
        Call("floor", (Div(number(value), number(scale)),)) for scale in (ten, 10 * ten)
    )
    return Problem(
        Kind.PLACE_VALUE,
        Form.NUMBER,
        f"What is the {place}s digit of {written}?",
        expression=Sub(shifted, Mul(number(Fraction(10)), rest)),
    )


def _conversion(clauses: Clauses) -> Problem | None:
    match = next((m for p in _CONVERT if (m := p.fullmatch(clauses.asked)) is not None), None)
    if match is None or clauses.given:
        return None
    own, to = _base(match.groupdict().get("base") or "decimal"), _base(match["to"])
    value = in_base(match["digits"], own)
    if value is None or not 2 <= to <= MAX_BASE or own == to:
        return None
    read_as = f"Convert {match['digits'].lower()} (base {own}) to base {to}."
    return Problem(Kind.NUMERAL, Form.NUMERAL, read_as, target=value, base=to)


def _base(word: str) -> int:
    word = " ".join(word.lower().split())
    return BASES.get(word) or int(word.removeprefix("base "))


def _in_base(clauses: Clauses) -> Problem | None:
    match = _IN_BASE.fullmatch(clauses.asked)
    if match is None or clauses.given:
        return None
    base = int(match["base"])
    left, right = in_base(match["a"], base), in_base(match["b"], base)
    if left is None or right is None:
        return None
    value = Add(left, right) if match["sign"] == "+" else Sub(left, right)
    read_as = f"In base {base}, what is {match['a'].lower()} {match['sign']} {match['b'].lower()}?"
    return Problem(Kind.NUMERAL, Form.NUMERAL, read_as, target=value, base=base)
