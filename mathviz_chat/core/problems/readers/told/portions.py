"""A percentage of an amount, of a percentage of it, and one amount as a percentage of another."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers import percent
from mathviz_chat.core.problems.readers.applied import percent_of
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import MOST, Amount, amount, fraction
from mathviz_chat.core.problems.readers.told.ledger import Ledger
from mathviz_chat.core.problems.wording import Hit, number

_KEYS: Final = re.compile(r"%|percent", re.I)
_GRAMMAR: Final = """
PERCENT = [percent|percentage|%]
RATE = [{r1:%}|[1]? {portion:portion} [of]? [percent|%|1%]]
of:
    [FIND|take|evaluate|estimate]? RATE of [{r2:%} of]? [{r3:%} of]? {w:measure} [of]?
        [{thing1:thing}]?
    [how much|how many] [is|are|would be] RATE of [{r2:%} of]? {w:measure} [of]? [{thing1:thing}]?
    [what|how much] [is|does] RATE of [{r2:%} of]? {w:measure} [come to|equal|make|give]
share:
    [what|which] PERCENT of {w:measure} [is|are|makes|make] {p:measure}
    {p:measure} [is|are|makes|make] [what|which] PERCENT of {w:measure}
    [FIND|express|write|give|state|show]? {p:measure} [as|in] PERCENT of {w:measure}
    [what is|find]? PERCENT of {w:measure} [that|which] {p:measure} [is|are|makes|make]
    {p:measure} [out of|of] {w:measure} [is|are|makes|as] [what|which]? PERCENT
    what PERCENT [is|are] {p:measure} [out of|of|from] {w:measure}
"""


def _of(hit: Hit) -> Problem | None:
    """Each percentage is taken of what comes after it."""
    found = amount(hit, "w")
    rates = [hit[slot] for slot in ("r1", "r2", "r3") if hit.get(slot)]
    if hit.get("portion"):
        rates.insert(0, str(fraction(hit["portion"])))
    if found.unit is None and len(rates) == 1:
        return percent.of(number(rates[0]), number(found.text))
    ledger = Ledger()
    ledger.constant("hundred", "100")
    before = ledger.give("v0", found.text)
    for k, rate in enumerate(reversed(rates), start=1):
        ledger.want(f"f{k}", f"{rate}% as a decimal")
        ledger.want(f"v{k}", f"{rate}% of it")
        ledger.product(
            ledger.give(f"r{k}", rate), f"f{k}", "hundred", why="percent means out of 100"
        )
        ledger.product(f"v{k}", f"f{k}", before, why="part = percentage as a decimal * whole")
        before = f"v{k}"
    told = " of ".join(f"{rate}%" for rate in rates)
    return ledger.problem(
        Kind.PERCENT_CHANGE, f"Find {told} of {found.shown()}.", before, unit=found.unit
    )


def _share(hit: Hit) -> Problem | None:
    """One amount in percent of another, both in one unit."""
    whole, part = amount(hit, "w"), amount(hit, "p")
    own, other = units.find(whole.unit or ""), units.find(part.unit or "")
    if whole.unit != part.unit and (
        own is None or other is None or own.dimension != other.dimension
    ):
        return None
    if not whole.value:
        return None
    if whole.unit == part.unit and own is None:
        return percent_of.share_of(part.text, whole.text)
    ledger = Ledger()
    ledger.constant("hundred", "100")
    unit = other if other is not None and own is not None and other.factor < own.factor else own
    names = [_in(ledger, name, one, unit) for name, one in (("p", part), ("w", whole))]
    ledger.want("f", "the part as a decimal of the whole")
    ledger.want("r", "the percentage")
    ledger.product(names[0], "f", names[1], why="part = percentage as a decimal * whole")
    ledger.product("r", "f", "hundred", why="percent means out of 100")
    read_as = f"Express {part.shown()} as a percentage of {whole.shown()}."
    return ledger.problem(Kind.PERCENT_CHANGE, read_as, "r", unit="%", unit_named=True)


def _in(ledger: Ledger, name: str, one: Amount, unit: units.Unit | None) -> str:
    """The name of an amount in a unit."""
    ledger.give(name, one.text)
    own = units.find(one.unit or "")
    if own is None or unit is None or own == unit:
        return name
    turned, each = f"{name} turned", f"{name} units"
    ledger.constant(each, own.factor / unit.factor)
    ledger.want(turned, f"the same in {units.plural(unit.name)}")
    ledger.product(turned, name, each, why=f"so many {unit.symbol} are 1 {own.symbol}")
    return turned


def _read(story: Story) -> Problem | None:
    if len(story.clauses) != 1:
        return None
    ((name, hit),) = story.clauses
    return _of(hit) if name == "of" else _share(hit)


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _read, most=MOST),)
