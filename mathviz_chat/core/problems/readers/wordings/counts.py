"""How many multiples or terms there are, bounds of rounded numbers, a dividend from its parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems.readers.wordings.common import Family, Restating, numbers, step_of
from mathviz_chat.core.problems.wording import Hit

_GRAMMAR: Final = """
WHAT = [and|then|so]* [what is|what's|whats|find|give|state|calculate|work out|determine|write
    down]?
NUMBERS = [[positive|natural|whole]* [numbers|integers]]
WITHIN = [from {a:int} to {b:int} [inclusive]?|between {a:int} and {b:int} {i:inclusive}|between
    {e:int} and {f:int}|up to [and including]? {b:int}|[below|less than|under] {g:int}]
GIVEN = [when|if|it|is|was|has been|rounded|correct|given|measured|to|which|that|written]*
multiples:
    how many multiples of {m:int} [are there|are|lie]? WITHIN
    how many NUMBERS WITHIN are [divisible by|multiples of] {m:int}
    how many NUMBERS [that are]? divisible by {m:int} [are there|lie|are]? WITHIN
terms:
    how many terms [are there|are|does]* [in]? [this|arithmetic|sequence|progression|series|list]*
        {l:terms} {z:signed} [have]?
    [in]? [this|arithmetic|sequence|progression|series]* {l:terms} {z:signed} how many terms [are
        there|does it have|has it]?
bound:
    WHAT {w:bound} bound of {x} GIVEN {to:nearest}
    {x} [is|was|has been|rounded|correct|given|measured|written]* to {to:nearest} WHAT [its]?
        {w:bound} bound
    number is {x} [when|if]? [rounded|correct]* to {to:nearest} WHAT [its]? {w:bound} bound
dividend:
    number is divided by {b:int} quotient is {q:int} and remainder is {r:int} WHAT number
    when number is divided by {b:int} quotient is {q:int} and remainder is {r:int} WHAT number
    WHAT number [that|which] gives quotient {q:int} and remainder {r:int} when divided by {b:int}
"""


def _multiples(hit: Hit) -> str | None:
    """From the first to the last one in steps of their size."""
    size = int(hit["m"])
    if hit.get("e"):
        low, high = int(hit["e"]), int(hit["f"])
        if size and (low % size == 0 or high % size == 0):
            return None  # whether the ends count is not said
    else:
        low = int(hit.get("a") or 1)
        high = int(hit["b"]) if hit.get("b") else int(hit["g"]) - 1
    if size < 2:
        return None
    first, last = -(-low // size) * size, high // size * size
    return f"Calculate ({last} - {first})/{size} + 1." if first < last else None


def _terms(hit: Hit) -> str | None:
    """The last term is reached in whole steps."""
    terms, last = numbers(hit["l"]), numbers(hit["z"])[0]
    step = step_of(terms)
    if len(terms) < 3 or not step or not re.search(r"\.{2,}|…", hit.text):
        return None
    count = (last - terms[0]) / step + 1
    if count.denominator != 1 or count <= len(terms):
        return None
    first = terms[0] if terms[0] >= 0 else f"({terms[0]})"
    return f"Calculate ({last} - {first})/{step if step > 0 else f'({step})'} + 1."


_NAMED: Final[Mapping[str, Fraction | int]] = {
    "whole number": 1, "integer": 1, "one": 1, "unit": 1, "ten": 10, "hundred": 100,
    "thousand": 1000, "tenth": Fraction(1, 10), "hundredth": Fraction(1, 100),
}  # fmt: skip


def _bound(hit: Hit) -> str | None:
    """Half of the place above or below; the number is one that was rounded to it."""
    words = hit["to"].lower().split()
    place: Fraction | int | None
    if words[0] == "nearest":
        named = " ".join(words[1:])
        place = int(named) if named.isdigit() else _NAMED.get(named)
    else:
        place = Fraction(1, 10 ** int(words[0])) if words[1].startswith("d") else None
    if not place or (Fraction(hit["x"]) / Fraction(place)).denominator != 1 or "/" in hit["x"]:
        return None
    half = Fraction(place) / 2
    shown = str(half) if half.denominator == 1 else str(float(half))
    sign = "+" if hit["w"].lower() == "upper" else "-"
    return f"Calculate {hit['x']} {sign} {shown}."


def _dividend(hit: Hit) -> str | None:
    if int(hit["r"]) >= int(hit["b"]):
        return None
    return f"Calculate {hit['b']}*{hit['q']} + {hit['r']}."


_RULES: Final[Mapping[str, Restating]] = MappingProxyType(
    {"multiples": _multiples, "terms": _terms, "bound": _bound, "dividend": _dividend}
)
FAMILY: Final = Family(_GRAMMAR, _RULES, keys=r"how many|bound|quotient")
