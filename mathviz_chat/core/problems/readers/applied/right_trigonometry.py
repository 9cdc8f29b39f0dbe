"""Sides and angles of right triangles by sine, cosine and tangent."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.applied.geometry import Given
from mathviz_chat.core.problems.wording import number

_SIDES: Final = {"o": "opposite side", "h": "adjacent side", "c": "hypotenuse"}
_RATIOS: Final = {
    frozenset("oc"): ("sin", "o/c", "sine = opposite / hypotenuse"),
    frozenset("hc"): ("cos", "h/c", "cosine = adjacent / hypotenuse"),
    frozenset("oh"): ("tan", "o/h", "tangent = opposite / adjacent"),
}
_SOLVED: Final = {
    ("o", "c"): "c*sin(w)", ("c", "o"): "o/sin(w)", ("h", "c"): "c*cos(w)",
    ("c", "h"): "h/cos(w)", ("o", "h"): "h*tan(w)", ("h", "o"): "o/tan(w)",
}  # fmt: skip
_CHECKS: Final = {
    ("o", "c"): "answer^2 + (c*cos(w))^2 = c^2", ("c", "o"): "(answer*cos(w))^2 + o^2 = answer^2",
    ("h", "c"): "answer^2 + (c*sin(w))^2 = c^2", ("c", "h"): "(answer*sin(w))^2 + h^2 = answer^2",
    ("o", "h"): "answer/sqrt(answer^2 + h^2) = sin(w)",
    ("h", "o"): "o/sqrt(answer^2 + o^2) = sin(w)",
}  # fmt: skip
_ARCS: Final = {"sin": "arcsin", "cos": "arccos", "tan": "arctan"}
_EXACT_RATIOS: Final = {"sin": Fraction(1, 2), "cos": Fraction(1, 2), "tan": Fraction(1)}
"""Those of rational sides whose angle is a whole number of degrees."""
EXACT_ANGLES: Final = (30, 45, 60)
ANGLE_PLACES: Final = 1
LENGTH_PLACES: Final = 2
"""Decimals of values that have no simple exact form, where the question says none."""


def angle_of(given: Given) -> Problem | None:
    """The angle of a right triangle with two known sides, in degrees."""
    ratio = _RATIOS.get(frozenset(given))
    unit = _one_unit(given)
    if ratio is None or unit is None:
        return None
    function, quotient, setup = ratio
    plan = Planner({name: number(text) for name, (text, _) in given.items()})
    plan.setup("Choose the formula", setup)
    plan.find("q", f"Divide for the {setup.split(' ')[0]}", quotient)
    plan.find(
        "t", f"Take the inverse {setup.split(' ')[0]}, in degrees", f"{_ARCS[function]}(q)*180/pi"
    )
    plan.check(f"{function}(answer*pi/180) = {quotient}")
    if "c" in given and recount.value(plan.value(quotient)) >= 1:
        return None
    exact = recount.value(plan.value(quotient)) == _EXACT_RATIOS[function]
    told = " and ".join(_told(name, one) for name, one in given.items())
    read_as = f"Find the angle of the right-angled triangle with {told}."
    return plan.problem(
        Kind.GEOMETRY,
        read_as,
        unit="deg",
        unit_named=True,
        places=None if exact else ANGLE_PLACES,
        freely_rounded=not exact,
    )


def side_of(asked: str, given: Given, angle: str) -> Problem | None:
    """A side of a right triangle from another one and an acute angle."""
    unit = _one_unit(given)
    if unit is None or len(given) != 1:
        return None
    ((known, (text, _)),) = given.items()
    formula = _SOLVED.get((asked, known))
    degrees = number(angle)
    if formula is None or not 0 < recount.value(degrees) < 90:
        return None
    plan = Planner({known: number(text), "t": degrees})
    plan.setup("Choose the formula", _RATIOS[frozenset((asked, known))][2])
    written = formula.replace("(w)", "(t°)")
    plan.find("x", f"Solve for the {_SIDES[asked]}, put the numbers in", written)
    plan.check(_CHECKS[asked, known].replace("(w)", "(t*pi/180)"))
    exact = recount.value(degrees) in EXACT_ANGLES
    read_as = (
        f"Find the {_SIDES[asked]} of the right-angled triangle with angle {angle}° and "
        f"{_told(known, given[known])}."
    )
    return plan.problem(
        Kind.GEOMETRY,
        read_as,
        unit=unit or None,
        places=None if exact else LENGTH_PLACES,
        freely_rounded=not exact,
    )


def _told(name: str, one: tuple[str, str | None]) -> str:
    text, unit = one
    return f"{_SIDES[name]} {text}{f' {unit}' if unit else ''}"


def _one_unit(given: Given) -> str | None:
    """The unit of length of all sides, "" where they have none; None where they differ."""
    spelled = {unit for _, unit in given.values()}
    found = {units.find(unit) if unit else None for unit in spelled}
    if len(found) != 1:
        return None
    unit = found.pop()
    if unit is None:
        return "" if spelled == {None} else None
    return unit.symbol if unit.dimension == "length" else None


_TRIGONOMETRY: Final = """
LENGTH = [is|of|=|has length|of length|measures|equal to]?
triangle:
    [in|of]? [right|right-angled|right angled] triangle [has|with|whose|the]?
o:
    [its]? [opposite|opposite side|side opposite|side opposite to] [angle|it|to angle]? LENGTH {o:q}
h:
    [its]? [adjacent|adjacent side|side adjacent] [to angle|to it]? LENGTH {h:q}
c:
    [its]? [hypotenuse|length of hypotenuse] LENGTH {c:q} [long]?
angle:
    [1|its|has]? [acute]? angle [of|is|=|measuring|measures]? {t}{deg:deg} [degrees|degree]?
asked angle:
    FIND [size of|measure of]? [acute]? angle [between hypotenuse and adjacent side|between adjacent
        side and hypotenuse]? [of triangle|of right-angled triangle|of it]? [in degrees]?
asked o:
    FIND [length of]? [opposite side|opposite|side opposite [to]? [it|angle|this angle|that angle]]
        [of triangle|of right-angled triangle]?
asked h:
    FIND [length of]? [adjacent side|adjacent|side adjacent [to]? [it|angle|this angle|that angle]]
        [of triangle|of right-angled triangle]?
asked c:
    FIND [length of]? hypotenuse [of triangle|of right-angled triangle]?
degrees:
    in degrees
"""


def _trigonometry(story: Story) -> Problem | None:
    asked = [name.removeprefix("asked ") for name in story.names() if name.startswith("asked")]
    words = " ".join(hit.text.lower() for hit in story.every())
    if len(asked) != 1 or not re.search(r"\bright(?:[ -]angled)? triangle", words):
        return None
    given: Given = {
        name: (hit[name], hit.get(f"{name}_u"))
        for name in "ohc"
        if (hit := story.get(name)) is not None
    }
    angle = story.text("t")
    if asked == ["angle"]:
        return angle_of(given) if angle is None and len(given) == 2 else None
    return None if angle is None else side_of(asked[0], given, angle)


READERS: Final = (
    Family(
        re.compile(r"\bopposite|\badjacent|\bhypotenuse", re.I),
        grammar(_TRIGONOMETRY),
        _trigonometry,
    ),
)
