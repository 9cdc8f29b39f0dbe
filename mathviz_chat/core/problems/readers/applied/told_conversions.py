"""Conversions by a rate that the question tells, and of quantities in two units: ``5 ft 10 in``."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers import measurement
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.units import Unit
from mathviz_chat.core.problems.wording import number

_GRAMMAR: Final = """
IS = [is|measures|weighs|holds|contains|has mass of|has length of|has height of|runs|walks|is
    about|drinks|
    is exactly|travels|ran|walked|lasts]
LONG = [long|tall|high|heavy|wide|away|deep|in length|in height]
QUANTITY = [{c:sized} [and]? {d:sized}|{c:unit}]
KIND = [weight|length|height|mass|distance|volume|width|capacity|depth|size]
rate:
    [using|given|if|use|knowing|take|taking|assume|suppose|and|that|fact|where|with|there are]*
        {a:unit} [=|is|equals|is equal to|is equivalent to|is about|is approximately|≈|are|makes|
        make] {b:unit} [to help you]?
    [using|given|if|knowing|that|since|with]* there are {b:unit} [in|to] {a:unit}
convert:
    [convert|change|turn|express|write|give|what is|what's|find|how much is|put] QUANTITY [to|
        into|in|as|
        in to] {t_u:unitname}
    how many {t_u:unitname} [are|is|are there|make|do you get]? [in|is|from]? QUANTITY
    [{thing1:thing} of]? QUANTITY [is|makes|equals] how many {t_u:unitname}
    QUANTITY [to|into|in|in to] {t_u:unitname}
told:
    {thing2:thing} IS QUANTITY [LONG]?
asked:
    [FIND|express|convert|write] [its|his|her|my|{thing3:thing}]? [KIND]? [of {thing3:thing}]?
        [in|to|into] {t_u:unitname}
    how many {t_u:unitname} [is|are|does] [that|it|this|he|she|{thing3:thing}] [LONG|weigh|
        measure|run|walk]?
    [FIND|express|convert|write|give] [that|it|this] [in|to|into] {t_u:unitname}
"""


def _unit(text: str | None) -> Unit | None:
    return units.find(text) if text else None


def _build(story: Story) -> Problem | None:
    names = story.names()
    if names - {"rate"} not in ({"convert"}, {"told", "asked"}):
        return None
    own, other, target = (_unit(story.text(slot)) for slot in ("c_u", "d_u", "t_u"))
    size, rest = story.text("c"), story.text("d")
    if own is None or target is None or size is None or (rest is None) != (other is None):
        return None
    if other is not None and (other.dimension != own.dimension or other.factor >= own.factor):
        return None
    thing, again = story.text("thing2"), story.text("thing3")
    if thing and again and thing.lower().split()[-1] != again.lower().split()[-1]:
        return None
    if "rate" in names:
        return _by_rate(story, (size, own, rest, other), target)
    if target.dimension != own.dimension:
        return None
    if other is None:  # "convert 3 m to cm" is measurement's own
        return measurement.problem(number(size), own, target) if "told" in names else None
    return _compound((size, own, rest or "0", other), target)


_Quantity = tuple[str, Unit, str | None, Unit | None]


def _written(quantity: _Quantity) -> str:
    size, own, rest, other = quantity
    return f"{size} {own.symbol}" + (f" {rest} {other.symbol}" if other is not None else "")


def _into(plan: Planner, quantity: _Quantity, unit: Unit) -> bool:
    """Finds q, the quantity in one unit; False where that is not exact or of another dimension."""
    size, own, rest, other = quantity
    plan.given = {**plan.given, "c": number(size)}
    parts = ["c" if own == unit else f"c*{_factor(own, unit)}"]
    if other is not None and rest is not None:
        plan.given = {**plan.given, "d": number(rest)}
        parts.append("d" if other == unit else f"d*{_factor(other, unit)}")
    if own.dimension != unit.dimension:
        return False
    plan.find("q", f"Write it in {units.plural(unit.name)}", " + ".join(parts))
    return True


def _factor(own: Unit, unit: Unit) -> str:
    factor = own.factor / unit.factor
    return f"({factor})"


def _compound(quantity: _Quantity, target: Unit) -> Problem | None:
    """``5 ft 10 in`` in one unit, by the known sizes of the units."""
    _, own, rest, other = quantity
    assert other is not None and rest is not None
    plan = Planner({})
    plan.setup("Choose the way", "Convert each part and add")
    if not _into(plan, quantity, target):
        return None
    base = f"c*({own.factor}) + d*({other.factor})"
    plan.check(f"answer*({target.factor}) - ({base}) = 0")
    read_as = f"Convert {_written(quantity)} to {units.plural(target.name)}."
    return plan.problem(Kind.RATE, read_as, unit=target.symbol, unit_named=True)


def _by_rate(story: Story, quantity: _Quantity, target: Unit) -> Problem | None:
    """The rate is used as it is told, whatever the units are in truth."""
    one, two = _unit(story.text("a_u")), _unit(story.text("b_u"))
    a, b = story.text("a"), story.text("b")
    own = quantity[1]
    if one is None or two is None or a is None or b is None or one == two:
        return None
    if (
        one.dimension != two.dimension
        or one.dimension != own.dimension
        or target.dimension != own.dimension
    ):
        return None
    forth = target == two and _near(own, one, two)
    if not forth and not (target == one and _near(own, two, one)):
        return None
    start = one if forth else two
    plan = Planner({"a": number(a), "b": number(b)})
    plan.setup("Choose the rate", f"{a} {one.symbol} = {b} {two.symbol}")
    if not _into(plan, quantity, start):
        return None
    plan.find(
        "x",
        "Multiply by the rate" if forth else "Divide by the rate",
        "q*b/a" if forth else "q*a/b",
    )
    parts = ["c" if own == start else f"c*{_factor(own, start)}"]
    if quantity[3] is not None:
        parts.append("d" if quantity[3] == start else f"d*{_factor(quantity[3], start)}")
    whole = " + ".join(parts)
    plan.check(f"answer*a = ({whole})*b" if forth else f"answer*b = ({whole})*a")
    read_as = (
        f"Using {a} {one.symbol} = {b} {two.symbol}, convert {_written(quantity)} "
        f"to {units.plural(target.name)}."
    )
    return plan.problem(Kind.RATE, read_as, unit=target.symbol, unit_named=True)


_METRIC: Final = frozenset({"mm", "cm", "m", "km", "mg", "g", "kg", "t", "ml", "cl", "l"})


def _near(own: Unit, start: Unit, end: Unit) -> bool:
    """Whether the quantity is in the unit that the rate is of, or in one of the same system."""
    systems = {unit.symbol in _METRIC for unit in (own, start)}
    exact = own.factor / start.factor if own.factor > start.factor else start.factor / own.factor
    return own == start or (own != end and len(systems) == 1 and Fraction(exact).denominator == 1)


_KEYS: Final = re.compile(
    r"=|\b(?:convert|change|turn|express|how\s+many|in|into|to|equals?|is)\b", re.I
)
READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _build),)
