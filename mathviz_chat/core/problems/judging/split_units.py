"""A quantity told in several units at once: ``2 h 15 min``, ``5 feet 7 inches``."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.judging import forms, quantity
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.units import Unit
from mathviz_chat.core.reading import ReadError, read, to_plain
from mathviz_chat.core.reading.tree import Expr

_LATEX: Final = re.compile(r"\\(?:text|mathrm|textrm)\s*\{([^{}]*)\}|\\[,;: ]|~")
_CLOCK: Final = re.compile(r"(\d{1,2}):([0-5]\d)")
_LEAD: Final = re.compile(r"^\s*(?:it\s+takes\s+)?(?:[A-Za-z]\w*\s*=\s*)?", re.IGNORECASE)
_PART: Final = re.compile(r"\s*(?:,|\band\b)?\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+)")


def parts(text: str) -> tuple[tuple[Fraction, Unit], ...]:
    """``2 hours and 15 minutes``, each unit a part of the one before; () for other texts."""
    text = _LEAD.sub("", _LATEX.sub(lambda match: match[1] or " ", text)).rstrip(" .")
    found: list[tuple[Fraction, Unit]] = []
    at = 0
    while at < len(text):
        match = _PART.match(text, at)
        unit = _unit(match[2], found) if match else None
        if match is None or unit is None:
            return ()
        found.append((Fraction(match[1]), unit))
        at = match.end()
    return tuple(found) if _nested(found) else ()


def _unit(spelling: str, before: list[tuple[Fraction, Unit]]) -> Unit | None:
    """The unit of a part; ``15 m`` after hours are minutes."""
    timed = bool(before) and before[-1][1].dimension == "time"
    return units.find("min" if timed and spelling == "m" else spelling)


def _nested(found: list[tuple[Fraction, Unit]]) -> bool:
    """Whole numbers, but for the last; each less than one of the unit before it."""
    for (count, unit), (less, part) in pairwise(found):
        below = unit.dimension == part.dimension and less * part.factor < unit.factor
        if not below or count.denominator != 1:
            return False
    return True


def whole(text: str, problem: Problem) -> str | None:
    """A text of several parts as so many of the problem's unit; None for any other text."""
    clock = _CLOCK.fullmatch(text.strip()) if problem.split == ("h", "min") else None
    found = parts(f"{clock[1]} h {int(clock[2])} min" if clock else text)
    unit = units.find(problem.unit or "")
    enough = len(found) > 1 or (problem.split and found)
    if not enough or unit is None or unit.dimension != found[0][1].dimension:
        return None
    value = sum((count * one.factor for count, one in found), Fraction(0)) / unit.factor
    return f"{to_plain(number(value))} {unit.symbol}"


def amount(text: str, symbol: str) -> tuple[Expr, Unit] | None:
    """``1.25 hours``, ``75``: the number and its unit, which is the given one where it has none."""
    try:
        claimed = forms.claimed_value(read(text))
    except ReadError:
        return None
    if claimed is None:
        return None
    value, unit = quantity.value_and_unit(claimed)
    found = units.find(unit or symbol)
    return None if found is None else (value, found)


def is_in(problem: Problem, text: str) -> bool:
    """Whether a quantity is told in the units that are asked for, or in some of them.

    Of a single one so many as make none of the one before: ``45 min``, and not ``135 min``.
    """
    if _CLOCK.fullmatch(text.strip()) and problem.split == ("h", "min"):
        return True
    found = parts(text)
    symbols = [unit.symbol for _, unit in found]
    if not found or [symbol for symbol in problem.split if symbol in symbols] != symbols:
        return False
    at = problem.split.index(symbols[0])
    before = units.UNITS[problem.split[at - 1]] if at else None
    return before is None or found[0][0] * found[0][1].factor < before.factor
