"""Working together, proportion and rates: so much for so many."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story, money
from mathviz_chat.core.problems.wording import number

_DIRECT: Final = """
COST = [cost|costs|sell for|are sold for|are priced at|is|are worth]
pair:
    [if|it takes]? {a:int} {thing1:thing} COST {b:money}
    [if]? {b:money} [buys|will buy|can buy] {a:int} {thing1:thing}
    [if]? [cost|price] of {a:int} {thing1:thing} is {b:money}
    [if]? {who1:thing} [pays|paid|pay|buys|bought] {b:money} for {a:int} {thing1:thing}
    [if]? {who1:thing} [buys|bought] {a:int} {thing1:thing} for {b:money}
    {a:int} {thing1:thing} for {b:money}
asked cost:
    how much [do|does|will|would|should] {c:int} {thing2:thing} cost
    how much [do|does|will|would] {c:int} cost
    FIND [cost|price] of {c:int} {thing2:thing}
    what [do|does|will|would] {c:int} {thing2:thing} cost
    how much [would|will|do|should] [you|i|he|she|we|they|{who2:thing}] pay for {c:int}
        {thing2:thing}
    how much for {c:int} [{thing2:thing}]?
asked count:
    how many {thing2:thing} [can|could|will|would] [be bought|you buy|i buy|he buy|she buy|we
        buy|you get|i get|be purchased] [for|with] {c:money}
    how many {thing2:thing} [can|could|will|would]? {c:money} buy
asked one:
    FIND [unit price|price per {thing2:thing}|cost per {thing2:thing}|unit cost|price of 1
        {thing2:thing}|cost of 1 {thing2:thing}|price of each {thing2:thing}|cost of each
        {thing2:thing}|unit rate]
    how much [does|is] [1|each] {thing2:thing} [cost]?
    how much [does|is] [each|1] [cost]?
    what does [1|each] {thing2:thing} cost
"""


def _same(one: str | None, other: str | None) -> bool:
    """``pens`` and ``pen``; a noun that is left out is the same."""
    if one is None or other is None:
        return True
    a, b = one.lower().split()[-1], other.lower().split()[-1]
    return a == b or a.rstrip("s") == b.rstrip("s") or f"{b}es" == a or a[:-3] == b[:-1] != ""


def _direct(story: Story) -> Problem | None:
    pair = story.get("pair")
    asked = [(name.removeprefix("asked "), hit) for name, hit in story.clauses if name != "pair"]
    if pair is None or len(asked) != 1 or not _same(pair.get("thing1"), asked[0][1].get("thing2")):
        return None
    what, hit = asked[0]
    noun = pair["thing1"]
    unit = money(pair, "b")
    sign = units.CURRENCIES.get(unit or "", "")
    plan = Planner({"a": number(pair["a"]), "b": number(pair["b"])})
    told = f"If {pair['a']} {noun} cost {sign}{pair['b']},"
    plan.setup("Choose the formula", "price of one = price / number")
    plan.find("u", "Find the price of one", "b/a")
    if what == "one":
        plan.check("answer*a = b")
        return plan.problem(Kind.RATE, f"{told} how much does each cost?", unit=unit)
    plan.given = {**plan.given, "c": number(hit["c"])}
    if what == "cost" and hit["c"] == "1":
        return None  # read as the price of one
    if what == "cost":
        plan.find("x", "Multiply by the number", "u*c").check("answer/c = b/a")
        return plan.problem(
            Kind.PROPORTION, f"{told} how much do {hit['c']} {noun} cost?", unit=unit
        )
    if money(hit, "c") != unit:
        return None
    plan.find("n", "Divide the money by the price of one", "c/u").check("answer*b = a*c")
    if recount.value(plan.value()).denominator != 1:
        return None
    return plan.problem(
        Kind.PROPORTION, f"{told} how many {noun} can be bought for {sign}{hit['c']}?"
    )


_INVERSE: Final = """
MEN = [workers|men|people|painters|machines|pumps|pipes|builders|taps|women|students|farmers|
    gardeners|cows|horses|printers|labourers|laborers|bricklayers|carpenters]
DO = [build|paint|finish|complete|do|dig|fill|empty|make|produce|plant|harvest|repair|clean|plow|
    mow|eat|finish building]
pair:
    [if|it takes]? {a:int} MEN [can]? DO {thing1:thing} in {b:unit}
    [if]? it takes {a:int} MEN {b:unit} to DO {thing1:thing}
    [if]? {a:int} MEN [take|need|takes|require] {b:unit} to DO {thing1:thing}
asked:
    how [long|many {n:word}] [will|would|does|do|should] [it take]? {c:int} MEN [take]? [to DO
        it|to DO {thing2:thing}|to DO same {thing2:thing}|to do same job|to do job|need|for same
        job]?
    how [long|many {n:word}] [will|would|does|do] {c:int} MEN [take|need] [to DO it|to DO
        {thing2:thing}|to DO same {thing2:thing}|to do same job|to do job|for same job]?
    in how many {n:word} [will|can|would] {c:int} MEN DO [it|{thing2:thing}|same {thing2:thing}]
"""


def _inverse(story: Story) -> Problem | None:
    pair, asked = story.get("pair"), story.get("asked")
    if pair is None or asked is None or not _same(pair.get("thing1"), asked.get("thing2")):
        return None
    unit = units.find(pair["b_u"])
    if (
        unit is None
        or unit.dimension != "time"
        or (asked.get("n") and units.find(asked["n"]) != unit)
    ):
        return None
    if re.search(r"\d", asked.get("thing2") or ""):
        return None
    return inverse(pair["a"], pair["b"], asked["c"], unit)


def inverse(workers: str, time: str, others: str, unit: units.Unit) -> Problem:
    """The time that ``others`` workers need for a job of which others' number and time is told."""
    plan = Planner({"a": number(workers), "b": number(time), "c": number(others)})
    plan.setup("Choose the formula", "The number of workers times the time stays the same")
    plan.find("w", "Find the work of one alone", "a*b").find("t", "Divide it among all", "w/c")
    plan.check("answer/b = a/c")
    told = f"If {workers} workers can do the job in {time} {unit.symbol},"
    read_as = f"{told} how long will {others} workers take?"
    return plan.problem(Kind.PROPORTION, read_as, unit=unit.symbol)


_RECIPE: Final = """
MADE = [for|to make|per|makes|make|serves|serve|in]
pair:
    [recipe calls for|recipe uses|recipe needs|recipe requires|you need|it takes|if you need|if
        it takes|i use|she uses|he uses|if] {a} {thing1:thing} [of {thing2:thing}]? [for|to make|
        per|is needed for|are needed for] {b:int} {thing3:thing}
    {a} {thing1:thing} [of {thing2:thing}]? [makes|make|serves|serve|are needed for|is needed
        for|are used for] {b:int} {thing3:thing}
    {who1:thing} [types|reads|prints|makes|produces|packs|paints|writes|solves|fills|assembles|
        picks|washes|bakes|earns] {a} {thing1:thing} [of {thing2:thing}]? in {t:unit}
asked:
    how many {thing4:thing} [of {thing5:thing}]? [are needed|is needed|do you need|do i need|
        does she need|does he need|are required|would you need|will you need|should be used]
        [for|to make] {c:int} {thing6:thing}
    how many {thing4:thing} [of {thing5:thing}]? [for|to make] {c:int} {thing6:thing}
    how many {thing4:thing} [of {thing5:thing}]? [can|will|does|would|could] {who2:thing} [type|
        read|print|make|produce|pack|paint|write|solve|fill|assemble|pick|wash|bake|earn] in
        {u:unit}
asked rate:
    how many {thing4:thing} per {per:word} [does|can|is] {who2:thing} [type|read|print|make|
        produce|pack|paint|write|solve|fill|assemble|pick|wash|bake]
    how many {thing4:thing} [does|can] {who2:thing} [type|read|print|make|produce|pack|paint|
        write|solve|fill|assemble|pick|wash|bake] per {per:word}
"""


def _recipe(story: Story) -> Problem | None:
    pair = story.get("pair")
    asked = story.get("asked") or story.get("asked rate")
    if pair is None or asked is None or len(story.clauses) != 2:
        return None
    same = _same(pair["thing1"], asked["thing4"]) and _same(pair.get("thing2"), asked.get("thing5"))
    timed = pair.get("t") is not None
    if not same or (timed and _stranger(pair["who1"], asked.get("who2"))):
        return None
    if not timed and (asked.get("c") is None or not _same(pair["thing3"], asked["thing6"])):
        return None
    first = units.find(pair["t_u"]) if timed else None
    second = units.find(asked.get("u_u") or asked.get("per") or "") if timed else None
    if timed and (first is None or first != second or first.dimension != "time"):
        return None
    noun = pair["thing1"].lower()
    plan = Planner({"a": number(pair["a"]), "b": number(pair["t"] if timed else pair["b"])})
    plan.setup("Choose the formula", "amount of one = amount / number")
    plan.find("o", "Find the amount of one", "a/b")
    if asked.get("per"):
        plan.check("answer*b = a")
        assert first is not None
        read_as = (
            f"Somebody makes {pair['a']} {noun} in {pair['t']} {first.symbol}. "
            f"How many {noun} per {first.name} does somebody make?"
        )
        return plan.problem(Kind.RATE, read_as)
    wanted = asked["u"] if timed else asked["c"]
    plan.given = {**plan.given, "c": number(wanted)}
    plan.find("x", f"Multiply by {wanted}", "o*c").check("answer/c = a/b")
    if timed:
        assert first is not None
        read_as = (
            f"Somebody makes {pair['a']} {noun} in {pair['t']} {first.symbol}. "
            f"How many {noun} can somebody make in {wanted} {first.symbol}?"
        )
    else:
        made = pair["thing3"].lower()
        told = f"{pair['a']} {noun} are needed for {pair['b']} {made}."
        read_as = f"{told} How many {noun} are needed for {wanted} {made}?"
    return plan.problem(Kind.PROPORTION, read_as)


def _stranger(who: str, asked: str | None) -> bool:
    """Somebody else is asked about."""
    low = (asked or "").lower()
    return low not in ("it", "he", "she", "they") and low != who.lower()


READERS: Final = (
    Family(re.compile(r"\bhow\s+many\b", re.I), grammar(_RECIPE), _recipe),
    Family(re.compile(r"[$€£₹]", re.I), grammar(_DIRECT), _direct),
    Family(re.compile(r"\bhow\b", re.I), grammar(_INVERSE), _inverse),
)
