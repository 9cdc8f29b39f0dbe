"""Two values compared: which sign stands between them, which is greater, whether they are equal."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.readers.wordings.common import Family
from mathviz_chat.core.problems.wording import Hit

_GRAMMAR: Final = """
PUT = [please]? [put in|put|insert|write|place|fill in|use|choose|pick|give|add|select|which|what|
    find]
SIGN = [sign|symbol|inequality sign|comparison sign|inequality symbol|comparison symbol|relation
    sign]
SIGNS = [[the]? [correct|right|proper|appropriate]? SIGN? [from|of|out of]? {s:signs} SIGN?|[the]?
    [correct|right|proper|appropriate|missing] SIGN]
TRUE = [to make [this|it|a]? [true|correct]? [statement|sentence|true|correct]?|to compare [the
    numbers|the two|them]?|in [the]? [box|blank|gap|circle|space]|between [the two|them|the
    numbers]?|in place of the [box|blank|gap]|goes|should go|is|belongs|here|for|so that it is
    true|and]*
GREATER = [{m:greatermore}|{l:lessfewer}]
ONE = [one|of|number|value|of them|of the two|is|has|the|fraction|decimal|amount]*
sign:
    PUT SIGNS TRUE {a:maths} {g:gap} {b:maths}
    PUT SIGNS between {a:maths} and {b:maths} [to make a true statement|to make it true]?
    {a:maths} {g:gap} {b:maths} PUT SIGNS TRUE
    {a:maths} {g:gap} {b:maths} {s:signs}
    compare {p:percentof} [and|with|to] {q:percentof}
    [which|what] SIGN [goes|belongs|should go|comes|stands|is] between {a:maths} and {b:maths}
    [compare|compare the numbers|compare the fractions|compare the values] {a:maths} [and|with|to]
        {b:maths} [using|with|use|by] SIGNS
    is {a:maths} [{s:signs}|greater than less than or equal to|less than greater than or equal to|
        bigger than smaller than or equal to] {b:maths}
same:
    [which|what] ONE [bigger|greater|larger|more|smaller|less] [{a:maths}|{p:percentof}] or
        [{b:maths}|{q:percentof}] or [are they|
        are both|both] [the same|equal|the same value]
which:
    compare {a:maths} [and|with|to] {b:maths} [which|what] ONE GREATER [one|number|value]?
    [out of|of|between] {a:maths} and {b:maths} [which|what] ONE GREATER [one|number|value]?
greatest:
    [which|what] ONE [{m:greatermore}|{l:lessfewer}] {o:orlist}
value:
    [which|what] ONE {a:maths} and {b:maths} is [the]? GREATER [one|number|value]? [give|state|
        write down|find] [its|the] value
"""


def _sign(hit: Hit) -> str:
    first, second = (
        hit[slot].strip(" ,=") if slot in hit.slots else hit[other].lower().replace("of", "*")
        for slot, other in (("a", "p"), ("b", "q"))
    )
    return f"Compare {first} and {second}."


def _which(hit: Hit) -> str:
    word = "greater" if hit.get("m") else "smaller"
    return f"Which is {word}: {hit['a'].strip(' ,')} or {hit['b'].strip(' ,')}?"


def _greatest(hit: Hit) -> str:
    items = re.sub(r"\s*,?\s*\bor\s+", ", ", hit["o"])
    return f"Which is the {'greatest' if hit.get('m') else 'smallest'} in {items}?"


_POWER: Final = re.compile(r"(\d{1,4})(?:\s*\^\s*(\d{1,2}))?")


def _value(hit: Hit) -> str | None:
    """The value of the one that is greater, of two powers."""
    values = []
    for slot in ("a", "b"):
        match = _POWER.fullmatch(hit[slot].strip())
        if match is None:
            return None
        values.append((Fraction(int(match[1]) ** int(match[2] or 1)), match[0]))
    if values[0][0] == values[1][0]:
        return None
    chosen = max(values) if hit.get("m") else min(values)
    return f"Calculate {chosen[1]}."


FAMILY: Final = Family(
    _GRAMMAR,
    {"sign": _sign, "same": _sign, "which": _which, "greatest": _greatest, "value": _value},
    raw=True,
    keys=r"[<>=]|compare|sign|symbol|great|big|large|small|more|less",
)
