"""Pairs of angles: supplements, complements, at parallel lines, in circles."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.literals import number as literal
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.applied.angles import ANGLE_WORDS, degrees_problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.wording import number

_PAIRS: Final = """
DEG = {deg:deg} [degrees|degree|deg]?
SIZE = [size of|measure of|value of]?
ARE = [is|measures|of|has size|has measure|are|equals]
KIND = [co-interior|cointerior|allied|same-side interior|consecutive interior]
SAME = [corresponding|alternate|alternate interior|alternate exterior|vertically opposite|vertical]
supplement:
    FIND [supplement|supplementary angle] [of|to] [angle of]? {a}DEG
    [FIND|what] angle [is]? supplementary to [angle of]? {a}DEG
complement:
    FIND [complement|complementary angle] [of|to] [angle of]? {a}DEG
    [FIND|what] angle [is]? complementary to [angle of]? {a}DEG
pair supplement:
    [2]? angles are supplementary
    [2]? supplementary angles
pair complement:
    [2]? angles are complementary
    [2]? complementary angles
parallels:
    [in|at]? [2]? parallel lines [are]? [cut|crossed|intersected|met] by [transversal|line|third
        line]
pair supplement parallels:
    [1|1 of|one of|pair of]? [2]? KIND [angles|angle]
    [1|1 of]? [2]? co-interior (same-side interior) [angles|angle]
pair same:
    [1|1 of|pair of]? [2]? SAME [angles|angle]
pair cyclic:
    [1|1 of]? [angle|angles]? [of|in]? cyclic quadrilateral [has angle]?
told:
    [1|1 of them|1 angle|1 of angles|it]? ARE {a}DEG
asked supplement parallels:
    FIND SIZE [its]? KIND [angle|angles|1|partner]?
asked same:
    FIND SIZE [its]? SAME [angle|angles|1|partner]?
asked other:
    FIND SIZE [other|second|opposite|its opposite|angle opposite it|angle opposite|its partner]
        [angle|1|one|it]?
centre:
    [central angle|centre angle|center angle|angle at centre|angle at center] [of circle]? [on|over|
        of|subtended by|standing on]? [arc|chord|same arc]? ARE {a}DEG
    [arc|chord] [of circle]? subtends [angle of]? {a}DEG at [centre|center] [of circle]?
inscribed:
    [inscribed angle|angle at circumference] [of circle]? [on|over|of|subtended by|standing
        on]? [arc|chord|same arc]? ARE {a}DEG
    [arc|chord] [of circle]? subtends [angle of]? {a}DEG at circumference [of circle]?
asked inscribed:
    FIND SIZE [inscribed angle|angle at circumference|angle it subtends at circumference|angle
        subtended at circumference] [on|over|of|subtended by|standing on]? [same arc|same chord|it|
        arc]?
asked centre:
    FIND SIZE [central angle|centre angle|angle at centre|angle at center|angle it subtends at
        centre|angle subtended at centre] [on|over|of|subtended by|standing on]? [same arc|same
        chord|it|arc]?
"""


def _pairs(story: Story) -> Problem | None:
    what, a = set(story.names()) - {"parallels"}, story.text("a")
    if a is None:
        return None
    if what in ({"centre", "asked inscribed"}, {"inscribed", "asked centre"}):
        return _in_circle(a, "centre" in what)
    named = {name for name in what if name in ("asked supplement parallels", "asked same")}
    if named and what == {"told", *named} and len(named) == 1 and story.get("parallels"):
        what = {f"pair {named.pop().removeprefix('asked ')}", "told", "asked other"}
    kinds = [name for name in what if name not in ("told", "asked other")]
    if len(kinds) != 1 or (len(what) > 1 and what != {kinds[0], "told", "asked other"}):
        return None
    kind = kinds[0].removeprefix("pair ")
    if kind.startswith(("supplement", "complement", "cyclic")):
        return _to_a_whole(a, kind)
    plan = Planner({"a": number(a)})
    plan.setup("Choose the rule", "Such angles are equal").find("t", "Take the angle", "a + 0")
    plan.check("answer - a = 0")
    return degrees_problem(plan, _READ_AS[kind].format(a))


_READ_AS: Final = {
    "supplement": "Find the supplement of {} degrees.",
    "complement": "Find the complement of {} degrees.",
    "supplement parallels": "Find the other angle, one of two co-interior angles is {} degrees.",
    "same": "Find the other angle, one of two corresponding angles is {} degrees.",
    "cyclic": "Find the opposite angle, one angle of a cyclic quadrilateral is {} degrees.",
}


def _to_a_whole(a: str, kind: str) -> Problem | None:
    whole = 90 if kind == "complement" else 180
    said = {
        "supplement": "An angle and its supplement add up to 180 degrees",
        "complement": "An angle and its complement add up to 90 degrees",
        "supplement parallels": "Angles on the same side between parallel lines add up to 180",
        "cyclic": "Opposite angles of a cyclic quadrilateral add up to 180 degrees",
    }[kind]
    plan = Planner({"a": number(a), "s": literal(Fraction(whole))})
    plan.setup("Choose the formula", said)
    plan.find("t", f"Subtract the angle from {whole}", "s - a").check("answer + a = s")
    return degrees_problem(plan, _READ_AS[kind].format(a))


def _in_circle(a: str, from_centre: bool) -> Problem | None:
    plan = Planner({"a": number(a)})
    plan.setup(
        "Choose the formula", "The angle at the centre is twice the angle at the circumference"
    )
    if from_centre:
        plan.find("t", "Halve the angle at the centre", "a/2").check("2*answer = a")
        read_as = f"Find the angle at the circumference, the central angle is {a} degrees."
    else:
        plan.find("t", "Double the angle at the circumference", "2*a").check("answer/2 = a")
        read_as = f"Find the angle at the centre, the inscribed angle is {a} degrees."
    return degrees_problem(plan, read_as)


READERS: Final = (Family(ANGLE_WORDS, grammar(_PAIRS), _pairs),)
