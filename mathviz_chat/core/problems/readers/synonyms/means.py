"""Means that are told: a value that is missing or needed, and one that leaves."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied import statistics
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.synonyms.data_words import KEYS, SAID
from mathviz_chat.core.problems.readers.synonyms.family import Synonymous, reread
from mathviz_chat.core.problems.wording import number

_MEANS: Final = """
THINGS = [numbers|values|scores|marks|ages|data|test|set|list|integers|{thing1:thing}]
WHO = [i|she|he|you|we|{who2:word}]
MY = [my|her|his|their|the|your|{who3:who}'s|{who3:who}']
letters:
    [if]? THINGS? {l:withletter} [have|has|with] mean [of|=|equal to]? {m:signed}
    [if]? mean [of|for] THINGS? {l:withletter} [is|=|equals|is equal to] {m:signed}
asked letter:
    FIND [value|number]? [of]? {letter:letter}
    what [is|number is|value is]? {letter:letter}
before:
    [after]? {n:int} test MY? mean [score|mark|grade]? [is|was] {m}
    MY? mean [score|mark|grade]? [after|on|over|of|for|in|from] [first]? {n:int} test [is|was] {m}
    WHO [has|have|had] mean [score|mark]? [of]? {m} [after|on|over|for|in] [first]? {n:int} test
asked needed:
    what [score|mark|grade]? [do|does|must|should|would|will]* WHO [need|needs|have to|has to|must|
        get|score|to]* [on|in|for|at] [next|{o:ordinal}|final|last] test [to|so that]* [bring|raise|
        get|have|make|increase|pull|be]* [it|MY mean|mean|mean of all {o2:int} test|MY mean score]?
        [up]? [to|of|is|be|becomes|a]* {t}
    what [score|mark|grade] on [next|{o:ordinal}|final|last] test [will|would|does|do]* [WHO]?
        [bring|
        raise|make|give|need]* [it|MY mean|mean|MY mean score]? [up]? [to|of|for]* [mean of]? {t}
of several:
    [if]? mean of {n:int} THINGS [is|was] {m:signed}
    {n:int} THINGS have mean of {m:signed}
leaves:
    [when|if|after]? [1|1 of numbers|1 of values|1 of THINGS|number] [of them]? [of]? {x:signed}
        [is|
        was]? [removed|taken away|left out|taken out|discarded|deleted]
    [when|if|after]? {x:signed} [is|was] [removed|taken away|left out|taken out|discarded|deleted]
becomes:
    [new]? mean [is|becomes|becomes equal to|was|drops to|falls to|rises to|goes up to|increases to|
        goes to]* [then|now]? {m2:signed}
    mean of [remaining|other|rest] THINGS? [is|was]? {m2:signed}
    mean of [remaining|other] {rest:int} THINGS [is|was] {m2:signed}
leaves unknown:
    [when|if|after]? [1|1 of numbers|1 of THINGS|1 of values|1 of them|number|1 number|1 value] [is|
        was|are]? [removed|taken away|left out|taken out|discarded|deleted]
joins unknown:
    [when|if|after]? [1|1 number|another|another number|new number|number|sixth number|1 more
        number]
        [is|was]? [added|included|joins]
asked which:
    [what|which]? [number|value|score]? [was|is]? [removed|taken away|left out|taken out|discarded|
        deleted|added|included]
    FIND [number|value] [that]? [was|is]? [removed|taken away|left out|taken out|added|included]
    FIND [removed|added] number
asked new:
    FIND [new]? mean [of [remaining|other|rest of]? [{a:int}]? THINGS|now|of rest|of remaining|of
        others]?
    FIND new mean
"""


def _means(story: Story) -> Problem | None:
    names = story.names()
    if names == {"letters", "asked letter"}:
        return _letters(story)
    if names == {"before", "asked needed"}:
        return _needed(story)
    if names in (
        {"of several", "becomes", "leaves unknown", "asked which"},
        {"of several", "becomes", "joins unknown", "asked which"},
    ):
        return _which(story)
    if names == {"of several", "leaves", "asked new"}:
        return _leaves(story)
    return None


def _letters(story: Story) -> Problem | None:
    """A mean with one number that has a letter for a name."""
    parts = [one for one in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", story.text("l") or "") if one]
    letters = [one for one in parts if one.isalpha()]
    if len(letters) != 1 or letters[0].lower() != (story.text("letter") or "").lower():
        return None
    rest = [one.replace(" ", "") for one in parts if not one.isalpha()]
    if letters[0] == "x":
        plain = f"The mean of {', '.join(rest)} and x is {story.text('m')}. Find x."
        return reread(plain, statistics.READERS) if len(rest) > 1 else None
    return None


_ORDINALS: Final = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip


def _needed(story: Story) -> Problem | None:
    """The next score that brings a mean to what is wanted."""
    n, m, t = int(story.text("n") or 0), story.text("m") or "", story.text("t") or ""
    ordinal = (story.text("o") or "").lower()
    place = _ORDINALS.get(ordinal) or int(re.sub(r"\D", "", ordinal) or n + 1)
    if n < 1 or place != n + 1 or int(story.text("o2") or n + 1) != n + 1:
        return None
    plan = Planner({"n": number(str(n)), "m": number(m), "t": number(t)})
    plan.setup("Choose the formula", "sum = mean * number of values")
    plan.find("s", "Find the sum that is needed", "t*(n + 1)")
    plan.find("u", "Find the sum so far", "m*n")
    plan.find("x", "Subtract", "s - u").check("(answer + n*m)/(n + 1) = t")
    read_as = (
        f"After {n} tests my average is {m}. What do I need on the next test to bring my average "
        f"to {t}?"
    )
    return plan.problem(Kind.STATISTICS, read_as)


def _leaves(story: Story) -> Problem | None:
    """The mean of those that are left."""
    n, m, x = int(story.text("n") or 0), story.text("m") or "", story.text("x") or ""
    said = story.text("a")
    if n < 2 or (said is not None and int(said) != n - 1):
        return None
    plan = Planner({"n": number(str(n)), "m": number(m), "x": number(x)})
    plan.setup("Choose the formula", "sum = mean * number of values")
    plan.find("s", "Find the sum", "m*n").find("t", "Subtract what leaves", "s - x")
    plan.find("a", f"Divide by {n - 1}", "t/(n - 1)").check("answer*(n - 1) + x = m*n")
    read_as = f"The mean of {n} numbers is {m}. If {x} is removed, find the new mean."
    return plan.problem(Kind.STATISTICS, read_as)


def _which(story: Story) -> Problem | None:
    """The number that left or joined, from both means."""
    n, m, new = int(story.text("n") or 0), story.text("m") or "", story.text("m2") or ""
    joins, asked = "joins unknown" in story.names(), story.get("asked which")
    assert asked is not None
    count, rest = (n + 1 if joins else n - 1), story.text("rest")
    if count < 1 or joins != bool(re.search(r"\b(?:added|included)\b", asked.text.lower())):
        return None
    if rest is not None and int(rest) != count:
        return None
    plan = Planner({"n": number(str(n)), "k": number(str(count)), "m": number(m), "t": number(new)})
    plan.setup("Choose the formula", "sum = mean * number of values")
    plan.find("u", "Find the sum before", "m*n").find("v", "Find the sum after", "t*k")
    plan.find("x", "Subtract", "v - u" if joins else "u - v")
    plan.check(f"(n*m {'+' if joins else '-'} answer)/k = t")
    done = "added" if joins else "removed"
    read_as = (
        f"The mean of {n} numbers is {m}. When 1 number is {done} the mean becomes {new}. Find the "
        f"number that was {done}."
    )
    return plan.problem(Kind.STATISTICS, read_as)


READERS: Final = (Synonymous(Family(KEYS, grammar(_MEANS), _means), SAID),)
