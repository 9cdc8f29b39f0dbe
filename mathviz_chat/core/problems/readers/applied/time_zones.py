"""Local times of two places: the one is told to be so many hours ahead of the other."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from mathviz_chat.core.problems import times
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.readers.applied import clock
from mathviz_chat.core.problems.readers.applied.clock_grammar import NOTATION
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.times import Clock, Style

_GRAMMAR: Final = f"""
{NOTATION.strip()}
LEAVES = [leaves|left|departs from|departed from|takes off from|took off from|departs|departed|
    sets off
    from|set off from]
LAST = [takes|took|lasts|lasted|is|was]
LANDS = [lands|landed|arrives|arrived|gets there|got there]
here:
    [if]? [it is|it's|its|time is|when it is|when it's]? {{a:clock}} in {{name1:thing}}
    in {{name1:thing}} [it is|it's|time is] {{a:clock}}
    when [it is|it's] {{a:clock}} in {{name1:thing}}
ahead:
    time in {{name2:thing}} is {{d:duration}} [ahead of|later than] {{name3:thing}}
    {{name2:thing}} [time]? is {{d:duration}} [ahead of|later than|in front of] {{name3:thing}}
        [time]?
    {{name2:thing}} [time]? is {{d:duration}} ahead
behind:
    time in {{name2:thing}} is {{d:duration}} [behind|earlier than] {{name3:thing}}
    {{name2:thing}} [time]? is {{d:duration}} [behind|earlier than] {{name3:thing}} [time]?
    {{name2:thing}} [time]? is {{d:duration}} behind
asked there:
    what time [is it|will it be|was it|is] [then]? in {{name4:thing}} [then|at that moment]?
    what [is|will be|was] [local]? time in {{name4:thing}} [then]?
    FIND [local]? time in {{name4:thing}}
flight:
    {{who1:thing}} LEAVES {{name1:thing}} at {{a:clock}} [local time]? [and|it|flight]* LAST
        {{l:duration}}
    {{l:duration}} {{who1:thing}} LEAVES {{name1:thing}} at {{a:clock}} [local time]?
asked landing:
    what [is|was|will be] [local]? time in {{name4:thing}} when {{who4:thing}} LANDS
    what time was it in {{name4:thing}} when {{who4:thing}} LANDS
    [at]? what local time [does|did|will] {{who4:thing}} [land|arrive] in {{name4:thing}}
    what time [does|did|will] {{who4:thing}} [land|arrive] in {{name4:thing}} [local time]
"""


def _same(one: str, other: str) -> bool:
    """``New York`` and ``NY``."""
    a, b = one.lower().split(), other.lower().split()
    initials = {"".join(word[0] for word in words) for words in (a, b) if len(words) > 1}
    return a == b or "".join(a) in initials or "".join(b) in initials


def _offset(story: Story, here: str, there: str) -> int | None:
    """Minutes that the clocks of ``there`` show more than those of ``here``."""
    shift = times.duration_of(story.text("d") or "")
    told, other = story.text("name2"), story.text("name3")
    if shift is None or told is None or _same(here, there):
        return None
    sign = 1 if "ahead" in story.names() else -1
    if _same(told, there) and _same(other or here, here):
        return sign * shift
    if _same(told, here) and _same(other or there, there):
        return -sign * shift
    return None


def _build(story: Story) -> Problem | None:
    names = story.names() - {"full", "halves"}
    a = times.clock(story.text("a") or "")
    here, there = story.text("name1"), story.text("name4")
    if a is None or here is None or there is None or not clock.same_event(story):
        return None
    shift = _offset(story, here, there)
    if shift is None or len(names & {"ahead", "behind"}) != 1:
        return None
    rest = names - {"ahead", "behind"}
    wanted = clock.style(story)
    if rest == {"here", "asked there"}:
        return clock.moved(a, shift, wanted)
    length = times.duration_of(story.text("l") or "")
    if rest != {"flight", "asked landing"} or length is None:
        return None
    return _landing(a, length, shift, wanted, (here, there))


def _landing(
    a: Clock, length: int, shift: int, wanted: Style | None, places: tuple[str, str]
) -> Problem | None:
    """The time of the flight and the difference of the clocks are both added."""
    problem = clock.moved(a, length + shift, wanted)
    if problem is None or problem.plan is None:
        return problem
    sign = "+" if shift >= 0 else "-"
    rule = "Add the flight to the difference of the clocks"
    line = f"{length} {sign} {abs(shift)} = {length + shift} minutes"
    plan = replace(problem.plan, setup=(*problem.plan.setup, (rule, line)))
    word = "ahead of" if shift >= 0 else "behind"
    here, there = places
    shown_in = f", in {wanted} time" if wanted not in (None, a.style) else ""
    read_as = (
        f"A plane leaves {here} at {a} and takes {length} minutes. {there} is {abs(shift)} minutes "
        f"{word} {here}. What is the local time in {there} when it lands{shown_in}?"
    )
    return replace(problem, plan=plan, read_as=read_as)


_KEYS: Final = re.compile(r"\b(?:ahead|behind|later\s+than|earlier\s+than|in\s+front\s+of)\b", re.I)
READERS: Final = (Family(_KEYS, grammar(_GRAMMAR), _build),)
