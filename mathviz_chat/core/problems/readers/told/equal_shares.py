"""An amount shared or packed equally, restated: each of so many people or boxes gets as much."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import clauses
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told import tales
from mathviz_chat.core.problems.readers.told.amounts import MOST, amount, key, same, singular

_EQUALLY: Final = (
    r"\b(?:equal(?:ly)?|evenly|same\s+(?:number|amount)|between\s+them|among\s+themselves)\b"
)
_KEYS: Final = re.compile(_EQUALLY, re.I)
_SHUT: Final = re.compile(
    r"%|\bnot\b|n't\b|\bratio\b|\bleft\b|\bremain|\bmore\b|\bless\b|\bfewer\b|\bthen\b|\btip\b|\btax\b"
    r"|\bhalf\b|\btwice\b|\bexcept\b|\bothers?\b|\brest\b|\beach\s+(?:cost|contain|with|hold)",
    re.I,
)
_GRAMMAR: Final = """
EQUALLY = [equally|evenly|in equal shares|in equal parts|into equal shares|into equal parts|equally
    between them|equally among themselves|evenly between them|with same number in each|so that each
    gets same amount|evenly among themselves]
SHARE = [share|shared|split|divide|divided|shares|sharing|splitting|dividing|pack|packed|distribute|
    distributed|put|placed|arranged|sorted|planted|shared out|given out|dealt|cut]
BILL = [bill|cost|total|price|prize|total bill|restaurant bill|dinner bill|rent|money|fare|profit|
    winnings]
OUT = [went out|go out|went out for dinner|went out to eat|go out for dinner|eat out|had dinner|had
    lunch|went for dinner|have dinner|order pizza|ate out|shared meal|are at restaurant]
WILL = [want to|wants to|decide to|decided to|agree to|agreed to|will|have to|are|is|were|was|to
        be|can]
people:
    [if|when]? {n:int} {thing1:thing} OUT
    there [are|were] {n:int} {thing1:thing}
amount:
    [and]? [BILL] [is|was|of|came to|comes to|cost] {k:measure}
    [if]? {who:thing} has {k:measure} [of]? [{thing2:thing}]?
deed:
    [and]? [they|it|he|she|{who2:thing}]? WILL? SHARE [it|them|BILL]? EQUALLY
shared:
    [if|when]? {n:int} {thing1:thing} WILL? SHARE [BILL of]? {k:measure} [of]? [BILL|
        {thing2:thing}]?
        EQUALLY
    [if|when]? {k:measure} [of]? [{thing2:thing}]? WILL? SHARE EQUALLY
        [into|in|between|among|by|over|to|onto|on] {n:int} {thing1:thing}
    [if|when]? {k:measure} [of]? [{thing2:thing}]? WILL? SHARE [into|in|between|among|by|over|to|
        onto|
        on] {n:int} {thing1:thing} EQUALLY
    [if|when]? [i|we|you|they|he|she|{who:thing}]? WILL? SHARE {k:measure} [of]? [{thing2:thing}]?
        EQUALLY
        [into|in|between|among] [her|his|their|my]? {n:int} {thing1:thing}
    [if|when]? BILL of {k:measure} WILL? SHARE EQUALLY [between|among|by] {n:int} {thing1:thing}
asked:
    [how many|how much|what] [money]? [{thing3:thing}]? [does|do|will|would|did|should|must|has|
        is] each
        [1|{thing4:thing}]? [of them]? [get|pay|have|receive|contain|hold|owe|need to pay|be
        given|have to
        pay|have in it]?
    how [many|much] [{thing3:thing}]? [are|is|go|goes|were|will be]? [there]? [per|in each|in 1|
        for each|
        into each|on each|to each] [{thing4:thing}]?
    how [many|much] [money]? [{thing3:thing}]? each
    FIND each [{thing4:thing}] share
    FIND share of each [{thing4:thing}]?
"""
_ONE: Final = frozenset(("person", "one", "friend", "child", "student", "1", "people"))


def _read(story: Story) -> Problem | None:
    asked = story.get("asked")
    counts = [hit for hit in story.every() if hit.get("n")]
    sums = [hit for hit in story.every() if hit.get("k")]
    told = " ".join(hit.text for name, hit in story.clauses if name != "asked")
    if asked is None or len(counts) != 1 or len(sums) != 1 or not re.search(_EQUALLY, told, re.I):
        return None
    if not story.all("shared") and not story.all("deed"):
        return None
    people, stuff = key(counts[0]["thing1"]), key(sums[0].get("thing2"))
    asked_one, what = key(asked.get("thing4")), key(asked.get("thing3"))
    if asked_one and asked_one not in _ONE and not same(asked_one, people):
        return None
    if what and what != "money" and not same(what, stuff):
        return None
    found = amount(sums[0], "k")
    number = int(counts[0]["n"])
    if number < 2 or (found.unit is None and (found.value / number).denominator != 1):
        return None
    thing = (sums[0].get("thing2") or "").lower()
    goods = f"{found.shown()} {f'of {thing}' if found.unit and thing else thing}".strip()
    noun = counts[0]["thing1"].lower()
    asks = f"many {thing} does" if found.unit is None else "much does"
    text = (
        f"{goods} are shared equally among {number} {noun}. How {asks} each {singular(noun)} get?"
    )
    again = clauses.cut(text)
    return None if again is None else tales.read(again)


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _read, shut=_SHUT, most=MOST),)
