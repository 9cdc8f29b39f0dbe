"""Right triangles in stories and by trigonometry, and triangles with named corners."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.literals import number as literal
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Formal, Story
from mathviz_chat.core.problems.readers.applied.geometry import Given, figure_problem
from mathviz_chat.core.problems.wording import Hit, number
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Add, Chain, Pow, RelOp


def _right(legs: list[Hit | None], slots: str, hypotenuse: Hit | None) -> Problem | None:
    """The side that is missing of a right triangle with two known ones."""
    known = [
        (hit[slot], hit.get(f"{slot}_u")) for hit, slot in zip(legs, slots, strict=True) if hit
    ]
    given: Given = {f"a{k}": one for k, one in enumerate(known, start=1)}
    if hypotenuse is not None:
        given["c"] = (hypotenuse["c"], hypotenuse.get("c_u"))
    asked = "hypotenuse" if hypotenuse is None else "leg"
    return figure_problem("right triangle", asked, given) if len(given) == 2 else None


# ------------------------------------------------------------------ stories

_LADDER: Final = """
WALL = [vertical]? [wall|house|building|side of house|side of building|tree|fence]
LEANS = [leans|is leaning|leaning|rests|resting|is placed|placed|is propped|stands|set]
ladder:
    [ladder|pole|plank] [of length|with length]? {c:q} [long]? [ladder|pole|plank]? [LEANS [up]?
        [against|on] WALL]?
    {c:q} [long]? [ladder|pole|plank] [LEANS [up]? [against|on] WALL]?
    [length of]? [ladder|pole|plank] is {c:q} [long]? [and LEANS [up]? [against|on] WALL]?
leans:
    [ladder|pole|plank|it] LEANS [up]? [against|on] WALL
foot:
    [its|ladder's]? [foot|base|bottom|lower end] [of ladder|of it]? [is|stands|placed|at]* {a:q}
        [away]? from [base of|foot of|bottom of]? [WALL|it]
    {a:q} [away]? from [base of|foot of|bottom of]? WALL
reach:
    [it|ladder|its top|top|top of ladder|and]? [just]? [reaches|touches|reaching|touching] [WALL]?
        [at]? [height of|point|window]? {b:q} [up|high|above ground|from ground|off ground]* [WALL]?
asked reach:
    how [high|far] [up]? [WALL]? [does|will|can|is] [it|ladder|top|top of ladder|its top] [reach|
        go]? [up|on]? [WALL]?
    FIND height [that]? [it|ladder|top of ladder]? [reaches|reach]? [up|on]? [WALL]?
asked foot:
    how far [away]? [from WALL]? is [its|foot|base|bottom|foot of ladder|base of ladder|bottom of
        ladder|its foot|its base] [away]? [from WALL|from it]?
    FIND distance [from|of|between] [foot|base|bottom] of ladder [from|to|and] WALL
asked ladder:
    how long is [ladder|it]
    FIND length of [ladder|it]
"""


def _ladder(story: Story) -> Problem | None:
    ladder, foot, reach = (story.get(name) for name in ("ladder", "foot", "reach"))
    asked = {name.removeprefix("asked ") for name in story.names() if name.startswith("asked ")}
    known = {name for name in ("ladder", "foot", "reach") if story.get(name) is not None}
    if len(asked) != 1 or len(known) != 2 or asked & known:
        return None
    return _right([foot, reach], "ab", ladder)


_WALK: Final = """
GO = [walks|walked|sails|sailed|drives|drove|travels|travelled|traveled|goes|went|runs|ran|cycles|
    cycled|flies|flew|rides|rode|heads|swims|walk|sail|drive|travel|go|run|cycle|fly|hikes|hiked]
START = [start|starting point|its start|his start|her start|its starting point|his starting point|
    her starting point|my starting point|where it started|where he started|where she started|where
    they started|where i started|home|port|harbour|harbor|point where it started]
first:
    [{who:who}] GO {a:q} [due|to|directly]* {d1:compass}
second:
    [it|he|she|they|i]? [and]? [then]? [turns and|GO]? [another]? {b:q} [due|to|
        directly]* {d2:compass}
asked:
    how far [away]? [is|are|am] [{who2:who}] [now|then]? [away]? from START
    how far from START [is|are|am] [{who2:who}] [now|then]?
    FIND [shortest|straight-line|straight line|direct]? distance [of {who2:who}]? [from|back to|
        to] START
"""


def _walk(story: Story) -> Problem | None:
    first, second = story.get("first"), story.get("second")
    if first is None or second is None or story.get("asked") is None:
        return None
    axes = {direction.lower() in ("north", "south") for direction in (first["d1"], second["d2"])}
    return _right([first, second], "ab", None) if len(axes) == 2 else None


_LETTERS: Final = """
by:
    [use|using|by|with|apply] [pythagoras|pythagorean|pythagoras'|pythagoras's] [theorem|
        rule]? [to]?
given:
    {n1:sideletter} = {v1:q} and {n2:sideletter} = {v2:q}
    {n1:sideletter} = {v1:q} {n2:sideletter} = {v2:q}
legs of triangle:
    [in]? [right|right-angled|right angled] triangle [with|has]? [hypotenuse c]?
asked:
    FIND [length of]? {n:sideletter}
"""


def _letters(story: Story) -> Problem | None:
    """``Use Pythagoras to find c if a = 2 and b = 3``: c is the hypotenuse, as everywhere."""
    given, asked = story.get("given"), story.text("n")
    if given is None or asked is None or not story.names() & {"by", "legs of triangle"}:
        return None
    known = {given["n1"].lower(): "v1", given["n2"].lower(): "v2"}
    if set(known) | {asked.lower()} != {"a", "b", "c"}:
        return None
    values: Given = {
        "c" if name == "c" else f"a{k}": (given[slot], given.get(f"{slot}_u"))
        for k, (name, slot) in enumerate(sorted(known.items()), start=1)
    }
    return figure_problem("right triangle", "hypotenuse" if asked.lower() == "c" else "leg", values)


_IS_RIGHT: Final = """
RIGHT = [right|right-angled|right angled]
question:
    is triangle [with|that has|whose|having] [sides|side lengths|3 sides] [of]? [length|lengths]?
        [are]? {a:q} {b:q} and {c:q} [long]? RIGHT [triangle]?
    is triangle with {a:q} {b:q} and {c:q} as [its]? sides RIGHT [triangle]?
    does triangle [with|that has|whose|having] [sides|side lengths] [of|are]? {a:q} {b:q} and {c:q}
        have right angle
    [do|can] [sides|lengths|segments]? [of]? [length|lengths]? {a:q} {b:q} and {c:q} [form|make|be
        sides of] RIGHT triangle
told:
    triangle [has|with] [sides|side lengths] [of]? [length|lengths]? {a:q} {b:q} and {c:q} [long]?
    sides of triangle are {a:q} {b:q} and {c:q} [long]?
asked:
    is [it|triangle] RIGHT [triangle]?
    does it have right angle
"""


def _is_right(story: Story) -> Problem | None:
    """Whether the square of the longest side is the sum of the squares of the others."""
    hit = story.get("question") or story.get("told")
    if hit is None or story.names() not in ({"question"}, {"told", "asked"}):
        return None
    if len({hit.get(f"{side}_u") for side in "abc"} - {None}) > 1:
        return None
    sides = sorted((number(hit[side]) for side in "abc"), key=recount.value)
    if any(recount.value(side) <= 0 for side in sides):
        return None
    two = literal(Fraction(2))
    a, b, c = (Pow(side, two) for side in sides)
    statement = Chain((Add(a, b), c), (RelOp.EQ,))
    told = ", ".join(to_plain(side) for side in sides[:2])
    read_as = f"Is a triangle with sides {told} and {to_plain(sides[2])} right-angled?"
    return Problem(Kind.TRUTH, Form.TRUTH, read_as, conditions=(statement,))


# ------------------------------------------------------------------ trigonometry

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


def _angle_of(given: Given) -> Problem | None:
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
    told = " and ".join(_told(name, one) for name, one in given.items())
    read_as = f"Find the angle of the right-angled triangle with {told}."
    return plan.problem(Kind.GEOMETRY, read_as, unit="deg", unit_named=True)


def _side_of(asked: str, given: Given, angle: str) -> Problem | None:
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
    written = formula.replace("(w)", "(t*pi/180)")
    plan.find("x", f"Solve for the {_SIDES[asked]}, put the numbers in", written)
    plan.check(_CHECKS[asked, known].replace("(w)", "(t*pi/180)"))
    read_as = (
        f"Find the {_SIDES[asked]} of the right-angled triangle with angle {angle}° and "
        f"{_told(known, given[known])}."
    )
    return plan.problem(Kind.GEOMETRY, read_as, unit=unit or None)


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
        return _angle_of(given) if angle is None and len(given) == 2 else None
    return None if angle is None else _side_of(asked[0], given, angle)


# ------------------------------------------------------------------ corners with names

_N: Final = r"\d+(?:\.\d+)?"
_ASK: Final = (
    r"(?:find|calculate|what(?:'s|\s+is)|work\s+out|determine|compute)\s+(?:the\s+)?"
    r"(?:(?:length|size|measure|value)\s+of\s+)?(?:the\s+)?(?:side\s+|(?P<sign>angle\s+|∠\s*))?"
    r"(?P<asked>[A-Z]{1,3})"
)
_PLACES: Final = (
    r"(?:,?\s+(?:correct\s+|rounded\s+|giving\s+your\s+answer\s+)?to\s+"
    r"(?P<places>\d)\s*(?:decimal\s+places?|d\.?\s?p\.?|decimals))?"
)
_NAMED: Final = re.compile(
    r"(?:(?:In|For|Consider|Given)\s+)?(?:(?:a|the)\s+)?(?P<right>right[ -]angled\s+|right\s+)?"
    r"(?:[Tt]riangle|△|Δ)\s*(?P<name>[A-Z]{3})[,:]?\s+(?P<facts>.+?)[,.]?\s+(?:and\s+)?"
    rf"(?i:{_ASK.replace('[A-Z]', '(?-i:[A-Z])')}{_PLACES})\.?"
)
_FACTS: Final = (
    re.compile(
        rf"(?:side\s+)?(?P<side>[A-Z]{{2}})\s*(?:=|is)\s*(?P<v>{_N})\s*(?P<u>[a-z]+)?(?:\s+long)?"
    ),
    re.compile(
        rf"(?:∠\s*|angle\s+)?(?P<corner>[A-Z]|[A-Z]{{3}})\s*(?:=|is)\s*(?P<t>{_N})\s*(?:°|degrees)"
    ),
    re.compile(
        r"(?:is\s+|has\s+)?(?:a\s+)?(?:right[ -]angled|right\s+angle(?:d)?)\s+at\s+(?P<right>[A-Z])"
        r"|(?:the\s+)?right\s+angle\s+is\s+at\s+(?P<right2>[A-Z])"
    ),
)


def _named(match: re.Match[str]) -> Problem | None:
    name = match["name"]
    sides: Given = {}
    angles: dict[str, str] = {}
    for fact in re.split(r"\s*(?:,|;|\band\b|\bwith\b)\s*", match["facts"].replace("has ", "")):
        if not fact:
            continue
        own = next((m for p in _FACTS if (m := p.fullmatch(fact)) is not None), None)
        if own is None or not _take(own.groupdict(), name, sides, angles):
            return None
    problem = _solved(name, sides, angles, match["asked"], match["sign"] is not None)
    if problem is None or match["places"] is None:
        return problem
    return _to_places(problem, int(match["places"]))


def _take(own: dict[str, str | None], name: str, sides: Given, angles: dict[str, str]) -> bool:
    side, corner = own.get("side"), own.get("corner")
    right = own.get("right") or own.get("right2")
    if side is not None:
        opposite = [c for c in name if c not in side]
        if len(opposite) != 1 or len(set(side)) != 2 or opposite[0] in sides:
            return False
        sides[opposite[0]] = (own["v"] or "", own.get("u"))
        return True
    at = right or (corner if corner is not None and len(corner) == 1 else (corner or "")[1:2])
    if not at or at not in name or at in angles:
        return False
    angles[at] = "90" if right else (own.get("t") or "")
    return True


def _solved(
    name: str, sides: Given, angles: dict[str, str], asked: str, is_angle: bool
) -> Problem | None:
    """sides by the corner opposite to them."""
    if not set(asked) <= set(name) or len(set(asked)) != len(asked):
        return None
    corner = asked[len(asked) // 2] if is_angle else next(iter(set(name) - set(asked)))
    if not is_angle and len(asked) != 2:
        return None
    right = next((at for at, size in angles.items() if size == "90"), None)
    if right is None:
        return None if is_angle else _third(name, sides, angles, corner)
    acute = [at for at in angles if at != right]
    if is_angle:
        return _angle_of(_from(corner, right, sides)) if not acute and corner != right else None
    if acute:
        seen = {acute[0]: "o", right: "c"}
        return _side_of(seen.get(corner, "h"), _from(acute[0], right, sides), angles[acute[0]])
    legs = [one for at, one in sides.items() if at != right]
    given: Given = {f"a{k}": one for k, one in enumerate(legs, start=1)}
    if right in sides:
        given["c"] = sides[right]
    asked_side = "hypotenuse" if corner == right else "leg"
    return figure_problem("right triangle", asked_side, given) if len(given) == 2 else None


def _third(name: str, sides: Given, angles: dict[str, str], corner: str) -> Problem | None:
    """Two sides and the angle between them, by the law of cosines."""
    if set(angles) != {corner} or set(sides) != set(name) - {corner}:
        return None
    first, second = sides.values()
    return figure_problem(
        "triangle", "third", {"a1": first, "a2": second, "t": (angles[corner], None)}
    )


def _from(acute: str, right: str, sides: Given) -> Given:
    """The sides by their letters, as they are seen from an acute angle."""
    return {{acute: "o", right: "c"}.get(at, "h"): one for at, one in sides.items()}


def _to_places(problem: Problem, places: int) -> Problem:
    read_as = f"{problem.read_as.rstrip('.')}, rounded to {places} decimal places."
    return replace(problem, read_as=read_as, places=places)


READERS: Final = (
    Formal(_NAMED, _named),
    Family(re.compile(r"\b(?:ladder|plank|pole)\b", re.I), grammar(_LADDER), _ladder),
    Family(re.compile(r"\b(?:north|south|east|west)\b", re.I), grammar(_WALK), _walk),
    Family(re.compile(r"\bpythag|\bright", re.I), grammar(_LETTERS), _letters),
    Family(re.compile(r"\bright\b|\bright-", re.I), grammar(_IS_RIGHT), _is_right),
    Family(
        re.compile(r"\bopposite|\badjacent|\bhypotenuse", re.I),
        grammar(_TRIGONOMETRY),
        _trigonometry,
    ),
)
