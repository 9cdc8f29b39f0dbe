"""A train that passes a post, or a bridge: it goes its own length, and that of the bridge."""

from __future__ import annotations

import re
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.planner import Planner
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.units import Unit
from mathviz_chat.core.problems.wording import number

_GRAMMAR: Final = """
TRAIN = [train|goods train|express train|freight train|passenger train|it]
GOING = [travelling at|traveling at|moving at|running at|going at|at|that travels at|travels at|
    at speed of|with
    speed of|is travelling at|is traveling at|moves at|moving with speed of|running at speed of]
PASSES = [passes|crosses|goes past|goes through|passes through|passes over|passed|crossed|goes
    over|to pass|
    to cross|to pass through|to go past|to go through|to completely pass|to completely cross|
        pass|cross]
POST = [post|signal post|pole|signal pole|telegraph pole|lamp post|signal|man|tree|milestone|
    telephone pole|
    electric pole|lamppost|pillar|standing man|man standing [on platform|by track]|person standing
    [on platform|by track]|observer|person|sign]
LONGER = [platform|bridge|tunnel|station platform]
train:
    [TRAIN] {L:unit} long
    {L:unit} [long]? [TRAIN]
    [TRAIN] [of|is of|of length|has length of|is] {L:unit} [long]?
    [TRAIN] of {L:unit} length
going:
    [GOING] {v:unit}
post:
    [PASSES] [POST] [completely]? [in {t:unit}]?
    takes {t:unit} [PASSES] [POST]
bridge:
    [PASSES] [LONGER] {P:unit} long [completely]? [in {t:unit}]?
    [PASSES] [LONGER] [of|of length] {P:unit} [completely]? [in {t:unit}]?
    [PASSES] {P:unit} [long]? [LONGER] [completely]? [in {t:unit}]?
    takes {t:unit} [PASSES] {P:unit} [long]? [LONGER]
    takes {t:unit} [PASSES] [LONGER] {P:unit} long
time:
    [completely]? in {t:unit}
asked speed:
    FIND [its|train's]? speed [of [TRAIN]]? [in {s_u:unitname}]?
    how fast is [TRAIN] [going|travelling|traveling|moving]
asked time:
    how long does [it take]? [TRAIN]? [take]?
    how many {w:timeword} does [it take]? [TRAIN]? [take]?
    how long will [it take]? [TRAIN]? [take]?
    how [long|many {w:timeword}] does it take [[PASSES] it|for train]?
    in how many {w:timeword} [does|will] [TRAIN]
"""


def _length(story: Story, slot: str) -> str | None:
    """A length in metres."""
    return (
        story.text(slot) if units.find(story.text(f"{slot}_u") or "") == units.UNITS["m"] else None
    )


def _build(story: Story) -> Problem | None:
    names = story.names()
    over = names & {"post", "bridge"}
    if "train" not in names or len(over) != 1 or len(story.all("asked speed")) > 1:
        return None
    train = _length(story, "L")
    beyond = _length(story, "P") if "bridge" in over else None
    if train is None or ("bridge" in over and beyond is None):
        return None
    seconds, speed = story.text("t"), units.find(story.text("v_u") or "")
    in_seconds = units.find(story.text("t_u") or "") == units.UNITS["s"]
    if "asked speed" in names and seconds and in_seconds and not names & {"going", "asked time"}:
        return _speed(train, beyond, seconds, story.text("s_u"))
    if "asked time" not in names or "going" not in names or seconds or "asked speed" in names:
        return None
    named = story.text("w")
    if speed is None or (named and units.find(named) != units.UNITS["s"]):
        return None
    return _time(train, beyond, story.text("v") or "", speed)


def _way(train: str, beyond: str | None) -> Planner:
    plan = Planner({"l": number(train), "p": number(beyond or "0")})
    if beyond is None:
        return plan.setup("Choose the way", "To pass a post the train goes its own length")
    plan.setup(
        "Choose the way", "From its front to its end it goes its length and that of the bridge"
    )
    return plan.find("d", "Add the lengths", "l + p")


_SPEEDS: Final = frozenset({"m/s", "km/h"})


def _told(train: str, beyond: str | None, middle: str) -> str:
    over = "a post" if beyond is None else f"a bridge {beyond} m long"
    return f"A train {train} m long{middle} passes {over}"


def _speed(train: str, beyond: str | None, seconds: str, named: str | None) -> Problem | None:
    wanted = units.find(named or "m/s")
    if wanted is None or wanted.symbol not in _SPEEDS:
        return None
    plan = _way(train, beyond)
    plan.given = {**plan.given, "t": number(seconds)}
    plan.find("v", "Divide the distance by the time", "l/t" if beyond is None else "d/t")
    check = "answer*t = l + p"
    if wanted.symbol == "km/h":
        plan.find("w", "One m/s is 3.6 km/h", "v*18/5")
        check = "5*answer*t = 18*(l + p)"
    plan.check(check)
    asked = f"What is its speed{f' in {wanted.symbol}' if named else ''}?"
    read_as = f"{_told(train, beyond, '')} in {seconds} seconds. {asked}"
    return plan.problem(Kind.MOTION, read_as, unit=wanted.symbol, unit_named=bool(named))


def _time(train: str, beyond: str | None, speed: str, unit: Unit) -> Problem | None:
    if unit.symbol not in _SPEEDS:
        return None
    plan = _way(train, beyond)
    plan.given = {**plan.given, "v": number(speed)}
    metres = "v"
    if unit.symbol == "km/h":
        plan.find("w", "One km/h is 5/18 m/s", "v*5/18")
        metres = "w"
    plan.find("t", "Divide the distance by the speed", f"{'l' if beyond is None else 'd'}/{metres}")
    plan.check("answer*v = l + p" if metres == "v" else "5*answer*v = 18*(l + p)")
    if recount.value(plan.value()) == 0:
        return None
    read_as = (
        f"{_told(train, beyond, f' travelling at {speed} {unit.symbol}')}. How long does it take?"
    )
    return plan.problem(Kind.MOTION, read_as, unit="s")


_KEYS: Final = re.compile(r"\btrain\b", re.I)
READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _build),)
