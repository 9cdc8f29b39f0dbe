"""How long somebody takes who does so much in one unit of time, alone or with another."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.wording import number

_GRAMMAR: Final = """
DOES = [types|prints|reads|makes|packs|produces|writes|fills|copies|scans|washes|picks|bottles|
    sews|paints|
    assembles|pumps|type|print|read|make|pack|produce|write|fill|copy|scan|wash|pick|sew|paint|pump|
    assemble|processes|process|solves|solve|can]
BOTH = [using both|with both|together|working together|if both work together|if both are used|if
    they work
    together|when both are used|both together|if they both work|with both machines|with both
        printers]
pace:
    {who1:thing} [DOES|can DOES] {a:whole} {thing1:thing} per {p:timeword}
    {who1:thing} [DOES|can DOES] at {a:whole} {thing1:thing} per {p:timeword}
another:
    [another|other|second|other 1|second 1|another {who2:thing}|second {who2:thing}|other
        {who2:thing}] [DOES|
        can DOES]? {b:whole} [{thing2:thing}]? per {q:timeword}
asked:
    [BOTH]? [how long|how much time|how many {u:timeword}] [does|will|would|do|did]? [it take|
        they take|it take
        {who4:thing}|{who4:thing} take|{who4:thing} need|they need|take]? to DOES {c:whole}
        {thing3:thing} [BOTH]?
    [how long|how many {u:timeword}] [does|will|would]? [it take]? for {c:whole} {thing3:thing}
        [BOTH]?
"""
_MANY: Final = re.compile(r"\b(?:both|together)\b", re.I)


def _same(one: str, other: str) -> bool:
    """``words`` and ``word essay``: the same things counted."""
    a, b = one.lower().split(), other.lower().split()
    return a[-1].removesuffix("s") in (b[-1].removesuffix("s"), b[0].removesuffix("s"))


def _build(story: Story) -> Problem | None:
    pace, another, asked = story.get("pace"), story.get("another"), story.get("asked")
    if pace is None or asked is None or len(story.clauses) != 2 + (another is not None):
        return None
    if bool(_MANY.search(asked.text)) != (another is not None):
        return None
    if not _same(pace["thing1"], asked["thing3"]):
        return None
    other = another.get("thing2") if another else None
    unit = units.find(pace["p"])
    rates = [pace["a"]] + ([another["b"]] if another else [])
    if other and not _same(pace["thing1"], other):
        return None
    if unit is None or (another and units.find(another["q"]) != unit):
        return None
    if (asked.get("u") and units.find(asked["u"]) != unit) or _stranger(
        pace["who1"], asked.get("who4")
    ):
        return None
    if any(
        hit and hit.get(f"{slot}_u") for hit, slot in ((pace, "a"), (another, "b"), (asked, "c"))
    ):
        return None
    return _problem(rates, asked["c"], unit, pace["thing1"].lower(), bool(asked.get("u")))


def _stranger(who: str, asked: str | None) -> bool:
    low = (asked or "it").lower()
    return (
        low not in ("it", "him", "her", "he", "she", "they", "them")
        and low.split()[-1] != who.lower().split()[-1]
    )


def _problem(
    rates: list[str], amount: str, unit: units.Unit, noun: str, named: bool
) -> Problem | None:
    plan = Planner({"a": number(rates[0]), "b": number(rates[-1]), "c": number(amount)})
    plan.setup("Choose the formula", "time = amount / amount in one unit of time")
    speed = "a"
    told = f"Somebody makes {rates[0]} {noun} per {unit.name}"
    if len(rates) > 1:
        plan.find("s", "Add both rates", "a + b")
        speed, told = "s", f"{told} and another makes {rates[1]} {noun} per {unit.name}"
    plan.find("t", "Divide the amount by it", f"c/{speed}")
    plan.check("answer*a + answer*b = c" if len(rates) > 1 else "answer*a = c")
    if not isinstance(recount.value(plan.value()), Fraction):
        return None
    many = f"How many {units.plural(unit.name)} does it take" if named else "How long does it take"
    read_as = f"{told}. {many} to make {amount} {noun}{' together' if len(rates) > 1 else ''}?"
    return plan.problem(Kind.WORK_RATE, read_as, unit=unit.symbol)


_KEYS: Final = re.compile(r"\bper\s+(?:second|minute|hour|day|week)", re.I)
READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _build),)
