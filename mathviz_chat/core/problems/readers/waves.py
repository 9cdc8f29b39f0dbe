"""Amplitude, period, phase shift and midline of ``y = a sin(bx + c) + d``, of cosines and tangents.

The second way is the function itself: its values at a crest, at a trough and a period later.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.school import formulas
from mathviz_chat.core.problems.wave_shape import Wave, wave_of
from mathviz_chat.core.reading import to_plain

_THE = r"(?:(?:the|its|and|equation\s+of|line)\s+)*"
_ONE = r"(?:amplitude|(?:fundamental\s+)?period|phase[\s-]shift|mid-?line)"
_MANY = rf"{_THE}{_ONE}(?:\s*(?:,\s*and|,|and|&)\s*{_THE}{_ONE})*"
_DO: Final = (
    r"(?:(?:find|state|give|determine|write\s+down|write|work\s+out|identify|what\s+is|what's|whats|"
    r"what\s+are|calculate|get)\s+)?"
)
_GRAPH = (
    r"(?:(?:the\s+)?(?:graph|curve|wave|trig(?:onometric)?\s+function|sine\s+wave)\s+(?:of\s+)?)?"
)
_ASKED: Final = (
    rf"{_DO}(?P<what>{_MANY})\s*(?:\s(?:of|for)\s|:)\s*{_GRAPH}{formulas.FUNCTION}",
    rf"{formulas.TOLD}{_DO}(?P<what>{_MANY})(?:\s+of\s+(?:it|[a-z](?:\([a-z]\))?|the\s+function))?",
)
_RULES: Final = {"amplitude": "|a|", "period": "2*pi/|b|", "phase shift": "-c/b", "midline": "d"}
MAX_ASKED: Final = 4


def read(clauses: Clauses) -> Problem | None:
    """The one quantity that is asked."""
    found = _found(" ".join(". ".join(clauses.sentences).split()))
    return None if found is None or len(found[0]) != 1 else _problem(found[0][0], found[1])


def said_again(text: str) -> str | None:
    """Several of them, each in its part."""
    found = _found(text)
    if found is None or len(found[0]) < 2:
        return None
    parts = zip("abcd", found[0], strict=False)
    return " ".join(f"({label}) Find the {what} of {found[1].shown}." for label, what in parts)


def _found(text: str) -> tuple[tuple[str, ...], Wave] | None:
    match = formulas.matched(_ASKED, text.rstrip("?. "))
    body = None if match is None else formulas.body(match)
    if match is None or body is None:
        return None
    asked = tuple(map(_name, re.findall(_ONE, match["what"], re.IGNORECASE)))
    wave = wave_of(*body)
    if wave is None or len(set(asked)) != len(asked) or len(asked) > MAX_ASKED:
        return None
    without = wave.function == "tan" and set(asked) & {"amplitude", "midline"}
    return None if without else (asked, wave)


def _name(said: str) -> str:
    said = " ".join(said.lower().replace("-", " ").split())
    return "period" if "period" in said else said.replace("mid line", "midline")


def _problem(what: str, wave: Wave) -> Problem | None:
    plan = Planner({"a": number(wave.a), "b": wave.b, "c": wave.c, "d": number(wave.d)})
    general = f"y = a*{wave.function}(b*x + c) + d"
    letters = ", ".join(f"{letter} = {to_plain(plan.given[letter])}" for letter in "abcd")
    plan.setup("Compare with the general form", f"{general}, where {letters}")
    read_as = f"Find the {what} of {wave.shown}."
    if what == "midline":
        return _midline(plan, read_as, wave)
    rule = _RULES[what]
    if what == "period" and wave.function == "tan":
        rule = "pi/|b|"
    plan.find("r", f"Put the numbers in for the {what}", rule, _why(what, wave))
    plan.check(*_checks(what, wave.function))
    return replace(plan.problem(Kind.WAVE, read_as, decimals=False), target=wave.tree)


def _why(what: str, wave: Wave) -> str:
    if what == "amplitude":
        return "The greatest and the least value are |a| above and below the midline."
    if what == "period":
        turn = "pi" if wave.function == "tan" else "2pi"
        return f"b*x grows by {turn} while x grows by {turn}/|b|."
    return "b*x + c is 0 there; a positive shift is to the right, a negative one to the left."


_CREST: Final = {"sin": "(pi/2 - c)/b", "cos": "-c/b", "tan": "(pi/4 - c)/b"}


def at(function: str, place: str) -> str:
    """The formula of the value at a place."""
    return f"(a*{function}(b*({place}) + c) + d)"


def _checks(what: str, function: str) -> tuple[str, ...]:
    crest = _CREST[function]
    if what == "amplitude":
        trough = f"{crest} + pi/b"
        return (f"answer = |{at(function, crest)} - {at(function, trough)}|/2",)
    if what == "period":
        later = f"{crest} + answer"
        turn = "pi" if function == "tan" else "2*pi"
        return (f"{at(function, later)} = {at(function, crest)}", f"answer*|b| = {turn}")
    first = "c + b*answer = 0"
    return (first, f"{at(function, 'answer + 1')} = a*{function}(b) + d")


def _midline(plan: Planner, read_as: str, wave: Wave) -> Problem | None:
    """Halfway between the greatest and the least value; the function itself has the same there."""
    plan.find("g", "Find the greatest value", "d + |a|")
    plan.find("l", "Find the least value", "d - |a|")
    plan.find("k", "Take the value halfway between them", "(g + l)/2")
    plan.find("m", "The midline is level", "0")
    crest = _CREST[wave.function]
    halfway = f"({at(wave.function, crest)} + {at(wave.function, f'{crest} + pi/b')})/2"
    if not recount.agree(recount.value(plan.formula(halfway)), wave.d):
        return None
    zero, one, level = number(Fraction(0)), number(Fraction(1)), number(wave.d)
    problem = plan.problem(Kind.WAVE, read_as, decimals=False)
    points = (zero, level, one, level)
    return replace(problem, form=Form.EXPRESSION, items=points, target=wave.tree)
