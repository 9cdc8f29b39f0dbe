"""Simple and compound interest: the interest, the amount, the principal, the rate or the time."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story, money
from mathviz_chat.core.problems.wording import number

_KEYS: Final = re.compile(r"\binterest\b|\bcompound", re.I)
_GRAMMAR: Final = """
WHO = [you|i|he|she|we|they|{thing1:thing}]
PUT = [invest|invests|invested|deposit|deposits|deposited|borrow|borrows|borrowed|save|saves|put|
    puts|lend|lends|place|places|is invested|was invested|is deposited|was deposited|is borrowed|
    was borrowed|is placed|put in|puts in|pay in|pays in|opens account with|opened account with|
    starts with|start with|takes loan of|takes out loan of|took loan of|took out loan of]
ACCOUNT = [in account|in bank|in savings account|into savings account|into account|in bank
    account|into bank|from bank|in fund|at bank|loan]
YEARLY = [per year|1 year|per 1 year|per annum|p.a.|p.a|pa|annually|annual|yearly|a year|each
    year|every year|per
    yr]
SORT = [{simple:simple}|{compound:compound}]
EVERY = [compounded|and compounded|is compounded|compounding|which is compounded] {often:often}
principal:
    WHO? PUT {p:money} ACCOUNT?
    {p:money}
    {p:money} PUT? ACCOUNT?
    [must|should|will|would|do|does|did|can]? {p:money} [be]? [invested|deposited|borrowed|left|
        kept]?
        ACCOUNT?
    [be]? [repaid|paid back|owed|due]? on [loan|deposit|investment|debt] of {p:money}
    principal [p]? [=|:]? {p:money}
    [on|of|for|principal|principal of|principal is|on principal of|on loan of|on investment of|
        investment of|loan of|deposit of|sum of|on sum of|on deposit of] {p:money} [invested|
        borrowed|deposited|loan|investment|deposit]? ACCOUNT?
rate:
    [at|rate|at rate of|rate of|rate is|interest rate is|interest rate of|with interest rate of|
        at interest rate of|paying|that pays|which pays|earning|that earns|earns|it earns|pays|
        with|annual rate is|at annual rate of|at annual interest rate of|with annual interest
        rate of|annual interest rate of|annual interest rate is|charging|bank pays|account pays|
        it pays|bank gives|bank offers|has|interest is]? {r:%} YEARLY? [SORT]? [annual]?
        [interest|rate|interest rate]? YEARLY? [EVERY]?
    [at|with|earning|earns|has]? [SORT] interest [rate]? [of|at|at rate of]? {r:%} YEARLY?
        [EVERY]?
    at {r:%} [SORT] interest YEARLY? [EVERY]?
time:
    time [t]? [=|:]? {t} [years|year]
    [for|after|over|in|time is|at end of|time period of|period of]? {t} [years|year|yrs|yr]
        [later]?
    [for|after|over|in|time is|at end of]? {months} [months|month]
    [for|after|over|in|time is|at end of]? {t} year [period|time|investment|loan]
often:
    EVERY
    interest is EVERY
sort:
    [assume|assuming|use|using|with]? [SORT] interest
asked interest:
    FIND [SORT] interest [earned|due|paid|owed|charged|he earns|she earns|earned on it|on it|
        after|obtained|gained]?
    FIND [interest|total interest|amount of interest] [earned|due|paid|owed|charged|he earns|she
        earns]?
    how much [SORT]? interest [will|does|do|did|would|is|has|must|should] [be|there|{thing2:thing}]?
        [earn|earned|pay|paid|owe|get|receive|make|charged|due|gain|be|have to pay|collect]?
    how much [SORT]? interest
    how much [does|will|did|do|would] {thing2:thing} earn in [SORT]? interest
asked amount:
    [FIND]? [final|total|future|accumulated] [amount|value|balance]
    FIND [final|total|future|accumulated]? [amount|value|balance|money|amount owed|amount due|
        amount in account|amount to be repaid] [of {thing2:thing}]? [in account|owed|due|at end|
        after]?
    how much [money]? [will|does|do|would|is|did|must] [be|there be|{thing2:thing}]? [have|be|
        worth|owe|be worth|be in account|repay|pay back|have in account|there|get back|in
        account|there be in account|grow to] [in total|altogether|in all|at end|back]? ACCOUNT?
    what will {thing2:thing} [be worth|amount to|grow to|owe]
    what will be [final]? [amount|balance]
    what will {p:money} [amount to|be worth|grow to|become]
    how much will {p:money} [be worth|grow to|amount to|become]
    what does it grow to
    [what|how much] [is|will|would|does|do|did] [it|i|he|she|you|we|they|investment|money|loan|
        debt|
        {thing2:thing}]? [be|become]? [worth|owe|owed|amount to|have|grow to|repay|pay back|due|
        repaid|
        owing] [now|then|altogether|in total]?
    [what|find] [total|final]? [amount|sum] [must|will|has to|should|is to] be [repaid|paid back|
        paid|
        returned|owed] [in total|altogether]?
    how much [must|will|should|is to] be [repaid|paid back|owed] [in total|altogether]?
interest known:
    [interest|simple interest] [earned|paid|is|was|of|amounts to|comes to]* {i:money}
    [to]? [earn|earns|earned|give|gives|yield|yields|produce|produces|make|makes|gain|gains|bring|
        brings|
        get|gets] {i:money} [in|of|as]* [SORT]? [interest]?
    is {i:money}
    [to]? [gathers|gathered|accrues|accrued|collects|collected|accumulates|accumulated|attracts|
        attracted|costs|cost] {i:money} [in|of|as]+ [SORT]? interest
    [SORT]? interest [after|for|over|in] {t} [years|year] [is|was|amounts to|comes to|=] {i:money}
on sum:
    SORT interest on [sum|certain sum|sum of money|certain amount|amount|principal|loan]
    [earns|earned|earn|to earn|gives|yields|brings|produces|to earn|pays|paid|gets] {i:money}
        [in|of|as]?
        [simple]? interest
asked principal:
    what [principal|principle|sum]
    what [principal|principle|sum|amount|sum of money|amount of money|deposit|investment] [must|
        should|will|
        would|
        does|is needed|was invested|has to be invested|was]? [be invested|be deposited|invested]?
    how much [money]? [must|should|was|has to] [be|WHO]? [invested|invest|deposit|deposited|
        borrowed|
        borrow|put in|placed]
    FIND [principal|principle|sum|sum invested|amount invested|original amount|principal amount|
        amount
        borrowed]
    how much [money]? [must|was|should|did] [be|{thing2:thing}]? [invested|invest|deposit|borrow|
        be invested]
asked rate:
    [at]? what [annual|yearly]? [simple]? [interest]? [rate|percentage rate] [of simple interest|of
        interest|per year|per annum]? [is|was|will|must|should|would|does|did]? [it]? [needed|
        charged|
        paid|earned|be|earn]?
    FIND [annual|yearly]? [rate|interest rate|rate of interest|rate of simple interest|simple
        interest rate]
    at what [annual]? [rate|interest rate|rate of interest] [was|is|will|must|should|would|
        does]? [it invested|it]?
asked time:
    how [long|many years] [will|does|would|did|must] [it take|it|money have to be invested|it be
        invested for]
    FIND [time|number of years|time period]
    [in|for|after]? how many years [must|should|will|would|does|did|was|is]? [it|money|sum|WHO]?
        [take|
        be invested|have to be invested|be left|need to be invested]?
    how long [must|should|will|would|does|did|was] [it|money|sum]? [take|be invested|be left|need
        to be
        invested]?
"""
_OFTEN: Final = {
    "annually": 1, "yearly": 1, "once a year": 1, "once per year": 1, "every year": 1,
    "semiannually": 2, "semi-annually": 2, "half-yearly": 2, "twice a year": 2, "half yearly": 2,
    "every six months": 2, "quarterly": 4, "monthly": 12, "weekly": 52, "daily": 365,
}  # fmt: skip


def _build(story: Story) -> Problem | None:
    asked = [name.removeprefix("asked ") for name in story.names() if name.startswith("asked")]
    compound = story.text("compound") is not None or story.text("often") is not None
    if len(asked) != 1 or (compound and story.text("simple")):
        return None
    if not compound and not re.search(r"\bsimple\b", " ".join(h.text for h in story.every()), re.I):
        return None
    time = story.text("t")
    months = story.text("months")
    years = Fraction(recount.value(number(time))) if time else None
    if months:
        years = Fraction(recount.value(number(months))) / 12
    unit = next((money(h, s) for h in story.every() for s in ("p", "i") if h.get(s)), None)
    if compound:
        return _compound(story, asked[0], years, unit)
    return _simple(story, asked[0], years, unit)


_NEEDS: Final = {
    "interest": ("p", "r", "t"),
    "amount": ("p", "r", "t"),
    "principal": ("i", "r", "t"),
    "rate": ("i", "p", "t"),
    "time": ("i", "p", "r"),
}


def _simple(story: Story, asked: str, years: Fraction | None, unit: str | None) -> Problem | None:
    given = {name: text for name in ("p", "r", "i") if (text := story.text(name)) is not None}
    known = {name: number(text) for name, text in given.items()}
    if years is not None:
        known["t"] = number(str(years))
    if set(known) != set(_NEEDS[asked]):
        return None
    plan = Planner(known)
    plan.setup("Choose the formula", "interest = principal * rate * time")
    if asked in ("interest", "amount"):
        plan.find("y", "Find the interest for one year", "p*r/100")
        plan.find("i", "Multiply by the number of years", "y*t")
        plan.check("answer/t = p*r/100")
    if asked == "amount":
        plan.find("a", "Add the interest to the principal", "p + i")
        plan.checks.clear()
        plan.check("100*answer = p*(100 + r*t)")
    if asked == "principal":
        plan.find("y", "Find the interest for one year", "i/t")
        plan.find("p", "Divide by the rate", "y/(r/100)")
        plan.check("answer*r*t = 100*i")
    if asked == "rate":
        plan.find("y", "Find the interest for one year", "i/t")
        plan.find("r", "Divide by the principal, as a percentage", "y/p*100")
        plan.check("p*answer*t = 100*i")
    if asked == "time":
        plan.find("y", "Find the interest for one year", "p*r/100")
        plan.find("t", "Divide the interest by it", "i/y")
        plan.check("p*r*answer = 100*i")
    units = {"rate": "%", "time": "year"}
    return plan.problem(
        Kind.INTEREST,
        _read_as(asked, "simple", given, years, unit),
        unit=units.get(asked, unit),
        unit_named=asked in units,
    )


def _read_as(
    asked: str, sort: str, given: dict[str, str], years: Fraction | None, unit: str | None
) -> str:
    sign = units.CURRENCIES.get(unit or "", "")
    parts = {"p": f"principal {sign}{given.get('p')}", "r": f"rate {given.get('r')}%"}
    parts["i"] = f"{sort} interest {sign}{given.get('i')}"
    told = ", ".join(text for name, text in parts.items() if name in given)
    what = f"{sort} interest" if asked == "interest" else asked
    end = f", for {years} years" if years is not None else ""
    tail = f", {sort} interest" if asked != "interest" and "i" not in given else ""
    return f"Find the {what}, {told}{end}{tail}."


def _compound(story: Story, asked: str, years: Fraction | None, unit: str | None) -> Problem | None:
    often = " ".join((story.text("often") or "annually").lower().split())
    per_year = _OFTEN.get(often)
    p, r = story.text("p"), story.text("r")
    if per_year is None or p is None or r is None or years is None or story.text("i"):
        return None
    periods = years * per_year
    if asked not in ("interest", "amount") or periods.denominator != 1 or periods > 1500:
        return None
    known = {"p": number(p), "r": number(r), "n": number(str(per_year)), "k": number(str(periods))}
    plan = Planner(known)
    plan.setup(
        "Choose the formula", "amount = principal * (1 + rate per period)^(number of periods)"
    )
    if per_year != 1:
        plan.find("q", "Find the rate per period, in percent", "r/n")
        plan.find("m", "Find the number of periods", f"({years})*n")
    growth = "(1 + q/100)^m" if per_year != 1 else "(1 + r/100)^k"
    plan.find("a", "Multiply the principal by the growth of all periods", f"p*{growth}")
    if asked == "interest":
        plan.find("i", "Subtract the principal", "a - p")
    plus = " + p" if asked == "interest" else ""
    plan.check(f"((answer{plus})/p) / ((100*n + r)/(100*n))^k = 1")
    given = {"p": p, "r": r}
    read_as = _read_as(asked, "compound", given, years, unit)
    if per_year != 1 or asked == "interest":
        read_as = read_as[:-1] + f", compounded {often}."
    return plan.problem(Kind.INTEREST, read_as, unit=unit)


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _build),)
