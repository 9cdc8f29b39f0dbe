"""Remainders: what is left over, quotients with remainder, last digits, congruences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import gcd
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems import wording
from mathviz_chat.core.problems.readers.wordings.common import Family, Restating, singular, template
from mathviz_chat.core.problems.wording import Hit

_GRAMMAR: Final = """
BY = [divided by|÷|/|:|over]
DO = [what is|what's|find|write|express|give|work out|calculate|do|divide|show|state]?
BOTH = [quotient and remainder|quotient with remainder|whole number and remainder|quotient and its
    remainder|quotient together with remainder|quotient & remainder]
FORM = [as|with|giving|give|in form of|using|and|leave|leaving|write|state|find|your|answer|it|
    answer|what is|what are|result]*
WHO = [i|we|you|he|she|they|{x:who}]
PACKED = [are|were|is|was|get|to be|being]* [packed|put|placed|arranged|sorted|shared|shared out|
    divided|split|grouped|handed out|given out|dealt|dealt out|distributed|loaded|packaged|bagged|
    boxed|tied] [up]? [equally|evenly|fairly]?
PACK = [packs|pack|puts|put|places|place|arranges|arrange|sorts|sort|shares|share|divides|divide|
    splits|split|groups|group|ties|tie|bags|boxes]
GROUPS = [into|in] [as many]? [full]? [{w:groups}|groups] [of|that hold|holding|with|containing|that
    each hold|each holding] {b:int} [{t3:word}]? [each|per {w2:groups}]?
AMONG = [equally|evenly|fairly]* [among|between|amongst|to] {b:int} [{w:word}] [equally|evenly|
    fairly]?
LEFT = [left|left over|remaining|not [packed|used|in {w4:word}|shared]|over]
ASKED = [how many {t2:word}|how many|how many of them] [will be|are|were|would be]* [there]? LEFT
REMAIN = [how many {t2:word}|how many] [will|would|does|do]? [remain|remains|be LEFT|have LEFT|
    [i|he|she|we|you|they] have LEFT]
CUT_LEFT = [how many {u:unitword} [of {l2:word}]? [remain|remains|are left|are left over|is left|
    will be left|will be left over|are remaining]|how much [{l2:word}]? [remains|is left|
    is left over|will be left|will be left over]|how long is [piece left over|
    piece that is left|leftover piece|remaining piece|piece left]]
SMALLEST = [with|for|give|giving|and|where|if]* [smallest|least] [non-negative|positive|
    nonnegative]* [x|solution|value|integer|whole number|of x|value of x|integer x|answer]*
quotient and remainder:
    DO {a:int} BY {b:int} FORM BOTH
    DO {a:int} BY {b:int} with remainder
    {a:int} [divided by|÷] {b:int} FORM BOTH
    divide {a:int} by {b:int} FORM BOTH
    divide {a:int} by {b:int} with remainder
    [find|give|state|what is|what are|calculate|work out] BOTH [when|of|if|for|from] {a:int} [is]?
        [divided by|BY]
        {b:int}
only the remainder:
    DO {a:int} BY {b:int} FORM BOTH what is remainder
    [find|give|state|calculate|work out] BOTH [when|of|if] {a:int} [is]? [divided by|BY] {b:int}
        what is remainder
last digit:
    DO [last|final|units|unit|ones|unit's] digit [of|in] {a:power}
    what [digit|number] does {a:power} end [in|with]
    what is {a:power} 's last digit
congruence:
    [solve|find] {x:congruence} [[for]? {x2:letter}]? SMALLEST
packed:
    {a:int} {t:word} PACKED [GROUPS|AMONG] [ASKED|REMAIN]
    there are {a:int} {t:word} they PACKED [GROUPS|AMONG] [ASKED|REMAIN]
    there are {a:int} {t:word} PACKED [GROUPS|AMONG] [ASKED|REMAIN]
    WHO [has|have|had|bakes|baked|picks|picked|collects|collected|bought|buys] {a:int} {t:word}
        [and|which]* [WHO]? PACK [them|{t4:word}]? [GROUPS|AMONG] [ASKED|REMAIN]
    WHO PACK {a:int} {t:word} [GROUPS|AMONG] [ASKED|REMAIN]
    [if|when] {a:int} {t:word} PACKED [GROUPS|AMONG] [ASKED|REMAIN]
cut:
    {l:word} is {a:measure} long [and]? WHO cut [it into]? as many {b:measure} pieces as [i|we|you|
        he|she|they] can [from it]? CUT_LEFT
    {l:word} [of|is] {a:measure} [long]? is cut into [as many]? pieces [of]? [that are]? {b:measure}
        [long]? [each|as possible]? CUT_LEFT
    {a:measure} [of]? {l:word} is cut into [as many]? [pieces of {b:measure}|{b:measure} pieces]
        [each|as possible]? CUT_LEFT
"""


def _last_digit(hit: Hit) -> str | None:
    if "^" not in hit["a"]:
        return None
    return f"What is the remainder when {hit['a'].replace(' ', '')} is divided by 10?"


_PARTS: Final = re.compile(r"(\d*)\s*([a-z])\s*≡\s*(-?\d+)\s*\(\s*mod\s+(\d+)\s*\)", re.IGNORECASE)


def _congruence(hit: Hit) -> str | None:
    """``3x ≡ 4 (mod 7)`` is x ≡ 4*5, since 3*5 leaves 1: one solution, as gcd(3, 7) is 1."""
    match = _PARTS.fullmatch(hit["x"].strip())
    if match is None or int(match[4]) < 2:
        return None
    factor, right, modulus = int(match[1] or 1), int(match[3]), int(match[4])
    named = hit.get("x2")
    if gcd(factor, modulus) != 1 or (named and named.lower() != match[2].lower()):
        return None
    if re.search(r"(?<!-)(?<!non)positive", hit.text, re.IGNORECASE) and right % modulus == 0:
        return None
    inverse = pow(factor, -1, modulus)
    return f"What is the remainder when {right % modulus}*{inverse} is divided by {modulus}?"


def _packed(hit: Hit) -> str | None:
    """The things that are left are those that were packed."""
    things = {singular(hit[slot]) for slot in ("t", "t2", "t3", "t4") if hit.get(slot)}
    boxes = {singular(hit[slot]) for slot in ("w", "w2", "w4") if hit.get(slot)}
    if len(things) > 1 or len(boxes) > 1 or things & boxes or int(hit["b"]) < 2:
        return None
    if not all(wording.is_noun(one) for one in things):
        return None
    return f"What is the remainder when {hit['a']} is divided by {hit['b']}?"


def _cut(hit: Hit) -> str | None:
    """Both lengths in the same unit, and whole numbers of it."""
    own, piece = hit.get("a_u"), hit.get("b_u")
    asked = hit.get("u")
    same = own is not None and piece is not None and own.lower() == piece.lower()
    if not same or not (hit["a"].isdigit() and hit["b"].isdigit()) or hit.get("a_c"):
        return None
    if asked and own and _UNITS.get(asked.lower(), asked.lower()) != _UNITS.get(own, own):
        return None
    if hit.get("l2") and hit["l2"].lower() != hit["l"].lower():
        return None
    if asked:
        return f"What is the remainder when {hit['a']} is divided by {hit['b']}?"
    return f"Calculate {hit['a']} mod {hit['b']} in {own}."


_UNITS: Final = {
    **dict.fromkeys(("centimetres", "centimeters", "centimetre", "centimeter"), "cm"),
    **dict.fromkeys(("metres", "meters", "metre", "meter"), "m"),
    **dict.fromkeys(("inches", "inch"), "inches"),
    **dict.fromkeys(("feet", "foot", "ft"), "ft"),
    **dict.fromkeys(("millimetres", "millimeters"), "mm"),
}

_RULES: Final[Mapping[str, Restating]] = MappingProxyType(
    {
        "quotient and remainder": template(
            "Find the quotient and the remainder when {a} is divided by {b}."
        ),
        "only the remainder": template("What is the remainder when {a} is divided by {b}?"),
        "last digit": _last_digit,
        "congruence": _congruence,
        "packed": _packed,
        "cut": _cut,
    }
)
FAMILY: Final = Family(_GRAMMAR, _RULES, keys=r"remain|left|digit|quotient|≡|over|end")
