"""Data in other words: lists with a name or a unit, frequencies, the first numbers of a kind."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Form, Problem
from mathviz_chat.core.problems.readers.applied import averages, statistics
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.synonyms.data_words import KEYS, SAID, STAT
from mathviz_chat.core.problems.readers.synonyms.family import Synonymous, reread
from mathviz_chat.core.problems.wording import listed

MAX_VALUES: Final = 60
_READERS: Final = (*statistics.READERS, *averages.READERS)

_DATA: Final = f"""
{STAT.strip()}
THINGS = [numbers|values|scores|marks|heights|weights|temperatures|ages|times|lengths|prices|
    results|data|data set|dataset|set|list|sample|observations|measurements|goals|masses|test
    results|test scores]
asked:
    [FIND]? [their|its|his|her|my]? [HOW]? STAT [HOW]? [score|value|number|temperature|height|
        weight|
        age|time|mark|length]? [HOW]?
pointing:
    [of|for|in] [these|this|following|given|whole|all|my|her|his|their]* THINGS
    [of|for] [them|it|these]
how:
    [as]? HOW
data:
    [of|for|from|in|given|consider|here are|are|is]* [this|these|following|given|my|her|his|their]*
        [{{n:int}} THINGS|THINGS|HOW]? [of]? [this week|today|last week|in degrees|in cm|in kg|in
        seconds|in
        minutes]* [are|were|is|was|consists of|contains|has]? {{v:list}}
        [{{u:unitofdata}}]?
    [of|for]? [ages|heights|weights|marks|scores|prices|masses|lengths|times|test scores] [of|in]
        {{m:int}}
        {{thing:thing}} [are|were] {{v:list}}
frequencies:
    [of|for|if]? [THINGS]? {{v:list}} [occurred|occur|have|appear|appeared|had|are|were|obtained]?
        [with]? [frequencies|frequency] [of|are]? {{w:list}} [times]? [respectively]?
first:
    [of|for]? first {{k:int}} [positive integers|counting numbers|natural numbers|
        {{seq:numberkind}}]
"""


def _data(story: Story) -> Problem | None:
    names = story.names() - {"pointing", "how"}
    how = {hit["how"].lower().split()[-1] for hit in story.every() if hit.get("how")}
    stat = (story.text("stat") or "").lower()
    if "asked" not in names or len(names) != 2 or len(how) > 1:
        return None
    values = _values(story)
    if values is None or not 2 <= len(values) <= MAX_VALUES:
        return None
    way = how.pop() if how else ""
    if stat in ("variance", "standard deviation"):
        if not way and len(set(map(Fraction, values))) > 1:
            return None  # of a population or of a sample
        stat = f"{way or 'population'} {stat}"
    elif way and stat != "mean":
        return None
    data = story.get("data")
    problem = reread(f"Find the {stat} of {', '.join(values)}.", _READERS)
    if problem is None or data is None or not data.get("u"):
        return problem
    return _with_degrees(problem) if stat in ("mean", "median", "mode", "range") else None


def _with_degrees(problem: Problem) -> Problem:
    """A temperature is answered in degrees; the reading says so."""
    read_as = f"{problem.read_as.rstrip('.')} degrees."
    return replace(problem, read_as=read_as, unit="deg", form=Form.QUANTITY)


def _values(story: Story) -> list[str] | None:
    first = story.get("first")
    if first is not None:
        return _first(int(first["k"]), (first.get("seq") or "").lower())
    values = list(listed(story.text("v") or ""))
    counts = story.text("w")
    if counts is None:
        said = story.text("n") or story.text("m")
        return values if said is None or int(said) == len(values) else None
    times = listed(counts)
    if len(times) != len(values) or len(set(values)) != len(values):
        return None
    if not all(one.isdigit() for one in times) or sum(map(int, times)) > MAX_VALUES:
        return None
    return [value for value, count in zip(values, times, strict=True) for _ in range(int(count))]


def _first(count: int, kind: str) -> list[str] | None:
    if not 2 <= count <= MAX_VALUES:
        return None
    if "prime" in kind:
        primes = [n for n in range(2, 300) if all(n % k for k in range(2, n))]
        return [str(one) for one in primes[:count]]
    step, start = (2, 1) if "odd" in kind else (2, 2) if "even" in kind else (1, 1)
    return [str(start + step * k) for k in range(count)]


READERS: Final = (Synonymous(Family(KEYS, grammar(_DATA), _data), SAID, _READERS),)
