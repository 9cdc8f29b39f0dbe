"""A value changed by a percentage: discounts, taxes, tips, raises; the new value, or the change."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story, money
from mathviz_chat.core.problems.units import CURRENCIES
from mathviz_chat.core.problems.wording import number

_KEYS: Final = re.compile(r"%|percent", re.I)

_ALREADY: Final = re.compile(
    r"\d\S*\s+(?:after|including)\b"
    r"|\b(?:bought|buys?|purchased|got|sold|sells)\s[^,?]*\bfor\s+\S*\d\S*\s+(?:with|at)\b"
    r"|\d\S*\s+with\s[^,]*%[^,]*\b(?:tax|vat|gst)\b"
    r"|(?:%|per\s?cent)\s+(?:pay\s+)?(?:rise|raise|increase|cut|drop|fall|discount|reduction|off|"
    r"decrease|of\s+its)\b[^?.%]*\b(?:is|are|costs?|earns?|pays?|gets?|paid|worth|now)\s+"
    r"[$£€]?\d[\d.,]*+(?!\s*(?:%|per\s?cent))",
    re.I,
)
"""The amount may be what it is after the change: ``costs $60 after a 20% discount``."""

_MONEY: Final = """
PRICE = [price|cost|value|amount|total|bill|salary|wage|rent|fee|fare|population|number]
USUAL = [original|regular|normal|list|marked|usual|full|initial|starting|old|retail|store|cost|
    selling]
DOWN = [discounted|reduced|marked down|decreased|lowered|cut|dropped|on sale|falls|fell|drops|
    decreases|goes down|went down|loses|lost|depreciates|shrinks|shrank|shrunk]
UP = [increased|raised|marked up|rises|rose|risen|goes up|went up|increases|grows|grew|grown|
    gone up|gains|gained|appreciates]
BE = [is|are|was|were|gets|got|has been|have been|had been|being|will be|has|have]?
BUY = [buys|bought|is buying|buy|orders|ordered|wants to buy|purchases|purchased|sees|has|finds]
NOW = [now|after discount|after sale|after increase|after decrease|after that|afterwards|in sale|
    on sale|after reduction|after change|after markup|with discount]?
new:
    FIND [its|his|her|their]? [sale|new|final|discounted|reduced|selling|current|resulting|
        increased|decreased|marked up] PRICE [of {thing1:thing}]? NOW
    how much [does|did|do|will|would|should] {thing1:thing} [cost|pay|have to pay|need to pay|
        pay for it|pay for {thing2:thing}|be] NOW
    how much is {thing1:thing} NOW
    how much [is|are] [it|its price|his salary|her salary|their rent|they] NOW
    FIND [its]? [price|cost|salary|population|value] NOW
    what [does|will|would|is|did] [it|he|she|customer|you|i|{thing1:thing}] [cost|pay|now cost|
        be worth|sell for|cost now|pay for it] NOW
    FIND [his|her|their|my] [new|current]? [salary|rent|pay|wage|bill] NOW
    FIND [price|cost] [you|she|he|they|we|i] [pay|pays]
    what [do|does|will|would] {thing1:thing} [pay|cost] [now]?
start:
    {thing3:thing} [costs|cost|normally costs|usually costs|originally costs|regularly costs|
        sells for|sold for|is priced at|was priced at|retails for|is worth|was worth|worth|
        costing|earns|earned|is selling for|are priced at|originally priced at|priced at|is
        marked at|has price of|with price of|that costs|which costs] {p:amount}
    USUAL? PRICE of {thing3:thing} [is|was|of] {p:amount}
    USUAL PRICE [is|was|of] {p:amount}
    BUY {p:money} {thing3:thing}
    {thing4:thing} BUY {p:money} {thing3:thing}
    [of|on]? {p:money} {thing3:thing}
    [{thing4:thing}]? [bought|buys|buy|purchased|got] {thing3:thing} for {p:money}
    [bill|total|PRICE] [comes to|came to] {p:amount}
    {thing4:thing} [gets|leaves|got|receives|left|gives] {up:%} tip on {p:money} {thing3:thing}
    [it|price|its price]? [went|goes|was]? [is]? [on sale for|sold for|sold at|at]? {down:%} off
        [its|of its]? [original|regular|usual|normal]? [price|price tag]? of {p:money}
    {thing3:thing} [is|was]? [on sale for|sold for|sold at|at] {down:%} off [its|of its]?
        [original|regular|usual|normal]? price of {p:money}
    {thing4:thing} [marks up|marked up|raises price of|increases price of] {p:money}
        {thing3:thing} by {up:%}
    {thing4:thing} [discounts|reduces price of|marks down|discounted|marked down|takes]
        {p:money} {thing3:thing} by {down:%}
    [my|his|her|their|its|our|town's|city's|car's|house's|company's]? PRICE [is|was|of] {p:amount}
    of {thing3:thing} [costing|priced at|that costs|worth|with USUAL? price of|that is|
        originally costing] {p:amount}
change:
    [it|price|its price|salary|his salary|her salary|they|rent|number|value|its value|population|
        {thing5:thing}]? BE DOWN [by|for|with|at]? {down:%} [discount|off|each|in value]?
    [is|are|was|now|at|it is|it's|comes|they are]? [on sale for|at|on sale at|sold at|available
        at|with|has|have|on offer at]? {down:%} [off|discount|cheaper] [sale|in sale]?
    [there is|there's|store offers|shop offers|shop gives|store gives|store has|they offer|gets|
        get|you get|you have|i have|she gets|he gets|receives|offers|has|have|with|after|i get]?
        [discount|coupon|reduction|sale|voucher|price cut|decrease] [of|is|for] {down:%} [off]?
        [on it|on {thing5:thing}]?
    [discount|sale|discount rate] is {down:%}
    [there is|there's|store offers|shop offers|shop gives|store gives|store has|they offer|gets|
        get|you get|you have|i have|she has|he has|has|she gets|he gets|receives|offers|applies|
        with|after|i get] {down:%} [discount|off|reduction|coupon|decrease] [on it|on
        {thing5:thing}|coupon|from store|for it]?
    [it|price|its price|salary|his salary|her salary|they|rent|number|value|its value|population|
        {thing5:thing}]? BE UP [by|with]? {up:%} [in value]?
    [gets|get|receives|got|received|given|has|after|with] {up:%} [raise|increase|pay rise|rise|
        pay raise|markup]
    [there is|there was|after|with] [increase|rise|markup] of {up:%}
added:
    [there is|there's|with|plus|adding|leaves|leave|left|you leave|i leave|he leaves|she leaves|
        adds|i want to tip|want to tip|if i tip|if you tip|i tip|you tip|you pay|i pay|tips|tip|
        want to leave|wants to leave|want to tip|wants to tip|pay|pays|add|you add|at|
        plus]? {up:%} [sales tax|tax|tip|vat|gratuity|service charge|gst|delivery fee|markup|
        mark up] [on it|on top|is added|added|on bill|is applied|rate]?
    [sales tax|tax|tax rate|sales tax rate|tip|vat|gratuity|service charge|gst|markup] [is|of|
        rate is|at] {up:%}
    [you|he|she|i|they|waiter|{thing5:thing}]? [leaves|leave|left|tips|tip|tipped|adds]
        [waiter]? {up:%} [tip]?
    [store|shop|shopkeeper|he|she|it]? [marks it up|marks up price|marks it up by|marks up by]
        [by]? {up:%}
total:
    FIND [total|final|overall|full] [cost|price|bill|amount|amount paid|amount to pay|to pay]?
        [of {thing1:thing}]? [including tip|with tip|including tax|with tax|after tax|after tip|
        including vat]?
    how much [does|did|do|will|would|should|must] {thing1:thing} [pay|have to pay|need to pay|
        spend|cost] [in total|altogether|in all|including tip|with tip|including tax|with tax|
        total]
    how much [is|will] [it|{thing1:thing}] [cost|be]? [in total|altogether|in all|including tax|
        including tip|with tax|with tip|after tax|after tip]
difference:
    how much [sales]? tax [is|will be] [paid|charged|added] [on it]?
    [how much|how many dollars] [money]? [do|does|did|will|would|can] {thing1:thing} save
    FIND [discount|savings|saving|amount of discount|discount amount|amount saved|tip|tax|amount
        of tip|sales tax|amount of tax|increase|raise]
    how much [money]? [is|was|are|were] [discount|tip|tax|saved|sales tax|savings]
    how much [tip|tax] [should|do|does|will] {thing1:thing} [leave|pay|give]
    how much [should|will|do|does] {thing1:thing} [tip|leave|tip waiter]
"""


def _money_story(story: Story) -> Problem | None:
    """One amount changed by a percentage; the new amount or the change is asked."""
    start = story.get("start")
    changes = [one for one in story.every() if one.get("up") or one.get("down")]
    asked = story.names() & {"new", "total", "difference"}
    if start is None or not changes or len(asked) != 1:
        return None
    if len(changes) > 1:
        return None
    up = changes[0].get("up") is not None
    rate = changes[0]["up" if up else "down"]
    if "total" in asked and not up:
        return None
    return changed(start["p"], rate, up=up, unit=money(start, "p"), part="difference" in asked)


_THEN: Final = re.compile(r"%.*\bthen\b.*%", re.I)
"""Only where it is said that one change comes after the other."""


def _several_changes(story: Story) -> Problem | None:
    """One change after another, in the order in which they are told."""
    start = story.get("start")
    changes = [one for one in story.every() if one.get("up") or one.get("down")]
    if start is None or len(changes) < 2 or not story.names() & {"new", "total"}:
        return None
    if "difference" in story.names():
        return None
    first = next(k for k, (_, hit) in enumerate(story.clauses) if hit is start)
    places = [k for k, (_, hit) in enumerate(story.clauses) if hit in changes]
    if any(place < first for place in places) or start in changes or len(changes) > 3:
        return None
    if any(name == "added" for name, _ in story.clauses):
        return None  # a tax and a discount: which is taken first, and of what
    rates = [("+", hit["up"]) if hit.get("up") else ("-", hit["down"]) for hit in changes]
    return in_a_row(start["p"], rates, money(start, "p"))


def in_a_row(start: str, rates: list[tuple[str, str]], unit: str | None) -> Problem:
    """``start`` changed by percentages, each of the value that it has by then."""
    plan = Planner({"p": number(start), **{f"r_{k}": number(r) for k, (_, r) in enumerate(rates)}})
    plan.setup("Choose the way", "Each percentage is of the value before that change")
    before, told = "p", []
    for k, (sign, rate) in enumerate(rates):
        word = "increase" if sign == "+" else "decrease"
        plan.find(f"d_{k}", f"Find the {word}", f"r_{k}/100*{before}")
        rule = "Add it" if sign == "+" else "Subtract it"
        plan.find(f"v_{k}", rule, f"{before} {sign} d_{k}")
        before = f"v_{k}"
        told.append(f"{word}d by {rate}%")
    factors = "*".join(f"(100 {sign} r_{k})/100" for k, (sign, _) in enumerate(rates))
    plan.check(f"answer/({factors}) = p")
    shown = f"{CURRENCIES.get(unit or '', '')}{start}"
    read_as = f"The price is {shown}. It is {' and then it is '.join(told)}. Find the new price."
    return plan.problem(Kind.PERCENT_CHANGE, read_as, unit=unit)


def changed(start: str, rate: str, *, up: bool, unit: str | None, part: bool) -> Problem:
    """``start`` changed by ``rate`` percent: the new value, or the change itself."""
    plan = Planner({"p": number(start), "r": number(rate)})
    sign, word = ("+", "increase") if up else ("-", "decrease")
    shown = f"{CURRENCIES.get(unit or '', '')}{start}"
    plan.find("d", f"Find the {word}", "r/100*p", f"{rate}% means {rate} out of 100.")
    if part:
        plan.setup("Choose the formula", f"{word} = percentage of the original value")
        plan.check("100*answer = p*r", "p + answer = p*(100 + r)/100")
        read_as = f"Find the {word} when {shown} is {word}d by {rate}%."
        return plan.problem(Kind.PERCENT_CHANGE, read_as, unit=unit)
    plan.setup("Choose the formula", f"new value = original value {sign} {word}")
    plan.find(
        "n",
        "Add it to the original value" if up else "Subtract it from the original value",
        f"p {sign} d",
    )
    plan.check(f"100*answer = p*(100 {sign} r)")
    read_as = f"Find the result when {shown} is {word}d by {rate}%."
    return plan.problem(Kind.PERCENT_CHANGE, read_as, unit=unit)


_PLAIN: Final = """
VERB_UP = [increase|raise|grow|mark up]
VERB_DOWN = [decrease|reduce|lower|discount|mark down|cut]
up:
    [if]? {p:amount} is [increased|raised] by {r:%} what [is result|is new number|is new value|
        number do you get|do you get]
    [what is result if you|what do you get if you|what do you get when you]? VERB_UP {p:amount}
        by {r:%}
    FIND? [result when|result if|value of|number when]? {p:amount} [is|when|if]? [it is]?
        [increased|raised|marked up|grown] by {r:%}
    FIND? [result of increasing|value after increasing] {p:amount} by {r:%}
    FIND? [number that is]? {r:%} [more|greater|higher|larger|bigger] than {p:amount}
    what number is {r:%} [more|greater|higher|larger|bigger] than {p:amount}
    FIND? {p:amount} plus {r:%} of [itself|it]
down:
    [if]? {p:amount} is [decreased|reduced] by {r:%} what [is result|is new number|is new value|
        number do you get|do you get]
    [what is result if you|what do you get if you|what do you get when you]? VERB_DOWN
        {p:amount} by {r:%}
    FIND? [result when|result if|value of|number when]? {p:amount} [is|when|if]? [it is]?
        [decreased|reduced|lowered|discounted|marked down] by {r:%}
    FIND? [result of decreasing|result of reducing|value after decreasing] {p:amount} by {r:%}
    FIND? [number that is]? {r:%} [less|smaller|lower] than {p:amount}
    what number is {r:%} [less|smaller|lower] than {p:amount}
    FIND? {p:amount} minus {r:%} of [itself|it]
up part:
    FIND increase when {p:amount} is increased by {r:%}
down part:
    FIND decrease when {p:amount} is decreased by {r:%}
"""


def _plain(story: Story) -> Problem | None:
    (name,) = story.names()
    match = story.get(name)
    assert match is not None
    up, part = name.startswith("up"), name.endswith("part")
    return changed(match["p"], match["r"], up=up, unit=money(match, "p"), part=part)


READERS: Final = (
    Family(_KEYS, grammar(_MONEY), _money_story, shut=_ALREADY),
    Family(_THEN, grammar(_MONEY), _several_changes, frozenset({"change"}), _ALREADY),
    Family(_KEYS, grammar(_PLAIN), _plain),
)
