"""So many workers or machines, so much work, so much time: two such facts are in proportion."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied import rates
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.wording import Hit, number

_GRAMMAR: Final = """
CREW = workers|worker|men|man|people|painters|painter|machines|machine|pumps|pump|pipes|builders|
    builder|
    taps|tap|women|woman|students|farmers|gardeners|gardener|printers|printer|labourers|laborers|
        hens|
    bricklayers|carpenters|cooks|bakers|robots|robot|typists|typist|tailors|persons|person|
        employees|
    tractors|elves|cats|volunteers|cleaners|mowers|looms|ovens|lorries|trucks|girls|boys|pickers
DO = [make|makes|produce|produces|build|builds|paint|paints|dig|digs|fill|fills|print|prints|
    pack|packs|
    assemble|assembles|lay|lays|catch|catches|bake|bakes|type|types|sew|sews|harvest|harvests|
        pick|picks|
    drain|drains|empty|empties|complete|completes|finish|finishes|do|does|clean|cleans|mow|mows|
        plough|
    plow|plant|plants|repair|repairs|wash|washes|eat|eats|carry|transport]
SAME = [working]? at same rate|if they work at same rate|[all]? working at same rate
made:
    [if]? {a:int} [CREW] [can|could]? DO {m:whole} {thing1:thing} in {t:unit} [SAME]?
    [if]? it takes {a:int} [CREW] {t:unit} to DO {m:whole} {thing1:thing}
    [if]? {a:int} [CREW] [take|takes|need|needs] {t:unit} to DO {m:whole} {thing1:thing}
job:
    [if]? {a:int} [CREW] [can|could]? DO {thing1:thing} in {t:unit} [SAME]?
    [if]? it takes {a:int} [CREW] {t:unit} to DO {thing1:thing}
    [if]? {a:int} [CREW] [take|takes|need|needs] {t:unit} to DO {thing1:thing}
asked amount:
    how many {thing2:thing} [can|could|will|would|do|does] {b:int} [CREW] DO in {u:unit} [SAME]?
    how many {thing2:thing} [can|will|would] [be made|be produced|be built|be packed|be printed]
        by {b:int}
        [CREW] in {u:unit} [SAME]?
    in {u:unit} how many {thing2:thing} [can|could|will|would|do] {b:int} [CREW] DO
asked time:
    [how long|how many {w:timeword}|in how many {w:timeword}] [will|would|does|do|did|can|is] [it
        take]? {b:int}
        [CREW] [take|need]? [to]? DO {n:whole} {thing2:thing} [SAME]?
    [how long|how many {w:timeword}] [will|would|does] it take {b:int} [CREW] to DO {n:whole}
        {thing2:thing}
        [SAME]?
asked time for job:
    [how long|how many {w:timeword}] for {b:int} [CREW] [same]? [working together]?
    [how long|how many {w:timeword}] [will|would|does|do] {b:int} [such|of same|identical] [CREW]
        [take|need]
        [to DO [it|{thing2:thing}]]?
asked crew:
    how many [CREW] [are|would be|will be|is]? [needed|required|you need|do you need|would you
        need|would it
        take|does it take|do we need] to DO {n:whole} {thing2:thing} in {u:unit} [SAME]?
asked crew for job:
    how many [CREW] [of same kind|of same type|of this kind|like these]? [are|would be|will be|
        is]? [needed|required|you need|do you need|would you
        need|would it
        take|does it take|do we need|will it take] to DO [it|job|same job|{thing2:thing}] in
        {u:unit} [SAME]?
    how many [CREW] [can|could|would|will] DO [it|job|same job|same {thing2:thing}] in {u:unit}
        [SAME]?
same:
    [SAME]
"""


@dataclass(frozen=True, slots=True)
class _Fact:
    """workers, amount, time: None for the one that is asked; the amount is 1 for one job."""

    workers: str | None
    amount: str | None
    time: str | None


def _crew(hit: Hit) -> str:
    found = re.search(r"\d+\s+([a-z]+)|many\s+([a-z]+)", hit.text, re.I)
    return ((found[1] or found[2]) if found else "").lower()


def _plural(crew: str) -> str:
    irregular = {"man": "men", "woman": "women", "person": "people"}
    known = crew.endswith("s") or crew in irregular.values()
    return crew if known else irregular.get(crew, f"{crew}s")


def _one(noun: str) -> str:
    """A noun in the singular: men, women and people are irregular."""
    low = noun.lower().split()[-1] if noun else ""
    return {"men": "man", "women": "woman", "people": "person"}.get(low, low.removesuffix("s"))


def _build(story: Story) -> Problem | None:
    told = story.get("made") or story.get("job")
    asked = next((pair for pair in story.clauses if pair[0].startswith("asked")), None)
    allowed = {"made", "job", "same", *([asked[0]] if asked else [])}
    if told is None or asked is None or not story.names() <= allowed or len(story.all("made")) > 1:
        return None
    name, hit = asked
    one_job = name.endswith("job")
    if one_job != ("job" in story.names()) or len({"made", "job"} & story.names()) != 1:
        return None
    if _one(_crew(told)) != _one(_crew(hit)) and name != "asked amount":
        return None
    if name == "asked amount" and _one(_asked_crew(hit)) != _one(_crew(told)):
        return None
    other = hit.get("thing2")
    if other and _one(other) not in (_one(told["thing1"]), *(("it",) if one_job else ())):
        return None
    return _proportion(told, hit, one_job)


def _asked_crew(hit: Hit) -> str:
    found = re.search(r"(?:by|can|could|will|would|do|does)\s+\d+\s+([a-z]+)", hit.text, re.I)
    return found[1] if found else ""


def _proportion(told: Hit, hit: Hit, one_job: bool) -> Problem | None:
    unit, other = units.find(told["t_u"]), units.find(hit.get("u_u") or hit.get("w") or told["t_u"])
    if unit is None or unit != other or unit.dimension not in ("time", "months"):
        return None
    if told.get("m_u") or hit.get("n_u"):
        return None
    first = _Fact(told["a"], "1" if one_job else told["m"], told["t"])
    second = _Fact(hit.get("b"), "1" if one_job else hit.get("n"), hit.get("u"))
    numbers = {"a": first.workers, "m": first.amount, "t": first.time}
    asked = {"b": second.workers, "n": second.amount, "u": second.time}
    plan = Planner({k: number(v) for k, v in {**numbers, **asked}.items() if v is not None})
    plan.setup("Choose the way", "Find what one does in one unit of time")
    plan.find("r", "Divide the work by the number and by the time", "m/(a*t)")
    noun, crew = told["thing1"].lower(), _plural(_crew(told))
    does = f"{told['a']} {crew} make {told.get('m') or ''} {noun}".replace("  ", " ")
    if one_job:
        does = f"{told['a']} {crew} finish the job"
    beginning = f"If {does} in {_span(told['t'], unit)},"
    if second.amount is None:
        plan.find("x", "Multiply by the number and by the time", "r*b*u").check(
            "answer*a*t = m*b*u"
        )
        read_as = (
            f"{beginning} how many {noun} do {hit['b']} {crew} make in {_span(hit['u'], unit)}?"
        )
        return _whole(plan, Kind.PROPORTION, read_as, None)
    if one_job and second.time is None:
        return rates.inverse(told["a"], told["t"], hit["b"], unit)
    work = "finish the job" if one_job else f"make {hit['n']} {noun}"
    if second.time is None:
        plan.find("x", "Divide the work by the rate of all together", "n/(r*b)")
        plan.check("answer*m*b = n*a*t")
        read_as = f"{beginning} how long will it take {hit['b']} {crew} to {work}?"
        return plan.problem(Kind.PROPORTION, read_as, unit=unit.symbol)
    plan.find("x", "Divide the work by the share of one in that time", "n/(r*u)")
    plan.check("answer*m*u = n*a*t")
    read_as = f"{beginning} how many {crew} are needed to {work} in {_span(hit['u'], unit)}?"
    return _whole(plan, Kind.PROPORTION, read_as, None)


def _span(time: str, unit: units.Unit) -> str:
    return f"{time} {unit.name if time == '1' else units.plural(unit.name)}"


def _whole(plan: Planner, kind: Kind, read_as: str, unit: str | None) -> Problem | None:
    """Numbers of workers and of things are whole."""
    value = recount.value(plan.value())
    whole = isinstance(value, Fraction) and value.denominator == 1
    return plan.problem(kind, read_as, unit=unit) if whole else None


_KEYS: Final = re.compile(r"\bhow\s+(?:many|long)\b", re.I)
READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _build),)
