"""Work that is shared: what each does in one unit of time is added, or taken back by a drain."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.applied.work_grammar import GRAMMAR
from mathviz_chat.core.problems.readers.applied.work_stages import staged
from mathviz_chat.core.problems.readers.applied.workers import (
    LETTERS,
    PLACES,
    Worker,
    bare,
    given,
    is_worker,
    one_job,
    share,
    span,
    told,
    workers,
)
from mathviz_chat.core.problems.wording import Hit, number

_FILLS: Final = re.compile(r"\bfill", re.I)
_EMPTIES: Final = re.compile(r"\b(?:empt(?!y\s+\w+$)|drain|leak|pump\w*\s+out|waste|outlet)", re.I)


def _signs(story: Story, found: list[Worker]) -> list[Worker] | None:
    """Each with its sign, 1 for what brings the job on that is asked about."""
    asked = " ".join(h.text for name, h in story.clauses if name.startswith(("asked", "until")))
    texts = [
        re.sub(r"\b(fill\w*\s+)empty\b", r"\1", hit.text, flags=re.I)
        for name, hit in story.clauses
        if name in ("each", "listed")
    ]
    if any(_EMPTIES.search(text) and _FILLS.search(text) for text in texts):
        return None
    does = [-1 if _EMPTIES.search(text) else 1 if _FILLS.search(text) else 0 for text in texts]
    if -1 not in does or 1 not in does:
        return found
    if 0 in does or len(does) != len(found):
        return None
    fills = re.search(r"\bto\s+fill|\bfull$", asked, re.I)
    wanted = 1 if fills else -1 if re.search(r"\bto\s+(?:empty|drain)", asked, re.I) else 0
    if wanted == 0:
        return None
    return [replace(one, sign=wanted * sign) for one, sign in zip(found, does, strict=True)]


def _together(found: list[Worker], decimals: bool) -> Problem | None:
    plan = given(found)
    opposed = any(one.sign < 0 for one in found)
    if opposed:
        plan.setup("Choose the formula", "1/time = 1/time to fill - 1/time to empty")
    elif len(found) == 2:
        plan.setup("Choose the formula", "1/time together = 1/first time + 1/second time")
    else:
        plan.setup("Choose the formula", "1/time together = the sum of 1/time of each")
    rule = (
        "Subtract the parts of one unit of time"
        if opposed
        else ("Add the parts that are done in one unit of time")
    )
    plan.find("s", rule, share(found)).find("t", "Take the reciprocal", "1/s")
    if Fraction(recount.value(plan.value("s"))) <= 0:
        return None
    plan.check(f"{share(found, 'answer')} = 1")
    fills = any(one.sign > 0 for one in found)
    asked = (
        f"How long does it take to {'fill' if fills else 'empty'} the tank with both open?"
        if opposed
        else "How long will they take together?"
    )
    read_as = f"{told(found)} {asked}{' Give a decimal.' if decimals else ''}"
    unit = found[0].unit.symbol
    return plan.problem(Kind.WORK_RATE, read_as, unit=unit, decimals=decimals)


def _alone(story: Story, found: list[Worker]) -> Problem | None:
    """The time of the one who is left, from the time together and those of the others."""
    joint, asked = story.get("joint"), story.get("asked alone")
    if joint is None or asked is None or not found or units.find(joint["t_u"]) != found[0].unit:
        return None
    wanted = bare(asked["v"])
    members = [bare(joint[slot]) for slot in "wx" if joint.get(slot)] if not joint.get("n") else []
    count = int(joint["n"]) if joint.get("n") else 2
    if count != len(found) + 1 or not is_worker(wanted) or wanted in {w.name for w in found}:
        return None
    if not all(map(is_worker, members)) or (members and not _fits(members, found, wanted)):
        return None
    plan = given(found)
    plan.given = {**plan.given, "t": number(joint["t"])}
    plan.setup(
        "Choose the formula", "1/time of the one asked = 1/time together - 1/time of the others"
    )
    rest = " - ".join(f"1/{LETTERS[k]}" for k in range(len(found)))
    plan.find("s", "Subtract the parts of one unit of time", f"1/t - {rest}")
    plan.find("x", "Take the reciprocal", "1/s")
    if Fraction(recount.value(plan.value("s"))) <= 0:
        return None
    plan.check(" + ".join(f"t/{LETTERS[k]}" for k in range(len(found))) + " + t/answer = 1")
    unit = found[0].unit.symbol
    if len(found) != 1:
        return None
    read_as = (
        f"Ann and Bob together can do the job in {span(joint['t'], found[0].unit)}. "
        f"Ann can do it in {span(found[0].time, found[0].unit)}. How long would Bob need alone?"
    )
    return plan.problem(Kind.WORK_RATE, read_as, unit=unit, decimals=False)


def _fits(members: list[str], found: list[Worker], wanted: str) -> bool:
    """Whether the one asked is the member of the two whose time is not told."""
    others = [name for name in members if name not in {one.name for one in found}]
    if wanted in members:
        return others == [wanted]
    ordinal = set(wanted.split()) & PLACES
    return bool(ordinal) and len(others) == 1


def _part(story: Story, found: list[Worker]) -> Problem | None:
    """What fraction of the job is done in a time."""
    asked = story.get("asked part")
    if asked is None or units.find(asked["t_u"]) != found[0].unit:
        return None
    who = bare(asked.get("v") or "they")
    doing = found if who in ("they", "it") else [one for one in found if one.name == who]
    doing = found if len(found) == 1 and who in ("he", "she") else doing
    if not doing or len(doing) != len(found) or any(one.sign < 0 for one in found):
        return None
    plan = given(found)
    plan.given = {**plan.given, "t": number(asked["t"])}
    plan.setup("Choose the formula", "part done = time * part done in one unit of time")
    plan.find("s", "Find the part that is done in one unit of time", share(found))
    plan.find("p", "Multiply by the time", "t*s")
    if Fraction(recount.value(plan.value())) > 1:
        return None
    plan.check("answer = " + " + ".join(f"t/{LETTERS[k]}" for k in range(len(found))))
    part = span(asked["t"], found[0].unit)
    read_as = f"{told(found)} What fraction of the job is done in {part}?"
    return plan.problem(Kind.WORK_RATE, read_as, decimals=False)


_MORE: Final = ("decimal",)


def _build(story: Story) -> Problem | None:
    names = story.names() - set(_MORE)
    found = workers(story)
    if not found or not one_job(story) or any(_wrong_unit(hit, found) for hit in story.every()):
        return None
    signed = _signs(story, found)
    decimals = "decimal" in story.names()
    if signed is None:
        return None
    asked = {"asked together"} if "asked together" in names else {"until full"}
    if len(found) > 1 and names in ({"each"} | asked, {"listed"} | asked):
        opposed = any(one.sign < 0 for one in signed)
        both = " ".join(hit.text for _, hit in story.clauses)
        if not opposed and not re.search(
            r"together|both|same time|all 3|share|forces|using", both, re.I
        ):
            return None
        return _together(signed, decimals)
    if decimals or any(one.sign < 0 for one in signed):
        return None
    if names in ({"each", "joint", "asked alone"},):
        return _alone(story, found)
    if names in ({"each", "asked part"}, {"listed", "asked part"}):
        return _part(story, found)
    return staged(story, found)


def _wrong_unit(hit: Hit, found: list[Worker]) -> bool:
    named = hit.get("u")
    return bool(named) and units.find(named or "") != found[0].unit


_KEYS: Final = re.compile(
    r"\b(?:together|both|same\s+time|alone|(?:him|her|it)self|own|fraction|part|rest|full|all\s+3|share|open)\b",
    re.I,
)
READERS: Final = (Family(_KEYS, grammar(GRAMMAR), _build, repeated=frozenset({"each"})),)
