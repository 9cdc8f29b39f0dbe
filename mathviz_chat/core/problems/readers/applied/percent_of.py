"""Percentages asked for: the change between two values, a share, a whole, an original value."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems import recount
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story, money
from mathviz_chat.core.problems.readers.frames.echoes import content
from mathviz_chat.core.problems.units import CURRENCIES
from mathviz_chat.core.problems.wording import Hit, number
from mathviz_chat.core.reading import to_plain

_KEYS: Final = re.compile(r"%|percent", re.I)

_FROM_TO_GRAMMAR: Final = """
FROM_TO = from {p:amount} to {n:amount}
change:
    FIND [percentage|percent|%] [of]? {way:way} FROM_TO
    FIND {way:way} in [percent|percentage|%] FROM_TO
    by [what|how many] [percentage|percent|%] [does|did|has|is|was]? [{thing1:thing}]? {way:way}
        FROM_TO
    {thing1:thing} {way:way} FROM_TO
    [price|cost|value|population|number|price of {thing1:thing}|number of {thing1:thing}|cost of
        {thing1:thing}] [is|was|has]? {way:way} FROM_TO
    FROM_TO [is|was] what [percentage|percent] {way:way}
    what [percentage|percent] {way:way} is FROM_TO
    FROM_TO
    [it|price|value|cost|salary|population|price of {thing1:thing}|{thing1:thing}] [went|goes|
        changed|changes|moves] FROM_TO
asked:
    FIND [percentage|percent|%] [of]? {asked:way} [in price|in value|in population|in cost|in
        number|in {thing2:thing}]?
    by [what|how many] [percentage|percent|%] [did|has|does|is|was] [it|value|cost|salary|number|
        price|its price|population|{thing2:thing}] {asked:way}
    what [percentage|percent] [is|was] [{asked:way}|this|that]
    what [percentage|percent] {asked:way} is [this|that|it]
    FIND {asked:way} [as|in] [percentage|percent|%]
"""


def from_to(start: str, end: str, unit: str | None, *, named: bool = True) -> Problem | None:
    """The change from one value to another in percent of the first.

    named: the question itself says that it is an increase or a decrease; else the answer does.
    """
    old, new = number(start), number(end)
    plan = Planner({"a": old, "b": new})
    first, second = recount.value(old), recount.value(new)
    if first == second or first == 0:
        return None
    word = "increase" if second > first else "decrease"
    difference = "b - a" if second > first else "a - b"
    plan.setup("Choose the formula", f"percentage {word} = {word} / original value * 100")
    plan.find("d", f"Find the {word}", difference)
    plan.find("q", "Divide it by the original value, as a percentage", "d/a*100")
    plan.check("a*(100 + answer)/100 = b" if second > first else "a*(100 - answer)/100 = b")
    sign = CURRENCIES.get(unit or "", "")
    asked = word if named else "change"
    read_as = f"Find the percentage {asked} from {sign}{to_plain(old)} to {sign}{to_plain(new)}."
    problem = plan.problem(Kind.PERCENT_CHANGE, read_as, unit="%", unit_named=True)
    return problem if named else replace(problem, direction=word)


_WAYS: Final = {
    **dict.fromkeys(("increase", "rise", "rose", "grow", "grew", "gain", "up"), 1),
    **dict.fromkeys(("decrease", "fell", "fall", "drop", "reduc", "shrank", "down", "loss"), -1),
}


def _direction(word: str | None) -> int:
    low = (word or "").lower()
    return next((sign for stem, sign in _WAYS.items() if stem in low), 0)


def _from_to(story: Story) -> Problem | None:
    change = story.get("change")
    if change is None:
        return None
    told = {_direction(change.get("way")), _direction(story.text("asked"))} - {0}
    asked = story.text("asked") if "asked" in story.names() else change.get("way")
    named = _direction(asked) != 0
    problem = from_to(change["p"], change["n"], money(change, "p"), named=named)
    if problem is None or len(told) > 1:
        return None
    asks = "asked" in story.names() or re.search(r"percent|%", change.text, re.I)
    rises = recount.value(number(change["n"])) > recount.value(number(change["p"]))
    fits = not told or told == {1 if rises else -1}
    return problem if asks and fits else None


_SHARE_GRAMMAR: Final = """
rest:
    find what percent of {w} is left without {p}
share:
    find what percent of {w} is {p}
    {p:amount} is what [percent|percentage|%] of {w:amount}
    what [percent|percentage|%] of {w:amount} is {p:amount}
    {p:amount} [out of|of] {w:amount} [is|as] what [percent|percentage|%]
    {p:amount} [out of|of] {w:amount} as [percent|percentage|%]
    FIND? [percentage|percent] [of]? {w:amount} that is {p:amount}
    [express|write|give|what is] {p:amount} as [percent|percentage|%] of {w:amount}
    [express|write|give|what is|convert] {p:amount} out of {w:amount} as [percent|percentage|%]
    what [percent|percentage] is {p:amount} [of|out of] {w:amount}
    {p:amount} is how many [percent|%] of {w:amount}
    how many percent of {w:amount} is {p:amount}
    {thing1:thing} [got|scored|answered|gets|scores|answers|got right|made|makes|scored|
        received] {p:amount} [{thing2:thing}]? [right|correct|correctly]? [out of|of] {w:amount}
        [{thing3:thing}]? [right|correct|correctly]? [on {thing4:thing}|in {thing4:thing}]?
    {p:int} [out of|of] {w:int} {thing2:thing} [are|is|were|have|passed|play|like|own|chose|got|
        prefer|wear|said] [{thing3:thing}]?
    [out of|of|in class of|from|in group of|among] {w:int} {thing1:thing} {p:int}
        [{thing5:thing}]? [are|is|were|have|passed|play|like|own|chose|prefer|wear|said]
        [{thing3:thing}]?
asked:
    what [percent|percentage|%] [is|was] [that|this|his score|her score|it|{thing6:thing}]
    what [percent|percentage|%] [did|does|has|do] {thing6:thing} [get|score|have|answer|got|get
        right]
        [right|correct|correctly]?
    FIND [his|her|their|my]? [percentage|percent|percentage score|score as percentage|
        score in percent]
    what [percent|percentage|%] [of {thing6:thing}]? [are|is|were|have|passed|play|like|own|chose|
        prefer|wear|said|was] [{thing7:thing}]?
    what [percent|percentage|%] [of {thing6:thing}]? passed
    [whats|what is|what's|give|express] [that|this|it] as [percent|percentage|%]
    how many percent is [that|this|it]
"""


def _share(story: Story) -> Problem | None:
    match, rest = story.get("share"), story.get("rest")
    if rest is not None and match is None and "asked" not in story.names():
        return share_of(rest["p"], rest["w"], others=True)
    if match is None or rest is not None:
        return None
    asks = re.search(r"percent|%", match.text, re.I) is not None
    if asks == ("asked" in story.names()) or money(match, "p") != money(match, "w"):
        return None
    question = story.get("asked")
    told = content(match.text.lower())
    asked = content(question.text.lower()) if question is not None else frozenset[str]()
    another = asked - told - _OF_ALL
    if another:
        return _rest(match, told, asked - _OF_ALL)
    return share_of(match["p"], match["w"])


_OF_ALL: Final = content(
    "score get answer correct correctly right class group team school pupils students people mark"
)
"""What may be said of a share without having been told."""
_OPPOSITES: Final = (("boys", "girls"), ("men", "women"), ("males", "females"), ("male", "female"))


def _rest(match: Hit, told: frozenset[str], asked: frozenset[str]) -> Problem | None:
    """``18 of the 30 are girls. What percentage are boys?``"""
    for pair in _OPPOSITES:
        one, other = map(content, pair)
        if not re.search(rf"\b(?:are|were)\s+(?:{'|'.join(pair)})\W*$", match.text, re.IGNORECASE):
            continue  # ``18 of 30 girls wear glasses`` says nothing of boys
        if (one <= told and asked == other) or (other <= told and asked == one):
            return share_of(match["p"], match["w"], others=True)
    return None


def share_of(part: str, whole: str, *, others: bool = False) -> Problem | None:
    """One number in percent of another; others: what is left of the whole without the part."""
    p, w = number(part), number(whole)
    if others and not 0 < recount.value(p) < recount.value(w):
        return None
    plan = Planner({"p": p, "w": w})
    if others:
        plan.setup("Choose the formula", "percentage = rest / whole * 100")
        plan.find("r", "Subtract the part from the whole", "w - p")
        plan.find("q", "Divide the rest by the whole, as a percentage", "r/w*100")
        plan.check("w*(100 - answer)/100 = p")
        read_as = f"Find what percent of {whole} is left without {part}."
        return plan.problem(Kind.PERCENT_CHANGE, read_as, unit="%", unit_named=True)
    plan.setup("Choose the formula", "percentage = part / whole * 100")
    plan.find("q", "Divide the part by the whole, as a percentage", "p/w*100")
    plan.check("w*answer/100 = p")
    read_as = f"Find what percent of {whole} is {part}."
    return plan.problem(Kind.PERCENT_CHANGE, read_as, unit="%", unit_named=True)


_WHOLE_GRAMMAR: Final = """
known:
    {p:amount} is {r:%} of what [number|amount|value]?
    {p:amount} is {r:%} of which number
    {r:%} of what [number|amount|value]? is {p:amount}
    {r:%} of [number|some number|number x|unknown number|my money|my salary|{thing1:thing}] is
        {p:amount}
    of what number is {p:amount} {r:%}
    {p:amount} is {r:%} of [number|some number|unknown number]
    FIND number [of which|whose|such that]? {r:%} [of it]? is {p:amount}
    {r:%} of it is {p:amount}
    {r:%} [tip|tax|discount|commission|deposit] on {thing1:thing} [is|was] {p:money}
asked:
    FIND [number|whole number|whole|original number|that number|full amount|{thing2:thing}]
    what number is it
    how much [is|was] {thing2:thing} [in total|altogether]?
"""


def _whole(story: Story) -> Problem | None:
    match = story.get("known")
    if match is None:
        return None
    thing, asked = story.text("thing1"), story.text("thing2")
    if (thing is None) != (asked is None) or (thing or "").lower() != (asked or "").lower():
        return None
    return whole_of(match["p"], match["r"], money(match, "p"))


def whole_of(part: str, rate: str, unit: str | None) -> Problem:
    """The number of which ``part`` is ``rate`` percent."""
    plan = Planner({"p": number(part), "r": number(rate)})
    plan.setup("Choose the formula", "whole = part / percentage")
    plan.find("f", "Write the percentage as a decimal", "r/100")
    plan.find("w", "Divide the part by it", "p/f")
    plan.check("answer*r = 100*p")
    sign = CURRENCIES.get(unit or "", "")
    read_as = f"Find the number such that {rate}% of it is {sign}{part}."
    return plan.problem(Kind.PERCENT_CHANGE, read_as, unit=unit)


_ORIGINAL_GRAMMAR: Final = """
after:
    [after|with|in sale with|at] [discount of|reduction of|decrease of]? {down:%} [discount|off|
        reduction|price cut|decrease]? {thing1:thing} [costs|cost|is|sells for|sold for|was sold
        for|now costs|is priced at] {p:amount}
    [after|with] [increase of|rise of|raise of|markup of]? {up:%} [increase|raise|rise|markup|
        sales tax|tax|tip]? {thing1:thing} [costs|cost|is|earns|sells for|now costs|was|came to|
        comes to] {p:amount}
    {thing1:thing} [costs|cost|is|sells for|sold for|was sold for|now costs|is priced at|is on
        sale for|is sold for|sale price is] {p:amount} after [discount of]? {down:%} [discount|
        off|reduction|price cut|decrease]
    {thing1:thing} [costs|cost|is|earns|sells for|now costs|came to|comes to] {p:amount} after
        [increase of]? {up:%} [increase|raise|rise|markup|sales tax|tax|tip] [is added]?
    {thing1:thing} [paid|pays|bought {thing3:thing} for|bought it for] {p:amount} [for
        {thing3:thing}]? after [discount of]? {down:%} [discount|off|reduction]
    [sale price|price|cost|salary|population|number|value] [of {thing1:thing}]? after [discount
        of|decrease of|reduction of]? {down:%} [discount|off|reduction|decrease] is {p:amount}
    [price|cost|salary|population|number|value|total] [of {thing1:thing}]? after [increase of]?
        {up:%} [increase|raise|rise|markup|tax] is {p:amount}
    [number|price|value|it|{thing1:thing}] [is|was|has been] [increased|raised] by {up:%} [and|
        to|so that|so]? [it]? [becomes|is now|gives|to give|giving|result is|is|it becomes|to]
        {p:amount}
    [number|price|value|it|{thing1:thing}] [is|was|has been] [decreased|reduced|discounted|
        marked down] by {down:%} [and|to|so that|so]? [it]? [becomes|is now|gives|to give|giving|
        result is|is|
        it becomes|to|now costs|it now costs] {p:amount}
    {thing1:thing} [is|was] [on sale|sold|bought] [for|at] {p:amount} [which is|after|at|this
        is] {down:%} off [of]? [original price|regular price|its original price|its regular
        price|usual price]?
    [FIND number|number|value] [which|that|when]? [is|has been]? [increased|raised] by {up:%}
        [is|gives|equals|becomes] {p:amount}
    [FIND number|number|value] [which|that|when]? [is|has been]? [decreased|reduced] by {down:%}
        [is|gives|equals|becomes] {p:amount}
asked:
    FIND [its|his|her|their]? [original|regular|initial|normal|old|previous|usual|full|list|
        starting] [price|cost|salary|population|number|value|amount|total] [of {thing2:thing}|
        before discount|before sale]?
    FIND [its|his|her|their]? [price|cost|salary|population|number|value] [of {thing2:thing}]?
        [before|originally] [discount|sale|increase|decrease|raise|tax|reduction]?
    what [was|is] [it|{thing2:thing}] [originally|before]
    how much did [it|{thing2:thing}] [originally cost|cost originally|cost before|cost before
        discount|cost before sale|earn before|earn before raise]
    how much was [it|{thing2:thing}|price|salary] [originally|before|before discount|before sale|
        before increase|before raise]
    FIND number
    what is number
"""


def _original(story: Story) -> Problem | None:
    match = story.get("after")
    if match is None or ("asked" in story.names()) == match.text.lower().startswith("find"):
        return None
    up = match.get("up") is not None
    rate = match["up"] if up else match["down"]
    return original(match["p"], rate, up=up, unit=money(match, "p"))


def original(end: str, rate: str, *, up: bool, unit: str | None) -> Problem | None:
    """The value that became ``end`` when it changed by ``rate`` percent."""
    if not up and float(rate.partition("/")[0].split()[0]) >= 100:
        return None
    plan = Planner({"p": number(end), "r": number(rate)})
    sign, word = ("+", "increased") if up else ("-", "decreased")
    plan.setup("Choose the formula", f"new value = original value * (100% {sign} {rate}%)")
    plan.find(
        "f",
        "Find what percentage of the original is left"
        if not up
        else "Find what percentage of the original it is",
        f"100 {sign} r",
    )
    plan.find("o", "Divide by that percentage", "p/(f/100)")
    plan.check(f"answer {sign} answer*r/100 = p")
    shown = f"{CURRENCIES.get(unit or '', '')}{end}"
    read_as = f"Find the number which {word} by {rate}% is {shown}."
    return plan.problem(Kind.PERCENT_CHANGE, read_as, unit=unit)


_WRITTEN: Final = """
written:
    [write|convert|express|change|give|turn|what is|whats|what's] {f} [as|to|in|into]
        [percentage|percent|%]
    {f} [as|to|in|into] [percentage|percent]
"""


def _written(story: Story) -> Problem | None:
    """A fraction or a decimal as a percentage."""
    (hit,) = story.every()
    plan = Planner({"f": number(hit["f"])})
    plan.setup("Choose the way", "Percent means out of a hundred")
    plan.find("p", "Multiply by 100", "f*100").check("answer/100 = f")
    read_as = f"Write {hit['f']} as a percentage."
    return plan.problem(Kind.PERCENT_CHANGE, read_as, unit="%", unit_named=True)


READERS: Final = (
    Family(_KEYS, grammar(_WRITTEN), _written),
    Family(_KEYS, grammar(_FROM_TO_GRAMMAR), _from_to),
    Family(_KEYS, grammar(_SHARE_GRAMMAR), _share),
    Family(_KEYS, grammar(_WHOLE_GRAMMAR), _whole),
    Family(_KEYS, grammar(_ORIGINAL_GRAMMAR), _original),
)
