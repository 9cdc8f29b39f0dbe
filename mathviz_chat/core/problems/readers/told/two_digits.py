"""Puzzles about a number of two digits: their sum or difference, and what reversing them does."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.unknowns import Unknowns
from mathviz_chat.core.problems.wording import Hit

_KEYS: Final = re.compile(
    r"\b(?:2|two)[\s-]digit\b.*\bdigits?\b|\bdigits?\b.*\b(?:2|two)[\s-]digit\b", re.I
)
_SHUT: Final = re.compile(r"%|\bnot\b|n't\b|\bprime\b|\bsquares?\b|\bproduct\b|\bexcept\b", re.I)

_GRAMMAR: Final = grammar("""
NUMBER = [2-digit number|2 digit number|certain 2-digit number|positive 2-digit number]
IT = [it|number|original number|original|NUMBER|that number|this number]
TENS = [tens digit|ten's digit|digit in tens place|tens place digit|first digit|tens']
UNITS = [units digit|unit's digit|unit digit|ones digit|one's digit|digit in ones place|digit in
    units
    place|second digit|1s digit|last digit]
MORE = [more|bigger|larger|greater]
LESS = [less|smaller|fewer]
WHOSE = [whose|its|their|has|with|that has|which has|have|where]
REVERSED = [if|when]? [you|we|i]? [[reverse|reversing|swap|swapping|interchange|interchanging|
    switch|
    switching|exchanging] [its|the|of|2|these]* digits [of IT]? [over|round|around]?|[its|2]*
    digits [of IT]? [are|being]
    [reversed|interchanged|swapped|switched|exchanged] [over|round|around]?|IT is reversed]
NEW = [new number|resulting number|number formed|number obtained|number so formed|result|new 1|
    number
    thus formed|number you get|it|reversed number|number]
sum:
    [WHOSE]? sum of [its|the|2|both]* digits [of NUMBER]? [is|of|equals|=|equal to]? {s:int}
    [WHOSE]? [its|2]* digits [of NUMBER]? [adding|add|adds|sum|sums|summing] [up]? to {s:int}
    NUMBER has [digits|digit] [that add|which add|adding|that sum|summing|sum|total]* [up to|to|
        of]?
        {s:int}
    [WHOSE]? [digits|digit] [sum|total] [of|is|to]? {s:int}
more:
    [WHOSE]? TENS [of NUMBER]? [is|being]? {k:int} [MORE|LESS] than [its]? UNITS
    [WHOSE]? UNITS [of NUMBER]? [is|being]? {l:int} [MORE|LESS] than [its]? TENS
times:
    [WHOSE]? TENS [of NUMBER]? [is|being]? [{m} times|{w:multiple}] [its]? UNITS
    [WHOSE]? UNITS [of NUMBER]? [is|being]? [{m2} times|{w2:multiple}] [its]? TENS
reversed:
    REVERSED [then]? [makes|gives|produces|increases|decreases|will increase|will decrease|results
        in]?
        [it|number|NEW that is]? [is|becomes|by|which is|that is]? {r:int} [MORE|LESS]? [than IT]?
    REVERSED [then]? [gives|produces|makes|results in] [number]? [that is|which is|1]* {r:int}
        [MORE|
        LESS] than IT
    REVERSED [then]? NEW [is|will be|becomes|exceeds]? [{r:int} [MORE|LESS]] [than IT]?
    REVERSED [then]? [NEW|it] [is|will be]? [increased|decreased|increases|decreases] by {r:int}
    REVERSED [then]? NEW exceeds IT by {r:int}
    REVERSED [then]? [NEW|IT] [gets|becomes|grows|is] [MORE|LESS] by {r:int}
    [number|number obtained|number formed] [obtained|formed]? by [reversing|interchanging|swapping]
        [its|the]* digits is {r:int} [MORE|LESS] than IT
    IT [is|becomes]? [increased|decreased|increases|decreases] by {r:int} [if|when] [its|the]*
        digits
        are [reversed|interchanged|swapped]
added:
    [if|when]? {r:int} is [added to|subtracted from] IT [then|and]? [its|the]* digits [are|get|
        become]
        [reversed|interchanged|swapped|reverse|interchange|change places]
    [adding|subtracting] {r:int} [to|from] IT [reverses|interchanges|swaps] [its|the]* digits
sumtimes:
    IT [is|equals|=] {m3:int} times [sum of [its|the]* digits|its digit sum]
    IT [is|equals|=] {m3:int} times [sum of [its|the]* digits] [plus|and] {c:int} [more]?
start:
    [there is|think of|take|consider|let] NUMBER
    [NUMBER]
asked:
    FIND [IT|original number|number]
    what is [IT|original number|number]
    [what|which] [NUMBER|number] is [it|this|that]
    [what|which] [NUMBER|number]
    [what|which] [NUMBER|number] am i
""")


def _read(story: Story) -> Problem | None:
    names = story.names()
    started = story.get("start")
    finds = started is not None and re.match(r"find|what", started.text, re.I)
    if "asked" not in names and not finds:
        return None
    relations = []
    try:
        for name, hit in story.clauses:
            if name in _RELATIONS:
                relations.append(_RELATIONS[name](hit))
    except ValueError:
        return None
    if len(relations) != 2:
        return None
    meanings = (("t", "the tens digit"), ("u", "the units digit"))
    unknown = Unknowns(Kind.PUZZLE, meanings, tuple(relations), ("10*t + u",))
    tens = unknown.at("t")
    return unknown.problem(_is_digit) if tens else None


def _is_digit(value: Fraction) -> bool:
    return value.denominator == 1 and 0 <= value <= 9


def _sign(hit: Hit) -> str:
    """``+`` where something gets more; ValueError where neither is said."""
    text = hit.text.lower()
    up = re.search(r"\b(?:more|bigger|larger|greater|increase[sd]?|exceeds|add(?:ed|ing))\b", text)
    down = re.search(r"\b(?:less|smaller|fewer|decrease[sd]?|subtract(?:ed|ing))\b", text)
    if bool(up) == bool(down):
        raise ValueError("more, or less?")
    return "+" if up else "-"


def _more(hit: Hit) -> str:
    first, second = ("t", "u") if hit.get("k") else ("u", "t")
    return f"{first} = {second} {_sign(hit)} {hit.get('k') or hit['l']}"


def _times(hit: Hit) -> str:
    first, second = ("t", "u") if hit.get("m") or hit.get("w") else ("u", "t")
    word = (hit.get("w") or hit.get("w2") or "").lower()
    words = {"twice": "2", "double": "2", "thrice": "3", "triple": "3", "half": "1/2"}
    factor = hit.get("m") or hit.get("m2") or words.get(word)
    if factor is None:
        raise ValueError("how many times?")
    return f"{first} = {factor}*{second}"


def _reversed(hit: Hit) -> str:
    return f"10*u + t = 10*t + u {_sign(hit)} {hit['r']}"


def _sum_times(hit: Hit) -> str:
    more = f" + {hit['c']}" if hit.get("c") else ""
    return f"10*t + u = {hit['m3']}*(t + u){more}"


_RELATIONS: Final = {
    "sum": lambda hit: f"t + u = {hit['s']}",
    "more": _more,
    "times": _times,
    "reversed": _reversed,
    "added": _reversed,
    "sumtimes": _sum_times,
}
READERS: Final = (Family(_KEYS, _GRAMMAR, _read, shut=_SHUT, most=24),)
