"""Scales of maps, plans and models: the distance on the map, the real one, or the scale."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import MOST, Amount, amount
from mathviz_chat.core.problems.readers.told.ledger import Ledger
from mathviz_chat.core.problems.wording import Hit

_KEYS: Final = re.compile(r"\bscale\b|\bmap\b|\bmodel\b|\bplan\b|\bdrawing\b", re.I)
_GRAMMAR: Final = """
MAP = [map|plan|model|scale model|drawing|scale drawing|road map|blueprint|floor plan|toy|
    {thing9:thing}
    map|{thing9:thing} model|model {thing9:thing}|map of {thing9:thing}|plan of {thing9:thing}|
        model of
    {thing9:thing}|scale model of {thing9:thing}|drawing of {thing9:thing}]
REAL = [in real life|in reality|in real world|on ground|in actual life|in fact|really|actually]
LENGTH = [distance|length|height|width|road|path|wall|wing|side|lake|river|street|room|garden]
BE = [is|are|was|measures|measure|=|of|equals|has]
FAR = [apart|long|wide|high|tall|away|in length|in height|in width|from each other]
THINGS = [{thing1:thing}|{thing1:thing} and {thing2:thing}|distance between {thing1:thing} and
    {thing2:thing}|distance between {thing1:thing}|LENGTH|LENGTH of {thing1:thing}|LENGTH between
    {thing1:thing} and {thing2:thing}|LENGTH between {thing1:thing}|LENGTH from {thing1:thing} to
    {thing2:thing}|they|it|2 {thing1:thing}|distance between 2 {thing1:thing}]
ONMAP = [on [this|same|its]? MAP]
scale:
    [[on|with|for|in|this]? MAP [with|has|of|uses|is drawn|is drawn to|drawn to|made to|is made|is
        built|is|drawn|built|using|at|to|that has]*]? [at|to|in|on]? scale [of MAP]? [of|is|=]?
        {r:ratio}
    [on|with|for]? {r:ratio} [scale]? MAP
    [on|with|for]? MAP [with|has|of|uses|is drawn|is drawn to|drawn to|made to|is|at|to]* [scale]?
        [of|is|where|in which|on which]? {s1:unit} [on MAP]? [represents|stands for|is|to|=|equals|
        for|corresponds to|means|shows] {s2:unit} [REAL]?
    [scale [of MAP]? [of|is|says]?]? {s1:unit} [on MAP]? [represents|stands for|is|to|=|equals|for|
        corresponds to] {s2:unit} [REAL]? [ONMAP]?
small:
    [ONMAP]? THINGS BE {m:unit} FAR? [on it|ONMAP]?
    THINGS [ONMAP] BE {m:unit} FAR?
    MAP [LENGTH]? BE {m:unit} FAR?
    {m:unit} FAR? ONMAP
    {m:unit} [LENGTH|FAR] ONMAP
    THINGS that are {m:unit} FAR ONMAP
large:
    [real|actual|true]? THINGS [REAL]? BE {a:unit} FAR? [REAL]?
    [real|actual|true] THINGS BE {a:unit} FAR?
    {a:unit} FAR? [REAL]
asked large:
    how [far|long|wide|tall|high|far apart] [is|are|must|would] [real|actual|true|full size]?
        [THINGS] FAR? [REAL]? [in {unit:word}]? [REAL]?
    FIND [real|actual|true|full size] [LENGTH|LENGTH of {thing4:thing}|LENGTH between
        {thing4:thing}|distance between {thing4:thing} and {thing5:thing}|LENGTH from
        {thing4:thing}
        to {thing5:thing}] [REAL]? [in {unit:word}]?
    FIND [LENGTH|LENGTH of {thing4:thing}|LENGTH between {thing4:thing}|distance between
        {thing4:thing} and {thing5:thing}] REAL [in {unit:word}]?
    how [far|far apart] [is|are] [2]? {thing1:thing} [which|that|if they] [are|is]? {m2:unit}
        FAR? [ONMAP]
        [in {unit:word}]?
    how many {unit:word} [is|are] [real|actual]? [THINGS] FAR? REAL?
    what [real|actual|true]? distance does {m2:unit} [on MAP]? [represent|stand for] [in
        {unit:word}]?
    FIND [real|actual|true]? [distance|length] [represented by|for|of|shown by] {m2:unit} [on MAP]?
        [in {unit:word}]?
asked small:
    how [far|long|wide|tall|high|far apart] [is|are|will] [THINGS] FAR? [be]? [ONMAP] [in
        {unit:word}]?
    FIND [their|its|his]? [LENGTH|LENGTH of {thing4:thing}|LENGTH between {thing4:thing}|distance
        between
        {thing4:thing} and {thing5:thing}]? [ONMAP] [in {unit:word}]?
    FIND [LENGTH of]? MAP [in {unit:word}]?
    how [long|far|tall|wide|high] is MAP [in {unit:word}]?
"""


def _read(story: Story) -> Problem | None:
    scale = story.get("scale")
    asked = [(name, hit) for name, hit in story.clauses if name.startswith("asked")]
    if scale is None or len(asked) != 1:
        return None
    if any(_SIDES & set(text.lower().split()) for one in story.every() for text in _things(one)):
        return None
    (name, hit) = asked[0]
    small = _told(story, "small", "m") or ([amount(hit, "m2")] if hit.get("m2") else [])
    large = _told(story, "large", "a")
    wants_large = name == "asked large"
    known = small if wants_large else large
    if len(small) + len(large) != 1 or len(known) != 1:
        return None
    ratio = _ratio(scale)
    unit = units.find(hit.get("unit") or "") if hit.get("unit") else None
    if ratio is None or (hit.get("unit") and (unit is None or unit.dimension != "length")):
        return None
    return _problem(scale, ratio, known[0], unit, large=wants_large)


_SIDES: Final = frozenset(
    ("real", "actual", "true", "model", "map", "plan", "drawing", "scale", "reality")
)
"""Words that say on which side of the scale a thing is, so that no noun may hold them."""


def _things(hit: Hit) -> list[str]:
    return [text for slot, text in hit.slots.items() if slot.startswith("thing")]


def _told(story: Story, clause: str, slot: str) -> list[Amount]:
    return [amount(hit, slot) for hit in story.all(clause)]


def _ratio(scale: Hit) -> tuple[Amount, Amount] | None:
    """A distance on the map with the real distance."""
    if scale.get("r"):
        parts = re.split(r"\s*:\s*|\s+to\s+", scale["r"])
        return (Amount(parts[0], None), Amount(parts[1], None)) if len(parts) == 2 else None
    return amount(scale, "s1"), amount(scale, "s2")


def _problem(
    scale: Hit, ratio: tuple[Amount, Amount], known: Amount, unit: units.Unit | None, *, large: bool
) -> Problem | None:
    own = units.find(known.unit or "")
    pair = [units.find(part.unit or "") for part in ratio]
    if own is None or own.dimension != "length" or any(part.value <= 0 for part in ratio):
        return None
    if not scale.get("r") and any(one is None or one.dimension != "length" for one in pair):
        return None
    result = unit or (pair[1 if large else 0] if not scale.get("r") else own) or own
    ledger = Ledger()
    factor = [Fraction(1) if one is None else one.factor for one in pair]
    ledger.give("map part", ratio[0].text)
    ledger.give("real part", ratio[1].text)
    ledger.constant("real unit", factor[1] / factor[0])
    ledger.want("times", "how many times as long the real distance is")
    ledger.want("same", "the real part in the unit of the map part")
    ledger.product("same", "real part", "real unit", why=_unit_rule(pair))
    ledger.product("same", "map part", "times", why="real part = map part * how many times as long")
    told, other = ("small", "large") if large else ("large", "small")
    ledger.give(told, known.text)
    ledger.want(other, "the real distance" if large else "the drawn distance")
    ledger.product("large", "small", "times", why="real distance = drawn distance * scale")
    wanted = other
    if result != own:
        ledger.constant("turn", own.factor / result.factor)
        ledger.want("turned", f"the same in {units.plural(result.name)}")
        ledger.product(
            "turned",
            other,
            "turn",
            why=f"{units.plural(own.name)} are turned into {units.plural(result.name)}",
        )
        wanted = "turned"
    return ledger.problem(
        Kind.RATIO,
        _read_as(scale, ratio, known, unit, large),
        wanted,
        unit=result.symbol,
        unit_named=unit is not None,
    )


def _unit_rule(pair: list[units.Unit | None]) -> str:
    if None in pair or pair[0] == pair[1]:
        return "both parts of the scale have the same unit"
    return "the two parts of the scale in one unit"


def _read_as(
    scale: Hit, ratio: tuple[Amount, Amount], known: Amount, unit: units.Unit | None, large: bool
) -> str:
    told = (
        f"{ratio[0].text}:{ratio[1].text}"
        if scale.get("r")
        else f"{ratio[0].shown()} to {ratio[1].shown()}"
    )
    end = "?" if unit is None else f" in {units.plural(unit.name)}?"
    if large:
        return (
            f"The scale is {told}. They are {known.shown()} apart on the map. "
            f"How far apart are they in reality{end}"
        )
    return (
        f"The scale is {told}. They are {known.shown()} apart in reality. "
        f"How far apart are they on the map{end}"
    )


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _read, most=MOST),)
