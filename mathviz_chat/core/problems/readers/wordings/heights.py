"""Heights of what is thrown, given by a formula of the time: when it lands, when it is how high."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.kernel import variables
from mathviz_chat.core.problems import polynomial
from mathviz_chat.core.problems.readers.wordings.common import Family
from mathviz_chat.core.problems.slots import Slots
from mathviz_chat.core.problems.wording import Hit
from mathviz_chat.core.reading import to_plain
from mathviz_chat.core.reading.tree import Expr

_GRAMMAR: Final = """
THING = [a|an|the|small|toy|model|tennis]* [ball|stone|rock|rocket|arrow|projectile|object|
    firework|
    cannonball|football|pebble]
THROWN = [is|was]? [thrown|launched|fired|shot|kicked|hit|projected|tossed|dropped] [up|upward|
    upwards|
    vertically|straight|into the air|from the ground|from a cliff|from a building|from a roof|off a
    cliff|from a tower|from a platform|from ground level]*
METRES = [m|meters|metres|feet|ft|(in meters)|(in metres)|(in m)|(in feet)|in meters|in metres|in
    m|
    in feet]
SECONDS = [second|seconds|s|sec]
HEIGHT = [[and|so that|such that|where|if]* [its|the|whose]? height [of the THING|of a THING|of the
    ball]? METRES? [above the ground|above ground]? METRES? [after|at|at time|t]* [{t:name}]?
    SECONDS?
    [later|after launch]? [is given by|is|,|is modelled by|is modeled by|given by]* {s:statements}
    METRES? [where t is the time in SECONDS|where t is in SECONDS|after t SECONDS|at time t]?]
STORY = [THING THROWN HEIGHT|HEIGHT]
IT = [it|the THING|the ball]
ground:
    STORY [when|at what time|at which time|after how many SECONDS|after how long] [does|will] IT
        [hit|
        reach|land on|strike|return to|come back to] the ground [again]?
    STORY [when|at what time|after how many SECONDS] [does|will] IT land
    STORY how [long|many SECONDS] [does|will] [it|IT] take [for IT]? to [hit|reach|land on|return
        to]
        the ground
    STORY how [long|many SECONDS] is IT in the air
high:
    STORY [when|at what time|at what times|after how many SECONDS] [does|will|is] IT [reach|reach a
        height of|at|at a height of|be at a height of]? {k:q} [high|above the ground]?
"""


def _height(hit: Hit) -> tuple[str, Expr] | None:
    """The name of the time and the height, a polynomial of degree 2 that opens downwards."""
    text = hit["s"].partition("=")[2]
    found = Slots(frozenset({"e", "i"})).expression(text)
    names = () if found is None else variables(found)
    if found is None or len(names) != 1 or (hit.get("t") or names[0]) != names[0]:
        return None
    terms = polynomial.of_expression(found, names[0])
    if terms is None or len(terms) != 3 or terms[2] >= 0 or terms[0] < 0:
        return None
    return names[0], found


def _ground(hit: Hit) -> str | None:
    told = _height(hit)
    if told is None:
        return None
    name, height = told
    where = f"{to_plain(height)} = 0 and {name} > 0"
    return f"Find {name} (motion in s), with {name} for the time, where {where}"


def _high(hit: Hit) -> str | None:
    """Both times on the way up and down; the one after the start where that is higher."""
    told = _height(hit)
    if told is None or not _one_unit(hit):
        return None
    name, height = told
    equation = f"{to_plain(height)} = {hit['k']}"
    terms = polynomial.of_expression(height, name)
    start = terms[0] if terms else Fraction(0)
    if Fraction(hit["k"]) > start:
        return f"Solve {equation} for {name}"
    where = f"{equation} and {name} > 0"
    return f"Find {name} (motion in s), with {name} for the time, where {where}"


def _one_unit(hit: Hit) -> bool:
    """Metres throughout, or feet."""
    words = set(re.findall("[a-z]+", hit.text.lower()))
    named = [bool(words & _METRES), bool(words & _FEET)]
    own = (hit.get("k_u") or "").lower()
    return not all(named) and own in ("", *_METRES, *_FEET)


_METRES: Final = frozenset({"m", "meters", "metres", "meter", "metre"})
_FEET: Final = frozenset({"ft", "feet", "foot"})


FAMILY: Final = Family(_GRAMMAR, {"ground": _ground, "high": _high}, raw=True)
