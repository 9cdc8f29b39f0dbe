"""A job that one begins and another finishes: what is left of it is 1 less the part done."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Story
from mathviz_chat.core.problems.readers.applied.workers import (
    NAMES,
    Worker,
    bare,
    given,
    share,
    span,
    told,
)
from mathviz_chat.core.problems.wording import number

_PRONOUNS = frozenset({"he", "she", "it"})


def staged(story: Story, found: list[Worker]) -> Problem | None:
    """The time in which the rest is done, by who takes over, who stays or all after one joins."""
    names = story.names() - {"each", "listed"}
    began = story.get("worked") or story.get("worked on own")
    if began is None or len(found) != 2 or units.find(began["t_u"]) != found[0].unit:
        return None
    first = _who(found, *(bare(began[slot]) for slot in "wx" if began.get(slot)))
    asked = story.get("asked rest")
    rest: set[int] | None = None
    if asked is not None and (names & {"finishes", "goes on", "leaves"} or _says_rest(asked.text)):
        rest = _going_on(story, found, bare(asked["v"]), first)
    elif names == {"worked", "joins", "asked rest of both"} and first is not None:
        joined = _who(found, bare((story.get("joins") or began)["w"]))
        rest = {0, 1} if joined is not None and not joined & first else None
    if first is None or rest is None:
        return None
    return _problem(found, first, began["t"], rest)


def _says_rest(text: str) -> bool:
    return any(word in text.lower() for word in ("rest", "remain", "finish", "complete"))


def _who(found: list[Worker], *named: str) -> set[int] | None:
    """The places of those who are named; of all where nobody is."""
    if not named or named == ("both",) or named == ("they",):
        return {0, 1}
    places = {k for k, one in enumerate(found) if one.name in named}
    return places if len(places) == len(set(named)) else None


def _going_on(
    story: Story, found: list[Worker], asked: str, first: set[int] | None
) -> set[int] | None:
    if first is None:
        return None
    leaves, goes_on = story.get("leaves"), story.get("goes on") or story.get("finishes")
    known = {
        "worked",
        "worked on own",
        "each",
        "listed",
        "asked rest",
        "leaves",
        "goes on",
        "finishes",
    }
    if story.names() - known or (leaves and goes_on):
        return None
    if asked == "both" and not leaves and not goes_on:
        return {0, 1}
    rest = None if asked in _PRONOUNS else _who(found, asked)
    if leaves is not None:
        gone = _who(found, bare(leaves["w"]))
        stays = first - gone if gone is not None and first == {0, 1} else None
        return stays if stays and (rest is None or rest == stays) else None
    named = _who(found, bare(goes_on["w"])) if goes_on is not None else rest
    overlaps = named is not None and named & first and (goes_on is not None or first != {0, 1})
    if named is None or overlaps or (rest is not None and rest != named):
        return None
    return named


def _problem(found: list[Worker], first: set[int], time: str, rest: set[int]) -> Problem | None:
    plan = given(found)
    plan.given = {**plan.given, "t": number(time)}
    began, ends = (
        [one if k in who else replace(one, time="") for k, one in enumerate(found)]
        for who in (first, rest)
    )
    plan.setup("Choose the way", "Find what is done, what is left, and how fast that is done")
    plan.find("d", "Find the part that is done", f"t*({share(began)})")
    plan.find("l", "Subtract it from the whole job", "1 - d")
    plan.find("x", "Divide by the part that is done in one unit of time", f"l/({share(ends)})")
    if Fraction(recount.value(plan.value("l"))) <= 0:
        return None
    plan.check(f"{share(began, 't')} + {share(ends, 'answer')} = 1")
    unit = found[0].unit.symbol
    who = "both work" if len(first) > 1 else f"{NAMES[min(first)]} works"
    last = "both" if len(rest) > 1 else NAMES[min(rest)]
    read_as = (
        f"{told(found)} First {who} for {span(time, found[0].unit)}. "
        f"How long will {last} take to finish the rest?"
    )
    return plan.problem(Kind.WORK_RATE, read_as, unit=unit, decimals=False)
