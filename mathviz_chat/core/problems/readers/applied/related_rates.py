"""Related rates: how fast a figure, a ladder, a water level or a distance changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Formal
from mathviz_chat.core.problems.wording import number

_N: Final = r"\d+(?:\.\d+|/\d+)?"


@dataclass(frozen=True, slots=True)
class _Measure:
    """``factor * size^power``, times pi for what is round; name: its letter in a formula."""

    name: str
    factor: Fraction
    power: int
    is_round: bool

    def formula(self, size: str) -> str:
        """The measure in the letter of the size."""
        if self == _size(size):
            return size
        power = f"{size}^{self.power}" if self.power > 1 else size
        return f"{self._front(self.factor)}{power}"

    def slope(self, size: str) -> str:
        """Its derivative by the size."""
        front = self._front(self.factor * self.power).removesuffix("*")
        power = f"{size}^{self.power - 1}" if self.power > 2 else size
        return f"{front or '1'}*{power}" if self.power > 1 else front or "1"

    def _front(self, factor: Fraction) -> str:
        parts = [str(factor)] if factor != 1 else []
        return "".join(f"{one}*" for one in [*parts, *(["pi"] * self.is_round)])

    @property
    def numbers(self) -> tuple[Fraction, int, int]:
        """For the second way."""
        return self.factor, self.power, int(self.is_round)


def _size(name: str) -> _Measure:
    return _Measure(name, Fraction(1), 1, is_round=False)


@dataclass(frozen=True, slots=True)
class _Figure:
    """size: its name and letter. measures: by the names of the question."""

    size: str
    letter: str
    measures: MappingProxyType[str, _Measure]

    def measure(self, name: str) -> _Measure | None:
        """The size itself, or what depends on it."""
        return _size(self.letter) if name == self.size else self.measures.get(name)


def _figure(size: str, letter: str, **measures: tuple[str, str, int, bool]) -> _Figure:
    table = {
        name.replace("_", " "): _Measure(sign, Fraction(factor), power, is_round)
        for name, (sign, factor, power, is_round) in measures.items()
    }
    return _Figure(size, letter, MappingProxyType(table))


_FIGURES: Final = MappingProxyType(
    {
        "circle": _figure(
            "radius", "r", area=("A", "1", 2, True), circumference=("C", "2", 1, True)
        ),
        "sphere": _figure(
            "radius", "r", volume=("V", "4/3", 3, True), surface_area=("S", "4", 2, True)
        ),
        "cube": _figure(
            "edge", "a", volume=("V", "1", 3, False), surface_area=("S", "6", 2, False)
        ),
        "square": _figure("side", "a", area=("A", "1", 2, False), perimeter=("P", "4", 1, False)),
    }
)
_OPPOSITE: Final = MappingProxyType({"grows": "grow", "shrinks": "shrink"})
_GROWING: Final = re.compile(
    rf"The (?P<told>[a-z ]+) of a (?P<figure>[a-z]+) (?P<way>grows|shrinks) at (?P<c>{_N}) "
    r"(?P<cu>[a-z^0-9/]+)\.? How fast does its (?P<asked>[a-z ]+) (?P<does>grow|shrink) when its "
    rf"(?P<size>[a-z]+) is (?P<s>{_N}) (?P<su>[a-z]+)"
)
_LADDER: Final = re.compile(
    rf"A ladder of length (?P<l>{_N}) (?P<lu>[a-z]+) slides down a wall and its "
    rf"(?P<told>foot|top) moves at (?P<c>{_N}) (?P<cu>[a-z/]+)\.? How fast does its "
    rf"(?P<asked>foot|top) move when its (?P<end>foot|top) is (?P<s>{_N}) (?P<su>[a-z]+) "
    r"(?P<where>from the wall|above the ground)"
)
_CONE: Final = re.compile(
    rf"An inverted cone has height (?P<h>{_N}) (?P<hu>[a-z]+) and radius (?P<r>{_N}) "
    rf"(?P<ru>[a-z]+)\.? Water flows (?P<way>in|out) at (?P<c>{_N}) (?P<cu>[a-z^0-9/]+)\.? How "
    rf"fast does its level (?P<does>rise|fall) when it is (?P<s>{_N}) (?P<su>[a-z]+) deep"
)
_CARS: Final = re.compile(
    rf"Two cars leave one point at right angles at (?P<a>{_N}) (?P<au>[a-z/]+) and (?P<b>{_N}) "
    rf"(?P<bu>[a-z/]+)\.? How fast does the distance between them grow after (?P<t>{_N}) "
    r"(?P<tu>[a-z]+)"
)
_DIMENSIONS: Final = MappingProxyType({1: "", 2: "^2", 3: "^3"})


def _time_of(rate: str, above: str) -> units.Unit | None:
    """The unit of time of a rate whose unit above the line is ``above``; None for another one."""
    symbol = {"mph": "mi/h"}.get(rate, rate)
    first, _, below = symbol.partition("/")
    found = units.UNITS.get(below)
    return found if first == above and found is not None and found.dimension == "time" else None


def _length(match: re.Match[str], *slots: str) -> str | None:
    """The one unit of length of several quantities."""
    found = {match[slot] for slot in slots}
    unit = units.UNITS.get(next(iter(found))) if len(found) == 1 else None
    return unit.symbol if unit is not None and unit.dimension == "length" else None


def _rate_plan(plan: Planner, measure: _Measure, size: str, given: str, name: str) -> None:
    """The derivative by the size, and its value at the size."""
    plan.state(
        f"Differentiate {measure.name}",
        f"d/d{size}({measure.formula(size)}) = {measure.slope(size)}",
    )
    at = "p" if len(size) == 1 else size
    plan.find(name, f"Put in {size} = {given}", re.sub(rf"\b{size}\b", at, measure.slope(size)))


def _growing(match: re.Match[str]) -> Problem | None:
    """dM/dt = dM/ds * ds/dt, once for what is told and once for what is asked for."""
    figure = _FIGURES.get(match["figure"])
    length = _length(match, "su")
    if figure is None or length is None or match["size"] != figure.size:
        return None
    told, asked = figure.measure(match["told"]), figure.measure(match["asked"])
    if told is None or asked is None or told == asked or _OPPOSITE[match["way"]] != match["does"]:
        return None
    time = _time_of(match["cu"], length + _DIMENSIONS[told.power])
    if time is None or not Fraction(match["s"]) or not Fraction(match["c"]):
        return None
    plan = Planner({"p": number(match["s"]), "q": number(match["c"])})
    rate = _size_rate(plan, figure, told, match["s"])
    if asked != _size(figure.letter):
        plan.setup("Choose the formula", f"{asked.name} = {asked.formula(figure.letter)}")
        _rate_plan(plan, asked, figure.letter, match["s"], "m")
        why = (
            f"By the chain rule d{asked.name}/dt = d{asked.name}/d{figure.letter} * "
            f"d{figure.letter}/dt."
        )
        plan.find("n", f"Multiply by d{figure.letter}/dt", f"m*{rate}", why)
    plan.count("grown", *told.numbers, *asked.numbers, Fraction(match["s"]), Fraction(match["c"]))
    unit = f"{length}{_DIMENSIONS[asked.power]}/{time.symbol}"
    return plan.problem(Kind.RELATED_RATES, _said(match), unit=unit, decimals=False)


def _size_rate(plan: Planner, figure: _Figure, told: _Measure, at: str) -> str:
    """How fast the size changes: told, or what is told divided by its derivative."""
    if told == _size(figure.letter):
        return "q"
    size = figure.letter
    plan.setup("Choose the formula", f"{told.name} = {told.formula(size)}")
    _rate_plan(plan, told, size, at, "k")
    why = f"By the chain rule d{told.name}/dt = d{told.name}/d{size} * d{size}/dt."
    plan.find("v", f"Divide d{told.name}/dt by it", "q/k", why)
    return "v"


def _said(match: re.Match[str]) -> str:
    return re.sub(r"\.? (How|Water) ", r". \1 ", match[0]) + "?"


def _ladder(match: re.Match[str]) -> Problem | None:
    """``x^2 + y^2 = l^2``: x*dx/dt = -y*dy/dt."""
    length = _length(match, "lu", "su")
    time = None if length is None else _time_of(match["cu"], length)
    whole, at = Fraction(match["l"]), Fraction(match["s"])
    if time is None or not 0 < at < whole or match["told"] == match["asked"]:
        return None
    if (match["end"] == "foot") != (match["where"] == "from the wall"):
        return None
    plan = Planner({"l": number(match["l"]), "p": number(match["s"]), "q": number(match["c"])})
    plan.setup(
        "Choose the formula",
        f"x^2 + y^2 = {match['l']}^2, with the foot x from the wall and the top y up",
    )
    plan.setup("Differentiate both sides by the time", "2x*dx/dt + 2y*dy/dt = 0")
    named = "y" if match["end"] == "foot" else "x"
    plan.find("o", f"Find {named}, by Pythagoras", "sqrt(l^2 - p^2)")
    same = match["end"] == match["told"]
    plan.find(
        "v",
        "Solve for the other rate, and put in",
        "p*q/o" if same else "o*q/p",
        "The ends move in opposite senses: one towards the corner, the other away from it.",
    )
    squared = at**2 if same else whole**2 - at**2
    plan.count("slid", whole, squared, Fraction(match["c"]))
    unit = f"{length}/{time.symbol}"
    return plan.problem(Kind.RELATED_RATES, _said(match), unit=unit, decimals=False)


def _cone(match: re.Match[str]) -> Problem | None:
    """The water's radius is r/h of its depth, so its volume is pi*(r/h)^2/3 times depth^3."""
    length = _length(match, "hu", "ru", "su")
    time = None if length is None else _time_of(match["cu"], f"{length}^3")
    high, deep, wide = (Fraction(match[one]) for one in "hsr")
    way = match["way"] == "in"
    if time is None or not 0 < deep <= high or not wide or way != (match["does"] == "rise"):
        return None
    share = wide / high
    volume = _Measure("V", share**2 / 3, 3, is_round=True)
    plan = Planner({"p": number(match["s"]), "q": number(match["c"])})
    plan.setup("Choose the formula", "V = 1/3*pi*r^2*h for the water, h deep")
    plan.setup(
        f"Similar triangles: r/h = {match['r']}/{match['h']}",
        f"r = {share}*h, V = {volume.formula('h')}",
    )
    _rate_plan(plan, volume, "h", match["s"], "k")
    plan.find("v", "Divide dV/dt by it", "q/k", "By the chain rule dV/dt = dV/dh * dh/dt.")
    numbers = (*volume.numbers, *_size("h").numbers, deep, Fraction(match["c"]))
    plan.count("grown", *numbers)
    unit = f"{length}/{time.symbol}"
    return plan.problem(Kind.RELATED_RATES, _said(match), unit=unit, decimals=False)


def _cars(match: re.Match[str]) -> Problem | None:
    """``z^2 = x^2 + y^2``: z*dz/dt = x*dx/dt + y*dy/dt."""
    if match["au"] != match["bu"]:
        return None
    above = {"mph": "mi"}.get(match["au"], match["au"].partition("/")[0])
    time = _time_of(match["au"], above)
    if time is None or match["tu"] not in (time.name, units.plural(time.name)):
        return None
    speeds = {one: number(match[one]) for one in "abt"}
    if not all(Fraction(match[one]) for one in "abt"):
        return None
    plan = Planner(speeds)
    plan.setup("Choose the formula", "z^2 = x^2 + y^2, with the ways x and y of both")
    plan.setup("Differentiate both sides by the time", "2z*dz/dt = 2x*dx/dt + 2y*dy/dt")
    plan.find("x", "Find the way of the first", "a*t").find(
        "y", "Find the way of the second", "b*t"
    )
    plan.find("z", "Find the distance between them, by Pythagoras", "sqrt(x^2 + y^2)")
    plan.find("v", "Solve for dz/dt, and put in", "(x*a + y*b)/z")
    plan.check("answer^2 = a^2 + b^2")
    plan.count("parted", *(Fraction(match[one]) for one in "abt"))
    return plan.problem(Kind.RELATED_RATES, _said(match), unit=match["au"], decimals=False)


READERS: Final = (
    Formal(_GROWING, _growing),
    Formal(_LADDER, _ladder),
    Formal(_CONE, _cone),
    Formal(_CARS, _cars),
)
