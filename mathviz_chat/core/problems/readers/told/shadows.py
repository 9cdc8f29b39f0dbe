"""Heights and shadows at the same time, and other pairs of similar figures told by two lengths."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import MOST, amount, key, same
from mathviz_chat.core.problems.readers.told.ledger import Ledger

_KEYS: Final = re.compile(r"\bshadow", re.I)
_SHUT: Final = re.compile(
    r"%|\bnot\b|n't\b|\bangle\b|\bdegrees?\b|°|\blater\b|\bmore\b|\bless\b", re.I
)
_GRAMMAR: Final = """
CASTS = [casts|cast|throws|has|makes|casting|with|and casts]
SHADOW = [{s:measure} [long]? shadow|shadow [of|that is|which is|is]? {s:measure} [long|in length]?]
TALL = [tall|high]
WHEN = [at same time [of day]?|at this time|at that time|at same moment|nearby|meanwhile]
known:
    [if|when]? {h:measure} [TALL]? {thing1:thing} CASTS SHADOW
    [if|when]? {thing1:thing} [that is|which is|is|of height]? {h:measure} [TALL]? CASTS SHADOW
other:
    [WHEN]? [nearby]? {thing2:thing} [nearby]? CASTS SHADOW [WHEN]?
    [WHEN]? shadow of {thing2:thing} is {s:measure} [long]?
tall:
    [WHEN]? [nearby]? {thing2:thing} is {k:measure} TALL
when:
    WHEN
asked height:
    how [tall|high] is {thing3:thing}
    FIND [height] of {thing3:thing}
    how [tall|high] is {thing3:thing} that CASTS SHADOW [WHEN]?
    FIND height of {thing3:thing} that CASTS SHADOW [WHEN]?
asked shadow:
    how long is [shadow of {thing3:thing}|{thing3:thing} shadow|its shadow]
    FIND [length of]? shadow of {thing3:thing}
    how long is shadow of {k:measure} [TALL]? {thing3:thing}
    how long [is|will be] shadow [cast]? [by|of] {k:measure} [TALL]? {thing3:thing}
"""


def _read(story: Story) -> Problem | None:
    known = story.get("known")
    asked = [(name, hit) for name, hit in story.clauses if name.startswith("asked")]
    if known is None or len(asked) != 1:
        return None
    (name, hit) = asked[0]
    others = [*story.all("other"), *story.all("tall"), hit]
    slot = "s" if name == "asked height" else "k"
    found = [amount(one, slot) for one in others if one.get(slot)]
    named = {key(one.get("thing2")) for one in others if one.get("thing2")}
    wanted = key(hit.get("thing3"))
    if len(found) != 1 or (named and wanted and not same(wanted, next(iter(named)))):
        return None
    if len(named) > 1 or story.all("tall" if slot == "s" else "other"):
        return None
    who = wanted or next(iter(named), "")
    if not who or same(who, key(known["thing1"])):
        return None
    height, shadow = amount(known, "h"), amount(known, "s")
    given = shadow if slot == "s" else height
    if None in (height.unit, shadow.unit) or given.unit != found[0].unit:
        return None
    ledger = Ledger()
    ledger.give("h", height.text)
    ledger.give("s", shadow.text)
    ledger.give("x", found[0].text)
    ledger.want("ratio", "how many times the shadow the height is")
    ledger.want("y", "the height" if slot == "s" else "the shadow")
    why = "height = ratio * shadow, with the same ratio at the same time"
    ledger.product("h", "ratio", "s", why=why)
    told = f"A {height.shown()} tall {key(known['thing1'])} casts a {shadow.shown()} shadow."
    if slot == "s":
        ledger.product("y", "ratio", "x", why=why)
        read_as = f"{told} A {who} casts a {found[0].shown()} shadow. How tall is the {who}?"
        return ledger.problem(Kind.PROPORTION, read_as, "y", unit=height.unit)
    ledger.product("x", "ratio", "y", why=why)
    read_as = f"{told} A {who} is {found[0].shown()} tall. How long is the shadow of the {who}?"
    return ledger.problem(Kind.PROPORTION, read_as, "y", unit=shadow.unit)


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _read, shut=_SHUT, most=MOST),)
