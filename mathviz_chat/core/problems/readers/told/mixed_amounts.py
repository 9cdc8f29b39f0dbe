"""How much of each of two solutions makes so much of a third one."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from mathviz_chat.core.problems import recount, units
from mathviz_chat.core.problems.grammar import grammar
from mathviz_chat.core.problems.problem import Kind, Problem
from mathviz_chat.core.problems.readers.applied.family import Family, Story
from mathviz_chat.core.problems.readers.applied.mixtures import core
from mathviz_chat.core.problems.readers.told.unknowns import Unknowns
from mathviz_chat.core.problems.wording import number

_KEYS: Final = re.compile(r"%.*%.*%")
_SHUT: Final = re.compile(r"\bnot\b|n't\b|\bpure\b|\bwater\b|\bremoved?\b|\bdrained\b|[$€£₹]", re.I)
_GRAMMAR: Final = grammar("""
STUFF_A = [solution|mixture|alloy|acid|{thing1:thing}|1]
STUFF_B = [solution|mixture|alloy|acid|{thing5:thing}|1]
STUFF_C = [solution|mixture|alloy|acid|{thing6:thing}|1]
WHO = [chemist|pharmacist|nurse|student|lab|you|i|we|he|she|{who1:word}]
GRADE_A = [{p:%} STUFF_A?|STUFF_A that is {p:%} [{thing2:thing}]?]
GRADE_B = [{r:%} STUFF_B?|STUFF_B that is {r:%} [{thing3:thing}]?]
NEED = [must|should|need to|needs to|have to|has to|do you|do i|do we|does WHO|should WHO|must WHO|
    are|is]*
MIX = [be mixed|mix|mixed|be combined|combine|be used|use|used|be blended|blend|needed|be taken|
    take]
asked:
    how [much|many {u:word}] of [a]? GRADE_A and [how [much|many {u2:word}]]? [of]? GRADE_B [NEED
        MIX]?
    how [much|many {u:word}] of each [of them|solution|1]? [NEED MIX]?
sources:
    WHO [has|mixes|wants to mix|is mixing|have|uses] GRADE_A [and|with] [also]? GRADE_B
    GRADE_A is [mixed|combined|blended] with GRADE_B
    [there are|there is] GRADE_A and GRADE_B
total:
    [WHO]? [and|to|wants to|needs to|in order to|would like to]* [get|make|obtain|produce|prepare|
        have|give|yield|form|need|needs] {v:unit} [of]? [{q:%} STUFF_C?|STUFF_C that is {q:%}
        [{thing4:thing}]?]
""")


def _read(story: Story) -> Problem | None:
    asked, total, sources = story.get("asked"), story.get("total"), story.get("sources")
    grades = sources if sources is not None else asked
    if asked is None or total is None or grades is None or not grades.get("r"):
        return None
    if sources is not None and asked.get("p"):
        return None
    unit = units.find(total["v_u"])
    named = {units.find(asked[slot]) for slot in ("u", "u2") if asked.get(slot)}
    if unit is None or unit.dimension not in ("mass", "volume") or not named <= {unit}:
        return None
    if not _one_substance(story):
        return None
    p, r, q = grades["p"], grades["r"], total["q"]
    low, goal, high = (Fraction(recount.value(number(one))) for one in (p, q, r))
    if not min(low, high) < goal < max(low, high):
        return None
    told = Unknowns(
        Kind.MIXTURE,
        (("x", f"the amount of {p}% solution"), ("y", f"the amount of {r}% solution")),
        (f"x + y = {total['v']}", f"{p}*x + {r}*y = {q}*{total['v']}"),
        ("x", "y"),
        unit.symbol,
    )
    return told.problem()


def _one_substance(story: Story) -> bool:
    """All that is named is the same, where it is named."""
    slots = ("thing1", "thing2", "thing3", "thing4", "thing5", "thing6")
    named = [core(hit[slot]) for hit in story.every() for slot in slots if hit.get(slot)]
    named = [words for words in named if words]
    return all(one & other for one in named for other in named)


READERS: Final = (Family(_KEYS, _GRAMMAR, _read, shut=_SHUT, most=24),)
