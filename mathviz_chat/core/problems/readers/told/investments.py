"""A profit that is shared in proportion to what each partner has invested."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import MOST, Amount, amount, key
from mathviz_chat.core.problems.readers.told.ledger import Ledger

_KEYS: Final = re.compile(r"\bproportion|\bratio\b", re.I)
_SHUT: Final = re.compile(
    r"%|\bnot\b|n't\b|\bmonths?\b|\byears?\b|\bhalf\b|\btwice\b|\bthen\b|\bafter\b|\bloss\b|\bsquare\b"
    r"|\binverse|\bequally\b|\bsalary\b",
    re.I,
)
_GRAMMAR: Final = """
INVEST = [invest|invests|invested|put in|puts in|contribute|contributes|contributed|put|paid in|
    have invested]
IN = [in business|into business|in company|in shop|in project|in venture|to start business]
SHARE = [divide|share|split|divided|shared|distribute|distributed|is shared|is divided|is split|is
    to be shared|is to be divided|are shared|share out]
WAY = [[in proportion|proportionally|in same proportion|in proportion to [what each invested|what
    they
    invested|their investments|investments|their shares|amounts invested|their contributions]|in
    ratio of [their investments|investments|amounts invested|their contributions]|according to their
    investments|proportionally to their investments|in same ratio]]
invested:
    [partners|2 partners|2 friends|2 people|2 brothers|2 sisters|2 investors|they|2 women|2 men]
        INVEST {a:money} and {b:money} [respectively]? IN?
    {who1:thing} and {who2:thing} INVEST {a:money} and {b:money} [respectively]? IN?
    {who1:thing} INVEST {a:money} IN? [and]? {who2:thing} [INVEST]? {b:money} IN?
profit:
    [and|they]* SHARE [profit of]? {k:money} [profit]? WAY
    [and]? [they|business|company]? [make|made|makes|earn|earned]? [total]? profit [is|of|was]
        {k:money}
        [and|which|that|is]* [they]? [SHARE]? [it]? WAY?
    profit of {k:money} SHARE WAY
way:
    [they|it|profit|which]* SHARE [it|profit]? WAY
asked:
    how much [does|will|should|did|must] [1|partner|person|1 partner] [who|that] INVEST
        {size:moreless}
        [receive|get|take]
    how much [does|will|should|did] {who3:thing} [receive|get|take]
    FIND share of {who3:thing}
    what is {who3:thing} share [of profit]?
"""


def _read(story: Story) -> Problem | None:
    invested, asked = story.get("invested"), story.get("asked")
    profits = [hit for hit in story.every() if hit.get("k")]
    text = " ".join(hit.text for hit in story.every())
    if invested is None or asked is None or len(profits) != 1:
        return None
    if not re.search(r"\bproportion|\bratio of\b|\baccording to\b|\bsame ratio\b", text, re.I):
        return None
    sums = (amount(invested, "a"), amount(invested, "b"))
    profit = amount(profits[0], "k")
    if len({one.unit for one in (*sums, profit)}) != 1:
        return None
    names = [key(invested.get(one)) for one in ("who1", "who2") if invested.get(one)]
    if asked.get("size"):
        more = asked["size"].lower() in ("more", "most")
        if sums[0].value == sums[1].value:
            return None
        index = int((sums[0].value < sums[1].value) == more)
        asks = f"the partner who invested {'more' if more else 'less'}"
    else:
        wanted = key(asked["who3"])
        if names.count(wanted) != 1:
            return None
        index, asks = names.index(wanted), wanted
    return _shared(sums, profit, names, index, asks)


def _shared(
    sums: tuple[Amount, Amount], profit: Amount, names: list[str], index: int, asks: str
) -> Problem | None:
    ledger = Ledger()
    ledger.give("a0", sums[0].text)
    ledger.give("a1", sums[1].text)
    ledger.give("profit", profit.text)
    ledger.want("all", "what is invested altogether")
    ledger.want("rate", "the profit for each unit of money that is invested")
    ledger.want("share", "the share that is asked for")
    ledger.sum("all", "a0", "a1", why="all investments = both added")
    ledger.product("profit", "rate", "all", why="profit = profit for each unit * investment")
    ledger.product("share", "rate", f"a{index}", why="profit = profit for each unit * investment")
    first, second = (one.shown() for one in sums)
    told = f"The partners invest {first} and {second}."
    if names:
        told = f"{names[0]} invests {first} and {names[1]} invests {second}."
    told = told if not asks.startswith("the partner") else f"Partners invest {first} and {second}."
    return ledger.problem(
        Kind.RATIO,
        f"{told} They share {profit.shown()} profit in proportion. How much does {asks} receive?",
        "share",
        unit=profit.unit,
    )


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _read, shut=_SHUT, most=MOST),)
