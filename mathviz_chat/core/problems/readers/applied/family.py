"""How a family of word problems is read: clauses that tile the story, and the plan they make."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from mathviz_chat.core.problems import tiling, units, wording
from mathviz_chat.core.problems.clauses import Clauses
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Problem
from mathviz_chat.core.problems.wording import Hit

Builder: TypeAlias = Callable[["Story"], Problem | None]

_ROUNDING: Final = grammar("""
said:
    [give|write|express|leave|state]? [your|final|answer|it|result]* as [simplified]?
        [fraction|surd]
    [give|leave|write]? [your]? [answer]? in [exact|surd|simplified surd|radical] form
    [working]? at [same|this|that] [rate|speed|pace]
rounding:
    [give|round|write|leave|express|state|round off]? [your|final|answer|it|result|answers]*
        [rounded|correct|accurate|round|to]* to {places:int}
        [decimal places|decimal place|decimals|dp|d.p.|d.p]
    [give|round|write|leave|express|state|round off]? [your|final|answer|it|result]*
        [rounded|correct|to]* to nearest {place:word} [percent|degree|number|place]?
""")
_PLACES: Final = {
    "cent": 2, "whole": 0, "integer": 0, "unit": 0, "tenth": 1, "hundredth": 2, "thousandth": 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Story:
    """The clauses of one story: for each name the matches, in order."""

    clauses: tuple[tuple[str, Hit], ...]

    def all(self, name: str) -> list[Hit]:
        """The matches of a clause."""
        return [match for known, match in self.clauses if known == name]

    def get(self, name: str) -> Hit | None:
        """The match of a clause, None where the story has none."""
        return next(iter(self.all(name)), None)

    def every(self) -> list[Hit]:
        """All clauses, in order."""
        return [match for _, match in self.clauses]

    def names(self) -> frozenset[str]:
        """Which clauses the story has."""
        return frozenset(name for name, _ in self.clauses)

    def text(self, slot: str) -> str | None:
        """What stands in a slot of any clause; None where nothing does."""
        for _, match in self.clauses:
            value = match.get(slot)
            if value is not None:
                return value
        return None


@dataclass(frozen=True, slots=True)
class Family:
    """clauses: the patterns by name. keys: a text without one of these words is not looked at.

    build: from the clauses of a story to its problem, None where they do not fit together.
    shut: a text with one of these words is left unread, for they may turn its meaning. most: so
    many ways to cut the story into clauses are looked at.
    """

    keys: re.Pattern[str]
    clauses: Mapping[str, tuple[str, ...]]
    build: Builder
    repeated: frozenset[str] = field(default=frozenset())
    shut: re.Pattern[str] | None = None
    most: int = tiling.MAX_TILINGS

    def read(self, clauses: Clauses) -> Problem | None:
        """The one problem that the story tells; None where it tells none or several."""
        sentences = wording.sentences(clauses.sentences)
        text = " , ".join(sentences)
        if not self.keys.search(text) or (self.shut is not None and self.shut.search(text)):
            return None
        known = {**self.clauses, **_ROUNDING}
        problems = {
            problem
            for tiles in tiling.tilings(text, known, self.repeated, self.most)
            if (problem := self._problem(Story(tuple(tiles)))) is not None
        }
        return next(iter(problems)) if len(problems) == 1 else None

    def _problem(self, story: Story) -> Problem | None:
        rounding = story.get("rounding")
        said = ("rounding", "said")
        told = Story(tuple(pair for pair in story.clauses if pair[0] not in said))
        if story.get("said") and rounding:
            return None
        problem = self.build(told)
        if problem is None or rounding is None:
            return problem
        return _rounded(problem, rounding)


@dataclass(frozen=True, slots=True)
class Formal:
    """Reads back what is shown as the reading of a story, where that is too formal for clauses."""

    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Problem | None]

    def read(self, clauses: Clauses) -> Problem | None:
        """The problem of a question that is one such sentence."""
        match = self.pattern.fullmatch(" ".join(clauses.sentences))
        return None if match is None else self.build(match)


def _rounded(problem: Problem, rounding: Hit) -> Problem | None:
    groups = rounding
    if groups.get("places"):
        places = int(groups["places"])
    else:
        word = (groups.get("place") or "").lower()
        if word not in _PLACES and word not in ("dollar", "percent", "degree"):
            return None
        places = _PLACES.get(word, 0)
    if places > 12 or problem.items:
        return None
    named = (
        "the nearest whole number" if places == 0 else f"{places} decimal place{'s' * (places > 1)}"
    )
    return replace(
        problem,
        read_as=f"{problem.read_as.rstrip('.')}, rounded to {named}.",
        places=places,
        freely_rounded=False,
    )


def money(match: Hit, slot: str) -> str | None:
    """The currency of an amount: ``USD``, None where it has no sign."""
    return units.CURRENCY_OF_SIGN.get(match.get(f"{slot}_u") or "")
