"""Two kinds of things in one lot: how many there are, and how many legs or wheels they have."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import key
from mathviz_chat.core.problems.readers.told.unknowns import Unknowns

_KEYS: Final = re.compile(r"\b(?:legs?|feet|wheels?|heads?)\b", re.I)
_SHUT: Final = re.compile(
    r"%|\bnot\b|n't\b|\bexcept\b|\bmore\b|\bfewer\b|\bless\b|\btwice\b|\btimes\b|\blost\b|\bmissing\b",
    re.I,
)
_LEGS: Final = {
    **dict.fromkeys(["chicken", "hen", "duck", "goose", "bird", "turkey", "rooster", "ostrich"], 2),
    **dict.fromkeys(["cow", "pig", "sheep", "goat", "horse", "rabbit", "dog", "cat", "donkey"], 4),
    **dict.fromkeys(["beetle", "ant", "bee"], 6),
    "spider": 8,
}
_WHEELS: Final = {
    **dict.fromkeys(["bike", "bicycle", "motorcycle", "motorbike", "scooter"], 2),
    "tricycle": 3,
    "car": 4,
}
"""How many of them everybody knows one has."""
_GRAMMAR: Final = grammar("""
WHO = [i|he|she|we|they|farmer|{who:who}|farm|farmyard|zoo|field|barn|parking lot|car park|garage|
    shop|bike shop|lot]
WHERE = [[on|in|at] [this|that|his|her|the|same]* [farm|farmyard|field|barn|parking lot|car park|
    garage|shop|zoo|cage|yard|bike shop|lot]]
THEY = [they|animals|all animals|vehicles|it|all|together they|she|he]
HAS = [there are|WHO [has|have|owns|keeps|raises|counts|counted|sees|saw|holds|contains]|THEY [has|
    have|had]]
ALL = [altogether|in total|in all|together|total]
UNITS = [{part:limb}]
kinds:
    [WHERE]? HAS [only|some|both|just]* {thing1:thing} and {thing2:thing} [WHERE]? [only]?
    [all]? [some]? {thing1:thing} and [others|rest|some]? {thing2:thing} [WHERE]?
    [which|that]? are [all|either|only]? {thing1:thing} [and|or] {thing2:thing}
count:
    [WHERE]? HAS? [total of]? {n:int} [heads|animals|vehicles|head|of them|birds|
        creatures] [WHERE]? ALL? [and {m:int} UNITS ALL?]?
    [WHERE]? HAS? [total of]? {m:int} UNITS and {n:int} [heads|animals|vehicles] ALL?
legs:
    [HAS|with|and|having]? [total of|altogether]? {m:int} UNITS ALL?
    [total|sum] of {m:int} UNITS
    [total]? [number of]? UNITS [is|are|total|totals] {m:int}
each:
    [each|every|1]? {thing4:thing} [has|have] {k:int} {part2:limb} [each]?
asked:
    how many {thing3:thing} [are there|are in lot|does WHO have|are on farm|do they have|does he
        have|
        does she have|are parked there|has WHO|are there WHERE|has he|has she|are WHERE]?
    [FIND|find] number of {thing3:thing}
    how many [are|of them are] {thing3:thing}
asked both:
    how many of each [kind|animal|type|are there|does he have|does she have]*
    how many {thing3:thing} and [how many]? {thing5:thing} [are there|does WHO have]?
""")


def _read(story: Story) -> Problem | None:
    kinds, count = story.get("kinds"), story.text("n")
    legs = [hit for hit in story.every() if hit.get("m")]
    asked = story.get("asked") or story.get("asked both")
    if kinds is None or len(legs) != 1 or count is None or asked is None:
        return None
    if story.get("asked") and story.get("asked both"):
        return None
    names = [key(kinds["thing1"]), key(kinds["thing2"])]
    limb = key(legs[0]["part"]).replace("foot", "leg")
    known = dict(_LEGS if limb == "leg" else _WHEELS)
    for hit in story.all("each"):
        if key(hit["part2"]).replace("foot", "leg") != limb or key(hit["thing4"]) not in names:
            return None
        known[key(hit["thing4"])] = int(hit["k"])
    if names[0] == names[1] or not set(names) <= set(known):
        return None
    wanted = [key(asked[slot]) for slot in ("thing3", "thing5") if asked.get(slot)] or names
    if not set(wanted) <= set(names) or len(set(wanted)) != len(wanted):
        return None
    letters = dict(zip(names, "xy", strict=True))
    each = [f"{known[name]}*{letters[name]}" for name in names]
    told = Unknowns(
        Kind.STORY,
        tuple((letter, f"the number of {name}s") for name, letter in letters.items()),
        (f"x + y = {count}", f"{each[0]} + {each[1]} = {legs[0]['m']}"),
        tuple(letters[name] for name in wanted),
    )
    return told.problem(lambda value: value >= 0 and value.denominator == 1)


READERS: Final = (Family(_KEYS, _GRAMMAR, _read, frozenset({"each"}), _SHUT, 24),)
