"""Fractions of things in plain words, numbers that a sentence tells, lists to be sorted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems import language
from mathviz_chat.core.problems.readers.digits import BASES
from mathviz_chat.core.problems.readers.wordings.common import Family, Restating, singular
from mathviz_chat.core.problems.wording import Hit

_GRAMMAR: Final = """
WHAT = [what is|what's|whats|find|give|state|calculate|work out|evaluate|determine|compute]?
WHO = [i|i'm|we|you|he|she|they|{x:who}|my {x2:word}|her {x3:word}|his {x4:word}]
ATE = [ate|eats|eat|has eaten|have eaten|used|uses|drank|drinks|took|takes|painted|paints|read|
    reads|
    mowed|ploughed|spent|gave away|gives away|finished|cut off]
IT = [{w:word}|pizza|cake]
LEFT = [left|left over|remaining|uneaten|still left|not eaten|unused|still there]
SMALL = [smallest|lowest|least|coldest|shortest|lightest|youngest|fastest|quickest|cheapest]
LARGE = [biggest|largest|greatest|highest|warmest|hottest|longest|heaviest|tallest|oldest|slowest|
    most expensive]
SORT = [sort|order|arrange|rank|put|list|write|place]
THESE = [these|this|following|list|list of|set of|numbers|values|fractions|decimals|integers|in
    order|of size]*
spoken:
    WHAT {p1:portion} {o:operation} {p2:portion} [as [single]? fraction]?
eaten:
    WHO ATE {p1:portion} of {w:word} and WHO ATE? {p2:portion} [of [it|{w2:word}|same {w3:word}]]?
        [what fraction|how much] [of {w4:word}]? [is|was|remains|remained|do they have|have they]*
        LEFT?
    WHO ATE {p1:portion} of {w:word} [of {x5:word}]? [what fraction|how much] [of {w4:word}]? [is|
        was]* LEFT
recipe:
    [recipe|{r:word} recipe|recipe for {r2:word}] [needs|calls for|uses|requires] {p1:portion}
        [{u:word}] of
        {w:word} [and|if|but]* WHO [am|are|is|'m|only|just|want|wants|to|make|making]* {p2:portion}
        of recipe how much {w2:word} [do|does|should|will|would|need|needs|use]* WHO? [do|need|use]*
        [as fraction of {u2:word}]?
told:
    {s:onenumber} round [this|it|that|this number|that number|this figure|number|figure] to
        {to:nearest}
usual:
    [round|rounding] {x:spaced} [up or down|off]? to {to:nearest} [usual way]? [(half up)|half up|
        in usual way|with half rounding up]?
    [what do i get|what do you get|what is result]? [if|when] [i|we|you] round {x:spaced}
        [up or down|off]? to {to:nearest} [usual way]? [(half up)|half up|in usual way]?
    [write|round|give|express|state] {x:spaced} [correct|rounded]? to {to:nearest}
sum in base:
    [add|WHAT sum of|sum of]* {to:base} numbers {a:numeral} and {b:numeral} [giving|leaving|give|
        leave|write|with|your|answer|in|as|it]* [{to2:base}|same base]?
difference in base:
    subtract {to:base} number {a:numeral} from {b:numeral} [giving|leaving|give|leave|write|with|
        your|answer|in|as|it]* [{to2:base}|same base]?
ascending:
    SORT THESE [from]? SMALL to LARGE {l:list}
    SORT {l:list} [in order]? from SMALL to LARGE
    [{t:word}|{k:int} {t:word}] [finish|finished|have times of|take|took|weigh|weighed|are|measure|
        cost]*
        [in|of|times of]* {l:measures} [list|put|write|arrange|sort|order] [times|them|weights|
        lengths|masses|prices|these]* [in order]? [starting with|beginning with|from] SMALL [first|
        1|
        to LARGE]?
    [WHO|daughter|son]? [has to|needs to|must|wants to|have to|need to]? SORT THESE [times|weights|
        lengths|masses|prices|distances]? [in order]? from SMALL to LARGE {l:measures} [what is
        [right|correct] order]?
descending:
    SORT THESE [from]? LARGE to SMALL {l:list}
    SORT {l:list} [in order]? from LARGE to SMALL
    [{t:word}|{k:int} {t:word}] [finish|finished|have times of|take|took|weigh|weighed|are|measure|
        cost]*
        [in|of|times of]* {l:measures} [list|put|write|arrange|sort|order] [times|them|weights|
        lengths|masses|prices|these]* [in order]? [starting with|beginning with|from] LARGE [first|
        1|
        to SMALL]?
    [WHO|daughter|son]? [has to|needs to|must|wants to|have to|need to]? SORT THESE [times|weights|
        lengths|masses|prices|distances]? [in order]? from LARGE to SMALL {l:measures} [what is
        [right|correct] order]?
"""

_PIECES: Final = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_OPERATIONS: Final = {
    "plus": "+", "add": "+", "minus": "-", "take away": "-", "times": "*", "multiplied by": "*",
    "divided by": "/",
}  # fmt: skip


def _fraction(text: str) -> Fraction:
    """``5 sixths``, ``half``, ``3/8``."""
    if "/" in text:
        return Fraction(text.replace(" ", ""))
    count, _, piece = text.strip().lower().rpartition(" ")
    return Fraction(int(count or 1), _PIECES[singular(piece)])


def _spoken(hit: Hit) -> str:
    one, other = (hit[slot].strip() for slot in ("p1", "p2"))
    sign = _OPERATIONS[" ".join(hit["o"].lower().split())]
    return f"Calculate ({_fraction(one)}) {sign} ({_fraction(other)}).".replace("((", "(")


def _eaten(hit: Hit) -> str | None:
    """Parts of the same whole, which they do not exceed."""
    names = {singular(value) for name, value in hit.slots.items() if re.fullmatch(r"w\d?", name)}
    parts = [_fraction(hit[slot]) for slot in ("p1", "p2") if slot in hit.slots]
    asks = re.search(r"left|remain|uneaten|not eaten|unused|still there", hit.text)
    if len(names - {"it"}) != 1 or sum(parts) > 1 or asks is None:
        return None
    return f"Calculate 1 - {' - '.join(map(str, parts))}."


def _recipe(hit: Hit) -> str | None:
    if singular(hit["w"]) != singular(hit["w2"]):
        return None
    if hit.get("u2") and singular(hit["u2"]) != singular(hit.get("u") or ""):
        return None
    return f"Calculate {_fraction(hit['p1'])} * {_fraction(hit['p2'])}."


def _nearest(text: str) -> str:
    return f"the {text}" if text.lower().startswith("nearest") else text


def _told(hit: Hit) -> str | None:
    """The one number of a sentence that relates it to nothing else."""
    words = set(re.findall("[a-z]+", hit["s"].lower()))
    if words & (language.RELATION_WORDS | {"about", "approximately", "nearly", "hundred"}):
        return None
    return f"Round {hit['s_n']} to {_nearest(hit['to'])}."


def _usual(hit: Hit) -> str:
    number = "".join(hit["x"].split())
    return f"Round {number} to {_nearest(hit['to'])}."


def _radix(words: str) -> int:
    words = " ".join(words.lower().split())
    return BASES.get(words) or int(words.removeprefix("base "))


def _in_base(sign: str) -> Restating:
    def restate(hit: Hit) -> str | None:
        base = _radix(hit["to"])
        if hit.get("to2") and _radix(hit["to2"]) != base:
            return None
        first, second = ("a", "b") if sign == "+" else ("b", "a")
        return f"In base {base}, what is {hit[first]} {sign} {hit[second]}?"

    return restate


_ITEM: Final = re.compile(r"(-?\d+(?:\.\d+)?(?:/\d+)?)\s*([a-z]*)", re.IGNORECASE)


def _sorted(order: str) -> Restating:
    def restate(hit: Hit) -> str | None:
        found = _ITEM.findall(hit["l"].replace("and", ","))
        units = {unit for _, unit in found}
        if "/" in hit["l"] and "," not in hit["l"]:
            return None  # 1 1/2: one number, or two
        if len(units) > 1:
            shown = ", ".join(f"{value} {unit}" for value, unit in found)
            return None if "" in units else f"Sort {shown} in {order} order."
        return f"Sort {', '.join(value for value, _ in found)} in {order} order."

    return restate


_RULES: Final[Mapping[str, Restating]] = MappingProxyType(
    {
        "spoken": _spoken,
        "eaten": _eaten,
        "recipe": _recipe,
        "told": _told,
        "usual": _usual,
        "sum in base": _in_base("+"),
        "difference in base": _in_base("-"),
        "ascending": _sorted("ascending"),
        "descending": _sorted("descending"),
    }
)
FAMILY: Final = Family(_GRAMMAR, _RULES, keys=r"\d|half|third|quarter")
