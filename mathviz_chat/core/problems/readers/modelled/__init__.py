"""Formulas that model something: what a letter stands for, its value, and which one is asked.

``The height h metres of a ball after t seconds is h = 20t - 5t^2. How high is it after 3 seconds?``
The formula says how the quantities hang together; the words round it only name them. So what is
read are the names and units of the letters (:mod:`legends`), the values told in these names or
units, and the one letter asked for (:mod:`asked`). It is said again in the letters alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from mathviz_chat.core.kernel import substitute, variables
from mathviz_chat.core.problems import polynomial, slots
from mathviz_chat.core.problems.readers.modelled import asked, legends
from mathviz_chat.core.problems.readers.modelled.asked import Asked
from mathviz_chat.core.problems.readers.modelled.tokens import Modelled, dimension, modelled
from mathviz_chat.core.reading.tree import Call, Const, Constant, Expr, Pow, Symbol
from mathviz_chat.core.reading.walking import walk

_ROUNDED: Final = re.compile(
    r"[,;.]?\s*(?:\(|\b)(?:(?:give|giving|write|state|round|rounded|correct)\s+(?:your|the)?\s*"
    r"(?:answer|it)?\s*)?(?:correct\s+)?to\s+(?P<to>(?:the\s+)?nearest\s+(?:whole\s+number|integer|"
    r"tenth|hundredth|\w+)|(?:\d|one|two|three|four)\s*(?:decimal\s+places?|d\.?p\.?|significant\s+"
    r"figures?|s\.?f\.?))\)?(?=[\s,.?]|$)",
    re.IGNORECASE,
)
_NEVER_BELOW_0: Final = ("time", "months", "length", "mass", "length/time")
_OF_UNITS: Final = ("second", "minute", "hour", "day", "month", "year", "metre", "meter", "degree")


@dataclass(frozen=True, slots=True)
class SaidAgain:
    """The plain question, and the unit of its answer: "" where it has none."""

    question: str
    unit: str


@lru_cache(maxsize=64)
def said_again(text: str) -> SaidAgain | None:
    """The question in letters and numbers alone; None where a word or a number is left over."""
    rounded = _ROUNDED.search(text)
    places = "" if rounded is None else _places(rounded["to"])
    found = modelled(text if rounded is None else _ROUNDED.sub(" ", text, count=1))
    if found is None:
        return None
    known = None if _has_angles(found.body) else legends.of(found)
    question = None if known is None else asked.of(found, known)
    if known is None or question is None:
        return None
    said = _said(found, question)
    if said is None:
        return None
    unit = known.get(question.letter, legends.NONE).unit
    return SaidAgain(f"{said}{places}.", unit)


def _has_angles(body: Expr) -> bool:
    """Whether it may mean degrees: a sine with no pi beside it."""
    nodes = tuple(walk(body))
    angles = any(isinstance(n, Call) and n.function in ("sin", "cos", "tan") for n in nodes)
    return angles and Constant(Const.PI) not in nodes


def _places(to: str) -> str:
    """``, to 2 decimal places``; the nearest whole one where a unit is named."""
    if any(to.lower().endswith(one) for one in _OF_UNITS):
        to = "the nearest whole number"
    return f", to {to}"


def _said(found: Modelled, question: Asked) -> str | None:
    values = {name: _tree(value) for name, value in question.values.items()}
    letter, head = question.letter, found.head
    free = found.letters - values.keys()
    body = substitute(found.body, {n: v for n, v in values.items() if n != head})
    if question.extreme:
        if letter != head or len(variables(body)) != 1 or head in values:
            return None
        return f"Find the {question.extreme} value of {slots.spelled(body)}"
    if free != {letter}:
        return None
    if letter == head:
        return f"Calculate {slots.spelled(body)}"
    if question.counts and not _is_whole(body, letter, question.values[head]):
        return None
    sign = {"": "", "some": " >= 0", "later": " > 0"}[_limit(body, letter, question)]
    where = f", where {letter}{sign}" if sign else ""
    return f"Solve {slots.spelled(body)} = {question.values[head]} for {letter}{where}"


def _is_whole(body: Expr, letter: str, value: str) -> bool:
    """Whether a number of things comes out whole, where the formula is linear in it."""
    terms = polynomial.of_expression(body, letter)
    if terms is None or len(terms) != 2:
        return True
    return ((Fraction(value) - terms[0]) / terms[1]).denominator == 1


def _limit(body: Expr, letter: str, question: Asked) -> str:
    """A time, a length or a number of things is none below 0, where several values would do."""
    powers = any(isinstance(n, Pow) and n.base == Symbol(letter) for n in walk(body))
    if question.later:
        return "later"
    counted = question.counts or dimension(question.unit) in _NEVER_BELOW_0
    return "some" if powers and counted else ""


def _tree(value: str) -> Expr:
    tree = slots.for_question(value).expression(value)
    assert tree is not None, value
    return tree
