"""Stories of few steps: had and gave away, so many of each, shared equally, bought and paid."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import linear_system, recount
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story, money
from mathviz_chat.core.problems.wording import Hit, number

_HOW: Final = re.compile(r"\bhow\s+(?:many|much)\b", re.I)
_SIGNS: Final = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹"}

_CHANGE: Final = """
WHO = [{who:who}]
NOUN = [{thing1:thing}]
TO = [to|on|at|to his|to her|on his|on her|to their] {thing4:thing}
start:
    WHO has {k:whole}
    WHO [has|had|have|starts with|started with|owns|bought|baked|picked|collected|made|found|got|
        received|collects|bakes|picks|buys|makes] {k:whole} NOUN
    WHO [has|had|have|starts with|started with] {k:whole}
    there [are|were] {k:whole} NOUN [in|on|at] {thing2:thing}
    [in|on|at] {thing2:thing} there [are|were] {k:whole} NOUN
    {thing2:thing} [has|had] {k:whole} NOUN [in it|on it]?
lose:
    [WHO]? [gives|gave|gave away|gives away|lost|loses|eats|ate|sold|sells|used|uses|spent|
        spends|threw away|throws away|donated|donates|shared|broke|breaks|lent|lends|drops|
        dropped] {m:whole} [of]? [them|his NOUN|her NOUN|their NOUN|NOUN]? [away]? [TO]?
    [WHO]? [gives|gave] {thing3:word} {m:whole} [of]? [them|his NOUN|her NOUN|NOUN]?
    {m:whole} [of them|of NOUN|NOUN|more NOUN]? [got off|get off|left|leave|flew away|fly away|
        were sold|are sold|were eaten|are eaten|broke|were taken|went home|are removed|were
        removed|ran away|fell|died|burst|popped|melted]
    [WHO]? [buys|bought] {thing4:thing} for {m:whole}
gain:
    [then]? [WHO]? [buys|bought|gets|got|finds|found|receives|received|picks|picked|makes|made|
        bakes|baked|earns|earned|wins|won|collects|collected|saves|saved] {n:whole} more [NOUN]?
    [then]? [WHO]? [receives|received|earns|earned|found|finds|wins|won] {n:money} [more]? [from
        {thing3:thing}|for {thing3:thing}]?
    {thing3:who} [gives|gave] [him|her|them] {n:whole} [more]? [NOUN]?
    {n:whole} [more|others|other]? [NOUN]? [got on|get on|arrive|arrived|came|come|joined|join|
        were
        added|are added|landed|land]
asked:
    how [many|much] [money]? [NOUN]? [does|do|did|will|would] [WHO] have [left|now|left over|in
        total now|at end|remaining|in all now|altogether now]
    how [many|much] [NOUN]? [are|is|were|was] [there]? [left|now|remaining|left over|still there|
        there now|in {thing2:thing} now|on {thing2:thing} now|left in {thing2:thing}|left on
        {thing2:thing}|on {thing2:thing}|in {thing2:thing}]
    how [many|much] [money]? [NOUN]? [are|is|were|was] left
    how [many|much] NOUN remain
    how [many|much] [money]? [NOUN]? [does|do] [WHO] have
    how [many|much] [money]? [NOUN]? [does|do|did|will|would] [WHO] have [altogether|in total|in
        all]
"""
_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "i", "you", "we"})


def _noun(text: str) -> str:
    words = text.lower().split()
    return re.sub(r"(?:es|s)$", "", words[-1])


def _one_subject(hits: list[Hit]) -> bool:
    """One person is spoken of: the name, and pronouns after it."""
    names = [re.sub(r"'s$", "", hit["who"].lower()) for hit in hits if hit.get("who")]
    named = [name for name in names if name not in _PRONOUNS]
    return len(set(named)) <= 1 and (not names or not named or names[0] == named[0])


def _one_noun(hits: list[Hit]) -> bool:
    return len({_noun(hit["thing1"]) for hit in hits if hit.get("thing1")} - {"money"}) <= 1


def _change(story: Story) -> Problem | None:
    order = [name for name, _ in story.clauses]
    hits = story.every()
    if order[0] != "start" or order[-1] != "asked" or order.count("start") != 1 or len(order) < 3:
        return None
    if not _one_subject(hits) or not _one_noun(hits):
        return None
    steps = [(name, hit) for name, hit in story.clauses[1:-1]]
    slots = [(hits[0], "k"), *((hit, "m" if name == "lose" else "n") for name, hit in steps)]
    amounts = {money(hit, slot) for hit, slot in slots}
    if len(amounts) != 1 or len(steps) > 4:
        return None
    (unit,) = amounts
    if (
        hits[0].get("thing2")
        and hits[-1].get("thing2")
        and _noun(hits[0]["thing2"]) != _noun(hits[-1]["thing2"])
    ):
        return None
    noun = (
        "" if unit else next((hit["thing1"] for hit in hits if hit.get("thing1")), "things").lower()
    )
    parts = [
        hits[0]["k"],
        *((f"- {hit['m']}" if name == "lose" else f"+ {hit['n']}") for name, hit in steps),
    ]
    return _changed(" ".join(parts), noun, unit)


def _changed(text: str, noun: str, unit: str | None) -> Problem | None:
    """What is left of an amount after others were taken away or put to it, in their order."""
    parts = re.findall(r"([-+]?) ?([\d./]+)", text)
    plan = Planner({f"k_{i}": number(value) for i, (_, value) in enumerate(parts)})
    plan.setup("Choose the operations", "what is given away is subtracted, what is added is added")
    before = "k_0"
    for i, (sign, value) in enumerate(parts[1:], start=1):
        rule = f"Subtract {value}" if sign == "-" else f"Add {value}"
        plan.find(f"s_{i}", rule, f"{before} {sign} k_{i}")
        before = f"s_{i}"
        if recount.value(plan.value()) < 0:
            return None
    back = "answer" + "".join(
        f" {'+' if sign == '-' else '-'} k_{i}"
        for i, (sign, _) in reversed(list(enumerate(parts)))
        if i
    )
    plan.check(f"{back} = k_0")
    shown = (
        text
        if unit is None
        else re.sub(r"([\d./]+)", rf"{_SIGNS[unit]}\1", text).replace("$$", "$")
    )
    what = f" {noun}" if noun else ""
    steps = re.sub(
        r" ([-+]) (\S+)",
        lambda m: f" and {'loses ' + m[2] if m[1] == '-' else 'gets ' + m[2] + ' more'}",
        shown,
    )
    read_as = (
        f"Somebody has {steps}. How many{what} are left?"
        if not unit
        else f"Somebody has {steps}. How much money is left?"
    )
    return plan.problem(Kind.STORY, read_as, unit=unit)


_EACH: Final = """
one box:
    [each|1]? {thing1:thing} [has|contains|holds|weighs] {b:int} {thing2:thing} [in it|on it]?
asked some:
    how many {thing4:thing} [are|are there|will there be] in {a:int} {thing5:thing}
    how many {thing4:thing} [do|does|have|will] {a:int} {thing5:thing} [have|contain|hold]
boxes:
    [there are|{who:who} has|{who:who} have|{who:who} buys|{who:who} bought|{who:who} had|if
        there are]? {a:int} {thing1:thing} [with|of|each with|each containing|containing|that
        each have|each of which has|which each hold|that hold|each holding|and each has] {b:int}
        {thing2:thing} [each|in each|inside|in each {thing3:thing}|per {thing3:thing}]?
    [there are|{who:who} has|{who:who} have|{who:who} bought|{who:who} buys|{who:who} had|if
        there are]? {a:int} {thing1:thing} [each|and each|each {thing3:thing}|and each
        {thing3:thing}|every {thing3:thing}|and every {thing3:thing}] [has|contains|holds|weighs|
        costs|have|contain] {b:int} {thing2:thing} [in it|on it]?
asked all:
    how many {thing4:thing} [does|do|did] {who2:who} have [altogether|in total|in all|in total]?
    how many {thing4:thing} are there [altogether|in total|in all]?
    how many {thing4:thing} [in total|altogether|in all]
    FIND total number of {thing4:thing}
"""


def _boxes(story: Story) -> Problem | None:
    one, some = story.get("one box"), story.get("asked some")
    if one is not None and some is not None and len(story.clauses) == 2:
        same = _noun(one["thing1"]) == _noun(some["thing5"])
        return (
            _groups(some["a"], some["thing5"], one["b"], some["thing4"])
            if same and _noun(one["thing2"]) == _noun(some["thing4"])
            else None
        )
    boxes, asked = story.get("boxes"), story.get("asked all")
    if boxes is None or asked is None or len(story.clauses) != 2:
        return None
    if _noun(boxes["thing2"]) != _noun(asked["thing4"]):
        return None
    if boxes.get("thing3") and _noun(boxes["thing3"]) != _noun(boxes["thing1"]):
        return None
    if not re.search(
        r"\b(?:each|every|per)\b|^(?:there\s+are\s+)?\d+\s+\S+\s+(?:of|with)\s", boxes.text, re.I
    ):
        return None
    return _groups(boxes["a"], boxes["thing1"], boxes["b"], asked["thing4"])


def _groups(count: str, groups: str, each: str, noun: str) -> Problem:
    """So many groups with so many in each."""
    plan = Planner({"a": number(count), "b": number(each)})
    plan.setup("Choose the formula", "total = number of groups * number in each")
    plan.find("t", f"Multiply {count} by {each}", "a*b").check("answer/a = b")
    read_as = (
        f"There are {count} {groups.lower()} with {each} {noun.lower()} each. "
        f"How many {noun.lower()} are there in total?"
    )
    return plan.problem(Kind.STORY, read_as)


_SHARE: Final = """
shared:
    {a:amount} [{thing1:thing}]? [is|are|were|was] [shared|divided|split|distributed] [equally|
        evenly] [between|among|into] {b:int} {thing2:thing}
    [{who:who}]? [shares|divides|splits|puts|packs|wants to share|distributes|shared|divided|
        split|share|divide|has to share|packed] {a:amount} [{thing1:thing}]? [equally|evenly]
        [between|among|into|in] [her|his]? {b:int} {thing2:thing}
    [{who:who}]? [shares|divides|splits|puts|packs|wants to share|distributes|shared|divided|
        split|share|divide|packed] {a:amount} [{thing1:thing}]? [between|among|into|in] [her|
        his]? {b:int} {thing2:thing} [equally|evenly]
    [there are|{who:who} has] {a:amount} {thing1:thing} [they|and they] are [shared|divided|
        split|put] [equally|evenly] [between|among|into|in] {b:int} {thing2:thing}
    {who:who} has {a:amount} {thing1:thing} [he|she|they|and] [puts|divides|packs|shares|splits|
        put|divide|pack|share|split] them [equally|evenly] [into|in|among|between] {b:int}
        {thing2:thing}
    {b:int} {thing2:thing} [share|split|divide|shared|divided] {a:amount} [{thing1:thing}]?
        [equally|evenly]
asked each:
    how [many|much] [{thing3:thing}]? [does|did|will|would|do] [each|each of them|each
        {thing4:thing}|each one|everyone|they each] [get|receive|have|hold|contain|gets|pay|go in]
    how [many|much] [{thing3:thing}]? [are|will be|go|is] [there]? in each [{thing4:thing}]?
    how [many|much] [{thing3:thing}]? [each|per {thing4:thing}]
"""


def _shared(story: Story) -> Problem | None:
    shared, asked = story.get("shared"), story.get("asked each")
    if shared is None or asked is None or len(story.clauses) != 2:
        return None
    nouns = {
        _noun(hit["thing1" if k == 0 else "thing3"])
        for k, hit in enumerate((shared, asked))
        if hit.get("thing1" if k == 0 else "thing3")
    }
    holders = {
        _noun(hit[slot]) for hit, slot in ((shared, "thing2"), (asked, "thing4")) if hit.get(slot)
    }
    unit = money(shared, "a")
    if len(nouns - {"money"}) > 1 or len(holders - {"person", "one", "child", "children"}) > 1:
        return None
    plan = Planner({"a": number(shared["a"]), "b": number(shared["b"])})
    plan.setup("Choose the formula", "share = total / number of shares")
    plan.find("s", f"Divide by {shared['b']}", "a/b").check("answer*b = a")
    if unit is None and recount.value(plan.value()).denominator != 1:
        return None
    sign = _SIGNS.get(unit or "", "")
    noun = (shared.get("thing1") or asked.get("thing3") or "things").lower()
    noun = "" if unit else f" {noun}"
    asks = "How much" if unit else f"How many{noun}"
    told = f"{sign}{shared['a']}{noun} are shared equally among {shared['b']}"
    read_as = f"{told} {shared['thing2'].lower()}. {asks} does each get?"
    return plan.problem(Kind.STORY, read_as, unit=unit)


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
    sign = _SIGNS[unit]
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
    Family(_HOW, grammar(_CHANGE), _change, frozenset({"lose", "gain"})),
    Family(_HOW, grammar(_EACH), _boxes),
    Family(_HOW, grammar(_SHARE), _shared),
    Family(re.compile(r"[$€£₹]"), grammar(_SHOP), _shop),
    Family(re.compile(r"\btickets?\b", re.I), grammar(_TICKETS), _tickets),
)
