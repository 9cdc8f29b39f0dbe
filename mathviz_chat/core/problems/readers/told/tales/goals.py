"""What somebody needs or saves for: how many more that takes, and how many weeks."""

from __future__ import annotations

from typing import Final

from mathviz_chat.core.problems.readers.told.tales.accounts import Misfit, currency_of, fits
from mathviz_chat.core.problems.readers.told.tales.events import Event
from mathviz_chat.core.problems.readers.told.tales.inquiry import Asked
from mathviz_chat.core.problems.readers.told.tales.nouns import plural
from mathviz_chat.core.problems.readers.told.tales.parsing import (
    either,
    made,
    maybe,
    sequence,
    words,
)
from mathviz_chat.core.problems.readers.told.tales.phrases import (
    SOME,
    Quantity,
    money,
    noun,
    nouns,
    simple,
    who,
)
from mathviz_chat.core.problems.readers.told.tales.telling import (
    Telling,
    low,
    quantity,
    subject,
)

_WANTS: Final = (
    r"(?:still\s+)?(?:needs?|needed|wants?|wanted|would\s+like|hopes?|plans?|has|is\s+trying|tries|is\s+saving|"
    r"saves|is\s+going)"
)
_TO: Final = (
    r"(?:to\s+)?(?:buy|get|have|own|collect|save(?:\s+up)?(?:\s+for)?|reach|earn|make|purchase|score|"
    r"raise|read|sell|for)"
)
NEEDING: Final = either(
    made(
        sequence(
            maybe(who),
            words(_WANTS),
            maybe(words(_TO)),
            nouns(),
            words(r"that\s+costs?|which\s+costs?|costing|worth|for|priced\s+at|at"),
            money,
        ),
        lambda v: Event("goal", v[0] or "", (v[5],)),
    ),
    made(
        sequence(
            maybe(who),
            words(_WANTS),
            maybe(words(_TO)),
            simple,
            maybe(words(r"in\s+(?:all|total)|altogether")),
            maybe(sequence(words(r"for|to\s+buy|to\s+make"), nouns())),
        ),
        lambda v: Event("goal", v[0] or "", (v[3],)),
    ),
)
"""``wants to have 300``, ``needs $60 for a game``, ``wants to buy a bike that costs $150``."""
_SAVE: Final = (
    r"(?:to\s+)?(?:save|buy|collect|get|have|make|earn|find|read|sell|score|raise|reach)(?:\s+up)?"
)
ASKED: Final = made(
    sequence(
        words(r"how\s+(?:many|much)\s+more"),
        maybe(words(r"money|cash|of\s+them")),
        maybe(noun),
        words(r"does|do|did|will|would|must|should"),
        who,
        maybe(words("still")),
        words("need|have|require|want"),
        maybe(words(_SAVE)),
        maybe(words(r"it|them|that|this|his\s+goal|her\s+goal|their\s+goal")),
        maybe(either(sequence(maybe(words("for")), nouns()), simple)),
    ),
    lambda v: (
        Asked("gap", v[2] or ("money" if v[1] else ""), v[4])
        if v[6].lower() != "have" or v[7]
        else None
    ),
)
"""``how many more does he need``, ``how much more money must she save``."""


def enter(telling: Telling, event: Event) -> None:
    """So much is needed."""
    world = telling.world
    holder = subject(telling, event.who, has=True)
    (found,) = event.things
    if not found.plain or found.part or found.more or found.number == SOME or telling.goals:
        raise Misfit("no goal")
    if not holder:
        raise Misfit("whose goal?")
    if not found.thing:
        own = {one.thing for one in world.matching(holder, "")} or {world.thing}
        (thing,) = own if len(own) == 1 else ("",)
        unit = currency_of(thing) or ""
        found = Quantity(found.number, unit, "" if unit else thing)
    if not found.thing:
        raise Misfit("a goal of nothing")
    name = world.given(found.number, found.thing)
    world.thing = found.noun or world.thing
    telling.goals.append((holder, found.thing, name))
    telling.say(f"{world.shown(holder)} needs {quantity(found)}")


def gap(telling: Telling, asked: Asked) -> tuple[str, str, str]:
    """How many more are needed."""
    name, thing, holder = missing(telling)
    world = telling.world
    if world.holder(asked.who, has=True) != holder:
        raise Misfit("somebody else's")
    if asked.thing and not fits(thing, asked.thing):
        raise Misfit("of other things")
    things = "much more money" if currency_of(thing) else f"many more {plural(thing)}"
    return name, thing, f"How {things} does {low(world, holder)} need?"


def missing(telling: Telling) -> tuple[str, str, str]:
    """What is missing to the goal: its name, its thing and whose it is."""
    if len(telling.goals) != 1:
        raise Misfit("no goal")
    ((holder, thing, goal),) = telling.goals
    world = telling.world
    own = [one for one in world.accounts if one.holder == holder and one.thing == thing]
    if len(own) != 1 or own[0].done or own[0].task:
        raise Misfit("nobody knows what is there")
    name = world.fresh("what is missing to the goal", thing)
    world.ledger.sum(goal, own[0].now, name, why="goal = what is there + what is missing")
    return name, thing, holder
