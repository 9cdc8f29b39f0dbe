"""Figures: areas, perimeters, volumes, surfaces and missing lengths by formula."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, TypeAlias

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Formal, Story
from mathviz_chat.core.problems.readers.applied.figure_words import FIGURES, GRAMMAR
from mathviz_chat.core.problems.readers.applied.figures import FORMULAS
from mathviz_chat.core.problems.wording import number
from mathviz_chat.core.reading.tree import Expr

_KEYS: Final = re.compile(
    r"\b(?:circles?|circular|semi-?circle|sector|chord|squares?|rectangles?|rectangular|triangles?|"
    r"triangular|parallelogram|rhombus|trapez\w+|cubes?|cuboid|prism|box|cylinder|cylindrical|"
    r"cone|sphere|hemisphere|ball|pyramid|aquarium|radius|hypotenuse|garden|room|field|pool|"
    r"tank)\b",
    re.I,
)


Given: TypeAlias = dict[str, tuple[str, str | None]]
"""Numbers with their units, by the letters of the table of formulas."""


def _given(story: Story) -> dict[str, tuple[str, str | None]] | None:
    """The quantities by their letters: number and unit; None where a letter has two values."""
    found: dict[str, tuple[str, str | None]] = {}
    for name, hit in story.clauses:
        if name.startswith("asked") or name in ("pi", "capacity", "drawn", *FIGURES.split("|")):
            continue
        for slot, value in hit.slots.items():
            if slot.endswith("_u") or slot.startswith(("thing", "fig", "deg")):
                continue
            for letter in ("a1", "a2") if slot == "both" else (slot,):
                if letter in found:
                    return None
                found[letter] = (value, hit.get(f"{slot}_u"))
    return found


def _build(story: Story) -> Problem | None:
    figures = {name for name in story.names() if name in FIGURES.split("|")}
    figures |= {_figure(hit["fig"]) for hit in story.every() if hit.get("fig")}
    asked = [name.removeprefix("asked ") for name in story.names() if name.startswith("asked")]
    capacity = story.get("capacity")
    asked += ["volume"] if capacity else []
    given = _given(story)
    if len(figures) != 1 or len(asked) != 1 or given is None:
        return None
    figure = figures.pop()
    if figure == "right triangle" and asked[0] in ("area", "perimeter") and not _are_legs(story):
        return None
    if figure == "hemisphere" and asked == ["surface"] and not _says(story, "total"):
        return None  # the curved surface may be meant, or all of it
    litres = None if capacity is None else capacity["out"]
    return figure_problem(figure, asked[0], given, story.text("pi"), litres)


def _says(story: Story, word: str) -> bool:
    return any(word in hit.text.lower() for hit in story.every())


def _are_legs(story: Story) -> bool:
    """Whether two sides of a right triangle are said to be its legs: 3 and 5 need not be."""
    told = story.get("legs")
    return told is None or bool(re.search(r"leg|short|perpendicular|other|adjacent", told.text))


def _figure(text: str) -> str:
    """The name of a figure in the table of formulas."""
    low = " ".join(text.lower().split()).replace("-angled", "").replace(" angled", "")
    low = {"trapezoid": "trapezium", "cuboid": "box", "rectangular box": "box"}.get(low, low)
    return "rectangle" if low.startswith("rectangular") else low


def figure_problem(
    figure: str,
    asked: str,
    given: Given,
    pi: str | None = None,
    litres: str | None = None,
) -> Problem | None:
    formulas = FORMULAS.get((figure, asked), ())
    formula = next((one for one in formulas if one.given == set(given)), None)
    unit = _unit(given)
    if formula is None or unit is None:
        return None
    given = {name: (_with_pi_spelled(text), u) for name, (text, u) in given.items()}
    if pi and any("pi" in text for text, _ in given.values()):
        return None  # exact, or by the value that is told
    values = {_indexed(name): number(text) for name, (text, _) in given.items()}
    if any(recount.real(recount.value(value)) <= 0 for value in values.values()):
        return None
    plan = Planner(values)
    plan.setup("Choose the formula", formula.setup)
    for name, text, rule in formula.steps:
        plan.find(name, rule, _with_pi(text, pi))
    check = _with_pi(formula.check, pi)
    power = {"area": 2, "surface": 2, "curved": 2, "volume": 3}.get(asked, 1)
    symbol = f"{unit}^{power}" if unit and power > 1 else unit
    symbol = _ANGLES.get(asked, symbol)
    if litres is not None:
        scale = _in_litres(unit, litres)
        if scale is None:
            return None
        factor, symbol = scale
        plan.find("u", f"Convert to {litres}", f"{plan.works[-1].name}*{factor}")
        check = re.sub(r"\banswer\b", f"(answer/({factor}))", check)
    plan.check(check)
    if recount.real(recount.value(plan.value())) <= 0 or _is_beyond(figure, asked, values, plan):
        return None
    told = " and ".join(
        f"{_NAMES[name]} {text}{f' {u}' if u else ''}" for name, (text, u) in given.items()
    )
    use = f", with pi = {pi}" if pi else ""
    what = f"volume in {litres}" if litres else _ASKED.get(asked, asked)
    read_as = f"Find the {what} of the {figure} with {told}{use}."
    named = litres is not None or asked in _ANGLES
    return plan.problem(Kind.GEOMETRY, read_as, unit=symbol or None, unit_named=named)


def _is_beyond(figure: str, asked: str, values: dict[str, Expr], plan: Planner) -> bool:
    """A sector of more than the whole circle; an angle in degrees that is no fraction."""
    if figure != "sector":
        return False
    turn = 2 * recount.pi()
    told = {name: recount.value(value) for name, value in values.items() if name in "tu"}
    if {"L", "r"} <= values.keys():
        told["u"] = recount.real(recount.value(values["L"])) / recount.real(
            recount.value(values["r"])
        )
    found = recount.value(plan.value()) if asked in _ANGLES else None
    told |= {"degrees": {"t": found}, "angle": {"u": found}}.get(asked, {})
    if asked == "degrees" and not isinstance(found, Fraction) and not _is_whole(found):
        return True
    return any(recount.real(size) >= (360 if name == "t" else turn) for name, size in told.items())


def _is_whole(value: recount.Scalar) -> bool:
    """A value without pi, though it was found by pi."""
    return recount.agree(value, Fraction(recount.nearest(value * 360), 360))


_ANGLES: Final = {"angle": "", "degrees": "deg"}
"""The units of angles: radians have none."""


def _with_pi_spelled(text: str) -> str:
    """``49pi`` for ``49 π``."""
    return re.sub(r"\s*\*?\s*(?:π|pi)", "pi", text)


def _in_litres(unit: str, named: str) -> tuple[Fraction, str] | None:
    """How many of a unit of volume a cube with edge 1 holds, and its symbol."""
    own, target = units.find(f"{unit}^3"), units.find(named)
    if own is None or target is None:
        return None
    return own.factor / target.factor, target.symbol


def _indexed(text: str) -> str:
    """``a_1`` for ``a1``, as the reader of formulas spells names."""
    return re.sub(r"\b([ad])([123])\b", r"\1_\2", text)


def _with_pi(text: str, pi: str | None) -> str:
    """A formula with the value that the question gives for pi."""
    return _indexed(text) if pi is None else _indexed(text).replace("pi", f"({pi})")


_NAMES: Final = {
    "r": "radius", "d": "diameter", "S": "surface area", "C": "circumference", "A": "area",
    "P": "perimeter",
    "V": "volume", "s": "side", "l": "length", "w": "width", "h": "height", "b": "base",
    "D": "diagonal", "d1": "first diagonal", "d2": "second diagonal", "a1": "first side",
    "a2": "second side", "a3": "third side", "c": "hypotenuse", "z": "slant height",
    "t": "angle in degrees", "u": "angle in radians", "L": "arc length", "k": "chord",
    "m": "distance from the centre",
}  # fmt: skip
_ASKED: Final = {
    "surface": "surface area",
    "curved": "curved surface area",
    "third": "third side",
    "leg": "other leg",
    "arc": "arc length",
    "slant": "slant height",
    "angle": "angle in radians",
    "degrees": "angle in degrees",
    "distance": "distance from the centre",
}


def _unit(given: dict[str, tuple[str, str | None]]) -> str | None:
    """The one unit of length of all quantities, "" where they have none; None where they differ."""
    found = set()
    for name, (_, spelling) in given.items():
        if name in ("t", "u"):
            continue
        unit = units.find(spelling) if spelling else None
        if spelling and unit is None:
            return None
        power = {"A": 2, "S": 2, "V": 3}.get(name, 1)
        base = "" if unit is None else unit.symbol.partition("^")[0]
        dimension = {1: "length", 2: "area", 3: "volume"}[power]
        if unit is not None and (
            unit.dimension != dimension or (power > 1 and "^" not in unit.symbol)
        ):
            return None
        found.add(base)
    return found.pop() if len(found) == 1 else None


_NUMBER: Final = r"(?:[\d./]+(?:pi)?|pi)(?:/\d+)?"
_PART: Final = rf"[a-z ]+? {_NUMBER}(?: (?!and\b)[A-Za-z^0-9]+)?"
_FORMAL: Final = re.compile(
    rf"Find the (?P<asked>[a-z ]+?) of the (?P<figure>{FIGURES}) with "
    rf"(?P<told>{_PART}(?: and {_PART})*)(?:, with pi = (?P<pi>[\d./]+))?"
)


def _formal(match: re.Match[str]) -> Problem | None:
    letters = {name: letter for letter, name in _NAMES.items()}
    named, _, litres = match["asked"].partition(" in ")
    asked = {name: what for what, name in _ASKED.items()}.get(named, named)
    given: Given = {}
    for part in match["told"].split(" and "):
        own = re.fullmatch(rf"([a-z ]+?) ({_NUMBER})(?: (\S+))?", part)
        if own is None or own[1] not in letters:
            return None
        given[letters[own[1]]] = (own[2], own[3])
    return figure_problem(match["figure"], asked, given, match["pi"], litres or None)


READERS: Final = (
    Formal(_FORMAL, _formal),
    Family(_KEYS, grammar(GRAMMAR), _build),
)
