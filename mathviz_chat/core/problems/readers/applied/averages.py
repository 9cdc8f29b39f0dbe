"""Means of what is told in groups: frequencies, groups joined, a value missing or joining."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.wording import listed, number

_KEYS: Final = re.compile(r"\b(?:mean|average|averages|averaged)\b", re.I)
_GROUPS: Final = """
MEAN = [mean|average]
OF_WHAT = [score|mark|age|height|weight|grade|value|number|temperature|{thing9:thing}]
SORT = [{thing1:thing}]
group:
    [group of|class of|other|remaining|another]? {n:int} SORT? [in 1 class|in class]? [average|
        averaged|scored MEAN of|had MEAN of|have MEAN of|has MEAN of|with MEAN of|had MEAN
        OF_WHAT of|have MEAN OF_WHAT of|has MEAN OF_WHAT of|with MEAN OF_WHAT of|averaging|got
        MEAN of] {m} [points|marks|years|years old|cm|m|kg|lb]?
    MEAN OF_WHAT? [of|for] [group of|class of|other|remaining|another]? {n:int} SORT? [is|was]
        {m} [points|
        marks|years|cm|m|kg|lb]?
times:
    [SORT]? [score|value|number|mark]? [of]? {x} [occurs|appears|occurred|appeared|comes up|came
        up|was thrown|was rolled|has frequency] {f:int} [times|time]?
    {f:int} SORT [scored|got|have|had|has|are aged|are|own|read|weigh|each have] {x} [points|marks|
        years old|years|goals|pets|books|siblings|each]?
asked all:
    FIND [overall|combined|total]? MEAN OF_WHAT? [of|for] [all {all:int} [SORT]?|all|whole class|
        whole group|everyone|combined group|2 groups together|both groups|all students|all of
        them|2 classes together|all SORT|both classes]
    FIND [overall|combined] MEAN OF_WHAT?
asked times:
    FIND MEAN OF_WHAT? [per SORT]?
"""


_SCALE: Final = re.compile(r"\b(?:cm|m|kg|lb|points|marks|years)\b", re.I)


def _groups(story: Story) -> Problem | None:
    groups, times = story.all("group"), story.all("times")
    asked = story.get("asked all")
    if story.names() == {"group", "asked all"} and 2 <= len(groups) <= 4 and asked:
        pairs = [(hit["n"], hit["m"]) for hit in groups]
        scales = {found[0] for hit in groups if (found := _SCALE.search(hit.text))}
        if len(scales) > 1:
            return None
        total = sum(int(n) for n, _ in pairs)
        if asked.get("all") and int(asked["all"]) != total:
            return None
        told = " and ".join(f"{n} values have a mean of {m}" for n, m in pairs)
        return _weighted(pairs, f"{told}. Find the mean of all.")
    if story.names() == {"times", "asked times"} and 2 <= len(times) <= 8:
        pairs = [(hit["f"], hit["x"]) for hit in times]
        if len({x for _, x in pairs}) != len(pairs):
            return None
        told = ", ".join(f"{x} occurs {n} times" for n, x in pairs)
        return _weighted(pairs, f"{told}. Find the mean.")
    return None


def _weighted(pairs: list[tuple[str, str]], read_as: str) -> Problem | None:
    """The mean of values that count so many times."""
    if any(int(n) == 0 for n, _ in pairs) or sum(int(n) for n, _ in pairs) > 10**6:
        return None
    plan = Planner(
        {
            f"{k}_{i}": number(t)
            for i, pair in enumerate(pairs)
            for k, t in zip("nm", pair, strict=True)
        }
    )
    places = range(len(pairs))
    plan.setup("Choose the formula", "mean = sum of all values / number of values")
    plan.find("s", "Add the sums", " + ".join(f"n_{i}*m_{i}" for i in places))
    plan.find("t", "Add the numbers of values", " + ".join(f"n_{i}" for i in places))
    plan.find("m", "Divide", "s/t")
    plan.check(" + ".join(f"n_{i}*(m_{i} - answer)" for i in places) + " = 0")
    return plan.problem(Kind.STATISTICS, read_as)


_MISSING: Final = """
MEAN = [mean|average]
THINGS = [numbers|values|scores|tests|exams|test scores|marks|ages|results|integers|quizzes|
    {thing1:thing}]
mean:
    MEAN of {n:int} THINGS is {m:signed}
    {n:int} THINGS have MEAN of {m:signed}
    [MEAN age|MEAN height|MEAN weight] of {n:int} THINGS is {m:signed} [years|cm|kg]?
listed:
    {k:int} [of them|of numbers|of values|of scores|of these|of ages] are {v:list}
    [other|first] {k:int} [numbers|values|scores]? are {v:list}
scores:
    [my|her|his|their|{who1:word}]? [first]? [{k:int}]? [test]? [scores|marks|results|grades|test
        scores|tests|exam scores|quiz scores] [are|were] {v:list}
    [{who1:word}|i|he|she] [scored|got|scores|has scores of|has] {v:list} [on|in]? [{k:int}|his|
        her|my|first]* [tests|exams|quizzes]?
asked last:
    FIND [other|last|missing|fifth|fourth|third|sixth|{o:int}th|4th|5th|6th] [1|number|value|score|
        mark|age|of them]?
asked to mean:
    what [must|should|does] [i|she|he|{who2:word}] [need to]? [get|score] [on|in] [next|fourth|
        fifth|third|sixth|last|{o:int}th|final] [test|exam|quiz|1]? [to|to get|to have|for|so that]*
        [MEAN|MEAN of|MEAN is|have MEAN of] {m:signed}
    [what score|what mark|how many points] [must|should|does|do] [i|she|he|{who2:word}] [need]?
        [to]? [get|score]? [on|in] [next|fourth|fifth|third|sixth|last|{o:int}th|final]
        [test|exam|quiz|1]?
        [to|to get|to have|for|so that]* [MEAN|MEAN of|have MEAN of] {m:signed}
joins:
    [another|fourth|fifth|sixth|new|1 more|{o:int}th] [number|value|friend|person|student|
        player|member|score|{thing2:thing}] [is|of|aged|who is|scoring|weighing]? {x:signed}
        [years old]? [is]?
        [joins|joins them|is added|added|joins group|comes]
asked new:
    FIND [new]? [MEAN|MEAN age|MEAN height|MEAN weight|MEAN of all {a:int}|new MEAN] [now|of group]?
"""
_ORDINALS: Final = {"third": 3, "fourth": 4, "fifth": 5, "sixth": 6}


def _place(text: str) -> int | None:
    """The place that an ordinal names, None where there is none."""
    low = text.lower()
    match = re.search(r"\b(\d+)th\b", low)
    named = [place for word, place in _ORDINALS.items() if re.search(rf"\b{word}\b", low)]
    return int(match[1]) if match else named[0] if named else None


def _missing(story: Story) -> Problem | None:
    names = story.names()
    mean = story.text("m")
    if names == {"mean", "joins", "asked new"} and mean:
        return _joining(story, mean)
    last = names == {"mean", "listed", "asked last"}
    if not (last or names == {"scores", "asked to mean"}) or mean is None:
        return None
    shown = listed(story.text("v") or "")
    count = len(shown) + 1
    asked = story.get("asked last") or story.get("asked to mean")
    assert asked is not None
    place = _place(asked.text)
    if (last and int(story.text("n") or 0) != count) or (place is not None and place != count):
        return None
    if (story.text("k") and int(story.text("k") or 0) != count - 1) or not 3 <= count <= 20:
        return None
    values = [f"v_{i}" for i in range(len(shown))]
    plan = Planner({"m": number(mean), **dict(zip(values, map(number, shown), strict=True))})
    plan.setup("Choose the formula", "sum = mean * number of values")
    plan.find("s", f"Multiply by {count}, the number of values", f"m*{count}")
    plan.find("t", "Add the values that are known", " + ".join(values)).find(
        "x", "Subtract", "s - t"
    )
    plan.check(f"({' + '.join(values)} + answer)/{count} = m")
    read_as = (
        f"The mean of {count} numbers is {mean}. {count - 1} of them are {', '.join(shown)}. "
        "Find the missing number."
    )
    return plan.problem(Kind.STATISTICS, read_as)


def _joining(story: Story, mean: str) -> Problem | None:
    n, x = story.text("n") or "0", story.text("x") or "0"
    joins = story.get("joins")
    assert joins is not None
    place = _place(joins.text)
    total = story.text("a")
    if int(n) < 1 or (place or int(n) + 1) != int(n) + 1 or int(total or int(n) + 1) != int(n) + 1:
        return None
    plan = Planner({"n": number(n), "m": number(mean), "x": number(x)})
    plan.setup("Choose the formula", "sum = mean * number of values")
    plan.find("s", "Find the sum before", "m*n").find("t", "Add the new value", "s + x")
    plan.find("c", "Count the values", "n + 1").find("a", "Divide", "t/c")
    plan.check("n*(answer - m) = x - answer")
    read_as = (
        f"The mean of {n} numbers is {mean}. Another number is {x} is added. Find the new mean."
    )
    read_as = read_as.replace("number is", "number of")
    return plan.problem(Kind.STATISTICS, read_as)


READERS: Final = (
    Family(_KEYS, grammar(_GROUPS), _groups, frozenset({"group", "times"})),
    Family(_KEYS, grammar(_MISSING), _missing),
)
