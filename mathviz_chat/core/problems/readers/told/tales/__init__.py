"""Stories of a few events: who has, gets, loses, gives, shares or buys how many of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product
from typing import Final

from mathviz_chat.core.problems import language, wording
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.told.tales import (
    answers,
    asked,
    attributes,
    goals,
    levels,
    packing,
    referents,
    sorts,
    verbs,
    wholes,
)
from mathviz_chat.core.problems.readers.told.tales.accounts import Misfit, filled
from mathviz_chat.core.problems.readers.told.tales.comparing import NotYet
from mathviz_chat.core.problems.readers.told.tales.entries import ENTRIES
from mathviz_chat.core.problems.readers.told.tales.events import Event
from mathviz_chat.core.problems.readers.told.tales.inquiry import Asked
from mathviz_chat.core.problems.readers.told.tales.phrases import MOST_WORDS
from mathviz_chat.core.problems.readers.told.tales.sentences import told
from mathviz_chat.core.problems.readers.told.tales.telling import Telling
from mathviz_chat.core.problems.readers.told.tales.times import (
    compares_days,
    says_then,
)
from mathviz_chat.core.problems.readers.told.tales.trades import TRADES

_ASKS: Final = re.compile(
    r"\b(?:(?:by\s+)?how\s+(?:many|much|far|long|tall|high|deep|wide|heavy|thick|old)|what|find|calculate|work\s+out)\b",
    re.I,
)
_SHUT: Final = re.compile(
    r"n't\b|\bnever\b|\bnone\b|\bunless\b|\bexcept|\binstead\b|\bwithout\b|\btomorrow\b|\bif\s+not\b|"
    r"\bthrice\b|\bdouble|\btriple|\bthan\s+\d",
    re.I,
)
_FRONT: Final = re.compile(
    r"(?:at\s+(?:this|that|same)\s+(?:rate|pace|speed)|after|in|for|so|then|now|altogether|in\s+total|in\s+all)\s*,?\s*",
    re.I,
)
MOST_STORIES: Final = 400
MOST_SENTENCES: Final = 8


def read(clauses: Clauses) -> Problem | None:
    """The one problem that the story tells; None where it tells none or several.

    Its reading in plain words must read back as the same problem.
    """
    found = _problems(wording.sentences(clauses.sentences))
    if len({replace(one, read_as="") for one in found}) != 1:
        return None
    problem = found[0]
    again = _problems(wording.sentences(language.sentences(problem.read_as)))
    return problem if again[:1] == [problem] else None


def _problems(sentences: tuple[str, ...]) -> list[Problem]:
    text = " ".join(sentences)
    if not sentences or len(sentences) > MOST_SENTENCES or _SHUT.search(text) or len(text) > 500:
        return []
    found = dict[Problem, bool]()
    for sentences_told, question in _cuts(sentences):
        compares = any(map(compares_days, sentences_told))
        ordered = any(map(says_then, sentences_told))
        readings = [told(one) for one in sentences_told]
        questions = asked.asked(question)
        if not questions or not all(readings):
            continue
        for parts, wanted in islice(product(product(*readings), questions), MOST_STORIES):
            telling = Telling(compares=compares, ordered=ordered)
            problem = _problem([event for part in parts for event in part], wanted, telling)
            if problem is not None:
                found[problem] = min(bool(telling.attributes), found.get(problem, True))
    return [one for one, measured in found.items() if not measured] or list(found)


def _cuts(sentences: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is told, and the one sentence that asks, which may begin or end with what is told."""
    *told, last = sentences
    if any(_ASKS.search(one) for one in told):
        return
    match = _ASKS.search(last)
    if match is None:
        return
    before = last[: match.start()].strip(" ,")
    if before and not _FRONT.fullmatch(before + " "):
        told.append(
            re.sub(r"^(?:if|when|suppose)\s+|(?:\s|,)+(?:then|and|so)$", "", before, flags=re.I)
        )
    asks, _, after = last[match.start() :].partition(" if ")
    if after:
        told.append(_named(after, asks))
    yield tuple(told), asks.strip(" ,")


_DOES: Final = re.compile(r"\b(?:does|do|did|will|would|can)\s+([A-Za-z' -]+)")
_IS: Final = re.compile(r"\b(?:is|was)\s+([A-Za-z' -]+?)(?:\s+than\b.*)?$")
_PRONOUN: Final = re.compile(r"^((?:his|her)\s[^,]*\sand\s)?(?:it|he|she|they)\b")


def _named(told: str, asks: str) -> str:
    """``if it drives 5 km per hour`` of the one that the question names before it."""
    match = _DOES.search(asks) or _IS.search(asks)
    if match is None or not _PRONOUN.match(told):
        return told
    name = list[str]()
    for word in match[1].split():
        if name and word in verbs.FINITE:
            break
        name.append(word)
    return _PRONOUN.sub(rf"\g<1>{' '.join(name)}", told) if len(name) <= MOST_WORDS else told


def _problem(told: list[Event], wanted: Asked, telling: Telling) -> Problem | None:
    money = {one.unit for event in told for one in event.things if one.unit}
    if len(money) == 1:
        telling.money_of_story = next(iter(money))
    try:
        later: list[Event] = []
        for event in told:
            try:
                _enter(telling, event)
            except NotYet:
                later.append(_by_name(telling, event))
                continue
            later = _settled(telling, later)
        for event in later:
            referents.backwards(telling, event)
        return answers.problem(telling, wanted)
    except Misfit:
        return None


_MORE_ENTRIES: Final = {
    "sort": sorts.enter,
    "packs": packing.enter,
    "goal": goals.enter,
    "some of": wholes.some_of,
    "which": referents.which,
    "measured": attributes.enter,
    "level": levels.begin,
    "rise": levels.change,
    "fall": levels.change,
}
_ENTER: Final = {**ENTRIES, **TRADES, **_MORE_ENTRIES}
_COMPARED: Final = frozenset(("have", "there", "gain", "lose", "which", "measured"))
_SAID_AGAIN: Final = frozenset(("have", "there", "gain", "lose", "come", "go", "give"))


def _settled(telling: Telling, later: list[Event]) -> list[Event]:
    """Those of the events that wait for another one which wait still."""
    waiting = [one for one in later if not _entered(telling, one)]
    return waiting if len(waiting) in (0, len(later)) else _settled(telling, waiting)


def _entered(telling: Telling, event: Event) -> bool:
    """Whether an event that compares with what was not told can be entered by now."""
    try:
        _enter(telling, event)
    except NotYet:
        return False
    return True


def _enter(telling: Telling, event: Event) -> None:
    """One event; Misfit where it does not fit what was told before."""
    if event.kind == "again":
        if telling.last is None or telling.last.kind not in _SAID_AGAIN:
            raise Misfit("nothing is said again")
        if (telling.last.kind == "give") != bool(event.other):
            raise Misfit("given to nobody")
        other = event.other or event.to or telling.last.other
        event = replace(telling.last, things=event.things, other=other, groups=None)
        telling.again = True
    else:
        telling.again = False
    if any(one.versus for one in event.things) and event.kind not in _COMPARED:
        raise Misfit("no comparison")
    if telling.again and telling.ordered and any(one.part == "all" for one in event.things):
        raise Misfit("then of what is left?")
    before = len(telling.world.some)
    event = replace(event, things=tuple(telling.named(filled(event.things))))
    _ENTER[event.kind](telling, event)
    telling.somes += [(name, event) for name in telling.world.some[before:]]
    telling.last = _by_name(telling, event)


def _by_name(telling: Telling, event: Event) -> Event:
    """The event of whom is named: who is said again is whoever was meant at first."""
    world = telling.world
    if event.who.lower() in ("he", "she") and world.subject:
        return replace(event, who=world.names[world.subject])
    return event
