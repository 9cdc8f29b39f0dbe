"""Fixed costs, a cost and a price for each: how many must be sold to break even, what is earned."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import MOST, Amount, amount, key, same
from mathviz_chat.core.problems.readers.told.ledger import Ledger
from mathviz_chat.core.problems.units import CURRENCIES

_KEYS: Final = re.compile(r"\bbreak(?:s|ing)?[\s-]+even\b|\bprofit\b", re.I)
_SHUT: Final = re.compile(
    r"%|\bnot\b|n't\b|\bhalf\b|\btwice\b|\binterest\b|\bratio\b|\bloss\b", re.I
)
_GRAMMAR: Final = """
WHO = [i|you|he|she|we|they|it|company|firm|business|shop|factory|{who:thing}]
FIXED = [fixed costs|fixed cost|start-up costs|startup costs|start up costs|set-up costs|setup
        costs|
    setup cost|overheads|overhead|rent|equipment costs|initial cost|initial
    costs|fixed monthly costs]
EACH = [each|per {thing3:thing}|apiece|per unit|per item]
MAKE = [make|produce|buy|manufacture|print|bake]
SELLS = [sells for|sell for|is sold for|are sold for|sells at|is sold at|sold for|sell at]
fixed:
    [WHO]? [has|have|with]? FIXED [of|are|is|:]? {f:money} [per month|per week]?
    WHO [spends|spent|pays|paid|invests|invested] {f:money} [on|for] [equipment|rent|machine|set up|
        setting up|{thing_on:thing}]
    [it costs WHO?]? {f:money} to set up [business|stall|shop|stand]?
cost:
    [each|1]? {thing1:thing} costs [WHO]? {c:money} [EACH]? to MAKE [and]?
    [it]? costs [WHO]? {c:money} to MAKE [each|1] {thing1:thing}
    [it]? costs [WHO]? {c:money} EACH to MAKE [{thing1:thing}]?
    [variable|unit|production|making]* [cost|costs] [is|are|of|:]? {c:money} EACH?
    [each|1] {thing1:thing} costs {c:money} to MAKE and SELLS {p:money} [EACH]?
    WHO [makes|buys|bakes] {thing1:thing} for {c:money} EACH
price:
    [and|which]? [it|they|each|1]? [{thing2:thing}]? SELLS {p:money} [EACH]?
    [and]? [WHO]? [sells|sell|is selling] [it|them|each|each 1|{thing2:thing}]? [for|at] {p:money}
        [EACH]?
    [and]? [selling|unit]? price [is|of|:] {p:money} EACH?
asked count:
    how many [{thing4:thing}]? [must|does|do|should|will|would|has|have] [WHO]? [need to|have to|
        to]? [sell|
        make and sell|be sold|produce and sell] [in order]? to break even
    how many [{thing4:thing}]? [must|should|have to|need to] be sold [in order]? to break even
    [FIND]? break-even [point|quantity|number] [in units|in {thing5:thing}]?
    how many [{thing4:thing}]? [is|are] [break-even point|needed to break even]
    [to break even] how many [{thing4:thing}]? [must|does|do|should|will] [WHO]? [need to|have to|
        be]? [sell|
        sold]
    how many [{thing4:thing}]? [must|does|do|should|will|would] [WHO]? [need to|have to]? [sell|be
        sold]
        [to make|for] profit of {g:money}
asked profit:
    [FIND|what is] [total]? profit [if|when|from|on|for] [WHO]? [sells|sell|selling]? {n:int}
        {thing4:thing}
        [are sold]?
    how much profit [does|do|will|would] [WHO] make [by selling|if WHO sells|if WHO sell|on|from]
        {n:int}
        {thing4:thing}
"""


def _read(story: Story) -> Problem | None:
    asked = [(name, hit) for name, hit in story.clauses if name.startswith("asked")]
    values, thing = _values(story), _thing(story)
    if len(asked) != 1 or values is None or thing is None:
        return None
    ledger = Ledger()
    for slot in ("f", "c", "p"):
        ledger.give(slot, values[slot].text)
    ledger.want("each", "what each one that is sold brings in above its cost")
    ledger.want("n", "the number that is sold")
    ledger.want("all", "what all of them bring in above their cost")
    ledger.sum("p", "c", "each", why="price = cost of one + gain on one")
    ledger.product("all", "n", "each", why="gain on all = number * gain on one")
    text = (
        f"The fixed costs are {values['f'].shown()}. Each {thing} costs "
        f"{values['c'].shown()} to make and sells for {values['p'].shown()}."
    )
    (name, hit) = asked[0]
    if name == "asked profit":
        ledger.give("n", hit["n"])
        ledger.want("profit", "the profit")
        ledger.sum("all", "f", "profit", why="gain on all = fixed costs + profit")
        read_as = f"{text} Find the profit from selling {hit['n']} {thing}s."
        return ledger.problem(Kind.MONEY, read_as, "profit", unit=values["f"].unit)
    return _number(ledger, values, f"{text} How many {thing}s must be sold")


def _values(story: Story) -> dict[str, Amount] | None:
    """Fixed costs, cost and price of one, and a gain where it is told; each once, in one unit."""
    slots = ("f", "c", "p", "g")
    found = [(slot, hit) for hit in story.every() for slot in slots if hit.get(slot)]
    values = {slot: amount(hit, slot) for slot, hit in found}
    if len(found) != len(values) or not {"f", "c", "p"} <= set(values):
        return None
    if len({one.unit for one in values.values()}) != 1 or values["p"].value <= values["c"].value:
        return None
    return values


def _thing(story: Story) -> str | None:
    """What is sold, ``item`` where it has no name; None where there are two sorts."""
    slots = ("thing1", "thing2", "thing3", "thing4", "thing5")
    things = [key(hit[one]) for hit in story.every() for one in slots if hit.get(one)]
    things = [one for one in things if one not in ("unit", "item")] or ["item"]
    return things[0] if all(same(one, things[0]) for one in things) else None


def _number(ledger: Ledger, values: dict[str, Amount], asks: str) -> Problem | None:
    """How many must be sold; only where it comes out."""
    goal = values.get("g")
    end = "to break even"
    if goal is None:
        ledger.sum("all", "f", why="to break even, the gain on all covers the fixed costs")
    else:
        ledger.give("g", goal.text)
        ledger.sum("all", "f", "g", why="gain on all = fixed costs + profit")
        end = f"to make profit of {CURRENCIES[values['f'].unit or '']}{goal.text}"
    need = values["f"].value + (goal.value if goal else 0)
    if (need / (values["p"].value - values["c"].value)).denominator != 1:
        return None
    return ledger.problem(Kind.MONEY, f"{asks} {end}?", "n")


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _read, shut=_SHUT, most=MOST),)
