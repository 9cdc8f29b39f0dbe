"""Temperatures in degrees Celsius, in degrees Fahrenheit and in kelvins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.wording import number

_KEYS: Final = re.compile(r"\b(?:f|c|k|celsius|fahrenheit|centigrade|kelvins?)\b", re.I)
_SCALES: Final = """
SCALE_C = [°c|° c|degrees celsius|celsius|c|degrees c|degree celsius|deg c|degrees centigrade|
    centigrade]
SCALE_F = [°f|° f|degrees fahrenheit|fahrenheit|f|degrees f|degree fahrenheit|deg f]
SCALE_K = [k|kelvin|kelvins|degrees kelvin]
DO = [convert|change|what is|what's|whats|express|how much is|turn|write|temperature of|give]
"""
_WORDED: Final = """
{a} {b}:
    DO? {{t:degrees}} SCALE_{A} [to|in|into|on] [temperature in]? SCALE_{B} [scale]?
    [what is|what's|whats|how much is|how hot is|how cold is] {{t:degrees}} SCALE_{A} on
        SCALE_{B} scale
    how many SCALE_{B} [is|are|are in] {{t:degrees}} SCALE_{A}
    temperature is {{t:degrees}} SCALE_{A} [what is] [this|it|that] in SCALE_{B}
"""
_PAIRS: Final = [(one, other) for one in "cfk" for other in "cfk" if one != other]
_GRAMMAR: Final = _SCALES + "".join(
    _WORDED.strip("\n").format(a=one, b=other, A=one.upper(), B=other.upper()) + "\n"
    for one, other in _PAIRS
)


@dataclass(frozen=True, slots=True)
class _Scale:
    """unit: as the program writes it. zero: absolute zero, below which there is nothing."""

    unit: str
    name: str
    zero: Fraction


SCALES: Final = {
    "c": _Scale("degC", "degrees Celsius", Fraction(-27315, 100)),
    "f": _Scale("degF", "degrees Fahrenheit", Fraction(-45967, 100)),
    "k": _Scale("K", "kelvin", Fraction(0)),
}


def _build(story: Story) -> Problem | None:
    text = (story.text("t") or "").replace(" ", "")
    if len(story.clauses) != 1 or not text:
        return None
    one, other = next(iter(story.names())).split()
    value = number(text)
    known = recount.value(value)
    if not isinstance(known, Fraction) or known < SCALES[one].zero:
        return None
    plan = Planner({"t": value})
    start = "t" if one == "c" else _to_celsius(plan, one)
    if other != "c":
        _from_celsius(plan, start, other)
    back = {"c": "answer", "f": "(answer - 32)*5/9", "k": "answer - 273.15"}[other]
    plan.check(
        {"c": f"{back} = t", "f": f"({back})*9/5 + 32 = t", "k": f"{back} + 273.15 = t"}[one]
    )
    read_as = f"Convert {text} {SCALES[one].name} to {SCALES[other].name}."
    return plan.problem(Kind.RATE, read_as, unit=SCALES[other].unit, unit_named=True)


def _to_celsius(plan: Planner, scale: str) -> str:
    if scale == "k":
        plan.setup("Choose the formula", "C = K - 273.15").find(
            "c", "Subtract 273.15", "t - 273.15"
        )
    else:
        plan.setup("Choose the formula", "C = 5/9 * (F - 32)")
        plan.find("p", "Subtract 32", "t - 32").find("c", "Multiply by 5/9", "5/9*p")
    return "c"


def _from_celsius(plan: Planner, start: str, scale: str) -> None:
    if scale == "k":
        plan.setup("Choose the formula", "K = C + 273.15")
        plan.find("k", "Add 273.15", f"{start} + 273.15")
    else:
        plan.setup("Choose the formula", "F = 9/5 * C + 32")
        plan.find("q", "Multiply by 9/5", f"9/5*{start}").find("f", "Add 32", "q + 32")


@dataclass(frozen=True, slots=True)
class Temperatures:
    """Puts a space between a number and its scale, ``25°C``, before the family reads."""

    family: Family

    def read(self, clauses: Clauses) -> Problem | None:
        """The problem of a temperature to be given in another scale."""
        spaced = tuple(_BESIDE.sub(r" \1", sentence) for sentence in clauses.sentences)
        return self.family.read(replace(clauses, sentences=spaced))


_BESIDE: Final = re.compile(r"(?<=\d)((?:[°º]\s*)?[CFKcfk])(?![A-Za-z])")

READERS: Final = (Temperatures(Family(_KEYS, grammar(_GRAMMAR), _build)),)
