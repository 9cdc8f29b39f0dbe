"""How many number plates, passwords or codes there are: so many letters, then so many digits."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.synonyms.counting_words import SAID
from mathviz_chat.core.problems.readers.synonyms.family import Synonymous, synonyms

MOST: Final = 12
_SIZES: Final = {"letter": 26, "digit": 10}
_KEYS: Final = re.compile(r"\bletters?\b", re.I)
_SHUT: Final = re.compile(
    r"\b(?:vowels?|consonants?|word|starts?|begins?|ends?|first|last)\b", re.I
)

_GRAMMAR: Final = """
THING = [number plates|number plate|license plates|licence plates|license plate numbers|
    registration plates|registration numbers|plates|passwords|codes|passcodes|serial numbers|
    product codes|ids|keys|strings|car registrations|combinations|registrations]
CAN = [are|there|can|could|you|i|we|be|chosen|choose|have|get|if|possible|in total]*
MADE = [with|of|from|consisting of|that consist of|consist of|that have|have|containing|made of|
    made up of|made from|chosen of|chosen from|that are|contain|that contain|use|using|exactly]*
THEN = [followed by|and then|then]
FROM = [[from|using|out of|of|with]* [26]? [lower case|lowercase|upper case|uppercase|capital]?
    letters [of|in]? [english|26 letter]? [alphabet]?]
asked:
    [how many|FIND number of] THING CAN MADE {a:int} {s:charsort}
        [THEN {b:int} {t:charsort}]? [THEN {c:int} {u:charsort}]? CAN [FROM]?
    [how many|FIND number of] {a:int} {s:charsort} THING CAN [FROM]?
    [how many|FIND number of] THING CAN
told:
    [number plate|license plate|licence plate|plate|password|code|registration number|serial
        number|registration plate|product code] [has|have|consists of|is made of|is made up of|
        contains|must have|is] {a:int} {s:charsort} [THEN {b:int} {t:charsort}]? [THEN {c:int}
        {u:charsort}]?
none:
    [if|and|where|but|with]* [no repeats|no repetition|no repetitions|without repetition|without
        repeats|without repeating|no repeats allowed|no repetition allowed|no repetition is
        allowed|repeats are not allowed|repetition is not allowed|repeats not allowed|repetition
        not allowed|no character is repeated|no letter or digit is repeated|no letters or digits
        are repeated|no letters or digits can be repeated|no letter or digit can be repeated|
        neither letters nor digits can be repeated]
never:
    [if|and|where|but|with]* no {x:charsort} [is|are|can be|may be|can]* [repeated|repeat|used
        twice|used more than once]
    [if|and|where|but]* {x:charsort} [cannot|can't|cant|may not|must not|can not|are not|do not|
        don't] [be]? [repeated|repeat|allowed to repeat]
    [if|and|where|but|with|have]* [all]? {x:charsort} [must be|are|being]* [all]? different
free:
    [if|and|where|but|with]* [repeats|repetition|repetitions] [is|are]? allowed
    [if|and|where|but]* {y:charsort} [and|or] {z:charsort} [can|may] [be]? [repeated|repeat|used
        more than once]
    [if|and|where|but]* {y:charsort} [can|may] [be]? [repeated|repeat|used more than once]
"""
_Groups: TypeAlias = tuple[tuple[int, str], ...]


def _read(story: Story) -> Problem | None:
    groups = _groups(story)
    names = story.names()
    if not groups or "asked" not in names or {"none", "free"} <= names:
        return None
    once = _once(story, {sort for _, sort in groups})
    if once is None or not 1 < sum(count for count, _ in groups) <= MOST:
        return None
    for sort in once:
        if sum(count for count, own in groups if own == sort) > _SIZES[sort]:
            return None
    return _counted(groups, once)


def _sort(word: str) -> str:
    return "letter" if word.lower().startswith("letter") else "digit"


def _groups(story: Story) -> _Groups | None:
    """How many letters or digits, in their order; None where they are told twice or never."""
    found: list[tuple[int, str]] = []
    hits = [hit for hit in story.every() if hit.get("a")]
    if len(hits) != 1:
        return None
    for count, sort in (("a", "s"), ("b", "t"), ("c", "u")):
        if hits[0].get(count):
            found.append((int(hits[0][count]), _sort(hits[0][sort])))
    return tuple(found) if any(sort == "letter" for _, sort in found) else None


def _once(story: Story, used: set[str]) -> set[str] | None:
    """The sorts that may not be repeated; where nothing is said, all may be."""
    never = {_sort(hit["x"]) for hit in story.every() if hit.get("x")}
    free = {_sort(hit[slot]) for hit in story.every() for slot in "yz" if hit.get(slot)}
    if not (never | free) <= used or never & free:
        return None
    if "none" in story.names():
        return None if free or never else used
    if "free" in story.names() and not free and never:
        return None
    return never


def _counted(groups: _Groups, once: set[str]) -> Problem:
    plan = Planner({})
    plan.setup("Choose the formula", "Each place is filled by itself: multiply the choices")
    left = dict(_SIZES)
    parts: list[str] = []
    sizes: list[int] = []
    for place, (count, sort) in enumerate(groups):
        name = "pqr"[place]
        many = f"{count} {sort}{'s' * (count != 1)}"
        if sort in once:
            size = left[sort]
            plan.find(name, f"Fill the places of the {many}", f"{size}!/{size - count}!")
            left[sort] -= count
            sizes += [size - k for k in range(count)]
        else:
            plan.find(name, f"Fill the places of the {many}", f"{_SIZES[sort]}^{count}")
            sizes += [_SIZES[sort]] * count
        parts.append(name)
    if len(parts) > 1:
        plan.find("w", "Multiply", "*".join(parts))
    plan.count("filled places", *sizes)
    told = " followed by ".join(f"{n} {sort}{'s' * (n != 1)}" for n, sort in groups)
    sorts = list(dict.fromkeys(sort for _, sort in groups))
    said = [
        f"no {sort} is repeated" if sort in once else f"{sort}s may be repeated" for sort in sorts
    ]
    read_as = f"How many codes with {told} are possible, if {' and '.join(said)}?"
    return plan.problem(Kind.COUNTING, read_as)


_SAID: Final = (
    *SAID,
    *synonyms(
        (
            r"\b(?!26\b)(\d+)[\s-]+letters?\b(?=\s+(?:passwords?|codes?|keys?|strings?|ids?|plates?|"
            r"number|licen[cs]e|registration|serial|combinations?))",
            r"\1 letter",
        )
    ),
)
_READER: Final = Family(
    _KEYS, grammar(_GRAMMAR), _read, repeated=frozenset({"never", "free"}), shut=_SHUT
)
READERS: Final = (Synonymous(_READER, _SAID),)
