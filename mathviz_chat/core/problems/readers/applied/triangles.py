"""Right triangles by Pythagoras: ladders, walks, sides by letters, whether one is right."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.literals import number as literal
from mathviz_chat.core.problems.problem import Form, Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
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


READERS: Final = (
    Family(re.compile(r"\b(?:ladder|plank|pole)\b", re.I), grammar(_LADDER), _ladder),
    Family(re.compile(r"\b(?:north|south|east|west)\b", re.I), grammar(_WALK), _walk),
    Family(re.compile(r"\bpythag|\bright", re.I), grammar(_LETTERS), _letters),
    Family(re.compile(r"\bright\b|\bright-", re.I), grammar(_IS_RIGHT), _is_right),
)
