"""So much for so many: recipes, consumption, output, weights; one amount for another."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import MOST, Amount, amount, key, same
from mathviz_chat.core.problems.readers.told.ledger import Ledger
from mathviz_chat.core.problems.wording import Hit

_KEYS: Final = re.compile(r"\d.*\d.*\d", re.S)
_SHUT: Final = re.compile(
    r"%|\bnot\b|n't\b|\bmore\b|\bless\b|\bfewer\b|\bleft\b|\bthen\b|\btotal\b|\baltogether\b|\bratio\b"
    r"|\bworkers?\b|\bmen\b|\bpumps?\b|\bpipes?\b|\btaps?\b|\bmachines\b|\bpainters\b|\bbuilders\b",
    re.I,
)
_GRAMMAR: Final = """
SUBJECT = [recipe|cake recipe|it|he|she|i|{thing_subject:thing}|my {thing_subject:thing}]
USES = [needs|need|uses|use|requires|require|takes|take|calls for|contains|contain|has|have|
    weighs|weigh|
    consumes|burns|makes|make|prints|print|types|covers|travels|pumps|produces|produce|fills|walks|
    reads|does|packs|goes|can travel|can print|can make|can type|can produce|goes through|drinks|
        eats|
    costs|cost|has mass of|have mass of|hold|holds]
FOR = [for|serving|that serves|which serves|to make|makes|serves|feeding|per|in|every|on|for
    every|for
    each|to drive|to travel|over|covers]
NEEDED = [is|are]? [needed|enough|used|required|makes|make|serves|serve|feeds|feed|will make|can
    make]
pair:
    [if]? SUBJECT FOR {a:measure} [{thing1:thing}]? USES {b:measure} [of]? [{thing2:thing}]?
    [if]? [SUBJECT]? USES? {b:measure} [of]? [{thing2:thing}]? NEEDED? FOR {a:measure}
        [{thing1:thing}]?
    [if]? {b:measure} [of]? [{thing2:thing}]? NEEDED [for|to make]? {a:measure} [{thing1:thing}]?
    [if]? {a:measure} [of]? [{thing1:thing}]? USES {b:measure} [of]? [{thing2:thing}]?
same:
    at [same|this|that] [price|rate|speed|pace] [each]?
asked:
    how [much|many] [of]? [{thing4:thing}]? [is|are|do|does|will|would|should|can|could]?
        [SUBJECT|you|
        we|they]? [need|needed|use|used|required|take|make|print|type|travel|produce|pump|cover|
        read|
        walk|fill|drink|burn|consume|be needed|be used|pack|go|goes]? FOR {c:measure}
        [of]? [same]? [{thing3:thing}]?
    how [much|many] [of]? [{thing4:thing}]? [do|does|will|would|should] {c:measure} [of]?
        [{thing3:thing}]? [weigh|cost|need|use|hold|contain|take|require]
    FIND [weight|mass|amount|number|cost|price]? [of {thing4:thing}]? [FOR|of] {c:measure}
        [of]? [same]? [{thing3:thing}]?
    [at this rate|at that rate|at same rate|at that speed|at same speed]? how [much|many]
        [{thing4:thing}]? [is|are|does|will|can|would]? [SUBJECT]? [need|needed|use|make|print|
        type|
        produce|cover|read|travel|pack]? FOR {c:measure} [{thing3:thing}]?
"""


def _read(story: Story) -> Problem | None:
    pair, asked = story.get("pair"), story.get("asked")
    if pair is None or asked is None or not _matches(pair, asked):
        return None
    first, second, wanted = amount(pair, "a"), amount(pair, "b"), amount(asked, "c")
    if first.unit != wanted.unit or not first.value or _names_other_unit(asked, second):
        return None
    if first.unit is None and not pair.get("thing1"):
        return None
    ledger = Ledger()
    ledger.give("x", first.text)
    ledger.give("y", second.text)
    ledger.give("z", wanted.text)
    ledger.want("one", "the amount for one")
    ledger.want("w", "the amount asked for")
    ledger.product("y", "one", "x", why="amount = amount for one * how many")
    ledger.product("w", "one", "z", why="amount = amount for one * how many")
    noun, stuff = key(pair.get("thing1")) or "", key(pair.get("thing2")) or ""
    unit = units.find(asked.get("thing4") or "")
    named = unit is not None
    much = "many" if named or second.unit is None else "much"
    called = stuff if unit is None else units.plural(unit.name)
    read_as = (
        f"{second.shown()} {stuff} are needed for {first.shown()} {noun}. "
        f"How {much} {called} are needed for {wanted.shown()} {noun}?"
    )
    return ledger.problem(
        Kind.PROPORTION,
        " ".join(read_as.split()).replace(" .", ".").replace(" ?", "?"),
        "w",
        unit=second.unit,
        unit_named=named,
    )


_TRIPS: Final = frozenset(("trip", "journey", "drive", "ride", "run", "walk", "holiday", "flight"))
"""What a distance may be of that was told without it."""


def _matches(pair: Hit, asked: Hit) -> bool:
    """The question is about the same two things."""
    told, wanted = pair.get("thing_subject"), asked.get("thing_subject")
    if told and wanted and not same(key(told), key(wanted)):
        return False  # somebody else's
    things = [(pair.get("thing1"), asked.get("thing3")), (pair.get("thing2"), asked.get("thing4"))]
    for told, wanted in things:
        if wanted and units.find(wanted) is None and not same(key(told), key(wanted)):
            trip = key(wanted) in _TRIPS and not told and pair.get("a_u") is not None
            if not trip:
                return False
    stuff = pair.get("thing2")
    return not stuff or bool(asked.get("thing4")) or pair.get("b_u") is not None


def _names_other_unit(asked: Hit, second: Amount) -> bool:
    unit = units.find(asked.get("thing4") or "")
    return unit is not None and unit != units.find(second.unit or "")


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _read, shut=_SHUT, most=MOST),)
