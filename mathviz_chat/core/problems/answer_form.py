"""The form in which an answer is asked for: ``in interval notation``, ``in hours and minutes``.

What is said about the form is taken out of the question, and what is left must be read by itself,
as a question whose answer can have that form. So all of the question is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from mathviz_chat.core.problems import language, units
from mathviz_chat.core.problems.literals import number
from mathviz_chat.core.problems.problem import Form, Kind, Notation, Problem, Unread
from mathviz_chat.core.problems.readers.fraction_forms import FIGURES, POWER_OF_TEN, scientific
from mathviz_chat.core.reading.tree import Mul, Quantity

Reading = Callable[[str], Problem | Unread]
"""From a text to its reading, without anything of this module."""


@dataclass(frozen=True, slots=True)
class Said:
    """A form that is asked for, and the question without it, in each way to say that."""

    ways: tuple[str, ...]
    notation: Notation | None = None
    split: tuple[str, ...] = ()
    scientific: bool = False
    figures: str | None = None


def read(text: str, plainly: Reading) -> Problem | None:
    """The problem with the form of its answer; None where none is asked for, or it does not fit."""
    text = language.tidy(text)
    for said in (
        *_notations(text),
        *_splits(text),
        *_truths(text),
        *_powers_of_ten(text),
    ):
        for way in said.ways:
            found = plainly(way)
            fitting = _fitted(found, said) if isinstance(found, Problem) else None
            if fitting is not None:
                return fitting
    return None


# ------------------------------------------------------------------ what is said of the form

_GIVE: Final = (
    r"(?:(?:[,;]|\band\b|\bthen\b|\bplease\b)\s*){0,3}"  # not any number: a row of commas
    r"(?:\b(?:give|giving|write|writing|express|expressing|state|leave|leaving|put|show|answer|"
    r"present)\s+)?"
    r"(?:(?:your|the|its)\s+)?(?:final\s+)?"
    r"(?:\b(?:answers?|solutions?|solution\s+set|set\s+of\s+solutions|results?|time|it)\s+)?"
    r"(?:(?:should|must|is\s+to)\s+be\s+(?:given\s+|written\s+)?)?"
)
"""What may stand before the form: ``and give your answer``."""
_NOTATIONS: Final = {
    Notation.INTERVAL: re.compile(
        rf"{_GIVE}(?:\b(?:in|using|with)\s+(?:an?\s+)?interval\s+(?:notation|form)\b"
        r"|\bas\s+(?:an?\s+)?(?:union\s+of\s+)?intervals?(?=\s*(?:[.,;:?!]|$)))",
        re.IGNORECASE,
    ),
    Notation.SET: re.compile(
        rf"{_GIVE}\b(?:in|using|with)\s+(?:an?\s+)?set(?:[- ]builder)?\s+(?:notation|form)\b",
        re.IGNORECASE,
    ),
}
_UNIT: Final = r"[A-Za-z]+"
_SPLIT: Final = re.compile(
    rf"(?:(?P<how>\bhow\s+many\s+)|(?P<give>{_GIVE})(?P<in>\b(?:in|into|to|as)\s+))"
    rf"(?P<units>{_UNIT}(?:\s*,\s*{_UNIT})?\s*,?\s+and\s+(?:how\s+many\s+)?{_UNIT})\b",
    re.IGNORECASE,
)
_SPLITTING: Final = frozenset({"time", "months", "length", "mass", "volume"})
"""Dimensions of quantities that people tell in several units at once."""


def _notations(text: str) -> Iterator[Said]:
    for notation, pattern in _NOTATIONS.items():
        found = list(pattern.finditer(text))
        if len(found) == 1:
            yield Said((_without(text, found[0]),), notation)


_TRUE_OR_FALSE: Final = re.compile(r"\btrue\s+or\s+false\b\s*[:?,.]?\s*", re.IGNORECASE)


def _truths(text: str) -> Iterator[Said]:
    found = _TRUE_OR_FALSE.search(text)
    if found is not None:
        bare = f"{text[: found.start()]}{text[found.end() :]}".strip()
        yield Said((text, bare), Notation.TRUE_OR_FALSE)


_POWER_OF_TEN: Final = re.compile(
    rf"{_GIVE}\b(?:in|as|using|with)\s+{POWER_OF_TEN}{FIGURES}?", re.IGNORECASE
)


_NUMBER_ALONE: Final = re.compile(r"[A-Za-z ]*[-−]?[\d.,]+\s*[.?]?\s*")


def _powers_of_ten(text: str) -> Iterator[Said]:
    """``giving your answer in standard form to 2 significant figures``."""
    found = list(_POWER_OF_TEN.finditer(text))
    if len(found) == 1:
        bare = _without(text, found[0])
        if not _NUMBER_ALONE.fullmatch(bare):  # it is read with its form, or not at all
            yield Said((bare,), scientific=True, figures=found[0]["figures"])


def _splits(text: str) -> Iterator[Said]:
    found = list(_SPLIT.finditer(text))
    symbols = _descending(found[0]["units"]) if len(found) == 1 else ()
    if not symbols:
        return
    one = found[0]
    most = units.plural(units.UNITS[symbols[0]].name)
    before, after = text[: one.start()], text[one.end() :]
    if one["how"]:
        ways = [f"{before}how long{after}", f"{before}how many {most}{after}"]
    else:
        ways = [_without(text, one), f"{before}{one['give']}{one['in']}{most}{after}"]
    yield Said(tuple(ways), split=symbols)


def _descending(said: str) -> tuple[str, ...]:
    """The symbols of units that are parts of one another; () where they are not."""
    words = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", re.sub(r"\bhow\s+many\s+", "", said))
    named = [units.find(word) for word in words]
    found = [unit for unit in named if unit is not None and unit.dimension in _SPLITTING]
    if len(found) < len(words):
        return ()
    nested = all(
        (a.factor / b.factor).denominator == 1 < a.factor / b.factor for a, b in pairwise(found)
    )
    return tuple(unit.symbol for unit in found) if nested else ()


def _without(text: str, match: re.Match[str]) -> str:
    """``In interval notation, solve ...`` and ``solve ..., in interval notation``."""
    before, after = text[: match.start()].rstrip(" ,;"), text[match.end() :].lstrip(" ,;:")
    if not before:
        return after
    joined = after if after[:1] in ("", ".", "?", "!") else f" {after}"
    return f"{before}{joined}"


# ------------------------------------------------------------------ whether it fits


def _fitted(problem: Problem, said: Said) -> Problem | None:
    if said.scientific:
        exact = problem.kind is Kind.ARITHMETIC and problem.form is Form.NUMBER
        if not exact or problem.unit is not None or problem.expression is None:
            return None
        return scientific(problem.expression, said.figures)
    return _split(problem, said.split) if said.split else _noted(problem, said.notation)


def _noted(problem: Problem, notation: Notation | None) -> Problem | None:
    if notation is Notation.TRUE_OR_FALSE and problem.form is Form.TRUTH:
        told = f"True or false: {problem.read_as[0].lower()}{problem.read_as[1:]}"
        return replace(problem, notation=notation, read_as=told)
    if problem.form is not Form.INTERVALS or notation in (None, Notation.TRUE_OR_FALSE):
        return None
    return replace(problem, notation=notation, read_as=_told(problem, f"in {notation}"))


def _split(problem: Problem, symbols: tuple[str, ...]) -> Problem | None:
    """One quantity, not rounded, in a unit of the same dimension."""
    unit = None if problem.unit is None else units.find(problem.unit)
    smallest = units.UNITS[symbols[-1]]
    rounded = problem.places is not None or problem.figures is not None
    if unit is None or unit.dimension != smallest.dimension or problem.items[1:] or rounded:
        return None
    names = [units.plural(units.UNITS[symbol].name) for symbol in symbols]
    told = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    if problem.kind is not Kind.CONVERSION:
        return replace(problem, split=symbols, read_as=_told(problem, f"in {told}"))
    (given,) = problem.items
    assert isinstance(given, Quantity) and isinstance(problem.target, Mul)
    own = units.UNITS[given.unit]
    if own.symbol not in symbols:  # 3 hours to minutes and seconds may mean 180 and 10800
        return None
    target = Mul(given.value, number(own.factor / smallest.factor))
    read_as = problem.read_as.replace(f" to {units.plural(unit.name)}.", f" to {told}.")
    return replace(problem, split=symbols, unit=smallest.symbol, target=target, read_as=read_as)


def _told(problem: Problem, form: str) -> str:
    end = problem.read_as[-1]
    return f"{problem.read_as[:-1]}, {form}{end}"
