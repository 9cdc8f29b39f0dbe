"""Mixtures: what a mixture comes to, how much of a part it needs, by strength or by price."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import linear_system, recount, units
from mathviz_chat.core.problems.grammar import Grammar, grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story, money
from mathviz_chat.core.problems.wording import Hit, number

_GRAMMAR: Final = """
STUFF = [solution|mixture|alloy|1|{thing1:thing}]
IS = [that is|which is|that has|which has|that contains|which contains|that are|which are|
    consisting of|that costs|that cost|which costs|costs|cost|costing|worth|is worth|that is worth|
    selling for|that sells for|priced at|valued at|containing|contains|contain|at|with|of|is|has]
WITH_GRADE = [GRADE [of]? STUFF?|STUFF IS GRADE [of]? [{thing4:thing}]?|STUFF ({p:%}
    {thing4:thing})|STUFF ({p:%})]
AMOUNT = [about]? {v:unit}
WHO = [chemist|nurse|grocer|pharmacist|farmer|baker|jeweler|jeweller|student|lab|shop|store|
    merchant|shopkeeper|scientist|technician|you|i|we|he|she|{who1:word}]
BEING = [is|are|be|being|gets]?
JOIN = [melted together|melted|mixed|combined|blended|diluted|added|stirred|poured]
MIX = [mix|mixes|mixing|mixed|combine|combines|combining|combined|blend|blends|blending|blended|
    add|adds|adding|added|pour|pours|dilute|dilutes|diluting|stir|stirs|has|have|there are|
    there is|starts with|start with|takes|take|uses|use]
VESSEL = [radiator|tank|container|vat|bottle|flask|beaker|jar|barrel|cup|glass|bowl|bucket|
    {thing5:thing}]
MUST = [must|should|needs to|need to|has to|have to|do i need to|do you need to|do we need to|
    does she need to|does he need to|do i|do you|do we|does she|does he|does WHO need to|does
    WHO|should i|should you|should we|should she|should he|should WHO|must i|must you|must we|
    must she|must he|must WHO|can|will|would|is|are|is needed to|are needed to|must i have to]?
HOW_MUCH = [how much|how many {u:word} of|how many {u:word}|what amount of|what volume of|what
    mass of|what quantity of|FIND amount of|FIND volume of|FIND quantity of|FIND mass of|FIND
    number of {u:word} of]
MAKE = [to|in order to|so as to|so that it|so that|that will|will]? [make|makes|get|gets|give|
    gives|obtain|produce|produces|yield|yields|form|create|become|becomes|reach|have|prepare|
    raise it to|raise concentration to|raise strength to|increase concentration to|increase
    strength to|bring it to|bring it up to|bring strength to|reduce it to|reduce concentration
    to|reduce strength to|lower it to|lower concentration to|lower strength to|weaken it to|
    dilute it to|turn it into|change it to|change it into|end up with|is|for|wants|needs|want|
    need|wants to make|needs to make|want to make|wants to get|need to make|needs to prepare|
    wants to obtain|would like to make]
part:
    [to|with|from|of|into|together with]? [WHO]? [MIX]? AMOUNT [of]? WITH_GRADE BEING [JOIN]?
    [VESSEL [holds|contains|has]] AMOUNT [of]? WITH_GRADE
    AMOUNT STUFF IS GRADE [of]? [{thing4:thing}]?
plain:
    [to|with|from]? [WHO]? [MIX]? AMOUNT of {thing6:thing} BEING [JOIN]?
source:
    [to|with|from]? [WHO]? [MIX]? WITH_GRADE BEING [JOIN]?
goal:
    MAKE [resulting|final|new]? [it|mixture|solution|alloy|result|concentration|strength]? [is|
        to be|be|becomes|contains]? WITH_GRADE
total:
    [WHO]? MAKE AMOUNT [of]? [WITH_GRADE|IS GRADE]
    [there are|there is] AMOUNT [of]? WITH_GRADE
equal:
    [in]? equal [amounts|quantities|parts|volumes|weights|masses] [of each]?
asked added:
    HOW_MUCH [GRADE [of]? [{add:thing}|solution]?|{add:thing}] [MUST]? [BEING]? [add|mix|go|added|
        mixed|combined|combine|blend|blended|pour|poured|diluted|stirred in|used] [to it|with
        it|in|with]?
asked needed:
    HOW_MUCH [GRADE [of]? STUFF?|STUFF IS GRADE [of]? [{thing4:thing}]?] [MUST]? [BEING]? [mix|
        mixed|combine|blend|blended|use|used|needed|required|take|taken|there|necessary]
    HOW_MUCH [GRADE [of]? STUFF?|STUFF IS GRADE [of]? [{thing4:thing}]?] [do i|do we|do you|does
        she|does he|does WHO] need
    HOW_MUCH [cheaper|less expensive|dearer|more expensive] [1|STUFF]? [MUST]? [BEING]? [mix|mixed|
        use|used|needed|required|there|taken|does WHO need|do you need|do i need]
asked removed:
    HOW_MUCH water [MUST]? [be|to be]? [evaporated|evaporate|boiled off|removed|boil off|remove]
        [from it]?
asked replaced:
    HOW_MUCH [it|mixture|solution|mix]? [MUST]? [be]? [drained|drained off|removed|drawn
        off|taken out|poured out|drain] [off|out]? [and]? [replaced|replace|replace it] [by|with]
        [same amount of]? [GRADE STUFF?|{add:thing}]
asked grade:
    RESULT_ASKED
"""
_STRENGTH_ASKED: Final = (
    "FIND [resulting|final|new]? [concentration|percentage|strength|percent|"
    "{thing7:thing} concentration|{thing7:thing} content|percent concentration|concentration "
    "percentage|percentage of {thing7:thing}|percent of {thing7:thing}|{thing7:thing} percentage] "
    "[of|in]? [resulting|final|new|whole]? [mixture|solution|mix|alloy|drink|{thing8:thing}]?\n"
    "    what [percent|percentage] [of]? [resulting|final|new]? [mixture|solution|mix|alloy|drink|"
    "it|{thing8:thing}] is {thing7:thing}\n"
    "    what [percent|percentage] [of]? {thing7:thing} [does|is|is in|will] [resulting|final|new]?"
    " [mixture|solution|mix|alloy|drink|it|{thing8:thing}] [contain|have|be]?\n"
    "    [percentage|percent|concentration] of {thing7:thing} [in|of] [result|mixture|mix|solution|"
    "final mixture|new alloy|alloy]\n"
    "    how strong is [resulting|final|new]? [mixture|solution|mix|alloy|drink|it]"
)
_PRICE_ASKED: Final = (
    "FIND [resulting|final|new]? [price|cost|value] [per {per:word}|of 1 {per:word}] [of|for]? "
    "[resulting|final|new]? [mixture|mix|blend|{thing8:thing}]?\n"
    "    FIND [resulting|final|new]? [mixture|mix|blend] [price|cost|worth] per {per:word}\n"
    "    what is [resulting|final|new]? [mixture|mix|blend|it] worth per {per:word}\n"
    "    [what|how much] [does|will|should|would] [1 {per:word} of]? [resulting|final|new]? "
    "[mixture|mix|blend|it] [cost|be worth|sell for] [per {per:word}]?"
)


def _with_grades(grade: str, asked: str) -> Grammar:
    text = f"GRADE = {grade}\n{_GRAMMAR}".replace("RESULT_ASKED", asked)
    return grammar(text)


@dataclass(frozen=True, slots=True)
class _Grades:
    """What mixes: strengths in percent, or prices for a unit; with what is shown of them.

    sign: before a number, or after it where it is the percent sign. per: the unit of a price.
    """

    currency: str | None
    per: str

    def shown(self, value: str) -> str:
        """``20%``, ``$8 per kg``."""
        sign = units.CURRENCIES.get(self.currency or "")
        return f"{value}%" if sign is None else f"{sign}{value} per {self.per}"


_GENERAL_WORDS = (
    "solution solutions mixture mix alloy brine drink liquid pure syrup punch sample strength "
    "saline metal antifreeze coolant substance"
)
_GENERAL: Final = frozenset(_GENERAL_WORDS.split())
_NAMED: Final = {"skimmed milk": "0", "skim milk": "0", "fat-free milk": "0"}


def core(text: str | None) -> frozenset[str]:
    """The words of a noun that say which substance it is."""
    return frozenset(re.findall(r"[a-z]+", (text or "").lower())) - _GENERAL


def _substances(story: Story) -> list[frozenset[str]]:
    slots = ("thing1", "thing4", "thing7")
    found = [frozenset().union(*(core(hit.get(slot)) for slot in slots)) for hit in story.every()]
    return [words for words in found if words]


def _agree(story: Story) -> bool:
    """Every part names the same substance, where it names one."""
    named = _substances(story)
    return all(one & other for one in named for other in named)


def _grade_of(what: str, story: Story) -> str | None:
    """The strength of a part that is named only: water, or the substance itself."""
    low = " ".join(what.lower().split())
    named = frozenset().union(*_substances(story))
    own = core(low)
    if low in _NAMED:
        return _NAMED[low]
    if own == {"water"} or own == {"distilled", "water"}:
        return "100" if named == {"water"} else "0"
    pure = re.match(r"pure\b", low) is not None
    if (own and own <= named) or (pure and (not named or not own or own & named)):
        return "100"
    return None


def _parts(story: Story) -> list[tuple[str, str]] | None:
    """Amount and strength of each part whose amount is told."""
    found = [(hit["v"], hit["p"]) for hit in story.all("part")]
    for hit in story.all("plain"):
        grade = _grade_of(hit["thing6"], story)
        if grade is None:
            return None
        found.append((hit["v"], grade))
    return found


def _unit(story: Story, per: str) -> units.Unit | None:
    """The unit of every amount; None where two differ."""
    texts = [hit["v_u"] for hit in story.every() if hit.get("v_u")]
    texts += [text for slot in ("u",) if (text := story.text(slot))]
    found = {units.find(text) for text in texts} | ({units.find(per)} if per else set())
    (unit,) = found if len(found) == 1 else (None,)
    return unit if unit is not None and unit.dimension in ("mass", "volume") else None


def _grades(story: Story, *, priced: bool) -> _Grades | None:
    hits = [hit for hit in story.every() if hit.get("p")]
    if not priced:
        return _Grades(None, "")
    per = {unit for hit in hits for unit in [units.find(hit.get("per") or "")]}
    per |= {units.find(text) for text in [story.text("per")] if text}
    currencies = {money(hit, "p") for hit in hits}
    if len(per) != 1 or len(currencies) != 1:
        return None
    unit, currency = per.pop(), currencies.pop()
    return None if unit is None or currency is None else _Grades(currency, unit.symbol)


def _build(story: Story, *, priced: bool) -> Problem | None:
    asked = [name.removeprefix("asked ") for name in story.names() if name.startswith("asked")]
    grades, parts = _grades(story, priced=priced), _parts(story)
    if len(asked) != 1 or grades is None or parts is None or not (priced or _agree(story)):
        return None
    hit = story.get(f"asked {asked[0]}")
    assert hit is not None
    told = story.names() - {f"asked {asked[0]}", "part", "plain"}
    unit = _unit(story, grades.per)
    if asked[0] == "grade":
        return _result(story, parts, told, unit, grades)
    if unit is None:
        return None
    if asked[0] == "needed":
        return _needed(story, hit, parts, told, unit, grades)
    if asked[0] == "added" and told == {"total", "source"} and not parts:
        return _needed(story, hit, parts, told, unit, grades)
    if told != {"goal"} or len(parts) != 1:
        return None
    goal = story.get("goal")
    assert goal is not None
    grade = "0" if asked[0] == "removed" else hit.get("p") or _grade_of(hit["add"], story)
    return (
        None if grade is None else changed(asked[0], parts[0], grade, goal["p"], unit, grades, hit)
    )


def changed(
    way: str,
    part: tuple[str, str],
    grade: str,
    goal: str,
    unit: units.Unit,
    grades: _Grades,
    hit: Hit,
) -> Problem | None:
    """How much is added, removed or replaced so that a mixture gets another strength."""
    plan = Planner(dict(zip("vprq", map(number, (*part, grade, goal)), strict=True)))
    plan.unknown("x", f"the amount in {unit.symbol} that is {way}")
    formulas = {
        "added": "v*p + x*r = (v + x)*q",
        "removed": "v*p - x*r = (v - x)*q",
        "replaced": "(v - x)*p + x*r = v*q",
    }
    plan.equation(formulas[way])
    values = linear_system.solve(tuple(plan.equations))
    whole = recount.value(number(part[0]))
    if values is None or values["x"] <= 0 or (way != "added" and values["x"] > whole):
        return None
    plan.find("a", "The amount", "x")
    named = f"many {unit.name}s of" if hit.get("u") else "much"
    verb = {"added": "added to", "removed": "evaporated from", "replaced": "drained"}[way]
    what = f"{grades.shown(grade)} solution" if way != "removed" else "water"
    start = f"{part[0]} {unit.symbol} of {grades.shown(part[1])} solution"
    read_as = f"How {named} {what} must be {verb} {start} to get {grades.shown(goal)} solution?"
    if way == "replaced":
        read_as = (
            f"A tank holds {start}. How {named} it must be drained and replaced by {what} "
            f"to get {grades.shown(goal)} solution?"
        ).replace("s of it", "s")
    return plan.problem(Kind.MIXTURE, read_as, unit=unit.symbol, unit_named=bool(hit.get("u")))


def _needed(
    story: Story,
    hit: Hit,
    parts: list[tuple[str, str]],
    told: frozenset[str],
    unit: units.Unit,
    grades: _Grades,
) -> Problem | None:
    """How much of one of two parts makes a total of a strength, or goes with a known part."""
    sources = {source["p"] for source in story.all("source")}
    if hit.get("p"):
        sources.add(hit["p"])
    if "total" not in told or told - {"total", "source"} or parts or len(sources) != 2:
        return None
    total = story.get("total")
    assert total is not None
    low, high = sorted(sources, key=lambda text: Fraction(recount.value(number(text))))
    wanted = hit.get("p") or (_by_price(hit.text, low, high))
    if wanted is None:
        return None
    return _of_two(wanted, low if wanted == high else high, total, unit, grades, bool(hit.get("u")))


def _by_price(text: str, low: str, high: str) -> str | None:
    """The price of ``the cheaper tea`` or ``the more expensive nuts``."""
    if re.search(r"\b(?:cheaper|less expensive)\b", text, re.I):
        return low
    return high if re.search(r"\b(?:dearer|more expensive)\b", text, re.I) else None


def _of_two(
    wanted: str, other: str, total: Hit, unit: units.Unit, grades: _Grades, named: bool
) -> Problem | None:
    amount, goal = total["v"], total["p"]
    plan = Planner(dict(zip("tprq", map(number, (amount, wanted, other, goal)), strict=True)))
    plan.unknown("x", f"the amount in {unit.symbol} of the part that is asked for")
    plan.equation("x*p + (t - x)*r = t*q")
    values = linear_system.solve(tuple(plan.equations))
    if values is None or not 0 <= values["x"] <= recount.value(number(amount)):
        return None
    plan.find("a", "The amount", "x")
    many = f"many {unit.name}s of" if named else "much"
    read_as = (
        f"{grades.shown(other)} solution is mixed with {grades.shown(wanted)} solution. How {many} "
        f"{grades.shown(wanted)} solution is needed to make {amount} {unit.symbol} of "
        f"{grades.shown(goal)} solution?"
    )
    return plan.problem(Kind.MIXTURE, read_as, unit=unit.symbol, unit_named=named)


def _result(
    story: Story,
    parts: list[tuple[str, str]],
    told: frozenset[str],
    unit: units.Unit | None,
    grades: _Grades,
) -> Problem | None:
    """The strength or the price of the mixture of parts that are told."""
    if told == {"equal", "source"} and not parts:
        parts = [("1", source["p"]) for source in story.all("source")]
    elif told or unit is None:
        return None
    if not 2 <= len(parts) <= 4 or not any(hit.get("p") for hit in story.every()):
        return None
    plan = _mean(parts, priced=grades.currency is not None)
    if "equal" in told:
        mixed = " and ".join(f"{grades.shown(p)} solution" for _, p in parts)
        start = f"Mix {mixed} in equal amounts."
    else:
        symbol = unit.symbol if unit else ""
        mixed = " and ".join(f"{v} {symbol} of {grades.shown(p)} solution" for v, p in parts)
        start = f"Mix {mixed}."
    if grades.currency is not None:
        read_as = f"{start} What is the price per {grades.per} of the mixture?"
        return plan.problem(Kind.MIXTURE, read_as, unit=grades.currency, unit_named=True)
    read_as = f"{start} What is the concentration of the mixture?"
    return plan.problem(Kind.MIXTURE, read_as, unit="%", unit_named=True)


def _mean(parts: list[tuple[str, str]], *, priced: bool) -> Planner:
    """The mean of the prices or percentages of parts, each an amount with its own."""
    count = range(len(parts))
    names = [(f"{n}_{k}", text) for k in count for n, text in zip("vp", parts[k], strict=True)]
    plan = Planner({name: number(text) for name, text in names})
    what = "price = total price" if priced else "concentration = dissolved amount"
    plan.setup("Choose the formula", f"{what} / total amount")
    for k in count:
        rule = f"Find the {'price' if priced else 'dissolved amount'} of part {k + 1}"
        plan.find(f"a_{k}", rule, f"v_{k}*p_{k}" if priced else f"v_{k}*p_{k}/100")
    plan.find("s", "Add them", " + ".join(f"a_{k}" for k in count))
    plan.find("t", "Find the total amount", " + ".join(f"v_{k}" for k in count))
    if priced:
        plan.find("c", "Divide", "s/t")
    else:
        plan.find("c", "Divide, as a percentage", "s/t*100")
    plan.check(" + ".join(f"v_{k}*(p_{k} - answer)" for k in count) + " = 0")
    return plan


_REPEATED: Final = frozenset({"part", "plain", "source"})
_PRICE: Final = "[{p:money} per {per:word}|{p:money}/{per:word}]"
READERS: Final = (
    Family(
        re.compile(r"%"),
        _with_grades("{p:%}", _STRENGTH_ASKED),
        lambda story: _build(story, priced=False),
        _REPEATED,
    ),
    Family(
        re.compile(r"[$€£₹].*\b(?:mix|blend)|\b(?:mix|blend).*[$€£₹]", re.I),
        _with_grades(_PRICE, _PRICE_ASKED),
        lambda story: _build(story, priced=True),
        _REPEATED,
    ),
)
