"""Values as people ask for them: sums and fractions with words around them, digits, other bases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems.readers.digits import BASES
from mathviz_chat.core.problems.readers.wordings.common import Family, Restating
from mathviz_chat.core.problems.wording import Hit

_GRAMMAR: Final = """
WHAT = [what is|what's|whats|find|give|state|calculate|work out|evaluate|determine|compute|convert|
    write|express|change|turn]?
ANSWER = [what should [i|we|you] end up with|what [do|should|will] [i|we|you] get|what is [the|my]
    answer|what's [the|my] answer|what does it come to|what is it|[i|we] just need the answer|
    just need the answer|just the answer|just give [me]? the answer]
METHOD = [[by|using|with|use] [long division|short division|long multiplication|column addition|
    column subtraction|column method|grid method]]
REALLY = [what is it really|what is it actually|what should it be|what is the [correct|right|real|
    actual|true] [answer|value|result]|what's the [correct|right|real|actual|true] [answer|value|
    result]|what is it|what does it [really|actually]? equal]
BUT = [but|and|i|we|he's|she's|they're|that|don't|do not|doesn't|think|so|is|can't be|it's|wrong|
    right|am not sure|not sure|i'm|this]*
SIMPLEST = [(fraction in simplest form)|(simplest form)|(in simplest form)|(as a fraction)|(lowest
    terms)|(in lowest terms)|(as a fraction in [its]? simplest form)|(as a simplified fraction)|
    (simplify)|(simplify fully)|(give a fraction)|(simplified)]
MIXED = [and]? [give|write|leave|express|state|giving|leaving]? [the|your]? [result|answer|sum|it]?
    as [a]? mixed [number|fraction] [in its [simplest|lowest] [form|terms]]?
comes to:
    [find out|work out|see|know]? what {m:maths} [comes to|is|equals|makes|works out to|works out
        as|
        gives|adds up to|is equal to|comes out as|comes out at]
    [do|does|work out|calculate]? {m:maths} METHOD? ANSWER
    [do|work out|calculate|find] {m:maths} METHOD
    {m:maths} [=]? SIMPLEST
    {m:maths} [{d:dash}]? [=]? [what number is [this|it|that]|which number is [this|it|that]|what is
        this number|what's this number]
said:
    [[my|the|a] {w:word}|{n:word}] [says|thinks|reckons|claims|said|got|gets|wrote|believes] [that]?
        {m:maths} = {c:signed} BUT REALLY
named operation:
    {v:arithmeticverb} {m:maths}
mixed number:
    add {a} [and|to] {b} MIXED
reciprocal:
    WHAT [the]? reciprocal of {m:maths} [give|as|leave|write|your|answer|a|fraction|mixed number]*
subscripted:
    WHAT [the|number]* {d:subscripted} [as|in|to|into] [a|an]? {to:base} [number|form|notation]?
    WHAT [the]? {to:base} [value|form|equivalent|representation] of {d:subscripted}
digit at:
    in [the]? [number]? {n:spaced} [which|what] digit is in the {place:digitplace} [place|column|
        position]
    [which|what] digit is in the {place:digitplace} [place|column|position] [of|in] [the]? [number]?
        {n:spaced}
    WHAT [the]? digit in the {place:digitplace} [place|column|position] [of|in] [the]? [number]?
        {n:spaced}
"""


def _calculated(hit: Hit) -> str | None:
    text = hit["m"].strip(" ,=")
    return f"Calculate {text}." if re.search(r"\d", text) and "=" not in text else None


_SIGNS: Final = {
    "multiply": r"×|\*|·|\\times|\\cdot", "add": r"\+", "subtract": r"-|−",
    "divide": r"÷|\\div|/",
}  # fmt: skip


def _named(hit: Hit) -> str | None:
    """``Multiply: 7/9 × 3/14``: the sign is that of the operation."""
    text = hit["m"].strip(" ,=")
    return f"Calculate {text}." if re.search(_SIGNS[hit["v"].lower()], text) else None


def _mixed(hit: Hit) -> str | None:
    """The sum of the numbers, which is to be written as a mixed number."""
    numbers = [hit[slot] for slot in "ab"]
    total = sum((Fraction(part) for text in numbers for part in text.split()), Fraction(0))
    return f"Write {total} as a mixed number." if total.denominator > 1 else None


def _reciprocal(hit: Hit) -> str:
    return f"Calculate 1/({hit['m'].strip(' ,')})."


def _subscripted(hit: Hit) -> str:
    digits, _, base = hit["d"].partition("_")
    words = " ".join(hit["to"].lower().split())
    to = BASES.get(words) or int(words.removeprefix("base "))
    return f"Convert {digits} (base {base}) to base {to}."


def _digit(hit: Hit) -> str:
    place, number = hit["place"].rstrip("'"), "".join(hit["n"].split())
    return f"What is the {place} digit of {number}?"


_RULES: Final[Mapping[str, Restating]] = MappingProxyType(
    {
        "comes to": _calculated,
        "said": _calculated,
        "named operation": _named,
        "mixed number": _mixed,
        "reciprocal": _reciprocal,
        "subscripted": _subscripted,
        "digit at": _digit,
    }
)
FAMILY: Final = Family(
    _GRAMMAR,
    _RULES,
    raw=True,
    keys=r"what|says|thinks|multiply|add|subtract|divide|multiplication|division|reciprocal|base|binary|decimal|digit|claims|said|got|answer|simpl|terms|fraction",
)
