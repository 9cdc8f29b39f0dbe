"""How many more are needed to do a job sooner, and how long a stock lasts so many."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import linear_system, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.told.amounts import MOST, key
from mathviz_chat.core.problems.readers.told.ledger import Ledger
from mathviz_chat.core.problems.wording import Hit
from mathviz_chat.core.reading.tree import Symbol

_KEYS: Final = re.compile(r"\bhow\s+(?:many|long)\b", re.I)
_SHUT: Final = re.compile(
    r"%|[$€£₹]|\bnot\b|n't\b|\beach\b|\bhalf\b|\btwice\b|\bthen\b|\bafter\b|\bleave[s]?\b|\bjoin",
    re.I,
)
_GRAMMAR: Final = """
DO = [build|paint|finish|complete|do|dig|fill|empty|make|produce|plant|harvest|repair|clean|plow|
    plough|mow|drain|unload|load|pick|weed|pave|tile|decorate|assemble|deliver|print]
LASTS = [lasts|last|will last|would last|is enough for|are enough for|is enough to feed|are enough
        to
    feed|feeds|feed|will feed|can feed]
FROM = [[food|supplies|provisions|hay|fodder|feed|rations|water|corn|grain|rice|bag of
        {stuff:thing}|
    stock of {stuff:thing}|sack of {stuff:thing}]]
IT = [it|same job|this job|job|same {thing3:thing}|{thing3:thing}]
SAME = [of same kind|of same type|like these|working at same rate|at same rate|at this rate]
pair:
    [if|it takes]? {a:int} {thing1:thing} [can|could|will|would]? DO {thing2:thing} in {b:unit}
    [if]? it takes {a:int} {thing1:thing} {b:unit} to DO {thing2:thing}
    [if]? {a:int} {thing1:thing} [take|need|takes|require|took|needed] {b:unit} to DO {thing2:thing}
stock:
    [if]? FROM LASTS {a:int} {thing1:thing} [for]? {b:unit}
    [if]? {a:int} {thing1:thing} [have|has] [enough]? FROM for {b:unit}
asked number:
    how many [more|extra|additional]? {thing4:thing} SAME? [are|is|will be|would be|do we|does it|
        would]?
        [needed|required|need|take|it take|must work]? [to DO IT]? in [only|just]? {d:unit}
    how many [more|extra|additional]? {thing4:thing} SAME? [are|would be|will be|is]? [needed|
        required|does it
        take|would it take|must be used|should be used] [to DO IT]? in [only|just]? {d:unit} SAME?
    how many [more|extra|additional]? {thing4:thing} SAME? [can|could|will|would]? DO IT in [only|
        just]? {d:unit}
    how many [more|extra|additional]? {thing4:thing} do [we|you|i|they] need to DO IT in [only|
        just]? {d:unit}
asked time:
    how [long|many {time:word}] [will|would|does|do|should] FROM [last|feed|be enough for] {c:int}
        {thing4:thing}
    how [long|many {time:word}] [will|would|does|do|should] [it|same food|same stock] [last|feed]
        {c:int}
        {thing4:thing}
    for how [long|many {time:word}] [will|would|does|do] [it|FROM] [last|feed|be enough for] {c:int}
        {thing4:thing}
    how [long|many {time:word}] [will|would|does|do|should] [it take]? {c:int} {thing4:thing} SAME?
        [take|need]? [to DO IT]?
"""
_JOBS: Final = re.compile(
    r"\b(build|paint|finish|complete|do|dig|fill|empty|make|produce|plant|harvest|repair|clean|plow|"
    r"plough|mow|drain|unload|load|pick|weed|pave|tile|decorate|assemble|deliver|print)\b",
    re.I,
)


_MORE: Final = re.compile(r"\b(?:more|extra|additional)\b", re.I)


def _read(story: Story) -> Problem | None:
    pair, stock = story.get("pair"), story.get("stock")
    told = pair or stock
    number, time = story.get("asked number"), story.get("asked time")
    asked = number or time
    if told is None or asked is None or len(story.clauses) != 2:
        return None
    unit = units.find(told["b_u"])
    if unit is None or unit.dimension not in ("time", "months"):
        return None
    if key(told["thing1"]) != key(asked["thing4"]):
        return None
    more = _MORE.search(asked.text) is not None
    if not _is_same_job(told, asked) or more != (pair is not None) or more == (time is not None):
        return None
    ledger = Ledger()
    ledger.give("a", told["a"])
    ledger.give("b", told["b"])
    ledger.want("w", "what one alone would need")
    why = "number of them * time is the same"
    ledger.product("w", "a", "b", why=why)
    people = told["thing1"].lower()
    lasts = f"{told['b']} {units.plural(unit.name)}"
    text = f"{told['a']} {people} complete the job in {lasts}."
    if time is not None:
        named = asked.get("time")
        if named and units.find(named) != unit:
            return None
        ledger.give("c", asked["c"])
        ledger.want("t", "the time")
        ledger.product("w", "c", "t", why=why)
        text = f"The food lasts {told['a']} {people} {lasts}."
        read_as = f"{text} How long will it last {asked['c']} {people}?"
        return ledger.problem(Kind.PROPORTION, read_as, "t", unit=unit.symbol)
    return _more(ledger, (asked["d"], asked["d_u"]), unit, text, people)


def _is_same_job(told: Hit, asked: Hit) -> bool:
    """The verb and what it is done to are the same, where the question says them again."""
    job, verb = asked.get("thing3"), _JOBS.search(asked.text.partition(" to ")[2])
    verb = verb or _JOBS.search(asked.text.partition(asked["thing4"])[2])
    first = _JOBS.search(told.text)
    if job and (not told.get("thing2") or key(job) != key(told["thing2"])):
        return False
    if verb is None or verb[1].lower() in ("do", "complete", "finish"):
        return True
    return first is not None and first[1].lower() == verb[1].lower()


def _more(
    ledger: Ledger, time: tuple[str, str], unit: units.Unit, text: str, people: str
) -> Problem | None:
    """How many more are needed than there are, in a time."""
    if units.find(time[1]) != unit:
        return None
    ledger.give("d", time[0])
    ledger.want("n", "the number of them that are needed")
    ledger.want("m", "how many more that is")
    ledger.product("w", "n", "d", why="number of them * time is the same")
    ledger.sum("n", "a", "m", why="needed = those that are there + more")
    span = f"{time[0]} {units.plural(unit.name)}"
    read_as = f"{text} How many more {people} are needed to complete it in {span}?"
    problem = ledger.problem(Kind.PROPORTION, read_as, "m")
    if problem is None or not isinstance(problem.expression, Symbol):
        return None
    value = (linear_system.solve(problem.conditions) or {})[problem.expression.name]
    return problem if value.denominator == 1 else None


READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _read, shut=_SHUT, most=MOST),)
