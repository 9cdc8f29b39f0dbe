"""Stories of few steps: so many bought and paid, tickets of two prices."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import linear_system, recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story, money
from mathviz_chat.core.problems.wording import Hit, number

_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "i", "you", "we"})


def _noun(text: str) -> str:
    words = text.lower().split()
    return re.sub(r"(?:es|s)$", "", words[-1])


_PIECES: Final = frozenset(("1", "item", "piece", "one", "unit", "head", "person"))


def priced_by_piece(hit: Hit) -> bool:
    """Whether a price is of each of the things that the clause names: of a pen, not of a pack."""
    named = " ".join(filter(None, (hit.get(f"thing{k}") for k in (1, 2, 3, 4)))).split()
    known = {_noun(one) for one in named}
    sizes = {units.find(one) for one in named} - {None}
    return all(
        one.lower() in _PIECES or _noun(one) in known or units.find(one) in sizes
        for one in re.findall(r"\bper\s+(\w+)", hit.text)
    )


def _one_subject(hits: list[Hit]) -> bool:
    """One person is spoken of: the name, and pronouns after it."""
    names = [re.sub(r"'s$", "", hit["who"].lower()) for hit in hits if hit.get("who")]
    named = [name for name in names if name not in _PRONOUNS]
    return len(set(named)) <= 1 and (not names or not named or names[0] == named[0])


_SHOP: Final = """
WHO = [{who:who}]
BUY = [buys|bought|buy|purchases|purchased|orders|ordered|wants to buy|gets|got|is buying]
ITEM_A = [{a:int} {thing1:thing} [at|for|that cost|costing|which cost|priced at|worth] {p:money}
    [each|per {thing9:thing}|apiece]]
ITEM_B = [{b:int} {thing2:thing} [at|for|that cost|costing|which cost|priced at|worth] {q:money}
    [each|per {thing9:thing}|apiece]]
bought:
    WHO BUY ITEM_A [and]? [ITEM_B]?
    WHO BUY {a:int} {thing1:thing} [and {b:int} {thing2:thing}]?
prices:
    [each|1] {thing3:thing} [costs|is] {p:money} [and]? [[each|1] {thing4:thing} [costs|is]
        {q:money}]?
    {thing3:thing} [cost|are|costs] {p:money} [each|apiece|per {thing9:thing}] [and]?
        [{thing4:thing} [cost|are|costs] {q:money} [each|apiece|per {thing9:thing}]?]?
    {thing3:thing} costs {p:money} [and]? [{thing4:thing} costs {q:money}]?
paid:
    WHO [pays|paid|gives cashier|hands cashier|gave cashier] [with]? {m:money} [bill|note]?
    [if]? WHO [pays|paid] with {m:money} [bill|note]?
asked items:
    how much [do|will|would] {a:int} {thing1:thing} [and {b:int} {thing2:thing}]? cost
        [altogether|in total|in all|together]?
    FIND [total]? cost of {a:int} {thing1:thing} [and {b:int} {thing2:thing}]?
asked cost:
    how much [money]? [does|did|will|do|must|should] WHO [spend|pay|need|spend in total|pay in
        total|spend altogether|pay altogether|need in total|spend in all|have to pay]
    FIND total [cost|price|amount]
    how much [does it|do they|did it|did they|will it] cost [altogether|in total|in all]?
asked change:
    how much change [does|did|will|should|do|would] WHO [get|receive|get back]
    FIND [his|her|their]? change
    how much change [is|was] WHO [given|owed]
"""


def _shop(story: Story) -> Problem | None:
    names = story.names()
    bought, prices = story.get("bought") or story.get("asked items"), story.get("prices")
    asked = names & {"asked cost", "asked change", "asked items"}
    if "asked items" in names and ("bought" in names or prices is None):
        return None
    if not all(map(priced_by_piece, story.every())):
        return None
    if bought is None or len(asked) != 1 or ("asked change" in asked) != ("paid" in names):
        return None
    if len(story.clauses) != len(names) or not _one_subject(story.every()):
        return None
    source = prices if prices is not None else bought
    if prices is not None and bought.get("p"):
        return None
    pairs = [("a", "p", "thing1", "thing3"), ("b", "q", "thing2", "thing4")]
    items: list[tuple[str, str]] = []
    for count, price, what, named in pairs:
        if (bought.get(count) is None) != (source.get(price) is None):
            return None
        if bought.get(count) is None:
            continue
        if prices is not None and _noun(bought[what]) != _noun(prices[named]):
            return None
        items.append((bought[count], source[price]))
    currencies = {money(source, price) for _, price, _, _ in pairs if source.get(price)}
    paid = story.text("m")
    if paid:
        currencies.add(money(story.all("paid")[0], "m"))
    if len(currencies) != 1 or not items:
        return None
    return purchase(items, paid, currencies.pop() or "USD")


def purchase(items: list[tuple[str, str]], paid: str | None, unit: str) -> Problem | None:
    """So many things at so much each; the sum, or the change from what is paid."""
    given = {f"n_{i}": number(count) for i, (count, _) in enumerate(items)}
    given |= {f"p_{i}": number(price) for i, (_, price) in enumerate(items)}
    if paid:
        given["m"] = number(paid)
    plan = Planner(given)
    plan.setup("Choose the formula", "cost = number * price of each")
    for i, _ in enumerate(items):
        plan.find(f"c_{i}", "Multiply the number by the price", f"n_{i}*p_{i}")
    total = " + ".join(f"c_{i}" for i, _ in enumerate(items))
    if len(items) > 1:
        plan.find("t", "Add the costs", total)
    else:
        plan.find("t", "The cost", total)
    direct = " - ".join(f"n_{i}*p_{i}" for i, _ in enumerate(items))
    sign = units.CURRENCIES[unit]
    told = " and ".join(
        f"{count} {thing} at {sign}{price} each"
        for (count, price), thing in zip(items, ("pens", "books"), strict=False)
    )
    if paid:
        plan.find("r", "Subtract the cost from what is paid", "m - t")
        plan.check(f"m - answer - {direct} = 0")
        if recount.value(plan.value()) < 0:
            return None
        read_as = (
            f"Somebody buys {told}. Somebody pays with {sign}{paid}. "
            "How much change does somebody get?"
        )
    else:
        plan.check(f"answer - {direct} = 0")
        read_as = f"Somebody buys {told}. How much does somebody pay?"
    return plan.problem(Kind.MONEY, read_as, unit=unit)


_TICKETS: Final = """
prices:
    {thing1:thing} [tickets|ticket]? [cost|costs|are|is|sell for|sold for|were sold for|were]
        {p:money} [each]? [and]? {thing2:thing} [tickets|ticket]? [cost|costs|are|is|sell for|
        sold for|were sold for|were]? {q:money} [each]?
    tickets [cost|are|were|costs] {p:money} for {thing1:thing} and {q:money} for {thing2:thing}
sold:
    [total of|if|altogether]? {n:int} [tickets|people] [were sold|are sold|attended|sold|bought
        tickets|came|altogether]* [for|for total of|and|raising|bringing in|and total of|with
        total of|totaling|worth|and revenue was|and total sales were|and total receipts were|and
        total collected was|and they collected|and collected]* {m:money} [was collected|were
        collected|in total|was raised|in sales|altogether|in all|was taken in]*
    [{thing8:thing}]? [buys|bought|sells|sold] {n:int} tickets for [total of]? {m:money}
    {m:money} [was collected|in total|was raised|was taken in] from {n:int} [tickets|people]
asked:
    how many {thing3:thing} [tickets]? [did they buy|were sold|were there|attended|are sold|did
        they sell|
        came|were bought]
"""


def _tickets(story: Story) -> Problem | None:
    prices, sold, asked = story.get("prices"), story.get("sold"), story.get("asked")
    if prices is None or sold is None or asked is None or len(story.clauses) != 3:
        return None
    names = [_ticket(prices["thing1"]), _ticket(prices["thing2"])]
    wanted = _ticket(asked["thing3"])
    if wanted not in names or names[0] == names[1]:
        return None
    if len({money(prices, "p"), money(prices, "q"), money(sold, "m")}) != 1:
        return None
    return two_prices(names, [prices["p"], prices["q"]], sold["n"], sold["m"], wanted)


def two_prices(
    names: list[str],
    prices: list[str],
    count: str,
    total: str,
    wanted: str,
    things: str = "tickets",
) -> Problem | None:
    """How many of one of two things, of which so many together cost so much."""
    given = {"p": prices[0], "q": prices[1], "n": count, "m": total}
    plan = Planner({name: number(text) for name, text in given.items()})
    plan.unknown("x", f"the number of {names[0]} {things}").unknown(
        "y", f"the number of {names[1]} {things}"
    )
    plan.equation("x + y = n").equation("p*x + q*y = m")
    plan.find("w", "The number asked for", "x" if wanted == names[0] else "y")
    values = linear_system.solve(tuple(plan.equations))
    if values is None or any(value < 0 or value.denominator != 1 for value in values.values()):
        return None
    if things == "coins":
        told = f"We have {count} coins, all {names[0]}s and {names[1]}s, worth ${total} in total."
        return plan.problem(Kind.MONEY, f"{told} How many {wanted}s do we have?")
    read_as = (
        f"{names[0]} tickets cost ${prices[0]} and {names[1]} tickets cost ${prices[1]}. "
        f"{count} tickets were sold for ${total}. How many {wanted} tickets were sold?"
    )
    return plan.problem(Kind.MONEY, read_as)


def _ticket(text: str) -> str:
    low = text.lower().removesuffix("tickets").removesuffix("ticket").strip()
    return {
        "adults": "adult",
        "children": "child",
        "students": "student",
        "kids": "kid",
        "child's": "child",
        "children's": "child",
        "seniors": "senior",
    }.get(low, low)


READERS: Final = (
    Family(re.compile(r"[$€£₹]"), grammar(_SHOP), _shop),
    Family(re.compile(r"\btickets?\b", re.I), grammar(_TICKETS), _tickets),
)
